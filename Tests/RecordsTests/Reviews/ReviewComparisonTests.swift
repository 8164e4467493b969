import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Classes compared")
struct ReviewComparisonTests {
  /// Two years' rounds of HL with members of both communes rated at random, some by their cell alone.
  private static func rated(
    _ seed: Int
  ) async throws -> (world: World, last: ID<FactMark>, this: ID<FactMark>) {
    let world = try await World.small()
    var numbers = SeededNumbers(seed: seed)
    var rounds: [ID<FactMark>] = []
    for year in [2024, 2025] {
      let (from, due) = (CivilDate("\(year)-02-01"), CivilDate("\(year)-09-30"))
      guard let from, let due else { continue }
      let people = [
        ("Nguyễn An", "C1", "B1"), ("Nguyễn Ân", "C1", "B1"), ("Lò Thị Hạnh", "C2", "B1"),
        ("Nguyễn Ấn", "C3", "B2"), ("Hồ Văn Ía", "C3", "B2"),
      ]
      let round = try await world.openRound(
        of: world.unit("HL"),
        days: .from(CivilDate("\(year)-01-01") ?? from, until: CivilDate("\(year + 1)-01-01") ?? due),
        counted: CivilDate("\(year)-10-31") ?? due,
        cap: nil
      )
      rounds.append(round)
      for (name, cell, base) in people {
        let person = world.person(name)
        let measure = TaskMeasure.quantity(Quantity(3), of: "lần")
        let task = try await world.assign("Việc năm", to: cell, by: person, from: from, due: due, measure)
        try await world.tell(task, 4, on: due)
        let steps = [(ReviewStep.evaluation, cell), (.decision, base)]
        for (step, body) in steps.prefix(Int.random(in: 0...2, using: &numbers)) {
          let rating = ReviewClass.allCases.randomElement(using: &numbers) ?? .good
          try await world.carryOut(
            world.mark(round, .person(person), step, by: body, rating, points: 80, reason: "Chung")
          )
        }
      }
    }
    return (world, rounds[0], rounds[1])
  }

  /// The same, counted plainly: every mark that is known is looked at, one after the other.
  private static func plain(
    _ world: World,
    _ key: ID<FactMark>,
    of unit: ID<Unit>
  ) async throws -> [ReviewClass: Int] {
    try await world.read { db in
      let rows = try db.rows(
        """
        SELECT t.person, t.step, t.rating FROM review_mark t
        WHERE t.superseded IS NULL AND t.round = \(key) AND t.unit = \(unit) AND t.passed = 1
        """
      ) { row in (person: try row[0] as Int64, step: try row[1] as String, rating: try row[2] as String?) }
      var last: [Int64: (step: String, rating: String)] = [:]
      for row in rows {
        guard let rating = row.rating, row.step == "evaluation" || row.step == "decision" else { continue }
        if last[row.person]?.step != "decision" { last[row.person] = (row.step, rating) }
      }
      var counts: [ReviewClass: Int] = [:]
      for (_, said) in last.values {
        if let rating = ReviewClass(rawValue: said) { counts[rating, default: 0] += 1 }
      }
      return counts
    }
  }

  @Test("each number is the length of its list, beside the year before and units alike", arguments: 0..<8)
  func compared(_ seed: Int) async throws {
    let (world, last, this) = try await Self.rated(seed)
    for code in ["C1", "C2", "C3", "B1", "B2"] {
      let unit = world.unit(code)
      for key in [last, this] {
        let plain = try await Self.plain(world, key, of: unit)
        let (counts, lists, before) = try await world.read { db in
          let round = try #require(try ReviewStore(db: db).round(key)?.value)
          let comparison = ReviewComparison(db: db, round)
          let lists = try ReviewClass.allCases.map { ($0, try comparison.list(of: unit, in: $0).count) }
          return (try comparison.spread(of: unit), lists, try comparison.before(of: unit))
        }
        #expect(counts == plain, "\(code)")
        #expect(Dictionary(lists.filter { $0.1 > 0 }) { one, _ in one } == plain, "\(code)")
        #expect(before.map(\.round.key) == (key == this ? [last] : []))
        #expect(before.allSatisfy { $0.unit == unit && $0.forebear == nil })
      }
    }
  }

  @Test("units alike are of one kind, sector and level")
  func alike() async throws {
    let (world, _, this) = try await Self.rated(3)
    func alike(_ code: String, within places: [String]? = nil) async throws -> [ID<Unit>: [ReviewClass: Int]]
    {
      let unit = world.unit(code)
      let places = places.map { $0.map { world.unit($0) } }
      return try await world.read { db in
        let round = try #require(try ReviewStore(db: db).round(this)?.value)
        let comparison = ReviewComparison(db: db, round)
        let likeness = try #require(try comparison.likeness(of: unit))
        let found = try comparison.spreads(like: likeness, within: places)
        return Dictionary(found.map { ($0.unit, $0.counts) }) { one, _ in one }
      }
    }
    for (code, others) in [("B1", ["B1", "B2"]), ("C1", ["C1", "C2", "C3"]), ("T1", [])] {
      var expected: [ID<Unit>: [ReviewClass: Int]] = [:]
      for other in others {
        let counts = try await Self.plain(world, this, of: world.unit(other))
        if !counts.isEmpty { expected[world.unit(other)] = counts }
      }
      #expect(try await alike(code) == expected, "\(code)")
    }
    // Whoever reads one commune alone learns nothing of the other.
    #expect(try await alike("B1", within: ["B1"]).keys.allSatisfy { $0 == world.unit("B1") })
    #expect(
      try await alike("C3", within: ["B1"]).keys.allSatisfy {
        [world.unit("C1"), world.unit("C2")].contains($0)
      }
    )
  }

  @Test("before it is published nobody counts what is said of themselves")
  func oneself() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    try await world.work(of: an, in: "C1")
    let key = try await world.openRound(of: world.unit("B1"))
    try await world.rate(an, in: "C1", of: "B1", key, .good, points: 85)
    func total(_ person: ID<Person>?) async throws -> Int {
      try await world.read { db in
        let round = try #require(try ReviewStore(db: db).round(key)?.value)
        let comparison = ReviewComparison(db: db, round, besides: person)
        return try comparison.spread(of: world.unit("B1")).values.reduce(0, +)
      }
    }
    #expect(try await total(nil) == 2)
    #expect(try await total(an) == 1)
    try await world.carryOut(SendReviews(key, of: world.unit("C1")))
    try await world.carryOut(PublishRound(key))
    #expect(try await total(an) == 2)
  }
}
