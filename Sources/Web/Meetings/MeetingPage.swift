import Basics
import Markup
import Phrases
import Records
import Rules

/// One meeting as its page shows it, to whoever keeps the cell's meetings, to one above, or to a member.
struct MeetingPage: Sendable {
  /// Somebody on the list of the roll call.
  struct Row: Sendable {
    let person: PersonLink
    let attending: Attending
    let isOfficial: Bool
    let subgroup: String?
    var mark: AttendanceMark?
    var reason: String?
  }

  /// What the rulebook of the day says of the meeting, as one scorer sees it.
  struct Judged: Sendable {
    let scorer: MeetingScorer
    let verdict: Verdict
  }

  /// A vote with what the rule makes of it.
  struct VoteTold: Sendable {
    let key: String
    let vote: MeetingVote
    let verdict: Verdict?
    /// Of a vote by name, who voted how.
    var names: [(ballot: Ballot, person: PersonLink)] = []
  }

  /// What somebody said of an item or a paper beforehand.
  struct Comment: Sendable {
    let key: String
    let about: ID<FactMark>
    let name: String
    let text: String
    let at: Moment
    let isOwn: Bool
  }

  struct Paper: Sendable {
    let id: ID<FactMark>
    let key: String
    let title: String
    let kind: MeetingPaper.Kind
    let at: Moment
    /// Whole minutes before the meeting begins; negative afterwards.
    let lead: Int
  }

  let key: String
  let unit: UnitLink
  let path: [UnitLink]
  let day: CivilDate
  let meeting: Meeting
  var rows: [Row]
  let call: RollCall
  let quorum: Verdict?
  /// The least number of those obliged that is enough; `nil` when no rule is known, or none is.
  let needed: Int?
  let items: [Fact<MeetingItem>]
  let votes: [VoteTold]
  let papers: [Paper]
  let outputs: [Fact<MeetingOutput>]
  /// The programme that asks the meeting for outputs, and what its judge says of those there are.
  let programme: OutputProgramme?
  let outputVerdict: Verdict?
  /// What items are about, by the item.
  let matters: [ID<FactMark>: ItemMatter]
  /// What is due and not on the agenda; only for whoever keeps the meeting, while it can be put there.
  let due: [DueMatter]
  /// What was said beforehand: all of it for whoever keeps the meeting, else one's own.
  let comments: [Comment]
  let mayComment: Bool
  let guests: [Fact<MeetingGuest>]
  /// Who opened the papers; only for whoever keeps the meeting.
  let readers: PaperReaders?
  let minutes: Minutes?
  let scores: [MeetingScore]
  let judged: [Judged]
  let preparations: [(key: String, day: CivilDate, stage: MeetingStage)]
  /// The meeting this one prepares.
  let prepares: String?
  let chair: PersonLink?
  let taker: PersonLink?
  /// Whether the regulation in force on the day says how meetings are judged.
  let rulebook: Rulebook?
  /// What the reader may do.
  let mayKeep: Bool
  let mayScore: Bool
  /// Whether the reader sees who was there; a member sees the numbers, and their own mark.
  let seesPeople: Bool
  let own: Row?
  let now: TimeOfDay
  /// The last entry of the journal that the page knows of.
  let entry: Int
  let request: String
  var objections: [Objection] = []
  /// Who came from above, and what they left.
  let visits: MeetingVisits
  /// What was resolved at it.
  let resolutions: [ResolutionLine]
  /// A comment that was refused, to be mended.
  var typedComment: String?

  /// The item the meeting is at: the first that is not done.
  var current: Fact<MeetingItem>? { items.first { !$0.value.isDone } }

  /// Whether everything of it can still be changed.
  var isUnsigned: Bool { minutes?.takerSigned == nil && minutes?.chairSigned == nil }
}

extension Visit {
  /// A meeting as it is read and shown; stops where it is none of the visitor's.
  func meetingReading(_ key: String) throws -> MeetingReading {
    guard let id = ID<FactMark>(key), let reading = try MeetingStore(db: db).reading(id, asOf.knowledge)
    else {
      throw PageFault.absent
    }
    let isOwn = visitor.person.map { reading.isInvited($0) } ?? false
    if !isOwn { try require(.readMeetings, on: reading.meeting.unit) }
    return reading
  }

  func meetingPage(_ key: String, _ objections: [Objection] = []) throws -> MeetingPage {
    try meetingPage(of: meetingReading(key), objections)
  }

  func meetingPage(of reading: MeetingReading, _ objections: [Objection] = []) throws -> MeetingPage {
    let unit = reading.meeting.unit
    let path = try standing(of: unit, on: reading.day)
    let library = try regulations(for: unit)
    let deeds = try deeds(on: unit)
    let seesPeople = deeds.contains(.readMeetings)
    let rows = reading.list.map { line in
      MeetingPage.Row(
        person: PersonLink(line.attendee.person.description, line.name),
        attending: line.attendee.attending,
        isOfficial: line.attendee.isOfficial,
        subgroup: line.subgroup,
        mark: reading.marks[line.attendee.person]?.mark,
        reason: reading.marks[line.attendee.person]?.reason
      )
    }
    let own = visitor.person.flatMap { own in rows.first { $0.person.key == own.description } }
    let call = reading.rollCall
    let judge = library.judge("meeting", of: "vote", on: reading.day)
    let programme = library.version(of: OutputProgramme.family, on: reading.day).map(OutputProgramme.init)
      .flatMap { $0.asks(reading.meeting.kind, theme: reading.meeting.theme) ? $0 : nil }
    let quorum = library.judge("meeting", of: "quorum", on: reading.day)
    let began = clock.start(of: reading.day) + Int64(reading.meeting.begins.minutes) * 60_000
    let now = time(moment)
    let mayKeep = viewpoint.isNow && deeds.contains(.keepMeetings)
    let isAhead = reading.meeting.stage == .called
    let isUnsigned = reading.minutes?.takerSigned == nil && reading.minutes?.chairSigned == nil
    let takesMatters = mayKeep && isUnsigned && (isAhead || reading.meeting.stage == .open)
    return MeetingPage(
      key: reading.id.description,
      unit: path.last?.link ?? UnitLink(unit.description, ""),
      path: crumbs(path),
      day: reading.day,
      meeting: reading.meeting,
      rows: seesPeople ? rows : [],
      call: call,
      quorum: quorum?.verdict(call.facts),
      needed: (0...call.obliged).first { present in
        var facts = call.facts
        facts["attendance.present"] = Quantity(present)
        return quorum?.verdict(facts).outcomeName == "met"
      },
      items: reading.items,
      votes: reading.votes.map { vote in
        MeetingPage.VoteTold(
          key: vote.id?.description ?? "",
          vote: vote.value,
          verdict: judge?.verdict(vote.value.facts),
          names: vote.id.flatMap { reading.ballots[$0] }.map { named($0, reading) } ?? []
        )
      },
      papers: reading.papers.map { paper in
        MeetingPage.Paper(
          id: paper.id,
          key: paper.file.description,
          title: paper.paper.title,
          kind: paper.paper.kind,
          at: time(paper.moment),
          lead: Int((began - paper.moment) / 60_000)
        )
      },
      outputs: reading.outputs,
      programme: programme,
      outputVerdict: programme.flatMap { _ in
        library.judge(OutputProgramme.family, of: OutputProgramme.family, on: reading.day)?
          .verdict(OutputProgramme.facts(reading.outputs.count))
      },
      matters: Dictionary(reading.matters.map { ($0.value.item, $0.value) }) { first, _ in first },
      due: takesMatters ? try due(in: unit, on: reading.day, besides: reading.id) : [],
      comments: comments(of: reading, seesAll: deeds.contains(.keepMeetings)),
      mayComment: viewpoint.isNow && isAhead && own?.attending != .suspended
        && (visitor.person.map { reading.isInvited($0) } ?? false),
      guests: reading.guests,
      readers: deeds.contains(.keepMeetings) ? try paperReaders(reading) : nil,
      minutes: reading.minutes,
      scores: reading.scores,
      judged: try judged(reading, library),
      preparations: reading.preparations.compactMap { fact in
        fact.id.map { ($0.description, fact.span.start, fact.value.stage) }
      },
      prepares: reading.meeting.prepares?.description,
      chair: try person(reading.meeting.chair, reading),
      taker: try person(reading.meeting.taker, reading),
      rulebook: library.version(of: "meeting", on: reading.day),
      mayKeep: mayKeep,
      mayScore: viewpoint.isNow && deeds.contains(.scoreMeetings),
      seesPeople: seesPeople,
      own: own,
      now: TimeOfDay(minutes: now.hour * 60 + now.minute) ?? reading.meeting.begins,
      entry: Int(head),
      request: AccountForm.newRequest(),
      objections: objections,
      visits: try visits(of: reading, seesPeople: seesPeople),
      resolutions: try ResolutionStore(db: db).passed(at: reading.id, asOf).filter { line in
        try readableResolution(line.resolution.key) != nil
      }
    )
  }

  /// Who voted how, in the order of the roll call.
  private func named(
    _ ballots: [NamedBallot],
    _ reading: MeetingReading
  ) -> [(ballot: Ballot, person: PersonLink)] {
    let cast = Dictionary(ballots.map { ($0.person, $0.ballot) }) { first, _ in first }
    return reading.list.compactMap { line in
      let person = line.attendee.person
      return cast[person].map { ($0, PersonLink(person.description, line.name)) }
    }
  }

  private func comments(of reading: MeetingReading, seesAll: Bool) -> [MeetingPage.Comment] {
    reading.comments.compactMap { line in
      let isOwn = line.comment.author == visitor.person
      guard isOwn || seesAll, let about = line.comment.item ?? line.comment.paper else { return nil }
      return MeetingPage.Comment(
        key: line.id.description,
        about: about,
        name: line.name,
        text: line.comment.text,
        at: time(line.moment),
        isOwn: isOwn
      )
    }
  }

  /// What the judge says of a meeting that is over: as the cell sees it, and as one above does.
  private func judged(_ reading: MeetingReading, _ library: RulebookLibrary) throws -> [MeetingPage.Judged] {
    guard reading.meeting.stage == .closed, reading.meeting.kind != .preparation,
      let judge = library.judge("meeting", of: "meeting", on: reading.day)
    else { return [] }
    let facts = reading.facts(clock)
    let scorers = MeetingScorer.allCases.filter { scorer in
      scorer == .own || reading.scores.contains { $0.scorer == scorer }
    }
    return scorers.map { MeetingPage.Judged(scorer: $0, verdict: judge.verdict(facts.facts(by: $0))) }
  }

  private func person(_ person: ID<Person>?, _ reading: MeetingReading) throws -> PersonLink? {
    guard let person else { return nil }
    let line = reading.list.first { $0.attendee.person == person }
    return PersonLink(person.description, line?.name ?? "")
  }
}
