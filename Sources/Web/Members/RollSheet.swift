package import Markup
import Phrases

/// The roll of a unit for paper: everybody whom the filters leave, or those marked, on one page without end.
package struct RollSheet: Sendable {
  /// How many are printed at once.
  package static let most = 2000

  package var unit: UnitLink
  package var path: [UnitLink]
  package var search: String
  package var filters: [RollFilter]
  /// Whether only the marked rows are printed.
  package var isMarked: Bool
  package var matching: Int
  package var counts: MemberCounts
  package var rows: [RollRow]

  package init(
    unit: UnitLink,
    path: [UnitLink],
    search: String = "",
    filters: [RollFilter] = [],
    isMarked: Bool = false,
    matching: Int,
    counts: MemberCounts,
    rows: [RollRow]
  ) {
    self.unit = unit
    self.path = path
    self.search = search
    self.filters = filters
    self.isMarked = isMarked
    self.matching = matching
    self.counts = counts
    self.rows = rows
  }
}

/// The roll as an office hangs it up: the unit's path, the day, the count, and the columns that matter.
package func rollSheetView(_ sheet: RollSheet, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  return page(
    frame,
    title: Phrase(verbatim: "\(Phrase.rollTitle), \(sheet.unit.name)"),
    isLandscape: true,
    content: """
      <article class="hung">
      <p class="actions"><button class="button primary" type="button" data-print hidden>\(Phrase.print)</button>\
      <a class="button" href="\(path: frame.here(rollQuery(frame)))">\(Phrase.backToRoll)</a>\
      <span class="hint">\(Phrase.printIsLogged)</span></p>
      <header><p class="above">\(sheet.path.dropLast(), { "<bdi lang=\"vi\">\($0.name)</bdi> " })</p>\
      <p class="of"><bdi lang="vi">\(sheet.unit.name)</bdi></p>
      <h1>\(Phrase.rollTitle)</h1>
      <p>\(Phrase.rollOn(viewpoint.on))\(narrowed(sheet))</p>
      <p><b>\(count(sheet))</b></p></header>
      \(sheet.rows.count < sheet.matching && !sheet.isMarked
        ? "<p class=\"message warning\" role=\"note\">\(Phrase.printedOnly(sheet.rows.count, of: sheet.matching))</p>" : nil)
      \(table(sheet, frame))
      <footer class="signatures"><p>\(Phrase.drawnUpBy)</p><p>\(Phrase.forTheCommittee)</p></footer>
      </article>
      """
  )
}

private func narrowed(_ sheet: RollSheet) -> HTML? {
  var words = sheet.filters.map(\.words.text)
  if !sheet.search.isEmpty { words.insert(Phrase.found(sheet.search).text, at: 0) }
  guard !words.isEmpty else { return nil }
  return " · \(words.joined(separator: " · "))"
}

private func count(_ sheet: RollSheet) -> Phrase {
  if sheet.isMarked { return .markedRows(sheet.rows.count) }
  let isWhole = sheet.filters.isEmpty && sheet.search.isEmpty
  return isWhole
    ? .wholeRoll(sheet.counts.total, official: sheet.counts.official, women: sheet.counts.women)
    : .partOfRoll(sheet.matching)
}

private func table(_ sheet: RollSheet, _ frame: Frame) -> HTML {
  let rows = sheet.rows.enumerated().map { (serial: $0.offset + 1, row: $0.element) }
  return Table(
    caption: Phrase.rollTitle.text,
    columns: [
      Column(Phrase.serial.text, .number), Column(Phrase.name.text), Column(Phrase.born.text, .number),
      Column(Phrase.sexTitle.text), Column(Phrase.ethnicity.text), Column(Phrase.card.text),
      Column(Phrase.cell.text), Column(Phrase.postTitle.text), Column(Phrase.admittedOn.text, .number),
      Column(Phrase.officialSince.text, .number), Column(Phrase.remarks.text),
    ],
    rows: rows,
    isDense: true
  ) { numbered, page in
    write(numbered.row, numbered.serial, into: &page)
  }.html
}

private func write(_ row: RollRow, _ serial: Int, into page: inout HTML.Writer) {
  page.markup("<tr><td class=\"num\">")
  page.write(Phrase.number(serial))
  page.markup("</td><th scope=\"row\">")
  page.name(row.person.name)
  page.markup("</th><td class=\"num whole\">")
  if let born = row.born { page.write(Phrase.birth(born)) }
  page.markup("</td><td>")
  page.write(Phrase.sexShort(row.sex))
  page.markup("</td><td class=\"whole\">")
  page.text(row.ethnicity ?? "")
  page.markup("</td><td class=\"whole\">")
  page.text(row.card ?? "")
  page.markup("</td><td>")
  page.text(row.cell.name)
  page.markup("</td><td>")
  if let post = row.post { page.write(Phrase.post(post).leading) }
  page.markup("</td><td class=\"num whole\">")
  page.write(Phrase.day(row.admitted))
  page.markup("</td><td class=\"num whole\">")
  if let official = row.official { page.write(Phrase.day(official)) }
  page.markup("</td><td>")
  if let due = row.due { page.write(Phrase.dueOn(due).leading) }
  for tie in row.ties { page.write(Phrase.tiedAt(tie)) }
  page.markup("</td></tr>\n")
}
