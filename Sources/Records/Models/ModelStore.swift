package import Basics
package import Rules
package import Storage

/// A unit of a list with where it stands in a year by a model.
package struct ModelLine: Hashable, Sendable {
  package let unit: ID<Unit>
  package let code: String
  package let name: String
  /// The name of the unit above it.
  package let above: String?
  package let kind: UnitKind
  package let assessment: ModelAssessment?

  package var state: ModelState { ModelAssessment.state(of: assessment) }
}

/// A mark with the day it was said, by which unit.
package struct DatedModelMark: Hashable, Sendable {
  package let id: ID<FactMark>
  package let day: CivilDate
  package let said: SaidModelMark
}

/// Reads assessments of units by models.
package struct ModelStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// An assessment as it is known, with the unit that answers for it on a day; `nil` when there is none.
  package func assessment(
    _ key: ID<FactMark>,
    on day: CivilDate,
    _ knowledge: Knowledge = .now
  ) throws -> Fact<ModelAssessment>? {
    let facts = try facts(of: key, knowledge)
    return facts.last { $0.span.start <= day } ?? facts.first
  }

  /// All that is known of an assessment: one fact, or one for each unit that answers for it in turn.
  func facts(of key: ID<FactMark>, _ knowledge: Knowledge = .now) throws -> [Fact<ModelAssessment>] {
    try facts("t.assessment = \(key)", knowledge)
  }

  /// The assessments of a unit, and those it took over, the newest year first.
  package func assessments(
    of unit: ID<Unit>,
    _ knowledge: Knowledge = .now
  ) throws -> [Fact<ModelAssessment>] {
    let found = try facts("t.unit = \(unit)", knowledge) + facts("t.subject = \(unit)", knowledge)
    var last: [ID<FactMark>: Fact<ModelAssessment>] = [:]
    for fact in found {
      if let known = last[fact.value.key], known.span.start > fact.span.start { continue }
      last[fact.value.key] = fact
    }
    return last.values.sorted {
      ($1.value.year, $0.value.family, $0.value.key.number)
        < ($0.value.year, $1.value.family, $1.value.key.number)
    }
  }

  /// The assessment of a unit in a year by a model.
  package func assessment(
    of subject: ID<Unit>,
    _ family: String,
    _ year: Int,
    _ knowledge: Knowledge = .now
  ) throws -> Fact<ModelAssessment>? {
    try facts("t.subject = \(subject) AND t.year = \(year) AND t.family = \(family)", knowledge).last
  }

  /// In the order in which they came: of one that an heir took over, the heir's last.
  private func facts(_ condition: SQL, _ knowledge: Knowledge) throws -> [Fact<ModelAssessment>] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, \(ModelAssessment.columns) FROM model_assessment t
      WHERE \(condition) AND \(known("t", knowledge)) ORDER BY t.start_on, t.id
      """
    ) { row in try MeetingStore.fact(row) { try ModelAssessment($0, from: 3) } }
  }

  /// What was said of each criterion and veto, as it was said.
  package func marks(of key: ID<FactMark>, _ knowledge: Knowledge = .now) throws -> [DatedModelMark] {
    try db.rows(
      """
      SELECT t.id, t.start_on, \(SaidModelMark.columns) FROM model_mark t
      WHERE t.assessment = \(key) AND \(known("t", knowledge)) ORDER BY t.start_on, t.id
      """
    ) { row in
      DatedModelMark(id: try row[0], day: try row[1], said: try SaidModelMark(row, from: 2))
    }
  }

  /// What was decided of a unit, and of those from which it took over, over the years.
  package func decided(
    of unit: ID<Unit>,
    _ knowledge: Knowledge = .now
  ) throws -> [ModelAssessment] {
    try db.rows(
      """
      SELECT \(ModelAssessment.columns) FROM model_assessment t
      WHERE t.recognised IS NOT NULL AND \(known("t", knowledge)) AND (t.subject = \(unit) OR t.subject IN (
        SELECT l.unit FROM lineage l WHERE l.successor = \(unit) AND \(known("l", knowledge))))
      ORDER BY t.year DESC, t.family, t.assessment
      """
    ) { row in try ModelAssessment(row, from: 0) }
  }
}
