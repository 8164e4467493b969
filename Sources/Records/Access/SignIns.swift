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
  private static let free = 5

  package init(_ database: any Database, clock: Clock = .system) {
    self.database = database
    self.clock = clock
  }

  /// What is kept of an account's password, `nil` when there is no such account.
  package struct Credential: Sendable {
    package let account: ID<Account>
    package let digest: String
    let failures: Int
    let failedAt: Int64?
    let isLocked: Bool
  }

  package func credential(_ name: String) async throws -> Credential? {
    try await database.read { db in
      try db.first(
        """
        SELECT c.account, c.password, c.failures, c.failed_at, c.locked FROM account a
        JOIN credential c ON c.account = a.id WHERE a.name = \(name)
        """
      ) { row in
        Credential(
          account: try row[0],
          digest: try row[1],
          failures: try row[2],
          failedAt: try row[3],
          isLocked: try row[4] as Int == 1
        )
      }
    }
  }

  /// Signs in, given whether the password was the right one.
  ///
  ///
  /// `credential`: what `credential(_:)` gave; `nil` for a name that does not exist.
  /// `verify`: compares the password; takes its time, and is called for unknown names too, so that they
  ///     cannot be told from known ones.
  package func signIn(
    _ credential: Credential?,
    language: String,
    verify: @Sendable (String) async -> Bool
  ) async throws -> SignInResult {
    let now = clock.now()
    if let credential, credential.failures >= SignIns.free, let failedAt = credential.failedAt {
      let pause = min(Int64(1) << Int64(min(credential.failures - SignIns.free, 9)), 300) * 1000
      let left = failedAt + pause - now
      if left > 0 { return .wait(seconds: Int((left + 999) / 1000)) }
    }
    let isRight = await verify(credential?.digest ?? SignIns.nobody)
    guard let credential else { return .wrong }
    let account = credential.account
    guard isRight else {
      try await database.write { db in
        _ = try db.execute(
          "UPDATE credential SET failures = failures + 1, failed_at = \(now) WHERE account = \(account)"
        )
      }
      return .wrong
    }
    if credential.isLocked { return .locked }
    let token = Passwords.token()
    try await database.write { db in
      _ = try db.execute("DELETE FROM sign_in WHERE expires <= \(now)")
      try db.execute(
        "UPDATE credential SET failures = 0, failed_at = NULL, signed_in_at = \(now) WHERE account = \(account)"
      )
      try db.execute(
        """
        INSERT INTO sign_in (token, account, began, expires, language)
        VALUES (\(Passwords.kept(token)), \(account), \(now), \(now + SignIns.lasts), \(language))
        """
      )
    }
    return .signedIn(token)
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
