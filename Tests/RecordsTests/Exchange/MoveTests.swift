import Basics
import Records
import Rules
import SQLiteStorage
import Storage
import Synchronization
import TestWorld
import Testing

@Suite("Moving a whole installation")
struct MoveTests {
  private static let day: CivilDate = "2025-11-03"

  /// An organisation with a history, a file, a sign-in and a job: whatever an installation keeps.
  private func lived() async throws -> World {
    let world = try await World.random(seed: 11, deeds: 40)
    let account = try await world.account("kept")
    try await world.database.write { db in
      let paper = Array("%PDF-1.7 quyết định".utf8)
      let hash = try FileHash(of: paper)
      _ = try FileStore(db: db).keep(paper, hash, type: "application/pdf", at: 5)
      _ = try JobStore(db: db).make(
        .verifyJournal,
        by: account,
        files: [JobFile(part: "list", name: "danh sách.pdf", hash: hash)],
        at: 5
      )
    }
    return world
  }

  @Test("from engine to engine and back: every row, every figure, the journal to its last link")
  func thereAndBack() async throws {
    let world = try await lived()
    let head = try await world.head()
    let other = try SQLiteDatabase(inMemory: "other engine")
    let first = try await MoveRecord(from: world.database, to: other).run(on: MoveTests.day) { _ in }
    #expect(first.differences == [])
    #expect(first.entries == head)
    let back = try await TestEngine.empty("back")
    let second = try await MoveRecord(from: other, to: back).run(on: MoveTests.day) { _ in }
    #expect(second.differences == [])
    #expect(second.head == first.head)
    #expect(second.rows == first.rows)
    let (before, after) = (try await world.live(), try await back.read { try LiveRecord($0) })
    #expect(before == after)
    // And life goes on there.
    let office = Office(back, clock: world.clock.clock)
    let found = try await office.carryOut(
      Errand(
        FoundUnit(code: "SAU", name: "Sau", kind: .province, sector: nil, parent: nil, day: "2025-01-01"),
        by: World.console
      )
    )
    #expect(found.entry == head + 1)
    #expect(try await back.read { try JournalCheck(db: $0).run().faults } == [])
  }

  @Test("a copy that lost a row on the way is not taken for the record")
  func difference() async throws {
    let world = try await lived()
    let target = LosingDatabase(try await TestEngine.empty("losing"))
    let proof = try await MoveRecord(from: world.database, to: target).run(on: MoveTests.day) { _ in }
    #expect(proof.differences.contains { $0.hasPrefix("roll: ") })
    #expect(proof.differences.contains { $0.hasPrefix("journal: ") })
  }

  @Test("what is not empty is not copied into")
  func occupied() async throws {
    let world = try await World.small()
    let target = try await TestEngine.empty("occupied")
    try await target.write { db in _ = try db.execute("CREATE TABLE invoice (id BIGINT PRIMARY KEY)") }
    await #expect(throws: StorageError.notADatabase(target.address)) {
      _ = try await MoveRecord(from: world.database, to: target).run(on: MoveTests.day) { _ in }
    }
  }
}

/// A place that loses one row of the roll as it is written.
private final class LosingDatabase: DatabaseAround {
  let inner: any Database

  init(_ inner: any Database) { self.inner = inner }

  func write<Value: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value {
    try await inner.write { db in
      let value = try body(db)
      if try db.tables().contains(where: { $0.name == "roll" }) {
        try db.execute(
          "DELETE FROM roll WHERE id = (SELECT max(id) FROM roll WHERE superseded IS NULL) AND superseded IS NULL"
        )
      }
      return value
    }
  }
}
