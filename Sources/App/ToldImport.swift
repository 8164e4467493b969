import Phrases
import Records
import Rules

/// What came of lists that were brought in, as a console tells it.
struct ToldImport {
  let report: ImportReport
  let isDryRun: Bool
  let acceptsValid: Bool
  /// The folder to which the refused rows were written.
  let refusedTo: String?

  init(_ report: ImportReport, isDryRun: Bool, acceptsValid: Bool, refusedTo: String?) {
    self.report = report
    self.isDryRun = isDryRun
    self.acceptsValid = acceptsValid
    self.refusedTo = refusedTo
  }

  func say(as format: Format) {
    switch format {
    case .json:
      Console.print(
        JSON.object([
          ("read", .number(report.read)), ("accepted", .number(report.accepted)),
          ("refused", .list(report.refused.map { json($0.place, Phrase.refusal($0.refusal)) })),
          ("warnings", .list(report.warnings.map { json($0.place, Phrase.advice($0.advice)) })),
        ]).text
      )
    case .csv:
      Console.print("file,row,column,reason")
      for row in report.refused { Console.print(line(row.place, Phrase.refusal(row.refusal), ",")) }
    case .table:
      for row in report.refused.prefix(200) {
        Console.print(line(row.place, Phrase.refusal(row.refusal), "  "))
      }
      if report.refused.count > 200 { Console.print(Phrase.andMore(report.refused.count - 200).text) }
    }
    for warning in report.warnings {
      guard case .unknownColumn = warning.advice else { continue }
      Console.note(line(warning.place, Phrase.advice(warning.advice), "  "))
    }
    Console.note(
      Phrase.importDone(report.read, report.accepted, report.refused.count, report.warnings.count).text
    )
    if isDryRun {
      Console.note(Phrase.dryRun.text)
    } else if !report.refused.isEmpty, !acceptsValid {
      Console.note(Phrase.nothingWritten.text)
    }
    if let refusedTo, !report.refused.isEmpty { Console.note(Phrase.refusedWritten(refusedTo).text) }
  }

  private func json(_ place: ListPlace, _ reason: Phrase) -> JSON {
    .object([
      ("file", .text(place.file)), ("row", .number(place.row)), ("column", .text(place.column?.rawValue)),
      ("reason", .text(reason.text)),
    ])
  }

  private func line(_ place: ListPlace, _ reason: Phrase, _ separator: String) -> String {
    let column = place.column?.rawValue ?? ""
    if separator == "," {
      let words = reason.text.replacing("\"", with: "\"\"")
      return "\(place.file),\(place.row),\(column),\"\(words)\""
    }
    return "\(place.file):\(place.row)\(column.isEmpty ? "" : " \(column)")\(separator)\(reason)"
  }
}
