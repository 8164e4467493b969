package import Basics
package import Rules
import Storage

/// A unit directly below the one a board is of.
package struct UnitBranch: Hashable, Sendable {
  package let unit: ID<Unit>
  package let name: String
}

/// The units in and below one, as boards of thousands walk them: each with its branch, the unit directly below that one
/// under which it stands.
struct BranchWalk {
  let unit: ID<Unit>
  let asOf: AsOf

  /// The walk as rows of `unit` and `branch`, branch after branch: nothing is asked of each unit alone.
  ///
  /// The unit itself stands in no branch.
  var rows: SQL {
    """
    (SELECT b.unit AS unit, a.unit AS branch FROM ancestry a
      JOIN ancestry b ON b.ancestor = a.unit AND \(Records.asOf("b", asOf))
      WHERE a.ancestor = \(unit) AND a.depth = 1 AND \(Records.asOf("a", asOf))
      UNION ALL SELECT \(own))
    """
  }

  /// The unit itself alone, as such a row.
  var itself: SQL { "(SELECT \(own))" }

  private var own: SQL {
    """
    c.unit AS unit, CAST(NULL AS BIGINT) AS branch FROM ancestry c
    WHERE c.unit = \(unit) AND c.ancestor = \(unit) AND \(Records.asOf("c", asOf))
    """
  }

  /// The units directly below, by name.
  func branches(_ db: any Connection) throws -> [UnitBranch] {
    try db.rows(
      """
      SELECT a.unit, n.name FROM ancestry a JOIN unit_name n ON n.unit = a.unit AND \(Records.asOf("n", asOf))
      WHERE a.ancestor = \(unit) AND a.depth = 1 AND \(Records.asOf("a", asOf)) ORDER BY n.sort_key, a.unit
      """
    ) { UnitBranch(unit: try $0[0], name: try $0[1]) }
  }
}

/// What a list tells of a unit besides how it stands.
struct UnitWords {
  let code: String
  let name: String
  /// The name of the unit above it.
  let above: String?

  /// Of some units, on a day: one question.
  static func of(_ units: [ID<Unit>], _ asOf: AsOf, _ db: any Connection) throws -> [ID<Unit>: UnitWords] {
    if units.isEmpty { return [:] }
    var words: [ID<Unit>: UnitWords] = [:]
    try db.each(
      """
      SELECT n.unit, x.code, n.name, (
          SELECT m.name FROM ancestry p JOIN unit_name m ON m.unit = p.ancestor AND \(Records.asOf("m", asOf))
          WHERE p.unit = n.unit AND p.depth = 1 AND \(Records.asOf("p", asOf)))
      FROM unit_name n JOIN unit x ON x.id = n.unit
      WHERE n.unit IN (\(SQL.join(units.map { "\($0)" }, ", "))) AND \(Records.asOf("n", asOf))
      """
    ) { row in
      words[try row[0]] = UnitWords(code: try row[1], name: try row[2], above: try row[3])
    }
    return words
  }
}
