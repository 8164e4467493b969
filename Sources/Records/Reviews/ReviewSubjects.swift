import Basics
import Rules
import Storage

/// Who is reviewed in a round, and the units among which it goes up, as they stood on the day counted.
extension ReviewSheet {
  struct ReviewedPerson {
    let id: ID<Person>
    let name: String
    let home: ID<Unit>
    let homeName: String
    var posts: [Post]
  }

  struct ReviewedUnit {
    let id: ID<Unit>
    let name: String
    /// Whether at least two people lead it together.
    let hasCollective: Bool
  }

  /// The people and units of a scope, as questions ask for them.
  struct Reviewed {
    let people: SQL
    let units: SQL
  }

  /// Of whom a body evaluates, the posts of all units below it tell: they are walked once, and what was found is asked
  /// by number from then on.
  func reviewed(_ scope: ReviewScope) throws -> Reviewed {
    let (people, units) = (peopleOf(scope), unitsOf(scope))
    guard case .evaluated = scope else { return Reviewed(people: people, units: units) }
    let found: [ID<Person>] = try db.rows("\(people) ORDER BY 1 LIMIT \(ReviewSheet.askedByNumber + 1)") {
      try $0[0]
    }
    if found.count > ReviewSheet.askedByNumber { return Reviewed(people: people, units: units) }
    let numbers = found.isEmpty ? ReviewSheet.nobody : SQL.join(found.map { "\($0)" as SQL }, ", ")
    return Reviewed(people: numbers, units: units)
  }

  /// So many people at most are asked for by number, in a question that may name them four times.
  private static let askedByNumber = 4000

  /// The people of a scope: those at home in what the round reaches.
  private func peopleOf(_ scope: ReviewScope) -> SQL {
    switch scope {
    case .home(let unit): home(unit)
    case .evaluated(let body):
      // Members are decided about at the base; above it, those at home there or with a post there or below.
      """
      SELECT r.person FROM ancestry a JOIN unit_kind k ON k.unit = a.ancestor AND \(Records.asOf("k", asOf))
      JOIN roll r ON r.unit = a.unit AND \(Records.asOf("r", asOf))
      WHERE a.ancestor = \(body) AND \(Records.asOf("a", asOf))
        AND (a.depth = 0 OR k.kind IN ('baseCommittee', 'baseCell', 'sectionCommittee', 'cell'))
      UNION SELECT r.person FROM ancestry a JOIN post p ON p.unit = a.unit AND \(Records.asOf("p", asOf))
      JOIN roll r ON r.person = p.person AND \(Records.asOf("r", asOf))
      JOIN ancestry h ON h.unit = r.unit AND h.ancestor = \(round.unit) AND \(Records.asOf("h", asOf))
      WHERE a.ancestor = \(body) AND \(Records.asOf("a", asOf)) AND \(withinSight)
      """
    case .directly(let unit):
      "SELECT r.person FROM roll r WHERE r.unit = \(unit) AND \(Records.asOf("r", asOf))"
    case .unit: ReviewSheet.nobody
    case .person(let person):
      """
      SELECT r.person FROM roll r JOIN ancestry a ON a.unit = r.unit AND a.ancestor = \(round.unit)
        AND \(Records.asOf("a", asOf))
      WHERE r.person = \(person) AND \(Records.asOf("r", asOf))
      """
    }
  }

  /// No person and no unit.
  private static let nobody: SQL = "SELECT CAST(NULL AS BIGINT) WHERE 1 = 0"

  /// The posts a body can evaluate: its own and those of the units directly below, but for those whose route leads to
  /// the province from wherever they are held.
  private var withinSight: SQL {
    let far = routes.filter { $0.evaluators.contains(.province) }
    if far.contains(where: \.posts.isEmpty) { return "1 = 1" }
    let posts = far.flatMap(\.posts).map { "\($0)" as SQL }
    return posts.isEmpty ? "a.depth <= 1" : "(a.depth <= 1 OR p.post IN (\(SQL.join(posts, ", "))))"
  }

  private func home(_ unit: ID<Unit>) -> SQL {
    """
    SELECT r.person FROM ancestry a JOIN roll r ON r.unit = a.unit AND \(Records.asOf("r", asOf))
    WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf))
    """
  }

  /// The units of a scope.
  private func unitsOf(_ scope: ReviewScope) -> SQL {
    switch scope {
    case .home(let unit):
      "SELECT a.unit FROM ancestry a WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf))"
    case .evaluated(let body):
      """
      SELECT a.unit FROM ancestry a
      WHERE a.ancestor = \(body) AND a.depth <= 1 AND \(Records.asOf("a", asOf))
      """
    case .unit(let unit), .directly(let unit):
      "SELECT a.unit FROM ancestry a WHERE a.unit = \(unit) AND a.depth = 0 AND \(Records.asOf("a", asOf))"
    case .person: ReviewSheet.nobody
    }
  }

  /// The units the people of a scope lead.
  func ledBy(_ reviewed: Reviewed) -> SQL {
    """
    SELECT p.unit FROM post p
    WHERE p.post = \(KnownPost.secretary.rawValue) AND \(Records.asOf("p", asOf)) AND p.person IN (\(reviewed.people))
    """
  }

  func people(_ reviewed: Reviewed) throws -> [ReviewedPerson] {
    var posts: [ID<Person>: [Post]] = [:]
    try db.each(
      """
      SELECT p.person, p.unit, p.post FROM post p
      WHERE \(Records.asOf("p", asOf)) AND p.person IN (\(reviewed.people)) ORDER BY p.unit, p.post
      """
    ) { row in posts[try row[0], default: []].append(Post(try row[1], try row[2])) }
    return try db.rows(
      """
      SELECT r.person, r.unit, v.name, n.name FROM roll r
      JOIN particulars v ON v.person = r.person AND \(Records.asOf("v", asOf))
      JOIN unit_name n ON n.unit = r.unit AND \(Records.asOf("n", asOf))
      WHERE \(Records.asOf("r", asOf)) AND r.person IN (\(reviewed.people))
      ORDER BY n.sort_key, r.unit, r.sort_key, r.person
      """
    ) { row in
      let person: ID<Person> = try row[0]
      return ReviewedPerson(
        id: person,
        name: try row[2],
        home: try row[1],
        homeName: try row[3],
        posts: posts[person] ?? []
      )
    }
  }

  func units(_ reviewed: Reviewed) throws -> [ReviewedUnit] {
    try db.rows(
      """
      SELECT n.unit, n.name, (
        SELECT count(DISTINCT p.person) FROM post p
        WHERE p.unit = n.unit AND \(Records.asOf("p", asOf)) AND \(ReviewSheet.leading("p")))
      FROM unit_name n
      JOIN unit_kind k ON k.unit = n.unit AND \(Records.asOf("k", asOf)) AND k.kind <> 'subgroup'
      WHERE n.unit IN (\(reviewed.units)) AND \(Records.asOf("n", asOf))
      ORDER BY (SELECT count(*) FROM ancestry a WHERE a.unit = n.unit AND \(Records.asOf("a", asOf))), n.sort_key, n.unit
      """
    ) { row in ReviewedUnit(id: try row[0], name: try row[1], hasCollective: try row[2] as Int > 1) }
  }

  /// The posts of those who lead a unit together.
  static func leading(_ alias: StaticString) -> SQL {
    "\(name: alias).post IN ('secretary', 'deputySecretary', 'standingMember', 'committeeMember')"
  }

  /// All units that have to do with a scope, and those above them.
  func tree(_ reviewed: Reviewed) throws -> ReviewTree {
    let concerned: SQL = """
      SELECT a.ancestor FROM ancestry a WHERE \(Records.asOf("a", asOf)) AND a.unit IN (
        \(reviewed.units)
        UNION SELECT r.unit FROM roll r WHERE \(Records.asOf("r", asOf)) AND r.person IN (\(reviewed.people))
        UNION SELECT p.unit FROM post p WHERE \(Records.asOf("p", asOf)) AND p.person IN (\(reviewed.people)))
      """
    var nodes: [ID<Unit>: ReviewTree.Node] = [:]
    try db.each(
      """
      SELECT k.unit, k.kind, u.parent, s.sector FROM unit_kind k
      LEFT JOIN unit_parent u ON u.unit = k.unit AND \(Records.asOf("u", asOf))
      LEFT JOIN unit_sector s ON s.unit = k.unit AND \(Records.asOf("s", asOf))
      WHERE \(Records.asOf("k", asOf)) AND k.unit IN (\(concerned))
      """
    ) { row in
      nodes[try row[0]] = ReviewTree.Node(parent: try row[2], kind: try row[1], sector: try row[3])
    }
    try db.each(
      """
      SELECT p.unit, min(p.person) FROM post p
      WHERE p.post = \(KnownPost.secretary.rawValue) AND \(Records.asOf("p", asOf)) AND p.unit IN (\(concerned))
      GROUP BY p.unit HAVING count(DISTINCT p.person) = 1
      """
    ) { row in
      let unit: ID<Unit> = try row[0]
      nodes[unit]?.head = try row[1]
    }
    return ReviewTree(nodes)
  }
}
