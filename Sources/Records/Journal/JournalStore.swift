package import Basics
package import Rules
package import Storage

/// A line of the journal as people read it.
package struct JournalLine: Hashable, Sendable {
  package let seq: Int64
  package let moment: Int64
  package let account: String
  package let operation: String
  /// What it said, as JSON; `nil` when it has been sealed.
  package let said: String?
  package let decision: FiledDecision?
  package let annuls: Int64?
  package let hash: [UInt8]
}

/// Reads the journal.
package struct JournalStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// The last entry there is, 0 when there is none.
  package func head() throws -> Int64 {
    try db.value("SELECT coalesce(max(seq), 0) FROM entry") ?? 0
  }

  /// The last entry made up to a moment, 0 when there was none yet.
  package func entry(at moment: Int64) throws -> Int64 {
    try db.value("SELECT seq FROM entry WHERE moment <= \(moment) ORDER BY moment DESC LIMIT 1") ?? 0
  }

  package func moment(of entry: Int64) throws -> Int64? {
    try db.value("SELECT moment FROM entry WHERE seq = \(entry)")
  }

  /// A deed of an account: its operation and the token of the form; `nil` when it is not theirs.
  package func done(
    _ entry: Int64,
    by account: ID<Account>
  ) throws -> (operation: String, request: String?)? {
    try db.first("SELECT operation, request FROM entry WHERE seq = \(entry) AND account = \(account)") {
      row in
      (operation: try row[0], request: try row[1])
    }
  }

  /// The last entry that an account's form, sent with this token, led to; `nil` when it was not carried out.
  package func entry(ofRequest request: String, by account: ID<Account>) throws -> Int64? {
    try db.value("SELECT seq FROM entry WHERE request = \(request) AND account = \(account)")
  }

  /// Entries newest first, all of them or those a filter leaves.
  ///
  /// `before`: only entries older than this one.
  /// `after`: only entries newer than this one, those next to it.
  package func lines(
    before: Int64? = nil,
    after: Int64? = nil,
    _ filter: JournalFilter = JournalFilter(),
    limit: Int = 50
  ) throws -> [JournalLine] {
    if let after {
      let newer = try db.rows(
        "\(JournalStore.columns) WHERE e.seq > \(after)\(filter.condition) ORDER BY e.seq LIMIT \(limit)",
        JournalStore.line
      )
      return newer.reversed()
    }
    let older: SQL = before.map { "e.seq < \($0)" } ?? "1 = 1"
    return try db.rows(
      "\(JournalStore.columns) WHERE \(older)\(filter.condition) ORDER BY e.seq DESC LIMIT \(limit)",
      JournalStore.line
    )
  }

  /// Those who wrote in the journal, by name.
  package func writers() throws -> [(account: ID<Account>, name: String)] {
    try db.rows(
      """
      SELECT a.id, a.display_name FROM account a
      WHERE EXISTS (SELECT 1 FROM entry e WHERE e.account = a.id) ORDER BY a.display_name, a.id
      """
    ) { row in (account: try row[0], name: try row[1]) }
  }

  /// One entry, with the hash of the one before and the entry that took it back.
  package func entry(_ seq: Int64) throws -> (line: JournalLine, previous: [UInt8], annulledBy: Int64?)? {
    guard let line = try db.first("\(JournalStore.columns) WHERE e.seq = \(seq)", JournalStore.line) else {
      return nil
    }
    let chain = try db.first(
      """
      SELECT e.previous, (SELECT max(x.seq) FROM entry x WHERE x.annuls = e.seq) FROM entry e WHERE e.seq = \(seq)
      """
    ) { row in (previous: try row[0] as [UInt8], annulledBy: try row[1] as Int64?) }
    return (line, chain?.previous ?? [], chain?.annulledBy)
  }

  private static var columns: SQL {
    """
    SELECT e.seq, e.moment, a.display_name, e.operation, p.body, e.annuls, e.hash,
      d.id, d.number, d.signed_on, d.issuer, d.signer, d.basis,
      (SELECT n.name FROM unit_name n WHERE n.unit = d.issuer AND \(known("n"))
        ORDER BY n.start_on DESC LIMIT 1)
    FROM entry e
    JOIN account a ON a.id = e.account
    LEFT JOIN payload p ON p.entry = e.seq
    LEFT JOIN decision d ON d.id = e.decision
    """
  }

  private static func line(_ row: Row) throws -> JournalLine {
    let id: ID<Decision>? = try row[7]
    let decision = try id.map { id in
      FiledDecision(
        id: id,
        text: DecisionText(
          number: try row[8],
          signed: try row[9],
          issuer: try row[10],
          signer: try row[11],
          basis: try row[12]
        ),
        issuerName: try row[13]
      )
    }
    return JournalLine(
      seq: try row[0],
      moment: try row[1],
      account: try row[2],
      operation: try row[3],
      said: try row[4],
      decision: decision,
      annuls: try row[5],
      hash: try row[6]
    )
  }
}
