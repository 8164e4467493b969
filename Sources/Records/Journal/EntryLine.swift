package import Basics
package import Rules
import Storage

/// One line of the journal: what was done, by whom, when, under which decision, and the digests that
/// bind it to the line before.
package struct EntryLine: Hashable, Sendable {
  package let seq: Int64
  package let moment: Int64
  package let account: ID<Account>
  package let operation: String
  package let decision: ID<Decision>?
  package let request: String?
  /// The entry that this one annuls.
  package let annuls: Int64?
  package let result: Int64?
  /// The digest of what it said.
  package let payload: [UInt8]
  /// The digests of the rows it wrote.
  package let rows: [UInt8]
  /// The hash of the entry before.
  package let previous: [UInt8]

  /// The entry's own hash.
  package var hash: [UInt8] {
    let digest = Digest()
    digest.add(previous)
    digest.add(seq)
    digest.add(moment)
    digest.add(account.number)
    digest.add(operation)
    digest.add(decision?.number)
    digest.add(request ?? "")
    digest.add(annuls)
    digest.add(result)
    digest.add(payload)
    digest.add(rows)
    return digest.finish()
  }

  static let columns: SQL =
    "seq, moment, account, operation, decision, request, annuls, result, payload, rows, previous"

  init(_ row: Row) throws {
    seq = try row[0]
    moment = try row[1]
    account = try row[2]
    operation = try row[3]
    decision = try row[4]
    request = try row[5]
    annuls = try row[6]
    result = try row[7]
    payload = try row[8]
    rows = try row[9]
    previous = try row[10]
  }

  init(
    seq: Int64,
    moment: Int64,
    account: ID<Account>,
    operation: String,
    decision: ID<Decision>?,
    request: String?,
    annuls: Int64?,
    result: Int64?,
    payload: [UInt8],
    rows: [UInt8],
    previous: [UInt8]
  ) {
    self.seq = seq
    self.moment = moment
    self.account = account
    self.operation = operation
    self.decision = decision
    self.request = request
    self.annuls = annuls
    self.result = result
    self.payload = payload
    self.rows = rows
    self.previous = previous
  }
}
