package import Basics
package import Records
import RulebookFiles
package import Rules

/// Meetings in few words.
extension World {
  /// Calls a meeting of a cell.
  @discardableResult
  package func call(
    _ kind: MeetingKind = .regular,
    of unit: String,
    on day: CivilDate,
    _ change: (inout MeetingDraft) -> Void = { _ in }
  ) async throws -> ID<FactMark> {
    try await call(kind, of: self.unit(unit), on: day, change)
  }

  /// The same of a unit that was founded in the test.
  @discardableResult
  package func call(
    _ kind: MeetingKind = .regular,
    of unit: ID<Unit>,
    on day: CivilDate,
    _ change: (inout MeetingDraft) -> Void = { _ in }
  ) async throws -> ID<FactMark> {
    var draft = MeetingDraft(kind, on: day, at: .evening, theme: kind.countsForQuarter ? "Chuyên đề" : nil)
    change(&draft)
    return ID(try await carryOut(CallMeeting(of: unit, draft)).result ?? 0)
  }

  /// Holds a meeting that was called, everybody on its list marked the same, but for some.
  package func hold(
    _ meeting: ID<FactMark>,
    of unit: String,
    on day: CivilDate,
    minutes: Int = 90,
    _ marks: [ID<Person>: AttendanceMark] = [:]
  ) async throws {
    try await hold(meeting, of: self.unit(unit), on: day, minutes: minutes, marks)
  }

  /// The same of a unit that was founded in the test.
  package func hold(
    _ meeting: ID<FactMark>,
    of cell: ID<Unit>,
    on day: CivilDate,
    minutes: Int = 90,
    _ marks: [ID<Person>: AttendanceMark] = [:]
  ) async throws {
    try await carryOut(OpenMeeting(meeting, at: .evening))
    let list = try await read { try AttendeeStore(db: $0).list(of: cell, AsOf(day)) }
    let taps = list.filter { $0.attendee.attending.isObliged }.map { line in
      CallRoll.Tap(
        Attendance(line.attendee.person, marks[line.attendee.person] ?? .present),
        saw: nil
      )
    }
    if !taps.isEmpty { try await carryOut(CallRoll(meeting, taps)) }
    let end = TimeOfDay(minutes: TimeOfDay.evening.minutes + minutes) ?? .evening
    try await carryOut(CloseMeeting(meeting, at: end))
  }
}

extension World {
  /// What the judge of a meeting reads as one scorer sees it, and says.
  package func judged(
    _ meeting: ID<FactMark>,
    by scorer: MeetingScorer
  ) async throws -> (facts: [String: Quantity], verdict: Verdict) {
    let clock = clock.clock
    let reading = try await read { try MeetingStore(db: $0).reading(meeting) }
    guard let reading,
      let judge = ShippedRules.folder.library.judge("meeting", of: "meeting", on: reading.day)
    else { preconditionFailure("no meeting, or no rule for its day") }
    let facts = reading.facts(clock).facts(by: scorer)
    return (facts, judge.verdict(facts))
  }
}

extension TimeOfDay {
  /// When cells of people who work meet.
  package static let evening: TimeOfDay = {
    guard let time = TimeOfDay("19:30") else { preconditionFailure("19:30 is a time") }
    return time
  }()
}
