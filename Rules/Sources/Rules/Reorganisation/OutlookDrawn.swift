import Basics

extension ReorganisedTree {
  /// What the steps taken made of the units they touch.
  ///
  /// - Parameters:
  ///   - before: everybody the steps name, as they were.
  ///   - matters: what is not over in each unit, by its code.
  /// - Returns: both sides, and what goes from one to the other.
  public func outlook(
    named before: [String: Named],
    matters: [String: OpenMatters]
  ) -> PlanOutlook {
    let touched = touched
    var outlook = PlanOutlook(on: day)
    var (left, right) = (Sides(touched, origin), Sides(touched, places))
    let namedIn = Dictionary(grouping: before) { $0.value.unit }
    for place in origin.values.sorted(by: { $0.code < $1.code }) {
      guard let from = left.line(of: place.code) else { continue }
      var groups: [String: PlanOutlook.Passage] = [:]
      var rest = PlanOutlook.Amount()
      let open = matters[place.code] ?? OpenMatters()
      (rest.members, rest.officials) = (place.members, place.officials)
      (rest.candidates, rest.transfers, rest.cases) = (open.candidates, open.transfers, open.cases)
      rest.assessments = open.assessments
      for (code, person) in (namedIn[place.code] ?? []).sorted(by: { $0.key < $1.key }) {
        var one = PlanOutlook.Amount()
        one.members = person.isMember ? 1 : 0
        one.officials = person.isOfficial ? 1 : 0
        one.candidates = person.isMember ? 0 : person.openMatters
        rest.members -= one.members
        rest.officials -= one.officials
        rest.candidates -= one.candidates
        let heir = named[code]?.unit ?? place.code
        var group =
          groups[heir]
          ?? PlanOutlook.Passage(
            unit: place.code,
            heir: places[heir] == nil ? nil : heir,
            unitID: place.id,
            heirID: places[heir]?.id,
            from: from,
            to: right.line(of: heir),
            people: [],
            arePosts: false,
            amount: PlanOutlook.Amount()
          )
        group.people?.append(code)
        group.amount = group.amount + one
        groups[heir] = group
      }
      outlook.passages += groups.sorted { $0.key < $1.key }.map(\.value)
      let heir = whereabouts[place.code]?.people ?? place.code
      outlook.pass(
        rest,
        from: place.code,
        place.id,
        from,
        to: heir,
        right.line(of: heir),
        arePosts: false,
        places
      )
      if !rest.isNothing, let last = outlook.passages.indices.last {
        outlook.passages[last].butFor = groups.values.flatMap { $0.people ?? [] }.sorted()
      }
      var posts = PlanOutlook.Amount()
      posts.posts = place.posts.values.reduce(0, +)
      let kept = whereabouts[place.code].map(\.posts) ?? place.code
      outlook.pass(
        posts,
        from: place.code,
        place.id,
        from,
        to: kept,
        right.line(of: kept),
        arePosts: true,
        places
      )
    }
    outlook.draw(self, touched, left.found, right.found)
    return outlook
  }

  /// The units between which something passes, in the order of the plan.
  private var touched: [String] {
    var seen: Set<String> = []
    var order: [String] = []
    func touch(_ code: String?) {
      if let code, seen.insert(code).inserted { order.append(code) }
    }
    for step in lineage {
      touch(step.unit)
      touch(step.heir)
    }
    for place in origin.values.sorted(by: { $0.code < $1.code }) {
      guard let now = places[place.code] else {
        touch(place.code)
        continue
      }
      guard now.parent != place.parent else { continue }
      touch(place.parent)
      touch(now.parent)
      if place.parent == nil || now.parent == nil { touch(place.code) }
    }
    for code in places.keys.sorted() where origin[code] == nil { touch(code) }
    return order
  }

  /// Finds for each unit the touched one it counts under: itself, or the nearest above it.
  private struct Sides {
    let touched: Set<String>
    let places: [String: Place]
    var found: [String: String?] = [:]

    init(_ touched: [String], _ places: [String: Place]) {
      self.touched = Set(touched)
      self.places = places
    }

    mutating func line(of code: String?) -> String? {
      guard let code, let place = places[code] else { return nil }
      if let known = found[code] { return known }
      if touched.contains(code) {
        found[code] = code
        return code
      }
      found[code] = .some(nil)
      let line = place.parent == code ? nil : line(of: place.parent)
      found[code] = line
      return line
    }
  }
}

extension PlanOutlook {
  fileprivate mutating func pass(
    _ amount: Amount,
    from unit: String,
    _ unitID: ID<Unit>?,
    _ from: String,
    to heir: String?,
    _ line: String?,
    arePosts: Bool,
    _ places: [String: ReorganisedTree.Place]
  ) {
    if amount.isNothing { return }
    passages.append(
      Passage(
        unit: unit,
        heir: heir.flatMap { places[$0]?.code },
        unitID: unitID,
        heirID: heir.flatMap { places[$0]?.id },
        from: from,
        to: line,
        people: nil,
        arePosts: arePosts,
        amount: amount
      )
    )
  }

  /// Both sides, the bands between them, and what becomes of the units themselves.
  fileprivate mutating func draw(
    _ tree: ReorganisedTree,
    _ touched: [String],
    _ left: [String: String?],
    _ right: [String: String?]
  ) {
    var (gave, got): ([String: Amount], [String: Amount]) = ([:], [:])
    var between: [[String?]: Amount] = [:]
    for passage in passages {
      gave[passage.from] = (gave[passage.from] ?? Amount()) + passage.amount
      if let to = passage.to { got[to] = (got[to] ?? Amount()) + passage.amount }
      if passage.arePosts { continue }
      let pair = [passage.from, passage.to]
      between[pair] = (between[pair] ?? Amount()) + passage.amount
    }
    let inherit = Set(tree.lineage.flatMap { [$0.unit, $0.heir] })
    let heirs = Set(tree.lineage.map(\.heir))
    for code in touched {
      if let place = tree.origin[code] {
        let mark: Mark = tree.places[code] == nil ? .ends : .stays
        before.append(Line(place, tree.origin, mark, gave[code] ?? Amount()))
      }
      if let place = tree.places[code] {
        let mark: Mark = tree.origin[code] == nil ? .begins : .stays
        after.append(Line(place, tree.places, mark, got[code] ?? Amount()))
        let isNew = mark == .begins || heirs.contains(code)
        if isNew, place.kind != .subgroup, place.posts[KnownPost.secretary.rawValue] == nil {
          vacant.append(code)
        }
      }
    }
    let order = Dictionary(touched.enumerated().map { ($1, $0) }) { first, _ in first }
    func place(_ code: String?) -> Int { code.flatMap { order[$0] } ?? touched.count }
    bands = between.compactMap { pair, amount in
      guard pair.count == 2, let from = pair[0] else { return nil }
      // Whoever stays where nothing was taken over is no part of the picture.
      if from == pair[1], !inherit.contains(from) { return nil }
      return Band(from: from, to: pair[1], amount: amount)
    }
    .filter { $0.amount.members > 0 }
    .sorted { (place($0.from), place($0.to)) < (place($1.from), place($1.to)) }
    changes = tree.changes
    for line in before + after { names[line.code] = line.name }
    for change in changes {
      for code in [change.parent].compactMap({ $0 }) + change.turns.flatMap(\.units) {
        names[code] = (tree.places[code] ?? tree.origin[code])?.name
      }
    }
    for line in before + after {
      for code in line.above where names[code] == nil {
        names[code] = (tree.places[code] ?? tree.origin[code])?.name
      }
    }
  }
}

extension PlanOutlook.Line {
  fileprivate init(
    _ place: ReorganisedTree.Place,
    _ places: [String: ReorganisedTree.Place],
    _ mark: PlanOutlook.Mark,
    _ amount: PlanOutlook.Amount
  ) {
    var above: [String] = []
    var next = place.parent
    while let code = next, above.count < 64 {
      above.append(code)
      next = places[code]?.parent
    }
    self.init(
      code: place.code,
      name: place.name,
      kind: place.kind,
      unit: place.id,
      above: above.reversed(),
      mark: mark,
      amount: amount
    )
  }
}

extension UnitChange.Turn {
  /// The units it names, by code.
  fileprivate var units: [String] {
    switch self {
    case .ends(let heirs): heirs
    case .moves(let from, let to): [from, to].compactMap { $0 }
    default: []
    }
  }
}

extension ReorganisedTree {
  /// What became of each unit itself.
  fileprivate var changes: [UnitChange] {
    let ended = origin.values.filter { places[$0.code] == nil }.map { place in
      UnitChange(
        code: place.code,
        name: place.name,
        kind: place.kind,
        unit: place.id,
        parent: place.parent,
        turns: [.ends(standingHeirs(of: place.code))]
      )
    }
    let others = places.values.compactMap { place -> UnitChange? in
      let turns = turns(of: place)
      guard !turns.isEmpty else { return nil }
      return UnitChange(
        code: place.code,
        name: place.name,
        kind: place.kind,
        unit: place.id,
        parent: place.parent,
        turns: turns
      )
    }
    return (ended + others).sorted { $0.code < $1.code }
  }

  private func turns(of place: Place) -> [UnitChange.Turn] {
    guard let before = origin[place.code] else { return [.begins] }
    var turns: [UnitChange.Turn] = []
    if before.parent != place.parent { turns.append(.moves(from: before.parent, to: place.parent)) }
    if before.name != place.name { turns.append(.renamed(from: before.name, to: place.name)) }
    if before.kind != place.kind { turns.append(.kind(from: before.kind, to: place.kind)) }
    if before.sector != place.sector, let sector = place.sector {
      turns.append(.sector(from: before.sector, to: sector))
    }
    return turns
  }
}
