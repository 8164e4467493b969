import Basics
import Records
import Rules
import TestWorld
import Testing

@Suite("Badges of years in the Party")
struct BadgeTests {
  private static let library = ShippedRules.library
  private let decision = DecisionText(number: "12-QĐ/TU", signed: "2026-05-10")

  @Test("the days of award are 3 February, 19 May, 2 September and 7 November, twelve of them in three years")
  func awards() {
    let days = BadgeRule.awards(Self.library, from: "2026-05-19", count: 12)
    #expect(days.first == "2026-05-19" && days.count == 12)
    #expect(days[3] == "2027-02-03" && days.last == "2029-02-03")
    #expect(zip(days, days.dropFirst()).allSatisfy { $0 < $1 })
    #expect(days.allSatisfy { day in PlainBadges.awards.contains { $0 == (day.parts.month, day.parts.day) } })
  }

  @Test("badges and money are those written out by hand, and unknown where no text was found")
  func bands() throws {
    let rule = try #require(BadgeRule(Self.library, on: "2026-05-19"))
    #expect(rule.badges.map(\.years) == PlainBadges.years)
    #expect(rule.badges.map(\.money) == PlainBadges.money.map { $0.map { $0 * 234_000 } })
    #expect(rule.badges.filter { $0.money == nil }.allSatisfy { $0.moneyConfidence == .notFound })
    #expect(rule.start?.confidence == .unverified)
    #expect(BadgeRule(Self.library, on: "2009-05-19") == nil)
  }

  @Test(
    "the days of decision give each badge to whom the calendar gives it, a day to either side of every bound",
    arguments: ["2026-02-03", "2026-05-19", "2026-09-02", "2027-02-03", "2028-02-03"] as [CivilDate]
  )
  func bounds(day: CivilDate) throws {
    let rule = try #require(BadgeRule(Self.library, on: day))
    let judge = try #require(Self.library.judge("charter", of: "badge", on: day))
    var days: Set<CivilDate> = ["1996-02-29", "1988-02-29", "1936-02-29"]
    for badge in rule.badges {
      for bound in [rule.decisions(for: badge).after, rule.decisions(for: badge).upTo] {
        for step in -2...2 { days.insert(bound.adding(days: step)) }
      }
    }
    for decided in days.sorted() {
      let now = PlainBadges.reached(decided, on: day)
      #expect(rule.reached(by: decided)?.years == now, "\(decided)")
      let verdict = judge.verdict([
        "badge.official": Quantity(1), "badge.decided": Quantity(decided), "badge.award": Quantity(day),
      ])
      #expect(verdict.outcomeName == now.map { "badge\($0)" } ?? "none", "\(decided)")
      let earlier = PlainBadges.reached(decided, on: rule.before)
      #expect(rule.newly(by: decided)?.years == (now == earlier ? nil : now), "\(decided)")
    }
  }

  @Test("a decision of 1 May 1986 reaches forty years on 19 May 2026, with twice the base salary")
  func workedExample() throws {
    let rule = try #require(BadgeRule(Self.library, on: "2026-05-19"))
    let badge = try #require(rule.newly(by: "1986-05-01"))
    #expect(badge.years == 40 && badge.money == 4_680_000)
    #expect(rule.next(after: "1986-05-01")?.years == 45)
  }

  // MARK: In the record

  /// The small organisation in May 2026 with people of old decisions.
  private static func world() async throws -> World {
    let world = try await World.small()
    world.clock.set("2026-05-12")
    let people: [(String, String, CivilDate, CivilDate?, CivilDate?)] = [
      ("Bùi Đúng Ngày", "C1", "1986-05-19", "1986-05-20", "1987-05-20"),
      ("Bùi Sau Ngày", "C1", "1986-05-20", "1986-05-21", "1987-05-21"),
      ("Bùi Đợt Trước", "C2", "1986-02-03", "1986-02-03", "1987-02-03"),
      ("Bùi Sau Đợt Trước", "C2", "1986-02-04", "1986-02-05", "1987-02-05"),
      ("Bùi Ba Mươi", "C4", "1996-05-01", "1996-05-03", "1997-05-03"),
      ("Bùi Dự Bị", "C4", "1996-05-01", "1996-05-03", nil),
    ]
    for (number, person) in people.enumerated() {
      try await world.carryOut(
        AdmitMember(
          code: "BG\(number)",
          particulars: Particulars(name: person.0),
          unit: world.unit(person.1),
          admitted: person.3 ?? "2000-01-01",
          decided: person.2,
          official: person.4,
          homeFrom: "2005-01-01"
        )
      )
    }
    return world
  }

  /// As a small unit is asked; a large one gives the same.
  private func candidates(_ world: World, _ unit: String, badge: Int? = nil) async throws -> [BadgeCandidate]
  {
    let rule = try #require(BadgeRule(Self.library, on: "2026-05-19"))
    let id = world.unit(unit)
    let found = try await world.read { db in
      try [1, BadgeStore.large].map { members in
        try BadgeStore(db: db).candidates(of: id, rule, AsOf("2026-05-12"), members: members, badge: badge)
      }
    }
    #expect(found[0] == found[1])
    return found[0]
  }

  @Test("who reaches a badge on an award, and had not on the one before, is found in the unit and above")
  func reached() async throws {
    let world = try await Self.world()
    #expect(try await candidates(world, "C1").map(\.name) == ["Bùi Đúng Ngày"])
    #expect(try await candidates(world, "C2").map(\.name) == ["Bùi Sau Đợt Trước"])
    let all = try await candidates(world, "QN").map { "\($0.badge.years) \($0.name)" }
    #expect(all == ["40 Bùi Đúng Ngày", "40 Bùi Sau Đợt Trước", "30 Bùi Ba Mươi"])
    #expect(try await candidates(world, "QN", badge: 30).count == 1)
  }

  @Test("the counts of the awards to come are the sizes of the lists they open to")
  func counts() async throws {
    let world = try await Self.world()
    let rules = BadgeRule.awards(Self.library, from: "2026-05-12", count: 12).compactMap {
      BadgeRule(Self.library, on: $0)
    }
    let (unit, asOf) = (world.unit("QN"), AsOf("2026-05-12"))
    let counts = try await world.read { try BadgeStore(db: $0).counts(of: unit, rules, asOf, members: 1) }
    #expect(counts.reduce(0) { $0 + $1.count } == 4)
    for rule in rules {
      let list = try await world.read { try BadgeStore(db: $0).candidates(of: unit, rule, asOf, members: 1) }
      for badge in rule.badges {
        let count = counts.first { $0.day == rule.day && $0.badge.years == badge.years }?.count
        #expect(count == list.filter { $0.badge.years == badge.years }.count, "\(rule.day) \(badge.years)")
      }
    }
  }

  private func award(_ person: ID<Person>, _ years: Int, _ number: String? = nil) -> AwardBadges {
    AwardBadges(
      day: "2026-05-19",
      lines: [AwardBadges.Line(person: person, award: BadgeAward(years: years, number: number))]
    )
  }

  @Test("a badge is awarded under a decision, once, and by the rule; an annulment takes it back")
  func awarded() async throws {
    let world = try await Self.world()
    let one = try #require(try await candidates(world, "C1").first)
    let none = try await world.refusals(of: award(one.person, 40))
    #expect(none == [Objection(.number, .blank)])
    #expect(
      try await world.refusals(of: award(one.person, 45), under: decision)
        == [Objection(.badge, .badgeNotReached(years: 45, name: one.name))]
    )
    let receipt = try await world.carryOut(award(one.person, 40, "H-123"), under: decision)
    let listed = try #require(try await candidates(world, "C1").first?.award)
    #expect(listed.value == BadgeAward(years: 40, number: "H-123") && listed.cited == "12-QĐ/TU")
    #expect(
      try await world.refusals(of: award(one.person, 40), under: decision)
        == [Objection(.badge, .badgeTaken(years: 40, on: "2026-05-19"))]
    )
    #expect(try await world.journalFaults() == [])
    #expect(try await world.integrityFaults() == [])
    try await world.carryOut(AnnulEntry(entry: receipt.entry, why: "thử"))
    #expect(try await candidates(world, "C1").first?.award == nil)
    try await world.carryOut(award(one.person, 40), under: DecisionText(number: "13", signed: "2026-05-11"))
  }

  @Test("somebody on probation, or whose decision is not on record, is given nothing by the rule")
  func unknown() async throws {
    let world = try await Self.world()
    let an = world.person("Nguyễn An")
    #expect(
      try await world.refusals(of: award(an, 30), under: decision)
        == [Objection(.badge, .badgeNotReached(years: 30, name: "Nguyễn An"))]
    )
  }

  @Test("of somebody re-admitted the present membership counts, and the list says that there was another")
  func readmitted() async throws {
    let world = try await World.small()
    world.clock.set("2026-05-12")
    let unit = world.unit("C1")
    let person = try await world.admit(
      "Bùi Trở Lại",
      to: unit,
      on: "1980-01-01",
      official: "1981-01-01",
      homeFrom: "2003-01-01"
    )
    try await world.end(person, .left, on: "2004-01-01")
    try await world.carryOut(
      AdmitMember(
        person: person,
        particulars: Particulars(name: "Bùi Trở Lại"),
        unit: unit,
        admitted: "2010-05-01",
        decided: "1996-05-01",
        official: "2011-05-01"
      )
    )
    let found = try await candidates(world, "C1")
    #expect(found.map(\.wasReadmitted) == [true])
  }
}
