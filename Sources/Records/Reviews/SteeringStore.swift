package import Basics
package import Rules
package import Storage

/// Somebody who steers the review of a unit, with the sessions they were at.
package struct SteeringLine: Hashable, Sendable {
  package let fact: Fact<ReviewSteering>
  package let roundTitle: String
  package let unitName: String
  package let personName: String
  /// How many sessions of the unit's review they attended in the round, and the day of the last.
  package let attended: Int
  package let lastAttended: CivilDate?

  package var steering: ReviewSteering { fact.value }
}

/// Reads who steers which reviews, and whom the results of a round are listed to.
package struct SteeringStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  package func fact(_ id: ID<FactMark>, _ knowledge: Knowledge = .now) throws -> Fact<ReviewSteering>? {
    try facts("t.id = \(id)", knowledge).last
  }

  /// Every assignment to steer the review of a unit in a round.
  package func facts(
    of unit: ID<Unit>,
    in round: ID<FactMark>,
    _ knowledge: Knowledge = .now
  ) throws -> [Fact<ReviewSteering>] {
    try facts("t.unit = \(unit) AND t.round = \(round)", knowledge)
  }

  private func facts(_ condition: SQL, _ knowledge: Knowledge) throws -> [Fact<ReviewSteering>] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, \(ReviewSteering.columns) FROM review_steering t
      WHERE \(condition) AND \(known("t", knowledge)) ORDER BY t.start_on, t.id
      """
    ) { row in try MeetingStore.fact(row) { try ReviewSteering($0, from: 3) } }
  }

  /// Whether somebody steers the review of a unit in a round on a day.
  package func steers(
    _ person: ID<Person>,
    _ unit: ID<Unit>,
    in round: ID<FactMark>,
    _ asOf: AsOf
  ) throws -> Bool {
    try db.exists(
      """
      SELECT 1 FROM review_steering t WHERE t.unit = \(unit) AND t.round = \(round) AND t.person = \(person)
        AND \(Records.asOf("t", asOf))
      """
    )
  }

  /// Who steers the review of a unit or of one below it in a round on a day, by unit; a constant number of questions.
  package func lines(
    in round: ReviewRound,
    below unit: ID<Unit>,
    _ asOf: AsOf
  ) throws -> [SteeringLine] {
    let tree = AsOf(round.counted, asOf.knowledge)
    return try lines(
      """
      ancestry a JOIN review_steering t ON t.unit = a.unit AND t.round = \(round.key)
      JOIN review_round r ON r.round = t.round AND \(known("r", asOf.knowledge))
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", tree)) AND \(Records.asOf("t", asOf))
      """,
      asOf
    )
  }

  /// The reviews somebody steers, those of the newest round first.
  package func lines(by person: ID<Person>, _ asOf: AsOf) throws -> [SteeringLine] {
    try lines(
      """
      review_steering t JOIN review_round r ON r.round = t.round AND \(known("r", asOf.knowledge))
      WHERE t.person = \(person) AND \(Records.asOf("t", asOf))
      """,
      asOf
    )
  }

  private func lines(_ source: SQL, _ asOf: AsOf) throws -> [SteeringLine] {
    let session: SQL = """
      FROM review_matter m WHERE m.subject = t.unit AND m.round = t.round AND m.writer = t.person
        AND m.kind = 'attendance' AND \(known("m", asOf.knowledge))
      """
    return try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, \(ReviewSteering.columns), r.title, (
          SELECT n.name FROM unit_name n WHERE n.unit = t.unit AND \(known("n", asOf.knowledge))
            AND n.start_on <= \(asOf.day) ORDER BY n.start_on DESC LIMIT 1),
        (SELECT p.name FROM particulars p WHERE p.person = t.person AND \(known("p", asOf.knowledge))
          ORDER BY p.start_on DESC LIMIT 1),
        (SELECT count(DISTINCT m.start_on) \(session)), (SELECT max(m.start_on) \(session))
      FROM \(source) ORDER BY r.ends DESC, t.round, t.unit, t.start_on, t.id
      """
    ) { row in
      let first = 3 + ReviewSteering.width
      let (unit, person): (String?, String?) = (try row[first + 1], try row[first + 2])
      return SteeringLine(
        fact: try MeetingStore.fact(row) { try ReviewSteering($0, from: 3) },
        roundTitle: try row[first],
        unitName: unit ?? "",
        personName: person ?? "",
        attended: try row[first + 3],
        lastAttended: try row[first + 4]
      )
    }
  }

  /// Whether somebody is of the standing committee of a unit on a day.
  package func isOfStandingCommittee(
    _ person: ID<Person>,
    of unit: ID<Unit>,
    on day: CivilDate
  ) throws -> Bool {
    let posts = SQL.join(ReviewSteering.posts.map { "\($0.rawValue)" as SQL }, ", ")
    return try db.exists(
      """
      SELECT 1 FROM post p WHERE p.person = \(person) AND p.unit = \(unit) AND p.post IN (\(posts))
        AND \(asOf("p", AsOf(day)))
      """
    )
  }

  /// Whoever is of the standing committee of a unit on a day, by name.
  package func standingCommittee(
    of unit: ID<Unit>,
    _ asOf: AsOf
  ) throws -> [(person: ID<Person>, name: String)] {
    let posts = SQL.join(ReviewSteering.posts.map { "\($0.rawValue)" as SQL }, ", ")
    return try db.rows(
      """
      SELECT DISTINCT p.person, v.name, v.sort_key FROM post p
      JOIN particulars v ON v.person = p.person AND \(Records.asOf("v", asOf))
      WHERE p.unit = \(unit) AND p.post IN (\(posts)) AND \(Records.asOf("p", asOf))
      ORDER BY v.sort_key, p.person
      """
    ) { row in (try row[0], try row[1]) }
  }

  /// To whom the results of a round are listed now; `nil`: to nobody who does not work on them.
  package func listing(
    of round: ID<FactMark>,
    _ knowledge: Knowledge = .now
  ) throws -> Fact<ReviewListing>? {
    try db.first(
      """
      SELECT t.id, t.start_on, t.end_on, \(ReviewListing.columns) FROM review_listing t
      WHERE t.round = \(round) AND \(known("t", knowledge)) AND t.end_on IS NULL
      """
    ) { row in try MeetingStore.fact(row) { try ReviewListing($0, from: 3) } }
  }
}
