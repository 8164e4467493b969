package import Basics
package import Rules
package import Storage

/// A unit at some depth below another on a day.
package struct LevelUnit: Hashable, Sendable {
  package let unit: TreeUnit
  package let parent: ID<Unit>?
  package let depth: Int
  package let members: Int
}

/// Reads several levels of the tree at once.
package struct TreeLevels {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// The units down to so many levels below a unit, itself not among them: level by level, by name.
  package func below(_ unit: ID<Unit>, _ asOf: AsOf, levels: Int) throws -> [LevelUnit] {
    let members = try members(below: unit, asOf, levels)
    return try db.rows(
      """
      SELECT u.id, u.code, n.name, k.kind,
        (SELECT s.sector FROM unit_sector s WHERE s.unit = u.id AND \(Records.asOf("s", asOf)) LIMIT 1),
        p.parent, a.depth
      FROM ancestry a
      JOIN unit u ON u.id = a.unit
      JOIN unit_kind k ON k.unit = u.id AND \(Records.asOf("k", asOf))
      JOIN unit_name n ON n.unit = u.id AND \(Records.asOf("n", asOf))
      LEFT JOIN unit_parent p ON p.unit = u.id AND \(Records.asOf("p", asOf))
      WHERE a.ancestor = \(unit) AND a.depth > 0 AND a.depth <= \(levels) AND \(Records.asOf("a", asOf))
      ORDER BY a.depth, n.sort_key, u.code
      """
    ) { row in
      let id: ID<Unit> = try row[0]
      return LevelUnit(
        unit: TreeUnit(unit: id, code: try row[1], name: try row[2], kind: try row[3], sector: try row[4]),
        parent: try row[5],
        depth: try row[6],
        members: members[id] ?? 0
      )
    }
  }

  private func members(below unit: ID<Unit>, _ asOf: AsOf, _ levels: Int) throws -> [ID<Unit>: Int] {
    var counts: [ID<Unit>: Int] = [:]
    try db.each(
      """
      SELECT a.unit, count(*) FROM ancestry a
      JOIN ancestry b ON b.ancestor = a.unit AND \(Records.asOf("b", asOf))
      JOIN roll r ON r.unit = b.unit AND \(Records.asOf("r", asOf))
      WHERE a.ancestor = \(unit) AND a.depth > 0 AND a.depth <= \(levels) AND \(Records.asOf("a", asOf))
      GROUP BY a.unit
      """
    ) { row in counts[try row[0]] = try row[1] }
    return counts
  }

  /// Those of some units that exist on a day, as they are then, wherever they stand.
  package func existing(_ units: [ID<Unit>], _ asOf: AsOf) throws -> [ID<Unit>: TreeUnit] {
    guard !units.isEmpty else { return [:] }
    let list = SQL.join(units.map { "\($0)" }, ", ")
    let found = try db.rows(
      """
      SELECT u.id, u.code, n.name, k.kind,
        (SELECT s.sector FROM unit_sector s WHERE s.unit = u.id AND \(Records.asOf("s", asOf)) LIMIT 1)
      FROM unit u
      JOIN unit_kind k ON k.unit = u.id AND \(Records.asOf("k", asOf))
      JOIN unit_name n ON n.unit = u.id AND \(Records.asOf("n", asOf))
      WHERE u.id IN (\(list))
      """
    ) { row in
      TreeUnit(unit: try row[0], code: try row[1], name: try row[2], kind: try row[3], sector: try row[4])
    }
    return Dictionary(found.map { ($0.unit, $0) }) { first, _ in first }
  }
}
