import Basics
import Demonstration
import Records
import Rules
import Storage

/// A year of the one cell in which a newcomer looks around, told deed by deed: each meeting called, held, written down,
/// signed and scored, its resolutions and tasks, and the meeting of next week prepared.
struct DemonstrationCellYear {
  let db: any Connection
  let desk: Desk
  /// The cell's secretary, and an officer of the committee above.
  let secretary: Actor
  let officer: Actor
  let cell: ID<Rules.Unit>
  let leader: ID<Person>
  let day: CivilDate
  /// The moment at which all of it is written down.
  let moment: Int64
  let seed: UInt64

  private func carryOut(_ operation: any Operation, _ actor: Actor? = nil) throws -> ID<FactMark> {
    ID(try desk.carryOut(Errand(operation, by: actor ?? secretary)).result ?? 0)
  }

  /// Gives how many deeds it took.
  func fill() throws -> Int {
    let before = try JournalStore(db: db).head()
    let (code, existence) = try UnitStore(db: db).existence(cell)
    guard let existence else { return 0 }
    let lines = try RollStore(db: db)
      .page(RollQuestion(unit: cell, asOf: AsOf(day)), members: 50, limit: 60).lines
    let sector = try UnitStore(db: db).life(cell)?.sectors.last?.value
    let planned = sector.flatMap { PlannedUnit.Sector(rawValue: $0.rawValue) }
    let year = CellYear(code, planned, members: max(lines.count, 9), seed: seed, until: day)
    let held = year.meetings.filter { $0.day >= existence.start }
    var meetings: [CivilDate: ID<FactMark>] = [:]
    // The committee's meeting names the one it prepares: that is called first.
    for meeting in held where meeting.kind != .preparation {
      if let id = try call(meeting, meetings) { meetings[meeting.day] = id }
    }
    for meeting in held where meeting.kind == .preparation {
      guard let id = try call(meeting, meetings) else { continue }
      try open(meeting, id)
      try close(meeting, id)
    }
    for (number, meeting) in held.filter({ $0.kind != .preparation }).enumerated() {
      if let id = meetings[meeting.day] { try hold(meeting, id, number) }
    }
    try giveTasks(to: lines, planned)
    try prepareNext(year, lines)
    return Int(try JournalStore(db: db).head() - before)
  }

  // MARK: One meeting

  private func time(_ minutes: Int) -> TimeOfDay? { TimeOfDay(minutes: minutes) }

  private func list(on day: CivilDate) throws -> [AttendeeLine] {
    try AttendeeStore(db: db).list(of: cell, AsOf(day)).filter(\.attendee.attending.isObliged)
  }

  private func call(_ meeting: HeldMeeting, _ others: [CivilDate: ID<FactMark>]) throws -> ID<FactMark>? {
    let list = try list(on: meeting.day)
    guard list.count >= 3, let begins = time(meeting.begins),
      let kind = MeetingKind(rawValue: meeting.kind.rawValue)
    else { return nil }
    let chair = list.first { $0.attendee.person == leader } ?? list[0]
    let taker = list.first { $0.attendee.person != chair.attendee.person && $0.attendee.isOfficial }
    let draft = MeetingDraft(
      kind,
      on: meeting.day,
      at: begins,
      place: meeting.place,
      theme: meeting.theme,
      chair: chair.attendee.person,
      taker: taker?.attendee.person,
      prepares: meeting.prepares.flatMap { others[$0] }
    )
    return try carryOut(CallMeeting(of: cell, draft))
  }

  private func open(_ meeting: HeldMeeting, _ id: ID<FactMark>) throws {
    if let begins = time(meeting.begins) { _ = try carryOut(OpenMeeting(id, at: begins)) }
  }

  private func close(_ meeting: HeldMeeting, _ id: ID<FactMark>) throws {
    if let closed = time(meeting.closed) { _ = try carryOut(CloseMeeting(id, at: closed)) }
  }

  private func hold(_ meeting: HeldMeeting, _ id: ID<FactMark>, _ number: Int) throws {
    try open(meeting, id)
    let list = try list(on: meeting.day)
    let taps = list.map { line -> CallRoll.Tap in
      let away = line.attendee.person == leader ? nil : UInt64(line.code).flatMap { meeting.mark(of: $0) }
      let mark = away.flatMap { AttendanceMark(rawValue: $0.mark) } ?? .present
      return CallRoll.Tap(Attendance(line.attendee.person, mark, reason: away?.reason), saw: nil)
    }
    _ = try carryOut(CallRoll(id, taps))
    for item in try MeetingStore(db: db).items(of: id) {
      guard let itemID = item.id else { continue }
      let note = item.value.part.flatMap { Self.note($0, meeting) }
      _ = try carryOut(PutItem(id, itemID, title: item.value.title, note: note, isDone: true))
    }
    let voters = zip(list, taps).filter { $0.attendee.isOfficial && $1.attendance.mark.isPresent }.count
    let officials = list.count { $0.attendee.isOfficial }
    let resolution = try vote(meeting, id, number, voters, of: officials)
    try close(meeting, id)
    if let text = meeting.text { try write(text, meeting, id) }
    for (cell, scorer) in [(meeting.own, MeetingScorer.own), (meeting.superior, .superior)] {
      guard let cell else { continue }
      let missed = cell == "met" ? [] : cell.split(separator: " ").map(String.init)
      let scores = MeetingScore.criteria.filter { $0 != "meeting.smallCell" }
        .map { MeetingScore(scorer, $0, isMet: !missed.contains($0)) }
      _ = try carryOut(ScoreMeeting(id, scores), scorer == .own ? secretary : officer)
    }
    if let resolution { try give(resolution, meeting, list, number) }
  }

  /// What was said of a part of the agenda.
  private static func note(_ part: String, _ meeting: HeldMeeting) -> String? {
    switch part {
    case "report": "Trọng tâm trong tháng: \(meeting.work)."
    case "documents": "Phổ biến văn bản mới của cấp trên; gửi bản điện tử cho đảng viên vắng mặt."
    case "theme": meeting.theme.map { "Đồng chí được phân công trình bày chuyên đề: \($0)." }
    case "discussion": "Có \(3 + meeting.day.parts.month % 5) ý kiến, tập trung vào việc còn chậm và cách làm."
    case "conclusion": "Kết luận: \(meeting.conclusion)."
    default: nil
    }
  }

  /// Every third meeting passes a resolution of the cell; others agree their conclusion.
  private func vote(
    _ meeting: HeldMeeting,
    _ id: ID<FactMark>,
    _ number: Int,
    _ present: Int,
    of officials: Int
  ) throws -> ID<FactMark>? {
    guard meeting.kind == .regular, present > 0 else { return nil }
    let against = number % 5 == 3 && present > 4 ? 1 : 0
    let passes = number % 3 == 0
    let month = meeting.day.parts.month
    let proposal = passes ? "Thông qua nghị quyết tháng \(month)" : "Thống nhất kết luận của chủ trì"
    let vote = MeetingVote(
      proposal: proposal,
      manner: .hands,
      officials: officials,
      present: present,
      agreed: present - against,
      against: 0,
      abstained: against
    )
    let recorded = try carryOut(RecordMeetingVote(id, vote))
    guard passes else { return nil }
    let draft = ResolutionDraft(
      .resolution,
      "Nghị quyết sinh hoạt tháng \(month)/\(meeting.day.year)",
      on: meeting.day,
      number: "\(1 + number)-NQ/CB",
      text: "Trong tháng tới chi bộ tập trung \(meeting.work); \(meeting.conclusion).",
      meeting: id,
      vote: recorded
    )
    return try carryOut(EnterResolution(of: cell, draft))
  }

  private func write(_ text: String, _ meeting: HeldMeeting, _ id: ID<FactMark>) throws {
    let reading = try MeetingStore(db: db).reading(id)
    let call = reading?.rollCall
    let full = """
      Biên bản sinh hoạt chi bộ ngày \(meeting.day.parts.day)/\(meeting.day.parts.month)/\(meeting.day.year)
      Có mặt \(call?.present ?? 0)/\(call?.obliged ?? 0) đảng viên; vắng có lý do \(call?.excused ?? 0).

      \(text)
      """
    _ = try carryOut(WriteMinutes(id, full))
    guard meeting.isSigned, reading?.meeting.taker != nil else { return }
    let hash = MinutesHash.of(full)
    _ = try carryOut(SignMinutes(id, as: .taker, isOnPaper: true, hash: hash))
    let isOwn = reading?.meeting.chair == leader
    _ = try carryOut(SignMinutes(id, as: .chair, isOnPaper: !isOwn, hash: hash))
  }

  // MARK: What follows from it

  /// The tasks of a resolution, given to members of the cell.
  private func give(
    _ resolution: ID<FactMark>,
    _ meeting: HeldMeeting,
    _ list: [AttendeeLine],
    _ number: Int
  ) throws {
    let tasks = DemonstrationTasks(desk: desk, actor: secretary, day: day)
    let sector = try UnitStore(db: db).life(cell)?.sectors.last?.value
    let words = TaskWords.ofCells(sector.flatMap { PlannedUnit.Sector(rawValue: $0.rawValue) })
    let now = Set(try self.list(on: day).filter { $0.attendee.attending == .home }.map(\.attendee.person))
    let able = list.map(\.attendee.person).filter(now.contains)
    guard !able.isEmpty else { return }
    for part in 0..<2 {
      let lot = TaskWords.lot("\(number)-\(part)", seed)
      let place = DemonstrationTasks.Place(
        unit: cell,
        answerer: part == 0 ? able[TaskWords.lot(lot, 1) % able.count] : leader,
        resolution: resolution,
        since: meeting.day
      )
      _ = try tasks.give(words[(number / 3 + part) % words.count], to: place, lot)
    }
  }

  /// Tasks that are open now: one late, one due before the next meeting, one in two months.
  private func giveTasks(to lines: [RollLine], _ sector: PlannedUnit.Sector?) throws {
    let words = TaskWords.ofCells(sector)
    let people = lines.filter { $0.state == nil && $0.unit == cell }.map(\.person)
    guard !people.isEmpty else { return }
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

  /// The meeting of next week: called, its content agreed two days before, two matters of the cell's own on the agenda.
  private func prepareNext(_ year: CellYear, _ lines: [RollLine]) throws {
    guard let last = year.meetings.last(where: { $0.kind == .regular }), let begins = time(last.begins) else {
      return
    }
    let next = day.adding(days: 6)
    let list = try list(on: next)
    guard list.count >= 3 else { return }
    let chair = list.first { $0.attendee.person == leader } ?? list[0]
    let taker = list.first { $0.attendee.person != chair.attendee.person && $0.attendee.isOfficial }
    var draft = MeetingDraft(
      .regular,
      on: next,
      at: begins,
      place: last.place,
      chair: chair.attendee.person,
      taker: taker?.attendee.person
    )
    let meeting = try carryOut(CallMeeting(of: cell, draft))
    for title in ["Phân công đảng viên phụ trách phần việc tháng tới", "Ý kiến về quần chúng ưu tú của chi đoàn"] {
      _ = try carryOut(PutItem(meeting, title: title, place: 6))
    }
    draft.kind = .preparation
    draft.day = day.adding(days: 4)
    draft.prepares = meeting
    _ = try carryOut(CallMeeting(of: cell, draft))
    let title = "Dự thảo nghị quyết tháng tới"
    let sheet = DemonstrationPaper(title: title).bytes
    let hash = try FileHash(of: sheet)
    try FileStore(db: db).keep(sheet, hash, type: "application/pdf", at: moment)
    let paper = MeetingPaper(.draftResolution, title)
    _ = try carryOut(HandOutPaper(meeting, paper, hash, name: "du-thao-nghi-quyet.pdf"))
  }
}
