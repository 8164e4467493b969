package import Basics
package import Rules
package import Storage

/// Where somebody was during one meeting that was held.
package struct AttendanceLine: Hashable, Sendable {
  package let meeting: ID<FactMark>
  package let day: CivilDate
  package let kind: MeetingKind
  package let unit: ID<Unit>
  package let person: ID<Person>
  package let mark: AttendanceMark
  /// Whether attendance was counted of them there: at home in the cell or in it for a time, and not excused.
  package let isObliged: Bool
}

/// A meeting that was held, with what its roll call came to.
package struct TurnoutLine: Hashable, Sendable {
  package let id: ID<FactMark>
  package let day: CivilDate
  package let kind: MeetingKind
  package let turnout: Turnout?
}

/// How many meetings in and below a unit had so many obliged and so many of them there.
package struct TurnoutCount: Hashable, Sendable {
  /// The unit directly below the one asked about.
  package let branch: ID<Unit>
  package let obliged: Int
  package let present: Int
  package let meetings: Int
  /// Away without a reason, of all these meetings.
  package let unexcused: Int
}

/// Reads who took part in meetings over a time: of a cell, of a person, and in numbers of the units below one.
///
/// Only meetings that are over count; a committee's own preparation is none of them.
package struct AttendanceStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// The meetings a cell held within a period, the first before the others.
  package func held(by unit: ID<Unit>, _ period: Period, _ knowledge: Knowledge) throws -> [TurnoutLine] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.kind, t.obliged, t.present, t.unexcused FROM meeting t
      WHERE t.unit = \(unit) AND t.start_on >= \(period.from) AND t.start_on < \(period.until)
        AND t.stage = 'closed' AND t.kind <> 'preparation' AND \(known("t", knowledge))
      ORDER BY t.start_on, t.begins, t.id
      """
    ) { row in
      let obliged: Int? = try row[3]
      return TurnoutLine(
        id: try row[0],
        day: try row[1],
        kind: try row[2],
        turnout: try obliged.map { Turnout(obliged: $0, present: try row[4], unexcused: try row[5]) }
      )
    }
  }

  /// Every mark at the meetings of a cell within a period, in the order of the meetings.
  package func marks(of unit: ID<Unit>, _ period: Period, _ knowledge: Knowledge) throws -> [AttendanceLine] {
    try marks(
      """
      meeting t JOIN attendance x ON x.meeting = t.id AND \(known("x", knowledge))
      WHERE t.unit = \(unit) AND t.start_on >= \(period.from) AND t.start_on < \(period.until)
      """,
      knowledge
    )
  }

  /// Every mark of a person within a period, in whatever cell, in the order of the meetings.
  package func marks(
    of person: ID<Person>,
    _ period: Period,
    _ knowledge: Knowledge
  ) throws -> [AttendanceLine] {
    try marks(
      """
      attendance x JOIN meeting t ON t.id = x.meeting
      WHERE x.person = \(person) AND x.start_on >= \(period.from) AND x.start_on < \(period.until)
        AND \(known("x", knowledge))
      """,
      knowledge
    )
  }

  private func marks(_ source: SQL, _ knowledge: Knowledge) throws -> [AttendanceLine] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.kind, t.unit, x.person, x.mark, \(AttendanceStore.isObliged(knowledge))
      FROM \(source) AND t.stage = 'closed' AND t.kind <> 'preparation' AND \(known("t", knowledge))
      ORDER BY t.start_on, t.begins, t.id, x.person
      """
    ) { row in
      AttendanceLine(
        meeting: try row[0],
        day: try row[1],
        kind: try row[2],
        unit: try row[3],
        person: try row[4],
        mark: try row[5],
        isObliged: try row[6] as Int == 1
      )
    }
  }

  /// Whether the person of a mark, called `x`, was obliged to come to its meeting, called `t`: as a roll call has it.
  private static func isObliged(_ knowledge: Knowledge) -> SQL {
    func there(_ alias: StaticString) -> SQL {
      """
      \(name: alias).start_on <= t.start_on AND (\(name: alias).end_on IS NULL OR \(name: alias).end_on > t.start_on)
      """
    }
    let home: SQL = """
      EXISTS (SELECT 1 FROM roll r
        JOIN ancestry a ON a.unit = r.unit AND a.ancestor = t.unit AND \(known("a", knowledge)) AND \(there("a"))
        WHERE r.person = x.person AND \(known("r", knowledge)) AND \(there("r")))
      """
    let excused: SQL = """
      EXISTS (SELECT 1 FROM member_state s
        WHERE s.person = x.person AND \(known("s", knowledge)) AND \(there("s")))
      """
    let away: SQL = """
      EXISTS (SELECT 1 FROM affiliation f
        WHERE f.person = x.person AND f.role = 'temporary' AND \(known("f", knowledge)) AND \(there("f"))
          AND NOT EXISTS (SELECT 1 FROM ancestry b
            WHERE b.unit = f.unit AND b.ancestor = t.unit AND \(known("b", knowledge)) AND \(there("b"))))
      """
    let here: SQL = """
      EXISTS (SELECT 1 FROM affiliation g
        JOIN ancestry c ON c.unit = g.unit AND c.ancestor = t.unit AND \(known("c", knowledge)) AND \(there("c"))
        WHERE g.person = x.person AND g.role = 'temporary' AND \(known("g", knowledge)) AND \(there("g")))
      """
    return """
      CASE WHEN \(home) THEN CASE WHEN \(excused) OR \(away) THEN 0 ELSE 1 END WHEN \(here) THEN 1 ELSE 0 END
      """
  }

  /// The meetings held below a unit within a period, counted by the unit directly below and by how many came.
  package func counts(below unit: ID<Unit>, _ period: Period, _ asOf: AsOf) throws -> [TurnoutCount] {
    try db.rows(
      """
      SELECT b.ancestor, coalesce(t.obliged, 0), coalesce(t.present, 0), count(*),
        CAST(coalesce(sum(t.unexcused), 0) AS BIGINT)
      FROM ancestry c
      JOIN ancestry b ON b.ancestor = c.unit AND \(Records.asOf("b", asOf))
      JOIN meeting t ON t.unit = b.unit AND t.start_on >= \(period.from) AND t.start_on < \(period.until)
        AND t.stage = 'closed' AND t.kind <> 'preparation' AND \(known("t", asOf.knowledge))
      WHERE c.ancestor = \(unit) AND c.depth = 1 AND \(Records.asOf("c", asOf))
      GROUP BY b.ancestor, coalesce(t.obliged, 0), coalesce(t.present, 0)
      """
    ) { row in
      TurnoutCount(
        branch: try row[0],
        obliged: try row[1],
        present: try row[2],
        meetings: try row[3],
        unexcused: try row[4]
      )
    }
  }

  /// Some people as a list names them, in the order of the register.
  package func names(
    of people: Set<ID<Person>>,
    on day: CivilDate,
    _ knowledge: Knowledge
  ) throws -> [(person: ID<Person>, code: String, name: String)] {
    if people.isEmpty { return [] }
    var found: [ID<Person>: (code: String, name: String, key: String)] = [:]
    let list = SQL.join(people.sorted().map { "\($0)" }, ", ")
    try db.each(
      """
      SELECT p.person, o.code, p.name, p.sort_key, p.start_on FROM particulars p JOIN person o ON o.id = p.person
      WHERE p.person IN (\(list)) AND \(known("p", knowledge)) ORDER BY p.start_on
      """
    ) { row in
      let person: ID<Person> = try row[0]
      let start: CivilDate = try row[4]
      if found[person] == nil || start <= day {
        found[person] = (try row[1], try row[2], try row[3])
      }
    }
    return found.sorted { ($0.value.key, $0.key) < ($1.value.key, $1.key) }.map {
      ($0.key, $0.value.code, $0.value.name)
    }
  }
}
