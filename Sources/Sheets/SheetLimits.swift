/// The bounds of a list: those of the spreadsheets, and those that keep a hostile file from filling memory.
package enum SheetLimits {
  /// The rows of one sheet.
  package static let rows = 1_048_576
  /// The columns of one sheet.
  package static let columns = 16_384
  /// The characters (UTF-16 units) of one sheet's cell.
  package static let cellCharacters = 32_767
  /// The characters of all values allowed in a column, with their separators.
  package static let choiceCharacters = 255
  /// The bytes of one row of a text list.
  package static let rowBytes = 4 << 20
  /// The bytes of one cell of a sheet.
  package static let cellBytes = 1 << 20
  /// The bytes that any part of a book may unpack to.
  package static let partBytes = 4 << 30
  /// The bytes that a part held in memory as a whole may unpack to.
  package static let heldPartBytes = 1 << 30
  /// How many times its packed size a part may unpack to, once it is larger than `smallPartBytes`.
  package static let unpacking = 200
  /// The bytes up to which a part may unpack from however little.
  package static let smallPartBytes = 64 << 20
  /// The parts of one book.
  package static let parts = 65_535
}
