public import Basics

/// Something that passes from one unit to another by a plan: files, matters that are not over, books, seals, money.
public struct HandoverItem: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The files of members.
    case files
    case candidates, transfers, cases
    /// Assessments by models that are not decided, with what lies beside them.
    case assessments
    /// Whatever somebody wrote down by hand.
    case other
  }

  public enum State: String, Hashable, Sendable, CaseIterable {
    case waiting, given, received
  }

  /// A signature: who, and on which day.
  public struct Signature: Hashable, Sendable {
    public let account: ID<Account>?
    public let day: CivilDate

    public init(_ account: ID<Account>?, _ day: CivilDate) {
      self.account = account
      self.day = day
    }
  }

  /// The office that prepares the plan.
  public var unit: ID<Unit>
  public var plan: ID<FactMark>
  public var kind: Kind
  /// In words, when it was written by hand.
  public var what: String?
  /// How many, where it is counted.
  public var count: Int?
  /// The two units, by code: one of them may only be planned.
  public var giver: String
  public var receiver: String
  /// Who answers for it.
  public var answerable: String?
  public var given: Signature?
  public var received: Signature?

  public init(
    unit: ID<Unit>,
    plan: ID<FactMark>,
    kind: Kind,
    what: String? = nil,
    count: Int? = nil,
    giver: String,
    receiver: String,
    answerable: String? = nil,
    given: Signature? = nil,
    received: Signature? = nil
  ) {
    self.unit = unit
    self.plan = plan
    self.kind = kind
    self.what = what
    self.count = count
    self.giver = giver
    self.receiver = receiver
    self.answerable = answerable
    self.given = given
    self.received = received
  }

  public var state: State { received != nil ? .received : given != nil ? .given : .waiting }
}
