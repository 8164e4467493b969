import Basics
import Records
import Rules
import Storage

/// What is under way in one committee of the fictional province when its history ends: transfers that wait, members
/// suspended, disciplined or on their way out, badges awarded on the last days of award.
///
/// The same each time: it follows from the place of a cell among all cells.
struct DemonstrationMatters {
  let db: any Connection
  let desk: Desk
  let officer: Actor
  let day: CivilDate
  let regulations: RulebookLibrary
  /// Of this cell something is told elsewhere.
  let spared: ID<Rules.Unit>?

  /// Gives how many deeds it took.
  func fill(_ committee: inout DemonstrationCommittee) throws -> Int {
    var count = 0
    for index in committee.cells.indices {
      let cell = committee.cells[index]
      guard cell.free.count >= 5, cell.unit != spared else { continue }
      if cell.place % 13 == 5 { count += try transfer(index, &committee) }
      if cell.place % 29 == 7 { count += try suspend(index, &committee) }
      if cell.place % 83 == 11 { count += try discipline(index, &committee) }
      if cell.place % 47 == 13 { count += try leaving(index, &committee) }
    }
    return count + (try badges(committee))
  }

  private func on(_ before: Int) -> CivilDate { day.adding(days: -before) }

  private func carryOut(_ operation: any Operation, under decision: DecisionText? = nil) throws -> Int64? {
    try desk.carryOut(Errand(operation, by: officer, under: decision)).result
  }

  /// A transfer to the next cell that waits for its letter, or for the other side; some too long, some sent back.
  private func transfer(_ index: Int, _ committee: inout DemonstrationCommittee) throws -> Int {
    let number = committee.cells[index].place / 13
    let isLate = number % 5 == 2
    let (happened, asked, sent) = isLate ? (160, 70 + number % 20, 62) : (25, 10 + number % 12, 6)
    let target = committee.cells[(index + 1) % committee.cells.count].unit
    guard target != committee.cells[index].unit,
      try UnitStore(db: db).existence(target).existence?.contains(on(asked)) == true,
      let person = try committee.take(index, since: on(happened), db)
    else { return 0 }
    let request = AskTransfer(
      person: person,
      to: target,
      event: TransferEvent.allCases[number % TransferEvent.allCases.count],
      happened: on(happened),
      day: on(asked)
    )
    guard let transfer = try carryOut(request).map({ ID<Transfer>($0) }) else { return 0 }
    if number % 3 == 1 { return 1 }
    _ = try carryOut(SendTransfer(transfer, letter: "\(10 + number)-GT/ĐU", day: on(sent)))
    guard number % 11 == 3 else { return 2 }
    let reason = "Chi bộ nơi đến đã tách, đề nghị ghi lại giấy giới thiệu"
    _ = try carryOut(ReturnTransfer(transfer, reason: reason, day: on(2)))
    return 3
  }

  /// Somebody suspended in these weeks; of every third the suspension is over.
  private func suspend(_ index: Int, _ committee: inout DemonstrationCommittee) throws -> Int {
    let number = committee.cells[index].place / 29
    let from = on(20 + number * 17 % 80)
    let until = number % 3 == 0 ? on(number % 9) : nil
    guard let person = try committee.take(index, since: from, db), let span = Span(from: from, until: until)
    else { return 0 }
    guard try isFree(person, .suspended, span, db) else { return 0 }
    _ = try carryOut(SuspendMember(person: person, by: committee.unit, span: span))
    return 1
  }

  /// A reprimand or a warning for a year; one in seven waits for the second person.
  private func discipline(_ index: Int, _ committee: inout DemonstrationCommittee) throws -> Int {
    let number = committee.cells[index].place / 83
    let from = on(15 + number * 41 % 300)
    guard let person = try committee.take(index, since: from.adding(days: -120), db) else { return 0 }
    let voters = committee.officials(index, on: day)
    let discipline = Discipline(
      number % 3 == 0 ? .warning : .reprimand,
      by: committee.unit,
      violated: from.adding(days: -110),
      vote: Discipline.Vote(voters - number % 2, of: voters)
    )
    let decision = DecisionText(
      number: "\(1 + number)-QĐ/UBKT",
      signed: from.adding(days: -3),
      issuer: committee.unit,
      signer: "Ủy ban Kiểm tra"
    )
    let span = Span(from: from, until: from.adding(months: 12)) ?? Span(open: from)
    _ = try carryOut(EnterDiscipline(person: person, discipline, span: span, under: decision))
    if number % 7 == 4 { return 1 }
    // Another person than the one who entered it.
    _ = try desk.carryOut(
      Errand(ConfirmDiscipline(person: person), by: .console("demo"), under: decision)
    )
    return 2
  }

  /// A way out at one of its steps.
  private func leaving(_ index: Int, _ committee: inout DemonstrationCommittee) throws -> Int {
    let number = committee.cells[index].place / 47
    guard let person = try committee.take(index, since: on(150), db) else { return 0 }
    let opened = on(24 + number * 7 % 30)
    let voters = committee.officials(index, on: day)
    let vote = VoteOnLeaving(person: person, day: opened.adding(days: 16), agreed: voters, of: voters)
    var deeds: [any Operation] = []
    if number % 3 == 0 {
      let asked = opened.adding(days: -2)
      deeds = [OpenLeaving(person: person, .left, occurred: asked, note: "Đơn xin ra khỏi Đảng", day: opened)]
    } else {
      let ground = ["deletion.dues", "deletion.meetings", "deletion.progress"][number % 3]
      let note = "Chi bộ nhắc nhở, yêu cầu khắc phục trong quý"
      deeds = [
        WarnMember(person: person, ground: ground, note: note, day: opened.adding(days: -70)),
        OpenLeaving(person: person, .deleted, ground: ground, day: opened),
        HearMember(person: person, day: opened.adding(days: 8), said: nil),
      ]
    }
    deeds = Array((deeds + [vote]).prefix(1 + number % 4))
    for deed in deeds { _ = try carryOut(deed) }
    return deeds.count
  }

  /// The badges of the last two days of award; of the last one some committees have not written theirs down.
  private func badges(_ committee: DemonstrationCommittee) throws -> Int {
    let days = BadgeRule.awards(regulations, from: day.adding(months: -12), count: 8).filter { $0 <= day }
    var count = 0
    for (number, award) in days.suffix(2).enumerated() {
      // The older awards were kept on paper but in a few committees.
      if number == 0 ? committee.place % 10 != 0 : committee.place % 10 == 9 { continue }
      guard let rule = BadgeRule(regulations, on: award) else { continue }
      let found = try BadgeStore(db: db).candidates(
        of: committee.unit,
        rule,
        AsOf(award),
        members: BadgeStore.large
      )
      let lines = found.filter { $0.award == nil }.enumerated().map { line, candidate in
        let number = "\(award.year)/\(committee.place * 400 + line + 1)"
        let badge = BadgeAward(years: candidate.badge.years, number: number)
        return AwardBadges.Line(person: candidate.person, award: badge)
      }
      guard !lines.isEmpty else { continue }
      let decision = DecisionText(
        number: "\(200 + committee.place)-QĐ/TU",
        signed: award.adding(days: -12),
        issuer: committee.unit,
        signer: "Ban Thường vụ"
      )
      _ = try carryOut(AwardBadges(day: award, lines: lines), under: decision)
      count += 1
    }
    return count
  }
}
