package import Basics
package import Rules
package import Storage

/// A unit as it stands in the tree on a day.
package struct TreeUnit: Hashable, Sendable {
  package let unit: ID<Unit>
  package let code: String
  package let name: String
  package let kind: UnitKind
  package let sector: Sector?
}

/// A unit directly below another, with its headcounts.
package struct UnitBelow: Hashable, Sendable {
  package let unit: TreeUnit
  package let members: Int
  package let official: Int
  package let women: Int
  /// Admitted in the period asked for.
  package let admitted: Int
  package let hasUnitsBelow: Bool
}

/// Reads the tree on a day.
package struct TreeStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// A unit as it is on the day, `nil` when it does not exist then.
  package func unit(_ unit: ID<Unit>, _ asOf: AsOf) throws -> TreeUnit? {
    try db.first(
      """
      SELECT u.id, u.code, n.name, k.kind,
        (SELECT s.sector FROM unit_sector s WHERE s.unit = u.id AND \(Records.asOf("s", asOf)) LIMIT 1)
      FROM unit u
      JOIN unit_kind k ON k.unit = u.id AND \(Records.asOf("k", asOf))
      JOIN unit_name n ON n.unit = u.id AND \(Records.asOf("n", asOf))
      WHERE u.id = \(unit)
      """,
      TreeStore.unit
    )
  }

  private static func unit(_ row: Row) throws -> TreeUnit {
    TreeUnit(unit: try row[0], code: try row[1], name: try row[2], kind: try row[3], sector: try row[4])
  }

  /// The units above a unit, from the root down, the unit itself last.
  package func path(to unit: ID<Unit>, _ asOf: AsOf) throws -> [TreeUnit] {
    try db.rows(
      """
      SELECT u.id, u.code, n.name, k.kind,
        (SELECT s.sector FROM unit_sector s WHERE s.unit = u.id AND \(Records.asOf("s", asOf)) LIMIT 1)
      FROM ancestry a
      JOIN unit u ON u.id = a.ancestor
      JOIN unit_kind k ON k.unit = u.id AND \(Records.asOf("k", asOf))
      JOIN unit_name n ON n.unit = u.id AND \(Records.asOf("n", asOf))
      WHERE a.unit = \(unit) AND \(Records.asOf("a", asOf)) ORDER BY a.depth DESC
      """,
      TreeStore.unit
    )
  }

  /// The units directly below a unit, by name, with their headcounts of the day.
  ///
  /// `period`: for admissions; none are counted without it.
  package func below(_ unit: ID<Unit>, _ asOf: AsOf, period: Period? = nil) throws -> [UnitBelow] {
    let day = asOf.day
    let admitted: SQL =
      period.map { period in
        """
        (SELECT count(DISTINCT r.person) FROM ancestry x JOIN roll r ON r.unit = x.unit
          WHERE x.ancestor = c.unit AND \(known("x", asOf.knowledge)) AND \(known("r", asOf.knowledge))
            AND r.start_on >= \(period.from) AND r.start_on < \(period.until)
            AND r.arrival IN ('admitted', 'readmitted')
            AND x.start_on <= r.start_on AND (x.end_on IS NULL OR x.end_on > r.start_on))
        """
      } ?? "0"
    return try db.rows(
      """
      SELECT u.id, u.code, n.name, k.kind,
        (SELECT s.sector FROM unit_sector s WHERE s.unit = u.id AND \(Records.asOf("s", asOf)) LIMIT 1),
        count(r.person), count(CASE WHEN r.official_on <= \(day) THEN 1 END),
        count(CASE WHEN r.sex = 'F' THEN 1 END), \(admitted),
        EXISTS (SELECT 1 FROM ancestry y WHERE y.ancestor = c.unit AND y.depth = 1 AND \(Records.asOf("y", asOf)))
      FROM ancestry c
      JOIN unit u ON u.id = c.unit
      JOIN unit_kind k ON k.unit = u.id AND \(Records.asOf("k", asOf))
      JOIN unit_name n ON n.unit = u.id AND \(Records.asOf("n", asOf))
      JOIN ancestry b ON b.ancestor = c.unit AND \(Records.asOf("b", asOf))
      LEFT JOIN roll r ON r.unit = b.unit AND \(Records.asOf("r", asOf))
      WHERE c.ancestor = \(unit) AND c.depth = 1 AND \(Records.asOf("c", asOf))
      GROUP BY u.id, u.code, n.name, k.kind, n.sort_key, c.unit
      ORDER BY n.sort_key, u.code
      """
    ) { row in
      UnitBelow(
        unit: try TreeStore.unit(row),
        members: try row[5],
        official: try row[6],
        women: try row[7],
        admitted: try row[8],
        hasUnitsBelow: try row[9] as Int == 1
      )
    }
  }

  /// Admissions of a unit and below by month: (year, month, how many).
  package func admissionsByMonth(
    _ unit: ID<Unit>,
    _ asOf: AsOf,
    _ period: Period
  ) throws -> [(year: Int, month: Int, count: Int)] {
    var counts: [Int: Int] = [:]
    try db.each(
      "SELECT r.start_on, count(*) \(FigureStore(db: db).rows(.admitted, unit, asOf, period)) GROUP BY r.start_on"
    ) { row in
      let day: CivilDate = try row[0]
      counts[day.parts.year * 12 + day.parts.month - 1, default: 0] += try row[1] as Int
    }
    return counts.sorted { $0.key < $1.key }.map { ($0.key / 12, $0.key % 12 + 1, $0.value) }
  }

  /// Who holds a post in a unit on the day.
  package func holders(_ unit: ID<Unit>, _ asOf: AsOf) throws -> [PostHeld] {
    try db.rows(
      """
      SELECT h.id, h.person, p.name, h.post, h.start_on, h.cited FROM post h
      JOIN particulars p ON p.person = h.person AND \(Records.asOf("p", asOf))
      WHERE h.unit = \(unit) AND \(Records.asOf("h", asOf)) ORDER BY h.start_on, h.id
      """
    ) { row in
      PostHeld(
        fact: try row[0],
        person: try row[1],
        name: try row[2],
        post: try row[3],
        since: try row[4],
        cited: try row[5]
      )
    }
  }

  /// The first unit of a kind, by code, in which somebody holds a post on the day, and who.
  package func first(
    _ kind: UnitKind,
    holding post: String,
    _ asOf: AsOf
  ) throws -> (unit: ID<Unit>, person: ID<Person>)? {
    try db.first(
      """
      SELECT h.unit, h.person FROM unit u
      JOIN unit_kind k ON k.unit = u.id AND \(Records.asOf("k", asOf))
      JOIN post h ON h.unit = u.id AND h.post = \(post) AND \(Records.asOf("h", asOf))
      WHERE k.kind = \(kind) ORDER BY u.code, h.person
      """
    ) { row in (unit: try row[0], person: try row[1]) }
  }

  /// The names of what stands directly above some units on a day.
  package func namesAbove(_ units: [ID<Unit>], _ asOf: AsOf) throws -> [ID<Unit>: String] {
    guard !units.isEmpty else { return [:] }
    var found: [ID<Unit>: String] = [:]
    let list = SQL.join(units.map { "\($0)" }, ", ")
    try db.each(
      """
      SELECT p.unit, n.name FROM unit_parent p
      JOIN unit_name n ON n.unit = p.parent AND \(Records.asOf("n", asOf))
      WHERE p.unit IN (\(list)) AND \(Records.asOf("p", asOf))
      """
    ) { row in found[try row[0]] = try row[1] }
    return found
  }

  /// The roots of the tree on a day.
  package func roots(_ asOf: AsOf) throws -> [ID<Unit>] {
    try db.rows(
      """
      SELECT k.unit FROM unit_kind k
      WHERE \(Records.asOf("k", asOf)) AND k.kind IN ('centre', 'province') AND NOT EXISTS (
        SELECT 1 FROM unit_parent p WHERE p.unit = k.unit AND \(Records.asOf("p", asOf)))
      ORDER BY k.unit
      """
    ) { try $0[0] }
  }

  /// What became of a unit that has ended.
  package func successors(_ unit: ID<Unit>) throws -> [ID<Unit>] {
    try db.rows(
      "SELECT l.successor FROM lineage l WHERE l.unit = \(unit) AND \(known("l")) ORDER BY l.successor"
    ) { try $0[0] }
  }

  /// The units from which a unit took over, and the day of each.
  package func predecessors(
    _ unit: ID<Unit>,
    _ knowledge: Knowledge = .now
  ) throws -> [(unit: ID<Unit>, day: CivilDate)] {
    try db.rows(
      """
      SELECT l.unit, l.start_on FROM lineage l WHERE l.successor = \(unit) AND \(known("l", knowledge))
      ORDER BY l.start_on, l.unit
      """
    ) { (unit: try $0[0], day: try $0[1]) }
  }

  /// The last known name of a unit, whatever the day.
  package func lastName(_ unit: ID<Unit>) throws -> String {
    try db.value(
      "SELECT n.name FROM unit_name n WHERE n.unit = \(unit) AND \(known("n")) ORDER BY n.start_on DESC LIMIT 1"
    ) ?? unit.description
  }

  /// Units whose name has words that begin so, on the day; or whose code is, or with a digit begins, so.
  package func find(
    _ search: String,
    below unit: ID<Unit>,
    _ asOf: AsOf,
    limit: Int = 20
  ) throws -> [TreeUnit] {
    let words = VietnameseName.searchWords(search)
    guard !words.isEmpty else { return [] }
    let candidates = try db.rows(
      """
      SELECT u.id, u.code, n.name, k.kind,
        (SELECT s.sector FROM unit_sector s WHERE s.unit = u.id AND \(Records.asOf("s", asOf)) LIMIT 1),
        n.search_key
      FROM ancestry a
      JOIN unit u ON u.id = a.unit
      JOIN unit_kind k ON k.unit = u.id AND \(Records.asOf("k", asOf))
      JOIN unit_name n ON n.unit = u.id AND \(Records.asOf("n", asOf))
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf)) ORDER BY a.depth, n.sort_key, u.code
      """
    ) { row in (unit: try TreeStore.unit(row), key: try row[5] as String) }
    return Array(
      candidates.lazy.filter { candidate in
        let own = VietnameseName.nameWords(candidate.key)
        let code = VietnameseName.searchWords(candidate.unit.code).joined()
        return words.allSatisfy { word in
          own.contains { $0.hasPrefix(word) } || code == word
            || word.utf8.contains { (48...57).contains($0) } && code.hasPrefix(word)
        }
      }.map(\.unit).prefix(limit)
    )
  }
}

/// A post somebody holds.
package struct PostHeld: Hashable, Sendable {
  package let fact: ID<FactMark>
  package let person: ID<Person>
  package let name: String
  package let post: String
  package let since: CivilDate
  package let cited: String?
}
