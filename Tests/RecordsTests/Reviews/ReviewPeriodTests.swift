import Basics
import Records
import RulebookFiles
import Rules
import Storage
import TestWorld
import Testing

@Suite("The shorter rounds of a year")
struct ReviewPeriodTests {
  /// A quarter's round of B1 in which a member of C1 with a task is rated, and which is published.
  @discardableResult
  private static func quarter(
    _ world: World,
    from: CivilDate,
    until: CivilDate,
    _ rating: ReviewClass,
    points: Int,
    isPublished: Bool = true
  ) async throws -> ID<FactMark> {
    let last = until.adding(days: -1)
    let an = world.person("Nguyễn An")
    let measure = TaskMeasure.quantity(Quantity(3), of: "lần")
    let task = try await world.assign("Việc quý", to: "C1", by: an, from: from, due: last, measure)
    try await world.tell(task, 4, on: last)
    let round = try await world.openRound(
      of: world.unit("B1"),
      .quarter,
      days: .from(from, until: until),
      counted: last,
      cap: nil
    )
    try await world.rate(an, in: "C1", of: "B1", round, rating, points: points)
    if isPublished {
      try await world.carryOut(SendReviews(round, of: world.unit("C1")))
      try await world.carryOut(PublishRound(round))
    }
    return round
  }

  @Test("quarters of the year are facts of the yearly review, wherever the member was then (S003-33)")
  func rolledUp() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    let first = try await Self.quarter(world, from: "2025-01-01", until: "2025-04-01", .good, points: 80)
    let second = try await Self.quarter(
      world,
      from: "2025-04-01",
      until: "2025-07-01",
      .notCompleted,
      points: 45
    )
    // A round that is not published yet tells nothing.
    try await Self.quarter(
      world,
      from: "2025-07-01",
      until: "2025-10-01",
      .excellent,
      points: 95,
      isPublished: false
    )
    // Another year's quarter is none of this year's.
    try await Self.quarter(world, from: "2024-10-01", until: "2025-01-01", .excellent, points: 99)
    try await world.carryOut(TransferMember(person: an, to: world.unit("C3"), day: "2025-10-10"))
    let year = try await world.openRound(of: world.unit("HL"))
    let line = try #require(try await world.sheet(year) { try $0.line(.person(an)) })
    #expect(line.unit == world.unit("C3"))
    let periods = line.facts.periods
    #expect(periods.ratings.map(\.round) == [first, second])
    #expect(periods.ratings.map(\.rating) == [.good, .notCompleted])
    #expect(periods.worst == .notCompleted && periods.average?.score == Quantity("62.5"))
    let facts = line.facts.facts(.individual, score: nil)
    #expect(facts["periods.rated"] == Quantity(2) && facts["periods.notCompleted"] == Quantity(1))
    // The cell's own quarters stay the cell's; whoever came later has none of them.
    let cell = try await world.sheet(year) { try $0.line(.organisation(world.unit("C1")))?.facts.periods }
    #expect(cell?.ratings.count == 2)
    let other = try await world.sheet(year) { try $0.line(.organisation(world.unit("C3")))?.facts.periods }
    #expect(other?.isEmpty == true)
    // In a quarter's round nothing is rolled up.
    let quarter = try await world.sheet(second) {
      try $0.line(.organisation(world.unit("C1")))?.facts.periods
    }
    #expect(quarter?.isEmpty == true)
  }

  @Test("a desk asks as many questions about shorter rounds for everybody as for one")
  func constant() async throws {
    let world = try await World.small()
    try await Self.quarter(world, from: "2025-01-01", until: "2025-04-01", .good, points: 80)
    let year = try await world.openRound(of: world.unit("HL"))
    let recording = RecordingDatabase(world.database)
    func questions(_ scope: ReviewScope) async throws -> Int {
      let before = recording.statements.count
      try await recording.read { db in
        let round = try #require(try ReviewStore(db: db).round(year)?.value)
        _ = try ReviewSheet(db: db, round, by: ShippedRules.folder.library).lines(scope)
      }
      return recording.statements.count - before
    }
    let one = try await questions(.home(world.unit("C1")))
    #expect(try await questions(.home(world.unit("HL"))) == one)
  }
}
