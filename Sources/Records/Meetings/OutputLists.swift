package import Basics
package import Rules
import Storage

/// A thematic meeting that was held, with what it made.
package struct OutputLine: Hashable, Sendable {
  package let meeting: ID<FactMark>
  package let unit: ID<Unit>
  package let unitName: String
  package let day: CivilDate
  package let kind: MeetingKind
  package let theme: String?
  package var outputs: [MeetingOutput]
}

extension MeetingLists {
  /// The meetings that were held in and below a unit in the last hundred days, the newest first.
  package func held(below unit: ID<Unit>, until day: CivilDate, limit: Int) throws -> [MeetingLine] {
    try db.rows(
      """
      SELECT t.id, t.start_on, n.name, 0, \(Meeting.columns)
      FROM ancestry a
      JOIN meeting t ON t.unit = a.unit AND t.start_on <= \(day) AND t.start_on > \(day.adding(days: -100))
        AND t.stage = 'closed' AND \(known("t"))
      JOIN unit_name n ON n.unit = t.unit AND \(Records.asOf("n", AsOf(day)))
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", AsOf(day)))
      ORDER BY t.start_on DESC, t.id LIMIT \(limit)
      """
    ) { try MeetingLists.line($0) }
  }

  /// The thematic meetings held in and below a unit in a period, the newest first, with how many works each made:
  /// each as it is read, with its theme.
  package func eachThematic(
    below unit: ID<Unit>,
    _ period: Period,
    _ asOf: AsOf,
    _ take: (ThematicMeeting, String?) throws -> Void
  ) throws {
    try db.each(
      """
      SELECT m.id, m.unit, m.start_on, m.kind, m.theme, (
          SELECT count(*) FROM meeting_output o WHERE o.meeting = m.id AND \(known("o", asOf.knowledge)))
      FROM ancestry a
      JOIN meeting m ON m.unit = a.unit AND m.start_on >= \(period.from) AND m.start_on < \(period.until)
        AND m.stage = 'closed' AND m.kind IN ('thematic', 'combined') AND \(known("m", asOf.knowledge))
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf))
      ORDER BY m.start_on DESC, m.id
      """
    ) { row in
      let meeting = ThematicMeeting(
        meeting: try row[0],
        unit: try row[1],
        day: try row[2],
        isCombined: try row[3] as MeetingKind == .combined,
        outputs: Int32(try row[5] as Int)
      )
      try take(meeting, try row[4])
    }
  }

  /// Some thematic meetings with what each made, in the same order: three questions for some hundreds.
  package func outputs(of meetings: [ThematicMeeting], _ asOf: AsOf) throws -> [OutputLine] {
    var lines: [OutputLine] = []
    for start in stride(from: 0, to: meetings.count, by: 500) {
      let block = meetings[start..<min(start + 500, meetings.count)]
      let list = SQL.join(block.map { "\($0.meeting)" }, ", ")
      var made: [ID<FactMark>: [MeetingOutput]] = [:]
      try db.each(
        """
        SELECT t.meeting, \(MeetingOutput.columns) FROM meeting_output t
        WHERE t.meeting IN (\(list)) AND \(known("t", asOf.knowledge)) ORDER BY t.meeting, t.id
        """
      ) { row in made[try row[0], default: []].append(try MeetingOutput(row, from: 1)) }
      var themes: [ID<FactMark>: String] = [:]
      try db.each(
        "SELECT m.id, m.theme FROM meeting m WHERE m.id IN (\(list)) AND \(known("m", asOf.knowledge))"
      ) { row in themes[try row[0]] = try row[1] as String? }
      let names = try NameStore(db: db).names(of: Array(Set(block.map(\.unit))), asOf.knowledge)
      for meeting in block {
        lines.append(
          OutputLine(
            meeting: meeting.meeting,
            unit: meeting.unit,
            unitName: names[meeting.unit]?.value(around: asOf.day) ?? "",
            day: meeting.day,
            kind: meeting.kind,
            theme: themes[meeting.meeting],
            outputs: made[meeting.meeting] ?? []
          )
        )
      }
    }
    return lines
  }

  /// The thematic meetings held in and below a unit in a period with what they made, the newest first.
  package func thematic(below unit: ID<Unit>, _ period: Period, _ asOf: AsOf) throws -> [OutputLine] {
    var found: [ThematicMeeting] = []
    try eachThematic(below: unit, period, asOf) { meeting, _ in found.append(meeting) }
    return try outputs(of: found, asOf)
  }
}

/// A thematic meeting that was held, with how many works it made, in few bytes.
package struct ThematicMeeting: Hashable, Sendable {
  package let meeting: ID<FactMark>
  package let unit: ID<Unit>
  package let day: CivilDate
  private let isCombined: Bool
  private let made: Int32

  fileprivate init(
    meeting: ID<FactMark>,
    unit: ID<Unit>,
    day: CivilDate,
    isCombined: Bool,
    outputs: Int32
  ) {
    self.meeting = meeting
    self.unit = unit
    self.day = day
    self.isCombined = isCombined
    made = outputs
  }

  package var kind: MeetingKind { isCombined ? .combined : .thematic }
  package var outputs: Int { Int(made) }
}
