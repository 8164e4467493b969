import Basics
import Logging
import Phrases
import Records
import Rules
import Storage
import Synchronization

/// Does the long work of this server, one piece after another, beside its pages.
///
/// It takes work from the table, so that other servers may share it. It ends with the server: what was under way
/// then is laid down, and begun again by the next one.
package final class JobRunner: Sendable {
  private let database: any Database
  private let clock: Clock
  private let work: [JobKind: any JobWork]
  private let logger: Logger
  /// By this name the table knows what is ours.
  private let name = Hex.text(Passwords.token().prefix(8))
  private let live = Mutex<JobCourse?>(nil)
  private let bell: AsyncStream<Void>
  private let rope: AsyncStream<Void>.Continuation

  init(_ database: any Database, clock: Clock, work: [JobKind: any JobWork], logger: Logger) {
    self.database = database
    self.clock = clock
    self.work = work
    self.logger = logger
    (bell, rope) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
  }

  /// Says that there may be work.
  func ring() { rope.yield() }

  /// How far a piece of work is that runs here; `nil` when it does not.
  func course(_ job: ID<Job>) -> JobCourse? {
    live.withLock { $0?.job.id == job ? $0 : nil }
  }

  // MARK: Running

  /// Works until the task that runs it is cancelled.
  func run() async {
    await withTaskGroup(of: Void.self) { group in
      // Work of other servers, and what they left behind, is looked for now and then.
      group.addTask {
        while !Task.isCancelled {
          self.ring()
          try? await Task.sleep(for: .seconds(3))
        }
      }
      for await _ in bell {
        do {
          try await finishAll()
        } catch is CancellationError {
          break
        } catch {
          logger.warning("the list of jobs cannot be read", metadata: ["error": "\(error)"])
        }
      }
      group.cancelAll()
    }
  }

  /// Does all that waits.
  package func finishAll() async throws {
    while !Task.isCancelled {
      let silence = clock.now() - JobStore.silence
      guard try await database.read({ try JobStore(db: $0).hasWork(silentSince: silence) }) else { return }
      try await database.write { try self.takeUp($0, silentSince: silence) }
      guard try await finishOne() else { return }
    }
  }

  /// Decides on what other servers left behind.
  private func takeUp(_ db: any Connection, silentSince silence: Int64) throws {
    let store = JobStore(db: db)
    for job in try store.abandoned(since: silence) {
      try store.takeOver(job, by: name)
      let outcome: JobOutcome? =
        job.isStopping ? JobOutcome(state: .stopped) : try work[job.kind]?.found(job, db)
      if let outcome {
        try end(job, outcome, db)
      } else {
        try store.release(job.id, by: name, forgets: false)
      }
    }
  }

  /// Takes one piece of work and does it.
  /// - Returns: whether there was any.
  private func finishOne() async throws -> Bool {
    let now = clock.now()
    let claimed = try await database.write { db in try JobStore(db: db).claim(by: self.name, at: now) }
    guard let job = claimed else { return false }
    let course = JobCourse(job, clock: clock)
    live.withLock { $0 = course }
    let beating = Task { await self.beat(course) }
    let came = await withTaskCancellationHandler {
      await self.outcome(of: job, course)
    } onCancel: {
      course.stop(.closing)
    }
    beating.cancel()
    // Written down even while the server goes down.
    let closing = Task<Void, any Error> {
      try await self.database.write { db in
        if let outcome = came {
          try self.end(job, outcome, db)
        } else {
          try JobStore(db: db).release(job.id, by: self.name, forgets: true)
        }
      }
    }
    defer { live.withLock { $0 = nil } }
    try await closing.value
    return true
  }

  /// Does the work; `nil` when it is to be laid down.
  private func outcome(of job: Job, _ course: JobCourse) async -> JobOutcome? {
    do {
      guard let work = work[job.kind] else { return .failed("unknown") }
      return try await work.run(job, course)
    } catch let refused as Refused {
      let words = Spoken.inAll {
        refused.objections.map { Phrase.refusal($0.refusal).text }.joined(separator: "; ")
      }
      return .failed("refused", ["vi": words[0], "en": words[1]])
    } catch {
      switch course.halt {
      case .asked: return JobOutcome(state: .stopped)
      case .closing: return nil
      case nil: break
      }
      let number = Hex.text(Passwords.token().prefix(4))
      logger.error(
        "a job failed",
        metadata: ["request": "\(number)", "job": "\(job.kind)", "error": "\(error)"]
      )
      return .failed("fault", ["number": number])
    }
  }

  private func end(_ job: Job, _ outcome: JobOutcome, _ db: any Connection) throws {
    let now = clock.now()
    let files = FileStore(db: db)
    for made in outcome.files { try files.keep(made.bytes, made.hash, type: made.type, at: now) }
    try JobStore(db: db).end(
      job.id,
      by: name,
      as: outcome.state,
      result: outcome.result,
      entry: outcome.entry,
      files: outcome.files.map { JobFile(part: $0.part, name: $0.name, hash: $0.hash) },
      at: now
    )
  }

  /// Says every other second that the work goes on, and hears whether it is to stop.
  private func beat(_ course: JobCourse) async {
    while !Task.isCancelled {
      try? await Task.sleep(for: .seconds(2))
      if Task.isCancelled { return }
      let (progress, now) = (course.progress, clock.now())
      let isToStop = try? await database.write { db in
        try JobStore(db: db).beat(
          course.job.id,
          by: self.name,
          step: progress.step,
          done: progress.done,
          total: progress.total,
          at: now
        )
      }
      if isToStop == true { course.stop(.asked) }
    }
  }
}
