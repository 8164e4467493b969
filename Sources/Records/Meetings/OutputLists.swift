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

  /// The thematic meetings held in and below a unit in a period with what they made, the newest first: two questions.
  package func thematic(below unit: ID<Unit>, _ period: Period, _ asOf: AsOf) throws -> [OutputLine] {
    var made: [ID<FactMark>: [MeetingOutput]] = [:]
    try db.each(
      """
      SELECT t.meeting, \(MeetingOutput.columns) FROM ancestry a
      JOIN meeting m ON m.unit = a.unit AND m.start_on >= \(period.from) AND m.start_on < \(period.until)
        AND m.stage = 'closed' AND m.kind IN ('thematic', 'combined') AND \(known("m", asOf.knowledge))
      JOIN meeting_output t ON t.meeting = m.id AND \(known("t", asOf.knowledge))
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf)) ORDER BY t.meeting, t.id
      """
    ) { row in made[try row[0], default: []].append(try MeetingOutput(row, from: 1)) }
    return try db.rows(
      """
      SELECT m.id, m.unit, n.name, m.start_on, m.kind, m.theme FROM ancestry a
      JOIN meeting m ON m.unit = a.unit AND m.start_on >= \(period.from) AND m.start_on < \(period.until)
        AND m.stage = 'closed' AND m.kind IN ('thematic', 'combined') AND \(known("m", asOf.knowledge))
      JOIN unit_name n ON n.unit = m.unit AND \(Records.asOf("n", asOf))
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf))
      ORDER BY m.start_on DESC, n.sort_key, m.id
      """
    ) { row in
      let id: ID<FactMark> = try row[0]
      return OutputLine(
        meeting: id,
        unit: try row[1],
        unitName: try row[2],
        day: try row[3],
        kind: try row[4],
        theme: try row[5],
        outputs: made[id] ?? []
      )
    }
  }
}
