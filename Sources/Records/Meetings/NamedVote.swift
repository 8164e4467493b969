package import Basics
package import Rules
import Storage

/// Records a vote by name, or puts right one that was: who voted how, of those who are there and have a vote.
///
/// It can be changed until somebody signs the minutes. The numbers are counted from the names.
package struct RecordNamedVote: Operation {
  package static let operation = "recordNamedVote"
  package var meeting: ID<FactMark>
  /// The vote that is put right; `nil` for a new one.
  package var vote: ID<FactMark>?
  package var item: ID<FactMark>?
  package var proposal: String
  package var ballots: [NamedBallot]

  package init(
    _ meeting: ID<FactMark>,
    changing vote: ID<FactMark>? = nil,
    item: ID<FactMark>? = nil,
    _ proposal: String,
    _ ballots: [NamedBallot]
  ) {
    self.meeting = meeting
    self.vote = vote
    self.item = item
    self.proposal = proposal
    self.ballots = ballots
  }

  package var said: [(name: String, value: String?)] {
    [
      ("meeting", meeting.description), ("vote", vote?.description), ("item", item?.description),
      ("proposal", proposal),
    ] + ballots.map { ($0.person.description, $0.ballot.rawValue) }
  }

  package func perform(_ work: Work) throws -> Int64? {
    let held = try work.meeting(meeting, in: [.open, .closed])
    try work.demandUnsigned(meeting)
    let store = MeetingStore(db: work.db)
    let old = try vote.map { vote in
      let known = try store.votes(of: meeting).first { $0.id == vote && $0.value.manner == .named }
      guard let known else { throw Refused(nil, .noSuchStep) }
      return known
    }
    var objections = Written.text(proposal, .title, limit: 500)
    let list = try AttendeeStore(db: work.db).list(of: held.value.unit, AsOf(held.span.start)).map(\.attendee)
    var marks: [ID<Person>: AttendanceMark] = [:]
    for mark in try store.marks(of: meeting) { marks[mark.value.person] = mark.value.mark }
    let voters = Set(list.filter { $0.isOfficial && marks[$0.person]?.isPresent == true }.map(\.person))
    if ballots.contains(where: { !voters.contains($0.person) }) {
      objections.append(Objection(.person, .noVoteHere))
    }
    var cast: [ID<Person>: Ballot] = [:]
    for ballot in ballots {
      if let first = cast[ballot.person], first != ballot.ballot {
        objections.append(Objection(.person, .alreadyThere))
      }
      cast[ballot.person] = ballot.ballot
    }
    if cast.isEmpty { objections.append(Objection(.votes, .nobodyChosen)) }
    let counted = MeetingVote(item: item, proposal: proposal, of: list, present: voters.count, cast)
    try (objections + counted.objections()).raise()
    let id = old?.id ?? work.draw()
    let new = Fact(counted, held.span, id: id)
    let known = try store.ballotFacts(of: meeting, id)
    var facts: [Fact<NamedBallot>] = []
    for (person, ballot) in cast.sorted(by: { $0.key < $1.key }) {
      let earlier = known.first { $0.value.person == person }
      facts.append(Fact(NamedBallot(person, ballot), held.span, id: earlier?.id ?? work.draw()))
    }
    if new == old, Set(facts) == Set(known) { throw Refused(nil, .nothingChanges) }
    let ofMeeting = [meeting.sqlValue, held.value.unit.sqlValue]
    try work.save(.meetingVote, from: old.map { [$0] } ?? [], to: [new]) { ofMeeting + $0.value.row }
    try work.save(.meetingBallot, from: known, to: facts) { ofMeeting + [id.sqlValue] + $0.value.row }
    return id.number
  }
}

extension MeetingStore {
  /// Who voted how in the votes by name of a meeting, vote by vote.
  package func ballots(
    of meeting: ID<FactMark>,
    _ knowledge: Knowledge = .now
  ) throws -> [ID<FactMark>: [NamedBallot]] {
    var found: [ID<FactMark>: [NamedBallot]] = [:]
    try db.each(
      """
      SELECT t.vote, \(NamedBallot.columns) FROM meeting_ballot t
      WHERE t.meeting = \(meeting) AND \(known("t", knowledge)) ORDER BY t.vote, t.id
      """
    ) { row in found[try row[0], default: []].append(try NamedBallot(row, from: 1)) }
    return found
  }

  fileprivate func ballotFacts(
    of meeting: ID<FactMark>,
    _ vote: ID<FactMark>
  ) throws -> [Fact<NamedBallot>] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, \(NamedBallot.columns) FROM meeting_ballot t
      WHERE t.meeting = \(meeting) AND t.vote = \(vote) AND \(known("t")) ORDER BY t.id
      """
    ) { row in try MeetingStore.fact(row) { try NamedBallot($0, from: 3) } }
  }
}
