import Foundation
import Sheets
import Testing

@Suite("Writing a text list")
struct CSVWriterTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
  }

  func text(_ rows: [[String]], bom: Bool = false) throws -> String {
    var bytes: [UInt8] = []
    let writer = CSVWriter(bom: bom) { bytes += $0 }
    for row in rows { try writer.write(row) }
    try writer.close()
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("cells stand in quotes only where they need it")
  func quoting() throws {
    let row = ["An", "a,b", "a;b", "say \"no\"", "x\ny", "", "=1"]
    #expect(try text([row]) == "An,\"a,b\",\"a;b\",\"say \"\"no\"\"\",\"x\ny\",,'=1\n")
  }

  @Test("the byte order mark is written only when asked for")
  func byteOrderMark() throws {
    #expect(Array(try text([["a"]], bom: true).utf8) == [0xEF, 0xBB, 0xBF, 0x61, 0x0A])
    #expect(try text([["a"]]) == "a\n")
  }

  @Test("what is written reads back the same")
  func roundTrip() throws {
    let cells = [
      "a", "=1", "'=1", "''@", "'", "\"", "a\"b", "x\r\ny", "x\ty\"\u{17A}", "Đỗ Ước", "1;2,3",
    ]
    let rows = [cells, cells.reversed(), ["", "x"] + cells.dropFirst(2)]
    let writer = try CSVWriter(path: folder.file("members.csv"))
    for row in rows { try writer.write(row) }
    try writer.close()
    #expect(try CSVReader(path: folder.file("members.csv")).cells() == rows)
  }

  @Test("a list has its name only when it is whole")
  func unfinished() throws {
    let writer = try CSVWriter(path: folder.file("members.csv"))
    for number in 0..<20_000 { try writer.write(["P\(number)", "Nguyễn Văn An"]) }
    #expect(try folder.names == ["members.csv.part"])
    try writer.close()
    #expect(try folder.names == ["members.csv"])
    #expect(try CSVReader(path: folder.file("members.csv")).all().count == 20_000)
  }

  @Test("a list that is given up leaves nothing behind, and the earlier one stands")
  func abandoned() throws {
    _ = try folder.put("earlier\n", as: "members.csv")
    var writer: CSVWriter? = try CSVWriter(path: folder.file("members.csv"))
    try writer?.write(["later"])
    writer = nil
    #expect(try folder.names == ["members.csv"])
    #expect(try folder.bytes(of: "members.csv") == Array("earlier\n".utf8))
  }

  @Test("a full disk is told with the system's reason, and leaves no list")
  func fullDisk() throws {
    let part = folder.file("members.csv.part")
    try FileManager.default.createSymbolicLink(atPath: part, withDestinationPath: "/dev/full")
    let error = try sheetError {
      let writer = try CSVWriter(path: folder.file("members.csv"))
      try writer.write(["An"])
      try writer.close()
    }
    #expect(error == SheetError(file: "members.csv", line: 1, reason: .cannotWrite(errno: ENOSPC)))
    #expect(try folder.names.isEmpty)
  }

  @Test("a folder that is not there is told with the system's reason")
  func noFolder() throws {
    let error = try sheetError { _ = try CSVWriter(path: folder.file("no/members.csv")) }
    #expect(error?.reason == .cannotOpen(errno: ENOENT))
  }

  @Test("a closed list takes no more rows, and may be closed again")
  func closed() throws {
    let writer = try CSVWriter(path: folder.file("members.csv"))
    try writer.close()
    try writer.close()
    let error = try sheetError { try writer.write(["late"]) }
    #expect(error?.reason == .notOpen)
  }
}
