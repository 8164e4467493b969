import Basics
package import Storage

/// The journal of another installation as it is kept here.
package struct AbsorbedJournal: Hashable, Sendable {
  package let id: Int64
  /// The entry of ours that brought it in.
  package let recorded: Int64
  package let installation: Int64
  /// The code that its top unit has here.
  package let origin: String
  package let entries: Int64
  /// The hash of its last entry.
  package let head: [UInt8]
}

/// Reads the journals that were brought in, and follows each from its first entry to its last.
///
/// What its entries said and how they hang together can be proved here; the rows they wrote stayed where they were
/// written, but for what was known at the end.
package struct AbsorbedJournals {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// All of them, in the order in which they came.
  package func all() throws -> [AbsorbedJournal] {
    try db.rows(
      """
      SELECT j.id, j.recorded, j.installation, coalesce(u.code, ''), j.entries, j.head FROM absorbed_journal j
      LEFT JOIN unit u ON u.id = j.origin ORDER BY j.recorded, j.id
      """
    ) { row in
      AbsorbedJournal(
        id: try row[0],
        recorded: try row[1],
        installation: try row[2],
        origin: try row[3],
        entries: try row[4],
        head: try row[5]
      )
    }
  }

  /// The first entry of a journal that does not follow from those before it, or does not say what it said; after its
  /// last entry when some are missing there, `nil` when it holds.
  package func fault(in journal: AbsorbedJournal) throws -> Int64? {
    let lines = try db.cursor(
      """
      SELECT \(AbsorbedJournals.line), e.hash, p.body, CASE WHEN p.entry IS NULL THEN 0 ELSE 1 END
      FROM absorbed_entry e LEFT JOIN absorbed_payload p ON p.entry = e.id
      WHERE e.journal = \(journal.id) ORDER BY e.seq
      """
    )
    var head = [UInt8](repeating: 0, count: Digest.size)
    var (last, moment): (Int64, Int64) = (0, 0)
    while let row = try lines.next() {
      let line = try EntryLine(row)
      let hash: [UInt8] = try row[11]
      let body: String? = try row[12]
      let stands: Int = try row[13]
      // What was sealed has no words any more; their digest stands.
      let says = stands == 1 && (body.map { Digest.of($0) == line.payload } ?? true)
      guard line.seq == last + 1, line.previous == head, line.hash == hash, line.moment > moment, says else {
        return line.seq
      }
      (last, moment, head) = (line.seq, line.moment, hash)
    }
    return last == journal.entries && head == journal.head ? nil : last + 1
  }

  private static let line: SQL = """
    e.seq, e.moment, e.account, e.operation, e.decision, e.request, e.annuls, e.result, e.payload, e.rows, e.previous
    """
}
