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

  /// A list of which something was refused, and a row of it with all that stands against it.
  package enum Step {
    case list(ListKind)
    case row(ListKind, line: Int, cells: [String], why: [RefusedRow])
  }

  /// Reads the lists again and tells what was refused of them, in the order of the lists and their rows.
  package func each(from source: ListSource, _ tell: (Step) throws -> Void) throws {
    for list in try source.open() {
      let refused = report.refused.filter { $0.place.list == list.kind }
      guard !refused.isEmpty else { continue }
      try tell(.list(list.kind))
      let reasons = Dictionary(grouping: refused) { $0.place.row }
      if let why = reasons[1] { try tell(.row(list.kind, line: 1, cells: [], why: why)) }
      _ = try list.readHeadings()
      while let (row, _) = try list.next() {
        guard let why = reasons[row.line] else { continue }
        try tell(.row(list.kind, line: row.line, cells: row.cells, why: why))
      }
    }
  }

  /// Writes what was refused of each list to a text list of its own.
  package func write(from source: ListSource, to folder: String) throws {
    let export = try ExportLists(to: folder, as: .csv)
    var writer: CSVWriter?
    try each(from: source) { step in
      switch step {
      case .list(let kind):
        try writer?.close()
        writer = try CSVWriter(path: export.folder + "/" + kind.rawValue + ".csv")
        try writer?.write(kind.columns.map(\.field.rawValue) + [RefusedLists.heading])
      case .row(_, let line, let cells, let why):
        if line > 1 { try writer?.write(cells + [words(why)]) }
      }
    }
    try writer?.close()
  }

  /// Writes what was refused of all lists to the sheets of one book.
  package func writeBook(from source: ListSource, to path: String, created: Int) throws {
    let book = try XLSXWriter(
      path: path,
      properties: .init(title: "Chibo", author: "Chibo", created: created)
    )
    try each(from: source) { step in
      switch step {
      case .list(let kind):
        let columns = kind.columns.map { BookListWriter.column($0, choices: []) }
        try book.addSheet(kind.rawValue, columns: columns + [XLSXColumn(RefusedLists.heading, width: 60)])
      case .row(let kind, let line, let cells, let why):
        guard line > 1 else { break }
        let row = zip(kind.columns, cells).map { column, cell -> XLSXWriter.Cell in
          cell.isEmpty ? .empty : column.field.isDay ? .day(cell) : .text(cell)
        }
        try book.write(row + [.text(words(why))])
      }
    }
    try book.close()
  }

  private func words(_ why: [RefusedRow]) -> String {
    why.map { row in (row.place.column.map { "\($0.rawValue): " } ?? "") + reason(row.refusal) }
      .joined(separator: "; ")
  }

  /// The column of reasons, which imports ignore.
  private static let heading = "reason refused"
}
