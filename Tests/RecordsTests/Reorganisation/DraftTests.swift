import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("A plan of reorganisation from its draft to its signing")
struct DraftTests {
  private static let body = "effective: 2025-12-01\nsteps:\n  - merge: {units: [C1], into: C2}\n"

  private func begin(_ world: World, by actor: Actor = World.console) async throws -> ID<FactMark> {
    let deed = SavePlan(nil, unit: world.unit("QN"), title: "Nhập hai chi bộ", body: DraftTests.body)
    return ID(try await world.carryOut(deed, by: actor).result ?? 0)
  }

  private func state(_ plan: ID<FactMark>, _ world: World) async throws -> PlanState? {
    try await world.read { try DraftStore(db: $0).draft(plan)?.fact.value.state }
  }

  @Test(
    "every version is kept with who wrote it, and a plan handed in is not changed under the signer's hand"
  )
  func versions() async throws {
    let world = try await World.small()
    let (one, two) = (
      try await world.officer(in: world.unit("QN"), named: "one"),
      try await world.officer(in: world.unit("QN"), named: "two")
    )
    let plan = try await begin(world, by: one)
    let longer = DraftTests.body + "  - rename: {unit: C3, name: \"Chi bộ mới\"}\n"
    let second = SavePlan(plan, unit: world.unit("QN"), title: "Nhập hai chi bộ, đổi tên một", body: longer)
    try await world.carryOut(second, by: two)
    #expect(try await world.refusals(of: second, by: two).map(\.refusal) == [.nothingChanges])
    let versions = try await world.read { try DraftStore(db: $0).versions(of: plan) }
    #expect(versions.map(\.editorName) == ["Tài khoản two", "Tài khoản one"])
    try await world.carryOut(TakePlanOn(plan, to: .submitted), by: two)
    #expect(try await world.refusals(of: second, by: one).map(\.refusal) == [.planNotOpen(.submitted)])
    await #expect(throws: Refused.self) { try await world.office.sign(plan, by: two, request: nil) }
    #expect(try await state(plan, world) == .submitted)
    // Sent back with a reason, it is a draft again.
    #expect(try await world.refusals(of: TakePlanOn(plan, to: .draft), by: one).map(\.field) == [.reason])
    try await world.carryOut(TakePlanOn(plan, to: .draft, why: "Thiếu căn cứ"), by: one)
    try await world.carryOut(TakePlanOn(plan, to: .submitted), by: two)
    try await world.office.sign(plan, by: one, request: nil)
    #expect(try await state(plan, world) == .carriedOut)
    #expect(try await world.members(world.unit("C2"), on: "2025-12-01") == 5)
    #expect(try await world.journalFaults() == [])
  }

  @Test("signed, all of it is done or nothing: what became impossible meanwhile leaves the plan as it was")
  func wholly() async throws {
    let world = try await World.small()
    let signer = try await world.officer(in: world.unit("QN"), named: "signer")
    let plan = try await begin(world)
    try await world.carryOut(TakePlanOn(plan, to: .submitted))
    let merged = ReorganisationStep.merge(units: ["C2"], into: "C1", name: nil, posts: .end)
    try await world.carryOut(Reorganise([PlannedStep(merged)], on: "2025-11-15", body: ""))
    let before = try await world.live()
    await #expect(throws: Refused.self) { try await world.office.sign(plan, by: signer, request: nil) }
    #expect(try await world.live() == before)
    try await world.carryOut(TakePlanOn(plan, to: .withdrawn, why: "Đã sắp xếp khác"))
    #expect(try await state(plan, world) == .withdrawn)
  }

  @Test("a plan that cannot be read is not kept, and is told with its line")
  func unreadable() async throws {
    let world = try await World.small()
    let body = "effective: 2025-12-01\nsteps:\n  - melt: {unit: C1}\n"
    let deed = SavePlan(nil, unit: world.unit("QN"), title: "Sai", body: body)
    #expect(try await world.refusals(of: deed).map(\.field) == [.value])
  }

  @Test("a plan may be begun without steps, but one without steps is not handed in")
  func empty() async throws {
    let world = try await World.small()
    let body = PlanWriter.text(ReorganisationPlan(effective: "2025-12-01", steps: []))
    let deed = SavePlan(nil, unit: world.unit("QN"), title: "Mới lập", body: body)
    let plan = ID<FactMark>(try await world.carryOut(deed).result ?? 0)
    #expect(try await world.refusals(of: TakePlanOn(plan, to: .submitted)).map(\.field) == [.value])
  }

  @Test("a version changed on one that is no longer the newest is refused, and the newest stays")
  func outdated() async throws {
    let world = try await World.small()
    let plan = try await begin(world)
    let first = try await world.read { try DraftStore(db: $0).draft(plan)?.recorded ?? 0 }
    let unit = world.unit("QN")
    let longer = DraftTests.body + "  - rename: {unit: C3, name: \"Chi bộ mới\"}\n"
    try await world.carryOut(SavePlan(plan, unit: unit, title: "Một", body: longer, version: first))
    let late = SavePlan(plan, unit: unit, title: "Hai", body: DraftTests.body, version: first)
    #expect(try await world.refusals(of: late).map(\.refusal) == [.changedSince(entry: Int(first))])
    #expect(try await world.read { try DraftStore(db: $0).draft(plan)?.fact.value.body } == longer)
  }
}
