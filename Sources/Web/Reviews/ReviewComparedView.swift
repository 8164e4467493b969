import Basics
import Markup
import Phrases
import Records
import Rules

/// How classes spread beside the round before and units alike: a bar for each, and the numbers with the lists behind.
func comparedView(_ model: ReviewDeskPage, _ frame: Frame) -> HTML? {
  let compared = model.compared
  guard compared.this.total + (compared.before?.column.total ?? 0) + (compared.alike?.column.total ?? 0) > 0
  else { return nil }
  var columns: [(title: Phrase, detail: String?, column: ReviewCompared.Column)] = [
    (.thisTime, nil, compared.this)
  ]
  if let before = compared.before, !before.parts.isEmpty {
    columns.append((.roundBefore, before.title, before.column))
  }
  if let alike = compared.alike { columns.append((.unitsAlike(alike.units), nil, alike.column)) }
  let table = Table(
    caption: Phrase.classesCompared.text,
    columns: [Column(Phrase.reviewRating.text)] + columns.map { Column($0.title.text, .number) },
    rows: ReviewClass.allCases,
    isDense: true,
    foot: totals(columns)
  ) { rating, page in
    page.markup("<tr><th scope=\"row\">")
    page.write(Phrase.reviewClassShort(rating.rawValue))
    page.markup("</th>")
    for (title, _, column) in columns { page.piece(share(rating, column, title)) }
    page.markup("</tr>\n")
  }
  return """
    <section class="panel" aria-labelledby="compared"><header><h2 id="compared">\(Phrase.classesCompared)</h2>\
    </header><div class="inside stack">\(columns.compactMap { spreadBar($0.title, $0.detail, $0.column) }, \.self)</div>
    <div class="stacks bands">\(table.html)</div>\(compared.before.flatMap(forebears))
    <p class="inside quiet">\(compared.before == nil ? "\(Phrase.noRoundBefore). " as HTML : nil)\
    \(compared.alike == nil ? Phrase.noUnitsAlike : .unitsAlikeMeaning)</p></section>
    """
}

/// From which units the numbers of the time before come, where the unit goes on from others since: each with its list.
private func forebears(_ before: ReviewCompared.Before) -> HTML? {
  guard !before.closed.isEmpty || before.parts.contains(where: { $0.forebear != nil }) else { return nil }
  let parts = before.parts.map { part -> HTML in
    let way = part.forebear.map { forebear in
      " <span class=\"detail\">\(Phrase.goesOnFrom(forebear.day, isShared: forebear.isShared, isAlone: part.isAlone))</span>"
        as HTML
    }
    return """
      <li><a href="\(path: part.path)"><bdi lang="vi">\(part.unit.name)</bdi></a>: \(Phrase.number(part.total))\(way)</li>
      """
  }
  let closed = before.closed.map { unit -> HTML in
    "<li><bdi lang=\"vi\">\(unit.name)</bdi> <span class=\"detail\">\(Phrase.notCountedForYou)</span></li>"
  }
  return "<h3 class=\"inside\">\(Phrase.beforeIsOf)</h3><ul class=\"found\">\(parts + closed, \.self)</ul>"
}

private func spreadBar(_ title: Phrase, _ detail: String?, _ column: ReviewCompared.Column) -> HTML? {
  guard column.total > 0 else { return nil }
  let parts = classParts(column.counts) { Phrase.percent($0, of: column.total).text }
  let shares = parts.map { "\($0.bar.label) \($0.bar.amountLabel)" }
  let sentence = "\(title.text): " + shares.joined(separator: "; ")
  return """
    <div><h3>\(title)\(detail.map { " <small><bdi lang=\"vi\">\($0)</bdi></small>" as HTML })</h3>
    \(stackView(parts, sentence: sentence) { "<b>\($0.amountLabel)</b>" })</div>
    """
}

private func share(_ rating: ReviewClass, _ column: ReviewCompared.Column, _ title: Phrase) -> HTML {
  let count = column.counts[rating] ?? 0
  let number: HTML =
    if let path = column.path, count > 0 {
      figureLink(count, path.with("rating", rating.rawValue))
    } else {
      "\(Phrase.number(count))"
    }
  return """
    <td class="num" data-head="\(title)">\(number)\
    \(column.total > 0 ? " <small class=\"quiet\">\(Phrase.percent(count, of: column.total))</small>" as HTML : nil)</td>
    """
}

private func totals(_ columns: [(title: Phrase, detail: String?, column: ReviewCompared.Column)]) -> HTML {
  let cells = columns.map { title, _, column -> HTML in
    let number: HTML =
      if let path = column.path, column.total > 0 {
        figureLink(column.total, path)
      } else {
        "\(Phrase.number(column.total))"
      }
    return "<td class=\"num\" data-head=\"\(title)\">\(number)</td>"
  }
  return "<tr><th scope=\"row\">\(Phrase.allRatings)</th>\(cells, \.self)</tr>"
}

/// Whom a body put in which class.
func givenClassesView(_ model: GivenClassesPage, in frame: Frame) -> HTML {
  let rest = frame.query.without("rating", "after", "before")
  let all = model.counts.values.reduce(0, +)
  let chips = ReviewClass.allCases.filter { (model.counts[$0] ?? 0) > 0 || model.rating == $0 }.map {
    rating -> HTML in
    let isOn = model.rating == rating
    return """
      <a class="\(isOn ? "chip on" : "chip" as HTML)"\(attribute: "aria-current", isOn ? "true" : nil) \
      href="\(path: frame.here(isOn ? rest : rest.with("rating", rating.rawValue)))">\
      \(Phrase.reviewClassShort(rating.rawValue)) \(Phrase.number(model.counts[rating] ?? 0))</a>
      """
  }
  let table = Table(
    caption: Phrase.classesGiven.text,
    columns: [
      Column(Phrase.reviewSubject.text), Column(Phrase.reviewRating.text), Column(Phrase.reviewScore.text),
      Column(Phrase.resultReason.text),
    ],
    rows: model.rows,
    isDense: true
  ) { line, page in
    let row = line.value
    let path = frame.viewpoint.review(line.round, row.subject)
    let unit: HTML? =
      row.subject.person == nil
      ? (row.subject.word == "collective" ? "\(Phrase.reviewSort("collective"))" : nil)
      : "<bdi lang=\"vi\">\(row.unitName)</bdi>"
    let by: HTML? = line.by.map { "<span class=\"detail\">\(Phrase.ratedBy($0))</span>" }
    page.piece(
      """
      <tr><th scope="row"><a href="\(path: path)"><bdi lang="vi">\(row.name)</bdi></a>\
      \(unit.map { "<span class=\"detail\">\($0)</span>" as HTML })\(by)</th>
      """
    )
    let proposed: HTML? = row.isDecided ? nil : " <small class=\"quiet\">\(Phrase.proposedOnly)</small>"
    page.cell(.reviewRating, "<b>\(Phrase.reviewClassShort(row.rating.rawValue))</b>\(proposed)")
    page.cell(.reviewScore, row.score.map { "\(Phrase.quantity($0))" })
    page.cell(.resultReason, row.reason.map { "<bdi lang=\"vi\">\($0)</bdi>" })
    page.markup("</tr>\n")
  }
  let meaning: Phrase =
    model.before == nil ? .classesGivenMeaning(model.unit.name) : .classesBeforeMeaning(model.unit.name)
  return page(
    frame,
    title: Phrase(verbatim: "\(Phrase.classesGiven) · \(model.unit.name)"),
    content: """
      \(unitHeading(model.unit, model.path, meaning, frame, topic: .classesGiven))
      \(reviewTabs(model.key, model.unit.key, model.round, .classes, frame))
      <nav class="chips" aria-label="\(Phrase.reviewRating)">\
      <a class="\(model.rating == nil ? "chip on" : "chip" as HTML)" href="\(path: frame.here(rest))">\
      \(Phrase.allOfThem) \(Phrase.number(all))</a>\(chips, \.self)</nav>
      <section class="panel" aria-labelledby="given"><header><h2 id="given"><bdi lang="vi">\(model.before ?? model.round.title)</bdi></h2>\
      \(model.rows.isEmpty ? nil : "<span class=\"aside\">\(Phrase.range(model.firstSerial, model.firstSerial + model.rows.count - 1, of: model.count))</span>")</header>
      \(model.rows.isEmpty ? emptyView(.nobodyRated, why: .nobodyRatedMeaning) : "<div class=\"stacks\">\(table.html)</div>")\
      \(pager(model.previous, model.next, frame.query.without("after", "before"), frame).map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
      """
  )
}

/// The units like one, each with what it gave.
func unitsAlikeView(_ model: UnitsAlikePage, in frame: Frame) -> HTML {
  let classes = model.rating.map { [$0] } ?? ReviewClass.allCases
  let table = Table(
    caption: Phrase.classesCompared.text,
    columns: [Column(Phrase.unitWord.text)]
      + classes.map { Column(Phrase.reviewClassShort($0.rawValue).text, .number) }
      + [Column(Phrase.allRatings.text, .number)],
    rows: model.rows,
    isDense: true
  ) { row, page in
    let path = frame.viewpoint.givenClasses(model.key, of: row.unit.description)
    page.piece(
      """
      <tr><th scope="row"><a href="\(path: frame.viewpoint.review(model.key, of: row.unit.description))">\
      <bdi lang="vi">\(row.name)</bdi></a></th>
      """
    )
    for rating in classes {
      let count = row.counts[rating] ?? 0
      page.piece(
        """
        <td class="num" data-head="\(Phrase.reviewClassShort(rating.rawValue))">\
        \(figureLink(count, path.with("rating", rating.rawValue)))</td>
        """
      )
    }
    page.piece(
      "<td class=\"num\" data-head=\"\(Phrase.allRatings)\">\(figureLink(row.total, path))</td></tr>\n"
    )
  }
  return page(
    frame,
    title: Phrase(verbatim: "\(Phrase.classesCompared) · \(model.unit.name)"),
    content: """
      \(unitHeading(model.unit, model.path, .unitsAlikeMeaning, frame, topic: .classesCompared))
      \(reviewTabs(model.key, model.unit.key, model.round, nil, frame))
      <section class="panel" aria-labelledby="alike"><header><h2 id="alike">\(Phrase.unitsAlike(model.count))</h2>\
      <span class="aside">\(model.rating.map { "\(Phrase.reviewClassShort($0.rawValue)): " as HTML })\(Phrase.number(model.sum))</span></header>
      \(model.rows.isEmpty ? emptyView(.noUnitsAlike, why: .unitsAlikeMeaning) : "<div class=\"stacks bands\">\(table.html)</div>")\
      \(pager(model.previous, model.next, frame.query.without("after", "before"), frame).map { pager -> HTML in
        """
        <footer class="table-foot"><span>\(Phrase.range(model.firstSerial, model.firstSerial + model.rows.count - 1, of: model.count))</span>\(pager)</footer>
        """
      })</section>
      """
  )
}
