import Basics
import Markup
import Phrases
import Records
import Rules

/// The meetings of a unit in a year.
func meetingYearView(_ model: MeetingYearPage, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let key = model.unit.key
  return page(
    frame,
    title: .meetingsOf(model.unit.name, model.year),
    isLandscape: !model.isCell,
    content: """
      \(unitHeading(model.unit, model.path, .meetingsOf(model.unit.name, model.year), frame, topic: .meetingsTitle, actions: actions(model, viewpoint)))
      \(workTabs(key, viewpoint, current: .meetings))
      <nav class="turns" aria-label="\(Phrase.yearTitle)">\
      \(yearTurn(model.year - 1, viewpoint) { viewpoint.meetings(key, year: $0) })<b>\(String(model.year))</b>\
      \(yearTurn(model.year + 1, viewpoint) { viewpoint.meetings(key, year: $0) })</nav>
      \(model.isCell ? cellYear(model, frame) : boardYear(model, viewpoint))
      """
  )
}

private func actions(_ model: MeetingYearPage, _ viewpoint: Viewpoint) -> [HTML] {
  let key = model.unit.key
  let outputs = viewpoint.outputs(key, year: model.year)
  let actions: [HTML?] = [
    model.mayCall
      ? "<a class=\"button primary\" href=\"\(path: .newMeeting(key))\">\(Phrase.callMeeting)</a>" : nil,
    "<a class=\"button\" href=\"\(path: viewpoint.themes(key))\">\(Phrase.themesTitle)</a>",
    outputs.isOpen ? "<a class=\"button\" href=\"\(path: outputs)\">\(Phrase.outputsTitle)</a>" : nil,
    model.mayWord
      ? "<a class=\"button\" href=\"\(path: .minutesTemplate(key))\">\(Phrase.minutesTemplate)</a>" : nil,
  ]
  return actions.compactMap(\.self) + yearActions(model, viewpoint)
}

/// Where one goes on from a year: the month cell by cell, those who follow cells.
private func yearActions(_ model: MeetingYearPage, _ viewpoint: Viewpoint) -> [HTML] {
  guard viewpoint.opens.meetings else { return [] }
  let followers = viewpoint.followers(model.unit.key)
  let attendance = viewpoint.attendance(model.unit.key, year: model.year)
  var actions: [HTML] = [
    "<a class=\"button\" href=\"\(path: attendance)\">\(Phrase.attendanceTitle)</a>",
    "<a class=\"button\" href=\"\(path: followers)\">\(Phrase.followersTitle)</a>",
  ]
  if !model.isCell {
    let desk = viewpoint.meetingDesk(model.unit.key, .month(Month(of: viewpoint.on).previous))
    actions.append("<a class=\"button\" href=\"\(path: desk)\">\(Phrase.meetingDeskTitle)</a>")
  }
  return actions
}

// MARK: A cell

private func cellYear(_ model: MeetingYearPage, _ frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  return """
    \(model.held.map { monthsView($0, model) })
    <section class="panel" aria-labelledby="meetings"><header><h2 id="meetings">\(Phrase.meetingsTitle)</h2>\
    <span class="aside">\(Phrase.number(model.lines.count))</span></header>
    \(model.lines.isEmpty
    ? emptyView(.noMeetings, why: .noMeetingsMeaning)
    : "<ol class=\"duties\">\(model.lines, { lineView($0, viewpoint) })</ol>")</section>
    \(modesView(model, frame))
    """
}

/// Twelve months and four quarters, each with what was held.
private func monthsView(_ held: MeetingYear, _ model: MeetingYearPage) -> HTML {
  let months = (1...12).map { month -> HTML in
    let count = held.months[month - 1]
    let isMissed = held.missed.contains(month)
    let words: Phrase = count > 0 ? .number(count) : isMissed ? .monthMissed : .monthAhead
    let tone: HTML = count > 0 ? "held" : isMissed ? "missed" : ""
    return "<li class=\"\(tone)\"><small>\(Phrase.month(month))</small> <b>\(words)</b></li>"
  }
  let quarters = (1...4).map { quarter -> HTML in
    let count = held.quarters[quarter - 1]
    let isMissed = held.missedQuarters.contains(quarter)
    let words: Phrase = count > 0 ? .number(count) : isMissed ? .monthMissed : .monthAhead
    let tone: HTML = count > 0 ? "held" : isMissed ? "missed" : ""
    return "<li class=\"\(tone)\"><small>\(Phrase.quarter(quarter))</small> <b>\(words)</b></li>"
  }
  return """
    <section class="panel" aria-labelledby="year"><header><h2 id="year">\(Phrase.meetingDuty)</h2>\
    <span class="aside">\(Phrase.monthsMissed(held.missed.count))</span></header>
    <div class="inside"><h3>\(Phrase.monthlyMeetings)</h3><ol class="year-strip">\(months, \.self)</ol>
    <h3>\(Phrase.thematicMeetings)</h3><ol class="year-strip quarters">\(quarters, \.self)</ol>
    \(model.verdicts, { title, verdict in verdictLine(title, verdict) })</div></section>
    """
}

private func verdictLine(_ title: Wording, _ verdict: Verdict) -> HTML {
  let isMet = verdict.outcomeName == "met"
  let words: Phrase =
    verdict.isUndetermined ? .undetermined : verdict.outcomeTitle.map { Phrase($0) } ?? .undetermined
  return """
    <p>\(Phrase(title)): <span class="\(isMet ? "state good" : "state watch" as HTML)">\(words)</span>\
    \(verdict.unmet, { "<span class=\"detail\">\(Phrase($0.text)) · § \($0.number) · \(confidenceView($0.confidence, $0.sources))</span>" })</p>
    """
}

func lineView(_ line: MeetingLine, _ viewpoint: Viewpoint) -> HTML {
  let meeting = line.meeting
  let turnout: HTML? = meeting.turnout.map { " · \(Phrase.presentOf($0.present, $0.obliged))" }
  let state: HTML =
    switch meeting.stage {
    case .closed where line.isSigned: "<span class=\"state good\">\(Phrase.minutesSignedState)</span>"
    case .closed: "<span class=\"state watch\">\(Phrase.minutesOpenState)</span>"
    case .cancelled: "<span class=\"state bad\">\(Phrase.meetingStage(meeting.stage.rawValue))</span>"
    case .called, .open: "<span class=\"state ring\">\(Phrase.meetingStage(meeting.stage.rawValue))</span>"
    }
  return """
    <li><a href="\(path: viewpoint.meeting(line.id.description))"><b>\(Phrase.day(line.day)), \
    \(Phrase.meetingKind(meeting.kind.rawValue))</b>\(meeting.theme.map { "<span>\($0)</span>" as HTML })\
    <small>\(meeting.begins.description)\(meeting.place.map { " · \($0)" as HTML })\(turnout)\
    \(line.unitName.isEmpty ? nil : " · \(line.unitName)" as HTML)</small>\(state)</a></li>
    """
}

// MARK: A committee

/// Which cells met in which month: a row for each unit below, its cells counted, the silent ones standing out.
private func boardYear(_ model: MeetingYearPage, _ viewpoint: Viewpoint) -> HTML {
  let columns =
    [Column(Phrase.unit.text), Column(Phrase.cellsTitle.text, .number)]
    + (1...12).map { Column(Phrase.month($0).text, .number) }
    + (1...4).map { Column(Phrase.quarter($0).text, .number) } + [Column(Phrase.rateShort.text, .number)]
  return """
    <section class="panel" aria-labelledby="board"><header><h2 id="board">\(Phrase.meetingBoard)</h2>\
    <span class="aside">\(Phrase.meetingBoardMeaning)</span></header>
    \(model.rows.isEmpty ? emptyView(.noCells, why: .noCellsMeaning) : Table(
      caption: Phrase.meetingBoard.text,
      columns: columns,
      rows: model.rows,
      isDense: true
    ) { row, page in
      let path = viewpoint.meetings(row.unit.key, year: model.year)
      page.markup("<tr><th scope=\"row\"><a href=\"")
      page.path(path)
      page.markup("\"><bdi lang=\"vi\">")
      page.text(row.unit.name)
      page.markup("</bdi></a></th><td class=\"num\">")
      page.write(Phrase.number(row.cells))
      page.markup("</td>")
      for (number, month) in row.months.enumerated() {
        let first = CivilDate(year: model.year, month: number + 1, day: 1)
        page.piece(tile(month, first.map { viewpoint.meetingDesk(row.unit.key, .month(Month(of: $0))) } ?? path))
      }
      for (number, quarter) in row.quarters.enumerated() {
        page.piece(tile(quarter, viewpoint.meetingDesk(row.unit.key, .quarter(number + 1, model.year))))
      }
      let attendance = viewpoint.attendance(row.unit.key, year: model.year)
      page.piece("<td class=\"num\">\(rateLink(row.present, row.obliged, attendance))</td></tr>\n")
    }.html)</section>
    \(model.coming.isEmpty ? nil : """
      <section class="panel" aria-labelledby="coming"><header><h2 id="coming">\(Phrase.comingMeetings)</h2></header>
      <ol class="duties">\(model.coming, { lineView($0, viewpoint) })</ol></section>
      """)
    """
}

/// The share of those obliged who came, which opens to who they were.
func rateLink(_ present: Int, _ obliged: Int, _ path: Path) -> HTML {
  if obliged == 0 { return "–" }
  let rate = Phrase.percent(present, of: obliged)
  return path.isOpen ? "<a href=\"\(path: path)\">\(rate)</a>" : "\(rate)"
}

/// So many of so many cells, the ground the darker the more are missing.
func tile(_ month: (met: Int, due: Int), _ path: Path) -> HTML {
  guard month.due > 0 else { return "<td class=\"num faint\">–</td>" }
  let missed = month.due - month.met
  let tone: HTML = missed == 0 ? "a1" : missed * 4 <= month.due ? "a2" : missed * 2 <= month.due ? "a3" : "a4"
  return """
    <td class="num heat \(missed == 0 ? "" : tone)"><a href="\(path: path)">\(Phrase.presentOf(month.met, month.due))</a></td>
    """
}
