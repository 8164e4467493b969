import Basics
import Markup
import Phrases
import Records
import Rules

/// Who left a unit over a period: how many by reason and ground, and their names with the decisions.
func leavingsView(_ model: LeavingPage, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let sentence = Phrase.leavingsSentence(model.period.from, model.period.last)
  let query = frame.query.without("after", "before")
  let pages = pager(model.previous, model.next, query, frame)
  return page(
    frame,
    title: Phrase(verbatim: "\(Phrase.leavingsTitle), \(model.unit.name)"),
    content: """
      \(unitHeading(model.unit, model.path, sentence, frame))
      \(periodForm(model, frame))
      <div class="columns side-main">
      <section class="panel" aria-labelledby="kinds"><header><h2 id="kinds">\(Phrase.byReason)</h2></header>
      \(kindTable(model, viewpoint))</section>
      <section class="panel leavings" aria-labelledby="who"><header><h2 id="who">\(shownTitle(model))</h2>\
      <span class="aside">\(range(model))</span></header>
      \(model.rows.isEmpty
        ? emptyView(.nobodyLeft, why: .nobodyLeftMeaning) : peopleTable(model, viewpoint))\
      \(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section></div>
      """
  )
}

private func range(_ model: LeavingPage) -> HTML? {
  guard !model.rows.isEmpty else { return nil }
  return "\(Phrase.range(model.firstSerial, model.firstSerial + model.rows.count - 1, of: model.count))"
}

private func shownTitle(_ model: LeavingPage) -> Phrase {
  guard let shown = model.shown else { return .leavingsTitle }
  return model.isWholeReason ? Phrase.reason(shown.reason.rawValue).leading : name(shown)
}

private func name(_ kind: LeavingPage.Kind) -> Phrase {
  let reason = Phrase.reason(kind.reason.rawValue).leading
  guard kind.reason == .deleted else { return reason }
  let ground = kind.ground.map { Phrase.deletionGround($0) } ?? .groundNotStated
  return Phrase(verbatim: "\(reason): \(ground)")
}

private func periodForm(_ model: LeavingPage, _ frame: Frame) -> HTML {
  """
  <form class="beside" method="get" action="\(path: frame.path)">\
  \(frame.query.without("from", "until", "after", "before").pairs, Form.hidden)\
  \(frame.viewpoint.kept.pairs, Form.hidden)
  \(FormField("from", Phrase.deedField("", "from").text, kind: .day, value: model.period.from.description).html)
  \(FormField("until", Phrase.beforeDay.text, kind: .day, value: model.period.until.description).html)
  <button class="button">\(Phrase.showPeriod)</button></form>
  """
}

private func path(_ kind: LeavingPage.Kind?, _ model: LeavingPage, _ viewpoint: Viewpoint) -> Path {
  let ground = kind.flatMap { $0.reason == .deleted ? $0.ground ?? LeavingPage.unstated : nil }
  return viewpoint.leavings(
    model.unit.key,
    from: model.period.from,
    until: model.period.until,
    reason: kind?.reason.rawValue,
    ground: ground
  )
}

private func kindTable(_ model: LeavingPage, _ viewpoint: Viewpoint) -> HTML {
  Table(
    caption: Phrase.byReason.text,
    columns: [Column(Phrase.wayOut.text), Column(Phrase.peopleCount.text, .number)],
    rows: model.kinds.map { ($0.kind as LeavingPage.Kind?, $0.count) } + [(nil, model.total)]
  ) { row, page in
    page.markup("<tr><th scope=\"row\">")
    page.write(row.0.map(name) ?? .allLeavings)
    page.markup("</th><td class=\"num\">")
    page.figure(row.1, path(row.0, model, viewpoint))
    page.markup("</td></tr>\n")
  }.html
}

private func peopleTable(_ model: LeavingPage, _ viewpoint: Viewpoint) -> HTML {
  Table(
    caption: Phrase.leavingsTitle.text,
    columns: [
      Column(Phrase.name.text), Column(Phrase.cell.text), Column(Phrase.leftOn.text, .number),
      Column(Phrase.wayOut.text), Column(Phrase.decision.text),
    ],
    rows: model.rows,
    isDense: true
  ) { row, page in
    page.markup("<tr><th scope=\"row\">")
    page.person(row.person, viewpoint)
    page.markup("</th><td>")
    page.unit(row.unit, viewpoint)
    page.markup("</td><td class=\"num whole\">")
    page.write(Phrase.day(row.line.day))
    page.markup("</td><td>")
    page.write(name(LeavingPage.Kind(reason: row.line.reason, ground: row.line.ground)))
    page.markup("</td><td>")
    if let decision = row.decision {
      page.piece(decisionView(decision, viewpoint))
    } else {
      page.markup("<span class=\"faint\">")
      page.write(Phrase.noDecisionCited)
      page.markup("</span>")
    }
    page.markup("</td></tr>\n")
  }.html
}
