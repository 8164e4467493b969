package import Basics
package import Rules

/// Excuses a member from work and meetings, asked for by the member and decided by the cell.
///
/// The member still counts, and still belongs to the cell.
package struct ExemptMember: Operation {
  package static let operation = "exempt"
  package var person: ID<Person>
  package var extent: ExemptionExtent
  package var ground: ExemptionGround
  /// The day on which the member asked.
  package var asked: CivilDate?
  package var span: Span

  package init(
    person: ID<Person>,
    _ extent: ExemptionExtent,
    for ground: ExemptionGround,
    asked: CivilDate? = nil,
    span: Span
  ) {
    self.person = person
    self.extent = extent
    self.ground = ground
    self.asked = asked
    self.span = span
  }

  package var said: [(name: String, value: String?)] {
    [
      ("person", person.description), ("extent", extent.rawValue), ("asked", asked?.description),
      ("from", span.start.description), ("until", span.end?.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.exempt, on: person)
    if let asked, asked > span.start {
      throw Refused(.from, .endNotAfterStart(start: asked, end: span.start))
    }
    try work.change(person) { life in
      let cell = life.home(on: span.start)?.value.unit
      let state = MemberState(.exempt, extent: extent, ground: ground, asked: asked, body: cell)
      try life.begin(state, span, cited: work.cited)
    }
    return person.number
  }
}

/// Keeps a member from the activities, by a decision.
package struct SuspendMember: Operation {
  package static let operation = "suspend"
  package var person: ID<Person>
  /// The unit whose body decided.
  package var body: ID<Unit>?
  package var span: Span

  package init(person: ID<Person>, by body: ID<Unit>?, span: Span) {
    self.person = person
    self.body = body
    self.span = span
  }

  package var said: [(name: String, value: String?)] {
    [
      ("person", person.description), ("body", body?.description), ("from", span.start.description),
      ("until", span.end?.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.suspend, on: person)
    try work.change(person) { life in
      try life.begin(MemberState(.suspended, body: body), span, cited: work.cited)
    }
    return person.number
  }
}

/// Ends an exemption or a suspension on a day.
package struct EndState: Operation {
  package static let operation = "endState"
  package var person: ID<Person>
  package var kind: StateKind
  /// The first day it is no longer so.
  package var day: CivilDate

  package init(person: ID<Person>, _ kind: StateKind, day: CivilDate) {
    self.person = person
    self.kind = kind
    self.day = day
  }

  package var said: [(name: String, value: String?)] {
    [("person", person.description), ("state", kind.rawValue), ("until", day.description)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(kind == .exempt ? .exempt : .suspend, on: person)
    try work.change(person) { life in
      let yesterday = day.adding(days: -1)
      guard
        let index = life.states.firstIndex(where: {
          $0.value.kind == kind && $0.span.contains(yesterday)
        }),
        let span = life.states[index].span.cut(at: day)
      else { throw Refused(.until, .noSuchRole) }
      if span == life.states[index].span { throw Refused(.until, .nothingChanges) }
      life.states[index].span = span
    }
    return person.number
  }
}

extension Life {
  /// Begins an exemption or a suspension of a member who is in none of its kind.
  fileprivate mutating func begin(_ state: MemberState, _ span: Span, cited: String?) throws {
    guard term(on: span.start) != nil else { throw Refused(.from, .notAMember(on: span.start)) }
    if states.contains(where: { $0.value.kind == state.kind && $0.span.overlaps(span) }) {
      throw Refused(.from, .alreadyThere)
    }
    states.append(Fact(state, span, cited: cited))
  }
}
