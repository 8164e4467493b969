import Basics
import Markup
import Phrases
import Records
import Rules

/// How a subject was rated in the shorter rounds of the year, summed up, with what a creative criterion makes of it.
func periodsView(_ model: ReviewSubjectPage, _ frame: Frame) -> HTML? {
  let periods = model.line.facts.periods
  let creative = model.creative.map { creativeView($0.verdict, $0.book) }
  guard !periods.isEmpty || creative != nil else { return nil }
  let items = periods.ratings.map { rating -> HTML in
    let path = frame.viewpoint.review(rating.round.description, model.line.subject)
    let last = rating.days.end?.adding(days: -1) ?? rating.days.start
    return """
      <li><a href="\(path: path)">\(Phrase.reviewTerm(rating.term.rawValue)), \(Phrase.day(rating.days.start)) – \(Phrase.day(last))</a> \
      <b>\(Phrase.reviewClassShort(rating.rating.rawValue))</b>\
      \(rating.points.map { " <small>\(Phrase.reviewPoints($0.score))</small>" as HTML })</li>
      """
  }
  return """
    <section class="panel" aria-labelledby="periods"><header><h2 id="periods">\(Phrase.periodsTitle)</h2>\
    <span class="aside">\(Phrase.periodsCounted(periods.ratings.count))</span></header>
    \(periods.isEmpty ? nil : sums(periods))\
    \(items.isEmpty ? nil : "<ul class=\"found\">\(items, \.self)</ul><p class=\"inside quiet\">\(Phrase.periodsMeaning)</p>" as HTML)\
    \(startLink(model, frame))\(creative)</section>
    """
}

private func sums(_ periods: PeriodRatings) -> HTML {
  let classes = ReviewClass.allCases.compactMap { rating -> String? in
    let count = periods.count(rating)
    return count == 0 ? nil : "\(Phrase.reviewClassShort(rating.rawValue).text): \(count)"
  }
  var pairs: [(Phrase, String)] = [(.reviewRating, classes.joined(separator: "; "))]
  if let average = periods.average {
    pairs.append((.periodsAverage, Phrase.reviewPoints(average.score).text))
  }
  if let worst = periods.worst { pairs.append((.periodsWorst, Phrase.reviewClassShort(worst.rawValue).text)) }
  if let last = periods.last { pairs.append((.periodsLast, Phrase.reviewClassShort(last.rawValue).text)) }
  return "<dl class=\"pairs inside\">\(pairs, { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" })</dl>"
}

/// An evaluator who has said nothing yet may begin with the mean of the year's points.
private func startLink(_ model: ReviewSubjectPage, _ frame: Frame) -> HTML? {
  if model.startsFromPeriods { return "<p class=\"inside\">\(Phrase.startedFromPeriods)</p>" }
  guard model.line.facts.periods.average != nil, model.turns.contains(where: \.mayStartFromPeriods) else {
    return nil
  }
  let path = frame.viewpoint.review(model.key, model.line.subject).with("start", "periods")
  return "<p class=\"inside\"><a href=\"\(path: path)\">\(Phrase.startFromPeriods)</a></p>"
}

/// What was found of a criterion that is credited beside the class; what it weighs, people say.
private func creativeView(_ verdict: Verdict, _ book: Rulebook) -> HTML {
  let items = verdict.findings.map { finding -> HTML in
    """
    <li>\(Phrase(finding.clause.text)) \(truthView(finding))\
    <span class="detail">§ \(finding.clause.number) · \(confidenceView(finding.clause.confidence, finding.clause.sources))</span></li>
    """
  }
  return """
    <h3 class="inside">\(Phrase(book.title))</h3><ul class="found">\(items, \.self)</ul>
    """
}

/// The classes of the year in a line, below what was proposed.
func periodsInShort(_ periods: PeriodRatings) -> HTML? {
  guard !periods.isEmpty else { return nil }
  let classes = periods.ratings.map { Phrase.reviewClassShort($0.rating.rawValue).text }
  let points = periods.average.map { " · \(Phrase.reviewPoints($0.score).text)" } ?? ""
  return "<span class=\"detail\">\(Phrase.periodsInShort): \(classes.joined(separator: ", "))\(points)</span>"
}
