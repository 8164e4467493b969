import Basics
import Markup
import Phrases
import Records
import Rules

/// The outputs of a year: by unit, each number opening to the meetings behind it.
func outputYearView(_ model: OutputYear, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let key = model.unit.key
  func year(_ year: Int) -> HTML? { yearTurn(year, viewpoint) { viewpoint.outputs(key, year: $0) } }
  let state = model.state == .all ? nil : model.state.rawValue
  let files =
    model.count > 0
    ? fileLinks { viewpoint.outputsFile(key, $0, year: model.year, state: state) } : []
  return page(
    frame,
    title: .outputsOf(model.unit.name, model.year),
    isLandscape: true,
    content: """
      \(unitHeading(model.unit, model.path, .outputsOf(model.unit.name, model.year), frame, topic: .outputsTitle, actions: files))
      \(workTabs(key, viewpoint, current: .meetings))
      <nav class="turns" aria-label="\(Phrase.yearTitle)">\(year(model.year - 1))<b>\(String(model.year))</b>\
      \(year(model.year + 1))</nav>
      \(programmeView(model, viewpoint))\(sumsView(model, viewpoint))\(byUnit(model, viewpoint))\
      \(byMeeting(model, frame))
      """
  )
}

private func programmeView(_ model: OutputYear, _ viewpoint: Viewpoint) -> HTML {
  guard let book = model.programme else { return "<p class=\"quiet\">\(Phrase.outputsNoProgramme)</p>" }
  return """
    <p class="quiet">\(Phrase.outputsProgrammeOf) <a href="\(path: viewpoint.rulebook(book.name))">\
    \(Phrase(book.title))</a></p>
    """
}

private func sumsView(_ model: OutputYear, _ viewpoint: Viewpoint) -> HTML {
  func chip(_ words: Phrase, _ count: Int, _ state: OutputYear.State) -> HTML {
    let path = viewpoint.outputs(
      model.unit.key,
      year: model.year,
      state: state == .all ? nil : state.rawValue
    )
    return """
      <a class="chip\(model.state == state ? " on" : "" as HTML)" href="\(path: path)"\(attribute: "aria-current", model.state == state ? "true" : nil)>\
      \(words) <b>\(Phrase.number(count))</b></a>
      """
  }
  let sum = model.sum
  return """
    <nav class="chips" aria-label="\(Phrase.outputsTitle)">\(chip(.outputsAsked, sum.asked, .all))\
    \(chip(.outputsEnough, sum.enough, .enough))\(chip(.outputsMissing, sum.asked - sum.enough, .missing))</nav>
    """
}

private func byUnit(_ model: OutputYear, _ viewpoint: Viewpoint) -> HTML? {
  guard !model.rows.isEmpty else { return nil }
  let columns = [
    Column(Phrase.unit.text), Column(Phrase.outputsAsked.text, .number),
    Column(Phrase.outputsEnough.text, .number), Column(Phrase.outputsMissing.text, .number),
    Column(Phrase.outputsCount.text, .number),
  ]
  return """
    <section class="panel" aria-labelledby="units"><header><h2 id="units">\(Phrase.outputsByUnit)</h2>\
    <span class="aside">\(Phrase.outputsSum(model.sum.outputs))</span></header>
    <div class="stacks numbers">\(Table(caption: Phrase.outputsByUnit.text, columns: columns, rows: model.rows, isDense: true) { row, page in
      func figure(_ head: Phrase, _ count: Int, _ state: String?) {
        page.markup("<td class=\"num\"")
        page.attribute("data-head", head.text)
        page.markup(">")
        page.figure(count, viewpoint.outputs(row.unit.key, year: model.year, state: state))
        page.markup("</td>")
      }
      page.markup("<tr><th scope=\"row\">")
      page.unit(row.unit, viewpoint)
      page.markup("</th>")
      figure(.outputsAsked, row.asked, nil)
      figure(.outputsEnough, row.enough, "enough")
      figure(.outputsMissing, row.asked - row.enough, "missing")
      figure(.outputsCount, row.outputs, nil)
      page.markup("</tr>\n")
    }.html)</div></section>
    """
}

private func byMeeting(_ model: OutputYear, _ frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let pages = pager(model.previous, model.next, frame.query.without("after", "before"), frame)
  let range: HTML? =
    model.lines.isEmpty
    ? nil
    : "\(Phrase.range(model.firstSerial, model.firstSerial + model.lines.count - 1, of: model.count))"
  let columns = [
    Column(Phrase.meetingTime.text), Column(Phrase.unit.text), Column(Phrase.meetingFormField("theme").text),
    Column(Phrase.outputsTitle.text), Column(Phrase.stateTitle.text),
  ]
  return """
    <section class="panel" aria-labelledby="listed"><header><h2 id="listed">\(Phrase.outputsByMeeting)</h2>\
    <span class="aside">\(range)</span></header>
    \(model.lines.isEmpty ? emptyView(.outputsNone, why: .outputsNoneMeaning) : stacked(Table(
      caption: Phrase.outputsByMeeting.text,
      columns: columns,
      rows: model.lines,
      isDense: true
    ) { judged, page in
      let line = judged.line
      page.markup("<tr><th scope=\"row\"><a href=\"")
      page.path(viewpoint.meeting(line.meeting.description))
      page.markup("\">")
      page.write(Phrase.day(line.day))
      page.markup("</a></th>")
      page.cell(.unit, "<bdi lang=\"vi\">\(line.unitName)</bdi>")
      page.cell(.meetingFormField("theme"), line.theme.map { "<span lang=\"vi\">\($0)</span>" })
      page.cell(
        .outputsTitle,
        line.outputs.isEmpty ? "–" : "\(line.outputs, { "<div>\(outputTold($0))</div>" })"
      )
      page.cell(
        .stateTitle,
        judged.isEnough
          ? "<span class=\"state good\">\(Phrase.outputsEnough)</span>"
          : "<span class=\"state watch\">\(Phrase.outputsMissing)</span>"
      )
      page.markup("</tr>\n")
    }.html))\(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
    """
}

/// A table whose rows stand below each other on a phone.
private func stacked(_ table: HTML) -> HTML { "<div class=\"stacks\">\(table)</div>" }
