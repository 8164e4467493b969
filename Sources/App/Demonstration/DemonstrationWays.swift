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
    var excused = 0
    for (place, member) in old.enumerated() {
      let from = max(day.adding(days: -30 - place * 37 % 900), member.admitted)
      guard try isFree(member.person, .exempt, Span(open: from), db) else { continue }
      excused += 1
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
    return excused
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

  /// Disciplines a few organisations below the root, and leaves one to be confirmed; gives how many deeds it took.
  ///
  /// What the officer entered the console confirms, and what waits the console entered.
  func disciplineUnits(below root: ID<Rules.Unit>, _ waiting: ID<Rules.Unit>) throws -> Int {
    let tree = TreeStore(db: db)
    let committees = try tree.below(root, AsOf(day)).map(\.unit.unit)
    let bases = try committees.dropFirst().prefix(2).compactMap { committee in
      try tree.below(committee, AsOf(day)).first?.unit.unit
    }
    let forms: [UnitDisciplineForm] = [.reprimand, .warning]
    let notes = ["Buông lỏng lãnh đạo, chỉ đạo", "Vi phạm nguyên tắc tập trung dân chủ"]
    var count = 0
    for (place, unit) in bases.enumerated() where unit != waiting {
      let from = day.adding(days: -15 - place * 22)
      guard try isThere(unit, below: root, on: from) else { continue }
      let text = DecisionText(number: "\(41 + place)-QĐ/UBKT", signed: from.adding(days: -2), issuer: root)
      let discipline = UnitDiscipline(
        forms[place],
        by: root,
        violated: from.adding(days: -200),
        note: notes[place]
      )
      let enter = EnterUnitDiscipline(unit: unit, discipline, span: Span(open: from), under: text)
      _ = try desk.carryOut(Errand(enter, by: officer))
      _ = try desk.carryOut(Errand(ConfirmUnitDiscipline(unit: unit), by: .console("demo"), under: text))
      count += 2
    }
    let from = day.adding(days: -3)
    guard try isThere(waiting, below: root, on: from) else { return count }
    let text = DecisionText(number: "47-QĐ/UBKT", signed: from, issuer: root)
    let reprimand = UnitDiscipline(.reprimand, by: root, violated: from.adding(days: -90), note: notes[0])
    let enter = EnterUnitDiscipline(unit: waiting, reprimand, span: Span(open: from), under: text)
    _ = try desk.carryOut(Errand(enter, by: .console("demo")))
    return count + 1
  }

  private func isThere(
    _ unit: ID<Rules.Unit>,
    below root: ID<Rules.Unit>,
    on day: CivilDate
  ) throws -> Bool {
    try TreeStore(db: db).path(to: unit, AsOf(day)).dropLast().contains { $0.unit == root }
  }
}

/// Whether a member is in no such state already on any of some days: the history may have put them there.
func isFree(_ person: ID<Person>, _ kind: StateKind, _ span: Span, _ db: any Connection) throws -> Bool {
  try !LeavingStore(db: db).states(of: person).contains { $0.value.kind == kind && $0.span.overlaps(span) }
}
