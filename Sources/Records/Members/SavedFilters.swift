package import Basics
package import Rules
package import Storage

/// A set of filters that somebody keeps for the roll under a name of their own.
package struct SavedFilter: Hashable, Sendable {
  package let id: Int64
  package let name: String
  /// The filters as an address writes them.
  package let query: String
  /// The one unit it is for; any when `nil`.
  package let unit: ID<Unit>?
}

/// Keeps the filters that each account saved: a convenience of theirs and no part of the record.
package struct SavedFilters {
  package let db: any Connection
  /// How many one account may keep.
  package static let most = 50

  package init(db: any Connection) {
    self.db = db
  }

  /// Those of an account, by name.
  package func all(of account: ID<Account>) throws -> [SavedFilter] {
    try db.rows(
      """
      SELECT f.id, f.name, f.query, f.unit FROM saved_filter f
      WHERE f.account = \(account) ORDER BY f.name LIMIT \(SavedFilters.most)
      """
    ) { row in SavedFilter(id: try row[0], name: try row[1], query: try row[2], unit: try row[3]) }
  }

  /// Keeps filters under a name; those kept under the same name before give way.
  /// - Throws: `Refused` for a name that cannot be taken, or when too many are kept.
  package func save(_ account: ID<Account>, _ name: String, _ query: String, for unit: ID<Unit>?) throws {
    let name = try SavedFilters.checked(name)
    if query.isEmpty || query.utf8.count > 2000 { throw Refused(.value, .blank) }
    let kept = try all(of: account)
    if kept.count >= SavedFilters.most, !kept.contains(where: { $0.name == name }) {
      throw Refused(.name, .tooMany(limit: SavedFilters.most))
    }
    let id = (try db.value("SELECT coalesce(max(id), 0) FROM saved_filter", as: Int64.self) ?? 0) + 1
    try db.execute(
      """
      INSERT INTO saved_filter (id, account, name, query, unit)
      VALUES (\(id), \(account), \(name), \(query), \(unit))
      ON CONFLICT (account, name) DO UPDATE SET query = excluded.query, unit = excluded.unit
      """
    )
  }

  /// Gives one another name.
  /// - Throws: `Refused` for a name that cannot be taken, or that another one has.
  package func rename(_ id: Int64, of account: ID<Account>, _ name: String) throws {
    let name = try SavedFilters.checked(name)
    if try all(of: account).contains(where: { $0.name == name && $0.id != id }) {
      throw Refused(.name, .codeTaken(name))
    }
    try db.execute("UPDATE saved_filter SET name = \(name) WHERE id = \(id) AND account = \(account)")
  }

  package func delete(_ id: Int64, of account: ID<Account>) throws {
    try db.execute("DELETE FROM saved_filter WHERE id = \(id) AND account = \(account)")
  }

  private static func checked(_ name: String) throws -> String {
    try Written.text(name, .name, limit: 60).raise()
    return name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
