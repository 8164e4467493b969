import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Taking back entries")
struct AnnulmentTests {
  @Test("an admission taken back is as if it had not been; the journal keeps both")
  func admission() async throws {
    let world = try await World.small()
    let before = try await world.live()
    let person = try await world.admit("Đỗ Thị Ân", to: world.unit("C1"), on: "2024-03-01")
    let entry = try await world.head()
    let annulment = try await world.carryOut(AnnulEntry(entry: entry))
    #expect(try await world.live() == before)
    #expect(try await world.members(world.unit("C1"), on: "2024-03-01") == 3)
    #expect(try await world.members(world.unit("C1"), on: "2024-03-01", .entry(entry)) == 4)
    #expect(try await world.life(person)?.terms == [])
    let line = try await world.read { try JournalStore(db: $0).lines(limit: 1)[0] }
    #expect(line.annuls == entry)
    #expect(line.seq == annulment.entry)
  }

  @Test("an annulment can be taken back, and what it took back again after that")
  func annulmentOfAnnulment() async throws {
    let world = try await World.small()
    let before = try await world.live()
    let moved = try await world.transfer(world.person("Nguyễn An"), to: world.unit("C2"), on: "2024-06-01")
    let after = try await world.live()
    var entry = moved.entry
    for round in 0..<4 {
      entry = try await world.carryOut(AnnulEntry(entry: entry)).entry
      #expect(try await world.live() == (round.isMultiple(of: 2) ? before : after), "round \(round)")
    }
    // The transfer stands again; it can be taken back itself once more.
    try await world.carryOut(AnnulEntry(entry: moved.entry))
    #expect(try await world.live() == before)
    #expect(try await world.journalFaults() == [])
  }

  @Test("what was taken back is not taken back twice; the entry that did it is named")
  func twice() async throws {
    let world = try await World.small()
    try await world.rename(world.unit("C1"), "Chi bộ khác", on: "2024-01-01")
    let entry = try await world.head()
    let annulment = try await world.carryOut(AnnulEntry(entry: entry))
    let refusals = try await world.refusals(of: AnnulEntry(entry: entry))
    #expect(refusals == [Objection(.entry, .alreadyAnnulled(by: Int(annulment.entry)))])
  }

  @Test("entries that stand on it are all named")
  func standing() async throws {
    let world = try await World.small()
    let person = try await world.admit("Đỗ Thị Ân", to: world.unit("C1"), on: "2020-03-01")
    let admission = try await world.head()
    let official = try await world.recognise(person, on: "2021-03-01").entry
    let moved = try await world.transfer(person, to: world.unit("C2"), on: "2022-01-01").entry
    let refusals = try await world.refusals(of: AnnulEntry(entry: admission))
    let expected = [
      Objection(.entry, .standsOn(entry: Int(official), operation: "recognise")),
      Objection(.entry, .standsOn(entry: Int(moved), operation: "transfer")),
    ]
    #expect(refusals == expected)
    // The recognition and the transfer touch different facts: each can go first.
    try await world.carryOut(AnnulEntry(entry: official))
    try await world.carryOut(AnnulEntry(entry: moved))
    #expect(try await world.refusals(of: AnnulEntry(entry: admission)) == [])
  }

  @Test("a founding is not taken back while somebody is at home in the unit")
  func foundingWithMembers() async throws {
    let world = try await World.small()
    let unit = try await world.found("C9", "Chi bộ mới", .cell, under: world.unit("B1"), on: "2024-01-01")
    let founding = try await world.head()
    let moved = try await world.transfer(world.person("Nguyễn An"), to: unit, on: "2024-02-01").entry
    let refusals = try await world.refusals(of: AnnulEntry(entry: founding))
    #expect(refusals == [Objection(.entry, .standsOn(entry: Int(moved), operation: "transfer"))])
  }

  @Test("nor a second founding under the same code, whose identity is older")
  func secondFounding() async throws {
    let world = try await World.small()
    func found() async throws -> ID<Unit> {
      try await world.found("C9", "Chi bộ mới", .cell, under: world.unit("B1"), on: "2024-01-01")
    }
    let first = try await found()
    try await world.carryOut(AnnulEntry(entry: try await world.head()))
    let again = try await found()
    #expect(first == again)
    let founding = try await world.head()
    try await world.transfer(world.person("Nguyễn An"), to: again, on: "2024-02-01")
    #expect(try await world.refusals(of: AnnulEntry(entry: founding)) != [])
    #expect(try await world.integrityFaults() == [])
  }

  @Test("a transfer is not given back into a unit that has been taken back meanwhile")
  func givenBackIntoNothing() async throws {
    let world = try await World.small()
    let unit = try await world.found("C9", "Chi bộ mới", .cell, under: world.unit("B1"), on: "2024-01-01")
    let founding = try await world.head()
    let moved = try await world.transfer(world.person("Nguyễn An"), to: unit, on: "2024-02-01").entry
    let annulment = try await world.carryOut(AnnulEntry(entry: moved)).entry
    try await world.carryOut(AnnulEntry(entry: founding))
    let refusals = try await world.refusals(of: AnnulEntry(entry: annulment))
    #expect(refusals.map(\.field) == [.unit])
    #expect(try await world.integrityFaults() == [])
  }

  @Test(
    "entries that hold no facts are not taken back",
    arguments: [AddAccount.operation, LockAccount.operation, ResetPassword.operation]
  )
  func withoutFacts(operation: String) async throws {
    let world = try await World.small()
    let account = try await world.account("an.do")
    switch operation {
    case LockAccount.operation: try await world.carryOut(LockAccount(account: account))
    case ResetPassword.operation: try await world.carryOut(ResetPassword(account: account, password: "none"))
    default: break
    }
    let refusals = try await world.refusals(of: AnnulEntry(entry: try await world.head()))
    #expect(refusals == [Objection(.entry, .cannotAnnul(operation))])
  }

  @Test("an entry that is not there, or is still to come, is unknown", arguments: [0, -1, 10_000] as [Int64])
  func unknown(entry: Int64) async throws {
    let world = try await World.small()
    let refusals = try await world.refusals(of: AnnulEntry(entry: entry))
    #expect(refusals == [Objection(.entry, .unknownEntry(Int(entry)))])
  }
}

@Suite("Who may take back entries")
struct AnnulmentRightsTests {
  private let refused = [Objection(nil, .notAllowed(.annul))]

  @Test("an officer takes back a transfer only where both homes are in reach")
  func bothHomes() async throws {
    let world = try await World.small()
    let here = try await world.officer(in: world.unit("B1"), named: "here")
    let above = try await world.officer(in: world.unit("HL"), named: "above")
    let entry = try await world.transfer(world.person("Nguyễn Ấn"), to: world.unit("C1"), on: "2025-01-01")
      .entry
    #expect(try await world.refusals(of: AnnulEntry(entry: entry), by: here) == refused)
    #expect(try await world.refusals(of: AnnulEntry(entry: entry), by: above) == [])
  }

  @Test("nobody takes back what the level above did with their own unit")
  func ownUnit() async throws {
    let world = try await World.small()
    let here = try await world.officer(in: world.unit("B1"), named: "here")
    let above = try await world.officer(in: world.unit("HL"), named: "above")
    let entry = try await world.rename(world.unit("B1"), "Đảng bộ xã Khác", on: "2025-01-01").entry
    #expect(
      try await world.refusals(of: AnnulEntry(entry: entry), by: here) == [
        Objection(nil, .notAllowed(.changeUnit))
      ]
    )
    #expect(try await world.refusals(of: AnnulEntry(entry: entry), by: above) == [])
  }

  @Test("a grant is taken back by whoever grants rights, not by an officer")
  func grants() async throws {
    let world = try await World.small()
    let officer = try await world.officer(in: world.unit("QN"), named: "officer")
    let account = try await world.account("an")
    try await world.grant(.leader, in: world.unit("C1"), to: account)
    let entry = try await world.head()
    #expect(
      try await world.refusals(of: AnnulEntry(entry: entry), by: officer) == [
        Objection(nil, .notAllowed(.grantRights))
      ]
    )
    let before = try await world.live()
    #expect(try await world.refusals(of: AnnulEntry(entry: entry)) == [])
    #expect(try await world.live() != before)
  }
}
