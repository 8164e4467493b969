package import Storage
import Synchronization

/// A question and the steps by which the engine means to answer it.
package struct QueryPlan: Hashable, Sendable {
  package let statement: String
  package let steps: [String]
}

/// A database that notes the text of every statement it is given, so that a test can count them, and, when
/// asked to, by which steps the engine answers each.
package final class RecordingDatabase: DatabaseAround {
  package let inner: any Database
  private let noted = Mutex<[String]>([])
  private let explained = Mutex<[QueryPlan]>([])
  fileprivate let explains: Bool

  package init(_ inner: any Database, explains: Bool = false) {
    self.inner = inner
    self.explains = explains
  }

  /// The plans of the questions so far.
  package var plans: [QueryPlan] { explained.withLock { $0 } }

  fileprivate func note(_ plan: QueryPlan) { explained.withLock { $0.append(plan) } }

  /// The statements so far, values as `?`.
  package var statements: [String] { noted.withLock { $0 } }

  /// Forgets what was noted.
  package func forget() { noted.withLock { $0 = [] } }

  fileprivate func note(_ text: String) { noted.withLock { $0.append(text) } }

  package func read<Value: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value {
    // A server plans by what it knows of its tables; of those just filled it knows nothing.
    if explains, TestEngine.isServed { try await inner.write { _ = try $0.execute("ANALYZE") } }
    return try await inner.read { try body(RecordingConnection($0, self)) }
  }

  package func write<Value: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value {
    try await inner.write { try body(RecordingConnection($0, self)) }
  }
}

private final class RecordingConnection: Connection {
  private let inner: any Connection
  private let database: RecordingDatabase

  init(_ inner: any Connection, _ database: RecordingDatabase) {
    self.inner = inner
    self.database = database
  }

  private func note(_ sql: SQL) { database.note(sql.rendered { _ in "?" }.text) }

  private func explain(_ sql: SQL) throws {
    guard database.explains else { return }
    let steps =
      try TestEngine.isServed ? servedSteps(sql) : inner.rows("EXPLAIN QUERY PLAN \(sql)") { try $0[3] }
    database.note(QueryPlan(statement: sql.rendered { _ in "?" }.text, steps: steps))
  }

  /// PostgreSQL's steps in SQLite's words, planned as for tables that are too large to be read whole.
  private func servedSteps(_ sql: SQL) throws -> [String] {
    for setting in [
      "SET LOCAL enable_seqscan = off", "SET LOCAL enable_mergejoin = off",
      "SET LOCAL enable_hashjoin = off", "SET LOCAL enable_material = off",
      // A row that is looked at for nothing costs more than a page.
      "SET LOCAL cpu_tuple_cost = 10", "SET LOCAL cpu_index_tuple_cost = 10",
    ] as [SQL] {
      try inner.execute(setting)
    }
    let lines: [String] = try inner.rows("EXPLAIN (COSTS OFF) \(sql)") { try $0[0] }
    let sizes = try inner.rows("SELECT relname, CAST(reltuples AS BIGINT) FROM pg_class WHERE relkind = 'r'")
    { row in
      (try row[0] as String, try row[1] as Int)
    }
    // Of a table of two rows it can't be told whether its index was searched or walked.
    let small = Set(sizes.filter { $0.1 < 3 }.map(\.0))
    return lines.enumerated().compactMap { number, line in
      let words = line.split(separator: " ").map(String.init)
      let isSearched =
        number + 1 < lines.count && lines[number + 1].trimmed.hasPrefix("Index Cond:")
        || number + 2 < lines.count && lines[number + 2].trimmed.hasPrefix("Index Cond:")
      guard let on = words.firstIndex(of: "on"), words.contains("Scan"), on + 1 < words.count else {
        return line.trimmed.hasPrefix("Sort") || line.contains("->  Sort")
          ? "USE TEMP B-TREE FOR ORDER BY" : nil
      }
      if words.contains("Bitmap") { return nil }
      if !isSearched, small.contains(words[on + 1]) { return nil }
      let alias = words.last ?? ""
      guard let using = words.firstIndex(of: "using") else { return "SCAN \(alias)" }
      return "\(isSearched ? "SEARCH" : "SCAN") \(alias) USING INDEX \(words[using + 1])"
    }
  }

  func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
    note(sql)
    try explain(sql)
    try inner.each(sql, body)
  }

  func execute(_ sql: SQL) throws -> Int {
    note(sql)
    return try inner.execute(sql)
  }

  func inserter(into table: String, _ columns: [String]) throws -> any Inserter {
    database.note("INSERT INTO \(table)")
    return try inner.inserter(into: table, columns)
  }

  func cursor(_ sql: SQL) throws -> any Cursor {
    note(sql)
    try explain(sql)
    return try inner.cursor(sql)
  }

  func expectBulk() throws { try inner.expectBulk() }

  func withoutIndexes(of tables: [String], _ fill: () throws -> Void) throws {
    try inner.withoutIndexes(of: tables, fill)
  }

  func tables() throws -> [TableShape] { try inner.tables() }
}

extension String {
  fileprivate var trimmed: Substring { drop { $0 == " " } }
}
