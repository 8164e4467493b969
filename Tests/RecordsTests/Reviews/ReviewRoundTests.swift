import Basics
import Records
import RulebookFiles
import Rules
import Storage
import TestWorld
import Testing

@Suite("The yearly review")
struct ReviewRoundTests {
  @Test("a member goes from their own words through the cell to the base committee, and the round is frozen")
  func wholeWay() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    try await world.work(of: an, in: "C1")
    let round = try await world.openRound(of: world.unit("B1"))
    let subject = ReviewSubject.person(an)
    let way = try await world.sheet(round) { try $0.line(subject)?.way }
    #expect(way?.evaluations.map(\.body) == [world.unit("C1"), world.unit("B1")])
    #expect(way?.sort == .individual)

    // Whoever comes first speaks first.
    let early = world.mark(round, subject, .decision, by: "B1", .good, points: 85)
    #expect(try await world.refusals(of: early) == [Objection(nil, .waitsForEvaluator)])
    try await world.carryOut(world.mark(round, subject, .selfReview, by: "C1", .excellent, points: 95))
    try await world.carryOut(world.mark(round, subject, .evaluation, by: "C1", .excellent, points: 92))
    let line = try #require(try await world.sheet(round) { try $0.line(subject) })
    #expect(line.state == .evaluated)
    #expect(line.byRule == .excellent)
    #expect(line.facts.tasks == [.beyond: 1])

    // Another class than the rules give needs a reason, which stays.
    let lower = world.mark(round, subject, .decision, by: "B1", .good, points: 92)
    #expect(try await world.refusals(of: lower) == [Objection(.reason, .deviates(from: .excellent))])
    try await world.carryOut(
      world.mark(round, subject, .decision, by: "B1", .good, points: 92, reason: "Tập thể chỉ hoàn thành tốt")
    )
    let decided = try #require(try await world.sheet(round) { try $0.line(subject) })
    #expect(decided.state == .decided)
    #expect(decided.said.decision?.byRule == .excellent)
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }

  @Test("where nothing was assigned nothing can be rated (D08), and points keep within the frame")
  func nothingAssigned() async throws {
    let world = try await World.small()
    let an = ReviewSubject.person(world.person("Nguyễn An"))
    let round = try await world.openRound(of: world.unit("B1"))
    #expect(try await world.sheet(round) { try $0.line(an)?.state } == .assignFirst)
    let rated = world.mark(round, an, .evaluation, by: "C1", .good, points: 80)
    guard case .nothingAssigned = try await world.refusals(of: rated).first?.refusal else {
      Issue.record("rated without a task")
      return
    }
    // One may review oneself before, and say what one did.
    #expect(try await world.refusals(of: world.mark(round, an, .selfReview, by: "C1", nil)) == [])
    var tooMany = world.mark(round, an, .selfReview, by: "C1", nil)
    tooMany.mark.points = .init(general: Quantity(31), results: Quantity(69))
    #expect(try await world.refusals(of: tooMany).map(\.field) == [.general])
    let stranger = world.mark(round, .person(world.person("Hà Thị Ánh")), .selfReview, by: "C4", nil)
    #expect(try await world.refusals(of: stranger) == [Objection(nil, .notInRound)])
    let elsewhere = world.mark(round, an, .evaluation, by: "C2", .good, points: 80)
    #expect(try await world.refusals(of: elsewhere) == [Objection(nil, .notAnEvaluator)])
  }

  @Test("what a unit sent up changes only when it comes back, and a unit sends only after those below it")
  func sentUp() async throws {
    let world = try await World.small()
    let round = try await world.openRound(of: world.unit("B1"))
    let an = world.person("Nguyễn An")
    try await world.work(of: an, in: "C1")
    try await world.work(of: world.person("Lò Thị Hạnh"), in: "C2")
    #expect(
      try await world.refusals(of: SendReviews(round, of: world.unit("B1"))).first
        == Objection(nil, .waitsForUnits(["C1", "C2"]))
    )
    guard
      case .notRated = try await world.refusals(of: SendReviews(round, of: world.unit("C1"))).first?.refusal
    else {
      Issue.record("sent though somebody is not rated")
      return
    }
    try await world.carryOut(
      world.mark(round, .person(an), .evaluation, by: "C1", .good, points: 85, reason: "Theo điểm")
    )
    try await world.carryOut(
      world.mark(round, .organisation(world.unit("C1")), .selfReview, by: "C1", .good, points: 85)
    )
    // The cell's organisation has a task too: the member's is the cell's.
    try await world.carryOut(
      world.mark(
        round,
        .organisation(world.unit("C1")),
        .evaluation,
        by: "C1",
        .good,
        points: 85,
        reason: "Theo điểm"
      )
    )
    try await world.carryOut(SendReviews(round, of: world.unit("C1")))
    let again = world.mark(round, .person(an), .evaluation, by: "C1", .completed, points: 60)
    #expect(try await world.refusals(of: again).map(\.refusal) == [.reviewsSent(on: World.today)])
    try await world.carryOut(SendReviewsBack(round, to: world.unit("C1"), because: "Xem lại điểm của ông An"))
    try await world.carryOut(
      world.mark(round, .person(an), .evaluation, by: "C1", .good, points: 75, reason: "Theo điểm")
    )
    try await world.carryOut(SendReviews(round, of: world.unit("C1")))
    let sent = try await world.read { try ReviewStore(db: $0).sent(in: round) }
    #expect(sent.map(\.value.back) == ["Xem lại điểm của ông An", nil])
  }

  @Test(
    "a published round gives the same results whatever is recorded later; an objection is heard and answered"
  )
  func published() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    try await world.work(of: an, in: "C1")
    let round = try await world.openRound(of: world.unit("B1"))
    let subject = ReviewSubject.person(an)
    try await world.carryOut(world.mark(round, subject, .evaluation, by: "C1", .good, points: 85))
    let early = try await world.refusals(of: PublishRound(round)).map(\.refusal)
    // The other cell has nothing to rate: nobody waits for it.
    #expect(early == [.waitsForUnits(["C1"]), .notRated(2)])
    let reason = "Theo kết quả chung"
    try await world.carryOut(world.mark(round, subject, .decision, by: "B1", .good, points: 85))
    // The member's task is the cell's as well, and the cell is rated.
    let cell = ReviewSubject.organisation(world.unit("C1"))
    try await world.carryOut(
      world.mark(round, cell, .evaluation, by: "C1", .good, points: 85, reason: reason)
    )
    try await world.carryOut(world.mark(round, cell, .decision, by: "B1", .good, points: 85, reason: reason))
    try await world.carryOut(SendReviews(round, of: world.unit("C1")))
    try await world.carryOut(PublishRound(round))
    #expect(try await Self.isAsPublished(round, world))
    let late = world.mark(round, subject, .decision, by: "B1", .completed, points: 60, reason: "Nhầm")
    #expect(try await world.refusals(of: late) == [Objection(nil, .roundPublished)])

    let account = try await world.account("an", for: an)
    let matter = ReviewMatter(
      key: ID(0),
      round: round,
      subject: subject,
      kind: .objection,
      unit: world.unit("C1"),
      person: an,
      text: "Tôi hoàn thành vượt mức mọi nhiệm vụ"
    )
    let raised = try await world.carryOut(RaiseMatter(matter), by: .account(account))
    try await world.carryOut(
      world.mark(round, subject, .decision, by: "B1", .excellent, points: 92)
    )
    try await world.carryOut(
      AnswerMatter(ID(raised.result ?? 0), "Chấp nhận khiếu nại, xếp loại lại", on: World.today)
    )
    try await world.rename(world.unit("C1"), "Chi bộ khác tên", on: "2025-02-01")
    #expect(try await Self.isAsPublished(round, world))
    #expect(try await world.sheet(round) { try $0.line(subject)?.rating } == .excellent)
    #expect(try await world.refusals(of: late) == [Objection(nil, .roundPublished)])
    #expect(try await world.journalFaults() == [])
  }

  private static func isAsPublished(_ key: ID<FactMark>, _ world: World) async throws -> Bool {
    let library = ShippedRules.folder.library
    return try await world.read { db in
      let round = try #require(try ReviewStore(db: db).round(key)?.value)
      let knowledge = Knowledge.entry(try #require(round.frozen))
      return try ReviewResults(db: db, round, by: library, knowledge).isAsPublished()
    }
  }

  @Test("nobody rates themselves, and no deputy reads what the head drafts about them")
  func oneself() async throws {
    let world = try await World.small()
    let (an, deputy) = (world.person("Nguyễn An"), world.person("Nguyễn Ân"))
    for (person, post) in [(an, KnownPost.secretary), (deputy, .deputySecretary)] {
      let deed = HoldPost(
        person: person,
        unit: world.unit("C1"),
        post: post.rawValue,
        span: Span(open: "2025-01-01")
      )
      try await world.carryOut(deed)
    }
    try await world.work(of: deputy, in: "C1")
    let round = try await world.openRound(of: world.unit("B1"))
    let subject = ReviewSubject.person(deputy)
    let way = try #require(try await world.sheet(round) { try $0.line(subject)?.way })
    #expect(way.evaluations.map(\.evaluator) == [.cell, .head, .superior])
    #expect(way.evaluations[1].person == an)
    let own = try await world.account("deputy", for: deputy)
    try await world.grant(.secretary, in: world.unit("C1"), to: own)
    let rated = world.mark(round, subject, .evaluation, by: "C1", .good, points: 80)
    #expect(try await world.refusals(of: rated, by: .account(own)) == [Objection(nil, .ownReview)])
    try await world.carryOut(world.mark(round, subject, .evaluation, by: "C1", .good, points: 80))
    let head = try await world.account("head", for: an)
    let draft = world.mark(
      round,
      subject,
      .evaluation,
      by: "C1",
      .good,
      points: 82,
      writer: an,
      isPassed: false
    )
    #expect(try await world.refusals(of: draft, by: .account(own)).map(\.refusal) == [.ownReview])
    try await world.carryOut(draft, by: .account(head))
    let marks = try await world.read { try ReviewStore(db: $0).marks(of: subject, in: round).map(\.mark) }
    let deputyReads = ReviewReader(person: deputy) { $0 == world.unit("C1") }
    let headReads = ReviewReader(person: an) { _ in false }
    let superior = ReviewReader(person: nil) { _ in true }
    #expect(marks.count { deputyReads.mayRead($0, isPublished: false) } == 0)
    #expect(marks.count { headReads.mayRead($0, isPublished: false) } == 1)
    // A draft is the head's alone; what was passed on, the superior reads.
    #expect(marks.count { superior.mayRead($0, isPublished: false) } == 1)
    try await world.carryOut(
      world.mark(round, subject, .evaluation, by: "C1", .good, points: 82, writer: an),
      by: .account(head)
    )
    let passed = try await world.read { try ReviewStore(db: $0).marks(of: subject, in: round).map(\.mark) }
    #expect(passed.count { superior.mayRead($0, isPublished: false) } == 2)
    #expect(passed.count { deputyReads.mayRead($0, isPublished: false) } == 0)
    #expect(passed.count { deputyReads.mayRead($0, isPublished: true) } == 2)
  }
}
