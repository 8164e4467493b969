import Basics
import Markup
import Phrases
import Records
import Rules

/// Who follows a unit and the cells below it: what was counted of each, then the assignments themselves.
func followersView(_ model: FollowersPage, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  var actions: [HTML] = []
  if model.mayAssign {
    actions.append(
      "<a class=\"button primary\" href=\"\(path: .assignFollower(model.unit.key))\">\(Phrase.assignFollower)</a>"
    )
  }
  let query = periodQuery(model.period)
  if model.takesFiles, model.total.count(.assigned) > 0 {
    actions += fileLinks { viewpoint.visitsFile(model.unit.key, $0, query) }
  }
  let pages = pager(model.previous, model.next, frame.query.without("after", "before"), frame)
  return page(
    frame,
    title: Phrase(verbatim: "\(Phrase.followersTitle) · \(model.unit.name)"),
    isLandscape: true,
    content: """
      \(unitHeading(model.unit, model.path, .followersSentence, frame, topic: .followersTitle, actions: actions))
      \(workTabs(model.unit.key, viewpoint, current: .meetings))
      \(model.count == 0 && model.rows.isEmpty
        ? "<section class=\"panel\">\(emptyView(.noFollowers, why: .noFollowersMeaning))</section>"
        : countsView(model, frame))
      \(model.count == 0 ? nil : """
        <section class="panel" aria-labelledby="assigned"><header><h2 id="assigned">\(Phrase.assignments)</h2>\
        <span class="aside">\(Phrase.range(model.firstSerial, model.firstSerial + model.lines.count - 1, of: model.count))</span></header>
        \(assignmentsTable(model, viewpoint))\
        \(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
        """)
      \(model.items.isEmpty ? nil : itemsPanel(model.items, viewpoint, mayClose: viewpoint.isNow))
      """
  )
}

private func periodQuery(_ period: Period) -> Query {
  Query().with("from", period.from.description).with("until", period.until.description)
}

/// The numbers of each follower, or of each cell; every one opens to as many meetings.
private func countsView(_ model: FollowersPage, _ frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let query = periodQuery(model.period)
  func tab(_ way: FollowersPage.Way, _ title: Phrase) -> Tab {
    Tab(
      title,
      viewpoint.followers(model.unit.key, query.with("by", way.rawValue)),
      isCurrent: model.way == way
    )
  }
  func cells(_ row: FollowersPage.Row, _ query: Query) -> [HTML] {
    VisitFigure.allCases.map { figure in
      let path = viewpoint.visits(model.unit.key, query.with("of", figure.rawValue))
      return """
        <td class="num" data-head="\(Phrase.visitFigure(figure.rawValue))">\(figureLink(row.count(figure), path))</td>
        """
    }
  }
  let table = Table(
    caption: Phrase.visitsTitle.text,
    columns: [Column((model.way == .follower ? Phrase.followerWord : .unit).text)]
      + VisitFigure.allCases.map { Column(Phrase.visitFigure($0.rawValue).text, .number) },
    rows: model.rows,
    isDense: true,
    foot: "<tr><th scope=\"row\">\(Phrase.total)</th>\(cells(model.total, query), \.self)</tr>"
  ) { row, page in
    page.markup("<tr><th scope=\"row\">")
    if model.way == .follower {
      page.markup("<a href=\"")
      page.path(viewpoint.following(ofPerson: row.key))
      page.markup("\">")
      page.name(row.name)
      page.markup("</a>")
    } else {
      page.markup("<a href=\"")
      page.path(viewpoint.followers(row.key, query))
      page.markup("\"><bdi lang=\"vi\">")
      page.text(row.name)
      page.markup("</bdi></a>")
    }
    page.markup("</th>")
    page.piece("\(cells(row, query.with(model.way.rawValue, row.key)), \.self)")
    page.markup("</tr>\n")
  }
  return """
    <section class="panel" aria-labelledby="counted"><header><h2 id="counted">\
    \(Phrase.visitsWithin(model.period.from, model.period.last))</h2></header>
    \(model.isCell ? nil : tabsView(.visitsTitle, [tab(.follower, .byFollower), tab(.cell, .byFollowedCell)]))
    <div class="stacks">\(table.html)</div></section>
    """
}

private func assignmentsTable(_ model: FollowersPage, _ viewpoint: Viewpoint) -> HTML {
  var columns = [
    Column(Phrase.followerWord.text), Column(Phrase.unit.text), Column(Phrase.assignedDays.text),
    Column(Phrase.assignedBy.text),
  ]
  if model.mayAssign { columns.append(Column(Phrase.recordCascade.text)) }
  let table = Table(
    caption: Phrase.assignments.text,
    columns: columns,
    rows: model.lines,
    isDense: true
  ) { line, page in
    page.markup("<tr><th scope=\"row\">")
    page.name(line.followerName)
    page.markup("</th>")
    page.cell(.unit, HTML(reserving: 128) { $0.unit(line.unitLink, viewpoint) })
    page.cell(.assignedDays, "\(Phrase.span(line.fact.span))")
    page.cell(.assignedBy, line.following.ground.map { "<bdi lang=\"vi\">\($0)</bdi>" })
    if model.mayAssign {
      let id = line.fact.id?.description ?? ""
      page.cell(
        .recordCascade,
        line.fact.span.end == nil
          ? "<a href=\"\(path: .endFollowing(id))\">\(Phrase.endFollowing)</a>" : nil
      )
    }
    page.markup("</tr>\n")
  }
  return "<div class=\"stacks\">\(table.html)</div>"
}

extension FollowingLine {
  var unitLink: UnitLink { UnitLink(following.unit.description, unitName) }
}

/// The meetings that followers were to come to.
func visitsView(_ model: VisitsPage, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let query = frame.query.without("after", "before")
  return page(
    frame,
    title: Phrase(verbatim: "\(Phrase.visitsTitle) · \(model.unit.name)"),
    isLandscape: true,
    content: """
      \(unitHeading(
        model.unit, model.path, .visitsWithin(model.period.from, model.period.last), frame, topic: .visitsTitle,
        actions: model.count == 0 ? [] : fileLinks { viewpoint.visitsFile(model.unit.key, $0, query) }
      ))
      <p><a href="\(path: viewpoint.followers(model.unit.key, periodQuery(model.period)))">\(Phrase.followersTitle)</a></p>
      \(figureChips(model.figure, frame))
      \(visitsPanel(model.rows, model.figure, (model.firstSerial, model.count), pager(model.previous, model.next, query, frame), viewpoint))
      """
  )
}

/// One figure after the other, the one shown standing out.
private func figureChips(_ current: VisitFigure, _ frame: Frame) -> HTML {
  let rest = frame.query.without("of", "after", "before")
  let chips = VisitFigure.allCases.map { figure -> HTML in
    let isOn = figure == current
    return """
      <a class="\(isOn ? "chip on" : "chip" as HTML)"\(attribute: "aria-current", isOn ? "true" : nil) \
      href="\(path: frame.here(rest.with("of", figure.rawValue)))">\(Phrase.visitFigure(figure.rawValue))</a>
      """
  }
  return "<nav class=\"chips\" aria-label=\"\(Phrase.visitsTitle)\">\(chips, \.self)</nav>"
}

private func visitsPanel(
  _ rows: [VisitLine],
  _ figure: VisitFigure,
  _ place: (first: Int, count: Int),
  _ pages: HTML?,
  _ viewpoint: Viewpoint,
  namesFollower: Bool = true
) -> HTML {
  let range = Phrase.range(place.first, place.first + rows.count - 1, of: place.count)
  var columns = [Column(Phrase.meetingWord.text), Column(Phrase.unit.text)]
  if namesFollower { columns.append(Column(Phrase.followerWord.text)) }
  columns.append(Column(Phrase.stateTitle.text))
  let table = Table(
    caption: Phrase.visitFigure(figure.rawValue).text,
    columns: columns,
    rows: rows,
    isDense: true
  ) { line, page in
    page.markup("<tr><th scope=\"row\"><a href=\"")
    page.path(viewpoint.meeting(line.meeting.description))
    page.markup("\">")
    page.write(Phrase.day(line.day))
    page.markup("</a> <span class=\"detail\">")
    page.write(Phrase.meetingKind(line.kind.rawValue))
    page.markup("</span></th>")
    page.cell(.unit, "<bdi lang=\"vi\">\(line.unitName)</bdi>")
    if namesFollower { page.cell(.followerWord, HTML(reserving: 64) { $0.name(line.followerName) }) }
    page.cell(.stateTitle, visitStateView(line.state))
    page.markup("</tr>\n")
  }
  return """
    <section class="panel" aria-labelledby="visits"><header><h2 id="visits">\(Phrase.visitFigure(figure.rawValue))</h2>\
    \(rows.isEmpty ? nil : "<span class=\"aside\">\(range)</span>" as HTML)</header>
    \(rows.isEmpty ? emptyView(.noVisits, why: .noVisitsMeaning) : "<div class=\"stacks\">\(table.html)</div>")\
    \(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
    """
}

private func visitStateView(_ state: VisitState) -> HTML {
  let tone: HTML =
    switch state {
    case .noted: "state good"
    case .noNote: "state watch"
    case .absent: "state bad"
    }
  return "<span class=\"\(tone)\">\(Phrase.visitState(state.rawValue))</span>"
}

/// The cells somebody follows: what comes next, what they owe, what is still open.
func followingView(_ model: FollowingPage, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let key = model.person.key
  let figures = VisitFigure.allCases.map { figure -> HTML in
    let path = viewpoint.following(ofPerson: key, periodQuery(model.period).with("of", figure.rawValue))
    return """
      <div><dt>\(Phrase.visitFigure(figure.rawValue))</dt>\
      <dd>\(figureLink(model.total.count(figure), path))</dd></div>
      """
  }
  let query = frame.query.without("after", "before")
  return page(
    frame,
    title: Phrase(verbatim: "\(model.isOwn ? Phrase.myFollowing : .followedCells) · \(model.person.name)"),
    content: """
      <div class="heading"><div><h1>\(model.isOwn ? Phrase.myFollowing : .followedCells)</h1>\
      <p><bdi class="name" lang="vi">\(model.person.name)</bdi></p></div></div>
      <div class="columns halves"><section class="panel" aria-labelledby="cells"><header>\
      <h2 id="cells">\(Phrase.followedCells)</h2><span class="aside">\(Phrase.number(model.lines.count))</span></header>
      \(model.lines.isEmpty ? emptyView(.noFollowers, why: .noFollowersMeaning) : """
        <ol class="duties">\(model.lines, { cellLine($0, viewpoint) })</ol>
        """)</section>
      <section class="panel" aria-labelledby="coming"><header><h2 id="coming">\(Phrase.comingMeetings)</h2></header>
      \(model.coming.isEmpty
        ? "<p class=\"inside quiet\">\(Phrase.nothingComing)</p>" as HTML
        : "<ol class=\"duties\">\(model.coming, { lineView($0, viewpoint) })</ol>")</section></div>
      \(itemsPanel(model.items, viewpoint, mayClose: viewpoint.isNow && model.isOwn))
      <section class="group" aria-labelledby="counted"><header><h2 id="counted">\
      \(Phrase.visitsWithin(model.period.from, model.period.last))</h2></header>
      <dl class="standing">\(figures, \.self)</dl></section>
      \(visitsPanel(model.visits, model.figure, (model.firstSerial, model.count), pager(model.previous, model.next, query, frame), viewpoint, namesFollower: false))
      """
  )
}

private func cellLine(_ line: FollowingLine, _ viewpoint: Viewpoint) -> HTML {
  let path = Path("units", line.following.unit.description, "meetings").keeping(viewpoint.kept)
  return """
    <li><a href="\(path: path)"><b><bdi lang="vi">\(line.unitName)</bdi></b> \
    <span>\(Phrase.theirMeetings)</span> <small>\(Phrase.span(line.fact.span))\
    \(line.following.ground.map { " · \($0)" as HTML })</small></a></li>
    """
}

/// What is to be mended: what is late first to be seen, what is closed with what was done.
func itemsPanel(_ items: [VisitItemLine], _ viewpoint: Viewpoint, mayClose: Bool) -> HTML {
  """
  <section class="panel" aria-labelledby="items"><header><h2 id="items">\(Phrase.visitItems)</h2>\
  <span class="aside">\(Phrase.number(items.count { $0.item.closing == nil }))</span></header>
  \(items.isEmpty
    ? "<p class=\"inside quiet\">\(Phrase.noVisitItems)</p>"
    : itemsList(items, viewpoint, mayClose: mayClose))</section>
  """
}

func itemsList(_ items: [VisitItemLine], _ viewpoint: Viewpoint, mayClose: Bool) -> HTML {
  """
  <ul class="inside ways">\(items, { line in
    let item = line.item
    let state: HTML =
      item.closing.map { closing in
        "<span class=\"state good\">\(Phrase.mendedOn(closing.day))</span> <span class=\"detail\">\(closing.note)</span>"
      }
      ?? "<span class=\"\(item.isLate(on: viewpoint.on) ? "state bad" : "state ring" as HTML)\">\(Phrase.mendBy(item.due))</span>"
    return """
      <li><span>\(item.what)</span> <span class="detail"><a href="\(path: viewpoint.meeting(item.meeting.description))">\
      <bdi lang="vi">\(line.unitName)</bdi>, \(Phrase.foundOn(line.found))</a> · \
      \(line.answererName.map { "<bdi lang=\"vi\">\($0)</bdi>" as HTML } ?? "\(Phrase.wholeCell)")</span> \(state)\
      \(mayClose && item.closing == nil
        ? " <a class=\"button small\" href=\"\(path: .closeVisitItem(item.key.description))\">\(Phrase.closeVisitItem)</a>"
        : nil)</li>
      """
  })</ul>
  """
}
