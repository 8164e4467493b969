package import Basics
package import Rules
import Storage

/// That a unit was reminded of a resolution on which it was silent: when, by whom, and what was said.
package struct Reminder: Hashable, Sendable {
  package let resolution: ID<FactMark>
  package let unit: ID<Unit>
  package let day: CivilDate
  package let note: String?
  package let writer: String?
}

/// Reminds a unit that nothing has been heard from it on a resolution; it stands in its register and on its front.
package struct RemindUnit: Operation {
  package static let operation = "remindUnit"
  package var key: ID<FactMark>
  package var unit: ID<Unit>
  package var note: String?

  package init(_ unit: ID<Unit>, of key: ID<FactMark>, _ note: String? = nil) {
    self.key = key
    self.unit = unit
    self.note = note
  }

  package var said: [(name: String, value: String?)] {
    [("resolution", key.description), ("unit", unit.description), ("note", note)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let store = ResolutionStore(db: work.db)
    let asOf = AsOf(work.today)
    guard let resolution = try store.resolution(key, asOf)?.resolution else {
      throw Refused(nil, .unknownValue(key.description, allowed: []))
    }
    try work.require(.keepResolutions, on: resolution.unit)
    if let note { try Written.text(note, .note, limit: 500).raise() }
    let tasks = try TaskStore(db: work.db).lines(TaskQuestion(.resolution(key), asOf))
    let links = try store.links(below: resolution.unit, asOf)
    let cascade = try CascadeStore(db: work.db).lines(.of(key), tasks: tasks, links: links, asOf)
    guard let answer = cascade.first(where: { $0.unit == unit })?.answer else {
      throw Refused(nil, .notSentHere)
    }
    if answer.step(on: work.today) != .silent { throw Refused(nil, .notSilent) }
    if try store.reminders(.of(key)).contains(where: { $0.unit == unit && $0.day == work.today }) {
      throw Refused(nil, .nothingChanges)
    }
    try work.write(
      .resolutionReminder,
      work.draw(),
      work.today.alone,
      [key.sqlValue, unit.sqlValue, note.sqlValue]
    )
    return key.number
  }
}

extension ResolutionStore {
  /// The reminders of a resolution, or those sent to or by a unit, the newest first.
  package func reminders(_ question: CascadeQuestion, _ knowledge: Knowledge = .now) throws -> [Reminder] {
    let condition: SQL =
      switch question {
      case .of(let key): "t.resolution = \(key)"
      case .sentTo(let unit): "t.unit = \(unit)"
      case .sentBelow(let unit):
        """
        t.unit IN (
          SELECT a.unit FROM ancestry a WHERE a.ancestor = \(unit) AND \(known("a", knowledge)))
        """
      case .sentBy(let unit):
        """
        t.resolution IN (
          SELECT r.resolution FROM resolution r WHERE r.unit = \(unit) AND \(known("r", knowledge)))
        """
      }
    return try db.rows(
      """
      SELECT t.resolution, t.unit, t.start_on, t.note, c.display_name FROM resolution_reminder t
      JOIN entry e ON e.seq = t.recorded LEFT JOIN account c ON c.id = e.account
      WHERE \(condition) AND \(known("t", knowledge)) ORDER BY t.start_on DESC, t.id DESC
      """
    ) { row in
      Reminder(
        resolution: try row[0],
        unit: try row[1],
        day: try row[2],
        note: try row[3],
        writer: try row[4]
      )
    }
  }

  /// The resolutions passed at a meeting.
  package func passed(at meeting: ID<FactMark>, _ asOf: AsOf) throws -> [ResolutionLine] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, \(Resolution.columns), ''
      FROM resolution t WHERE t.meeting = \(meeting) AND \(Records.asOf("t", asOf)) ORDER BY t.start_on, t.id
      """
    ) { try ResolutionStore.line($0) }
  }
}
