package import Basics
package import Rules
package import Storage

/// Whose contact with the organisation where they live is asked for, and of which year the comment.
package struct ResidenceQuestion: Hashable, Sendable {
  package enum Group: String, Hashable, Sendable, CaseIterable {
    /// Introduced where they live, and keeping contact.
    case kept
    /// Not introduced, and not exempt.
    case none
    /// Exempt, as an office stated, and not introduced.
    case exempt
    /// Keeping contact, with the comment of the year given.
    case commented
  }

  package var unit: ID<Unit>
  package var year: Int
  package var asOf: AsOf

  package init(_ unit: ID<Unit>, year: Int, _ asOf: AsOf) {
    self.unit = unit
    self.year = year
    self.asOf = asOf
  }
}

/// One member of a unit or below, and how it stands with their contact where they live.
package struct ResidenceLine: Hashable, Sendable {
  package let person: ID<Person>
  package let name: String
  package let home: ID<Unit>
  package let homeName: String
  package let residence: ID<Unit>?
  package let residenceName: String?
  package let since: CivilDate?
  /// The comment of the year, and the day it was asked for or given.
  package let state: ResidenceComment.State?
  package let day: CivilDate?
  package let number: String?
}

/// Reads and counts contact with the organisation where members live.
package struct ResidenceStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// How many are in each group; those kept, exempt and none make up the roll.
  package func counts(_ question: ResidenceQuestion) throws -> [ResidenceQuestion.Group: Int] {
    var counts: [ResidenceQuestion.Group: Int] = [:]
    for group in ResidenceQuestion.Group.allCases {
      counts[group] = try db.count("SELECT count(*) \(rows(question, group))")
    }
    return counts
  }

  /// The members of a group, in the order of names.
  package func page(
    _ question: ResidenceQuestion,
    _ group: ResidenceQuestion.Group,
    _ range: Range<Int>
  ) throws -> [ResidenceLine] {
    let asOf = question.asOf
    let tie: SQL = """
      FROM affiliation f WHERE f.person = q.person AND f.role = 'residence' AND \(Records.asOf("f", asOf))
      ORDER BY f.start_on DESC LIMIT 1
      """
    let comment: SQL = """
      FROM residence_comment c WHERE c.person = q.person AND c.year = \(question.year) AND \(Records.asOf("c", asOf))
      ORDER BY c.start_on DESC LIMIT 1
      """
    return try db.rows(
      """
      SELECT q.person, q.unit,
        (SELECT n.name FROM particulars n WHERE n.person = q.person AND \(Records.asOf("n", asOf)) LIMIT 1),
        (SELECT m.name FROM unit_name m WHERE m.unit = q.unit AND \(Records.asOf("m", asOf)) LIMIT 1),
        (SELECT f.unit \(tie)), (SELECT f.start_on \(tie)),
        (SELECT m.name FROM affiliation f JOIN unit_name m ON m.unit = f.unit AND \(Records.asOf("m", asOf))
          WHERE f.person = q.person AND f.role = 'residence' AND \(Records.asOf("f", asOf))
          ORDER BY f.start_on DESC LIMIT 1),
        (SELECT c.state \(comment)), (SELECT c.start_on \(comment)), (SELECT c.number \(comment))
      FROM (SELECT r.person AS person, r.unit AS unit, r.sort_key AS sort_key \(rows(question, group))
        ORDER BY r.sort_key, r.person LIMIT \(range.count) OFFSET \(range.lowerBound)) q
      ORDER BY q.sort_key, q.person
      """
    ) { row in
      ResidenceLine(
        person: try row[0],
        name: try (row[2] as String?) ?? "",
        home: try row[1],
        homeName: try (row[3] as String?) ?? "",
        residence: try row[4],
        residenceName: try row[6],
        since: try row[5],
        state: try row[7],
        day: try row[8],
        number: try row[9]
      )
    }
  }

  /// The members of a group: FROM and WHERE, the roll as `r`.
  private func rows(_ question: ResidenceQuestion, _ group: ResidenceQuestion.Group) -> SQL {
    let asOf = question.asOf
    let kept: SQL = """
      EXISTS (SELECT 1 FROM affiliation k WHERE k.person = r.person AND k.role = 'residence' AND \(Records.asOf("k", asOf)))
      """
    let exempt: SQL = """
      EXISTS (SELECT 1 FROM residence_exemption x
        JOIN ancestry b ON b.ancestor = x.unit AND b.unit = r.unit AND \(Records.asOf("b", asOf))
        WHERE \(Records.asOf("x", asOf)) AND (x.sector IS NULL OR EXISTS (
          SELECT 1 FROM unit_sector s WHERE s.unit = r.unit AND s.sector = x.sector AND \(Records.asOf("s", asOf)))))
      """
    let condition: SQL =
      switch group {
      case .kept: kept
      case .exempt: "NOT \(kept) AND \(exempt)"
      case .none: "NOT \(kept) AND NOT \(exempt)"
      case .commented:
        """
        \(kept) AND EXISTS (SELECT 1 FROM residence_comment g WHERE g.person = r.person
          AND g.year = \(question.year) AND g.state = 'received' AND \(Records.asOf("g", asOf)))
        """
      }
    return """
      FROM ancestry a JOIN roll r ON r.unit = a.unit AND \(Records.asOf("r", asOf))
      WHERE a.ancestor = \(question.unit) AND \(Records.asOf("a", asOf)) AND \(condition)
      """
  }

  /// What offices stated of a unit: their own statements and those of the units above.
  package func exemptions(for unit: ID<Unit>, _ asOf: AsOf) throws -> [Dated<ResidenceExemption>] {
    try db.rows(
      """
      SELECT x.start_on, x.end_on, x.sector, x.ground FROM residence_exemption x
      JOIN ancestry a ON a.ancestor = x.unit AND a.unit = \(unit) AND \(Records.asOf("a", asOf))
      WHERE \(Records.asOf("x", asOf)) ORDER BY x.start_on, x.id
      """
    ) { row in
      guard let span = Span(from: try row[0], until: try row[1]) else {
        throw StorageError.unreadable("span")
      }
      return Dated(ResidenceExemption(sector: try row[2], ground: try row[3]), span)
    }
  }
}

extension ResidenceStore {
  /// Where a member keeps contact on a day; refused when nowhere.
  func residence(of person: ID<Person>, on day: CivilDate) throws -> ID<Unit> {
    let unit: ID<Unit>? = try db.value(
      """
      SELECT f.unit FROM affiliation f WHERE f.person = \(person) AND f.role = 'residence'
        AND \(asOf("f", AsOf(day))) ORDER BY f.start_on DESC LIMIT 1
      """
    )
    guard let unit else { throw Refused(.day, .noSuchRole) }
    return unit
  }

  /// The comment of a year, with its way so far.
  func comments(of person: ID<Person>, year: Int) throws -> [Fact<ResidenceComment>] {
    try db.rows(
      """
      SELECT c.id, c.start_on, c.end_on, c.cited, c.line, c.unit, c.state, c.number FROM residence_comment c
      WHERE c.person = \(person) AND c.year = \(year) AND \(known("c")) ORDER BY c.start_on, c.id
      """
    ) { row in
      guard let span = Span(from: try row[1], until: try row[2]) else {
        throw StorageError.unreadable("span")
      }
      let comment = ResidenceComment(try row[5], year: year, try row[6], number: try row[7])
      return Fact(comment, span, id: try row[0], cited: try row[3], line: try row[4])
    }
  }

  /// A unit's own statements.
  func exemptions(of unit: ID<Unit>) throws -> [Fact<ResidenceExemption>] {
    try db.rows(
      """
      SELECT x.id, x.start_on, x.end_on, x.cited, x.line, x.sector, x.ground FROM residence_exemption x
      WHERE x.unit = \(unit) AND \(known("x")) ORDER BY x.start_on, x.id
      """
    ) { row in
      guard let span = Span(from: try row[1], until: try row[2]) else {
        throw StorageError.unreadable("span")
      }
      let exemption = ResidenceExemption(sector: try row[5], ground: try row[6])
      return Fact(exemption, span, id: try row[0], cited: try row[3], line: try row[4])
    }
  }

  func save(
    _ person: ID<Person>,
    from old: [Fact<ResidenceComment>],
    to new: [Fact<ResidenceComment>],
    _ work: Work
  ) throws {
    try work.save(.residenceComment, from: old, to: new) { fact in
      [
        person.sqlValue, fact.value.unit.sqlValue, fact.value.year.sqlValue, fact.value.state.sqlValue,
        fact.value.number.sqlValue, fact.cited.sqlValue, fact.line.sqlValue,
      ]
    }
  }
}
