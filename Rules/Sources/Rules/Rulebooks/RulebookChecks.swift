import Basics

extension Rulebook {
  /// What in it cannot be meant, though every word of it can be read.
  public func faults(in file: String) -> [RulebookFault] {
    var found: [RulebookFault] = []
    func fault(_ line: Int, _ reason: RulebookFault.Reason) {
      found.append(RulebookFault(file: file, line: line, reason))
    }
    for (rule, clause) in clauses {
      if !span.contains(clause.span) { fault(clause.line, .outsideItsDays(span)) }
      if clause.confidence.isVerified, clause.sources.isEmpty { fault(clause.line, .verifiedWithoutSource) }
      let isOpen = clause.condition == .open
      if clause.confidence != .notFound, isOpen { fault(clause.line, .openAndNotMarked) }
      if clause.isOptional, case .level = clause.part { fault(clause.line, .optionalLevel) }
      if !isOpen, clause.condition.facts.isEmpty { fault(clause.line, .nothingAsked) }
      for subject in clause.subjects where !rule.subjects.isEmpty && !rule.subjects.contains(subject) {
        fault(clause.line, .unknownSubject(subject))
      }
      for (place, comparison, bound) in clause.condition.bounds {
        let sort = facts[place].sort
        if let range = sort.bounds, !range.contains(bound) || comparison.isIdle(bound, range) {
          fault(clause.line, .boundOutOfReach(facts[place].name, bound))
        }
      }
    }
    for rule in rules { check(rule, fault) }
    for cap in caps where !rules.contains(where: { $0.outcomes.contains { $0.name == cap.outcome } }) {
      fault(line, .unknownOutcome(cap.outcome))
    }
    return found
  }

  private func check(_ rule: Rule, _ fault: (Int, RulebookFault.Reason) -> Void) {
    for (place, outcome) in rule.outcomes.enumerated() where rule.otherwise != place {
      guard rule.clauses.contains(where: { $0.part.outcome == place }) else {
        fault(rule.clauses.first?.line ?? line, .emptyOutcome(outcome.name))
        continue
      }
    }
    let subjects = rule.subjects.isEmpty ? [""] : rule.subjects
    for subject in subjects {
      var above: [Int: (bound: Quantity, outcome: Int)] = [:]
      for place in rule.outcomes.indices {
        let asked = rule.clauses.filter {
          $0.part == .level(place) && ($0.subjects.isEmpty || $0.subjects.contains(subject))
        }
        var ranges: [Int: Reach] = [:]
        for clause in asked {
          for (fact, comparison, bound) in clause.condition.certainBounds {
            ranges[fact, default: Reach()].cut(comparison, bound)
            if ranges[fact]?.isEmpty == true {
              fault(clause.line, .contradiction(facts[fact].name))
              ranges[fact] = Reach()
            }
            guard comparison == .atLeast || comparison == .more else { continue }
            if facts[fact].sort == .points, let higher = above[fact], higher.bound < bound {
              fault(
                clause.line,
                .levelsCrossed(rule.outcomes[higher.outcome].name, rule.outcomes[place].name)
              )
            }
            above[fact] = (bound, place)
          }
        }
      }
    }
  }
}

/// What is left of a number when all that is asked of it holds.
private struct Reach {
  var from: Quantity?
  var to: Quantity?
  var isEmpty = false

  mutating func cut(_ comparison: Comparison, _ bound: Quantity) {
    let next = Quantity(millionths: bound.millionths == .max ? .max : bound.millionths + 1)
    let previous = Quantity(millionths: bound.millionths == .min ? .min : bound.millionths - 1)
    switch comparison {
    case .atLeast: from = max(from ?? bound, bound)
    case .more: from = max(from ?? next, next)
    case .atMost: to = min(to ?? bound, bound)
    case .less: to = min(to ?? previous, previous)
    case .equal:
      from = max(from ?? bound, bound)
      to = min(to ?? bound, bound)
    case .unequal: break
    }
    if let from, let to, to < from { isEmpty = true }
  }
}

extension Comparison {
  /// Whether every number there can be passes it, or none does.
  fileprivate func isIdle(_ bound: Quantity, _ range: ClosedRange<Quantity>) -> Bool {
    switch self {
    case .atLeast: bound == range.lowerBound
    case .less: bound == range.lowerBound
    case .more: bound == range.upperBound
    case .atMost: bound == range.upperBound
    case .equal, .unequal: false
    }
  }
}

extension Condition {
  /// Every fact that is held against a number of its own.
  var bounds: [(fact: Int, comparison: Comparison, bound: Quantity)] {
    switch self {
    case .compare(.fact(let place), let comparison, .number(let bound)): [(place, comparison, bound)]
    case .compare, .open: []
    case .all(let parts), .any(let parts): parts.flatMap(\.bounds)
    }
  }

  /// Those of them that must hold in any case.
  var certainBounds: [(fact: Int, comparison: Comparison, bound: Quantity)] {
    switch self {
    case .all(let parts): parts.flatMap(\.certainBounds)
    case .compare: bounds
    case .any, .open: []
    }
  }
}
