package import Basics
package import Rules
import Storage

extension ResolutionStore {
  /// The year themes and work programmes that units in and below one laid down in a year, by unit.
  package func programmes(below unit: ID<Unit>, in period: Period, _ asOf: AsOf) throws -> [ResolutionLine] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, \(Resolution.columns), n.name
      FROM ancestry a
      JOIN resolution t ON t.unit = a.unit AND t.kind IN ('yearTheme', 'workProgramme')
        AND t.start_on >= \(period.from) AND t.start_on < \(period.until) AND \(known("t", asOf.knowledge))
      JOIN unit_name n ON n.unit = t.unit AND \(Records.asOf("n", asOf))
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf))
      ORDER BY a.depth, n.sort_key, t.unit, t.start_on, t.id
      """
    ) { try ResolutionStore.line($0) }
  }

  /// For every unit below one, the unit directly below that one under which it stands.
  package func branches(below unit: ID<Unit>, _ asOf: AsOf) throws -> [ID<Unit>: ID<Unit>] {
    var found: [ID<Unit>: ID<Unit>] = [:]
    try db.each(
      """
      SELECT b.unit, c.unit FROM ancestry c
      JOIN ancestry b ON b.ancestor = c.unit AND \(Records.asOf("b", asOf))
      WHERE c.ancestor = \(unit) AND c.depth = 1 AND \(Records.asOf("c", asOf))
      """
    ) { row in found[try row[0]] = try row[1] }
    return found
  }
}
