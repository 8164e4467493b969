import Basics
import Markup
import Phrases
import Records
import Rules

/// The scores as dots in groups, those worth a look ringed, in words and as a table.
func reviewScoresView(_ model: ReviewScores, in frame: Frame) -> HTML {
  let chips = ReviewScores.Way.allCases.map { way -> HTML in
    let isOn = model.way == way
    return """
      <a class="\(isOn ? "chip on" : "chip" as HTML)"\(attribute: "aria-current", isOn ? "true" : nil) \
      href="\(path: frame.here(frame.query.with("by", way.rawValue)))">\(way == .unit ? Phrase.groupByUnit : .groupByClass)</a>
      """
  }
  let hasScores = model.groups.contains { !$0.scores.isEmpty }
  return page(
    frame,
    title: Phrase(verbatim: "\(Phrase.scoresTitle) · \(model.unit.name)"),
    content: """
      \(unitHeading(model.unit, model.path, .scoresMeaning(model.unit.name), frame, topic: .scoresTitle))
      \(reviewTabs(model.key, model.unit.key, model.round, .scores, frame))
      <nav class="chips" aria-label="\(Phrase.scoresTitle)">\(chips, \.self)</nav>
      <section class="panel" aria-labelledby="dots"><header><h2 id="dots"><bdi lang="vi">\(model.round.title)</bdi></h2></header>
      \(hasScores ? "<div class=\"inside\">\(dots(model, frame))</div>" : emptyView(.noScores, why: .noScoresMeaning))</section>
      \(worthALook(model, frame))\(model.hints.map { hintsView($0, frame) })\(hasScores ? scoreTable(model, frame) : nil)
      """
  )
}

private func title(_ group: ReviewScores.Group) -> String {
  switch group.title {
  case .unit(let name): name
  case .sort(let sort): Phrase.reviewSort(sort.rawValue).text
  case .rating(let rating): Phrase.reviewClassShort(rating.rawValue).text
  }
}

private func dots(_ model: ReviewScores, _ frame: Frame) -> HTML {
  func place(_ score: Quantity) -> Int { Int(score.millionths / 100_000) }
  let rows = model.groups.filter { !$0.scores.isEmpty }.map { group in
    DotRow(
      title(group),
      group.dots.compactMap { entry in
        entry.dot.score.map { score in
          let rating = Phrase.reviewClassShort(entry.dot.rating.rawValue).text
          return Dot(
            place(score),
            label: "\(entry.name): \(Phrase.reviewPoints(score).text), \(rating)",
            isMarked: group.outliers.odd[entry.dot.subject] != nil,
            path: frame.viewpoint.review(model.key, entry.dot.subject)
          )
        }
      },
      middle: ReviewOutliers.median(of: group.scores).map(place)
    )
  }
  let sentence = model.groups.compactMap { group -> String? in
    guard let low = group.scores.min(), let high = group.scores.max() else { return nil }
    return Phrase.scoresOf(title(group), group.scores.count, low, high).text
  }
  return Chart.dots(rows, sentence: sentence.joined(separator: "; ")).html
}

/// What strikes, of whom, and why.
private func worthALook(_ model: ReviewScores, _ frame: Frame) -> HTML? {
  let items = model.groups.flatMap { group -> [HTML] in
    let ofAll = group.outliers.found.map { clause -> HTML in
      """
      <li><b><bdi lang="vi">\(title(group))</bdi></b> <span class="state watch">\(Phrase.reviewHint(clause))</span></li>
      """
    }
    let ofOne = group.dots.compactMap { entry -> HTML? in
      guard let odd = group.outliers.odd[entry.dot.subject] else { return nil }
      return """
        <li><a href="\(path: frame.viewpoint.review(model.key, entry.dot.subject))"><bdi lang="vi">\(entry.name)</bdi></a> \
        <small>\(odd.map { Phrase.reviewOdd($0).text }.joined(separator: "; "))</small></li>
        """
    }
    return ofAll + ofOne
  }
  guard !items.isEmpty else { return nil }
  return """
    <section class="panel" aria-labelledby="look"><header><h2 id="look">\(Phrase.worthALook)</h2>\
    <span class="aside">\(Phrase.number(items.count))</span></header><p class="inside quiet">\(Phrase.worthALookMeaning)</p>\
    <ul class="found">\(items, \.self)</ul></section>
    """
}

/// By which bounds something is worth a look, whose they are and how sure.
private func hintsView(_ hints: ReviewHints, _ frame: Frame) -> HTML {
  let telling = ConditionTelling(book: hints.book)
  let items = hints.clauses.map { clause -> HTML in
    """
    <li>\(Phrase(clause.text)) <span class="detail">\(telling.told(clause.condition)) · § \(clause.number) · \
    \(confidenceView(clause.confidence, clause.sources))</span></li>
    """
  }
  return """
    <details class="panel story"><summary>\(Phrase.hintsBy)</summary><p class="inside quiet">\(Phrase.hintsByMeaning) \
    <a href="\(path: frame.viewpoint.rulebook(hints.book.name))">\(Phrase(hints.book.title))</a></p>\
    <ul class="found">\(items, \.self)</ul></details>
    """
}

/// The same as a table: whoever has a class, group by group, the highest points first.
private func scoreTable(_ model: ReviewScores, _ frame: Frame) -> HTML {
  let rows = model.groups.flatMap { group in
    group.dots.sorted { ($0.dot.score ?? .zero) > ($1.dot.score ?? .zero) }.map { (group, $0) }
  }
  let table = Table(
    caption: Phrase.scoresTitle.text,
    columns: [
      Column(Phrase.reviewSubject.text), Column(Phrase.reviewScore.text, .number),
      Column(Phrase.reviewRating.text), Column(Phrase.tasksOnTimeOf.text), Column(Phrase.worthALook.text),
    ],
    rows: rows,
    isDense: true
  ) { row, page in
    let (group, entry) = row
    let path = frame.viewpoint.review(model.key, entry.dot.subject)
    page.piece(
      """
      <tr><th scope="row"><a href="\(path: path)"><bdi lang="vi">\(entry.name)</bdi></a>\
      <span class="detail"><bdi lang="vi">\(title(group))</bdi></span></th>\
      <td class="num" data-head="\(Phrase.reviewScore)">\(entry.dot.score.map { "\(Phrase.quantity($0))" as HTML })</td>
      """
    )
    page.cell(.reviewRating, "\(Phrase.reviewClassShort(entry.dot.rating.rawValue))")
    page.cell(.tasksOnTimeOf, "\(Phrase.number(entry.dot.onTime))/\(Phrase.number(entry.dot.assigned))")
    let odd = group.outliers.odd[entry.dot.subject]
    page.cell(.worthALook, odd.map { "\($0.map { Phrase.reviewOdd($0).text }.joined(separator: "; "))" })
    page.markup("</tr>\n")
  }
  let all = model.groups.flatMap(\.scores)
  let middle: HTML? = ReviewOutliers.median(of: all).map { ", \(Phrase.scoresMedian) \(Phrase.quantity($0))" }
  return """
    <details class="panel story"><summary>\(Phrase.scoresAsTable): \(Phrase.number(rows.count))\(middle)</summary>
    <div class="stacks">\(table.html)</div></details>
    """
}
