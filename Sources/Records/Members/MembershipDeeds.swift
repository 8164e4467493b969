package import Basics
package import Rules

/// Recognises a member on probation as an official one, from an exact day.
package struct RecogniseMember: Operation {
  package static let operation = "recognise"
  package var person: ID<Person>
  /// The first day as an official member.
  package var day: CivilDate
  /// Why it is another day than the rule's, when it is.
  package var why: String?

  package init(person: ID<Person>, day: CivilDate, why: String? = nil) {
    self.person = person
    self.day = day
    self.why = why
  }

  package var said: [(name: String, value: String?)] {
    [("person", person.description), ("official", day.description), ("reason", why)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.recognise, on: person)
    try work.change(person) { life in
      guard let index = life.terms.firstIndex(where: { $0.span.contains(day) }) else {
        throw Refused(.official, .notAMember(on: day))
      }
      if let since = life.terms[index].value.official {
        throw Refused(.official, .alreadyOfficial(since: since))
      }
      if why == nil { try demandTheDayOfTheRule(life, since: life.terms[index].span.start, work) }
      life.terms[index].value.official = day
    }
    return person.number
  }
}

extension RecogniseMember {
  /// Refuses another day than the one the rule names: probation is neither cut short nor drawn out by accident.
  private func demandTheDayOfTheRule(_ life: Life, since ceremony: CivilDate, _ work: Work) throws {
    guard let home = life.home(on: day) else { return }
    let library = try work.regulations(for: home.value.unit)
    guard let probation = Probation(since: ceremony, considered: day, by: library) else { return }
    if probation.official != day { throw Refused(.official, .officialOtherwise(by: probation.official)) }
  }
}

/// Moves a member's home to another unit from a day on: the transfer of activities.
package struct TransferMember: Operation {
  package static let operation = "transfer"
  package var person: ID<Person>
  package var unit: ID<Unit>
  /// The first day in the new home.
  package var day: CivilDate

  package init(person: ID<Person>, to unit: ID<Unit>, day: CivilDate) {
    self.person = person
    self.unit = unit
    self.day = day
  }

  package var said: [(name: String, value: String?)] {
    [("person", person.description), ("unit", unit.description), ("day", day.description)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.transfer, on: person)
    try work.require(.transfer, on: unit)
    try TransferStore(db: work.db).demandNonePending(person)
    try work.change(person) { try $0.moveHome(to: unit, on: day, cited: work.cited) }
    return person.number
  }
}

/// Begins a tie other than the home: temporary, host or residence.
package struct BeginRole: Operation {
  package static let operation = "beginRole"
  package var person: ID<Person>
  package var unit: ID<Unit>
  package var role: AffiliationRole
  package var span: Span

  package init(person: ID<Person>, unit: ID<Unit>, role: AffiliationRole, span: Span) {
    self.person = person
    self.unit = unit
    self.role = role
    self.span = span
  }

  package var said: [(name: String, value: String?)] {
    [
      ("person", person.description), ("unit", unit.description), ("role", role.rawValue),
      ("from", span.start.description), ("until", span.end?.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.affiliate, on: unit)
    if role == .home { throw Refused(.role, .unknownValue(role.rawValue, allowed: BeginRole.roles)) }
    try work.change(person) { life in
      let value = Affiliation(unit, role)
      if life.affiliations.contains(where: { $0.value == value && $0.span.overlaps(span) }) {
        throw Refused(.unit, .alreadyThere)
      }
      guard life.term(on: span.start) != nil else { throw Refused(.from, .notAMember(on: span.start)) }
      life.affiliations.append(Fact(value, span, cited: work.cited))
    }
    return person.number
  }

  static let roles = AffiliationRole.allCases.filter { $0 != .home }.map(\.rawValue)
}

/// Ends a tie other than the home.
package struct EndRole: Operation {
  package static let operation = "endRole"
  package var person: ID<Person>
  package var unit: ID<Unit>
  package var role: AffiliationRole
  /// The first day it is no longer true.
  package var day: CivilDate

  package init(person: ID<Person>, unit: ID<Unit>, role: AffiliationRole, day: CivilDate) {
    self.person = person
    self.unit = unit
    self.role = role
    self.day = day
  }

  package var said: [(name: String, value: String?)] {
    [
      ("person", person.description), ("unit", unit.description), ("role", role.rawValue),
      ("until", day.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.affiliate, on: unit)
    if role == .home { throw Refused(.role, .unknownValue(role.rawValue, allowed: BeginRole.roles)) }
    try work.change(person) { life in
      let value = Affiliation(unit, role)
      let yesterday = day.adding(days: -1)
      guard
        let index = life.affiliations.firstIndex(where: { $0.value == value && $0.span.contains(yesterday) }),
        let span = life.affiliations[index].span.cut(at: day)
      else { throw Refused(.until, .noSuchRole) }
      if span == life.affiliations[index].span { throw Refused(.until, .nothingChanges) }
      life.affiliations[index].span = span
    }
    return person.number
  }
}

/// Ends a membership, with its reason: the home, other ties and posts end with it.
package struct EndMembership: Operation {
  package static let operation = "endMembership"
  package var person: ID<Person>
  package var reason: LeavingReason
  /// The first day no longer a member.
  package var day: CivilDate

  package init(person: ID<Person>, reason: LeavingReason, day: CivilDate) {
    self.person = person
    self.reason = reason
    self.day = day
  }

  package var said: [(name: String, value: String?)] {
    [("person", person.description), ("reason", reason.rawValue), ("left", day.description)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.endMembership, on: person)
    if let open = try LeavingStore(db: work.db).openCase(of: person) {
      // Whose way out is open leaves by it.
      throw Refused(nil, .stillOpen(since: open.span.start))
    }
    try end(work)
    return person.number
  }

  /// Ends it for whoever decided so.
  func end(_ work: Work) throws {
    try work.change(person) { try EndMembership.end(&$0, reason, on: day) }
    try TransferStore(db: work.db).lapse(person, on: day, work)
  }

  /// Ends the membership of a life, and with it the home, other ties and posts.
  static func end(_ life: inout Life, _ reason: LeavingReason, on day: CivilDate) throws {
    let yesterday = day.adding(days: -1)
    guard let index = life.terms.firstIndex(where: { $0.span.contains(yesterday) }),
      let span = life.terms[index].span.cut(at: day)
    else { throw Refused(.left, .notAMember(on: yesterday)) }
    if let left = life.terms[index].span.end { throw Refused(.left, .homeAfterLeaving(left: left)) }
    try refuseLater(life, than: day)
    if let official = life.terms[index].value.official, official >= day {
      throw Refused(.left, .officialAfterLeaving(official: official, left: day))
    }
    life.terms[index].span = span
    life.terms[index].value.reason = reason
    life.affiliations.end(on: day)
    life.posts.end(on: day)
    life.states.end(on: day)
  }

  /// Facts that begin on the day or later contradict leaving on it: they are named, not wiped.
  private static func refuseLater(_ life: Life, than day: CivilDate) throws {
    var objections: [Objection] = []
    for fact in life.affiliations where fact.span.start >= day {
      let kind: Refusal.LaterFact.Kind = fact.value.role == .home ? .home : .role
      objections.append(Objection(.left, .laterFact(.init(kind, fact.span))))
    }
    for fact in life.posts where fact.span.start >= day {
      objections.append(Objection(.left, .laterFact(.init(.post, fact.span))))
    }
    for fact in life.states where fact.span.start >= day {
      objections.append(Objection(.left, .laterFact(.init(.state, fact.span))))
    }
    for fact in life.terms where fact.span.start >= day {
      objections.append(Objection(.left, .laterFact(.init(.membership, fact.span))))
    }
    try objections.raise()
  }
}

extension Work {
  /// Changes one person's life and writes what differs.
  func change(_ person: ID<Person>, _ body: (inout Life) throws -> Void) throws {
    let store = LifeStore(db: db)
    guard let old = try store.life(person), !old.particulars.isEmpty else {
      throw Refused(.person, .unknownPerson(person.description))
    }
    var new = old
    try body(&new)
    try store.save(new, from: old, self)
  }
}
