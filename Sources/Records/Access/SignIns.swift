package import Basics
package import Rules
package import Storage

/// Somebody who has signed in.
package struct Visitor: Hashable, Sendable {
  package let account: ID<Account>
  package let name: String
  package let displayName: String
  /// Whose record it is, for a member.
  package let person: ID<Person>?
  package let language: String
}

/// What came of trying to sign in.
package enum SignInResult: Hashable, Sendable {
  /// The token for the cookie.
  case signedIn([UInt8])
  /// The password was right, and a second step is left: the token for that.
  case second([UInt8])
  case wrong
  /// Too many wrong passwords: try again after so many seconds.
  case wait(seconds: Int)
  case locked
}

/// Signs people in and out, slows down guessing, and remembers who is signed in.
package struct SignIns: Sendable {
  package let database: any Database
  package let clock: Clock
  /// How long a sign-in lasts.
  package static let lasts: Int64 = 12 * 3_600_000

  package init(_ database: any Database, clock: Clock = .system) {
    self.database = database
    self.clock = clock
  }

  /// What is kept of an account's password.
  private struct Credential: Sendable {
    let account: ID<Account>
    let digest: String
    let isLocked: Bool
  }

  private enum Beginning: Sendable {
    case wait(seconds: Int)
    case compare(Credential?)
  }

  private static func credential(_ name: String, _ db: any Connection) throws -> Credential? {
    try db.first(
      """
      SELECT c.account, c.password, c.locked FROM account a
      JOIN credential c ON c.account = a.id WHERE a.name = \(name)
      """
    ) { row in
      Credential(account: try row[0], digest: try row[1], isLocked: try row[2] as Int == 1)
    }
  }

  /// Signs somebody in by name, or refuses.
  ///
  /// `verify`: compares the password with a digest; takes its time, and is called for unknown names too,
  ///     so that they cannot be told from known ones. The try counts as failed before it is called.
  package func signIn(
    _ name: String,
    language: String,
    verify: @Sendable (String) async -> Bool
  ) async throws -> SignInResult {
    let now = clock.now()
    let today = clock.day(of: now)
    let credential: Credential?
    switch try await begin(name, now) {
    case .wait(let seconds): return .wait(seconds: seconds)
    case .compare(let found): credential = found
    }
    let isRight = await verify(credential?.digest ?? SignIns.nobody)
    guard isRight, let credential else { return .wrong }
    if credential.isLocked { return .locked }
    return try await database.write { db in
      // Between the look and now somebody may have locked it, or given it another password.
      guard let still = try SignIns.credential(name, db), still.digest == credential.digest else {
        return .wrong
      }
      if still.isLocked { return .locked }
      try Throttle(db: db, now: now).clear(.name(name))
      let factors = SecondFactorStore(db: db)
      let isAsked = try factors.factor(of: still.account) != nil
      if try isAsked || factors.required(of: still.account, on: today) != nil {
        return .second(try SecondSteps.begin(still.account, language: language, db, now: now))
      }
      return .signedIn(try SignIns.begin(still.account, language: language, db, now: now))
    }
  }

  /// Refuses unless somebody who is signed in knows their own password; guesses are slowed down as at the
  /// door.
  package func confirm(_ name: String, verify: @Sendable (String) async -> Bool) async throws {
    let now = clock.now()
    switch try await begin(name, now) {
    case .wait(let seconds): throw Refused(.password, .tooManyTries(seconds: seconds))
    case .compare(let credential):
      guard await verify(credential?.digest ?? SignIns.nobody), credential != nil else {
        throw Refused(.password, .wrongPassword)
      }
    }
    try await database.write { try Throttle(db: $0, now: now).clear(.name(name)) }
  }

  /// Refuses unless somebody who is signed in has a code of their own second factor, and uses it up.
  package func confirm(_ account: ID<Account>, code: String) async throws {
    let now = clock.now()
    let refusal: Refusal? = try await database.write { db in
      let throttle = Throttle(db: db, now: now)
      if let seconds = try throttle.begin(.codes(account)) { return .tooManyTries(seconds: seconds) }
      guard try SecondFactorStore(db: db).use(code, of: account, at: now) else { return .wrongCode }
      try throttle.clear(.codes(account))
      return nil
    }
    if let refusal { throw Refused(.code, refusal) }
  }

  /// Counts a try and finds what to compare it with.
  private func begin(_ name: String, _ now: Int64) async throws -> Beginning {
    try await database.write { db in
      if let seconds = try Throttle(db: db, now: now).begin(.name(name)) { return .wait(seconds: seconds) }
      return .compare(try SignIns.credential(name, db))
    }
  }

  /// Begins a session.
  /// - Returns: the token for the cookie.
  static func begin(
    _ account: ID<Account>,
    language: String,
    _ db: any Connection,
    now: Int64
  ) throws -> [UInt8] {
    let token = Passwords.token()
    try db.execute("DELETE FROM sign_in WHERE expires <= \(now)")
    try db.execute("UPDATE credential SET signed_in_at = \(now) WHERE account = \(account)")
    try db.execute(
      """
      INSERT INTO sign_in (token, account, began, expires, language)
      VALUES (\(Passwords.kept(token)), \(account), \(now), \(now + lasts), \(language))
      """
    )
    return token
  }

  package func signOut(_ token: [UInt8]) async throws {
    try await database.write { db in
      _ = try db.execute("DELETE FROM sign_in WHERE token = \(Passwords.kept(token))")
    }
  }

  package func speak(_ language: String, _ token: [UInt8]) async throws {
    try await database.write { db in
      _ = try db.execute("UPDATE sign_in SET language = \(language) WHERE token = \(Passwords.kept(token))")
    }
  }

  /// Who is behind a token, `nil` when it is not, or no longer, one of ours.
  package static func visitor(_ token: [UInt8], _ db: any Connection, now: Int64) throws -> Visitor? {
    try db.first(
      """
      SELECT a.id, a.name, a.display_name, a.person, s.language FROM sign_in s
      JOIN account a ON a.id = s.account
      JOIN credential c ON c.account = a.id
      WHERE s.token = \(Passwords.kept(token)) AND s.expires > \(now) AND c.locked = 0
      """
    ) { row in
      Visitor(
        account: try row[0],
        name: try row[1],
        displayName: try row[2],
        person: try row[3],
        language: try row[4]
      )
    }
  }

  /// A digest no password has, for names that do not exist.
  private static let nobody =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
}
