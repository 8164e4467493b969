import Basics
import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import Rules
import Sheets

/// Who was disciplined in a unit and below in a year: the list behind the numbers of an assessment by a model.
struct DisciplinedPage: Sendable {
  struct Member: Sendable {
    let person: PersonLink
    let unit: UnitLink
    let fact: Fact<Discipline>
  }

  struct Organisation: Sendable {
    let unit: UnitLink
    let fact: Fact<UnitDiscipline>
  }

  let unit: UnitLink
  let path: [UnitLink]
  let year: Int
  /// How many members; who was disciplined twice has two rows.
  let people: Int
  let count: Int
  let members: [Member]
  let firstSerial: Int
  let previous: String?
  let next: String?
  let organisations: [Organisation]
  let takesFiles: Bool
}

extension Viewpoint {
  /// Who was disciplined in a unit and below in a year.
  func disciplined(_ key: String, year: Int) -> Path {
    opens.people ? Path("units", key, "disciplined").with("year", String(year)).keeping(kept) : .closed
  }

  /// The same as a file.
  func disciplinedFile(_ key: String, _ format: String, year: Int) -> Path {
    opens.files && opens.people
      ? Path("units", key, "disciplined." + format).with("year", String(year)).keeping(kept) : .closed
  }
}

/// The list of a year, on the screen and as a file.
struct DisciplinedPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/disciplined", use: show)
    routes.files(of: "disciplined") { request, key, format in
      try await reception.take(request, format) { try $0.exportDisciplined(key, format) }
    }
  }

  /// `GET /units/:unit/disciplined?year=2025&after=50`.
  @Sendable func show(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .units) {
      try $0.disciplinedPage(key)
    } _: {
      disciplinedView($0, in: $1)
    }
  }
}

extension Visit {
  /// The year asked about, and the tree of its last day, or of the day shown while it goes on.
  private func disciplinedYear() throws -> (year: Int, period: Period, asOf: AsOf) {
    let year = try askedYear()
    guard let period = Period(year: year) else { throw PageFault.value(name: "year", String(year)) }
    return (year, period, AsOf(lastDay(of: year), asOf.knowledge))
  }

  fileprivate func disciplinedPage(_ key: String) throws -> DisciplinedPage {
    let unit = try unit(key)
    let (year, period, asOf) = try disciplinedYear()
    let path = try standing(of: unit, on: asOf.day)
    try require(.readDiscipline, on: unit)
    let lists = DisciplinedLists(db: db)
    let all = try lists.members(of: unit, in: period, asOf)
    let stretch = try Stretch(all.count, asked)
    let organisations = try lists.units(of: unit, in: period, asOf)
    let names = try NameStore(db: db)
      .names(of: Array(Set(organisations.map(\.unit))).sorted(), asOf.knowledge)
    return DisciplinedPage(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      year: year,
      people: Set(all.map(\.person)).count,
      count: all.count,
      members: try named(Array(all[stretch.range]), asOf.knowledge),
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next,
      organisations: organisations.map { line in
        let name = names[line.unit]?.value(around: line.fact.span.start) ?? ""
        return DisciplinedPage.Organisation(unit: UnitLink(line.unit.description, name), fact: line.fact)
      },
      takesFiles: try allows(.exportLists, on: unit)
    )
  }

  /// Each with the names they and their unit had on the day.
  private func named(
    _ lines: [DisciplinedMember],
    _ knowledge: Knowledge
  ) throws -> [DisciplinedPage.Member] {
    let store = NameStore(db: db)
    let people = try store.particulars(of: Array(Set(lines.map(\.person))).sorted(), knowledge)
    let units = try store.names(of: Array(Set(lines.map(\.unit))).sorted(), knowledge)
    return lines.map { line in
      let day = line.fact.span.start
      return DisciplinedPage.Member(
        person: PersonLink(line.person.description, people[line.person]?.value(around: day)?.name ?? ""),
        unit: UnitLink(line.unit.description, units[line.unit]?.value(around: day) ?? ""),
        fact: line.fact
      )
    }
  }

  fileprivate func exportDisciplined(_ key: String, _ format: ExportFormat) throws -> TakenList {
    let unit = try unit(key)
    let (year, period, asOf) = try disciplinedYear()
    try require(.readDiscipline, on: unit)
    try require(.exportLists, on: unit)
    let lines = try DisciplinedLists(db: db).members(of: unit, in: period, asOf)
    let code = try standing(of: unit, on: asOf.day).last?.code ?? ""
    let name = "disciplined-\(code)-\(year)"
    let columns = [
      XLSXColumn("name", width: 36), XLSXColumn("unitName", width: 44), XLSXColumn("form", width: 20),
      XLSXColumn("from", content: .day), XLSXColumn("until", content: .day),
      XLSXColumn("decision", width: 24),
    ]
    let file = try ExportFile(format, title: name, columns: columns, created: moment)
    for member in try named(lines, asOf.knowledge) {
      let fact = member.fact
      try file.write([
        .text(member.person.name), .text(member.unit.name), .text(fact.value.form.rawValue),
        .day(fact.span.start), .day(fact.span.end), .text(fact.cited),
      ])
    }
    try logList(of: unit, on: asOf.day, count: lines.count, named: lines.map(\.person))
    return TakenList(try file.finish(), name: name)
  }
}

/// The members and organisations disciplined in a year, with their decisions.
func disciplinedView(_ model: DisciplinedPage, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let pages = pager(model.previous, model.next, frame.query.without("after", "before"), frame)
  let range: HTML? =
    model.members.isEmpty
    ? nil : "\(Phrase.range(model.firstSerial, model.firstSerial + model.members.count - 1, of: model.count))"
  return page(
    frame,
    title: Phrase(verbatim: "\(Phrase.disciplinedTitle) · \(model.unit.name)"),
    content: """
      \(unitHeading(
        model.unit, model.path, .disciplinedMeaning(model.year), frame, topic: .disciplinedTitle,
        actions: model.takesFiles && model.count > 0
          ? fileLinks { viewpoint.disciplinedFile(model.unit.key, $0, year: model.year) } : []
      ))
      \(turns(model, viewpoint))
      <section class="panel" aria-labelledby="members"><header>\
      <h2 id="members">\(Phrase.disciplinedMembers(model.people))</h2><span class="aside">\(range)</span></header>
      \(model.members.isEmpty
        ? emptyView(.noDisciplinedMembers, why: .disciplinedMembersMeaning)
        : "<div class=\"stacks\">\(memberTable(model, viewpoint))</div>")\
      \(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
      <section class="panel" aria-labelledby="organisations"><header>\
      <h2 id="organisations">\(Phrase.disciplinedUnits(Set(model.organisations.map(\.unit.key)).count))</h2></header>
      \(model.organisations.isEmpty
        ? emptyView(.noDisciplinedUnits, why: .disciplinedUnitsMeaning)
        : "<div class=\"stacks\">\(organisationTable(model, viewpoint))</div>")</section>
      """
  )
}

private func turns(_ model: DisciplinedPage, _ viewpoint: Viewpoint) -> HTML {
  func year(_ year: Int) -> HTML? {
    yearTurn(year, viewpoint) { viewpoint.disciplined(model.unit.key, year: $0) }
  }
  return """
    <nav class="turns" aria-label="\(Phrase.yearTitle)">\(year(model.year - 1))<b>\(String(model.year))</b>\
    \(year(model.year + 1))</nav>
    """
}

private func memberTable(_ model: DisciplinedPage, _ viewpoint: Viewpoint) -> HTML {
  Table(
    caption: Phrase.disciplinedTitle.text,
    columns: [
      Column(Phrase.name.text), Column(Phrase.disciplineTitle.text), Column(Phrase.inForceFrom.text),
      Column(Phrase.cell.text), Column(Phrase.decision.text),
    ],
    rows: model.members,
    isDense: true
  ) { member, page in
    page.markup("<tr><th scope=\"row\">")
    page.person(member.person, viewpoint)
    page.markup("</th>")
    page.cell(.disciplineTitle, "\(Phrase.disciplineForm(member.fact.value.form.rawValue).leading)")
    page.cell(.inForceFrom, "<span class=\"whole\">\(Phrase.day(member.fact.span.start))</span>")
    page.cell(.cell, unitLink(member.unit, viewpoint))
    page.cell(.decision, "\(member.fact.cited ?? "–")")
    page.markup("</tr>\n")
  }.html
}

private func organisationTable(_ model: DisciplinedPage, _ viewpoint: Viewpoint) -> HTML {
  Table(
    caption: Phrase.unitDisciplineTitle.text,
    columns: [
      Column(Phrase.unit.text), Column(Phrase.disciplineTitle.text), Column(Phrase.inForceFrom.text),
      Column(Phrase.decision.text),
    ],
    rows: model.organisations,
    isDense: true
  ) { line, page in
    page.markup("<tr><th scope=\"row\">")
    page.unit(line.unit, viewpoint)
    page.markup("</th>")
    page.cell(.disciplineTitle, "\(Phrase.unitDisciplineForm(line.fact.value.form.rawValue).leading)")
    page.cell(.inForceFrom, "<span class=\"whole\">\(Phrase.day(line.fact.span.start))</span>")
    page.cell(.decision, "\(line.fact.cited ?? "–")")
    page.markup("</tr>\n")
  }.html
}
