package import Basics
package import Markup
import Phrases

/// A figure opened: the number, what it counts, and the very rows it counts.
package struct FigurePage: Sendable {
  /// On which day or over which period a figure counts.
  package enum Time: Sendable {
    case day(CivilDate)
    case period(from: CivilDate, until: CivilDate)
  }

  /// What a figure counts: people, units or work, a page of them at a time.
  package enum Rows: Sendable {
    case people([CountedPerson])
    case units([CountedUnit])
    case work([CountedWork])
  }

  /// The contract's name of the figure, such as `members.women` or `ledger.admitted`.
  package var code: String
  package var unit: UnitLink
  package var path: [UnitLink]
  package var time: Time
  package var count: Int
  package var rows: Rows
  package var firstSerial: Int
  package var previous: String?
  package var next: String?
  /// How the roll of the unit moved up to the day of a figure about people.
  package var ledger: MovementLedger?
  /// The first and the last day within which the tasks are due that a figure of a day counts.
  package var within: (from: CivilDate, last: CivilDate)?

  package init(
    code: String,
    unit: UnitLink,
    path: [UnitLink],
    time: Time,
    count: Int,
    rows: Rows,
    firstSerial: Int = 1,
    previous: String? = nil,
    next: String? = nil,
    ledger: MovementLedger? = nil
  ) {
    self.code = code
    self.unit = unit
    self.path = path
    self.time = time
    self.count = count
    self.rows = rows
    self.firstSerial = firstSerial
    self.previous = previous
    self.next = next
    self.ledger = ledger
  }
}

/// A figure's page.
package func figureView(_ figure: FigurePage, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let sentence = sentence(of: figure)
  // The ledger of all members leads to the figure of all members, and follows that of some.
  let ledger = figure.ledger.map { movement($0, viewpoint) }
  return page(
    frame,
    title: sentence,
    content: """
      <div class="heading"><div>\(crumbs(figure.path, viewpoint))\
      <h1><span class="great">\(Phrase.number(figure.count))</span> \(name(of: figure))</h1>\
      <p>\(sentence)</p></div>
      <div class="actions"><a class="button small" href="#definition" data-why>\(Phrase.whatItCounts)</a>\
      \(viewpoint.opens.files ? ["csv", "xlsx"] : [], { file($0, figure, viewpoint) })\
      <button class="button small" type="button" data-print hidden>\(Phrase.print)</button></div></div>
      \(figureTabs(figure.code, figure.unit.key, frame, current: .table, isOfDay: isOfDay(figure)))
      \(figure.code == "members.total" ? ledger : nil)
      <div class="columns wide-narrow">
      <section class="panel" aria-labelledby="rows"><header><h2 id="rows">\(Phrase.rowsBehind)</h2>\
      \(range(figure))</header>\(rows(figure, frame))\(foot(figure, frame))</section>
      \(definition(figure, viewpoint))
      </div>
      \(figure.code == "members.total" ? nil : ledger)
      """
  )
}

/// The movement of all members over the year up to the day of the figure.
private func movement(_ ledger: MovementLedger, _ viewpoint: Viewpoint) -> HTML {
  """
  <section class="group" aria-labelledby="movement"><header>\
  <h2 id="movement">\(Phrase.ledgerOf(ledger.from, ledger.last))</h2>\
  <a class="aside" href="\(path: viewpoint.ledger(ledger.unit.key, from: ledger.from, until: ledger.until))">\
  \(Phrase.sameLedgerBelow)</a></header>\(ledgerView(ledger, viewpoint))</section>
  """
}

private func isOfDay(_ figure: FigurePage) -> Bool {
  if case .day = figure.time { true } else { false }
}

private func name(of figure: FigurePage) -> Phrase { figureName(figure.code) }

/// What a figure or a line of the ledger is called.
func figureName(_ code: String) -> Phrase {
  code.hasPrefix("ledger.") ? .movement(String(code.dropFirst(7))) : .figure(code)
}

/// The ways to see a figure.
enum FigureTab {
  case table, picture, comparison
}

/// The ways to see a figure: its rows, a picture, and, for a figure of a day, another day beside it.
func figureTabs(
  _ code: String,
  _ key: String,
  _ frame: Frame,
  current: FigureTab,
  isOfDay: Bool = true
) -> HTML {
  let viewpoint = frame.viewpoint
  let plain = frame.here(frame.query.without("as", "against", "list", "after", "before"))
  var tabs: [(FigureTab, Phrase, Path)] = [
    (.table, .asTable, plain), (.picture, .asPicture, plain.with("as", "picture")),
  ]
  if isOfDay {
    let eve = viewpoint.on.startOfYear.adding(days: -1)
    tabs.append((.comparison, .compared, viewpoint.comparison(of: code, key, against: eve)))
  }
  return tabsView(.waysToSee, tabs.map { Tab($0.1, $0.2, isCurrent: $0.0 == current) })
}

private func sentence(of figure: FigurePage) -> Phrase {
  let name = name(of: figure).text
  switch figure.time {
  case .day(let day): return .figureSentence(name, figure.unit.name, on: day)
  case .period(let from, let until):
    return .figureSentence(name, figure.unit.name, from: from, last: until.adding(days: -1))
  }
}

private func file(_ format: String, _ figure: FigurePage, _ viewpoint: Viewpoint) -> HTML {
  """
  <a class="button small" href="\(path: viewpoint.figureFile(figure, format))" download rel="nofollow">\
  \(Phrase.exportRows(figure.count, format.uppercased()))</a>
  """
}

private func shown(_ figure: FigurePage) -> Int {
  switch figure.rows {
  case .people(let people): people.count
  case .units(let units): units.count
  case .work(let work): work.count
  }
}

private func range(_ figure: FigurePage) -> HTML? {
  let shown = shown(figure)
  guard shown > 0 else { return nil }
  let last = figure.firstSerial + shown - 1
  return "<span class=\"aside\">\(Phrase.range(figure.firstSerial, last, of: figure.count))</span>"
}

private func foot(_ figure: FigurePage, _ frame: Frame) -> HTML? {
  let query = frame.query.without("after", "before")
  let pager = pager(figure.previous, figure.next, query, frame)
  return pager.map { "<footer class=\"table-foot\">\($0)</footer>" }
}

private func rows(_ figure: FigurePage, _ frame: Frame) -> HTML {
  guard shown(figure) > 0 else { return emptyView(.zeroFigure, why: .zeroFigureMeaning) }
  switch figure.rows {
  case .people(let people): return peopleTable(people, figure, frame.viewpoint)
  case .units(let units): return unitsTable(units, figure, frame.viewpoint)
  case .work(let work):
    return workTable(work, sentence(of: figure), from: figure.firstSerial, frame.viewpoint)
  }
}

private func peopleTable(
  _ people: [CountedPerson],
  _ figure: FigurePage,
  _ viewpoint: Viewpoint
) -> HTML {
  let dated = people.contains { $0.on != nil }
  let rows = people.enumerated().map { (serial: figure.firstSerial + $0.offset, person: $0.element) }
  return Table(
    caption: sentence(of: figure).text,
    columns: [
      Column(Phrase.serial.text, .number),
      dated ? Column(Phrase.name.text) : Column(Phrase.nameByGiven.text, order: .ascending),
      Column(Phrase.born.text, .number),
      Column(Phrase.sexTitle.text),
      Column(Phrase.cell.text),
    ] + (dated ? [Column(Phrase.onThatDay.text, .number, order: .ascending)] : []),
    rows: rows,
    isDense: true
  ) { row, page in
    page.markup("<tr><td class=\"num quiet\">")
    page.write(Phrase.number(row.serial))
    page.markup("</td><th scope=\"row\">")
    page.piece(personView(row.person.person, opens: row.person.opens, viewpoint))
    page.markup("</th><td class=\"num whole\">")
    page.write(row.person.born.map { Phrase.birth($0) } ?? .unknown)
    page.markup("</td><td>")
    page.write(Phrase.sexShort(row.person.sex))
    page.markup("</td><td class=\"whole\">")
    if row.person.opens { page.unit(row.person.unit, viewpoint) } else { page.text(row.person.unit.name) }
    if dated {
      page.markup("</td><td class=\"num whole\">")
      if let day = row.person.on { page.write(Phrase.day(day)) }
    }
    page.markup("</td></tr>\n")
  }.html
}

private func unitsTable(_ units: [CountedUnit], _ figure: FigurePage, _ viewpoint: Viewpoint) -> HTML {
  let rows = units.enumerated().map { (serial: figure.firstSerial + $0.offset, unit: $0.element) }
  return Table(
    caption: sentence(of: figure).text,
    columns: [
      Column(Phrase.serial.text, .number),
      Column(Phrase.unit.text, order: .ascending),
      Column(Phrase.kind.text),
      Column(Phrase.under.text),
      Column(Phrase.members.text, .number),
    ],
    rows: rows,
    isDense: true
  ) { row, page in
    page.markup("<tr><td class=\"num quiet\">")
    page.write(Phrase.number(row.serial))
    page.markup("</td><th scope=\"row\">")
    page.unit(row.unit.unit, viewpoint)
    page.markup("</th><td class=\"quiet\">")
    page.write(Phrase.unitKindShort(row.unit.kind))
    page.markup("</td><td>")
    if let parent = row.unit.parent { page.unit(parent, viewpoint) }
    page.markup("</td><td class=\"num\">")
    page.figure(row.unit.members, viewpoint.figure("members.total", of: row.unit.unit.key))
    page.markup("</td></tr>\n")
  }.html
}

private func definition(_ figure: FigurePage, _ viewpoint: Viewpoint) -> HTML {
  """
  <section class="group" aria-labelledby="definition"><header>\
  <h2 id="definition" tabindex="-1">\(Phrase.whatItCounts)</h2></header>
  <p>\(Phrase.definition(figure.code))</p>
  <dl class="pairs"><dt>\(Phrase.unit)</dt><dd>\(unitLink(figure.unit, viewpoint))</dd>\(times(figure))\(within(figure))\
  <dt>\(Phrase.code)</dt><dd><code>\(figure.code)</code></dd></dl>\
  \(ledgerWay(figure, viewpoint))</section>
  """
}

private func times(_ figure: FigurePage) -> HTML {
  switch figure.time {
  case .day(let day): "<dt>\(Phrase.onDay)</dt><dd>\(Phrase.day(day))</dd>"
  case .period(let from, let until):
    "<dt>\(Phrase.period)</dt><dd>\(Phrase.day(from)) – \(Phrase.day(until.adding(days: -1)))</dd>"
  }
}

/// The days within which the tasks counted are due.
private func within(_ figure: FigurePage) -> HTML? {
  figure.within.map { days in
    "<dt>\(Phrase.duePeriod)</dt><dd>\(Phrase.day(days.from)) – \(Phrase.day(days.last))</dd>"
  }
}

/// From a figure of a period to the ledger it is a line of.
private func ledgerWay(_ figure: FigurePage, _ viewpoint: Viewpoint) -> HTML? {
  guard case .period(let from, let until) = figure.time else { return nil }
  let path = viewpoint.ledger(figure.unit.key, from: from, until: until)
  return "<p><a href=\"\(path: path)\">\(Phrase.ledgerPage)</a></p>"
}
