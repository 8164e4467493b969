/// What a model gives for a unit: recognised when all its criteria are met and no veto is found.
public enum ModelOutcome: String, Hashable, Sendable, CaseIterable {
  case recognised, notRecognised
}

/// What comes of a model for grades, findings and the record: a proposal, with what it rests on.
public struct ModelVerdict: Hashable, Sendable {
  /// One criterion or veto, and whether what the model asks of it is so.
  public struct Finding: Hashable, Sendable {
    /// The name of the criterion or veto.
    public let item: String
    /// Of a veto: met when it is known not to be there.
    public let truth: Truth
    /// What the record shows where a criterion asks for it; `nil` where it asks for nothing.
    public let record: Truth?
  }

  public let findings: [Finding]

  /// What follows; `nil` while something is open that could decide it.
  public var outcome: ModelOutcome? {
    if findings.contains(where: { $0.truth == .notMet }) { return .notRecognised }
    return findings.contains { $0.truth == .unknown } ? nil : .recognised
  }

  public subscript(item: String) -> Finding? { findings.first { $0.item == item } }
}

extension EvaluationModel {
  /// What the model gives.
  ///
  /// - Parameters:
  ///   - levels: The level of each criterion and veto by its name: a grade's rank, or 1 where a veto is found and 0
  ///     where it is not. What nobody said is open.
  ///   - facts: What the record shows, by the names of the rulebook's facts.
  ///   - profile: The name of the unit's profile.
  ///   - book: The rulebook the model is of.
  /// - Returns: What follows, and each line with whether it is so.
  public func verdict(
    on levels: [String: Int],
    _ facts: [String: Quantity],
    for profile: String,
    by book: Rulebook
  ) -> ModelVerdict {
    let places = book.places
    var sheet = [Quantity?](repeating: nil, count: book.facts.count)
    for (name, value) in facts {
      if let place = places[name] { sheet[place] = value }
    }
    let sight = Sight(facts: sheet, calendar: WorkCalendar())
    var findings = criteria(of: profile).map { criterion in
      let record = criterion.required.map { $0.condition.truth(sight) }
      var truth = levels[criterion.name].map { Truth($0 >= least(of: criterion).rank) } ?? .unknown
      if record == .notMet { truth = .notMet }
      if record == .unknown, truth == .met { truth = .unknown }
      return ModelVerdict.Finding(item: criterion.name, truth: truth, record: record)
    }
    findings += vetoes(of: profile).map { veto in
      let truth = levels[veto.name].map { Truth($0 == 0) } ?? .unknown
      return ModelVerdict.Finding(item: veto.name, truth: truth, record: nil)
    }
    return ModelVerdict(findings: findings)
  }
}
