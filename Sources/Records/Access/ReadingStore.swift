package import Basics
package import Rules
package import Storage

/// One reading of a person's file, or of a list with the person on it.
package struct Reading: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case person
    case export
    /// Of a paper of a meeting.
    case paper
  }

  /// Readings are numbered in the order in which they were written down.
  package let id: Int64
  package let kind: Kind
  package let moment: Int64
  package let account: ID<Account>
  package let reader: String
  /// What the reader was at that moment, and where; not known of the oldest readings.
  package let role: Role?
  package let readerUnit: String?
  /// The unit whose list was taken away.
  package let unitName: String?
  /// How many people the list held.
  package let count: Int?
}

/// Who reads: the account, the role by which it may, and the knowledge that was there to be read.
package struct Reader: Hashable, Sendable {
  package var account: ID<Account>
  package var role: Role?
  package var unit: ID<Unit>?
  /// The last entry of the journal at that moment.
  package var known: Int64

  package init(_ account: ID<Account>, as role: Role? = nil, in unit: ID<Unit>? = nil, known: Int64) {
    self.account = account
    self.role = role
    self.unit = unit
    self.known = known
  }
}

extension Reader {
  /// The account as it reads a unit today: by the widest of its roles that reach it and show people.
  package static func of(
    _ account: ID<Account>,
    reading unit: ID<Unit>,
    today: CivilDate,
    _ db: any Connection
  ) throws -> Reader {
    let grants = try db.rows(
      """
      SELECT g.role, g.unit FROM access_grant g
      JOIN ancestry a ON a.unit = \(unit) AND a.ancestor = g.unit AND \(asOf("a", AsOf(today)))
      WHERE g.account = \(account) AND \(asOf("g", AsOf(today))) ORDER BY a.depth DESC, g.id
      """
    ) { row in (role: try row[0] as Role, unit: try row[1] as ID<Unit>) }
    let grant = grants.first { Rights.allows($0.role, .readPerson, on: .own) }
    return Reader(account, as: grant?.role, in: grant?.unit, known: try JournalStore(db: db).head())
  }
}

/// Keeps who looked at whom.
///
/// Written in the transaction that reads.
package struct ReadingStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// Writes down that somebody opened a person's file.
  ///
  /// Opened again within the hour it is one reading.
  package func log(_ reader: Reader, opened person: ID<Person>, at moment: Int64) throws {
    let again = try db.exists(
      """
      SELECT 1 FROM reading WHERE person = \(person) AND account = \(reader.account) AND kind = 'person'
        AND moment > \(moment - 3_600_000)
      """
    )
    if again { return }
    try write(reader, .person, person: person, at: moment)
  }

  /// Writes down that somebody took away a list of a unit's people.
  ///
  /// `named`: those on it, where it did not hold everybody at home in the unit and below; only they are told.
  package func log(
    _ reader: Reader,
    exported unit: ID<Unit>,
    on day: CivilDate,
    count: Int,
    named: [ID<Person>]? = nil,
    at moment: Int64
  ) throws {
    guard let named else {
      return try write(reader, .export, unit: unit, on: day, count: count, at: moment)
    }
    for person in named {
      try write(reader, .export, person: person, unit: unit, on: day, count: count, at: moment)
    }
  }

  private func write(
    _ reader: Reader,
    _ kind: Reading.Kind,
    person: ID<Person>? = nil,
    unit: ID<Unit>? = nil,
    on day: CivilDate? = nil,
    count: Int? = nil,
    at moment: Int64
  ) throws {
    try db.execute(
      """
      INSERT INTO reading (id, account, moment, kind, person, unit, on_day, count, role, reader_unit, known)
      VALUES (\(try next()), \(reader.account), \(moment), \(kind.rawValue), \(person), \(unit), \(day), \(count),
        \(reader.role), \(reader.unit), \(reader.known))
      """
    )
  }

  /// Who opened a person's file, and which lists with them on it were taken away, newest first.
  ///
  /// `before`: only readings older than this one.
  package func readings(of person: ID<Person>, before: Int64? = nil, limit: Int = 50) throws -> [Reading] {
    let older: SQL = before.map { "g.id < \($0)" } ?? "1 = 1"
    return try db.rows(
      """
      SELECT g.id, g.kind, g.moment, g.account, a.display_name, g.role, \(name("g.reader_unit")), \(name("g.unit")),
        g.count
      FROM (\(seen(person))) g JOIN account a ON a.id = g.account
      WHERE \(older) ORDER BY g.id DESC LIMIT \(limit)
      """
    ) { row in
      guard let kind = Reading.Kind(rawValue: try row[1]) else { throw StorageError.unreadable("reading") }
      return Reading(
        id: try row[0],
        kind: kind,
        moment: try row[2],
        account: try row[3],
        reader: try row[4],
        role: try row[5],
        readerUnit: try row[6],
        unitName: try row[7],
        count: try row[8]
      )
    }
  }

  /// How often a person was looked at since a moment.
  package func count(of person: ID<Person>, since moment: Int64) throws -> Int {
    try db.count("SELECT count(*) FROM (\(seen(person))) g WHERE g.moment >= \(moment)")
  }

  /// The readings of a person: of the file, and of lists that had them on it as was known at that moment.
  private func seen(_ person: ID<Person>) -> SQL {
    // any knowledge: each list held what was known when it was taken.
    """
    SELECT x.id, x.kind, x.moment, x.account, x.role, x.reader_unit, x.unit, x.count FROM reading x
    WHERE x.person = \(person)
    UNION
    SELECT x.id, x.kind, x.moment, x.account, x.role, x.reader_unit, x.unit, x.count
    FROM affiliation h
    JOIN ancestry t ON t.unit = h.unit
    JOIN reading x ON x.unit = t.ancestor AND x.person IS NULL
    WHERE h.person = \(person) AND h.role = 'home'
      AND h.start_on <= x.on_day AND (h.end_on IS NULL OR h.end_on > x.on_day)
      AND h.recorded <= x.known AND (h.superseded IS NULL OR h.superseded > x.known)
      AND t.start_on <= x.on_day AND (t.end_on IS NULL OR t.end_on > x.on_day)
      AND t.recorded <= x.known AND (t.superseded IS NULL OR t.superseded > x.known)
    """
  }

  /// The last name of a unit.
  private func name(_ unit: StaticString) -> SQL {
    """
    (SELECT n.name FROM unit_name n WHERE n.unit = \(name: unit) AND \(known("n"))
      ORDER BY n.start_on DESC LIMIT 1)
    """
  }

  func next() throws -> Int64 {
    (try db.value("SELECT coalesce(max(id), 0) FROM reading", as: Int64.self) ?? 0) + 1
  }
}
