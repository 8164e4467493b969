package import Storage
import Synchronization

/// A record that one process is cut off from while it writes: the next writings wait at a gate; reading goes on.
package final class GatedDatabase: DatabaseAround {
  package let inner: any Database
  private struct Gate {
    var free: Int?
    var waiting: [CheckedContinuation<Void, Never>] = []
    var watching: [CheckedContinuation<Void, Never>] = []
  }
  private let gate: Mutex<Gate>

  /// Lets so many writings through before the gate closes; with `nil` all.
  package init(_ inner: any Database, after free: Int? = nil) {
    self.inner = inner
    gate = Mutex(Gate(free: free))
  }

  /// Closes the gate after so many writings from now.
  package func shut(after free: Int) { gate.withLock { $0.free = free } }

  /// Lets all go on that wait, and all that come.
  package func open() {
    let waiting = gate.withLock { gate in
      gate.free = nil
      defer { gate.waiting = [] }
      return gate.waiting
    }
    for one in waiting { one.resume() }
  }

  /// Comes back once somebody waits at the gate.
  package func isReached() async {
    await withCheckedContinuation { (watcher: CheckedContinuation<Void, Never>) in
      let isThere = gate.withLock { gate in
        if gate.waiting.isEmpty { gate.watching.append(watcher) }
        return !gate.waiting.isEmpty
      }
      if isThere { watcher.resume() }
    }
  }

  private func pass() async {
    await withCheckedContinuation { (one: CheckedContinuation<Void, Never>) in
      let freed: [CheckedContinuation<Void, Never>] = gate.withLock { gate in
        guard let free = gate.free else { return [one] }
        if free > 0 {
          gate.free = free - 1
          return [one]
        }
        gate.waiting.append(one)
        defer { gate.watching = [] }
        return gate.watching
      }
      for each in freed { each.resume() }
    }
  }

  package func write<Value: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value {
    await pass()
    return try await inner.write(body)
  }
}
