package import Basics
package import Rules
package import Storage

/// Something said in a round, with the fact that keeps it and the day it was said.
package struct SaidMark: Hashable, Sendable {
  package let id: ID<FactMark>
  package let day: CivilDate
  package let mark: ReviewMark
}

/// Reads rounds, and what was said, sent, stated and raised in them.
package struct ReviewStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// A round as it is known; `nil` when there is none.
  package func round(_ key: ID<FactMark>, _ knowledge: Knowledge = .now) throws -> Fact<ReviewRound>? {
    try db.first(
      """
      SELECT t.id, t.start_on, t.end_on, \(ReviewRound.columns) FROM review_round t
      WHERE t.round = \(key) AND \(known("t", knowledge)) ORDER BY t.start_on DESC
      """
    ) { row in try MeetingStore.fact(row) { try ReviewRound($0, from: 3) } }
  }

  /// The rounds that reach a unit: those it holds, and those of the units above it, the newest first.
  package func rounds(of unit: ID<Unit>, _ asOf: AsOf) throws -> [Fact<ReviewRound>] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, \(ReviewRound.columns)
      FROM ancestry a JOIN review_round t ON t.unit = a.ancestor
      WHERE a.unit = \(unit) AND \(Records.asOf("a", asOf)) AND \(Records.asOf("t", asOf))
      ORDER BY t.begins DESC, a.depth, t.round DESC
      """
    ) { row in try MeetingStore.fact(row) { try ReviewRound($0, from: 3) } }
  }

  /// The rounds that reach a unit on the day they count and are not published yet, the one that ends first before the
  /// others.
  package func openRounds(of unit: ID<Unit>) throws -> [ReviewRound] {
    try db.rows(
      """
      SELECT \(ReviewRound.columns) FROM review_round t
      JOIN ancestry a ON a.ancestor = t.unit AND a.unit = \(unit) AND \(known("a"))
        AND a.start_on <= t.counted AND (a.end_on IS NULL OR a.end_on > t.counted)
      WHERE \(known("t")) AND t.end_on IS NULL AND t.frozen IS NULL ORDER BY t.ends, t.begins, t.round
      """
    ) { row in try ReviewRound(row, from: 0) }
  }

  /// Whether somebody is at home in what a round reaches, on the day counted.
  package func isReviewed(
    _ person: ID<Person>,
    in round: ReviewRound,
    _ knowledge: Knowledge = .now
  ) throws -> Bool {
    try home(of: person, in: round, knowledge) != nil
  }

  /// Where somebody is at home on the day a round counts; `nil` where the round does not reach.
  package func home(
    of person: ID<Person>,
    in round: ReviewRound,
    _ knowledge: Knowledge = .now
  ) throws -> ID<Unit>? {
    let asOf = AsOf(round.counted, knowledge)
    return try db.value(
      """
      SELECT r.unit FROM roll r
      JOIN ancestry a ON a.unit = r.unit AND a.ancestor = \(round.unit) AND \(Records.asOf("a", asOf))
      WHERE r.person = \(person) AND \(Records.asOf("r", asOf))
      """
    )
  }

  /// What of a round is somebody's own: themselves, and the units they lead as secretary or deputy.
  package func own(of person: ID<Person>?, in round: ReviewRound) throws -> OwnSubjects {
    guard let person else { return OwnSubjects(of: nil, leading: []) }
    let posts = [KnownPost.secretary, .deputySecretary].map { "\($0.rawValue)" as SQL }
    let led = try db.rows(
      """
      SELECT p.unit FROM post p WHERE p.person = \(person) AND p.post IN (\(SQL.join(posts, ", ")))
        AND \(Records.asOf("p", AsOf(round.counted)))
      """
    ) { try $0[0] as ID<Unit> }
    return OwnSubjects(of: person, leading: Set(led))
  }

  /// The cells somebody follows on the day counted, and how each stands in the round: by them who follows is judged.
  package func followed(
    by person: ID<Person>,
    in round: ReviewRound,
    _ knowledge: Knowledge = .now
  ) throws
    -> [FollowedClass]
  {
    let asOf = AsOf(round.counted, knowledge)
    return try db.rows(
      """
      SELECT f.unit, n.name, (
        SELECT t.rating FROM review_mark t
        WHERE t.subject = f.unit AND t.round = \(round.key) AND \(known("t", knowledge)) AND t.about = 'organisation'
          AND t.step = 'decision' AND t.passed = 1)
      FROM following f JOIN unit_name n ON n.unit = f.unit AND \(Records.asOf("n", asOf))
      WHERE f.follower = \(person) AND \(Records.asOf("f", asOf)) ORDER BY n.sort_key, f.unit
      """
    ) { row in FollowedClass(unit: try row[0], name: try row[1], rating: try row[2]) }
  }

  /// What was said of one subject in a round, as it was said.
  package func marks(
    of subject: ReviewSubject,
    in round: ID<FactMark>,
    _ knowledge: Knowledge = .now
  ) throws -> [SaidMark] {
    try marks("\(subject.alone) AND t.round = \(round)", knowledge)
  }

  /// What was decided of one subject in all rounds, the newest first: its classes over the years.
  ///
  /// Of a unit also those of the units that were merged into it, and of theirs: it goes on with what they were.
  package func decisions(of subject: ReviewSubject, _ knowledge: Knowledge = .now) throws -> [PastClass] {
    let all = SQL.join(try lineage(of: subject, knowledge).map { "(\($0.alone))" }, " OR ")
    return try db.rows(
      """
      SELECT r.round, r.term, r.begins, r.ends, r.frozen, t.rating, t.unit, \(ReviewSubject.columns)
      FROM review_mark t JOIN review_round r ON r.round = t.round AND \(known("r", knowledge))
      WHERE (\(all)) AND \(known("t", knowledge)) AND t.step = 'decision' AND t.passed = 1
        AND t.rating IS NOT NULL
      ORDER BY r.ends DESC, r.begins, r.round DESC, t.subject
      """
    ) { row in
      guard let days = Span(from: try row[2], until: try row[3] as CivilDate) else {
        throw StorageError.unreadable("span")
      }
      return PastClass(
        round: try row[0],
        term: try row[1],
        days: days,
        isPublished: try row[4] as Int64? != nil,
        rating: try row[5],
        decider: try row[6],
        subject: try ReviewSubject(row, from: 7)
      )
    }
  }

  /// A subject, and of a unit the same of all units it came from.
  private func lineage(of subject: ReviewSubject, _ knowledge: Knowledge) throws -> [ReviewSubject] {
    guard let unit = subject.unit else { return [subject] }
    let all = [unit] + (try TreeStore(db: db).forebears(of: unit, until: nil, knowledge).map(\.unit))
    return all.map { if case .collective = subject { .collective($0) } else { .organisation($0) } }
  }

  func marks(_ condition: SQL, _ knowledge: Knowledge) throws -> [SaidMark] {
    try db.rows(
      """
      SELECT t.id, t.start_on, \(ReviewMark.columns) FROM review_mark t
      WHERE \(condition) AND \(known("t", knowledge)) ORDER BY t.start_on, t.id
      """
    ) { row in SaidMark(id: try row[0], day: try row[1], mark: try ReviewMark(row, from: 2)) }
  }

  /// Which units have sent their reviews up in a round, and which got them back.
  package func sent(in round: ID<FactMark>, _ knowledge: Knowledge = .now) throws -> [Fact<ReviewsSent>] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, \(ReviewsSent.columns) FROM review_sent t
      WHERE t.round = \(round) AND \(known("t", knowledge)) ORDER BY t.start_on, t.id
      """
    ) { row in try MeetingStore.fact(row) { try ReviewsSent($0, from: 3) } }
  }

  /// That a unit's reviews are with those above it; `nil` while it can still change them.
  package func sent(
    by unit: ID<Unit>,
    in round: ID<FactMark>,
    _ knowledge: Knowledge = .now
  ) throws -> Fact<ReviewsSent>? {
    try db.first(
      """
      SELECT t.id, t.start_on, t.end_on, \(ReviewsSent.columns) FROM review_sent t
      WHERE t.round = \(round) AND t.unit = \(unit) AND \(known("t", knowledge)) AND t.end_on IS NULL
      """
    ) { row in try MeetingStore.fact(row) { try ReviewsSent($0, from: 3) } }
  }

  /// What was stated of one subject in a round.
  package func statements(
    of subject: ReviewSubject,
    in round: ID<FactMark>,
    _ knowledge: Knowledge = .now
  ) throws -> [Fact<ReviewStatement>] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, \(ReviewStatement.columns) FROM review_statement t
      WHERE \(subject.alone) AND t.round = \(round) AND \(known("t", knowledge)) ORDER BY t.name
      """
    ) { row in try MeetingStore.fact(row) { try ReviewStatement($0, from: 3) } }
  }

  /// What was raised about one subject, in this round and before it.
  package func matters(
    of subject: ReviewSubject,
    _ knowledge: Knowledge = .now
  ) throws -> [Fact<ReviewMatter>] {
    try matters(subject.alone, knowledge)
  }

  /// What was raised in a round by units in and below one, or about them, what is open first.
  package func matters(
    in round: ID<FactMark>,
    below unit: ID<Unit>,
    _ asOf: AsOf
  ) throws -> [Fact<ReviewMatter>] {
    try matters(
      """
      t.round = \(round) AND t.unit IN (
        SELECT a.unit FROM ancestry a WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf)))
      """,
      asOf.knowledge
    )
  }

  package func matter(_ key: ID<FactMark>, _ knowledge: Knowledge = .now) throws -> Fact<ReviewMatter>? {
    try matters("t.matter = \(key)", knowledge).last
  }

  private func matters(_ condition: SQL, _ knowledge: Knowledge) throws -> [Fact<ReviewMatter>] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, \(ReviewMatter.columns) FROM review_matter t
      WHERE \(condition) AND \(known("t", knowledge)) ORDER BY t.start_on, t.id
      """
    ) { row in try MeetingStore.fact(row) { try ReviewMatter($0, from: 3) } }
  }
}

/// A cell that somebody follows, with its class in a round; `nil` before it is decided.
package struct FollowedClass: Hashable, Sendable {
  package let unit: ID<Unit>
  package let name: String
  package let rating: ReviewClass?
}

/// A class that was decided in a round.
package struct PastClass: Hashable, Sendable {
  package let round: ID<FactMark>
  package let term: ReviewTerm
  package let days: Span
  package let isPublished: Bool
  package let rating: ReviewClass
  package let decider: ID<Unit>
  /// Whose it was: of a unit that came out of a merger, also one that was merged into it.
  package let subject: ReviewSubject
}
