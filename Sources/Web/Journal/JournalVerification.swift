import Records
import Storage

/// Recomputes the chain of the journal, and remembers what it found for the journal's page.
struct JournalVerification: JobWork {
  let database: any Database

  func run(_ job: Job, _ course: JobCourse) async throws -> JobOutcome {
    let report = try await database.read { db in
      let last = Int(try JournalStore(db: db).head())
      try course.tell("verifying", 0, of: last)
      return try JournalCheck(db: db).run { try course.tell("verifying", Int($0), of: last) }
    }
    var result = JobNotes(["entries": String(report.entries), "head": report.head.hex])
    result["breaks"] = report.faults.map(\.entry).min().map { String($0) }
    return JobOutcome(result: result)
  }
}

extension JournalFault {
  /// The entry at which it shows.
  fileprivate var entry: Int64 {
    switch self {
    case .gap(let entry), .chain(let entry), .line(let entry), .payload(let entry), .moment(let entry): entry
    case .rows(let entry, _), .orphan(let entry, _), .absorbed(let entry, _, _): entry
    }
  }
}
