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
  /// No tree of ours is deeper; a circle, which the rules refuse, is cut here.
  private static let deepest = 32

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

  /// The ancestors of `unit` with the days on which they are, itself included, from the nearest up.
  public func ancestors(of unit: ID<Unit>) -> [Dated<Descent>] {
    guard let existence = existence(unit) else { return [] }
    var found: [Descent: [Dated<Descent>]] = [:]
    climb(from: unit, depth: 0, during: existence, &found)
    return found.values.flatMap { $0.joined() }.sorted {
      ($0.value.depth, $0.span.start, $0.value.ancestor) < ($1.value.depth, $1.span.start, $1.value.ancestor)
    }
  }

  /// Goes up on the days of `span` only: over the years two units may each have stood under the other.
  private func climb(
    from unit: ID<Unit>,
    depth: Int,
    during span: Span,
    _ found: inout [Descent: [Dated<Descent>]]
  ) {
    guard depth < Lineages.deepest, let days = existence(unit)?.intersection(span) else { return }
    let descent = Descent(unit, depth: depth)
    found[descent, default: []].append(Dated(descent, days))
    for parent in parents(unit) {
      guard let shared = parent.span.intersection(days) else { continue }
      climb(from: parent.value, depth: depth + 1, during: shared, &found)
    }
  }
}
