package import Basics
import Hummingbird
package import Markup
import Phrases
import Records
import Rules

/// The units below without a secretary on the day shown, a page of them at a time.
package struct VacancyPage: Sendable {
  package struct Row: Sendable {
    package var unit: UnitLink
    package var kind: String
    package var parent: UnitLink?
    package var members: Int
    /// Who was secretary last, and since when nobody is; `nil` when nobody is known to have been.
    package var last: (person: PersonLink, since: CivilDate)?
    /// For how many days nobody has been: since the last one left, or since the unit began.
    package var days: Int?

    package init(
      unit: UnitLink,
      kind: String,
      parent: UnitLink?,
      members: Int,
      last: (person: PersonLink, since: CivilDate)?,
      days: Int? = nil
    ) {
      self.days = days
      self.unit = unit
      self.kind = kind
      self.parent = parent
      self.members = members
      self.last = last
    }
  }

  package var unit: UnitLink
  package var path: [UnitLink]
  package var count: Int
  package var rows: [Row]
  package var firstSerial: Int
  package var previous: String?
  package var next: String?
  /// Whether the reader sees who held the posts.
  package var showsPeople: Bool

  package init(
    unit: UnitLink,
    path: [UnitLink],
    count: Int,
    rows: [Row],
    firstSerial: Int = 1,
    previous: String? = nil,
    next: String? = nil,
    showsPeople: Bool = true
  ) {
    self.unit = unit
    self.path = path
    self.count = count
    self.rows = rows
    self.firstSerial = firstSerial
    self.previous = previous
    self.next = next
    self.showsPeople = showsPeople
  }
}

/// Leading posts that nobody holds.
struct VacancyPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/vacancies", use: vacancies)
  }

  /// `GET /units/:unit/vacancies?on=…&after=50`.
  @Sendable func vacancies(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .units) { visit in
      try visit.vacancyPage(key)
    } _: { model, frame in
      vacancyView(model, in: frame)
    }
  }
}

extension Visit {
  /// How many units below have no secretary on the day shown.
  func vacancies(below unit: ID<Unit>) throws -> Int {
    try kept(.vacancies(unit, asOf)) { try VacancyStore(db: db).count(below: unit, asOf) }
  }

  fileprivate func vacancyPage(_ key: String) throws -> VacancyPage {
    let unit = try unit(key)
    try require(.readFigures, on: unit)
    let path = try standing(of: unit)
    let count = try vacancies(below: unit)
    let stretch = try Stretch(count, asked)
    let reads = try allows(.readPerson, on: unit)
    let rows = try VacancyStore(db: db).units(below: unit, asOf, stretch.range).map { vacancy in
      VacancyPage.Row(
        unit: vacancy.unit.link,
        kind: vacancy.unit.kind.rawValue,
        parent: vacancy.parent.map { UnitLink($0.description, vacancy.parentName ?? "") },
        members: vacancy.members,
        last: vacancy.last.map {
          (PersonLink($0.person.description, reads ? $0.name : ""), $0.until)
        },
        days: (vacancy.last?.until ?? vacancy.began)?.days(until: asOf.day)
      )
    }
    return VacancyPage(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      count: count,
      rows: rows,
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next,
      showsPeople: reads
    )
  }
}

/// The units below without a secretary, since when, and who was secretary last.
package func vacancyView(_ model: VacancyPage, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let sentence = Phrase.vacanciesSentence(model.unit.name, on: viewpoint.on)
  let query = frame.query.without("after", "before")
  let pages = pager(model.previous, model.next, query, frame)
  let range: HTML? =
    model.rows.isEmpty
    ? nil
    : "\(Phrase.range(model.firstSerial, model.firstSerial + model.rows.count - 1, of: model.count))"
  return page(
    frame,
    title: sentence,
    content: """
      \(unitHeading(model.unit, model.path, sentence, frame))
      \(unitTabs(model.unit.key, viewpoint, current: .vacancies, vacancies: model.count))
      <section class="panel" aria-labelledby="vacant"><header><h2 id="vacant">\(Phrase.vacanciesBelow)</h2>\
      <span class="aside">\(range)</span></header>
      \(model.rows.isEmpty
        ? emptyView(.noVacancies, why: .noVacanciesMeaning)
        : vacancyTable(model, viewpoint))\
      \(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
      <p class="quiet">\(Phrase.vacanciesMeaning)</p>
      """
  )
}

private func vacancyTable(_ model: VacancyPage, _ viewpoint: Viewpoint) -> HTML {
  var columns = [
    Column(Phrase.unit.text, order: .ascending), Column(Phrase.kind.text), Column(Phrase.under.text),
    Column(Phrase.members.text, .number), Column(Phrase.vacantSince.text, .number),
    Column(Phrase.vacantDays.text, .number),
  ]
  if model.showsPeople { columns.append(Column(Phrase.lastHeldBy.text)) }
  return Table(caption: Phrase.vacanciesBelow.text, columns: columns, rows: model.rows, isDense: true) {
    row,
    page in
    page.markup("<tr><th scope=\"row\">")
    page.unit(row.unit, viewpoint)
    page.markup("</th><td class=\"quiet\">")
    page.write(Phrase.unitKindShort(row.kind))
    page.markup("</td><td>")
    if let parent = row.parent { page.unit(parent, viewpoint) }
    page.markup("</td><td class=\"num\">")
    page.figure(row.members, viewpoint.figure("members.total", of: row.unit.key))
    page.markup("</td><td class=\"num whole\">")
    if let last = row.last {
      page.write(Phrase.day(last.since))
    } else {
      page.write(Phrase.neverRecorded)
    }
    page.markup("</td><td class=\"num\">")
    if let days = row.days { page.write(Phrase.number(days)) }
    page.markup("</td>")
    if model.showsPeople {
      page.markup("<td>")
      if let last = row.last { page.person(last.person, viewpoint) }
      page.markup("</td>")
    }
    page.markup("</tr>\n")
  }.html
}
