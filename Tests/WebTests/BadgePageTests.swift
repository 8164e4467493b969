import Basics
import Records
import RulebookFiles
import Rules
import TestWorld
import Testing

@Suite("Badges on pages")
struct BadgePageTests {
  private static func site() async throws -> (site: Site, person: ID<Person>) {
    let world = try await World.small()
    world.clock.set("2026-05-12")
    let deed = AdmitMember(
      code: "BG1",
      particulars: Particulars(name: "Bùi Bốn Mươi"),
      unit: world.unit("C1"),
      admitted: "1986-05-05",
      decided: "1986-05-01",
      official: "1987-05-05",
      homeFrom: "2005-01-01"
    )
    let person = ID<Person>(try await world.carryOut(deed).result ?? 0)
    return (Site(world), person)
  }

  @Test(
    "the file of somebody who was suspended says whether that time counts, by which clause, and that it is not verified",
    arguments: [true, false]
  )
  func suspended(counts: Bool) async throws {
    let (site, person) = try await Self.site()
    let world = site.world
    if !counts {
      let text = try #require(ShippedRules.folder.texts["charter-2025"])
        .replacing("rulebook: charter-2025\n", with: "rulebook: charter-2025-own\n")
        .replacing("{partyAge.leftOut: \"0\"}", with: "{partyAge.leftOut: \"partyAge.suspendedDays\"}")
      try await world.carryOut(
        PutRulebookInForce(unit: world.unit("HL"), text: text),
        under: DecisionText(number: "9-QĐ/HU", signed: "2025-09-05")
      )
    }
    var browser = try await site.visitor(.officer, in: "HL")
    #expect(try await !browser.get("/people/\(person)").text.contains("Đã bị đình chỉ sinh hoạt"))
    let span = Span.from("2010-01-01", until: "2011-01-01")
    try await world.carryOut(SuspendMember(person: person, by: world.unit("HL"), span: span))
    let file = try await browser.get("/people/\(person)")
    let part = try #require(file.text.firstRange(of: "id=\"seniority\""))
    let words = file.text[part.upperBound...].prefix { $0 != "§" }
    #expect(words.contains("Đã bị đình chỉ sinh hoạt 365 ngày") && words.contains("chưa xác minh"))
    #expect(words.contains(counts ? "vẫn tính vào tuổi Đảng" : "365 ngày không tính vào tuổi Đảng"))
    // Forty years since 1 May 1986; a year later where the year suspended is left out.
    #expect(words.contains(counts ? "40 năm tuổi Đảng" : "39 năm tuổi Đảng"))
    #expect(PageChecker(file.text).faults == [])
  }

  @Test("an officer sees who reaches which badge and the money, and records the award under a decision")
  func award() async throws {
    let (site, person) = try await Self.site()
    var browser = try await site.visitor(.officer, in: "HL", language: "en")
    let path = site.path("HL", "/badges")
    let page = try await browser.get(path)
    #expect(page.status == 200)
    #expect(PageChecker(page.text).faults == [])
    #expect(page.text.contains("Bùi Bốn <b>Mươi</b>") && page.text.contains("4,680,000 VND"))
    #expect(page.text.contains("not verified"))
    let row = [
      "award": "2026-05-19", "person": person.description, "years-\(person)": "40",
      "number-\(person)": "H-77",
      "number": "", "signed": "2026-05-10",
    ]
    let unsigned = try await browser.fill(path, row)
    #expect(unsigned.status == 422)
    #expect(PageChecker(unsigned.text).faults == [])
    #expect(unsigned.text.contains("value=\"H-77\"") && unsigned.text.contains("value=\"\(person)\" checked"))
    let done = try await browser.fill(path, row.merging(["number": "5-QĐ/HU"]) { $1 })
    #expect(done.status == 303)
    #expect(try await browser.get(done.location ?? "").text.contains("19 May 2026 · H-77"))
    let file = try await browser.get("/people/\(person)").text
    #expect(file.contains("Awarded the badge of 40 years"))
  }

  @Test("the list for the ceremony is taken away as a file, and whoever is on it can see that")
  func export() async throws {
    let (site, person) = try await Self.site()
    var browser = try await site.visitor(.officer, in: "HL", language: "en")
    let file = try await browser.get(site.path("HL", "/badges.csv?award=2026-05-19"))
    #expect(file.status == 200 && file.text.contains("BG1") && file.text.contains("4680000"))
    #expect(file.text.contains("1986-05-01"))
    let book = try await browser.get(site.path("HL", "/badges.xlsx?award=2026-05-19&badge=40"))
    #expect(book.status == 200)
    let looks = try await site.world.read { try ReadingStore(db: $0).readings(of: person).count }
    #expect(looks == 2)
    var secretary = try await site.visitor(.secretary, in: "C1")
    #expect(try await secretary.get(site.path("C1", "/badges.csv")).status == 404)
    #expect(try await secretary.get(site.path("C1", "/badges")).status == 200)
    #expect(try await secretary.get(site.path("C3", "/badges")).status == 404)
  }

  @Test("a member sees their years in the Party and the badge that comes next")
  func own() async throws {
    let (site, person) = try await Self.site()
    try await site.account("bui", person: person)
    var browser = try await site.signedIn("bui", language: "en")
    let page = try await browser.get("/people/\(person)").text
    #expect(page.contains("40 years in the Party") && page.contains("45 years · 19 May 2031"))
    #expect(try await browser.get(site.path("C1", "/badges")).status == 404)
  }

  @Test("for a day without a known rule the page says so, and works nothing out")
  func noRule() async throws {
    let (site, _) = try await Self.site()
    var browser = try await site.visitor(.officer, in: "HL", language: "en")
    let page = try await browser.get(site.path("HL", "/badges?award=2005-05-19"))
    #expect(page.status == 200 && page.text.contains("No rule is known"))
    #expect(try await browser.get(site.path("HL", "/badges?award=never")).status == 400)
  }
}
