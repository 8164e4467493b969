import Basics
package import Markup
import Phrases

/// The candidates of a unit: a list to be worked through on a phone, a table at a desk.
package func candidateListView(_ model: CandidateListPage, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let sentence = Phrase.candidatesSentence(model.unit.name, on: viewpoint.on)
  let query = frame.query.without("after", "before")
  let pages = pager(model.previous, model.next, query, frame)
  let files = model.takesFiles && model.count > 0 ? ["csv", "xlsx"] : []
  return page(
    frame,
    title: sentence,
    isLandscape: true,
    content: """
      <div class="heading"><div>\(crumbs(model.path, viewpoint))<h1>\(Phrase.candidates)</h1></div><div class="actions">\
      \(model.mayBegin ? beginLink(model.unit.key) : nil)\
      <a class="button small" href="\(path: viewpoint.probation(model.unit.key))">\(Phrase.probationTitle)</a>\
      <a class="button small" href="\(path: viewpoint.recruits(model.unit.key))">\(Phrase.recruitsTitle)</a>\
      \(files, { fileLink($0, viewpoint.candidateFile(model.unit.key, $0, query)) })\
      <button class="button small" type="button" data-print hidden>\(Phrase.print)</button></div></div>
      \(model.hasRule ? nil : ruleNotice())
      \(facets(model, frame))
      <section class="panel" aria-labelledby="rows"><header><h2 id="rows">\(Phrase.candidates)</h2>\
      <span class="aside">\(range(model))</span></header>
      \(model.rows.isEmpty ? empty(model) : rows(model, frame))\
      \(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
      """
  )
}

private func beginLink(_ unit: String) -> HTML {
  "<a class=\"button primary\" href=\"\(path: .beginCandidacy(unit))\">\(Phrase.beginCandidacy)</a>"
}

/// A list as a file.
func fileLink(_ format: String, _ path: Path) -> HTML {
  """
  <a class="button small" rel="nofollow" download href="\(path: path)">\(Phrase.exportLists(format.uppercased()))</a>
  """
}

func ruleNotice() -> HTML {
  "<div class=\"message warning\" role=\"note\"><p>\(Phrase.noRuleKnown)</p></div>"
}

private func range(_ model: CandidateListPage) -> HTML? {
  guard !model.rows.isEmpty else { return nil }
  return "\(Phrase.range(model.firstSerial, model.firstSerial + model.rows.count - 1, of: model.count))"
}

private func empty(_ model: CandidateListPage) -> HTML {
  model.total == 0
    ? emptyView(
      .noCandidates,
      why: .noCandidatesMeaning,
      next: model.mayBegin ? beginLink(model.unit.key) : nil
    )
    : emptyView(.noCandidatesFound, why: .noCandidatesFoundMeaning)
}

/// The ways to narrow the list, each with how many it leaves; all of them can be taken back.
private func facets(_ model: CandidateListPage, _ frame: Frame) -> HTML? {
  // In the hand the list itself comes first: it is narrowed only where it is long, and not by source.
  let isAtHand = frame.viewer.isAtHand
  let shown = isAtHand ? model.facets.filter { $0.name != "source" || $0.isOn } : model.facets
  guard !shown.isEmpty, !isAtHand || model.total > 10 || shown.contains(where: \.isOn) else { return nil }
  let all = frame.here(frame.query.without("next", "source", "certificate", "after", "before"))
  let isAll = !model.facets.contains(where: \.isOn)
  let byName = frame.query.pairs.contains { $0.name == "sort" && $0.value == "name" }
  let sorted = frame.query.without("sort", "after", "before")
  return """
    <nav class="chips" aria-label="\(Phrase.addFilter)">\
    <a class="\(isAll ? "chip on" : "chip" as HTML)" href="\(path: all)">\(Phrase.everybody) \
    \(Phrase.number(model.total))</a>\(shown, { facet($0, frame) })\
    <a class="chip bare" href="\(path: frame.here(byName ? sorted : sorted.with("sort", "name")))">\
    \(byName ? Phrase.longestFirst : Phrase.nameByGiven)</a></nav>
    """
}

private func facet(_ facet: CandidateListPage.Facet, _ frame: Frame) -> HTML {
  let rest = frame.query.without(facet.name, "after", "before")
  let path = frame.here(facet.isOn ? rest : rest.with(facet.name, facet.value))
  let words: Phrase =
    switch facet.name {
    case "next": nextWords(facet.value == "ceremony" ? nil : facet.value, hasRule: true)
    case "source": .recruitSource(facet.value)
    default: .certificateFilter(facet.value)
    }
  return """
    <a class="\(facet.isOn ? "chip on" : "chip" as HTML)"\(attribute: "aria-current", facet.isOn ? "true" : nil) \
    href="\(path: path)">\(words) \(Phrase.number(facet.count))</a>
    """
}

/// What comes next for somebody, in words.
func nextWords(_ code: String?, hasRule: Bool) -> Phrase {
  guard hasRule else { return .noStepsKnown }
  return code.map { .candidateStep($0) } ?? .readyForCeremony
}

private func rows(_ model: CandidateListPage, _ frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  if frame.viewer.isAtHand {
    return "<ol class=\"duties\">\(model.rows, { duty($0, viewpoint) })</ol>"
  }
  return Table(
    caption: Phrase.candidates.text,
    columns: [
      Column(Phrase.name.text), Column(Phrase.cell.text), Column(Phrase.nextStep.text),
      Column(Phrase.waitingSince.text, .number), Column(Phrase.stepsDone.text, .number),
      Column(Phrase.sourceOfRecruit.text), Column(Phrase.candidateSince.text, .number),
    ],
    rows: model.rows,
    isDense: true
  ) { row, page in
    page.markup("<tr><th scope=\"row\"><a href=\"")
    page.path(viewpoint.candidate(row.person.key))
    page.markup("\">")
    page.name(row.person.name)
    page.markup("</a></th><td>")
    page.unit(row.unit, viewpoint)
    page.markup("</td><td>")
    page.write(nextWords(row.next, hasRule: row.asked > 0))
    if let mark = certificateMark(row) { page.piece("<span class=\"detail\">\(mark)</span>") }
    page.markup("</td><td class=\"num whole\">")
    page.write(Phrase.day(row.waitingSince))
    page.piece(
      "<span class=\"detail\">\(Phrase.waitingFor(row.waitingSince.days(until: viewpoint.on)))</span>"
    )
    page.markup("</td><td class=\"num whole\">")
    page.write(Phrase.ofSteps(row.done, row.asked))
    page.markup("</td><td>")
    page.write(Phrase.recruitSource(row.source))
    page.markup("</td><td class=\"num whole\">")
    page.write(Phrase.day(row.since))
    page.markup("</td></tr>\n")
  }.html
}

private func certificateMark(_ row: CandidateListPage.Row) -> HTML? {
  row.certificate.map { state in
    let words = Phrase.certificateState(state, until: row.certificateUntil)
    return state == "expired"
      ? "<span class=\"state bad\">\(words)</span>" : "<span class=\"state watch\">\(words)</span>"
  }
}

/// One candidate as a line for the thumb: who, what comes next, since when it waits.
private func duty(_ row: CandidateListPage.Row, _ viewpoint: Viewpoint) -> HTML {
  let waits = row.waitingSince.days(until: viewpoint.on)
  let progress: HTML? = row.asked > 0 ? " · \(Phrase.stepsDone) \(Phrase.ofSteps(row.done, row.asked))" : nil
  return """
    <li><a href="\(path: viewpoint.candidate(row.person.key))"><b><bdi lang="vi">\(row.person.name)</bdi></b> \
    <span>\(nextWords(row.next, hasRule: row.asked > 0))</span> \
    <small>\(Phrase.waitingSince) \(Phrase.day(row.waitingSince)), \(Phrase.waitingFor(waits))\(progress)</small>\
    \(certificateMark(row))</a></li>
    """
}
