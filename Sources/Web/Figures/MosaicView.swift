import Markup
import Phrases

/// The bands by which units are toned in the mosaic, from the smallest.
private let bands: [(low: Int, high: Int?)] = [(0, 499), (500, 999), (1000, 1999), (2000, nil)]

/// Every unit below as one tile, toned by its size, and the bands with how many units each holds.
func mosaicView(_ board: Board, _ viewpoint: Viewpoint) -> HTML? {
  guard board.rows.count > 1 else { return nil }
  return """
    <section class="panel" aria-labelledby="sizes"><header><h2 id="sizes">\(Phrase.bySize)</h2>\
    <span class="aside">\(Phrase.number(board.rows.count))</span></header>
    <div class="inside"><ul class="mosaic">\(board.rows, into: { tile($0, viewpoint, into: &$1) })</ul>
    <ul class="legend">\(bands.indices.reversed(), { legendLine($0, board.rows) })</ul></div></section>
    """
}

private func band(of members: Int) -> Int {
  bands.firstIndex { members <= ($0.high ?? Int.max) } ?? 0
}

private func shade(_ band: Int) -> StaticString {
  switch band {
  case 0: "a1"
  case 1: "a2"
  case 2: "a3"
  default: "a4"
  }
}

private func tile(_ row: UnitRow, _ viewpoint: Viewpoint, into page: inout HTML.Writer) {
  let words = "\(row.unit.name): \(Phrase.number(row.counts.total))"
  page.markup("<li><a class=\"")
  page.markup(shade(band(of: row.counts.total)))
  page.markup("\" href=\"")
  page.path(viewpoint.unit(row.unit.key))
  page.markup("\"")
  page.attribute("title", words)
  page.markup("><span class=\"unseen\">")
  page.text(words)
  page.markup("</span></a></li>")
}

private func legendLine(_ index: Int, _ rows: [UnitRow]) -> HTML {
  let count = rows.count { band(of: $0.counts.total) == index }
  let range = bands[index]
  return """
    <li><span class="swatch \(HTML(stringLiteral: shade(index)))"></span>\
    \(Phrase.sizeBand(range.low, range.high)) <b>\(Phrase.number(count))</b></li>
    """
}
