package import Basics
package import Rules
import Storage

/// The paper of a decision as a file: a scan, or the signed original.
package struct Scan: Hashable, Sendable {
  package let file: FileHash
  /// What it was called when it was handed in.
  package let name: String

  package init(_ file: FileHash, name: String) {
    self.file = file
    self.name = name
  }
}

/// Adds the scan of a decision that is on file without one.
package struct AttachScan: Operation {
  package static let operation = "attachScan"
  package var filed: ID<Decision>
  package var scan: Scan

  package init(to decision: ID<Decision>, _ scan: Scan) {
    filed = decision
    self.scan = scan
  }

  package var said: [(name: String, value: String?)] {
    [("decision", filed.description), ("file", scan.file.description), ("name", scan.name)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    guard let decision = try DecisionStore(db: work.db).decision(filed) else {
      throw Refused(.decision, .unknownDecision(filed.description))
    }
    if let issuer = decision.text.issuer {
      try work.require(.fileDecisions, on: issuer)
    } else {
      try work.requireEverywhere(.fileDecisions)
    }
    try work.keep(scan, of: filed)
    return filed.number
  }
}

extension Work {
  /// Writes down that a file is the paper of a decision, once.
  func keep(_ scan: Scan, of decision: ID<Decision>) throws {
    guard try FileStore(db: db).file(scan.file) != nil else { throw Refused(.scan, .blank) }
    try Written.text(scan.name, .scan, limit: 200).raise()
    let again = try db.exists(
      "SELECT 1 FROM decision_scan WHERE decision = \(decision) AND file = \(scan.file)"
    )
    if again { return }
    let id: ID<FactMark> = draw()
    try insert(.scan, id, [decision.sqlValue, scan.file.sqlValue, scan.name.sqlValue])
  }
}

extension DecisionStore {
  /// The papers of a decision, in the order in which they were handed in.
  package func scans(of decision: ID<Decision>) throws -> [Scan] {
    try db.rows("SELECT file, name FROM decision_scan WHERE decision = \(decision) ORDER BY id") { row in
      Scan(try row[0], name: try row[1])
    }
  }
}
