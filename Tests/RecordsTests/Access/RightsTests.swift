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
