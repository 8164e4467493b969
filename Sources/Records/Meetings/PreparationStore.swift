package import Basics
package import Rules
package import Storage

/// A meeting that dealt with a matter, or is called to do so.
package struct MatterMeeting: Hashable, Sendable {
  package let meeting: ID<FactMark>
  package let day: CivilDate
  package let unit: ID<Unit>
  package let stage: MeetingStage
  package let outcome: MatterOutcome?
}

/// A theme as a list shows it: when it was proposed, with the names in it and the day of its meeting.
package struct ThemeLine: Hashable, Sendable {
  package let fact: Fact<ProposedTheme>
  package let unitName: String
  package let originName: String
  package let proposerName: String?
  package let meetingDay: CivilDate?

  package var theme: ProposedTheme { fact.value }
  package var day: CivilDate { fact.span.start }
}

/// A comment with who wrote it and when.
package struct CommentLine: Hashable, Sendable {
  package let id: ID<FactMark>
  package let comment: MeetingComment
  package let name: String
  package let moment: Int64
}

/// Reads what is prepared before a meeting.
package struct PreparationStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  // MARK: Matters

  /// What the items of a meeting are about.
  package func matters(
    of meeting: ID<FactMark>,
    _ knowledge: Knowledge = .now
  ) throws -> [Fact<ItemMatter>] {
    try facts(meeting, "item_matter", ItemMatter.columns, knowledge) { try ItemMatter($0, from: 3) }
  }

  /// The meetings in and below a unit on whose agenda a matter stood or stands, the newest first.
  package func meetings(
    about matter: AgendaMatter,
    below unit: ID<Unit>,
    _ asOf: AsOf,
    limit: Int = 20
  ) throws -> [MatterMeeting] {
    let knowledge = asOf.knowledge
    return try db.rows(
      """
      SELECT t.meeting, m.start_on, m.unit, m.stage, t.outcome FROM item_matter t
      JOIN ancestry a ON a.unit = t.unit AND a.ancestor = \(unit) AND \(Records.asOf("a", asOf))
      JOIN meeting m ON m.id = t.meeting AND \(known("m", knowledge))
      WHERE t.matter = \(matter.number) AND t.kind = \(matter.kind) AND m.stage <> 'cancelled'
        AND \(known("t", knowledge))
      ORDER BY m.start_on DESC, t.meeting DESC, t.id LIMIT \(limit)
      """
    ) { row in
      MatterMeeting(
        meeting: try row[0],
        day: try row[1],
        unit: try row[2],
        stage: try row[3],
        outcome: try row[4]
      )
    }
  }

  /// The last meeting a cell held before a day.
  package func last(of unit: ID<Unit>, before day: CivilDate) throws -> Fact<Meeting>? {
    try db.first(
      """
      SELECT t.id, t.start_on, t.end_on, \(Meeting.columns) FROM meeting t
      WHERE t.unit = \(unit) AND t.start_on < \(day) AND t.stage = 'closed' AND t.kind <> 'preparation'
        AND \(known("t"))
      ORDER BY t.start_on DESC, t.begins DESC, t.id DESC LIMIT 1
      """
    ) { row in try MeetingStore.fact(row) { try Meeting($0, from: 3) } }
  }

  /// The day of the next meeting of a cell after one; `nil` while none is called.
  package func next(of unit: ID<Unit>, after day: CivilDate) throws -> CivilDate? {
    try db.value(
      """
      SELECT t.start_on FROM meeting t
      WHERE t.unit = \(unit) AND t.start_on > \(day) AND t.stage = 'called' AND t.kind <> 'preparation'
        AND \(known("t"))
      ORDER BY t.start_on LIMIT 1
      """
    )
  }

  // MARK: Themes

  /// What is proposed to a cell, the newest first.
  package func themes(of unit: ID<Unit>, _ asOf: AsOf) throws -> [ThemeLine] {
    try themes("t.unit = \(unit)", asOf)
  }

  /// What a unit proposed to cells below it, the newest first.
  package func themes(from unit: ID<Unit>, _ asOf: AsOf) throws -> [ThemeLine] {
    try themes("t.origin = \(unit) AND t.unit <> \(unit)", asOf)
  }

  private func themes(_ condition: SQL, _ asOf: AsOf) throws -> [ThemeLine] {
    let knowledge = asOf.knowledge
    let lines = try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, (
          SELECT n.name FROM unit_name n WHERE n.unit = t.unit AND \(known("n", knowledge))
            ORDER BY n.start_on DESC LIMIT 1),
        (SELECT n.name FROM unit_name n WHERE n.unit = t.origin AND \(known("n", knowledge))
          ORDER BY n.start_on DESC LIMIT 1),
        (SELECT p.name FROM particulars p WHERE p.person = t.proposer AND \(known("p", knowledge))
          ORDER BY p.start_on DESC LIMIT 1),
        (SELECT m.start_on FROM meeting m WHERE m.id = t.meeting AND \(known("m", knowledge))),
        \(ProposedTheme.columns)
      FROM theme t WHERE \(condition) AND \(Records.asOf("t", asOf)) ORDER BY t.start_on DESC, t.theme DESC, t.id
      """
    ) { row in
      let (unit, origin): (String?, String?) = (try row[3], try row[4])
      return ThemeLine(
        fact: try MeetingStore.fact(row) { try ProposedTheme($0, from: 7) },
        unitName: unit ?? "",
        originName: origin ?? "",
        proposerName: try row[5],
        meetingDay: try row[6]
      )
    }
    var seen: Set<[Int64]> = []
    return lines.filter { seen.insert([$0.theme.key.number, $0.theme.unit.number]).inserted }
  }

  /// The units directly below one, by name: to whom it can propose.
  package func receivers(below unit: ID<Unit>, _ asOf: AsOf) throws -> [(unit: ID<Unit>, name: String)] {
    try db.rows(
      """
      SELECT a.unit, n.name FROM ancestry a
      JOIN unit_name n ON n.unit = a.unit AND \(Records.asOf("n", asOf))
      WHERE a.ancestor = \(unit) AND a.depth = 1 AND \(Records.asOf("a", asOf)) ORDER BY n.sort_key, a.unit
      """
    ) { (try $0[0], try $0[1]) }
  }

  /// What is known now of a theme proposed to a cell; of one that took over from two, as each of them had it.
  package func theme(_ key: ID<FactMark>, in unit: ID<Unit>) throws -> [Fact<ProposedTheme>] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, \(ProposedTheme.columns) FROM theme t
      WHERE t.theme = \(key) AND t.unit = \(unit) AND t.end_on IS NULL AND \(known("t")) ORDER BY t.id
      """
    ) { row in try MeetingStore.fact(row) { try ProposedTheme($0, from: 3) } }
  }

  // MARK: Comments and guests

  /// What was said of a meeting before it, in the order in which it was written.
  package func comments(
    of meeting: ID<FactMark>,
    _ knowledge: Knowledge = .now
  ) throws -> [CommentLine] {
    // any knowledge: a comment was written when it was first written down, whatever became of the day since.
    try db.rows(
      """
      SELECT t.id, (SELECT p.name FROM particulars p WHERE p.person = t.author AND \(known("p", knowledge))
          ORDER BY p.start_on DESC LIMIT 1),
        (SELECT min(e.moment) FROM meeting_comment x JOIN entry e ON e.seq = x.recorded WHERE x.id = t.id),
        \(MeetingComment.columns)
      FROM meeting_comment t WHERE t.meeting = \(meeting) AND \(known("t", knowledge)) ORDER BY t.id
      """
    ) { row in
      let name: String? = try row[1]
      return CommentLine(
        id: try row[0],
        comment: try MeetingComment(row, from: 3),
        name: name ?? "",
        moment: try row[2]
      )
    }
  }

  /// Those invited who are not of the cell.
  package func guests(
    of meeting: ID<FactMark>,
    _ knowledge: Knowledge = .now
  ) throws -> [Fact<MeetingGuest>] {
    try facts(meeting, "meeting_guest", MeetingGuest.columns, knowledge) { try MeetingGuest($0, from: 3) }
  }

  private func facts<Value>(
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
}
