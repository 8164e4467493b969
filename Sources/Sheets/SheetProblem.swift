/// What is wrong with one row of a list, in which the other rows can still be read.
///
/// Only the first problem of a row is told; it is mended in the file, and the file is read again.
package struct SheetProblem: Hashable, Sendable {
  /// The column of the cell, counted from 0 as in the row's cells.
  package let column: Int
  /// What is wrong with the cell.
  package let reason: Reason

  /// A problem of one cell.
  package init(column: Int, reason: Reason) {
    self.column = column
    self.reason = reason
  }

  /// What can be wrong with a cell.
  package enum Reason: Hashable, Sendable {
    /// Bytes that are no UTF-8 text: a list saved in an old encoding.
    case notUTF8
    /// A control character, by its number in Unicode.
    case controlCharacter(UInt32)
    /// Text between a closing quote and the next delimiter.
    case textAfterQuote
    /// A formula of the spreadsheet that failed, such as `#N/A`.
    case failedFormula(String)
    /// A number shown as a day that stands for no day, as it is in the file.
    case noSuchDay(String)
  }
}
