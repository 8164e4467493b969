import PostgresStorage
import Storage
import TestWorld
import Testing

/// Only where there is a server to try.
@Suite("A record on a server", .enabled(if: TestEngine.isServed))
struct ServedTests {
  private func served() async throws -> ServedDatabase {
    let database = try await TestEngine.empty("served")
    return try #require(database as? ServedDatabase)
  }

  private func count(_ database: any Database) async throws -> Int {
    try await database.read { try $0.count("SELECT count(*) FROM a") }
  }

  /// Ends every connection to the database, as when its server is restarted.
  private static let ended: SQL = """
    SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
    """

  private func cutAll(_ database: ServedDatabase) async throws {
    let other = try await PostgresDatabase.open(database.url, create: true, readers: 1)
    _ = try await other.read { try $0.count(ServedTests.ended) }
    try other.close()
  }

  @Test("texts are in order of their bytes, days are days, numbers are whole, whatever the server thinks")
  func columns() async throws {
    let database = try await served()
    try await database.write { db in
      _ = try db.execute("CREATE TABLE a (id BIGINT PRIMARY KEY, word TEXT, day DATE)")
      for (id, word) in ["a", "B", "á", "Z"].enumerated() {
        try db.execute("INSERT INTO a (id, word, day) VALUES (\(id), \(word), \(SQLValue.day("2024-02-29")))")
      }
    }
    let words = try await database.read { db in
      try db.rows("SELECT word FROM a ORDER BY word") { try $0[0] as String }
    }
    #expect(words == ["B", "Z", "a", "á"])
    let types = try await database.read { db in try db.tables().flatMap { $0.columns.map(\.type) } }
    #expect(types == [.integer, .text, .day])
  }

  @Test("days of four thousand years come back as they went, the leap days among them")
  func days() async throws {
    let database = try await served()
    let days = [
      "0001-01-01", "1582-10-15", "1600-02-29", "1899-12-31", "1900-02-28", "1900-03-01", "1969-12-31",
      "1999-12-31", "2000-01-01", "2000-02-29", "2024-02-29", "2100-03-01", "4000-12-31", "9999-12-31",
    ]
    for day in days {
      let back = try await database.read { db in
        [
          try db.value("SELECT \(SQLValue.day(day)) AS day", as: String.self),
          try db.value("SELECT CAST(\(SQLValue.day(day)) AS TEXT)", as: String.self),
        ]
      }
      #expect(back == [day, day])
    }
    let error = try await storageError {
      _ = try await database.read {
        try $0.count("SELECT count(*) WHERE \(SQLValue.day("2023-02-29")) IS NULL")
      }
    }
    guard case .constraint = error else {
      Issue.record("taken for a day: \(String(describing: error))")
      return
    }
  }

  @Test("after the server cut its connections the next question and the next deed go on by themselves")
  func reconnects() async throws {
    let database = try await served()
    try await database.write { db in _ = try db.execute("CREATE TABLE a (id BIGINT PRIMARY KEY)") }
    #expect(try await count(database) == 0)
    try await cutAll(database)
    #expect(try await count(database) == 0)
    try await cutAll(database)
    try await database.write { db in _ = try db.execute("INSERT INTO a VALUES (1)") }
    #expect(try await count(database) == 1)
  }

  @Test("a deed cut off in the middle is not done, and says that nothing was written")
  func cutOff() async throws {
    let database = try await served()
    try await database.write { db in _ = try db.execute("CREATE TABLE a (id BIGINT PRIMARY KEY)") }
    let error = try await storageError {
      try await database.write { db in
        _ = try db.execute("INSERT INTO a VALUES (1)")
        // The very connection that asks.
        _ = try db.count("SELECT count(pg_terminate_backend(pg_backend_pid()))")
        _ = try db.execute("INSERT INTO a VALUES (2)")
      }
    }
    #expect(error == .disconnected(database.address))
    #expect(try await count(database) == 0)
  }

  @Test("a deed cut off while it is made lasting says that nobody knows")
  func uncertain() async throws {
    let database = try await served()
    try await database.write { db in
      _ = try db.execute("CREATE TABLE a (id BIGINT PRIMARY KEY)")
      _ = try db.execute(
        """
        CREATE FUNCTION vanish() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(1); RETURN NULL; END $$
        """
      )
      _ = try db.execute(
        """
        CREATE CONSTRAINT TRIGGER at_the_end AFTER INSERT ON a DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION vanish()
        """
      )
    }
    let error = try await storageError {
      try await database.write { db in _ = try db.execute("INSERT INTO a VALUES (1)") }
    }
    #expect(error == .uncertain(database.address))
    #expect(try await count(database) == 0)
  }

  @Test("a record in the making is nowhere to be found; given up, it leaves nothing; finished, it is there")
  func building() async throws {
    let first = try await served()
    for isFinished in [false, true] {
      let built = try await PostgresDatabase.build(first.url)
      try await built.write { db in
        _ = try db.execute("CREATE TABLE a (id BIGINT PRIMARY KEY)")
        _ = try db.execute("INSERT INTO a VALUES (7)")
      }
      #expect(try await !PostgresDatabase.exists(first.url))
      if isFinished { try await built.finish() } else { await built.abandon() }
      #expect(try await PostgresDatabase.exists(first.url) == isFinished)
    }
    #expect(try await count(first) == 1)
    await #expect(throws: StorageError.cannotOpen(first.address, reason: "exists")) {
      _ = try await PostgresDatabase.build(first.url)
    }
  }

  @Test("errors name the server and the database, and never the password")
  func errors() async throws {
    let database = try await served()
    let missing = try #require(database.url.split(separator: "?").first.map { "\($0)x" })
    let error = try await storageError { _ = try await PostgresDatabase.open(missing) }
    #expect(error == .missing(database.address + "x"))
    let nobody = "postgres://officer:secret@127.0.0.1:1/record"
    let gone = try await storageError { _ = try await PostgresDatabase.open(nobody) }
    guard case .server(let address, .unreachable, let reason) = gone else {
      Issue.record("not unreachable: \(String(describing: gone))")
      return
    }
    #expect(address == "postgres://officer@127.0.0.1:1/record")
    #expect(reason.contains("127.0.0.1") && !reason.contains("secret"))
  }

  @Test("what only a reader may do is refused a writer's right, and a sum must say what it is")
  func refusals() async throws {
    let database = try await served()
    try await database.write { db in
      _ = try db.execute("CREATE TABLE a (id BIGINT PRIMARY KEY)")
      _ = try db.execute("INSERT INTO a VALUES (1)")
    }
    let error = try await storageError {
      _ = try await database.read { try $0.count("SELECT sum(id) FROM a") }
    }
    guard case .unreadable = error else {
      Issue.record("read all the same: \(String(describing: error))")
      return
    }
    #expect(try await database.read { try $0.count("SELECT CAST(sum(id) AS BIGINT) FROM a") } == 1)
  }
}
