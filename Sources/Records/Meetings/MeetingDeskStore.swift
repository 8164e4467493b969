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

/// Where a cell stands with the meeting that was due, in few bytes: a province has thousands of them.
package struct CellProgress: Hashable, Sendable {
  package let unit: ID<Unit>
  /// The number of the meeting; 0 where none was held.
  private let held: Int64
  private let day: CivilDate
  /// Who took part, in thousandths of those obliged; -1 where nothing is counted.
  private let share: Int16
  private let rank: Int8

  fileprivate init(
    _ unit: ID<Unit>,
    _ state: Int,
    _ meeting: ID<FactMark>?,
    _ day: CivilDate?,
    obliged: Int?,
    present: Int?
  ) {
    self.unit = unit
    rank = Int8(state)
    held = meeting?.number ?? 0
    self.day = day ?? .latest
    let all = obliged ?? 0
    share = all > 0 ? Int16(min((present ?? 0) * 1000 / all, 1000)) : -1
  }

  package var state: MeetingProgress { MeetingProgress(rawValue: Int(rank)) ?? .notDue }
  package var meeting: ID<FactMark>? { held == 0 ? nil : ID(held) }

  /// By what it stands before others; a cell without a meeting stands after those with one.
  fileprivate func key(_ order: MeetingDeskQuestion.Order, isDescending: Bool) -> Int {
    let (value, isKnown): (Int, Bool) =
      switch order {
      case .name: (0, true)
      case .state: (Int(rank), true)
      case .day: (Int(day.number), held != 0)
      case .share: (Int(share), share >= 0)
      }
    if !isKnown { return Int(Int32.max) }
    return isDescending ? -value : value
  }
}

extension [CellProgress] {
  /// How many cells have come how far.
  package var counts: [MeetingProgress: Int] {
    reduce(into: [:]) { $0[$1.state, default: 0] += 1 }
  }

  /// Those a question asks for, in its order; they stand by name.
  package func chosen(_ question: MeetingDeskQuestion) -> [CellProgress] {
    let cells = question.state.map { state in filter { $0.state == state } } ?? self
    if question.order == .name { return question.isDescending ? cells.reversed() : cells }
    let places = cells.enumerated().map { place, cell in
      (key: cell.key(question.order, isDescending: question.isDescending), place: place)
    }
    return places.sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map { cells[$0.place] }
  }
}

/// A cell with the meeting that was due, and what became of that.
package struct MeetingDeskLine: Hashable, Sendable {
  package let unit: ID<Unit>
  package let unitName: String
  /// The organisation above it by which cells of one name are told apart: that of the base, or a committee.
  package let aboveName: String?
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

/// Reads what the cells below a unit have done with the meeting that was due: where each stands in one walk, and
/// the rest of those a page shows.
package struct MeetingDeskStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// How many cells have come how far.
  package func counts(_ question: MeetingDeskQuestion) throws -> [MeetingProgress: Int] {
    try cells(question).counts
  }

  /// A stretch of the cells asked about, in the order asked for.
  package func lines(
    _ question: MeetingDeskQuestion,
    from first: Int = 0,
    limit: Int
  ) throws -> [MeetingDeskLine] {
    try lines(Array(cells(question).chosen(question).dropFirst(first).prefix(limit)), question)
  }

  /// Every cell in and below the unit with the meeting that was held and its state, by name.
  package func cells(_ question: MeetingDeskQuestion) throws -> [CellProgress] {
    let (asOf, period) = (question.asOf, question.period)
    let knowledge = asOf.knowledge
    let kinds: SQL = question.isThematic ? "'thematic', 'combined'" : "'regular', 'combined'"
    let unheld = period.until <= question.today ? MeetingProgress.missed : .awaited
    // Which meeting it was is asked once for each cell: a part of its own is not asked again wherever it is named.
    return try db.rows(
      """
      WITH c AS MATERIALIZED (
        SELECT a.unit AS unit, n.sort_key AS sort_key, (
            SELECT min(t.id) FROM meeting t WHERE t.unit = a.unit AND t.start_on >= \(period.from)
              AND t.start_on < \(period.until) AND t.stage = 'closed' AND t.kind IN (\(kinds))
              AND \(known("t", knowledge))) AS meeting
        FROM ancestry a
        JOIN unit_kind k ON k.unit = a.unit AND k.kind IN ('cell', 'baseCell') AND \(Records.asOf("k", asOf))
        JOIN unit_name n ON n.unit = a.unit AND \(Records.asOf("n", asOf))
        WHERE a.ancestor = \(question.unit) AND \(Records.asOf("a", asOf)))
      SELECT c.unit, CASE
        WHEN c.meeting IS NULL AND (SELECT min(x.start_on) FROM unit_kind x WHERE x.unit = c.unit
          AND \(known("x", knowledge))) > \(period.from) THEN \(MeetingProgress.notDue.rawValue)
        WHEN c.meeting IS NULL THEN \(unheld.rawValue)
        WHEN NOT EXISTS (SELECT 1 FROM minutes x WHERE x.meeting = c.meeting AND x.hash IS NOT NULL
          AND \(known("x", knowledge))) THEN \(MeetingProgress.unsigned.rawValue)
        ELSE coalesce((SELECT max(CASE WHEN x.scorer = 'superior' THEN \(MeetingProgress.confirmed.rawValue)
            ELSE \(MeetingProgress.scored.rawValue) END) FROM meeting_score x
          WHERE x.meeting = c.meeting AND \(known("x", knowledge))), \(MeetingProgress.unscored.rawValue)) END,
        c.meeting, m.start_on, m.obliged, m.present
      FROM c LEFT JOIN meeting m ON m.unit = c.unit AND m.id = c.meeting AND m.start_on >= \(period.from)
        AND m.start_on < \(period.until) AND m.stage = 'closed' AND \(known("m", knowledge))
      ORDER BY c.sort_key, c.unit
      """
    ) { row in
      CellProgress(
        try row[0],
        try row[1],
        try row[2],
        try row[3],
        obliged: try row[4],
        present: try row[5]
      )
    }
  }

  /// All that a page tells of some cells, in the same order: two questions.
  package func lines(
    _ cells: [CellProgress],
    _ question: MeetingDeskQuestion
  ) throws -> [MeetingDeskLine] {
    var lines: [MeetingDeskLine] = []
    for start in stride(from: 0, to: cells.count, by: 500) {
      let block = cells[start..<min(start + 500, cells.count)]
      let names = try names(of: block.map(\.unit), question.asOf)
      let held = try held(block.compactMap(\.meeting), question.asOf.knowledge)
      for cell in block {
        lines.append(
          MeetingDeskLine(
            unit: cell.unit,
            unitName: names[cell.unit]?.own ?? "",
            aboveName: names[cell.unit]?.above,
            state: cell.state,
            meeting: cell.meeting.flatMap { held[$0] }
          )
        )
      }
    }
    return lines
  }

  private func names(
    of units: [ID<Unit>],
    _ asOf: AsOf
  ) throws -> [ID<Unit>: (own: String, above: String?)] {
    if units.isEmpty { return [:] }
    var found: [ID<Unit>: (own: String, above: String?)] = [:]
    let list = SQL.join(units.map { "\($0)" }, ", ")
    try db.each(
      """
      SELECT n.unit, n.name, (
          SELECT h.name FROM ancestry a
          JOIN unit_kind k ON k.unit = a.ancestor AND \(Records.asOf("k", asOf))
            AND k.kind IN ('baseCommittee', 'superiorCommittee', 'province', 'centre')
          JOIN unit_name h ON h.unit = a.ancestor AND \(Records.asOf("h", asOf))
          WHERE a.unit = n.unit AND a.depth > 0 AND \(Records.asOf("a", asOf)) ORDER BY a.depth LIMIT 1)
      FROM unit_name n WHERE n.unit IN (\(list)) AND \(Records.asOf("n", asOf))
      """
    ) { row in found[try row[0]] = (try row[1], try row[2]) }
    return found
  }

  private func held(
    _ meetings: [ID<FactMark>],
    _ knowledge: Knowledge
  ) throws -> [ID<FactMark>: MeetingDeskLine.Held] {
    if meetings.isEmpty { return [:] }
    var found: [ID<FactMark>: MeetingDeskLine.Held] = [:]
    let list = SQL.join(meetings.map { "\($0)" }, ", ")
    // any knowledge: minutes were filed when the signed text was first written down.
    try db.each(
      """
      SELECT m.id, m.start_on, m.obliged, m.present, m.unexcused, (
          SELECT min(e.moment) FROM minutes x JOIN entry e ON e.seq = x.recorded
          WHERE x.meeting = m.id AND x.hash IS NOT NULL AND \(known("x", knowledge))),
        \(MeetingDeskStore.score("own", knowledge)), \(MeetingDeskStore.score("superior", knowledge))
      FROM meeting m WHERE m.id IN (\(list)) AND \(known("m", knowledge))
      """
    ) { row in
      let id: ID<FactMark> = try row[0]
      let obliged: Int? = try row[2]
      found[id] = MeetingDeskLine.Held(
        id: id,
        day: try row[1],
        turnout: try obliged.map { Turnout(obliged: $0, present: try row[3], unexcused: try row[4]) },
        filed: try row[5],
        own: (try row[6], try row[7]),
        superior: (try row[8], try row[9])
      )
    }
    return found
  }

  private static func score(_ scorer: StaticString, _ knowledge: Knowledge) -> SQL {
    let of: SQL =
      "meeting_score c WHERE c.meeting = m.id AND c.scorer = '\(name: scorer)' AND \(known("c", knowledge))"
    return "(SELECT CAST(coalesce(sum(c.met), 0) AS BIGINT) FROM \(of)), (SELECT count(*) FROM \(of))"
  }
}
