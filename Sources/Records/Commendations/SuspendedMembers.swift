import Basics
import Rules
import Storage

/// Who was ever suspended, and when: few, read where a rule leaves that time out of the years in the Party.
struct SuspendedMembers {
  let db: any Connection

  func spans(_ knowledge: Knowledge) throws -> [ID<Person>: [Span]] {
    var found: [ID<Person>: [Span]] = [:]
    try db.each(
      """
      SELECT s.person, s.start_on, s.end_on FROM member_state s
      WHERE s.state = \(StateKind.suspended) AND \(known("s", knowledge)) ORDER BY s.person, s.start_on
      """
    ) { row in
      guard let span = Span(from: try row[1], until: try row[2]) else {
        throw StorageError.unreadable("span")
      }
      found[try row[0], default: []].append(span)
    }
    return found
  }
}
