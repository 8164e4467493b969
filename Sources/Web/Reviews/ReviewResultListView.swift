import Basics
import Markup
import Phrases
import Records
import Rules

/// The published results of a unit, as they hang on its wall: on A4 too.
func reviewResultsView(_ model: ReviewResultList, in frame: Frame) -> HTML {
  let rest = frame.query.without("rating", "done", "after", "before", "print")
  let chips = ReviewClass.allCases.filter { (model.counts[$0] ?? 0) > 0 || model.rating == $0 }.map {
    rating -> HTML in
    let isOn = model.rating == rating
    return """
      <a class="\(isOn ? "chip on" : "chip" as HTML)"\(attribute: "aria-current", isOn ? "true" : nil) \
      href="\(path: frame.here(isOn ? rest : rest.with("rating", rating.rawValue)))">\
      \(Phrase.reviewClassShort(rating.rawValue)) \(Phrase.number(model.counts[rating] ?? 0))</a>
      """
  }
  var actions =
    model.opensSubjects
    ? fileLinks { frame.viewpoint.resultsFile(model.unit.key, $0, round: model.key) } : []
  let all = frame.query.without("after", "before", "done", "print")
  if model.isForPaper {
    actions = [
      "<a class=\"button\" href=\"\(path: frame.here(all))\">\(Phrase.backToResults)</a>",
      "<button class=\"button primary\" type=\"button\" data-print hidden>\(Phrase.print)</button>",
    ]
  } else if model.previous != nil || model.next != nil {
    actions.append(
      """
      <a class="button small" href="\(path: frame.here(all.with("print", "all")))" rel="nofollow">\
      \(Phrase.printAll(model.count))</a>
      """
    )
  }
  let pages = pager(model.previous, model.next, all, frame)
  let hash: HTML? = model.round.hash.map { hash in
    """
    <p class="quiet">\(Phrase.roundHash) (<bdi lang="vi">\(model.holder.name)</bdi>): <code class="long">\(hash)</code></p>
    """
  }
  return page(
    frame,
    title: Phrase(verbatim: "\(Phrase.resultsTitle) · \(model.unit.name)"),
    content: """
      \(paperHead(model.unit, path: model.path, frame))
      \(unitHeading(
        model.unit, model.path, .resultsMeaning(model.unit.name, model.round.counted), frame,
        topic: Phrase(verbatim: model.round.title), actions: actions
      ))
      \(model.isForPaper ? "<p class=\"hint no-print\">\(Phrase.printIsLogged)</p>" as HTML : nil)
      \(model.opensSubjects ? reviewTabs(model.key, model.unit.key, model.round, .results, frame) : nil)
      \(model.objections.said(besides: []).map(messageView))
      <nav class="chips no-print" aria-label="\(Phrase.reviewRating)">\
      <a class="\(model.rating == nil ? "chip on" : "chip" as HTML)" href="\(path: frame.here(rest))">\
      \(Phrase.allOfThem)</a>\(chips, \.self)</nav>
      <section class="panel" aria-labelledby="results"><header><h2 id="results">\(Phrase.resultsTitle)</h2>\
      <span class="aside">\(summary(model.counts))\(range(model))</span></header>
      \(model.rows.isEmpty ? emptyView(.nobodyRated, why: .nobodyRatedMeaning) : "<div class=\"stacks\">\(table(model, frame))</div>")\
      \(pages.map { "<footer class=\"table-foot no-print\">\($0)</footer>" as HTML })</section>
      \(below(model, frame))\(hash)<p class="quiet">\(Phrase.resultsAsPublished)</p>
      \(listingForm(model, frame))\(paperSigns())
      """
  )
}

private func summary(_ counts: [ReviewClass: Int]) -> String {
  ReviewClass.allCases.compactMap { rating in
    counts[rating].map { "\(Phrase.reviewClassShort(rating.rawValue).text) \($0)" }
  }
  .joined(separator: "; ")
}

/// Which of them the page shows, where it does not show all.
private func range(_ model: ReviewResultList) -> HTML? {
  guard !model.rows.isEmpty, model.rows.count < model.count else { return nil }
  let last = model.firstSerial + model.rows.count - 1
  return " · \(Phrase.range(model.firstSerial, last, of: model.count))"
}

private func table(_ model: ReviewResultList, _ frame: Frame) -> HTML {
  Table(
    caption: Phrase.resultsTitle.text,
    columns: [
      Column(Phrase.reviewSubject.text), Column(Phrase.reviewRating.text),
      Column(Phrase.reviewScore.text, .number), Column(Phrase.resultReason.text),
    ],
    rows: model.rows,
    isDense: true
  ) { row, page in
    let path = frame.viewpoint.review(model.key, row.subject)
    let name: HTML =
      model.opensSubjects
      ? "<a href=\"\(path: path)\"><bdi lang=\"vi\">\(row.name)</bdi></a>"
      : "<bdi lang=\"vi\">\(row.name)</bdi>"
    let unit: HTML? = row.subject.person == nil ? nil : " · <bdi lang=\"vi\">\(row.unitName)</bdi>"
    page.piece(
      """
      <tr><th scope="row">\(name)<span class="detail">\(Phrase.reviewSort(row.sort.rawValue))\(unit)</span></th>
      """
    )
    let rating: HTML =
      row.rating.map { "<b>\(Phrase.reviewClass($0.rawValue))</b>" }
      ?? "<span class=\"quiet\">\(Phrase.reviewState(row.state.rawValue))</span>"
    page.cell(.reviewRating, rating)
    page.piece(
      """
      <td class="num" data-head="\(Phrase.reviewScore)">\(row.score.map { "\(Phrase.quantity($0))" as HTML })</td>
      """
    )
    page.cell(.resultReason, row.reason.map { "<bdi lang=\"vi\">\($0)</bdi>" })
    page.markup("</tr>\n")
  }.html
}

private func below(_ model: ReviewResultList, _ frame: Frame) -> HTML? {
  guard !model.below.isEmpty else { return nil }
  let items = model.below.map { unit -> HTML in
    "<li><a href=\"\(path: frame.viewpoint.results(model.key, of: unit.key))\"><bdi lang=\"vi\">\(unit.name)</bdi></a></li>"
  }
  return """
    <section class="panel no-print" aria-labelledby="below"><header><h2 id="below">\(Phrase.resultsBelow)</h2>\
    <span class="aside">\(Phrase.number(model.below.count))</span></header><ul class="found">\(items, \.self)</ul></section>
    """
}

/// To which members the results are listed: whoever holds the round says so.
private func listingForm(_ model: ReviewResultList, _ frame: Frame) -> HTML? {
  guard model.mayList else { return nil }
  let choices =
    [FormField.Choice("none", Phrase.listingAudience("none").text)]
    + ReviewListing.Audience.allCases.map { .init($0.rawValue, Phrase.listingAudience($0.rawValue).text) }
  return """
    <section class="panel no-print" aria-labelledby="listing"><header><h2 id="listing">\(Phrase.listResults)</h2></header>
    <form class="form narrow inside" method="post" action="\(path: .results(model.key, of: model.unit.key))">\
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))\
    \(FormField("audience", Phrase.listResultsTo.text, kind: .choice(choices), value: model.audience?.rawValue ?? "none").html)\
    <div class="actions"><button class="button">\(Phrase.listingSaved)</button></div></form></section>
    """
}
