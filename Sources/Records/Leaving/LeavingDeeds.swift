package import Basics
package import Rules

/// Warns a member, on a day and for a ground on which deletion could follow; warnings are numbered.
package struct WarnMember: Operation {
  package static let operation = "warnMember"
  package var person: ID<Person>
  package var ground: String?
  package var note: String
  package var day: CivilDate

  package init(person: ID<Person>, ground: String?, note: String, day: CivilDate) {
    self.person = person
    self.ground = ground
    self.note = note
    self.day = day
  }

  package var said: [(name: String, value: String?)] {
    [
      ("person", person.description), ("ground", ground), ("note", note), ("day", day.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.proposeLeaving, on: person)
    try Written.text(note, .note, limit: 500).raise()
    try work.demandMember(person, on: day, .day)
    try work.demandGround(ground, of: person, on: day)
    if day > work.today { throw Refused(.day, .dayOutsideFact(Span(open: day))) }
    let earlier = try LeavingStore(db: work.db).warnings(of: person)
    let number = (earlier.map(\.value.number).max() ?? 0) + 1
    let warning = CellWarning(number, ground: ground, note: note)
    try work.save(
      .warning,
      from: earlier,
      to: earlier + [Fact(warning, Span(open: day), cited: work.cited)]
    ) { LeavingStore.row(person, $0) }
    return person.number
  }
}

/// Opens a member's way out: a death reported, a request to leave, or a cell that considers deletion.
package struct OpenLeaving: Operation {
  package static let operation = "openLeaving"
  package var person: ID<Person>
  package var reason: LeavingReason
  /// The clause a deletion rests on, by its name.
  package var ground: String?
  /// The day of the death or of the application.
  package var occurred: CivilDate?
  package var note: String?
  package var day: CivilDate

  package init(
    person: ID<Person>,
    _ reason: LeavingReason,
    ground: String? = nil,
    occurred: CivilDate? = nil,
    note: String? = nil,
    day: CivilDate
  ) {
    self.person = person
    self.reason = reason
    self.ground = ground
    self.occurred = occurred
    self.note = note
    self.day = day
  }

  package var said: [(name: String, value: String?)] {
    [
      ("person", person.description), ("reason", reason.rawValue), ("ground", ground),
      ("occurred", occurred?.description), ("note", note), ("day", day.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.proposeLeaving, on: person)
    guard LeavingCase.reasons.contains(reason) else {
      throw Refused(
        .reason,
        .unknownValue(reason.rawValue, allowed: LeavingCase.reasons.map(\.rawValue))
      )
    }
    if let note { try Written.text(note, .note, limit: 500).raise() }
    try work.demandMember(person, on: reason == .died ? occurred ?? day : day, .day)
    if reason == .deleted {
      try work.demandGround(ground, of: person, on: day, isRequired: true)
    } else if occurred == nil {
      throw Refused(.occurred, .blank)
    }
    if let occurred, occurred > day {
      throw Refused(.occurred, .endNotAfterStart(start: occurred, end: day))
    }
    let cases = try LeavingStore(db: work.db).cases(of: person)
    if let open = cases.first(where: { $0.value.ending == nil }) {
      throw Refused(nil, .stillOpen(since: open.span.start))
    }
    let leaving = LeavingCase(
      reason,
      ground: reason == .deleted ? ground : nil,
      occurred: occurred,
      note: note
    )
    try work.save(
      .leavingCase,
      from: cases,
      to: cases + [Fact(leaving, Span(open: day), cited: work.cited)]
    ) { LeavingStore.row(person, $0) }
    return person.number
  }
}

/// Takes down what the member said before anything is proposed.
package struct HearMember: Operation {
  package static let operation = "hearMember"
  package var person: ID<Person>
  package var day: CivilDate
  package var words: String?

  package init(person: ID<Person>, day: CivilDate, said words: String?) {
    self.person = person
    self.day = day
    self.words = words
  }

  package var said: [(name: String, value: String?)] {
    [("person", person.description), ("day", day.description), ("hearing", words)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.proposeLeaving, on: person)
    if let words { try Written.text(words, .hearing, limit: 1000).raise() }
    try work.step(.hearing, of: person, on: day) { leaving in
      leaving.hearing = LeavingCase.Hearing(day, said: words)
    }
    return person.number
  }
}

/// Counts the cell's vote on proposing that the member leaves.
package struct VoteOnLeaving: Operation {
  package static let operation = "voteOnLeaving"
  package var person: ID<Person>
  package var day: CivilDate
  package var agreed: Int
  package var officials: Int

  package init(person: ID<Person>, day: CivilDate, agreed: Int, of officials: Int) {
    self.person = person
    self.day = day
    self.agreed = agreed
    self.officials = officials
  }

  package var said: [(name: String, value: String?)] {
    [
      ("person", person.description), ("day", day.description), ("agreed", String(agreed)),
      ("officials", String(officials)),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.proposeLeaving, on: person)
    if agreed < 0 || agreed > officials {
      throw Refused(.agreed, .moreThanAll(agreed: agreed, all: officials))
    }
    try work.step(.vote, of: person, on: day) { leaving in
      leaving.vote = LeavingCase.Vote(day, agreed: agreed, of: officials)
    }
    return person.number
  }
}

/// Carries out the decision of the competent committee: the case ends, and the membership with it.
package struct DecideLeaving: Operation {
  package static let operation = "decideLeaving"
  package var person: ID<Person>
  /// The first day no longer a member.
  package var day: CivilDate

  package init(person: ID<Person>, day: CivilDate) {
    self.person = person
    self.day = day
  }

  package var said: [(name: String, value: String?)] {
    [("person", person.description), ("left", day.description)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.endMembership, on: person)
    let open = try LeavingStore(db: work.db).openCase(of: person)
    // A death is a fact; that somebody is let go, or taken off the roll, is decided.
    if let open, open.value.reason != .died, work.decision == nil { throw Refused(.number, .blank) }
    try work.step(.decision, of: person, on: day, .left) { leaving in
      leaving.ending = LeavingCase.Ending(day, .carriedOut)
    }
    if let reason = open?.value.reason { try work.end(person, reason, on: day) }
    return person.number
  }
}

/// Closes a way out without anybody leaving: the request was taken back, or the ground fell away.
package struct CloseLeaving: Operation {
  package static let operation = "closeLeaving"
  package var person: ID<Person>
  package var day: CivilDate
  package var why: String

  package init(person: ID<Person>, day: CivilDate, why: String) {
    self.person = person
    self.day = day
    self.why = why
  }

  package var said: [(name: String, value: String?)] {
    [("person", person.description), ("day", day.description), ("why", why)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.proposeLeaving, on: person)
    try Written.text(why, .reason, limit: 500).raise()
    try work.step(nil, of: person, on: day) { leaving in
      leaving.ending = LeavingCase.Ending(day, .closed, why: why)
    }
    return person.number
  }
}
