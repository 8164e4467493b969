import Basics
import Rules
import TestWorld
import Testing

@Suite("Who sees which page")
struct ReachTests {
  struct Case: Sendable, CustomStringConvertible {
    let role: Role
    let place: String
    /// Units whose board, roll, journal … are asked for.
    let unit: String
    let sees: Set<String>
    var description: String { "\(role) of \(place) at \(unit)" }
  }

  /// What tells of units and numbers, and of nobody by name.
  static let ofUnits: Set<String> = [
    "", "/ledger", "/figures/units.cells", "/figures/units.cells?against=2024-12-31", "/kinds",
    "/kinds?list=homes", "/vacancies", "/trees", "/branch", "/compare",
  ]
  static let all = ofUnits.union([
    "/figures/members.total", "/figures/members.total?against=2024-12-31", "/roll", "/candidates",
    "/probation", "/recruits", "/recruits?list=admitted",
  ])
  static let lists: Set<String> = [
    "/roll.csv", "/roll.xlsx", "/figures/members.women.csv", "/figures/members.women.csv?against=2024-12-31",
    "/compare.csv", "/candidates.csv", "/probation.xlsx", "/recruits.csv",
  ]
  static let pages = all.union(lists)

  static let cases: [Case] = [
    Case(role: .officer, place: "HL", unit: "HL", sees: pages),
    Case(role: .officer, place: "HL", unit: "C1", sees: pages),
    Case(role: .officer, place: "HL", unit: "QN", sees: []),
    Case(role: .officer, place: "HL", unit: "DH", sees: []),
    Case(role: .officer, place: "HL", unit: "C4", sees: []),
    Case(role: .leader, place: "QN", unit: "C4", sees: pages),
    Case(role: .secretary, place: "C1", unit: "C1", sees: all),
    Case(role: .secretary, place: "C1", unit: "C2", sees: []),
    Case(role: .secretary, place: "C1", unit: "B1", sees: []),
    Case(
      role: .administrator,
      place: "QN",
      unit: "C1",
      sees: ofUnits
    ),
    Case(role: .member, place: "C1", unit: "C1", sees: []),
  ]

  @Test("each role opens exactly the pages that are its own; the rest are not there for it", arguments: cases)
  func matrix(_ one: Case) async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(one.role, in: one.place)
    var seen: Set<String> = []
    for page in ReachTests.pages {
      let answer = try await browser.get(site.path(one.unit, page))
      #expect(answer.status == 200 || answer.status == 404)
      if answer.status == 200 { seen.insert(page) }
    }
    #expect(seen == one.sees)
  }

  @Test("a person's file opens to those who lead the person, and to nobody else")
  func files() async throws {
    let site = try await Site.small()
    let file = site.path(of: "Nguyễn An")
    let expected: [(Role, String, Int)] = [
      (.officer, "QN", 200), (.officer, "B1", 200), (.leader, "HL", 200), (.secretary, "C1", 200),
      (.secretary, "C2", 404), (.officer, "DH", 404), (.administrator, "QN", 404), (.member, "C1", 404),
    ]
    for (role, unit, status) in expected {
      var browser = try await site.visitor(role, in: unit)
      #expect(try await browser.get(file).status == status, "\(role) of \(unit)")
    }
  }

  @Test("a member begins at their own file, and no other is there for them")
  func member() async throws {
    let site = try await Site.small()
    try await site.account("an", [(.member, site.world.unit("C1"))], person: site.world.person("Nguyễn An"))
    var browser = try await site.signedIn("an")
    #expect(try await browser.get("/").location == site.path(of: "Nguyễn An"))
    let own = try await browser.get(site.path(of: "Nguyễn An"))
    #expect(own.status == 200)
    #expect(PageChecker(own.text).faults == [])
    #expect(!own.text.contains("href=\"\(site.path("C1", "/roll"))\""))
    #expect(try await browser.get(site.path(of: "Nguyễn Ân")).status == 404)
    #expect(try await browser.get("/find?q=nguyen").text.contains("Nguyễn Ân") == false)
  }

  @Test("the journal is for those whose unit is the whole")
  func journal() async throws {
    let site = try await Site.small()
    let expected: [(Role, String, Int)] = [
      (.officer, "QN", 200), (.administrator, "QN", 200), (.officer, "HL", 404), (.secretary, "C1", 404),
    ]
    for (role, unit, status) in expected {
      var browser = try await site.visitor(role, in: unit)
      #expect(try await browser.get("/journal").status == status)
      // The founding of the whole; an entry about one's own people or units has a test of its own.
      #expect(try await browser.get("/journal/1").status == status)
    }
  }

  @Test("what is not there and what is not yours look the same")
  func same() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.secretary, in: "C1")
    let absent = try await browser.get("/units/0000000000000")
    let foreign = try await browser.get(site.path("C4"))
    #expect(absent.status == 404)
    func plain(_ text: String, _ path: String) -> String { text.replacing(path, with: "") }
    #expect(plain(absent.text, "/units/0000000000000") == plain(foreign.text, site.path("C4")))
  }

  @Test("a search finds people, units and decisions in reach only")
  func find() async throws {
    let site = try await Site.small()
    var near = try await site.visitor(.officer, in: "HL")
    let found = try await near.get("/find?q=nguyen%20a").text
    #expect(found.contains(site.path(of: "Nguyễn An")) && found.contains(site.path(of: "Nguyễn Ấn")))
    var far = try await site.visitor(.officer, in: "DH")
    #expect(try await far.get("/find?q=nguyen").text.contains("/people/") == false)
    #expect(try await near.get("/find?q=am%20ho").text.contains(site.path("C1")))
  }

  @Test("a grant that has ended opens nothing any more")
  func ended() async throws {
    let site = try await Site.small()
    let account = try await site.account("ha")
    try await site.world.grant(
      .officer,
      in: site.world.unit("QN"),
      to: account,
      .from("2020-01-01", until: "2025-11-04")
    )
    var browser = try await site.signedIn("ha")
    #expect(try await browser.get(site.path("C1")).status == 200)
    site.world.clock.step(days: 1)
    browser = try await site.signedIn("ha")
    #expect(try await browser.get(site.path("C1")).status == 404)
  }
}
