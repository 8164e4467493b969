package import Basics
package import Rules
package import Storage

/// A paper of a meeting with its file, and the moment it was handed out.
package struct HandedPaper: Hashable, Sendable {
  package let id: ID<FactMark>
  package let paper: MeetingPaper
  package let file: FileHash
  package let name: String
  package let moment: Int64
}

/// Something added to minutes after they were signed.
package struct Addendum: Hashable, Sendable {
  package let text: String
  package let entry: Int64
  package let moment: Int64
  package let writer: String?
}

/// Reads one meeting with all that belongs to it.
package struct MeetingStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// A meeting as it is known; `nil` when there is none.
  package func meeting(_ id: ID<FactMark>, _ knowledge: Knowledge = .now) throws -> Fact<Meeting>? {
    try db.first(
      "SELECT t.id, t.start_on, t.end_on, \(Meeting.columns) FROM meeting t WHERE t.id = \(id) AND \(known("t", knowledge))"
    ) { row in try MeetingStore.fact(row) { try Meeting($0, from: 3) } }
  }

  /// What is on the agenda, in its order.
  package func items(of meeting: ID<FactMark>, _ knowledge: Knowledge = .now) throws -> [Fact<MeetingItem>] {
    try facts(meeting, "meeting_item", MeetingItem.columns, knowledge) { try MeetingItem($0, from: 3) }
      .sorted { $0.value.place < $1.value.place }
  }

  package func marks(of meeting: ID<FactMark>, _ knowledge: Knowledge = .now) throws -> [Fact<Attendance>] {
    try facts(meeting, "attendance", Attendance.columns, knowledge) { try Attendance($0, from: 3) }
  }

  package func votes(of meeting: ID<FactMark>, _ knowledge: Knowledge = .now) throws -> [Fact<MeetingVote>] {
    try facts(meeting, "meeting_vote", MeetingVote.columns, knowledge) { try MeetingVote($0, from: 3) }
  }

  package func scores(of meeting: ID<FactMark>, _ knowledge: Knowledge = .now) throws -> [Fact<MeetingScore>]
  {
    try facts(meeting, "meeting_score", MeetingScore.columns, knowledge) { try MeetingScore($0, from: 3) }
  }

  /// The minutes as they stand; `nil` when nobody has begun them.
  package func minutes(of meeting: ID<FactMark>, _ knowledge: Knowledge = .now) throws -> Fact<Minutes>? {
    try facts(meeting, "minutes", Minutes.columns, knowledge) { try Minutes($0, from: 3) }.first
  }

  /// What was added to the minutes after they were signed, the oldest first.
  package func addenda(of meeting: ID<FactMark>, _ knowledge: Knowledge = .now) throws -> [Addendum] {
    try db.rows(
      """
      SELECT t.body, t.recorded, e.moment, c.display_name FROM minutes_addendum t
      JOIN entry e ON e.seq = t.recorded LEFT JOIN account c ON c.id = e.account
      WHERE t.meeting = \(meeting) AND \(known("t", knowledge)) ORDER BY t.recorded, t.id
      """
    ) { row in
      Addendum(text: try row[0], entry: try row[1], moment: try row[2], writer: try row[3])
    }
  }

  /// The papers, the first handed out first.
  package func papers(of meeting: ID<FactMark>, _ knowledge: Knowledge = .now) throws -> [HandedPaper] {
    // any knowledge: a paper was handed out when it was first written down, whatever became of the day since.
    try db.rows(
      """
      SELECT t.id, t.kind, t.title, t.file, t.name, (
        SELECT min(e.moment) FROM meeting_paper x JOIN entry e ON e.seq = x.recorded WHERE x.id = t.id)
      FROM meeting_paper t WHERE t.meeting = \(meeting) AND \(known("t", knowledge)) ORDER BY t.id
      """
    ) { row in
      HandedPaper(
        id: try row[0],
        paper: MeetingPaper(try row[1], try row[2]),
        file: try row[3],
        name: try row[4],
        moment: try row[5]
      )
    }
  }

  /// The committee meetings held to prepare a meeting.
  package func preparations(
    of meeting: ID<FactMark>,
    _ knowledge: Knowledge = .now
  ) throws -> [Fact<Meeting>] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, \(Meeting.columns) FROM meeting t
      WHERE t.prepares = \(meeting) AND t.stage <> 'cancelled' AND \(known("t", knowledge))
      ORDER BY t.start_on, t.id
      """
    ) { row in try MeetingStore.fact(row) { try Meeting($0, from: 3) } }
  }

  /// Whether a committee above has allowed a cell to meet so on a day.
  package func mayMeet(_ mode: MeetingMode, _ unit: ID<Unit>, on day: CivilDate) throws -> Bool {
    if !mode.needsPermission { return true }
    return try db.exists(
      """
      SELECT 1 FROM meeting_permission p WHERE p.unit = \(unit) AND p.mode = \(mode) AND \(asOf("p", AsOf(day)))
      """
    )
  }

  /// How a unit was allowed to meet, the newest first.
  package func permissions(of unit: ID<Unit>) throws -> [Fact<MeetingPermission>] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, t.mode, t.ground FROM meeting_permission t
      WHERE t.unit = \(unit) AND \(known("t")) ORDER BY t.start_on DESC, t.id
      """
    ) { row in try MeetingStore.fact(row) { MeetingPermission(try $0[3], ground: try $0[4]) } }
  }

  func facts<Value>(
    _ meeting: ID<FactMark>,
    _ table: StaticString,
    _ columns: SQL,
    _ knowledge: Knowledge,
    _ value: (Row) throws -> Value
  ) throws -> [Fact<Value>] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, \(columns) FROM \(name: table) t
      WHERE t.meeting = \(meeting) AND \(known("t", knowledge)) ORDER BY t.id
      """
    ) { row in try MeetingStore.fact(row, value) }
  }

  static func fact<Value>(_ row: Row, _ value: (Row) throws -> Value) throws -> Fact<Value> {
    guard let span = Span(from: try row[1], until: try row[2]) else { throw StorageError.unreadable("span") }
    return Fact(try value(row), span, id: try row[0])
  }
}
