public import Basics

/// A rule of a rulebook, ready to be applied to a kind of subject on a day.
///
/// It reads facts and gives a verdict with its findings; it decides about nobody. It is made once, and
/// applied to as many subjects as there are.
public final class Judge: Sendable {
  public let book: Rulebook
  public let rule: Rule
  public let day: CivilDate
  /// The days around it on which the same clauses are in force, and it judges the same.
  public let days: Span
  let calendar: WorkCalendar
  /// The clauses in force that ask something of the subject, in the order of their steps.
  let clauses: [Clause]
  private let checks: [Check]
  private let steps: [Step]
  private let places: [String: Int]
  private let optional: [Bool]
  /// What is worked out on the day, in the order of the rulebook's facts.
  private let derived: [(place: Int, expression: Expression)]

  /// A stretch of the clauses that is looked at together.
  private struct Step {
    enum Kind {
      case precondition
      case grounds
      case level
    }

    let kind: Kind
    let outcome: Int?
    let clauses: Range<Int>
  }

  /// Why a rulebook does not judge.
  public enum Obstacle: Error, Hashable {
    /// It does not know such a subject.
    case unknownSubject(String, known: [String])
    /// It was not in force on the day.
    case notInForce(CivilDate, Span)
  }

  public init(
    _ book: Rulebook,
    subject: String,
    on day: CivilDate,
    calendar: WorkCalendar = WorkCalendar()
  ) throws(Obstacle) {
    guard let rule = book.rule(for: subject) else {
      throw .unknownSubject(subject, known: book.rules.flatMap(\.subjects))
    }
    guard book.span.contains(day) else { throw .notInForce(day, book.span) }
    self.book = book
    self.rule = rule
    self.day = day
    self.calendar = calendar
    let stretches = rule.clauses.map(\.span) + book.facts.flatMap { $0.derived.map(\.span) }
    days = stretches.reduce(book.span) { $0.around(day, apartFrom: $1) }
    places = book.places
    derived = book.facts.indices.compactMap { place in
      book.facts[place].derived.first { $0.span.contains(day) }.map { (place, $0.value) }
    }
    let asked = rule.clauses.filter { clause in
      clause.span.contains(day) && (clause.subjects.isEmpty || clause.subjects.contains(subject))
    }
    var ordered: [Clause] = []
    var steps: [Step] = []
    func add(_ kind: Step.Kind, _ outcome: Int?, _ part: Clause.Part) {
      let start = ordered.count
      ordered += asked.filter { $0.part == part }
      if ordered.count > start {
        steps.append(Step(kind: kind, outcome: outcome, clauses: start..<ordered.count))
      }
    }
    add(.precondition, nil, .precondition)
    for outcome in rule.outcomes.indices.reversed() { add(.grounds, outcome, .ground(outcome)) }
    for outcome in rule.outcomes.indices { add(.level, outcome, .level(outcome)) }
    clauses = ordered
    checks = ordered.map { Check($0.condition) }
    optional = ordered.map(\.isOptional)
    self.steps = steps
  }

  /// The facts somebody has to state for it, in the order of the rulebook.
  public var asked: [RuleFact] {
    var places: Set<Int> = []
    var open: [Int] = clauses.flatMap { clause in
      var read = clause.condition.facts
      for gift in clause.gives { gift.amount.collect(into: &read) }
      return read
    }
    while let place = open.popLast() {
      guard places.insert(place).inserted else { continue }
      derived.first { $0.place == place }?.expression.collect(into: &open)
    }
    return places.sorted().filter { place in !derived.contains { $0.place == place } }.map { book.facts[$0] }
  }

  /// The facts by their places; those of which the rulebook says nothing are left out.
  public func sheet(_ facts: [String: Quantity]) -> [Quantity?] {
    var sheet = [Quantity?](repeating: nil, count: book.facts.count)
    for (name, value) in facts {
      if let place = places[name] { sheet[place] = value }
    }
    return sheet
  }

  public func verdict(_ facts: [String: Quantity]) -> Verdict {
    verdict(sheet: sheet(facts))
  }

  /// Judges facts by their places.
  public func verdict(sheet: [Quantity?]) -> Verdict {
    var facts = sheet
    var worked: [Int] = []
    for (place, expression) in derived where facts[place] == nil {
      facts[place] = expression.value(Sight(facts: facts, calendar: calendar))
      if facts[place] != nil, expression.readsFacts { worked.append(place) }
    }
    let truths = facts.withUnsafeBufferPointer { known in
      [Truth](unsafeUninitializedCapacity: checks.count) { truths, count in
        for index in checks.indices {
          let truth = checks[index].truth(known) { Sight(facts: facts, calendar: calendar) }
          truths.initializeElement(at: index, to: truth)
        }
        count = checks.count
      }
    }
    var verdict = Verdict(judge: self, facts: facts, truths: truths, worked: worked)
    conclude(&verdict)
    return verdict
  }

  private func conclude(_ verdict: inout Verdict) {
    for (index, step) in steps.enumerated() {
      switch answer(step, verdict.truths) {
      case .met:
        if step.kind == .precondition { continue }
        verdict.outcome = step.outcome
        return
      case .notMet:
        if step.kind != .precondition { continue }
        verdict.isUndetermined = true
        return
      case .unknown:
        verdict.isUndetermined = true
        verdict.missing = missing(from: index, verdict)
        return
      }
    }
    verdict.outcome = rule.otherwise
    verdict.isUndetermined = rule.otherwise == nil
  }

  /// Whether a step's conditions are all met, or for grounds whether one is.
  private func answer(_ step: Step, _ truths: [Truth]) -> Truth {
    var isBlocked = false
    for index in step.clauses {
      switch (truths[index], step.kind) {
      case (.met, .grounds): return .met
      case (.notMet, .level), (.notMet, .precondition): return .notMet
      case (.met, _), (.notMet, _): break
      case (.unknown, _): if !optional[index] { isBlocked = true }
      }
    }
    if isBlocked { return .unknown }
    return step.kind == .grounds ? .notMet : .met
  }

  /// The names without which nothing can be said, from the step at which judging stopped.
  private func missing(from start: Int, _ verdict: Verdict) -> [String] {
    var names: [String] = []
    for step in steps[start...] where answer(step, verdict.truths) == .unknown {
      for index in step.clauses where verdict.truths[index] == .unknown && !clauses[index].isOptional {
        let clause = clauses[index]
        let places = clause.condition.facts.filter { verdict.facts[$0] == nil }
        for place in places {
          for name in leaves(place, verdict.facts) where !names.contains(name) { names.append(name) }
        }
        if places.isEmpty, !names.contains(clause.name) {
          names.append(clause.condition == .open ? clause.name : "calendar")
        }
      }
    }
    return names
  }

  /// The places of the facts another is worked out from.
  func collect(under place: Int, into below: inout [Int]) {
    derived.first { $0.place == place }?.expression.collect(into: &below)
  }

  /// What a missing fact would be worked out from, as far as that is missing.
  private func leaves(_ place: Int, _ facts: [Quantity?]) -> [String] {
    guard let expression = derived.first(where: { $0.place == place })?.expression else {
      return [book.facts[place].name]
    }
    var below: [Int] = []
    expression.collect(into: &below)
    let missing = below.filter { facts[$0] == nil && $0 != place }
    return missing.isEmpty ? ["calendar"] : missing.flatMap { leaves($0, facts) }
  }
}

extension Span {
  /// The part of these days around one of them that lies wholly within another stretch, or wholly without it.
  fileprivate func around(_ day: CivilDate, apartFrom other: Span) -> Span {
    let edges = [other.start, other.end].compactMap { $0 }
    let from = edges.filter { $0 <= day }.max().map { Swift.max($0, start) } ?? start
    let until = edges.filter { $0 > day }.min().map { edge in end.map { Swift.min($0, edge) } ?? edge } ?? end
    return Span(from: from, until: until) ?? self
  }
}

/// Judges facts by the rulebook as it asks of such a subject on the day.
public func judge(
  _ facts: [String: Quantity],
  by book: Rulebook,
  as subject: String,
  on day: CivilDate,
  calendar: WorkCalendar = WorkCalendar()
) throws(Judge.Obstacle) -> Verdict {
  try Judge(book, subject: subject, on: day, calendar: calendar).verdict(facts)
}
