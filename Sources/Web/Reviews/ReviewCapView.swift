import Basics
import Markup
import Phrases
import Records
import Rules

/// How classes spread, and how each group stands against the cap: what is allowed, who is over, what moving one does.
func capView(_ model: ReviewDeskPage, _ frame: Frame) -> HTML? {
  guard !model.groups.isEmpty else { return nil }
  let cap = model.round.cap
  // A drawing for each of few; of many, for those alone that are over: the others are a line each.
  let isOver = { (group: ReviewDeskPage.Group) in (group.standing?.capped.over ?? 0) > 0 }
  let drawn = model.groups.filter { model.groups.count <= 3 || isOver($0) }
  let listed = model.groups.filter { model.groups.count > 3 && !isOver($0) }
  return """
    <section class="panel" aria-labelledby="cap"><header><h2 id="cap">\(Phrase.classesAndCap)</h2>\
    <span class="aside">\(cap.map { Phrase.capSet($0.percent, Phrase.capBase($0.base.rawValue).text) } ?? .noCapSet)</span></header>
    \(drawn.isEmpty ? nil : "<div class=\"inside stack\">\(drawn, { groupView($0, model, frame) })</div>" as HTML)\
    \(listed.isEmpty ? nil : groupTable(listed, frame))\
    <p class="inside quiet">\(Phrase.choiceIsYours)\(model.cap.map { cap in
      " § \(cap.clause): \(Phrase(cap.text))\(cap.confidence.isUnverified ? " (\(Phrase.unverifiedRule))" as HTML : nil)" as HTML
    })</p></section>
    """
}

private func groupView(_ group: ReviewDeskPage.Group, _ model: ReviewDeskPage, _ frame: Frame) -> HTML {
  let over = group.standing?.capped.over ?? 0
  let parts = classParts(group.counts, over: over) {
    Phrase.number($0).text
  } opening: { rating in
    frame.here(frame.query.among(group.key, rating)).at("whom")
  }
  let sentence = parts.map { "\($0.bar.label): \($0.bar.amountLabel)" }.joined(separator: "; ")
  let lowest = group.lowest.map { low -> HTML in
    """
    <li><a href="\(path: frame.viewpoint.review(model.key, low.subject))"><bdi lang="vi">\(low.name)</bdi></a> \
    <b>\(Phrase.reviewPoints(low.score))</b></li>
    """
  }
  return """
    <div class="stack"><h3>\(Phrase.capGroup(group.key))</h3>
    \(stackView(parts, sentence: sentence) { bar in bar.path.map { figureLink(bar.amount, $0) } ?? "<b>\(bar.amountLabel)</b>" })
    \(group.standing.map { standing in
      standingView(standing, frame.here(frame.query.among(group.key, .excellent)).at("whom"))
    })\
    \(lowest.isEmpty ? nil : "<ul class=\"legend\"><li>\(Phrase.lowestProposed)</li>\(lowest, \.self)</ul>")</div>
    """
}

/// Those of each class in groups that are within the cap, with what is allowed and what is left.
private func groupTable(_ groups: [ReviewDeskPage.Group], _ frame: Frame) -> HTML {
  let isCapped = groups.contains { $0.standing != nil }
  let classes = ReviewClass.allCases
  let table = Table(
    caption: Phrase.classesAndCap.text,
    columns: [Column(Phrase.capGroupTitle.text)]
      + classes.map { Column(Phrase.reviewClassShort($0.rawValue).text, .number) }
      + (isCapped ? [Column(Phrase.capAllowed.text, .number), Column(Phrase.capLeft.text, .number)] : []),
    rows: groups,
    isDense: true
  ) { group, page in
    page.markup("<tr><th scope=\"row\">")
    page.write(Phrase.capGroup(group.key))
    page.markup("</th>")
    for rating in classes {
      let count = group.counts[rating] ?? 0
      let path = frame.here(frame.query.among(group.key, rating)).at("whom")
      page.cell(.reviewClassShort(rating.rawValue), count > 0 ? figureLink(count, path) : "–", isNumber: true)
    }
    if isCapped {
      let allowed: HTML = group.standing.map { "\(Phrase.number($0.capped.allowed))" } ?? "–"
      page.cell(.capAllowed, allowed, isNumber: true)
      page.cell(.capLeft, group.standing.map { "\(Phrase.number($0.left))" } ?? "–", isNumber: true)
    }
    page.markup("</tr>\n")
  }
  return "<div class=\"stacks numbers\">\(table.html)</div>"
}

private func standingView(_ standing: CapStanding, _ proposed: Path) -> HTML {
  let capped = standing.capped
  var pairs: [(Phrase, HTML)] = [
    (.capProposed, standing.excellent > 0 ? figureLink(standing.excellent, proposed) : "\(Phrase.number(0))"),
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

/// The classes as parts of a whole, each in its own shade wherever it stands; what is over the cap stands out.
func classParts(
  _ counts: [ReviewClass: Int],
  over: Int = 0,
  _ amount: (Int) -> String,
  opening: (ReviewClass) -> Path? = { _ in nil }
) -> [StackPart] {
  var parts: [StackPart] = []
  func add(_ count: Int, _ name: Phrase, _ words: String, _ path: Path?, _ shade: StackPart.Shade) {
    guard count > 0 else { return }
    parts.append(StackPart(Bar(count, label: name.text, amountLabel: words, path: path), shade))
  }
  for rating in ReviewClass.allCases {
    let above = rating == .excellent ? over : 0
    let within = (counts[rating] ?? 0) - above
    // Who of those proposed is above the cap is for people to say: neither part has a list of its own.
    let name = above > 0 ? Phrase.withinCap : .reviewClassShort(rating.rawValue)
    add(within, name, amount(within), above > 0 ? nil : opening(rating), rating.shade)
    add(above, .aboveCap, "+" + amount(above), nil, .over)
  }
  return parts
}

extension ReviewClass {
  fileprivate var shade: StackPart.Shade {
    switch self {
    case .excellent: .strongest
    case .good: .strong
    case .completed: .light
    case .notCompleted: .faint
    }
  }
}

extension Phrase {
  /// Those that are capped together, in words.
  static func capGroup(_ group: CapGroup) -> Phrase {
    let words = [
      Phrase.reviewSort(group.sort.rawValue).text, group.kind.map { Phrase.unitKind($0.rawValue).text },
      group.sector.map { Phrase.sector($0.rawValue).text },
    ]
    return Phrase(verbatim: words.compactMap(\.self).joined(separator: " · "))
  }
}
