package import Basics
package import Rules
import Storage

/// Opens an account: a name to sign in with, for a member whose record it may see, and a first right.
package struct AddAccount: Operation {
  package static let operation = "addAccount"
  package var name: String
  package var displayName: String
  package var person: ID<Person>?
  /// The digest of its first password.
  package var password: String
  /// What it may do from the beginning.
  package var right: Right?

  /// A role for a unit and below, on the days of a span.
  package struct Right: Hashable, Sendable {
    package var role: Role
    package var unit: ID<Unit>
    package var span: Span

    package init(_ role: Role, in unit: ID<Unit>, _ span: Span) {
      self.role = role
      self.unit = unit
      self.span = span
    }

    var said: [(name: String, value: String?)] {
      [
        ("role", role.rawValue), ("unit", unit.description), ("from", span.start.description),
        ("until", span.end?.description),
      ]
    }
  }

  package init(
    name: String,
    displayName: String,
    person: ID<Person>? = nil,
    password: String,
    right: Right? = nil
  ) {
    self.name = name
    self.displayName = displayName
    self.person = person
    self.password = password
    self.right = right
  }

  package var said: [(name: String, value: String?)] {
    [("account", name), ("name", displayName), ("person", person?.description)] + (right?.said ?? [])
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
    if let right { _ = try work.give(right, to: id) }
    return id.number
  }
}

/// Gives an account another password, unlocks it and signs it out everywhere.
///
/// Who changes their own stays signed in where they do it.
package struct ResetPassword: Operation {
  package static let operation = "resetPassword"
  package var account: ID<Account>
  package var password: String
  /// What is kept of the sign-in that goes on.
  package var stays: [UInt8]

  package init(account: ID<Account>, password: String, stays: [UInt8] = []) {
    self.account = account
    self.password = password
    self.stays = stays
  }

  package var said: [(name: String, value: String?)] { [("account", account.description)] }

  package func perform(_ work: Work) throws -> Int64? {
    if work.account != account { try work.requireEverywhere(.manageAccounts) }
    let changed = try work.db.execute(
      """
      UPDATE credential SET password = \(password), changed = \(work.moment), locked = 0
      WHERE account = \(account)
      """
    )
    if changed == 0 { throw Refused(.account, .unknownAccount(account.description)) }
    try work.signOut(account, but: stays)
    try work.forgetFailures(of: account)
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
    try work.signOut(account)
    return account.number
  }
}

/// Opens a locked account again, with the password and the rights it had.
package struct UnlockAccount: Operation {
  package static let operation = "unlockAccount"
  package var account: ID<Account>

  package init(account: ID<Account>) {
    self.account = account
  }

  package var said: [(name: String, value: String?)] { [("account", account.description)] }

  package func perform(_ work: Work) throws -> Int64? {
    try work.requireEverywhere(.manageAccounts)
    let locked: Int? = try work.db.value("SELECT locked FROM credential WHERE account = \(account)")
    guard let locked else { throw Refused(.account, .unknownAccount(account.description)) }
    if locked == 0 { throw Refused(.account, .nothingChanges) }
    try work.db.execute("UPDATE credential SET locked = 0 WHERE account = \(account)")
    try work.forgetFailures(of: account)
    return account.number
  }
}

/// Signs an account out wherever it is signed in: oneself, or an administrator.
package struct SignOutEverywhere: Operation {
  package static let operation = "signOutEverywhere"
  package var account: ID<Account>

  package init(account: ID<Account>) {
    self.account = account
  }

  package var said: [(name: String, value: String?)] { [("account", account.description)] }

  package func perform(_ work: Work) throws -> Int64? {
    if work.account != account { try work.requireEverywhere(.manageAccounts) }
    guard try work.db.exists("SELECT 1 FROM credential WHERE account = \(account)") else {
      throw Refused(.account, .unknownAccount(account.description))
    }
    try work.signOut(account)
    return account.number
  }
}

extension Work {
  /// Ends the sign-ins of an account, those half-way among them, but for one that may go on.
  fileprivate func signOut(_ account: ID<Account>, but stays: [UInt8] = []) throws {
    try db.execute("DELETE FROM sign_in WHERE account = \(account) AND token <> \(stays)")
    try db.execute("DELETE FROM pending_sign_in WHERE account = \(account)")
  }

  /// Lets somebody in at once who guessed too often.
  fileprivate func forgetFailures(of account: ID<Account>) throws {
    let throttle = Throttle(db: db, now: moment)
    let name: String? = try db.value("SELECT name FROM account WHERE id = \(account)")
    if let name { try throttle.clear(.name(name)) }
    try throttle.clear(.codes(account))
  }
}
