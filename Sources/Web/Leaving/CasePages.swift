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

  /// `GET /units/:unit/cases`: ways out, disciplines that wait for a second person, reports of members.
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
  let unit: UnitLink
  let path: [UnitLink]
  let cases: [Waiting<LeavingCase>]
  /// `nil` for those who do not read of disciplines.
  let matters: [Waiting<DisciplineMatter>]?
  /// `nil` for those who correct no record.
  let reports: [Waiting<ErrorReport>]?
  let account: ID<Account>
  let yearSoFar: Period

  var count: Int { cases.count + (matters?.count ?? 0) + (reports?.count ?? 0) }
}

extension Visit {
  fileprivate func casePage(_ key: String) throws -> CasePage {
    let unit = try unit(key)
    try require(.readPerson, on: unit)
    let path = try standing(of: unit, on: today)
    let lists = LeavingLists(db: db)
    return CasePage(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      cases: try lists.openCases(below: unit, today: today),
      matters: try allows(.readDiscipline, on: unit) ? lists.matters(below: unit, today: today) : nil,
      reports: try allows(.correctParticulars, on: unit) ? lists.reports(below: unit, today: today) : nil,
      account: visitor.account,
      yearSoFar: yearSoFar
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
      <section class="panel waits" aria-labelledby="leaving"><header><h2 id="leaving">\(Phrase.leavingCases)</h2>\
      <span class="aside">\(Phrase.number(model.cases.count))</span></header>
      \(model.cases.isEmpty
        ? emptyView(.noLeavingCases, why: .noLeavingCasesMeaning) : caseTable(model.cases, viewpoint))</section>
      <p class="quiet">\(Phrase.leavingCasesMeaning)</p>
      \(model.matters.map { matterSection($0, model.account, viewpoint) })
      \(model.reports.map { reportSection($0, viewpoint) })
      """
  )
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
  _ matters: [Waiting<DisciplineMatter>],
  _ account: ID<Account>,
  _ viewpoint: Viewpoint
) -> HTML {
  let table = Table(
    caption: Phrase.mattersTitle.text,
    columns: [
      Column(Phrase.name.text), Column(Phrase.cell.text), Column(Phrase.disciplineTitle.text),
      Column(Phrase.deedField("discipline", "from").text, .number), Column(Phrase.decision.text),
      Column(Phrase.stateTitle.text),
    ],
    rows: matters
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
    <span class="aside">\(Phrase.number(matters.count))</span></header>
    \(matters.isEmpty ? emptyView(.noMatters, why: .mattersMeaning) : table.html)</section>
    """
}

private func reportSection(_ reports: [Waiting<ErrorReport>], _ viewpoint: Viewpoint) -> HTML {
  let table = Table(
    caption: Phrase.reportsTitle.text,
    columns: [
      Column(Phrase.name.text), Column(Phrase.cell.text), Column(Phrase.whatIsWrong.text),
      Column(Phrase.whatIsRight.text), Column(Phrase.reportedOn.text, .number),
    ],
    rows: reports
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
    <span class="aside">\(Phrase.number(reports.count))</span></header>
    \(reports.isEmpty ? emptyView(.noReports, why: .noReportsMeaning) : table.html)</section>
    """
}

private func reportLink(_ id: ID<FactMark>?, _ topic: ErrorReport.Topic) -> HTML {
  let words = Phrase.reportTopic(topic.rawValue).leading
  guard let id else { return "\(words)" }
  return "<a href=\"\(path: .report(id.description))\">\(words)</a>"
}
