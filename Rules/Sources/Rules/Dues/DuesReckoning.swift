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
    /// Owing nothing for how the member stood on the first day of the month.
    case excused
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
  /// What the rule says of how the member stood on the first day of the month, where it says something.
  public internal(set) var standing: Clause?

  /// The amount; `nil` while it is not known.
  public var amount: Int? {
    switch result {
    case .owed(let amount): amount
    case .exempt, .excused: 0
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

  /// What somebody owes who is excused by how they stood.
  init(excusedBy clause: Clause) {
    self.init(.excused, clause: clause, confidence: clause.confidence)
    standing = clause
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
  /// What it says of members in each state on the first day of the month, where it says something.
  private let standings: [(state: StateKind, clause: Clause, owes: Bool)]

  /// The rule of a month is the one in force on its last day: whatever began within it counts for the whole.
  public init(_ library: RulebookLibrary, for month: Month) {
    judge = library.judge("dues", of: "dues", on: month.last)
    let judge = library.judge("dues", of: "duesStanding", on: month.last)
    standings = StateKind.allCases.compactMap { state in
      let verdict = judge?.verdict([
        "dues.suspended": Quantity(state == .suspended ? 1 : 0),
        "dues.excused": Quantity(state == .exempt ? 1 : 0),
      ])
      guard let verdict, let clause = verdict.deciding else { return nil }
      return (state, clause, verdict.outcomeName != "nothing")
    }
  }

  /// The states in which a member owes nothing for the month.
  public var excusing: [StateKind] { standings.filter { !$0.owes }.map(\.state) }

  /// What is owed by somebody who was in some states on the first day of the month.
  ///
  /// A ground that somebody stated goes before the state.
  public func reckoning(_ basis: DuesBasis?, in states: [StateKind] = []) -> DuesReckoning {
    let said = standings.filter { states.contains($0.state) }
    if basis?.category != .exempt, let excused = said.first(where: { !$0.owes }) {
      return DuesReckoning(excusedBy: excused.clause)
    }
    var reckoning = DuesReckoning(basis, by: judge)
    reckoning.standing = said.first?.clause
    return reckoning
  }

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
