import Basics
package import Markup
import Phrases

/// The units below by kind and sector, and the members by sector: every number opens to its list.
package func kindView(_ model: KindPage, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let sentence = Phrase.unitsListed(Phrase.byKind.text, model.unit.name, on: viewpoint.on)
  return page(
    frame,
    title: sentence,
    content: """
      \(unitHeading(model.unit, model.path, sentence, frame))
      \(unitTabs(model.unit.key, viewpoint, current: .kinds))
      <section class="panel" aria-labelledby="kinds"><header><h2 id="kinds">\(Phrase.unitsByKind)</h2>\
      <span class="aside">\(figureLink(model.count(nil, nil), list(model, "list", "units", viewpoint)))</span>\
      </header>\(model.cells.isEmpty
        ? emptyView(.noUnitsBelow, why: .noUnitsOfKindMeaning)
        : kindTable(model, viewpoint))</section>
      \(members(model, viewpoint))
      """
  )
}

private func list(_ model: KindPage, _ name: String, _ value: String, _ viewpoint: Viewpoint) -> Path {
  viewpoint.kinds(model.unit.key, Query().with(name, value))
}

private func sectorName(_ sector: String?) -> Phrase { sector.map { .sector($0) } ?? .sectorUnrecorded }

private func kindTable(_ model: KindPage, _ viewpoint: Viewpoint) -> HTML {
  let sectors = model.sectors
  func cell(_ kind: String?, _ sector: String??, into page: inout HTML.Writer) {
    var query = Query()
    if let kind { query.append("kind", kind) }
    if let sector { query.append("sector", sector ?? "none") }
    if query.pairs.isEmpty { query.append("list", "units") }
    page.markup("<td class=\"num\">")
    page.figure(model.count(kind, sector), viewpoint.kinds(model.unit.key, query))
    page.markup("</td>")
  }
  let kinds = model.kinds
  return Table(
    caption: Phrase.unitsByKind.text,
    columns: [Column(Phrase.sectorTitle.text)]
      + kinds.map { Column(Phrase.unitKindShort($0).leading.text, .number) }
      + [Column(Phrase.total.text, .number)],
    rows: sectors,
    isDense: true,
    foot: HTML { page in
      page.markup("<tr><th scope=\"row\">")
      page.write(Phrase.total)
      page.markup("</th>")
      for kind in kinds { cell(kind, nil, into: &page) }
      cell(nil, nil, into: &page)
      page.markup("</tr>")
    }
  ) { sector, page in
    page.markup("<tr><th scope=\"row\">")
    page.write(sectorName(sector).leading)
    page.markup("</th>")
    for kind in kinds { cell(kind, .some(sector), into: &page) }
    cell(nil, .some(sector), into: &page)
    page.markup("</tr>\n")
  }.html
}

private func members(_ model: KindPage, _ viewpoint: Viewpoint) -> HTML? {
  guard let most = model.members.first else { return nil }
  let total = model.members.reduce(0) { $0 + $1.count }
  let all = viewpoint.kinds(model.unit.key, Query().with("list", "homes"))
  return """
    <section class="panel" aria-labelledby="sectors"><header><h2 id="sectors">\(Phrase.membersBySector)</h2>\
    <span class="aside">\(figureLink(total, all))</span></header>
    <div class="inside stack"><ol class="lengths">\(model.members, { bar($0, most.count, model, viewpoint) })</ol>\
    <p class="quiet">\(Phrase.membersBySectorMeaning)</p></div></section>
    """
}

private func bar(
  _ part: (sector: String?, count: Int),
  _ most: Int,
  _ model: KindPage,
  _ viewpoint: Viewpoint
) -> HTML {
  let query = Query().with("list", "homes").with("sector", part.sector ?? "none")
  return """
    <li><a href="\(path: viewpoint.kinds(model.unit.key, query))"><span>\(sectorName(part.sector).leading)</span>\
    \(Chart.length(part.count, of: most))<b>\(Phrase.number(part.count))</b></a></li>
    """
}

/// The units behind one number of the table by kind and sector.
package func kindListView(_ model: KindList, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let sentence = Phrase.unitsListed(what(model), model.unit.name, on: viewpoint.on)
  let query = frame.query.without("after", "before")
  let pages = pager(model.previous, model.next, query, frame)
  let range: HTML? =
    model.rows.isEmpty
    ? nil
    : "\(Phrase.range(model.firstSerial, model.firstSerial + model.rows.count - 1, of: model.count))"
  let great = model.isOfHomes ? model.homes : model.count
  return page(
    frame,
    title: sentence,
    content: """
      <div class="heading"><div>\(crumbs(model.path, viewpoint))\
      <h1><span class="great">\(Phrase.number(great))</span> \
      \(model.isOfHomes ? Phrase.members : Phrase.allUnitsBelow)</h1><p>\(sentence)</p></div>
      <div class="actions"><a class="button small" href="\(path: viewpoint.kinds(model.unit.key))">\
      \(Phrase.backToKinds)</a>\
      <button class="button small" type="button" data-print hidden>\(Phrase.print)</button></div></div>
      <section class="panel" aria-labelledby="rows"><header><h2 id="rows">\(Phrase.rowsBehind)</h2>\
      <span class="aside">\(range)</span></header>\(model.rows.isEmpty
        ? emptyView(.noUnitsOfKind, why: .noUnitsOfKindMeaning)
        : listTable(model, viewpoint))\
      \(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
      """
  )
}

/// The units listed in words: their kind, then their sector.
private func what(_ model: KindList) -> String {
  var words: [String] = []
  if let kind = model.kind { words.append(Phrase.unitKindPlural(kind).leading.text) }
  if let sector = model.sector { words.append(sectorName(sector == "none" ? nil : sector).text) }
  if words.isEmpty || model.kind == nil {
    words.insert((model.isOfHomes ? Phrase.homesListed : .allUnitsBelow).text, at: 0)
  }
  return words.joined(separator: ", ")
}

private func listTable(_ model: KindList, _ viewpoint: Viewpoint) -> HTML {
  Table(
    caption: what(model),
    columns: [
      Column(Phrase.serial.text, .number), Column(Phrase.unit.text, order: .ascending),
      Column(Phrase.kind.text),
      Column(Phrase.sectorTitle.text), Column(Phrase.under.text), Column(Phrase.homesHere.text, .number),
    ],
    rows: Array(model.rows.enumerated()),
    isDense: true
  ) { numbered, page in
    let row = numbered.element
    page.markup("<tr><td class=\"num quiet\">")
    page.write(Phrase.number(model.firstSerial + numbered.offset))
    page.markup("</td><th scope=\"row\">")
    page.unit(row.unit, viewpoint)
    page.markup("</th><td class=\"quiet\">")
    page.write(Phrase.unitKindShort(row.kind))
    page.markup("</td><td class=\"quiet\">")
    page.write(sectorName(row.sector))
    page.markup("</td><td>")
    if let parent = row.parent { page.unit(parent, viewpoint) }
    page.markup("</td><td class=\"num\">")
    page.write(Phrase.number(row.homes))
    page.markup("</td></tr>\n")
  }.html
}
