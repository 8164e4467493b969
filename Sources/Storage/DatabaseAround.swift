/// A database seen through another one: whatever that does not do in its own way, the one within does.
package protocol DatabaseAround: Database {
  var inner: any Database { get }
}

extension DatabaseAround {
  package var address: String { inner.address }

  package func read<Value: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value {
    try await inner.read(body)
  }

  package func write<Value: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value {
    try await inner.write(body)
  }

  package func close() throws { try inner.close() }
}
