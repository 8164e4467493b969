package import Basics
package import Rules
package import Storage

/// What waits for somebody in a unit and below: a way out, a discipline, a report, each with whose it is.
package struct Waiting<Value: Hashable & Sendable>: Hashable, Sendable {
  package let person: ID<Person>
  package let name: String
  package let unit: ID<Unit>
  package let unitName: String
  package let fact: Fact<Value>
}

/// One person who left within a period: when, from where, by which way and under which decision.
package struct LeavingLine: Hashable, Sendable {
  package let person: ID<Person>
  /// The first day no longer a member.
  package let day: CivilDate
  package let unit: ID<Unit>
  package let reason: LeavingReason
  /// The clause of a deletion, where the way out was recorded step by step.
  package let ground: String?
  package let decision: ID<Decision>?
}

/// Lists what is open in a unit and below, and who left it and how.
package struct LeavingLists {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// The ways out that are open, the oldest first.
  package func openCases(below unit: ID<Unit>, today: CivilDate) throws -> [Waiting<LeavingCase>] {
    try waiting("leaving_case", LeavingStore.caseColumns, unit, today, "t.ended_on IS NULL") {
      try LeavingStore.leavingCase($0, from: 9)
    }
  }

  /// The disciplines that wait for a second person.
  package func matters(below unit: ID<Unit>, today: CivilDate) throws -> [Waiting<DisciplineMatter>] {
    try waiting("discipline_matter", DisciplineStore.matterColumns, unit, today, "1 = 1") {
      try DisciplineStore.matter($0, from: 9)
    }
  }

  /// The reports that nobody has answered.
  package func reports(below unit: ID<Unit>, today: CivilDate) throws -> [Waiting<ErrorReport>] {
    try waiting(
      "error_report",
      "t.topic, t.correct, t.note, t.state, t.answer",
      unit,
      today,
      "t.state = 'open'"
    ) { try ErrorReportStore.report($0, from: 9) }
  }

  /// Few wait and many belong: the walk goes from those who wait.
  ///
  /// Somebody who is at home nowhere any more is asked for where they were last.
  private func waiting<Value>(
    _ table: StaticString,
    _ columns: SQL,
    _ unit: ID<Unit>,
    _ today: CivilDate,
    _ condition: SQL,
    _ value: (Row) throws -> Value
  ) throws -> [Waiting<Value>] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, t.cited, t.line, t.person, p.name, r.unit, n.name, \(columns)
      FROM \(name: table) t
      CROSS JOIN roll r
      CROSS JOIN ancestry a
      CROSS JOIN particulars p
      CROSS JOIN unit_name n
      WHERE \(known("t")) AND \(condition) AND r.person = t.person AND \(known("r"))
        AND r.start_on = (SELECT max(l.start_on) FROM roll l WHERE l.person = t.person AND \(known("l"))
          AND l.start_on <= \(today))
        AND a.unit = r.unit AND a.ancestor = \(unit) AND \(asOf("a", AsOf(today)))
        AND p.person = t.person AND \(known("p"))
        AND p.start_on <= r.start_on AND (p.end_on IS NULL OR p.end_on > r.start_on)
        AND n.unit = r.unit AND \(asOf("n", AsOf(today)))
      ORDER BY t.start_on, t.id
      """
    ) { row in
      Waiting(
        person: try row[5],
        name: try row[6],
        unit: try row[7],
        unitName: try row[8],
        fact: try LifeStore.fact(try value(row), row)
      )
    }
  }

  /// Everybody who left a unit or one below it within a period, in order of day: the rows `members.left` counts.
  package func leavings(
    of unit: ID<Unit>,
    _ asOf: AsOf,
    _ period: Period
  ) throws -> [LeavingLine] {
    let rows = try db.rows(
      """
      SELECT r.person, r.end_on, r.unit, r.reason,
        (SELECT c.ground FROM leaving_case c WHERE c.person = r.person AND c.ended_on = r.end_on
          AND c.outcome = 'carriedOut' AND \(known("c", asOf.knowledge)) LIMIT 1),
        (SELECT e.decision FROM membership_term t JOIN entry e ON e.seq = t.recorded
          WHERE t.person = r.person AND t.end_on = r.end_on AND \(known("t", asOf.knowledge)) LIMIT 1)
      \(FigureStore(db: db).rows(.left, unit, asOf, period)) ORDER BY r.end_on, r.person
      """
    ) { row in
      LeavingLine(
        person: try row[0],
        day: try row[1],
        unit: try row[2],
        reason: try row[3],
        ground: try row[4],
        decision: try row[5]
      )
    }
    var seen: Set<ID<Person>> = []
    return rows.filter { seen.insert($0.person).inserted }
  }

  /// The filed decisions with these identities.
  package func decisions(_ ids: Set<ID<Decision>>) throws -> [ID<Decision>: FiledDecision] {
    guard !ids.isEmpty else { return [:] }
    let list = SQL.join(ids.sorted().map { "\($0)" }, ", ")
    var found: [ID<Decision>: FiledDecision] = [:]
    try db.each(
      """
      SELECT \(DecisionStore.columns), (SELECT n.name FROM unit_name n WHERE n.unit = d.issuer AND \(known("n"))
        ORDER BY n.start_on DESC LIMIT 1)
      FROM decision d WHERE d.id IN (\(list))
      """
    ) { row in
      let filed = try DecisionStore.filed(row)
      found[filed.id] = filed
    }
    return found
  }
}
