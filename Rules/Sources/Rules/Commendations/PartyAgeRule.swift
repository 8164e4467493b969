public import Basics

/// Whether time suspended counts as years in the Party, as the rule of a day has it.
///
/// The rule is asked how many of the days suspended are left out; years are then counted from so many days after
/// the decision to admit.
public struct PartyAgeRule: Sendable {
  /// The clause that says so.
  public let clause: Clause?
  private let judge: Judge
  /// Whether any day suspended is left out.
  public let leavesOut: Bool

  /// `nil` when no rule is known on that day: all days count.
  public init?(_ library: RulebookLibrary, on day: CivilDate) {
    guard let judge = library.judge("charter", of: "partyAge", on: day) else { return nil }
    self.judge = judge
    clause = judge.rule.clauses.first { $0.span.contains(day) }
    leavesOut = Self.leftOut(1_000, judge) > 0
  }

  private static func leftOut(_ days: Int, _ judge: Judge) -> Int {
    let verdict = judge.verdict(["partyAge.suspendedDays": Quantity(days)])
    return verdict.values.first { $0.fact.name == "partyAge.leftOut" }?.amount.floor.whole ?? 0
  }

  /// How many of so many days suspended are left out.
  public func leftOut(of days: Int) -> Int {
    leavesOut && days > 0 ? max(Self.leftOut(days, judge), 0) : 0
  }

  /// The day from which years are counted on a day.
  public func start(_ decided: CivilDate, _ suspended: [Span], on day: CivilDate) -> CivilDate {
    decided.adding(days: leftOut(of: Self.days(suspended, from: decided, until: day)))
  }

  /// How many days of some spans lie between two days.
  public static func days(_ spans: [Span], from: CivilDate, until: CivilDate) -> Int {
    guard let whole = Span(from: from, until: until) else { return 0 }
    return spans.compactMap { $0.intersection(whole) }
      .reduce(0) { sum, span in sum + (span.end.map { span.start.days(until: $0) } ?? 0) }
  }
}

extension Life {
  /// The days on which the person was suspended.
  public var suspensions: [Span] {
    states.filter { $0.value.kind == .suspended }.map(\.span)
  }
}
