import CXlsxWriter
import Glibc

/// The rows that a written sheet must hold, counted again in the book before it gets its name.
///
/// The library keeps a sheet in temporary files, and does not tell when the medium they lie on is full.
struct WrittenRows {
  /// The rows written with something in them.
  var count = 0

  /// Whether the medium has failed the rows written so far, as far as can be seen.
  static func failed(_ sheet: UnsafeMutablePointer<lxw_worksheet>) -> Bool {
    guard let temporary = sheet.pointee.optimize_tmpfile else { return false }
    return ferror(temporary) != 0
  }

  /// Whether the book at `path` holds all rows of its sheets, in the order of the sheets.
  static func stand(_ sheets: [WrittenRows], inBookAt path: String, file: String) -> Bool {
    do {
      let archive = try ZipArchive(path: path, file: file)
      for (index, sheet) in sheets.enumerated() {
        let counter = RowCounter()
        try XMLPart.parse(try archive.open("xl/worksheets/sheet\(index + 1).xml"), listener: counter)
        if counter.count != sheet.count { return false }
      }
      return true
    } catch {
      return false
    }
  }
}

/// Counts the rows of a sheet.
private final class RowCounter: XMLListener {
  private(set) var count = 0

  override func open(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "row" { count += 1 }
  }
}
