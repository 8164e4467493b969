public import Basics

/// Everything that has been true of one unit: its names, kinds, sectors and parents, each with its days.
///
/// A unit exists on the days on which it has a kind. It is never deleted: it ends.
public struct UnitLife: Hashable, Sendable {
  public let unit: ID<Unit>
  public let code: String
  public var kinds: [Fact<UnitKind>]
  public var names: [Fact<String>]
  public var sectors: [Fact<Sector>]
  public var parents: [Fact<ID<Unit>>]

  public init(
    unit: ID<Unit>,
    code: String,
    kinds: [Fact<UnitKind>] = [],
    names: [Fact<String>] = [],
    sectors: [Fact<Sector>] = [],
    parents: [Fact<ID<Unit>>] = []
  ) {
    self.unit = unit
    self.code = code
    self.kinds = kinds
    self.names = names
    self.sectors = sectors
    self.parents = parents
  }

  /// The days from its founding to its end; `nil` for a unit that never was.
  public var existence: Span? {
    guard let first = kinds.map(\.span.start).min() else { return nil }
    let end = kinds.contains { $0.span.end == nil } ? nil : kinds.compactMap(\.span.end).max()
    return Span(from: first, until: end)
  }

  public func kind(on day: CivilDate) -> UnitKind? {
    kinds.first { $0.span.contains(day) }?.value
  }

  public func parent(on day: CivilDate) -> ID<Unit>? {
    parents.first { $0.span.contains(day) }?.value
  }

  public func name(on day: CivilDate) -> String? {
    names.first { $0.span.contains(day) }?.value
  }

  /// What cannot be true of this unit, given the lives of the units it stands under.
  ///
  /// - Parameter life: the life of another unit; `nil` when there is none.
  public func objections(_ life: (ID<Unit>) -> UnitLife?) -> [Objection] {
    var found: [Objection] = []
    for fact in kinds { found += objections(toKind: fact, life) }
    for fact in parents {
      if fact.value == unit { found.append(Objection(.parent, .ownAncestor(code))) }
    }
    return found
  }

  /// A kind needs, on each of its days, a parent that it may stand under.
  private func objections(toKind fact: Fact<UnitKind>, _ life: (ID<Unit>) -> UnitLife?) -> [Objection] {
    var found: [Objection] = []
    var reached = fact.span.start
    let pieces = parents.filter { $0.span.overlaps(fact.span) }.sorted { $0.span.start < $1.span.start }
    for piece in pieces {
      guard let days = piece.span.intersection(fact.span) else { continue }
      if days.start > reached, !fact.value.parents.contains(nil) {
        found.append(Objection(.parent, .wrongParent(kind: fact.value, parent: nil)))
      }
      found += objections(kind: fact.value, under: life(piece.value), on: days)
      guard let end = days.end else { return found }
      reached = end
    }
    let complete = fact.span.end.map { reached >= $0 } ?? false
    if !complete, !fact.value.parents.contains(nil) {
      found.append(Objection(.parent, .wrongParent(kind: fact.value, parent: nil)))
    }
    return found
  }

  private func objections(kind: UnitKind, under parent: UnitLife?, on days: Span) -> [Objection] {
    guard let parent, let existence = parent.existence else {
      return [Objection(.parent, .parentAbsent(unit: parent?.code ?? "", from: days.start))]
    }
    guard existence.contains(days) else {
      let absent = existence.start > days.start ? days.start : existence.end ?? days.start
      return [Objection(.parent, .parentAbsent(unit: parent.code, from: max(absent, days.start)))]
    }
    let wrong = parent.kinds.first { $0.span.overlaps(days) && !kind.parents.contains($0.value) }
    return wrong.map { [Objection(.parent, .wrongParent(kind: kind, parent: $0.value))] } ?? []
  }
}
