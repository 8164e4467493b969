public import Basics

extension ReorganisedTree {
  /// What there is to see to in the units that the steps changed, by the regulations of each.
  ///
  /// - Parameters:
  ///   - judges: the regulations in force for a unit; for a unit that begins, those of its nearest standing parent.
  ///   - rights: how many accounts have rights for a unit, by its code.
  /// - Returns: the units in the order of their codes, those that end last.
  public func advice(
    _ judges: (ID<Unit>?) throws -> Judges,
    rights: [String: Int]
  ) rethrows -> [PlanAdvice] {
    var advice: [PlanAdvice] = []
    let (before, after) = (branches(of: origin), branches(of: places))
    for place in places.values.sorted(by: { $0.code < $1.code }) {
      let now = after[place.code] ?? Branch()
      if origin[place.code] == nil, place.kind != .subgroup, place.posts[KnownPost.secretary.rawValue] == nil
      {
        advice.append(PlanAdvice(unit: place.code, .noSecretary))
      }
      if origin[place.code]?.kind == place.kind, before[place.code] == now { continue }
      guard UnitKind.sized.contains(place.kind) else { continue }
      let objections = try judges(nearest(place.code))
        .objections(to: place.kind, members: now.members, officials: now.officials, on: day)
      advice += objections.map { PlanAdvice(unit: place.code, .rule($0)) }
    }
    let ended = origin.keys.filter { places[$0] == nil }.sorted()
    return advice + ended.compactMap { code in rights[code].map { PlanAdvice(unit: code, .rightsEnd($0)) } }
  }

  /// A unit that is in the record: this one, or the nearest above it.
  private func nearest(_ code: String) -> ID<Unit>? {
    var next: String? = code
    for _ in 0..<64 {
      guard let unit = next else { return nil }
      if let id = places[unit]?.id { return id }
      next = places[unit]?.parent
    }
    return nil
  }

  private struct Branch: Equatable {
    var members = 0
    var officials = 0
  }

  /// The members of each unit and all below it.
  private func branches(of places: [String: Place]) -> [String: Branch] {
    var branches: [String: Branch] = [:]
    for place in places.values where place.members > 0 {
      var next: String? = place.code
      var steps = 0
      while let code = next, steps < 64 {
        branches[code, default: Branch()].members += place.members
        branches[code, default: Branch()].officials += place.officials
        next = places[code]?.parent
        steps += 1
      }
    }
    return branches
  }
}

extension UnitKind {
  /// Those of which the charter says how large they may be.
  static let sized: Set<UnitKind> = [.cell, .baseCell, .baseCommittee]
}
