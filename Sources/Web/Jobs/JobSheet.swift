import Basics
import Markup
import Phrases
import Records
import Rules

/// One piece of long work in a line: what, how far, since when.
struct JobLine: Sendable {
  let key: String
  let kind: String
  let state: JobState
  let step: String?
  let done: Int
  let total: Int?
  let secondsLeft: Int?
  let isStopping: Bool
  /// Whether it runs on this very server, which knows more of it than the record does.
  let isHere: Bool
  /// When the record was last told how far work is that runs elsewhere.
  let told: Moment?
  let account: String
  let made: Moment
  let ended: Moment?

  /// Joins what the record says with what is known here of work that runs.
  init(_ job: Job, _ course: JobCourse?, _ visit: Visit) {
    key = job.id.description
    kind = job.kind.rawValue
    state = job.state
    account = job.accountName
    made = visit.time(job.made)
    ended = job.ended.map(visit.time)
    let progress = job.state == .running ? course?.progress : nil
    step = progress.map(\.step) ?? job.step
    done = progress?.done ?? job.done
    total = progress.map(\.total) ?? job.total
    isStopping = job.isStopping || (job.state == .running && course?.halt == .asked)
    isHere = course != nil
    told = job.state == .running && course == nil ? job.heartbeat.map(visit.time) : nil
    // Of work that runs elsewhere only the record's word is told: its clock is another one.
    if let began = progress?.began, let total, done > 0, total > done, visit.moment > began {
      secondsLeft = Int(visit.moment - began) / 1000 * (total - done) / done
    } else {
      secondsLeft = nil
    }
  }

  /// Whether it can be done again as it stands.
  static func canRepeat(_ job: Job) -> Bool {
    (job.state == .failed || job.state == .stopped)
      && !["gone", "unreadable", "noLists", "nothing"].contains(job.result["why"])
  }

  /// Whether doing it again begins with another look at what it would change.
  static func needsPreview(_ job: Job) -> Bool { job.kind == .importCommit && job.result["why"] == "moved" }
}

/// The page of long work.
struct JobsPage: Sendable {
  let rows: [JobLine]
  /// Whether the work of all accounts is on it.
  let showsAccounts: Bool
  /// The cursor of the next page.
  let next: String?
}

/// One piece of long work with all that came of it.
struct JobSheet: Sendable {
  /// What came of work that is over.
  enum Outcome: Sendable {
    case none
    case failed(why: String, words: [String], number: String?)
    case stopped
    case verified(entries: Int, head: String, breaks: Int?)
    case preview(PreviewSummary, problems: [[String]], warnings: [[String]], commit: JobLine?, entry: Int?)
    case written(rows: Int, left: Int, entry: Int, preview: String?)
    /// A plan was signed, or undone.
    case signed(plan: String, entry: Int)
  }

  let line: JobLine
  let outcome: Outcome
  let canRepeat: Bool
  let needsPreview: Bool
  /// What somebody sent, and the refused rows, to be taken away.
  let sent: [String]
  let refused: [String]
  let filesUntil: Moment?
  let opensContents: Bool
}

/// What a preview found, in numbers.
struct PreviewSummary: Sendable {
  let read: Int
  let accepted: Int
  let problems: Int
  let warnings: Int
  /// The rows that would be new, list by list.
  let lists: [(list: String, count: Int)]
  let head: Int64
  /// Whether it was made anew because the record had changed.
  let wasMoved: Bool

  init(_ job: Job) {
    read = job.result.number("read")
    accepted = job.result.number("accepted")
    problems = job.result.number("problems")
    warnings = job.result.number("warnings")
    lists = ListKind.ofOrganisation.map { ($0.rawValue, job.result.number("new-" + $0.rawValue)) }
    head = Int64(job.result.number("head"))
    wasMoved = job.said["moved"] != nil
  }

  var refused: Int { read - accepted }
  var new: Int { lists.reduce(0) { $0 + $1.count } }
  var same: Int { max(accepted - new, 0) }
}

/// A page of what a preview found: problems, warnings, or the rows that would be new.
struct PreviewRows: Sendable {
  let key: String
  let part: String
  let lines: [[String]]
  let count: Int
  /// From 0.
  let page: Int
}

extension Visit {
  /// A job with all that its page shows.
  func sheet(_ job: Job, _ runner: JobRunner) throws -> JobSheet {
    let opens =
      job.kind == .verifyJournal
      || (job.account == visitor.account && (standing.importsLists || job.kind == .signPlan))
    let files = opens ? try JobStore(db: db).files(of: job.id) : []
    return JobSheet(
      line: JobLine(job, runner.course(job), self),
      outcome: opens || job.state != .done ? try outcome(of: job, runner) : .none,
      canRepeat: opens && JobLine.canRepeat(job),
      needsPreview: JobLine.needsPreview(job),
      sent: files.filter { $0.part == HandedLists.part }.map(\.name),
      refused: files.filter { $0.part == "refused" }.map(\.name),
      filesUntil: job.ended.map { time($0 + JobStore.keptFor) },
      opensContents: opens
    )
  }

  private func outcome(of job: Job, _ runner: JobRunner) throws -> JobSheet.Outcome {
    switch (job.state, job.kind) {
    case (.waiting, _), (.running, _): return .none
    case (.stopped, _): return .stopped
    case (.failed, _):
      let words = ["vi", "en"].compactMap { job.result[$0] }
      return .failed(why: job.result["why"] ?? "", words: words, number: job.result["number"])
    case (.done, .verifyJournal):
      return .verified(
        entries: job.result.number("entries"),
        head: job.result["head"] ?? "",
        breaks: job.result["breaks"].flatMap { Int($0) }
      )
    case (.done, .importCommit):
      return .written(
        rows: job.result.number("rows"),
        left: job.result.number("left"),
        entry: Int(job.entry ?? 0),
        preview: job.result["preview"]
      )
    case (.done, .signPlan):
      return .signed(plan: job.said["plan"] ?? "", entry: Int(job.entry ?? 0))
    case (.done, .importPreview):
      let commit = try job.result["commit"].flatMap { ID<Job>($0) }.flatMap { try JobStore(db: db).job($0) }
      return .preview(
        PreviewSummary(job),
        problems: try rows(of: job, "problems", page: 0)?.lines ?? [],
        warnings: try rows(of: job, "warnings", page: 0)?.lines ?? [],
        commit: commit.map { JobLine($0, runner.course($0), self) },
        entry: commit?.entry.map(Int.init)
      )
    }
  }

  /// A page of what a preview found; `nil` when it found none, or it is no longer kept.
  func rows(of job: Job, _ part: String, page: Int) throws -> PreviewRows? {
    let count = job.result.number(part)
    guard count > 0, job.result[part + ".size"] != nil,
      let file = try JobStore(db: db).files(of: job.id).first(where: { $0.part == part })
    else { return nil }
    let size = job.result.number(part + ".size")
    let lines = try FileStore(db: db).lines(file.hash, page: page, size: size)
    return PreviewRows(key: job.id.description, part: part, lines: lines, count: count, page: page)
  }
}
