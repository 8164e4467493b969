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
  /// `life`: the life of another unit; `nil` when there is none.
  public func findings(_ life: (ID<Unit>) -> UnitLife?) -> [UnitFinding] {
    var found = kinds.flatMap { findings(ofKind: $0, life) }
    for fact in parents where fact.value == unit {
      found.append(UnitFinding(fact.span.start, .parent, .ownAncestor(code)))
    }
    return found
  }

  /// A kind needs, on each of its days, a parent that it may stand under.
  private func findings(ofKind fact: Fact<UnitKind>, _ life: (ID<Unit>) -> UnitLife?) -> [UnitFinding] {
    var found: [UnitFinding] = []
    var reached = fact.span.start
    let mayStandAlone = fact.value.parents.contains(nil)
    func alone(_ day: CivilDate) {
      if !mayStandAlone {
        found.append(UnitFinding(day, .parent, .wrongParent(kind: fact.value, parent: nil)))
      }
    }
    let pieces = parents.filter { $0.span.overlaps(fact.span) }.sorted { $0.span.start < $1.span.start }
    for piece in pieces {
      guard let days = piece.span.intersection(fact.span) else { continue }
      if days.start > reached { alone(reached) }
      if let wrong = finding(kind: fact.value, under: life(piece.value), on: days) { found.append(wrong) }
      guard let end = days.end else { return found }
      reached = end
    }
    if fact.span.end.map({ reached < $0 }) ?? true { alone(reached) }
    return found
  }

  private func finding(kind: UnitKind, under parent: UnitLife?, on days: Span) -> UnitFinding? {
    guard let parent, let existence = parent.existence else {
      return UnitFinding(days.start, .parent, .parentAbsent(unit: parent?.code ?? "", from: days.start))
    }
    guard existence.contains(days) else {
      let absent = existence.start > days.start ? days.start : max(existence.end ?? days.start, days.start)
      return UnitFinding(days.start, .parent, .parentAbsent(unit: parent.code, from: absent))
    }
    let wrong = parent.kinds.first { $0.span.overlaps(days) && !kind.parents.contains($0.value) }
    return wrong.map {
      UnitFinding(days.start, .parent, .wrongParent(kind: kind, parent: $0.value))
    }
  }
}

/// Something in a unit's life that cannot be true, and the first day of it.
public struct UnitFinding: Hashable, Sendable {
  public let day: CivilDate
  public let objection: Objection

  public init(_ day: CivilDate, _ field: Field?, _ refusal: Refusal) {
    self.day = day
    objection = Objection(field, refusal)
  }
}
