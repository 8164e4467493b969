package import Basics
package import Rules
package import Storage

/// What kind of long work there is.
package enum JobKind: String, CaseIterable, Hashable, Sendable {
  /// Reads lists that were handed in and says what bringing them in would change.
  case importPreview
  /// Brings in what was previewed.
  case importCommit
  /// Recomputes the journal's chain.
  case verifyJournal
  /// Signs a plan of reorganisation, or undoes one.
  case signPlan
}

/// How far a piece of work is.
package enum JobState: String, CaseIterable, Hashable, Sendable {
  case waiting, running, done, failed, stopped

  /// Whether nothing more will happen to it by itself.
  package var isOver: Bool { self != .waiting && self != .running }
}

/// A long piece of work that outlives the page that asked for it.
package struct Job: Hashable, Sendable {
  package let id: ID<Job>
  package let kind: JobKind
  package let account: ID<Account>
  package let accountName: String
  /// What it was asked.
  package let said: JobNotes
  package let state: JobState
  /// A code for what it is doing.
  package let step: String?
  package let done: Int
  /// How much there is to do, when that is known.
  package let total: Int?
  package let made: Int64
  package let began: Int64?
  package let ended: Int64?
  /// How often it was begun.
  package let attempts: Int
  /// Whether somebody asked it to stop.
  package let isStopping: Bool
  /// What came of it.
  package let result: JobNotes
  /// The entry of the journal it made.
  package let entry: Int64?
  /// Who does it.
  package let runner: String?
  /// When it was last said that it goes on, by the clock of the machine that does it.
  package let heartbeat: Int64?

  /// The token of its deed: however often it is done, it is one entry.
  package var request: String { "job:\(id)" }
}

/// What changes of work that runs while its runner lives.
package struct JobPulse: Hashable, Sendable {
  package let job: ID<Job>
  let runner: String
  let attempts: Int
  let heartbeat: Int64

  package init(job: ID<Job>, runner: String, attempts: Int, heartbeat: Int64) {
    self.job = job
    self.runner = runner
    self.attempts = attempts
    self.heartbeat = heartbeat
  }
}

/// What the record says to the runner of a piece of work.
package enum JobHearing: Hashable, Sendable {
  case goOn
  /// Somebody asked it to stop.
  case stop
  /// It is another runner's by now, or over.
  case lost
}

/// A file that a piece of work was given, or made.
package struct JobFile: Hashable, Sendable {
  /// What it is to the work, such as `list` or `problems`.
  package let part: String
  /// What people call it.
  package let name: String
  package let hash: FileHash

  package init(part: String, name: String, hash: FileHash) {
    self.part = part
    self.name = name
    self.hash = hash
  }
}

/// Names and short values that travel with a piece of work.
package struct JobNotes: Hashable, Sendable {
  private var values: [String: String]

  package init(_ values: [String: String] = [:]) {
    self.values = values
  }

  package subscript(_ name: String) -> String? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// A whole number among them; 0 when it is not there.
  package func number(_ name: String) -> Int { values[name].flatMap { Int($0) } ?? 0 }

  /// One line each, the name and the value with a tab between.
  var text: String {
    values.sorted { $0.key < $1.key }.map { name, value in
      let plain = value.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
      return "\(name)\t\(plain)\n"
    }.joined()
  }

  init(text: String) {
    values = [:]
    for line in text.split(separator: "\n") {
      let halves = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2 else { continue }
      var value = ""
      var rest = halves[1][...]
      while let sign = rest.popFirst() {
        guard sign == "\\", let next = rest.popFirst() else {
          value.append(sign)
          continue
        }
        value.append(next == "n" ? "\n" : next)
      }
      values[String(halves[0])] = value
    }
  }
}

extension JobNotes: Readable {
  package static func read(_ row: Row, _ column: Int) throws -> JobNotes {
    JobNotes(text: try String.read(row, column))
  }
}
