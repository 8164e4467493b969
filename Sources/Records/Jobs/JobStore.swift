package import Basics
package import Rules
package import Storage

/// Keeps long work: who asked for it, how far it is, what came of it.
///
/// Several servers may share the table: each takes work by an UPDATE that only one of them can win.
package struct JobStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// How long what was made for somebody to read is kept.
  package static let keptFor: Int64 = 7 * 86_400_000
  /// Work whose runner was still for so long, while it could have been heard, is nobody's any more.
  package static let silence: Int64 = 10_000

  // MARK: Asking

  /// Puts work on the list.
  package func make(
    _ kind: JobKind,
    by account: ID<Account>,
    said: JobNotes = JobNotes(),
    files: [JobFile] = [],
    at moment: Int64
  ) throws -> ID<Job> {
    try forget(before: moment - JobStore.keptFor)
    let last: Int64 = try db.value("SELECT coalesce(max(id), 0) FROM job") ?? 0
    // In order of time, and never one that was given before.
    let id = ID<Job>(max(last + 1, (moment - Numbers.epoch) << 21))
    try db.execute(
      """
      INSERT INTO job (id, kind, account, said, state, done, made, attempts, stopping, result)
      VALUES (\(id), \(kind), \(account), \(said.text), \(JobState.waiting), 0, \(moment), 0, 0, '')
      """
    )
    try add(files, to: id)
    return id
  }

  func add(_ files: [JobFile], to job: ID<Job>) throws {
    for file in files {
      try db.execute(
        """
        INSERT INTO job_file (job, part, name, hash) VALUES (\(job), \(file.part), \(file.name), \(file.hash))
        ON CONFLICT (job, part, name) DO UPDATE SET hash = excluded.hash
        """
      )
    }
  }

  /// Lets go of the files of work that ended long ago; they are swept when nothing else refers to them.
  private func forget(before moment: Int64) throws {
    try db.execute(
      "DELETE FROM job_file WHERE job IN (SELECT j.id FROM job j WHERE j.ended < \(moment))"
    )
  }

  /// Writes something beside what came of work that is over.
  package func note(_ name: String, _ value: String?, on job: Job) throws {
    var result = job.result
    result[name] = value
    try db.execute("UPDATE job SET result = \(result.text) WHERE id = \(job.id) AND ended IS NOT NULL")
  }

  /// Asks work to stop: at once when it has not begun, else when its runner hears of it.
  package func askToStop(_ job: ID<Job>, at moment: Int64) throws {
    try db.execute(
      """
      UPDATE job SET state = \(JobState.stopped), ended = \(moment)
      WHERE id = \(job) AND state = \(JobState.waiting)
      """
    )
    try db.execute("UPDATE job SET stopping = 1 WHERE id = \(job) AND state = \(JobState.running)")
  }

  /// Puts work that failed or was stopped on the list again.
  package func again(_ job: ID<Job>) throws {
    try db.execute(
      """
      UPDATE job SET state = \(JobState.waiting), step = NULL, done = 0, began = NULL, ended = NULL,
        heartbeat = NULL, runner = NULL, attempts = 0, stopping = 0, result = ''
      WHERE id = \(job) AND state IN ('failed', 'stopped')
      """
    )
  }

  // MARK: Reading

  package func job(_ id: ID<Job>) throws -> Job? {
    try db.first("\(JobStore.columns) WHERE j.id = \(id)", JobStore.read)
  }

  /// The newest work first: of one account, or of all.
  package func jobs(of account: ID<Account>?, before: ID<Job>? = nil, limit: Int) throws -> [Job] {
    let whose: SQL = account.map { "j.account = \($0)" } ?? "1 = 1"
    let older: SQL = before.map { "j.id < \($0)" } ?? "1 = 1"
    return try db.rows(
      "\(JobStore.columns) WHERE \(whose) AND \(older) ORDER BY j.id DESC LIMIT \(limit)",
      JobStore.read
    )
  }

  package func files(of job: ID<Job>) throws -> [JobFile] {
    try db.rows("SELECT f.part, f.name, f.hash FROM job_file f WHERE f.job = \(job) ORDER BY f.part, f.name")
    {
      JobFile(part: try $0[0], name: try $0[1], hash: try $0[2])
    }
  }

  /// The last work of a kind that was brought to its end.
  package func lastDone(_ kind: JobKind) throws -> Job? {
    try db.first(
      """
      \(JobStore.columns) WHERE j.kind = \(kind) AND j.state = \(JobState.done) ORDER BY j.ended DESC LIMIT 1
      """,
      JobStore.read
    )
  }

  /// Work of a kind that waits or runs.
  package func open(_ kind: JobKind) throws -> Job? {
    try db.first(
      "\(JobStore.columns) WHERE j.kind = \(kind) AND j.state IN ('waiting', 'running') ORDER BY j.id LIMIT 1",
      JobStore.read
    )
  }

  /// The newest work of a kind that was asked about one thing.
  package func last(_ kind: JobKind, _ name: String, _ value: String) throws -> Job? {
    let some = try db.rows(
      "\(JobStore.columns) WHERE j.kind = \(kind) ORDER BY j.id DESC LIMIT 100",
      JobStore.read
    )
    return some.first { $0.said[name] == value }
  }

  /// How many pieces of work of an account wait or run.
  package func countOpen(of account: ID<Account>) throws -> Int {
    try db.count(
      "SELECT count(*) FROM job WHERE account = \(account) AND state IN ('waiting', 'running')"
    )
  }

  private static var columns: SQL {
    """
    SELECT j.id, j.kind, j.account, a.display_name, j.said, j.state, j.step, j.done, j.total, j.made, j.began,
      j.ended, j.attempts, j.stopping, j.result, j.entry, j.runner, j.heartbeat
    FROM job j JOIN account a ON a.id = j.account
    """
  }

  private static func read(_ row: Row) throws -> Job {
    Job(
      id: try row[0],
      kind: try row[1],
      account: try row[2],
      accountName: try row[3],
      said: try row[4],
      state: try row[5],
      step: try row[6],
      done: try row[7],
      total: try row[8],
      made: try row[9],
      began: try row[10],
      ended: try row[11],
      attempts: try row[12],
      isStopping: try row[13] as Int == 1,
      result: try row[14],
      entry: try row[15],
      runner: try row[16],
      heartbeat: try row[17]
    )
  }
}
