import Basics
import Markup
import Phrases
import Records
import Rules

/// How classes spread, and how each group stands against the cap: what is allowed, who is over, what moving one does.
func capView(_ model: ReviewDeskPage, _ frame: Frame) -> HTML? {
  guard !model.groups.isEmpty else { return nil }
  let cap = model.round.cap
  return """
    <section class="panel" aria-labelledby="cap"><header><h2 id="cap">\(Phrase.classesAndCap)</h2>\
    <span class="aside">\(cap.map { Phrase.capSet($0.percent, Phrase.capBase($0.base.rawValue).text) } ?? .noCapSet)</span></header>
    <div class="inside stack">\(model.groups, { groupView($0, model, frame) })\
    <p class="quiet">\(Phrase.choiceIsYours)\(model.cap.map { cap in
      " § \(cap.clause): \(Phrase(cap.text))\(cap.confidence.isUnverified ? " (\(Phrase.unverifiedRule))" as HTML : nil)" as HTML
    })</p></div></section>
    """
}

private func groupView(_ group: ReviewDeskPage.Group, _ model: ReviewDeskPage, _ frame: Frame) -> HTML {
  let name = [
    Phrase.reviewSort(group.key.sort.rawValue).text, group.key.kind.map { Phrase.unitKind($0.rawValue).text },
    group.key.sector.map { Phrase.sector($0.rawValue).text },
  ].compactMap(\.self).joined(separator: " · ")
  let over = group.standing?.capped.over ?? 0
  let bars = ReviewClass.allCases.compactMap { rating -> Bar? in
    guard let count = group.counts[rating], count > 0 else { return nil }
    return Bar(
      count,
      label: Phrase.reviewClassShort(rating.rawValue).text,
      amountLabel: String(count),
      isMarked: rating == .excellent && over > 0
    )
  }
  let sentence = bars.map { "\($0.label): \($0.amountLabel)" }.joined(separator: "; ")
  let lowest = group.lowest.map { low -> HTML in
    """
    <li><a href="\(path: frame.viewpoint.review(model.key, low.subject))"><bdi lang="vi">\(low.name)</bdi></a> \
    <small>\(Phrase.reviewPoints(low.score))</small></li>
    """
  }
  return """
    <div class="stack"><h3>\(name)</h3>\(Chart.stack(bars, sentence: sentence).html)
    <ul class="legend plain-list">\(bars, { "<li>\($0.label) <b>\($0.amountLabel)</b></li>" })</ul>
    \(group.standing.map(standingView))\
    \(lowest.isEmpty ? nil : "<p>\(Phrase.lowestProposed)</p><ul class=\"plain-list\">\(lowest, \.self)</ul>")</div>
    """
}

private func standingView(_ standing: CapStanding) -> HTML {
  let capped = standing.capped
  var pairs: [(Phrase, HTML)] = [
    (.capProposed, "\(Phrase.number(standing.excellent))"),
    (.capAllowed, "<b>\(Phrase.number(capped.allowed))</b>"),
  ]
  if capped.over > 0 {
    pairs += [
      (.capOver, "<span class=\"state bad\">\(Phrase.number(capped.over))</span>"),
      (.capToMove, "\(Phrase.number(standing.toMoveDown))"),
      (.capInTheEnd, "\(Phrase.finalClasses(capped.finalExcellent, capped.finalGood))"),
    ]
    if let next = standing.withOneMovedDown {
      pairs.append((.capMovingOne, "\(Phrase.finalClasses(next.capped.allowed, next.good))"))
    }
  } else {
    pairs.append((.capLeft, "\(Phrase.number(standing.left))"))
  }
  return """
    <dl class="standing">\(pairs, { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })</dl>
    """
}
