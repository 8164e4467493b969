package import Basics
package import Rules
import Storage

/// Which decisions are asked for.
package struct DecisionQuestion: Hashable, Sendable {
  /// How the number begins; empty for any.
  package var number = ""
  /// The first day of signing, and the first day after the last.
  package var from: CivilDate?
  package var until: CivilDate?
  package var issuer: ID<Unit>?
  /// The units in and below which they must have been issued or have changed something; `nil` for all there are.
  package var reach: [ID<Unit>]?
  package let today: CivilDate

  package init(today: CivilDate) {
    self.today = today
  }
}

/// A decision on the list, with how many entries carried it out.
package struct ListedDecision: Hashable, Sendable {
  package let decision: FiledDecision
  package let entries: Int
}

extension DecisionStore {
  /// The decisions asked for, the newest first, from after one of them on.
  package func list(
    _ question: DecisionQuestion,
    after: (signed: CivilDate, id: ID<Decision>)? = nil,
    limit: Int
  ) throws -> [ListedDecision] {
    var parts: [SQL] = ["1 = 1"]
    if !question.number.isEmpty {
      parts.append("d.number >= \(question.number) AND d.number < \(question.number + "\u{10ffff}")")
    }
    if let from = question.from { parts.append("d.signed_on >= \(from)") }
    if let until = question.until { parts.append("d.signed_on < \(until)") }
    if let issuer = question.issuer { parts.append("d.issuer = \(issuer)") }
    if let after { parts.append("(d.signed_on, d.id) < (\(after.signed), \(after.id))") }
    if let reach = question.reach { parts.append(DecisionStore.touches(reach, AsOf(question.today))) }
    return try db.rows(
      """
      SELECT \(DecisionStore.columns), (SELECT n.name FROM unit_name n WHERE n.unit = d.issuer AND \(known("n"))
        ORDER BY n.start_on DESC LIMIT 1), (SELECT count(*) FROM entry e WHERE e.decision = d.id)
      FROM decision d WHERE \(SQL.join(parts, " AND ")) ORDER BY d.signed_on DESC, d.id DESC LIMIT \(limit)
      """
    ) { row in ListedDecision(decision: try DecisionStore.filed(row), entries: try row[7]) }
  }

  /// Issued in a unit of the reach or below, or carried out on somebody or something there.
  ///
  /// Cross joins keep the order in which they are written: from the decision's few entries up to the units.
  private static func touches(_ reach: [ID<Unit>], _ asOf: AsOf) -> SQL {
    let list = reach.isEmpty ? "0" : SQL.join(reach.map { "\($0)" }, ", ")
    let below: SQL = "a.ancestor IN (\(list)) AND \(Records.asOf("a", asOf))"
    func through(_ table: StaticString) -> SQL {
      // any knowledge: what a decision did stays told when it is later known otherwise.
      """
      EXISTS (SELECT 1 FROM entry e CROSS JOIN \(name: table) t CROSS JOIN ancestry a
        WHERE e.decision = d.id AND t.recorded = e.seq AND a.unit = t.unit AND \(below))
      """
    }
    let tables: [StaticString] = [
      "affiliation", "post", "unit_name", "unit_kind", "unit_parent", "unit_sector",
    ]
    // any knowledge: a recognition touches the member where they are at home today.
    let terms: SQL = """
      EXISTS (SELECT 1 FROM entry e CROSS JOIN membership_term t CROSS JOIN roll r CROSS JOIN ancestry a
        WHERE e.decision = d.id AND t.recorded = e.seq AND r.person = t.person AND \(Records.asOf("r", asOf))
          AND a.unit = r.unit AND \(below))
      """
    let issued: SQL = "EXISTS (SELECT 1 FROM ancestry a WHERE a.unit = d.issuer AND \(below))"
    return "(\(SQL.join([issued] + tables.map(through) + [terms], " OR ")))"
  }
}
