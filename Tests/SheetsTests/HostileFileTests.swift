import Sheets
import Testing

/// Chance that is the same in every run.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite("Files of any content")
struct HostileFileTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
  }

  /// Reads all there is; what ends the reading may only be an error of the sheet.
  func readText(_ bytes: [UInt8]) throws -> Int {
    var rows = 0
    _ = try sheetError {
      let reader = try CSVReader(path: try folder.put(bytes, as: "any.csv"))
      while let row = try reader.next() { rows += row.line > 0 ? 1 : 0 }
    }
    return rows
  }

  func readBook(_ bytes: [UInt8]) throws -> Int {
    var rows = 0
    _ = try sheetError {
      let book = try XLSXBook(path: try folder.put(bytes, as: "any.xlsx"))
      for sheet in book.sheetNames {
        let reader = try book.reader(sheet: sheet)
        while let row = try reader.next() { rows += row.line > 0 ? 1 : 0 }
      }
    }
    return rows
  }

  @Test("a text list of random signs is read or told, never worse", arguments: 0..<300 as Range<UInt64>)
  func randomText(seed: UInt64) throws {
    var dice = Dice(state: seed)
    let signs = Array("\"\",,;\t\n\r '=a\0".utf8) + [0xC2, 0xA0, 0xCC]
    let length = Int.random(in: 0...400, using: &dice)
    let bytes = (0..<length).map { _ in
      Int.random(in: 0..<8, using: &dice) == 0
        ? UInt8.random(in: 0...255, using: &dice) : signs.randomElement(using: &dice) ?? 0
    }
    let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
    #expect(try readText(bytes) <= lines)
  }

  /// A small book with every kind of cell, as bytes.
  func bookBytes() throws -> [UInt8] {
    let book = try XLSXWriter(
      path: folder.file("whole.xlsx"),
      properties: .init(title: "a", author: "b", created: 1)
    )
    try book.addSheet("members", columns: [XLSXColumn("person"), XLSXColumn("born", content: .day)])
    for number in 0..<40 { try book.write([.text("P\(number)"), .day("1957-05-19"), .number(number)]) }
    try book.close()
    return try folder.bytes(of: "whole.xlsx")
  }

  @Test("a book cut short anywhere gives no rows beyond its own, and is told")
  func truncatedBook() throws {
    let bytes = try bookBytes()
    #expect(try readBook(bytes) == 41)
    for length in stride(from: 0, to: bytes.count, by: 37) {
      #expect(try readBook(Array(bytes.prefix(length))) == 0)
    }
  }

  @Test(
    "a book with bytes changed anywhere is read or told, never worse",
    arguments: 0..<300 as Range<UInt64>
  )
  func changedBook(seed: UInt64) throws {
    var dice = Dice(state: seed)
    var bytes = try bookBytes()
    for _ in 0..<Int.random(in: 1...12, using: &dice) {
      bytes[Int.random(in: 0..<bytes.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
    }
    #expect(try readBook(bytes) <= 41)
  }

  @Test(
    "a sheet with its XML changed anywhere is read or told, never worse",
    arguments: 0..<300 as Range<UInt64>
  )
  func changedSheet(seed: UInt64) throws {
    var dice = Dice(state: seed)
    var book = BookFixture(
      rows: """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45930</v></c>\
        <c t="inlineStr"><is><t>x_x0001_</t></is></c></row>
        """,
      strings: "<si><t>An</t></si>",
      styles: #"<cellXfs><xf numFmtId="14"/></cellXfs>"#
    )
    let part = book.parts.indices.randomElement(using: &dice) ?? 0
    var text = Array(book.parts[part].text.unicodeScalars)
    for _ in 0..<Int.random(in: 1...4, using: &dice) {
      let place = Int.random(in: 0..<text.count, using: &dice)
      text[place] = "<>/=\"rcstv019AZ &;-".unicodeScalars.randomElement(using: &dice) ?? " "
    }
    var changed = String.UnicodeScalarView()
    changed.append(contentsOf: text)
    book.parts[part].text = String(changed)
    _ = try book.write(to: folder.file("changed.xlsx"))
    #expect(try readBook(try folder.bytes(of: "changed.xlsx")) <= 1)
  }
}
