import Basics
package import Storage

/// What is wrong with the journal, and where.
package enum JournalFault: Hashable, Sendable {
  /// A number is missing in the sequence before this entry.
  case gap(before: Int64)
  /// The entry does not follow from the one before.
  case chain(Int64)
  /// The entry's line was altered.
  case line(Int64)
  /// What the entry said was altered.
  case payload(Int64)
  /// Rows that the entry wrote, or superseded, in a table were altered, removed or added.
  case rows(Int64, table: String)
  /// A row stands under an entry that does not exist.
  case orphan(Int64, table: String)
  /// Moments do not rise.
  case moment(Int64)
  /// The journal of another installation, brought in by this entry, does not hold from one of its own entries on.
  case absorbed(Int64, origin: String, at: Int64)
}

/// The result of reading the whole journal against the record.
package struct JournalReport: Hashable, Sendable {
  package var entries: Int64
  /// The hash of the last entry.
  package var head: [UInt8]
  package var faults: [JournalFault]
  /// The journals of other installations that were brought in.
  package var absorbed: [AbsorbedJournal] = []
}

extension JournalReport {
  /// Whether a journal that was brought in is as it came.
  package func holds(_ journal: AbsorbedJournal) -> Bool {
    let isBroken = faults.contains { fault in
      if case .absorbed(journal.recorded, journal.origin, _) = fault { true } else { false }
    }
    return !isBroken && !isAltered(journal.recorded)
  }

  /// Whether rows of a journal that an entry brought in are not those that it wrote.
  fileprivate func isAltered(_ entry: Int64) -> Bool {
    [JournaledTable.absorbedJournal, .absorbedEntry].contains { table in
      faults.contains(.rows(entry, table: "\(table.name)"))
    }
  }
}

/// Recomputes every digest and every hash of the journal, and finds rows that no entry wrote.
package struct JournalCheck {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// Reads everything once.
  ///
  /// `progress`: told the number of each entry.
  package func run(progress: (Int64) throws -> Void = { _ in }) throws -> JournalReport {
    var report = JournalReport(entries: 0, head: [UInt8](repeating: 0, count: Digest.size), faults: [])
    let tables = try JournaledTable.all.map { try TableReading($0, db) }
    var lastMoment: Int64 = 0
    let lines = try db.cursor(
      """
      SELECT \(EntryLine.columns), hash,
        (SELECT p.body FROM payload p WHERE p.entry = entry.seq),
        (SELECT count(*) FROM payload p WHERE p.entry = entry.seq)
      FROM entry ORDER BY seq
      """
    )
    while let row = try lines.next() {
      let line = try EntryLine(row)
      let hash: [UInt8] = try row[11]
      if line.seq != report.entries + 1 { report.faults.append(.gap(before: line.seq)) }
      if line.previous != report.head { report.faults.append(.chain(line.seq)) }
      if line.hash != hash { report.faults.append(.line(line.seq)) }
      if line.moment <= lastMoment { report.faults.append(.moment(line.seq)) }
      // A payload that was sealed has no body any more; its digest stands.
      let body: String? = try row[12]
      let stands: Int = try row[13]
      if stands != 1 || body.map({ Digest.of($0) != line.payload }) ?? false {
        report.faults.append(.payload(line.seq))
      }
      try compare(line, tables, &report)
      report.entries = line.seq
      report.head = hash
      lastMoment = line.moment
      try progress(line.seq)
    }
    try db.each("SELECT p.entry FROM payload p LEFT JOIN entry e ON e.seq = p.entry WHERE e.seq IS NULL") {
      row in
      report.faults.append(.orphan(try row[0], table: "payload"))
    }
    for table in tables {
      for entry in try table.rest() { report.faults.append(.orphan(entry, table: table.name)) }
    }
    try follow(&report)
    return report
  }

  /// Follows the journals that were brought in; one of which rows were altered is named for that already.
  private func follow(_ report: inout JournalReport) throws {
    let journals = AbsorbedJournals(db: db)
    report.absorbed = try journals.all()
    for journal in report.absorbed where !report.isAltered(journal.recorded) {
      guard let entry = try journals.fault(in: journal) else { continue }
      report.faults.append(.absorbed(journal.recorded, origin: journal.origin, at: entry))
    }
  }

  private func compare(_ line: EntryLine, _ tables: [TableReading], _ report: inout JournalReport) throws {
    var found = RowDigests()
    for table in tables {
      for entry in try table.skip(before: line.seq) {
        report.faults.append(.orphan(entry, table: table.name))
      }
      if let digest = try table.digest(of: line.seq) { found.add(table: table.number, digest) }
    }
    guard let claimed = RowDigests(packed: line.rows) else { return report.faults.append(.line(line.seq)) }
    for number in claimed.differences(from: found) {
      let name = tables.first { $0.number == number }?.name ?? "?"
      report.faults.append(.rows(line.seq, table: name))
    }
  }
}

/// One table read in the order of the journal.
private final class TableReading {
  private let table: JournaledTable
  private let written: any Cursor
  private let superseded: (any Cursor)?
  private var row: Row?
  private var ended: Row?

  var name: String { table.name.description }
  var number: Int { table.number }

  init(_ table: JournaledTable, _ db: any Connection) throws {
    self.table = table
    written = try db.cursor(table.written())
    superseded = table.isDated ? try db.cursor(table.superseded()) : nil
    row = try written.next()
    ended = try superseded?.next()
  }

  /// The entries before `seq` under which rows are left: no such entry was met.
  func skip(before seq: Int64) throws -> [Int64] {
    var entries: [Int64] = []
    while let current = row, try current[0] < seq {
      entries.append(try current[0])
      row = try written.next()
    }
    while let current = ended, try current[0] < seq {
      entries.append(try current[0])
      ended = try superseded?.next()
    }
    return Set(entries).sorted()
  }

  /// The entries under which rows are left at the end.
  func rest() throws -> [Int64] { try skip(before: .max) }

  func digest(of seq: Int64) throws -> [UInt8]? {
    let digest = Digest()
    var isEmpty = true
    while let current = row, try current[0] == seq {
      isEmpty = false
      table.add(current, to: digest)
      row = try written.next()
    }
    while let current = ended, try current[0] == seq {
      isEmpty = false
      table.addSuperseded(current, to: digest)
      ended = try superseded?.next()
    }
    return isEmpty ? nil : digest.finish()
  }
}
