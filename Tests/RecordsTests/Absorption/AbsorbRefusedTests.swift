import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("What keeps another installation out, and what proves one that came")
struct AbsorbRefusedTests {
  private func refusals(
    _ other: World,
    into world: World,
    under unit: String = "TW",
    on day: CivilDate = AbsorbTests.day
  ) async throws -> [Refusal] {
    let head = try await world.head()
    let report = try await AbsorbTests.absorb(other, into: world, under: unit, on: day)
    #expect(report.entry == nil)
    #expect(!report.isBalanced)
    #expect(try await world.head() == head)
    return report.blocking.map(\.refusal)
  }

  private func province(_ number: Int64) async throws -> World {
    let other = try await World.installation(number)
    try await other.found("KG", "Đảng bộ tỉnh Kiên Thử", .province, on: "2001-01-01")
    return other
  }

  @Test("one with our number, or one that was brought in already")
  func sameNumber() async throws {
    let world = try await AbsorbTests.ours()
    #expect(try await refusals(try await province(8), into: world) == [.absorption(.sameInstallation(8))])
    let other = try await province(9)
    #expect(try await AbsorbTests.absorb(other, into: world).blocking == [])
    #expect(try await refusals(other, into: world) == [.absorption(.alreadyHere([9]))])
  }

  @Test("one that could not stand there, or comes under no unit, or before the unit was founded")
  func place() async throws {
    let (world, other) = (try await AbsorbTests.ours(), try await province(9))
    let wrong = AbsorptionObstacle.wrongPlace(root: .province, under: .province, allowed: [.centre])
    #expect(try await refusals(other, into: world, under: "AG") == [.absorption(wrong)])
    #expect(try await refusals(other, into: world, under: "XX") == [.unknownUnit("XX")])
    let early = try await refusals(other, into: world, on: "1999-01-01")
    #expect(early == [.absorption(.notOneRoot(0))])
    try await other.found("KH", "Đảng bộ tỉnh thứ hai", .province, on: "2001-01-01")
    #expect(try await refusals(other, into: world) == [.absorption(.notOneRoot(2))])
  }

  @Test("one of which the journal or a fact was altered")
  func altered() async throws {
    let (world, other) = (try await AbsorbTests.ours(), try await province(9))
    try await other.tamper { try $0.execute("UPDATE unit_name SET name = 'Khác'") }
    #expect(try await refusals(other, into: world) == [.absorption(.notSound(journal: 1, checks: 0))])
  }

  @Test("one whose tables are of another version")
  func version() async throws {
    let (world, other) = (try await AbsorbTests.ours(), try await province(9))
    try await other.tamper { db in
      try db.execute("DELETE FROM migration WHERE position = (SELECT max(position) FROM migration)")
    }
    #expect(try await refusals(other, into: world) == [.absorption(.otherVersion)])
  }

  @Test("one with a plan in the making whose codes would mean other units here")
  func plan() async throws {
    let (world, other) = (try await AbsorbTests.ours(), try await JournalTests.lived())
    #expect(try await refusals(other, into: world) == [.absorption(.planAwaits("Nhập hai chi bộ"))])
  }

  @Test("its journal is kept whole, line by line, with its head in the entry that brought it in")
  func journal() async throws {
    let (world, other) = (try await AbsorbTests.ours(), try await AbsorbTests.other.value)
    let report = try await AbsorbTests.absorb(other, into: world)
    let entry = try #require(report.entry)
    let lines = try await other.read { db in
      try db.rows(
        "SELECT e.seq, e.hash, p.body FROM entry e JOIN payload p ON p.entry = e.seq ORDER BY e.seq"
      ) {
        "\(try $0[0] as Int64) \((try $0[1] as [UInt8]).hex) \(try $0[2] as String)"
      }
    }
    try await world.read { db in
      let kept = try AbsorbedJournals(db: db).all()
      #expect(kept.map(\.origin) == ["QN"])
      #expect(kept.map(\.head) == [report.head])
      #expect(kept.map(\.entries) == [Int64(lines.count)])
      let stored = try db.rows(
        """
        SELECT e.seq, e.hash, p.body FROM absorbed_entry e JOIN absorbed_payload p ON p.entry = e.id
        ORDER BY e.seq
        """
      ) { "\(try $0[0] as Int64) \((try $0[1] as [UInt8]).hex) \(try $0[2] as String)" }
      #expect(stored == lines)
      let said = try JournalStore(db: db).entry(entry)?.line.said ?? ""
      #expect(said.contains(report.head.hex))
      #expect(try db.count("SELECT count(*) FROM absorbed_entry WHERE author IS NULL") == 0)
      #expect(try JournalCheck(db: db).run().absorbed == kept)
    }
  }

  @Test("whatever of it is altered afterwards is found")
  func tampered() async throws {
    let (world, other) = (try await AbsorbTests.ours(), try await province(9))
    let entry = try #require(try await AbsorbTests.absorb(other, into: world).entry)
    let sealed: SQL = "UPDATE absorbed_payload SET body = NULL"
    try await world.tamper { try $0.execute(sealed) }
    #expect(try await world.journalFaults() == [])
    try await world.tamper { try $0.execute("UPDATE absorbed_payload SET body = '{}'") }
    #expect(try await world.journalFaults() == [.absorbed(entry, origin: "KG", at: 1)])
    #expect(try await world.integrityFaults().map(\.check) == [.absorbedJournal])
    try await world.tamper { try $0.execute(sealed) }
    try await world.tamper { try $0.execute("UPDATE absorbed_entry SET operation = 'admit'") }
    #expect(try await world.journalFaults() == [.rows(entry, table: "absorbed_entry")])
    #expect(try await world.integrityFaults().map(\.check) == [.absorbedJournal])
  }

  @Test("one that brought in a third comes with its journal too, and both hold")
  func nested() async throws {
    let (third, other, world) = (
      try await province(10), try await World.installation(9), try await AbsorbTests.ours()
    )
    let centre = try await other.found("TX", "Trung ương", .centre, on: "2000-01-01")
    let second = try await other.found("CT", "Đảng bộ tỉnh Cần Thử", .province, on: "2000-01-01")
    #expect(try await AbsorbTests.absorb(third, into: other, under: "TX", on: "2025-10-01").blocking == [])
    let merge = ReorganisationStep.merge(units: ["KG"], into: "CT", name: nil, posts: .end)
    let plan = ReorganisationPlan(effective: "2025-10-02", steps: [PlannedStep(merge)])
    try await other.office.carryOut(plan, body: "", by: World.console)
    try await other.end(centre, on: "2025-10-03")
    let report = try await AbsorbTests.absorb(other, into: world)
    #expect(report.blocking == [])
    #expect(report.origin == "CT")
    #expect(
      try await world.read { try AbsorbedJournals(db: $0).all().map(\.installation).sorted() } == [9, 10]
    )
    #expect(try await world.journalFaults() == [])
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.members(second, on: AbsorbTests.day) == 0)
    #expect(try await refusals(third, into: world) == [.absorption(.alreadyHere([10]))])
  }

  @Test("every table there is comes in, or is said to stay")
  func everyTable() async throws {
    let world = try await World.installation(9)
    let tables = try await world.read { try $0.tables().map(\.name) }
    #expect(tables.filter { AbsorbedTable.way(of: $0) == nil } == [])
  }
}
