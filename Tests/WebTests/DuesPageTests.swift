import Basics
import HTTPTypes
import Records
import Rules
import TestWorld
import Testing

@Suite("Dues on pages")
struct DuesPageTests {
  private static let form: [HTTPField.Name: String] = [.contentType: "application/x-www-form-urlencoded"]

  /// The small organisation in October 2026; two members of C1 declared.
  private static func site() async throws -> Site {
    let world = try await World.small()
    world.clock.set("2026-10-20")
    guard let month = Month("2026-01") else { preconditionFailure("a month") }
    for (name, income) in [("Nguyễn An", 10_000_000), ("Nguyễn Ân", 6_000_000)] {
      let basis = DuesBasis(.insured, income: income)
      try await world.carryOut(DeclareDues(person: world.person(name), basis: basis, from: month))
    }
    return Site(world)
  }

  private func send(
    _ browser: inout Browser,
    _ path: String,
    _ page: Browser.Page,
    _ pairs: [(String, String)]
  ) async throws -> Browser.Page {
    var all = pairs
    all.append(("token", page.hidden("token") ?? ""))
    all.append(("request", page.hidden("request") ?? ""))
    let body = all.map { "\($0.0)=\(Browser.encoded($0.1))" }.joined(separator: "&")
    return try await browser.send(.post, path, body, Self.form)
  }

  @Test("a secretary opens the month's sheet, finds who paid by default, unticks one and records the rest")
  func sheet() async throws {
    let site = try await Self.site()
    var browser = try await site.visitor(.secretary, in: "C1", language: "en")
    let path = site.path("C1", "/dues")
    let page = try await browser.get(path + "?month=2026-09")
    #expect(page.status == 200)
    #expect(PageChecker(page.text).faults == [])
    #expect(page.text.contains("In compulsory social insurance: 100,000 VND"))
    let (an, other) = (site.world.person("Nguyễn An"), site.world.person("Nguyễn Ân"))
    let stranger = site.world.person("Đặng Thùy Ước")
    #expect(page.text.contains("value=\"\(an)\" checked") && page.text.contains("value=\"\(other)\" checked"))
    #expect(!page.text.contains("value=\"\(stranger)\" checked"))
    let rows = [an, other, stranger].map { ("row", $0.description) }
    let done = try await send(
      &browser,
      path,
      page,
      rows + [
        ("month", "2026-09"), ("day", "2026-10-05"), ("channel", "cash"), ("paid", an.description),
        ("amount-\(an)", "100.000"), ("amount-\(other)", "60000"),
      ]
    )
    #expect(done.status == 303)
    let after = try await browser.get(done.location ?? "")
    #expect(after.text.contains("Received 5 Oct 2026, cash"))
    #expect(!after.text.contains("value=\"\(other)\" checked"))
    let open = try await browser.get(path + "/people?of=open&month=2026-09").text
    #expect(open.contains("/people/\(other)/dues") && !open.contains("/people/\(an)/dues"))
    #expect(open.contains("1–2 of 2"))
  }

  @Test(
    "an amount that cannot be read is said by its row, everything written is kept, and nothing is recorded"
  )
  func wrong() async throws {
    let site = try await Self.site()
    var browser = try await site.visitor(.secretary, in: "C1", language: "en")
    let path = site.path("C1", "/dues")
    let page = try await browser.get(path)
    let an = site.world.person("Nguyễn An").description
    let head = try await site.world.head()
    let answer = try await send(
      &browser,
      path,
      page,
      [
        ("row", an), ("paid", an), ("amount-\(an)", "100.50"), ("month", "2026-10"), ("day", "2026-10-05"),
        ("channel", "portal"),
      ]
    )
    #expect(answer.status == 422)
    #expect(PageChecker(answer.text).faults == [])
    #expect(answer.text.contains("value=\"100.50\"") && answer.text.contains("is not an amount"))
    #expect(try await site.world.head() == head)
  }

  @Test("a secretary of another cell, a leader and an administrator do not see who paid, nor keep the sheet")
  func whose() async throws {
    let site = try await Self.site()
    let an = site.world.person("Nguyễn An")
    for (role, unit) in [(Role.secretary, "C3"), (.leader, "QN"), (.administrator, "QN")] {
      var browser = try await site.visitor(role, in: unit, language: "en")
      #expect(try await browser.get(site.path("C1", "/dues/people?of=open")).status == 404, "\(role)")
      #expect(try await browser.get(site.path("C1", "/dues/unpaid")).status == 404, "\(role)")
      #expect(try await browser.get("/people/\(an)/dues").status == 404, "\(role)")
      let page = try await browser.get(site.path("C1", "/dues"))
      #expect(!page.text.contains("amount-") && !page.text.contains("/people/\(an)"), "\(role)")
    }
  }

  @Test("a committee sees each unit below with its sums, and records what it passed on")
  func committee() async throws {
    let site = try await Self.site()
    var browser = try await site.visitor(.officer, in: "B1", language: "en")
    let path = site.path("B1", "/dues")
    let page = try await browser.get(path + "?month=2026-09")
    #expect(page.status == 200 && page.text.contains("160,000 VND"))
    #expect(page.text.contains("/units/\(site.world.unit("C1"))/dues?month=2026-09"))
    let bad = try await send(
      &browser,
      path,
      page,
      [("step", "pass"), ("month", "2026-09"), ("passed", ""), ("passedDay", "2026-10-06")]
    )
    #expect(bad.status == 422)
    #expect(PageChecker(bad.text).faults == [])
    let done = try await send(
      &browser,
      path,
      page,
      [("step", "pass"), ("month", "2026-09"), ("passed", "150.000 đ"), ("passedDay", "2026-10-06")]
    )
    #expect(done.status == 303)
    #expect(try await browser.get(done.location ?? "").text.contains("150,000 VND"))
  }

  @Test("a member sees their own dues and why, declares their income, and sees nobody else's")
  func own() async throws {
    let site = try await Self.site()
    let (an, other) = (site.world.person("Nguyễn An"), site.world.person("Nguyễn Ân"))
    try await site.account("an", person: an)
    var browser = try await site.signedIn("an", language: "en")
    let file = try await browser.get("/people/\(an)")
    #expect(file.text.contains("/people/\(an)/dues"))
    let path = "/people/\(an)/dues"
    let page = try await browser.get(path)
    #expect(page.status == 200)
    #expect(PageChecker(page.text).faults == [])
    #expect(page.text.contains("100,000 VND") && page.text.contains("10,000,000 VND"))
    #expect(page.text.contains("01-QĐ/TW"))
    #expect(!page.text.contains("Exempt from dues"))
    let lacking = try await send(
      &browser,
      path,
      page,
      [("category", "pensioner"), ("income", ""), ("region", ""), ("month", "2026-10")]
    )
    #expect(lacking.status == 422 && lacking.text.contains("Must be given"))
    let done = try await send(
      &browser,
      path,
      page,
      [("category", "pensioner"), ("income", "8.000.000"), ("region", ""), ("month", "2026-10")]
    )
    #expect(done.status == 303)
    #expect(try await browser.get(path).text.contains("40,000 VND"))
    #expect(try await browser.get("/people/\(other)/dues").status == 404)
  }

  @Test(
    "the secretary opening a member's dues is written down, and a reason for an unpaid month takes it off the list"
  )
  func reason() async throws {
    let site = try await Self.site()
    let world = site.world
    let (an, other) = (world.person("Nguyễn An"), world.person("Nguyễn Ân"))
    for text in ["2026-05", "2026-06", "2026-07"] {
      guard let month = Month(text) else { continue }
      let line = ReceiveDues.Line(person: an, amount: 100_000, day: "2026-10-05")
      try await world.carryOut(ReceiveDues(unit: world.unit("C1"), month: month, lines: [line]))
    }
    var browser = try await site.visitor(.secretary, in: "C1", language: "en")
    let list = site.path("C1", "/dues/unpaid?year=2026")
    #expect(try await browser.get(list).text.contains("/people/\(other)/dues"))
    let path = "/people/\(other)/dues"
    let page = try await browser.get(path)
    #expect(page.text.contains("3 months of the year unpaid"))
    #expect(PageChecker(page.text).faults == [])
    let looks = try await world.read { try ReadingStore(db: $0).readings(of: other).count }
    #expect(looks == 1)
    let done = try await send(
      &browser,
      path,
      page,
      [("step", "excuse"), ("excused", "2026-06"), ("reason", "Nằm viện")]
    )
    #expect(done.status == 303)
    #expect(!(try await browser.get(list).text.contains("/people/\(other)/dues")))
    #expect(try await browser.get(path).text.contains("Nằm viện"))
  }

  @Test("the sheet says why a suspended member owes nothing, unverified, and does not tick them")
  func suspended() async throws {
    let site = try await Self.site()
    let world = site.world
    let an = world.person("Nguyễn An")
    let span = Span.from("2026-08-15", until: "2026-09-20")
    try await world.carryOut(SuspendMember(person: an, by: nil, span: span))
    var browser = try await site.visitor(.secretary, in: "C1", language: "en")
    let page = try await browser.get(site.path("C1", "/dues?month=2026-09"))
    #expect(PageChecker(page.text).faults == [])
    #expect(page.text.contains("Suspended from the activities on the first day of the month: owes nothing"))
    #expect(page.text.contains("not verified") && !page.text.contains("value=\"\(an)\" checked"))
    let excused = try await browser.get(site.path("C1", "/dues/people?of=excused&month=2026-09")).text
    #expect(excused.contains("/people/\(an)/dues") && excused.contains("1–1 of 1"))
    let own = try await browser.get("/people/\(an)/dues")
    #expect(PageChecker(own.text).faults == [])
    #expect(own.text.contains("Suspended from the activities on the first day of the month: owes nothing"))
    let before = try await browser.get(site.path("C1", "/dues?month=2026-08")).text
    #expect(before.contains("value=\"\(an)\" checked"))
  }

  @Test("pages of dues answer for a month that is none with what was wrong")
  func malformed() async throws {
    let site = try await Self.site()
    var browser = try await site.visitor(.officer, in: "QN", language: "en")
    #expect(try await browser.get(site.path("C1", "/dues?month=2026-13")).status == 400)
    #expect(try await browser.get(site.path("C1", "/dues/people?of=rich")).status == 400)
    #expect(try await browser.get(site.path("C1", "/dues/unpaid?year=x")).status == 400)
  }
}
