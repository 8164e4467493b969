import Basics
import Hummingbird
import Markup
import Phrases
import Records
import Rules

/// The figures of a unit beside the sum of those from which it took over, on the day before it did.
struct LineagePage: Sendable {
  struct Source: Sendable {
    let unit: UnitLink
    let figures: [FigureName: Int]
    /// How many units took over from it: with several, its sum is not the unit's alone.
    let heirs: Int
  }

  let unit: UnitLink
  let path: [UnitLink]
  /// The day on which it took over; `nil` when it never did.
  let day: CivilDate?
  let sources: [Source]
  /// Of those from which it took over, those that are not told of one by one.
  let more: Int
  let onDay: [FigureName: Int]
  let now: [FigureName: Int]

  var sum: [FigureName: Int] {
    sources.reduce(into: [:]) { sum, source in sum.merge(source.figures) { $0 + $1 } }
  }
}

/// Compares a unit with those it came from.
struct LineagePages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/lineage", use: show)
  }

  /// `GET /units/:unit/lineage?on=…`: the last time it took over, up to the day shown.
  @Sendable func show(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .units) {
      try $0.lineage(key)
    } _: {
      lineageView($0, in: $1)
    }
  }
}

extension Visit {
  /// Not more units than this are counted one by one.
  private static let mostSources = 60

  fileprivate func lineage(_ key: String) throws -> LineagePage {
    let unit = try unit(key)
    try require(.readFigures, on: unit)
    let path = try standing(of: unit)
    let store = TreeStore(db: db)
    let all = try store.predecessors(unit, asOf.knowledge).filter { $0.day <= asOf.day }
    guard let day = all.map(\.day).max() else {
      return LineagePage(
        unit: path.last?.link ?? UnitLink(key, ""),
        path: crumbs(path),
        day: nil,
        sources: [],
        more: 0,
        onDay: [:],
        now: [:]
      )
    }
    let before = AsOf(day.adding(days: -1), asOf.knowledge)
    // It counts itself as well, where it was there before.
    let former = Set(all.filter { $0.day == day }.map(\.unit) + [unit])
    var found: [(unit: TreeUnit, id: ID<Unit>)] = []
    for id in former.sorted() {
      let way = try store.path(to: id, before)
      guard let last = way.last, last.unit == id else { continue }
      // Whoever stood under another of them is counted there.
      if way.dropLast().contains(where: { former.contains($0.unit) }) { continue }
      found.append((last, id))
    }
    let shown = found.prefix(Visit.mostSources)
    return LineagePage(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      day: day,
      sources: try shown.map { source in
        LineagePage.Source(
          unit: source.unit.link,
          figures: try figures(of: source.id, before),
          heirs: source.id == unit ? 1 : try store.successors(source.id).count
        )
      },
      more: found.count - shown.count,
      onDay: try figures(of: unit, AsOf(day, asOf.knowledge)),
      now: try figures(of: unit, asOf)
    )
  }

  private func figures(of unit: ID<Unit>, _ asOf: AsOf) throws -> [FigureName: Int] {
    try kept(.figures(unit, asOf, nil)) { try FigureStore(db: db).figures(of: unit, asOf) }
  }
}

private let compared: [FigureName] = [
  .baseOrganisations, .baseCommittees, .baseCells, .cells, .total, .official, .probationary, .women,
]

/// The comparison, a figure in a row.
private func lineageView(_ model: LineagePage, in frame: Frame) -> HTML {
  let title = Phrase.lineageCompared
  let body: HTML =
    model.day.map { lineageTable(model, $0, frame.viewpoint) }
    ?? emptyView(.noPredecessors, why: .noPredecessorsMeaning)
  let shared = model.sources.contains { $0.heirs > 1 }
  return page(
    frame,
    title: title,
    content: """
      \(unitHeading(model.unit, model.path, .lineageMeaning, frame))
      <section class="panel" aria-labelledby="lineage"><header><h2 id="lineage">\(title)</h2></header>\(body)</section>
      \(shared ? "<p class=\"quiet\">\(Phrase.lineageShared)</p>" : nil)\
      \(model.more > 0 ? "<p class=\"quiet\">\(Phrase.lineageMore(model.more))</p>" : nil)
      """
  )
}

private func lineageTable(_ model: LineagePage, _ day: CivilDate, _ viewpoint: Viewpoint) -> HTML {
  let eve = day.adding(days: -1)
  // A few stand in columns of their own; of many only the sum does, and each in a list below.
  let columns = model.sources.count <= 6 ? model.sources : []
  let sum = model.sum
  let table = Table(
    caption: Phrase.lineageCompared.text,
    columns: [Column(Phrase.figureTitle.text)] + columns.map { Column($0.unit.name, .number) } + [
      Column(Phrase.lineageSum(eve).text, .number), Column(Phrase.lineageOn(day).text, .number),
      Column(Phrase.difference.text, .number), Column(Phrase.lineageOn(viewpoint.on).text, .number),
    ],
    rows: compared.filter { (sum[$0] ?? 0) + (model.onDay[$0] ?? 0) + (model.now[$0] ?? 0) > 0 }
  ) { name, page in
    page.markup("<tr><th scope=\"row\">")
    page.write(Phrase.figure(name.rawValue))
    page.markup("</th>")
    for source in columns {
      page.markup("<td class=\"num\">")
      page.figure(source.figures[name] ?? 0, viewpoint.figure(name.rawValue, of: source.unit.key, on: eve))
      page.markup("</td>")
    }
    let (before, after) = (sum[name] ?? 0, model.onDay[name] ?? 0)
    page.markup("<td class=\"num\">")
    page.write(Phrase.number(before))
    page.markup("</td><td class=\"num\">")
    page.figure(after, viewpoint.figure(name.rawValue, of: model.unit.key, on: day))
    page.markup("</td><td class=\"num\">")
    page.write(Phrase.signed(after - before))
    page.markup("</td><td class=\"num\">")
    page.figure(model.now[name] ?? 0, viewpoint.figure(name.rawValue, of: model.unit.key))
    page.markup("</td></tr>\n")
  }.html
  if !columns.isEmpty { return table }
  let there = viewpoint.moved(to: eve)
  return """
    \(table)<ul class="inside twin">\(model.sources, { source in
      """
      <li><div class="bough">\(unitLink(source.unit, there)) \
      \(figureLink(source.figures[.total] ?? 0, there.figure("members.total", of: source.unit.key)))</div></li>
      """ as HTML
    })</ul>
    """
}
