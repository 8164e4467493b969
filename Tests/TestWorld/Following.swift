package import Basics
import Records
package import Rules

/// Following cells in few words.
extension World {
  /// Gives somebody a post in a committee.
  package func seat(
    _ person: ID<Person>,
    in unit: String,
    _ post: KnownPost = .committeeMember,
    from day: CivilDate = "2020-01-01"
  ) async throws {
    let span = Span(open: day)
    try await carryOut(HoldPost(person: person, unit: self.unit(unit), post: post.rawValue, span: span))
  }

  /// Assigns somebody to follow a cell.
  @discardableResult
  package func follow(
    _ unit: String,
    by person: ID<Person>,
    from day: CivilDate,
    until end: CivilDate? = nil
  ) async throws -> ID<FactMark> {
    let span = end.flatMap { Span(from: day, until: $0) } ?? Span(open: day)
    let deed = AssignFollower(person, to: self.unit(unit), span: span, ground: "15-QĐ/ĐU")
    return ID(try await carryOut(deed).result ?? 0)
  }

  /// Calls a meeting of a cell and holds it.
  @discardableResult
  package func met(
    _ unit: String,
    on day: CivilDate,
    _ kind: MeetingKind = .regular,
    _ marks: [ID<Person>: AttendanceMark] = [:]
  ) async throws -> ID<FactMark> {
    let meeting = try await call(kind, of: unit, on: day)
    try await hold(meeting, of: unit, on: day)
    let taps = marks.map { CallRoll.Tap(Attendance($0.key, $0.value), saw: nil) }
    if !taps.isEmpty { try await carryOut(CallRoll(meeting, taps)) }
    return meeting
  }
}
