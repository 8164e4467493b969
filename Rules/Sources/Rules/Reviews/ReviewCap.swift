public import Basics

/// Those among whom the highest class is capped: rated by one body, with tasks alike.
public struct CapGroup: Hashable, Sendable {
  /// `nil` where nobody decides.
  public let decider: ID<Unit>?
  public let sort: ReviewSort
  /// For units: those of a kind and a sector have tasks alike.
  public let kind: UnitKind?
  public let sector: Sector?

  public init(_ way: ReviewItinerary, in tree: ReviewTree) {
    decider = way.decider
    sort = way.sort
    let node = way.subject.unit.flatMap { tree[$0] }
    kind = node?.kind
    sector = node?.sector
  }
}

/// How a group stands against its cap, and what moving one of it would change.
public struct CapStanding: Hashable, Sendable {
  public let cap: ReviewRound.ChosenCap
  public let good: Int
  public let excellent: Int
  public let capped: Capped

  public init?(_ classes: [ReviewClass: Int], under cap: ReviewRound.ChosenCap) {
    good = classes[.good] ?? 0
    excellent = classes[.excellent] ?? 0
    guard let capped = Capped(percent: cap.percent, base: cap.base, good: good, excellent: excellent) else {
      return nil
    }
    self.cap = cap
    self.capped = capped
  }

  /// How many more could be rated highest, as many as there are good ones to become it.
  public var left: Int {
    if capped.over > 0 { return 0 }
    var left = 0
    while left < good,
      let next = CapStanding([.good: good - left - 1, .excellent: excellent + left + 1], under: cap),
      next.capped.over == 0
    {
      left += 1
    }
    return left
  }

  /// How many of those proposed have to become good for the cap to hold.
  public var toMoveDown: Int { excellent - capped.finalExcellent }

  /// What stands when one of those proposed becomes good; `nil` when nobody is proposed.
  public var withOneMovedDown: CapStanding? {
    excellent == 0 ? nil : CapStanding([.good: good + 1, .excellent: excellent - 1], under: cap)
  }
}
