package import Basics
package import Rules
package import Storage

/// How many units of one kind and one sector stand below a unit.
package struct KindCount: Hashable, Sendable {
  package let kind: UnitKind
  /// `nil`: none is recorded.
  package let sector: Sector?
  package let units: Int
}

/// A unit of a list by kind and sector, and how many members have their home in it itself.
package struct HomeUnit: Hashable, Sendable {
  package let unit: TreeUnit
  package let parent: ID<Unit>?
  package let parentName: String?
  package let homes: Int
}

/// Which units of a branch are asked for, by kind and by sector.
package struct KindQuestion: Hashable, Sendable {
  /// One sector, or none recorded.
  package enum SectorAsked: Hashable, Sendable {
    case one(Sector)
    case unrecorded
  }

  package var unit: ID<Unit>
  package var asOf: AsOf
  package var kind: UnitKind?
  package var sector: SectorAsked?
  /// Only units that are some member's home, the unit itself among them; else all below it.
  package var isOfHomes: Bool

  package init(
    unit: ID<Unit>,
    asOf: AsOf,
    kind: UnitKind? = nil,
    sector: SectorAsked? = nil,
    isOfHomes: Bool = false
  ) {
    self.unit = unit
    self.asOf = asOf
    self.kind = kind
    self.sector = sector
    self.isOfHomes = isOfHomes
  }
}

/// Counts units by what they are and what they work in.
package struct KindStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// The units below by kind and sector.
  package func counts(below unit: ID<Unit>, _ asOf: AsOf) throws -> [KindCount] {
    try db.rows(
      """
      SELECT k.kind, s.sector, count(*) FROM ancestry a
      JOIN unit_kind k ON k.unit = a.unit AND \(Records.asOf("k", asOf))
      LEFT JOIN unit_sector s ON s.unit = a.unit AND \(Records.asOf("s", asOf))
      WHERE a.ancestor = \(unit) AND a.depth > 0 AND \(Records.asOf("a", asOf))
      GROUP BY k.kind, s.sector
      """
    ) { row in KindCount(kind: try row[0], sector: try row[1], units: try row[2]) }
  }

  /// The members of a unit and below by the sector of the unit their home is in.
  package func members(of unit: ID<Unit>, _ asOf: AsOf) throws -> [Sector?: Int] {
    var counts: [Sector?: Int] = [:]
    try db.each(
      """
      SELECT s.sector, count(*) FROM ancestry a
      JOIN roll r ON r.unit = a.unit AND \(Records.asOf("r", asOf))
      LEFT JOIN unit_sector s ON s.unit = a.unit AND \(Records.asOf("s", asOf))
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf))
      GROUP BY s.sector
      """
    ) { row in counts[try row[0] as Sector?] = try row[1] }
    return counts
  }

  /// How many units a question finds, and how many members have their home in one of them.
  package func count(_ question: KindQuestion) throws -> (units: Int, homes: Int) {
    let counts = try db.first(
      """
      SELECT count(DISTINCT a.unit), count(r.person) FROM ancestry a
      \(rows(question))
      LEFT JOIN roll r ON r.unit = a.unit AND \(Records.asOf("r", question.asOf))
      WHERE a.ancestor = \(question.unit) AND \(Records.asOf("a", question.asOf)) AND \(condition(question))
      """
    ) { row in (units: try row[0] as Int, homes: try row[1] as Int) }
    return counts ?? (0, 0)
  }

  /// A page of the units a question finds, by name.
  package func units(_ question: KindQuestion, _ range: Range<Int>) throws -> [HomeUnit] {
    let asOf = question.asOf
    return try db.rows(
      """
      SELECT u.id, u.code, n.name, k.kind, s.sector, p.parent, m.name,
        (SELECT count(*) FROM roll r WHERE r.unit = a.unit AND \(Records.asOf("r", asOf)))
      FROM ancestry a
      \(rows(question))
      JOIN unit u ON u.id = a.unit
      JOIN unit_name n ON n.unit = a.unit AND \(Records.asOf("n", asOf))
      LEFT JOIN unit_parent p ON p.unit = a.unit AND \(Records.asOf("p", asOf))
      LEFT JOIN unit_name m ON m.unit = p.parent AND \(Records.asOf("m", asOf))
      WHERE a.ancestor = \(question.unit) AND \(Records.asOf("a", asOf)) AND \(condition(question))
      ORDER BY n.sort_key, u.code LIMIT \(range.count) OFFSET \(range.lowerBound)
      """
    ) { row in
      HomeUnit(
        unit: TreeUnit(
          unit: try row[0],
          code: try row[1],
          name: try row[2],
          kind: try row[3],
          sector: try row[4]
        ),
        parent: try row[5],
        parentName: try row[6],
        homes: try row[7]
      )
    }
  }

  private func rows(_ question: KindQuestion) -> SQL {
    """
    JOIN unit_kind k ON k.unit = a.unit AND \(Records.asOf("k", question.asOf))
    LEFT JOIN unit_sector s ON s.unit = a.unit AND \(Records.asOf("s", question.asOf))
    """
  }

  private func condition(_ question: KindQuestion) -> SQL {
    var parts: [SQL] = [
      question.isOfHomes
        ? "EXISTS (SELECT 1 FROM roll h WHERE h.unit = a.unit AND \(Records.asOf("h", question.asOf)))"
        : "a.depth > 0"
    ]
    if let kind = question.kind { parts.append("k.kind = \(kind)") }
    switch question.sector {
    case .one(let sector): parts.append("s.sector = \(sector)")
    case .unrecorded: parts.append("s.sector IS NULL")
    case nil: break
    }
    return SQL.join(parts, " AND ")
  }
}
