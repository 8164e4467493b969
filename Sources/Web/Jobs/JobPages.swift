import Basics
import Hummingbird
import Markup
import Records
import Rules
import Storage

/// Long work: what of it is mine, how far each is, and what came of it.
///
/// Whoever keeps the installation sees that there is work, not what is in it.
struct JobPages: Sendable {
  let reception: Reception
  let runner: JobRunner
  private static let size = 50

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/jobs", use: jobs)
    routes.get("/jobs/:job", use: show)
    routes.get("/jobs/:job/progress", use: progress)
    routes.get("/jobs/:job/files/:part", use: file)
    routes.get("/jobs/:job/rows/:part", use: rows)
  }

  /// `GET /jobs?after=…`.
  @Sendable func jobs(_ request: Request, _ context: PageContext) async throws -> Response {
    try await reception.page(request, nil) { visit in
      let all = visit.standing.keepsAccounts
      let last = try visit.asked.value("after").map { try visit.jobKey($0, "after") }
      var found = try JobStore(db: visit.db).jobs(
        of: all ? nil : visit.visitor.account,
        before: last,
        limit: JobPages.size + 1
      )
      let isFuller = found.count > JobPages.size
      if isFuller { found.removeLast() }
      return JobsPage(
        rows: found.map { JobLine($0, runner.course($0), visit) },
        showsAccounts: all,
        next: isFuller ? found.last?.id.description : nil
      )
    } _: { model, frame in
      jobsView(model, in: frame)
    }
  }

  /// `GET /jobs/:job`.
  @Sendable func show(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("job") ?? ""
    return try await reception.page(request, nil) { visit in
      try visit.sheet(try visit.job(key), runner)
    } _: { sheet, frame in
      jobView(sheet, in: frame)
    }
  }

  /// `GET /jobs/:job/progress`: the part of the page that changes, for script.
  @Sendable func progress(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("job") ?? ""
    return try await reception.answer(request) { visit in
      let job = try visit.job(key)
      return JobLine(job, runner.course(job), visit)
    } _: { line, _, _ in
      Answer.page(progressView(line))
    }
  }

  /// `GET /jobs/:job/files/refused?name=members.csv`.
  @Sendable func file(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("job") ?? ""
    let part = context.parameters.get("part") ?? ""
    let name = Asked(request).value("name") ?? ""
    return try await reception.answer(request) { visit in
      let job = try visit.job(key, opensContents: true)
      let files = try JobStore(db: visit.db).files(of: job.id)
      guard JobPages.given.contains(part),
        let file = files.first(where: { $0.part == part && $0.name == name }),
        let kept = try FileStore(db: visit.db).file(file.hash)
      else { throw PageFault.absent }
      return kept
    } _: { kept, _, _ in
      reception.give(kept, as: name)
    }
  }

  /// What of a job's files is for people.
  private static let given = [HandedLists.part, "refused"]

  /// `GET /jobs/:job/rows/problems?page=2`.
  @Sendable func rows(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("job") ?? ""
    let part = context.parameters.get("part") ?? ""
    return try await reception.page(request, nil) { visit in
      let job = try visit.job(key, opensContents: true)
      let text = visit.asked.value("page") ?? "1"
      guard let number = Int(digits: text), number > 0 else { throw PageFault.value(name: "page", text) }
      guard let rows = try visit.rows(of: job, part, page: number - 1), !rows.lines.isEmpty else {
        throw PageFault.absent
      }
      return rows
    } _: { rows, frame in
      previewRowsView(rows, in: frame)
    }
  }

  /// The job of an address, when it is theirs.
  static func job(
    _ key: String,
    _ db: any Connection,
    _ visitor: Visitor,
    _ standing: Standing,
    opensContents: Bool = false
  ) throws -> Job {
    guard let id = ID<Job>(key), let job = try JobStore(db: db).job(id) else { throw PageFault.absent }
    let isMine = job.account == visitor.account
    // What was found in the journal is for all who read it.
    let isShared = job.kind == .verifyJournal && standing.readsJournal
    guard isMine || isShared || (standing.keepsAccounts && !opensContents) else { throw PageFault.absent }
    let areLists = job.kind != .verifyJournal && job.kind != .signPlan
    if opensContents, areLists, !standing.importsLists { throw PageFault.notYours }
    return job
  }
}

extension Visit {
  fileprivate func jobKey(_ text: String, _ name: String) throws -> ID<Job> {
    guard let key = ID<Job>(text) else { throw PageFault.value(name: name, text) }
    return key
  }

  fileprivate func job(_ key: String, opensContents: Bool = false) throws -> Job {
    try JobPages.job(key, db, visitor, standing, opensContents: opensContents)
  }
}
