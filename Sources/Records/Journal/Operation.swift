package import Basics
package import Rules
import Storage

/// One thing a person can do to the record: a readable value that says what is asked.
///
/// Carrying it out is one transaction and one entry. It checks its own rights, asks the rules, writes.
package protocol Operation: Sendable {
  /// Its name in the journal.
  static var operation: String { get }

  /// What it says, for the journal: names and values in a fixed order.
  var said: [(name: String, value: String?)] { get }

  /// Does it.
  /// - Returns: the identity it made or touched, told again when the same request is repeated.
  func perform(_ work: Work) throws -> Int64?
}

/// Who is doing something.
package enum Actor: Hashable, Sendable {
  case account(ID<Account>)
  /// Somebody at this machine's console, by their user name: may do everything.
  case console(String)
}

/// What came of carrying out an operation.
package struct Receipt: Hashable, Sendable {
  /// The entry of the journal.
  package let entry: Int64
  package let moment: Int64
  package let result: Int64?
  /// Whether this request had been carried out before, and nothing was done now.
  package let wasRepeated: Bool
}

/// An operation with what surrounds it.
package struct Errand: Sendable {
  package var operation: any Operation
  package var actor: Actor
  package var decision: DecisionText?
  /// The paper of the decision, when it came along.
  package var scan: Scan?
  /// A token made by the form or command: a repeat returns the first result.
  package var request: String?
  /// What the form was filled in from: refused when others changed it since.
  package var seen: Seen?

  package init(
    _ operation: any Operation,
    by actor: Actor,
    under decision: DecisionText? = nil,
    scan: Scan? = nil,
    request: String? = nil,
    seen: Seen? = nil
  ) {
    self.scan = scan
    self.operation = operation
    self.actor = actor
    self.decision = decision
    self.request = request
    self.seen = seen
  }
}

/// What somebody had before their eyes when they filled in a form: some subjects, as known then.
package struct Seen: Hashable, Sendable {
  package var subjects: [Subject]
  /// The last entry of that knowledge.
  package var entry: Int64

  package init(_ subjects: [Subject], at entry: Int64) {
    self.subjects = subjects
    self.entry = entry
  }

  /// Refuses what was filled in when others changed one of the subjects since.
  func demandUnchanged(_ db: any Connection) throws {
    let changes = RecordChanges(db: db, after: entry)
    for subject in subjects {
      guard let last = try changes.entries(of: subject).last else { continue }
      throw Refused(nil, .changedSince(entry: Int(last)))
    }
  }
}

enum Said {
  /// What an operation said, as JSON with its names in the given order.
  static func json(_ said: [(name: String, value: String?)]) -> String {
    var text = "{"
    for (name, value) in said {
      guard let value else { continue }
      if text.utf8.count > 1 { text += "," }
      text += quoted(name) + ":" + quoted(value)
    }
    return text + "}"
  }

  /// A JSON string.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case let control where control.value < 32:
        let hex = String(control.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
