import Records
import Synchronization

/// How far a piece of work is, while it runs here: told by the work, read by its page, and the way to stop it.
///
/// While work writes, nothing else can be written, so this stands in memory; what is in the record follows.
final class JobCourse: Sendable {
  struct Progress: Sendable {
    var step: String?
    var done = 0
    var total: Int?
    /// When the step began.
    var began: Int64
  }

  /// Why work ends before it is done.
  enum Halt: Sendable {
    /// Somebody asked it to.
    case asked
    /// The server is going down: it goes on when the next one comes up.
    case closing
  }

  /// Thrown out of the work, so that nothing of it is written.
  struct Halted: Error {}

  let job: Job
  private let clock: Clock
  private let state: Mutex<(progress: Progress, halt: Halt?)>

  init(_ job: Job, clock: Clock) {
    self.job = job
    self.clock = clock
    state = Mutex((Progress(began: clock.now()), nil))
  }

  var progress: Progress { state.withLock { $0.progress } }
  var halt: Halt? { state.withLock { $0.halt } }

  /// Asks the work to end as soon as it says how far it is.
  func stop(_ halt: Halt) {
    state.withLock { $0.halt = $0.halt ?? halt }
  }

  /// Says how far the work is.
  /// - Throws: `Halted` when it is to end.
  func tell(_ step: String, _ done: Int, of total: Int?) throws {
    let now = clock.now()
    let halt = state.withLock { state in
      if state.progress.step != step { state.progress.began = now }
      state.progress.step = step
      state.progress.done = done
      state.progress.total = total
      return state.halt
    }
    if halt != nil { throw Halted() }
  }
}
