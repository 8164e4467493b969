package import Basics
package import Rules
package import Storage

/// Somebody who gave the right password and has one step more to do: a code, or to set codes up.
package struct PendingSignIn: Hashable, Sendable {
  package let account: ID<Account>
  /// The name the account signs in with.
  package let name: String
  /// Whether the account has a second factor and owes a code; else it owes the factor itself.
  package let isEnrolled: Bool
  let language: String
}

/// What came of the second step.
package enum SecondStepResult: Hashable, Sendable {
  case signedIn([UInt8])
  case wrong
  case wait(seconds: Int)
  /// The password was given too long ago, or the account was locked meanwhile.
  case ended
}

/// The second step of signing in: five minutes between the password and the session, which opens nothing.
package struct SecondSteps: Sendable {
  package let database: any Database
  package let clock: Clock
  /// How long one has for the second step.
  package static let lasts: Int64 = 300_000

  package init(_ database: any Database, clock: Clock = .system) {
    self.database = database
    self.clock = clock
  }

  package func pending(_ token: [UInt8]) async throws -> PendingSignIn? {
    let now = clock.now()
    return try await database.read { try SecondSteps.pending(token, $0, now: now) }
  }

  private static func pending(_ token: [UInt8], _ db: any Connection, now: Int64) throws -> PendingSignIn? {
    try db.first(
      """
      SELECT p.account, a.name, p.language,
        (SELECT count(*) FROM second_factor f WHERE f.account = p.account)
      FROM pending_sign_in p
      JOIN account a ON a.id = p.account
      JOIN credential c ON c.account = p.account
      WHERE p.token = \(Passwords.kept(token)) AND p.expires > \(now) AND c.locked = 0
      """
    ) { row in
      PendingSignIn(
        account: try row[0],
        name: try row[1],
        isEnrolled: try row[3] as Int > 0,
        language: try row[2]
      )
    }
  }

  /// Finishes a sign-in with a code of the phone or of the paper.
  package func finish(_ token: [UInt8], code: String) async throws -> SecondStepResult {
    let now = clock.now()
    return try await database.write { db in
      guard let pending = try SecondSteps.pending(token, db, now: now), pending.isEnrolled else {
        return .ended
      }
      let throttle = Throttle(db: db, now: now)
      if let seconds = try throttle.begin(.codes(pending.account)) { return .wait(seconds: seconds) }
      guard try SecondFactorStore(db: db).use(code, of: pending.account, at: now) else { return .wrong }
      try throttle.clear(.codes(pending.account))
      return .signedIn(try SecondSteps.enter(pending, token, db, now))
    }
  }

  /// Sets up the second factor that a role asks for, and finishes the sign-in with it.
  ///
  /// - Returns: the token of the session; `nil` when the password was given too long ago.
  /// - Throws: `Refused` for a wrong code.
  package func enrol(
    _ token: [UInt8],
    secret: [UInt8],
    code: String,
    recovery: [[UInt8]]
  ) async throws -> [UInt8]? {
    let clock = clock
    let now = clock.now()
    return try await database.write { db in
      guard let pending = try SecondSteps.pending(token, db, now: now), !pending.isEnrolled else {
        return nil
      }
      let deed = EnrolSecondFactor(account: pending.account, secret: secret, code: code, recovery: recovery)
      let desk = try Desk(db, clock)
      // No token of a request: the step itself is there once, and a known one would skip the deed.
      _ = try desk.carryOut(Errand(deed, by: .account(pending.account)))
      return try SecondSteps.enter(pending, token, db, now)
    }
  }

  private static func enter(
    _ pending: PendingSignIn,
    _ token: [UInt8],
    _ db: any Connection,
    _ now: Int64
  ) throws -> [UInt8] {
    try db.execute("DELETE FROM pending_sign_in WHERE token = \(Passwords.kept(token))")
    return try SignIns.begin(pending.account, language: pending.language, db, now: now)
  }

  /// Begins the second step for somebody who gave the right password.
  static func begin(
    _ account: ID<Account>,
    language: String,
    _ db: any Connection,
    now: Int64
  ) throws -> [UInt8] {
    let token = Passwords.token()
    try db.execute("DELETE FROM pending_sign_in WHERE expires <= \(now)")
    try db.execute(
      """
      INSERT INTO pending_sign_in (token, account, expires, language)
      VALUES (\(Passwords.kept(token)), \(account), \(now + lasts), \(language))
      """
    )
    return token
  }
}
