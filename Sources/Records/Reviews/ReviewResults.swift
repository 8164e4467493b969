package import Basics
package import Rules
package import Storage

/// The results of a whole round, one subject after the other, never all of them at once.
package struct ReviewResults {
  package let db: any Connection
  package let round: ReviewRound
  private let sheet: ReviewSheet

  package init(
    db: any Connection,
    _ round: ReviewRound,
    by library: RulebookLibrary,
    _ knowledge: Knowledge = .now
  ) {
    self.db = db
    self.round = round
    sheet = ReviewSheet(db: db, round, by: library, knowledge)
  }

  /// Every subject of the round, once: base organisation by base organisation, then the units above them.
  ///
  /// `top`: those of a unit and below alone; without it, those of the whole round.
  package func each(below top: ID<Unit>? = nil, _ take: (ReviewLine) throws -> Void) throws {
    let top = top ?? round.unit
    let units: [(unit: ID<Unit>, kind: UnitKind, parent: ID<Unit>?)] = try db.rows(
      """
      SELECT k.unit, k.kind, u.parent FROM ancestry a
      JOIN unit_kind k ON k.unit = a.unit AND \(asOf("k", sheet.asOf))
      LEFT JOIN unit_parent u ON u.unit = k.unit AND \(asOf("u", sheet.asOf))
      WHERE a.ancestor = \(top) AND \(asOf("a", sheet.asOf)) ORDER BY a.depth, k.unit
      """
    ) { row in (try row[0], try row[1], try row[2]) }
    // Units whose people are taken together with those of a unit above.
    var taken: Set<ID<Unit>> = []
    for (unit, kind, parent) in units {
      if let parent, taken.contains(parent) {
        taken.insert(unit)
        continue
      }
      switch kind {
      // A base organisation; in a round of a cell or of a part of a base committee, that.
      case .baseCommittee, .baseCell, .sectionCommittee, .cell, .subgroup:
        taken.insert(unit)
        try sheet.lines(.home(unit)).forEach(take)
      // A member may be at home in a committee itself.
      case .centre, .province, .superiorCommittee: try sheet.lines(.directly(in: unit)).forEach(take)
      }
    }
  }

  /// The digest of all results, and how many subjects the round itself still has to decide about.
  ///
  /// Who decides above the unit that holds the round is not waited for, nor those nothing was assigned to.
  package func digest() throws -> (hash: String, waiting: Int) {
    let digest = Digest()
    var waiting = 0
    let within = Set(
      try db.rows(
        "SELECT a.unit FROM ancestry a WHERE a.ancestor = \(round.unit) AND \(asOf("a", sheet.asOf))"
      ) { try $0[0] as ID<Unit> }
    )
    try each { line in
      digest.add(line.result)
      guard let decider = line.way.decider, within.contains(decider) else { return }
      if ![.decided, .assignFirst, .noEvaluator].contains(line.state) { waiting += 1 }
    }
    return (digest.finish().hex, waiting)
  }

  /// The digest worked out again from what was known when the round was published.
  package func isAsPublished() throws -> Bool {
    try digest().hash == round.hash
  }
}

extension ReviewLine {
  /// The result of a subject, as a line of text that is the same whenever it is worked out.
  package var result: String {
    let decision = said.decision
    return [
      subject.told, way.sort.rawValue, unit.description, state.rawValue, decision?.rating?.rawValue ?? "",
      said.score?.description ?? "", byRule?.rawValue ?? "", decision?.reason ?? "",
    ]
    .joined(separator: "\t") + "\n"
  }
}

extension ReviewSubject {
  /// Whom a review is of, as results and the journal write it.
  var told: String {
    switch self {
    case .person(let person): "person \(person)"
    case .organisation(let unit): "organisation \(unit)"
    case .collective(let unit): "collective \(unit)"
    }
  }
}
