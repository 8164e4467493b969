/// A cell of a text list as a spreadsheet may see it: never the beginning of a formula.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and would run it. Such
/// a cell is written with an apostrophe before it. So that reading takes back exactly what writing added,
/// a cell that already has apostrophes before such a sign gets one more.
///
///     NeutralCell.written("=1+1")    // '=1+1
///     NeutralCell.read("'=1+1")      // =1+1
///     NeutralCell.written("'tis")    // 'tis: no formula, nothing added
package enum NeutralCell {
  /// The cell as it is written into a text list.
  package static func written(_ cell: String) -> String {
    var cell = cell
    return cell.withUTF8 { isFormula($0) } ? "'" + cell : cell
  }

  /// The cell as it was before it was written.
  package static func read(_ cell: String) -> String {
    var cell = cell
    return cell.withUTF8 { hasAddedApostrophe($0) } ? String(cell.unicodeScalars.dropFirst()) : cell
  }

  /// Whether one apostrophe is to be added before `cell`.
  static func isFormula(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = cell.first, first < 0x41 else { return false }
    return cell.first { $0 != apostrophe }.map(beginsFormula) ?? false
  }

  /// Whether one apostrophe before `cell` is not of the cell itself.
  static func hasAddedApostrophe(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    cell.first == apostrophe && isFormula(cell)
  }

  private static let apostrophe = UInt8(ascii: "'")

  private static func beginsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
    default: false
    }
  }
}
