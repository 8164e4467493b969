import Storage

/// What becomes of the rows of one table when the record is brought into another one.
///
/// Tables of the journal come in by themselves, a new one too; every other table must be named here, and a test fails
/// for one that is not.
package struct AbsorbedTable: Sendable {
  package enum Way: Hashable, Sendable {
    /// What is known now comes in, under the entry that brings it in.
    case known
    /// Only the accounts that a fact names come in: as names, without password and without right.
    case named
    /// The files that facts refer to come in, unless they are there.
    case papers
    /// The rows come in as they are, beside what they belong to.
    case beside
    /// It is kept whole as the other journal.
    case journal
    /// Written anew while the rest comes in.
    case follows
    /// It stays in the other installation.
    case stays
  }

  package let name: String
  package let way: Way

  /// The tables that are not of the journal, and those of the journal of which not everything that is known comes in.
  private static let declared: [String: Way] = [
    "account": .named,
    // Rights never grow by a record that comes in: they are granted here, by whoever may.
    "access_grant": .stays, "credential": .stays, "sign_in": .stays, "second_factor": .stays,
    "recovery_code": .stays, "pending_sign_in": .stays, "throttle": .stays, "setting": .stays,
    "saved_filter": .stays,
    // Who looked at whom was promised there, to accounts that are not here.
    "reading": .stays,
    "job": .stays, "job_file": .stays,
    "file": .papers, "file_chunk": .papers,
    "name_word": .beside, "absorbed_payload": .beside,
    "entry": .journal, "payload": .journal,
    "takes_effect": .follows,
    "installation": .stays, "migration": .stays,
  ]

  /// What becomes of a table; `nil` for one that nobody has thought of.
  package static func way(of table: String) -> Way? {
    if let way = declared[table] { return way }
    return JournaledTable.all.contains { "\($0.name)" == table } ? .known : nil
  }
}

/// One piece of a record on its way into another: in the order in which they are sent, each after what it refers to.
enum Parcel {
  case files, chunks
  case facts(JournaledTable)
  case words, payloads
  /// The journal itself.
  case lines

  static let all: [Parcel] =
    [.files, .chunks]
    + JournaledTable.all.filter { AbsorbedTable.way(of: "\($0.name)") != .stays }.map { .facts($0) }
    + [.words, .payloads, .lines]

  /// How many columns are sent.
  var columns: Int {
    switch self {
    case .files: 4
    case .chunks: 3
    case .facts(let table): table.columns.count + (table.isDated ? 3 : 1)
    case .words, .payloads: 2
    case .lines: 14
    }
  }

  /// The rows that are sent.
  var rows: SQL {
    switch self {
    case .files:
      "SELECT f.hash, f.size, f.type, f.kept FROM file f WHERE f.hash IN (\(Parcel.papers)) ORDER BY f.hash"
    case .chunks:
      """
      SELECT c.hash, c.number, c.bytes FROM file_chunk c WHERE c.hash IN (\(Parcel.papers))
      ORDER BY c.hash, c.number
      """
    case .facts(let table): facts(table)
    case .words: "SELECT w.word, w.person FROM name_word w ORDER BY w.word, w.person"
    case .payloads: "SELECT p.entry, p.body FROM absorbed_payload p ORDER BY p.entry"
    case .lines:
      """
      SELECT e.seq, e.moment, e.account, a.display_name, e.operation, e.decision, e.request, e.annuls, e.result,
        e.payload, e.rows, e.previous, e.hash, p.body
      FROM entry e LEFT JOIN account a ON a.id = e.account LEFT JOIN payload p ON p.entry = e.seq ORDER BY e.seq
      """
    }
  }

  private func facts(_ table: JournaledTable) -> SQL {
    if table.isDated {
      return """
        SELECT t.id, t.start_on, t.end_on, \(names: table.columns) FROM \(name: table.name) t
        WHERE \(known("t")) ORDER BY t.id
        """
    }
    let chosen: SQL =
      AbsorbedTable.way(of: "\(table.name)") == .named ? "WHERE t.id IN (\(Parcel.namedAccounts)) " : ""
    return "SELECT t.id, \(names: table.columns) FROM \(name: table.name) t \(chosen)ORDER BY t.id"
  }

  /// The files to which facts that come in refer.
  private static var papers: SQL {
    let columns = FileStore.references.compactMap { reference -> SQL? in
      guard let table = JournaledTable.all.first(where: { "\($0.name)" == "\(reference.table)" }) else {
        return nil
      }
      let living: SQL = table.isDated ? "\(known("r"))" : "1 = 1"
      return "SELECT r.\(name: reference.column) FROM \(name: table.name) r WHERE \(living)"
    }
    return SQL.join(columns, " UNION ")
  }

  /// The accounts that facts which come in speak of.
  private static var namedAccounts: SQL {
    let referring = JournaledTable.all.filter { AbsorbedTable.way(of: "\($0.name)") == .known }
    let columns = referring.flatMap { table in
      table.references.filter { $0.identity == .account }.map { reference -> SQL in
        let living: SQL = table.isDated ? " AND \(known("f"))" : ""
        return """
          SELECT f.\(name: reference.column) FROM \(name: table.name) f
          WHERE f.\(name: reference.column) IS NOT NULL\(living)
          """
      }
    }
    return SQL.join(columns, " UNION ")
  }
}
