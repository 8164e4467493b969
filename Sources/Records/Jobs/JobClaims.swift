package import Basics
import Storage

/// What runners do with the table: take work, say that it goes on, end it, take over what was left behind.
///
/// Each is one UPDATE that is only true of whoever holds the work, so that many runners may try.
extension JobStore {
  /// Whether any work waits.
  package func hasWaiting() throws -> Bool {
    try db.exists("SELECT 1 FROM job WHERE state = 'waiting'")
  }

  /// Takes the oldest work that waits; `nil` when there is none.
  package func claim(by runner: String, at moment: Int64) throws -> Job? {
    while let id: ID<Job> = try db.value("SELECT id FROM job WHERE state = 'waiting' ORDER BY id LIMIT 1") {
      let taken = try db.execute(
        """
        UPDATE job SET state = \(JobState.running), runner = \(runner), began = \(moment),
          heartbeat = \(moment), attempts = attempts + 1
        WHERE id = \(id) AND state = \(JobState.waiting)
        """
      )
      if taken == 1 { return try job(id) }
    }
    return nil
  }

  /// Says that the work goes on, and how far it is.
  package func beat(
    _ job: ID<Job>,
    by runner: String,
    step: String?,
    done: Int,
    total: Int?,
    at moment: Int64
  ) throws {
    // Another one each time, whatever the clock does: others look only whether it changes.
    try db.execute(
      """
      UPDATE job SET heartbeat = CASE WHEN heartbeat >= \(moment) THEN heartbeat + 1 ELSE \(moment) END,
        step = \(step), done = \(done), total = \(total)
      WHERE id = \(job) AND runner = \(runner) AND state = \(JobState.running)
      """
    )
  }

  /// What the record says to a runner: it may be asked while others write.
  package func hearing(_ job: ID<Job>, by runner: String) throws -> JobHearing {
    let stopping: Int? = try db.value(
      "SELECT stopping FROM job WHERE id = \(job) AND runner = \(runner) AND state = \(JobState.running)"
    )
    return stopping.map { $0 == 1 ? .stop : .goOn } ?? .lost
  }

  /// Ends the work; what a runner says of work that is no longer its own is not heard.
  package func end(
    _ job: ID<Job>,
    by runner: String,
    as state: JobState,
    result: JobNotes,
    entry: Int64? = nil,
    files: [JobFile] = [],
    at moment: Int64
  ) throws {
    let ended = try db.execute(
      """
      UPDATE job SET state = \(state), result = \(result.text), entry = \(entry), ended = \(moment), stopping = 0,
        heartbeat = \(moment)
      WHERE id = \(job) AND runner = \(runner) AND state = \(JobState.running)
      """
    )
    if ended == 1 { try add(files, to: job) }
  }

  /// Lays the work down unfinished, to be begun again; with `forgets` as if it had never been begun.
  package func release(_ job: ID<Job>, by runner: String, forgets: Bool) throws {
    try db.execute(
      """
      UPDATE job SET state = \(JobState.waiting), runner = NULL, heartbeat = NULL, began = NULL, step = NULL,
        done = 0, attempts = attempts - \(forgets ? 1 : 0)
      WHERE id = \(job) AND runner = \(runner) AND state = \(JobState.running)
      """
    )
  }

  /// The signs of life of all work that runs.
  package func pulses() throws -> [JobPulse] {
    try db.rows(
      """
      SELECT id, coalesce(runner, ''), attempts, coalesce(heartbeat, 0) FROM job
      WHERE state = \(JobState.running) ORDER BY id
      """
    ) { JobPulse(job: try $0[0], runner: try $0[1], attempts: try $0[2], heartbeat: try $0[3]) }
  }

  /// Takes over work that was left behind, when its pulse is still the one that was seen.
  package func takeOver(_ pulse: JobPulse, by runner: String) throws -> Job? {
    let taken = try db.execute(
      """
      UPDATE job SET runner = \(runner)
      WHERE id = \(pulse.job) AND state = \(JobState.running) AND coalesce(runner, '') = \(pulse.runner)
        AND attempts = \(pulse.attempts) AND coalesce(heartbeat, 0) = \(pulse.heartbeat)
      """
    )
    return taken == 1 ? try job(pulse.job) : nil
  }

  /// The entry a request made, when it was carried out.
  package func entry(of request: String) throws -> Int64? {
    try db.value("SELECT seq FROM entry WHERE request = \(request)")
  }
}
