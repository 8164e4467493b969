package import Basics
package import Rules
import Storage

/// Gives an account a second factor: from now on a password alone does not open the door.
///
/// Only for oneself, and only with a code that shows that the phone knows the secret.
package struct EnrolSecondFactor: Operation {
  package static let operation = "enrolSecondFactor"
  package var account: ID<Account>
  package var secret: [UInt8]
  package var code: String
  /// What is kept of the recovery codes.
  package var recovery: [[UInt8]]

  package init(account: ID<Account>, secret: [UInt8], code: String, recovery: [[UInt8]]) {
    self.account = account
    self.secret = secret
    self.code = code
    self.recovery = recovery
  }

  package var said: [(name: String, value: String?)] { [("account", account.description)] }

  package func perform(_ work: Work) throws -> Int64? {
    if let actor = work.account, actor != account { throw Refused(nil, .notAllowed(.manageAccounts)) }
    guard try work.db.exists("SELECT 1 FROM credential WHERE account = \(account)") else {
      throw Refused(.account, .unknownAccount(account.description))
    }
    if try work.db.exists("SELECT 1 FROM second_factor WHERE account = \(account)") {
      throw Refused(.code, .alreadyThere)
    }
    let digits = String(code.filter { !$0.isWhitespace })
    guard let step = OneTimeCodes.step(of: digits, secret, at: work.moment, after: -1) else {
      throw Refused(.code, .wrongCode)
    }
    try work.db.execute(
      """
      INSERT INTO second_factor (account, secret, since, last_step)
      VALUES (\(account), \(secret), \(work.moment), \(step))
      """
    )
    for code in recovery {
      try work.db.execute("INSERT INTO recovery_code (account, code) VALUES (\(account), \(code))")
    }
    return account.number
  }
}

/// Takes the second factor away from an account, with its recovery codes, and signs it out everywhere else.
///
/// Oneself, unless one's role must have it; or an administrator, for somebody who lost the phone.
package struct RemoveSecondFactor: Operation {
  package static let operation = "removeSecondFactor"
  package var account: ID<Account>
  /// What is kept of the sign-in that goes on.
  package var stays: [UInt8]

  package init(account: ID<Account>, stays: [UInt8] = []) {
    self.account = account
    self.stays = stays
  }

  package var said: [(name: String, value: String?)] { [("account", account.description)] }

  package func perform(_ work: Work) throws -> Int64? {
    let store = SecondFactorStore(db: work.db)
    if work.account == account {
      if let role = try store.required(of: account, on: work.today) {
        throw Refused(nil, .secondFactorRequired(role))
      }
    } else {
      try work.requireEverywhere(.manageAccounts)
    }
    let removed = try work.db.execute("DELETE FROM second_factor WHERE account = \(account)")
    if removed == 0 { throw Refused(nil, .noSecondFactor) }
    try work.db.execute("DELETE FROM recovery_code WHERE account = \(account)")
    try work.db.execute("DELETE FROM pending_sign_in WHERE account = \(account)")
    try work.db.execute("DELETE FROM sign_in WHERE account = \(account) AND token <> \(stays)")
    try Throttle(db: work.db, now: work.moment).clear(.codes(account))
    return account.number
  }
}

/// Says which roles must have a second factor; who has such a role and none is led to it at the next sign-in.
package struct RequireSecondFactor: Operation {
  package static let operation = "requireSecondFactor"
  package var roles: Set<Role>

  package init(_ roles: Set<Role>) {
    self.roles = roles
  }

  private var text: String { Role.allCases.filter(roles.contains).map(\.rawValue).joined(separator: ",") }

  package var said: [(name: String, value: String?)] { [("role", text)] }

  package func perform(_ work: Work) throws -> Int64? {
    try work.requireEverywhere(.manageAccounts)
    let store = SecondFactorStore(db: work.db)
    if Set(try store.required()) == roles { throw Refused(.role, .nothingChanges) }
    try work.db.execute(
      """
      INSERT INTO setting (name, value, recorded) VALUES (\(SecondFactorStore.setting), \(text), \(work.entry))
      ON CONFLICT (name) DO UPDATE SET value = \(text), recorded = \(work.entry)
      """
    )
    try store.signOutThoseWithout(Role.allCases.filter(roles.contains), on: work.today)
    return nil
  }
}
