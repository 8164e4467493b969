/// A list in a file, read row by row: a list of members handed in by an office, or one sheet of a book.
///
/// The whole list is never in memory: each call gives the next row, in the order of the file. The first
/// row is the headings; what they mean is for the reader's user to say.
///
///     let list = try CSVReader(path: "members.csv")
///     while let row = try list.next() { … }
package protocol SheetReader: AnyObject {
  /// What people call the list: `members.csv`, or `book.xlsx#members`.
  var name: String { get }

  /// The next row that is not blank; `nil` after the last one.
  ///
  /// - Throws: a `SheetError` when the rest of the list cannot be read.
  func next() throws -> SheetRow?
}

/// One row of a list.
package struct SheetRow: Hashable, Sendable {
  /// The line of the file on which the row starts, or its number in the sheet; the first is 1.
  package let line: Int
  /// The cells from the left, without surrounding spaces, in composed form (NFC).
  package let cells: [String]
  /// Why the row cannot be taken as it stands; `nil` for a sound row.
  package let problem: SheetProblem?

  /// A row that starts on `line`.
  package init(line: Int, cells: [String], problem: SheetProblem? = nil) {
    self.line = line
    self.cells = cells
    self.problem = problem
  }
}
