package import Basics
package import Rules
package import Storage

/// A member on probation on a day, and where they are at home.
package struct ProbationLine: Hashable, Sendable {
  package let person: ID<Person>
  package let code: String
  package let name: String
  package let unit: ID<Unit>
  package let unitName: String
  package let ceremony: CivilDate
}

/// Reads who is on probation, and the votes on their recognition.
package struct ProbationStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// How many are on probation in a unit and below on a day, by the day of their ceremony.
  package func ceremonies(of unit: ID<Unit>, _ asOf: AsOf) throws -> [CivilDate: Int] {
    var counts: [CivilDate: Int] = [:]
    try db.each(
      """
      SELECT r.admitted_on, count(*)
      FROM ancestry a JOIN roll r ON r.unit = a.unit AND \(Records.asOf("r", asOf))
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf))
        AND (r.official_on IS NULL OR r.official_on > \(asOf.day))
      GROUP BY r.admitted_on
      """
    ) { row in counts[try row[0]] = try row[1] }
    return counts
  }

  /// Everybody on probation in a unit and below on a day, those whose ceremony was first before the others.
  package func members(of unit: ID<Unit>, _ asOf: AsOf) throws -> [ProbationLine] {
    try db.rows(
      """
      SELECT r.person, o.code, p.name, r.unit, n.name, r.admitted_on
      FROM ancestry a
      JOIN roll r ON r.unit = a.unit AND \(Records.asOf("r", asOf))
      JOIN person o ON o.id = r.person
      JOIN particulars p ON p.person = r.person AND \(Records.asOf("p", asOf))
      JOIN unit_name n ON n.unit = r.unit AND \(Records.asOf("n", asOf))
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf))
        AND (r.official_on IS NULL OR r.official_on > \(asOf.day))
      ORDER BY r.admitted_on, r.sort_key, r.person
      """
    ) { row in
      ProbationLine(
        person: try row[0],
        code: try row[1],
        name: try row[2],
        unit: try row[3],
        unitName: try row[4],
        ceremony: try row[5]
      )
    }
  }

  /// The votes held on those on probation in a unit and below, by person, the earliest first.
  package func votes(in unit: ID<Unit>, _ asOf: AsOf) throws -> [ID<Person>: [Fact<RecognitionVote>]] {
    var found: [ID<Person>: [Fact<RecognitionVote>]] = [:]
    try db.each(
      """
      SELECT v.id, v.start_on, v.cited, v.line, v.person, v.unit, v.officials, v.present, v.votes
      FROM ancestry a
      JOIN roll r ON r.unit = a.unit AND \(Records.asOf("r", asOf))
      JOIN recognition_vote v ON v.person = r.person AND \(known("v", asOf.knowledge))
        AND v.start_on >= r.admitted_on AND v.start_on <= \(asOf.day)
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf))
        AND (r.official_on IS NULL OR r.official_on > \(asOf.day))
      ORDER BY v.start_on, v.id
      """
    ) { row in
      let fact = try ProbationStore.fact(row)
      found[fact.value.person, default: []].append(fact)
    }
    return found
  }

  /// The votes on one person, the earliest first.
  package func votes(on person: ID<Person>, _ knowledge: Knowledge = .now) throws -> [Fact<RecognitionVote>] {
    try db.rows(
      """
      SELECT v.id, v.start_on, v.cited, v.line, v.person, v.unit, v.officials, v.present, v.votes
      FROM recognition_vote v WHERE v.person = \(person) AND \(known("v", knowledge))
      ORDER BY v.start_on, v.id
      """
    ) { try ProbationStore.fact($0) }
  }

  private static func fact(_ row: Row) throws -> Fact<RecognitionVote> {
    let vote = RecognitionVote(
      person: try row[4],
      unit: try row[5],
      officials: try row[6],
      present: try row[7],
      votes: try row[8]
    )
    return Fact(vote, Span(open: try row[1]), id: try row[0], cited: try row[2], line: try row[3])
  }

  static func row(_ fact: Fact<RecognitionVote>) -> [SQLValue] {
    let value = fact.value
    return [
      value.person.sqlValue, value.unit.sqlValue, value.officials.sqlValue, value.present.sqlValue,
      value.votes.sqlValue, fact.cited.sqlValue, fact.line.sqlValue,
    ]
  }
}
