import Basics
import Records
import Rules
import TestWorld
import Testing

@Suite("How questions of a review are answered")
struct ReviewPlanTests {
  @Test(
    "a body's subjects, whoever is at home, a unit, a person: by index, in a fixed number of questions, now and as published",
    .enabled(if: !TestEngine.isServed, "a server chooses by sizes that no test has"),
    arguments: [false, true]
  )
  func sheets(isPublished: Bool) async throws {
    var counts: Set<Int> = []
    for code in ["QN", "HL", "B1", "C1"] {
      let desk = try await QueryPlanTests.Desk(code)
      let (world, unit) = (desk.world, desk.unit)
      let (an, cell) = (world.person("Nguyễn An"), world.unit("C1"))
      try await world.work(of: an, in: "C1")
      let key = try await world.openRound(of: world.unit("QN"))
      try await world.rate(an, in: "C1", of: "B1", key, .good, points: 80)
      let library = ShippedRules.library
      let head = try await world.read { try JournalStore(db: $0).head() }
      _ = try await desk.database.read { db in
        let round = try ReviewStore(db: db).round(key)?.value
        let known: Knowledge = isPublished ? .entry(head) : .now
        guard let round else { return false }
        let sheet = ReviewSheet(db: db, round, by: library, known)
        _ = try sheet.lines(.home(unit))
        _ = try sheet.lines(.evaluated(by: unit))
        _ = try sheet.lines(.unit(unit))
        _ = try sheet.lines(.person(an))
        _ = try sheet.unitsBelow(unit)
        _ = try sheet.quietUnits(among: [unit, cell])
        let comparison = ReviewComparison(db: db, round, known)
        _ = try comparison.spread(of: unit)
        _ = try comparison.list(of: unit)
        _ = try comparison.before(of: unit)
        guard let likeness = try comparison.likeness(of: unit) else { return false }
        return try comparison.spreads(like: likeness, within: [unit]).isEmpty
          && comparison.spreads(like: likeness).isEmpty
      }
      #expect(desk.scans == [])
      counts.insert(desk.database.statements.count)
    }
    #expect(counts.count == 1, "\(counts)")
  }
}
