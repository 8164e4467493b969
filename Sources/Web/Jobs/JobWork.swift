import Records
import Storage

/// What came of a piece of work.
struct JobOutcome: Sendable {
  /// A file the work made.
  struct Made: Sendable {
    let part: String
    let name: String
    let type: String
    let bytes: LooseFile
    let hash: FileHash

    /// Reads all of it once, for its hash.
    init(_ part: String, _ name: String, type: String, _ bytes: LooseFile) throws {
      self.part = part
      self.name = name
      self.type = type
      self.bytes = bytes
      hash = try FileHash(of: bytes)
    }
  }

  var state = JobState.done
  var result = JobNotes()
  var entry: Int64?
  var files: [Made] = []

  /// It came to nothing, for a reason that has a code, and words of its own where they are known.
  static func failed(_ why: String, _ notes: [String: String] = [:]) -> JobOutcome {
    JobOutcome(state: .failed, result: JobNotes(notes.merging(["why": why]) { $1 }))
  }
}

/// How one kind of long work is done.
protocol JobWork: Sendable {
  /// Does all of it; what it throws ends it with nothing written.
  func run(_ job: Job, _ course: JobCourse) async throws -> JobOutcome

  /// What to do with work whose server vanished in the middle of it; `nil` to begin it again.
  func found(_ job: Job, _ db: any Connection) throws -> JobOutcome?
}

extension JobWork {
  /// Work that only reads is begun again, but not for ever.
  func found(_ job: Job, _ db: any Connection) throws -> JobOutcome? {
    job.attempts < 2 ? nil : .failed("vanished")
  }
}
