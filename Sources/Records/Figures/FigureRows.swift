package import Basics
package import Rules
package import Storage

/// One person a figure of a period counts, and the day on which they were counted.
package struct CountedOnce: Hashable, Sendable {
  package let person: ID<Person>
  package let day: CivilDate
  /// The unit of the home that day.
  package let unit: ID<Unit>

  package init(person: ID<Person>, day: CivilDate, unit: ID<Unit>) {
    self.person = person
    self.day = day
    self.unit = unit
  }
}

/// One unit a figure counts, and the unit above it.
package struct UnitCounted: Hashable, Sendable {
  package let unit: TreeUnit
  package let parent: ID<Unit>?
  package let parentName: String?
}

/// Opens figures to the rows they count.
package struct FigureRows {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// The people a figure of a period counts, in order of day; each once.
  package func people(
    _ figure: FigureName,
    _ unit: ID<Unit>,
    _ asOf: AsOf,
    _ period: Period
  ) throws -> [CountedOnce] {
    let day: SQL = figure == .left ? "r.end_on" : "r.start_on"
    let rows = try db.rows(
      """
      SELECT r.person, \(day), r.unit \(FigureStore(db: db).rows(figure, unit, asOf, period))
      ORDER BY \(day), r.person
      """
    ) { row in CountedOnce(person: try row[0], day: try row[1], unit: try row[2]) }
    var seen: Set<ID<Person>> = []
    return rows.filter { seen.insert($0.person).inserted }
  }

  /// The units a figure counts, by name.
  package func units(_ figure: FigureName, below unit: ID<Unit>, _ asOf: AsOf) throws -> [UnitCounted] {
    try db.rows(
      """
      SELECT u.id, u.code, n.name, k.kind,
        (SELECT s.sector FROM unit_sector s WHERE s.unit = u.id AND \(Records.asOf("s", asOf)) LIMIT 1),
        p.parent, m.name
      FROM ancestry a
      JOIN unit_kind k ON k.unit = a.unit AND \(Records.asOf("k", asOf)) AND \(FigureStore.kinds(of: figure, asOf))
      JOIN unit u ON u.id = a.unit
      JOIN unit_name n ON n.unit = u.id AND \(Records.asOf("n", asOf))
      LEFT JOIN unit_parent p ON p.unit = u.id AND \(Records.asOf("p", asOf))
      LEFT JOIN unit_name m ON m.unit = p.parent AND \(Records.asOf("m", asOf))
      WHERE a.ancestor = \(unit) AND a.depth > 0 AND \(Records.asOf("a", asOf))
      ORDER BY n.sort_key, u.code
      """
    ) { row in
      UnitCounted(
        unit: TreeUnit(
          unit: try row[0],
          code: try row[1],
          name: try row[2],
          kind: try row[3],
          sector: try row[4]
        ),
        parent: try row[5],
        parentName: try row[6]
      )
    }
  }

  /// How many members each of some units has, with those below it.
  package func members(of units: [ID<Unit>], _ asOf: AsOf) throws -> [ID<Unit>: Int] {
    guard !units.isEmpty else { return [:] }
    var counts: [ID<Unit>: Int] = [:]
    let list = SQL.join(units.map { "\($0)" }, ", ")
    try db.each(
      """
      SELECT a.ancestor, count(*) FROM ancestry a JOIN roll r ON r.unit = a.unit
      WHERE a.ancestor IN (\(list)) AND \(Records.asOf("a", asOf)) AND \(Records.asOf("r", asOf))
      GROUP BY a.ancestor
      """
    ) { row in counts[try row[0]] = try row[1] }
    return counts
  }
}
