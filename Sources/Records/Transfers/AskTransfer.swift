package import Basics
package import Rules
import Storage

/// Asks for a transfer of activities: by the member, by the side they leave, or by the side they come to.
///
/// Nothing changes in the roll by it; the member counts at home until the other side receives them.
package struct AskTransfer: Operation {
  package static let operation = "askTransfer"
  package var person: ID<Person>
  /// Where to: a unit of this record, or an organisation outside it by its name.
  package var target: ID<Unit>?
  package var outside: String?
  package var kind: TransferKind
  package var event: TransferEvent
  /// The day of the event.
  package var happened: CivilDate
  /// The first day no longer there, for a transfer for a time.
  package var until: CivilDate?
  /// The day it was asked for.
  package var day: CivilDate
  package var note: String?

  package init(
    person: ID<Person>,
    to target: ID<Unit>?,
    outside: String? = nil,
    kind: TransferKind = .official,
    event: TransferEvent,
    happened: CivilDate,
    until: CivilDate? = nil,
    day: CivilDate,
    note: String? = nil
  ) {
    self.person = person
    self.target = target
    self.outside = outside
    self.kind = kind
    self.event = event
    self.happened = happened
    self.until = until
    self.day = day
    self.note = note
  }

  package var said: [(name: String, value: String?)] {
    [
      ("person", person.description), ("unit", target?.description), ("outside", outside),
      ("kind", kind.rawValue), ("event", event.rawValue), ("happened", happened.description),
      ("until", until?.description), ("day", day.description), ("note", note),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let store = TransferStore(db: work.db)
    let asker = try asker(store, work)
    guard let life = try LifeStore(db: work.db).life(person), let home = life.home(on: day) else {
      throw Refused(.person, .notAMember(on: day))
    }
    try objections(home.value.unit, work).raise()
    try store.demandNonePending(person)
    let id: ID<Transfer> = work.draw()
    let request = TransferRequest(
      person: person,
      source: home.value.unit,
      target: target,
      outside: outside,
      kind: kind,
      event: event,
      happened: happened,
      until: until,
      asked: day,
      asker: asker,
      note: note
    )
    try work.insert(.transfer, id, TransferStore.row(request))
    let asked = Fact(TransferStep(.asked), Span(open: day), cited: work.cited)
    try store.save(id, person, from: [], to: [asked], work)
    return id.number
  }

  private func objections(_ home: ID<Unit>, _ work: Work) throws -> [Objection] {
    var found = work.ahead(day, .day)
    if happened > day { found.append(Objection(.happened, .dayAhead(happened))) }
    switch (target, outside) {
    case (nil, nil): found.append(Objection(.unit, .blank))
    case (.some, .some(let name)): found.append(Objection(.outside, .unknownValue(name, allowed: [])))
    case (nil, .some(let name)): found += Written.text(name, .outside, limit: 200)
    case (.some(let unit), nil):
      let known = try UnitStore(db: work.db).existence(unit)
      if known.existence?.contains(day) != true {
        found.append(Objection(.unit, .unknownUnit(known.code)))
      }
      if unit == home { found.append(Objection(.unit, .alreadyThere)) }
    }
    switch (kind, until) {
    case (.temporary, nil): found.append(Objection(.until, .blank))
    case (.temporary, .some(let until)):
      if until <= day { found.append(Objection(.until, .endNotAfterStart(start: day, end: until))) }
    case (.official, .some): found.append(Objection(.until, .unknownValue("", allowed: [])))
    case (.official, nil): break
    }
    if let note { found += Written.text(note, .note, limit: 300) }
    return found
  }

  /// On whose side it is asked for; refused to everybody else.
  private func asker(_ store: TransferStore, _ work: Work) throws -> TransferAsker {
    guard let account = work.account else { return .source }
    if try store.person(of: account) == person { return .member }
    let reach = Reach(db: work.db, today: work.today)
    if let unit = try reach.unit(of: person), try reach.allows(account, .askTransfer, on: unit) {
      return .source
    }
    if let target, try reach.allows(account, .askTransfer, on: target) { return .target }
    throw Refused(nil, .notAllowed(.askTransfer))
  }
}
