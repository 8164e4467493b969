import Basics
import Records
import RulebookFiles
import Rules
import Storage
import TestWorld
import Testing

@Suite("A review that is due at a meeting")
struct ReviewDueTests {
  private static func due(
    _ world: World,
    on day: CivilDate,
    besides meeting: ID<FactMark>? = nil
  ) async throws -> [DueMatter] {
    let (cell, today) = (world.unit("C1"), world.clock.clock.today)
    return try await world.read { db in
      try DueMatters(db: db, for: cell, today: today) { unit in
        try OwnRulebookStore(db: db).library(over: ShippedRules.library, for: unit, AsOf(today))
      }
      .matters(on: day, besides: meeting)
    }
  }

  @Test("a round of review whose step is due stands among what is due, until the cell has sent it up")
  func reviewDue() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    func due(_ day: CivilDate) async throws -> [DueMatter] {
      try await Self.due(world, on: day).filter { $0.matter.kind == .review }
    }
    let draft = RoundDraft(
      .year,
      "Kiểm điểm năm 2025",
      .from("2025-01-01", until: "2026-01-01"),
      counted: "2025-10-31",
      deadlines: ReviewRound.Deadlines(selfReview: "2025-11-20", evaluation: "2026-01-10")
    )
    let round = ID<FactMark>(try await world.carryOut(OpenRound(of: world.unit("B1"), draft)).result ?? 0)
    // Nobody has anything to be rated by.
    #expect(try await due("2025-11-06").isEmpty)
    try await world.work(of: an, in: "C1")
    let first = try #require(try await due("2025-11-06").first)
    #expect(first.matter == AgendaMatter(.review, round.number))
    // The member, and the cell of whose task it is.
    #expect(
      first.content
        == .review(title: "Kiểm điểm năm 2025", step: .selfReview, count: 2, by: "2025-11-20")
    )
    for subject in [ReviewSubject.person(an), .organisation(world.unit("C1"))] {
      try await world.carryOut(world.mark(round, subject, .selfReview, by: "C1", .good, points: 80))
    }
    // The evaluation is due in January: before that month's meeting nobody need speak of it.
    #expect(try await due("2025-11-06").isEmpty)
    guard case .review(_, .evaluation, 2, _) = try await due("2025-12-04").first?.content else {
      Issue.record("no evaluation is due")
      return
    }
    let meeting = try await world.call(of: "C1", on: "2025-12-04")
    try await world.carryOut(PutMatters(meeting, [TakenMatter(first.matter, "Kiểm điểm năm 2025")]))
    #expect(
      try await Self.due(world, on: "2025-12-04", besides: meeting).allSatisfy { $0.matter.kind != .review }
    )
    let meetings = try await world.read { db in
      try PreparationStore(db: db).meetings(about: first.matter, below: world.unit("C1"), AsOf("2025-12-04"))
    }
    #expect(meetings.map(\.meeting) == [meeting])
    // Another unit's round is none of this cell's.
    let other = try await world.openRound(of: world.unit("B2"))
    let stranger = [TakenMatter(AgendaMatter(.review, other.number), "Đợt khác")]
    guard case .unknownValue = try await world.refusals(of: PutMatters(meeting, stranger)).first?.refusal
    else {
      Issue.record("another unit's round was put on the agenda")
      return
    }
    for subject in [ReviewSubject.person(an), .organisation(world.unit("C1"))] {
      try await world.carryOut(
        world.mark(round, subject, .evaluation, by: "C1", .good, points: 80, reason: "Chung")
      )
    }
    try await world.carryOut(SendReviews(round, of: world.unit("C1")))
    #expect(try await due("2026-01-08").isEmpty)
  }

  @Test(
    "what is due in a round is judged by the regulations of the unit that holds it, not by the cell's own"
  )
  func holdersRegulations() async throws {
    let decision = DecisionText(number: "7-QĐ/HU", signed: "2025-10-05")
    for (code, isDue) in [("C1", true), ("C2", true), ("B1", false), ("HL", false)] {
      let world = try await World.small()
      try await world.work(of: world.person("Nguyễn An"), in: "C1")
      try await world.openRound(of: world.unit("B1"))
      // It names nobody who evaluates, so that a round judged by it waits for nobody.
      let own = SampleRulebook.text("review-own", from: "2025-10-01")
      try await world.carryOut(PutRulebookInForce(unit: world.unit(code), text: own), under: decision)
      let due = try await Self.due(world, on: "2025-11-06").contains { $0.matter.kind == .review }
      #expect(due == isDue, "a version of \(code)")
    }
  }
}
