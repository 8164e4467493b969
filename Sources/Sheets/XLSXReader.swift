/// A list on one sheet of a book.
///
/// Cells are given as people see them: days as `yyyy-mm-dd`, numbers in plain digits, formulas by their
/// last result. A cell whose formula failed is a problem of its row.
package final class XLSXReader: SheetReader {
  /// What people call the list: `book.xlsx#members`.
  package let name: String
  private let xml: XMLPart
  private let rows: SheetRows
  private var taken = 0
  private var failure: SheetError?

  init(name: String, part: ZipPart, rows: SheetRows) throws {
    self.name = name
    self.rows = rows
    xml = try XMLPart(part, listener: rows)
  }

  /// The next row that is not blank; `nil` after the last one.
  package func next() throws -> SheetRow? {
    while taken == rows.finished.count {
      rows.finished.removeAll(keepingCapacity: true)
      taken = 0
      if let failure {
        self.failure = nil
        throw failure
      }
      do {
        let goesOn = try xml.parseBlock()
        if !goesOn, rows.finished.isEmpty { return nil }
      } catch let error as SheetError {
        let line = rows.number > 0 ? rows.number : nil
        failure = SheetError(file: name, line: line, reason: error.reason)
      }
    }
    taken += 1
    return rows.finished[taken - 1]
  }
}
