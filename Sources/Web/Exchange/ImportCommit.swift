import Basics
import Records
import Rules
import Sheets
import Storage

/// Brings in exactly what was previewed: the same files, onto the same record, as one entry of the journal.
struct ImportCommit: JobWork {
  let office: Office
  let scratch: @Sendable () throws -> any Scratchpad

  func run(_ job: Job, _ course: JobCourse) async throws -> JobOutcome {
    do {
      let lists = try await HandedLists(job, office.database)
      let deed = ImportLists(
        lists.source,
        acceptsValid: job.said["valid"] != nil,
        standsOn: job.said["head"].flatMap { Int64($0) },
        watch: ImportWatch(
          onBegin: { try course.confirm($0) },
          progress: { try course.tell($0.rawValue, $1, of: $2) }
        ),
        scratch: try scratch()
      )
      let report = try await deed.run(office, as: .account(job.account), request: job.request)
      guard let entry = report.entry else { return .failed("nothing") }
      return ImportCommit.written(job, entry)
    } catch is RecordMoved {
      return .failed("moved")
    } catch is HandedLists.Gone {
      return .failed("gone")
    }
  }

  /// A server that vanished wrote all of it or nothing: the journal knows which.
  func found(_ job: Job, _ db: any Connection) throws -> JobOutcome? {
    try JobStore(db: db).entry(of: job.request).map { ImportCommit.written(job, $0) } ?? .failed("vanished")
  }

  private static func written(_ job: Job, _ entry: Int64) -> JobOutcome {
    // What was previewed is what was written.
    JobOutcome(result: job.said, entry: entry)
  }
}
