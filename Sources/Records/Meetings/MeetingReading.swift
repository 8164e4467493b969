package import Basics
package import Rules
import Storage

/// A meeting with everything its page and its judge need.
package struct MeetingReading: Sendable {
  package let id: ID<FactMark>
  package let day: CivilDate
  package let meeting: Meeting
  package let list: [AttendeeLine]
  package let marks: [ID<Person>: Attendance]
  package let items: [Fact<MeetingItem>]
  package let votes: [Fact<MeetingVote>]
  /// Of the votes by name, who voted how.
  package let ballots: [ID<FactMark>: [NamedBallot]]
  package let outputs: [Fact<MeetingOutput>]
  package let papers: [HandedPaper]
  package let minutes: Minutes?
  package let addenda: [Addendum]
  package let scores: [MeetingScore]
  package let preparations: [Fact<Meeting>]
  /// What items of it are about.
  package let matters: [Fact<ItemMatter>]
  package let comments: [CommentLine]
  package let guests: [Fact<MeetingGuest>]
  /// Whether it was taken over from before meetings were kept here: what its lists leave out is not known of it.
  package let isTakenOver: Bool

  /// Whether somebody is on its list, or a guest of it.
  package func isInvited(_ person: ID<Person>) -> Bool {
    list.contains { $0.attendee.person == person } || guests.contains { $0.value.person == person }
  }

  package var rollCall: RollCall {
    RollCall(list.map(\.attendee), marks.mapValues(\.mark))
  }

  /// What the record shows of it, for its judge.
  package func facts(_ clock: Clock) -> MeetingFacts {
    let began = clock.start(of: day) + Int64(meeting.begins.minutes) * 60_000
    // The last paper decides: all of them are to be out in time.
    let lead = papers.map { Int((began - $0.moment) / 60_000) }.min()
    return MeetingFacts(
      meeting,
      rollCall,
      papersLead: lead.map { max($0, 0) },
      hasDraftResolution: said(papers.contains { $0.paper.kind == .draftResolution }),
      hasCommitteeMet: said(preparations.contains { $0.value.stage == .closed && $0.span.start <= day }),
      areMinutesComplete: minutes?.isFrozen ?? false,
      scores: scores
    )
  }

  private func said(_ isThere: Bool) -> Bool? { isThere || !isTakenOver ? isThere : nil }
}

extension MeetingStore {
  /// A meeting with all that belongs to it, as it is known; `nil` when there is none.
  ///
  /// Who is on its list is asked as of its own day.
  package func reading(_ id: ID<FactMark>, _ knowledge: Knowledge = .now) throws -> MeetingReading? {
    guard let fact = try meeting(id, knowledge) else { return nil }
    let list = try AttendeeStore(db: db).list(of: fact.value.unit, AsOf(fact.span.start, knowledge))
    var marks: [ID<Person>: Attendance] = [:]
    for mark in try self.marks(of: id, knowledge) { marks[mark.value.person] = mark.value }
    let preparation = PreparationStore(db: db)
    return MeetingReading(
      id: id,
      day: fact.span.start,
      meeting: fact.value,
      list: list,
      marks: marks,
      items: try items(of: id, knowledge),
      votes: try votes(of: id, knowledge),
      ballots: try ballots(of: id, knowledge),
      outputs: try outputs(of: id, knowledge),
      papers: try papers(of: id, knowledge),
      minutes: try minutes(of: id, knowledge)?.value,
      addenda: try addenda(of: id, knowledge),
      scores: try scores(of: id, knowledge).map(\.value),
      preparations: try preparations(of: id, knowledge),
      matters: try preparation.matters(of: id, knowledge),
      comments: try preparation.comments(of: id, knowledge),
      guests: try preparation.guests(of: id, knowledge),
      isTakenOver: try isTakenOver(id)
    )
  }

  /// Whether a meeting first came into the record with those held before.
  private func isTakenOver(_ meeting: ID<FactMark>) throws -> Bool {
    // any knowledge: however it was corrected since.
    try db.exists(
      """
      SELECT 1 FROM meeting t JOIN entry e ON e.seq = t.recorded
      WHERE t.id = \(meeting) AND e.operation = \(TakeOverMeetings.operation)
      """
    )
  }
}
