package import Basics
package import Rules
package import Storage

extension RecruitSource: Coded {}
extension CandidacyOutcome: Coded {}
extension Schooling: Coded {}
extension CandidateStep.Kind: Coded {}
extension CandidateStep.Checked: Coded {}

/// A candidacy as it stands in the record: its number, the same when another cell takes it on, and the fact.
package struct FiledCandidacy: Hashable, Sendable {
  package let number: ID<FactMark>
  package var fact: Fact<Candidacy>

  package var isOpen: Bool { fact.span.end == nil }

  package init(_ number: ID<FactMark>, _ fact: Fact<Candidacy>) {
    self.number = number
    self.fact = fact
  }
}

/// Reads the candidacies of people and writes what changes in them.
package struct CandidacyStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// The candidacies of a person, the earliest first.
  package func candidacies(of person: ID<Person>, _ knowledge: Knowledge = .now) throws -> [FiledCandidacy] {
    try db.rows(
      """
      SELECT c.id, c.start_on, c.end_on, c.cited, c.line, \(CandidacyStore.columns) FROM candidacy c
      WHERE c.person = \(person) AND \(known("c", knowledge)) ORDER BY c.start_on, c.id
      """
    ) { row in
      guard let span = Span(from: try row[1], until: try row[2]) else {
        throw StorageError.unreadable("span")
      }
      let value = try CandidacyStore.candidacy(row, at: 5)
      return FiledCandidacy(
        try row[5],
        Fact(value, span, id: try row[0], cited: try row[3], line: try row[4])
      )
    }
  }

  /// The candidacy a person has now; `nil` when it ended, or there never was one.
  package func open(_ person: ID<Person>) throws -> FiledCandidacy? {
    try candidacies(of: person).last { $0.isOpen }
  }

  /// Everybody who seeks admission now, and since when.
  func allOpen() throws -> [ID<Person>: CivilDate] {
    var found: [ID<Person>: CivilDate] = [:]
    try db.each(
      "SELECT c.person, min(c.start_on) FROM candidacy c WHERE c.end_on IS NULL AND \(known("c")) GROUP BY c.person"
    ) { row in found[try row[0]] = try row[1] }
    return found
  }

  /// The steps of a candidacy, in order of day.
  package func steps(
    of candidacy: ID<FactMark>,
    _ knowledge: Knowledge = .now
  ) throws -> [Fact<CandidateStep>] {
    try db.rows(
      """
      SELECT s.id, s.start_on, s.cited, s.line, \(CandidacyStore.stepColumns) FROM candidate_step s
      WHERE s.candidacy = \(candidacy) AND \(known("s", knowledge)) ORDER BY s.start_on, s.id
      """
    ) { row in
      Fact(
        try CandidacyStore.step(row, at: 4),
        Span(open: try row[1]),
        id: try row[0],
        cited: try row[2],
        line: try row[3]
      )
    }
  }

  /// The unit of a person's last candidacy: where somebody belongs who was never a member.
  func unit(of person: ID<Person>) throws -> ID<Unit>? {
    try db.value(
      """
      SELECT c.unit FROM candidacy c WHERE c.person = \(person) AND \(known("c"))
      ORDER BY c.start_on DESC, c.id DESC LIMIT 1
      """
    )
  }

  // MARK: Writing

  func begin(_ candidacy: Candidacy, _ span: Span, _ work: Work) throws {
    let id: ID<FactMark> = work.draw()
    let fact = Fact(candidacy, span, id: id, cited: work.cited)
    try work.write(.candidacy, id, span, CandidacyStore.row(id, fact))
  }

  func save(_ new: FiledCandidacy, from old: FiledCandidacy, _ work: Work) throws {
    try work.save(.candidacy, from: [old.fact], to: [new.fact]) { CandidacyStore.row(new.number, $0) }
  }

  /// Refuses when a step is left without its candidacy, or somebody is a candidate and a member at once.
  func demandSound(_ person: ID<Person>) throws {
    for filed in try candidacies(of: person) {
      let span = filed.fact.span
      let terms: [Span] = try db.rows(
        "SELECT t.start_on, t.end_on FROM membership_term t WHERE t.person = \(person) AND \(known("t"))"
      ) { row in Span(from: try row[0], until: try row[1]) ?? .always }
      if let term = terms.first(where: { $0.overlaps(span) }) {
        throw Refused(.entry, .alreadyAMember(since: term.start))
      }
      if filed.fact.value.outcome == .admitted, !terms.contains(where: { $0.start == span.end }) {
        throw Refused(.entry, .notAMember(on: span.end ?? span.start))
      }
    }
    let orphans = try db.rows(
      """
      SELECT s.recorded, e.operation FROM candidate_step s JOIN entry e ON e.seq = s.recorded
      WHERE s.person = \(person) AND \(known("s")) AND NOT EXISTS (
        SELECT 1 FROM candidacy c WHERE c.candidacy = s.candidacy AND \(known("c")))
      ORDER BY s.recorded
      """
    ) { row in
      Objection(.entry, .standsOn(entry: try row[0], operation: try row[1]))
    }
    try orphans.raise()
  }

  // MARK: Columns

  /// What a candidacy says: its number, then the rest.
  static let columns: SQL = """
    c.candidacy, c.person, c.unit, c.source, c.schooling, c.introducer, c.second_introducer, c.resolution,
    c.earlier, c.expunged, c.outcome, c.why
    """

  static func candidacy(_ row: Row, at column: Int) throws -> Candidacy {
    Candidacy(
      person: try row[column + 1],
      unit: try row[column + 2],
      source: try row[column + 3],
      schooling: try row[column + 4],
      introducer: try row[column + 5],
      secondIntroducer: try row[column + 6],
      resolution: try row[column + 7],
      earlier: try row[column + 8],
      isExpunged: try (row[column + 9] as Int?).map { $0 == 1 },
      outcome: try row[column + 10],
      why: try row[column + 11]
    )
  }

  static let stepColumns: SQL =
    "s.step, s.checked, s.helper, s.body, s.number, s.answered_on, s.officials, s.present, s.votes"

  static func step(_ row: Row, at column: Int) throws -> CandidateStep {
    CandidateStep(
      try row[column],
      checked: try row[column + 1],
      helper: try row[column + 2],
      body: try row[column + 3],
      number: try row[column + 4],
      answered: try row[column + 5],
      officials: try row[column + 6],
      present: try row[column + 7],
      votes: try row[column + 8]
    )
  }

  static func row(_ number: ID<FactMark>, _ fact: Fact<Candidacy>) -> [SQLValue] {
    let value = fact.value
    return [
      number.sqlValue, value.person.sqlValue, value.unit.sqlValue, value.source.sqlValue,
      value.schooling.sqlValue, value.introducer.sqlValue, value.secondIntroducer.sqlValue,
      value.resolution.sqlValue, value.earlier.sqlValue, value.isExpunged.map { $0 ? 1 : 0 }.sqlValue,
      value.outcome.sqlValue, value.why.sqlValue, fact.cited.sqlValue, fact.line.sqlValue,
    ]
  }

  static func row(
    _ number: ID<FactMark>,
    _ person: ID<Person>,
    _ fact: Fact<CandidateStep>
  ) -> [SQLValue] {
    let value = fact.value
    return [
      number.sqlValue, person.sqlValue, value.kind.sqlValue, value.checked.sqlValue, value.helper.sqlValue,
      value.body.sqlValue, value.number.sqlValue, value.answered.sqlValue, value.officials.sqlValue,
      value.present.sqlValue, value.votes.sqlValue, fact.cited.sqlValue, fact.line.sqlValue,
    ]
  }
}
