import Dispatch
package import Storage

/// Somebody who writes something large: holds the writer's lock of a record until it is let go.
package final class HeldLock: Sendable {
  private let gate: DispatchSemaphore
  private let holding: Task<Void, any Error>

  /// Takes the lock; comes back when it is held.
  package init(of database: any Database) async {
    let gate = DispatchSemaphore(value: 0)
    let (began, begin) = AsyncStream.makeStream(of: Void.self)
    holding = Task {
      defer { begin.finish() }
      try await database.write { db in
        // Held for good only from the first change on, on some engines.
        try db.execute("UPDATE installation SET id = 1 WHERE id = 1")
        begin.finish()
        gate.wait()
      }
    }
    self.gate = gate
    for await _ in began {}
  }

  package func release() async throws {
    gate.signal()
    try await holding.value
  }
}
