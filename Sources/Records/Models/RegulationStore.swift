package import Basics
package import Rules
package import Storage

/// A unit of the register of working regulations, with the one in force.
package struct RegulationLine: Hashable, Sendable {
  package let unit: ID<Unit>
  package let code: String
  package let name: String
  /// The name of the unit above it.
  package let above: String?
  package let kind: UnitKind
  /// The unit directly below the one asked about under which it stands; `nil` for that one itself.
  package let branch: ID<Unit>?
  /// The last day on which others were merged into it, or it was founded from others.
  package let reorganised: CivilDate?
  package let kept: KeptRegulation?
  /// From when it is in force.
  package let from: CivilDate?

  package func verdict(by reading: RegulationReading) -> Verdict {
    reading.verdict(kept?.regulation, reorganised: reorganised, isApproved: above != nil)
  }

  package func state(by reading: RegulationReading) -> RegulationState {
    reading.state(kept?.regulation, reorganised: reorganised, isApproved: above != nil)
  }
}

/// Reads the working regulations of units.
package struct RegulationStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// All that a unit had, the newest first.
  package func regulations(
    of unit: ID<Unit>,
    _ knowledge: Knowledge = .now
  ) throws -> [Fact<KeptRegulation>] {
    try facts("t.unit = \(unit)", knowledge)
  }

  package func regulation(
    _ key: ID<FactMark>,
    _ knowledge: Knowledge = .now
  ) throws -> Fact<KeptRegulation>? {
    try facts("t.regulation = \(key)", knowledge).first
  }

  private func facts(_ condition: SQL, _ knowledge: Knowledge) throws -> [Fact<KeptRegulation>] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, \(KeptRegulation.columns) FROM working_regulation t
      WHERE \(condition) AND \(known("t", knowledge)) ORDER BY t.start_on DESC, t.id DESC
      """
    ) { row in try MeetingStore.fact(row) { try KeptRegulation($0, from: 3) } }
  }

  /// Every unit in and below one that works by a regulation, with the one in force on the day: one question.
  package func lines(below unit: ID<Unit>, _ asOf: AsOf) throws -> [RegulationLine] {
    try lines("a.ancestor = \(unit)", asOf)
  }

  /// One unit alone.
  package func line(of unit: ID<Unit>, _ asOf: AsOf) throws -> RegulationLine {
    try lines("a.unit = \(unit) AND a.depth = 0", asOf).first
      ?? RegulationLine(
        unit: unit,
        code: "",
        name: "",
        above: nil,
        kind: .subgroup,
        branch: nil,
        reorganised: nil,
        kept: nil,
        from: nil
      )
  }

  private func lines(_ condition: SQL, _ asOf: AsOf) throws -> [RegulationLine] {
    try db.rows(
      """
      SELECT a.unit, x.code, n.name, k.kind, (
          SELECT b.ancestor FROM ancestry b
          WHERE b.unit = a.unit AND b.depth = a.depth - 1 AND \(Records.asOf("b", asOf))),
        (SELECT max(l.start_on) FROM lineage l
          WHERE l.successor = a.unit AND l.start_on <= \(asOf.day) AND \(known("l", asOf.knowledge))),
        \(UnitAbove.name("a", asOf)), t.start_on, \(KeptRegulation.columns)
      FROM ancestry a
      JOIN unit x ON x.id = a.unit
      JOIN unit_kind k ON k.unit = a.unit AND \(Records.asOf("k", asOf)) AND k.kind NOT IN ('centre', 'subgroup')
      JOIN unit_name n ON n.unit = a.unit AND \(Records.asOf("n", asOf))
      LEFT JOIN working_regulation t ON t.unit = a.unit AND \(Records.asOf("t", asOf))
      WHERE \(condition) AND \(Records.asOf("a", asOf)) ORDER BY n.sort_key, x.code
      """
    ) { row in
      let from: CivilDate? = try row[7]
      return RegulationLine(
        unit: try row[0],
        code: try row[1],
        name: try row[2],
        above: try row[6],
        kind: try row[3],
        branch: try row[4],
        reorganised: try row[5],
        kept: from == nil ? nil : try KeptRegulation(row, from: 8),
        from: from
      )
    }
  }
}

/// The unit directly above one, in a list of units.
enum UnitAbove {
  /// Its name on the day, for each row of ancestry under this alias; empty at the top.
  static func name(_ alias: StaticString, _ asOf: AsOf) -> SQL {
    """
    (SELECT m.name FROM ancestry p JOIN unit_name m ON m.unit = p.ancestor AND \(Records.asOf("m", asOf))
      WHERE p.unit = \(name: alias).unit AND p.depth = 1 AND \(Records.asOf("p", asOf)))
    """
  }
}
