package import Basics
package import Rules
import Storage

/// Where a unit stands in a year by a model, in few bytes: a province has thousands of them.
package struct ModelStanding: Hashable, Sendable {
  package let unit: ID<Unit>
  /// The unit directly below the one asked about under which it stands; `nil` for that one itself.
  package let branch: ID<Unit>?
  package let kind: UnitKind
  package let state: ModelState
  package let assessment: ID<FactMark>?
}

/// The units in and below one on the last day of a year, by name, with what they began in it by whichever model.
package struct ModelBoard: Sendable {
  struct Place: Sendable {
    let unit: ID<Unit>
    let branch: ID<Unit>?
    let kind: UnitKind
    let sector: Sector?
  }

  struct Begun: Sendable {
    let key: ID<FactMark>
    let state: ModelState
    let from: CivilDate
  }

  let places: [Place]
  /// By the family of the model, then by the unit assessed.
  let begun: [String: [ID<Unit>: Begun]]
  /// The units directly below, by name.
  package let branches: [UnitBranch]
  /// The kinds of unit there are.
  package let kinds: Set<UnitKind>

  /// The model by which most units are assessed; `nil` where nobody has begun.
  package func most(of families: [String]) -> String? {
    if begun.isEmpty { return nil }
    return families.max { (begun[$0]?.count ?? 0) < (begun[$1]?.count ?? 0) }
  }

  /// How the units stand that a model is for, in the order of the board.
  package func standings(_ family: String, by model: EvaluationModel) -> [ModelStanding] {
    let begun = begun[family] ?? [:]
    var known: [UnitKind: [Sector?: Bool]] = [:]
    return places.compactMap { place in
      let takes: Bool
      if let found = known[place.kind]?[place.sector] {
        takes = found
      } else {
        takes = model.profile(of: place.kind, in: place.sector) != nil
        known[place.kind, default: [:]][place.sector] = takes
      }
      guard takes else { return nil }
      let assessment = begun[place.unit]
      return ModelStanding(
        unit: place.unit,
        branch: place.branch,
        kind: place.kind,
        state: assessment?.state ?? .nothing,
        assessment: assessment?.key
      )
    }
  }
}

extension ModelStore {
  /// The board of a year: three questions, whatever the number of units; names and decisions are read of the page shown.
  ///
  /// The units are those of the day; an assessment is that of the unit itself, whoever answers for it since.
  package func board(below unit: ID<Unit>, _ year: Int, _ asOf: AsOf) throws -> ModelBoard {
    let walk = BranchWalk(unit: unit, asOf: asOf)
    let places = try db.rows(
      """
      SELECT w.unit, w.branch, k.kind, s.sector FROM \(walk.rows) w
      JOIN unit x ON x.id = w.unit
      JOIN unit_kind k ON k.unit = w.unit AND \(Records.asOf("k", asOf))
      JOIN unit_name n ON n.unit = w.unit AND \(Records.asOf("n", asOf))
      LEFT JOIN unit_sector s ON s.unit = w.unit AND \(Records.asOf("s", asOf))
      ORDER BY n.sort_key, x.code
      """
    ) { row in
      ModelBoard.Place(unit: try row[0], branch: try row[1], kind: try row[2], sector: try row[3])
    }
    var begun: [String: [ID<Unit>: ModelBoard.Begun]] = [:]
    try db.each(
      """
      SELECT t.family, t.subject, t.stage, t.recognised, t.start_on, t.assessment FROM ancestry a
      JOIN model_assessment t ON t.subject = a.unit AND t.year = \(year) AND \(known("t", asOf.knowledge))
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf))
      """
    ) { row in
      let (family, subject): (String, ID<Unit>) = (try row[0], try row[1])
      let from: CivilDate = try row[4]
      // Of one that an heir took over, the heir's stands.
      if let other = begun[family]?[subject], other.from > from { return }
      let recognised: Int? = try row[3]
      let state = ModelState(try row[2], isRecognised: recognised.map { $0 == 1 })
      begun[family, default: [:]][subject] = ModelBoard.Begun(key: try row[5], state: state, from: from)
    }
    return ModelBoard(
      places: places,
      begun: begun,
      branches: try walk.branches(db),
      kinds: Set(places.map(\.kind))
    )
  }

  /// All that a list tells of some units, in the same order: two questions for each five hundred.
  package func lines(of standings: [ModelStanding], _ asOf: AsOf) throws -> [ModelLine] {
    var lines: [ModelLine] = []
    for block in standings.chunks(of: 500) {
      let words = try UnitWords.of(block.map(\.unit), asOf, db)
      let assessments = try assessments(block.compactMap(\.assessment), asOf.knowledge)
      for standing in block {
        guard let unit = words[standing.unit] else { continue }
        lines.append(
          ModelLine(
            unit: standing.unit,
            code: unit.code,
            name: unit.name,
            above: unit.above,
            kind: standing.kind,
            assessment: standing.assessment.flatMap { assessments[$0] }
          )
        )
      }
    }
    return lines
  }

  /// Assessments as they stand with whoever answers for them last.
  private func assessments(
    _ keys: [ID<FactMark>],
    _ knowledge: Knowledge
  ) throws -> [ID<FactMark>: ModelAssessment] {
    if keys.isEmpty { return [:] }
    var found: [ID<FactMark>: ModelAssessment] = [:]
    try db.each(
      """
      SELECT \(ModelAssessment.columns) FROM model_assessment t
      WHERE t.assessment IN (\(SQL.join(keys.map { "\($0)" }, ", "))) AND \(known("t", knowledge))
      ORDER BY t.start_on
      """
    ) { row in
      let assessment = try ModelAssessment(row, from: 0)
      found[assessment.key] = assessment
    }
    return found
  }
}
