package import Basics
package import Rules
import Storage

/// Assigns a member of a committee above to follow a cell, on the days of a span.
package struct AssignFollower: Operation {
  package static let operation = "assignFollower"
  package var following: Following
  package var span: Span

  package init(_ follower: ID<Person>, to unit: ID<Unit>, span: Span, ground: String? = nil) {
    following = Following(follower, of: unit, ground: ground)
    self.span = span
  }

  package var said: [(name: String, value: String?)] {
    [
      ("unit", following.unit.description), ("person", following.follower.description),
      ("from", span.start.description), ("until", span.end?.description), ("ground", following.ground),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let unit = following.unit
    try work.require(.assignFollowers, on: unit)
    var objections: [Objection] = []
    if let ground = following.ground { objections += Written.text(ground, .ground, limit: 200) }
    let units = UnitStore(db: work.db)
    let (code, existence) = try units.existence(unit)
    guard existence?.contains(span.start) == true else {
      throw Refused(.from, .unitAbsent(unit: code, exists: existence, needed: span))
    }
    let kind = try units.life(unit)?.kind(on: span.start)
    if kind != .cell && kind != .baseCell { objections.append(Objection(.unit, .notACell)) }
    let store = FollowingStore(db: work.db)
    if try !store.isAbove(following.follower, unit, on: span.start) {
      objections.append(Objection(.person, .notOfCommitteeAbove))
    }
    let known = try store.facts(of: unit)
    if known.contains(where: { $0.value.follower == following.follower && $0.span.overlaps(span) }) {
      objections.append(Objection(.from, .alreadyThere))
    }
    try objections.raise()
    let id: ID<FactMark> = work.draw()
    try work.write(.following, id, span, following.row)
    return id.number
  }
}

/// Ends an assignment: from the day on the person does not follow the cell any more.
package struct EndFollowing: Operation {
  package static let operation = "endFollowing"
  package var following: ID<FactMark>
  package var day: CivilDate

  package init(_ following: ID<FactMark>, on day: CivilDate) {
    self.following = following
    self.day = day
  }

  package var said: [(name: String, value: String?)] {
    [("following", following.description), ("day", day.description)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    guard let old = try FollowingStore(db: work.db).fact(following) else {
      throw Refused(nil, .unknownValue(following.description, allowed: []))
    }
    try work.require(.assignFollowers, on: old.value.unit)
    if day <= old.span.start { throw Refused(.day, .beforeDay(old.span.start.adding(days: 1))) }
    guard let span = old.span.cut(at: day), span != old.span else { throw Refused(.day, .nothingChanges) }
    var new = old
    new.span = span
    try work.save(.following, from: [old], to: [new], \.value.row)
    return following.number
  }
}

/// Leaves what a follower saw of a meeting, or writes it anew.
///
/// The follower writes it; whoever assigns followers enters what was handed in on paper.
package struct LeaveVisitNote: Operation {
  package static let operation = "leaveVisitNote"
  package var meeting: ID<FactMark>
  package var follower: ID<Person>
  package var text: String

  package init(_ meeting: ID<FactMark>, of follower: ID<Person>, _ text: String) {
    self.meeting = meeting
    self.follower = follower
    self.text = text
  }

  package var said: [(name: String, value: String?)] {
    [("meeting", meeting.description), ("person", follower.description), ("text", text)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let held = try work.visited(meeting, by: follower)
    try Written.text(text, .text, limit: 4000).raise()
    let mark = try MeetingStore(db: work.db).marks(of: meeting).first { $0.value.person == follower }
    if let mark, !mark.value.mark.isPresent { throw Refused(.text, .markedAway) }
    let old = try FollowingStore(db: work.db).notes(of: meeting).first { $0.value.follower == follower }
    let note = VisitNote(of: follower, at: meeting, in: held.value.unit, text)
    let new = Fact(note, held.span, id: old?.id ?? work.draw())
    if new == old { throw Refused(nil, .nothingChanges) }
    try work.save(.visitNote, from: old.map { [$0] } ?? [], to: [new], \.value.row)
    return meeting.number
  }
}

/// Writes down something a follower found at a meeting: who sees to it, and by when.
package struct AddVisitItem: Operation {
  package static let operation = "addVisitItem"
  package var meeting: ID<FactMark>
  package var follower: ID<Person>
  package var what: String
  package var answerer: ID<Person>?
  package var due: CivilDate

  package init(
    _ meeting: ID<FactMark>,
    of follower: ID<Person>,
    _ what: String,
    by answerer: ID<Person>? = nil,
    due: CivilDate
  ) {
    self.meeting = meeting
    self.follower = follower
    self.what = what
    self.answerer = answerer
    self.due = due
  }

  package var said: [(name: String, value: String?)] {
    [
      ("meeting", meeting.description), ("person", follower.description), ("text", what),
      ("answerer", answerer?.description), ("due", due.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let held = try work.visited(meeting, by: follower)
    var objections = Written.text(what, .title, limit: 500)
    if due < held.span.start { objections.append(Objection(.due, .beforeDay(held.span.start))) }
    if let answerer {
      let list = try AttendeeStore(db: work.db).list(of: held.value.unit, AsOf(held.span.start))
      if !list.contains(where: { $0.attendee.person == answerer && $0.attendee.attending != .follower }) {
        objections.append(Objection(.person, .notOnRollCall))
      }
    }
    try objections.raise()
    let (code, existence) = try UnitStore(db: work.db).existence(held.value.unit)
    if existence?.contains(work.today) != true {
      throw Refused(nil, .unitAbsent(unit: code, exists: existence, needed: work.today.alone))
    }
    let item = VisitItem(
      key: work.draw(),
      meeting: meeting,
      unit: held.value.unit,
      follower: follower,
      what: what,
      answerer: answerer,
      due: due
    )
    try work.write(.visitItem, work.draw(), Span(open: held.span.start), item.row)
    return item.key.number
  }
}

/// Closes what a follower found: what was done, and when.
package struct CloseVisitItem: Operation {
  package static let operation = "closeVisitItem"
  package var item: ID<FactMark>
  package var closing: VisitItem.Closing

  package init(_ item: ID<FactMark>, _ closing: VisitItem.Closing) {
    self.item = item
    self.closing = closing
  }

  package var said: [(name: String, value: String?)] {
    [("item", item.description), ("day", closing.day.description), ("note", closing.note)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let facts = try FollowingStore(db: work.db).facts(ofItem: item)
    guard let old = facts.last else { throw Refused(nil, .unknownValue(item.description, allowed: [])) }
    let own = try work.person
    if own == nil || own != old.value.follower && own != old.value.answerer {
      try work.require(.keepMeetings, on: old.value.unit)
    }
    if old.value.closing != nil { throw Refused(nil, .noneOpen) }
    var objections = Written.text(closing.note, .note, limit: 1000)
    if closing.day > work.today { objections.append(Objection(.day, .notYet(closing.day))) }
    let found = facts.first?.span.start ?? old.span.start
    if closing.day < found { objections.append(Objection(.day, .beforeDay(found))) }
    try objections.raise()
    var new = old
    new.value.closing = closing
    try work.save(.visitItem, from: [old], to: [new], \.value.row)
    return item.number
  }
}

extension Work {
  /// A meeting that was opened, and that this person was to come to as the cell's follower; the account is theirs,
  /// or may enter it for them.
  fileprivate func visited(_ meeting: ID<FactMark>, by follower: ID<Person>) throws -> Fact<Meeting> {
    guard let held = try MeetingStore(db: db).meeting(meeting) else {
      throw Refused(nil, .unknownValue(meeting.description, allowed: []))
    }
    let (unit, day) = (held.value.unit, held.span.start)
    if try person != follower { try require(.assignFollowers, on: unit) }
    if held.value.stage != .open && held.value.stage != .closed {
      throw Refused(nil, .meetingIs(held.value.stage))
    }
    if try !FollowingStore(db: db).follows(follower, unit, AsOf(day)) { throw Refused(nil, .notItsFollower) }
    return held
  }
}
