import Basics
package import Markup
import Phrases

/// A unit's page.
package func unitView(_ model: UnitPage, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  // Whoever works in one cell has no tree to walk.
  let showsTree = !(model.isCell && frame.viewer.isAtHand)
  return page(
    frame,
    title: Phrase(verbatim: model.unit.name),
    content: """
      <div class="\(showsTree ? "columns side-main" : "stack")">
      \(showsTree ? treeView(model.tree, current: model.unit.key, frame) : nil)
      \(showsTree ? "<div class=\"stack\">" : nil)
      <div class="heading"><div>\(model.path.count > 1 ? crumbs(model.path, viewpoint) : nil)\
      <h1><bdi lang="vi">\(model.unit.name)</bdi></h1>
      \(facts(model))\(predecessors(model, viewpoint))</div>
      <div class="actions">\(deedMenu(model.deeds))\(model.isCell ? nil : rollButton(model.unit, viewpoint))\(todayButton(model.unit, viewpoint))<button class="button" type="button" data-print hidden>\(Phrase.printDay)\
      </button></div></div>
      \(timeNotice(model, viewpoint))
      \(model.isCell ? cell(model, frame) : organisation(model, frame))
      \(model.discipline.map { unitDisciplineView($0, model.deeds, viewpoint) })
      \(showsTree ? "</div>" : nil)</div>
      """
  )
}

/// What is told of an organisation with units below.
private func organisation(_ model: UnitPage, _ frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  return """
    \(model.below.isEmpty
      ? nil : unitTabs(model.unit.key, viewpoint, current: .overview, vacancies: model.vacancies))
    \(workTabs(model.unit.key, viewpoint))
    <section class="group" aria-labelledby="movement"><header>\
    <h2 id="movement">\(Phrase.ledgerOf(model.ledger.from, model.ledger.last))</h2>\
    <span class="aside">\(countsLine(model.counts, model.unit, viewpoint))</span></header>
    \(ledgerView(model.ledger, viewpoint))</section>
    \(below(model, frame))
    <div class="columns halves">\(postsView(model.posts, model.vacant, viewpoint))\(history(model, viewpoint))</div>
    """
}

/// What is told of a cell: what waits, its members, the work with them, who leads.
private func cell(_ model: UnitPage, _ frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  return """
    <div class="columns halves"><div class="stack">\(model.duties.flatMap { dutiesView($0, model.unit, frame) })\
    \(cellMembers(model.counts, model.unit, viewpoint))</div>
    \(cellWork(model.unit, model.counts, model.duties, viewpoint))</div>
    <section class="group" aria-labelledby="movement"><header>\
    <h2 id="movement">\(Phrase.ledgerOf(model.ledger.from, model.ledger.last))</h2></header>
    \(ledgerView(model.ledger, viewpoint))</section>
    <div class="columns halves">\(postsView(model.posts, model.vacant, viewpoint))\(history(model, viewpoint))</div>
    """
}

private func facts(_ model: UnitPage) -> HTML {
  """
  <ul class="identity"><li>\(Phrase.unitKind(model.kind).leading)</li>\
  \(model.sector.map { "<li>\(Phrase.sector($0).leading)</li>" as HTML })\
  <li>\(Phrase.code) <b>\(model.code)</b></li>\
  <li>\(Phrase.existence) <b>\(Phrase.span(model.existence))</b></li></ul>
  """
}

/// From which units it took over, each on the last day on which it was itself.
private func predecessors(_ model: UnitPage, _ viewpoint: Viewpoint) -> HTML? {
  let shown = model.predecessors.filter { $0.day <= viewpoint.on }
  guard !shown.isEmpty else { return nil }
  let (near, far) = (shown.prefix(6), shown.dropFirst(6))
  func link(_ one: (unit: UnitLink, day: CivilDate), _ index: Int) -> HTML {
    let name = unitLink(one.unit, viewpoint.moved(to: one.day.adding(days: -1)))
    return "\(index == 0 ? nil : ", " as HTML)\(name) (\(Phrase.day(one.day)))"
  }
  let more: HTML? =
    far.isEmpty
    ? nil
    : """
    <details class="more"><summary>\(Phrase.morePredecessors(far.count))</summary>\
    <p>\(far.enumerated(), { link($0.element, $0.offset) })</p></details>
    """
  return """
    <div class="quiet"><p>\(Phrase.tookOverFrom) \(near.enumerated(), { link($0.element, $0.offset) }). \
    <a href="\(path: viewpoint.lineage(model.unit.key))">\(Phrase.lineageCompared)</a></p>\(more)</div>
    """
}

/// On a past or planned day: that it is one, and what has become of the unit since.
private func timeNotice(_ model: UnitPage, _ viewpoint: Viewpoint) -> HTML? {
  switch viewpoint.time {
  case .today: nil
  case .past:
    """
    <div class="message past" role="note"><p><b>\(Phrase.lookingAt(viewpoint.on))</b></p>\
    \(model.ending.map { ending($0, model, viewpoint) })</div>
    """
  case .planned:
    """
    <div class="message plan" role="note"><p><b>\(Phrase.lookingAhead(viewpoint.on))</b></p></div>
    """
  }
}

private func ending(_ ending: UnitPage.Ending, _ model: UnitPage, _ viewpoint: Viewpoint) -> HTML {
  let later = viewpoint.moved(to: ending.last.adding(days: 1))
  let successors: HTML? =
    ending.successors.isEmpty
    ? nil
    : " \(Phrase.passedTo) \(ending.successors.enumerated(), { successor($0.element, $0.offset, later) })."
  return """
    <p>\(Phrase.unitEnded(from: model.existence.start, last: ending.last))\(successors) \
    \(ending.source.map { sourceView($0, viewpoint) })</p>
    """
}

private func successor(_ unit: UnitLink, _ index: Int, _ viewpoint: Viewpoint) -> HTML {
  index == 0 ? unitLink(unit, viewpoint) : ", \(unitLink(unit, viewpoint))"
}

private func below(_ model: UnitPage, _ frame: Frame) -> HTML {
  let table = UnitTable(
    caption: .unitsBelow,
    rows: model.below,
    order: model.order,
    frame: frame,
    parent: model.unit,
    total: model.counts,
    from: model.ledger.from,
    until: model.ledger.until,
    admitted: model.ledger.came.first { $0.code == "admitted" }?.count ?? 0,
    trend: model.trend,
    showsKind: true
  )
  let roll = rollButton(model.unit, frame.viewpoint)
  return """
    <section class="panel" aria-labelledby="below"><header><h2 id="below">\(Phrase.unitsBelow)</h2>\
    <span class="aside">\(Phrase.number(model.below.count))</span></header>
    \(model.below.isEmpty
      ? emptyView(.noUnitsBelow, why: .noUnitsBelowMeaning(model.kind), next: roll)
      : table.html)</section>
    """
}

/// Who holds which post on the day shown, and which leading posts nobody holds.
func postsView(_ posts: [PostHolder], _ vacancies: [VacantPost], _ viewpoint: Viewpoint) -> HTML {
  """
  <section class="group" aria-labelledby="posts"><header><h2 id="posts">\(Phrase.postsThisDay)</h2></header>
  \(posts.isEmpty && vacancies.isEmpty
    ? emptyView(.noPosts, why: .noPostsMeaning)
    : "<dl class=\"pairs posts\">\(vacancies, { vacant($0, viewpoint) })\(posts, { holder($0, viewpoint) })</dl>")\
  </section>
  """
}

private func vacant(_ vacant: VacantPost, _ viewpoint: Viewpoint) -> HTML {
  """
  <dt>\(Phrase.post(vacant.post).leading)</dt><dd><span class="state watch">\
  \(Phrase.vacant(vacant.post, since: vacant.since))</span>\
  \(vacant.last.map { "<br>\(Phrase.lastHeldBy) \(personLink($0, viewpoint))" as HTML })</dd>
  """
}

private func holder(_ holder: PostHolder, _ viewpoint: Viewpoint) -> HTML {
  """
  <dt>\(Phrase.post(holder.post).leading)</dt><dd>\(personLink(holder.person, viewpoint)) \
  <span class="quiet">\(Phrase.since) \(Phrase.day(holder.since))</span>\
  \(holder.source.map { "<br>\(sourceView($0, viewpoint))" as HTML })</dd>
  """
}

private func history(_ model: UnitPage, _ viewpoint: Viewpoint) -> HTML {
  """
  <section class="group" aria-labelledby="history"><header>\
  <h2 id="history">\(Phrase.unitHistory)</h2></header>
  \(timelineView(model.history, viewpoint, { Phrase.unitEvent($0.code, $0.value) }))</section>
  """
}

/// On another day: the way to the same units beside today's.
private func todayButton(_ unit: UnitLink, _ viewpoint: Viewpoint) -> HTML? {
  guard viewpoint.time != .today else { return nil }
  let path = viewpoint.unitsCompared(unit.key, against: viewpoint.today, figure: "members.total")
  return "<a class=\"button\" href=\"\(path: path)\">\(Phrase.compareWithToday)</a>"
}

/// The way to a unit's roll, for those to whom it opens.
private func rollButton(_ unit: UnitLink, _ viewpoint: Viewpoint) -> HTML? {
  guard viewpoint.opens.people else { return nil }
  return """
    <a class="button" href="\(path: viewpoint.roll(unit.key))">\(Phrase.openRoll)</a>
    """
}
