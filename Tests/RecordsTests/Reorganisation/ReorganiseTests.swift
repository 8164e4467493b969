import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Units merged, divided and dissolved")
struct ReorganiseTests {
  private static let day: CivilDate = "2025-11-01"

  private func carryOut(
    _ world: World,
    _ steps: ReorganisationStep...,
    by actor: Actor = World.console
  ) async throws {
    let plan = ReorganisationPlan(effective: ReorganiseTests.day, steps: steps.map { PlannedStep($0) })
    try await world.office.carryOut(plan, body: PlanWriter.text(plan), by: actor)
  }

  private func merge(_ unit: String, into heir: String) -> ReorganisationStep {
    .merge(units: [unit], into: heir, name: nil, posts: .end)
  }

  @Test("a candidate of a cell that merges goes on in the one that takes over, with every step kept")
  func candidate() async throws {
    let world = try await World.small()
    let hoa = try await world.candidate("Lê Thị Hoa", in: world.unit("C1"), since: "2025-08-01")
    try await world.step(hoa, CandidateStep(.course, number: "15/GCN"), on: "2025-09-01")
    try await carryOut(world, merge("C1", into: "C2"))
    let filed = try await world.read { try CandidacyStore(db: $0).candidacies(of: hoa) }
    #expect(filed.map(\.fact.value.unit) == [world.unit("C1"), world.unit("C2")])
    #expect(Set(filed.map(\.number)).count == 1)
    #expect(filed.map(\.isOpen) == [false, true])
    let number = try #require(filed.last?.number)
    #expect(try await world.read { try CandidacyStore(db: $0).steps(of: number) }.count == 1)
    #expect(try await world.integrityFaults() == [])
  }

  @Test("a transfer under way is asked anew between those that take over; one between the two is overtaken")
  func transfers() async throws {
    let world = try await World.small()
    let (an, hanh) = (world.person("Nguyễn An"), world.person("Lò Thị Hạnh"))
    for (person, target) in [(an, "C3"), (hanh, "C1")] {
      let deed = AskTransfer(
        person: person,
        to: world.unit(target),
        event: .move,
        happened: "2025-10-01",
        day: "2025-10-02"
      )
      try await world.carryOut(deed)
    }
    try await carryOut(world, merge("C1", into: "C2"))
    func transfers(_ person: ID<Person>) async throws -> [KnownTransfer] {
      try await world.read { db in
        let ids: [ID<Transfer>] = try db.rows("SELECT id FROM transfer WHERE person = \(person) ORDER BY id")
        {
          try $0[0]
        }
        return try ids.compactMap { try TransferStore(db: db).transfer($0) }
      }
    }
    let moved = try await transfers(an)
    #expect(moved.map(\.request.source) == [world.unit("C1"), world.unit("C2")])
    #expect(moved.map { $0.last?.value.state } == [.passedOn, .asked])
    let met = try await transfers(hanh)
    #expect(met.map { $0.last?.value.state } == [.lapsed])
    #expect(try await world.integrityFaults() == [])
  }

  @Test("a post ends with the body it was in, unless the step says that it is held on")
  func posts() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    try await world.carryOut(
      HoldPost(person: an, unit: world.unit("C1"), post: "secretary", span: Span(open: "2020-01-01"))
    )
    try await carryOut(world, merge("C1", into: "C2"))
    #expect(try await world.life(an)?.posts.map(\.span) == [.from("2020-01-01", until: "2025-11-01")])
    let entry = try await world.head()
    try await world.carryOut(AnnulEntry(entry: entry))
    try await carryOut(world, .merge(units: ["C1"], into: "C2", name: nil, posts: .pass(to: "C2")))
    #expect(
      try await world.life(an)?.posts.map(\.value.unit) == [world.unit("C1"), world.unit("C2")]
    )
  }

  @Test("a guest does not stay a guest where they come to be at home; another's tie goes on with the heir")
  func ties() async throws {
    let world = try await World.small()
    let (an, dao) = (world.person("Nguyễn An"), world.person("Trần Đình Đạo"))
    for person in [an, dao] {
      let unit = person == an ? "C2" : "C1"
      try await world.carryOut(
        BeginRole(person: person, unit: world.unit(unit), role: .host, span: Span(open: "2024-01-01"))
      )
    }
    try await carryOut(world, merge("C1", into: "C2"))
    func hosts(_ person: ID<Person>) async throws -> [ID<Unit>] {
      try await world.life(person)?.affiliations.filter {
        $0.value.role == .host && $0.span.contains(ReorganiseTests.day)
      }.map(\.value.unit) ?? []
    }
    #expect(try await hosts(dao) == [world.unit("C2")])
    #expect(try await hosts(an) == [])
    #expect(try await world.integrityFaults() == [])
  }

  @Test("whoever carries a plan out must have the right over every unit it touches")
  func rights() async throws {
    let world = try await World.small()
    let own = try await world.officer(in: world.unit("HL"), named: "hoanlinh")
    let above = try await world.officer(in: world.unit("QN"), named: "tinh")
    let beyond = ReorganisationPlan(
      effective: ReorganiseTests.day,
      steps: [PlannedStep(merge("C1", into: "C4"))]
    )
    await #expect(throws: Refused.self) { try await world.office.carryOut(beyond, body: "", by: own) }
    try await carryOut(world, merge("C1", into: "C2"), by: own)
    try await carryOut(world, merge("HL", into: "DH"), by: above)
    // The committee is no more: whoever served it reaches nothing by it any longer.
    let refused = try await world.refusals(
      of: RenameUnit(unit: world.unit("B1"), name: "Tên khác", day: "2025-11-02"),
      by: own
    )
    #expect(refused.map(\.refusal) == [.notAllowed(.renameUnit)])
  }
}
