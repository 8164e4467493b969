import Basics
package import Markup
import Phrases

/// Candidates and admissions of a period by source, sex, age and ethnicity; every number opens to the people.
package func recruitReportView(_ report: RecruitReport, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let sentence = Phrase.recruitsSentence(report.unit.name, report.from, report.until.adding(days: -1))
  return page(
    frame,
    title: sentence,
    content: """
      <div class="heading"><div>\(crumbs(report.path, viewpoint))<h1>\(Phrase.recruitsTitle)</h1>\
      <p>\(sentence)</p></div><div class="actions">\
      <a class="button small" href="\(path: viewpoint.candidates(report.unit.key))">\(Phrase.candidates)</a>\
      \(report.takesFiles ? files(report.unit, report.from, report.until, Query(), viewpoint) : [], \.self)\
      <button class="button small" type="button" data-print hidden>\(Phrase.print)</button></div></div>
      \(years(report, frame))
      <div class="columns halves">\(report.parts, { part($0.dimension, $0.lines, report, viewpoint) })</div>
      <p class="quiet">\(Phrase.ageOnThatDay)</p>
      """
  )
}

/// The people as files: all of the report, or those of one number.
private func files(
  _ unit: UnitLink,
  _ from: CivilDate,
  _ until: CivilDate,
  _ query: Query,
  _ viewpoint: Viewpoint
) -> [HTML] {
  ["csv", "xlsx"].map { format in
    fileLink(format, viewpoint.recruitsFile(unit.key, format, from: from, until: until, query))
  }
}

/// The year shown, and the two before it.
private func years(_ report: RecruitReport, _ frame: Frame) -> HTML {
  let this = frame.viewpoint.on.startOfYear
  let starts = [this, this.adding(months: -12), this.adding(months: -24)]
  return """
    <nav class="chips" aria-label="\(Phrase.dayShown)">\(starts, { year($0, report, frame) })</nav>
    """
}

private func year(_ start: CivilDate, _ report: RecruitReport, _ frame: Frame) -> HTML {
  let until = min(start.adding(months: 12), frame.viewpoint.on.adding(days: 1))
  let path = frame.viewpoint.recruits(report.unit.key, from: start, until: until)
  let isShown = report.from == start && report.until == until
  return """
    <a class="\(isShown ? "chip on" : "chip" as HTML)"\(attribute: "aria-current", isShown ? "true" : nil) \
    href="\(path: path)">\(String(start.year))</a>
    """
}

private func part(
  _ dimension: RecruitReport.Dimension,
  _ lines: [RecruitReport.Line],
  _ report: RecruitReport,
  _ viewpoint: Viewpoint
) -> HTML {
  let title = Phrase.recruitDimension(dimension.rawValue)
  func path(_ list: String, _ line: RecruitReport.Line?) -> Path {
    var query = Query().with("list", list)
    if let line { query = query.with("by", dimension.rawValue).with("value", line.value) }
    return viewpoint.recruits(report.unit.key, from: report.from, until: report.until, query)
  }
  let table = Table(
    caption: title.text,
    columns: [
      Column(title.text), Column(Phrase.recruitList("begun").text, .number),
      Column(Phrase.recruitList("admitted").text, .number),
    ],
    rows: lines,
    isDense: true,
    foot: HTML { page in
      page.markup("<tr><th scope=\"row\">")
      page.write(Phrase.total)
      page.markup("</th><td class=\"num\">")
      page.figure(report.begun, path("begun", nil))
      page.markup("</td><td class=\"num\">")
      page.figure(report.admitted, path("admitted", nil))
      page.markup("</td></tr>")
    }
  ) { line, page in
    page.markup("<tr><th scope=\"row\">")
    page.write(lineTitle(dimension, line.value))
    page.markup("</th><td class=\"num\">")
    page.figure(line.begun, path("begun", line))
    page.markup("</td><td class=\"num\">")
    page.figure(line.admitted, path("admitted", line))
    page.markup("</td></tr>\n")
  }.html
  return """
    <section class="panel" aria-labelledby="by-\(dimension.rawValue)">\
    <header><h2 id="by-\(dimension.rawValue)">\(title)</h2></header>\(table)</section>
    """
}

private func lineTitle(_ dimension: RecruitReport.Dimension, _ value: String) -> Phrase {
  if value == "none" { return .notRecorded }
  return switch dimension {
  case .source: .recruitSource(value)
  case .sex: .sex(value)
  case .age: .ageBand(value)
  case .ethnicity: Phrase(verbatim: value)
  }
}

/// The people behind one number of the report.
package func recruitPeopleView(_ model: RecruitPeople, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let sentence = Phrase.recruitsSentence(model.unit.name, model.from, model.until.adding(days: -1))
  let query = frame.query.without("after", "before")
  let pages = pager(model.previous, model.next, query, frame)
  let list = Query().with("list", model.list)
  let one = model.dimension.map { list.with("by", $0.rawValue).with("value", model.value) } ?? list
  let what: HTML? = model.dimension.map { ": \(lineTitle($0, model.value))" }
  return page(
    frame,
    title: sentence,
    content: """
      <div class="heading"><div>\(crumbs(model.path, viewpoint))\
      <h1><span class="great">\(Phrase.number(model.count))</span> \(Phrase.recruitList(model.list))\(what)</h1>\
      <p>\(sentence)</p></div><div class="actions">\
      <a class="button small" href="\(path: viewpoint.recruits(
        model.unit.key,
        from: model.from,
        until: model.until
      ))">\(Phrase.backToReport)</a>\
      \(model.takesFiles && model.count > 0
        ? files(model.unit, model.from, model.until, one, viewpoint) : [], \.self)</div></div>
      <section class="panel" aria-labelledby="rows"><header><h2 id="rows">\(Phrase.rowsBehind)</h2></header>
      \(model.rows.isEmpty ? emptyView(.noCandidatesFound, why: .noCandidatesFoundMeaning) : table(model, viewpoint))\
      \(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
      """
  )
}

private func table(_ model: RecruitPeople, _ viewpoint: Viewpoint) -> HTML {
  Table(
    caption: Phrase.rowsBehind.text,
    columns: [
      Column(Phrase.name.text), Column(Phrase.cell.text),
      Column(Phrase.recruitList(model.list).text, .number),
      Column(Phrase.sexTitle.text), Column(Phrase.recruitDimension("age").text, .number),
      Column(Phrase.ethnicity.text), Column(Phrase.sourceOfRecruit.text),
    ],
    rows: model.rows,
    isDense: true
  ) { row, page in
    page.markup("<tr><th scope=\"row\">")
    page.person(row.person, viewpoint)
    page.markup("</th><td><bdi lang=\"vi\">")
    page.text(row.unitName)
    page.markup("</bdi></td><td class=\"num whole\">")
    page.write(Phrase.day(row.day))
    page.markup("</td><td>")
    page.write(Phrase.sex(row.sex))
    page.markup("</td><td class=\"num\">")
    if let age = row.age { page.write(Phrase.number(age)) }
    page.markup("</td><td>")
    page.text(row.ethnicity)
    page.markup("</td><td>")
    page.write(Phrase.recruitSource(row.source))
    page.markup("</td></tr>\n")
  }.html
}
