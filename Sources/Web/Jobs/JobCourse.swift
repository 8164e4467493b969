import Records
import Storage
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
    /// Another server took it over: what is found here is no longer heard.
    case lost
  }

  /// Thrown out of the work, so that nothing of it is written.
  struct Halted: Error {}

  let job: Job
  /// By this name the table knows whose work it is.
  private let runner: String
  private let clock: Clock
  private let state: Mutex<(progress: Progress, halt: Halt?)>

  init(_ job: Job, runner: String, clock: Clock) {
    self.job = job
    self.runner = runner
    self.clock = clock
    state = Mutex((Progress(began: clock.now()), nil))
  }

  var progress: Progress { state.withLock { $0.progress } }
  var halt: Halt? { state.withLock { $0.halt } }

  /// Asks the work to end as soon as it says how far it is.
  func stop(_ halt: Halt) {
    state.withLock { $0.halt = $0.halt ?? halt }
  }

  /// Hears what the record says to this work.
  func hear(_ db: any Connection) throws {
    switch try JobStore(db: db).hearing(job.id, by: runner) {
    case .goOn: break
    case .stop: stop(.asked)
    case .lost: stop(.lost)
    }
  }

  /// Makes sure, in the transaction that writes, that the work is still ours to do: nobody can take it over
  /// before that transaction ends.
  /// - Throws: `Halted` when it is not, or is to end.
  func confirm(_ db: any Connection) throws {
    try hear(db)
    if halt != nil { throw Halted() }
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
