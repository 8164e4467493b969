import Basics
import Markup
import Phrases
import Rules

/// The transfers of a unit and below: who leaves, who comes, who is there for a time.
func transferDeskView(_ model: TransferDesk, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let query = frame.query.without("after", "before")
  let pages = pager(model.previous, model.next, query, frame)
  let count = model.tab == .temporary ? model.stays.count : model.rows.count
  let range: HTML? =
    count == 0 ? nil : "\(Phrase.range(model.firstSerial, model.firstSerial + count - 1, of: model.total))"
  let sentence = Phrase.transfersSentence(model.unit.name, on: viewpoint.on)
  return page(
    frame,
    title: Phrase(verbatim: "\(Phrase.transfers) · \(model.unit.name)"),
    isLandscape: true,
    content: """
      \(unitHeading(model.unit, model.path, sentence, frame, topic: .transferTitle, actions: actions(model)))
      \(tiesTabs(model.unit.key, .transfers(model.tab), counts: model.counts, viewpoint))
      <section class="panel" aria-labelledby="listed"><header>\
      <h2 id="listed">\(Phrase.transferTab(model.tab.rawValue))</h2>\
      \(model.tab == .temporary ? nil : states(model, viewpoint))<span class="aside">\(range)</span></header>
      \(model.tab == .temporary ? staysTable(model, viewpoint) : transfersTable(model, viewpoint))\
      \(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
      """
  )
}

private func actions(_ model: TransferDesk) -> [HTML] {
  var actions: [HTML] = []
  if model.mayFetch {
    actions.append(
      "<a class=\"button\" href=\"\(path: .fetchMember(model.unit.key))\">\(Phrase.askSomebodyHere)</a>"
    )
  }
  if model.mayTransfer {
    actions.append(
      "<a class=\"button\" href=\"\(path: .transferSeveral(model.unit.key))\">\(Phrase.transferSeveral)</a>"
    )
  }
  return actions
}

/// The lists of who is tied to a unit otherwise than at home, side by side.
func tiesTabs(
  _ unit: String,
  _ current: TiesTab,
  counts: [TransferDesk.Tab: Int] = [:],
  _ viewpoint: Viewpoint
) -> HTML {
  tabsView(
    .transferLists,
    [TransferDesk.Tab.coming, .leaving, .temporary].map { tab in
      Tab(
        .transferTab(tab.rawValue),
        viewpoint.transfers(unit, side: tab.rawValue),
        count: counts[tab],
        isCurrent: current == .transfers(tab)
      )
    } + [
      Tab(.secondments, viewpoint.secondments(unit), isCurrent: current == .secondments),
      Tab(.residenceContact, viewpoint.residence(unit), isCurrent: current == .residence),
    ]
  )
}

/// Which of these lists a page is.
enum TiesTab: Hashable, Sendable {
  case transfers(TransferDesk.Tab)
  case secondments, residence
}

/// Those that wait, or those that are over.
private func states(_ model: TransferDesk, _ viewpoint: Viewpoint) -> HTML {
  let other = viewpoint.transfers(model.unit.key, side: model.tab.rawValue, isOver: model.isPending)
  let (shown, offered): (Phrase, Phrase) =
    model.isPending ? (.waitingOnly, .overOnly) : (.overOnly, .waitingOnly)
  return "<span class=\"aside\">\(shown) · <a href=\"\(path: other)\">\(offered)</a></span>"
}

private func transfersTable(_ model: TransferDesk, _ viewpoint: Viewpoint) -> HTML {
  guard !model.rows.isEmpty else {
    return model.isPending
      ? emptyView(.noTransfersWaiting, why: .noTransfersWaitingMeaning)
      : emptyView(.noTransfersOver, why: .noTransfersOverMeaning)
  }
  return transferTable(model.rows, caption: .transferTab(model.tab.rawValue), viewpoint)
}

/// Transfers as a table; each opens.
func transferTable(
  _ rows: [TransferTold],
  caption: Phrase,
  namesPerson: Bool = true,
  _ viewpoint: Viewpoint
) -> HTML {
  var columns = [
    Column(Phrase.leavesUnit.text), Column(Phrase.comesToUnit.text), Column(Phrase.occasion.text),
    Column(Phrase.waitsOn.text), Column(Phrase.askingTerm.text), Column(Phrase.presentingTerm.text),
  ]
  columns.insert(Column((namesPerson ? Phrase.member : .transferTitle).text), at: 0)
  let table = Table(caption: caption.text, columns: columns, rows: rows, isDense: true) { row, page in
    func cell(_ head: Phrase, _ piece: HTML) {
      page.markup("<td")
      page.attribute("data-head", head.text)
      page.markup(">")
      page.piece(piece)
      page.markup("</td>")
    }
    page.markup("<tr><th scope=\"row\"><a href=\"")
    page.path(viewpoint.transfer(row.key))
    page.markup("\">")
    if namesPerson {
      page.name(row.person.name)
    } else {
      page.write(Phrase.transferKind(row.request.kind.rawValue).leading)
    }
    page.markup("</a>")
    if namesPerson, row.request.kind == .temporary {
      page.markup(" <span class=\"tag\">")
      page.write(Phrase.transferKind("temporary"))
      page.markup("</span>")
    }
    page.markup("</th>")
    cell(.leavesUnit, placeView(row.source, viewpoint))
    cell(.comesToUnit, placeView(row.whereTo, viewpoint))
    cell(.occasion, occasionView(row.request))
    let since: Phrase = row.step.state.isPending ? .waitsSince(row.since, row.days) : .day(row.since)
    cell(.waitsOn, "\(waitingView(row))<span class=\"detail\">\(since)</span>")
    for part in TransferTerm.Part.allCases {
      let head: Phrase = part == .asking ? .askingTerm : .presentingTerm
      cell(head, row.terms.first { $0.part == part }.map(termView) ?? "<span class=\"faint\">–</span>")
    }
    page.markup("</tr>\n")
  }
  return "<div class=\"stacks\">\(table.html)</div>"
}

private func staysTable(_ model: TransferDesk, _ viewpoint: Viewpoint) -> HTML {
  guard !model.stays.isEmpty else { return emptyView(.noStays, why: .noStaysMeaning) }
  return Table(
    caption: Phrase.transferTab("temporary").text,
    columns: [
      Column(Phrase.member.text), Column(Phrase.homeCell.text), Column(Phrase.hostCell.text),
      Column(Phrase.stayEnds.text, order: .ascending), Column(Phrase.windowTitle.text),
    ],
    rows: model.stays,
    isDense: true
  ) { row, page in
    page.markup("<tr><th scope=\"row\">")
    page.piece(personView(row.person, opens: row.opensPerson, viewpoint))
    page.markup("</th><td>")
    page.piece(placeView(row.home, viewpoint))
    page.markup("</td><td>")
    page.piece(placeView(row.host, viewpoint))
    page.markup("</td><td>")
    if let end = row.span.end, let left = row.left {
      page.markup("<span class=\"whole\">")
      page.write(Phrase.day(end))
      page.markup("</span><span class=\"detail\">")
      page.write(left <= 1 ? Phrase.endsTomorrow : Phrase.daysLeft(left))
      page.markup("</span>")
    } else {
      page.markup("<span class=\"state watch\">")
      page.write(Phrase.noEndStated)
      page.markup("</span>")
    }
    page.markup("</td><td>")
    page.piece(row.span.end == nil ? "<span class=\"faint\">–</span>" : windowView(row.window))
    page.markup("</td></tr>\n")
  }.html
}
