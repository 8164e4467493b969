import Basics
import Records
import Rules
import TestWorld
import Testing

@Suite("Transfers")
struct TransferTests {
  private func homes(_ world: World, _ person: ID<Person>) async throws -> [String] {
    let life = try await world.life(person)
    let codes = Dictionary(uniqueKeysWithValues: world.unitsByCode.map { ($0.value, $0.key) })
    return (life?.affiliations ?? []).filter { $0.value.role == .home }.sorted {
      $0.span.start < $1.span.start
    }
    .map { "\(codes[$0.value.unit] ?? "?") \($0.span)" }
  }

  @Test("a member counts in the old cell up to the day before, in the new one from the day")
  func counts() async throws {
    let world = try await World.small()
    try await world.transfer(world.person("Nguyễn An"), to: world.unit("C4"), on: "2024-05-01")
    #expect(try await world.members(world.unit("C1"), on: "2024-04-30") == 3)
    #expect(try await world.members(world.unit("C1"), on: "2024-05-01") == 2)
    #expect(try await world.members(world.unit("C4"), on: "2024-04-30") == 1)
    #expect(try await world.members(world.unit("C4"), on: "2024-05-01") == 2)
    #expect(try await world.members(world.unit("DH"), on: "2024-05-01") == 2)
    #expect(try await world.members(world.unit("QN"), on: "2024-05-01") == 10)
  }

  @Test("a second one on a later day, and one in between told afterwards, each keep what was known")
  func between() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    try await world.transfer(an, to: world.unit("C4"), on: "2024-05-01")
    try await world.transfer(an, to: world.unit("C2"), on: "2022-01-01")
    #expect(
      try await homes(world, an) == [
        "C1 2000-02-03…2022-01-01", "C2 2022-01-01…2024-05-01", "C4 2024-05-01…",
      ]
    )
    #expect(try await world.integrityFaults() == [])
  }

  @Test("on the very day a home began it takes that home's place")
  func onTheDay() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    try await world.transfer(an, to: world.unit("C4"), on: "2024-05-01")
    try await world.transfer(an, to: world.unit("C3"), on: "2024-05-01")
    #expect(try await homes(world, an) == ["C1 2000-02-03…2024-05-01", "C3 2024-05-01…"])
    try await world.transfer(an, to: world.unit("C2"), on: "2000-02-03")
    #expect(try await homes(world, an) == ["C2 2000-02-03…2024-05-01", "C3 2024-05-01…"])
  }

  @Test("back on the very day they came, they never went: one home, not two of the same cell")
  func backOnTheDay() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    let before = try await world.live()
    try await world.transfer(an, to: world.unit("C4"), on: "2024-05-01")
    try await world.transfer(an, to: world.unit("C1"), on: "2024-05-01")
    #expect(try await homes(world, an) == ["C1 2000-02-03…"])
    #expect(try await world.live() == before)
  }

  @Test("it is refused to where they are, outside their membership, to a cell not there, against a later one")
  func refused() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    func refusals(_ code: String, _ day: CivilDate) async throws -> [Objection] {
      try await world.refusals(of: TransferMember(person: an, to: world.unit(code), day: day))
    }
    #expect(try await refusals("C1", "2024-01-01") == [Objection(.unit, .alreadyThere)])
    #expect(try await refusals("C2", "2000-02-02") == [Objection(.day, .notAMember(on: "2000-02-02"))])
    try await world.transfer(an, to: world.unit("C4"), on: "2024-05-01")
    let later = Refusal.LaterFact(.home, Span(open: "2024-05-01"))
    #expect(try await refusals("C4", "2023-05-01") == [Objection(.day, .laterFact(later))])
    let unknown = try await world.refusals(of: TransferMember(person: an, to: ID(4), day: "2024-06-01"))
    #expect(unknown.map(\.field) == [.unit])
  }

  @Test("the ledger shows it as gone out of one cell and come into the other, and not in the whole")
  func ledger() async throws {
    let world = try await World.small()
    try await world.transfer(world.person("Nguyễn An"), to: world.unit("C2"), on: "2024-05-01")
    let period = try #require(Period(from: "2024-05-01", until: "2024-05-02"))
    func ledger(_ code: String) async throws -> Ledger {
      let unit = world.unit(code)
      return try await world.read { try LedgerStore(db: $0).ledger(of: unit, period) }
    }
    #expect(try await ledger("C1").outflows == [.transferredOut: 1])
    #expect(try await ledger("C2").inflows == [.transferredIn: 1])
    #expect(try await ledger("B1").inflows.isEmpty)
    #expect(try await ledger("B1").outflows.isEmpty)
  }
}

@Suite("Ties other than the home, and posts")
struct TieTests {
  @Test(
    "a temporary member, a guest and a contact count nowhere but at home",
    arguments: [AffiliationRole.temporary, .host, .residence]
  )
  func countNowhere(role: AffiliationRole) async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    try await world.carryOut(
      BeginRole(person: an, unit: world.unit("C4"), role: role, span: Span(open: "2024-01-01"))
    )
    #expect(try await world.members(world.unit("C4"), on: "2025-04-01") == 2)
    #expect(try await world.members(world.unit("QN"), on: "2025-11-03") == 12)
    try await world.carryOut(EndRole(person: an, unit: world.unit("C4"), role: role, day: "2025-01-01"))
    let life = try #require(try await world.life(an))
    #expect(life.affiliations.last?.span == .from("2024-01-01", until: "2025-01-01"))
  }

  @Test("a home is not begun or ended as a tie; one tie is not begun twice; what is not there does not end")
  func refusedTies() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    let cell = world.unit("C4")
    let home = BeginRole(person: an, unit: cell, role: .home, span: Span(open: "2024-01-01"))
    #expect(try await world.refusals(of: home).map(\.field) == [.role])
    let noHome = EndRole(person: an, unit: world.unit("C1"), role: .home, day: "2024-01-01")
    #expect(try await world.refusals(of: noHome).map(\.field) == [.role])
    let tie = BeginRole(person: an, unit: cell, role: .temporary, span: Span(open: "2024-01-01"))
    #expect(try await world.refusals(of: tie) == [])
    #expect(try await world.refusals(of: tie) == [Objection(.unit, .alreadyThere)])
    let other = EndRole(person: an, unit: cell, role: .host, day: "2024-06-01")
    #expect(try await world.refusals(of: other) == [Objection(.until, .noSuchRole)])
    let early = BeginRole(person: an, unit: cell, role: .host, span: .from("1999-01-01", until: "2004-01-01"))
    #expect(try await world.refusals(of: early) == [Objection(.from, .notAMember(on: "1999-01-01"))])
  }

  @Test("a post is held from its day until the day it is left, and by somebody who is a member")
  func posts() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    let cell = world.unit("C1")
    try await world.carryOut(
      HoldPost(person: an, unit: cell, post: "secretary", span: Span(open: "2024-01-01"))
    )
    try await world.carryOut(LeavePost(person: an, unit: cell, post: "secretary", day: "2025-01-01"))
    func holders(_ day: CivilDate) async throws -> [String] {
      try await world.read { try TreeStore(db: $0).holders(cell, AsOf(day)).map { "\($0.name) \($0.post)" } }
    }
    #expect(try await holders("2023-12-31") == [])
    #expect(try await holders("2024-01-01") == ["Nguyễn An secretary"])
    #expect(try await holders("2024-12-31") == ["Nguyễn An secretary"])
    #expect(try await holders("2025-01-01") == [])
    let again = LeavePost(person: an, unit: cell, post: "secretary", day: "2026-01-01")
    #expect(try await world.refusals(of: again) == [Objection(.until, .noSuchRole)])
    let blank = HoldPost(person: an, unit: cell, post: "", span: Span(open: "2025-01-01"))
    #expect(try await world.refusals(of: blank) == [Objection(.post, .blank)])
    let early = HoldPost(
      person: an,
      unit: cell,
      post: "secretary",
      span: .from("1999-01-01", until: "1999-06-01")
    )
    #expect(try await world.refusals(of: early) == [Objection(.from, .notAMember(on: "1999-01-01"))])
  }
}

@Suite("Particulars")
struct ParticularsTests {
  private func names(_ world: World, _ day: CivilDate, _ knowledge: Knowledge = .now) async throws -> [String]
  {
    let cell = world.unit("C1")
    return try await world.read { db in
      try RollStore(db: db).page(RollQuestion(unit: cell, asOf: AsOf(day, knowledge)), members: 3).lines.map(
        \.name
      )
    }
  }

  @Test("a correction says it was always so; a change keeps what was true before")
  func correctionAndChange() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    let head = try await world.head()
    try await world.carryOut(
      CorrectParticulars(
        person: an,
        particulars: Particulars(name: "Nguyễn Zung", born: LooseDate("1957-05-13"), sex: .man)
      )
    )
    #expect(try await names(world, "2004-01-01").contains("Nguyễn Zung"))
    #expect(try await names(world, "2004-01-01", .entry(head)).contains("Nguyễn An"))
    try await world.carryOut(
      CorrectParticulars(
        person: an,
        particulars: Particulars(name: "Nguyễn Áo", born: LooseDate("1957-05-13"), sex: .man),
        from: "2010-01-01"
      )
    )
    #expect(try await names(world, "2009-12-31").contains("Nguyễn Zung"))
    #expect(try await names(world, "2010-01-01").contains("Nguyễn Áo"))
    #expect(try await world.members(world.unit("C1"), on: "2010-01-01") == 3)
    #expect(try await world.integrityFaults() == [])
  }

  @Test("a change of name is no movement in the ledger")
  func noMovement() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    try await world.carryOut(
      CorrectParticulars(person: an, particulars: Particulars(name: "Nguyễn Áo"), from: "2010-01-01")
    )
    let cell = world.unit("C1")
    let period = try #require(Period(from: "2009-01-01", until: "2011-01-01"))
    let moves = try await world.read { try LedgerStore(db: $0).movements(of: cell, period) }
    #expect(moves == [])
  }

  @Test("nothing changed, a blank name, a birth after the ceremony: refused")
  func refused() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    let same = Particulars(name: "Nguyễn An", born: LooseDate("1957-05-12"), sex: .man)
    #expect(
      try await world.refusals(of: CorrectParticulars(person: an, particulars: same)) == [
        Objection(.name, .nothingChanges)
      ]
    )
    #expect(
      try await world.refusals(of: CorrectParticulars(person: an, particulars: same, from: "2020-01-01")) == [
        Objection(.name, .nothingChanges)
      ]
    )
    #expect(
      try await world.refusals(of: CorrectParticulars(person: an, particulars: Particulars(name: "\t"))).map(
        \.field
      ) == [.name]
    )
    let late = Particulars(name: "Nguyễn An", born: LooseDate("2000-02"))
    #expect(try await world.refusals(of: CorrectParticulars(person: an, particulars: late)) == [])
    let later = Particulars(name: "Nguyễn An", born: LooseDate("2000-03"))
    #expect(
      try await world.refusals(of: CorrectParticulars(person: an, particulars: later)).map(\.field) == [.born]
    )
  }
}
