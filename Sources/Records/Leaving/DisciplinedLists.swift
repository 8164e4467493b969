package import Basics
package import Rules
package import Storage

/// A discipline of somebody who was at home in a unit or below it on its day.
package struct DisciplinedMember: Hashable, Sendable {
  package let person: ID<Person>
  /// Where they were at home on the day.
  package let unit: ID<Unit>
  package let fact: Fact<Discipline>
}

/// A discipline of a unit, the one asked about or one below it.
package struct DisciplinedUnit: Hashable, Sendable {
  package let unit: ID<Unit>
  package let fact: Fact<UnitDiscipline>
}

/// Who was disciplined in a unit and below over a period: each number with the list it counts.
package struct DisciplinedLists {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// Those at home here on the day of the discipline; who was expelled left on it.
  ///
  /// Few are disciplined and many are at home below: the walk goes from the disciplines.
  private func members(of unit: ID<Unit>, _ period: Period, _ asOf: AsOf) -> SQL {
    """
    FROM discipline t
    CROSS JOIN roll r
    CROSS JOIN ancestry a
    WHERE \(known("t", asOf.knowledge)) AND t.start_on >= \(period.from) AND t.start_on < \(period.until)
      AND r.person = t.person AND \(known("r", asOf.knowledge)) AND r.start_on <= t.start_on
      AND (r.end_on IS NULL OR r.end_on >= t.start_on)
      AND a.unit = r.unit AND a.ancestor = \(unit) AND \(Records.asOf("a", asOf))
    """
  }

  private func units(of unit: ID<Unit>, _ period: Period, _ asOf: AsOf) -> SQL {
    """
    FROM unit_discipline t
    CROSS JOIN ancestry a
    WHERE \(known("t", asOf.knowledge)) AND t.start_on >= \(period.from) AND t.start_on < \(period.until)
      AND a.unit = t.unit AND a.ancestor = \(unit) AND \(Records.asOf("a", asOf))
    """
  }

  /// How many members were disciplined, each once.
  package func memberCount(of unit: ID<Unit>, _ period: Period, _ asOf: AsOf) throws -> Int {
    try db.value("SELECT count(DISTINCT t.person) \(members(of: unit, period, asOf))") ?? 0
  }

  /// How many units were disciplined, each once.
  package func unitCount(of unit: ID<Unit>, _ period: Period, _ asOf: AsOf) throws -> Int {
    try db.value("SELECT count(DISTINCT t.unit) \(units(of: unit, period, asOf))") ?? 0
  }

  /// The disciplines of members in order of day; who was disciplined twice is there twice.
  package func members(
    of unit: ID<Unit>,
    in period: Period,
    _ asOf: AsOf
  ) throws -> [DisciplinedMember] {
    var found: [DisciplinedMember] = []
    try db.each(
      """
      SELECT t.id, t.start_on, t.end_on, t.cited, t.line, t.person, r.unit, \(DisciplineStore.columns)
      \(members(of: unit, period, asOf)) ORDER BY t.start_on, t.id, r.start_on
      """
    ) { row in
      let discipline = try DisciplineStore.discipline(row, from: 7)
      let line = DisciplinedMember(
        person: try row[5],
        unit: try row[6],
        fact: try LifeStore.fact(discipline, row)
      )
      // Who changed homes on the very day is told of where they went.
      if found.last?.fact.id == line.fact.id { found.removeLast() }
      found.append(line)
    }
    return found
  }

  /// The disciplines of units in order of day.
  package func units(
    of unit: ID<Unit>,
    in period: Period,
    _ asOf: AsOf
  ) throws -> [DisciplinedUnit] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, t.cited, t.line, t.unit, \(UnitDisciplineStore.columns)
      \(units(of: unit, period, asOf)) ORDER BY t.start_on, t.id
      """
    ) { row in
      DisciplinedUnit(
        unit: try row[5],
        fact: try LifeStore.fact(try UnitDisciplineStore.discipline(row, from: 6), row)
      )
    }
  }
}
