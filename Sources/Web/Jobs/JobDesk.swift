import Basics
import Hummingbird
import Markup
import Phrases
import Records
import Rules
import Storage

/// What is done about long work: stopped, done again, begun.
struct JobDesk: Sendable {
  let reception: Reception
  let runner: JobRunner

  func add(to routes: some RouterMethods<PageContext>) {
    routes.post("/jobs/:job/stop", use: stop)
    routes.post("/jobs/:job/again", use: again)
    routes.post("/jobs/:job/import", use: bringIn)
    routes.post("/journal/verify", use: verify)
  }

  /// `POST /jobs/:job/stop` with `token`.
  @Sendable func stop(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("job") ?? ""
    let runner = runner
    return try await deed(request) { db, visitor, standing in
      let job = try JobPages.job(key, db, visitor, standing)
      // What runs here hears of it at once, even while it writes and nothing else can.
      guard let course = runner.course(job) else { return job.state.isOver ? nil : job.id }
      course.stop(.asked)
      return nil
    } _: { (elsewhere: ID<Job>?, _) in
      if let elsewhere {
        let now = reception.clock.now()
        do {
          try await reception.database.write { try JobStore(db: $0).askToStop(elsewhere, at: now) }
        } catch StorageError.busy {
          return try await cannotStop(request, key)
        }
      }
      return Answer.see(.job(key))
    }
  }

  /// The page of work that runs on another server and writes: it cannot be told to stop before it has written.
  private func cannotStop(_ request: Request, _ key: String) async throws -> Response {
    let runner = runner
    var response = try await reception.page(request, nil) { visit in
      try visit.sheet(try JobPages.job(key, visit.db, visit.visitor, visit.standing), runner)
    } _: { sheet, frame in
      var frame = frame
      frame.message = Message(.warning, Phrase.cannotStopNow.text, detail: Phrase.cannotStopNowMeaning.text)
      return jobView(sheet, in: frame)
    }
    if response.status == .ok { response.busy() }
    return response
  }

  /// `POST /jobs/:job/again` with `token`: what failed or was stopped is done once more.
  @Sendable func again(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("job") ?? ""
    return try await deed(request) { db, visitor, standing in
      try JobPages.job(key, db, visitor, standing, opensContents: true)
    } _: { job, _ in
      guard job.state.isOver else { return Answer.see(.job(key)) }
      if JobLine.needsPreview(job) {
        let now = reception.clock.now()
        let next = try await reception.database.write {
          try JobStore(db: $0).preview(like: job, moved: false, at: now)
        }
        runner.ring()
        return Answer.see(.job(next.description))
      }
      try await reception.database.write { try JobStore(db: $0).again(job.id) }
      runner.ring()
      return Answer.see(.job(key))
    }
  }

  /// `POST /jobs/:job/import` with `token`, and `valid` to leave out what is refused.
  @Sendable func bringIn(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("job") ?? ""
    return try await deed(request) { db, visitor, standing in
      let job = try JobPages.job(key, db, visitor, standing, opensContents: true)
      guard job.kind == .importPreview, job.state == .done else { throw PageFault.absent }
      return job
    } _: { job, form in
      let now = reception.clock.now()
      let valid = form.contains { $0.name == "valid" }
      let next = try await reception.database.write {
        try JobStore(db: $0).commit(job.id, valid: valid, at: now)
      }
      runner.ring()
      return Answer.see(.job((next ?? job.id).description))
    }
  }

  /// `POST /journal/verify` with `token`.
  @Sendable func verify(_ request: Request, _ context: PageContext) async throws -> Response {
    try await deed(request) { _, visitor, standing in
      guard standing.readsJournal else { throw PageFault.absent }
      return visitor.account
    } _: { account, _ in
      let now = reception.clock.now()
      let job = try await reception.database.write { db in
        let store = JobStore(db: db)
        return try store.open(.verifyJournal)?.id ?? store.make(.verifyJournal, by: account, at: now)
      }
      runner.ring()
      return Answer.see(.job(job.description))
    }
  }

  /// A form of somebody who is signed in: what is found first, then what is done.
  private func deed<Found: Sendable>(
    _ request: Request,
    _ find: @escaping @Sendable (any Connection, Visitor, Standing) throws -> Found,
    _ act: @escaping @Sendable (Found, [Query.Pair]) async throws -> Response
  ) async throws -> Response {
    try await reception.form(request) { form, _, visitor in
      let today = reception.clock.today
      let found: Found
      do {
        found = try await reception.database.read { db in
          try find(db, visitor, try Standing.read(visitor, db, today: today))
        }
      } catch let fault as PageFault {
        return try await reception.fault(request, fault)
      }
      return try await act(found, form)
    }
  }
}

extension JobStore {
  /// Makes a preview of the same lists once more.
  fileprivate func preview(like job: Job, moved: Bool, at now: Int64) throws -> ID<Job> {
    // Asked for twice, it is made once.
    if let key = try self.job(job.id)?.result["again"], let earlier = ID<Job>(key) { return earlier }
    let next = try make(
      .importPreview,
      by: job.account,
      said: JobNotes(moved ? ["moved": "yes"] : [:]),
      files: try files(of: job.id).filter { $0.part == HandedLists.part },
      at: now
    )
    try note("again", next.description, on: job)
    return next
  }

  /// Puts on the list that what was previewed is brought in; when the record has moved since, a preview anew.
  /// - Returns: the work to look at; `nil` when there is nothing to bring in.
  fileprivate func commit(_ preview: ID<Job>, valid: Bool, at now: Int64) throws -> ID<Job>? {
    guard let job = try job(preview) else { return nil }
    if let earlier = try job.result["commit"].flatMap({ ID<Job>($0) }).flatMap({ try self.job($0) }),
      !earlier.state.isOver || earlier.state == .done
    {
      return earlier.id
    }
    let lists = try files(of: preview).filter { $0.part == HandedLists.part }
    let summary = PreviewSummary(job)
    let isWhole = summary.refused == 0 && summary.problems == 0
    guard summary.new > 0, !lists.isEmpty, isWhole || valid else { return nil }
    if try JournalStore(db: db).head() != summary.head {
      return try self.preview(like: job, moved: true, at: now)
    }
    var said = JobNotes(["head": String(summary.head), "rows": String(summary.new), "preview": "\(preview)"])
    if !isWhole {
      said["valid"] = "yes"
      said["left"] = String(summary.refused)
    }
    let next = try make(.importCommit, by: job.account, said: said, files: lists, at: now)
    try note("commit", next.description, on: job)
    return next
  }
}
