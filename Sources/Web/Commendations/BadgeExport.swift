import Basics
import Hummingbird
import Records
import Rules
import Sheets

/// The list for a ceremony as a file: whom a badge reaches on a day of award; taking it away is written down.
struct BadgeExport: Sendable {
  let reception: Reception

  /// `GET /units/:unit/badges.csv?award=2026-11-07&badge=40`.
  @Sendable func answer(_ request: Request, _ key: String, _ format: ExportFormat) async throws -> Response {
    try await reception.take(request, format) { visit in
      let question = try BadgeQuestion(key, try visit.day("award"), visit)
      try visit.require(.exportLists, on: question.unit)
      let name = "badges-\(question.path.last?.code ?? "")-\(question.day)"
      return TakenList(try visit.exportBadges(question, format, name), name: name)
    }
  }
}

extension Visit {
  fileprivate func exportBadges(
    _ question: BadgeQuestion,
    _ format: ExportFormat,
    _ title: String
  ) throws -> ExportFile.Finished {
    let columns = [
      XLSXColumn("person", width: 18), XLSXColumn("name", width: 34), XLSXColumn("born"),
      XLSXColumn("sex", width: 6), XLSXColumn("unitName", width: 40), XLSXColumn("decided", content: .day),
      XLSXColumn("badge", content: .number), XLSXColumn("money", content: .number),
      XLSXColumn("awarded", content: .day), XLSXColumn("number"), XLSXColumn("remark", width: 30),
    ]
    let file = try ExportFile(format, title: title, columns: columns, created: moment)
    let rows = question.asked(try badgeCandidates(question))
    for row in rows {
      try file.write([
        .text(row.code), .text(row.name), .text(row.born?.description), .text(row.sex?.rawValue),
        .text(row.unitName), .day(row.decided), .number(row.badge.years),
        row.badge.money.map { .number($0) } ?? .text(nil), .day(row.award?.span.start),
        .text(row.award?.value.number), .text(row.wasReadmitted ? "readmitted" : nil),
      ])
    }
    try logList(
      of: question.unit,
      on: question.asOf.day,
      count: rows.count,
      named: rows.count > 5000 ? nil : Set(rows.map(\.person)).sorted()
    )
    return try file.finish()
  }
}
