public import Basics

/// A unit's standing under another one, or under itself at depth 0.
public struct Descent: Hashable, Sendable {
  public let ancestor: ID<Unit>
  /// How many steps up: 0 for the unit itself, 1 for its parent.
  public let depth: Int

  public init(_ ancestor: ID<Unit>, depth: Int) {
    self.ancestor = ancestor
    self.depth = depth
  }
}

/// Works out, from the parents of each unit and their days, every ancestor of a unit and its days.
///
/// "In this unit and below, on that day" is then one look at one table.
public struct Lineages {
  private let existence: (ID<Unit>) -> Span?
  private let parents: (ID<Unit>) -> [Dated<ID<Unit>>]
  private var known: [ID<Unit>: [Dated<Descent>]] = [:]
  private var climbing: Set<ID<Unit>> = []

  /// - Parameters:
  ///   - existence: the days a unit exists.
  ///   - parents: the parents of a unit with their days.
  public init(
    existence: @escaping (ID<Unit>) -> Span?,
    parents: @escaping (ID<Unit>) -> [Dated<ID<Unit>>]
  ) {
    self.existence = existence
    self.parents = parents
  }

  /// The ancestors of `unit` with the days on which they are, itself included.
  public mutating func ancestors(of unit: ID<Unit>) -> [Dated<Descent>] {
    if let done = known[unit] { return done }
    guard let existence = existence(unit), climbing.insert(unit).inserted else { return [] }
    defer { climbing.remove(unit) }
    var byDescent: [Descent: [Dated<Descent>]] = [:]
    byDescent[Descent(unit, depth: 0)] = [Dated(Descent(unit, depth: 0), existence)]
    for parent in parents(unit) {
      for above in ancestors(of: parent.value) {
        guard let days = above.span.intersection(parent.span) else { continue }
        let descent = Descent(above.value.ancestor, depth: above.value.depth + 1)
        byDescent[descent, default: []].append(Dated(descent, days))
      }
    }
    let result = byDescent.values.flatMap { $0.joined() }.sorted {
      ($0.value.depth, $0.span.start, $0.value.ancestor) < ($1.value.depth, $1.span.start, $1.value.ancestor)
    }
    known[unit] = result
    return result
  }
}
