import Basics
import Rules

/// The judge tried by hand: a regulation, whom it is to judge, the facts, and what it says.
struct Trial: Sendable {
  let book: Rulebook
  let subjects: [String]
  let subject: String
  /// What has to be stated; nothing when the regulation is not in force on the day shown.
  var facts: [RuleFact] = []
  var written: [String: String] = [:]
  var unreadable: Set<String> = []
  /// The unit whose figures fill in what nobody wrote.
  var unit: UnitLink?
  /// The unit as somebody wrote it: its code.
  var unitWritten = ""
  var recorded: [String: Int] = [:]
  var verdict: Verdict?

  /// Reads what somebody wrote in a field: a day as a day, a number with a point or a comma.
  static func quantity(_ text: String, _ sort: FactSort) -> Quantity? {
    let text = text.filter { !$0.isWhitespace }
    if sort == .day { return CivilDate(list: text).map { Quantity($0) } }
    return Quantity(String(text.map { $0 == "," ? "." : $0 }))
  }
}
