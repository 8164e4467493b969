import Basics
import Records
import RulebookFiles
import Rules
import Storage
import TestWorld
import Testing

@Suite("What a meeting found of many, said at once")
struct RatingListTests {
  private func members(of code: String, _ world: World) async throws -> [ID<Person>] {
    let unit = world.unit(code)
    return try await world.read { db in
      try db.rows(
        """
        SELECT r.person FROM roll r WHERE r.unit = \(unit) AND \(asOf("r", AsOf("2025-10-31"))) ORDER BY r.person
        """
      ) { try $0[0] as ID<Person> }
    }
  }

  private func line(
    _ round: ID<FactMark>,
    _ person: ID<Person>,
    _ step: ReviewStep,
    by body: ID<Unit>,
    _ rating: ReviewClass?,
    points: Int,
    reason: String? = nil,
    takesRule: Bool = false
  ) -> RateSubjects.Line {
    var mark = ReviewMark(round: round, subject: .person(person), step: step, body: body)
    mark.rating = rating
    mark.points = .init(general: Quantity(min(points, 30)), results: Quantity(max(points - 30, 0)))
    mark.reason = reason
    return RateSubjects.Line(mark, takesRule: takesRule)
  }

  @Test(
    "a cell rates all its members at once, or nobody while one of them is refused; each refusal names its member"
  )
  func together() async throws {
    let world = try await World.small()
    let people = try await members(of: "C1", world)
    try #require(people.count >= 3)
    for (place, person) in people.enumerated() where place != 1 {
      try await world.work(of: person, in: "C1", done: place == 2 ? 3 : 4)
    }
    let round = try await world.openRound(of: world.unit("B1"))
    let cell = world.unit("C1")
    let idle = ReviewSubject.person(people[1])
    let deviating = line(round, people[0], .evaluation, by: cell, .completed, points: 95)
    let unassigned = line(round, people[1], .evaluation, by: cell, .good, points: 80)
    let ruled = line(round, people[2], .evaluation, by: cell, nil, points: 78, takesRule: true)
    let refused = try await world.refusals(of: RateSubjects(round, by: cell, [deviating, unassigned, ruled]))
    #expect(refused.count == 2)
    guard case .ofSubject(.person(people[0]), _, .deviates(from: .excellent)) = refused[0].refusal,
      case .ofSubject(idle, _, .nothingAssigned) = refused[1].refusal
    else {
      Issue.record("\(refused)")
      return
    }
    let none = try await world.read { try ReviewStore(db: $0).marks(of: .person(people[2]), in: round) }
    #expect(none.isEmpty, "one row was kept though another was refused")

    var reasoned = deviating
    reasoned.mark.reason = "Chưa gương mẫu trong sinh hoạt"
    try await world.carryOut(RateSubjects(round, by: cell, [reasoned, ruled]))
    let lines = try await world.sheet(round) { try $0.lines(.evaluated(by: cell)) }
    let rated = Dictionary(uniqueKeysWithValues: lines.map { ($0.subject, $0) })
    #expect(rated[.person(people[0])]?.rating == .completed)
    #expect(rated[.person(people[0])]?.said.last?.byRule == .excellent)
    // Taking what the rules give is taking what they give at that moment, with the points said.
    #expect(rated[.person(people[2])]?.rating == .good)
    // Said again as it stands, it is left as it is; with one new word, the others stay.
    #expect(
      try await world.refusals(of: RateSubjects(round, by: cell, [ruled])).map(\.refusal) == [.nothingChanges]
    )
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }

  @Test(
    "whoever does not keep a body's reviews says nothing for it, and nobody is rated in a list before their turn"
  )
  func rights() async throws {
    let world = try await World.small()
    let people = try await members(of: "C1", world)
    try await world.work(of: people[0], in: "C1")
    let round = try await world.openRound(of: world.unit("B1"))
    let base = world.unit("B1")
    let decided = RateSubjects(
      round,
      by: base,
      [line(round, people[0], .decision, by: base, .good, points: 80)]
    )
    guard case .ofSubject(_, _, .waitsForEvaluator) = try await world.refusals(of: decided).first?.refusal
    else {
      Issue.record("decided before the cell spoke")
      return
    }
    let stranger = try await world.account("stranger")
    try await world.grant(.secretary, in: world.unit("C2"), to: stranger)
    let cell = world.unit("C1")
    let said = RateSubjects(
      round,
      by: cell,
      [line(round, people[0], .evaluation, by: cell, .good, points: 80)]
    )
    await #expect(throws: (any Error).self) { try await world.carryOut(said, by: .account(stranger)) }
    let own = try await world.account("own", for: people[0])
    try await world.grant(.secretary, in: cell, to: own)
    guard
      case .ofSubject(_, _, .ownReview) = try await world.refusals(of: said, by: .account(own)).first?.refusal
    else {
      Issue.record("rated themselves")
      return
    }
    try await world.carryOut(said)
    // The cell's own work is reviewed as well: with the member's task it was given one.
    let rest = try await world.sheet(round) { sheet in
      try sheet.lines(.evaluated(by: cell)).compactMap { line -> RateSubjects.Line? in
        guard line.facts.assigned > 0, let turn = line.turn(of: cell) else { return nil }
        var mark = ReviewMark(round: round, subject: line.subject, step: turn.step, body: cell)
        mark.points = .init(general: Quantity(25), results: Quantity(55))
        return RateSubjects.Line(mark, takesRule: true)
      }
    }
    #expect(rest.map(\.mark.subject) == [.organisation(cell)])
    try await world.carryOut(RateSubjects(round, by: cell, rest))
    try await world.carryOut(SendReviews(round, of: cell))
    // Sent up, it waits until it comes back.
    #expect(try await world.refusals(of: said).map(\.refusal).count == 1)
  }

  @Test(
    "a head's evaluation handed in on paper is entered by who keeps the reviews; a draft is nobody else's"
  )
  func onPaper() async throws {
    let world = try await World.small()
    let (an, deputy) = (world.person("Nguyễn An"), world.person("Nguyễn Ân"))
    for (person, post) in [(an, KnownPost.secretary), (deputy, .deputySecretary)] {
      let span = Span(open: "2025-01-01")
      try await world.carryOut(
        HoldPost(person: person, unit: world.unit("C1"), post: post.rawValue, span: span)
      )
    }
    try await world.work(of: deputy, in: "C1")
    let round = try await world.openRound(of: world.unit("B1"))
    let subject = ReviewSubject.person(deputy)
    let cell = world.unit("C1")
    try await world.carryOut(world.mark(round, subject, .evaluation, by: "C1", .good, points: 80))
    let turn = try await world.sheet(round) { try $0.line(subject)?.turn(of: cell) }
    #expect(turn == ReviewTurn(step: .evaluation, writer: an))
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
    #expect(try await world.refusals(of: draft).map(\.refusal) == [.notAnEvaluator])
    let paper = world.mark(round, subject, .evaluation, by: "C1", .good, points: 82, writer: an)
    let kept = try await world.account("kept", for: deputy)
    try await world.grant(.secretary, in: cell, to: kept)
    #expect(try await world.refusals(of: paper, by: .account(kept)).map(\.refusal) == [.ownReview])
    try await world.carryOut(paper)
    let after = try await world.sheet(round) { try $0.line(subject) }
    #expect(after?.turn(of: cell) == nil)
    #expect(after?.turn(of: world.unit("B1")) == ReviewTurn(step: .decision, writer: nil))
  }

  @Test("in one list a word that waits for another may follow it; before it, or said twice, it is refused")
  func oneAfterTheOther() async throws {
    let world = try await World.small()
    let (an, deputy) = (world.person("Nguyễn An"), world.person("Nguyễn Ân"))
    for (person, post) in [(an, KnownPost.secretary), (deputy, .deputySecretary)] {
      let span = Span(open: "2025-01-01")
      try await world.carryOut(
        HoldPost(person: person, unit: world.unit("C1"), post: post.rawValue, span: span)
      )
    }
    try await world.work(of: deputy, in: "C1")
    let round = try await world.openRound(of: world.unit("B1"))
    let (cell, subject) = (world.unit("C1"), ReviewSubject.person(deputy))
    let ofCell = line(round, deputy, .evaluation, by: cell, .good, points: 80)
    var ofHead = line(round, deputy, .evaluation, by: cell, .good, points: 82)
    ofHead.mark.writer = an
    func refusals(of lines: [RateSubjects.Line]) async throws -> [Refusal] {
      try await world.refusals(of: RateSubjects(round, by: cell, lines)).map { objection in
        if case .ofSubject(subject, _, let refusal) = objection.refusal { refusal } else { objection.refusal }
      }
    }
    #expect(try await refusals(of: [ofHead, ofCell]) == [.waitsForEvaluator])
    #expect(try await refusals(of: [ofCell, ofHead, ofCell]) == [.alreadyThere])
    #expect(try await world.sheet(round) { try $0.line(subject)?.marks.isEmpty } == true)
    #expect(try await refusals(of: [ofCell, ofHead]) == [])
    let said = try await world.sheet(round) { try $0.line(subject)?.said ?? [] }
    #expect(said.map(\.writer) == [nil, an])
    // The head says another word later: the cell's stays, the head's is replaced.
    ofHead.mark.points = .init(general: Quantity(26), results: Quantity(58))
    #expect(try await refusals(of: [ofCell, ofHead]) == [])
    let again = try await world.sheet(round) { try $0.line(subject)?.said ?? [] }
    #expect(again.count == 2 && again.last?.points?.score == Quantity(84))
    #expect(try await world.journalFaults() == [])
  }

  @Test(
    "who moved and whose cell merged in mid-year are reviewed once, where they came to, with what they did before"
  )
  func movedAndMerged() async throws {
    let world = try await World.small()
    let (moving, merging) = (try await members(of: "C1", world), try await members(of: "C2", world))
    let mover = try #require(moving.first)
    try await world.work(of: mover, in: "C1")
    for person in merging { try await world.work(of: person, in: "C2") }
    let ofUnit = try await world.assign(
      "Ra mắt mô hình",
      to: "C2",
      from: "2025-10-01",
      due: "2025-10-31",
      .quantity(Quantity(2), of: "mô hình")
    )
    try await world.tell(ofUnit, 2, on: "2025-10-10")
    // First one moves from the first cell to the third, then the second is merged into the first.
    try await world.carryOut(TransferMember(person: mover, to: world.unit("C3"), day: "2025-10-22"))
    let merge = ReorganisationStep.merge(units: ["C2"], into: "C1", name: nil, posts: .end)
    try await world.carryOut(Reorganise([PlannedStep(merge)], on: "2025-10-25", body: "steps:"))
    let round = try await world.openRound(of: world.unit("QN"))
    let library = ShippedRules.folder.library
    let all = try await world.read { db in
      let value = try #require(try ReviewStore(db: db).round(round)?.value)
      var all: [ReviewLine] = []
      try ReviewResults(db: db, value, by: library).each { all.append($0) }
      return all
    }
    #expect(Set(all.map(\.subject)).count == all.count, "somebody is reviewed twice")
    let moved = try #require(all.first { $0.subject == .person(mover) })
    #expect(moved.unit == world.unit("C3"))
    #expect(moved.facts.tasks == [.beyond: 1], "what one did where one was before is lost")
    for person in merging {
      let line = try #require(all.first { $0.subject == .person(person) })
      #expect(line.unit == world.unit("C1"))
      #expect(line.facts.tasks == [.beyond: 1])
    }
    #expect(!all.contains { $0.subject.unit == world.unit("C2") }, "a unit that is no more is reviewed")
    let heir = try #require(all.first { $0.subject == .organisation(world.unit("C1")) })
    #expect(heir.facts.assigned >= 1, "what the merged cell took on is nobody's")
    // The heir rates them, and its superior decides.
    let cell = world.unit("C1")
    let marks = merging.map { person in
      self.line(round, person, .evaluation, by: cell, nil, points: 92, takesRule: true)
    }
    try await world.carryOut(RateSubjects(round, by: cell, marks))
    let rated = try await world.sheet(round) { try $0.lines(.evaluated(by: cell)) }
    #expect(
      rated.count { merging.map(ReviewSubject.person).contains($0.subject) && $0.rating == .excellent }
        == merging.count
    )
    #expect(try await world.journalFaults() == [])
  }
}
