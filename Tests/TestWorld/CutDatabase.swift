package import Storage
import Synchronization

/// A record whose server goes away at the end of the next writing: before it was made lasting, or right after, so that
/// nobody hears of it.
package final class CutDatabase: Database {
  /// What the server still did.
  package enum Cut: Sendable {
    /// It made the work lasting, and its answer was lost.
    case answer
    /// It went away before it could.
    case work
  }

  private let inner: any Database
  private let cut = Mutex<Cut?>(nil)

  package init(_ inner: any Database) {
    self.inner = inner
  }

  /// Cuts the next writing off.
  package func cutNext(_ cut: Cut) { self.cut.withLock { $0 = cut } }

  package func write<Value: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value {
    let cut = cut.withLock { cut in
      defer { cut = nil }
      return cut
    }
    switch cut {
    case nil: return try await inner.write(body)
    case .answer:
      _ = try await inner.write(body)
      throw StorageError.uncertain(address)
    case .work:
      _ = try? await inner.write { db in
        _ = try body(db)
        throw CancellationError()
      }
      throw StorageError.uncertain(address)
    }
  }

  package var address: String { inner.address }

  package func read<Value: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value {
    try await inner.read(body)
  }

  package func close() throws { try inner.close() }
}
