package import Basics
package import Rules
package import Storage

/// Where a unit stands with its working regulation, in few bytes: a province has thousands of them.
package struct RegulationStanding: Hashable, Sendable {
  package let unit: ID<Unit>
  /// The unit directly below the one asked about under which it stands; `nil` for that one itself.
  package let branch: ID<Unit>?
  package let kind: UnitKind
  package let facts: RegulationFacts
}

/// A unit of the register of working regulations, with the one in force.
package struct RegulationLine: Hashable, Sendable {
  package let unit: ID<Unit>
  package let code: String
  package let name: String
  /// The name of the unit above it.
  package let above: String?
  package let kind: UnitKind
  package let facts: RegulationFacts
  package let kept: KeptRegulation?
  /// From when it is in force.
  package let from: CivilDate?
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

  /// By which entry of the journal each regulation of a unit was entered, or approved once it is: what is to be annulled
  /// first when that was a mistake.
  package func lastEntries(of unit: ID<Unit>) throws -> [ID<FactMark>: Int64] {
    var (entered, approved): ([ID<FactMark>: Int64], Set<ID<FactMark>>) = ([:], [])
    for fact in try regulations(of: unit) where fact.value.regulation.approval != nil {
      approved.insert(fact.value.regulation.key)
    }
    // any knowledge: whoever enters the next one writes this one again too, so that the first entry is its own.
    try db.each(
      """
      SELECT t.regulation, e.operation, min(e.seq), max(e.seq) FROM working_regulation t
      JOIN entry e ON e.seq = t.recorded
      WHERE t.unit = \(unit) AND e.operation IN (\(EnterRegulation.operation), \(ApproveRegulation.operation))
      GROUP BY t.regulation, e.operation
      """
    ) { row in
      let key: ID<FactMark> = try row[0]
      let isApproval = try row[1] as String == ApproveRegulation.operation
      if isApproval == approved.contains(key) { entered[key] = isApproval ? try row[3] : try row[2] }
    }
    return entered
  }

  /// Every unit in and below one that works by a regulation with how it stands on the day, by name: one question.
  package func standings(below unit: ID<Unit>, _ asOf: AsOf) throws -> [RegulationStanding] {
    try standings(BranchWalk(unit: unit, asOf: asOf).rows, asOf)
  }

  /// One unit alone; `nil` for one that works by no regulation of its own.
  package func standing(of unit: ID<Unit>, _ asOf: AsOf) throws -> RegulationStanding? {
    try standings(BranchWalk(unit: unit, asOf: asOf).itself, asOf).first
  }

  /// The units directly below one, by name.
  package func branches(below unit: ID<Unit>, _ asOf: AsOf) throws -> [UnitBranch] {
    try BranchWalk(unit: unit, asOf: asOf).branches(db)
  }

  private func standings(_ walk: SQL, _ asOf: AsOf) throws -> [RegulationStanding] {
    try db.rows(
      """
      SELECT w.unit, w.branch, k.kind, t.adopted, t.approved, (
          SELECT max(l.start_on) FROM lineage l
          WHERE l.successor = w.unit AND l.start_on <= \(asOf.day) AND \(known("l", asOf.knowledge))),
        CASE WHEN w.branch IS NOT NULL OR EXISTS (
          SELECT 1 FROM ancestry p WHERE p.unit = w.unit AND p.depth = 1 AND \(Records.asOf("p", asOf)))
          THEN 1 ELSE 0 END
      FROM \(walk) w
      JOIN unit x ON x.id = w.unit
      JOIN unit_kind k ON k.unit = w.unit AND \(Records.asOf("k", asOf)) AND k.kind NOT IN ('centre', 'subgroup')
      JOIN unit_name n ON n.unit = w.unit AND \(Records.asOf("n", asOf))
      LEFT JOIN working_regulation t ON t.unit = w.unit AND \(Records.asOf("t", asOf))
      ORDER BY n.sort_key, x.code
      """
    ) { row in
      let approved: CivilDate? = try row[4]
      return RegulationStanding(
        unit: try row[0],
        branch: try row[1],
        kind: try row[2],
        facts: RegulationFacts(
          adopted: try row[3],
          isApproved: approved != nil,
          needsApproval: try row[6] as Int == 1,
          reorganised: try row[5]
        )
      )
    }
  }

  /// All that a list tells of some units, in the same order: two questions for each five hundred.
  package func lines(of standings: [RegulationStanding], _ asOf: AsOf) throws -> [RegulationLine] {
    var lines: [RegulationLine] = []
    for block in standings.chunks(of: 500) {
      let words = try UnitWords.of(block.map(\.unit), asOf, db)
      let held = try held(block.filter { $0.facts.adopted != nil }.map(\.unit), asOf)
      for standing in block {
        guard let unit = words[standing.unit] else { continue }
        lines.append(
          RegulationLine(
            unit: standing.unit,
            code: unit.code,
            name: unit.name,
            above: unit.above,
            kind: standing.kind,
            facts: standing.facts,
            kept: held[standing.unit]?.kept,
            from: held[standing.unit]?.from
          )
        )
      }
    }
    return lines
  }

  /// The regulations in force of some units.
  private func held(
    _ units: [ID<Unit>],
    _ asOf: AsOf
  ) throws -> [ID<Unit>: (kept: KeptRegulation, from: CivilDate)] {
    if units.isEmpty { return [:] }
    var found: [ID<Unit>: (kept: KeptRegulation, from: CivilDate)] = [:]
    try db.each(
      """
      SELECT t.start_on, \(KeptRegulation.columns) FROM working_regulation t
      WHERE t.unit IN (\(SQL.join(units.map { "\($0)" }, ", "))) AND \(Records.asOf("t", asOf))
      """
    ) { row in
      let kept = try KeptRegulation(row, from: 1)
      found[kept.regulation.unit] = (kept, try row[0])
    }
    return found
  }
}
