import Storage
import Synchronization

/// The record as visitors write to it: whoever does not get their turn soon is told that it is busy.
///
/// While something large is written, here or on another server, those who wait would else wait as long. A turn that
/// was given up does nothing when it comes; one that has begun is waited for.
struct PatientDatabase: DatabaseAround {
  let inner: any Database
  private let patience: Duration

  init(_ inner: any Database, patience: Duration) {
    self.inner = inner
    self.patience = patience
  }

  private enum Turn {
    case waiting, begun, givenUp
  }

  func write<Value: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value {
    let (inner, patience) = (inner, patience)
    let turn = Place()
    return try await withCheckedThrowingContinuation { (answer: CheckedContinuation<Value, any Error>) in
      let waiting = Task {
        try? await Task.sleep(for: patience)
        if turn.take(.givenUp) { answer.resume(throwing: StorageError.busy) }
      }
      Task {
        let came: Result<Value, any Error>
        do {
          let value = try await inner.write { db in
            guard turn.take(.begun) || turn.hasBegun else { throw StorageError.busy }
            return try body(db)
          }
          came = .success(value)
        } catch {
          came = .failure(error)
        }
        // It may have failed before its turn came.
        if turn.take(.begun) || turn.hasBegun { answer.resume(with: came) }
        waiting.cancel()
      }
    }
  }

  /// Who was first: the turn that came, or the patience that ended.
  private final class Place: Sendable {
    private let turn = Mutex(Turn.waiting)

    var hasBegun: Bool { turn.withLock { $0 == .begun } }

    /// Settles it, unless it is settled.
    func take(_ way: Turn) -> Bool {
      turn.withLock { turn in
        guard turn == .waiting else { return false }
        turn = way
        return true
      }
    }
  }
}
