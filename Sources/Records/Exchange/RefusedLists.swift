import Basics
package import Rules
import Sheets

/// The refused rows of an import as lists of their own: mended, they can be imported again.
package struct RefusedLists {
  private let report: ImportReport
  private let reason: (Refusal) -> String

  /// `reason`: says why, in the reader's language; it stands in a column that imports ignore.
  package init(_ report: ImportReport, reason: @escaping (Refusal) -> String) {
    self.report = report
    self.reason = reason
  }

  /// Reads the lists again and writes what was refused of them.
  package func write(from source: ListSource, to folder: String) throws {
    let export = try ExportLists(to: folder, as: .csv)
    for list in try source.open() {
      var reasons: [Int: [String]] = [:]
      for row in report.refused where row.place.list == list.kind {
        reasons[row.place.row, default: []].append(
          row.place.column.map { "\($0.rawValue): " } ?? "" + reason(row.refusal)
        )
      }
      guard !reasons.isEmpty else { continue }
      let writer = try CSVWriter(path: export.folder + "/" + list.kind.rawValue + ".csv")
      try writer.write(list.kind.columns.map(\.field.rawValue) + ["reason refused"])
      _ = try list.readHeadings()
      while let (row, _) = try list.next() {
        guard let why = reasons[row.line] else { continue }
        try writer.write(row.cells + [why.joined(separator: "; ")])
      }
      try writer.close()
    }
  }
}
