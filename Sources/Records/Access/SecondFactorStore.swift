package import Basics
package import Rules
package import Storage

/// The second factor of an account, without its secret.
package struct SecondFactor: Hashable, Sendable {
  package let since: Int64
  /// Recovery codes not used yet.
  package let codesLeft: Int
}

/// Reads and uses what is kept of second factors, and which roles must have one.
package struct SecondFactorStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  package func factor(of account: ID<Account>) throws -> SecondFactor? {
    try db.first(
      """
      SELECT f.since, (SELECT count(*) FROM recovery_code r WHERE r.account = f.account AND r.used_at IS NULL)
      FROM second_factor f WHERE f.account = \(account)
      """
    ) { row in SecondFactor(since: try row[0], codesLeft: try row[1]) }
  }

  /// Uses a code up, of the phone or of the paper.
  /// - Returns: whether it was a right one that had not been used.
  func use(_ code: String, of account: ID<Account>, at moment: Int64) throws -> Bool {
    let kept = try db.first(
      "SELECT f.secret, f.last_step FROM second_factor f WHERE f.account = \(account)"
    ) { row in (secret: try row[0] as [UInt8], last: try row[1] as Int64) }
    guard let kept else { return false }
    if RecoveryCodes.isOne(code) {
      return try db.execute(
        """
        UPDATE recovery_code SET used_at = \(moment)
        WHERE account = \(account) AND code = \(RecoveryCodes.kept(code)) AND used_at IS NULL
        """
      ) == 1
    }
    let digits = String(code.filter { !$0.isWhitespace })
    guard let step = OneTimeCodes.step(of: digits, kept.secret, at: moment, after: kept.last) else {
      return false
    }
    // The code of a step is good once: a repeat finds the step used.
    return try db.execute(
      "UPDATE second_factor SET last_step = \(step) WHERE account = \(account) AND last_step < \(step)"
    ) == 1
  }

  // MARK: Who must have one

  /// The roles that must have a second factor; none unless an administrator said so.
  package func required() throws -> [Role] {
    let text: String? = try db.value("SELECT value FROM setting WHERE name = \(SecondFactorStore.setting)")
    return (text ?? "").split(separator: ",").compactMap { Role(rawValue: String($0)) }
  }

  static let setting = "secondFactor"

  /// The role for which an account must have a second factor today, `nil` when it need not.
  package func required(of account: ID<Account>, on day: CivilDate) throws -> Role? {
    let roles = try required()
    guard !roles.isEmpty else { return nil }
    let held = try AccountStore(db: db).grants(account, on: day).map(\.role)
    return roles.first { held.contains($0) }
  }

  /// Signs out everybody who must have a second factor today and has none: they begin with it next time.
  func signOutThoseWithout(_ roles: [Role], on day: CivilDate) throws {
    guard !roles.isEmpty else { return }
    let list = SQL.join(roles.map { "\($0)" }, ", ")
    try db.execute(
      """
      DELETE FROM sign_in WHERE account IN (
        SELECT g.account FROM access_grant g WHERE g.role IN (\(list)) AND \(asOf("g", AsOf(day))))
      AND NOT EXISTS (SELECT 1 FROM second_factor f WHERE f.account = sign_in.account)
      """
    )
  }
}
