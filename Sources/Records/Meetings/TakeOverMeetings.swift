import Basics
import Rules
import Storage

/// A meeting that was held before a cell kept its meetings here, with what its papers say.
struct PastMeeting: Hashable, Sendable {
  /// A meeting is prepared by another of the same list, or by one that is known already.
  enum Prepared: Hashable, Sendable {
    case among(Int)
    case known(ID<FactMark>)
  }

  let day: CivilDate
  var meeting: Meeting
  var prepares: Prepared?
  var marks: [Attendance] = []
  var minutes: Minutes?
  var scores: [MeetingScore] = []
}

/// Takes over the meetings a cell held before it kept them here: who was there, what the minutes say, how they were
/// scored, as its papers or an earlier system have it.
///
/// One entry for each cell, so that what was taken over for one can be taken back by itself.
struct TakeOverMeetings: Operation {
  static let operation = "takeOverMeetings"
  let unit: ID<Unit>
  /// What the lists were called.
  let source: String
  let meetings: [PastMeeting]

  var said: [(name: String, value: String?)] {
    [
      ("unit", unit.description), ("source", source), ("meetings", String(meetings.count)),
      ("from", meetings.map(\.day).min()?.description), ("until", meetings.map(\.day).max()?.description),
    ]
  }

  func perform(_ work: Work) throws -> Int64? {
    try work.requireEverywhere(.importLists)
    try work.beginBulk()
    let ids: [ID<FactMark>] = meetings.map { _ in work.draw() }
    for (id, past) in zip(ids, meetings) {
      var meeting = past.meeting
      meeting.prepares =
        switch past.prepares {
        case .among(let place): ids[place]
        case .known(let known): known
        case nil: nil
        }
      let (span, belongs) = (past.day.alone, [id.sqlValue, unit.sqlValue])
      try work.write(.meeting, id, span, meeting.row)
      for mark in past.marks { try work.write(.attendance, work.draw(), span, belongs + mark.row) }
      if let minutes = past.minutes { try work.write(.minutes, work.draw(), span, belongs + minutes.row) }
      for score in past.scores { try work.write(.meetingScore, work.draw(), span, belongs + score.row) }
    }
    return unit.number
  }
}
