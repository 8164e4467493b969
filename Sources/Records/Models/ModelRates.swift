package import Basics
package import Rules
import Storage

/// How many units of a kind and sector there are, and how many of them were recognised by a model in a year.
package struct ModelRate: Hashable, Sendable {
  package let kind: UnitKind
  package let sector: Sector?
  package let units: Int
  package let recognised: Int
}

extension ModelStore {
  /// The kinds of unit there are in and below one on a day.
  package func kinds(below unit: ID<Unit>, _ asOf: AsOf) throws -> Set<UnitKind> {
    Set(
      try db.rows(
        """
        SELECT DISTINCT k.kind FROM ancestry a
        JOIN unit_kind k ON k.unit = a.unit AND \(Records.asOf("k", asOf))
        WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf))
        """
      ) { try $0[0] }
    )
  }

  /// How many units in and below one began to grade themselves by each model in a year.
  package func begun(below unit: ID<Unit>, _ year: Int, _ asOf: AsOf) throws -> [String: Int] {
    var begun: [String: Int] = [:]
    try db.each(
      """
      SELECT t.family, count(DISTINCT t.assessment) FROM ancestry a
      JOIN model_assessment t ON t.subject = a.unit AND t.year = \(year) AND \(known("t", asOf.knowledge))
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf)) GROUP BY t.family
      """
    ) { row in begun[try row[0]] = try row[1] }
    return begun
  }

  /// The units in and below one by kind and sector, with those recognised: the same that `lines` lists one by one.
  package func rates(
    below unit: ID<Unit>,
    _ family: String,
    _ year: Int,
    _ asOf: AsOf
  ) throws -> [ModelRate] {
    try db.rows(
      """
      SELECT k.kind, s.sector, count(DISTINCT a.unit), count(DISTINCT t.subject) FROM ancestry a
      JOIN unit_kind k ON k.unit = a.unit AND \(Records.asOf("k", asOf))
      LEFT JOIN unit_sector s ON s.unit = a.unit AND \(Records.asOf("s", asOf))
      LEFT JOIN model_assessment t ON t.subject = a.unit AND t.year = \(year) AND t.family = \(family)
        AND t.recognised = 1 AND \(known("t", asOf.knowledge))
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf)) GROUP BY k.kind, s.sector
      """
    ) { row in
      ModelRate(kind: try row[0], sector: try row[1], units: try row[2], recognised: try row[3])
    }
  }
}
