import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("A round beside what the unit's forebears gave")
struct ReviewForebearTests {
  /// A year's round of HL, in which each of these cells gave these classes, one member of its own after the other.
  private static func round(_ world: World, _ year: Int) async throws -> ID<FactMark> {
    let (first, next) = (CivilDate("\(year)-01-01"), CivilDate("\(year + 1)-01-01"))
    return try await world.openRound(
      of: world.unit("HL"),
      days: .from(first ?? .earliest, until: next),
      counted: CivilDate("\(year)-10-31") ?? .earliest,
      cap: nil
    )
  }

  private static func rate(
    _ world: World,
    _ round: ID<FactMark>,
    _ year: Int,
    _ name: String,
    in cell: String,
    _ rating: ReviewClass
  ) async throws {
    let (from, due) = (CivilDate("\(year)-02-01"), CivilDate("\(year)-09-30"))
    let person = world.person(name)
    let measure = TaskMeasure.quantity(Quantity(3), of: "lần")
    let task = try await world.assign(
      "Việc năm",
      to: cell,
      by: person,
      from: from ?? .earliest,
      due: due ?? .earliest,
      measure
    )
    try await world.tell(task, 4, on: due ?? .earliest)
    let mark = world.mark(round, .person(person), .evaluation, by: cell, rating, points: 80, reason: "Chung")
    try await world.carryOut(mark)
  }

  /// C1 and C2 of B1 and C3 of B2 in the round of 2024.
  private static func rated() async throws -> (world: World, last: ID<FactMark>) {
    let world = try await World.small()
    let last = try await round(world, 2024)
    for (name, cell, rating) in [
      ("Nguyễn An", "C1", ReviewClass.good), ("Nguyễn Ân", "C1", .completed), ("Lò Thị Hạnh", "C2", .good),
      ("Nguyễn Ấn", "C3", .excellent),
    ] {
      try await rate(world, last, 2024, name, in: cell, rating)
    }
    return (world, last)
  }

  private static func reorganise(_ world: World, _ step: ReorganisationStep, on day: CivilDate) async throws {
    try await world.carryOut(Reorganise([PlannedStep(step)], on: day, body: "steps:"))
  }

  /// What a unit is set beside in a round: each body by its code with its classes, those it is no more in mid-sentence.
  private static func before(
    _ world: World,
    _ key: ID<FactMark>,
    of unit: ID<Unit>
  ) async throws -> [String: (classes: [ReviewClass: Int], forebear: Forebear?)] {
    try await world.read { db in
      let round = try #require(try ReviewStore(db: db).round(key)?.value)
      var found: [String: (classes: [ReviewClass: Int], forebear: Forebear?)] = [:]
      for body in try ReviewComparison(db: db, round).before(of: unit) {
        let code = try #require(try UnitStore(db: db).code(of: body.unit))
        let counts = try ReviewComparison(db: db, body.round).spread(of: body.unit)
        #expect(found[code] == nil, "\(code) is counted twice")
        found[code] = (counts, body.forebear)
      }
      return found
    }
  }

  @Test("a unit that others were merged into is set beside what it and they gave, through every merger")
  func merged() async throws {
    let (world, _) = try await Self.rated()
    try await Self.reorganise(
      world,
      .merge(units: ["C2"], into: "C1", name: nil, posts: .end),
      on: "2025-03-01"
    )
    try await Self.reorganise(
      world,
      .merge(units: ["C1"], into: "C3", name: nil, posts: .end),
      on: "2025-07-01"
    )
    let this = try await Self.round(world, 2025)
    let found = try await Self.before(world, this, of: world.unit("C3"))
    #expect(
      found.mapValues(\.classes)
        == ["C1": [.good: 1, .completed: 1], "C2": [.good: 1], "C3": [.excellent: 1]]
    )
    #expect(found["C3"]?.forebear == nil)
    #expect(found["C1"]?.forebear?.day == "2025-07-01" && found["C2"]?.forebear?.day == "2025-03-01")
    #expect(found.values.allSatisfy { $0.forebear?.isShared != true })
  }

  @Test(
    "what was merged only after the day counted stays apart, and before the last round there is nothing of it"
  )
  func dayCounted() async throws {
    let (world, last) = try await Self.rated()
    let this = try await Self.round(world, 2025)
    try await Self.reorganise(
      world,
      .merge(units: ["C2"], into: "C1", name: nil, posts: .end),
      on: "2025-11-01"
    )
    #expect(try await Self.before(world, this, of: world.unit("C1")).keys.sorted() == ["C1"])
    #expect(try await Self.before(world, this, of: world.unit("C2")).keys.sorted() == ["C2"])
    #expect(try await Self.before(world, last, of: world.unit("C1")).isEmpty)
  }

  @Test("the parts of a divided unit are each set beside the whole it was, and that is said to be shared")
  func divided() async throws {
    let (world, _) = try await Self.rated()
    let b1 = world.unit("B1")
    let (one, other) = (
      try await world.found("C7", "Chi bộ thôn Trên", .cell, under: b1, on: "2025-02-01"),
      try await world.found("C8", "Chi bộ thôn Dưới", .cell, under: b1, on: "2025-02-01")
    )
    let an = try await world.read { db in
      try NameStore(db: db).codes(of: [world.person("Nguyễn An")])[world.person("Nguyễn An")]
    }
    let split = ReorganisationStep.split(
      unit: "C1",
      into: ["C7", "C8"],
      units: Allotment(rest: "C8"),
      people: Allotment(named: [Allotment.Share(try #require(an), to: "C7")], rest: "C8"),
      posts: .end
    )
    try await Self.reorganise(world, split, on: "2025-04-01")
    let this = try await Self.round(world, 2025)
    for part in [one, other] {
      let found = try await Self.before(world, this, of: part)
      #expect(found.mapValues(\.classes) == ["C1": [.good: 1, .completed: 1]])
      #expect(found["C1"]?.forebear?.isShared == true)
    }
    // Its neighbours are set beside themselves.
    #expect(try await Self.before(world, this, of: world.unit("C2")).keys.sorted() == ["C2"])
  }

  @Test("of random mergers, what is counted is what a plain walk from heir to heir finds", arguments: 0..<10)
  func random(_ seed: Int) async throws {
    let (world, _) = try await Self.rated()
    var numbers = SeededNumbers(seed: seed)
    var standing = ["C1", "C2", "C3"]
    // Who is in whom, walked plainly.
    var held: [String: Set<String>] = ["C1": ["C1"], "C2": ["C2"], "C3": ["C3"]]
    var day: CivilDate = "2025-01-15"
    for _ in 0..<numbers.below(3) {
      guard let from = standing.randomElement(using: &numbers) else { break }
      let into = standing.filter { $0 != from }.randomElement(using: &numbers) ?? from
      try await Self.reorganise(world, .merge(units: [from], into: into, name: nil, posts: .end), on: day)
      standing.removeAll { $0 == from }
      let passed = held[from] ?? []
      held[into]?.formUnion(passed)
      day = day.adding(days: 1 + numbers.below(90))
    }
    let this = try await Self.round(world, 2025)
    for code in standing {
      let found = try await Self.before(world, this, of: world.unit(code))
      #expect(Set(found.keys) == held[code], "seed \(seed)")
    }
  }
}
