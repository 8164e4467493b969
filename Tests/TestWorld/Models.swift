package import Basics
package import Records
package import Rules

/// Models and working regulations in few words.
extension World {
  /// A unit begins to grade itself.
  package func assess(
    _ code: String,
    by family: String = "four-good-cell",
    _ year: Int = 2025
  ) async throws -> ID<FactMark> {
    ID(try await carryOut(BeginAssessment(of: unit(code), by: family, year)).result ?? 0)
  }

  /// A mark for each of the four headings, all of one grade but for those named.
  package func fourMarks(
    _ step: ModelStep,
    _ grade: CriterionGrade = .good,
    but other: [String: CriterionGrade] = [:],
    note: String? = nil
  ) -> [ModelMark] {
    ["politicalTasks", "meetings", "solidarity", "members"].map { item in
      ModelMark(item, step, level: (other[item] ?? grade).rank, note: note)
    }
  }

  /// A unit's assessment that the unit above has verified.
  package func verified(
    _ code: String,
    by family: String = "four-good-cell",
    _ year: Int = 2025
  ) async throws -> ID<FactMark> {
    let key = try await assess(code, by: family, year)
    try await carryOut(ScoreModel(key, fourMarks(.own), isSent: true))
    try await carryOut(VerifyModel(key, fourMarks(.verified)))
    return key
  }

  package func assessment(
    _ key: ID<FactMark>,
    _ knowledge: Knowledge = .now
  ) async throws -> ModelAssessment? {
    try await read { try ModelStore(db: $0).assessment(key, on: World.today, knowledge)?.value }
  }

  /// Enters the working regulation of a unit.
  package func regulate(
    _ code: String,
    _ number: String = "01-QC/CB",
    adopted: CivilDate,
    approved: CivilDate? = nil
  ) async throws -> ID<FactMark> {
    let enter = EnterRegulation(of: unit(code), number, adopted: adopted, from: adopted)
    let key = ID<FactMark>(try await carryOut(enter).result ?? 0)
    if let approved { try await carryOut(ApproveRegulation(key, on: approved, number: "7-CV")) }
    return key
  }

  /// How the units in and below one stand with their working regulations, by code.
  package func regulationStates(
    below code: String,
    on day: CivilDate = World.today
  ) async throws -> [String: RegulationState] {
    let unit = unit(code)
    return try await read { db in
      guard let reading = RegulationReading(ShippedRules.library, on: day) else { return [:] }
      let store = RegulationStore(db: db)
      let lines = try store.lines(of: store.standings(below: unit, AsOf(day)), AsOf(day))
      return Dictionary(lines.map { ($0.code, reading.state(on: $0.facts)) }) { first, _ in first }
    }
  }
}
