import Basics
import Markup
import Phrases
import Records
import Rules

/// All open tasks of a unit one below the other, and one button for them together.
func taskTellingView(_ model: TaskTelling, in frame: Frame) -> HTML {
  let back = frame.viewpoint.tasks(model.unit.key)
  let rows = model.rows.count { !model.refusals($0).isEmpty }
  let message = model.objections.said(ofRows: rows, besides: .day)
  return page(
    frame,
    title: Phrase(verbatim: "\(Phrase.tellTasksTitle.text) · \(model.unit.name)"),
    isLandscape: true,
    content: """
      \(unitHeading(
        model.unit, model.path, .tellTasksMeaning, frame, topic: .tellTasksTitle,
        actions: ["<a class=\"button\" href=\"\(path: back)\">\(Phrase.backToTasks)</a>"]
      ))
      \(message.map(messageView))
      \(model.rows.isEmpty ? emptyView(.noOpenTasks, why: .noTasksMeaning) : listForm(model, frame))
      """
  )
}

private func listForm(_ model: TaskTelling, _ frame: Frame) -> HTML {
  let day = FormField(
    Field.day.rawValue,
    Phrase.resolutionLabel("tellProgress", "day").text,
    kind: .day,
    value: model.values[Field.day.rawValue] ?? model.day.description,
    error: model.objections.said(.day),
    scope: "all"
  )
  let pages = pager(model.previous, model.next, frame.query.without("after", "before", "done"), frame)
  return """
    <form class="panel rating-list task-list" method="post" action="\(path: .tellTasks(model.unit.key))" data-draft>
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))
    <header><h2>\(Phrase.tasksTitle)</h2><span class="aside">\
    \(Phrase.range(model.firstSerial, model.firstSerial + model.rows.count - 1, of: model.count))</span></header>
    <div class="voters">\(day.html)</div>
    <ol>\(model.rows, { rowView($0, model, frame) })</ol>
    <div class="actions sticky"><button class="button primary">\(Phrase.saveProgress)</button></div></form>
    \(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })
    """
}

private func rowView(_ line: TaskLine, _ model: TaskTelling, _ frame: Frame) -> HTML {
  let (task, key) = (line.task, line.task.key.description)
  let refused = model.refusals(line)
  func field(_ name: Field, _ label: Phrase, _ kind: FormField.Kind) -> HTML {
    FormField(
      "\(name.rawValue)-\(key)",
      label.text,
      kind: kind,
      value: model.value(name, line),
      error: refused.said(name),
      isRequired: false,
      autocomplete: "off",
      scope: "row"
    ).html
  }
  let isShown = task.measure.kind == .evidence
  let done = [
    FormField.Choice("", Phrase.notChosen.text), FormField.Choice("1", Phrase.taskIsDone.text),
    FormField.Choice("0", Phrase.taskIsNotDone.text),
  ]
  let note: HTML? =
    task.measure.kind == .households ? nil : field(.note, .resolutionLabel("tellProgress", "note"), .text)
  let person: HTML? = line.answererName.map { " <bdi lang=\"vi\">\($0)</bdi> ·" }
  let whole = refused.filter { $0.field != .quantity && $0.field != .note }
  return """
    <li\(refused.isEmpty ? nil : " class=\"wrong\"" as HTML)><fieldset><legend>\
    <a href="\(path: frame.viewpoint.task(key))"><bdi lang="vi">\(task.what)</bdi></a> \
    <span class="detail">\(person) \(Phrase.taskDue) \(Phrase.day(task.due))</span></legend>
    \(Form.hidden("task", key))
    <p class="known"><span>\(Phrase.soFarNow): <b>\(soFar(line))</b></span>\
    <span>\(taskStateView(line, frame.viewpoint.on))</span></p>
    \(whole.map { "<p class=\"error\">\(Phrase.refusal($0.refusal))</p>" as HTML }, \.self)
    <div class="fields">\(field(.quantity, .resolutionLabel("tellProgress", "quantity"), isShown ? .choice(done) : .text))\
    \(note)</div></fieldset></li>
    """
}
