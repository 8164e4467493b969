import Sheets
import Testing

@Suite("Books that cannot be read")
struct DamagedBookTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
  }

  /// The error with which reading all of `book` ends, after the rows that could be read.
  func failure(_ book: BookFixture, password: String? = nil) throws -> SheetError? {
    let path = try book.write(to: folder.file("book.xlsx"), password: password)
    return try sheetError { _ = try XLSXBook(path: path).reader(sheet: "members").all() }
  }

  @Test("a file that is no book is told", arguments: ["", "P", "person,name\n", "PK\u{3}\u{4}"])
  func notABook(text: String) throws {
    let path = try folder.put(text, as: "book.xlsx")
    let error = try sheetError { _ = try XLSXBook(path: path) }
    #expect(error == SheetError(file: "book.xlsx", reason: .notABook))
  }

  @Test("a book of the old kind is told, and one locked with a password is told from it")
  func oldAndLocked() throws {
    let beginning: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let container = beginning + Array(repeating: 0, count: 600_000)
    let old = try folder.put(container, as: "old.xls")
    #expect(try sheetError { _ = try XLSXBook(path: old) }?.reason == .oldBook)
    let stream = "EncryptedPackage".utf8.flatMap { [$0, 0] } as [UInt8]
    let locked = try folder.put(container + stream, as: "locked.xlsx")
    #expect(try sheetError { _ = try XLSXBook(path: locked) }?.reason == .lockedBook)
  }

  @Test("an archive whose parts are locked is told")
  func lockedParts() throws {
    let error = try failure(BookFixture(rows: ""), password: "mật khẩu")
    #expect(error?.reason == .lockedBook)
  }

  @Test("a book without its outline, or without a sheet it names, is told")
  func missing() throws {
    var book = BookFixture(rows: "")
    book.change("xl/worksheets/sheet1.xml", to: "elsewhere.xml") { $0 }
    #expect(try failure(book)?.reason == .missingPart("xl/worksheets/sheet1.xml"))
    book.change("xl/workbook.xml", to: "content.xml") { $0 }
    #expect(try failure(book)?.reason == .notABook)
  }

  @Test("a sheet that is not in the book is told by its name")
  func noSuchSheet() throws {
    let path = try BookFixture(rows: "").write(to: folder.file("book.xlsx"))
    let book = try XLSXBook(path: path)
    #expect(try sheetError { _ = try book.reader(sheet: "posts") }?.reason == .noSuchSheet("posts"))
  }

  @Test("the rows before the damage are given, then the damage is told with its row")
  func brokenXML() throws {
    let book = BookFixture(
      rows: #"<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></row>"#
    )
    let reader = try XLSXBook(path: try book.write(to: folder.file("book.xlsx"))).reader(sheet: "members")
    #expect(try reader.next() == SheetRow(line: 1, cells: ["1"]))
    let error = try sheetError { _ = try reader.next() }
    let reason = SheetError.Reason.damagedPart("xl/worksheets/sheet1.xml")
    #expect(error == SheetError(file: "book.xlsx#members", line: 2, reason: reason))
    #expect(try reader.next() == nil)
  }

  @Test(
    "rows out of order, references that are none, and texts that are not there are damage",
    arguments: [
      #"<row r="2"/><row r="1"/>"#, #"<row r="x"/>"#, #"<row r="1"><c r="1A"/></row>"#,
      #"<row r="1"><c r="B1"/><c r="A1"/></row>"#, #"<row r="1"><c r="A1" t="s"><v>5</v></c></row>"#,
      #"<row r="1"><c r="A1" t="s"><v>-1</v></c></row>"#,
    ]
  )
  func damaged(rows: String) throws {
    #expect(try failure(BookFixture(rows: rows))?.reason == .damagedPart("xl/worksheets/sheet1.xml"))
  }

  @Test("more rows or columns than a sheet can have are told")
  func tooMany() throws {
    let row = try failure(BookFixture(rows: #"<row r="1048577"><c><v>1</v></c></row>"#))
    #expect(row?.reason == .tooManyRows(limit: 1_048_576))
    let column = try failure(BookFixture(rows: #"<row r="1"><c r="XFE1"><v>1</v></c></row>"#))
    #expect(column?.reason == .tooManyColumns(limit: 16_384))
  }

  @Test("a part that unpacks to far more than it is packed to is not unpacked")
  func bomb() throws {
    let book = BookFixture(rows: "<!--" + String(repeating: " ", count: 70 << 20) + "-->")
    #expect(try failure(book)?.reason == .swollenPart("xl/worksheets/sheet1.xml"))
  }

  @Test("a book that brings a document type of its own, and entities with it, is damage")
  func entities() throws {
    var book = BookFixture(rows: #"<row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row>"#)
    book.change("xl/worksheets/sheet1.xml") {
      #"<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>"# + $0
    }
    #expect(try failure(book)?.reason == .damagedPart("xl/worksheets/sheet1.xml"))
  }
}
