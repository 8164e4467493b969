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

  /// `GET /units/:unit?on=…&sort=members&way=down&open=01J8Q4M3T5V9K`: `open`: a branch of the tree, any number.
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
    let below = try below(unit, period)
    let posts = readsPeople ? try holders(of: unit) : []
    var page = UnitPage(
      unit: here.link,
      code: here.code,
      kind: here.kind.rawValue,
      sector: here.sector?.rawValue,
      existence: existence,
      path: crumbs,
      tree: try tree(Array(path.suffix(crumbs.count))),
      counts: try counts(of: unit),
      ledger: try ledger(of: here.link, unit, period),
      below: rows(below, order, trends: try trends(below: unit)),
      order: order,
      posts: posts,
      vacant: readsPeople ? try vacant(unit, here.kind, posts) : [],
      vacancies: below.isEmpty ? nil : try vacancies(below: unit),
      trend: below.isEmpty ? [] : try trend(of: unit),
      history: try history(of: unit),
      ending: try ending(of: unit, existence)
    )
    page.deeds = try deeds(for: unit, here.kind, existence)
    page.discipline = try discipline(of: unit, existence)
    page.predecessors = try predecessors(of: unit)
    page.isCell = here.kind.isCell && below.isEmpty
    if page.isCell { page.duties = try duties(of: unit) }
    return page
  }

  /// The leading posts that nobody holds: the secretary's always, the deputy's where there has been one.
  func vacant(_ unit: ID<Unit>, _ kind: UnitKind, _ posts: [PostHolder]) throws -> [VacantPost] {
    guard kind != .subgroup else { return [] }
    let open = [KnownPost.secretary, .deputySecretary].filter { post in
      !posts.contains { $0.post == post.rawValue }
    }
    guard !open.isEmpty else { return [] }
    let last = try VacancyStore(db: db).lastHolders(of: [unit], asOf)[unit] ?? [:]
    return open.compactMap { post in
      guard let held = last[post] else {
        return post == .secretary ? VacantPost(post: post.rawValue, since: nil, last: nil) : nil
      }
      return VacantPost(
        post: post.rawValue,
        since: held.until,
        last: PersonLink(held.person.description, held.name)
      )
    }
  }

  func holders(of unit: ID<Unit>) throws -> [PostHolder] {
    let ranks = KnownPost.allCases.map(\.rawValue)
    func rank(_ post: String) -> Int { ranks.firstIndex(of: post) ?? ranks.count }
    let facts = FactHistory.facts(try Timeline(db: db).holders(unit, asOf.knowledge))
    let began = Dictionary(facts.map { ($0.current.fact.id, $0.began) }) { first, _ in first }
    return try TreeStore(db: db).holders(unit, asOf).enumerated().sorted { one, other in
      (rank(one.element.post), one.offset) < (rank(other.element.post), other.offset)
    }.map { _, held in
      PostHolder(
        post: held.post,
        person: PersonLink(held.person.description, held.name),
        since: held.since,
        source: began[held.fact]?.source(.posts)
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
    let into = try successors(of: unit).map(\.name).joined(separator: ", ")
    var events: [LifeEvent] = []
    for (index, kind) in kinds.enumerated() {
      if index == 0 {
        events.append(kind.began.event(kind.span.start, "founded", names.first?.value ?? "", .units, self))
      } else if kinds[index - 1].value != kind.value {
        events.append(kind.began.event(kind.span.start, "kind", kind.value.rawValue, .units, self))
      }
      if index == kinds.count - 1, let end = kind.span.end {
        events.append(kind.ended.event(end, into.isEmpty ? "dissolved" : "mergedInto", into, .units, self))
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
    return UnitPage.Ending(
      last: end.adding(days: -1),
      successors: try successors(of: unit),
      source: FactHistory.facts(try Timeline(db: db).kinds(unit, asOf.knowledge)).last?.ended.source(.units)
    )
  }

  /// From which units it took over, each by its last name.
  private func predecessors(of unit: ID<Unit>) throws -> [(unit: UnitLink, day: CivilDate)] {
    let former = try TreeStore(db: db).predecessors(unit, asOf.knowledge)
    guard !former.isEmpty else { return [] }
    let names = try NameStore(db: db).names(of: former.map(\.unit), asOf.knowledge)
    return former.map { one in
      let name = names[one.unit]?.value(around: one.day.adding(days: -1)) ?? ""
      return (UnitLink(one.unit.description, name), one.day)
    }
  }

  /// What became of a unit, each by its name on the day the unit ended.
  private func successors(of unit: ID<Unit>) throws -> [UnitLink] {
    let successors = try TreeStore(db: db).successors(unit)
    guard !successors.isEmpty else { return [] }
    let end = try UnitStore(db: db).existence(unit).existence?.end ?? asOf.day
    let names = try NameStore(db: db).names(of: successors, asOf.knowledge)
    return successors.map { UnitLink($0.description, names[$0]?.value(around: end) ?? "") }
  }
}
