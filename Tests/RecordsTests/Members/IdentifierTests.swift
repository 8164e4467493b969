import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("What other systems call people")
struct IdentifierTests {
  private static let handbook = Identifier(system: "handbook", value: "ST-0012-77")

  private func record(
    _ name: String,
    _ world: World,
    _ identifier: Identifier = handbook,
    _ span: Span = Span(open: "2024-01-01")
  ) -> RecordIdentifier {
    RecordIdentifier(person: world.person(name), identifier: identifier, span: span)
  }

  private func identifiers(_ name: String, _ world: World) async throws -> [Fact<Identifier>] {
    let person = world.person(name)
    return try await world.read { try IdentifierStore(db: $0).identifiers(of: person) }
  }

  @Test("spaces that group digits mean nothing, and nothing is no identifier")
  func written() async throws {
    #expect(Identifier(system: " citizenCard ", written: "001 084 012345")?.value == "001084012345")
    #expect(Identifier(system: "handbook", written: "  ") == nil)
    let world = try await World.small()
    let deed = record("Nguyễn An", world, Identifier(system: "citizenCard", value: "001 084 012345"))
    try await world.carryOut(deed)
    #expect(try await identifiers("Nguyễn An", world).map(\.value.value) == ["001084012345"])
    for blank in [Identifier(system: "", value: "1"), Identifier(system: "handbook", value: " ")] {
      #expect(!(try await world.refusals(of: record("Nguyễn An", world, blank))).isEmpty)
    }
  }

  @Test("a value is one person's at a time: whose it is, is told only to those who may see the person")
  func onePerson() async throws {
    let world = try await World.small()
    try await world.carryOut(record("Nguyễn An", world))
    let taken = try await world.refusals(of: record("Lò Thị Hạnh", world))
    #expect(
      taken == [Objection(.value, .identifierTaken(value: "ST-0012-77", by: "Nguyễn An, QN1004"))]
    )
    // An officer of the other district learns only that it is taken.
    let account = try await world.account("dh")
    try await world.grant(.officer, in: world.unit("DH"), to: account)
    let elsewhere = world.peopleByName.first { $0.key == "Hồ Văn Ía" }?.key ?? ""
    let home = world.person(elsewhere)
    try await world.transfer(home, to: world.unit("C4"), on: "2025-01-01")
    let refused = try await world.refusals(of: record(elsewhere, world), by: .account(account))
    #expect(refused == [Objection(.value, .identifierTaken(value: "ST-0012-77", by: nil))])
    #expect(try await world.refusals(of: record("Nguyễn An", world)) == [Objection(.value, .alreadyThere)])
    // In another system, or on other days, the same value is somebody else's.
    try await world.carryOut(record("Lò Thị Hạnh", world, Identifier(system: "x", value: "ST-0012-77")))
    try await world.carryOut(
      EndIdentifier(
        person: world.person("Nguyễn An"),
        identifier: IdentifierTests.handbook,
        day: "2025-01-01"
      )
    )
    try await world.carryOut(
      record("Lò Thị Hạnh", world, IdentifierTests.handbook, Span(open: "2025-01-01"))
    )
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }

  @Test("recording one is for those who may correct the person's particulars")
  func rights() async throws {
    let world = try await World.small()
    let account = try await world.account("leader")
    try await world.grant(.leader, in: world.unit("QN"), to: account)
    let refused = try await world.refusals(of: record("Nguyễn An", world), by: .account(account))
    #expect(refused == [Objection(nil, .notAllowed(.correctParticulars))])
  }

  @Test("taking back the end of one is refused while the value is somebody else's, and then stands again")
  func annulment() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    try await world.carryOut(record("Nguyễn An", world))
    let before = try await world.live()
    let ended = try await world.carryOut(
      EndIdentifier(person: an, identifier: IdentifierTests.handbook, day: "2025-01-01")
    )
    let given = try await world.carryOut(
      record("Lò Thị Hạnh", world, IdentifierTests.handbook, Span(open: "2025-02-01"))
    )
    let refused = try await world.refusals(of: AnnulEntry(entry: ended.entry))
    #expect(refused.map(\.field) == [.value])
    try await world.carryOut(AnnulEntry(entry: given.entry))
    try await world.carryOut(AnnulEntry(entry: ended.entry))
    #expect(try await world.live() == before)
  }

  @Test("somebody is found by exactly what another system calls them, and by no part of it")
  func found() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    try await world.carryOut(record("Nguyễn An", world))
    try await world.read { db throws in
      let store = IdentifierStore(db: db)
      #expect(try store.people(called: " ST-0012-77 ") == [an])
      #expect(try store.people(called: "ST-0012") == [])
      #expect(try store.people(called: "nguyen") == [])
    }
  }

  @Test("a tie or a post outside every membership is refused, also by taking back the readmission it needs")
  func stranded() async throws {
    let world = try await World.small()
    let gone = world.person("Lò Thị Hạnh")
    try await world.end(gone, .left, on: "2020-01-01")
    let deed = AdmitMember(
      person: gone,
      particulars: Particulars(name: "Lò Thị Hạnh"),
      unit: world.unit("C1"),
      admitted: "2022-01-01"
    )
    let back = try await world.carryOut(deed)
    let post = HoldPost(
      person: gone,
      unit: world.unit("C1"),
      post: "secretary",
      span: .from("2022-06-01", until: "2023-06-01")
    )
    try await world.carryOut(post)
    let refused = try await world.refusals(of: AnnulEntry(entry: back.entry))
    #expect(
      refused == [Objection(.from, .homeOutsideMembership(.from("2022-06-01", until: "2023-06-01")))]
    )
    let tie = BeginRole(
      person: gone,
      unit: world.unit("C2"),
      role: .host,
      span: Span(open: "2019-06-01")
    )
    #expect(try await world.refusals(of: tie) == [Objection(.from, .homeAfterLeaving(left: "2020-01-01"))])
    #expect(try await world.integrityFaults() == [])
  }
}
