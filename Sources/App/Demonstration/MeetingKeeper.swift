import Basics
import Demonstration
import Records
import Rules
import Storage

/// Keeps the meetings of one cell of the fictional province on one day, by the deeds that a secretary does.
final class MeetingKeeper {
  private let db: any Connection
  private let desk: Desk
  private let actor: Actor
  private let cell: ID<Rules.Unit>
  /// How many deeds were done.
  private(set) var count = 0

  init(db: any Connection, desk: Desk, actor: Actor, cell: ID<Rules.Unit>) {
    self.db = db
    self.desk = desk
    self.actor = actor
    self.cell = cell
  }

  @discardableResult
  private func carryOut(_ operation: any Operation) throws -> ID<FactMark> {
    count += 1
    return ID(try desk.carryOut(Errand(operation, by: actor)).result ?? 0)
  }

  private func list(on day: CivilDate) throws -> [AttendeeLine] {
    try AttendeeStore(db: db).list(of: cell, AsOf(day)).filter(\.attendee.attending.isObliged)
  }

  /// Who leads and who writes: the secretary, and whoever of the leading body is there besides.
  private func leaders(
    _ list: [AttendeeLine],
    on day: CivilDate
  ) throws -> (chair: ID<Person>, taker: ID<Person>)? {
    let question = RollQuestion(unit: cell, asOf: AsOf(day))
    let holders = try RollStore(db: db).page(question, members: 50, limit: 60).lines.filter { $0.post != nil }
    let there = Set(list.map(\.attendee.person))
    let secretary = holders.first { $0.post == KnownPost.secretary.rawValue && there.contains($0.person) }
    let officials = list.filter(\.attendee.isOfficial).map(\.attendee.person)
    guard let chair = secretary?.person ?? officials.first else { return nil }
    let deputy = holders.first { $0.person != chair && there.contains($0.person) }
    guard let taker = deputy?.person ?? officials.first(where: { $0 != chair }) else { return nil }
    return (chair, taker)
  }

  /// Calls a meeting; `nil` where there are too few to hold one.
  func call(_ meeting: HeldMeeting, preparing prepares: ID<FactMark>?) throws -> ID<FactMark>? {
    let unitKind = try UnitStore(db: db).life(cell)?.kind(on: meeting.day)
    guard unitKind == .cell || unitKind == .baseCell, let begins = TimeOfDay(minutes: meeting.begins),
      let kind = MeetingKind(rawValue: meeting.kind.rawValue)
    else { return nil }
    let list = try list(on: meeting.day)
    guard list.count >= 3, let leaders = try leaders(list, on: meeting.day) else { return nil }
    let draft = MeetingDraft(
      kind,
      on: meeting.day,
      at: begins,
      place: meeting.place,
      theme: meeting.theme,
      chair: leaders.chair,
      taker: leaders.taker,
      prepares: prepares
    )
    return try carryOut(CallMeeting(of: cell, draft))
  }

  /// Hands out the draft resolution of a meeting.
  func handOut(to meeting: ID<FactMark>, _ day: CivilDate, on today: CivilDate) throws {
    let title = "Dự thảo nghị quyết tháng \(day.parts.month)/\(day.year)"
    let sheet = DemonstrationPaper(title: title).bytes
    let hash = try FileHash(of: sheet)
    try FileStore(db: db).keep(sheet, hash, type: "application/pdf", at: Clock.system.start(of: today))
    let paper = MeetingPaper(.draftResolution, title)
    try carryOut(HandOutPaper(meeting, paper, hash, name: "du-thao-nghi-quyet.pdf"))
  }

  private func open(_ meeting: HeldMeeting, _ id: ID<FactMark>) throws {
    if let begins = TimeOfDay(minutes: meeting.begins) { try carryOut(OpenMeeting(id, at: begins)) }
  }

  private func close(_ meeting: HeldMeeting, _ id: ID<FactMark>) throws {
    if let closed = TimeOfDay(minutes: meeting.closed) { try carryOut(CloseMeeting(id, at: closed)) }
  }

  /// The committee meets: nobody is called.
  func prepare(_ meeting: HeldMeeting, _ id: ID<FactMark>) throws {
    try open(meeting, id)
    try close(meeting, id)
  }

  func hold(_ meeting: HeldMeeting, _ id: ID<FactMark>, _ number: Int) throws {
    guard let called = try MeetingStore(db: db).meeting(id)?.value else { return }
    try open(meeting, id)
    let list = try list(on: meeting.day)
    let taps = list.map { line -> CallRoll.Tap in
      let person = line.attendee.person
      let stays = person == called.chair || person == called.taker
      let away = stays ? nil : UInt64(line.code).flatMap { meeting.mark(of: $0) }
      let mark = away.flatMap { AttendanceMark(rawValue: $0.mark) } ?? .present
      return CallRoll.Tap(Attendance(person, mark, reason: away?.reason), saw: nil)
    }
    try carryOut(CallRoll(id, taps))
    for item in try MeetingStore(db: db).items(of: id) {
      guard let key = item.id else { continue }
      let note = item.value.part.flatMap { MeetingKeeper.note($0, meeting) }
      try carryOut(PutItem(id, key, title: item.value.title, note: note, isDone: true))
    }
    let voters = zip(list, taps).count { $0.attendee.isOfficial && $1.attendance.mark.isPresent }
    try vote(meeting, id, number, voters, of: list.count { $0.attendee.isOfficial })
    if number % 8 == 6 {
      let named = zip(list, taps).filter { $0.attendee.isOfficial && $1.attendance.mark.isPresent }
      let ballots = named.map { NamedBallot($0.0.attendee.person, .agreed) }
      let proposal = "Giới thiệu đồng chí tham gia ban chấp hành khóa tới"
      if !ballots.isEmpty { try carryOut(RecordNamedVote(id, proposal, ballots)) }
    }
    try close(meeting, id)
  }

  /// What was said of a part of the agenda.
  private static func note(_ part: String, _ meeting: HeldMeeting) -> String? {
    switch part {
    case "report": "Trọng tâm trong tháng: \(meeting.work)."
    case "documents": "Phổ biến văn bản mới của cấp trên; gửi bản điện tử cho đảng viên vắng mặt."
    case "theme": meeting.theme.map { "Đồng chí được phân công trình bày chuyên đề: \($0)." }
    case "discussion":
      "Có \(3 + meeting.day.parts.month % 5) ý kiến, tập trung vào việc còn chậm và cách làm."
    case "conclusion": "Kết luận: \(meeting.conclusion)."
    default: nil
    }
  }

  /// Every third meeting passes a resolution of the cell; others agree the conclusion.
  private func vote(
    _ meeting: HeldMeeting,
    _ id: ID<FactMark>,
    _ number: Int,
    _ present: Int,
    of officials: Int
  ) throws {
    guard meeting.kind == .regular, present > 0 else { return }
    let abstained = number % 5 == 3 && present > 4 ? 1 : 0
    let (passes, month) = (number % 3 == 0, meeting.day.parts.month)
    let vote = MeetingVote(
      proposal: passes ? "Thông qua nghị quyết tháng \(month)" : "Thống nhất kết luận của chủ trì",
      manner: .hands,
      officials: officials,
      present: present,
      agreed: present - abstained,
      against: 0,
      abstained: abstained
    )
    let recorded = try carryOut(RecordMeetingVote(id, vote))
    guard passes else { return }
    let draft = ResolutionDraft(
      .resolution,
      "Nghị quyết sinh hoạt tháng \(month)/\(meeting.day.year)",
      on: meeting.day,
      number: "\(month)-NQ/CB",
      text: "Trong tháng tới chi bộ tập trung \(meeting.work); \(meeting.conclusion).",
      meeting: id,
      vote: recorded
    )
    try carryOut(EnterResolution(of: cell, draft))
  }

  /// Writes the minutes down, and how the cell scored itself.
  func write(_ meeting: HeldMeeting, _ id: ID<FactMark>) throws {
    if let text = meeting.text { try carryOut(WriteMinutes(id, text)) }
    try score(meeting.own, .own, id)
  }

  /// Enters that taker and chair have signed the printed page.
  func sign(_ meeting: HeldMeeting, _ id: ID<FactMark>) throws {
    guard meeting.isSigned, let minutes = try MeetingStore(db: db).minutes(of: id)?.value else { return }
    let hash = MinutesHash.of(minutes.text)
    try carryOut(SignMinutes(id, as: .taker, isOnPaper: true, hash: hash))
    try carryOut(SignMinutes(id, as: .chair, isOnPaper: true, hash: hash))
  }

  func score(_ said: String?, _ scorer: MeetingScorer, _ id: ID<FactMark>) throws {
    guard let said else { return }
    let missed = said == "met" ? [] : said.split(separator: " ").map(String.init)
    let scores = MeetingScore.criteria.filter { $0 != "meeting.smallCell" }
      .map { MeetingScore(scorer, $0, isMet: !missed.contains($0)) }
    try carryOut(ScoreMeeting(id, scores))
  }
}
