package import Basics
package import Rules
package import Storage

/// One class a body gave in a round: its decision, else its proposal.
package struct GivenClass: Hashable, Sendable {
  package let subject: ReviewSubject
  package let name: String
  /// Where a member is at home on the day counted; of a unit, the unit itself.
  package let unitName: String
  package let rating: ReviewClass
  package let score: Quantity?
  package let isDecided: Bool
  package let reason: String?
}

/// How the classes one unit gave spread over a round.
package struct ReviewSpread: Hashable, Sendable {
  package let unit: ID<Unit>
  package let name: String
  package let counts: [ReviewClass: Int]

  package var total: Int { counts.values.reduce(0, +) }
}

/// By what units of a round are alike: the same kind and sector, as deep below the unit that holds it.
package struct ReviewLikeness: Hashable, Sendable {
  package let kind: UnitKind
  package let sector: Sector?
  package let depth: Int
}

/// A body that gave classes the time before: the unit itself, or one it goes on from, each in the round it was in.
package struct BodyBefore: Hashable, Sendable {
  package let unit: ID<Unit>
  /// What it was to the unit; `nil`: the unit itself.
  package let forebear: Forebear?
  package let round: ReviewRound

  package init(unit: ID<Unit>, forebear: Forebear? = nil, round: ReviewRound) {
    self.unit = unit
    self.forebear = forebear
    self.round = round
  }
}

/// Sets the classes a body gave beside those it gave the time before, and beside those of units like it.
///
/// Whatever column it is counted in, a class is what the body itself said last of a subject: so each number is the
/// length of the list it opens to.
package struct ReviewComparison {
  package let db: any Connection
  package let round: ReviewRound
  /// A published round as it was published.
  package let knowledge: Knowledge
  /// A person of whom nothing is counted: nobody reads what is said of themselves before it is published.
  package let besides: ID<Person>?

  package init(
    db: any Connection,
    _ round: ReviewRound,
    _ knowledge: Knowledge = .now,
    besides person: ID<Person>? = nil
  ) {
    self.db = db
    self.round = round
    self.knowledge = round.frozen.map { .entry($0) } ?? knowledge
    besides = round.frozen == nil ? person : nil
  }

  private var asOf: AsOf { AsOf(round.counted, knowledge) }

  /// The marks that are the last word of the body that gave them.
  private var said: SQL {
    let others: SQL = besides.map { "(t.person IS NULL OR t.person <> \($0))" } ?? "1 = 1"
    return """
      \(known("t", knowledge)) AND t.round = \(round.key) AND t.passed = 1 AND t.rating IS NOT NULL
        AND t.writer IS NULL AND \(others) AND (t.step = 'decision' OR t.step = 'evaluation'
          AND (t.person IS NULL OR NOT EXISTS (\(decided("d.person = t.person"))))
          AND (t.subject IS NULL OR NOT EXISTS (\(decided("d.subject = t.subject AND d.about = t.about")))))
      """
  }

  /// The decision of the same body about the same person, or the same unit: each found by its own index.
  private func decided(_ same: SQL) -> SQL {
    """
    SELECT 1 FROM review_mark d WHERE \(same) AND d.round = t.round AND d.unit = t.unit
      AND \(known("d", knowledge)) AND d.step = 'decision' AND d.passed = 1 AND d.rating IS NOT NULL
    """
  }

  /// How many a body put in which class.
  package func spread(of unit: ID<Unit>) throws -> [ReviewClass: Int] {
    try spreads(of: [unit])[unit] ?? [:]
  }

  /// How many each of these bodies put in which class; those that gave none are left out.
  package func spreads(of units: [ID<Unit>]) throws -> [ID<Unit>: [ReviewClass: Int]] {
    if units.isEmpty { return [:] }
    var counts: [ID<Unit>: [ReviewClass: Int]] = [:]
    try db.each(
      """
      SELECT t.unit, t.rating, count(*) FROM review_mark t
      WHERE t.unit IN (\(SQL.join(units.map { "\($0)" as SQL }, ", "))) AND \(said) GROUP BY t.unit, t.rating
      """
    ) { row in counts[try row[0], default: [:]][try row[1]] = try row[2] }
    return counts
  }

  /// Whom a body put in a class, or all of them: units first, then members as on the roll.
  package func list(of unit: ID<Unit>, in rating: ReviewClass? = nil) throws -> [GivenClass] {
    let narrowed: SQL = rating.map { "t.rating = \($0)" } ?? "1 = 1"
    return try db.rows(
      """
      SELECT \(ReviewMark.columns), v.name, n.name, h.name FROM review_mark t
      LEFT JOIN unit_name n ON n.unit = t.subject AND \(Records.asOf("n", asOf))
      LEFT JOIN particulars v ON v.person = t.person AND \(Records.asOf("v", asOf))
      LEFT JOIN roll r ON r.person = t.person AND \(Records.asOf("r", asOf))
      LEFT JOIN unit_name h ON h.unit = r.unit AND \(Records.asOf("h", asOf))
      WHERE t.unit = \(unit) AND \(said) AND \(narrowed)
      ORDER BY CASE WHEN t.person IS NULL THEN 0 ELSE 1 END, t.about DESC, n.sort_key, h.sort_key, v.sort_key, t.id
      """
    ) { row in
      let mark = try ReviewMark(row, from: 0)
      let first = ReviewMark.width
      let (person, own, home): (String?, String?, String?) = (
        try row[first], try row[first + 1], try row[first + 2]
      )
      return GivenClass(
        subject: mark.subject,
        name: person ?? own ?? "",
        unitName: home ?? own ?? "",
        rating: mark.rating ?? .notCompleted,
        score: mark.points?.score,
        isDecided: mark.step == .decision,
        reason: mark.reason
      )
    }
  }

  /// The body in the last round of the same length before this one that reached it.
  ///
  /// Where it goes on from others since, each of them in the round it was in then; none when there was no such round.
  /// Whatever passed on by the day counted counts. A unit that gave a part away and lives on is compared with itself:
  /// its part counts for another only where that one was not there yet.
  package func before(of unit: ID<Unit>) throws -> [BodyBefore] {
    let forebears = try TreeStore(db: db).forebears(of: unit, until: round.counted, knowledge)
    let bodies = [unit] + forebears.map(\.unit)
    let all = try db.rows(
      """
      SELECT a.unit, \(ReviewRound.columns) FROM review_round t
      JOIN ancestry a ON a.ancestor = t.unit AND a.unit IN (\(SQL.join(bodies.map { "\($0)" as SQL }, ", ")))
        AND \(known("a")) AND a.start_on <= t.counted AND (a.end_on IS NULL OR a.end_on > t.counted)
      WHERE \(known("t")) AND t.end_on IS NULL AND t.term = \(round.term) AND t.ends <= \(round.days.start)
      ORDER BY t.ends DESC, t.round DESC
      """
    ) { row in (unit: try row[0] as ID<Unit>, round: try ReviewRound(row, from: 1)) }
    // Of one time all of them: the newest any of them was in.
    let same = all.filter { $0.round.days == all.first?.round.days }
    let wasThere = same.contains { $0.unit == unit }
    return bodies.compactMap { body in
      guard let found = same.first(where: { $0.unit == body }) else { return nil }
      let forebear = forebears.first { $0.unit == body }
      if wasThere, forebear?.lives == true { return nil }
      return BodyBefore(unit: body, forebear: forebear, round: found.round)
    }
  }

  /// By what a unit is like others of the round; `nil` where it was not there on the day counted.
  package func likeness(of unit: ID<Unit>) throws -> ReviewLikeness? {
    try db.first(
      """
      SELECT k.kind, s.sector, a.depth FROM unit_kind k
      JOIN ancestry a ON a.unit = k.unit AND a.ancestor = \(round.unit) AND \(Records.asOf("a", asOf))
      LEFT JOIN unit_sector s ON s.unit = k.unit AND \(Records.asOf("s", asOf))
      WHERE k.unit = \(unit) AND \(Records.asOf("k", asOf))
      """
    ) { row in ReviewLikeness(kind: try row[0], sector: try row[1], depth: try row[2]) }
  }

  /// The units of the round that are like this and gave any class, each with what it gave, by name.
  ///
  /// `within`: those in or below one of these units alone; `nil`: all of them.
  package func spreads(
    like likeness: ReviewLikeness,
    within places: [ID<Unit>]? = nil
  ) throws -> [ReviewSpread] {
    let sector: SQL = likeness.sector.map { "s.sector = \($0)" } ?? "s.sector IS NULL"
    let reach: SQL = places.map { "k.unit IN (\(below($0)))" } ?? "1 = 1"
    let units: SQL = """
      SELECT k.unit FROM ancestry a JOIN unit_kind k ON k.unit = a.unit AND \(Records.asOf("k", asOf))
      LEFT JOIN unit_sector s ON s.unit = k.unit AND \(Records.asOf("s", asOf))
      WHERE a.ancestor = \(round.unit) AND a.depth = \(likeness.depth) AND \(Records.asOf("a", asOf))
        AND k.kind = \(likeness.kind) AND \(sector) AND \(reach)
      """
    var counts: [ID<Unit>: [ReviewClass: Int]] = [:]
    try db.each(
      """
      SELECT t.unit, t.rating, count(*) FROM review_mark t
      WHERE t.unit IN (\(units)) AND \(said) GROUP BY t.unit, t.rating
      """
    ) { row in counts[try row[0], default: [:]][try row[1]] = try row[2] }
    if counts.isEmpty { return [] }
    return try db.rows(
      """
      SELECT n.unit, n.name FROM unit_name n WHERE \(Records.asOf("n", asOf)) AND n.unit IN (\(units))
      ORDER BY n.sort_key, n.unit
      """
    ) { row in
      let unit: ID<Unit> = try row[0]
      return ReviewSpread(unit: unit, name: try row[1], counts: counts[unit] ?? [:])
    }
    .filter { $0.total > 0 }
  }

  /// The units in and below these on the day counted.
  package func reached(from places: [ID<Unit>]) throws -> Set<ID<Unit>> {
    Set(try db.rows(below(places)) { try $0[0] })
  }

  private func below(_ places: [ID<Unit>]) -> SQL {
    let places = places.isEmpty ? "0" as SQL : SQL.join(places.map { "\($0)" as SQL }, ", ")
    return "SELECT p.unit FROM ancestry p WHERE p.ancestor IN (\(places)) AND \(Records.asOf("p", asOf))"
  }
}
