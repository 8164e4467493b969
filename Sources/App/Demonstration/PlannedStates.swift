import Basics
import Records
import Rules
import Storage

/// Lets members of the fictional province be excused or suspended for a time in the course of its history.
struct PlannedStates {
  let db: any Connection

  private static func number(_ person: ID<Person>) -> Int {
    Int(UInt64(bitPattern: person.number) % 1009)
  }

  /// What befalls somebody who steps down from a post on a day: some are excused for a time, few suspended.
  func afterStepping(_ person: ID<Person>, down day: CivilDate) throws -> [any Operation] {
    let number = Self.number(person)
    let from = day.adding(days: -6)
    guard number % 4 == 0 || number % 20 == 1, let life = try LifeStore(db: db).life(person),
      let term = life.term(on: from), term.span.end == nil, let home = life.home(on: from),
      !life.states.contains(where: { $0.span.end.map { $0 > from } ?? true })
    else { return [] }
    let until = from.adding(days: 60 + number * 7 % 500)
    guard let span = Span(from: from, until: until) else { return [] }
    if number % 4 != 0 { return [SuspendMember(person: person, by: home.value.unit, span: span)] }
    let ground: ExemptionGround = number % 3 == 0 ? .mobileWork : .health
    let asked = from.adding(days: -5)
    return [ExemptMember(person: person, .temporary, for: ground, asked: asked, span: span)]
  }

  /// The suspension of somebody who is expelled on a day.
  func beforeExpulsion(_ person: ID<Person>, on day: CivilDate) throws -> [any Operation] {
    let from = day.adding(days: -(35 + Self.number(person) % 50))
    guard let life = try LifeStore(db: db).life(person), life.term(on: from)?.span.contains(day) == true,
      let home = life.home(on: from),
      !life.states.contains(where: { $0.value.kind == .suspended && $0.span.end.map { $0 > from } ?? true })
    else { return [] }
    return [SuspendMember(person: person, by: home.value.unit, span: Span(open: from))]
  }

  /// The post somebody holds where they are lent to; most hold none.
  static func guestPost(_ person: ID<Person>) -> String? {
    number(person) % 9 == 0 ? "Cán bộ tăng cường xã" : nil
  }

  /// Whether a deed goes before what a decision decides, and carries none out.
  static func precedes(_ operation: any Operation) -> Bool {
    operation is SuspendMember || operation is ExemptMember
  }
}
