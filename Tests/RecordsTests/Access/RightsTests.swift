import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Rights")
struct RightsTests {
  /// A world in which each role is held once for B1: an account per role.
  private static func staffed() async throws -> (world: World, actors: [Role: Actor]) {
    let world = try await World.small()
    var actors: [Role: Actor] = [:]
    for role in Role.allCases {
      actors[role] = try await world.officer(role, in: world.unit("B1"), named: role.rawValue)
    }
    return (world, actors)
  }

  /// Where a unit or a person stands to B1, by the unit asked for.
  private static let places: [(code: String, relation: Relation)] = [
    ("B1", .own), ("C1", .below), ("B2", .elsewhere), ("HL", .elsewhere), ("QN", .elsewhere),
  ]

  /// A deed that nothing but rights could refuse, done on what stands in or at a unit.
  private static func operation(
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
      .readResolutions, .readReviews, .readUnits, .readFigures, .readRoll, .readPerson, .readJournal,
      .exportLists,
      .importLists, .moveUnit:
      _ = child
      return nil
    }
  }

  /// A transfer asked for, to an organisation outside when no unit is named.
  private static func asking(_ person: ID<Person>, to unit: ID<Unit>? = nil) -> AskTransfer {
    AskTransfer(
      person: person,
      to: unit,
      outside: unit == nil ? "Đảng bộ tỉnh khác" : nil,
      event: .newJob,
      happened: "2025-01-01",
      day: "2025-01-01"
    )
  }

  @Test("each role may do on each unit exactly what the table of rights says", arguments: Deed.allCases)
  func matrix(deed: Deed) async throws {
    let (ground, _) = try await RightsTests.staffed()
    for place in RightsTests.places {
      let world = try await ground.copy()
      let operation = try await RightsTests.operation(deed, at: place.code, world)
      let head = try await world.head()
      for role in Role.allCases {
        let account = try await ground.read { try AccountStore(db: $0).account(named: role.rawValue) }
        guard let account else { continue }
        let expected = Rights.allows(role, deed, on: place.relation)
        let allowed = try await ground.read { db in
          try Reach(db: db, today: World.today).allows(account, deed, on: ground.unit(place.code))
        }
        #expect(allowed == expected, "\(role) \(deed) \(place.code)")
        guard let operation else { continue }
        let refusals = try await world.refusals(ofTrying: operation, by: .account(account))
        let isRefused = refusals.contains(Objection(nil, .notAllowed(deed)))
        if expected {
          #expect(!isRefused, "\(role) \(deed) \(place.code)")
        } else {
          #expect(refusals == [Objection(nil, .notAllowed(deed))], "\(role) \(deed) \(place.code)")
        }
        #expect(try await world.head() == head)
      }
    }
  }

  @Test("a transfer asks for both units: the one left and the one gone to")
  func bothSides() async throws {
    let (world, actors) = try await RightsTests.staffed()
    let officer = try #require(actors[.officer])
    let an = world.person("Nguyễn An")
    let refused = [Objection(nil, .notAllowed(.transfer))]
    #expect(
      try await world.refusals(
        of: TransferMember(person: an, to: world.unit("C3"), day: "2025-01-01"),
        by: officer
      ) == refused
    )
    let stranger = world.person("Nguyễn Ấn")
    #expect(
      try await world.refusals(
        of: TransferMember(person: stranger, to: world.unit("C1"), day: "2025-01-01"),
        by: officer
      ) == refused
    )
    #expect(
      try await world.refusals(
        of: TransferMember(person: an, to: world.unit("C2"), day: "2025-01-01"),
        by: officer
      ) == []
    )
  }

  @Test("a unit is moved by whoever may move it and may found at its new place")
  func moving() async throws {
    let (world, actors) = try await RightsTests.staffed()
    let officer = try #require(actors[.officer])
    let away = MoveUnit(unit: world.unit("C1"), under: world.unit("B2"), day: "2025-01-01")
    #expect(try await world.refusals(of: away, by: officer) == [Objection(nil, .notAllowed(.foundUnit))])
    let here = MoveUnit(unit: world.unit("C3"), under: world.unit("B1"), day: "2025-01-01")
    #expect(try await world.refusals(of: here, by: officer) == [Objection(nil, .notAllowed(.moveUnit))])
    let above = try await world.officer(in: world.unit("HL"), named: "above")
    #expect(try await world.refusals(of: away, by: above) == [])
  }

  @Test("accounts are kept by whoever administers the whole, not a part")
  func accounts() async throws {
    let world = try await World.small()
    let part = try await world.officer(.administrator, in: world.unit("HL"), named: "part")
    let whole = try await world.officer(.administrator, in: world.unit("QN"), named: "whole")
    let deed = AddAccount(name: "new", displayName: "Mới", password: "none")
    #expect(try await world.refusals(of: deed, by: part) == [Objection(nil, .notAllowed(.manageAccounts))])
    #expect(try await world.refusals(of: deed, by: whole) == [])
  }

  @Test(
    "a grant counts on its days and on no other",
    arguments: [("2025-11-09", false), ("2025-11-10", true), ("2025-11-30", true), ("2025-12-01", false)]
      as [(CivilDate, Bool)]
  )
  func daysOfGrant(day: CivilDate, counts: Bool) async throws {
    let world = try await World.small()
    let account = try await world.account("guest")
    try await world.grant(
      .officer,
      in: world.unit("C1"),
      to: account,
      .from("2025-11-10", until: "2025-12-01")
    )
    world.clock.set(day)
    let deed = AdmitMember(
      particulars: Particulars(name: "Mới"),
      unit: world.unit("C1"),
      admitted: "2025-01-01"
    )
    #expect(try await world.refusals(of: deed, by: .account(account)).isEmpty == counts)
  }

  @Test("a right that is withdrawn ends on its day; one withdrawn at its beginning never was")
  func withdrawn() async throws {
    let world = try await World.small()
    let account = try await world.account("guest")
    let grant = try await world.grant(.leader, in: world.unit("C1"), to: account)
    try await world.carryOut(WithdrawRights(grant: grant, day: "2025-11-10"))
    func grants(_ day: CivilDate) async throws -> Int {
      try await world.read { try AccountStore(db: $0).grants(account, on: day).count }
    }
    #expect(try await grants("2025-11-09") == 1)
    #expect(try await grants("2025-11-10") == 0)
    try await world.carryOut(WithdrawRights(grant: grant, day: "2020-01-01"))
    #expect(try await grants("2020-01-01") == 0)
    let refusals = try await world.refusals(of: WithdrawRights(grant: grant, day: "2020-01-01"))
    #expect(refusals == [Objection(.entry, .noSuchRole)])
  }

  @Test("docs/rights.md is the table of rights, as it is")
  func document() throws {
    let text = RightsDocument.text
    let written = try RightsDocument.read()
    #expect(written == text, "docs/rights.md is to read:\n\(text)")
  }
}
