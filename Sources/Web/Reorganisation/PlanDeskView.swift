import Basics
import Markup
import Phrases
import Rules

/// A plan: its balance and what stands in its way, its text, and the step that is next.
func planDeskView(_ model: PlanDesk, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let title: Phrase = model.draft.title.isEmpty ? .newPlan : Phrase(verbatim: model.draft.title)
  let message = model.draft.objections.said(besides: [.name, .reason]).map(messageView)
  return page(
    frame,
    title: title,
    content: """
      <div class="heading"><div>\(crumbs(model.path, viewpoint))<h1>\(title)</h1>\
      <p>\(Phrase.planStateSentence(model.state.rawValue))</p></div><div class="actions">\
      <a class="button" href="\(path: viewpoint.plans(model.unit.key))">\(Phrase.plansOfReorganisation)</a></div></div>
      \(message)\(planFaults(model.faults))
      \(model.steps.map { planStepsView($0, in: frame) })
      \(model.sheet.map { sheetView($0) })
      \(planWritingView(model, in: frame))
      \(model.state == .draft && model.mayWrite ? nil : reading(model))
      \(model.mayWrite ? steps(model, frame) : nil)
      \(model.versions.isEmpty ? nil : versionsView(model.versions, viewpoint))
      """
  )
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
  <details class="more"><summary>\(Phrase.planYAML)</summary>\
  <pre class="inside told-code" tabindex="0">\(model.draft.body)</pre></details>
  """
}

/// What can be done next with a plan that was handed in, by whoever is reading.
private func steps(_ model: PlanDesk, _ frame: Frame) -> HTML? {
  guard model.state == .submitted, let key = model.plan else { return nil }
  let isSound = model.sheet.map { $0.isBalanced && $0.allBlocking.isEmpty } ?? false
  let sign: HTML =
    model.maySign
    ? """
    <div class="actions"><button class="button primary" name="step" value="sign"\(isSound ? "" : " disabled" as HTML)>\
    \(Phrase.signPlan)</button></div>
    """
    : "<p class=\"quiet\">\(Phrase.secondPersonSigns)</p>"
  return """
    <form class="form" method="post" action="\(path: .plan(key))" data-draft>
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))
    \(sign)\(planWhyField(model))<div class="actions">\
    <button class="button" name="step" value="return">\(Phrase.returnPlan)</button>\
    <button class="button" name="step" value="withdraw">\(Phrase.giveUpPlan)</button></div></form>
    """
}

private func sheetView(_ sheet: BalanceSheet) -> HTML {
  let blocking = sheet.allBlocking.map { finding -> HTML in
    let step: HTML? = finding.step.map { "<b>\(Phrase.planStep($0))</b> " }
    return
      "<li>\(step)<span class=\"code\">\(finding.unit ?? "")</span> \(Phrase.refusal(finding.refusal))</li>"
  }
  let advice = sheet.advisory.map { advice -> HTML in
    "<li><span class=\"code\">\(advice.unit)</span> \(Phrase.planAdvice(advice.matter))</li>"
  }
  let isSound = sheet.isBalanced && blocking.isEmpty
  let said: Phrase = isSound ? .planBalanced : .planBlocking
  return """
    <div class="\(isSound ? "message done" : "message refused" as HTML)" role="status"><p>\(said)</p>\
    \(blocking.isEmpty ? nil : "<ul class=\"reasons\">\(blocking, \.self)</ul>")</div>
    <section class="panel" aria-labelledby="sheet"><header><h2 id="sheet">\(Phrase.balanceSheet)</h2></header>
    \(balanceTable(sheet))</section>
    \(advice.isEmpty ? nil : """
      <section class="panel" aria-labelledby="advice"><header><h2 id="advice">\(Phrase.planAdvisory)</h2>\
      <span class="aside">\(Phrase.number(advice.count))</span></header>\
      <ul class="inside reasons">\(advice, \.self)</ul></section>
      """)
    """
}

private func balanceTable(_ sheet: BalanceSheet) -> HTML {
  struct Row: Sendable {
    let number: String
    let step: Phrase
    let units: String
    let heirs: String
    let before: Holdings
    let after: Holdings
  }
  var rows = sheet.steps.enumerated().map { index, balance in
    let step = balance.step.step
    return Row(
      number: "\(index + 1)",
      step: .planStepName(step.name),
      units: step.units.joined(separator: ", "),
      heirs: step.heirs.joined(separator: ", "),
      before: balance.before,
      after: balance.after
    )
  }
  rows.append(
    Row(number: "", step: .planTotal, units: "", heirs: "", before: sheet.before, after: sheet.after)
  )
  func flow(_ page: inout HTML.Writer, _ before: Int, _ after: Int) {
    page.markup("<td class=\"num\">")
    page.write(Phrase.number(before))
    page.markup(" → ")
    page.write(Phrase.number(after))
    page.markup("</td>")
  }
  return Table(
    caption: Phrase.balanceSheet.text,
    columns: [
      Column("#"), Column(Phrase.planStepTitle.text), Column(Phrase.unit.text), Column(Phrase.planHeirs.text),
      Column(Phrase.planUnits.text, .number), Column(Phrase.planMembers.text, .number),
      Column(Phrase.planPosts.text, .number), Column(Phrase.planMatters.text, .number),
    ],
    rows: rows
  ) { row, page in
    page.markup("<tr><td>")
    page.text(row.number)
    page.markup("</td><th scope=\"row\">")
    page.write(row.step)
    page.markup("</th><td>")
    page.text(row.units)
    page.markup("</td><td>")
    page.text(row.heirs)
    page.markup("</td>")
    flow(&page, row.before.units, row.after.units)
    flow(&page, row.before.members, row.after.members)
    flow(&page, row.before.posts, row.after.posts)
    flow(&page, row.before.openMatters, row.after.openMatters)
    page.markup("</tr>\n")
  }.html
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
