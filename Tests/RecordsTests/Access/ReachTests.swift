import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("What a grant reaches when units end and move")
struct ReachTests {
  /// A cell E1 under B1, empty.
  private func ground() async throws -> (World, ID<Unit>) {
    let world = try await World.small()
    let unit = try await world.found("E1", "Chi bộ cũ", .cell, under: world.unit("B1"), on: "2010-01-01")
    return (world, unit)
  }

  private func reaches(
    _ world: World,
    _ actor: Actor,
    _ unit: ID<Unit>,
    _ deed: Deed = .readRoll
  ) async throws -> Bool {
    guard case .account(let account) = actor else { return true }
    let today = world.clock.clock.today
    return try await world.read { try Reach(db: $0, today: today).allows(account, deed, on: unit) }
  }

  @Test("an ended unit is reached where its successor is, and no longer where it was")
  func successor() async throws {
    let (world, unit) = try await ground()
    let old = try await world.officer(in: world.unit("B1"), named: "old")
    let new = try await world.officer(in: world.unit("B2"), named: "new")
    let both = try await world.officer(in: world.unit("HL"), named: "both")
    #expect(try await reaches(world, old, unit))
    #expect(try await !reaches(world, new, unit))
    try await world.end(unit, into: [world.unit("C3")], on: "2025-01-01")
    #expect(try await !reaches(world, old, unit))
    #expect(try await reaches(world, new, unit))
    #expect(try await reaches(world, both, unit))
  }

  @Test("with several successors all of them must be in reach")
  func severalSuccessors() async throws {
    let (world, unit) = try await ground()
    let one = try await world.officer(in: world.unit("B1"), named: "one")
    let other = try await world.officer(in: world.unit("B2"), named: "other")
    let both = try await world.officer(in: world.unit("HL"), named: "both")
    try await world.end(unit, into: [world.unit("C1"), world.unit("C3")], on: "2025-01-01")
    #expect(try await !reaches(world, one, unit))
    #expect(try await !reaches(world, other, unit))
    #expect(try await reaches(world, both, unit))
  }

  @Test("a successor above another: what may be done is what the nearer relation allows")
  func ownAndBelow() async throws {
    let world = try await World.small()
    let base = try await world.found(
      "B9",
      "Đảng bộ cũ",
      .baseCommittee,
      under: world.unit("HL"),
      on: "2010-01-01"
    )
    let officer = try await world.officer(in: world.unit("B1"), named: "officer")
    try await world.end(base, into: [world.unit("B1"), world.unit("C1")], on: "2025-01-01")
    #expect(try await reaches(world, officer, base))
    #expect(try await !reaches(world, officer, base, .renameUnit))
  }

  @Test("a unit that ended without a successor is reached where it stood last")
  func noSuccessor() async throws {
    let (world, unit) = try await ground()
    let officer = try await world.officer(in: world.unit("B1"), named: "officer")
    let stranger = try await world.officer(in: world.unit("B2"), named: "stranger")
    try await world.end(unit, on: "2025-01-01")
    #expect(try await reaches(world, officer, unit))
    #expect(try await !reaches(world, stranger, unit))
  }

  @Test("a chain of successors is followed to its end")
  func chain() async throws {
    let (world, unit) = try await ground()
    let middle = try await world.found("E2", "Chi bộ giữa", .cell, under: world.unit("B1"), on: "2010-01-01")
    try await world.end(unit, into: [middle], on: "2024-01-01")
    try await world.end(middle, into: [world.unit("C3")], on: "2025-01-01")
    let old = try await world.officer(in: world.unit("B1"), named: "old")
    let new = try await world.officer(in: world.unit("C3"), named: "new")
    #expect(try await !reaches(world, old, unit))
    #expect(try await reaches(world, new, unit))
  }

  @Test("a grant on a unit that has ended gives nothing of its successor")
  func grantOnEnded() async throws {
    let (world, unit) = try await ground()
    let officer = try await world.officer(in: unit, named: "officer")
    try await world.end(unit, into: [world.unit("C1")], on: "2025-01-01")
    #expect(try await !reaches(world, officer, world.unit("C1")))
    #expect(try await !reaches(world, officer, unit))
  }

  @Test("nobody gains by a unit ending, whatever its successors", arguments: 0..<8)
  func nobodyGains(choice: Int) async throws {
    let (world, unit) = try await ground()
    let units = ["QN", "HL", "DH", "B1", "B2", "C1", "C3", "C4"]
    var officers: [(code: String, actor: Actor)] = []
    for code in units { officers.append((code, try await world.officer(in: world.unit(code), named: code))) }
    var before: [String: Set<Deed>] = [:]
    func deeds(_ actor: Actor, _ on: ID<Unit>) async throws -> Set<Deed> {
      var found: Set<Deed> = []
      for deed in Deed.allCases where try await reaches(world, actor, on, deed) { found.insert(deed) }
      return found
    }
    let successors = [
      ["C1"], ["C3"], ["C4"], ["C1", "C3"], ["C3", "C4"], ["C1", "C4"], ["C1", "C3", "C4"], [],
    ][choice]
    for officer in officers {
      // Of the unit itself, and of each that is to be a successor.
      var all = try await deeds(officer.actor, unit)
      for code in successors { all.formUnion(try await deeds(officer.actor, world.unit(code))) }
      before[officer.code] = all
    }
    try await world.end(unit, into: successors.map { world.unit($0) }, on: "2025-01-01")
    for officer in officers {
      let after = try await deeds(officer.actor, unit)
      #expect(after.isSubset(of: before[officer.code] ?? []), "\(officer.code)")
    }
  }

  @Test("a person is asked for where they are at home today, else where they were last")
  func people() async throws {
    let (world, _) = try await ground()
    let officer = try await world.officer(in: world.unit("B1"), named: "officer")
    let next = try await world.officer(in: world.unit("B2"), named: "next")
    let an = world.person("Nguyễn An")
    let correct = CorrectParticulars(person: an, particulars: Particulars(name: "Nguyễn Văn An"))
    try await world.transfer(an, to: world.unit("C3"), on: "2025-12-01")
    #expect(
      try await world.refusals(of: correct, by: next) == [Objection(nil, .notAllowed(.correctParticulars))]
    )
    #expect(try await world.refusals(of: correct, by: officer) == [])
    world.clock.set("2025-12-01")
    let again = CorrectParticulars(person: an, particulars: Particulars(name: "Nguyễn Thế An"))
    #expect(
      try await world.refusals(of: again, by: officer) == [Objection(nil, .notAllowed(.correctParticulars))]
    )
    #expect(try await world.refusals(of: again, by: next) == [])
    try await world.end(an, .died, on: "2025-12-02")
    world.clock.set("2026-06-01")
    let last = CorrectParticulars(person: an, particulars: Particulars(name: "Nguyễn Hữu An"))
    #expect(try await world.refusals(of: last, by: next) == [])
  }
}
