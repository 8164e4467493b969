import Basics
package import Markup
import Phrases
import Rules

/// Whom a figure about the dues of a month counts.
package func duesPeopleView(_ model: DuesPeoplePage, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let figure = Phrase.duesFigure(model.figure)
  let title = Phrase(verbatim: "\(figure) · \(Phrase.duesOfMonth(model.month))")
  let query = frame.query.without("after", "before")
  let pages = pager(model.previous, model.next, query, frame)
  return page(
    frame,
    title: title,
    content: """
      \(unitHeading(model.unit, model.path, title, frame, topic: title))
      \(workTabs(model.unit.key, viewpoint, current: .dues))
      <nav class="turns" aria-label="\(Phrase.duesTitle)">\
      <a class="button small" href="\(path: viewpoint.dues(model.unit.key, model.month.description))">\
      \(Phrase.duesOfMonth(model.month))</a></nav>
      <section class="panel" aria-labelledby="people"><header><h2 id="people">\(figure)</h2>\
      <span class="aside">\(model.rows.isEmpty
        ? nil
        : "\(Phrase.range(model.firstSerial, model.firstSerial + model.rows.count - 1, of: model.count))" as HTML)\
      </span></header>
      \(model.rows.isEmpty ? emptyView(.nobodyThere, why: .nobodyThereMeaning) : peopleTable(model, viewpoint))\
      \(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
      <p class="quiet">\(Phrase.duesDefinition(model.figure))</p>
      """
  )
}

private func peopleTable(_ model: DuesPeoplePage, _ viewpoint: Viewpoint) -> HTML {
  Table(
    caption: Phrase.duesFigure(model.figure).text,
    columns: [
      Column(Phrase.name.text), Column(Phrase.cell.text), Column(Phrase.duesCategoryTitle.text),
      Column(Phrase.duesRequired.text, .number), Column(Phrase.duesReceived.text, .number),
      Column(Phrase.duesPaidOn.text, .number),
    ],
    rows: model.rows,
    isDense: true
  ) { row, page in
    page.markup("<tr><th scope=\"row\"><a href=\"")
    page.path(viewpoint.personDues(row.person.key))
    page.markup("\">")
    page.name(row.person.name)
    page.markup("</a></th><td>")
    page.unit(row.unit, viewpoint)
    page.markup("</td><td>")
    page.write(row.category.map { Phrase.duesCategory($0) } ?? Phrase.duesUndeclared)
    page.markup("</td><td class=\"num whole\">")
    page.write(row.reckoning.amount.map { Phrase.number($0) } ?? Phrase(verbatim: "–"))
    page.markup("</td><td class=\"num whole\">")
    page.write(row.paid.map { Phrase.number($0) } ?? Phrase(verbatim: "–"))
    page.markup("</td><td class=\"num whole\">")
    if let day = row.day { page.write(Phrase.day(day)) }
    page.markup("</td></tr>\n")
  }.html
}

/// Whose unpaid months of a year are for the cell to consider, with the clause that says so.
package func unpaidView(_ model: UnpaidPage, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let key = model.unit.key
  let title = Phrase(verbatim: "\(Phrase.unpaidTitle) · \(Phrase.duesYear(model.year))")
  let pages = pager(model.previous, model.next, frame.query.without("after", "before"), frame)
  return page(
    frame,
    title: title,
    content: """
      \(unitHeading(model.unit, model.path, title, frame, topic: title))
      \(workTabs(key, viewpoint, current: .dues))
      <nav class="turns" aria-label="\(Phrase.duesYear(model.year))">\
      <a class="button small" href="\(path: viewpoint.unpaidDues(key, model.year - 1))">\(Phrase.yearBefore)</a>\
      <b>\(model.year)</b>\
      <a class="button small" href="\(path: viewpoint.unpaidDues(key, model.year + 1))">\(Phrase.yearAfter)</a>\
      <a class="button small" href="\(path: viewpoint.dues(key))">\(Phrase.duesTitle)</a></nav>
      \(model.rule.map { clauseView($0.fewest, $0.clause) }
        ?? "<div class=\"message warning\" role=\"note\"><p>\(Phrase.unpaidNoRule)</p></div>")
      <section class="panel" aria-labelledby="unpaid"><header><h2 id="unpaid">\(Phrase.unpaidTitle)</h2>\
      <span class="aside">\(model.rows.count < model.count
        ? Phrase.range(model.firstSerial, model.firstSerial + model.rows.count - 1, of: model.count)
        : Phrase.number(model.count))</span></header>
      \(model.rows.isEmpty ? emptyView(.nobodyUnpaid, why: .nobodyUnpaidMeaning) : unpaidTable(model, viewpoint))\
      \(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
      """
  )
}

private func clauseView(_ fewest: Int, _ clause: Clause) -> HTML {
  """
  <div class="message" role="note"><p>\(Phrase.unpaidMeaning(fewest))</p>\
  <p class="quiet">§ \(clause.number) · \(Phrase(clause.text)) · \(confidenceView(clause.confidence, clause.sources))</p>\
  </div>
  """
}

private func unpaidTable(_ model: UnpaidPage, _ viewpoint: Viewpoint) -> HTML {
  Table(
    caption: Phrase.unpaidTitle.text,
    columns: [
      Column(Phrase.name.text), Column(Phrase.cell.text), Column(Phrase.unpaidMonths.text, .number),
      Column(Phrase.duesMonth.text),
    ],
    rows: model.rows,
    isDense: true
  ) { row, page in
    page.markup("<tr><th scope=\"row\"><a href=\"")
    page.path(viewpoint.personDues(row.person.key, model.year))
    page.markup("\">")
    page.name(row.person.name)
    page.markup("</a></th><td>")
    page.unit(row.unit, viewpoint)
    page.markup("</td><td class=\"num\">")
    page.write(Phrase.number(row.months.count))
    page.markup("</td><td>")
    page.text(row.months.map { Phrase.monthName($0).text }.joined(separator: ", "))
    page.markup("</td></tr>\n")
  }.html
}
