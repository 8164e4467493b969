package import Basics
package import Rules
import Storage

/// Which entries of the journal are looked for; without anything, all of them.
package struct JournalFilter: Hashable, Sendable {
  package var account: ID<Account>?
  package var operation: String?
  /// The first moment, and the first one no longer meant.
  package var from: Int64?
  package var until: Int64?
  /// How the number of the decision begins.
  package var decision: String?
  /// Only what still stands.
  package var isStanding = false
  /// The last entry there is for the reader.
  package var last: Int64?

  package init() {}

  /// What an entry called `e` must be, each part found by an index.
  var condition: SQL {
    var condition: SQL = ""
    if let account { condition += " AND e.account = \(account)" }
    if let operation { condition += " AND e.operation = \(operation)" }
    if let from { condition += " AND e.moment >= \(from)" }
    if let until { condition += " AND e.moment < \(until)" }
    if let decision {
      condition += """
         AND e.decision IN (SELECT d.id FROM decision d
          WHERE d.number >= \(decision) AND d.number < \(decision + "\u{10ffff}"))
        """
    }
    if isStanding { condition += " AND NOT EXISTS (SELECT 1 FROM entry x WHERE x.annuls = e.seq)" }
    if let last { condition += " AND e.seq <= \(last)" }
    return condition
  }
}
