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

/// An account with all that an administrator, and its owner, may see of it.
package struct AccountFile: Sendable {
  /// A sign-in that is open.
  package struct Session: Hashable, Sendable {
    /// What is kept of its token.
    package let mark: [UInt8]
    package let began: Int64
    package let expires: Int64
    package let language: String
  }

  package let account: ID<Account>
  package let name: String
  package let displayName: String
  package let person: ID<Person>?
  /// The member it belongs to: the number and the name.
  package let member: (code: String, name: String)?
  package let isLocked: Bool
  package let lastSignIn: Int64?
  package let passwordSince: Int64
  package let factor: SecondFactor?
  /// The role for which it must have a second factor today.
  package let mustHaveFactor: Role?
  /// All grants as they are known now, whenever they are in force.
  package let grants: [Grant]
  package let sessions: [Session]
  package let failures: Throttle.Failures?
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

  /// The grants of an account in force on a day, the earliest first.
  package func grants(_ account: ID<Account>, on day: CivilDate) throws -> [Grant] {
    try db.rows(
      """
      SELECT \(AccountStore.grantColumns(day))
      FROM access_grant g WHERE g.account = \(account) AND \(asOf("g", AsOf(day)))
      ORDER BY g.start_on, g.id
      """,
      AccountStore.grant
    )
  }

  /// All grants of an account as known now: past, present and to come, the latest first.
  package func grants(_ account: ID<Account>, today: CivilDate) throws -> [Grant] {
    try db.rows(
      """
      SELECT \(AccountStore.grantColumns(today))
      FROM access_grant g WHERE g.account = \(account) AND \(known("g"))
      ORDER BY g.start_on DESC, g.id DESC
      """,
      AccountStore.grant
    )
  }

  /// What a grant is read from: `g`, with the name its unit has on the day, or had last.
  static func grantColumns(_ day: CivilDate) -> SQL {
    """
    g.id, g.role, g.unit, g.start_on, g.end_on,
      coalesce((SELECT n.name FROM unit_name n WHERE n.unit = g.unit AND \(asOf("n", AsOf(day))) LIMIT 1),
        (SELECT n.name FROM unit_name n WHERE n.unit = g.unit AND \(known("n"))
          ORDER BY n.start_on DESC LIMIT 1))
    """
  }

  static func grant(_ row: Row) throws -> Grant {
    guard let span = Span(from: try row[3], until: try row[4]) else { throw StorageError.unreadable("span") }
    return Grant(
      id: try row[0],
      role: try row[1],
      unit: try row[2],
      unitName: try (row[5] as String?) ?? "",
      span: span
    )
  }

  /// All of an account; `nil` when nobody can sign in to it.
  package func file(_ account: ID<Account>, at moment: Int64, today: CivilDate) throws -> AccountFile? {
    let found = try db.first(
      """
      SELECT a.name, a.display_name, a.person, p.code, c.locked, c.signed_in_at, c.changed,
        (SELECT x.name FROM particulars x WHERE x.person = a.person AND \(known("x"))
          ORDER BY x.start_on DESC LIMIT 1)
      FROM account a JOIN credential c ON c.account = a.id LEFT JOIN person p ON p.id = a.person
      WHERE a.id = \(account)
      """
    ) { row in
      (
        name: try row[0] as String, display: try row[1] as String, person: try row[2] as ID<Person>?,
        code: try row[3] as String?, locked: try row[4] as Int, last: try row[5] as Int64?,
        changed: try row[6] as Int64, member: try row[7] as String?
      )
    }
    guard let found else { return nil }
    let sessions = try db.rows(
      """
      SELECT s.token, s.began, s.expires, s.language FROM sign_in s
      WHERE s.account = \(account) AND s.expires > \(moment) ORDER BY s.began DESC
      """
    ) { row in
      AccountFile.Session(mark: try row[0], began: try row[1], expires: try row[2], language: try row[3])
    }
    let factors = SecondFactorStore(db: db)
    return AccountFile(
      account: account,
      name: found.name,
      displayName: found.display,
      person: found.person,
      member: found.code.map { ($0, found.member ?? $0) },
      isLocked: found.locked == 1,
      lastSignIn: found.last,
      passwordSince: found.changed,
      factor: try factors.factor(of: account),
      mustHaveFactor: try factors.required(of: account, on: today),
      grants: try grants(account, today: today),
      sessions: sessions,
      failures: try Throttle(db: db, now: moment).failures(.name(found.name))
    )
  }
}
