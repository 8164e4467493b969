/// A spreadsheet book in which an office hands in several lists, each on a sheet of its own.
///
///     let book = try XLSXBook(path: "province.xlsx")
///     book.sheetNames                          // units, members, …
///     let members = try book.reader(sheet: "members")
///
/// Hidden sheets are sheets like the others; charts are none.
package final class XLSXBook {
  /// The file's name without its folders.
  package let name: String
  /// The sheets in the order in which the book shows them.
  package let sheetNames: [String]
  private let archive: ZipArchive
  private let parts: [String]
  private let from1904: Bool
  private let stringsPart: String?
  private let stylesPart: String?
  private var strings: SharedStrings?
  private var showsDay: [Bool]?

  /// Opens a book and finds its sheets.
  ///
  /// - Throws: a `SheetError` when the file is not there, or is no book that can be read.
  package init(path: String) throws {
    name = FileName.last(of: path)
    archive = try ZipArchive(path: path, file: name)
    let outlinePart = try Self.outlinePart(archive)
    let outline = BookOutline()
    try XMLPart.parse(try archive.open(outlinePart, limit: SheetLimits.smallPartBytes), listener: outline)
    let targets = try Relationships.read(archive, of: outlinePart)
    let sheets = outline.sheets.compactMap { sheet in
      targets[sheet.id].flatMap { $0.kind == "worksheet" ? (name: sheet.name, part: $0.part) : nil }
    }
    sheetNames = sheets.map(\.name)
    parts = sheets.map(\.part)
    from1904 = outline.from1904
    stringsPart = targets.values.first { $0.kind == "sharedStrings" }?.part
    stylesPart = targets.values.first { $0.kind == "styles" }?.part
  }

  /// Reads one sheet from its first row; several may be read at the same time.
  package func reader(sheet: String) throws -> XLSXReader {
    guard let index = sheetNames.firstIndex(of: sheet) else {
      throw SheetError(file: name, reason: .noSuchSheet(sheet))
    }
    let rows = SheetRows(strings: try sharedStrings(), showsDay: try dayStyles(), from1904: from1904)
    return try XLSXReader(name: name + "#" + sheet, part: try archive.open(parts[index]), rows: rows)
  }

  private func sharedStrings() throws -> SharedStrings? {
    if let strings { return strings }
    guard let stringsPart, archive.holds(stringsPart) else { return nil }
    let strings = SharedStrings()
    let part = try archive.open(stringsPart, limit: SheetLimits.heldPartBytes)
    try XMLPart.parse(part, listener: strings)
    self.strings = strings
    return strings
  }

  private func dayStyles() throws -> [Bool] {
    if let showsDay { return showsDay }
    guard let stylesPart, archive.holds(stylesPart) else { return [] }
    let formats = NumberFormats()
    let part = try archive.open(stylesPart, limit: SheetLimits.smallPartBytes)
    try XMLPart.parse(part, listener: formats)
    let days = formats.showsDay
    showsDay = days
    return days
  }

  /// The part that lists the sheets, which is not called the same in every book.
  private static func outlinePart(_ archive: ZipArchive) throws -> String {
    let targets = try Relationships.read(archive, of: "")
    let part = targets.values.first { $0.kind == "officeDocument" }?.part ?? "xl/workbook.xml"
    guard archive.holds(part), !part.hasSuffix(".bin") else {
      throw SheetError(file: archive.file, reason: .notABook)
    }
    return part
  }
}
