/// A record's home: takes readers and one writer at a time, each in a transaction of its own.
package protocol Database: Sendable {
  /// Where it is, as the person who started us named it.
  var address: String { get }

  /// Reads one state of the record, whatever is written meanwhile.
  func read<Value: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value

  /// Writes in one transaction: all of it, or, when `body` throws, nothing. What it returns is on disk.
  func write<Value: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value

  /// Lets go of it; nothing is asked of it afterwards.
  func close() throws
}

/// A database for the work of a moment, on this machine and gone afterwards: used at once, never awaited.
package protocol Scratchpad: Sendable {
  func use<Value>(_ body: (any Connection) throws -> Value) throws -> Value
}

/// One step of the schema, forward only, in the common dialect.
package struct Migration: Sendable {
  package let name: String
  package let statements: [SQL]

  package init(_ name: StaticString, _ statements: [SQL]) {
    self.name = name.description
    self.statements = statements
  }
}

extension Database {
  /// Carries out the migrations not yet carried out, in order, in one transaction.
  /// - Returns: their names.
  @discardableResult
  package func migrate(_ migrations: [Migration]) async throws -> [String] {
    let address = address
    return try await write { db in
      let tables = try db.tables()
      if !tables.contains(where: { $0.name == "migration" }) {
        // Somebody else's tables are not ours to build on.
        if !tables.isEmpty { throw StorageError.notADatabase(address) }
        try db.execute("CREATE TABLE migration (position BIGINT PRIMARY KEY, name TEXT NOT NULL)")
      }
      let done = try Migration.done(db, address)
      guard done.elementsEqual(migrations.prefix(done.count).map(\.name)) else {
        throw StorageError.notADatabase(address)
      }
      let pending = migrations.dropFirst(done.count)
      for (offset, migration) in pending.enumerated() {
        for statement in migration.statements { try db.execute(statement) }
        try db.execute(
          "INSERT INTO migration (position, name) VALUES (\(done.count + offset + 1), \(migration.name))"
        )
      }
      return pending.map(\.name)
    }
  }

  /// The names of the migrations carried out so far, in order.
  package func migrated() async throws -> [String] {
    let address = address
    return try await read { try Migration.done($0, address) }
  }
}

extension Migration {
  /// The names of the migrations carried out so far; none while there is no table of them.
  fileprivate static func done(_ db: any Connection, _ address: String) throws -> [String] {
    guard let table = try db.tables().first(where: { $0.name == "migration" }) else { return [] }
    guard Set(table.columns.map(\.name)).isSuperset(of: ["position", "name"]) else {
      throw StorageError.notADatabase(address)
    }
    return try db.rows("SELECT name FROM migration ORDER BY position") { try $0[0] }
  }
}
