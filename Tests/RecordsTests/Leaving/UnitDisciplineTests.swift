import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Discipline of organisations")
struct UnitDisciplineTests {
  private static let text = DecisionText(number: "15-QĐ/TU", signed: "2025-10-01")

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
      _ form: UnitDisciplineForm,
      _ unit: String,
      by body: String = "QN",
      from day: CivilDate = "2025-10-05"
    ) -> EnterUnitDiscipline {
      EnterUnitDiscipline(
        unit: world.unit(unit),
        UnitDiscipline(form, by: world.unit(body), violated: "2024-03-01", note: "Mất đoàn kết"),
        span: Span(open: day),
        under: UnitDisciplineTests.text
      )
    }

    func discipline(_ form: UnitDisciplineForm, _ unit: String, from day: CivilDate) async throws -> Receipt {
      try await world.carryOut(enter(form, unit, from: day), by: one)
      let confirm = ConfirmUnitDiscipline(unit: world.unit(unit))
      return try await world.carryOut(confirm, by: other, under: UnitDisciplineTests.text)
    }

    func forms(_ unit: String) async throws -> [UnitDisciplineForm] {
      let unit = world.unit(unit)
      return try await world.read { try UnitDisciplineStore(db: $0).disciplines(of: unit).map(\.value.form) }
    }
  }

  @Test(
    "what one person enters about a unit is no fact until another confirms it, and nobody does for their own"
  )
  func fourEyes() async throws {
    let ground = try await Ground()
    let world = ground.world
    let own = try await world.officer(in: world.unit("B1"), named: "own")
    let refused = [Objection(nil, .notAllowed(.disciplineUnit))]
    #expect(try await world.refusals(of: ground.enter(.warning, "B1"), by: own) == refused)
    try await world.carryOut(ground.enter(.warning, "B1"), by: ground.one)
    #expect(try await ground.forms("B1").isEmpty)
    let confirm = ConfirmUnitDiscipline(unit: world.unit("B1"))
    #expect(
      try await world.refusals(of: confirm, by: ground.one, under: Self.text) == [Objection(nil, .ownEntry)]
    )
    let leader = try await world.officer(.leader, in: world.unit("QN"), named: "leader")
    let secretary = try await world.officer(.secretary, in: world.unit("B1"), named: "secretary")
    for actor in [own, leader, secretary] {
      #expect(try await world.refusals(of: confirm, by: actor, under: Self.text) == refused)
    }
    let wrong = DecisionText(number: "16-QĐ/TU", signed: "2025-10-01")
    #expect(
      try await world.refusals(of: confirm, by: ground.other, under: wrong) == [Objection(.number, .blank)]
    )
    let done = try await world.carryOut(confirm, by: ground.other, under: Self.text)
    #expect(try await ground.forms("B1") == [.warning])
    #expect(
      try await world.refusals(of: confirm, by: ground.other, under: Self.text) == [Objection(nil, .noneOpen)]
    )
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
    // Taking it back is for the level above, too; then it waits again.
    let annul = AnnulEntry(entry: done.entry)
    #expect(try await world.refusals(of: annul, by: own) == [Objection(nil, .notAllowed(.changeUnit))])
    try await world.carryOut(annul, by: ground.one)
    #expect(try await ground.forms("B1").isEmpty)
    #expect(
      try await world.refusals(of: ground.enter(.reprimand, "B1"), by: ground.one)
        == [Objection(nil, .stillOpen(since: "2025-10-05"))]
    )
    #expect(try await world.integrityFaults() == [])
  }

  @Test("somebody at the console is one person too")
  func console() async throws {
    let ground = try await Ground()
    try await ground.world.carryOut(ground.enter(.warning, "B1"))
    let confirm = ConfirmUnitDiscipline(unit: ground.world.unit("B1"))
    #expect(
      try await ground.world.refusals(of: confirm, under: Self.text) == [Objection(nil, .ownEntry)]
    )
    #expect(try await ground.world.refusals(of: confirm, by: ground.other, under: Self.text) == [])
  }

  @Test("a unit is disciplined by one above it, while it is there")
  func bodies() async throws {
    let ground = try await Ground()
    let world = ground.world
    for body in ["B1", "C1", "DH"] {
      #expect(
        try await world.refusals(of: ground.enter(.warning, "B1", by: body), by: ground.one)
          == [Objection(.body, .bodyNotAbove(body))]
      )
    }
    #expect(try await world.refusals(of: ground.enter(.warning, "B1", by: "HL"), by: ground.one) == [])
    let early = try await world.refusals(
      of: EnterUnitDiscipline(
        unit: world.unit("C1"),
        UnitDiscipline(.warning, by: world.unit("HL")),
        span: Span(open: "1900-01-01"),
        under: Self.text
      ),
      by: ground.one
    )
    #expect(early.map(\.field) == [.from])
  }

  @Test("a dissolution is the decision alone: the unit stands, with all who belong to it")
  func dissolution() async throws {
    let ground = try await Ground()
    let world = ground.world
    let unit = world.unit("C1")
    _ = try await ground.discipline(.dissolution, "C1", from: "2025-10-05")
    let existence = try await world.read { try UnitStore(db: $0).existence(unit).existence }
    #expect(existence?.end == nil)
    // It cannot be said afterwards that the unit had ended before.
    let empty = try await world.found("C9", "Chi bộ trống", .cell, under: world.unit("B1"), on: "2020-01-01")
    let enter = EnterUnitDiscipline(
      unit: empty,
      UnitDiscipline(.dissolution, by: world.unit("B1")),
      span: Span(open: "2025-10-05"),
      under: Self.text
    )
    try await world.carryOut(enter, by: ground.one)
    try await world.carryOut(ConfirmUnitDiscipline(unit: empty), by: ground.other, under: Self.text)
    #expect(
      try await world.refusals(of: EndUnit(unit: empty, day: "2025-10-01"))
        == [Objection(.day, .wasDisciplined(on: "2025-10-05"))]
    )
    #expect(try await world.refusals(of: EndUnit(unit: empty, day: "2025-10-20")) == [])
    #expect(try await world.integrityFaults() == [])
  }

  @Test(
    "the units below that were disciplined within a period are those below on the day, and never the unit itself"
  )
  func period() async throws {
    let ground = try await Ground()
    let world = ground.world
    _ = try await ground.discipline(.reprimand, "B1", from: "2025-01-01")
    _ = try await ground.discipline(.warning, "C1", from: "2025-06-30")
    _ = try await ground.discipline(.warning, "C4", from: "2025-12-31")
    // C1 goes elsewhere later: what happened below B1 stays there.
    try await world.move(world.unit("C1"), under: world.unit("B2"), on: "2025-09-01")
    func found(_ unit: String, _ from: CivilDate, _ until: CivilDate) async throws -> [String] {
      let unit = world.unit(unit)
      guard let period = Period(from: from, until: until) else { return [] }
      return try await world.read { db in
        try UnitDisciplineStore(db: db).disciplined(below: unit, period).map { about in
          "\(try UnitStore(db: db).code(of: about.unit) ?? "") \(about.fact.value.form.rawValue) \(about.depth)"
        }
      }
    }
    #expect(
      try await found("QN", "2025-01-01", "2026-01-01") == ["B1 reprimand 2", "C1 warning 3", "C4 warning 3"]
    )
    #expect(try await found("QN", "2025-01-02", "2025-12-31") == ["C1 warning 3"])
    #expect(try await found("B1", "2025-01-01", "2026-01-01") == ["C1 warning 1"])
    #expect(try await found("B2", "2025-01-01", "2026-01-01").isEmpty)
    #expect(try await found("C1", "2025-01-01", "2026-01-01").isEmpty)
  }

  @Test("the journal's own words of it name the unit and nothing else")
  func journal() async throws {
    let ground = try await Ground()
    let unit = ground.world.unit("B1")
    #expect(ground.enter(.reprimand, "B1").said.compactMap(\.value) == [unit.description])
    #expect(ConfirmUnitDiscipline(unit: unit).said.compactMap(\.value) == [unit.description])
  }
}
