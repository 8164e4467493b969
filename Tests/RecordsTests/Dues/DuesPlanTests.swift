import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

extension QueryPlanTests {
  @Test(
    "dues of a month, unpaid months, badges of an award: by index, in a fixed number of questions",
    arguments: knowledges
  )
  func duesAndBadges(knowledge: Knowledge) async throws {
    var counts: [Int] = []
    let library = ShippedRules.library
    let month = try #require(Month("2026-03"))
    for code in ["QN", "C1"] {
      let desk = try await Desk(code)
      let (unit, asOf) = (desk.unit, AsOf("2026-04-01", knowledge))
      let an = desk.world.person("Nguyễn An")
      let badges = try #require(BadgeRule(library, on: "2026-05-19"))
      _ = try await desk.database.read { db in
        let store = DuesStore(db: db)
        let rule = DuesRule(library, for: month)
        _ = try store.sums(of: unit, month, rule, knowledge)
        _ = try store.sumsBelow(unit, month, rule, knowledge)
        _ = try store.passed(by: unit, andBelow: month, knowledge)
        for figure in DuesFigure.allCases {
          _ = try store.lines(figure, of: unit, month, rule, knowledge, 0..<50)
        }
        _ = try store.sheet(of: unit, month, knowledge)
        _ = try store.bases(of: an, knowledge)
        _ = try store.payments(of: an, knowledge)
        _ = try store.homes(of: an, in: 2026, knowledge)
        let months = Month.over(in: 2026, on: asOf.day)
        _ = try UnpaidMonths(db: db, by: library).people(of: unit, asOf, among: months, atLeast: 3)
        _ = try UnpaidMonths(db: db, by: library).months(of: an, among: months, knowledge)
        for members in [1, 1_000_000] {
          _ = try BadgeStore(db: db).candidates(of: unit, badges, asOf, members: members)
          _ = try BadgeStore(db: db).counts(of: unit, [badges], asOf, members: members)
        }
        return try BadgeStore(db: db).awards(of: an, knowledge).count
      }
      #expect(desk.scans == [])
      counts.append(desk.database.statements.count)
    }
    #expect(counts[0] == counts[1])
  }

  @Test(
    "who reaches a badge is found by the days of decision, and not by going through the roll",
    .enabled(if: !TestEngine.isServed, "a server chooses by sizes that no test has")
  )
  func badgesByDecision() async throws {
    let desk = try await Desk("QN")
    let unit = desk.unit
    let badges = try #require(BadgeRule(ShippedRules.library, on: "2026-05-19"))
    _ = try await desk.database.read {
      try BadgeStore(db: $0).candidates(of: unit, badges, AsOf("2026-04-01"), members: 131_548)
    }
    let plans = desk.database.plans
    #expect(plans.count == badges.badges.count)
    for plan in plans {
      #expect(plan.steps.first?.contains("membership_term_decided") == true, "\(plan.steps)")
    }
  }
}
