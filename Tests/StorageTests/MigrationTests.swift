import Records
import SQLiteStorage
import Storage
import TestWorld
import Testing

@Suite("Migrations and copies")
struct MigrationTests {
  private static let first = Migration("1 first", ["CREATE TABLE a (id BIGINT PRIMARY KEY)"])
  private static let second = Migration("2 second", ["CREATE TABLE b (id BIGINT PRIMARY KEY)"])
  private static let broken = Migration(
    "3 broken",
    ["CREATE TABLE c (id BIGINT PRIMARY KEY)", "CREATE nonsense"]
  )

  @Test("each step is taken once, in order")
  func once() async throws {
    let database = try await TestEngine.empty("once")
    #expect(try await database.migrated() == [])
    #expect(try await database.migrate([Self.first]) == ["1 first"])
    #expect(try await database.migrate([Self.first, Self.second]) == ["2 second"])
    #expect(try await database.migrate([Self.first, Self.second]) == [])
    #expect(try await database.migrated() == ["1 first", "2 second"])
  }

  @Test("a step that fails leaves the schema as it was")
  func failing() async throws {
    let database = try await TestEngine.empty("failing")
    try await database.migrate([Self.first])
    await #expect(throws: StorageError.self) {
      try await database.migrate([Self.first, Self.second, Self.broken])
    }
    #expect(try await database.migrated() == ["1 first"])
    #expect(try await database.read { try $0.tables().map(\.name) } == ["a", "migration"])
  }

  @Test("a record of another order of steps, or of a newer programme, is refused")
  func otherOrder() async throws {
    let database = try await TestEngine.empty("order")
    try await database.migrate([Self.first, Self.second])
    await #expect(throws: StorageError.notADatabase(database.address)) {
      try await database.migrate([Self.second])
    }
    await #expect(throws: StorageError.notADatabase(database.address)) {
      try await database.migrate([Self.first])
    }
  }

  @Test("somebody else's database is refused and stays as it is")
  func foreign() async throws {
    let database = try await TestEngine.empty("foreign")
    try await database.write { db in _ = try db.execute("CREATE TABLE invoice (id BIGINT PRIMARY KEY)") }
    await #expect(throws: StorageError.notADatabase(database.address)) {
      try await database.migrate(Schema.migrations)
    }
    #expect(try await database.read { try $0.tables().map(\.name) } == ["invoice"])
  }

  @Test("a database with a migration table of another kind is refused")
  func foreignMigrations() async throws {
    let database = try await TestEngine.empty("foreign")
    try await database.write { db in _ = try db.execute("CREATE TABLE migration (version BIGINT PRIMARY KEY)")
    }
    await #expect(throws: StorageError.notADatabase(database.address)) {
      try await database.migrate(Schema.migrations)
    }
    await #expect(throws: StorageError.notADatabase(database.address)) { try await database.migrated() }
  }

  @Test("a copy is whole, one plain file, and of one moment, while others write")
  func copyWhileWriting() async throws {
    let folder = try Folder()
    let database = try folder.database()
    try await database.write { db in
      _ = try db.execute("CREATE TABLE pair (id BIGINT PRIMARY KEY, other BIGINT NOT NULL)")
    }
    // Each transaction writes two rows that belong together.
    func write(_ number: Int) async throws {
      try await database.write { db in
        try db.execute("INSERT INTO pair VALUES (\(number), \(-number))")
        try db.execute("INSERT INTO pair VALUES (\(-number), \(number))")
      }
    }
    for number in 1...20 { try await write(number) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { for number in 21...60 { try await write(number) } }
      group.addTask { try await database.copy(to: folder.file("copy.sqlite")) }
      try await group.waitForAll()
    }
    #expect(!folder.has("copy.sqlite-wal"))
    let copy = try SQLiteDatabase(path: folder.file("copy.sqlite"))
    let (count, lonely) = try await copy.read { db in
      (
        try db.count("SELECT count(*) FROM pair"),
        try db.count(
          "SELECT count(*) FROM pair a WHERE NOT EXISTS (SELECT 1 FROM pair b WHERE b.id = a.other)"
        )
      )
    }
    #expect(count >= 40)
    #expect(lonely == 0)
  }

  @Test("a copy never takes the place of a file that is there")
  func copyOver() async throws {
    let folder = try Folder()
    let database = try folder.database()
    try await database.migrate([Self.first])
    let path = try folder.write("minutes", to: "minutes.txt")
    await #expect(throws: StorageError.cannotOpen(path, reason: "exists")) {
      try await database.copy(to: path)
    }
    #expect(folder.has("minutes.txt"))
  }

  @Test("the whole record migrates from nothing, and the template of a world is copied whole")
  func wholeRecord() async throws {
    let world = try await World.empty()
    #expect(try await world.database.migrated() == Schema.migrations.map(\.name))
    let small = try await World.small()
    let other = try await World.small()
    try await small.carryOut(RenameUnit(unit: small.unit("C1"), name: "Chi bộ khác", day: "2025-11-03"))
    let head = try await small.head()
    #expect(try await other.head() == head - 1)
  }
}
