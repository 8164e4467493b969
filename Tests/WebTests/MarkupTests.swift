import Markup
import Testing

@Suite("Markup")
struct MarkupTests {
  @Test(
    "whatever a person writes stays text, in an element and in an attribute",
    arguments: [
      ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
      ("\" onclick=\"x", "&quot; onclick=&quot;x"), ("O'Neill & Đỗ", "O&#39;Neill &amp; Đỗ"), ("", ""),
      ("a\0b", "a\u{FFFD}b"), ("Nguyễn Phan Liên", "Nguyễn Phan Liên"),
    ]
  )
  func escaping(written: String, expected: String) {
    let html: HTML = "<p title=\"\(written)\">\(written)</p>"
    #expect(html.text == "<p title=\"\(expected)\">\(expected)</p>")
  }

  @Test("pieces, numbers, lists and flags stand where they are written")
  func interpolation() {
    let piece: HTML = "<b>x</b>"
    let absent: HTML? = nil
    let rows: HTML = "\([1, 20, -345], { "<li>\($0)</li>" })"
    let html: HTML = "\(piece)\(absent)\(rows)<input\(flag: true, "checked")\(flag: false, "disabled")>"
    #expect(html.text == "<b>x</b><li>1</li><li>20</li><li>-345</li><input checked>")
  }

  @Test("an attribute is written only when it has a value, and escaped")
  func attributes() {
    let html: HTML = "<a\(attribute: "title", "\"a\"")\(attribute: "lang", nil)>"
    #expect(html.text == "<a title=\"&quot;a&quot;\">")
  }

  @Test("a row written straight into the page reads as one made on its own")
  func writer() {
    let names = ["Hà & Hạ", "Đỗ"]
    func write(_ name: String, into page: inout HTML.Writer) {
      page.markup("<i>")
      page.text(name)
      page.markup("</i>")
    }
    let written: HTML = "\(names, into: write)"
    let made: HTML = "\(names, { "<i>\($0)</i>" })"
    #expect(written.text == made.text)
    #expect(made.text == "<i>Hà &amp; Hạ</i><i>Đỗ</i>")
  }

  @Test(
    "lengths in drawings have one decimal at most",
    arguments: [(0, "0"), (5, "0.5"), (120, "12"), (1234, "123.4"), (-15, "-1.5")]
  )
  func tenths(value: Int, expected: String) {
    let html = HTML { $0.tenths(value) }
    #expect(html.text == expected)
  }

  @Test("a field keeps what was written, says what was wrong, and tells a reader where")
  func field() {
    let html = FormField("name", "Họ tên", value: "<x>", hint: "đầy đủ", error: "trống").html.text
    #expect(html.contains("value=\"&lt;x&gt;\""))
    #expect(html.contains("aria-describedby=\"f-name-hint f-name-error\""))
    #expect(html.contains("aria-invalid=\"true\""))
    #expect(PageChecker(html).faults == [])
  }

  @Test("a password is never written back into a page")
  func password() {
    let html = FormField("p", "Mật khẩu", kind: .password, value: "bí mật").html.text
    #expect(!html.contains("bí mật"))
  }

  @Test("a choice keeps the answer that was given")
  func choice() {
    let field = FormField("s", "Giới", kind: .choice([.init("F", "Nữ"), .init("M", "Nam")]), value: "M")
    #expect(field.html.text.contains("<option value=\"M\" selected>Nam</option>"))
    #expect(!field.html.text.contains("value=\"F\" selected"))
  }

  @Test("a chart with nothing to show divides by nothing and is still well formed")
  func emptyCharts() {
    let charts = [
      Chart.bars([], sentence: "không"), Chart.stack([], sentence: "không"),
      Chart.spark([], within: 0...0, sentence: "không"), Chart.share(3, of: 0, sentence: "không"),
      Chart.life([], years: [], from: 1, until: 1, shown: 1, shownLabel: "", sentence: "không"),
    ]
    for chart in charts { #expect(PageChecker(chart.html.text).faults == []) }
  }

  @Test("bands of a life that are true at once stand in rows of their own")
  func stackedBands() {
    func band(_ from: Int, _ until: Int?) -> Band {
      Band(from: from, until: until, labels: [], sentence: "x")
    }
    let apart = life([band(0, 50), band(50, nil)])
    let together = life([band(0, 60), band(50, nil)])
    #expect(apart.contains("viewBox=\"0 0 940 84\""))
    #expect(together.contains("viewBox=\"0 0 940 120\""))
  }

  private func life(_ bands: [Band]) -> String {
    Chart.life(
      [Lane("Chi bộ", bands)],
      years: [],
      from: 0,
      until: 100,
      shown: 10,
      shownLabel: "",
      sentence: "x"
    ).html.text
  }
}

@Suite("Addresses")
struct PathTests {
  @Test("each segment and value is encoded by itself, whatever it is")
  func encoding() {
    let path = Path("units", "Đ/1 ?#%").with("q", "a b&c=d+é").with("n", 7)
    #expect(path.text == "/units/%C4%90%2F1%20%3F%23%25?q=a%20b%26c%3Dd%2B%C3%A9&n=7")
  }

  @Test(
    "no text a visitor sends makes an address lead elsewhere",
    arguments: ["..", ".", "/evil", "//evil", ""]
  )
  func staysHere(segment: String) {
    let text = Path("units", segment).text
    #expect(text.hasPrefix("/units"))
    #expect(!Path(segment, "x").text.hasPrefix("//"))
    #expect(
      !text.split(separator: "/", omittingEmptySubsequences: false).contains { $0 == ".." || $0 == "." }
    )
  }

  @Test(
    "an address carried back by a form is followed only on this site",
    arguments: [
      ("/units/X?on=2024-12-31", true), ("/", true), ("//evil.vn", false), ("/\\evil.vn", false),
      ("https://evil.vn", false), ("units", false), ("/a\r\nSet-Cookie: x", false), ("", false),
    ]
  )
  func returning(address: String, isFollowed: Bool) {
    #expect(Path(returning: address)?.text == (isFollowed ? address : nil))
  }

  @Test("the front page is a single slash")
  func front() {
    #expect(Path().text == "/")
    #expect(Path().keeping(Query(["on": "2024-12-31"])).text == "/?on=2024-12-31")
  }

  @Test("a query is joined to a path that already asks something")
  func joining() {
    let kept = Query(["on": "2024-12-31", "known": nil])
    #expect(Path("find").with("q", "hà").keeping(kept).text == "/find?q=h%C3%A0&on=2024-12-31")
    #expect(Path("find").keeping(Query()).text == "/find")
  }

  @Test("a filter is taken off by its name and value, the others stay in order")
  func removing() {
    let query = Query(["post": "secretary", "sex": "F"]).with("post", "deputySecretary")
    #expect(
      Path("r").keeping(query.without("post", value: "secretary")).text == "/r?sex=F&post=deputySecretary"
    )
    #expect(Path("r").keeping(query.without("post")).text == "/r?sex=F")
  }

  @Test("in a page the ampersand of an address is written as HTML asks")
  func inPage() {
    let html: HTML = "<a href=\"\(path: Path("a").with("x", "1").with("y", "2"))\">a</a>"
    #expect(html.text == "<a href=\"/a?x=1&amp;y=2\">a</a>")
  }
}

@Suite("The picture of where members go")
struct FlowChartTests {
  @Test("a band that goes straight across is drawn as well as one that bends")
  func bands() {
    let places = [FlowNode("A", "40"), FlowNode("B", "20")]
    let bands = [(0, 0), (1, 0), (1, 1)].map { from, to in
      FlowBand(from: from, to: to, amount: 10, amountLabel: "10", label: "10", path: nil)
    }
    let drawn = Chart.flow(places, places, bands, sentence: "Picture").html.text
    let paths = drawn.split(separator: " d=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(paths.count == 3)
    for path in paths {
      // Out by one curve of three points, down the far side, back by another.
      let curves = path.split(separator: "C").dropFirst()
      #expect(curves.count == 2, "\(path)")
      for curve in curves {
        let numbers = curve.prefix { $0 != "v" && $0 != "Z" }.split { $0 == " " || $0 == "," }
        #expect(numbers.count == 6, "\(path)")
      }
    }
  }
}
