import Basics
import Demonstration
import Records
import Rules
import Storage

/// What is under way in the cell in which a newcomer looks around: the tasks of its resolutions, some late, and the
/// meeting of next week prepared.
struct DemonstrationCellNow {
  let db: any Connection
  let desk: Desk
  let secretary: Actor
  let cell: ID<Rules.Unit>
  let leader: ID<Person>
  let day: CivilDate
  let seed: UInt64

  private func carryOut(_ operation: any Operation) throws -> ID<FactMark> {
    ID(try desk.carryOut(Errand(operation, by: secretary)).result ?? 0)
  }

  /// Gives how many deeds it took; some cells around it have called their next meetings too.
  func fill(_ around: [DemonstrationCommittee.Cell], officer: Actor) throws -> Int {
    let before = try JournalStore(db: db).head()
    let people = try list(on: day).filter { $0.attendee.attending == .home }.map(\.attendee.person)
    if !people.isEmpty {
      let sector = try UnitStore(db: db).life(cell)?.sectors.last?.value
      let words = TaskWords.ofCells(sector.flatMap { PlannedUnit.Sector(rawValue: $0.rawValue) })
      let resolutions = try ResolutionStore(db: db).own(of: cell, AsOf(day))
        .filter { $0.fact.span.start > day.adding(months: -12) }
      for (number, line) in resolutions.enumerated() { try give(line.fact, number, words, people) }
      try giveOpen(words, people)
    }
    try prepareNext()
    for (number, other) in around.enumerated() {
      let keeper = MeetingKeeper(db: db, desk: desk, actor: officer, cell: other.unit)
      if let last = try lastRegular(of: other.unit) {
        _ = try keeper.call(last.moved(to: day.adding(days: 3 + number * 5 % 11)), preparing: nil)
      }
    }
    return Int(try JournalStore(db: db).head() - before)
  }

  private func list(on day: CivilDate) throws -> [AttendeeLine] {
    try AttendeeStore(db: db).list(of: cell, AsOf(day)).filter(\.attendee.attending.isObliged)
  }

  /// The tasks of a resolution, given to members of the cell.
  private func give(
    _ resolution: Fact<Resolution>,
    _ number: Int,
    _ words: [TaskWords.Task],
    _ people: [ID<Person>]
  ) throws {
    let tasks = DemonstrationTasks(desk: desk, actor: secretary, day: day)
    for part in 0..<2 {
      let lot = TaskWords.lot("\(number)-\(part)", seed)
      let place = DemonstrationTasks.Place(
        unit: cell,
        answerer: part == 0 ? people[TaskWords.lot(lot, 1) % people.count] : leader,
        resolution: resolution.value.key,
        since: resolution.span.start
      )
      _ = try tasks.give(words[(number + part) % words.count], to: place, lot)
    }
  }

  /// Tasks that are open now: one late, one due before the next meeting, one in two months.
  private func giveOpen(_ words: [TaskWords.Task], _ people: [ID<Person>]) throws {
    for (place, due) in [-12, 4, 58].enumerated() {
      let word = words[(place + 2) % words.count]
      guard case .quantity(let range, let unit) = word.measure else { continue }
      let draft = TaskDraft(
        word.text,
        of: cell,
        by: place == 1 ? leader : people[place * 3 % people.count],
        from: day.adding(days: -45),
        due: day.adding(days: due),
        .quantity(Quantity(range.upperBound), of: unit)
      )
      let task = try carryOut(AssignTask(draft))
      let progress = TaskProgress(Quantity(max(range.upperBound / 2, 1)), note: "Đã làm được một nửa")
      if place < 2 { _ = try carryOut(TellProgress(task, progress, on: day.adding(days: -16))) }
    }
  }

  /// The meeting of next week: two matters of the cell's own on the agenda, its paper handed out.
  private func prepareNext() throws {
    guard let last = try lastRegular(of: cell) else { return }
    let keeper = MeetingKeeper(db: db, desk: desk, actor: secretary, cell: cell)
    let next = last.moved(to: day.adding(days: 6))
    guard let meeting = try keeper.call(next, preparing: nil) else { return }
    let matters = [
      "Phân công đảng viên phụ trách phần việc tháng tới", "Ý kiến về quần chúng ưu tú của chi đoàn",
    ]
    for title in matters { _ = try carryOut(PutItem(meeting, title: title, place: 6)) }
    if let before = try year(of: cell).last(where: { $0.kind == .preparation }) {
      _ = try keeper.call(before.moved(to: day.adding(days: 4)), preparing: meeting)
    }
    try keeper.handOut(to: meeting, next.day, on: day)
  }

  private func year(of cell: ID<Rules.Unit>) throws -> [HeldMeeting] {
    guard let life = try UnitStore(db: db).life(cell) else { return [] }
    let sector = (life.sectors.last?.value).flatMap { PlannedUnit.Sector(rawValue: $0.rawValue) }
    return CellYear(life.code, sector, members: 12, seed: seed, until: day).meetings
  }

  private func lastRegular(of cell: ID<Rules.Unit>) throws -> HeldMeeting? {
    try year(of: cell).last { $0.kind == .regular }
  }
}
