import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("A deed rehearsed, and what became known since")
struct RehearsalTests {
  @Test("a rehearsal sees the record as it would be, and leaves it as it was")
  func leavesNothing() async throws {
    let world = try await World.small()
    let person = world.person("Nguyễn An")
    let (before, head) = (try await world.live(), try await world.head())
    let errand = Errand(
      TransferMember(person: person, to: world.unit("C3"), day: "2025-11-03"),
      by: World.console
    )
    let seen = try await world.office.rehearse([errand]) { db, before in
      (
        home: try LifeStore(db: db).life(person)?.home(on: "2025-11-03")?.value.unit,
        changes: try RecordChanges(db: db, after: before).all().count
      )
    }
    #expect(seen.home == world.unit("C3"))
    #expect(seen.changes == 2)
    #expect(try await world.live() == before)
    #expect(try await world.head() == head)
    // The number the rehearsal drew is free for the deed itself.
    let receipt = try await world.office.carryOut(errand)
    #expect(receipt.entry == head + 1)
  }

  @Test("a rehearsal is refused as the deed would be")
  func refuses() async throws {
    let world = try await World.small()
    let errand = Errand(
      TransferMember(person: world.person("Nguyễn An"), to: world.unit("C1"), day: "2025-11-03"),
      by: World.console
    )
    await #expect(throws: Refused(.unit, .alreadyThere)) {
      try await world.office.rehearse([errand]) { _, _ in 0 }
    }
  }

  @Test("what an entry changed is told fact by fact, before and after; its annulment tells the reverse")
  func changes() async throws {
    let world = try await World.small()
    let person = world.person("Nguyễn An")
    let entry = try await world.transfer(person, to: world.unit("C3"), on: "2025-10-01").entry
    let changes = try await world.read { try RecordChanges(db: $0, of: entry).all() }
    let old = FactValue.affiliation(Affiliation(world.unit("C1"), .home))
    let new = FactValue.affiliation(Affiliation(world.unit("C3"), .home))
    let start: CivilDate = "2000-02-03"
    #expect(changes.map(\.subject) == [.person(person), .person(person)])
    #expect(changes[0].before == Dated(old, Span(open: start)))
    #expect(changes[0].after?.span.end == "2025-10-01")
    #expect(changes[1].before == nil && changes[1].after == Dated(new, Span(open: "2025-10-01")))
    let annulment = try await world.carryOut(AnnulEntry(entry: entry, why: "nhầm")).entry
    let back = try await world.read { try RecordChanges(db: $0, of: annulment).all() }
    #expect(back.first { $0.fact == changes[0].fact }?.before == changes[0].after)
    #expect(back.first { $0.fact == changes[0].fact }?.after == changes[0].before)
    #expect(back.first { $0.fact == changes[1].fact }?.after == nil)
    // Held against what was known before both, nothing is different.
    #expect(try await world.read { try RecordChanges(db: $0, after: entry - 1).all() } == [])
    let entries = try await world.read {
      try RecordChanges(db: $0, after: entry - 1).entries(of: .person(person))
    }
    #expect(entries == [entry, annulment])
  }

  @Test(
    "a deed filled in from an earlier knowledge is refused once others changed its subject, and only then"
  )
  func changedSince() async throws {
    let world = try await World.small()
    let (an, other) = (world.person("Nguyễn An"), world.person("Nguyễn Ấn"))
    let seen = Seen([.person(an)], at: try await world.head())
    try await world.transfer(other, to: world.unit("C1"), on: "2025-10-01")
    let deed = TransferMember(person: an, to: world.unit("C2"), day: "2025-10-01")
    let first = Errand(deed, by: World.console, request: "one", seen: seen)
    try await world.office.carryOut(first)
    // The same request again is the same deed, whatever changed since: its own entry did.
    #expect(try await world.office.carryOut(first).wasRepeated)
    let changer = try await world.head()
    let second = Errand(
      TransferMember(person: an, to: world.unit("C3"), day: "2025-10-05"),
      by: World.console,
      request: "two",
      seen: seen
    )
    await #expect(throws: Refused(nil, .changedSince(entry: Int(changer)))) {
      try await world.office.carryOut(second)
    }
  }

  @Test("what lies ahead is listed by its day, ends as well as beginnings, and is gone once taken back")
  func plans() async throws {
    let world = try await World.small()
    let person = world.person("Nguyễn An")
    try await world.carryOut(
      HoldPost(
        person: person,
        unit: world.unit("C1"),
        post: "secretary",
        span: Span(from: "2025-01-01", until: "2026-06-01") ?? Span(open: "2025-01-01")
      )
    )
    let entry = try await world.rename(world.unit("C2"), "Chi bộ bản Đòng Mới", on: "2026-01-01").entry
    let plans = try await world.read { try PlanStore(db: $0).plans(after: World.today) }
    #expect(plans.map(\.day) == ["2026-01-01", "2026-01-01", "2026-06-01"])
    #expect(plans.map(\.begins).filter { $0 }.count == 1)
    try await world.carryOut(AnnulEntry(entry: entry))
    #expect(try await world.read { try PlanStore(db: $0).plans(after: World.today).count } == 1)
    #expect(try await world.read { try PlanStore(db: $0).plans(after: "2026-06-01").isEmpty })
  }
}
