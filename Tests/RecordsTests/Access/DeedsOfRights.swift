import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

/// For each kind of deed one that nothing but rights could refuse.
extension RightsTests {
  /// A deed that nothing but rights could refuse, done on what stands in or at a unit.
  static func operation(
    _ deed: Deed,
    at code: String,
    _ world: World
  ) async throws -> (any Operation)? {
    let unit = world.unit(code)
    func resident() async throws -> ID<Person> {
      try await world.admit("Cư Dân", to: unit, on: "2020-01-01")
    }
    func child() async throws -> ID<Unit> {
      let kind: UnitKind = code.hasPrefix("B") ? .cell : code == "C1" ? .subgroup : .baseCommittee
      return try await world.found("N1", "Mới", kind, under: unit, on: "2020-01-01")
    }
    switch deed {
    case .foundUnit:
      let kind: UnitKind = code.hasPrefix("B") ? .cell : code == "C1" ? .subgroup : .baseCommittee
      return FoundUnit(code: "N2", name: "Mới", kind: kind, sector: nil, parent: unit, day: "2025-01-01")
    case .renameUnit: return RenameUnit(unit: unit, name: "Tên khác", day: "2025-01-01")
    case .changeUnit: return ChangeUnit(unit: unit, sector: .police, day: "2025-01-01")
    case .endUnit:
      guard code == "E1" || code == "E2" else { return nil }
      return EndUnit(unit: unit, day: "2025-01-01")
    case .admit: return AdmitMember(particulars: Particulars(name: "Mới"), unit: unit, admitted: "2025-01-01")
    case .recognise: return RecogniseMember(person: try await resident(), day: "2021-01-01")
    case .transfer:
      // From the unit to one beside it that stands as near: rights are asked for both.
      return TransferMember(
        person: try await resident(),
        to: code == "C1" ? world.unit("C2") : unit,
        day: "2025-01-01"
      )
    case .affiliate:
      return BeginRole(
        person: try await resident(),
        unit: unit,
        role: .temporary,
        span: Span(open: "2025-01-01")
      )
    case .endMembership: return EndMembership(person: try await resident(), reason: .left, day: "2025-01-01")
    case .holdPost:
      return HoldPost(
        person: try await resident(),
        unit: unit,
        post: "secretary",
        span: Span(open: "2025-01-01")
      )
    case .keepCandidates:
      return BeginCandidacy(
        particulars: Particulars(name: "Quần Chúng"),
        unit: unit,
        since: "2025-01-01",
        CandidacyDraft(source: .worker)
      )
    case .correctParticulars:
      return CorrectParticulars(person: try await resident(), particulars: Particulars(name: "Khác"))
    case .askTransfer: return try await asking(resident())
    case .sendTransfer:
      let asked = try await world.carryOut(try await asking(resident()))
      return SendTransfer(ID(asked.result ?? 0), letter: "1", day: "2025-01-02")
    case .receiveTransfer:
      let newcomer = try await world.admit("Người Đến", to: world.unit("C4"), on: "2020-01-01")
      let asked = try await world.carryOut(asking(newcomer, to: unit))
      let transfer = ID<Transfer>(asked.result ?? 0)
      try await world.carryOut(SendTransfer(transfer, letter: "1", day: "2025-01-02"))
      return ReceiveTransfer(transfer, presented: "2025-01-03", day: "2025-01-03")
    case .keepContact:
      let person = try await resident()
      let tie = BeginRole(
        person: person,
        unit: world.unit("C4"),
        role: .residence,
        span: Span(open: "2024-01-01")
      )
      try await world.carryOut(tie)
      return AskResidenceComment(person: person, year: 2025, day: "2025-01-01")
    case .annul:
      _ = try await resident()
      return AnnulEntry(entry: try await world.head())
    case .fileDecisions:
      let text = DecisionText(number: "1-QĐ", signed: "2025-01-01", issuer: unit)
      try await world.carryOut(RecogniseMember(person: try await resident(), day: "2021-01-01"), under: text)
      let filed = try await world.read { try DecisionStore(db: $0).find("1-QĐ").first?.id }
      let paper = Array("%PDF-".utf8)
      let hash = try FileHash(of: paper)
      try await world.tamper { _ = try FileStore(db: $0).keep(paper, hash, type: "application/pdf", at: 0) }
      return filed.map { AttachScan(to: $0, Scan(hash, name: "1-QĐ.pdf")) }
    case .grantRights:
      let account = try await world.account("other")
      return GrantRights(account: account, role: .member, unit: unit, span: Span(open: "2025-01-01"))
    case .exempt:
      return ExemptMember(person: try await resident(), .full, for: .age, span: Span(open: "2025-01-01"))
    case .suspend:
      return SuspendMember(person: try await resident(), by: unit, span: Span(open: "2025-01-01"))
    case .proposeLeaving:
      return OpenLeaving(person: try await resident(), .left, occurred: "2025-01-01", day: "2025-01-01")
    case .discipline:
      return EnterDiscipline(
        person: try await resident(),
        Discipline(.reprimand, by: unit),
        span: Span(open: "2025-01-01"),
        under: DecisionText(number: "1-QĐ", signed: "2025-01-01")
      )
    case .disciplineUnit:
      return EnterUnitDiscipline(
        unit: unit,
        UnitDiscipline(.reprimand, by: world.unit("QN")),
        span: Span(open: "2025-01-01"),
        under: DecisionText(number: "1-QĐ", signed: "2025-01-01")
      )
    case .keepMeetings:
      guard code == "C1" else { return nil }
      return CallMeeting(of: unit, MeetingDraft(.regular, on: "2025-11-03", at: .evening))
    case .scoreMeetings:
      guard code == "C1" else { return nil }
      let meeting = try await world.call(of: code, on: "2025-11-03")
      try await world.hold(meeting, of: code, on: "2025-11-03")
      return ScoreMeeting(meeting, [MeetingScore(.superior, "order.kept", isMet: true)])
    case .allowMeetingModes:
      let permission = MeetingPermission(.online, ground: "03-HD/TW")
      return AllowMeetingMode(of: unit, permission, span: Span(open: "2025-01-01"))
    case .keepResolutions:
      return EnterResolution(of: unit, ResolutionDraft(.resolution, "Nghị quyết mới", on: "2025-10-03"))
    case .holdReviews:
      return OpenRound(
        of: unit,
        RoundDraft(.year, "Kiểm điểm 2025", .from("2025-01-01", until: "2026-01-01"), counted: "2025-10-31")
      )
    case .keepReviews:
      let round = try await world.openRound(of: unit, counted: "2025-10-31")
      return SendReviews(round, of: unit)
    case .keepModels:
      return EnterRegulation(of: unit, "1-QC", adopted: "2025-01-01", from: "2025-01-01")
    case .verifyModels:
      guard let below = ["B1": "C1", "B2": "C3", "HL": "B1", "QN": "HL"][code] else { return nil }
      return ApproveRegulation(try await world.regulate(below, adopted: "2025-01-01"), on: "2025-01-02")
    case .recogniseModels:
      guard
        let (below, family) = ["B1": ("C1", "cell"), "B2": ("C3", "cell"), "HL": ("B1", "committee")][code]
      else { return nil }
      let key = try await world.verified(below, by: "four-good-\(family)")
      return DecideModel(key, false, signer: "Lò Văn Chính", on: "2025-01-02", reason: "Còn đơn thư")
    case .assignFollowers:
      let person = try await resident()
      try await world.seat(person, in: "QN")
      return AssignFollower(person, to: unit, span: Span(open: "2025-01-01"))
    case .keepDues:
      let passed = DuesPassed(amount: 100_000, day: "2025-10-01")
      return Month("2025-09").map { PassDuesOn(unit: unit, month: $0, passed: passed) }
    case .awardBadge:
      let line = AwardBadges.Line(person: try await resident(), award: BadgeAward(years: 30))
      return AwardBadges(day: "2025-11-07", lines: [line])
    case .manageAccounts, .readDues, .readDiscipline, .readUnitMatter, .readPlans, .readMeetings,
      .readResolutions, .readReviews, .readModels, .readUnits, .readFigures, .readRoll, .readPerson,
      .readJournal,
      .exportLists,
      .importLists, .moveUnit:
      _ = child
      return nil
    }
  }

  /// A transfer asked for, to an organisation outside when no unit is named.
  static func asking(_ person: ID<Person>, to unit: ID<Unit>? = nil) -> AskTransfer {
    AskTransfer(
      person: person,
      to: unit,
      outside: unit == nil ? "Đảng bộ tỉnh khác" : nil,
      event: .newJob,
      happened: "2025-01-01",
      day: "2025-01-01"
    )
  }
}
