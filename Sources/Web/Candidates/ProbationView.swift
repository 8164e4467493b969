import Basics
package import Markup
import Phrases

/// The members on probation and when each is due: lines on a phone, a table at a desk.
package func probationView(_ model: ProbationPage, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let sentence = Phrase.probationSentence(model.unit.name, on: viewpoint.on)
  let query = frame.query.without("after", "before")
  let pages = pager(model.previous, model.next, query, frame)
  let files = model.takesFiles && model.count > 0 ? ["csv", "xlsx"] : []
  let range: HTML? =
    model.rows.isEmpty
    ? nil
    : "\(Phrase.range(model.firstSerial, model.firstSerial + model.rows.count - 1, of: model.count))"
  return page(
    frame,
    title: sentence,
    isLandscape: true,
    content: """
      <div class="heading"><div>\(crumbs(model.path, viewpoint))<h1>\(Phrase.probationTitle)</h1></div><div class="actions">\
      <a class="button small" href="\(path: viewpoint.candidates(model.unit.key))">\(Phrase.candidates)</a>\
      \(files, { fileLink($0, viewpoint.probationFile(model.unit.key, $0, query)) })\
      <button class="button small" type="button" data-print hidden>\(Phrase.print)</button></div></div>
      \(model.hasRule ? nil : ruleNotice())
      \(facets(model, frame))
      <section class="panel" aria-labelledby="rows"><header><h2 id="rows">\(Phrase.probationTitle)</h2>\
      <span class="aside">\(range)</span></header>
      \(model.rows.isEmpty ? empty(model) : rows(model, frame))\
      \(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
      <p class="quiet">\(Phrase.probationMeaning)</p>
      """
  )
}

private func empty(_ model: ProbationPage) -> HTML {
  model.total == 0
    ? emptyView(.noProbation, why: .noProbationMeaning)
    : emptyView(.noCandidatesFound, why: .noCandidatesFoundMeaning)
}

private func facets(_ model: ProbationPage, _ frame: Frame) -> HTML? {
  guard !model.facets.isEmpty else { return nil }
  let rest = frame.query.without("state", "after", "before")
  let isAll = !model.facets.contains(where: \.isOn)
  return """
    <nav class="chips" aria-label="\(Phrase.addFilter)">\
    <a class="\(isAll ? "chip on" : "chip" as HTML)" href="\(path: frame.here(rest))">\(Phrase.everybody) \
    \(Phrase.number(model.total))</a>\(model.facets, { facet($0, rest, frame) })</nav>
    """
}

private func facet(_ facet: CandidateListPage.Facet, _ rest: Query, _ frame: Frame) -> HTML {
  let path = frame.here(facet.isOn ? rest : rest.with("state", facet.value))
  return """
    <a class="\(facet.isOn ? "chip on" : "chip" as HTML)"\(attribute: "aria-current", facet.isOn ? "true" : nil) \
    href="\(path: path)">\(Phrase.probationState(facet.value)) \(Phrase.number(facet.count))</a>
    """
}

private func rows(_ model: ProbationPage, _ frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  if frame.viewer.isAtHand {
    return "<ol class=\"duties\">\(model.rows, { duty($0, viewpoint) })</ol>"
  }
  let acts = model.rows.contains { $0.recognise.isOpen || $0.vote.isOpen }
  var columns = [
    Column(Phrase.name.text), Column(Phrase.cell.text), Column(Phrase.ceremonyDay.text, .number),
    Column(Phrase.probationDue.text, .number, order: .ascending),
    Column(Phrase.probationLatest.text, .number), Column(Phrase.stateTitle.text),
  ]
  if acts { columns.append(Column(Phrase.deeds.text)) }
  return Table(
    caption: Phrase.probationTitle.text,
    columns: columns,
    rows: model.rows,
    isDense: true
  ) { row, page in
    page.markup("<tr><th scope=\"row\">")
    page.person(row.person, viewpoint)
    page.markup("</th><td>")
    page.unit(row.unit, viewpoint)
    page.markup("</td>")
    for day in [row.ceremony, row.due, row.latest] {
      page.markup("<td class=\"num whole\">")
      if let day { page.write(Phrase.day(day)) } else { page.markup("–") }
      page.markup("</td>")
    }
    page.markup("<td>")
    page.piece(state(row, viewpoint.on))
    page.markup("</td>")
    if acts { page.piece("<td>\(deeds(row))</td>") }
    page.markup("</tr>\n")
  }.html
}

/// How it stands with somebody: nothing is marked while probation goes on.
private func state(_ row: ProbationPage.Row, _ on: CivilDate) -> HTML {
  var pieces: [HTML] = []
  switch (row.state, row.latest, row.due) {
  case ("late", let latest?, _):
    let words = Phrase.daysLate(latest.days(until: on))
    pieces.append("<span class=\"state bad\">\(Phrase.probationState("late")), \(words)</span>")
  case ("onTime", let latest?, _):
    let words = Phrase.daysLeft(on.days(until: latest))
    pieces.append("<span class=\"state watch\">\(Phrase.probationState("onTime")), \(words)</span>")
  case (let state, _, let due?) where state == "tooEarly":
    pieces.append("<span class=\"quiet\">\(Phrase.daysLeft(on.days(until: due)))</span>")
  case (let state, _, _):
    pieces.append("<span class=\"state ring\">\(Phrase.probationState(state ?? ""))</span>")
  }
  if row.failedVotes > 0 {
    let words = Phrase.failedVotes(row.failedVotes)
    pieces.append(
      row.isForSuperior
        ? "<span class=\"detail\"><span class=\"state bad\">\(words): \(Phrase.forSuperior)</span></span>"
        : "<span class=\"detail\">\(words)</span>"
    )
  }
  return "\(pieces, \.self)"
}

private func deeds(_ row: ProbationPage.Row) -> HTML {
  func link(_ path: Path, _ words: Phrase) -> HTML? {
    guard path.isOpen else { return nil }
    let label = "\(words), \(row.person.name)"
    return "<a href=\"\(path: path)\"\(attribute: "aria-label", label)>\(words)</a> "
  }
  return "\(link(row.recognise, .recogniseShort))\(link(row.vote, .voteShort))"
}

private func duty(_ row: ProbationPage.Row, _ viewpoint: Viewpoint) -> HTML {
  let due: HTML? = row.due.map { " · \(Phrase.probationDue) \(Phrase.day($0))" }
  let latest: HTML? = row.latest.map { " · \(Phrase.probationLatest) \(Phrase.day($0))" }
  let path = row.vote.isOpen ? row.vote : viewpoint.person(row.person.key)
  return """
    <li><a href="\(path: path)"><b><bdi lang="vi">\(row.person.name)</bdi></b> \
    <small>\(Phrase.ceremonyDay) \(Phrase.day(row.ceremony))\(due)\(latest)</small>\
    \(state(row, viewpoint.on))</a></li>
    """
}
