import Basics
import Records
import Rules
import Storage

/// What is under way in the fictional province when its history ends: the old excused, some on their way out, an
/// error reported.
struct DemonstrationWays {
  let db: any Connection
  let desk: Desk
  let officer: Actor
  let day: CivilDate

  /// Excuses one in three of those who are eighty or older; gives how many.
  func exemptOld(below root: ID<Rules.Unit>) throws -> Int {
    var question = RollQuestion(unit: root, asOf: AsOf(day))
    question.age = .over60
    let latest = day.adding(months: -12 * 80)
    var old: [(person: ID<Person>, admitted: CivilDate)] = []
    var seen = 0
    try RollStore(db: db).eachLine(question) { line in
      guard let born = line.born?.earliest, born <= latest else { return }
      seen += 1
      if seen % 3 == 0 { old.append((line.person, line.admitted)) }
    }
    for (place, member) in old.enumerated() {
      let from = max(day.adding(days: -30 - place * 37 % 900), member.admitted)
      let ground: ExemptionGround = place % 4 == 0 ? .health : .age
      let exempt = ExemptMember(
        person: member.person,
        .full,
        for: ground,
        asked: from.adding(days: -10),
        span: Span(open: from)
      )
      _ = try desk.carryOut(Errand(exempt, by: officer))
    }
    return old.count
  }

  /// Leaves two ways out open in a cell, at different steps, and a member's report; gives how many deeds it took.
  func leaveOpen(in cell: ID<Rules.Unit>, _ secretary: ID<Person>, _ member: Actor) throws -> Int {
    let question = RollQuestion(unit: cell, asOf: AsOf(day))
    let lines = try RollStore(db: db).page(question, members: 50, limit: 50).lines
    let early = day.adding(months: -24)
    let people = lines.filter { $0.post == nil && $0.admitted < early && $0.state == nil }.map(\.person)
    var deeds: [(any Operation, Actor)] = [
      (ReportError(person: secretary, .card, right: "68.000.712", note: "Theo thẻ mới đổi"), member)
    ]
    if let first = people.first {
      let opened = day.adding(days: -20)
      let warned = day.adding(days: -95)
      let note = "Nhắc nhở tại cuộc họp chi bộ, hẹn đóng đủ trong tháng"
      deeds.append((WarnMember(person: first, ground: "deletion.dues", note: note, day: warned), officer))
      deeds.append((OpenLeaving(person: first, .deleted, ground: "deletion.dues", day: opened), officer))
      deeds.append((HearMember(person: first, day: day.adding(days: -12), said: nil), officer))
    }
    if people.count > 1 {
      let asked = day.adding(days: -9)
      deeds.append((OpenLeaving(person: people[1], .left, occurred: asked, day: asked), officer))
    }
    for (deed, actor) in deeds { _ = try desk.carryOut(Errand(deed, by: actor)) }
    return deeds.count
  }
}
