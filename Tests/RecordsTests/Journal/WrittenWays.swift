import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

/// Deeds by which every table of a member's way gets a row.
extension JournalTests {
  /// Deeds on the way of a member that leave a row in every table of it.
  static func way(of person: ID<Person>, in world: World) async throws {
    let own = try await world.account("own", for: person)
    try await world.carryOut(ExemptMember(person: person, .full, for: .age, span: Span(open: "2025-06-01")))
    try await world.carryOut(WarnMember(person: person, ground: nil, note: "Vắng", day: "2025-06-01"))
    try await world.carryOut(OpenLeaving(person: person, .left, occurred: "2025-07-01", day: "2025-07-01"))
    try await world.carryOut(ReportError(person: person, .card, right: "0124"), by: .account(own))
    let text = DecisionText(number: "9-QĐ/UBKT", signed: "2025-07-02")
    let reprimand = Discipline(.reprimand, by: world.unit("HL"))
    let enter = EnterDiscipline(person: person, reprimand, span: Span(open: "2025-07-02"), under: text)
    try await world.carryOut(enter)
    let other = try await world.officer(in: world.unit("QN"), named: "other")
    try await world.carryOut(ConfirmDiscipline(person: person), by: other, under: text)
    try await world.carryOut(enter)
    let warning = UnitDiscipline(.warning, by: world.unit("HL"), violated: "2025-01-01", note: "Mất đoàn kết")
    let base = EnterUnitDiscipline(
      unit: world.unit("B1"),
      warning,
      span: Span(open: "2025-07-02"),
      under: text
    )
    try await world.carryOut(base)
    try await world.carryOut(ConfirmUnitDiscipline(unit: world.unit("B1")), by: other, under: text)
    try await world.carryOut(base)
    let plan = "effective: 2025-12-01\nsteps:\n  - merge: {units: [C1], into: C2}\n"
    let saved = try await world.carryOut(
      SavePlan(nil, unit: world.unit("QN"), title: "Nhập hai chi bộ", body: plan)
    )
    try await world.carryOut(DrawUpHandover(ID(saved.result ?? 0)))
    let renamed = ReorganisationStep.rename(unit: "C4", name: "Chi bộ khu phố 4 và 5")
    try await world.carryOut(Reorganise([PlannedStep(renamed)], on: "2025-09-01", body: "steps:"))
  }

  /// A meeting that leaves a row in every table of meetings.
  static func meet(_ world: World) async throws {
    let (chair, taker) = (world.person("Lò Thị Hạnh"), world.person("H'Ngun Niê"))
    let permission = MeetingPermission(.hybrid, ground: "03-HD/TW")
    let cell = world.unit("C2")
    try await world.carryOut(AllowMeetingMode(of: cell, permission, span: Span(open: "2025-01-01")))
    let meeting = try await world.call(.combined, of: "C2", on: "2025-05-06") { draft in
      draft.mode = .hybrid
      draft.theme = "Chi bộ 35: giữ rừng"
      draft.chair = chair
      draft.taker = taker
    }
    let paper = Array("%PDF-1.7 chương trình".utf8)
    let hash = try FileHash(of: paper)
    try await world.tamper { _ = try FileStore(db: $0).keep(paper, hash, type: "application/pdf", at: 0) }
    try await world.carryOut(HandOutPaper(meeting, MeetingPaper(.paper, "Chương trình"), hash, name: "a.pdf"))
    try await world.hold(meeting, of: "C2", on: "2025-05-06")
    let vote = MeetingVote(
      proposal: "Nghị quyết",
      manner: .hands,
      officials: 1,
      present: 1,
      agreed: 1,
      against: 0,
      abstained: 0
    )
    try await world.carryOut(RecordMeetingVote(meeting, vote))
    try await world.carryOut(RecordNamedVote(meeting, "Ghi tên", [NamedBallot(chair, .agreed)]))
    try await world.carryOut(RecordNamedVote(meeting, "Ghi tên lại", [NamedBallot(chair, .abstained)]))
    let output = MeetingOutput("bài viết", title: "Giữ rừng", link: "https://example.vn/1")
    let first = ID<FactMark>(try await world.carryOut(RegisterOutput(meeting, output)).result ?? 0)
    try await world.carryOut(RegisterOutput(meeting, MeetingOutput("podcast", title: "Chuyện bản")))
    try await world.carryOut(WithdrawOutput(meeting, first))
    for text in ["Mẫu {{chi_bo}}", "Mẫu mới"] {
      try await world.carryOut(PutTemplateInForce(unit: world.unit("QN"), text: text, from: "2025-02-01"))
    }
    try await world.carryOut(WriteMinutes(meeting, "Biên bản"))
    try await world.carryOut(ScoreMeeting(meeting, [MeetingScore(.own, "order.kept", isMet: true)]))
    for (signer, person) in [(MinutesSigner.taker, taker), (.chair, chair)] {
      let account = try await world.account("signer\(signer.rawValue)", for: person)
      let sign = SignMinutes(meeting, as: signer, isOnPaper: false, hash: MinutesHash.of("Biên bản"))
      try await world.carryOut(sign, by: .account(account))
    }
    try await world.carryOut(AddToMinutes(meeting, "Đính chính"))
    let follower = world.person("Trần Đình Đạo")
    try await world.seat(follower, in: "HL")
    try await world.follow("C2", by: follower, from: "2025-05-01")
    try await world.carryOut(LeaveVisitNote(meeting, of: follower, "Điều hành tốt"))
    try await world.carryOut(AddVisitItem(meeting, of: follower, "Bổ sung sổ", due: "2025-06-01"))
  }

  /// A meeting prepared: a row in every table of what is done before it.
  static func prepare(_ world: World) async throws {
    let cell = world.unit("C2")
    let task = try await world.assign("Trồng cây ven đường", to: "C2", due: "2025-09-30")
    let theme = ProposeTheme(in: cell, .theme, "Giữ rừng", why: "Mùa khô")
    let key = ID<FactMark>(try await world.carryOut(theme).result ?? 0)
    try await world.carryOut(SettleTheme(key, of: cell, .setAside, reason: "Để quý sau"))
    try await world.carryOut(SettleTheme(key, of: cell, .proposed))
    let draft = MeetingDraft(.thematic, on: "2025-11-20", at: .evening)
    let taken = [TakenMatter(AgendaMatter(.task, task.number), "Trồng cây")]
    let call = CallMeeting(of: cell, draft, taken, on: key)
    let meeting = ID<FactMark>(try await world.carryOut(call).result ?? 0)
    let guest = MeetingGuest("Khách", note: "Bí thư", person: world.person("Nguyễn Ấn"))
    try await world.carryOut(InviteGuest(guest, to: meeting))
    let author = Actor.account(try await world.account("nie", for: world.person("H'Ngun Niê")))
    let item = try await world.read { try MeetingStore(db: $0).items(of: meeting).first?.id }
    try await world.carryOut(CommentBefore(meeting, item: item, "Đồng ý"), by: author)
    try await world.carryOut(
      ChangeMeeting(meeting, MeetingDraft(.thematic, on: "2025-11-21", at: .evening, theme: "Giữ rừng"))
    )
  }

  /// A resolution sent down and a task told of: a row in every table of both.
  static func resolve(_ world: World) async throws {
    let draft = ResolutionDraft(.resolution, "Làm đường thôn", on: "2025-05-06", number: "3-NQ/ĐU")
    let key = ID<FactMark>(
      try await world.carryOut(EnterResolution(of: world.unit("B1"), draft)).result ?? 0
    )
    try await world.carryOut(SendResolution(key, to: .cells, on: "2025-05-07"))
    try await world.carryOut(RemindUnit(world.unit("C1"), of: key, "Đề nghị báo cáo"))
    try await world.carryOut(AnswerResolution(key, of: world.unit("C2"), .received("2025-05-08")))
    let given = TaskDraft(
      "Bê tông hóa đường trục thôn",
      of: world.unit("C2"),
      by: world.person("Lò Thị Hạnh"),
      under: key,
      from: "2025-05-10",
      due: "2025-09-30",
      .quantity(Quantity(2), of: "km")
    )
    let task = ID<FactMark>(try await world.carryOut(AssignTask(given)).result ?? 0)
    try await world.carryOut(TellProgress(task, TaskProgress(Quantity(1)), on: "2025-06-01"))
  }

  /// A round with a word, a statement and a matter in it, sent up: a row in every table of reviews.
  static func review(_ world: World) async throws {
    let person = world.person("Lò Thị Hạnh")
    let cell = world.unit("C2")
    let post = KnownPost.secretary.rawValue
    try await world.carryOut(HoldPost(person: person, unit: cell, post: post, span: Span(open: "2025-01-01")))
    let round = try await world.openRound(of: cell)
    let subjects: [ReviewSubject] = [.person(person), .organisation(cell), .collective(cell)]
    for subject in subjects {
      try await world.carryOut(
        world.mark(round, subject, .evaluation, by: "C2", .completed, points: 60, reason: "Chậm tiến độ")
      )
    }
    let statement = ReviewStatement(
      round: round,
      subject: subjects[0],
      unit: cell,
      name: "conclusions.degradation",
      quantity: .zero,
      note: nil
    )
    try await world.carryOut(StateForReview(statement))
    let matter = ReviewMatter(
      key: ID(0),
      round: round,
      subject: subjects[1],
      kind: .remedyPlan,
      unit: cell,
      text: "Hoàn thành đường trục thôn trong quý I"
    )
    try await world.carryOut(RaiseMatter(matter))
    try await world.carryOut(SendReviews(round, of: cell))
    try await steer(world)
  }

  /// A round in which somebody steers, whose results are listed.
  static func steer(_ world: World) async throws {
    let round = try await world.openRound(of: world.unit("DH"))
    let leader = world.person("Hà Thị Ánh")
    try await world.seat(leader, in: "DH", .standingMember)
    let steering = ReviewSteering(
      round: round,
      unit: world.unit("B3"),
      body: world.unit("DH"),
      person: leader,
      ground: "Phân công của ban thường vụ"
    )
    try await world.carryOut(AssignSteering(steering))
    try await world.carryOut(PublishRound(round))
    try await world.carryOut(ListResults(round, to: .base))
  }

  /// An assessment sent back once, verified and decided, and a working regulation with its text: every table of models.
  static func assess(_ world: World) async throws {
    let key = try await world.assess("C2")
    try await world.carryOut(ScoreModel(key, world.fourMarks(.own, note: "Đã họp"), isSent: true))
    try await world.carryOut(ReturnModel(key, because: "Xem lại nhóm 2"))
    try await world.carryOut(ScoreModel(key, [], isSent: true))
    try await world.carryOut(VerifyModel(key, world.fourMarks(.verified)))
    let decide = DecideModel(
      key,
      false,
      signer: "Lò Văn Chính",
      number: "12-QĐ",
      on: World.today,
      reason: "Còn đơn thư"
    )
    try await world.carryOut(decide)
    let other = try await world.assess("C1", by: "five-good-four-no")
    try await world.carryOut(ScoreModel(other, [ModelMark("no.1", .own, level: 1, articles: [3, 14])]))
    let paper = Array("%PDF-1.7 quy chế".utf8)
    let hash = try FileHash(of: paper)
    try await world.tamper { _ = try FileStore(db: $0).keep(paper, hash, type: "application/pdf", at: 0) }
    let enter = EnterRegulation(
      of: world.unit("C2"),
      "2-QC/CB",
      edition: "sửa đổi lần 1",
      adopted: "2025-08-01",
      from: "2025-08-01",
      file: hash,
      name: "quy-che.pdf"
    )
    let regulation = ID<FactMark>(try await world.carryOut(enter).result ?? 0)
    try await world.carryOut(ApproveRegulation(regulation, on: "2025-08-10", number: "7-CV"))
  }

  /// Every table of dues and badges gets a row.
  static func keepDuesAndAward(_ world: World, _ an: ID<Person>, _ paper: DecisionText) async throws {
    let cell = world.unit("C2")
    let (month, later) = (Month(of: "2025-03-01"), Month(of: "2025-04-01"))
    let basis = DuesBasis(.working, region: 4, ground: "Tự khai")
    try await world.carryOut(DeclareDues(person: an, basis: basis, from: month))
    let line = ReceiveDues.Line(person: an, amount: 11_100, day: "2025-03-05")
    try await world.carryOut(ReceiveDues(unit: cell, month: month, lines: [line]))
    let passed = DuesPassed(amount: 7_000, day: "2025-03-06")
    try await world.carryOut(PassDuesOn(unit: cell, month: month, passed: passed))
    try await world.carryOut(ExcuseUnpaidDues(person: an, month: later, reason: "Đi viện"))
    let veteran = AdmitMember(
      particulars: Particulars(name: "Lão Thành"),
      unit: cell,
      admitted: "1985-10-03",
      decided: "1985-10-01",
      official: "1986-10-03",
      homeFrom: "2005-01-01"
    )
    let person = ID<Person>(try await world.carryOut(veteran).result ?? 0)
    let award = AwardBadges.Line(person: person, award: BadgeAward(years: 40, number: "H-40"))
    try await world.carryOut(AwardBadges(day: "2025-11-07", lines: [award]), under: paper)
  }

  /// Every table of transfers and of contact where members live gets a row.
  static func transferAndContact(_ world: World, _ paper: DecisionText) async throws {
    let hanh = world.person("Lò Thị Hạnh")
    let asked = AskTransfer(
      person: hanh,
      to: world.unit("C3"),
      event: .newJob,
      happened: "2025-09-15",
      day: "2025-10-01"
    )
    let transfer = ID<Transfer>(try await world.carryOut(asked).result ?? 0)
    try await world.carryOut(SendTransfer(transfer, letter: "12-GT", day: "2025-10-06"), under: paper)
    let kept = BeginRole(
      person: hanh,
      unit: world.unit("C4"),
      role: .residence,
      span: Span(open: "2024-01-01")
    )
    try await world.carryOut(kept)
    try await world.carryOut(AskResidenceComment(person: hanh, year: 2024, day: "2024-11-01"))
    try await world.carryOut(
      ExemptFromResidence(unit: world.unit("T1"), ground: "Ở tập thể", span: Span(open: "2024-01-01"))
    )
  }

  /// The journal of another installation gets in.
  static func bringIn(_ world: World) async throws {
    try await world.found("TW", "Trung ương", .centre, on: "2000-01-01")
    let other = try await World.installation(9)
    try await other.found("KG", "Đảng bộ tỉnh Kiên Thử", .province, on: "2001-01-01")
    let absorption = Absorption(of: other.database, into: world.office, under: "TW", on: "2025-11-01")
    _ = try await absorption.run(by: World.console)
  }
}
