import Basics
package import Markup
import Phrases
import Rules

/// The dues of a unit in a month: the sums, the sheet of its own members, the units below, and what was passed on.
package func duesView(_ model: DuesPage, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let title = Phrase.duesOfMonth(model.month)
  let isFirst = model.draft == nil || model.draft?.isPassing == true
  let said = model.draft?.objections.said(besides: model.draft?.isPassing == true ? [.amount, .day] : [.day])
  return page(
    frame,
    title: Phrase(verbatim: "\(title), \(model.unit.name)"),
    content: """
      \(unitHeading(model.unit, model.path, title, frame, topic: title))
      \(workTabs(model.unit.key, viewpoint, current: .dues))
      \(monthsView(model, viewpoint))
      \(said.map(messageView))
      \(totalsView(model.totals, model, viewpoint))
      \(model.rows.isEmpty ? nil : sheetView(model, frame, keepsDraft: !isFirst))
      \(model.below.isEmpty ? nil : belowView(model, viewpoint))
      \(model.mayKeep ? passView(model, frame) : nil)
      <p class="quiet">\(ruleLine(model)) \(Phrase.duesCut)</p>
      """
  )
}

private func ruleLine(_ model: DuesPage) -> HTML {
  guard let number = model.regulation else { return "<b>\(Phrase.duesNoRule.leading)</b>." }
  return "§ \(number)."
}

/// The ways to the months beside this one, and to what the cell should consider.
private func monthsView(_ model: DuesPage, _ viewpoint: Viewpoint) -> HTML {
  let key = model.unit.key
  let unpaid = viewpoint.unpaidDues(key, model.month.year)
  return """
    <nav class="turns" aria-label="\(Phrase.duesMonth)">\
    <a class="button small" href="\(path: viewpoint.dues(key, model.month.previous.description))">\
    \(Phrase.monthBefore)</a><b>\(Phrase.monthName(model.month))</b>\
    <a class="button small" href="\(path: viewpoint.dues(key, model.month.next.description))">\
    \(Phrase.monthAfter)</a>\
    \(unpaid.isOpen ? "<a class=\"button small\" href=\"\(path: unpaid)\">\(Phrase.unpaidTitle)</a>" as HTML : nil)\
    </nav>
    """
}

private func totalsView(_ totals: DuesTotals, _ model: DuesPage, _ viewpoint: Viewpoint) -> HTML {
  func count(_ code: String) -> HTML {
    let path = viewpoint.duesPeople(model.unit.key, code, model.month.description)
    return figureLink(totals.counts[code] ?? 0, path)
  }
  func strip(_ name: Phrase, _ value: HTML) -> HTML { "<div><dt>\(name)</dt><dd>\(value)</dd></div>" }
  let fromBelow = model.below.compactMap(\.totals.passed).reduce(0, +)
  let kept = totals.passed.map { (model.rows.isEmpty ? fromBelow : totals.received) - $0 }
  return """
    <dl class="standing dues">
    \(["owing", "paid", "open"], { strip(.duesFigure($0), count($0)) })\
    \(["exempt", "excused", "undeclared"].filter { totals.counts[$0] ?? 0 > 0 }, { strip(.duesFigure($0), count($0)) })\
    \(strip(.duesOwed, owedView(totals)))\
    \(strip(.duesReceived, "\(Phrase.dong(totals.received))"))\
    \(model.below.isEmpty ? nil : strip(.duesFromBelow, "\(Phrase.dong(fromBelow))"))\
    \(strip(.duesPassedOn, totals.passed.map { "\(Phrase.dong($0))" } ?? "<span class=\"faint\">–</span>"))\
    \(kept.map { strip(.duesKept, "\(Phrase.dong($0))") })
    </dl>
    """
}

/// What is owed; of those of whom it is not known, so much is said.
private func owedView(_ totals: DuesTotals) -> HTML {
  guard totals.unknown > 0 else { return "\(Phrase.dong(totals.owed))" }
  return
    "\(Phrase.dong(totals.owed)) <small>+ \(Phrase.number(totals.unknown)) \(Phrase.duesUndeclared)</small>"
}

private func belowView(_ model: DuesPage, _ viewpoint: Viewpoint) -> HTML {
  let month = model.month.description
  return """
    <section class="panel" aria-labelledby="below"><header><h2 id="below">\(Phrase.duesBelow)</h2>\
    <span class="aside">\(Phrase.number(model.below.count))</span></header>
    \(Table(
      caption: Phrase.duesBelow.text,
      columns: [
        Column(Phrase.units.text), Column(Phrase.duesFigure("owing").text, .number),
        Column(Phrase.duesFigure("paid").text, .number), Column(Phrase.duesFigure("open").text, .number),
        Column(Phrase.duesOwed.text, .number), Column(Phrase.duesReceived.text, .number),
        Column(Phrase.duesPassedOn.text, .number),
      ],
      rows: model.below,
      isDense: true
    ) { row, page in
      page.markup("<tr><th scope=\"row\"><a href=\"")
      page.path(viewpoint.dues(row.unit.key, month))
      page.markup("\"><bdi lang=\"vi\">")
      page.text(row.unit.name)
      page.markup("</bdi></a></th>")
      for code in ["owing", "paid", "open"] {
        page.markup("<td class=\"num\">")
        page.figure(row.totals.counts[code] ?? 0, viewpoint.duesPeople(row.unit.key, code, month))
        page.markup("</td>")
      }
      page.markup("<td class=\"num whole\">")
      page.write(Phrase.number(row.totals.owed))
      page.markup("</td><td class=\"num whole\">")
      page.write(Phrase.number(row.totals.received))
      page.markup("</td><td class=\"num whole\">")
      if let passed = row.totals.passed { page.write(Phrase.number(passed)) } else { page.text("–") }
      page.markup("</td></tr>\n")
    }.html)</section>
    """
}

/// The form by which what was passed on is recorded, or set right.
private func passView(_ model: DuesPage, _ frame: Frame) -> HTML {
  let draft = model.draft?.isPassing == true ? model.draft : nil
  return """
    <section class="panel" aria-labelledby="pass"><header><h2 id="pass">\(Phrase.passDuesOnTitle)</h2></header>
    <form class="inside form narrow" method="post" action="\(path: .dues(model.unit.key))" data-draft>
    <p class="hint">\(Phrase.sharingUnknown) \(confidenceView(.notFound))</p>
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))\
    \(Form.hidden("month", model.month.description))\(Form.hidden("step", "pass"))
    \(FormField(
      "passed", Phrase.duesAmount.text, kind: .text,
      value: draft?.values["passed"] ?? model.totals.passed.map { String($0) } ?? "",
      error: draft?.objections.said(.amount), autocomplete: "off"
    ).html)
    \(FormField(
      "passedDay", Phrase.duesPassedDay.text, kind: .day,
      value: draft?.values["passedDay"] ?? frame.viewpoint.today.description,
      error: draft?.objections.said(.day), autocomplete: "off"
    ).html)
    <button class="button">\(Phrase.passDuesOn)</button></form></section>
    """
}
