import SQLiteStorage
import Storage
import TestWorld
import Testing

@Suite("Statements")
struct StatementTests {
  private func numbers(_ count: Int) async throws -> any Database {
    let database = try await TestEngine.empty("numbers")
    try await database.write { db in
      _ = try db.execute("CREATE TABLE number (id BIGINT PRIMARY KEY, half BIGINT)")
      for id in 1...count { try db.execute("INSERT INTO number VALUES (\(id), \(id / 2))") }
    }
    return database
  }

  private static let all: SQL = "SELECT id FROM number ORDER BY id"

  @Test("the same question can be asked again while it is being answered")
  func nested() async throws {
    let database = try await numbers(3)
    try await database.read { db in
      var pairs: [[Int]] = []
      try db.each(StatementTests.all) { outer in
        let first: Int = try outer[0]
        try db.each(StatementTests.all) { inner in pairs.append([first, try inner[0]]) }
      }
      #expect(pairs == [[1, 1], [1, 2], [1, 3], [2, 1], [2, 2], [2, 3], [3, 1], [3, 2], [3, 3]])
    }
  }

  @Test("two cursors of one question do not disturb each other, even before their first rows")
  func twoCursors() async throws {
    let database = try await numbers(3)
    try await database.read { db in
      let one = try db.cursor("SELECT id FROM number WHERE id >= \(1) ORDER BY id")
      let two = try db.cursor("SELECT id FROM number WHERE id >= \(2) ORDER BY id")
      var drawn: [Int] = []
      while let row = try one.next() {
        drawn.append(try row[0])
        if let other = try two.next() { drawn.append(try other[0]) }
      }
      #expect(drawn == [1, 2, 2, 3, 3])
    }
  }

  @Test("a cursor at its end stays there")
  func endedCursor() async throws {
    let database = try await numbers(1)
    try await database.read { db in
      let cursor = try db.cursor(StatementTests.all)
      #expect(try cursor.next() != nil)
      #expect(try cursor.next() == nil)
      #expect(try cursor.next() == nil)
    }
  }

  @Test("a cursor that is let go of does not begin another answer anew")
  func cursorLetGo() async throws {
    let database = try await numbers(3)
    try await database.read { db in
      var cursor: (any Cursor)? = try db.cursor(StatementTests.all)
      while try cursor?.next() != nil {}
      var drawn: [Int] = []
      try db.each(StatementTests.all) { row in
        drawn.append(try row[0])
        cursor = nil
        if drawn.count > 3 { throw CancellationError() }
      }
      #expect(drawn == [1, 2, 3])
    }
  }

  @Test("rows can be drawn while others are written")
  func cursorWhileWriting() async throws {
    let database = try await numbers(5)
    try await database.write { db in
      let cursor = try db.cursor("SELECT id FROM number WHERE id <= 5 ORDER BY id")
      while let row = try cursor.next() {
        let id: Int = try row[0]
        try db.execute("INSERT INTO number VALUES (\(id + 100), 0)")
        try db.execute("UPDATE number SET half = \(-id) WHERE id = \(id)")
      }
      #expect(try db.count("SELECT count(*) FROM number") == 10)
      #expect(try db.count("SELECT CAST(sum(half) AS BIGINT) FROM number") == -15)
    }
  }

  @Test("a statement says how many rows it changed, and none when a conflict was passed over")
  func changes() async throws {
    let database = try await numbers(4)
    try await database.write { db throws in
      #expect(try db.execute("UPDATE number SET half = 0 WHERE id > \(2)") == 2)
      #expect(try db.execute("INSERT INTO number VALUES (1, 0) ON CONFLICT (id) DO NOTHING") == 0)
    }
  }

  @Test("one value, the first row, whether there is any: each without more than was asked")
  func shortQuestions() async throws {
    let database = try await numbers(3)
    try await database.read { db throws in
      #expect(try db.value("SELECT id FROM number WHERE id = \(9)", as: Int.self) == nil)
      #expect(try db.value("SELECT id FROM number ORDER BY id DESC", as: Int.self) == 3)
      #expect(try db.exists("SELECT 1 FROM number WHERE id = \(3)"))
      #expect(try !db.exists("SELECT 1 FROM number WHERE id = \(4)"))
    }
  }

  @Test("a statement that makes no sense says so, with its text")
  func nonsense() async throws {
    let database = try await numbers(1)
    let error = try await storageError {
      try await database.read { db in _ = try db.count("SELECT count(*) FROM nowhere") }
    }
    guard case .engine(_, let message, let sql) = error else {
      Issue.record("not an engine's error: \(String(describing: error))")
      return
    }
    #expect(message.contains("nowhere"))
    #expect(sql == "SELECT count(*) FROM nowhere")
  }

  @Test("indexes put aside while a table is filled are there again afterwards")
  func indexesComeBack() async throws {
    let database = try await numbers(1)
    let index: SQL =
      TestEngine.isServed
      ? "SELECT 1 FROM pg_indexes WHERE indexname = 'number_half'"
      : "SELECT 1 FROM sqlite_master WHERE name = 'number_half'"
    try await database.write { db in
      _ = try db.execute("CREATE INDEX number_half ON number (half)")
      try db.withoutIndexes(of: ["number"]) { () throws in
        #expect(try !db.exists(index))
        _ = try db.execute("INSERT INTO number VALUES (2, 1)")
      }
      #expect(try db.exists(index))
      #expect(try db.value("SELECT id FROM number WHERE half = 1", as: Int.self) == 2)
    }
  }

  @Test("very many rows are in when they are next asked for, what is referred to before what refers to it")
  func bulk() async throws {
    let database = try await TestEngine.empty("bulk")
    let count = 20_000
    try await database.write { db in
      _ = try db.execute("CREATE TABLE person (id BIGINT PRIMARY KEY, name TEXT NOT NULL)")
      _ = try db.execute("CREATE TABLE life (id BIGINT PRIMARY KEY, person BIGINT REFERENCES person (id))")
      try db.expectBulk()
      let lives = try db.inserter("life", ["id", "person"])
      let people = try db.inserter("person", ["id", "name"])
      for id in 1...count {
        try people.insert([.integer(Int64(id)), .text("Người thứ \(id)")])
        try lives.insert([.integer(Int64(id)), .integer(Int64(id))])
        if id == 3 || id == 5000 { #expect(try db.count("SELECT count(*) FROM life") == id) }
      }
    }
    let counts = try await database.read { db in
      [
        try db.count("SELECT count(*) FROM life"),
        try db.count("SELECT count(*) FROM person WHERE name = 'Người thứ 19999'"),
      ]
    }
    #expect(counts == [count, 1])
  }

  @Test("what an engine says of its tables: columns, key, and what they refer to, in that order")
  func shapes() async throws {
    let database = try await TestEngine.empty("shapes")
    let tables = try await database.write { db in
      _ = try db.execute("CREATE TABLE person (id BIGINT PRIMARY KEY, mark BYTEA)")
      _ = try db.execute(
        """
        CREATE TABLE life (person BIGINT NOT NULL REFERENCES person (id), day DATE, name TEXT,
          PRIMARY KEY (person, day))
        """
      )
      return try db.tables()
    }
    #expect(tables.map(\.name) == ["person", "life"])
    #expect(tables[0].columns.map(\.type) == [.integer, .bytes])
    #expect(tables[1].columns.map(\.name) == ["person", "day", "name"])
    #expect(tables[1].key == ["person", "day"])
    #expect(tables[1].refersTo == ["person"])
  }
}
