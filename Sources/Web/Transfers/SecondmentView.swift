import Basics
import Markup
import Phrases
import Records
import Rules

/// Who is lent to a unit, or from it: how many people and units in all, by kind and by post, and each of them.
func secondmentDeskView(_ model: SecondmentDesk, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let query = frame.query.without("after", "before")
  let pages = pager(model.previous, model.next, query, frame)
  let count: Phrase = .secondedPeople(model.matching.people, model.matching.hosts)
  return page(
    frame,
    title: Phrase(verbatim: "\(Phrase.secondments) · \(model.unit.name)"),
    isLandscape: true,
    content: """
      \(unitHeading(model.unit, model.path, .secondmentsSentence(viewpoint.on), frame, topic: .secondments))
      \(tiesTabs(model.unit.key, .secondments, viewpoint))
      <p>\(Phrase.secondmentSide(model.side.rawValue)) · \
      <a href="\(path: viewpoint.secondments(model.unit.key, other(model.side)))">\
      \(Phrase.secondmentSide(other(model.side).rawValue))</a></p>
      \(model.kinds.isEmpty ? nil : summary(model, viewpoint))
      <section class="panel" aria-labelledby="listed"><header><h2 id="listed">\(count)</h2>\
      \(filter(model, viewpoint))<span class="aside">\(range(model))</span></header>
      \(model.rows.isEmpty ? emptyView(.noSecondments, why: .noSecondmentsMeaning) : table(model, viewpoint))\
      \(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
      """
  )
}

private func other(_ side: SecondmentQuestion.Side) -> SecondmentQuestion.Side {
  side == .host ? .home : .host
}

private func range(_ model: SecondmentDesk) -> HTML? {
  guard !model.rows.isEmpty else { return nil }
  return "\(Phrase.range(model.firstSerial, model.firstSerial + model.rows.count - 1, of: model.total))"
}

/// Which filter is on, and the way to all.
private func filter(_ model: SecondmentDesk, _ viewpoint: Viewpoint) -> HTML? {
  guard model.kind != nil || model.post != nil else { return nil }
  let words = [model.post.map { Phrase.post($0).text }, model.kind.map { Phrase.unitKind($0.rawValue).text }]
    .compactMap { $0 }.joined(separator: " · ")
  let all = viewpoint.secondments(model.unit.key, model.side)
  return "<span class=\"aside\">\(words) · <a href=\"\(path: all)\">\(Phrase.showAll)</a></span>"
}

/// The numbers, each opening to its rows.
private func summary(_ model: SecondmentDesk, _ viewpoint: Viewpoint) -> HTML {
  let all = SecondmentDesk.Line(count: model.all)
  return """
    <section class="panel" aria-labelledby="counted"><header><h2 id="counted">\(Phrase.howMany)</h2></header>\
    \(Table(
      caption: Phrase.howMany.text,
      columns: [
        Column(Phrase.hostKind.text), Column(Phrase.postTitle.text), Column(Phrase.peopleCount.text, .number),
        Column(Phrase.hostUnits.text, .number),
      ],
      rows: [all] + model.kinds + model.posts,
      isDense: true
    ) { line, page in
      let path = viewpoint.secondments(model.unit.key, model.side, kind: line.kind, post: line.post)
      page.markup("<tr><th scope=\"row\">")
      page.write(line.kind.map { Phrase.unitKind($0.rawValue).leading } ?? Phrase.inAll)
      page.markup("</th><td>")
      if let post = line.post { page.write(Phrase.post(post).leading) }
      page.markup("</td><td class=\"num\">")
      page.figure(line.count.people, path)
      page.markup("</td><td class=\"num\">")
      page.figure(line.count.hosts, path)
      page.markup("</td></tr>\n")
    }.html)\
    <ul class="inside found">\(codes(model.side), { "<li>\(figureOf($0, model.unit.key, viewpoint))</li>" as HTML })</ul></section>
    """
}

/// The figures that say the same, to be seen by unit and day.
private func codes(_ side: SecondmentQuestion.Side) -> [String] {
  side == .host ? ["guests.seconded", "units.hosts"] : ["members.seconded"]
}

func figureOf(_ code: String, _ unit: String, _ viewpoint: Viewpoint) -> HTML {
  "<a href=\"\(path: viewpoint.figure(code, of: unit))\">\(Phrase.figure(code))</a>"
}

private func table(_ model: SecondmentDesk, _ viewpoint: Viewpoint) -> HTML {
  Table(
    caption: Phrase.secondments.text,
    columns: [
      Column(Phrase.member.text, order: .ascending), Column(Phrase.homeCell.text),
      Column(Phrase.takesPartIn.text),
      Column(Phrase.postTitle.text), Column(Phrase.daysOfTie.text), Column(Phrase.decision.text),
    ],
    rows: model.rows,
    isDense: true
  ) { row, page in
    page.markup("<tr><th scope=\"row\">")
    page.piece(personView(row.person, opens: row.opensPerson, viewpoint))
    page.markup("</th><td>")
    page.piece(placeView(row.home, viewpoint))
    page.markup("</td><td>")
    page.piece(placeView(row.host, viewpoint))
    page.markup("</td><td>")
    page.text(row.posts.map { Phrase.post($0).leading.text }.joined(separator: ", "))
    page.markup("</td><td>")
    page.write(Phrase.span(row.span))
    page.markup("</td><td>")
    page.text(row.cited ?? "")
    page.markup("</td></tr>\n")
  }.html
}
