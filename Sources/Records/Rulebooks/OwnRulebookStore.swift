package import Basics
import RulebookFiles
package import Rules
package import Storage

/// A regulation as an office wrote it: whose it is, which regulation it is a version of, and its text.
package struct OwnRulebook: Hashable, Sendable {
  package var unit: ID<Unit>
  package var family: String
  package var name: String
  package var body: String
}

/// How many belong to a unit, as rules about the form of units read it.
package struct UnitSize: Hashable, Sendable {
  package let unit: ID<Unit>
  package let kind: UnitKind
  package let name: String
  package let members: Int
  package let official: Int
}

/// Reads the regulations that offices put in force themselves.
package struct OwnRulebookStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// Those that hold for a unit: its own, and those of the units above it, the highest first.
  package func holding(for unit: ID<Unit>, _ asOf: AsOf) throws -> [OwnRulebook] {
    try db.rows(
      """
      SELECT v.unit, v.family, v.name, v.body FROM rulebook_version v
      JOIN ancestry a ON a.ancestor = v.unit AND a.unit = \(unit) AND \(Records.asOf("a", asOf))
      WHERE \(known("v", asOf.knowledge)) ORDER BY a.depth DESC, v.start_on, v.id
      """
    ) { row in OwnRulebook(unit: try row[0], family: try row[1], name: try row[2], body: try row[3]) }
  }

  /// The regulations as they hold for a unit: those shipped, and over them its own and those of the units above it.
  package func library(
    over shipped: RulebookLibrary,
    for unit: ID<Unit>,
    _ asOf: AsOf
  ) throws -> RulebookLibrary {
    try holding(for: unit, asOf).reduce(shipped) { library, version in
      guard let book = try? RulebookFile.read(version.body, name: version.name).get() else { return library }
      return library.adding(book)
    }
  }

  /// Whether any office has put a version of its own in force.
  func hasAny() throws -> Bool {
    try db.exists("SELECT 1 FROM rulebook_version v WHERE \(known("v"))")
  }

  /// A unit's own versions of one regulation, in order of day.
  func versions(of family: String, _ unit: ID<Unit>) throws -> [Fact<OwnRulebook>] {
    try db.rows(
      """
      SELECT v.id, v.start_on, v.end_on, v.cited, v.line, v.name, v.body FROM rulebook_version v
      WHERE v.unit = \(unit) AND v.family = \(family) AND \(known("v")) ORDER BY v.start_on, v.id
      """
    ) { row in
      guard let span = Span(from: try row[1], until: try row[2]) else {
        throw StorageError.unreadable("span")
      }
      let book = OwnRulebook(unit: unit, family: family, name: try row[5], body: try row[6])
      return Fact(book, span, id: try row[0], cited: try row[3], line: try row[4])
    }
  }

  /// Every committee and cell of the base at or below a unit, with its members on the day.
  package func sizes(below unit: ID<Unit>, _ asOf: AsOf) throws -> [UnitSize] {
    try db.rows(
      """
      SELECT k.unit, k.kind, n.name, count(r.person),
        coalesce(sum(CASE WHEN r.official_on <= \(asOf.day) THEN 1 ELSE 0 END), 0)
      FROM ancestry a
      JOIN unit_kind k ON k.unit = a.unit AND \(Records.asOf("k", asOf))
      JOIN unit_name n ON n.unit = a.unit AND \(Records.asOf("n", asOf))
      JOIN ancestry b ON b.ancestor = a.unit AND \(Records.asOf("b", asOf))
      LEFT JOIN roll r ON r.unit = b.unit AND \(Records.asOf("r", asOf))
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf)) AND k.kind IN ('baseCommittee', 'baseCell', 'cell')
      GROUP BY k.unit, k.kind, n.name, n.sort_key ORDER BY n.sort_key, k.unit
      """
    ) { row in
      UnitSize(
        unit: try row[0],
        kind: try row[1],
        name: try row[2],
        members: try row[3],
        official: try row[4]
      )
    }
  }
}
