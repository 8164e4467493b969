package import Basics
package import Rules
import Storage

/// What is said of a meeting when it is called, and can be changed until it opens.
package struct MeetingDraft: Hashable, Sendable {
  package var kind: MeetingKind
  package var mode: MeetingMode
  package var day: CivilDate
  package var begins: TimeOfDay
  package var place: String?
  package var theme: String?
  package var chair: ID<Person>?
  package var taker: ID<Person>?
  package var prepares: ID<FactMark>?
  package var slotReason: String?

  package init(
    _ kind: MeetingKind,
    _ mode: MeetingMode = .inPerson,
    on day: CivilDate,
    at begins: TimeOfDay,
    place: String? = nil,
    theme: String? = nil,
    chair: ID<Person>? = nil,
    taker: ID<Person>? = nil,
    prepares: ID<FactMark>? = nil,
    slotReason: String? = nil
  ) {
    self.kind = kind
    self.mode = mode
    self.day = day
    self.begins = begins
    self.place = place
    self.theme = theme
    self.chair = chair
    self.taker = taker
    self.prepares = prepares
    self.slotReason = slotReason
  }

  var said: [(name: String, value: String?)] {
    [
      ("kind", kind.rawValue), ("mode", mode.rawValue), ("day", day.description),
      ("begins", begins.description), ("place", place), ("theme", theme), ("chair", chair?.description),
      ("taker", taker?.description), ("prepares", prepares?.description), ("slotReason", slotReason),
    ]
  }

  func applied(to meeting: Meeting) -> Meeting {
    var meeting = meeting
    (meeting.kind, meeting.mode, meeting.begins) = (kind, mode, begins)
    (meeting.place, meeting.theme, meeting.slotReason) = (place, theme, slotReason)
    (meeting.chair, meeting.taker, meeting.prepares) = (chair, taker, prepares)
    return meeting
  }
}

/// Calls a meeting of a cell: from now on members know when and where, and what is on the agenda.
///
/// The agenda begins as the regulation in force on the day says.
package struct CallMeeting: Operation {
  package static let operation = "callMeeting"
  package var unit: ID<Unit>
  package var draft: MeetingDraft
  /// What is due and stands on the agenda besides.
  package var matters: [TakenMatter]
  /// The theme of the cell's list that a thematic meeting is on.
  package var theme: ID<FactMark>?

  package init(
    of unit: ID<Unit>,
    _ draft: MeetingDraft,
    _ matters: [TakenMatter] = [],
    on theme: ID<FactMark>? = nil
  ) {
    self.unit = unit
    self.draft = draft
    self.matters = matters
    self.theme = theme
  }

  package var said: [(name: String, value: String?)] {
    [("unit", unit.description)] + draft.said + [("fromList", theme?.description)] + matters.map(\.said)
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.keepMeetings, on: unit)
    var draft = draft
    if let theme {
      guard let chosen = try PreparationStore(db: work.db).theme(theme, in: unit).first?.value else {
        throw Refused(.theme, .unknownValue(theme.description, allowed: []))
      }
      draft.theme = draft.theme ?? chosen.title
    }
    try work.objections(to: draft, of: unit).raise()
    let id: ID<FactMark> = work.draw()
    let meeting = draft.applied(to: Meeting(unit: unit, kind: draft.kind, begins: draft.begins))
    try work.write(.meeting, id, draft.day.alone, meeting.row)
    let agenda = try work.regulations(for: unit).version(of: "meeting", on: draft.day)?.agenda ?? []
    var place = 0
    for part in agenda where part.kinds.contains(draft.kind) {
      place += 1
      let isTheme = part.name == "theme"
      let title = isTheme ? draft.theme ?? part.text.vi : part.text.vi
      let item = MeetingItem(place: place, part: part.name, title: title)
      let itemID: ID<FactMark> = work.draw()
      try work.write(.meetingItem, itemID, draft.day.alone, [id.sqlValue, unit.sqlValue] + item.row)
      if isTheme, let theme {
        let about = ItemMatter(itemID, AgendaMatter(.theme, theme.number))
        try work.write(.itemMatter, work.draw(), draft.day.alone, [id.sqlValue, unit.sqlValue] + about.row)
      }
    }
    _ = try work.put(matters, on: id, Fact(meeting, draft.day.alone, id: id))
    return id.number
  }
}

/// Changes when, where, how or by whom a meeting is held, before it opens; the agenda and the papers stay.
package struct ChangeMeeting: Operation {
  package static let operation = "changeMeeting"
  package var meeting: ID<FactMark>
  package var draft: MeetingDraft

  package init(_ meeting: ID<FactMark>, _ draft: MeetingDraft) {
    self.meeting = meeting
    self.draft = draft
  }

  package var said: [(name: String, value: String?)] { [("meeting", meeting.description)] + draft.said }

  package func perform(_ work: Work) throws -> Int64? {
    let old = try work.meeting(meeting, in: [.called])
    try work.objections(to: draft, of: old.value.unit, besides: meeting).raise()
    var new = old
    new.value = draft.applied(to: old.value)
    new.span = draft.day.alone
    if new == old { throw Refused(nil, .nothingChanges) }
    try work.save(.meeting, from: [old], to: [new], \.value.row)
    if new.span != old.span { try work.moveParts(of: meeting, to: new.span) }
    return meeting.number
  }
}

/// Cancels a meeting that was called and has not opened.
package struct CancelMeeting: Operation {
  package static let operation = "cancelMeeting"
  package var meeting: ID<FactMark>
  package var why: String

  package init(_ meeting: ID<FactMark>, why: String) {
    self.meeting = meeting
    self.why = why
  }

  package var said: [(name: String, value: String?)] { [("meeting", meeting.description), ("why", why)] }

  package func perform(_ work: Work) throws -> Int64? {
    let old = try work.meeting(meeting, in: [.called])
    try Written.text(why, .reason, limit: 500).raise()
    var new = old
    new.value.stage = .cancelled
    new.value.why = why
    try work.save(.meeting, from: [old], to: [new], \.value.row)
    try work.settleThemes(of: meeting, new.value)
    return meeting.number
  }
}

/// Allows a cell to meet online, in part online or by sub-groups, on the days of a span.
package struct AllowMeetingMode: Operation {
  package static let operation = "allowMeetingMode"
  package var unit: ID<Unit>
  package var permission: MeetingPermission
  package var span: Span

  package init(of unit: ID<Unit>, _ permission: MeetingPermission, span: Span) {
    self.unit = unit
    self.permission = permission
    self.span = span
  }

  package var said: [(name: String, value: String?)] {
    [
      ("unit", unit.description), ("mode", permission.mode.rawValue), ("ground", permission.ground),
      ("from", span.start.description), ("until", span.end?.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.allowMeetingModes, on: unit)
    try Written.text(permission.ground, .ground, limit: 200).raise()
    if !permission.mode.needsPermission { throw Refused(.mode, .nothingChanges) }
    let (code, existence) = try UnitStore(db: work.db).existence(unit)
    guard existence?.contains(Span(open: span.start)) == true || existence?.contains(span) == true else {
      throw Refused(.from, .unitAbsent(unit: code, exists: existence, needed: span))
    }
    let known = try MeetingStore(db: work.db).permissions(of: unit)
    if known.contains(where: { $0.value.mode == permission.mode && $0.span.overlaps(span) }) {
      throw Refused(.from, .alreadyThere)
    }
    let id: ID<FactMark> = work.draw()
    try work.write(
      .meetingPermission,
      id,
      span,
      [unit.sqlValue, permission.mode.sqlValue, permission.ground.sqlValue]
    )
    return id.number
  }
}

extension CivilDate {
  /// The span of this day and no other.
  package var alone: Span { Span(from: self, until: adding(days: 1)) ?? Span(open: self) }
}

extension Work {
  /// A meeting that the account may keep, in one of these stages.
  func meeting(_ id: ID<FactMark>, in stages: Set<MeetingStage>) throws -> Fact<Meeting> {
    guard let found = try MeetingStore(db: db).meeting(id) else {
      throw Refused(nil, .unknownValue(id.description, allowed: []))
    }
    try require(.keepMeetings, on: found.value.unit)
    if !stages.contains(found.value.stage) { throw Refused(nil, .meetingIs(found.value.stage)) }
    return found
  }

  /// Why a meeting cannot be called so.
  fileprivate func objections(
    to draft: MeetingDraft,
    of unit: ID<Unit>,
    besides meeting: ID<FactMark>? = nil
  ) throws -> [Objection] {
    var objections: [Objection] = []
    for (text, field) in [(draft.place, Field.place), (draft.theme, .theme), (draft.slotReason, .reason)] {
      if let text { objections += Written.text(text, field) }
    }
    let units = UnitStore(db: db)
    let (code, existence) = try units.existence(unit)
    guard existence?.contains(draft.day) == true else {
      let refusal = Refusal.unitAbsent(unit: code, exists: existence, needed: draft.day.alone)
      return objections + [Objection(.day, refusal)]
    }
    let kind = try units.life(unit)?.kind(on: draft.day)
    if kind != .cell && kind != .baseCell { objections.append(Objection(.unit, .notACell)) }
    let store = MeetingStore(db: db)
    if try !store.mayMeet(draft.mode, unit, on: draft.day) {
      objections.append(Objection(.mode, .modeNotAllowed(draft.mode)))
    }
    if draft.kind.countsForQuarter, draft.theme == nil { objections.append(Objection(.theme, .blank)) }
    objections += try objectionsToPreparing(draft, of: unit)
    let list = try AttendeeStore(db: db).list(of: unit, AsOf(draft.day))
    for (person, field) in [(draft.chair, Field.chair), (draft.taker, .taker)] {
      guard let person else { continue }
      if !list.contains(where: { $0.attendee.person == person }) {
        objections.append(Objection(field, .notOnRollCall))
      }
    }
    return objections
  }

  private func objectionsToPreparing(_ draft: MeetingDraft, of unit: ID<Unit>) throws -> [Objection] {
    guard draft.kind == .preparation, let prepares = draft.prepares else { return [] }
    guard let prepared = try MeetingStore(db: db).meeting(prepares), prepared.value.unit == unit,
      prepared.value.kind != .preparation
    else { return [Objection(.day, .noneOpen)] }
    return prepared.span.start < draft.day ? [Objection(.day, .dayAhead(prepared.span.start))] : []
  }

  /// Moves what belongs to a meeting to its new day.
  fileprivate func moveParts(of meeting: ID<FactMark>, to span: Span) throws {
    let tables: [JournaledTable] = [
      .meetingItem, .meetingPaper, .itemMatter, .meetingComment, .meetingGuest,
    ]
    for table in tables {
      let rows = try db.rows(
        """
        SELECT t.id, \(names: table.columns) FROM \(name: table.name) t
        WHERE t.meeting = \(meeting) AND \(known("t")) ORDER BY t.id
        """
      ) { row in
        (id: try row[0] as ID<FactMark>, values: (1...table.columns.count).map { row.source.value($0) })
      }
      for row in rows {
        try supersede(table, row.id)
        try write(table, row.id, span, row.values)
      }
    }
  }
}
