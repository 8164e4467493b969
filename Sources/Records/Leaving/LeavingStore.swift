package import Basics
package import Rules
package import Storage

/// Reads the states of members, their ways out of the organisation, and the warnings they were given.
package struct LeavingStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  static let stateColumns: SQL = "t.state, t.extent, t.ground, t.asked_on, t.body"
  static let stateWidth = 5

  static func state(_ row: Row, from first: Int) throws -> MemberState {
    MemberState(
      try row[first],
      extent: try row[first + 1],
      ground: try row[first + 2],
      asked: try row[first + 3],
      body: try row[first + 4]
    )
  }

  static let caseColumns: SQL = """
    t.reason, t.ground, t.occurred_on, t.note, t.heard_on, t.heard, t.voted_on, t.agreed, t.officials, t.ended_on,
    t.outcome, t.why
    """
  static let caseWidth = 12

  static func leavingCase(_ row: Row, from first: Int) throws -> LeavingCase {
    var leaving = LeavingCase(
      try row[first],
      ground: try row[first + 1],
      occurred: try row[first + 2],
      note: try row[first + 3]
    )
    if let day: CivilDate = try row[first + 4] {
      leaving.hearing = LeavingCase.Hearing(day, said: try row[first + 5])
    }
    if let day: CivilDate = try row[first + 6] {
      leaving.vote = LeavingCase.Vote(day, agreed: try row[first + 7], of: try row[first + 8])
    }
    if let day: CivilDate = try row[first + 9] {
      leaving.ending = LeavingCase.Ending(day, try row[first + 10], why: try row[first + 11])
    }
    return leaving
  }

  /// The exemptions and suspensions of a person.
  package func states(of person: ID<Person>, _ knowledge: Knowledge = .now) throws -> [Fact<MemberState>] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, t.cited, t.line, \(LeavingStore.stateColumns)
      FROM member_state t WHERE t.person = \(person) AND \(known("t", knowledge)) ORDER BY t.start_on, t.id
      """
    ) { row in try LifeStore.fact(try LeavingStore.state(row, from: 5), row) }
  }

  /// Every way out a person began, the oldest first.
  package func cases(of person: ID<Person>, _ knowledge: Knowledge = .now) throws -> [Fact<LeavingCase>] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, t.cited, t.line, \(LeavingStore.caseColumns)
      FROM leaving_case t WHERE t.person = \(person) AND \(known("t", knowledge)) ORDER BY t.start_on, t.id
      """
    ) { row in try LifeStore.fact(try LeavingStore.leavingCase(row, from: 5), row) }
  }

  /// The way out that is open.
  package func openCase(of person: ID<Person>) throws -> Fact<LeavingCase>? {
    try cases(of: person).first { $0.value.ending == nil }
  }

  /// The warnings a person was given, by number.
  package func warnings(of person: ID<Person>, _ knowledge: Knowledge = .now) throws -> [Fact<CellWarning>] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, t.cited, t.line, t.number, t.ground, t.note
      FROM member_warning t WHERE t.person = \(person) AND \(known("t", knowledge)) ORDER BY t.number, t.id
      """
    ) { row in
      try LifeStore.fact(CellWarning(try row[5], ground: try row[6], note: try row[7]), row)
    }
  }
}

// The columns of each table for a fact.
extension LeavingStore {
  static func row(_ person: ID<Person>, _ fact: Fact<MemberState>) -> [SQLValue] {
    let state = fact.value
    return [
      person.sqlValue, state.kind.sqlValue, state.extent.sqlValue, state.ground.sqlValue,
      state.asked.sqlValue,
      state.body.sqlValue, fact.cited.sqlValue, fact.line.sqlValue,
    ]
  }

  static func row(_ person: ID<Person>, _ fact: Fact<LeavingCase>) -> [SQLValue] {
    let leaving = fact.value
    return [
      person.sqlValue, leaving.reason.sqlValue, leaving.ground.sqlValue, leaving.occurred.sqlValue,
      leaving.note.sqlValue, (leaving.hearing?.day).sqlValue, (leaving.hearing?.said).sqlValue,
      (leaving.vote?.day).sqlValue, (leaving.vote?.agreed).sqlValue, (leaving.vote?.officials).sqlValue,
      (leaving.ending?.day).sqlValue, (leaving.ending?.outcome).sqlValue, (leaving.ending?.why).sqlValue,
      fact.cited.sqlValue, fact.line.sqlValue,
    ]
  }

  static func row(_ person: ID<Person>, _ fact: Fact<CellWarning>) -> [SQLValue] {
    [
      person.sqlValue, fact.value.number.sqlValue, fact.value.ground.sqlValue, fact.value.note.sqlValue,
      fact.cited.sqlValue, fact.line.sqlValue,
    ]
  }
}
