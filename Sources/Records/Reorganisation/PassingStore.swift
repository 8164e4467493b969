package import Basics
package import Rules
package import Storage

/// What a number in the picture of a plan counts.
package enum PassingKind: String, CaseIterable, Hashable, Sendable {
  case members, official, probationary, candidates, transfers, cases, assessments, posts

  /// The number itself.
  package func count(_ amount: PlanOutlook.Amount) -> Int {
    switch self {
    case .members: amount.members
    case .official: amount.officials
    case .probationary: amount.probationary
    case .candidates: amount.candidates
    case .transfers: amount.transfers
    case .cases: amount.cases
    case .assessments: amount.assessments
    case .posts: amount.posts
    }
  }
}

/// Somebody, or a unit in a matter of its own, whom a number in the picture of a plan counts.
package struct PassingLine: Hashable, Sendable {
  /// `nil` where the matter is about a unit.
  package let person: ID<Person>?
  package let code: String?
  package let name: String
  package let unit: ID<Unit>
  package let unitName: String
  package let post: String?
  /// The assessment by a model, where it is one.
  package let assessment: Assessed?

  /// An assessment by a model: of which year, by the family of the model.
  package struct Assessed: Hashable, Sendable {
    package let key: ID<FactMark>
    package let family: String
    package let year: Int
  }
}

/// Finds the people behind the numbers of a plan.
package struct PassingStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// Some of the lines that a number counts, by name.
  ///
  /// - Parameters:
  ///   - kind: what is counted.
  ///   - passages: what passes, of which the number is the sum.
  ///   - asOf: the day of the plan, and what was known when it was held against the record.
  ///   - range: which of the lines.
  /// - Returns: a line each, by name.
  /// - Throws: what the database throws.
  package func lines(
    _ kind: PassingKind,
    of passages: [PlanOutlook.Passage],
    _ asOf: AsOf,
    _ range: Range<Int>
  ) throws -> [PassingLine] {
    let mine = passages.filter { $0.arePosts == (kind == .posts) && kind.count($0.amount) > 0 }
    guard !mine.isEmpty, !range.isEmpty else { return [] }
    return try db.rows(
      """
      SELECT m.person, o.code, coalesce(p.name, s.name), m.unit, n.name, m.post, m.matter, m.family, m.year
      FROM (\(source(kind, mine, asOf))) m
      JOIN unit_name n ON n.unit = m.unit AND \(Records.asOf("n", asOf))
      LEFT JOIN person o ON o.id = m.person
      LEFT JOIN particulars p ON p.person = m.person AND \(Records.asOf("p", asOf))
      LEFT JOIN unit_name s ON s.unit = m.subject AND \(Records.asOf("s", asOf))
      ORDER BY coalesce(p.sort_key, s.sort_key) NULLS LAST, m.person, m.unit, m.post, m.matter
      LIMIT \(range.count) OFFSET \(range.lowerBound)
      """
    ) { row in
      let matter: ID<FactMark>? = try row[6]
      return PassingLine(
        person: try row[0],
        code: try row[1],
        name: try row[2] as String? ?? "",
        unit: try row[3],
        unitName: try row[4],
        post: try row[5],
        assessment: try matter.map { .init(key: $0, family: try row[7], year: try row[8]) }
      )
    }
  }

  private func source(_ kind: PassingKind, _ passages: [PlanOutlook.Passage], _ asOf: AsOf) -> SQL {
    let (day, knowledge) = (asOf.day, asOf.knowledge)
    let unmodelled: SQL = """
      CAST(NULL AS BIGINT) AS matter, CAST(NULL AS TEXT) AS family, CAST(NULL AS BIGINT) AS year
      """
    let plain: SQL = "CAST(NULL AS BIGINT) AS subject, CAST(NULL AS TEXT) AS post, \(unmodelled)"
    switch kind {
    case .members, .official, .probationary:
      let standing: SQL =
        switch kind {
        case .official: " AND r.official_on <= \(day)"
        case .probationary: " AND (r.official_on IS NULL OR r.official_on > \(day))"
        default: ""
        }
      return """
        SELECT r.person AS person, r.unit AS unit, \(plain) FROM roll r JOIN person i ON i.id = r.person
        WHERE \(Records.asOf("r", asOf))\(standing) AND (\(among("r.unit", passages)))
        """
    case .candidates:
      return """
        SELECT c.person AS person, c.unit AS unit, \(plain) FROM candidacy c JOIN person i ON i.id = c.person
        WHERE \(known("c", knowledge)) AND (c.end_on IS NULL OR c.end_on > \(day))
          AND (\(among("c.unit", passages)))
        """
    case .transfers:
      return """
        SELECT w.person AS person, w.unit AS unit, \(plain) FROM (
          SELECT x.person AS person,
            CASE WHEN t.state = 'sent' AND x.target IS NOT NULL THEN x.target ELSE x.source END AS unit
          FROM transfer_step t JOIN transfer x ON x.id = t.transfer
          WHERE \(known("t", knowledge)) AND t.end_on IS NULL AND t.state IN ('asked', 'sent')
        ) w WHERE \(units("w.unit", passages))
        """
    case .cases:
      return """
        SELECT d.person AS person, d.body AS unit, \(plain) FROM discipline_matter d
        WHERE \(known("d", knowledge)) AND \(units("d.body", passages))
        UNION ALL
        SELECT CAST(NULL AS BIGINT), e.body, e.unit, CAST(NULL AS TEXT), \(unmodelled) FROM unit_discipline_matter e
        WHERE \(known("e", knowledge)) AND \(units("e.body", passages))
        """
    case .assessments:
      return """
        SELECT CAST(NULL AS BIGINT) AS person, t.unit AS unit, t.subject AS subject, CAST(NULL AS TEXT) AS post,
          t.assessment AS matter, t.family AS family, t.year AS year
        FROM model_assessment t
        WHERE \(known("t", knowledge)) AND t.stage <> 'decided' AND (t.end_on IS NULL OR t.end_on > \(day))
          AND \(units("t.unit", passages))
        """
    case .posts:
      return """
        SELECT h.person AS person, h.unit AS unit, CAST(NULL AS BIGINT) AS subject, h.post AS post,
          \(unmodelled) FROM post h
        WHERE \(known("h", knowledge)) AND (h.end_on IS NULL OR h.end_on > \(day))
          AND \(units("h.unit", passages))
        """
    }
  }

  /// The people of units whom no step names, and those it does name.
  private func among(_ column: SQL, _ passages: [PlanOutlook.Passage]) -> SQL {
    let rest = passages.filter { $0.people == nil }
    let named = passages.compactMap(\.people).flatMap { $0 }
    var either: [SQL] = []
    if !rest.isEmpty {
      let others = others(rest)
      let left: SQL = others.isEmpty ? "" : " AND i.code NOT IN (\(SQL.join(others.map { "\($0)" }, ", ")))"
      either.append("(\(units(column, rest))\(left))")
    }
    if !named.isEmpty { either.append("i.code IN (\(SQL.join(named.map { "\($0)" }, ", ")))") }
    return SQL.join(either, " OR ")
  }

  /// Those of the same units who were named to go elsewhere.
  private func others(_ rest: [PlanOutlook.Passage]) -> [String] { rest.flatMap(\.butFor) }

  private func units(_ column: SQL, _ passages: [PlanOutlook.Passage]) -> SQL {
    let units = Set(passages.compactMap(\.unitID)).sorted()
    return "\(column) IN (\(SQL.join(units.map { "\($0)" }, ", ")))"
  }
}
