import SQLiteStorage
import Storage
import TestWorld
import Testing

@Suite("Transactions")
struct TransactionTests {
  private struct ChangedMyMind: Error {}

  private func ready(_ database: any Database) async throws {
    try await database.write { db in
      _ = try db.execute("CREATE TABLE a (id BIGINT PRIMARY KEY, b BIGINT NOT NULL CHECK (b > 0))")
      _ = try db.execute("CREATE TABLE c (a BIGINT NOT NULL REFERENCES a (id))")
    }
  }

  private func count(_ database: any Database) async throws -> Int {
    try await database.read { try $0.count("SELECT count(*) FROM a") }
  }

  @Test("what throws leaves nothing behind")
  func rollback() async throws {
    let database = try await TestEngine.empty("rollback")
    try await ready(database)
    await #expect(throws: ChangedMyMind.self) {
      try await database.write { db in
        try db.execute("INSERT INTO a VALUES (1, 1)")
        throw ChangedMyMind()
      }
    }
    #expect(try await count(database) == 0)
  }

  @Test(
    "a row against the schema is refused as such, and takes the whole transaction with it",
    arguments: [
      "INSERT INTO a VALUES (1, 2)", "INSERT INTO a VALUES (2, 0)", "INSERT INTO a VALUES (2, NULL)",
      "INSERT INTO c VALUES (99)",
    ] as [SQL]
  )
  func constraints(statement: SQL) async throws {
    let database = try await TestEngine.empty("constraints")
    try await ready(database)
    let error = try await storageError {
      try await database.write { db in
        try db.execute("INSERT INTO a VALUES (1, 1)")
        try db.execute(statement)
      }
    }
    guard case .constraint(let reason) = error else {
      Issue.record("not a constraint: \(String(describing: error))")
      return
    }
    #expect(!reason.isEmpty)
    #expect(try await count(database) == 0)
  }

  @Test("an inserter's refused row is a constraint too")
  func inserterConstraint() async throws {
    let database = try await TestEngine.empty("inserter")
    try await ready(database)
    let error = try await storageError {
      try await database.write { db in try db.inserter("a", ["id", "b"]).insert([.integer(1), .integer(0)]) }
    }
    guard case .constraint = error else {
      Issue.record("not a constraint: \(String(describing: error))")
      return
    }
  }

  @Test("a reader cannot write")
  func readersOnlyRead() async throws {
    let folder = try Folder()
    for database in [try await TestEngine.empty("readers"), try folder.database()] {
      try await ready(database)
      let error = try await storageError {
        try await database.read { db in _ = try db.execute("INSERT INTO a VALUES (1, 1)") }
      }
      #expect(error == .readOnly)
      #expect(try await count(database) == 0)
    }
  }

  @Test("a reader sees one state of the record, whatever is written meanwhile")
  func snapshot() async throws {
    let folder = try Folder()
    let database = try folder.database()
    let other = try SQLiteDatabase(path: folder.file("record.sqlite"))
    try await ready(database)
    try await database.write { db in _ = try db.execute("INSERT INTO a VALUES (1, 1)") }
    let (began, reading) = AsyncStream<Void>.makeStream()
    let (written, writing) = AsyncStream<Void>.makeStream()
    async let counts = database.read { db in
      let before = try db.count("SELECT count(*) FROM a")
      reading.yield()
      // The reader's own thread waits here for the other's transaction, not for a time.
      wait(for: written)
      return [before, try db.count("SELECT count(*) FROM a")]
    }
    for await _ in began.prefix(1) {}
    try await other.write { db in _ = try db.execute("INSERT INTO a VALUES (2, 1)") }
    writing.yield()
    #expect(try await counts == [1, 1])
    #expect(try await count(database) == 2)
  }
}
