/// Why a list cannot be read to its end, or written.
///
/// It holds what happened and where, and no sentence: the words are found where it is shown.
package struct SheetError: Error, Hashable, Sendable {
  /// The list, as its reader or writer names it.
  package let file: String
  /// The line or sheet row at which it happened, where there is one.
  package let line: Int?
  /// What happened.
  package let reason: Reason

  /// An error at `line` of `file`.
  package init(file: String, line: Int? = nil, reason: Reason) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  /// What can happen to a list.
  package enum Reason: Hashable, Sendable {
    /// The file is not there, or may not be opened; with the system's error number.
    case cannotOpen(errno: Int32)
    /// The medium failed while reading.
    case cannotRead(errno: Int32)
    /// The medium failed or is full while writing.
    case cannotWrite(errno: Int32)
    /// The text is UTF-16 or UTF-32.
    case notUTF8
    /// A quote that opened in this row is never closed.
    case unterminatedQuote
    /// A row, or a cell of it, holds more bytes than any list of ours can.
    case rowTooLong(limit: Int)
    /// The file is no spreadsheet book.
    case notABook
    /// The book is of the kind before `.xlsx`.
    case oldBook
    /// The book is locked with a password.
    case lockedBook
    /// The book has no sheet of this name.
    case noSuchSheet(String)
    /// A part the book cannot do without is not in it.
    case missingPart(String)
    /// A part of the book is damaged: cut short, changed, or not what it says it is.
    case damagedPart(String)
    /// A part unpacks to more than a real book would hold.
    case swollenPart(String)
    /// More rows than a sheet can have.
    case tooManyRows(limit: Int)
    /// More columns than a sheet can have.
    case tooManyColumns(limit: Int)
    /// A cell holds more characters than a sheet's cell can.
    case cellTooLong(limit: Int)
    /// A cell holds a character that a sheet cannot, by its number in Unicode.
    case controlCharacter(UInt32)
    /// A sheet may not be called this, or is there already.
    case wrongSheetName(String)
    /// The values allowed in a column are too long together for a sheet's choice.
    case choicesTooLong(limit: Int)
    /// A value allowed in a column has a comma in it, which would make two values of it.
    case choiceWithComma(String)
    /// Rows were given before a sheet, or after the list was closed.
    case notOpen
  }
}
