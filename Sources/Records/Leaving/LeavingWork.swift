import Basics
import Rules

extension Work {
  /// Goes one step of a person's open way out; `step`: which one it must wait for, or any.
  func step(
    _ step: LeavingCase.Step?,
    of person: ID<Person>,
    on day: CivilDate,
    _ field: Field = .day,
    _ body: (inout LeavingCase) -> Void
  ) throws {
    let cases = try LeavingStore(db: db).cases(of: person)
    guard let index = cases.firstIndex(where: { $0.value.ending == nil }) else {
      throw Refused(nil, .noneOpen)
    }
    var new = cases
    let leaving = cases[index].value
    if let step, let next = leaving.waitsFor, next != step { throw Refused(nil, .waitsFor(next)) }
    // A death is reported after it happened; all else follows its opening, and each step the one before.
    let first = leaving.reason == .died ? nil : cases[index].span.start
    let earliest = [leaving.hearing?.day, leaving.vote?.day, first].compactMap { $0 }.max()
    if let earliest, day < earliest {
      throw Refused(field, .endNotAfterStart(start: earliest, end: day))
    }
    body(&new[index].value)
    if new[index].value.ending != nil { new[index].cited = cited }
    try save(.leavingCase, from: cases, to: new) { LeavingStore.row(person, $0) }
  }

  /// Refuses what is said of somebody who is not a member on the day.
  func demandMember(_ person: ID<Person>, on day: CivilDate, _ field: Field) throws {
    guard let life = try LifeStore(db: db).life(person) else {
      throw Refused(.person, .unknownPerson(person.description))
    }
    guard life.term(on: day) != nil else { throw Refused(field, .notAMember(on: day)) }
  }

  /// Refuses a ground that is none of the regulations' grounds of deletion on the day.
  ///
  /// Where no regulation is known for the day, the ground is taken as it is.
  func demandGround(
    _ ground: String?,
    of person: ID<Person>,
    on day: CivilDate,
    isRequired: Bool = false
  ) throws {
    guard let unit = try Reach(db: db, today: today).unit(of: person),
      let judge = try regulations(for: unit).judge("charter", of: "deletion", on: day)
    else { return }
    guard let ground else {
      if isRequired { throw Refused(.ground, .blank) }
      return
    }
    let names = judge.rule.clauses.map(\.name)
    if !names.contains(ground) { throw Refused(.ground, .unknownValue(ground, allowed: names)) }
  }

  /// Ends a membership for a reason: the home, other ties, posts and states end with it.
  func end(_ person: ID<Person>, _ reason: LeavingReason, on day: CivilDate) throws {
    try EndMembership(person: person, reason: reason, day: day).end(self)
  }
}
