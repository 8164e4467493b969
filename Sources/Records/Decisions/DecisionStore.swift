package import Basics
package import Rules
package import Storage

/// A decision as it stands in the record.
package struct FiledDecision: Hashable, Sendable {
  package let id: ID<Decision>
  package let text: DecisionText
  package let issuerName: String?
}

/// Files decisions and finds them.
package struct DecisionStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// Whether a decision had been filed when an entry was the last.
  package func isFiled(_ text: DecisionText, upTo entry: Int64) throws -> Bool {
    try db.exists(
      """
      SELECT 1 FROM decision
      WHERE number = \(text.number) AND signed_on = \(text.signed) AND issuer IS NOT DISTINCT FROM \(text.issuer)
        AND recorded <= \(entry)
      """
    )
  }

  /// The decision with this number, day and issuer; filed under `id` when it is not there yet, so that
  /// several deeds can carry out one decision.
  func file(_ text: DecisionText, as id: ID<Decision>, _ work: Work) throws -> ID<Decision> {
    let found: ID<Decision>? = try db.value(
      """
      SELECT id FROM decision
      WHERE number = \(text.number) AND signed_on = \(text.signed) AND issuer IS NOT DISTINCT FROM \(text.issuer)
      ORDER BY id LIMIT 1
      """
    )
    if let found { return found }
    let number = text.number
    if number.isEmpty { throw Refused(.number, .blank) }
    try work.insert(
      .decision,
      id,
      [
        number.sqlValue, text.signed.sqlValue, text.issuer.sqlValue, text.signer.sqlValue,
        text.basis.sqlValue,
      ]
    )
    return id
  }
}
