package import Basics
package import Rules
package import Storage

/// Counts one figure on many days at once: the points of a line, in one question.
package struct SeriesStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// A figure about the people of a day, on each of some days in their order.
  package func counts(
    _ figure: FigureName,
    of unit: ID<Unit>,
    on days: [CivilDate],
    _ knowledge: Knowledge
  ) throws -> [Int] {
    guard let first = days.min(), let last = days.max() else { return [] }
    if figure.countsTies { return try tied(figure, of: unit, on: days, knowledge) }
    let counts = try db.first(
      """
      SELECT \(SQL.join(days.map { SeriesStore.count(figure, "a", AsOf($0, knowledge)) }, ", "))
      FROM ancestry a JOIN roll r ON r.unit = a.unit
      WHERE a.ancestor = \(unit) AND \(known("a", knowledge)) AND \(known("r", knowledge))
        AND r.start_on <= \(last) AND (r.end_on IS NULL OR r.end_on > \(first))
      """
    ) { row in try days.indices.map { try row[$0] as Int } }
    return counts ?? days.map { _ in 0 }
  }

  /// A figure by other ties than the home: the ties are walked once, for all of the days.
  private func tied(
    _ figure: FigureName,
    of unit: ID<Unit>,
    on days: [CivilDate],
    _ knowledge: Knowledge
  ) throws -> [Int] {
    let counts = days.map { day -> SQL in
      let isSo: SQL = "\(holds("a", on: day)) AND \(holds("h", on: day)) AND \(holds("r", on: day))"
      return "count(DISTINCT CASE WHEN \(isSo) THEN r.person END)"
    }
    let role: AffiliationRole = figure == .inContact ? .residence : .host
    let tie: SQL = "h.role = \(role) AND \(known("h", knowledge))"
    let home: SQL = known("r", knowledge)
    let rows: SQL =
      figure == .guests
      ? "JOIN affiliation h ON h.unit = a.unit AND \(tie) JOIN roll r ON r.person = h.person AND \(home)"
      : "JOIN roll r ON r.unit = a.unit AND \(home) JOIN affiliation h ON h.person = r.person AND \(tie)"
    return try db.first(
      """
      SELECT \(SQL.join(counts, ", ")) FROM ancestry a \(rows)
      WHERE a.ancestor = \(unit) AND \(known("a", knowledge))
      """
    ) { row in try days.indices.map { try row[$0] as Int } } ?? days.map { _ in 0 }
  }

  /// How many members each unit directly below has on each of some days, whatever the tree was on them.
  package func membersBelow(
    _ unit: ID<Unit>,
    _ asOf: AsOf,
    on days: [CivilDate]
  ) throws -> [ID<Unit>: [Int]] {
    guard let first = days.min(), let last = days.max() else { return [:] }
    let knowledge = asOf.knowledge
    var found: [ID<Unit>: [Int]] = [:]
    try db.each(
      """
      SELECT c.unit, \(SQL.join(days.map { SeriesStore.count(.total, "b", AsOf($0, knowledge)) }, ", "))
      FROM ancestry c
      JOIN ancestry b ON b.ancestor = c.unit AND \(known("b", knowledge))
      JOIN roll r ON r.unit = b.unit AND \(known("r", knowledge))
        AND r.start_on <= \(last) AND (r.end_on IS NULL OR r.end_on > \(first))
      WHERE c.ancestor = \(unit) AND c.depth = 1 AND \(Records.asOf("c", asOf))
      GROUP BY c.unit
      """
    ) { row in found[try row[0]] = try days.indices.map { try row[$0 + 1] as Int } }
    return found
  }

  private static func count(_ figure: FigureName, _ branch: StaticString, _ asOf: AsOf) -> SQL {
    let day = asOf.day
    return
      "count(CASE WHEN \(holds("r", on: day)) AND \(holds(branch, on: day))\(standing(figure, asOf)) THEN 1 END)"
  }

  private static func standing(_ figure: FigureName, _ asOf: AsOf) -> SQL {
    let day = asOf.day
    return switch figure {
    case .official: " AND r.official_on <= \(day)"
    case .probationary: " AND (r.official_on IS NULL OR r.official_on > \(day))"
    case .women: " AND r.sex = 'F'"
    case .exempt: inState(.exempt, asOf)
    case .suspended: inState(.suspended, asOf)
    default: ""
    }
  }

  private static func inState(_ state: StateKind, _ asOf: AsOf) -> SQL {
    """
     AND EXISTS (SELECT 1 FROM member_state s WHERE s.person = r.person AND s.state = \(state)
      AND \(Records.asOf("s", asOf)))
    """
  }
}
