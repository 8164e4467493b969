public import Basics

/// What a member owes for a month and why, as the rule of that month has it.
///
/// A share that is no whole number of đồng is cut to one: nobody owes more than the share. No rule says
/// how to round; that is ours to state.
public struct DuesReckoning: Hashable, Sendable {
  public enum Result: Hashable, Sendable {
    case owed(Int)
    /// Excused, on a ground somebody stated.
    case exempt(String)
    /// Nobody declared on what the dues stand.
    case undeclared
    /// No rule is known for the month, or it does not say.
    case noRule
    /// What would have to be known.
    case missing([String])
  }

  public let result: Result
  /// The clause by which it is so.
  public let clause: Clause?
  /// What the amount is a share of, as far as it is a share of something.
  public let observed: Int?
  /// How sure the rule, and the numbers it takes from elsewhere, are.
  public let confidence: Confidence?

  /// The amount; `nil` while it is not known.
  public var amount: Int? {
    switch result {
    case .owed(let amount): amount
    case .exempt: 0
    case .undeclared, .noRule, .missing: nil
    }
  }

  public init(_ basis: DuesBasis?, by judge: Judge?) {
    guard let basis else {
      self.init(.undeclared)
      return
    }
    if basis.category == .exempt {
      let slot = judge?.book.slots.first { $0.name == "exemption" }
      self.init(.exempt(basis.ground ?? ""), confidence: slot?.confidence ?? .notFound)
      return
    }
    guard let judge else {
      self.init(.noRule)
      return
    }
    let verdict = judge.verdict(basis.facts)
    guard let outcome = verdict.outcome,
      let finding = verdict.findings.first(where: { $0.clause.part.outcome == outcome && $0.truth == .met })
    else {
      self.init(verdict.missing.isEmpty ? .noRule : .missing(verdict.missing))
      return
    }
    let clause = finding.clause
    let values = Dictionary(verdict.values.map { ($0.fact.name, $0.amount) }) { first, _ in first }
    let wage = basis.category.needsRegion ? values["dues.minimumWage"]?.whole : nil
    guard let amount = values["dues.amount"] else {
      self.init(.missing([basis.category.incomeFact ?? "dues.minimumWage"]), clause: clause)
      return
    }
    let slot = wage == nil ? nil : judge.book.slots.first { $0.name == "dues.minimumWage" }
    self.init(
      .owed(amount.floor.whole),
      clause: clause,
      observed: basis.category.incomeFact == nil ? wage : basis.income,
      confidence: slot?.confidence ?? clause.confidence
    )
  }

  private init(
    _ result: Result,
    clause: Clause? = nil,
    observed: Int? = nil,
    confidence: Confidence? = nil
  ) {
    self.result = result
    self.clause = clause
    self.observed = observed
    self.confidence = confidence
  }
}

/// The regulations as they speak of dues, month by month.
public struct DuesRule: Sendable {
  public let judge: Judge?

  /// The rule of a month is the one in force on its last day: whatever began within it counts for the whole.
  public init(_ library: RulebookLibrary, for month: Month) {
    judge = library.judge("dues", of: "dues", on: month.last)
  }

  public func reckoning(_ basis: DuesBasis?) -> DuesReckoning { DuesReckoning(basis, by: judge) }

  /// The share a cell keeps, when the regulation says; an open place otherwise.
  public var sharing: Rulebook.Slot? { judge?.book.slots.first { $0.name == "sharing" } }
}

/// When months without dues are for the cell to consider.
public struct UnpaidRule: Sendable {
  private let judge: Judge?

  public init(_ library: RulebookLibrary, on day: CivilDate) {
    judge = library.judge("charter", of: "deletion", on: day)
  }

  /// The clause that speaks of so many months without dues and without good reason; none when none does.
  public func clause(months: Int) -> Clause? {
    guard let judge else { return nil }
    let verdict = judge.verdict(["deletion.monthsUnpaid": Quantity(months)])
    guard verdict.outcomeName == "propose" else { return nil }
    return verdict.findings.first { $0.truth == .met && $0.clause.part.outcome == verdict.outcome }?.clause
  }

  /// The fewest months of a year that are for the cell to consider; `nil` when no rule is known.
  public var fewest: Int? { (1...12).first { clause(months: $0) != nil } }
}
