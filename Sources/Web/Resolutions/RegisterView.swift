import Basics
import Markup
import Phrases
import Records
import Rules

/// The register of a unit: what came from above and is still silent first, then all, the newest first.
func registerView(_ model: ResolutionRegister, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let pages = pager(model.previous, model.next, frame.query.without("after", "before"), frame)
  return page(
    frame,
    title: Phrase(verbatim: "\(Phrase.resolutionsTitle) · \(model.unit.name)"),
    isLandscape: true,
    content: """
      \(unitHeading(
        model.unit, model.path, .resolutionsSentence(viewpoint.on), frame, topic: .resolutionsTitle,
        actions: registerActions(model, viewpoint)
      ))
      \(resolutionTabs(model.unit.key, viewpoint, current: .register))
      <section class="panel" aria-labelledby="listed"><header>\
      <h2 id="listed">\(Phrase.registerOfResolutions)</h2>\
      <span class="aside">\(model.rows.isEmpty ? nil : registerRange(model))</span></header>
      \(model.rows.isEmpty
        ? emptyView(.noResolutions, why: .noResolutionsMeaning) : registerTable(model, viewpoint))\
      \(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
      """
  )
}

/// The lists of a unit beside each other.
func resolutionTabs(_ unit: String, _ viewpoint: Viewpoint, current: ResolutionTab) -> HTML {
  tabsView(
    .resolutionsTitle,
    [
      Tab(.resolutionsTitle, viewpoint.resolutions(unit), isCurrent: current == .register),
      Tab(.tasksTitle, viewpoint.tasks(unit), isCurrent: current == .tasks),
      Tab(.programmesTitle, viewpoint.programmes(unit), isCurrent: current == .programmes),
      Tab(.leaderBoard, viewpoint.leaderBoard(unit), isCurrent: current == .board),
    ]
  )
}

/// The pages about a unit's resolutions and tasks.
enum ResolutionTab {
  case register, tasks, programmes, board
}

private func registerActions(_ model: ResolutionRegister, _ viewpoint: Viewpoint) -> [HTML] {
  var actions: [HTML] = []
  if model.mayKeep {
    actions.append(
      "<a class=\"button primary\" href=\"\(path: .enterResolution(model.unit.key))\">\(Phrase.enterResolution)</a>"
    )
  }
  guard model.count > 0 else { return actions }
  return actions
    + fileLinks { viewpoint.resolutionsFile(model.unit.key, $0) }
}

/// A list taken away in each kind of file, where that opens to the reader.
func fileLinks(_ path: (String) -> Path) -> [HTML] {
  ["csv", "xlsx"].compactMap { format in
    let path = path(format)
    guard path.isOpen else { return nil }
    return "<a class=\"button small\" href=\"\(path: path)\">\(Phrase.export) \(format.uppercased())</a>"
  }
}

private func registerRange(_ model: ResolutionRegister) -> HTML {
  "\(Phrase.range(model.firstSerial, model.firstSerial + model.rows.count - 1, of: model.count))"
}

private func registerTable(_ model: ResolutionRegister, _ viewpoint: Viewpoint) -> HTML {
  let table = Table(
    caption: Phrase.registerOfResolutions.text,
    columns: [
      Column(Phrase.resolutionTitle.text), Column(Phrase.resolutionFrom.text),
      Column(Phrase.resolutionStep.text), Column(Phrase.tasksTitle.text),
      Column(Phrase.taskState("late").text), Column(Phrase.tasksPercent.text),
    ],
    rows: model.rows,
    isDense: true
  ) { row, page in
    page.markup("<tr><th scope=\"row\">")
    page.piece(resolutionName(row.line, row.key, viewpoint))
    page.markup("</th>")
    page.cell(
      .resolutionFrom,
      row.answer == nil ? "\(Phrase.ownResolution)" : "<bdi lang=\"vi\">\(row.line.unitName)</bdi>"
    )
    page.cell(.resolutionStep, stepView(row, viewpoint))
    let query = Query().with("resolution", row.key)
    page.cell(.tasksTitle, figureLink(row.rollUp.total, viewpoint.tasks(model.unit.key, query)))
    page.cell(
      .taskState("late"),
      figureLink(row.rollUp[.late], viewpoint.tasks(model.unit.key, query.with("state", "late")))
    )
    page.cell(.tasksPercent, row.rollUp.percent.map { "\(Phrase.wholePercent($0))" })
    page.markup("</tr>\n")
  }
  return "<div class=\"stacks\">\(table.html)</div>"
}

/// A resolution by its title, its number and its day.
func resolutionName(_ line: ResolutionLine, _ key: String, _ viewpoint: Viewpoint) -> HTML {
  let resolution = line.resolution
  let number: HTML? = resolution.number.map { "<span class=\"code\">\($0)</span> · " }
  return """
    <a href="\(path: viewpoint.resolution(key))"><bdi lang="vi">\(resolution.title)</bdi></a>\
    <span class="detail">\(number)\(Phrase.resolutionKind(resolution.kind.rawValue)) · \
    \(Phrase.day(line.fact.span.start))</span>
    """
}

/// How far the unit has come with a superior's; how many are silent on its own.
private func stepView(_ row: RegisterRow, _ viewpoint: Viewpoint) -> HTML {
  guard let answer = row.answer else {
    guard row.sent > 0 else { return "\(Phrase.notSentDown)" }
    return "\(Phrase.silentOf(row.silent, row.sent))"
  }
  let reminder = answer.step(on: viewpoint.on) == .silent ? row.reminder : nil
  return "\(cascadeView(answer, viewpoint.on))\(reminder.map { reminderView($0, viewpoint) })"
}

/// That a unit was reminded: when, by whom, and what was said.
func reminderView(_ reminder: Reminder, _ viewpoint: Viewpoint) -> HTML {
  """
  <span class="detail"><b>\(Phrase.remindedOn(reminder.day))</b>\
  \(reminder.writer.map { ", <bdi lang=\"vi\">\($0)</bdi>" as HTML })\
  \(reminder.note.map { ": \($0)" as HTML })</span>
  """
}

/// How far a unit has come, and since when nothing has been heard.
func cascadeView(_ answer: CascadeAnswer, _ day: CivilDate) -> HTML {
  let step = answer.step(on: day)
  let words = Phrase.cascadeStep(step.rawValue)
  let days = answer.silence(on: day)
  let since: HTML? = days == 0 ? nil : "<span class=\"detail\">\(Phrase.silentDays(days))</span>"
  return step == .silent
    ? "<span class=\"state bad\">\(words)</span>\(since)" : "\(words)\(since)"
}
