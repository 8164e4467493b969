import Basics
import Hummingbird
import Markup
import Records
import Rules
import Sheets

/// The rows behind a figure taken away as a file.
struct FigureExport: Sendable {
  let reception: Reception

  /// `GET /units/:unit/figures/members.women.csv`.
  func answer(
    _ request: Request,
    _ key: String,
    _ code: String,
    _ format: ExportFormat
  ) async throws -> Response {
    try await reception.take(request, format) { visit in
      let question = try FigureQuestion(code, key, visit)
      try visit.require(.exportLists, on: question.unit)
      let name = "\(code)-\(question.path.last?.code ?? "")-\(question.asOf.day)"
      let file: ExportFile.Finished
      if visit.asked.value("against") != nil {
        let apart = try FiguresApart(question, visit)
        let days = "\(apart.days.then)-\(apart.days.later)"
        return TakenList(
          try visit.export(apart, format),
          name: "\(code)-\(question.path.last?.code ?? "")-\(days)"
        )
      }
      switch question.name {
      case .figure(let figure) where figure.countsWork:
        file = try visit.exportWork(question, figure, format)
      case .figure(let figure) where figure.countsUnits:
        file = try visit.exportUnits(question, figure, format)
      case .figure(let figure) where !figure.needsPeriod:
        try visit.require(.readRoll, on: question.unit)
        file = try visit.export(question.roll(figure), as: format, title: code)
      default:
        try visit.require(.readRoll, on: question.unit)
        file = try visit.exportPeople(question, format)
      }
      return TakenList(file, name: name)
    }
  }
}

extension Visit {
  fileprivate func exportUnits(
    _ question: FigureQuestion,
    _ figure: FigureName,
    _ format: ExportFormat
  ) throws -> ExportFile.Finished {
    let columns = [
      XLSXColumn("code"), XLSXColumn("name", width: 40), XLSXColumn("kind", width: 18), XLSXColumn("sector"),
      XLSXColumn("parentName", width: 40), XLSXColumn("members", content: .number),
    ]
    let file = try ExportFile(format, title: question.code, columns: columns, created: moment)
    let units = try question.units(figure, self)
    let rows = FigureRows(db: db)
    for start in stride(from: 0, to: units.count, by: 500) {
      let block = units[start..<min(start + 500, units.count)]
      let members = try rows.members(of: block.map(\.unit.unit), question.asOf)
      for counted in block {
        try file.write([
          .text(counted.unit.code), .text(counted.unit.name), .text(counted.unit.kind.rawValue),
          .text(counted.unit.sector?.rawValue), .text(counted.parentName),
          .number(members[counted.unit.unit] ?? 0),
        ])
      }
    }
    return try file.finish()
  }

  fileprivate func exportPeople(
    _ question: FigureQuestion,
    _ format: ExportFormat
  ) throws -> ExportFile.Finished {
    let columns = [
      XLSXColumn("person", width: 18), XLSXColumn("name", width: 34), XLSXColumn("born"),
      XLSXColumn("sex", width: 6),
      XLSXColumn("day", content: .day), XLSXColumn("unitName", width: 40),
    ]
    let file = try ExportFile(format, title: question.code, columns: columns, created: moment)
    let people = try question.people(self)
    let names = NameStore(db: db)
    for start in stride(from: 0, to: people.count, by: 500) {
      let block = people[start..<min(start + 500, people.count)]
      let codes = try names.codes(of: block.map(\.person))
      let particulars = try names.particulars(of: block.map(\.person), asOf.knowledge)
      let units = try names.names(of: Array(Set(block.map(\.unit))), asOf.knowledge)
      for counted in block {
        let known = particulars[counted.person]?.value(around: counted.day)
        try file.write([
          .text(codes[counted.person]), .text(known?.name), .text(known?.born?.description),
          .text(known?.sex?.rawValue), .day(counted.day),
          .text(units[counted.unit]?.value(around: counted.day)),
        ])
      }
    }
    try logList(
      of: question.unit,
      on: question.asOf.day,
      count: people.count,
      named: people.count > 5000 ? nil : Set(people.map(\.person)).sorted()
    )
    return try file.finish()
  }
}
