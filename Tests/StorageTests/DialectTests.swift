import SQLiteStorage
import Storage
import Testing

@Suite("The common dialect in SQLite")
struct DialectTests {
  private func made(_ statement: SQL) async throws -> String {
    let database = try SQLiteDatabase(inMemory: "dialect")
    return try await database.write { db in
      _ = try db.execute(statement)
      return try db.value("SELECT sql FROM sqlite_master WHERE type = 'table'") ?? ""
    }
  }

  @Test("its types are SQLite's, and tables keep to them")
  func types() async throws {
    let sql = try await made("CREATE TABLE a (id BIGINT PRIMARY KEY, day DATE, hash BYTEA, word TEXT)")
    #expect(sql == "CREATE TABLE a (id INTEGER PRIMARY KEY, day TEXT, hash BLOB, word TEXT) STRICT")
  }

  @Test("a table with a key of several columns is clustered by it")
  func clustered() async throws {
    let sql = try await made("CREATE TABLE a (x BIGINT, y BIGINT, PRIMARY KEY (x, y))")
    #expect(sql.hasSuffix(" STRICT, WITHOUT ROWID"))
  }

  @Test("only whole words are types: a column called UPDATED_DATE keeps its name")
  func wholeWords() async throws {
    let sql = try await made("CREATE TABLE a (UPDATED_DATE DATE)")
    #expect(sql.contains("UPDATED_DATE TEXT"))
  }

  @Test("a text in a column of numbers is refused")
  func strict() async throws {
    let database = try SQLiteDatabase(inMemory: "strict")
    let error = try await storageError {
      try await database.write { db in
        _ = try db.execute("CREATE TABLE a (id BIGINT PRIMARY KEY, number BIGINT)")
        try db.execute("INSERT INTO a VALUES (1, \("many"))")
      }
    }
    guard case .constraint = error else {
      Issue.record("not refused: \(String(describing: error))")
      return
    }
  }
}
