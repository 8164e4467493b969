import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Discipline")
struct DisciplineTests {
  private static let text = DecisionText(number: "12-QĐ/UBKT", signed: "2025-10-01")

  /// An organisation with two officers over the whole.
  private struct Ground {
    let world: World
    let one: Actor
    let other: Actor

    init() async throws {
      world = try await World.small()
      one = try await world.officer(in: world.unit("QN"), named: "one")
      other = try await world.officer(in: world.unit("QN"), named: "other")
    }

    func enter(
      _ form: DisciplineForm,
      _ name: String,
      vote: Discipline.Vote? = nil,
      post: String? = nil
    ) -> EnterDiscipline {
      EnterDiscipline(
        person: world.person(name),
        Discipline(form, by: world.unit("HL"), violated: "2025-03-01", post: post, vote: vote),
        span: Span(open: "2025-10-05"),
        under: DisciplineTests.text
      )
    }

    func confirm(_ name: String) -> ConfirmDiscipline { ConfirmDiscipline(person: world.person(name)) }

    func facts(_ name: String) async throws -> [DisciplineForm] {
      let person = world.person(name)
      return try await world.read { try DisciplineStore(db: $0).disciplines(of: person).map(\.value.form) }
    }
  }

  @Test("what one person enters is no fact until another confirms it")
  func fourEyes() async throws {
    let ground = try await Ground()
    let world = ground.world
    try await world.carryOut(ground.enter(.reprimand, "Nguyễn An"), by: ground.one)
    #expect(try await ground.facts("Nguyễn An").isEmpty)
    let confirm = ground.confirm("Nguyễn An")
    #expect(
      try await world.refusals(of: confirm, by: ground.one, under: Self.text) == [Objection(nil, .ownEntry)]
    )
    let leader = try await world.officer(.leader, in: world.unit("QN"), named: "leader")
    let secretary = try await world.officer(.secretary, in: world.unit("C1"), named: "secretary")
    let stranger = try await world.officer(in: world.unit("DH"), named: "stranger")
    for actor in [leader, secretary, stranger] {
      #expect(
        try await world.refusals(of: confirm, by: actor, under: Self.text) == [
          Objection(nil, .notAllowed(.discipline))
        ]
      )
    }
    #expect(try await ground.facts("Nguyễn An").isEmpty)
    let done = try await world.carryOut(confirm, by: ground.other, under: Self.text)
    #expect(try await ground.facts("Nguyễn An") == [.reprimand])
    // Whoever comes after with an old page finds nothing left to confirm.
    #expect(
      try await world.refusals(of: confirm, by: ground.other, under: Self.text) == [Objection(nil, .noneOpen)]
    )
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
    try await world.carryOut(AnnulEntry(entry: done.entry))
    #expect(try await ground.facts("Nguyễn An").isEmpty)
    #expect(
      try await world.refusals(of: confirm, by: ground.one, under: Self.text) == [Objection(nil, .ownEntry)]
    )
  }

  @Test("somebody at the console is one person too")
  func console() async throws {
    let ground = try await Ground()
    try await ground.world.carryOut(ground.enter(.warning, "Nguyễn An"))
    let confirm = ground.confirm("Nguyễn An")
    #expect(
      try await ground.world.refusals(of: confirm, under: Self.text) == [Objection(nil, .ownEntry)]
    )
    #expect(try await ground.world.refusals(of: confirm, by: ground.other, under: Self.text) == [])
  }

  @Test("a confirmation of what was changed meanwhile is refused, and so is one under another decision")
  func stale() async throws {
    let ground = try await Ground()
    let world = ground.world
    let an = world.person("Nguyễn An")
    try await world.carryOut(ground.enter(.warning, "Nguyễn An"), by: ground.one)
    let seen = Seen([.person(an)], at: try await world.head())
    let other = DecisionText(number: "13-QĐ/UBKT", signed: "2025-10-01")
    #expect(
      try await world.refusals(of: ground.confirm("Nguyễn An"), by: ground.other, under: other) == [
        Objection(.number, .blank)
      ]
    )
    try await world.carryOut(WithdrawDiscipline(person: an, why: "Sai hình thức"), by: ground.one)
    try await world.carryOut(ground.enter(.reprimand, "Nguyễn An"), by: ground.one)
    var errand = Errand(ground.confirm("Nguyễn An"), by: ground.other, under: Self.text)
    errand.seen = seen
    let late = errand
    await #expect(throws: Refused.self) { try await world.office.carryOut(late) }
    #expect(try await ground.facts("Nguyễn An").isEmpty)
  }

  @Test("an expulsion ends the membership on confirmation, in the same entry")
  func expulsion() async throws {
    let ground = try await Ground()
    let world = ground.world
    let an = world.person("Nguyễn An")
    let short = Discipline.Vote(5, of: 9, above: 8, of: 15)
    let refused = try await world.refusals(
      of: ground.enter(.expulsion, "Nguyễn An", vote: short),
      by: ground.one
    )
    guard case .againstClause(_, let clause) = refused.first?.refusal else {
      Issue.record("\(refused)")
      return
    }
    #expect(clause.vi.contains("hai phần ba") && refused.count == 1)
    let none = ground.enter(.expulsion, "Nguyễn An")
    #expect(try await world.refusals(of: none, by: ground.one) == [Objection(.agreed, .blank)])
    let half = Discipline.Vote(6, of: 9)
    #expect(
      try await world.refusals(of: ground.enter(.expulsion, "Nguyễn An", vote: half), by: ground.one) == [
        Objection(.above, .blank)
      ]
    )
    let enough = Discipline.Vote(6, of: 9, above: 8, of: 15)
    try await world.carryOut(ground.enter(.expulsion, "Nguyễn An", vote: enough), by: ground.one)
    #expect(try await world.life(an)?.term(on: "2025-10-05") != nil)
    let entry = try await world.carryOut(ground.confirm("Nguyễn An"), by: ground.other, under: Self.text)
      .entry
    let life = try await world.life(an)
    #expect(life?.terms.last?.span.end == "2025-10-05" && life?.terms.last?.value.reason == .expelled)
    #expect(try await world.integrityFaults() == [])
    try await world.carryOut(AnnulEntry(entry: entry))
    #expect(try await world.life(an)?.term(on: "2025-10-05") != nil)
    #expect(try await world.integrityFaults() == [])
  }

  @Test("a removal ends the post it names, and all of them when it names none")
  func removal() async throws {
    let ground = try await Ground()
    let world = ground.world
    let (an, cell, base) = (world.person("Nguyễn An"), world.unit("C1"), world.unit("B1"))
    #expect(
      try await world.refusals(of: ground.enter(.removal, "Nguyễn An"), by: ground.one) == [
        Objection(.post, .noSuchRole)
      ]
    )
    for (unit, post) in [(cell, "secretary"), (base, "committeeMember")] {
      try await world.carryOut(HoldPost(person: an, unit: unit, post: post, span: Span(open: "2024-01-01")))
    }
    try await world.carryOut(
      ground.enter(.removal, "Nguyễn An", post: "committeeMember@\(base)"),
      by: ground.one
    )
    try await world.carryOut(ground.confirm("Nguyễn An"), by: ground.other, under: Self.text)
    let held = try await world.life(an)?.posts.filter { $0.span.contains("2025-10-05") }
    #expect(held?.map(\.value.post) == ["secretary"])
    try await world.carryOut(ground.enter(.removal, "Nguyễn An"), by: ground.other)
    try await world.carryOut(ground.confirm("Nguyễn An"), by: ground.one, under: Self.text)
    #expect(try await world.life(an)?.posts.contains { $0.span.contains("2025-10-05") } == false)
    #expect(try await world.life(an)?.term(on: "2025-10-05") != nil)
    #expect(try await world.integrityFaults() == [])
  }

  @Test("on probation there is reprimand and warning, and nothing beyond")
  func probation() async throws {
    let ground = try await Ground()
    let world = ground.world
    let vote = Discipline.Vote(9, of: 9, above: 9, of: 9)
    let refused = try await world.refusals(
      of: ground.enter(.expulsion, "Võ Y Ly", vote: vote),
      by: ground.one
    )
    guard case .againstClause(_, let clause) = refused.first?.refusal else {
      Issue.record("\(refused)")
      return
    }
    #expect(clause.en.contains("probation"))
    #expect(try await world.refusals(of: ground.enter(.warning, "Võ Y Ly"), by: ground.one) == [])
    #expect(
      try await world.refusals(of: ground.enter(.warning, "Võ Y Ly"), by: ground.other) == [
        Objection(nil, .stillOpen(since: "2025-10-05"))
      ]
    )
  }

  @Test("the journal's own words of a discipline name the person and nothing else")
  func journal() async throws {
    let ground = try await Ground()
    let an = ground.world.person("Nguyễn An")
    let entered = ground.enter(.reprimand, "Nguyễn An").said.compactMap(\.value)
    #expect(entered == [an.description])
    #expect(ground.confirm("Nguyễn An").said.compactMap(\.value) == [an.description])
  }
}
