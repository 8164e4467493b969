package import Basics
package import Rules

/// Records what another system calls a person, from a day on.
package struct RecordIdentifier: Operation {
  package static let operation = "recordIdentifier"
  package var person: ID<Person>
  package var identifier: Identifier
  package var span: Span

  package init(person: ID<Person>, identifier: Identifier, span: Span) {
    self.person = person
    self.identifier = identifier
    self.span = span
  }

  package var said: [(name: String, value: String?)] {
    [
      ("person", person.description), ("system", identifier.system), ("value", identifier.value),
      ("from", span.start.description), ("until", span.end?.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.correctParticulars, on: person)
    var objections = Written.text(identifier.system, .system, limit: 60)
    objections += Written.text(identifier.value, .value, limit: 60)
    try objections.raise()
    guard let identifier = Identifier(system: identifier.system, written: identifier.value) else {
      throw Refused(.value, .blank)
    }
    try work.changeIdentifiers(person) { facts, store in
      if facts.contains(where: { $0.value == identifier && $0.span.overlaps(span) }) {
        throw Refused(.value, .alreadyThere)
      }
      try store.demandFree(identifier, person, span, work)
      facts.append(Fact(identifier, span, cited: work.cited))
    }
    return person.number
  }
}

/// Ends what another system called a person: it was given to nobody any more, or replaced.
package struct EndIdentifier: Operation {
  package static let operation = "endIdentifier"
  package var person: ID<Person>
  package var identifier: Identifier
  /// The first day it is no longer true.
  package var day: CivilDate

  package init(person: ID<Person>, identifier: Identifier, day: CivilDate) {
    self.person = person
    self.identifier = identifier
    self.day = day
  }

  package var said: [(name: String, value: String?)] {
    [
      ("person", person.description), ("system", identifier.system), ("value", identifier.value),
      ("until", day.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.correctParticulars, on: person)
    try work.changeIdentifiers(person) { facts, _ in
      let yesterday = day.adding(days: -1)
      guard
        let index = facts.firstIndex(where: { $0.value == identifier && $0.span.contains(yesterday) }),
        let span = facts[index].span.cut(at: day)
      else { throw Refused(.until, .noSuchRole) }
      if span == facts[index].span { throw Refused(.until, .nothingChanges) }
      facts[index].span = span
    }
    return person.number
  }
}

extension Work {
  /// Changes what other systems call a person and writes what differs.
  fileprivate func changeIdentifiers(
    _ person: ID<Person>,
    _ body: (inout [Fact<Identifier>], IdentifierStore) throws -> Void
  ) throws {
    guard let life = try LifeStore(db: db).life(person), !life.particulars.isEmpty else {
      throw Refused(.person, .unknownPerson(person.description))
    }
    let store = IdentifierStore(db: db)
    let old = try store.identifiers(of: person)
    var new = old
    try body(&new, store)
    try save(.identifier, from: old, to: new) { IdentifierStore.row(person, $0) }
  }
}
