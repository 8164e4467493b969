public import Basics

/// What a plan makes of the units it touches: what each holds before and after, and how much goes from which to which.
///
/// A unit stands here for itself and for all below it that the plan leaves as it is, so that nobody is counted twice.
public struct PlanOutlook: Hashable, Sendable {
  /// What is counted.
  public struct Amount: Hashable, Sendable {
    public var members = 0
    /// Of the members, the official ones.
    public var officials = 0
    public var candidates = 0
    public var transfers = 0
    /// Discipline entered and not yet confirmed.
    public var cases = 0
    /// Assessments by models that are not decided.
    public var assessments = 0
    public var posts = 0

    public init() {}

    public var probationary: Int { members - officials }
    public var isNothing: Bool { self == Amount() }

    public static func + (one: Amount, other: Amount) -> Amount {
      var sum = one
      for part in Amount.parts { sum[keyPath: part] += other[keyPath: part] }
      return sum
    }

    private static var parts: [WritableKeyPath<Amount, Int>] {
      [\.members, \.officials, \.candidates, \.transfers, \.cases, \.assessments, \.posts]
    }
  }

  public enum Mark: Hashable, Sendable {
    case ends, stays, begins
  }

  /// One unit on one of the two sides.
  public struct Line: Hashable, Sendable {
    public let code: String
    public let name: String
    public let kind: UnitKind
    /// `nil` while it is only planned.
    public let unit: ID<Unit>?
    /// The units above it on this side, from the highest down.
    public let above: [String]
    public let mark: Mark
    public var amount = Amount()
  }

  /// What goes the same way: of one unit, all that no step names, or the people it names.
  public struct Passage: Hashable, Sendable {
    /// The unit that holds it before, and the one that holds it after; `nil`: nobody.
    public let unit: String
    public let heir: String?
    /// The same by their identities; one that is only planned has none.
    public let unitID: ID<Unit>?
    public let heirID: ID<Unit>?
    /// Under which lines of the two sides it counts.
    public let from: String
    public let to: String?
    /// The people it names by code; `nil`: all the others.
    public var people: [String]?
    /// Of the others: those who are named to go another way.
    public var butFor: [String] = []
    /// Functions are held on, or end, by a way of their own.
    public let arePosts: Bool
    public var amount: Amount
  }

  /// What goes from one line to another.
  public struct Band: Hashable, Sendable {
    public let from: String
    /// `nil`: nobody takes it over yet.
    public let to: String?
    public var amount: Amount
  }

  public let day: CivilDate
  /// The units before, in the order of the plan; those after.
  public internal(set) var before: [Line] = []
  public internal(set) var after: [Line] = []
  public internal(set) var passages: [Passage] = []
  public internal(set) var bands: [Band] = []
  public internal(set) var changes: [UnitChange] = []
  /// The units that would have no secretary, of those that begin or take over.
  public internal(set) var vacant: [String] = []
  /// All units of both sides, by code.
  public internal(set) var names: [String: String] = [:]

  init(on day: CivilDate) {
    self.day = day
  }

  public var totalBefore: Amount { before.reduce(Amount()) { $0 + $1.amount } }
  public var totalAfter: Amount { after.reduce(Amount()) { $0 + $1.amount } }

  /// The members who come to belong elsewhere than before, by the lines.
  public var moved: Int { bands.filter { $0.from != $0.to }.reduce(0) { $0 + $1.amount.members } }
  /// The members whose own unit changes: what there is to write.
  public var rehomed: Int {
    passages.filter { !$0.arePosts && $0.unit != $0.heir }.reduce(0) { $0 + $1.amount.members }
  }
  /// Whatever passes from one line to another, also where no member does.
  public var passedOn: [Band] {
    var order: [[String]] = []
    var between: [[String]: Amount] = [:]
    for passage in passages where !passage.arePosts {
      guard let to = passage.to, to != passage.from else { continue }
      let pair = [passage.from, to]
      if between[pair] == nil { order.append(pair) }
      between[pair] = (between[pair] ?? Amount()) + passage.amount
    }
    return order.map { Band(from: $0[0], to: $0[1], amount: between[$0] ?? Amount()) }
  }
  /// The functions that end.
  public var postsEnded: Int {
    passages.filter { $0.arePosts && $0.heir == nil }.reduce(0) { $0 + $1.amount.posts }
  }
}

/// What becomes of one unit itself: it begins, ends, moves, or is called or is something else.
public struct UnitChange: Hashable, Sendable {
  public enum Turn: Hashable, Sendable {
    case begins
    /// With those that take over, by code.
    case ends([String])
    /// From under one unit to under another, by code.
    case moves(from: String?, to: String?)
    case renamed(from: String, to: String)
    case kind(from: UnitKind, to: UnitKind)
    case sector(from: Sector?, to: Sector)
  }

  public let code: String
  public let name: String
  public let kind: UnitKind
  public let unit: ID<Unit>?
  /// The unit above, on the side it is told of: before for one that ends, after for all others.
  public let parent: String?
  public let turns: [Turn]
}
