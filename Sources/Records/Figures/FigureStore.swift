package import Basics
package import Rules
package import Storage

/// Counts figures, and opens them to the rows they count.
package struct FigureStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// Every figure about a unit on a day; those over a period only when one is given, those by other ties than the
  /// home and those of tasks and resolutions only when they are asked for.
  package func figures(
    of unit: ID<Unit>,
    _ asOf: AsOf,
    period: Period? = nil,
    ties: Bool = false,
    work: Bool = false
  ) throws -> [FigureName: Int] {
    var figures = try unitFigures(below: unit, asOf)
    try figures.merge(memberFigures(of: unit, asOf)) { $1 }
    try figures.merge(stateFigures(of: unit, asOf)) { $1 }
    for figure in FigureName.allCases where ties && figure.countsTies {
      figures[figure] = try count(figure, unit, asOf, nil)
    }
    if work { try figures.merge(WorkFigureStore(db: db).figures(unit, asOf, period)) { $1 } }
    if let period {
      figures[.admitted] = try db.count(
        "SELECT count(DISTINCT r.person) \(rows(.admitted, unit, asOf, period))"
      )
      figures[.left] = try db.count("SELECT count(DISTINCT r.person) \(rows(.left, unit, asOf, period))")
    }
    return figures
  }

  /// The headcounts of a unit and below.
  package func memberFigures(of unit: ID<Unit>, _ asOf: AsOf) throws -> [FigureName: Int] {
    let day = asOf.day
    let branch: SQL = """
      FROM ancestry a JOIN roll r ON r.unit = a.unit
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf)) AND \(known("r", asOf.knowledge))
        AND r.start_on <= \(day)
      """
    // Those still here, and those who went later: each a run of one index, where "or" would read all.
    var counted = (total: 0, official: 0, women: 0)
    for stay in ["r.end_on IS NULL", "r.end_on > \(day)"] as [SQL] {
      try db.each(
        """
        SELECT count(*), count(CASE WHEN r.official_on <= \(day) THEN 1 END), count(CASE WHEN r.sex = 'F' THEN 1 END)
        \(branch) AND \(stay)
        """
      ) { row in
        counted.total += try row[0] as Int
        counted.official += try row[1] as Int
        counted.women += try row[2] as Int
      }
    }
    let (total, official, women) = counted
    return [.total: total, .official: official, .probationary: total - official, .women: women]
  }

  /// How many members of a unit and below are excused, and how many suspended.
  private func stateFigures(of unit: ID<Unit>, _ asOf: AsOf) throws -> [FigureName: Int] {
    var figures: [FigureName: Int] = [.exempt: 0, .suspended: 0]
    try db.each(
      """
      SELECT f.state, count(DISTINCT r.person) \(inStates([.exempt, .suspended], in: "a.ancestor = \(unit)", asOf))
      GROUP BY f.state
      """
    ) { row in figures[try row[0] as StateKind == .exempt ? .exempt : .suspended] = try row[1] }
    return figures
  }

  /// The members in some states, called `f`, with their stays as `r`: few are in such a state and many belong, so
  /// that the walk goes from those few.
  private func inStates(_ states: [StateKind], in branches: SQL, _ asOf: AsOf) -> SQL {
    let list = SQL.join(states.map { "\($0)" }, ", ")
    return """
      FROM (SELECT DISTINCT s.person AS person, s.state AS state FROM member_state s
        WHERE s.state IN (\(list)) AND \(Records.asOf("s", asOf))) f
      CROSS JOIN roll r CROSS JOIN ancestry a
      WHERE r.person = f.person AND a.unit = r.unit AND \(branches)
        AND \(Records.asOf("a", asOf)) AND \(Records.asOf("r", asOf))
      """
  }

  /// How many units of each kind stand below a unit.
  package func unitFigures(below unit: ID<Unit>, _ asOf: AsOf) throws -> [FigureName: Int] {
    var counts: [UnitKind: Int] = [:]
    try db.each("SELECT k.kind, count(*) \(unitRows(below: unit, asOf)) GROUP BY k.kind") { row in
      counts[try row[0]] = try row[1]
    }
    let base = (counts[.baseCommittee] ?? 0, counts[.baseCell] ?? 0)
    return [
      .superiorCommittees: counts[.superiorCommittee] ?? 0,
      .baseCommittees: base.0,
      .baseCells: base.1,
      .baseOrganisations: base.0 + base.1,
      .cells: counts[.cell] ?? 0,
      .subgroups: counts[.subgroup] ?? 0,
    ]
  }

  /// One figure, counted as the size of the rows it opens to.
  package func count(_ figure: FigureName, _ unit: ID<Unit>, _ asOf: AsOf, _ period: Period?) throws -> Int {
    if figure.countsWork {
      return try WorkFigureStore(db: db).counted(figure, unit, asOf, period).count
    }
    if figure.countsUnits {
      return try db.count(
        "SELECT count(*) \(unitRows(below: unit, asOf)) AND \(FigureStore.kinds(of: figure, asOf))"
      )
    }
    return try db.count("SELECT count(DISTINCT r.person) \(rows(figure, unit, asOf, period))")
  }

  /// The rows of the roll that a figure about people counts: FROM and WHERE, the roll as `r`, the unit's
  /// branch as `a`.
  package func rows(_ figure: FigureName, _ unit: ID<Unit>, _ asOf: AsOf, _ period: Period?) -> SQL {
    rows(figure, in: "a.ancestor = \(unit)", asOf, period)
  }

  /// The same for the branches, called `a`, that meet a condition.
  private func rows(_ figure: FigureName, in branches: SQL, _ asOf: AsOf, _ period: Period?) -> SQL {
    let known: SQL = "\(known("a", asOf.knowledge)) AND \(known("r", asOf.knowledge))"
    let branch: SQL = "FROM ancestry a JOIN roll r ON r.unit = a.unit WHERE \(branches) AND \(known)"
    let day = asOf.day
    switch figure {
    case .exempt: return inStates([.exempt], in: branches, asOf)
    case .suspended: return inStates([.suspended], in: branches, asOf)
    case .guests:
      return """
        FROM ancestry a JOIN affiliation h ON h.unit = a.unit AND h.role = 'host' AND \(Records.asOf("h", asOf))
        JOIN roll r ON r.person = h.person AND \(Records.asOf("r", asOf))
        WHERE \(branches) AND \(Records.asOf("a", asOf))
        """
    case .admitted:
      guard let period else { return "\(branch) AND 1 = 0" }
      return """
        \(branch) AND r.start_on >= \(period.from) AND r.start_on < \(period.until)
          AND r.arrival IN ('admitted', 'readmitted')
          AND a.start_on <= r.start_on AND (a.end_on IS NULL OR a.end_on > r.start_on)
        """
    case .left:
      guard let period else { return "\(branch) AND 1 = 0" }
      // As the tree was on the last day as a member.
      return """
        \(branch) AND r.end_on >= \(period.from) AND r.end_on < \(period.until) AND r.reason IS NOT NULL
          AND a.start_on < r.end_on AND (a.end_on IS NULL OR a.end_on >= r.end_on)
        """
    default:
      let present: SQL = "\(branch) AND \(holds("a", on: day)) AND \(holds("r", on: day))"
      return switch figure {
      case .official: "\(present) AND \(MemberStanding.official.condition(on: day))"
      case .probationary: "\(present) AND \(MemberStanding.probationary.condition(on: day))"
      case .women: "\(present) AND r.sex = 'F'"
      case .seconded: "\(present) AND \(AffiliationRole.host.isHeld(asOf))"
      case .inContact: "\(present) AND \(AffiliationRole.residence.isHeld(asOf))"
      default: present
      }
    }
  }

  /// One figure of each unit directly below, those without any left out: one question for all of them.
  package func countsBelow(
    _ figure: FigureName,
    _ unit: ID<Unit>,
    _ asOf: AsOf,
    _ period: Period?
  ) throws -> [ID<Unit>: Int] {
    if figure.countsWork { return try WorkFigureStore(db: db).countsBelow(figure, unit, asOf, period) }
    let below: SQL = """
      a.ancestor IN (SELECT c.unit FROM ancestry c
        WHERE c.ancestor = \(unit) AND c.depth = 1 AND \(Records.asOf("c", asOf)))
      """
    let rows: SQL =
      figure.countsUnits
      ? """
      SELECT a.ancestor, count(*) FROM ancestry a
      JOIN unit_kind k ON k.unit = a.unit AND \(Records.asOf("k", asOf)) AND \(FigureStore.kinds(of: figure, asOf))
      WHERE \(below) AND a.depth > 0 AND \(Records.asOf("a", asOf))
      """
      : "SELECT a.ancestor, count(DISTINCT r.person) \(self.rows(figure, in: below, asOf, period))"
    var counts: [ID<Unit>: Int] = [:]
    try db.each("\(rows) GROUP BY a.ancestor") { row in counts[try row[0]] = try row[1] }
    return counts
  }

  /// The units that stand below a unit on a day: FROM and WHERE, their kind as `k`.
  package func unitRows(below unit: ID<Unit>, _ asOf: AsOf) -> SQL {
    """
    FROM ancestry a JOIN unit_kind k ON k.unit = a.unit
    WHERE a.ancestor = \(unit) AND a.depth > 0 AND \(Records.asOf("a", asOf)) AND \(Records.asOf("k", asOf))
    """
  }

  /// Which units a figure about units counts, by their kind `k`.
  package static func kinds(of figure: FigureName, _ asOf: AsOf) -> SQL {
    switch figure {
    case .superiorCommittees: "k.kind = 'superiorCommittee'"
    case .baseCommittees: "k.kind = 'baseCommittee'"
    case .baseCells: "k.kind = 'baseCell'"
    case .baseOrganisations: "k.kind IN ('baseCommittee', 'baseCell')"
    case .cells: "k.kind = 'cell'"
    case .subgroups: "k.kind = 'subgroup'"
    case .hosts:
      """
      EXISTS (SELECT 1 FROM affiliation h JOIN roll g ON g.person = h.person AND \(Records.asOf("g", asOf))
        WHERE h.unit = a.unit AND h.role = 'host' AND \(Records.asOf("h", asOf)))
      """
    default: "1 = 0"
    }
  }
}

extension AffiliationRole {
  /// Whether somebody on the roll, called `r`, is so tied to any unit.
  func isHeld(_ asOf: AsOf) -> SQL {
    """
    EXISTS (SELECT 1 FROM affiliation f WHERE f.person = r.person AND f.role = \(self) AND \(Records.asOf("f", asOf)))
    """
  }
}
