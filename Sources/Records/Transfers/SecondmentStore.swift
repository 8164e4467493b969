package import Basics
package import Rules
package import Storage

/// Which secondments are asked for: of people at home in a unit and below, or of those lent to it.
package struct SecondmentQuestion: Hashable, Sendable {
  package enum Side: String, Hashable, Sendable, CaseIterable {
    /// Lent to a unit there.
    case host
    /// At home there, lent elsewhere.
    case home
  }

  package var unit: ID<Unit>
  package var side: Side
  package var asOf: AsOf
  /// Only those lent to a unit of this kind.
  package var kind: UnitKind?
  /// Only those who hold this post there.
  package var post: String?

  package init(_ unit: ID<Unit>, _ side: Side, _ asOf: AsOf) {
    self.unit = unit
    self.side = side
    self.asOf = asOf
  }
}

/// How many people and how many units some secondments are of: each counted once, however often it occurs.
package struct SecondmentCount: Hashable, Sendable {
  package var people: Int
  package var hosts: Int

  package init(people: Int, hosts: Int) {
    self.people = people
    self.hosts = hosts
  }
}

/// A member and a unit they are lent to.
package struct Secondment: Hashable, Sendable {
  package let person: ID<Person>
  package let name: String
  package let home: ID<Unit>
  package let homeName: String
  package let host: ID<Unit>
  package let hostName: String
  package let hostKind: UnitKind
  package let span: Span
  /// What they hold there.
  package var posts: [String]
  /// By which decision, as free text.
  package let cited: String?
}

/// Counts secondments and opens the counts to their rows.
///
/// Nobody is counted in a roll by it.
package struct SecondmentStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// How many there are in all.
  package func count(_ question: SecondmentQuestion) throws -> SecondmentCount {
    try db.first("SELECT count(DISTINCT h.person), count(DISTINCT h.unit) \(rows(question))") { row in
      SecondmentCount(people: try row[0], hosts: try row[1])
    } ?? SecondmentCount(people: 0, hosts: 0)
  }

  /// How many of them for each kind of unit they are lent to.
  package func byKind(_ question: SecondmentQuestion) throws -> [(kind: UnitKind, count: SecondmentCount)] {
    try db.rows(
      """
      SELECT k.kind, count(DISTINCT h.person), count(DISTINCT h.unit) \(rows(question))
      GROUP BY k.kind ORDER BY count(DISTINCT h.person) DESC, k.kind
      """
    ) { row in (try row[0], SecondmentCount(people: try row[1], hosts: try row[2])) }
  }

  /// How many of them for each post held there, with the kind of unit it is held in.
  package func byPost(
    _ question: SecondmentQuestion
  ) throws -> [(post: String, kind: UnitKind, count: SecondmentCount)] {
    try db.rows(
      """
      SELECT q.post, k.kind, count(DISTINCT h.person), count(DISTINCT h.unit)
      \(rows(question, joining: "JOIN post q ON q.person = h.person AND q.unit = h.unit AND \(Records.asOf("q", question.asOf))"))
      GROUP BY q.post, k.kind ORDER BY count(DISTINCT h.person) DESC, q.post, k.kind
      """
    ) { row in (try row[0], try row[1], SecondmentCount(people: try row[2], hosts: try row[3])) }
  }

  /// How many rows there are: one for each person and unit.
  package func size(_ question: SecondmentQuestion) throws -> Int {
    try db.count("SELECT count(*) \(rows(question))")
  }

  /// The rows, in the order of names.
  package func page(_ question: SecondmentQuestion, _ range: Range<Int>) throws -> [Secondment] {
    let asOf = question.asOf
    var found = try db.rows(
      """
      SELECT h.person, r.unit, h.unit, k.kind, h.start_on, h.end_on, h.cited,
        (SELECT n.name FROM particulars n WHERE n.person = h.person AND \(Records.asOf("n", asOf)) LIMIT 1),
        (SELECT m.name FROM unit_name m WHERE m.unit = r.unit AND \(Records.asOf("m", asOf)) LIMIT 1),
        (SELECT m.name FROM unit_name m WHERE m.unit = h.unit AND \(Records.asOf("m", asOf)) LIMIT 1)
      \(rows(question)) ORDER BY r.sort_key, h.person, h.unit, h.id
      LIMIT \(range.count) OFFSET \(range.lowerBound)
      """
    ) { row in
      guard let span = Span(from: try row[4], until: try row[5]) else {
        throw StorageError.unreadable("span")
      }
      return Secondment(
        person: try row[0],
        name: try (row[7] as String?) ?? "",
        home: try row[1],
        homeName: try (row[8] as String?) ?? "",
        host: try row[2],
        hostName: try (row[9] as String?) ?? "",
        hostKind: try row[3],
        span: span,
        posts: [],
        cited: try row[6]
      )
    }
    let posts = try posts(of: Set(found.map(\.person)), asOf)
    for index in found.indices {
      found[index].posts =
        posts[found[index].person]?.filter { $0.unit == found[index].host }.map(\.post) ?? []
    }
    return found
  }

  private func posts(of people: Set<ID<Person>>, _ asOf: AsOf) throws -> [ID<Person>: [Post]] {
    guard !people.isEmpty else { return [:] }
    var posts: [ID<Person>: [Post]] = [:]
    let list = SQL.join(people.sorted().map { "\($0)" }, ", ")
    try db.each(
      """
      SELECT q.person, q.unit, q.post FROM post q
      WHERE q.person IN (\(list)) AND \(Records.asOf("q", asOf)) ORDER BY q.person, q.start_on, q.id
      """
    ) { row in posts[try row[0], default: []].append(Post(try row[1], try row[2])) }
    return posts
  }

  /// The ties of secondment: FROM and WHERE, the tie as `h`, the person's home as `r`, the kind of the unit as `k`.
  private func rows(_ question: SecondmentQuestion, joining: SQL = "") -> SQL {
    let asOf = question.asOf
    let column: SQL = question.side == .host ? "h.unit" : "r.unit"
    var parts: [SQL] = []
    if let kind = question.kind { parts.append(" AND k.kind = \(kind)") }
    if let post = question.post {
      parts.append(
        """
         AND EXISTS (SELECT 1 FROM post p WHERE p.person = h.person AND p.unit = h.unit AND p.post = \(post)
          AND \(Records.asOf("p", asOf)))
        """
      )
    }
    return """
      FROM affiliation h
      JOIN roll r ON r.person = h.person AND \(Records.asOf("r", asOf))
      JOIN ancestry a ON a.unit = \(column) AND a.ancestor = \(question.unit) AND \(Records.asOf("a", asOf))
      JOIN unit_kind k ON k.unit = h.unit AND \(Records.asOf("k", asOf))
      \(joining)
      WHERE h.role = 'host' AND \(Records.asOf("h", asOf))\(SQL.join(parts, ""))
      """
  }
}
