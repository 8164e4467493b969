import Basics
import Markup
import Phrases
import Records
import Rules

/// Contact where members live: how many keep it, who does not, and the comment of the year.
func residenceDeskView(_ model: ResidenceDesk, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let query = frame.query.without("after", "before")
  let pages = pager(model.previous, model.next, query, frame)
  return page(
    frame,
    title: Phrase(verbatim: "\(Phrase.residenceContact) · \(model.unit.name)"),
    isLandscape: true,
    content: """
      \(unitHeading(model.unit, model.path, .residenceSentence(viewpoint.on), frame, topic: .residenceTopic))
      \(tiesTabs(model.unit.key, .residence, viewpoint))
      \(summary(model, viewpoint))
      <section class="panel" aria-labelledby="listed"><header>\
      <h2 id="listed">\(Phrase.residenceGroup(model.group.rawValue))</h2>\
      <span class="aside">\(range(model))</span></header>
      \(model.rows.isEmpty ? emptyView(.nobodyInGroup, why: .nobodyInGroupMeaning) : table(model, viewpoint))\
      \(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
      \(exemptions(model))
      <p>\(figureOf("members.inContact", model.unit.key, viewpoint))</p>
      <p class="quiet">\(Phrase.onlyThatGiven)</p>
      """
  )
}

private func range(_ model: ResidenceDesk) -> HTML? {
  guard !model.rows.isEmpty else { return nil }
  let last = model.firstSerial + model.rows.count - 1
  return "\(Phrase.range(model.firstSerial, last, of: model.count(model.group)))"
}

/// The numbers, each opening to its members, and the share of those who must.
private func summary(_ model: ResidenceDesk, _ viewpoint: Viewpoint) -> HTML {
  let must = model.count(.kept) + model.count(.none)
  return """
    <dl class="standing">\(ResidenceQuestion.Group.allCases, { group in
      """
      <div><dt>\(group == .commented ? Phrase.commentsOf(model.year) : Phrase.residenceGroup(group.rawValue))</dt>\
      <dd>\(figureLink(
        model.count(group), viewpoint.residence(model.unit.key, group, year: model.year)
      ))</dd></div>
      """ as HTML
    })
    <div class="end"><dt>\(Phrase.coverage)</dt><dd>\(Phrase.residenceShare(model.count(.kept), must))</dd></div></dl>
    """
}

private func exemptions(_ model: ResidenceDesk) -> HTML? {
  guard !model.exemptions.isEmpty else { return nil }
  return """
    <section class="group" aria-labelledby="exempt"><header><h2 id="exempt">\(Phrase.exemptAsStated)</h2></header>\
    <ul class="found">\(model.exemptions, { exemptionItem($0) })</ul></section>
    """
}

private func exemptionItem(_ exemption: Dated<ResidenceExemption>) -> HTML {
  let sector = exemption.value.sector.map { Phrase.sector($0.rawValue).leading } ?? Phrase.inAll
  return """
    <li><bdi lang="vi">\(exemption.value.ground)</bdi><small>\(sector) · \(Phrase.span(exemption.span))</small></li>
    """
}

private func table(_ model: ResidenceDesk, _ viewpoint: Viewpoint) -> HTML {
  // In a cell all are at home there.
  let namesHome = Set(model.rows.map(\.home)) != [PlaceTold(name: model.unit.name, key: model.unit.key)]
  var columns = [
    Column(Phrase.member.text, order: .ascending), Column(Phrase.livesUnder.text),
    Column(Phrase.sinceDay.text), Column(Phrase.commentsOf(model.year).text),
  ]
  if namesHome { columns.insert(Column(Phrase.homeCell.text), at: 1) }
  let table = Table(
    caption: Phrase.residenceGroup(model.group.rawValue).text,
    columns: columns,
    rows: model.rows,
    isDense: true
  ) { row, page in
    page.markup("<tr><th scope=\"row\">")
    page.piece(personView(row.person, opens: row.opensPerson, viewpoint))
    page.markup("</th>")
    if namesHome { page.cell(.homeCell, placeView(row.home, viewpoint)) }
    page.cell(.livesUnder, row.residence.map { placeView($0, viewpoint) })
    page.cell(.sinceDay, row.since.map { "\(Phrase.day($0))" })
    page.cell(.commentsOf(model.year), row.residence == nil ? nil : commentView(row))
    page.markup("</tr>\n")
  }
  return "<div class=\"stacks\">\(table.html)</div>"
}

private func commentView(_ row: ResidenceDesk.Row) -> HTML {
  guard let state = row.state, let day = row.day else {
    return "<span class=\"state watch\">\(Phrase.notAskedYet)</span>"
  }
  let number: HTML? = row.number.map { " <small class=\"quiet\">\($0)</small>" }
  return
    "\(Phrase.commentState(state.rawValue).leading), <span class=\"whole\">\(Phrase.day(day))</span>\(number)"
}
