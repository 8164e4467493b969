/// One open conversation with a database, inside one transaction.
///
/// Synchronous: only the transaction around it is awaited. Never kept, never shared.
package protocol Connection: AnyObject {
  /// Runs a query and gives each row to `body`.
  func each(_ sql: SQL, _ body: (Row) throws -> Void) throws

  /// Runs a statement that gives no rows.
  /// - Returns: how many rows it changed.
  @discardableResult
  func execute(_ sql: SQL) throws -> Int

  /// A way in for many rows of one table, as fast as the engine takes them.
  ///
  /// Both names are of a table that is there: written in the code, or said by an engine.
  func inserter(into table: String, _ columns: [String]) throws -> any Inserter

  /// A query whose rows are drawn one by one while other statements run.
  func cursor(_ sql: SQL) throws -> any Cursor

  /// Says that very many rows are about to be written in this transaction.
  func expectBulk() throws

  /// Fills tables with their indexes put aside, and makes the indexes afterwards, each in one go: several
  /// times quicker for very many rows into empty tables. Keys and what must be unique stay watched.
  func withoutIndexes(of tables: [String], _ fill: () throws -> Void) throws

  /// The tables there are, each after those it refers to.
  func tables() throws -> [TableShape]
}

/// Takes rows for one table, one after another.
package protocol Inserter: AnyObject {
  func insert(_ values: [SQLValue]) throws
}

/// Gives the rows of one query, one after another.
package protocol Cursor: AnyObject {
  /// The next row, good until the next call; `nil` at the end.
  func next() throws -> Row?
}

extension Connection {
  package func inserter(_ table: StaticString, _ columns: [StaticString]) throws -> any Inserter {
    try inserter(into: table.description, columns.map(\.description))
  }

  package func withoutIndexes(of tables: [StaticString], _ fill: () throws -> Void) throws {
    try withoutIndexes(of: tables.map(\.description), fill)
  }

  /// All rows of a query, each made into a value.
  package func rows<Value>(_ sql: SQL, _ make: (Row) throws -> Value) throws -> [Value] {
    var result: [Value] = []
    try each(sql) { result.append(try make($0)) }
    return result
  }

  /// The first row of a query made into a value, `nil` when there is none.
  package func first<Value>(_ sql: SQL, _ make: (Row) throws -> Value) throws -> Value? {
    var result: Value?
    try each(sql) { row in
      if result == nil { result = try make(row) }
    }
    return result
  }

  /// The one column of the first row of a query, `nil` when there is none.
  package func value<Value: Readable>(_ sql: SQL, as type: Value.Type = Value.self) throws -> Value? {
    try first(sql) { try $0[0] }
  }

  /// The number a counting query gives.
  package func count(_ sql: SQL) throws -> Int {
    try value(sql, as: Int.self) ?? 0
  }

  /// Whether a query has any row.
  package func exists(_ sql: SQL) throws -> Bool {
    try first("\(sql) LIMIT 1") { _ in true } ?? false
  }
}
