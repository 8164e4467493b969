package import Basics
package import Rules
package import Storage

/// A right an account has been given.
package struct Grant: Hashable, Sendable {
  package let id: ID<FactMark>
  package let role: Role
  package let unit: ID<Unit>
  package let unitName: String
  package let span: Span
}

/// Reads accounts and what they were granted.
package struct AccountStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  package func account(named name: String) throws -> ID<Account>? {
    try db.value("SELECT id FROM account WHERE name = \(name)")
  }

  package func displayName(_ account: ID<Account>) throws -> String? {
    try db.value("SELECT display_name FROM account WHERE id = \(account)")
  }

  /// The grants of an account in force on a day, the widest first.
  package func grants(_ account: ID<Account>, on day: CivilDate) throws -> [Grant] {
    try db.rows(
      """
      SELECT g.id, g.role, g.unit, g.start_on, g.end_on,
        coalesce((SELECT n.name FROM unit_name n WHERE n.unit = g.unit AND \(asOf("n", AsOf(day))) LIMIT 1),
          (SELECT n.name FROM unit_name n WHERE n.unit = g.unit AND \(known("n"))
            ORDER BY n.start_on DESC LIMIT 1))
      FROM access_grant g WHERE g.account = \(account) AND \(asOf("g", AsOf(day)))
      ORDER BY g.start_on, g.id
      """
    ) { row in
      guard let span = Span(from: try row[3], until: try row[4]) else {
        throw StorageError.unreadable("span")
      }
      return Grant(
        id: try row[0],
        role: try row[1],
        unit: try row[2],
        unitName: try (row[5] as String?) ?? "",
        span: span
      )
    }
  }
}
