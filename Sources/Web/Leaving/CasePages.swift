import Basics
import Hummingbird
import Markup
import Phrases
import Records
import Rules

/// What is open in a unit and below, and what each waits for.
struct CasePages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/cases", use: cases)
  }

  /// `GET /units/:unit/cases`: ways out, disciplines that wait for a second person, reports of members; with
  /// `list=matters&after=50` one of the three, fifty at a time.
  @Sendable func cases(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .units) { visit in
      try visit.casePage(key)
    } _: { model, frame in
      casesView(model, in: frame)
    }
  }
}

/// What is open in a unit and below.
struct CasePage: Sendable {
  /// The three lists by their names in the address.
  enum List: String, CaseIterable, Sendable {
    case cases, matters, reports
  }

  /// As much of a list as the page shows.
  struct Part<Value: Hashable & Sendable>: Sendable {
    let rows: [Waiting<Value>]
    let count: Int
    var firstSerial = 1
    var previous: String?
    var next: String?
  }

  /// How many of each list are shown when all three are.
  static let beginning = 20

  let unit: UnitLink
  let path: [UnitLink]
  /// The one list the page was opened to; `nil` for all.
  let list: List?
  let cases: Part<LeavingCase>?
  /// `nil` for those who do not read of disciplines.
  let matters: Part<DisciplineMatter>?
  /// Disciplines of units below, waiting and of this year; `nil` for the same, and where no units stand below.
  let ofUnits: (matters: [AboutUnit<UnitDisciplineMatter>], facts: [AboutUnit<UnitDiscipline>])?
  /// `nil` for those who correct no record.
  let reports: Part<ErrorReport>?
  let count: Int
  let account: ID<Account>
  let yearSoFar: Period
}

extension Visit {
  fileprivate func casePage(_ key: String) throws -> CasePage {
    let unit = try unit(key)
    try require(.readPerson, on: unit)
    let path = try standing(of: unit, on: today)
    let lists = LeavingLists(db: db)
    let cases = try lists.openCases(below: unit, today: today)
    let readsDiscipline = try allows(.readDiscipline, on: unit)
    let matters = readsDiscipline ? try lists.matters(below: unit, today: today) : nil
    let reports = try allows(.correctParticulars, on: unit) ? lists.reports(below: unit, today: today) : nil
    let list = try choice("list", CasePage.List.self)
    let units = UnitDisciplineStore(db: db)
    let showsUnits = readsDiscipline && list == nil && path.last.map { !$0.kind.children.isEmpty } ?? false
    let ofUnits =
      showsUnits ? (try units.matters(below: unit), try units.disciplined(below: unit, yearSoFar)) : nil
    return CasePage(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      list: list,
      cases: try part(.cases, cases),
      matters: try matters.flatMap { try part(.matters, $0) },
      ofUnits: ofUnits,
      reports: try reports.flatMap { try part(.reports, $0) },
      count: cases.count + (matters?.count ?? 0) + (reports?.count ?? 0) + (ofUnits?.0.count ?? 0),
      account: visitor.account,
      yearSoFar: yearSoFar
    )
  }

  /// The beginning of a list, or the page of it that the address asks for; `nil` where it asks for another list.
  private func part<Value>(_ list: CasePage.List, _ all: [Waiting<Value>]) throws -> CasePage.Part<Value>? {
    guard let chosen = try choice("list", CasePage.List.self) else {
      return CasePage.Part(rows: Array(all.prefix(CasePage.beginning)), count: all.count)
    }
    guard chosen == list else { return nil }
    let stretch = try Stretch(all.count, asked)
    return CasePage.Part(
      rows: Array(all[stretch.range]),
      count: all.count,
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next
    )
  }
}

/// What is open in a unit and below, in three lists.
func casesView(_ model: CasePage, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let leavings = viewpoint.leavings(model.unit.key, from: model.yearSoFar.from, until: model.yearSoFar.until)
  let actions: [HTML] = [
    "<a class=\"button small\" href=\"\(path: leavings)\">\(Phrase.leavingsLink)</a>"
  ]
  return page(
    frame,
    title: Phrase(verbatim: "\(Phrase.casesTitle), \(model.unit.name)"),
    content: """
      \(unitHeading(model.unit, model.path, .casesSentence(model.count), frame, topic: .casesTitle, actions: actions))
      \(model.list.map { _ in allLists(model, viewpoint) })
      \(model.cases.map { caseSection($0, model, frame) })
      \(model.matters.map { matterSection($0, model, frame) })
      \(model.ofUnits.map { unitMatterSection($0.matters, viewpoint) })
      \(model.ofUnits.map { disciplinedUnitSection($0.facts, viewpoint) })
      \(model.reports.map { reportSection($0, model, frame) })
      """
  )
}

private func allLists(_ model: CasePage, _ viewpoint: Viewpoint) -> HTML {
  let path = viewpoint.cases(model.unit.key)
  return "<p><a href=\"\(path: path)\">\(Phrase.casesTitle)</a></p>"
}

/// How many a list has, and which of them the page shows.
private func range<Value>(_ part: CasePage.Part<Value>) -> Phrase {
  guard part.rows.count < part.count else { return .number(part.count) }
  return .range(part.firstSerial, part.firstSerial + part.rows.count - 1, of: part.count)
}

/// The way to the rest of a list.
private func rest<Value>(
  _ list: CasePage.List,
  _ part: CasePage.Part<Value>,
  _ model: CasePage,
  _ frame: Frame
) -> HTML? {
  let all = frame.viewpoint.cases(model.unit.key).with("list", list.rawValue)
  let more: HTML? =
    model.list == nil && part.rows.count < part.count
    ? "<a href=\"\(path: all)\">\(Phrase.showAll)</a>" : nil
  let pages = more ?? pager(part.previous, part.next, frame.query.without("after", "before"), frame)
  return pages.map { "<footer class=\"table-foot\">\($0)</footer>" }
}

private func caseSection(_ part: CasePage.Part<LeavingCase>, _ model: CasePage, _ frame: Frame) -> HTML {
  """
  <section class="panel waits" aria-labelledby="leaving"><header><h2 id="leaving">\(Phrase.leavingCases)</h2>\
  <span class="aside">\(range(part))</span></header>
  \(part.rows.isEmpty
    ? emptyView(.noLeavingCases, why: .noLeavingCasesMeaning) : caseTable(part.rows, frame.viewpoint))\
  \(rest(.cases, part, model, frame))</section>
  <p class="quiet">\(Phrase.leavingCasesMeaning)</p>
  """
}

private func caseTable(_ cases: [Waiting<LeavingCase>], _ viewpoint: Viewpoint) -> HTML {
  let table = Table(
    caption: Phrase.leavingCases.text,
    columns: [
      Column(Phrase.name.text), Column(Phrase.waitsForTitle.text), Column(Phrase.wayOut.text),
      Column(Phrase.groundTitle.text), Column(Phrase.openedOn.text, .number), Column(Phrase.cell.text),
    ],
    rows: cases
  ) { waiting, page in
    let leaving = waiting.fact.value
    page.markup("<tr><th scope=\"row\">")
    page.person(PersonLink(waiting.person.description, waiting.name), viewpoint)
    page.markup("</th>")
    page.cell(
      .waitsForTitle,
      leaving.waitsFor.map { "<span class=\"state watch\">\(Phrase.waitsFor($0).leading)</span>" }
    )
    page.cell(.wayOut, "\(Phrase.reason(leaving.reason.rawValue).leading)")
    page.cell(.groundTitle, leaving.ground.map { "\(Phrase.deletionGround($0).leading)" })
    page.cell(.openedOn, "<span class=\"whole\">\(Phrase.day(waiting.fact.span.start))</span>")
    page.cell(.cell, unitLink(UnitLink(waiting.unit.description, waiting.unitName), viewpoint))
    page.markup("</tr>\n")
  }
  return "<div class=\"stacks\">\(table.html)</div>"
}

/// The name and the cell of whoever it is about.
private func head<Value>(_ waiting: Waiting<Value>, _ viewpoint: Viewpoint, into page: inout HTML.Writer) {
  page.markup("<tr><th scope=\"row\">")
  page.person(PersonLink(waiting.person.description, waiting.name), viewpoint)
  page.markup("</th><td>")
  page.unit(UnitLink(waiting.unit.description, waiting.unitName), viewpoint)
  page.markup("</td>")
}

private func matterSection(
  _ part: CasePage.Part<DisciplineMatter>,
  _ model: CasePage,
  _ frame: Frame
) -> HTML {
  let viewpoint = frame.viewpoint
  let table = Table(
    caption: Phrase.mattersTitle.text,
    columns: [
      Column(Phrase.name.text), Column(Phrase.cell.text), Column(Phrase.disciplineTitle.text),
      Column(Phrase.deedField("discipline", "from").text, .number), Column(Phrase.decision.text),
      Column(Phrase.stateTitle.text),
    ],
    rows: part.rows
  ) { waiting, page in
    let matter = waiting.fact.value
    head(waiting, viewpoint, into: &page)
    page.markup("<td>")
    page.write(Phrase.disciplineForm(matter.discipline.form.rawValue).leading)
    page.markup("</td><td class=\"num whole\">")
    page.write(Phrase.day(matter.span.start))
    page.markup("</td><td>")
    page.text(matter.decision.number)
    page.markup("</td><td><span class=\"state watch\">")
    page.write(Phrase.isPending.leading)
    page.markup("</span></td></tr>\n")
  }
  return """
    <section class="panel" aria-labelledby="matters"><header><h2 id="matters">\(Phrase.mattersTitle)</h2>\
    <span class="aside">\(range(part))</span></header>
    \(part.rows.isEmpty ? emptyView(.noMatters, why: .mattersMeaning) : table.html)\
    \(rest(.matters, part, model, frame))</section>
    """
}

private func reportSection(_ part: CasePage.Part<ErrorReport>, _ model: CasePage, _ frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let table = Table(
    caption: Phrase.reportsTitle.text,
    columns: [
      Column(Phrase.name.text), Column(Phrase.cell.text), Column(Phrase.whatIsWrong.text),
      Column(Phrase.whatIsRight.text), Column(Phrase.reportedOn.text, .number),
    ],
    rows: part.rows
  ) { waiting, page in
    let report = waiting.fact.value
    head(waiting, viewpoint, into: &page)
    page.markup("<td>")
    page.piece(reportLink(waiting.fact.id, report.topic))
    page.markup("</td><td>")
    page.text(report.right)
    page.markup("</td><td class=\"num whole\">")
    page.write(Phrase.day(waiting.fact.span.start))
    page.markup("</td></tr>\n")
  }
  return """
    <section class="panel" aria-labelledby="reports"><header><h2 id="reports">\(Phrase.reportsTitle)</h2>\
    <span class="aside">\(range(part))</span></header>
    \(part.rows.isEmpty ? emptyView(.noReports, why: .noReportsMeaning) : table.html)\
    \(rest(.reports, part, model, frame))</section>
    """
}

private func reportLink(_ id: ID<FactMark>?, _ topic: ErrorReport.Topic) -> HTML {
  let words = Phrase.reportTopic(topic.rawValue).leading
  guard let id else { return "\(words)" }
  return "<a href=\"\(path: .report(id.description))\">\(words)</a>"
}
