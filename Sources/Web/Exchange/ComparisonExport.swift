import Basics
import Records
import Rules
import Sheets

// What differs between two days, taken away as a file.
extension Visit {
  /// Those counted on one of two days only: a line each, with which list it stands in and why.
  func export(_ apart: FiguresApart, _ format: ExportFormat) throws -> ExportFile.Finished {
    let columns = [
      XLSXColumn("change"), XLSXColumn("person", width: 18), XLSXColumn("name", width: 34),
      XLSXColumn("reason", width: 18), XLSXColumn("day", content: .day), XLSXColumn("unitName", width: 40),
    ]
    let file = try ExportFile(format, title: apart.question.code, columns: columns, created: moment)
    var written = 0
    var named: [ID<Person>] = []
    for side in [ComparedFigure.Side.came, .went] {
      let count = apart.count(side)
      for start in stride(from: 0, to: count, by: 500) {
        let range = start..<min(start + 500, count)
        let people = apart.people(side, range)
        let codes = try NameStore(db: db).codes(of: people.map(\.person))
        for (index, row) in try apart.rows(side, range).enumerated() {
          try file.write([
            .text(side.rawValue), .text(people.isEmpty ? nil : codes[people[index].person]),
            .text(row.work?.title ?? row.person?.name),
            .text(row.work?.state?.rawValue ?? row.work?.step?.rawValue ?? row.reason), .day(row.day),
            .text(row.unit.name),
          ])
          written += 1
          if let person = row.person.flatMap({ ID<Person>($0.key) }) { named.append(person) }
        }
      }
    }
    if case .figure(let figure) = apart.question.name, !figure.countsUnits {
      try logList(
        of: apart.question.unit,
        on: apart.question.asOf.day,
        count: written,
        named: named
      )
    }
    return try file.finish()
  }

  /// The units directly below on two days, a line each.
  func export(_ model: UnitComparison, _ format: ExportFormat) throws -> ExportFile.Finished {
    let columns = [
      XLSXColumn("unit", width: 18), XLSXColumn("name", width: 40),
      XLSXColumn(model.days.then.description, content: .number),
      XLSXColumn(model.days.later.description, content: .number), XLSXColumn("difference", content: .number),
    ]
    let file = try ExportFile(format, title: model.code, columns: columns, created: moment)
    for row in model.rows {
      try file.write([
        .text(row.unit.key), .text(row.unit.name), count(row.then), count(row.later),
        .number((row.later ?? 0) - (row.then ?? 0)),
      ])
    }
    return try file.finish()
  }

  private func count(_ count: Int?) -> ListCell { count.map { .number($0) } ?? .text(nil) }
}
