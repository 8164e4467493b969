import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

/// Nobody rates themselves, in whatever way it is tried.
@Suite("Nobody rates themselves")
struct OwnReviewTests {
  /// The secretary of C1 and of B1, at home in C1, who keeps the reviews of the whole district; with a deputy in C1.
  private static func ground() async throws -> (world: World, round: ID<FactMark>, own: Actor) {
    let world = try await World.small()
    let (an, deputy) = (world.person("Nguyễn An"), world.person("Nguyễn Ân"))
    for (person, unit, post) in [
      (an, "C1", KnownPost.secretary), (an, "B1", .secretary), (deputy, "C1", .deputySecretary),
      (deputy, "B1", .committeeMember),
    ] {
      let span = Span(open: "2025-01-01")
      try await world.carryOut(
        HoldPost(person: person, unit: world.unit(unit), post: post.rawValue, span: span)
      )
    }
    for person in [an, deputy] { try await world.work(of: person, in: "C1") }
    let task = try await world.assign(
      "Phát triển đảng viên",
      to: "B1",
      from: "2025-10-01",
      due: "2025-10-31",
      .quantity(Quantity(2), of: "người")
    )
    try await world.tell(task, 2, on: "2025-10-20")
    let account = try await world.account("an", for: an)
    try await world.grant(.officer, in: world.unit("HL"), to: account)
    return (world, try await world.openRound(of: world.unit("HL")), .account(account))
  }

  private static let bodies = ["C1", "B1", "HL", "QN"]

  @Test("in no step, as no body, alone or for a body, passed on or as a draft, by a form sent by hand")
  func singly() async throws {
    let (world, round, own) = try await Self.ground()
    let an = world.person("Nguyễn An")
    let steps = ReviewStep.allCases.filter { $0 != .selfReview }
    for step in steps {
      for body in Self.bodies {
        for writer in [nil, an, world.person("Nguyễn Ân")] {
          for isPassed in [true, false] {
            let mark = world.mark(
              round,
              .person(an),
              step,
              by: body,
              .good,
              points: 85,
              reason: "Chung",
              writer: writer,
              isPassed: isPassed
            )
            let refused = try await world.refusals(of: mark, by: own).map(\.refusal)
            #expect(refused == [.ownReview], "\(step) by \(body)")
          }
        }
      }
    }
    // Their own words are theirs to say, and nobody else is kept from rating them.
    let said = world.mark(round, .person(an), .selfReview, by: "C1", .good, points: 85, writer: an)
    #expect(try await world.refusals(of: said, by: own) == [])
    let rated = world.mark(round, .person(an), .evaluation, by: "C1", .good, points: 85, reason: "Chung")
    #expect(try await world.refusals(of: rated) == [])
    let other = world.mark(
      round,
      .person(world.person("Nguyễn Ân")),
      .evaluation,
      by: "C1",
      .good,
      points: 85,
      reason: "Chung"
    )
    #expect(try await world.refusals(of: other, by: own) == [])
  }

  @Test(
    "in no list, with a class or with the one the rules give, and nobody else in the list is rated with it"
  )
  func inAList() async throws {
    let (world, round, own) = try await Self.ground()
    let (an, deputy) = (world.person("Nguyễn An"), world.person("Nguyễn Ân"))
    let cell = world.unit("C1")
    for takesRule in [true, false] {
      let lines = [an, deputy].map { person in
        var mark = ReviewMark(round: round, subject: .person(person), step: .evaluation, body: cell)
        mark.points = .init(general: Quantity(28), results: Quantity(64))
        mark.rating = takesRule ? nil : .good
        mark.reason = "Chung"
        return RateSubjects.Line(mark, takesRule: takesRule)
      }
      let refused = try await world.refusals(of: RateSubjects(round, by: cell, lines), by: own)
      guard refused.count == 1, case .ofSubject(.person(an), _, .ownReview) = refused[0].refusal else {
        Issue.record("\(refused)")
        continue
      }
      let marks = try await world.read { try ReviewStore(db: $0).marks(of: .person(deputy), in: round) }
      #expect(marks.isEmpty)
    }
  }

  @Test("through no unit they lead: what those above say of it, somebody else says")
  func throughUnits() async throws {
    let (world, round, own) = try await Self.ground()
    let (cell, base) = (world.unit("C1"), world.unit("B1"))
    for (subject, body, above) in [
      (ReviewSubject.organisation(cell), "C1", "B1"), (.collective(cell), "C1", "B1"),
      (.organisation(base), "B1", "HL"), (.collective(base), "B1", "HL"),
    ] {
      // A unit reviews itself, its leaders for it.
      let itself = world.mark(round, subject, .evaluation, by: body, .good, points: 85, reason: "Chung")
      #expect(try await world.refusals(of: itself, by: own) == [])
      for step in [ReviewStep.decision, .appraisal, .comment] {
        let mark = world.mark(round, subject, step, by: above, .good, points: 85, reason: "Chung")
        #expect(try await world.refusals(of: mark, by: own).map(\.refusal) == [.ownReview])
        #expect(try await world.refusals(ofTrying: mark) == [])
      }
    }
    // A unit they do not lead is theirs to decide about.
    let hanh = world.person("Lò Thị Hạnh")
    try await world.work(of: hanh, in: "C2")
    let other = ReviewSubject.organisation(world.unit("C2"))
    for (step, body) in [(ReviewStep.evaluation, "C2"), (.decision, "B1")] {
      let mark = world.mark(round, other, step, by: body, .good, points: 85, reason: "Chung")
      #expect(try await world.refusals(of: mark, by: own) == [])
    }
  }

  @Test("they state nothing of themselves that the record does not count, and point out and suggest nothing")
  func beside() async throws {
    let (world, round, own) = try await Self.ground()
    let an = world.person("Nguyễn An")
    for body in ["C1", "B1", "HL"] {
      let statement = ReviewStatement(
        round: round,
        subject: .person(an),
        unit: world.unit(body),
        name: "confidence.lowPercent",
        quantity: .zero,
        note: nil
      )
      #expect(try await world.refusals(of: StateForReview(statement), by: own).map(\.refusal) == [.ownReview])
      for kind in [ReviewMatter.Kind.suggestion, .limitation] {
        let matter = ReviewMatter(
          key: ID(0),
          round: round,
          subject: .person(an),
          kind: kind,
          unit: world.unit(body),
          person: nil,
          text: "Gợi ý"
        )
        #expect(try await world.refusals(of: RaiseMatter(matter), by: own).map(\.refusal) == [.ownReview])
      }
    }
  }

  @Test("they answer no objection of their own, nor one of a unit they lead")
  func objections() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    try await world.seat(an, in: "C1", .secretary)
    try await world.work(of: an, in: "C1")
    let round = try await world.openRound(of: world.unit("B1"))
    try await world.rate(an, in: "C1", of: "B1", round, .good, points: 85)
    try await world.carryOut(SendReviews(round, of: world.unit("C1")))
    try await world.carryOut(PublishRound(round))
    let account = try await world.account("an", for: an)
    try await world.grant(.officer, in: world.unit("B1"), to: account)
    for subject in [ReviewSubject.person(an), .organisation(world.unit("C1"))] {
      let matter = ReviewMatter(
        key: ID(0),
        round: round,
        subject: subject,
        kind: .objection,
        unit: world.unit("C1"),
        person: subject.person,
        text: "Đề nghị xem lại"
      )
      let raised = try await world.carryOut(RaiseMatter(matter), by: .account(account))
      let answer = AnswerMatter(ID(raised.result ?? 0), "Chấp nhận", on: World.today)
      #expect(try await world.refusals(of: answer, by: .account(account)).map(\.refusal) == [.ownReview])
      // Contested, it is decided again: by somebody else.
      let again = world.mark(round, subject, .decision, by: "B1", .excellent, points: 95)
      #expect(try await world.refusals(of: again, by: .account(account)).map(\.refusal) == [.ownReview])
      #expect(try await world.refusals(ofTrying: answer) == [])
    }
  }
}
