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

/// What is asked of a unit's working regulation to say how the unit stands: many units have the same.
public struct RegulationFacts: Hashable, Sendable {
  /// `nil`: the unit has none.
  public var adopted: CivilDate?
  public var isApproved: Bool
  /// Whether there is a unit above that has to approve it.
  public var needsApproval: Bool
  /// The last day on which others were merged into the unit, or it was founded from others.
  public var reorganised: CivilDate?

  public init(
    adopted: CivilDate?,
    isApproved: Bool = false,
    needsApproval: Bool = true,
    reorganised: CivilDate? = nil
  ) {
    self.adopted = adopted
    self.isApproved = isApproved
    self.needsApproval = needsApproval
    self.reorganised = reorganised
  }
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

  /// How a unit stands of whose regulation this is known, and by which clause.
  public func verdict(on known: RegulationFacts) -> Verdict {
    var facts: [String: Quantity] = ["regulation.held": Quantity(known.adopted == nil ? 0 : 1)]
    if let adopted = known.adopted {
      facts["regulation.adopted"] = Quantity(adopted)
      if known.needsApproval { facts["regulation.approved"] = Quantity(known.isApproved ? 1 : 0) }
    }
    if let changed { facts["regulation.changed"] = Quantity(changed) }
    if let reorganised = known.reorganised { facts["unit.reorganised"] = Quantity(reorganised) }
    return judge.verdict(facts)
  }

  /// The same in a word.
  public func state(on known: RegulationFacts) -> RegulationState {
    RegulationReading.state(of: verdict(on: known), on: known)
  }

  /// What a verdict says in a word; where it says nothing, whether there is a regulation.
  public static func state(of verdict: Verdict?, on known: RegulationFacts) -> RegulationState {
    verdict?.outcomeName.flatMap(RegulationState.init(rawValue:))
      ?? (known.adopted == nil ? .missing : .current)
  }
}
