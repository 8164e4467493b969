public import Basics

/// A member's way out of the organisation, step by step, from its opening to a decision.
///
/// Somebody who died, who asks to leave, or whose cell considers deletion. It proposes until a committee
/// decides: no rule and no flag ends a membership.
public struct LeavingCase: Hashable, Sendable {
  public var reason: LeavingReason
  /// The clause of the regulations a deletion rests on, by its name: `deletion.dues`.
  public var ground: String?
  /// The day of the application, or of the death.
  public var occurred: CivilDate?
  public var note: String?
  public var hearing: Hearing?
  public var vote: Vote?
  public var ending: Ending?

  /// What the member said, asked before anything was proposed.
  public struct Hearing: Hashable, Sendable {
    public var day: CivilDate
    public var said: String?

    public init(_ day: CivilDate, said: String?) {
      self.day = day
      self.said = said
    }
  }

  /// How the cell voted on proposing it.
  public struct Vote: Hashable, Sendable {
    public var day: CivilDate
    public var agreed: Int
    /// The official members of the cell on that day.
    public var officials: Int

    public init(_ day: CivilDate, agreed: Int, of officials: Int) {
      self.day = day
      self.agreed = agreed
      self.officials = officials
    }
  }

  /// How it ended.
  public struct Ending: Hashable, Sendable {
    public var day: CivilDate
    public var outcome: Outcome
    /// Why it was closed without anybody leaving.
    public var why: String?

    public init(_ day: CivilDate, _ outcome: Outcome, why: String? = nil) {
      self.day = day
      self.outcome = outcome
      self.why = why
    }
  }

  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    case carriedOut, closed
  }

  /// What happens on the way, in this order.
  public enum Step: String, Hashable, Sendable, CaseIterable {
    case hearing, vote, decision
  }

  public init(
    _ reason: LeavingReason,
    ground: String? = nil,
    occurred: CivilDate? = nil,
    note: String? = nil,
    hearing: Hearing? = nil,
    vote: Vote? = nil,
    ending: Ending? = nil
  ) {
    self.reason = reason
    self.ground = ground
    self.occurred = occurred
    self.note = note
    self.hearing = hearing
    self.vote = vote
    self.ending = ending
  }

  /// The ways out that are gone step by step; expulsion is a discipline, a transfer has a path of its own.
  public static let reasons: [LeavingReason] = [.died, .left, .deleted]

  /// The steps of its way: a death is only reported, a request is voted on, a deletion is heard first.
  public var steps: [Step] {
    switch reason {
    case .deleted: [.hearing, .vote, .decision]
    case .left: [.vote, .decision]
    default: [.decision]
    }
  }

  /// What it waits for; nothing once it has ended.
  public var waitsFor: Step? {
    if ending != nil { return nil }
    return steps.first { step in
      switch step {
      case .hearing: hearing == nil
      case .vote: vote == nil
      case .decision: true
      }
    }
  }

  /// The facts the rules read of its vote.
  public var voteFacts: [String: Quantity] {
    guard let vote else { return [:] }
    return ["leaving.votes": Quantity(vote.agreed), "leaving.officials": Quantity(vote.officials)]
  }
}

/// One of the numbered warnings a member was given, for a ground on which deletion could follow.
public struct CellWarning: Hashable, Sendable {
  public var number: Int
  public var ground: String?
  public var note: String

  public init(_ number: Int, ground: String?, note: String) {
    self.number = number
    self.ground = ground
    self.note = note
  }
}
