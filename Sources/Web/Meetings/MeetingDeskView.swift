import Basics
import Markup
import Phrases
import Records
import Rules

/// What the cells below a unit have done with the meeting that was due: what is missing first.
func meetingDeskView(_ model: MeetingDesk, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let query = frame.query.without("after", "before")
  let pages = pager(model.previous, model.next, query, frame)
  let range = Phrase.range(model.firstSerial, model.firstSerial + model.rows.count - 1, of: model.count)
  return page(
    frame,
    title: Phrase(verbatim: "\(timeWords(model.time)) · \(model.unit.name)"),
    isLandscape: true,
    content: """
      \(unitHeading(
        model.unit, model.path, .deskSentence(model.question.isThematic, timeWords(model.time)), frame,
        topic: .meetingDeskTitle,
        actions: model.count > 0 && model.takesFiles
          ? fileLinks { viewpoint.meetingDeskFile(model.unit.key, $0, query) } : []
      ))
      \(workTabs(model.unit.key, viewpoint, current: .meetings))
      \(turns(model, viewpoint))
      \(chips(model, frame))
      <section class="panel" aria-labelledby="cells"><header><h2 id="cells">\(timeWords(model.time))</h2>\
      \(model.rows.isEmpty ? nil : "<span class=\"aside\">\(range)</span>" as HTML)</header>
      \(model.rows.isEmpty ? emptyView(.noCells, why: .noVisitsMeaning) : table(model, frame))\
      \(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
      """
  )
}

private func timeWords(_ time: MeetingDesk.Time) -> Phrase {
  switch time {
  case .month(let month): .deskMonth(month)
  case .quarter(let quarter, let year): .deskQuarter(quarter, year)
  }
}

/// The month or quarter before and after, the quarter of a month and the first month of a quarter.
private func turns(_ model: MeetingDesk, _ viewpoint: Viewpoint) -> HTML {
  func link(_ time: MeetingDesk.Time?) -> HTML? {
    time.map { time in
      """
      <a class="button small" href="\(path: viewpoint.meetingDesk(model.unit.key, time))">\(timeWords(time))</a>
      """
    }
  }
  let (other, year): (MeetingDesk.Time, Int) =
    switch model.time {
    case .month(let month): (.quarter((month.number + 2) / 3, month.year), month.year)
    case .quarter(_, let year): (.month(Month(of: model.question.period.last)), year)
    }
  return """
    <nav class="turns" aria-label="\(Phrase.deskTimes)">\(link(model.time.moved(by: -1)))\
    <b>\(timeWords(model.time))</b>\(model.question.period.until <= viewpoint.today ? link(model.time.moved(by: 1)) : nil)\
    \(link(other))<a class="button small" href="\(path: viewpoint.meetings(model.unit.key, year: year))">\
    \(Phrase.yearTitle) \(String(year))</a></nav>
    """
}

private func chips(_ model: MeetingDesk, _ frame: Frame) -> HTML {
  let rest = frame.query.without("state", "after", "before")
  let current = model.question.state
  let all = model.counts.values.reduce(0, +)
  let chips = MeetingProgress.allCases.filter { (model.counts[$0] ?? 0) > 0 || current == $0 }
    .map { state -> HTML in
      let isOn = current == state
      return """
        <a class="\(isOn ? "chip on" : "chip" as HTML)"\(attribute: "aria-current", isOn ? "true" : nil) \
        href="\(path: frame.here(isOn ? rest : rest.with("state", state.code)))">\
        \(Phrase.meetingProgress(state.code)) \(Phrase.number(model.counts[state] ?? 0))</a>
        """
    }
  return """
    <nav class="chips" aria-label="\(Phrase.deskStates)"><a class="\(current == nil ? "chip on" : "chip" as HTML)" \
    href="\(path: frame.here(rest))">\(Phrase.allOfThem) \(Phrase.number(all))</a>\(chips, \.self)</nav>
    """
}

private func table(_ model: MeetingDesk, _ frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  func column(
    _ title: Phrase,
    _ order: MeetingDeskQuestion.Order,
    _ side: Column.Side = .start
  ) -> Column {
    let isCurrent = model.question.order == order
    var query = frame.query.without("sort", "way", "after", "before").with("sort", order.rawValue)
    if isCurrent && !model.question.isDescending { query = query.with("way", "down") }
    return Column(
      title.text,
      side,
      sort: frame.here(query),
      order: isCurrent ? (model.question.isDescending ? .descending : .ascending) : .unsorted
    )
  }
  let table = Table(
    caption: Phrase.meetingDeskTitle.text,
    columns: [
      column(.unit, .name), column(.meetingWord, .day), column(.presentShare, .share, .number),
      Column(Phrase.minutesFiled.text), Column(Phrase.ownScoreShort.text),
      Column(Phrase.superiorScoreShort.text), column(.stateTitle, .state),
    ],
    rows: model.rows,
    isDense: true
  ) { row, page in
    let line = row.line
    let meeting = line.meeting
    let path = meeting.map { viewpoint.meeting($0.id.description) }
    page.markup("<tr><th scope=\"row\"><a href=\"")
    page.path(viewpoint.meetings(line.unit.description, year: model.question.period.from.year))
    page.markup("\"><bdi lang=\"vi\">")
    page.text(line.unitName)
    page.markup("</bdi></a>")
    if let above = line.aboveName, above != model.unit.name {
      page.markup("<bdi class=\"detail\" lang=\"vi\">")
      page.text(above)
      page.markup("</bdi>")
    }
    page.markup("</th>")
    page.cell(
      .meetingWord,
      path.flatMap { path in meeting.map { "<a href=\"\(path: path)\">\(Phrase.day($0.day))</a>" } }
    )
    page.cell(
      .presentShare,
      meeting?.turnout.map { turnout in
        "\(Phrase.presentOf(turnout.present, turnout.obliged)) <span class=\"detail\">\(Phrase.percent(turnout.present, of: turnout.obliged))</span>"
      }
    )
    page.cell(.minutesFiled, meeting.map { filedView($0, row, viewpoint) })
    page.cell(.ownScoreShort, meeting.flatMap { scoreView($0.own) })
    page.cell(.superiorScoreShort, meeting.flatMap { scoreView($0.superior) })
    page.cell(.stateTitle, stateView(line))
    page.markup("</tr>\n")
  }
  return "<div class=\"stacks\">\(table.html)</div>"
}

private func filedView(
  _ meeting: MeetingDeskLine.Held,
  _ row: MeetingDesk.Row,
  _ viewpoint: Viewpoint
) -> HTML {
  let days = row.days ?? 0
  let words: Phrase = meeting.filed == nil ? .unfiledFor(days) : .filedAfter(days)
  return """
    <a href="\(path: viewpoint.minutes(meeting.id.description))">\(words)</a>\
    \(row.isLate ? " <span class=\"state bad\">\(Phrase.filedLate)</span>" as HTML : nil)
    """
}

private func scoreView(_ score: (met: Int, all: Int)) -> HTML? {
  score.all == 0 ? nil : "\(Phrase.criteriaMet(score.met, score.all))"
}

private func stateView(_ line: MeetingDeskLine) -> HTML {
  let tone: HTML =
    switch line.state {
    case .missed: "state bad"
    case .unsigned, .unscored: "state watch"
    case .awaited, .notDue, .scored: "state ring"
    case .confirmed: "state good"
    }
  return "<span class=\"\(tone)\">\(Phrase.meetingProgress(line.state.code))</span>"
}
