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

  /// Carries out the migrations not yet carried out, in order.
  /// - Returns: their names.
  @discardableResult
  func migrate(_ migrations: [Migration]) async throws -> [String]

  /// The names of the migrations carried out so far, in order.
  func migrated() async throws -> [String]

  /// Writes a copy of the whole database, as of one moment, while it is used.
  func copy(to address: String) async throws

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
