import Foundation
import Sheets
import Testing

@Suite("Writing a book")
struct XLSXWriterTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
  }

  static let properties = XLSXWriter.Properties(
    title: "Danh sách",
    author: "Văn phòng",
    created: 1_750_000_000
  )

  func writer(_ name: String = "book.xlsx") throws -> XLSXWriter {
    try XLSXWriter(path: folder.file(name), properties: Self.properties)
  }

  @Test("what is written on each sheet reads back the same")
  func roundTrip() throws {
    let texts = [
      "0123", "=1+1", "'=1", "x\ny", "x\r\ny", "_x0041_", "_x000D_", "<&>\"", "Đỗ Thị Ước", "x\ty",
    ]
    let book = try writer()
    try book.addSheet("units", columns: [XLSXColumn("code"), XLSXColumn("from", content: .day)])
    for text in texts { try book.write([.text(text), .day("2025-09-30")]) }
    try book.addSheet("đảng viên", columns: [XLSXColumn("mã"), XLSXColumn("ngày sinh"), XLSXColumn("số")])
    try book.write([.empty, .day("1957"), .number(-12)])
    try book.write([.text("P2"), .day("1900-01-31"), .number(123_456_789_012_345_678)])
    try book.close()

    let read = try XLSXBook(path: folder.file("book.xlsx"))
    #expect(read.sheetNames == ["units", "đảng viên"])
    let units = try read.reader(sheet: "units").all()
    #expect(units.map(\.cells) == [["code", "from"]] + texts.map { [$0, "2025-09-30"] })
    #expect(units.allSatisfy { $0.problem == nil })
    #expect(
      try read.reader(sheet: "đảng viên").cells() == [
        ["mã", "ngày sinh", "số"], ["", "1957", "-12"], ["P2", "1900-01-31", "123456789012345678"],
      ]
    )
  }

  @Test("the same rows and properties give the same bytes")
  func sameBytes() throws {
    for name in ["one.xlsx", "two.xlsx"] {
      let book = try writer(name)
      try book.addSheet("units", columns: [XLSXColumn("code")])
      try book.write([.text("QN")])
      try book.close()
    }
    #expect(try folder.bytes(of: "one.xlsx") == (try folder.bytes(of: "two.xlsx")))
  }

  @Test("a book has its name only when it is whole")
  func unfinished() throws {
    let book = try writer()
    try book.addSheet("units", columns: [XLSXColumn("code")])
    #expect(try folder.names.contains("book.xlsx") == false)
    try book.close()
    #expect(try folder.names == ["book.xlsx"])
  }

  @Test("a book that is given up leaves nothing behind")
  func abandoned() throws {
    var book: XLSXWriter? = try writer()
    try book?.addSheet("units", columns: [XLSXColumn("code")])
    try book?.write([.text("QN")])
    book = nil
    #expect(try folder.names.isEmpty)
  }

  @Test("a template offers the values allowed in a column, and none that a sheet cannot hold")
  func choices() throws {
    let book = try writer()
    try book.addSheet("units", columns: [XLSXColumn("kind", choices: ["chi bộ", "tổ đảng"])])
    let comma = try sheetError { try book.addSheet("a", columns: [XLSXColumn("kind", choices: ["a,b"])]) }
    #expect(comma?.reason == .choiceWithComma("a,b"))
    let long = Array(repeating: "đảng bộ", count: 33)
    let tooLong = try sheetError { try book.addSheet("b", columns: [XLSXColumn("kind", choices: long)]) }
    #expect(tooLong?.reason == .choicesTooLong(limit: 255))
    try book.addSheet("c", columns: [XLSXColumn("kind", choices: Array(long.dropLast()))])
    try book.close()
    #expect(try XLSXBook(path: folder.file("book.xlsx")).sheetNames == ["units", "c"])
  }

  @Test(
    "a name that no sheet may have, or that is taken, is told",
    arguments: ["", "a/b", "a[1]", "'a", "UNITS", "một cái tên dài hơn ba mươi mốt chữ"]
  )
  func sheetNames(name: String) throws {
    let book = try writer()
    try book.addSheet("units", columns: [XLSXColumn("code")])
    let error = try sheetError { try book.addSheet(name, columns: [XLSXColumn("code")]) }
    #expect(error?.reason == .wrongSheetName(name))
  }

  @Test(
    "a cell that no sheet can hold is told with its row",
    arguments: [
      ("a\u{0}b", .controlCharacter(0)), ("a\u{FFFF}", .controlCharacter(0xFFFF)),
      (String(repeating: "ư", count: 32_768), .cellTooLong(limit: 32_767)),
    ] as [(String, SheetError.Reason)]
  )
  func wrongCells(text: String, reason: SheetError.Reason) throws {
    let book = try writer()
    try book.addSheet("units", columns: [XLSXColumn("code")])
    try book.write([.text(String(repeating: "ư", count: 32_767))])
    let error = try sheetError { try book.write([.text(text)]) }
    #expect(error == SheetError(file: "book.xlsx", line: 3, reason: reason))
  }

  @Test("rows before a sheet and after the end are refused")
  func notOpen() throws {
    let book = try writer()
    #expect(try sheetError { try book.write([.text("QN")]) }?.reason == .notOpen)
    try book.addSheet("units", columns: [XLSXColumn("code")])
    try book.close()
    try book.close()
    #expect(try sheetError { try book.write([.text("QN")]) }?.reason == .notOpen)
  }

  @Test("a full disk is told with the system's reason, and leaves no book")
  func fullDisk() throws {
    let part = folder.file("book.xlsx.part")
    try FileManager.default.createSymbolicLink(atPath: part, withDestinationPath: "/dev/full")
    let error = try sheetError {
      let book = try writer()
      try book.addSheet("units", columns: [XLSXColumn("code")])
      try book.close()
    }
    #expect(error == SheetError(file: "book.xlsx", reason: .cannotWrite(errno: ENOSPC)))
    #expect(try folder.names.isEmpty)
  }

  @Test("a folder that is not there is told with the system's reason")
  func noFolder() throws {
    let error = try sheetError { _ = try writer("no/book.xlsx") }
    #expect(error == SheetError(file: "book.xlsx", reason: .cannotOpen(errno: 2)))
  }
}
