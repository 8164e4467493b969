package import Basics
package import Markup
package import Phrases

/// A page that says why there is nothing else to show.
private func plainPage(_ frame: Frame, _ title: Phrase, _ lines: HTML) -> HTML {
  page(
    frame,
    title: title,
    content: """
      <section class="plain"><h1>\(title)</h1>\(lines)
      <p class="actions"><a class="button" href="\(path: frame.viewpoint.board)">\(Phrase.backToBoard)</a></p>
      </section>
      """
  )
}

/// Nothing is there, or nothing that this viewer may know of: the page is the same for both.
package func notFoundView(in frame: Frame) -> HTML {
  plainPage(frame, .notFound, "<p>\(Phrase.notFoundMeaning)</p>")
}

/// A deed that is not the viewer's: what they may see, and how to ask for more.
package func notYoursView(in frame: Frame) -> HTML {
  plainPage(
    frame,
    .notYours,
    """
    <p>\(Phrase.yourReach(frame.viewer.role, frame.viewer.unit.name))</p><p>\(Phrase.howToAsk)</p>
    """
  )
}

/// The rules or the record said no: what, and by which clause.
package func refusedView(_ reasons: [Phrase], in frame: Frame) -> HTML {
  plainPage(frame, .refused, "<ul class=\"reasons\">\(reasons, { "<li>\($0)</li>" })</ul>")
}

/// Something large is being written, and so nothing else can be; pages that are not logged open meanwhile.
func busyView(again: Path?, in frame: Frame) -> HTML {
  plainPage(frame, .busyNow, "<p>\(Phrase.busyNowMeaning)</p>\(again.map(againLink))")
}

/// Something broke.
///
/// The request's number leads the administrator to what was written down.
package func failureView(request: String, in frame: Frame) -> HTML {
  plainPage(
    frame,
    .failed,
    """
    <p>\(Phrase.failedMeaning)</p><p class="quiet">\(Phrase.requestNumber(request))</p>
    """
  )
}

/// The same for a visitor of whom nothing is known, for whom there is no header.
package func failureView(request: String) -> HTML {
  document(
    title: "\(Phrase.failed) · Chibo",
    theme: .system,
    body: """
      <body><header class="top"><a class="brand" href="\(path: Path())" aria-label="Chibo">\(markDrawing())\
      <span>Chibo</span></a></header>
      <main id="main" class="page"><section class="plain"><h1>\(Phrase.failed)</h1>
      <p>\(Phrase.failedMeaning)</p><p class="quiet">\(Phrase.requestNumber(request))</p></section></main></body>
      """
  )
}

/// A unit that did not exist on the day shown: when it did, and the way to those days.
package func unitAbsentView(
  _ unit: UnitLink,
  existence: Span,
  on asked: CivilDate? = nil,
  in frame: Frame
) -> HTML {
  let viewpoint = frame.viewpoint
  let last = (existence.end ?? viewpoint.today.adding(days: 1)).adding(days: -1)
  let asked = asked ?? viewpoint.on
  let day = asked < existence.start ? existence.start : last
  return plainPage(
    frame,
    .notThatDay(unit.name, asked),
    """
    <p>\(Phrase.existedFromUntil(existence))</p>
    <p class="actions"><a class="button primary" href="\(path: viewpoint.moved(to: day).unit(unit.key))">\
    \(Phrase.showUnitOn(day))</a></p>
    """
  )
}

/// One sentence for a visitor of whom nothing is known, for whom there is no header; and the way to try again.
func plainView(_ title: Phrase, _ meaning: Phrase?, again: Path? = nil) -> HTML {
  document(
    title: "\(title) · Chibo",
    theme: .system,
    body: """
      <body><header class="top"><a class="brand" href="\(path: Path())" aria-label="Chibo">\(markDrawing())\
      <span>Chibo</span></a></header>
      <main id="main" class="page"><section class="plain"><h1>\(title)</h1>
      \(meaning.map { paragraph($0.text) })\(again.map(againLink))</section></main></body>
      """
  )
}

private func againLink(_ path: Path) -> HTML {
  "<p class=\"actions\"><a class=\"button primary\" href=\"\(path: path)\">\(Phrase.loadAgain)</a></p>"
}
