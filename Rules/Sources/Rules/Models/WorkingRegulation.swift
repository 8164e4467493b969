public import Basics

/// The regulation by which a unit works: adopted by the unit, approved by the unit above it.
public struct WorkingRegulation: Hashable, Sendable {
  /// The regulation's own number in the record.
  public var key: ID<FactMark>
  public var unit: ID<Unit>
  /// As the paper is numbered: `03-QC/CB`.
  public var number: String
  /// What is new in it: `sửa đổi lần 2`.
  public var edition: String?
  public var adopted: CivilDate
  public var approval: Approval?

  /// That the unit above approved it, and by which paper.
  public struct Approval: Hashable, Sendable {
    public var unit: ID<Unit>
    public var day: CivilDate
    public var number: String?

    public init(by unit: ID<Unit>, on day: CivilDate, number: String?) {
      self.unit = unit
      self.day = day
      self.number = number
    }
  }

  public init(
    key: ID<FactMark>,
    of unit: ID<Unit>,
    number: String,
    edition: String?,
    adopted: CivilDate,
    approval: Approval? = nil
  ) {
    self.key = key
    self.unit = unit
    self.number = number
    self.edition = edition
    self.adopted = adopted
    self.approval = approval
  }

  /// The family of the rulebooks that say when one is out of date.
  public static let family = "working-regulation"
}

/// How a unit stands with its working regulation.
public enum RegulationState: String, Hashable, Sendable, CaseIterable {
  case missing, outdated
  /// Adopted, and not approved by the unit above.
  case unapproved
  case current
}

/// Says of units whether their working regulations are there and up to date, by the rulebook in force on a day.
public struct RegulationReading: Sendable {
  public let book: Rulebook
  private let judge: Judge
  /// The last day on which something changed that working regulations must follow.
  public let changed: CivilDate?

  /// Gives `nil` where no rulebook speaks of working regulations.
  public init?(_ library: RulebookLibrary, on day: CivilDate) {
    guard let book = library.version(of: WorkingRegulation.family, on: day),
      let judge = library.judge(WorkingRegulation.family, of: "unit", on: day)
    else { return nil }
    self.book = book
    self.judge = judge
    changed = book.words("follows").compactMap { library.version(of: $0, on: day)?.span.start }.max()
  }

  /// How a unit stands that has this regulation, or none, and was last reorganised on a day.
  ///
  /// `isApproved`: whether there is a unit above that has to approve it.
  public func verdict(
    _ regulation: WorkingRegulation?,
    reorganised: CivilDate?,
    isApproved: Bool = true
  ) -> Verdict {
    var facts: [String: Quantity] = ["regulation.held": Quantity(regulation == nil ? 0 : 1)]
    if let regulation {
      facts["regulation.adopted"] = Quantity(regulation.adopted)
      if isApproved { facts["regulation.approved"] = Quantity(regulation.approval == nil ? 0 : 1) }
    }
    if let changed { facts["regulation.changed"] = Quantity(changed) }
    if let reorganised { facts["unit.reorganised"] = Quantity(reorganised) }
    return judge.verdict(facts)
  }

  /// The same in a word.
  public func state(
    _ regulation: WorkingRegulation?,
    reorganised: CivilDate?,
    isApproved: Bool = true
  ) -> RegulationState {
    let name = verdict(regulation, reorganised: reorganised, isApproved: isApproved).outcomeName
    return name.flatMap(RegulationState.init(rawValue:)) ?? (regulation == nil ? .missing : .current)
  }
}
