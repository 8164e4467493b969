import Basics
package import Markup
import Phrases

/// The units directly below: then, later, the difference, each number opening on its own day.
package func unitComparisonView(_ model: UnitComparison, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let figure = Phrase.figure(model.code)
  let sentence = Phrase.comparedSentence(figure.text, model.unit.name, model.days.then, model.days.later)
  let files = viewpoint.opens.files ? ["csv", "xlsx"].map { file($0, model, viewpoint) } : []
  return page(
    frame,
    title: sentence,
    content: """
      \(unitHeading(model.unit, model.path, sentence, frame, actions: files))
      \(unitTabs(model.unit.key, viewpoint, current: .comparison))
      \(againstForm(model.against, frame))
      \(model.absentOn.map(absence))
      <section class="panel" aria-labelledby="units"><header><h2 id="units">\(Phrase.unitsCompared)</h2>\
      <span class="aside">\(Phrase.unitsInAll(model.rows.count))</span></header>
      \(choices(model, viewpoint))
      \(model.rows.isEmpty ? emptyView(.noUnitsBelow, why: .noUnitsOfKindMeaning) : table(model, viewpoint))
      </section>
      """
  )
}

private func file(_ format: String, _ model: UnitComparison, _ viewpoint: Viewpoint) -> HTML {
  let path = viewpoint.unitsCompared(
    model.unit.key,
    against: model.against,
    figure: model.code,
    file: "." + format
  )
  return """
    <a class="button small" rel="nofollow" download href="\(path: path)">\
    \(Phrase.exportLists(format.uppercased()))</a>
    """
}

/// By which figure the units are compared.
private func choices(_ model: UnitComparison, _ viewpoint: Viewpoint) -> HTML {
  let codes = ["members.total", "members.official", "members.probationary", "members.women"]
  return """
    <div class="inside chips">\(codes, { choice($0, model, viewpoint) })</div>
    """
}

private func choice(_ code: String, _ model: UnitComparison, _ viewpoint: Viewpoint) -> HTML {
  let isCurrent = code == model.code
  let path = viewpoint.unitsCompared(model.unit.key, against: model.against, figure: code)
  return """
    <a class="\(isCurrent ? "chip on" : "chip" as HTML)" href="\(path: path)"\
    \(attribute: "aria-current", isCurrent ? "true" : nil)>\(Phrase.figure(code))</a>
    """
}

private func table(_ model: UnitComparison, _ viewpoint: Viewpoint) -> HTML {
  let (then, later) = model.days
  let total = UnitComparison.Row(unit: model.unit, then: model.totals.then, later: model.totals.later)
  return Table(
    caption: "\(Phrase.unitsCompared): \(Phrase.figure(model.code))",
    columns: [
      Column(Phrase.unit.text), Column(Phrase.day(then).text, .number),
      Column(Phrase.day(later).text, .number),
      Column(Phrase.difference.text, .number),
    ],
    rows: model.rows,
    foot: HTML { write(total, model, viewpoint, isFoot: true, into: &$0) }
  ) { row, page in write(row, model, viewpoint, isFoot: false, into: &page) }.html
}

private func write(
  _ row: UnitComparison.Row,
  _ model: UnitComparison,
  _ viewpoint: Viewpoint,
  isFoot: Bool,
  into page: inout HTML.Writer
) {
  let (then, later) = model.days
  let key = row.unit.key
  page.markup("<tr><th scope=\"row\">")
  if isFoot {
    page.write(Phrase.total)
  } else {
    page.unit(row.unit, viewpoint.moved(to: row.later == nil ? then : later))
  }
  page.markup("</th>")
  for (count, day, mark) in [
    (row.then, then, Phrase.notThenMark), (row.later, later, Phrase.notLaterMark),
  ] {
    page.markup("<td class=\"num\">")
    if let count {
      page.figure(count, viewpoint.figure(model.code, of: key, on: day))
    } else {
      page.markup("<span class=\"state ring\">")
      page.write(mark)
      page.markup("</span>")
    }
    page.markup("</td>")
  }
  page.markup("<td class=\"num\">")
  let difference = (row.later ?? 0) - (row.then ?? 0)
  let isThere = row.later != nil
  let path = viewpoint.comparison(
    of: model.code,
    key,
    on: isThere ? later : then,
    against: isThere ? then : later
  )
  page.change(difference, path)
  page.markup("</td></tr>\n")
}

extension HTML.Writer {
  /// A difference that opens to who came and who went.
  mutating func change(_ difference: Int, _ path: Path) {
    guard path.isOpen else {
      write(Phrase.signed(difference))
      return
    }
    markup(difference == 0 ? "<a class=\"figure zero\" href=\"" : "<a class=\"figure\" href=\"")
    self.path(path)
    markup("\">")
    write(Phrase.signed(difference))
    markup("</a>")
  }
}
