import Basics
import Markup
import Phrases
import Records
import Rules

/// A resolution: what it says, its tasks, and unit by unit what became of it.
func resolutionView(_ model: ResolutionPage, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let resolution = model.line.resolution
  let number: HTML? = resolution.number.map { "<span class=\"code\">\($0)</span> · " }
  return page(
    frame,
    title: Phrase(verbatim: resolution.title),
    isLandscape: true,
    content: """
      <div class="heading"><div>\(model.path.isEmpty ? nil : crumbs(model.path, viewpoint))
      <h1><bdi lang="vi">\(resolution.title)</bdi></h1><p>\(number)\
      \(Phrase.resolutionKind(resolution.kind.rawValue)) · \(Phrase.day(model.line.fact.span.start)) · \
      <bdi lang="vi">\(model.line.unitName)</bdi></p></div>
      <div class="actions">\(resolutionActions(model, viewpoint))\
      <button class="button small" type="button" data-print hidden>\(Phrase.print)</button></div></div>
      \(resolutionSummary(model, viewpoint))
      \(resolutionText(model, viewpoint))
      <section class="panel" aria-labelledby="tasks"><header><h2 id="tasks">\(Phrase.tasksTitle)</h2></header>
      \(model.tasks.isEmpty
        ? emptyView(.noTasks, why: .noTasksUnder)
        : "\(taskTable(Array(model.tasks.prefix(50)), viewpoint, namesUnit: true, under: resolution.key))\(moreTasks(model, viewpoint))")</section>
      \(cascadeSection(model, frame))
      \(matterMeetingsView(model.meetings, viewpoint))
      """
  )
}

private func resolutionActions(_ model: ResolutionPage, _ viewpoint: Viewpoint) -> HTML? {
  guard model.mayKeep else { return nil }
  let assign = Path.assignTask(model.line.resolution.unit.description, under: model.key)
  return """
    <a class="button primary" href="\(path: assign)">\(Phrase.assignTask)</a>\
    <a class="button" href="\(path: .resolution(model.key, "send"))">\(Phrase.sendResolution)</a>\
    <a class="button" href="\(path: .resolution(model.key, "change"))">\(Phrase.changeResolution)</a>
    """
}

private func resolutionSummary(_ model: ResolutionPage, _ viewpoint: Viewpoint) -> HTML {
  let query = Query().with("resolution", model.key)
  let unit = model.line.resolution.unit.description
  func figure(_ count: Int, _ query: Query) -> HTML {
    model.seesAll ? figureLink(count, viewpoint.tasks(unit, query)) : "\(Phrase.number(count))"
  }
  return """
    <dl class="standing"><div><dt>\(Phrase.tasksTitle)</dt><dd>\(figure(model.rollUp.total, query))</dd></div>
    <div><dt>\(Phrase.tasksPercent)</dt>\
    <dd>\(model.rollUp.percent.map { Phrase.wholePercent($0) } ?? Phrase(verbatim: "–"))</dd></div>
    <div><dt>\(Phrase.taskState("late"))</dt>\
    <dd>\(figure(model.rollUp[.late], query.with("state", "late")))</dd></div>
    <div><dt>\(Phrase.sentToUnits)</dt><dd>\(toCascade(model.sent, model))</dd></div>
    <div class="end"><dt>\(Phrase.cascadeStep("silent"))</dt><dd>\(toCascade(model.silent, model))</dd></div></dl>
    """
}

/// A number of units, which leads to them further down the page.
private func toCascade(_ count: Int, _ model: ResolutionPage) -> HTML {
  model.sent == 0
    ? "\(Phrase.number(count))" : "<a class=\"figure\" href=\"#cascade\">\(Phrase.number(count))</a>"
}

/// What it says, on what it rests, what it carries out and what carries it out.
private func resolutionText(_ model: ResolutionPage, _ viewpoint: Viewpoint) -> HTML? {
  let resolution = model.line.resolution
  var lines: [HTML] = []
  if let parent = model.parent {
    lines.append(
      """
      <dt>\(Phrase.carriesOut)</dt><dd><a href="\(path: viewpoint.resolution(parent.key))">\
      <bdi lang="vi">\(parent.title)</bdi></a></dd>
      """
    )
  }
  if let meeting = model.meeting {
    let day: HTML =
      meeting.key.map { key in
        "<a href=\"\(path: viewpoint.meeting(key))\">\(Phrase.day(meeting.day))</a>"
      } ?? "\(Phrase.day(meeting.day))"
    lines.append("<dt>\(Phrase.passedAt)</dt><dd>\(day)</dd>")
  }
  if let basis = resolution.basis {
    lines.append("<dt>\(Phrase.resolutionBasis)</dt><dd><bdi lang=\"vi\">\(basis)</bdi></dd>")
  }
  if !model.children.isEmpty {
    let children: [HTML] = model.children.map { child in
      """
      <a href="\(path: viewpoint.resolution(child.key))"><bdi lang="vi">\(child.line.resolution.title)</bdi></a> \
      <small>\(child.line.unitName)</small><br>
      """
    }
    lines.append("<dt>\(Phrase.resolutionCarriedOutBy)</dt><dd>\(children, \.self)</dd>")
  }
  let text: HTML? = resolution.text.map { text in
    "\(text.split(separator: "\n").map(String.init), { "<p lang=\"vi\">\($0)</p>" })"
  }
  guard !lines.isEmpty || text != nil else { return nil }
  return """
    <section class="panel" aria-labelledby="said"><header><h2 id="said">\(Phrase.resolutionBody)</h2></header>
    <div class="inside stack">\(lines.isEmpty ? nil : "<dl class=\"pairs\">\(lines, \.self)</dl>")\(text)</div></section>
    """
}

private func moreTasks(_ model: ResolutionPage, _ viewpoint: Viewpoint) -> HTML? {
  guard model.tasks.count > 50, model.seesAll else { return nil }
  let path = viewpoint.tasks(
    model.line.resolution.unit.description,
    Query().with("resolution", model.key)
  )
  return
    "<footer class=\"table-foot\"><a href=\"\(path: path)\">\(Phrase.allTasks(model.tasks.count))</a></footer>"
}

// MARK: Unit by unit

private func cascadeSection(_ model: ResolutionPage, _ frame: Frame) -> HTML? {
  guard model.sent > 0 else { return nil }
  let viewpoint = frame.viewpoint
  let pages = pager(model.previous, model.next, frame.query.without("after", "before"), frame)
  let range = Phrase.range(model.firstSerial, model.firstSerial + model.rows.count - 1, of: model.shown)
  return """
    <section class="panel" aria-labelledby="cascade"><header><h2 id="cascade">\(Phrase.cascadeTitle)</h2>\
    \(model.rows.isEmpty ? nil : "<span class=\"aside\">\(range)</span>" as HTML)</header>
    \(model.step.map { step in
      """
      <p class="inside">\(Phrase.cascadeStep(step.rawValue)) · \
      <a href="\(path: frame.here(frame.query.without("step", "after", "before")))">\(Phrase.allUnitsAgain)</a></p>
      """
    })\(cascadeTable(model, viewpoint))\
    \(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
    """
}

/// The states a heat map shows, from what is done to what is not.
private let heated: [TaskState] = [.beyond, .onTime, .doneLate, .underWay, .notBegun, .late]

private func cascadeTable(_ model: ResolutionPage, _ viewpoint: Viewpoint) -> HTML {
  let mayAnswer = model.rows.contains(where: \.mayAnswer)
  var columns = [
    Column(Phrase.unitWord.text), Column(Phrase.resolutionStep.text), Column(Phrase.studiedShare.text),
    Column(Phrase.studyLag.text), Column(Phrase.tasksPercent.text),
  ]
  columns += heated.map { Column(Phrase.taskState($0.rawValue).text, .number) }
  if mayAnswer { columns.append(Column(Phrase.recordCascade.text)) }
  let table = Table(
    caption: Phrase.cascadeTitle.text,
    columns: columns,
    rows: model.rows,
    isDense: true
  ) { row, page in
    let (answer, unit) = (row.line.answer, row.line.unit.description)
    page.markup("<tr><th scope=\"row\">")
    page.unit(UnitLink(unit, row.line.unitName), viewpoint)
    page.markup("</th>")
    page.cell(
      .resolutionStep,
      "\(cascadeView(answer, viewpoint.on))\(row.reminder.map { reminderView($0, viewpoint) })"
    )
    page.cell(.studiedShare, studyView(answer, viewpoint.on))
    let lag = answer.lag(on: viewpoint.on)
    page.cell(.studyLag, lag == 0 && answer.study == nil ? nil : "\(Phrase.lagDays(lag))")
    page.cell(.tasksPercent, row.rollUp.percent.map { "\(Phrase.wholePercent($0))" })
    for state in heated {
      let query = Query().with("resolution", model.key).with("state", state.rawValue)
      page.piece(heatCell(state, row.rollUp, viewpoint.tasks(unit, query)))
    }
    if mayAnswer {
      page.cell(
        .recordCascade,
        row.mayAnswer ? answerLinks(model.key, unit, isOne: !model.seesAll, reminds: row.mayRemind) : nil
      )
    }
    page.markup("</tr>\n")
  }
  return "<div class=\"stacks\">\(table.html)</div>"
}

/// A number that opens, on a ground the darker the larger its share of the unit's tasks.
private func heatCell(_ state: TaskState, _ rollUp: TaskRollUp, _ path: Path) -> HTML {
  let count = rollUp[state]
  let level = rollUp.total == 0 || count == 0 ? 0 : min(3, 1 + count * 3 / (rollUp.total + 1))
  let kind: HTML = state == .late ? "bad" : state.isDone ? "done" : "open"
  return """
    <td class="num heat" data-heat="\(kind)-\(level)" data-head="\(Phrase.taskState(state.rawValue))">\
    \(figureLink(count, path))</td>
    """
}

private func studyView(_ answer: CascadeAnswer, _ day: CivilDate) -> HTML? {
  guard let study = answer.study, study.day <= day else { return nil }
  return """
    \(Phrase.studiedBy(study.members, study.all)), <span class="whole">\(Phrase.day(study.day))</span>\
    <span class="detail"><bdi lang="vi">\(study.place)</bdi></span>
    """
}

/// Where it is recorded what a unit says; for the unit's own secretary as large as a thumb.
private func answerLinks(_ key: String, _ unit: String, isOne: Bool, reminds: Bool) -> HTML {
  let words = CascadeWord.Code.allCases.map { word -> HTML in
    """
    <a\(isOne ? " class=\"button\"" as HTML : nil) href="\(path: .answer(key, unit, word.rawValue))">\
    \(Phrase.cascadeStep(word.rawValue))</a>
    """
  }
  if !isOne {
    let remind: HTML? =
      reminds ? " · <a href=\"\(path: .answer(key, unit, "remind"))\">\(Phrase.remindShort)</a>" : nil
    return "\(words[0]) · \(words[1]) · \(words[2])\(remind)"
  }
  return "<span class=\"actions\">\(words, \.self)</span>"
}
