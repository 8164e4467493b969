import Basics
import Hummingbird
import Records
import Rules

/// The page of a unit on the day shown.
struct UnitPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit", use: unit)
  }

  /// `GET /units/:unit?on=…&sort=members&way=down`.
  @Sendable func unit(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .units) { visit in
      try visit.unitPage(try visit.unit(key))
    } _: { model, frame in
      unitView(model, in: frame)
    }
  }
}

extension Visit {
  fileprivate func unitPage(_ unit: ID<Unit>) throws -> UnitPage {
    try require(.readFigures, on: unit)
    let path = try standing(of: unit)
    guard let here = path.last else { throw PageFault.absent }
    let period = yearSoFar
    let order = try order()
    let crumbs = crumbs(path)
    let units = UnitStore(db: db)
    let existence = try units.existence(unit).existence ?? Span(open: asOf.day)
    let readsPeople = try allows(.readPerson, on: unit)
    var page = UnitPage(
      unit: here.link,
      code: here.code,
      kind: here.kind.rawValue,
      sector: here.sector?.rawValue,
      existence: existence,
      path: crumbs,
      tree: try tree(Array(path.suffix(crumbs.count)), period),
      counts: try counts(of: unit),
      ledger: try ledger(of: here.link, unit, period),
      below: rows(try below(unit, period), order),
      order: order,
      posts: readsPeople ? try holders(of: unit) : [],
      history: try history(of: unit),
      ending: try ending(of: unit, existence)
    )
    page.deeds = try deeds(for: unit, here.kind, existence)
    return page
  }

  /// The tree from the first unit in reach down to this one, each open to those directly below.
  private func tree(_ path: [TreeUnit], _ period: Period) throws -> TreeNode {
    var open: TreeNode?
    for (index, unit) in path.enumerated().reversed() {
      let inner = open
      let next = index + 1 < path.count ? path[index + 1].unit : nil
      let below = try below(unit.unit, period).map { child in
        if child.unit.unit == next, let inner { return inner }
        return TreeNode(unit: child.unit.link, members: child.members, hasUnitsBelow: child.hasUnitsBelow)
      }
      open = TreeNode(
        unit: unit.link,
        members: try figures(of: unit.unit)[.total] ?? 0,
        hasUnitsBelow: !below.isEmpty,
        below: below
      )
    }
    return open ?? TreeNode(unit: UnitLink("", ""), members: 0, hasUnitsBelow: false)
  }

  private func holders(of unit: ID<Unit>) throws -> [PostHolder] {
    let ranks = KnownPost.allCases.map(\.rawValue)
    func rank(_ post: String) -> Int { ranks.firstIndex(of: post) ?? ranks.count }
    return try TreeStore(db: db).holders(unit, asOf).enumerated().sorted { one, other in
      (rank(one.element.post), one.offset) < (rank(other.element.post), other.offset)
    }.map { _, held in
      PostHolder(
        post: held.post,
        person: PersonLink(held.person.description, held.name),
        since: held.since,
        source: held.cited.map { .decision(DecisionLink(key: nil, number: $0, signed: nil, issuer: nil)) }
      )
    }
  }

  /// What happened to the unit, as far as known, newest first.
  private func history(of unit: ID<Unit>) throws -> [LifeEvent] {
    let timeline = Timeline(db: db)
    let names = FactHistory.facts(try timeline.names(unit, asOf.knowledge))
    let kinds = FactHistory.facts(try timeline.kinds(unit, asOf.knowledge))
    let sectors = FactHistory.facts(try timeline.sectors(unit, asOf.knowledge))
    let parents = FactHistory.facts(try timeline.parents(unit, asOf.knowledge))
    let above = try NameStore(db: db).names(of: Array(Set(parents.map(\.value))), asOf.knowledge)
    let founded = kinds.first?.span.start
    var events: [LifeEvent] = []
    for (index, kind) in kinds.enumerated() {
      if index == 0 {
        events.append(kind.began.event(kind.span.start, "founded", names.first?.value ?? "", .units, self))
      } else if kinds[index - 1].value != kind.value {
        events.append(kind.began.event(kind.span.start, "kind", kind.value.rawValue, .units, self))
      }
      if index == kinds.count - 1, let end = kind.span.end {
        events.append(kind.ended.event(end, "dissolved", "", .units, self))
      }
    }
    for name in names where name.span.start != founded {
      events.append(name.began.event(name.span.start, "named", name.value, .units, self))
    }
    for sector in sectors where sector.span.start != founded {
      events.append(sector.began.event(sector.span.start, "sector", sector.value.rawValue, .units, self))
    }
    for parent in parents where parent.span.start != founded {
      let name = above[parent.value]?.value(around: parent.span.start) ?? ""
      events.append(parent.began.event(parent.span.start, "moved", name, .units, self))
    }
    return events.newestFirst
  }

  private func ending(of unit: ID<Unit>, _ existence: Span) throws -> UnitPage.Ending? {
    guard let end = existence.end, end <= today else { return nil }
    let successors = try TreeStore(db: db).successors(unit)
    let names = try NameStore(db: db).names(of: successors, asOf.knowledge)
    return UnitPage.Ending(
      last: end.adding(days: -1),
      successors: successors.map { UnitLink($0.description, names[$0]?.value(around: end) ?? "") },
      source: FactHistory.facts(try Timeline(db: db).kinds(unit, asOf.knowledge)).last?.ended.source(.units)
    )
  }
}
