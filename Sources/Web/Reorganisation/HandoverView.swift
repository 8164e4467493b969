import Basics
import Markup
import Phrases
import Records
import Rules

/// The handover ledger of a plan on a page of its own, with what can be signed and added.
func handoverView(_ model: HandoverSheet, in frame: Frame) -> HTML {
  let title = Phrase.handoverLedger
  let pages = pager(model.previous, model.next, Query(), frame)
  let message = model.draft.objections.said(besides: [.note, .source, .outside, .person]).map(messageView)
  return page(
    frame,
    title: title,
    content: """
      <div class="heading"><div>\(crumbs(model.path, frame.viewpoint))<h1>\(title)</h1>\
      <p>\(Phrase.handoverMeaning)</p></div><div class="actions">\
      \(model.path.isEmpty ? nil : "<a class=\"button\" href=\"\(path: .plan(model.plan))\">\(model.title)</a>")\
      <button class="button small" type="button" data-print hidden>\(Phrase.print)</button></div></div>
      \(message)
      <section class="panel" aria-labelledby="lines"><header><h2 id="lines">\(title)</h2>\
      <span class="aside">\(Phrase.handoverCounts(model.counts.received, model.counts.all))</span></header>
      \(model.rows.isEmpty
        ? emptyView(.noHandover, why: .noHandoverMeaning) : handoverTable(model, signs: true, frame))\
      \(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
      \(model.mayWrite ? handoverForms(model, frame) : nil)
      """
  )
}

/// The first lines of the ledger on the page of the plan, and the way to all of it.
func handoverPanel(_ model: HandoverSheet, _ frame: Frame) -> HTML? {
  guard model.counts.all > 0 || model.mayWrite else { return nil }
  let state: HTML =
    model.counts.all > 0 && model.counts.received == model.counts.all
    ? "<span class=\"state good\">\(Phrase.handoverCounts(model.counts.received, model.counts.all))</span>"
    : "\(Phrase.handoverCounts(model.counts.received, model.counts.all))"
  return """
    <section class="panel" aria-labelledby="handover"><header><h2 id="handover">\(Phrase.handoverLedger)</h2>\
    <span class="aside">\(state)</span></header>
    \(model.rows.isEmpty ? emptyView(.noHandover, why: .noHandoverMeaning) : handoverTable(model, signs: false, frame))
    <footer class="table-foot"><a class="button small" href="\(path: .handover(model.plan))">\
    \(model.counts.all > 0 ? Phrase.openHandover : .drawUpHandover)</a></footer></section>
    """
}

private func handoverTable(_ model: HandoverSheet, signs: Bool, _ frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  var columns = [
    Column(Phrase.handoverItem.text), Column(Phrase.planFrom.text), Column(Phrase.planTo.text),
    Column(Phrase.handoverAnswers.text), Column(Phrase.planStateTitle.text),
  ]
  if signs { columns.append(Column(Phrase.handoverSign.text)) }
  let table = Table(caption: Phrase.handoverLedger.text, columns: columns, rows: model.rows, isDense: !signs)
  {
    row,
    page in
    page.markup("<tr><th scope=\"row\">")
    page.write(Phrase.handoverWhat(row.item))
    page.markup("</th>")
    page.cell(.planFrom, side(row.giver, viewpoint.moved(to: model.effective.adding(days: -1))))
    page.cell(.planTo, side(row.receiver, viewpoint.moved(to: max(model.effective, model.today))))
    page.cell(.handoverAnswers, row.item.answerable.map { "<bdi lang=\"vi\">\($0)</bdi>" })
    page.cell(.planStateTitle, stateView(row, model))
    if signs { page.cell(.handoverSign, signing(row, model, frame)) }
    page.markup("</tr>\n")
  }.html
  return "<div class=\"stacks\">\(table)</div>"
}

/// A unit that is there has a page; one that is only planned has its code.
private func side(_ unit: UnitLink, _ viewpoint: Viewpoint) -> HTML {
  unit.key.isEmpty ? "<bdi lang=\"vi\">\(unit.name)</bdi>" : unitLink(unit, viewpoint)
}

/// How far a line is, and since when it waits once the plan is in force.
private func stateView(_ row: HandoverSheet.Row, _ model: HandoverSheet) -> HTML {
  let item = row.item
  let waited = max(model.effective.days(until: model.today), 0)
  switch item.state {
  case .received:
    let day = item.received?.day ?? model.today
    return
      "<span class=\"state good\"><span>\(Phrase.handoverReceived(day, row.receivedBy ?? ""))</span></span>"
  case .given:
    let day = item.given?.day ?? model.today
    let late: HTML? = waited > 0 ? " <small class=\"quiet\">\(Phrase.handoverWaits(waited))</small>" : nil
    return """
      <span class="state watch"><span>\(Phrase.handoverGiven(day, row.givenBy ?? ""))</span></span>\(late)
      """
  case .waiting:
    let words = Phrase.handoverState(item.state.rawValue)
    guard waited > 0 else { return "<span class=\"state ring\"><span>\(words)</span></span>" }
    return """
      <span class="state watch"><span>\(words)</span></span> \
      <small class="quiet">\(Phrase.handoverWaits(waited))</small>
      """
  }
}

/// What the reader can do about a line: sign for their side, or name who answers for it.
private func signing(_ row: HandoverSheet.Row, _ model: HandoverSheet, _ frame: Frame) -> HTML? {
  guard row.offers != nil || (model.mayWrite && row.item.state == .waiting) else { return nil }
  let sign: HTML? = row.offers.map { state in
    """
    <form method="post" action="\(path: .handover(model.plan))">\(hidden(row, model, frame))\
    <button class="button small" name="step" value="\(state.rawValue)">\(Phrase.handoverSignAs(state.rawValue))\
    <span class="unseen"> \(Phrase.handoverWhat(row.item)), \(row.giver.name)</span></button></form>
    """
  }
  guard model.mayWrite, row.item.state == .waiting else { return sign }
  let isMine = model.draft.item == row.key
  let error = isMine ? model.draft.objections.said(.person) : nil
  return """
    \(sign)<details class="more"\(flag: error != nil, "open")><summary>\(Phrase.handoverAnswers)\
    <span class="unseen"> \(Phrase.handoverWhat(row.item)), \(row.giver.name)</span></summary>
    <form class="form" method="post" action="\(path: .handover(model.plan))">\(hidden(row, model, frame))\
    <div class="field"><label for="person-\(row.key)">\(Phrase.handoverAnswers)</label>\
    <input id="person-\(row.key)" name="person" autocomplete="off" \
    value="\(isMine ? model.draft.answerable : row.item.answerable ?? "")"></div>\
    \(error.map { "<p class=\"error\">\($0)</p>" as HTML })\
    <button class="button small" name="step" value="answer">\(Phrase.handoverAssign)</button></form></details>
    """
}

private func hidden(_ row: HandoverSheet.Row, _ model: HandoverSheet, _ frame: Frame) -> HTML {
  """
  \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", AccountForm.newRequest()))\
  \(Form.hidden("item", row.key))
  """
}

/// Drawing the ledger up from the plan, and adding what nobody can count.
private func handoverForms(_ model: HandoverSheet, _ frame: Frame) -> HTML {
  let draft = model.draft.item == nil ? model.draft : HandoverSheet.Draft()
  func field(_ name: String, _ label: Phrase, _ value: String, _ wrong: Field, hint: Phrase? = nil) -> HTML {
    FormField(
      name,
      label.text,
      kind: .text,
      value: value,
      hint: hint?.text,
      error: draft.objections.said(wrong),
      isRequired: false,
      autocomplete: "off"
    ).html
  }
  return """
    <div class="columns halves"><section class="panel" aria-labelledby="draw"><header>\
    <h2 id="draw">\(Phrase.drawUpHandover)</h2></header><form class="inside form" method="post" \
    action="\(path: .handover(model.plan))">\(Form.hidden("token", frame.viewer.token))\
    \(Form.hidden("request", AccountForm.newRequest()))<p class="quiet">\(Phrase.drawUpMeaning)</p>\
    <div class="actions"><button class="button\(model.counts.all == 0 ? " primary" : "" as HTML)" name="step" value="draw">\
    \(Phrase.drawUpHandover)</button></div></form></section>
    <section class="panel" aria-labelledby="add"><header><h2 id="add">\(Phrase.addHandover)</h2></header>
    <form class="inside form" method="post" action="\(path: .handover(model.plan))" data-draft>\
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))
    \(field("note", .handoverItem, draft.what, .note, hint: .handoverItemHint))
    \(field("source", .handoverGiver, draft.giver, .source, hint: .handoverUnitHint))
    \(field("outside", .handoverReceiver, draft.receiver, .outside, hint: .handoverUnitHint))
    \(field("person", .handoverAnswers, draft.answerable, .person))
    <div class="actions"><button class="button" name="step" value="add">\(Phrase.addHandover)</button></div>
    </form></section></div>
    """
}
