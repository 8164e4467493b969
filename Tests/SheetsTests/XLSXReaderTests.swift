import Sheets
import Testing

@Suite("Reading a book")
struct XLSXReaderTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
  }

  func rows(_ book: BookFixture) throws -> [SheetRow] {
    try XLSXBook(path: try book.write(to: folder.file("book.xlsx"))).reader(sheet: "members").all()
  }

  @Test("a list is called by its book and sheet, and rows by their numbers")
  func names() throws {
    let book = BookFixture(rows: #"<row r="3"><c r="A3"><v>1</v></c></row>"#)
    let opened = try XLSXBook(path: try book.write(to: folder.file("book.xlsx")))
    #expect(opened.sheetNames == ["members"])
    let reader = try opened.reader(sheet: "members")
    #expect(reader.name == "book.xlsx#members")
    #expect(try reader.next() == SheetRow(line: 3, cells: ["1"]))
    #expect(try reader.next() == nil)
    #expect(try reader.next() == nil)
  }

  @Test("shared texts are joined from their runs, without the readings above them")
  func sharedStrings() throws {
    let book = BookFixture(
      rows: """
        <row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c>\
        <c r="C1" t="s"><v>2</v></c></row>
        """,
      strings: """
        <si><t xml:space="preserve"> An </t></si>\
        <si><r><rPr><b/></rPr><t xml:space="preserve">Nguyễn </t></r><r><t>Văn</t></r>\
        <rPh sb="0" eb="1"><t>NGUYEN</t></rPh></si><si><t>A&amp;B&#x1EC5;</t></si>
        """
    )
    #expect(try rows(book).map(\.cells) == [["Nguyễn Văn", "An", "A&Bễ"]])
  }

  @Test("each kind of cell is given as people see it")
  func kinds() throws {
    let book = BookFixture(
      rows: """
        <row r="1"><c r="A1" t="inlineStr"><is><r><t>Lê </t></r><r><t>Na</t></r></is></c>\
        <c r="B1" t="str"><f>A1&amp;"x"</f><v>Lê Nax</v></c><c r="C1" t="b"><v>1</v></c>\
        <c r="D1" t="b"><v>0</v></c><c r="E1"><f>1+1</f><v>2</v></c><c r="F1"><v>1.23456789012E+11</v></c>\
        <c r="G1" t="d"><v>2024-02-29T00:00:00</v></c><c r="H1" t="n"><v>123</v></c></row>
        """
    )
    let cells = ["Lê Na", "Lê Nax", "TRUE", "FALSE", "2", "123456789012", "2024-02-29", "123"]
    #expect(try rows(book) == [SheetRow(line: 1, cells: cells)])
  }

  @Test("a cell whose formula failed is a problem of its row alone")
  func errors() throws {
    let book = BookFixture(
      rows: """
        <row r="1"><c r="A1"><v>1</v></c><c r="B1" t="e"><f>NA()</f><v>#N/A</v></c></row>\
        <row r="2"><c r="A2"><v>2</v></c></row>
        """
    )
    let rows = try rows(book)
    #expect(rows[0].problem == SheetProblem(column: 1, reason: .failedFormula("#N/A")))
    #expect(rows[1] == SheetRow(line: 2, cells: ["2", ""]))
  }

  @Test("cells and rows that are left out are empty, and rows are as wide as the headings")
  func sparse() throws {
    let book = BookFixture(
      rows: """
        <row><c><v>1</v></c><c><v>2</v></c><c r="E1"><v>5</v></c></row>\
        <row r="4" spans="1:5"><c r="B4" s="0"/><c r="C4"><v>3</v></c></row>\
        <row r="6"><c r="A6"/></row><row><c r="AB7"><v>9</v></c></row>
        """
    )
    let rows = try rows(book)
    #expect(rows.map(\.line) == [1, 4, 7])
    #expect(rows[0].cells == ["1", "2", "", "", "5"])
    #expect(rows[1].cells == ["", "", "3", "", ""])
    #expect(rows[2].cells == Array(repeating: "", count: 27) + ["9"])
  }

  static let styles = """
    <numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>\
    <numFmt numFmtId="165" formatCode="#,##0\\ &quot;day&quot;"/></numFmts>\
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>
    """

  @Test("a number is a day when its style shows one")
  func days() throws {
    let book = BookFixture(
      rows: """
        <row r="1"><c r="A1" s="0"><v>45930</v></c><c r="B1" s="1"><v>45930</v></c>\
        <c r="C1" s="2"><v>45930.99</v></c><c r="D1" s="3"><v>45930</v></c>\
        <c r="E1" s="99"><v>45930</v></c></row>\
        <row r="2"><c r="A2" s="1"><v>60</v></c></row>
        """,
      styles: Self.styles
    )
    let rows = try rows(book)
    #expect(rows[0].cells == ["45930", "2025-09-30", "2025-09-30", "45930", "45930"])
    #expect(rows[1].problem == SheetProblem(column: 0, reason: .noSuchDay("60")))
  }

  @Test("a book that counts from 1904 is believed")
  func from1904() throws {
    let book = BookFixture(
      rows: #"<row r="1"><c r="A1" s="1"><v>44468</v></c></row>"#,
      styles: Self.styles,
      bookProperties: #"<workbookPr date1904="1"/>"#
    )
    #expect(try rows(book)[0].cells == ["2025-09-30"])
  }

  @Test("escaped characters are what they stand for, and a control character is told")
  func escapes() throws {
    let book = BookFixture(
      rows: """
        <row r="1"><c r="A1" t="inlineStr"><is><t>x_x000D_\ny_x005F_x0041_ _x00ZZ_</t></is></c></row>\
        <row r="2"><c r="A2" t="s"><v>0</v></c></row>
        """,
      strings: "<si><t>a_x0007_b</t></si>"
    )
    let rows = try rows(book)
    #expect(rows[0] == SheetRow(line: 1, cells: ["x\r\ny_x0041_ _x00ZZ_"]))
    #expect(rows[1].problem == SheetProblem(column: 0, reason: .controlCharacter(7)))
  }

  @Test("texts are composed and trimmed as in text lists")
  func composed() throws {
    let book = BookFixture(
      rows: #"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#,
      strings: "<si><t xml:space=\"preserve\">\u{A0}Nguye\u{302}\u{303}n </t></si>"
    )
    let cell = try rows(book)[0].cells[0]
    #expect(Array(cell.unicodeScalars) == Array("Nguy\u{1EC5}n".unicodeScalars))
  }

  @Test("parts are found by their relationships, with either slash, prefix and case")
  func otherMakers() throws {
    var book = BookFixture(rows: #"<row r="1"><c r="A1"><v>1</v></c></row>"#)
    book.change("xl/worksheets/sheet1.xml", to: "XL\\lists\\First.xml") {
      $0.replacing("xmlns=", with: "xmlns:x=").replacing("</", with: "</x:")
        .replacing("<worksheet", with: "<x:worksheet").replacing("<sheetData", with: "<x:sheetData")
        .replacing("<row", with: "<x:row").replacing("<c ", with: "<x:c ").replacing("<v>", with: "<x:v>")
    }
    book.change("xl/workbook.xml", to: "xl/book.xml") {
      $0.replacing("xmlns:r=", with: "xmlns:rel=").replacing("r:id", with: "state=\"hidden\" rel:id")
    }
    book.change("_rels/.rels") { $0.replacing("xl/workbook.xml", with: "/xl/book.xml") }
    book.change("xl/_rels/workbook.xml.rels", to: "xl/_rels/book.xml.rels") {
      $0.replacing("worksheets/sheet1.xml", with: "/xl/lists/First.xml")
    }
    #expect(try rows(book) == [SheetRow(line: 1, cells: ["1"])])
  }

  @Test("two sheets may be read in turns, also when the book itself is no longer held")
  func inTurns() throws {
    let cells = (1...20_000).map { #"<row r="\#($0)"><c r="A\#($0)"><v>\#($0)</v></c></row>"# }
    let path = try BookFixture(rows: cells.joined()).write(to: folder.file("book.xlsx"))
    var book: XLSXBook? = try XLSXBook(path: path)
    let first = try #require(try book?.reader(sheet: "members"))
    let second = try #require(try book?.reader(sheet: "members"))
    book = nil
    var count = 0
    while let row = try first.next() {
      count += 1
      guard try second.next() == row, row == SheetRow(line: count, cells: ["\(count)"]) else {
        Issue.record("row \(count) is \(row)")
        break
      }
    }
    #expect(count == 20_000)
  }
}
