import Basics
import Markup
import Phrases
import Testing
import Web

@Suite("Pages")
struct PageTests {
  @Test("every page is sound HTML in both languages", arguments: Sample.pages(), Language.allCases)
  func sound(page: SamplePage, language: Language) {
    let text = page.html(in: language).text
    #expect(PageChecker(text).faults == [])
    #expect(text.hasPrefix("<!doctype html>\n<html lang=\"\(language.rawValue)\" dir=\"ltr\""))
  }

  @Test("the checker itself finds what is planted")
  func checkerFinds() {
    let planted = [
      "<p><b>x</p></b>", "<p class=x>y</p>", "<i id=\"a\"></i><i id=\"a\"></i>", "<input type=\"text\">",
      "<p style=\"color:red\">x</p>", "<script>x</script>", "<a href=\"https://e.vn\">x</a>", "<p>a & b</p>",
      "<a href=\"//e.vn\">x</a>", "<p onclick=\"x\">y</p>", "<p aria-labelledby=\"n\">x</p>", "<div>",
      "<p a=\"1\"b=\"2\">x</p>",
    ]
    for page in planted { #expect(PageChecker(page).faults.count >= 1, "\(page)") }
    #expect(PageChecker("<p class=\"a\">x &amp; y<br></p>").faults == [])
  }

  @Test("on a past day every address keeps that day, but for those that move the day and those of deeds")
  func keepsTheDay() {
    let page = Sample.pages().first { $0.name == "unit-past" }
    let checker = PageChecker(page?.html(in: .vi).text ?? "")
    let free = ["/chibo.css", "/chibo.js", "/mark.svg", "/settings", "/sign-out", "/find", "#main"]
    let straying = checker.addresses.filter { address in
      !address.contains("on=") && !free.contains(address)
        && address != Path("units", Sample.commune.key).text
    }
    #expect(straying == [])
    #expect(checker.addresses.count { $0.contains("on=2024-12-31") } > 40)
    #expect(checker.addresses.count { $0.contains("on=2024-12-30") } == 1)
  }

  @Test("today is in no address, so that a kept link always shows the day it is opened on")
  func todayIsPlain() {
    let viewpoint = Viewpoint(today: Sample.today)
    #expect(viewpoint.unit("X").text == "/units/X")
    #expect(viewpoint.moved(to: Sample.pastDay).unit("X").text == "/units/X?on=2024-12-31")
    #expect(viewpoint.moved(to: Sample.planDay).time == .planned)
  }

  @Test("an earlier knowledge is kept by every address until one asks for what is known now")
  func keepsKnowledge() {
    let known = Viewpoint.Known(sequence: 411, moment: Sample.made)
    let viewpoint = Viewpoint(today: Sample.today, known: known)
    #expect(viewpoint.person("P").text == "/people/P?known=411")
    let page = Sample.pages().first { $0.name == "unit-absent" }?.html(in: .en).text ?? ""
    #expect(page.contains("As it was known at 20 Nov 2026 14:05."))
    #expect(page.contains("href=\"/units/\(Sample.commune.key)?on=1990-01-01\">Show what is known now"))
  }

  @Test("a past day says so in the header, and offers the way back")
  func pastHeader() {
    let text = text("unit-past", .en)
    #expect(text.contains("<body data-time=\"past\">"))
    #expect(text.contains("Viewing 31 Dec 2024 — read only"))
    #expect(text.contains("href=\"/units/\(Sample.commune.key)\">Back to today</a>"))
    #expect(text.contains("This unit existed from 3 Feb 1996 to 30 Jun 2025."))
  }

  @Test("a ledger that does not balance says by how many before anything else")
  func imbalance() throws {
    let text = text("board-unbalanced", .en)
    let warning = try #require(text.firstRange(of: "differs from closing by 3"))
    let strip = try #require(text.firstRange(of: "<dl class=\"ledger\""))
    #expect(warning.lowerBound < strip.lowerBound)
    #expect(!self.text("board", .en).contains("differs from closing"))
  }

  @Test("a zero of the ledger is a figure that opens, like any other")
  func zeroOpens() {
    #expect(
      text("board", .vi).contains("<a class=\"figure zero\" href=\"/units/\(Sample.province.key)/figures/")
    )
  }

  @Test("the opening figure opens the day before the period, the closing one its last day")
  func ledgerDays() {
    let text = text("board", .vi)
    let figures = "/units/\(Sample.province.key)/figures"
    #expect(text.contains("\(figures)/members.total?on=2025-12-31\">130.212</a>"))
    #expect(text.contains("\(figures)/members.total\">131.548</a>"))
    #expect(text.contains("\(figures)/ledger.admitted?from=2026-01-01&amp;until=2026-11-21\">1.903</a>"))
  }

  @Test("a name found without its marks is marked, and the given name stands out")
  func hits() {
    let text = text("roll-found", .vi)
    #expect(text.contains("Lò Thị <b><mark>Hạnh</mark></b>"))
    #expect(text.contains("Quàng Văn <b><mark>Hành</mark></b>"))
    #expect(!self.text("roll", .vi).contains("<mark>"))
  }

  @Test("turning the page of a filtered roll keeps the filters, and a new filter begins at the first page")
  func pagesKeepFilters() {
    let roll = Roll(
      unit: Sample.commune,
      path: [],
      counts: MemberCounts(total: 90, official: 90, probationary: 0, women: 40),
      filters: [RollFilter(.sex, "F")],
      matching: 40,
      firstSerial: 31,
      rows: Array(Sample.rollRows.prefix(5)),
      previous: "b",
      next: "a/1"
    )
    let query = Query(["sex": "F", "after": "old"])
    let text = rollView(roll, in: Sample.frame(.roll, Sample.rollPath, query: query)).text
    #expect(text.contains("roll?sex=F&amp;after=a%2F1\">"))
    #expect(text.contains("roll?sex=F&amp;before=b\">"))
    #expect(text.contains("<a class=\"chip on\" href=\"/units/\(Sample.commune.key)/roll\""))
    #expect(text.contains("/roll.csv?sex=F\" download"))
  }

  @Test("a filter too narrow names the one to drop and what would then be found")
  func advice() {
    #expect(text("roll-none", .en).contains("Without “Ethnicity: Mông” there are"))
    #expect(text("roll-none", .en).contains(">12</a>"))
  }

  @Test("a sort link of the current column turns the order round")
  func sorting() {
    var board = Sample.board
    board.order = UnitOrder(.members, isDescending: true)
    let text = boardView(board, in: Sample.frame(.board, Path(), query: Query(["sort": "members"]))).text
    #expect(text.contains("aria-sort=\"descending\"><a class=\"sort\" href=\"/?sort=members\">"))
    #expect(text.contains("href=\"/?sort=women&amp;way=down\">"))
    #expect(text.contains("href=\"/?sort=name\">"))
  }

  @Test("a fact taken over from a list says which list and row; a correction says what stood before")
  func sources() {
    let text = text("person", .en)
    #expect(text.contains("taken over from list members.csv, row 17"))
    #expect(text.contains("<del>12/05/1984</del>"))
    #expect(text.contains("recorded 1 Jul 2025 08:02 by lthu.ha"))
  }

  @Test("one who may not read the journal is not shown the way to it")
  func journalHidden() {
    var frame = Sample.frame(.board, Path())
    frame.viewer.readsJournal = false
    #expect(!boardView(Sample.board, in: frame).text.contains("href=\"/journal\""))
    #expect(text("board", .vi).contains("href=\"/journal\""))
  }

  @Test("a wrong password keeps the name, tells what was wrong beside the field, and where one was going")
  func wrongPassword() {
    let text = text("sign-in-wrong", .en)
    #expect(text.contains("value=\"lthu.ha\""))
    #expect(text.contains("The name or the password is wrong. 3 tries left before a pause."))
    #expect(text.contains("name=\"back\" value=\"/units/01J8?on=2024-12-31\""))
  }

  @Test("a printed page closes with whose it is, the day shown, when it was printed and by whom")
  func printLine() {
    #expect(
      text("unit-past", .en).contains(
        "Đảng bộ xã Thượng Lâm · as of 31 Dec 2024 · printed 20 Nov 2026 14:05 by Lê Thu Hà"
      )
    )
  }

  @Test("a broken chain is told in red, at which entry")
  func brokenChain() {
    #expect(text("journal-broken", .en).contains("The chain breaks at entry 31,007."))
  }

  private func text(_ name: String, _ language: Language) -> String {
    Sample.pages().first { $0.name == name }?.html(in: language).text ?? ""
  }
}
