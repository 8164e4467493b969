/// What some units hold between them on a day.
public struct Holdings: Hashable, Sendable {
  public var units: Int
  public var members: Int
  public var posts: Int
  /// Matters that are not over: candidates, transfers under way, discipline entered and not yet confirmed.
  public var openMatters: Int

  public init(units: Int = 0, members: Int = 0, posts: Int = 0, openMatters: Int = 0) {
    self.units = units
    self.members = members
    self.posts = posts
    self.openMatters = openMatters
  }

  static func + (one: Holdings, other: Holdings) -> Holdings {
    Holdings(
      units: one.units + other.units,
      members: one.members + other.members,
      posts: one.posts + other.posts,
      openMatters: one.openMatters + other.openMatters
    )
  }
}

/// One step of a plan with what its units and all below them held before it, and what they hold after.
public struct StepBalance: Hashable, Sendable {
  public let step: PlannedStep
  public var before: Holdings
  public var after: Holdings
  /// What stands in its way.
  public var blocking: [PlanFinding]
}

/// Something a plan must not, or should better not, do; with the step it comes of, counted from 1.
public struct PlanFinding: Hashable, Sendable {
  /// `nil` when it comes of all steps together.
  public let step: Int?
  /// The unit it is about.
  public let unit: String?
  public let refusal: Refusal

  public init(step: Int?, unit: String?, _ refusal: Refusal) {
    self.step = step
    self.unit = unit
    self.refusal = refusal
  }
}

/// Something to see to in a unit as a plan would leave it: it does not stand in the way.
public struct PlanAdvice: Hashable, Sendable {
  public enum Matter: Hashable, Sendable {
    /// A clause asks for something else.
    case rule(RuleObjection)
    /// It begins without a secretary.
    case noSecretary
    /// The rights of so many accounts were for a unit that ends.
    case rightsEnd(Int)
  }

  public let unit: String
  public let matter: Matter

  public init(unit: String, _ matter: Matter) {
    self.unit = unit
    self.matter = matter
  }
}

/// A plan held against the record: what is where before it and after, and whether all of it is accounted for.
public struct BalanceSheet: Hashable, Sendable {
  public var steps: [StepBalance]
  /// All units of the record.
  public var before: Holdings
  public var after: Holdings
  /// What stands in the way of the plan as a whole.
  public var blocking: [PlanFinding]
  public var advisory: [PlanAdvice]

  /// Everything that stands in its way, step by step.
  public var allBlocking: [PlanFinding] { steps.flatMap(\.blocking) + blocking }

  /// Whether nobody and nothing open is lost, and nothing comes out of nowhere.
  public var isBalanced: Bool {
    func keeps(_ before: Holdings, _ after: Holdings) -> Bool {
      before.members == after.members && before.openMatters == after.openMatters
    }
    return keeps(before, after) && steps.allSatisfy { keeps($0.before, $0.after) }
  }
}
