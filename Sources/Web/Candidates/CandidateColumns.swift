import Basics
import Records
import Rules
import Sheets

// The list of candidates as a file: the same words as in other lists.
extension CandidateLine {
  /// What comes next: a step of the rule, or the ceremony when nothing is missing.
  var nextCode: String? { progress.next?.code ?? (progress.isComplete ? "ceremony" : nil) }

  static let columns: [XLSXColumn] = [
    XLSXColumn("person", width: 18), XLSXColumn("name", width: 34), XLSXColumn("born", width: 12),
    XLSXColumn("sex", width: 6), XLSXColumn("ethnicity", width: 14), XLSXColumn("unit", width: 18),
    XLSXColumn("unitName", width: 40), XLSXColumn("source", width: 18), XLSXColumn("from", content: .day),
    XLSXColumn("done", content: .number), XLSXColumn("asked", content: .number),
    XLSXColumn("next", width: 18), XLSXColumn("missing", width: 60),
    XLSXColumn("waitingSince", content: .day),
    XLSXColumn("certificateUntil", content: .day),
  ]

  var cells: [ListCell] {
    let missing = progress.missing
    return [
      .text(code), .text(particulars.name), .text(particulars.born?.description),
      .text(particulars.sex?.rawValue), .text(particulars.ethnicity), .text(candidacy.unit.description),
      .text(unitName), .text(candidacy.source.rawValue), .day(since),
      .number(progress.requirements.count - missing.count), .number(progress.requirements.count),
      .text(nextCode), .text(missing.map(\.code).joined(separator: " ")), .day(progress.waitingSince),
      .day(progress.certificate?.until),
    ]
  }
}
