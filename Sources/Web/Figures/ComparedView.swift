import Basics
package import Markup
import Phrases

/// A figure on two days: both numbers, the difference, who came and who went.
package func comparedView(_ model: ComparedFigure, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let title = Phrase.comparedSentence(
    figureName(model.code).text,
    model.unit.name,
    model.days.then,
    model.days.later
  )
  let files: [HTML] =
    viewpoint.opens.files ? ["csv", "xlsx"].map { fileLink($0, model, viewpoint) } : []
  return page(
    frame,
    title: title,
    content: """
      <div class="heading"><div>\(crumbs(model.path, viewpoint))\
      <h1><span class="great">\(Phrase.signed(model.counts.later - model.counts.then))</span> \
      \(figureName(model.code))</h1><p>\(title)</p></div>
      <div class="actions">\(files, \.self)\
      <button class="button small" type="button" data-print hidden>\(Phrase.print)</button></div></div>
      \(figureTabs(model.code, model.unit.key, frame, current: .comparison))
      \(againstForm(model.against, frame))
      \(model.absentOn.map(absence))
      \(sums(model, viewpoint))
      \(lists(model, frame))
      """
  )
}

private func fileLink(_ format: String, _ model: ComparedFigure, _ viewpoint: Viewpoint) -> HTML {
  """
  <a class="button small" rel="nofollow" download href="\(path: viewpoint.comparison(
    of: model.code + "." + format,
    model.unit.key,
    against: model.against
  ))">\(Phrase.exportLists(format.uppercased()))</a>
  """
}

/// The form that asks for the other day.
func againstForm(_ against: CivilDate, _ frame: Frame) -> HTML {
  let kept = frame.query.without("against", "after", "before", "list", "as")
  return """
    <form class="beside" method="get" action="\(path: frame.path)">
    <div class="field"><label for="against">\(Phrase.compareWith)</label>\
    <input type="date" id="against" name="against" value="\(against.description)" required></div>\
    \(kept.pairs, Form.hidden)\(frame.viewpoint.kept.pairs, Form.hidden)\
    <button class="button">\(Phrase.compare)</button></form>
    """
}

func absence(_ day: CivilDate) -> HTML {
  "<div class=\"message warning\" role=\"note\"><p>\(Phrase.notThereOn(day))</p></div>"
}

/// Then + came − went = later, as a ledger is written.
private func sums(_ model: ComparedFigure, _ viewpoint: Viewpoint) -> HTML {
  let (then, later) = model.days
  let key = model.unit.key
  return """
    <dl class="ledger" aria-label="\(Phrase.compared)">
    <div class="end"><dt>\(Phrase.then(then))</dt>\
    <dd>\(figureLink(model.counts.then, viewpoint.figure(model.code, of: key, on: then)))</dd></div>
    <div class="came"><dt>\(Phrase.cameBetween)</dt><dd><span class="sign">+</span>\
    \(figureLink(model.came.count, listPath(.came, model, viewpoint)))</dd></div>
    <div class="went"><dt>\(Phrase.wentBetween)</dt><dd><span class="sign">−</span>\
    \(figureLink(model.went.count, listPath(.went, model, viewpoint)))</dd></div>
    <div class="end closing"><dt>= \(Phrase.then(later))</dt>\
    <dd>\(figureLink(model.counts.later, viewpoint.figure(model.code, of: key, on: later)))</dd></div>
    </dl>
    """
}

private func listPath(_ side: ComparedFigure.Side, _ model: ComparedFigure, _ viewpoint: Viewpoint) -> Path {
  viewpoint.comparison(of: model.code, model.unit.key, against: model.against).with("list", side.rawValue)
}

private func lists(_ model: ComparedFigure, _ frame: Frame) -> HTML {
  switch model.side {
  case .came: return list(.came, model.came, model, frame)
  case .went: return list(.went, model.went, model, frame)
  case nil:
    return """
      <div class="columns halves">\(list(.came, model.came, model, frame))\
      \(list(.went, model.went, model, frame))</div>
      <p class="quiet">\(Phrase.apartMeaning)</p>
      """
  }
}

private func list(
  _ side: ComparedFigure.Side,
  _ list: ComparedFigure.List,
  _ model: ComparedFigure,
  _ frame: Frame
) -> HTML {
  let title: Phrase = side == .came ? .cameBetween : .wentBetween
  let path = listPath(side, model, frame.viewpoint)
  let count: HTML = list.count == 0 ? "0" : figureLink(list.count, path)
  let body: HTML =
    list.rows.isEmpty
    ? emptyView(side == .came ? .nobodyCame : .nobodyWent, why: .apartMeaning)
    : table(side, list, model, frame.viewpoint)
  return """
    <section class="panel" aria-labelledby="\(side.rawValue)"><header>\
    <h2 id="\(side.rawValue)">\(title)</h2><span class="aside">\(count)</span></header>\
    \(body)\(foot(list, path, model, frame))</section>
    """
}

private func foot(
  _ list: ComparedFigure.List,
  _ path: Path,
  _ model: ComparedFigure,
  _ frame: Frame
) -> HTML? {
  guard model.side == nil else {
    let query = frame.query.without("after", "before")
    let pages = pager(list.previous, list.next, query, frame)
    let back = frame.viewpoint.comparison(of: model.code, model.unit.key, against: model.against)
    return """
      <footer class="table-foot">\(pages)<a href="\(path: back)">\(Phrase.backToBoth)</a></footer>
      """
  }
  guard list.count > list.rows.count else { return nil }
  return """
    <footer class="table-foot">\(Phrase.showing(list.rows.count, of: list.count)) \
    <a href="\(path: path)">\(Phrase.openAll(list.count))</a></footer>
    """
}

private func table(
  _ side: ComparedFigure.Side,
  _ list: ComparedFigure.List,
  _ model: ComparedFigure,
  _ viewpoint: Viewpoint
) -> HTML {
  let ofWork = list.rows.contains { $0.work != nil }
  let areTasks = list.rows.contains { $0.work?.state != nil }
  let ofPeople = !ofWork && list.rows.contains { $0.person != nil }
  let day = side == .came ? model.days.later : model.days.then
  let there = viewpoint.moved(to: day)
  let title: Phrase = side == .came ? .cameBetween : .wentBetween
  let caption =
    "\(title): \(figureName(model.code)), \(Phrase.betweenDays(model.days.then, model.days.later))"
  let columns =
    [Column((ofWork ? Phrase.subjectOfWork : ofPeople ? .name : .unit).text)]
    + (ofPeople || ofWork ? [Column(Phrase.unit.text)] : []) + [
      Column((ofWork ? Phrase.stateTitle : .reason).text),
      Column((areTasks ? Phrase.taskDue : ofWork ? .sentOn : .onThatDay).text),
    ]
  return Table(caption: caption, columns: columns, rows: list.rows, isDense: true) { row, page in
    page.markup("<tr><th scope=\"row\">")
    if let work = row.work {
      page.piece(workName(work, viewpoint))
      page.markup("</th><td>")
      page.unit(row.unit, there)
      page.markup("</td><td class=\"whole\">")
      page.write(workState(work))
      page.markup("</td><td class=\"whole\">")
      page.write(Phrase.day(work.day))
      page.markup("</td></tr>\n")
      return
    }
    if let person = row.person {
      if row.opens { page.person(person, viewpoint) } else { page.name(person.name) }
      page.markup("</th><td>")
      if row.opens { page.unit(row.unit, there) } else { page.text(row.unit.name) }
      page.markup("</td>")
    } else {
      page.unit(row.unit, there)
      page.markup("</th>")
    }
    page.markup(row.reason == nil ? "<td class=\"quiet\">" : "<td class=\"whole\">")
    page.write(row.reason.map { Phrase.apartReason($0) } ?? .reasonNotKnown)
    page.markup("</td><td class=\"whole\">")
    if let day = row.day { page.write(Phrase.day(day)) }
    page.markup("</td></tr>\n")
  }.html
}
