import Basics

/// What is measured or asked for: a fact, a number, or what follows from them.
///
/// Facts are held by their place in the rulebook's own list, so that judging looks nothing up by name.
public indirect enum Expression: Hashable, Sendable {
  case fact(Int)
  case number(Quantity)
  /// So many hundredths of something.
  case share(Quantity, Expression)
  case sum(Expression, Expression)
  case difference(Expression, Expression)
  case product(Expression, Expression)
  case quotient(Expression, Expression)
  case floor(Expression)
  case least(Expression, Expression)
  case most(Expression, Expression)
  /// The same day so many months later, or the month's last day.
  case months(Expression, Expression)
  /// The day so many working days later.
  case workingDays(Expression, Expression)
  /// The whole years from one day to another.
  case years(Expression, Expression)
}

/// How two numbers stand to each other.
public enum Comparison: String, Hashable, Sendable, CaseIterable {
  case atLeast = ">="
  case more = ">"
  case atMost = "<="
  case less = "<"
  case equal = "="
  case unequal = "!="

  @inline(__always)
  func holds(_ one: Quantity, _ other: Quantity) -> Bool {
    switch self {
    case .atLeast: one.millionths >= other.millionths
    case .more: one.millionths > other.millionths
    case .atMost: one.millionths <= other.millionths
    case .less: one.millionths < other.millionths
    case .equal: one.millionths == other.millionths
    case .unequal: one.millionths != other.millionths
    }
  }

  @inline(__always)
  func holds(_ one: Int128, _ other: Int128) -> Bool {
    switch self {
    case .atLeast: one >= other
    case .more: one > other
    case .atMost: one <= other
    case .less: one < other
    case .equal: one == other
    case .unequal: one != other
    }
  }

  /// As people write it.
  public var sign: String {
    switch self {
    case .atLeast: "≥"
    case .more: ">"
    case .atMost: "≤"
    case .less: "<"
    case .equal: "="
    case .unequal: "≠"
    }
  }
}

/// What a clause asks of the facts.
public indirect enum Condition: Hashable, Sendable {
  case compare(Expression, Comparison, Expression)
  case all([Condition])
  case any([Condition])
  /// A place kept for a text that is not known: nobody can say whether it is met.
  case open
}

/// What can be said of a condition: met, not met, or not shown because a fact is missing.
public enum Truth: Hashable, Sendable {
  case met
  case notMet
  case unknown

  init(_ isMet: Bool) { self = isMet ? .met : .notMet }
}

/// What is known when a rule is applied: the facts by their places, the day, and which days are worked.
struct Sight {
  let facts: [Quantity?]
  let calendar: WorkCalendar
}

extension Expression {
  func value(_ sight: borrowing Sight) -> Quantity? {
    switch self {
    case .fact(let place): return sight.facts[place]
    case .number(let number): return number
    case .share(let percent, let whole): return whole.value(sight)?.share(percent)
    case .floor(let one): return one.value(sight)?.floor
    case .sum(let one, let other), .difference(let one, let other), .product(let one, let other),
      .quotient(let one, let other), .least(let one, let other), .most(let one, let other),
      .months(let one, let other), .workingDays(let one, let other), .years(let one, let other):
      guard let first = one.value(sight), let second = other.value(sight) else { return nil }
      return combined(first, second, sight.calendar)
    }
  }

  private func combined(_ one: Quantity, _ other: Quantity, _ calendar: WorkCalendar) -> Quantity? {
    switch self {
    case .sum: one + other
    case .difference: one - other
    case .product: one * other
    case .quotient: one / other
    case .least: min(one, other)
    case .most: max(one, other)
    case .months: one.day.map { Quantity($0.adding(months: other.whole)) }
    case .workingDays: one.day.flatMap { calendar.day(other.whole, after: $0) }.map { Quantity($0) }
    case .years: one.day.flatMap { from in other.day.map { Quantity($0.years(since: from)) } }
    case .fact, .number, .share, .floor: nil
    }
  }

  /// Whether it follows from facts, and is not the same whatever they are.
  var readsFacts: Bool {
    var places: [Int] = []
    collect(into: &places)
    return !places.isEmpty
  }

  /// The places of the facts it reads.
  func collect(into places: inout [Int]) {
    switch self {
    case .fact(let place): places.append(place)
    case .number: break
    case .share(_, let one), .floor(let one): one.collect(into: &places)
    case .sum(let one, let other), .difference(let one, let other), .product(let one, let other),
      .quotient(let one, let other), .least(let one, let other), .most(let one, let other),
      .months(let one, let other), .workingDays(let one, let other), .years(let one, let other):
      one.collect(into: &places)
      other.collect(into: &places)
    }
  }
}

extension Condition {
  func truth(_ sight: borrowing Sight) -> Truth {
    switch self {
    case .compare(let one, let comparison, let other):
      guard let first = one.value(sight), let second = other.value(sight) else { return .unknown }
      return comparison.holds(first, second) ? .met : .notMet
    case .all(let parts):
      var result = Truth.met
      for part in parts {
        switch part.truth(sight) {
        case .met: break
        case .notMet: return .notMet
        case .unknown: result = .unknown
        }
      }
      return result
    case .any(let parts):
      var result = Truth.notMet
      for part in parts {
        switch part.truth(sight) {
        case .met: return .met
        case .notMet: break
        case .unknown: result = .unknown
        }
      }
      return result
    case .open: return .unknown
    }
  }

  /// The places of the facts it reads, each once, in the order of reading.
  public var facts: [Int] {
    var places: [Int] = []
    collect(into: &places)
    var seen: Set<Int> = []
    return places.filter { seen.insert($0).inserted }
  }

  func collect(into places: inout [Int]) {
    switch self {
    case .compare(let one, _, let other):
      one.collect(into: &places)
      other.collect(into: &places)
    case .all(let parts), .any(let parts):
      for part in parts { part.collect(into: &places) }
    case .open: break
    }
  }
}
