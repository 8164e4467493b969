package import Basics
import Notation
package import Rules

/// Worked cases of a rulebook: facts, the clause they test, and what must come of them.
///
///     cases: review-2025
///     facts: {review.score: 95, tasks.assigned: 40}      # unless a case says otherwise
///     rows:
///       - {clause: excellent.score, subject: leader, on: 2025-12-31, with: {review.score: 89.5}, outcome: good}
package struct CaseFile {
  package let rulebook: String
  package let cases: [Case]

  package struct Case {
    package let line: Int
    package let clause: String
    package let subject: String
    package let day: CivilDate
    package let facts: [String: Quantity]
    /// What comes of it; none when it stays undetermined.
    package let outcome: String?
    package let missing: [String]
    /// What is worked out, as written.
    package let values: [String: String]
  }

  package static func read(_ text: String, name file: String) -> Result<CaseFile, RulebookFaults> {
    let faults = FaultList(file)
    let found = Part.read(text, faults).flatMap { read($0) }
    guard let found, faults.faults.isEmpty else { return .failure(RulebookFaults(faults: faults.faults)) }
    return .success(found)
  }

  private static func read(_ whole: Part) -> CaseFile? {
    whole.allow("cases", "facts", "on", "rows")
    guard let rulebook = whole.required("cases")?.text, let rows = whole.required("rows") else { return nil }
    let common = whole["facts"].map(facts) ?? [:]
    let usual = whole["on"]?.day
    let cases = rows.items.compactMap { row -> Case? in
      row.allow("clause", "subject", "on", "with", "without", "outcome", "missing", "values")
      guard let clause = row.required("clause")?.text, let subject = row.required("subject")?.text,
        let outcome = row.required("outcome")?.text, let day = row["on"]?.day ?? usual
      else { return nil }
      var stated = common.merging(row["with"].map(facts) ?? [:]) { _, own in own }
      for name in row["without"]?.texts ?? [] { stated[name] = nil }
      let values = row["values"]?.members.compactMap { name, part in part.text.map { (name, $0) } } ?? []
      return Case(
        line: row.line,
        clause: clause,
        subject: subject,
        day: day,
        facts: stated,
        outcome: outcome == "undetermined" ? nil : outcome,
        missing: row["missing"]?.texts ?? [],
        values: Dictionary(values) { first, _ in first }
      )
    }
    return CaseFile(rulebook: rulebook, cases: cases)
  }

  private static func facts(_ part: Part) -> [String: Quantity] {
    var facts: [String: Quantity] = [:]
    for (name, part) in part.members {
      guard let text = part.text else { continue }
      if let day = CivilDate(text) {
        facts[name] = Quantity(day)
      } else if let number = part.number {
        facts[name] = number
      }
    }
    return facts
  }
}
