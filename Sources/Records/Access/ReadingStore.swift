package import Basics
package import Rules
package import Storage

/// One reading of a person's file, or of a list with the person on it.
package struct Reading: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case person
    case export
  }

  package let kind: Kind
  package let moment: Int64
  package let account: ID<Account>
  package let reader: String
  package let unitName: String?
  /// How many people the list held.
  package let count: Int?
}

/// Keeps who looked at whom.
///
/// Written in the transaction that reads.
package struct ReadingStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// Writes down that an account opened a person's file.
  ///
  /// Opened again within the hour it is one reading.
  package func log(_ account: ID<Account>, opened person: ID<Person>, at moment: Int64) throws {
    let again = try db.exists(
      """
      SELECT 1 FROM reading WHERE person = \(person) AND account = \(account) AND moment > \(moment - 3_600_000)
      """
    )
    if again { return }
    try db.execute(
      """
      INSERT INTO reading (id, account, moment, kind, person)
      VALUES (\(try next()), \(account), \(moment), \(Reading.Kind.person.rawValue), \(person))
      """
    )
  }

  /// Writes down that an account took away a list of a unit's people.
  package func log(
    _ account: ID<Account>,
    exported unit: ID<Unit>,
    on day: CivilDate,
    count: Int,
    at moment: Int64
  ) throws {
    try db.execute(
      """
      INSERT INTO reading (id, account, moment, kind, unit, on_day, count)
      VALUES (\(try next()), \(account), \(moment), \(Reading.Kind.export.rawValue), \(unit), \(day), \(count))
      """
    )
  }

  /// Who opened a person's file, and which lists with them on it were taken away, newest first.
  package func readings(of person: ID<Person>, limit: Int = 50) throws -> [Reading] {
    try db.rows(
      """
      SELECT g.kind, g.moment, g.account, a.display_name, g.unit_name, g.count FROM (
        SELECT x.kind, x.moment, x.account, NULL AS unit_name, x.count FROM reading x WHERE x.person = \(person)
        UNION ALL
        SELECT x.kind, x.moment, x.account,
          (SELECT n.name FROM unit_name n WHERE n.unit = x.unit AND \(known("n"))
            ORDER BY n.start_on DESC LIMIT 1), x.count
        FROM roll r
        JOIN ancestry a ON a.unit = r.unit AND \(known("a"))
        JOIN reading x ON x.unit = a.ancestor
        WHERE r.person = \(person) AND \(known("r"))
          AND r.start_on <= x.on_day AND (r.end_on IS NULL OR r.end_on > x.on_day)
          AND a.start_on <= x.on_day AND (a.end_on IS NULL OR a.end_on > x.on_day)
      ) g JOIN account a ON a.id = g.account
      ORDER BY g.moment DESC LIMIT \(limit)
      """
    ) { row in
      guard let kind = Reading.Kind(rawValue: try row[0]) else { throw StorageError.unreadable("reading") }
      return Reading(
        kind: kind,
        moment: try row[1],
        account: try row[2],
        reader: try row[3],
        unitName: try row[4],
        count: try row[5]
      )
    }
  }

  private func next() throws -> Int64 {
    (try db.value("SELECT coalesce(max(id), 0) FROM reading", as: Int64.self) ?? 0) + 1
  }
}
