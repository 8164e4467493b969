import Basics
import Markup
import Phrases
import Records
import Rules

/// The tasks of a unit or a person: what needs somebody first, narrowed by how they stand.
func taskDeskView(_ model: TaskDesk, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let pages = pager(model.previous, model.next, frame.query.without("after", "before"), frame)
  let head: HTML
  let title: String
  var namesUnit = true
  switch model.of {
  case .unit(let unit, let path):
    title = unit.name
    head = """
      \(unitHeading(
        unit, path, .tasksSentence(viewpoint.on), frame, topic: .tasksTitle,
        actions: taskActions(model, unit.key, frame)
      ))
      \(resolutionTabs(unit.key, viewpoint, current: .tasks))
      """
  case .person(let person):
    title = person.name
    namesUnit = false
    head = """
      <div class="heading"><div><h1>\(Phrase.myTasks)</h1>\
      <p><bdi class="name" lang="vi">\(person.name)</bdi></p></div></div>
      """
  }
  let range = Phrase.range(model.firstSerial, model.firstSerial + model.rows.count - 1, of: model.count)
  return page(
    frame,
    title: Phrase(verbatim: "\(Phrase.tasksTitle) · \(title)"),
    isLandscape: true,
    content: """
      \(head)
      \(figuresView(model, viewpoint))
      \(model.resolution.map { narrowed($0, frame) })
      \(stateChips(model, frame))
      <section class="panel" aria-labelledby="listed"><header><h2 id="listed">\(listTitle(model))</h2>\
      \(model.rows.isEmpty ? nil : "<span class=\"aside\">\(range)</span>")</header>
      \(model.rows.isEmpty
        ? emptyView(.noTasks, why: .noTasksMeaning) : taskTable(model.rows, viewpoint, namesUnit: namesUnit))\
      \(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
      """
  )
}

private func taskActions(_ model: TaskDesk, _ unit: String, _ frame: Frame) -> [HTML] {
  var actions: [HTML] = []
  if model.mayKeep {
    let path = Path.assignTask(unit, under: model.resolution?.key)
    actions.append("<a class=\"button primary\" href=\"\(path: path)\">\(Phrase.assignTask)</a>")
    let several = Path.assignTasks(unit, under: model.resolution?.key)
    actions += [
      "<a class=\"button\" href=\"\(path: several)\">\(Phrase.resolutionForm("assignTasks"))</a>",
      "<a class=\"button\" href=\"\(path: .tellTasks(unit))\">\(Phrase.tellTasksTitle)</a>",
    ]
  }
  guard model.count > 0 else { return actions }
  let query = frame.query.without("after", "before")
  return actions + fileLinks { frame.viewpoint.tasksFile(unit, $0, query) }
}

private func listTitle(_ model: TaskDesk) -> Phrase {
  if let due = model.due { return .duesInMonth(due) }
  if let done = model.done { return .doneInMonth(done) }
  if let state = model.state { return .taskState(state.rawValue) }
  return model.figure.map { .taskFigure($0.rawValue) } ?? .tasksTitle
}

/// What a review of the period counts, each number opening to its tasks.
private func figuresView(_ model: TaskDesk, _ viewpoint: Viewpoint) -> HTML {
  func path(_ figure: TaskFigure) -> Path {
    let query = Query().with("of", figure.rawValue).with("from", model.period.from.description)
      .with("until", model.period.until.description)
    switch model.of {
    case .unit(let unit, _): return viewpoint.tasks(unit.key, query)
    case .person(let person): return viewpoint.tasks(ofPerson: person.key, query)
    }
  }
  let figures = TaskFigure.allCases.map { figure -> HTML in
    """
    <div><dt>\(Phrase.taskFigure(figure.rawValue))</dt>\
    <dd>\(figureLink(model.figures[figure] ?? 0, path(figure)))</dd></div>
    """
  }
  return """
    <section class="group" aria-labelledby="review"><header><h2 id="review">\
    \(Phrase.dueWithin(model.period.from, model.period.last))</h2></header>
    <dl class="standing">\(figures, \.self)</dl>\(workFigures(model, viewpoint))</section>
    """
}

/// The ways to the figures of a unit and all below it, each with its rows, a picture and another day beside it.
private func workFigures(_ model: TaskDesk, _ viewpoint: Viewpoint) -> HTML? {
  guard case .unit(let unit, _) = model.of else { return nil }
  let figures = FigureName.allCases.filter(\.countsWork).map { figure -> HTML in
    """
    <a class="chip" href="\(path: viewpoint.figure(figure.rawValue, of: unit.key))">\
    \(Phrase.figure(figure.rawValue))</a>
    """
  }
  return """
    <details class="more"><summary>\(Phrase.workFigures)</summary>\
    <nav class="chips" aria-label="\(Phrase.workFigures)">\(figures, \.self)</nav></details>
    """
}

private func narrowed(_ resolution: (key: String, title: String), _ frame: Frame) -> HTML {
  let all = frame.here(frame.query.without("resolution", "after", "before"))
  return """
    <p>\(Phrase.underResolution) <a href="\(path: frame.viewpoint.resolution(resolution.key))">\
    <bdi lang="vi">\(resolution.title)</bdi></a> · <a href="\(path: all)">\(Phrase.allTasksAgain)</a></p>
    """
}

private func stateChips(_ model: TaskDesk, _ frame: Frame) -> HTML? {
  guard model.rollUp.total > 0 else { return nil }
  let rest = frame.query.without("state", "after", "before")
  let chips = TaskState.allCases.filter { model.rollUp[$0] > 0 || model.state == $0 }.map { state -> HTML in
    let isOn = model.state == state
    let path = frame.here(isOn ? rest : rest.with("state", state.rawValue))
    return """
      <a class="\(isOn ? "chip on" : "chip" as HTML)"\(attribute: "aria-current", isOn ? "true" : nil) \
      href="\(path: path)">\(Phrase.taskState(state.rawValue)) \(Phrase.number(model.rollUp[state]))</a>
      """
  }
  return """
    <nav class="chips" aria-label="\(Phrase.taskStates)">\
    <a class="\(model.state == nil ? "chip on" : "chip" as HTML)" href="\(path: frame.here(rest))">\
    \(Phrase.allOfThem) \(Phrase.number(model.rollUp.total))</a>\(chips, \.self)</nav>
    """
}

// MARK: One task

/// A task, and all that was told of it, the newest first.
func taskView(_ model: TaskPage, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let line = model.line
  return page(
    frame,
    title: Phrase(verbatim: line.task.what),
    content: """
      <div class="heading"><div>\(model.path.isEmpty ? nil : crumbs(model.path, viewpoint))
      <h1><bdi lang="vi">\(line.task.what)</bdi></h1><p>\(taskStateView(line, viewpoint.on))</p></div>
      <div class="actions">\(taskDeeds(model))</div></div>
      <section class="panel" aria-labelledby="task"><header><h2 id="task">\(Phrase.taskTitle)</h2></header>
      <dl class="pairs inside">\(taskPairs(model, viewpoint))</dl></section>
      <section class="panel" aria-labelledby="told"><header><h2 id="told">\(Phrase.progressTold)</h2></header>
      \(model.told.isEmpty
        ? emptyView(.nothingTold, why: .nothingToldMeaning)
        : "<ul class=\"found\">\(model.told, { toldItem($0, model, viewpoint) })</ul>")</section>
      \(matterMeetingsView(model.meetings, viewpoint))
      """
  )
}

private func taskDeeds(_ model: TaskPage) -> HTML {
  let tell: HTML? =
    model.mayTell
    ? "<a class=\"button primary\" href=\"\(path: .task(model.key, "progress"))\">\(Phrase.tellProgress)</a>"
    : nil
  let others: HTML? =
    model.mayKeep
    ? """
    <a class="button" href="\(path: .task(model.key, "change"))">\(Phrase.changeTask)</a>\
    <a class="button" href="\(path: .task(model.key, "end"))">\(Phrase.endTask)</a>
    """ : nil
  return "\(tell)\(others)"
}

private func taskPairs(_ model: TaskPage, _ viewpoint: Viewpoint) -> HTML {
  let (line, task) = (model.line, model.line.task)
  var pairs: [(Phrase, HTML)] = [
    (.taskUnit, unitLink(UnitLink(task.unit.description, line.unitName), viewpoint))
  ]
  if let person = task.answerer, let name = line.answererName {
    pairs.append(
      (
        .taskPerson,
        model.opensPerson
          ? personLink(PersonLink(person.description, name), viewpoint) : "<bdi lang=\"vi\">\(name)</bdi>"
      )
    )
  }
  if let resolution = task.resolution, let title = line.resolutionTitle {
    pairs.append(
      (
        .underResolution,
        model.opensResolution
          ? "<a href=\"\(path: viewpoint.resolution(resolution.description))\"><bdi lang=\"vi\">\(title)</bdi></a>"
          : "<bdi lang=\"vi\">\(title)</bdi>"
      )
    )
  }
  pairs.append((.taskDays, "\(Phrase.day(task.begins)) – \(Phrase.day(task.due))"))
  let counted: HTML =
    switch task.measure {
    case .quantity(let target, let unit): "\(Phrase.quantity(target)) <bdi lang=\"vi\">\(unit)</bdi>"
    case .households(let count): "\(Phrase.householdsTarget(count))"
    case .evidence(let evidence): "\(Phrase.shownBy): <bdi lang=\"vi\">\(evidence)</bdi>"
    }
  pairs += [
    (.taskMeasureTitle, counted), (.taskSoFar, "\(soFar(line))"),
    (.taskWeight, "\(Phrase.number(task.weight))"),
  ]
  if let ending = task.ending {
    let words = Phrase.taskState(ending.kind.rawValue)
    pairs.append(
      (words, "\(Phrase.day(ending.day)): <bdi lang=\"vi\">\(ending.reason)</bdi>")
    )
  }
  if let carries = task.carries {
    pairs.append(
      (.carriesOn, "<a href=\"\(path: viewpoint.task(carries.description))\">\(Phrase.earlierTask)</a>")
    )
  }
  if let successor = model.successor {
    pairs.append((.goesOnAs, "<a href=\"\(path: viewpoint.task(successor))\">\(Phrase.laterTask)</a>"))
  }
  return "\(pairs, { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" })"
}

private func toldItem(_ told: ToldProgress, _ model: TaskPage, _ viewpoint: Viewpoint) -> HTML {
  let quantity: Phrase =
    model.line.task.measure.kind == .evidence
    ? (told.progress.quantity > .zero ? .taskIsDone : .taskIsNotDone) : .quantity(told.progress.quantity)
  let file: HTML? = told.file.map { file in
    " · <a href=\"\(path: .evidence(model.key, file.description))\">\(told.name ?? "")</a>"
  }
  return """
    <li><b>\(quantity)</b> <span class="whole">\(Phrase.day(told.day))</span>\
    \(told.progress.note.map { " <bdi lang=\"vi\">\($0)</bdi>" as HTML })\(file)\
    <small>\(told.writer ?? "")</small></li>
    """
}
