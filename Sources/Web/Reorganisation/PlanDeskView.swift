import Basics
import Markup
import Phrases
import Rules

/// A plan: where members go, its balance and what stands in its way, its text, and the step that is next.
func planDeskView(_ model: PlanDesk, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let title: Phrase = model.draft.title.isEmpty ? .newPlan : Phrase(verbatim: model.draft.title)
  let message = model.draft.objections.said(besides: [.name, .reason, .entry]).map(messageView)
  return page(
    frame,
    title: title,
    content: """
      <div class="heading"><div>\(crumbs(model.path, viewpoint))<h1>\(title)</h1>\
      <p>\(Phrase.planStateSentence(model.state.rawValue))</p></div><div class="actions">\
      <a class="button" href="\(path: viewpoint.plans(model.unit.key))">\(Phrase.plansOfReorganisation)</a>\
      <button class="button small" type="button" data-print hidden>\(Phrase.print)</button></div></div>
      \(message)\(planFaults(model.faults))\(model.sheet.map(verdictView))\(planJobView(model))
      \(model.steps.map { planStepsView($0, in: frame) })
      \(planColumns(model, frame))
      \(model.state == .draft ? planWritingView(model, in: frame) : nil)
      \(model.state == .draft && model.mayWrite ? nil : reading(model))
      """
  )
}

/// What the plan does, and beside it what is to be seen to, what follows, who signs.
private func planColumns(_ model: PlanDesk, _ frame: Frame) -> HTML {
  let sides: [HTML] = [
    model.sheet.flatMap { planConflictsView($0, model.sight, frame.viewpoint) },
    planSigningView(model, frame),
    model.versions.isEmpty ? nil : versionsView(model.versions, frame.viewpoint),
  ].compactMap { $0 }
  guard let sight = model.sight else { return "<div class=\"stack\">\(sides, \.self)</div>" }
  return """
    <div class="columns wide-narrow"><div class="stack">\(planPictureView(sight, frame.viewpoint))
    \(planSheetView(sight, frame))
    \(planTreesView(sight, model.unit, frame.viewpoint))
    \(model.handover.flatMap { handoverPanel($0, frame) })</div>
    <div class="stack">\(sides, \.self)</div></div>
    """
}

private func planFaults(_ faults: [RulebookFault]) -> HTML? {
  guard !faults.isEmpty else { return nil }
  let list = faults.map { Phrase.rulebookFault($0) }
  return """
    <div class="message refused" role="status"><ul class="reasons">\(list, { "<li>\($0)</li>" })</ul></div>
    """
}

private func reading(_ model: PlanDesk) -> HTML {
  """
  <details class="more"><summary>\(Phrase.planText)</summary>\
  <pre class="panel inside plan-text" tabindex="0">\(model.draft.body)</pre></details>
  """
}

/// Whether it balances, before anything else is said.
private func verdictView(_ sheet: BalanceSheet) -> HTML {
  let count = sheet.allBlocking.count
  let isSound = sheet.isBalanced && count == 0
  let said: Phrase = isSound ? .planBalanced : count == 0 ? .planNotBalanced : .planBlocked(count)
  return """
    <div class="\(isSound ? "message done" : "message refused" as HTML)" role="status"><p><b>\(said)</b></p></div>
    """
}

private func versionsView(_ versions: [PlanDesk.Version], _ viewpoint: Viewpoint) -> HTML {
  let lines = versions.map { version -> HTML in
    """
    <li>\(moment(version.at)) <b>\(version.editor ?? "")</b> \(Phrase.planState(version.state.rawValue))\
    \(version.why.map { ": \($0)" as HTML }) \(planEntry(version.entry, viewpoint))</li>
    """
  }
  return """
    <section class="panel" aria-labelledby="versions"><header><h2 id="versions">\(Phrase.planVersions)</h2></header>\
    <ul class="inside reasons">\(lines, \.self)</ul></section>
    """
}

/// The plans of a unit and of those below it.
func planListView(_ model: PlanList, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let begin: HTML? =
    model.mayWrite
    ? "<a class=\"button primary\" href=\"\(path: .newPlan(model.unit.key))\">\(Phrase.newPlan)</a>" : nil
  return page(
    frame,
    title: .plansOfReorganisation,
    content: """
      \(unitHeading(
        model.unit, model.path, .reorganisationsMeaning, frame, topic: .plansOfReorganisation, actions: begin.map { [$0] } ?? []
      ))
      <section class="panel" aria-labelledby="plans"><header><h2 id="plans">\(Phrase.plansOfReorganisation)</h2>\
      <span class="aside">\(Phrase.number(model.rows.count))</span></header>
      \(model.rows.isEmpty ? emptyView(.noPlansYet, why: .reorganisationsMeaning) : planTable(model.rows, viewpoint))</section>
      """
  )
}

private func planTable(_ rows: [PlanList.Row], _ viewpoint: Viewpoint) -> HTML {
  Table(
    caption: Phrase.plansOfReorganisation.text,
    columns: [
      Column(Phrase.planTitle.text), Column(Phrase.unit.text), Column(Phrase.planEffective.text),
      Column(Phrase.planStateTitle.text), Column(Phrase.planChanged.text),
    ],
    rows: rows
  ) { row, page in
    page.markup("<tr><th scope=\"row\"><a href=\"")
    page.path(.plan(row.key))
    page.markup("\">")
    page.text(row.title)
    page.markup("</a></th><td>")
    page.unit(row.unit, viewpoint)
    page.markup("</td><td>")
    page.write(Phrase.day(row.effective))
    page.markup("</td><td>")
    page.write(Phrase.planState(row.state.rawValue))
    page.markup("</td><td>")
    page.write(moment(row.at))
    page.markup("</td></tr>\n")
  }.html
}

private func moment(_ moment: Moment) -> Phrase {
  .moment(moment.day, hour: moment.hour, minute: moment.minute)
}

/// The entry of the journal, where it opens to the reader.
private func planEntry(_ entry: Int, _ viewpoint: Viewpoint) -> HTML {
  viewpoint.opens.journal ? "<a href=\"\(path: viewpoint.entry(entry))\">#\(entry)</a>" : "#\(entry)"
}
