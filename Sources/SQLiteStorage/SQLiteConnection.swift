import GRDB
import GRDBSQLite
import Storage

import struct Storage.SQL

/// A conversation with SQLite: our statements on its own interface, kept prepared by their text.
final class SQLiteConnection: Connection {
  private let db: GRDB.Database
  private var expectsBulk = false

  init(_ db: GRDB.Database) {
    self.db = db
  }

  func each(_ sql: SQL, _ body: (Storage.Row) throws -> Void) throws {
    let run = try start(sql)
    defer { run.finish() }
    while let row = try run.next() { try body(row) }
  }

  func execute(_ sql: SQL) throws -> Int {
    let run = try start(sql)
    defer { run.finish() }
    while try run.next() != nil {}
    return Int(sqlite3_changes(db.sqliteConnection))
  }

  func cursor(_ sql: SQL) throws -> any Storage.Cursor {
    // A statement of its own: others of the same text may run before it is at its end.
    let (text, values) = rendered(sql)
    do {
      let run = SQLiteRun(try db.makeStatement(sql: text), db, text)
      try run.bind(values)
      return run
    } catch let error as DatabaseError {
      throw StorageError(error)
    }
  }

  func inserter(into table: String, _ columns: [String]) throws -> any Inserter {
    let marks = repeatElement("?", count: columns.count).joined(separator: ", ")
    let names = columns.joined(separator: ", ")
    let text = "INSERT INTO \(table) (\(names)) VALUES (\(marks))"
    return SQLiteInserter(SQLiteRun(try statement(text), db, text))
  }

  func expectBulk() throws {
    expectsBulk = true
    _ = try execute("PRAGMA cache_size = -131072")
  }

  func withoutIndexes(of tables: [String], _ fill: () throws -> Void) throws {
    let names = Set(tables)
    // Indexes that guard a key have no statement of their own and stay.
    let indexes = try rows(
      "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"
    ) { row in (name: try row[0] as String, table: try row[1] as String, sql: try row[2] as String) }
    .filter { names.contains($0.table) }
    do {
      for index in indexes { try db.execute(sql: "DROP INDEX \(index.name)") }
      try fill()
      for index in indexes { try db.execute(sql: index.sql) }
    } catch let error as DatabaseError {
      throw StorageError(error)
    }
  }

  func tables() throws -> [TableShape] {
    let names: [String] = try rows(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name"
    ) { try $0[0] }
    return try names.map { name in
      let columns = try rows("SELECT name, type, pk FROM pragma_table_info(\(name)) ORDER BY cid") { row in
        (name: try row[0] as String, type: try row[1] as String, key: try row[2] as Int)
      }
      let referred: [String] = try rows(
        "SELECT DISTINCT \"table\" FROM pragma_foreign_key_list(\(name))"
      ) { try $0[0] }
      return TableShape(
        name: name,
        columns: columns.map { TableShape.Column(name: $0.name, type: SQLiteDialect.kind($0.type)) },
        key: columns.filter { $0.key > 0 }.sorted { $0.key < $1.key }.map(\.name),
        refersTo: Set(referred)
      )
    }.inOrderOfReference
  }

  func forgetBulk() {
    guard expectsBulk else { return }
    _ = try? execute("PRAGMA cache_size = -8192")
    _ = try? execute("PRAGMA shrink_memory")
  }

  private func rendered(_ sql: SQL) -> (text: String, values: [SQLValue]) {
    let (text, values) = sql.rendered { _ in "?" }
    return (SQLiteDialect.translated(text), values)
  }

  private func start(_ sql: SQL) throws -> SQLiteRun {
    let (text, values) = rendered(sql)
    let run = SQLiteRun(try statement(text), db, text)
    try run.bind(values)
    return run
  }

  /// The prepared statement of this text; a fresh one while the kept one is being stepped.
  private func statement(_ text: String) throws -> Statement {
    do {
      let kept = try db.cachedStatement(sql: text)
      return sqlite3_stmt_busy(kept.sqliteStatement) == 0 ? kept : try db.makeStatement(sql: text)
    } catch let error as DatabaseError {
      throw StorageError(error)
    }
  }
}
