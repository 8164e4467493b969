import Basics
import Records
import Rules
import Storage

/// Lets those who are deleted, or ask to leave, in the fictional province go step by step, as a cell would.
struct PlannedLeavings {
  let db: any Connection

  private static let grounds = [
    "deletion.meetings", "deletion.dues", "deletion.dues", "deletion.progress", "deletion.card",
    "deletion.meetings", "deletion.unworthy", "deletion.dues",
  ]

  /// The deeds by which somebody leaves on a day; a single one where no steps are known.
  func deeds(_ person: ID<Person>, _ reason: LeavingReason, on day: CivilDate) throws -> [any Operation] {
    let end = EndMembership(person: person, reason: reason, day: day)
    let number = Int(UInt64(bitPattern: person.number) % 1009)
    let opened = day.adding(days: -(45 + number % 40))
    guard reason == .deleted || reason == .left, let life = try LifeStore(db: db).life(person),
      life.term(on: opened.adding(days: -70)) != nil, let home = life.home(on: day.adding(days: -1))
    else { return [end] }
    let counted = try FigureStore(db: db).memberFigures(of: home.value.unit, AsOf(opened))
    let officials = max(counted[.official] ?? 3, 3)
    let vote = VoteOnLeaving(
      person: person,
      day: opened.adding(days: 14),
      agreed: officials - number % 2,
      of: officials
    )
    let decide = DecideLeaving(person: person, day: day)
    if reason == .left {
      let asked = OpenLeaving(
        person: person,
        .left,
        occurred: opened.adding(days: -3),
        note: "Đơn xin ra khỏi Đảng",
        day: opened
      )
      return [asked, vote, decide]
    }
    let ground = PlannedLeavings.grounds[number % PlannedLeavings.grounds.count]
    return [
      WarnMember(
        person: person,
        ground: ground,
        note: "Chi bộ nhắc nhở, yêu cầu khắc phục",
        day: opened.adding(days: -60)
      ), OpenLeaving(person: person, .deleted, ground: ground, day: opened),
      HearMember(person: person, day: opened.adding(days: 7), said: nil), vote, decide,
    ]
  }

  /// Whether a deed only proposes, and carries out no decision.
  static func proposes(_ operation: any Operation) -> Bool {
    let isBefore = operation is WarnMember || operation is OpenLeaving
    return isBefore || operation is HearMember || operation is VoteOnLeaving
  }
}
