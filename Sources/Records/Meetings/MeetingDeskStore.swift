package import Basics
package import Rules
package import Storage

/// Which cells a desk asks about, over which time, and in which order.
package struct MeetingDeskQuestion: Hashable, Sendable {
  package enum Order: String, Hashable, Sendable, CaseIterable {
    case name, state, day, share
  }

  package var unit: ID<Unit>
  package var period: Period
  /// Whether it is the thematic meeting of a quarter; else the regular one of a month.
  package var isThematic: Bool
  package var asOf: AsOf
  /// The day on which it is asked: what is over by then is missed.
  package var today: CivilDate
  package var state: MeetingProgress?
  package var order: Order
  package var isDescending: Bool

  package init(
    _ unit: ID<Unit>,
    _ period: Period,
    isThematic: Bool,
    _ asOf: AsOf,
    today: CivilDate,
    state: MeetingProgress? = nil,
    order: Order = .state,
    isDescending: Bool = false
  ) {
    self.unit = unit
    self.period = period
    self.isThematic = isThematic
    self.asOf = asOf
    self.today = today
    self.state = state
    self.order = order
    self.isDescending = isDescending
  }
}

/// A cell with the meeting that was due, and what became of that.
package struct MeetingDeskLine: Hashable, Sendable {
  package let unit: ID<Unit>
  package let unitName: String
  package let state: MeetingProgress
  package let meeting: Held?

  /// The first meeting of the kind that was held in the time asked about.
  package struct Held: Hashable, Sendable {
    package let id: ID<FactMark>
    package let day: CivilDate
    package let turnout: Turnout?
    /// The moment both signatures were under the minutes; `nil` while they are not.
    package let filed: Int64?
    /// How many criteria each scorer found met, of how many.
    package let own: (met: Int, all: Int)
    package let superior: (met: Int, all: Int)

    package static func == (one: Held, other: Held) -> Bool { one.id == other.id && one.filed == other.filed }
    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
  }
}

/// Reads what the cells below a unit have done with the meeting that was due: counted, sorted and cut by the query.
package struct MeetingDeskStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// How many cells have come how far.
  package func counts(_ question: MeetingDeskQuestion) throws -> [MeetingProgress: Int] {
    var found: [MeetingProgress: Int] = [:]
    try db.each(
      "SELECT s.state, count(*) FROM (\(MeetingDeskStore.source(question))) s GROUP BY s.state"
    ) { row in
      let state: Int = try row[0]
      if let state = MeetingProgress(rawValue: state) { found[state] = try row[1] }
    }
    return found
  }

  /// A stretch of the cells asked about, in the order asked for.
  package func lines(
    _ question: MeetingDeskQuestion,
    from first: Int = 0,
    limit: Int
  ) throws -> [MeetingDeskLine] {
    let knowledge = question.asOf.knowledge
    let narrowed: SQL = question.state.map { "s.state = \($0.rawValue)" } ?? "1 = 1"
    // any knowledge: minutes were filed when the signed text was first written down.
    return try db.rows(
      """
      SELECT s.unit, s.name, s.state, m.id, m.start_on, m.obliged, m.present, m.unexcused, (
          SELECT min(e.moment) FROM minutes x JOIN entry e ON e.seq = x.recorded
          WHERE x.meeting = m.id AND x.hash IS NOT NULL AND \(known("x", knowledge))),
        \(MeetingDeskStore.score("own", knowledge)), \(MeetingDeskStore.score("superior", knowledge))
      FROM (\(MeetingDeskStore.source(question))) s
      LEFT JOIN meeting m ON m.id = s.meeting AND \(known("m", knowledge))
      WHERE \(narrowed) ORDER BY \(MeetingDeskStore.order(question)), s.sort_key, s.unit
      LIMIT \(limit) OFFSET \(first)
      """
    ) { row in
      let state: Int = try row[2]
      let meeting: ID<FactMark>? = try row[3]
      let obliged: Int? = try row[5]
      return MeetingDeskLine(
        unit: try row[0],
        unitName: try row[1],
        state: MeetingProgress(rawValue: state) ?? .notDue,
        meeting: try meeting.map { id in
          MeetingDeskLine.Held(
            id: id,
            day: try row[4],
            turnout: try obliged.map { Turnout(obliged: $0, present: try row[6], unexcused: try row[7]) },
            filed: try row[8],
            own: (try row[9], try row[10]),
            superior: (try row[11], try row[12])
          )
        }
      )
    }
  }

  private static func score(_ scorer: StaticString, _ knowledge: Knowledge) -> SQL {
    let of: SQL =
      "meeting_score c WHERE c.meeting = m.id AND c.scorer = '\(name: scorer)' AND \(known("c", knowledge))"
    return "(SELECT CAST(coalesce(sum(c.met), 0) AS BIGINT) FROM \(of)), (SELECT count(*) FROM \(of))"
  }

  /// Every cell in and below the unit with the meeting that was held, and its state as a number.
  private static func source(_ question: MeetingDeskQuestion) -> SQL {
    let (asOf, period) = (question.asOf, question.period)
    let knowledge = asOf.knowledge
    let kinds: SQL = question.isThematic ? "'thematic', 'combined'" : "'regular', 'combined'"
    let unheld = period.until <= question.today ? MeetingProgress.missed : .awaited
    return """
      SELECT c.unit AS unit, c.name AS name, c.sort_key AS sort_key, c.meeting AS meeting, CASE
        WHEN c.meeting IS NULL AND c.since > \(period.from) THEN \(MeetingProgress.notDue.rawValue)
        WHEN c.meeting IS NULL THEN \(unheld.rawValue)
        WHEN NOT EXISTS (SELECT 1 FROM minutes x WHERE x.meeting = c.meeting AND x.hash IS NOT NULL
          AND \(known("x", knowledge))) THEN \(MeetingProgress.unsigned.rawValue)
        WHEN EXISTS (SELECT 1 FROM meeting_score x WHERE x.meeting = c.meeting AND x.scorer = 'superior'
          AND \(known("x", knowledge))) THEN \(MeetingProgress.confirmed.rawValue)
        WHEN EXISTS (SELECT 1 FROM meeting_score x WHERE x.meeting = c.meeting AND x.scorer = 'own'
          AND \(known("x", knowledge))) THEN \(MeetingProgress.scored.rawValue)
        ELSE \(MeetingProgress.unscored.rawValue) END AS state
      FROM (
        SELECT a.unit AS unit, n.name AS name, n.sort_key AS sort_key, (
            SELECT min(x.start_on) FROM unit_kind x WHERE x.unit = a.unit AND \(known("x", knowledge))) AS since,
          (SELECT min(t.id) FROM meeting t WHERE t.unit = a.unit AND t.start_on >= \(period.from)
            AND t.start_on < \(period.until) AND t.stage = 'closed' AND t.kind IN (\(kinds))
            AND \(known("t", knowledge))) AS meeting
        FROM ancestry a
        JOIN unit_kind k ON k.unit = a.unit AND k.kind IN ('cell', 'baseCell') AND \(Records.asOf("k", asOf))
        JOIN unit_name n ON n.unit = a.unit AND \(Records.asOf("n", asOf))
        WHERE a.ancestor = \(question.unit) AND \(Records.asOf("a", asOf))) c
      """
  }

  /// What the rows run by; a cell without a meeting stands after those with one.
  private static func order(_ question: MeetingDeskQuestion) -> SQL {
    let way: SQL = question.isDescending ? "DESC" : "ASC"
    return switch question.order {
    case .name: "s.sort_key \(way)"
    case .state: "s.state \(way)"
    case .day: "CASE WHEN m.start_on IS NULL THEN 1 ELSE 0 END, m.start_on \(way)"
    case .share:
      """
      CASE WHEN m.obliged IS NULL OR m.obliged = 0 THEN 1 ELSE 0 END,
        CASE WHEN m.obliged > 0 THEN m.present * 1000 / m.obliged ELSE 0 END \(way)
      """
    }
  }
}
