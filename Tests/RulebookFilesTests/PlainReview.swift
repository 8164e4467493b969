import Rules

/// Regulation 366 written out by hand, to hold the rulebook against: whole numbers, no rulebook, no expression.
struct PlainReview {
  private let subject: String
  private let facts: [String: Quantity]

  init(_ subject: String, _ facts: [String: Quantity]) {
    self.subject = subject
    self.facts = facts
  }

  var outcome: String? {
    guard let assigned = millionths("tasks.assigned"), assigned > 0 else { return nil }
    if subject == "leader", hasGround(assigned) { return "notCompleted" }
    guard let score = millionths("review.score") else { return nil }
    if score < 50_000_000 { return "notCompleted" }
    let done = millionths("tasks.done").map { $0 >= assigned }
    let onTime = millionths("tasks.onTime").map { $0 >= assigned }
    var excellent = [
      score >= 90_000_000, done, onTime,
      millionths("tasks.beyond").map { $0 * 10 >= assigned * 3 },
      both("limitations.remedied", "limitations.noted").map { $0 >= $1 },
    ]
    if subject == "collective" || subject == "organisation" {
      excellent += [
        millionths("units.disciplined").map { $0 == 0 }, millionths("people.disciplined").map { $0 == 0 },
      ]
    }
    let late = both("tasks.done", "tasks.onTime").map { ($0 - $1) * 5 <= assigned }
    for (name, asked) in [
      ("excellent", excellent), ("good", [score >= 70_000_000, done, onTime]), ("completed", [done, late]),
    ] {
      if asked.contains(false) { continue }
      return asked.contains(nil) ? nil : name
    }
    return nil
  }

  private func hasGround(_ assigned: Int64) -> Bool {
    if let done = millionths("tasks.done"), done * 10 < assigned * 7 { return true }
    if let units = both("units.notCompleted", "units.subordinate"), units.0 * 2 > units.1 { return true }
    if let low = millionths("confidence.lowPercent"), low > 50_000_000 { return true }
    return ["person.disciplined", "conclusions.degradation", "targets.mainMissed"]
      .contains { (millionths($0) ?? 0) > 0 }
  }

  private func millionths(_ name: String) -> Int64? { facts[name]?.millionths }

  private func both(_ one: String, _ other: String) -> (Int64, Int64)? {
    guard let first = millionths(one), let second = millionths(other) else { return nil }
    return (first, second)
  }
}

/// Numbers that look drawn, the same in every run.
struct SplitMix {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}

/// Facts of a review, most of them near a bound.
enum RandomFacts {
  static func draw(_ numbers: inout SplitMix) -> [String: Quantity] {
    let assigned = numbers.next(45)
    let done = max(0, assigned - max(0, numbers.next(24) - 14))
    let onTime = max(0, done - max(0, numbers.next(20) - 13))
    let scores = [30, 49, 50, 69, 70, 89, 90, 91, 100]
    let noted = numbers.next(4)
    var facts: [String: Int] = [
      "tasks.assigned": assigned, "tasks.done": done, "tasks.onTime": onTime,
      "tasks.beyond": numbers.next(assigned + 1), "limitations.noted": noted,
      "limitations.remedied": max(0, noted - max(0, numbers.next(4) - 2)),
      "units.subordinate": numbers.next(6),
      "units.disciplined": max(0, numbers.next(8) - 6), "units.notCompleted": max(0, numbers.next(9) - 6),
      "people.disciplined": max(0, numbers.next(8) - 6), "person.disciplined": max(0, numbers.next(9) - 7),
      "confidence.lowPercent": [0, 20, 50, 51][numbers.next(4)],
      "conclusions.degradation": max(0, numbers.next(9) - 7),
      "targets.mainMissed": max(0, numbers.next(9) - 7),
    ]
    facts["review.score"] = scores[numbers.next(scores.count)]
    var drawn = facts.mapValues { Quantity($0) }
    for name in facts.keys.sorted() where numbers.next(40) == 0 { drawn[name] = nil }
    return drawn
  }
}
