package import Basics
package import Rules
package import Storage

/// A meeting in a list.
package struct MeetingLine: Hashable, Sendable {
  package let id: ID<FactMark>
  package let day: CivilDate
  package let meeting: Meeting
  package let unitName: String
  /// Whether both have signed its minutes.
  package let isSigned: Bool
}

/// What a cell held in one month, as a board counts it.
package struct MonthOfMeetings: Hashable, Sendable {
  package let unit: ID<Unit>
  /// 1 … 12.
  package let month: Int
  package let kind: MeetingKind
  package let count: Int
  package let obliged: Int
  package let present: Int
}

extension Period {
  /// The days of a year.
  package init?(year: Int) {
    guard let from = CivilDate(year: year, month: 1, day: 1) else { return nil }
    self.init(from: from, until: from.adding(months: 12))
  }
}

/// Reads meetings of a unit and of the cells below it: each list one question.
package struct MeetingLists {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// The meetings of one cell within a period, the newest first.
  package func meetings(
    of unit: ID<Unit>,
    _ period: Period,
    _ knowledge: Knowledge = .now
  ) throws -> [MeetingLine] {
    try db.rows(
      """
      SELECT t.id, t.start_on, '', (
          SELECT count(*) FROM minutes m WHERE m.meeting = t.id AND m.hash IS NOT NULL AND \(known("m", knowledge))),
        \(Meeting.columns)
      FROM meeting t
      WHERE t.unit = \(unit) AND t.start_on >= \(period.from) AND t.start_on < \(period.until)
        AND \(known("t", knowledge))
      ORDER BY t.start_on DESC, t.begins DESC, t.id
      """
    ) { try MeetingLists.line($0) }
  }

  /// The meetings of the cells in and below a unit from a day on, the earliest first.
  package func coming(below unit: ID<Unit>, from day: CivilDate, limit: Int) throws -> [MeetingLine] {
    try db.rows(
      """
      SELECT t.id, t.start_on, n.name, 0, \(Meeting.columns)
      FROM ancestry a
      JOIN meeting t ON t.unit = a.unit AND t.start_on >= \(day) AND t.stage IN ('called', 'open')
        AND \(known("t"))
      JOIN unit_name n ON n.unit = t.unit AND \(asOf("n", AsOf(day)))
      WHERE a.ancestor = \(unit) AND \(asOf("a", AsOf(day)))
      ORDER BY t.start_on, t.begins, t.id LIMIT \(limit)
      """
    ) { try MeetingLists.line($0) }
  }

  /// The meetings from a day on of the cells somebody follows, the earliest first.
  package func coming(followedBy person: ID<Person>, from day: CivilDate, limit: Int) throws -> [MeetingLine]
  {
    try db.rows(
      """
      SELECT t.id, t.start_on, n.name, 0, \(Meeting.columns)
      FROM following f
      JOIN meeting t ON t.unit = f.unit AND t.start_on >= \(day) AND t.stage IN ('called', 'open')
        AND t.kind <> 'preparation' AND f.start_on <= t.start_on AND (f.end_on IS NULL OR f.end_on > t.start_on)
        AND \(known("t"))
      JOIN unit_name n ON n.unit = t.unit AND \(asOf("n", AsOf(day)))
      WHERE f.follower = \(person) AND \(known("f"))
      ORDER BY t.start_on, t.begins, t.id LIMIT \(limit)
      """
    ) { try MeetingLists.line($0) }
  }

  /// What the cells below a unit held in a year, month by month; the cells are those of the day asked about.
  package func months(below unit: ID<Unit>, in year: Int, _ asOf: AsOf) throws -> [MonthOfMeetings] {
    guard let period = Period(year: year) else { return [] }
    return try db.rows(
      """
      SELECT t.unit, CAST(substr(CAST(t.start_on AS TEXT), 6, 2) AS BIGINT), t.kind, count(*),
        CAST(coalesce(sum(t.obliged), 0) AS BIGINT), CAST(coalesce(sum(t.present), 0) AS BIGINT)
      FROM ancestry a
      JOIN meeting t ON t.unit = a.unit AND t.start_on >= \(period.from) AND t.start_on < \(period.until)
        AND t.stage = 'closed' AND t.kind <> 'preparation' AND \(known("t", asOf.knowledge))
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf))
      GROUP BY t.unit, CAST(substr(CAST(t.start_on AS TEXT), 6, 2) AS BIGINT), t.kind
      """
    ) { row in
      MonthOfMeetings(
        unit: try row[0],
        month: try row[1],
        kind: try row[2],
        count: try row[3],
        obliged: try row[4],
        present: try row[5]
      )
    }
  }

  /// Every meeting held in and below a unit in a year, those of one cell after the other in the order of their days:
  /// as an index has them, so that nothing is sorted however many there are.
  package func eachHeld(
    below unit: ID<Unit>,
    in year: Int,
    _ asOf: AsOf,
    _ take: (ID<Unit>, CivilDate, MeetingKind, (obliged: Int, present: Int)) throws -> Void
  ) throws {
    guard let period = Period(year: year) else { return }
    try db.each(
      """
      SELECT t.unit, t.start_on, t.kind, coalesce(t.obliged, 0), coalesce(t.present, 0)
      FROM ancestry a
      JOIN meeting t ON t.unit = a.unit AND t.start_on >= \(period.from) AND t.start_on < \(period.until)
        AND t.stage = 'closed' AND t.kind <> 'preparation' AND \(known("t", asOf.knowledge))
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf))
      """
    ) { row in try take(row[0], row[1], row[2], (row[3], row[4])) }
  }

  /// The cells in and below a unit on a day, each with the unit directly below it under which it stands, and
  /// since when it is there.
  package func cells(below unit: ID<Unit>, _ asOf: AsOf) throws -> [CellPlace] {
    try db.rows(
      """
      SELECT a.unit, n.name, (
          SELECT b.ancestor FROM ancestry b
          WHERE b.unit = a.unit AND b.depth = a.depth - 1 AND \(Records.asOf("b", asOf))),
        (SELECT min(x.start_on) FROM unit_kind x WHERE x.unit = a.unit AND \(known("x", asOf.knowledge)))
      FROM ancestry a
      JOIN unit_kind k ON k.unit = a.unit AND k.kind IN ('cell', 'baseCell') AND \(Records.asOf("k", asOf))
      JOIN unit_name n ON n.unit = a.unit AND \(Records.asOf("n", asOf))
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf))
      ORDER BY n.sort_key, a.unit
      """
    ) { row in
      CellPlace(unit: try row[0], name: try row[1], branch: try row[2], since: try row[3])
    }
  }

  static func line(_ row: Row) throws -> MeetingLine {
    MeetingLine(
      id: try row[0],
      day: try row[1],
      meeting: try Meeting(row, from: 4),
      unitName: try row[2],
      isSigned: try row[3] as Int > 0
    )
  }
}

/// A cell with the unit directly below the one asked about under which it stands; `nil` for that one itself.
package struct CellPlace: Hashable, Sendable {
  package let unit: ID<Unit>
  package let name: String
  package let branch: ID<Unit>?
  package let since: CivilDate
}
