/// What comes of applying a rule to facts, with everything it rests on.
///
/// It proposes; a named person decides. What the facts do not show is undetermined, and says what is
/// missing.
public struct Verdict: Sendable {
  let judge: Judge
  /// Every fact as given or worked out, by its place.
  public let facts: [Quantity?]
  let truths: [Truth]
  /// The places of the facts that were worked out from others.
  private let worked: [Int]
  /// The place of what came out among the rule's outcomes.
  public internal(set) var outcome: Int?
  public internal(set) var isUndetermined = false
  /// What would have to be known.
  public internal(set) var missing: [String] = []

  init(judge: Judge, facts: [Quantity?], truths: [Truth], worked: [Int]) {
    self.judge = judge
    self.facts = facts
    self.truths = truths
    self.worked = worked
  }

  /// The name of what came out.
  public var outcomeName: String? { outcome.map { judge.rule.outcomes[$0].name } }

  /// Every clause that asks something of the subject, with what was seen.
  public var findings: [Finding] {
    let sight = Sight(facts: facts, calendar: judge.calendar)
    return zip(judge.clauses, truths).map { clause, truth in
      Finding(
        clause: clause,
        level: judge.rule.level(clause.part),
        truth: truth,
        observed: clause.condition.observed(facts, judge.book),
        lacking: truth == .notMet ? clause.condition.lacking(sight, judge.book) : nil
      )
    }
  }

  /// The clauses of a level that the facts do not meet, and the grounds they do.
  public var unmet: [Clause] {
    var found: [Clause] = []
    for (index, clause) in judge.clauses.enumerated() {
      if case .ground = clause.part {
        if truths[index] == .met { found.append(clause) }
      } else if truths[index] == .notMet {
        found.append(clause)
      }
    }
    return found
  }

  /// The first clause by which it came out as it did.
  public var deciding: Clause? {
    zip(judge.clauses, truths).first { $0.part.outcome == outcome && $1 == .met }?.0
  }

  /// What a clause saw: what was worked out stands for what it was worked out from.
  func seen(by clause: Clause) -> [Value] {
    var places = clause.condition.facts
    var below: [Int] = []
    for place in places where worked.contains(place) { judge.collect(under: place, into: &below) }
    places.removeAll { below.contains($0) }
    return places.compactMap { place in facts[place].map { Value(fact: judge.book.facts[place], amount: $0) }
    }
  }

  /// What follows from the facts and from the level reached: days, amounts.
  public var values: [Value] {
    var values = worked.compactMap { place in
      facts[place].map { Value(fact: judge.book.facts[place], amount: $0) }
    }
    let sight = Sight(facts: facts, calendar: judge.calendar)
    for clause in judge.clauses where clause.part == .precondition || clause.part.outcome == outcome {
      for gift in clause.gives where outcome != nil {
        guard let amount = gift.amount.value(sight) else { continue }
        values.append(Value(fact: judge.book.facts[gift.fact], amount: amount))
      }
    }
    return values
  }

  /// So much of a fact.
  public struct Value: Hashable, Sendable {
    public let fact: RuleFact
    public let amount: Quantity

    /// As people write it: a day as a day.
    public var text: String { fact.sort.text(amount) }
  }

  /// What was asked by a clause, and what was seen.
  public struct Finding: Hashable, Sendable {
    public let clause: Clause
    /// The outcome it is about; none for a precondition.
    public let level: Outcome?
    public let truth: Truth
    /// What was seen; none when a fact is missing.
    public let observed: String?
    /// What more of one thing would meet it, all else staying as it is; none where no single count or score would.
    public let lacking: Value?

    /// Whether it is a ground that alone is enough, and not one of the things all of which are asked.
    public var isGround: Bool {
      if case .ground = clause.part { true } else { false }
    }
  }
}

extension Clause.Part {
  public var outcome: Int? {
    switch self {
    case .precondition: nil
    case .ground(let outcome), .level(let outcome): outcome
    }
  }
}

extension Rule {
  func level(_ part: Clause.Part) -> Outcome? {
    part.outcome.map { outcomes[$0] }
  }
}

extension FactSort {
  /// A number as people write it.
  public func text(_ amount: Quantity) -> String {
    if self == .day, let day = amount.day { return "\(day)" }
    return amount.text(decimals: 4)
  }
}

extension Condition {
  /// What more of the fact it compares would meet it: of what is counted the next whole number.
  func lacking(_ sight: Sight, _ book: Rulebook) -> Verdict.Value? {
    guard case .compare(.fact(let place), let comparison, let other) = self, let have = sight.facts[place],
      let needed = other.value(sight), needed >= have
    else { return nil }
    let fact = book.facts[place]
    switch (fact.sort, comparison) {
    case (.count, .atLeast), (.count, .equal):
      let whole = needed.isWhole ? needed : needed.floor + Quantity(1)
      return Verdict.Value(fact: fact, amount: whole - have)
    case (.count, .more): return Verdict.Value(fact: fact, amount: needed.floor + Quantity(1) - have)
    case (.points, .atLeast): return Verdict.Value(fact: fact, amount: needed - have)
    default: return nil
    }
  }

  /// What was seen of each thing it reads: `tasks.beyond 11 = 27.5% of 40`; `nil` when something is missing.
  func observed(_ facts: [Quantity?], _ book: Rulebook) -> String? {
    let places = self.facts
    guard !places.isEmpty, places.allSatisfy({ facts[$0] != nil }) else { return nil }
    if case .compare(.fact(let part), _, .share(_, .fact(let whole))) = self, let one = facts[part],
      let all = facts[whole], let share = one * Quantity(100) / all
    {
      return "\(one) = \(share.text(decimals: 2))% of \(all)"
    }
    if places.count == 1, let value = facts[places[0]] { return book.facts[places[0]].sort.text(value) }
    return places.compactMap { place in
      facts[place].map { "\(book.facts[place].name) \(book.facts[place].sort.text($0))" }
    }
    .joined(separator: ", ")
  }
}
