import Basics
import Records
import RulebookFiles
import Rules
import Storage
import TestWorld
import Testing

@Suite("Working regulations")
struct RegulationTests {
  @Test("a unit without a regulation, with one that is older than the rules, not approved, and up to date")
  func states() async throws {
    let world = try await World.small()
    _ = try await world.regulate("C1", adopted: "2024-03-01", approved: "2024-03-10")
    _ = try await world.regulate("C2", adopted: "2025-08-01")
    _ = try await world.regulate("C3", adopted: "2025-08-01", approved: "2025-08-12")
    let states = try await world.regulationStates(below: "QN")
    #expect(states["C1"] == .outdated)
    #expect(states["C2"] == .unapproved)
    #expect(states["C3"] == .current)
    #expect(states["B1"] == .missing)
    #expect(states.count == 11)
    // A year ago the one of the first was up to date: the rules changed since.
    #expect(try await world.regulationStates(below: "B1", on: "2024-12-31")["C1"] == .current)
  }

  @Test(
    "after a merger the regulation of the unit that goes on is out of date, and that of the other has ended"
  )
  func merged() async throws {
    let world = try await World.small()
    _ = try await world.regulate("C1", adopted: "2025-08-01", approved: "2025-08-12")
    _ = try await world.regulate("C2", adopted: "2025-08-01", approved: "2025-08-12")
    let merge = ReorganisationStep.merge(units: ["C1"], into: "C2", name: nil, posts: .end)
    try await world.carryOut(Reorganise([PlannedStep(merge)], on: World.today, body: "steps:"))
    #expect(try await world.regulationStates(below: "B1")["C2"] == .outdated)
    let cell = world.unit("C1")
    let spans = try await world.read { try RegulationStore(db: $0).regulations(of: cell).map(\.span.end) }
    #expect(spans == [World.today])
    #expect(try await world.integrityFaults() == [])
  }

  @Test("a new regulation ends the one before; one entered late holds until the next began")
  func following() async throws {
    let world = try await World.small()
    _ = try await world.regulate("C1", "1-QC", adopted: "2024-01-01")
    _ = try await world.regulate("C1", "3-QC", adopted: "2025-08-01")
    _ = try await world.regulate("C1", "2-QC", adopted: "2025-01-01")
    let cell = world.unit("C1")
    let kept = try await world.read { try RegulationStore(db: $0).regulations(of: cell) }
    #expect(kept.map(\.value.regulation.number) == ["3-QC", "2-QC", "1-QC"])
    #expect(kept.map(\.span.end) == [nil, "2025-08-01", "2025-01-01"])
    let again = EnterRegulation(of: cell, "4-QC", adopted: "2025-08-01", from: "2025-08-01")
    #expect(try await world.refusals(of: again) == [Objection(.from, .alreadyThere)])
    let early = EnterRegulation(of: cell, "4-QC", adopted: "2025-08-03", from: "2025-08-02")
    #expect(try await world.refusals(of: early) == [Objection(.from, .beforeDay("2025-08-03"))])
  }

  @Test("the unit above approves, not the unit itself, and only once")
  func approved() async throws {
    let world = try await World.small()
    let key = try await world.regulate("C1", adopted: "2025-08-01")
    let own = try await world.officer(.officer, in: world.unit("C1"), named: "own")
    let above = try await world.officer(.officer, in: world.unit("B1"), named: "above")
    let approve = ApproveRegulation(key, on: "2025-08-10", number: "7-CV")
    #expect(
      try await world.refusals(ofTrying: approve, by: own) == [Objection(nil, .notAllowed(.verifyModels))]
    )
    let early = ApproveRegulation(key, on: "2025-07-31")
    #expect(try await world.refusals(of: early) == [Objection(.day, .beforeDay("2025-08-01"))])
    try await world.carryOut(approve, by: above)
    #expect(try await world.refusals(of: approve) == [Objection(nil, .alreadyThere)])
  }

  @Test("an office puts its own model in force, and its units are graded by it")
  func ownModel() async throws {
    let world = try await World.small()
    let text = """
      rulebook: ba-tot
      family: ba-tot
      title: {vi: "Chi bộ ba tốt", en: "Three good cell"}
      documents:
        - {number: 9-HD/HU}
      from: 2025-01-01
      model:
        number: "9-HD/HU, mục 2"
        vi: "Đạt khi mọi tiêu chí tốt"
        en: "Met when all is good"
        least: good
        confidence: S
        decides: [superiorCommittee]
        profiles:
          - {profile: school, kinds: [baseCell], sectors: [school], vi: Trường học, en: School, confidence: S}
        criteria:
          - {criterion: teaching, number: "9-HD/HU, 1", vi: Dạy tốt, en: Teaching, least: excellent, confidence: S}
      """
    _ = try RulebookFile.read(text, name: "ba-tot.yaml").get()
    try await world.carryOut(
      PutRulebookInForce(unit: world.unit("HL"), text: text),
      under: DecisionText(number: "9-QĐ/HU", signed: "2025-01-02", issuer: world.unit("HL"))
    )
    let key = try await world.assess("T1", by: "ba-tot")
    #expect(try await world.assessment(key)?.profile == "school")
    let other = BeginAssessment(of: world.unit("C1"), by: "ba-tot", 2025)
    #expect(try await world.refusals(of: other) == [Objection(nil, .modelNotForUnit)])
    let elsewhere = BeginAssessment(of: world.unit("C4"), by: "ba-tot", 2025)
    #expect(try await world.refusals(of: elsewhere).map(\.field) == [.subject])
  }

  @Test("a model that cannot be meant is refused with the line of each fault")
  func faults() throws {
    let text = """
      rulebook: sai
      family: sai
      title: {vi: "Sai", en: "Wrong"}
      documents: []
      from: 2025-01-01
      model:
        number: "1"
        vi: "Đạt"
        en: "Met"
        least: good
        confidence: U
        decides: [superiorCommittee]
        profiles:
          - {profile: cell, kinds: [cell], vi: Chi bộ, en: Cell, confidence: V}
        criteria:
          - {criterion: a, number: "1", vi: A, en: A, evidence: [tasks.imagined], confidence: U}
          - {criterion: a, number: "2", vi: A, en: A, profiles: [school], confidence: U}
        vetoes:
          - {veto: x, number: "3", vi: X, en: X, articles: [20], confidence: U}
      """
    guard case .failure(let wrong) = RulebookFile.read(text, name: "sai.yaml") else {
      Issue.record("taken")
      return
    }
    #expect(wrong.faults.map(\.line) == [14, 16, 17, 17, 19])
  }
}
