import Basics
import Markup
import Phrases
import Records
import Rules

/// The board of a leader: who is silent first, then tasks, then the months of the year.
func leaderBoardView(_ model: LeaderBoard, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  return page(
    frame,
    title: Phrase(verbatim: "\(Phrase.leaderBoard) · \(model.unit.name)"),
    isLandscape: true,
    content: """
      \(unitHeading(model.unit, model.path, .leaderBoardSentence(viewpoint.on), frame, topic: .leaderBoard))
      \(resolutionTabs(model.unit.key, viewpoint, current: .board))
      \(silentPanel(model, viewpoint))
      \(sentPanel(model, viewpoint))
      \(tasksPanel(model, viewpoint))
      \(monthsPanel(model, viewpoint))
      """
  )
}

private func silentPanel(_ model: LeaderBoard, _ viewpoint: Viewpoint) -> HTML {
  var columns = [
    Column(Phrase.unitWord.text), Column(Phrase.resolutionTitle.text),
    Column(Phrase.daysSinceSent.text, .number), Column(Phrase.lastReminder.text),
  ]
  if model.mayRemind { columns.append(Column(Phrase.recordCascade.text)) }
  let table = Table(
    caption: Phrase.silentUnits.text,
    columns: columns,
    rows: model.silent,
    isDense: true
  ) { row, page in
    let (unit, key) = (row.cascade.unit.description, row.cascade.resolution.description)
    page.markup("<tr><th scope=\"row\"><a href=\"")
    page.path(viewpoint.resolutions(unit))
    page.markup("\"><bdi lang=\"vi\">")
    page.text(row.cascade.unitName)
    page.markup("</bdi></a></th>")
    page.cell(
      .resolutionTitle,
      "<a href=\"\(path: viewpoint.resolution(key))\"><bdi lang=\"vi\">\(row.title)</bdi></a>"
    )
    let days = Phrase.number(row.cascade.answer.silence(on: viewpoint.on))
    page.cell(.daysSinceSent, "<b>\(days)</b>", isNumber: true)
    page.cell(.lastReminder, row.reminder.map { reminderView($0, viewpoint) })
    if model.mayRemind {
      page.cell(.recordCascade, "<a href=\"\(path: .answer(key, unit, "remind"))\">\(Phrase.remindShort)</a>")
    }
    page.markup("</tr>\n")
  }
  return """
    <section class="panel" aria-labelledby="silent"><header><h2 id="silent">\(Phrase.silentUnits)</h2>\
    <span class="aside">\(Phrase.number(model.silentCount))</span></header>
    \(model.silent.isEmpty
      ? "<p class=\"inside quiet\">\(model.sent.isEmpty ? Phrase.nothingSentDown : .noneSilent)</p>" as HTML
      : "<div class=\"stacks\">\(table.html)</div>")</section>
    """
}

private func sentPanel(_ model: LeaderBoard, _ viewpoint: Viewpoint) -> HTML? {
  guard !model.sent.isEmpty else { return nil }
  let table = Table(
    caption: Phrase.resolutionsByState.text,
    columns: [Column(Phrase.resolutionTitle.text)]
      + CascadeStep.allCases.map { Column(Phrase.cascadeStep($0.rawValue).text, .number) }
      + [
        Column(Phrase.tasksTitle.text, .number), Column(Phrase.taskState("late").text, .number),
        Column(Phrase.tasksPercent.text, .number),
      ],
    rows: model.sent,
    isDense: true
  ) { row, page in
    page.markup("<tr><th scope=\"row\">")
    page.piece(resolutionName(row.line, row.key, viewpoint))
    page.markup("</th>")
    for step in CascadeStep.allCases {
      let path = viewpoint.resolution(row.key, step: step.rawValue)
      page.piece(number(.cascadeStep(step.rawValue), row.steps[step] ?? 0, path))
    }
    let query = Query().with("resolution", row.key)
    page.piece(number(.tasksTitle, row.rollUp.total, viewpoint.tasks(model.unit.key, query)))
    let late = viewpoint.tasks(model.unit.key, query.with("state", "late"))
    page.piece(number(.taskState("late"), row.rollUp[.late], late))
    page.piece(percent(row.rollUp))
    page.markup("</tr>\n")
  }
  return """
    <section class="panel" aria-labelledby="sent"><header><h2 id="sent">\(Phrase.resolutionsByState)</h2>\
    <span class="aside">\(Phrase.number(model.sent.count))</span></header>
    <div class="stacks numbers">\(table.html)</div></section>
    """
}

/// A number that opens, under the name of its column on a phone.
private func number(_ head: Phrase, _ count: Int, _ path: Path) -> HTML {
  "<td class=\"num\" data-head=\"\(head)\">\(figureLink(count, path))</td>"
}

/// How far tasks have come, where there is anything to weigh.
private func percent(_ rollUp: TaskRollUp) -> HTML {
  guard let percent = rollUp.percent else { return "<td></td>" }
  return "<td class=\"num\" data-head=\"\(Phrase.tasksPercent)\">\(Phrase.wholePercent(percent))</td>"
}

private func tasksPanel(_ model: LeaderBoard, _ viewpoint: Viewpoint) -> HTML? {
  let rows = model.branches.filter { $0.rollUp.total > 0 }
  guard !rows.isEmpty else { return nil }
  let states: [TaskState] = [.late, .underWay, .notBegun, .onTime, .doneLate, .beyond]
  let table = Table(
    caption: Phrase.tasksByUnit.text,
    columns: [
      Column(Phrase.unitWord.text), Column(Phrase.tasksTitle.text, .number),
      Column(Phrase.dueThisMonth.text, .number),
    ] + states.map { Column(Phrase.taskState($0.rawValue).text, .number) }
      + [Column(Phrase.tasksPercent.text, .number)],
    rows: rows,
    isDense: true
  ) { row, page in
    let key = row.unit.key
    let scope = key == model.unit.key ? Query().with("scope", "own") : Query()
    page.markup("<tr><th scope=\"row\">")
    page.unit(row.unit, viewpoint)
    page.markup("</th>")
    page.piece(number(.tasksTitle, row.rollUp.total, viewpoint.tasks(key, scope)))
    let due = viewpoint.tasks(key, scope.with("due", model.month.description))
    page.piece(number(.dueThisMonth, row.due, due))
    for state in states {
      let path = viewpoint.tasks(key, scope.with("state", state.rawValue))
      page.piece(number(.taskState(state.rawValue), row.rollUp[state], path))
    }
    page.piece(percent(row.rollUp))
    page.markup("</tr>\n")
  }
  return """
    <section class="panel" aria-labelledby="by-unit"><header><h2 id="by-unit">\(Phrase.tasksByUnit)</h2></header>
    <div class="stacks numbers">\(table.html)</div></section>
    """
}

/// Unit by unit and month by month: the cells that met of those that had to, and the tasks done.
private func monthsPanel(_ model: LeaderBoard, _ viewpoint: Viewpoint) -> HTML {
  let years = [model.year - 1, model.year + 1].filter(viewpoint.turns)
  let table = Table(
    caption: Phrase.heatMap(model.year).text,
    columns: [Column(Phrase.unitWord.text)] + (1...12).map { Column(Phrase.month($0).text, .number) },
    rows: model.branches,
    isDense: true
  ) { row, page in
    page.markup("<tr><th scope=\"row\">")
    page.unit(row.unit, viewpoint)
    page.markup("</th>")
    let scope = row.unit.key == model.unit.key ? Query().with("scope", "own") : Query()
    for number in 0..<12 {
      guard let first = CivilDate(year: model.year, month: number + 1, day: 1) else { continue }
      let month = Month(of: first)
      page.piece(
        monthTile(
          row.months[number],
          viewpoint.meetingDesk(row.unit.key, .month(month)),
          row.done[number],
          viewpoint.tasks(row.unit.key, scope.with("done", month.description))
        )
      )
    }
    page.markup("</tr>\n")
  }
  return """
    <section class="panel" aria-labelledby="months"><header><h2 id="months">\(Phrase.heatMap(model.year))</h2>\
    <span class="aside">\(Phrase.heatMapMeaning)</span></header>
    <nav class="turns inside" aria-label="\(Phrase.yearTitle)">\(years, { year in
      "<a class=\"button small\" href=\"\(path: viewpoint.leaderBoard(model.unit.key, year: year))\">\(String(year))</a>"
    })</nav>
    \(model.branches.isEmpty ? emptyView(.noCells, why: .noCellsMeaning) : table.html)</section>
    """
}

private func monthTile(_ month: (met: Int, due: Int), _ path: Path, _ done: Int, _ tasks: Path) -> HTML {
  let missed = month.due - month.met
  let tone: HTML =
    month.due == 0 || missed == 0
    ? ""
    : missed * 4 <= month.due
      ? "a1" : missed * 2 <= month.due ? "a2" : missed * 4 <= month.due * 3 ? "a3" : "a4"
  let meetings: HTML =
    month.due == 0
    ? "<span class=\"faint\">–</span>"
    : "<a href=\"\(path: path)\">\(Phrase.presentOf(month.met, month.due))</a>"
  return """
    <td class="num heat \(tone)">\(meetings)\(done == 0
      ? nil : "<a class=\"detail\" href=\"\(path: tasks)\">\(Phrase.tasksDoneIn(done))</a>" as HTML)</td>
    """
}

/// The year themes and work programmes of a unit and those below it.
func programmesView(_ model: ProgrammeList, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let pages = pager(model.previous, model.next, frame.query.without("after", "before"), frame)
  let years = [model.year - 1, model.year + 1].filter {
    viewpoint.turns(to: $0) || $0 == viewpoint.today.year + 1
  }
  let table = Table(
    caption: Phrase.programmesTitle.text,
    columns: [
      Column(Phrase.resolutionTitle.text), Column(Phrase.resolutionFrom.text),
      Column(Phrase.tasksTitle.text, .number), Column(Phrase.taskState("late").text, .number),
      Column(Phrase.tasksPercent.text, .number),
    ],
    rows: model.rows,
    isDense: true
  ) { row, page in
    let unit = UnitLink(row.line.resolution.unit.description, row.line.unitName)
    page.markup("<tr><th scope=\"row\">")
    page.piece(resolutionName(row.line, row.key, viewpoint))
    page.markup("</th>")
    page.cell(.resolutionFrom, HTML(reserving: 128) { $0.unit(unit, viewpoint) })
    let query = Query().with("resolution", row.key)
    page.piece(number(.tasksTitle, row.rollUp.total, viewpoint.tasks(unit.key, query)))
    let late = viewpoint.tasks(unit.key, query.with("state", "late"))
    page.piece(number(.taskState("late"), row.rollUp[.late], late))
    page.cell(.tasksPercent, row.rollUp.percent.map { "\(Phrase.wholePercent($0))" })
    page.markup("</tr>\n")
  }
  return page(
    frame,
    title: Phrase(verbatim: "\(Phrase.programmesTitle) · \(model.unit.name)"),
    isLandscape: true,
    content: """
      \(unitHeading(model.unit, model.path, .programmesSentence(model.year), frame, topic: .programmesTitle))
      \(resolutionTabs(model.unit.key, viewpoint, current: .programmes))
      <nav class="turns" aria-label="\(Phrase.yearTitle)">\(years, { year in
        "<a class=\"button small\" href=\"\(path: viewpoint.programmes(model.unit.key, year: year))\">\(String(year))</a>"
      })</nav>
      <section class="panel" aria-labelledby="listed"><header><h2 id="listed">\(String(model.year))</h2>\
      <span class="aside">\(Phrase.number(model.count))</span></header>
      \(model.rows.isEmpty
        ? emptyView(.noProgrammes, why: .noProgrammesMeaning) : "<div class=\"stacks\">\(table.html)</div>")\
      \(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
      """
  )
}
