package import Basics
package import Rules
package import Storage

/// A discipline of a unit, or one that waits, with the unit it is about.
package struct AboutUnit<Value: Hashable & Sendable>: Hashable, Sendable {
  package let unit: ID<Unit>
  package let name: String
  /// How many levels below the unit asked about: 1 is directly.
  package let depth: Int
  package let fact: Fact<Value>
}

/// Reads disciplines of organisations, and those that wait for a second person.
package struct UnitDisciplineStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  static let columns: SQL = "t.form, t.body, t.violated_on, t.note"
  static let width = 4

  static func discipline(_ row: Row, from first: Int) throws -> UnitDiscipline {
    UnitDiscipline(
      try row[first],
      by: try row[first + 1],
      violated: try row[first + 2],
      note: try row[first + 3]
    )
  }

  /// The days of a matter are those on which the discipline would count.
  static let matterColumns: SQL = "\(columns), \(DisciplineStore.entering)"
  static let matterWidth = 11

  static func matter(_ row: Row, from first: Int) throws -> UnitDisciplineMatter {
    let discipline = try discipline(row, from: first)
    let entered = try DisciplineStore.entered(row, from: first + width, by: discipline.body)
    return UnitDisciplineMatter(discipline, entered.span, under: entered.decision, by: entered.account)
  }

  /// The disciplines of a unit that are facts, the oldest first.
  package func disciplines(
    of unit: ID<Unit>,
    _ knowledge: Knowledge = .now
  ) throws -> [Fact<UnitDiscipline>] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, t.cited, t.line, \(UnitDisciplineStore.columns)
      FROM unit_discipline t WHERE t.unit = \(unit) AND \(known("t", knowledge)) ORDER BY t.start_on, t.id
      """
    ) { row in try LifeStore.fact(try UnitDisciplineStore.discipline(row, from: 5), row) }
  }

  /// What was entered about a unit and waits for a second person.
  package func matter(
    of unit: ID<Unit>,
    _ knowledge: Knowledge = .now
  ) throws -> Fact<UnitDisciplineMatter>? {
    try db.first(
      """
      SELECT t.id, t.start_on, t.end_on, t.cited, t.line, \(UnitDisciplineStore.matterColumns)
      FROM unit_discipline_matter t WHERE t.unit = \(unit) AND \(known("t", knowledge)) ORDER BY t.id
      """
    ) { row in try LifeStore.fact(try UnitDisciplineStore.matter(row, from: 5), row) }
  }

  /// The units below one, itself left out, of which a discipline began within a period, in order of day.
  ///
  /// Below it is what stood there on the first day of the discipline. A unit disciplined twice is there twice.
  package func disciplined(
    below unit: ID<Unit>,
    _ period: Period,
    _ knowledge: Knowledge = .now
  ) throws -> [AboutUnit<UnitDiscipline>] {
    // Few are disciplined and many stand below: the walk goes from the disciplines.
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, t.cited, t.line, t.unit, n.name, a.depth,
        \(UnitDisciplineStore.columns)
      FROM unit_discipline t
      CROSS JOIN ancestry a
      CROSS JOIN unit_name n
      WHERE \(known("t", knowledge)) AND t.start_on >= \(period.from) AND t.start_on < \(period.until)
        AND a.unit = t.unit AND a.ancestor = \(unit) AND a.depth > 0 AND \(known("a", knowledge))
        AND a.start_on <= t.start_on AND (a.end_on IS NULL OR a.end_on > t.start_on)
        AND n.unit = t.unit AND \(known("n", knowledge))
        AND n.start_on <= t.start_on AND (n.end_on IS NULL OR n.end_on > t.start_on)
      ORDER BY t.start_on, t.id
      """
    ) { row in
      AboutUnit(
        unit: try row[5],
        name: try row[6],
        depth: try row[7],
        fact: try LifeStore.fact(try UnitDisciplineStore.discipline(row, from: 8), row)
      )
    }
  }

  /// The disciplines of units below one, itself left out, that wait for a second person, the oldest first.
  package func matters(below unit: ID<Unit>) throws -> [AboutUnit<UnitDisciplineMatter>] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, t.cited, t.line, t.unit, n.name, a.depth,
        \(UnitDisciplineStore.matterColumns)
      FROM unit_discipline_matter t
      CROSS JOIN ancestry a
      CROSS JOIN unit_name n
      WHERE \(known("t")) AND a.unit = t.unit AND a.ancestor = \(unit) AND a.depth > 0
        AND \(known("a")) AND a.start_on <= t.start_on AND (a.end_on IS NULL OR a.end_on > t.start_on)
        AND n.unit = t.unit AND \(known("n"))
        AND n.start_on <= t.start_on AND (n.end_on IS NULL OR n.end_on > t.start_on)
      ORDER BY t.start_on, t.id LIMIT 500
      """
    ) { row in
      AboutUnit(
        unit: try row[5],
        name: try row[6],
        depth: try row[7],
        fact: try LifeStore.fact(try UnitDisciplineStore.matter(row, from: 8), row)
      )
    }
  }

  static func said(_ discipline: UnitDiscipline) -> [SQLValue] {
    [
      discipline.form.sqlValue, discipline.body.sqlValue, discipline.violated.sqlValue,
      discipline.note.sqlValue,
    ]
  }

  static func row(_ unit: ID<Unit>, _ fact: Fact<UnitDisciplineMatter>) -> [SQLValue] {
    let matter = fact.value
    let decision: [SQLValue] = [
      matter.decision.number.sqlValue, matter.decision.signed.sqlValue, matter.decision.signer.sqlValue,
      matter.decision.basis.sqlValue, matter.enteredBy.sqlValue,
    ]
    return [unit.sqlValue] + said(matter.discipline) + decision + [fact.cited.sqlValue, fact.line.sqlValue]
  }
}
