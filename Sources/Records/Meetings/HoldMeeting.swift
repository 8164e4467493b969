package import Basics
package import Rules
import Storage

/// Opens a meeting: it began at this time.
package struct OpenMeeting: Operation {
  package static let operation = "openMeeting"
  package var meeting: ID<FactMark>
  package var time: TimeOfDay

  package init(_ meeting: ID<FactMark>, at time: TimeOfDay) {
    self.meeting = meeting
    self.time = time
  }

  package var said: [(name: String, value: String?)] {
    [("meeting", meeting.description), ("time", time.description)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let old = try work.meeting(meeting, in: [.called])
    if old.span.start > work.today { throw Refused(nil, .notYet(old.span.start)) }
    var new = old
    new.value.stage = .open
    new.value.opened = time
    try work.save(.meeting, from: [old], to: [new], \.value.row)
    return meeting.number
  }
}

/// Closes a meeting: it was over at this time; everybody who was to be there has been called.
package struct CloseMeeting: Operation {
  package static let operation = "closeMeeting"
  package var meeting: ID<FactMark>
  package var time: TimeOfDay

  package init(_ meeting: ID<FactMark>, at time: TimeOfDay) {
    self.meeting = meeting
    self.time = time
  }

  package var said: [(name: String, value: String?)] {
    [("meeting", meeting.description), ("time", time.description)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let old = try work.meeting(meeting, in: [.open])
    let call = try work.rollCall(meeting, old)
    if call.uncalled > 0, old.value.kind != .preparation {
      throw Refused(nil, .stillToCall(call.uncalled))
    }
    var new = old
    new.value.stage = .closed
    new.value.closed = time
    // Of a meeting of the committee nobody is called: nothing is counted of it.
    new.value.turnout = call.uncalled > 0 ? nil : call.turnout
    try work.save(.meeting, from: [old], to: [new], \.value.row)
    try work.settleThemes(of: meeting, new.value)
    return meeting.number
  }
}

/// Opens a meeting again that was closed too early, or puts right when it began and ended; its minutes are not
/// signed yet.
package struct ReopenMeeting: Operation {
  package static let operation = "reopenMeeting"
  package var meeting: ID<FactMark>

  package init(_ meeting: ID<FactMark>) {
    self.meeting = meeting
  }

  package var said: [(name: String, value: String?)] { [("meeting", meeting.description)] }

  package func perform(_ work: Work) throws -> Int64? {
    let old = try work.meeting(meeting, in: [.closed])
    try work.demandUnsigned(meeting)
    var new = old
    new.value.stage = .open
    new.value.closed = nil
    new.value.turnout = nil
    try work.save(.meeting, from: [old], to: [new], \.value.row)
    try work.settleThemes(of: meeting, new.value)
    return meeting.number
  }
}

/// Marks of a roll call, one or many.
///
/// A mark says what it was when it was made over: one that somebody else has changed meanwhile to something else
/// stays as it is, and whoever sent it is shown both.
package struct CallRoll: Operation {
  package static let operation = "callRoll"

  /// One mark, and the mark it was made over.
  package struct Tap: Hashable, Sendable {
    package var attendance: Attendance
    package var saw: AttendanceMark?

    package init(_ attendance: Attendance, saw: AttendanceMark?) {
      self.attendance = attendance
      self.saw = saw
    }
  }

  package var meeting: ID<FactMark>
  package var taps: [Tap]

  package init(_ meeting: ID<FactMark>, _ taps: [Tap]) {
    self.meeting = meeting
    self.taps = taps
  }

  package var said: [(name: String, value: String?)] {
    [("meeting", meeting.description)]
      + taps.map { ($0.attendance.person.description, $0.attendance.mark.rawValue) }
  }

  package func perform(_ work: Work) throws -> Int64? {
    let held = try work.meeting(meeting, in: [.called, .open, .closed])
    try work.demandUnsigned(meeting)
    if held.span.start > work.today { throw Refused(nil, .notYet(held.span.start)) }
    let list = try AttendeeStore(db: work.db).list(of: held.value.unit, AsOf(held.span.start))
    let called = Set(list.map(\.attendee.person))
    var known: [ID<Person>: Fact<Attendance>] = [:]
    for mark in try MeetingStore(db: work.db).marks(of: meeting) { known[mark.value.person] = mark }
    for tap in taps {
      let said = tap.attendance
      guard called.contains(said.person) else { throw Refused(.person, .notOnRollCall) }
      if let reason = said.reason { try Written.text(reason, .reason, limit: 200).raise() }
      let old = known[said.person]
      // Somebody else has marked them otherwise meanwhile: that stands.
      if let old, old.value.mark != tap.saw, old.value.mark != said.mark { continue }
      let new = Fact(said, held.span, id: old?.id ?? work.draw())
      if new == old { continue }
      try work.save(.attendance, from: old.map { [$0] } ?? [], to: [new]) { fact in
        [meeting.sqlValue, held.value.unit.sqlValue] + fact.value.row
      }
      known[said.person] = new
    }
    if held.value.stage == .closed {
      var counted = held
      counted.value.turnout = RollCall(list.map(\.attendee), known.mapValues(\.value.mark)).turnout
      try work.save(.meeting, from: [held], to: [counted], \.value.row)
    }
    return meeting.number
  }
}

/// Records a vote: the proposal and how many hands, or what was counted on paper.
///
/// A vote by name has its names: it is recorded with them, or not at all.
package struct RecordMeetingVote: Operation {
  package static let operation = "recordMeetingVote"
  package var meeting: ID<FactMark>
  package var vote: MeetingVote

  package init(_ meeting: ID<FactMark>, _ vote: MeetingVote) {
    self.meeting = meeting
    self.vote = vote
  }

  package var said: [(name: String, value: String?)] {
    [
      ("meeting", meeting.description), ("proposal", vote.proposal), ("manner", vote.manner.rawValue),
      ("officials", String(vote.officials)), ("present", String(vote.present)),
      ("agreed", String(vote.agreed)), ("against", String(vote.against)),
      ("abstained", String(vote.abstained)),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let held = try work.meeting(meeting, in: [.open, .closed])
    try work.demandUnsigned(meeting)
    if vote.manner == .named { throw Refused(.votes, .namesNeeded) }
    try (Written.text(vote.proposal, .title, limit: 500) + vote.objections()).raise()
    let id: ID<FactMark> = work.draw()
    try work.write(
      .meetingVote,
      id,
      held.span,
      [meeting.sqlValue, held.value.unit.sqlValue] + vote.row
    )
    return id.number
  }
}

extension Work {
  /// The roll call of a meeting as it stands.
  func rollCall(_ id: ID<FactMark>, _ meeting: Fact<Meeting>) throws -> RollCall {
    let list = try AttendeeStore(db: db).list(of: meeting.value.unit, AsOf(meeting.span.start))
    var marks: [ID<Person>: AttendanceMark] = [:]
    for mark in try MeetingStore(db: db).marks(of: id) { marks[mark.value.person] = mark.value.mark }
    return RollCall(list.map(\.attendee), marks)
  }

  /// Refuses to change a meeting whose minutes somebody has signed.
  func demandUnsigned(_ meeting: ID<FactMark>) throws {
    guard let minutes = try MeetingStore(db: db).minutes(of: meeting)?.value else { return }
    if minutes.takerSigned != nil || minutes.chairSigned != nil { throw Refused(nil, .minutesSigned) }
  }
}
