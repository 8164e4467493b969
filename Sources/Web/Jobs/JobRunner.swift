import Basics
import Logging
import Phrases
import Records
import Rules
import Storage
import Synchronization

/// Does the long work of this server, one piece after another, beside its pages.
///
/// It takes work from the table, so that other servers, on other machines, may share it. It ends with the server:
/// what was under way then is laid down, and begun again by the next one.
package final class JobRunner: Sendable {
  private let database: any Database
  private let clock: Clock
  private let work: [JobKind: any JobWork]
  private let logger: Logger
  /// By this name the table knows what is ours.
  private let name = Hex.text(Passwords.token().prefix(8))
  private let live = Mutex<JobCourse?>(nil)
  private let watch = Mutex(JobWatch())
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

  /// How far a piece of work is that runs here, and is still ours; `nil` when it does not.
  func course(_ job: Job) -> JobCourse? {
    guard job.runner == name else { return nil }
    return live.withLock { $0?.job.id == job.id && $0?.halt != .lost ? $0 : nil }
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
        } catch StorageError.busy {
          // Somebody writes for long: the bell rings again.
          continue
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
      try await takeUp()
      guard try await finishOne() else { return }
    }
  }

  /// Looks after what other servers do, and decides on what they left behind.
  private func takeUp() async throws {
    let pulses = try await database.read { try JobStore(db: $0).pulses() }
    let asked = clock.elapsed()
    guard watch.withLock({ $0.look(pulses, at: asked) }) else { return }
    do {
      try await database.write { db in
        let now = self.clock.elapsed()
        guard now - asked <= JobWatch.prompt else { return self.watch.withLock { $0.forget() } }
        let store = JobStore(db: db)
        let pulses = try store.pulses()
        for pulse in self.watch.withLock({ $0.confirm(pulses, at: now) }) {
          guard let job = try store.takeOver(pulse, by: self.name) else { continue }
          try self.judge(job, db)
        }
      }
    } catch StorageError.busy {
      watch.withLock { $0.forget() }
    }
  }

  /// Decides on work that was left behind.
  private func judge(_ job: Job, _ db: any Connection) throws {
    var outcome = try work[job.kind]?.found(job, db)
    // What is in the journal is done, whoever asked it to stop.
    if job.isStopping, outcome?.state != .done { outcome = JobOutcome(state: .stopped) }
    if let outcome {
      try end(job, outcome, db)
    } else {
      try JobStore(db: db).release(job.id, by: name, forgets: false)
    }
  }

  /// Takes one piece of work and does it.
  /// - Returns: whether there was any.
  private func finishOne() async throws -> Bool {
    guard try await database.read({ try JobStore(db: $0).hasWaiting() }) else { return false }
    let now = clock.now()
    let claimed = try await database.write { db in try JobStore(db: db).claim(by: self.name, at: now) }
    guard let job = claimed else { return false }
    let course = JobCourse(job, runner: name, clock: clock)
    live.withLock { $0 = course }
    defer { live.withLock { $0 = nil } }
    let beating = Task { await self.beat(course) }
    let hearing = Task { await self.hear(course) }
    defer { beating.cancel() }
    let came = await withTaskCancellationHandler {
      await self.outcome(of: job, course)
    } onCancel: {
      course.stop(.closing)
    }
    hearing.cancel()
    // Written down even while the server goes down.
    try await Task { try await self.writeDown(job, came, course) }.value
    return true
  }

  /// Writes down what came of work, or lays it down; waits while somebody else writes for long.
  private func writeDown(_ job: Job, _ came: JobOutcome?, _ course: JobCourse) async throws {
    var tries = 0
    while true {
      do {
        return try await database.write { db in
          if let came {
            // What is in the journal is done, though its server heard of it no more.
            let isDone = came.state == .done
            let judged = isDone ? nil : try self.work[job.kind]?.found(job, db)
            try self.end(job, judged?.state == .done ? judged ?? came : came, db)
          } else {
            try JobStore(db: db).release(job.id, by: self.name, forgets: true)
          }
        }
      } catch StorageError.busy where course.halt != .closing || tries < 2 {
        // A server that goes down does not wait for ever: the next one takes over.
        tries += 1
        try? await Task.sleep(for: .seconds(1))
      }
    }
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
    } catch let error as StorageError where error.isAbsence {
      // Where the record is kept nobody answers: the work is begun again when somebody does.
      return nil
    } catch {
      switch course.halt {
      case .asked: return JobOutcome(state: .stopped)
      case .closing, .lost: return nil
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

  /// Says every other second that the work goes on; while somebody writes for long, as soon as they end.
  private func beat(_ course: JobCourse) async {
    while !Task.isCancelled {
      try? await Task.sleep(for: .seconds(2))
      if Task.isCancelled { return }
      let (progress, now) = (course.progress, clock.now())
      try? await database.write { db in
        try JobStore(db: db).beat(
          course.job.id,
          by: self.name,
          step: progress.step,
          done: progress.done,
          total: progress.total,
          at: now
        )
      }
    }
  }

  /// Hears every other second whether the work is to stop, or is another's by now: a question, which waits for
  /// nobody who writes.
  private func hear(_ course: JobCourse) async {
    while !Task.isCancelled {
      try? await Task.sleep(for: .seconds(2))
      if Task.isCancelled { return }
      try? await database.read { try course.hear($0) }
    }
  }
}
