package import Basics
package import Markup
import Phrases

/// The roll of a unit and all below it on the day shown, or the part of it that filters leave.
package struct Roll: Sendable {
  package var unit: UnitLink
  package var path: [UnitLink]
  /// The whole roll, whatever the filters.
  package var counts: MemberCounts
  /// What was searched for, as it was written.
  package var search: String
  package var filters: [RollFilter]
  package var offers: [RollOffer]
  /// How many the search and the filters leave.
  package var matching: Int
  /// The number of the first row shown, from 1.
  package var firstSerial: Int
  package var rows: [RollRow]
  package var previous: String?
  package var next: String?
  /// When nothing was found: the filter whose removal finds most, and how many it then finds.
  package var advice: Advice?
  /// The filters the visitor keeps for this roll.
  package var saved: [SavedRoll]
  /// How many people can be marked at once: what an address holds.
  package static let mostMarked = 500

  /// So many members are shown on one page when all are asked for, and no more.
  package static let mostAtOnce = 600

  /// Which filter to drop when nothing is left, and what would then be found.
  package struct Advice: Sendable {
    package var filter: RollFilter
    package var found: Int

    package init(filter: RollFilter, found: Int) {
      self.filter = filter
      self.found = found
    }
  }

  package init(
    unit: UnitLink,
    path: [UnitLink],
    counts: MemberCounts,
    search: String = "",
    filters: [RollFilter] = [],
    offers: [RollOffer] = [],
    matching: Int,
    firstSerial: Int,
    rows: [RollRow],
    previous: String? = nil,
    next: String? = nil,
    advice: Advice? = nil,
    saved: [SavedRoll] = []
  ) {
    self.saved = saved
    self.unit = unit
    self.path = path
    self.counts = counts
    self.search = search
    self.filters = filters
    self.offers = offers
    self.matching = matching
    self.firstSerial = firstSerial
    self.rows = rows
    self.previous = previous
    self.next = next
    self.advice = advice
  }
}

/// One member on the roll, on the day shown.
package struct RollRow: Sendable {
  package var person: PersonLink
  package var card: String?
  package var born: LooseDate?
  package var sex: String
  package var ethnicity: String?
  package var cell: UnitLink
  package var post: String?
  package var admitted: CivilDate
  package var official: CivilDate?
  /// When a probationary member is due for recognition.
  package var due: CivilDate?
  package var state: String
  /// The units in which another tie than the home was found, by name.
  package var ties: [String] = []
  /// Whether the file opens to the reader.
  package var isOpen = true

  package init(
    person: PersonLink,
    card: String?,
    born: LooseDate?,
    sex: String,
    ethnicity: String?,
    cell: UnitLink,
    post: String?,
    admitted: CivilDate,
    official: CivilDate?,
    due: CivilDate?,
    state: String
  ) {
    self.person = person
    self.card = card
    self.born = born
    self.sex = sex
    self.ethnicity = ethnicity
    self.cell = cell
    self.post = post
    self.admitted = admitted
    self.official = official
    self.due = due
    self.state = state
  }
}

/// The roll.
package func rollView(_ roll: Roll, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  return page(
    frame,
    title: Phrase(verbatim: "\(Phrase.rollTitle), \(roll.unit.name)"),
    isLandscape: true,
    content: """
      \(paperHead(roll.unit, path: roll.path, frame))
      <div class="heading"><div>\(crumbs(roll.path, viewpoint))<h1>\(Phrase.rollTitle)</h1>\
      <p><bdi lang="vi">\(roll.unit.name)</bdi></p></div>\(rollFacts(roll, viewpoint))</div>
      <section class="panel" aria-label="\(Phrase.rollTitle)">
      \(rollToolbar(roll, frame))
      \(roll.rows.isEmpty ? rollEmpty(roll, frame) : rollTable(roll, frame))
      </section>
      \(roll.rows.isEmpty ? nil : paperSigns())
      """
  )
}

private func rollFacts(_ roll: Roll, _ viewpoint: Viewpoint) -> HTML {
  func fact(_ name: Phrase, _ count: Int, _ code: String) -> HTML {
    """
    <div><dt>\(name)</dt><dd>\(figureLink(count, viewpoint.figure(code, of: roll.unit.key)))</dd></div>
    """
  }
  let counts = roll.counts
  return """
    <dl class="facts">\(fact(.onTheRoll, counts.total, "members.total"))\
    \(fact(.official, counts.official, "members.official"))\
    \(fact(.probationary, counts.probationary, "members.probationary"))\
    \(fact(.women, counts.women, "members.women"))</dl>
    """
}

/// The rows, with a box to mark each, in the form that exports the marked ones.
private func rollTable(_ roll: Roll, _ frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let found = VietnameseName.searchWords(roll.search)
  let rows = roll.rows.enumerated().map { (serial: roll.firstSerial + $0.offset, row: $0.element) }
  let table = Table(
    caption: Phrase.rollTitle.text,
    columns: [
      Column(Phrase.markTitle.text),
      Column(Phrase.serial.text, .number),
      Column(Phrase.nameByGiven.text, order: .ascending),
      Column(Phrase.card.text),
      Column(Phrase.born.text, .number),
      Column(Phrase.sexTitle.text),
      Column(Phrase.ethnicity.text),
      Column(Phrase.cell.text),
      Column(Phrase.postTitle.text),
      Column(Phrase.admittedOn.text, .number),
      Column(Phrase.officialSince.text, .number),
      Column(Phrase.stateTitle.text),
    ],
    rows: rows,
    isDense: true
  ) { numbered, page in
    write(numbered.row, serial: numbered.serial, found: found, viewpoint, into: &page)
  }
  let role = rollQuery(frame).pairs.filter { $0.name == "role" }
  return """
    <form method="get" action="\(path: Path("units", roll.unit.key, "roll"))" class="roll" \
    data-marks="\(roll.unit.key)" data-most="\(Roll.mostMarked)" data-page="\((roll.firstSerial - 1) / 50 + 1)" \
    data-people="\(path: frame.viewpoint.markable(roll.unit.key, rollQuery(frame)))" \
    data-too-many="\(Phrase.tooManyMarked(Roll.mostMarked))">
    \(viewpoint.kept.pairs, Form.hidden)\(role, Form.hidden)
    \(table.html)
    \(rollFoot(roll, frame))
    </form>
    """
}

private func rollFoot(_ roll: Roll, _ frame: Frame) -> HTML {
  let query = rollQuery(frame)
  let last = roll.firstSerial + roll.rows.count - 1
  return """
    <footer class="table-foot">\(bulkView(roll, frame))\
    <span class="push range">\(Phrase.range(roll.firstSerial, last, of: roll.matching))</span>\
    \(wholeLink(roll, frame))\
    \(pager(roll.previous, roll.next, query, frame))</footer>
    """
}

/// The way to the whole roll on one page, where that is no more than an office would print.
private func wholeLink(_ roll: Roll, _ frame: Frame) -> HTML? {
  guard roll.rows.count < roll.matching, roll.matching <= Roll.mostAtOnce else { return nil }
  let path = frame.here(frame.query.without("after", "before", "rows").with("rows", "all"))
  return "<a href=\"\(path: path)\">\(Phrase.allRows(roll.matching))</a>"
}

private func write(
  _ row: RollRow,
  serial: Int,
  found: [String],
  _ viewpoint: Viewpoint,
  into page: inout HTML.Writer
) {
  page.markup("<tr><td class=\"box\"><input type=\"checkbox\" name=\"person\" value=\"")
  page.text(row.person.key)
  page.markup("\" aria-label=\"")
  page.write(Phrase.mark(row.person.name))
  page.markup("\"></td><td class=\"num quiet\">")
  page.write(Phrase.number(serial))
  page.markup("</td><th scope=\"row\">")
  if row.isOpen {
    page.person(row.person, viewpoint, found: found)
  } else {
    page.name(row.person.name, found: found)
  }
  page.markup("</th><td class=\"whole quiet\">")
  card(row.card, found, into: &page)
  page.markup("</td><td class=\"num whole\">")
  if let born = row.born { page.write(Phrase.birth(born)) } else { blank(&page) }
  page.markup("</td><td>")
  page.write(Phrase.sexShort(row.sex))
  page.markup("</td><td class=\"whole\">")
  page.text(row.ethnicity ?? "–")
  page.markup("</td><td class=\"whole\">")
  if row.isOpen { page.unit(row.cell, viewpoint) } else { page.text(row.cell.name) }
  for tie in row.ties {
    page.markup("<small class=\"tie\">")
    page.write(Phrase.tiedAt(tie))
    page.markup("</small>")
  }
  page.markup("</td><td class=\"whole\">")
  if let post = row.post { page.write(Phrase.post(post).leading) } else { blank(&page) }
  page.markup("</td><td class=\"num whole\">")
  page.write(Phrase.day(row.admitted))
  page.markup("</td><td class=\"num whole\">")
  if let official = row.official {
    page.write(Phrase.day(official))
  } else if let due = row.due {
    page.markup("<span class=\"quiet\">")
    page.write(Phrase.dueOn(due))
    page.markup("</span>")
  } else {
    blank(&page)
  }
  page.markup("</td><td class=\"whole\">")
  state(row.state, into: &page)
  page.markup("</td></tr>\n")
}

private func blank(_ page: inout HTML.Writer) {
  page.markup("<span class=\"faint\">–</span>")
}

private func card(_ card: String?, _ found: [String], into page: inout HTML.Writer) {
  guard let card else { return blank(&page) }
  let digits = VietnameseName.searchWords(card).joined()
  let isFound = found.contains { $0.count > 2 && digits.hasPrefix($0) }
  if isFound { page.markup("<mark>") }
  page.text(card)
  if isFound { page.markup("</mark>") }
}

/// A state: the ordinary one in plain words, what departs from it with a shape besides.
private func state(_ code: String, into page: inout HTML.Writer) {
  switch code {
  case "official": break
  case "probationary": page.markup("<span class=\"state watch\">")
  case "suspended": page.markup("<span class=\"state bad\">")
  default: page.markup("<span class=\"state ring\">")
  }
  page.write(Phrase.state(code).leading)
  if code != "official" { page.markup("</span>") }
}
