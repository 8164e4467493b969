import Dispatch
import Glibc
import Storage
import Synchronization

/// Threads with a connection each, which take work from one queue: a thread that waits for a server holds up
/// nobody but those in the queue.
///
/// Threads are begun when there is work for them, and end when the lanes are closed.
final class PostgresLanes: Sendable {
  typealias Work = @Sendable (PostgresLane) -> Void

  private struct State {
    var work: [Work] = []
    var idle = 0
    var threads = 0
    var isClosed = false
  }

  private let state = Mutex(State())
  private let signal = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)
  private let most: Int
  private let address: PostgresAddress
  private let waits: Bool

  /// Takes up to so many threads.
  ///
  /// `waits`: whether a server that does not answer is waited for, as it was there before.
  init(_ address: PostgresAddress, most: Int, waits: Bool = false) {
    self.address = address
    self.waits = waits
    self.most = most
  }

  /// Does work on one of the threads.
  func run<Value: Sendable>(
    _ body: @escaping @Sendable (PostgresLane) throws -> Value
  ) async throws -> Value {
    try Task.checkCancellation()
    return try await withCheckedThrowingContinuation { waiting in
      let isTaken = put { lane in waiting.resume(with: Result { try body(lane) }) }
      if !isTaken { waiting.resume(throwing: CancellationError()) }
    }
  }

  private func put(_ work: @escaping Work) -> Bool {
    let (isTaken, begins) = state.withLock { state in
      if state.isClosed { return (false, false) }
      state.work.append(work)
      let begins = state.work.count > state.idle && state.threads < most
      if begins { state.threads += 1 }
      return (true, begins)
    }
    if begins { Thread.begin { self.serve() } }
    if isTaken { signal.signal() }
    return isTaken
  }

  private func serve() {
    let lane = PostgresLane(address, waits: waits)
    while true {
      state.withLock { $0.idle += 1 }
      signal.wait()
      let work: Work? = state.withLock { state in
        state.idle -= 1
        return state.work.isEmpty ? nil : state.work.removeFirst()
      }
      guard let work else { break }
      work(lane)
    }
    lane.close()
    ended.signal()
  }

  /// Ends the threads after the work they have, and waits for it.
  func close() {
    let threads = state.withLock { state in
      if state.isClosed { return 0 }
      state.isClosed = true
      return state.threads
    }
    for _ in 0..<threads { signal.signal() }
    for _ in 0..<threads { ended.wait() }
  }
}

/// A thread of one's own.
private enum Thread {
  private final class Box {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  static func begin(_ body: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Box(body))
    let failure = pthread_create(
      &thread,
      nil,
      { box in
        if let box { Unmanaged<Box>.fromOpaque(box).takeRetainedValue().body() }
        return nil
      },
      box.toOpaque()
    )
    precondition(failure == 0, "no thread can be begun")
    pthread_detach(thread)
  }
}
