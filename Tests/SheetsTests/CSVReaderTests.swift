import Sheets
import Testing

@Suite("Reading a text list")
struct CSVReaderTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
  }

  func rows(_ text: String) throws -> [SheetRow] {
    try CSVReader(path: try folder.put(text, as: "members.csv")).all()
  }

  func rows(bytes: [UInt8]) throws -> [SheetRow] {
    try CSVReader(path: try folder.put(bytes, as: "members.csv")).all()
  }

  @Test("a list is called by its file's name")
  func name() throws {
    #expect(try CSVReader(path: try folder.put("a", as: "members.csv")).name == "members.csv")
  }

  @Test(
    "commas, semicolons and tabs are known from the headings",
    arguments: [
      "a,b;,c\n1,2;3,4\n", "a;b,;c\n1;2,3;4\n", "a\tb,;\tc\n1\t2,;3\t4\n", "\"a,,,\";b;c\n1;2,;4\n",
      "a\"b;\"c,,,\"\"\";d\n1;2,;4\n",
    ]
  )
  func delimiters(text: String) throws {
    #expect(try rows(text).allSatisfy { $0.cells.count == 3 && $0.problem == nil })
  }

  @Test(
    "lines end as they end on any system, the last one or not",
    arguments: ["a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2\r", "a,b\n1,2", "\u{FEFF}a,b\r\n1,2"]
  )
  func lineEnds(text: String) throws {
    let expected = [SheetRow(line: 1, cells: ["a", "b"]), SheetRow(line: 2, cells: ["1", "2"])]
    #expect(try rows(text) == expected)
  }

  @Test("quotes hold delimiters, quotes and line ends, and lines are counted through them")
  func quotes() throws {
    let text = "a,b\n\"x,\"\"y\"\"\r\nz\",2\n \"3\" ,4\n"
    #expect(
      try rows(text) == [
        SheetRow(line: 1, cells: ["a", "b"]),
        SheetRow(line: 2, cells: ["x,\"y\"\r\nz", "2"]),
        SheetRow(line: 4, cells: ["3", "4"]),
      ]
    )
  }

  @Test("blank rows are passed over and their lines counted")
  func blankRows() throws {
    let lines = try rows("\n  \na,b\n\n,\n\"\",\n1,2\r\n\r\n3,\n").map(\.line)
    #expect(lines == [3, 7, 9])
  }

  @Test("spaces and no-break spaces around a cell are not of the cell")
  func trimmed() throws {
    let text = "a,b\n \u{A0}An Bình\u{202F} ,\" \u{2007}x \"\n"
    #expect(try rows(text)[1].cells == ["An Bình", "x"])
  }

  @Test("a letter and its tone in several characters are one letter")
  func composed() throws {
    let cell = try rows("a\nNguye\u{302}\u{303}n Thi\u{323}\n")[1].cells[0]
    #expect(Array(cell.unicodeScalars) == Array("Nguy\u{1EC5}n Th\u{1ECB}".unicodeScalars))
  }

  @Test("an apostrophe that neutralised a cell is taken away again")
  func neutralised() throws {
    #expect(try rows("a,b,c\n'=1+1,''-,'tis\n")[1].cells == ["=1+1", "'-", "'tis"])
  }

  @Test("a row with bytes that are no UTF-8 is told, and reading goes on")
  func badBytes() throws {
    let rows = try rows(bytes: Array("a,b\n1,".utf8) + [0xE9, 0x74] + Array("\n3,4\n".utf8))
    #expect(rows[1].problem == SheetProblem(column: 1, reason: .notUTF8))
    #expect(rows[2] == SheetRow(line: 3, cells: ["3", "4"]))
  }

  @Test(
    "a control character is told by its number",
    arguments: [0x00, 0x01, 0x09, 0x0B, 0x1F, 0x7F, 0x85] as [UInt32]
  )
  func controls(number: UInt32) throws {
    let control = try #require(Unicode.Scalar(number)).description
    let rows = try rows("a,b\n1,x\(control)y\n3,4\n")
    #expect(rows[1].problem == SheetProblem(column: 1, reason: .controlCharacter(number)))
    #expect(rows[2].problem == nil)
  }

  @Test("tabs and line ends may stand inside quotes")
  func allowedControls() throws {
    #expect(try rows("a,b\n\"x\ty\nz\",2\n")[1] == SheetRow(line: 2, cells: ["x\ty\nz", "2"]))
  }

  @Test("text after a closing quote spoils its row and no other")
  func textAfterQuote() throws {
    let rows = try rows("a,b,c\n1,\"x\"y,3\n4,5,6\n")
    #expect(rows[1].line == 2)
    #expect(rows[1].problem == SheetProblem(column: 1, reason: .textAfterQuote))
    #expect(rows[2] == SheetRow(line: 3, cells: ["4", "5", "6"]))
  }

  @Test("a quote that is never closed is told with the row in which it opened")
  func unterminatedQuote() throws {
    let reader = try CSVReader(path: try folder.put("a,b\n1,2\n3,\"4\n5,6\n", as: "members.csv"))
    _ = try reader.next()
    _ = try reader.next()
    let error = try sheetError { _ = try reader.next() }
    #expect(error == SheetError(file: "members.csv", line: 3, reason: .unterminatedQuote))
    #expect(try reader.next() == nil)
  }

  @Test("a quote not closed within any row we could hold is told without reading the whole file")
  func endlessQuote() throws {
    let text = "a\n\"" + String(repeating: "x", count: 5 << 20)
    let error = try sheetError { _ = try rows(text) }
    #expect(error == SheetError(file: "members.csv", line: 2, reason: .unterminatedQuote))
  }

  @Test("a row longer than any we could hold is told")
  func endlessRow() throws {
    let text = "a\n" + String(repeating: "x", count: 5 << 20)
    let error = try sheetError { _ = try rows(text) }
    #expect(error?.reason == .rowTooLong(limit: 4 << 20))
  }

  @Test("UTF-16 is told at once", arguments: [[0xFF, 0xFE, 0x61, 0], [0xFE, 0xFF, 0, 0x61]] as [[UInt8]])
  func utf16(bytes: [UInt8]) throws {
    let error = try sheetError { _ = try rows(bytes: bytes) }
    #expect(error == SheetError(file: "members.csv", line: 1, reason: .notUTF8))
  }

  @Test("a file that is not there is told with the system's reason")
  func absent() throws {
    let error = try sheetError { _ = try CSVReader(path: folder.file("no.csv")) }
    #expect(error == SheetError(file: "no.csv", reason: .cannotOpen(errno: 2)))
  }

  @Test("an empty file has no rows", arguments: ["", "\n\n", "\u{FEFF}", ",,\n"])
  func empty(text: String) throws {
    #expect(try rows(text).isEmpty)
  }

  @Test("rows across the blocks in which a file is read come whole, with their lines")
  func blocks() throws {
    var text = "code,name\r\n"
    for number in 0..<30_000 { text += "\(number),\"Tổ \"\"\(number)\"\"\r\nkhu phố\"\r\n" }
    let rows = try rows(text)
    #expect(rows.count == 30_001)
    for (number, row) in rows.dropFirst().enumerated() {
      let expected = SheetRow(line: 2 + 2 * number, cells: ["\(number)", "Tổ \"\(number)\"\r\nkhu phố"])
      guard row == expected else {
        Issue.record("row \(number) is \(row)")
        break
      }
    }
  }
}
