public import Basics

/// A plan of reorganisation, from its first draft to its signing.
public enum Reorganisation {}

/// What is to happen to units on one day: step after step, each on what the one before left behind.
public struct ReorganisationPlan: Hashable, Sendable {
  /// The first day on which all of it holds.
  public var effective: CivilDate
  /// The decision that orders every step without one of its own; each of them names it too.
  public var decision: PlannedDecision?
  public var steps: [PlannedStep]

  public init(effective: CivilDate, under decision: PlannedDecision? = nil, steps: [PlannedStep]) {
    self.effective = effective
    self.decision = decision
    self.steps = steps
  }

  /// The steps in their order, those of one decision that follow each other together: an entry of the journal each.
  public var parts: [[PlannedStep]] {
    var parts: [[PlannedStep]] = []
    for step in steps {
      if let last = parts.last, last.last?.decision == step.decision {
        parts[parts.count - 1].append(step)
      } else {
        parts.append([step])
      }
    }
    return parts
  }
}

/// A step with the decision that orders it, and where it stands in its file.
public struct PlannedStep: Hashable, Sendable {
  public var step: ReorganisationStep
  public var decision: PlannedDecision?

  public init(_ step: ReorganisationStep, under decision: PlannedDecision? = nil) {
    self.step = step
    self.decision = decision
  }
}

/// A decision as a plan names it: its issuer by code.
public struct PlannedDecision: Hashable, Sendable {
  public var number: String
  public var signed: CivilDate
  public var issuer: String?
  public var signer: String?
  public var basis: String?

  public init(
    number: String,
    signed: CivilDate,
    issuer: String? = nil,
    signer: String? = nil,
    basis: String? = nil
  ) {
    self.number = number
    self.signed = signed
    self.issuer = issuer
    self.signer = signer
    self.basis = basis
  }
}

/// One thing that is done to units; they are named by their codes.
public enum ReorganisationStep: Hashable, Sendable {
  case found(code: String, name: String, kind: UnitKind, sector: Sector?, parent: String?)
  case rename(unit: String, name: String)
  case change(unit: String, kind: UnitKind?, sector: Sector?)
  case move(unit: String, under: String)
  /// Those that are not `into` end; what they hold goes there, their posts only when `posts` says so.
  case merge(units: [String], into: String, name: String?, posts: Posts)
  /// Its units and people are allotted to others; it ends unless it is one of them.
  case split(unit: String, into: [String], units: Allotment, people: Allotment, posts: Posts)
  case dissolve(unit: String, units: Allotment, people: Allotment)

  /// What becomes of the functions held in a unit that ends.
  public enum Posts: Hashable, Sendable {
    /// The body is no more, and whoever sat in it leaves it.
    case end
    /// They are held on in another unit.
    case pass(to: String)
    /// Some are held on, by those named and by nobody else; all others end.
    case keep([PostKept])
  }

  /// The step as a file names it.
  public var name: String {
    switch self {
    case .found: "found"
    case .rename: "rename"
    case .change: "change"
    case .move: "move"
    case .merge: "merge"
    case .split: "split"
    case .dissolve: "dissolve"
    }
  }

  /// The units it begins with, by their codes.
  public var units: [String] {
    switch self {
    case .found(let code, _, _, _, _): [code]
    case .rename(let unit, _), .change(let unit, _, _), .move(let unit, _), .dissolve(let unit, _, _),
      .split(let unit, _, _, _, _):
      [unit]
    case .merge(let units, _, _, _): units
    }
  }

  /// The units that take something over, by their codes.
  public var heirs: [String] {
    switch self {
    case .found, .rename, .change, .move: []
    case .merge(_, let into, _, _): [into]
    case .split(_, let into, _, _, _): into
    case .dissolve(_, let units, let people): (units.heirs + people.heirs).unique
    }
  }

  /// The functions of which it says who holds them on.
  public var postsKept: [PostKept] {
    switch self {
    case .merge(_, _, _, .keep(let kept)), .split(_, _, _, _, .keep(let kept)): kept
    default: []
    }
  }

  /// The people it names, by their codes.
  public var people: [String] {
    switch self {
    case .split(_, _, _, let people, _), .dissolve(_, _, let people): people.named.map(\.code)
    default: []
    }
  }
}

/// Where what a unit held goes: some by name, and all the others.
public struct Allotment: Hashable, Sendable {
  public struct Share: Hashable, Sendable {
    public var code: String
    /// The unit it goes to.
    public var unit: String

    public init(_ code: String, to unit: String) {
      self.code = code
      self.unit = unit
    }
  }

  public var named: [Share]
  /// Where all that is not named goes; `nil`: nothing may be left.
  public var rest: String?

  public init(named: [Share] = [], rest: String? = nil) {
    self.named = named
    self.rest = rest
  }

  /// The units that get something.
  public var heirs: [String] { (named.map(\.unit) + (rest.map { [$0] } ?? [])).unique }
}

extension Array where Element: Hashable {
  /// Each once, in order.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
