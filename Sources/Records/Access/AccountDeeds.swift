package import Basics
package import Rules
import Storage

/// Opens an account: a name to sign in with, and, for a member, whose record it may see.
package struct AddAccount: Operation {
  package static let operation = "addAccount"
  package var name: String
  package var displayName: String
  package var person: ID<Person>?
  /// The digest of its first password.
  package var password: String

  package init(name: String, displayName: String, person: ID<Person>? = nil, password: String) {
    self.name = name
    self.displayName = displayName
    self.person = person
    self.password = password
  }

  package var said: [(name: String, value: String?)] {
    [("account", name), ("name", displayName), ("person", person?.description)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.requireEverywhere(.manageAccounts)
    var objections = Written.text(name, .account, limit: 60) + Written.text(displayName, .name)
    if name.contains(":") || name.contains(" ") {
      objections.append(Objection(.account, .unknownValue(name, allowed: [])))
    }
    if try work.db.exists("SELECT 1 FROM account WHERE name = \(name)") {
      objections.append(Objection(.account, .accountTaken(name)))
    }
    try objections.raise()
    let id: ID<Account> = work.draw()
    try work.insert(.account, id, [name.sqlValue, displayName.sqlValue, person.sqlValue])
    try work.db.execute(
      """
      INSERT INTO credential (account, password, changed, failures, locked)
      VALUES (\(id), \(password), \(work.moment), 0, 0)
      """
    )
    return id.number
  }
}

/// Gives an account another password, unlocks it and signs it out everywhere.
package struct ResetPassword: Operation {
  package static let operation = "resetPassword"
  package var account: ID<Account>
  package var password: String

  package init(account: ID<Account>, password: String) {
    self.account = account
    self.password = password
  }

  package var said: [(name: String, value: String?)] { [("account", account.description)] }

  package func perform(_ work: Work) throws -> Int64? {
    if work.account != account { try work.requireEverywhere(.manageAccounts) }
    let changed = try work.db.execute(
      """
      UPDATE credential SET password = \(password), changed = \(work.moment), failures = 0, locked = 0,
        failed_at = NULL WHERE account = \(account)
      """
    )
    if changed == 0 { throw Refused(.account, .unknownAccount(account.description)) }
    try work.db.execute("DELETE FROM sign_in WHERE account = \(account)")
    return account.number
  }
}

/// Locks an account and signs it out everywhere; its rights stay as they are.
package struct LockAccount: Operation {
  package static let operation = "lockAccount"
  package var account: ID<Account>

  package init(account: ID<Account>) {
    self.account = account
  }

  package var said: [(name: String, value: String?)] { [("account", account.description)] }

  package func perform(_ work: Work) throws -> Int64? {
    try work.requireEverywhere(.manageAccounts)
    let changed = try work.db.execute("UPDATE credential SET locked = 1 WHERE account = \(account)")
    if changed == 0 { throw Refused(.account, .unknownAccount(account.description)) }
    try work.db.execute("DELETE FROM sign_in WHERE account = \(account)")
    return account.number
  }
}

/// Lets an account do a role's deeds in a unit and below, on the days of a span.
package struct GrantRights: Operation {
  package static let operation = "grantRights"
  package var account: ID<Account>
  package var role: Role
  package var unit: ID<Unit>
  package var span: Span

  package init(account: ID<Account>, role: Role, unit: ID<Unit>, span: Span) {
    self.account = account
    self.role = role
    self.unit = unit
    self.span = span
  }

  package var said: [(name: String, value: String?)] {
    [
      ("account", account.description), ("role", role.rawValue), ("unit", unit.description),
      ("from", span.start.description), ("until", span.end?.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.grantRights, on: unit)
    guard try work.db.exists("SELECT 1 FROM account WHERE id = \(account)") else {
      throw Refused(.account, .unknownAccount(account.description))
    }
    guard try UnitStore(db: work.db).life(unit)?.existence != nil else {
      throw Refused(.unit, .unknownUnit(unit.description))
    }
    let again = try work.db.exists(
      """
      SELECT 1 FROM access_grant g
      WHERE g.account = \(account) AND g.role = \(role) AND g.unit = \(unit) AND \(asOf("g", AsOf(span.start)))
      """
    )
    if again { throw Refused(.role, .alreadyThere) }
    let id: ID<FactMark> = work.draw()
    try work.write(.grant, id, span, [account.sqlValue, role.sqlValue, unit.sqlValue])
    return id.number
  }
}

/// Ends a grant on a day.
package struct WithdrawRights: Operation {
  package static let operation = "withdrawRights"
  package var grant: ID<FactMark>
  /// The first day it is no longer in force.
  package var day: CivilDate

  package init(grant: ID<FactMark>, day: CivilDate) {
    self.grant = grant
    self.day = day
  }

  package var said: [(name: String, value: String?)] {
    [("grant", grant.description), ("until", day.description)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let found = try work.db.first(
      """
      SELECT g.start_on, g.end_on, g.account, g.role, g.unit FROM access_grant g
      WHERE g.id = \(grant) AND \(known("g"))
      """
    ) { row in
      (
        start: try row[0] as CivilDate, end: try row[1] as CivilDate?, account: try row[2] as ID<Account>,
        role: try row[3] as Role, unit: try row[4] as ID<Unit>
      )
    }
    guard let found else { throw Refused(.entry, .noSuchRole) }
    try work.require(.grantRights, on: found.unit)
    if let end = found.end, end <= day { throw Refused(.until, .nothingChanges) }
    try work.supersede(.grant, grant)
    if let span = Span(from: found.start, until: day) {
      let values = [found.account.sqlValue, found.role.sqlValue, found.unit.sqlValue]
      try work.write(.grant, grant, span, values)
    }
    return grant.number
  }
}
