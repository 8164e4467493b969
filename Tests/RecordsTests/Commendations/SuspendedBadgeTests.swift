import Basics
import Records
import RulebookFiles
import Rules
import TestWorld
import Testing

@Suite("Years in the Party of somebody who was suspended")
struct SuspendedBadgeTests {
  private static let library = ShippedRules.library

  /// The regulations with a version of an office that leaves days suspended out.
  private static func leavingOut() throws -> RulebookLibrary {
    let text = try #require(ShippedRules.folder.texts["charter-2025"])
      .replacing("rulebook: charter-2025\n", with: "rulebook: charter-2025-own\n")
      .replacing("{partyAge.leftOut: \"0\"}", with: "{partyAge.leftOut: \"partyAge.suspendedDays\"}")
    return library.adding(try RulebookFile.read(text, name: "own").get())
  }

  @Test("as shipped every day counts, and the clause says that it is not verified")
  func counted() throws {
    let rule = try #require(PartyAgeRule(Self.library, on: "2026-05-19"))
    #expect(!rule.leavesOut && rule.leftOut(of: 400) == 0)
    #expect(rule.clause?.confidence == .unverified)
    #expect(
      rule.start("1986-05-01", [.from("2000-01-01", until: "2001-01-01")], on: "2026-05-19") == "1986-05-01"
    )
    #expect(PartyAgeRule(Self.library, on: "2012-05-19") == nil)
  }

  @Test(
    "an office may leave them out: then as many days later, and days outside the membership do not matter"
  )
  func leftOut() throws {
    let rule = try #require(PartyAgeRule(try Self.leavingOut(), on: "2026-05-19"))
    #expect(rule.leavesOut && rule.leftOut(of: 400) == 400)
    let spans: [Span] = [.from("1986-04-01", until: "1986-05-11"), Span(open: "2026-05-09")]
    #expect(rule.start("1986-05-01", spans, on: "2026-05-19") == "1986-05-21")
    #expect(rule.start("1986-05-01", spans, on: "2026-05-09") == "1986-05-11")
  }

  private static func world() async throws -> World {
    let world = try await World.small()
    world.clock.set("2026-05-12")
    let people: [(String, String, CivilDate)] = [
      ("Bùi Đúng Ngày", "C1", "1986-05-19"), ("Bùi Đình Chỉ", "C1", "1986-05-01"),
      ("Bùi Chậm", "C2", "1986-01-30"),
    ]
    for (number, person) in people.enumerated() {
      try await world.carryOut(
        AdmitMember(
          code: "BG\(number)",
          particulars: Particulars(name: person.0),
          unit: world.unit(person.1),
          admitted: person.2,
          decided: person.2,
          official: "1987-06-01",
          homeFrom: "2005-01-01"
        )
      )
    }
    let body = world.unit("HL")
    for (code, span) in [
      ("BG1", Span.from("2010-01-01", until: "2010-02-01")),
      ("BG2", .from("2010-01-01", until: "2010-01-21")),
    ] {
      let person = try #require(try await world.read { try LifeStore(db: $0).person(code: code) })
      try await world.carryOut(SuspendMember(person: person, by: body, span: span))
    }
    return world
  }

  private func names(_ world: World, _ library: RulebookLibrary, on day: CivilDate) async throws -> [String] {
    let rule = try #require(BadgeRule(library, on: day))
    let unit = world.unit("QN")
    let found = try await world.read { db in
      try [1, BadgeStore.large].map { members in
        try BadgeStore(db: db).candidates(of: unit, rule, AsOf("2026-05-12"), members: members, badge: 40)
          .map(\.name)
      }
    }
    #expect(found[0] == found[1])
    let counts = try await world.read { db in
      try BadgeStore(db: db).counts(of: unit, [rule], AsOf("2026-05-12"), members: 1)
    }
    #expect(counts.first { $0.badge.years == 40 }?.count == found[0].count)
    return found[0].sorted()
  }

  @Test("where days count, the day of decision tells who reaches a badge; where they do not, it comes later")
  func lists() async throws {
    let world = try await Self.world()
    let own = try Self.leavingOut()
    #expect(try await names(world, Self.library, on: "2026-05-19") == ["Bùi Đình Chỉ", "Bùi Đúng Ngày"])
    // Thirty-one days later than 1 May is after the award; twenty later than 30 January is after that of February.
    #expect(try await names(world, own, on: "2026-05-19") == ["Bùi Chậm", "Bùi Đúng Ngày"])
    #expect(try await names(world, own, on: "2026-09-02") == ["Bùi Đình Chỉ"])
  }
}
