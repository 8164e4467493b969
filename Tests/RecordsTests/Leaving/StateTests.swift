import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Exemption and suspension")
struct StateTests {
  private static func figures(
    _ world: World,
    _ unit: String,
    on day: CivilDate
  ) async throws -> [FigureName: Int] {
    try await world.read { try FigureStore(db: $0).figures(of: world.unit(unit), AsOf(day)) }
  }

  @Test("an exempt member still counts, and is counted among the exempt of every unit above")
  func exempt() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    let before = try await Self.figures(world, "QN", on: "2025-06-01")[.total]
    try await world.carryOut(
      ExemptMember(
        person: an,
        .full,
        for: .age,
        asked: "2025-01-10",
        span: .from("2025-02-01", until: "2025-09-01")
      )
    )
    for unit in ["C1", "B1", "HL", "QN"] {
      #expect(try await Self.figures(world, unit, on: "2025-06-01")[.exempt] == 1)
      #expect(try await Self.figures(world, unit, on: "2025-01-31")[.exempt] == 0)
      #expect(try await Self.figures(world, unit, on: "2025-09-01")[.exempt] == 0)
    }
    #expect(try await Self.figures(world, "C2", on: "2025-06-01")[.exempt] == 0)
    #expect(try await Self.figures(world, "QN", on: "2025-06-01")[.total] == before)
    let state = try await world.life(an)?.states.first?.value
    #expect(state?.body == world.unit("C1") && state?.ground == .age)
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }

  @Test("the figure of the exempt opens to the roll of those it counts, each with their state")
  func opens() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    try await world.carryOut(ExemptMember(person: an, .full, for: .health, span: Span(open: "2025-02-01")))
    try await world.carryOut(
      SuspendMember(
        person: world.person("Nguyễn Ân"),
        by: world.unit("B1"),
        span: Span(open: "2025-03-01")
      )
    )
    let lines = try await world.read { db in
      var question = RollQuestion(unit: world.unit("QN"), asOf: AsOf("2025-06-01"))
      question.standing = .exempt
      return try RollStore(db: db).page(question, members: 12).lines
    }
    #expect(lines.map(\.person) == [an] && lines.first?.state == .exempt)
    let days: [CivilDate] = ["2025-01-01", "2025-02-15", "2025-06-01"]
    let series = try await world.read { db in
      try SeriesStore(db: db).counts(.suspended, of: world.unit("QN"), on: days, .now)
    }
    #expect(series == [0, 0, 1])
  }

  @Test("nobody is exempt twice on one day, or outside a membership, or before they asked")
  func refused() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    func deed(_ span: Span, asked: CivilDate? = nil) -> ExemptMember {
      ExemptMember(person: an, .temporary, for: .mobileWork, asked: asked, span: span)
    }
    try await world.carryOut(deed(.from("2025-02-01", until: "2025-03-01")))
    #expect(
      try await world.refusals(of: deed(Span(open: "2025-02-10"))) == [Objection(.from, .alreadyThere)]
    )
    let early: CivilDate = "1999-12-31"
    #expect(
      try await world.refusals(of: deed(Span(open: early))) == [Objection(.from, .notAMember(on: early))]
    )
    #expect(
      try await world.refusals(of: deed(Span(open: "2025-05-01"), asked: "2025-05-02")) == [
        Objection(.from, .endNotAfterStart(start: "2025-05-02", end: "2025-05-01"))
      ]
    )
    // It follows the one before without a gap.
    #expect(try await world.refusals(of: deed(Span(open: "2025-03-01"))) == [])
  }

  @Test("a state ends on its day, and with the membership at the latest")
  func ends() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    try await world.carryOut(SuspendMember(person: an, by: nil, span: Span(open: "2025-02-01")))
    try await world.carryOut(EndState(person: an, .suspended, day: "2025-04-01"))
    #expect(try await world.life(an)?.states.map(\.span) == [.from("2025-02-01", until: "2025-04-01")])
    #expect(
      try await world.refusals(of: EndState(person: an, .suspended, day: "2025-06-01")) == [
        Objection(.until, .noSuchRole)
      ]
    )
    let on = world.person("Nguyễn Ân")
    let entry = try await world.carryOut(
      ExemptMember(person: on, .full, for: .age, span: Span(open: "2025-02-01"))
    ).entry
    let leaving = try await world.end(on, .died, on: "2025-10-01").entry
    #expect(try await world.life(on)?.states.map(\.span.end) == ["2025-10-01"])
    let refusals = try await world.refusals(of: AnnulEntry(entry: entry))
    #expect(refusals == [Objection(.entry, .standsOn(entry: Int(leaving), operation: "endMembership"))])
    try await world.carryOut(AnnulEntry(entry: leaving))
    #expect(try await world.life(on)?.states.map(\.span.end) == [nil])
    #expect(try await world.integrityFaults() == [])
  }
}
