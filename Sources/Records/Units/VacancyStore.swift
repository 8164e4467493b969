package import Basics
package import Rules
package import Storage

/// A unit in which nobody holds a post on a day, and who held it last.
package struct Vacancy: Hashable, Sendable {
  package let unit: TreeUnit
  package let parent: ID<Unit>?
  package let parentName: String?
  package let members: Int
  /// The first day of the unit itself.
  package let began: CivilDate?
  package var last: LastHolder?
}

/// Who held a post last, and the first day without them.
package struct LastHolder: Hashable, Sendable {
  package let person: ID<Person>
  package let name: String
  package let until: CivilDate
}

/// Finds leading posts that nobody holds.
package struct VacancyStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// How many units below have no secretary on the day.
  package func count(below unit: ID<Unit>, _ asOf: AsOf) throws -> Int {
    try db.count("SELECT count(*) \(vacant(below: unit, asOf))")
  }

  /// A page of the units below that have no secretary on the day, by name.
  package func units(below unit: ID<Unit>, _ asOf: AsOf, _ range: Range<Int>) throws -> [Vacancy] {
    var found = try db.rows(
      """
      SELECT u.id, u.code, n.name, k.kind,
        (SELECT s.sector FROM unit_sector s WHERE s.unit = u.id AND \(Records.asOf("s", asOf)) LIMIT 1),
        p.parent, m.name,
        (SELECT count(*) FROM ancestry b JOIN roll r ON r.unit = b.unit AND \(Records.asOf("r", asOf))
          WHERE b.ancestor = u.id AND \(Records.asOf("b", asOf))),
        (SELECT min(f.start_on) FROM unit_kind f WHERE f.unit = u.id AND \(known("f", asOf.knowledge)))
      \(vacant(below: unit, asOf)) ORDER BY n.sort_key, u.code LIMIT \(range.count) OFFSET \(range.lowerBound)
      """
    ) { row in
      Vacancy(
        unit: TreeUnit(
          unit: try row[0],
          code: try row[1],
          name: try row[2],
          kind: try row[3],
          sector: try row[4]
        ),
        parent: try row[5],
        parentName: try row[6],
        members: try row[7],
        began: try row[8],
        last: nil
      )
    }
    let last = try lastHolders(of: found.map(\.unit.unit), asOf)
    for index in found.indices { found[index].last = last[found[index].unit.unit]?[.secretary] }
    return found
  }

  /// A sub-group has a head and no secretary.
  private func vacant(below unit: ID<Unit>, _ asOf: AsOf) -> SQL {
    """
    FROM ancestry a
    JOIN unit_kind k ON k.unit = a.unit AND \(Records.asOf("k", asOf)) AND k.kind <> 'subgroup'
    JOIN unit u ON u.id = a.unit
    JOIN unit_name n ON n.unit = u.id AND \(Records.asOf("n", asOf))
    LEFT JOIN unit_parent p ON p.unit = u.id AND \(Records.asOf("p", asOf))
    LEFT JOIN unit_name m ON m.unit = p.parent AND \(Records.asOf("m", asOf))
    WHERE a.ancestor = \(unit) AND a.depth > 0 AND \(Records.asOf("a", asOf)) AND NOT EXISTS (
      SELECT 1 FROM post h WHERE h.unit = a.unit AND h.post = 'secretary' AND \(Records.asOf("h", asOf)))
    """
  }

  /// Who held the two leading posts of each of some units last before a day: one question for all of them.
  package func lastHolders(
    of units: [ID<Unit>],
    _ asOf: AsOf
  ) throws -> [ID<Unit>: [KnownPost: LastHolder]] {
    guard !units.isEmpty else { return [:] }
    let list = SQL.join(units.map { "\($0)" }, ", ")
    let (day, knowledge) = (asOf.day, asOf.knowledge)
    var found: [ID<Unit>: [KnownPost: LastHolder]] = [:]
    try db.each(
      """
      SELECT h.unit, h.post, h.person, p.name, h.end_on FROM post h
      JOIN particulars p ON p.person = h.person AND \(known("p", knowledge))
        AND p.start_on < h.end_on AND (p.end_on IS NULL OR p.end_on >= h.end_on)
      WHERE h.unit IN (\(list)) AND h.post IN ('secretary', 'deputySecretary') AND \(known("h", knowledge))
        AND h.end_on <= \(day)
      ORDER BY h.end_on, h.id
      """
    ) { row in
      guard let post = KnownPost(rawValue: try row[1]) else { return }
      found[try row[0], default: [:]][post] = LastHolder(
        person: try row[2],
        name: try row[3],
        until: try row[4]
      )
    }
    return found
  }
}
