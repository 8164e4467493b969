import Basics
import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import Rules
import Storage

/// Bringing in lists: the templates, what is handed in, and its preview put on the list of work.
struct ImportPages: Sendable {
  let reception: Reception
  let runner: JobRunner
  /// So many of somebody's jobs may wait or run at once.
  private static let atOnce = 5

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/import", use: show)
    routes.post("/import", use: handIn)
    routes.get("/import/templates/:file", use: template)
  }

  /// `GET /import`.
  @Sendable func show(_ request: Request, _ context: PageContext) async throws -> Response {
    try await page(request, nil)
  }

  private func page(_ request: Request, _ objection: Objection?) async throws -> Response {
    try await reception.answer(request) { visit in
      guard visit.standing.importsLists else { throw PageFault.absent }
      let jobs = try JobStore(db: visit.db).jobs(of: visit.visitor.account, limit: 30)
      return jobs.filter { $0.kind == .importPreview || $0.kind == .importCommit }.prefix(8).map {
        JobLine($0, runner.course($0), visit)
      }
    } _: { jobs, guest, asked in
      let frame = reception.frame(guest, asked, nil)
      let view = importView(ImportPage(error: objection?.words.text, jobs: Array(jobs)), in: frame)
      return Answer.page(view, objection == nil ? .ok : .unprocessableContent)
    }
  }

  /// What is wrong with what was chosen.
  enum Objection: Error, Sendable {
    case nothing
    case unknown(String)
    case twice(String)
    case bookAlone
    case busy

    var words: Phrase {
      switch self {
      case .nothing: .noFileChosen
      case .unknown(let name): .unknownList(name)
      case .twice(let name): .listTwice(name)
      case .bookAlone: .bookAlone
      case .busy: .tooManyJobs
      }
    }
  }

  /// `POST /import` with `token` and the files `lists`.
  @Sendable func handIn(_ request: Request, _ context: PageContext) async throws -> Response {
    // Who may not bring in lists is not read further.
    let isTheirs = try await reception.answer(request) { visit in
      guard visit.standing.importsLists else { throw PageFault.absent }
      return true
    } _: { _, _, _ in
      Answer.text("")
    }
    guard isTheirs.status == .ok else { return isTheirs }
    return try await reception.form(request, filesUpTo: FormBody.listLimit) { sent, _, visitor in
      do {
        let files = try ImportPages.lists(sent.files)
        let job = try await keep(files, of: visitor.account)
        runner.ring()
        return Answer.see(.job(job.description))
      } catch let objection as Objection {
        return try await page(request, objection)
      }
    }
  }

  /// What of the files is to be read: one book, or lists that are each there once.
  static func lists(_ files: [SentFile]) throws(Objection) -> [SentFile] {
    if files.isEmpty { throw .nothing }
    if files.contains(where: { HandedLists.isBook($0.name) }) {
      if files.count > 1 { throw .bookAlone }
      return files
    }
    var seen: Set<ListKind> = []
    for file in files {
      guard let kind = HandedLists.kind(of: file.name) else { throw .unknown(file.name) }
      if !seen.insert(kind).inserted { throw .twice(kind.rawValue) }
    }
    return files
  }

  /// Keeps the files and puts their preview on the list, all at once.
  private func keep(_ files: [SentFile], of account: ID<Account>) async throws -> ID<Job> {
    let hashed = try files.map { (file: $0, hash: try FileHash(of: $0.bytes)) }
    let now = reception.clock.now()
    return try await reception.database.write { db in
      let jobs = JobStore(db: db)
      if try jobs.countOpen(of: account) >= ImportPages.atOnce { throw Objection.busy }
      let store = FileStore(db: db)
      for (file, hash) in hashed { try store.keep(file.bytes, hash, type: file.type, at: now) }
      let named = hashed.map { JobFile(part: HandedLists.part, name: $0.file.name, hash: $0.hash) }
      return try jobs.make(.importPreview, by: account, files: named, at: now)
    }
  }

  /// `GET /import/templates/members.csv`, or `chibo.xlsx`.
  @Sendable func template(_ request: Request, _ context: PageContext) async throws -> Response {
    let name = context.parameters.get("file") ?? ""
    return try await reception.answer(request) { visit in
      guard visit.standing.importsLists, ImportPages.templates.contains(name) else { throw PageFault.absent }
      return visit.today
    } _: { today, _, _ in
      let folder = try LooseFolder()
      try ListTemplates.write(to: folder.path, vietnamese: Language.current == .vi, today: today)
      let file = try LooseFile(reading: folder.path + "/" + name)
      let format = ExportFormat(rawValue: String(name.suffix(4)).replacing(".", with: "")) ?? .csv
      return Answer.file(try file.read(at: 0, count: file.size), as: name, type: format.type)
    }
  }

  static let templates = ListKind.ofOrganisation.map { $0.rawValue + ".csv" } + ["chibo.xlsx"]
}

extension Answer {
  /// A small file to be saved.
  fileprivate static func file(_ bytes: [UInt8], as name: String, type: String) -> Response {
    Response(
      status: .ok,
      headers: [
        .contentType: type,
        .contentDisposition: "attachment; \(filename(name))",
        .cacheControl: "private, no-store",
        .contentTypeOptions: "nosniff",
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    )
  }
}
