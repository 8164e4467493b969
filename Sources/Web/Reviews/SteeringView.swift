import Basics
import Markup
import Phrases
import Records
import Rules

/// Who steers the reviews of the units below, and which sessions they attended.
func steeringView(_ model: SteeringPage, in frame: Frame) -> HTML {
  let tally = model.lines.tally
  return page(
    frame,
    title: Phrase(verbatim: "\(Phrase.steeringTitle) · \(model.unit.name)"),
    content: """
      \(unitHeading(model.unit, model.path, .steeringMeaning(model.unit.name), frame, topic: .steeringTitle))
      \(reviewTabs(model.key, model.unit.key, model.round, .steering, frame))
      \(model.objections.said(besides: steeringFields).map(messageView))
      <section class="panel" aria-labelledby="steering"><header><h2 id="steering"><bdi lang="vi">\(model.round.title)</bdi></h2>\
      \(model.lines.isEmpty ? nil : "<span class=\"aside\">\(Phrase.steeringCount(tally.attended, of: tally.assigned))</span>" as HTML)</header>
      \(model.lines.isEmpty
        ? emptyView(.nobodySteers, why: .nobodySteersMeaning)
        : "<div class=\"stacks\">\(steeringTable(model, frame))</div>")</section>
      \(assignForm(model, frame))
      """
  )
}

private let steeringFields: [Field] = [.unit, .person, .ground, .day, .text]

private func steeringTable(_ model: SteeringPage, _ frame: Frame) -> HTML {
  let acts = model.mayAssign || model.mayKeep
  var columns = [
    Column(Phrase.steeredUnit.text), Column(Phrase.steeredBy.text), Column(Phrase.sessionsAttended.text),
  ]
  if acts { columns.append(Column(Phrase.recordAttendance.text)) }
  return Table(
    caption: Phrase.steeringTitle.text,
    columns: columns,
    rows: model.lines,
    isDense: true
  ) { line, page in
    let steering = line.steering
    let unit = frame.viewpoint.review(model.key, .organisation(steering.unit))
    page.piece(
      """
      <tr><th scope="row"><a href="\(path: unit)"><bdi lang="vi">\(line.unitName)</bdi></a>\
      \(steering.ground.map { "<span class=\"detail\"><bdi lang=\"vi\">\($0)</bdi></span>" as HTML })</th>
      """
    )
    let person = frame.viewpoint.steering(byPerson: steering.person.description)
    page.cell(.steeredBy, "<a href=\"\(path: person)\"><bdi lang=\"vi\">\(line.personName)</bdi></a>")
    page.cell(.sessionsAttended, attendedView(line))
    if acts {
      let address = Path.steering(model.key, of: model.unit.key)
      let attend: HTML? =
        model.mayKeep && steering.body.description == model.unit.key
        ? attendForm(line, address, model.values, model.objections, frame) : nil
      let end: HTML? =
        model.mayAssign && steering.body.description == model.unit.key ? endForm(line, address, frame) : nil
      page.cell(.recordAttendance, "\(attend)\(end)")
    }
    page.markup("</tr>\n")
  }.html
}

private func attendedView(_ line: SteeringLine) -> HTML {
  guard line.attended > 0, let last = line.lastAttended else {
    return "<span class=\"state ring\">\(Phrase.notAttendedYet)</span>"
  }
  return "<span class=\"state good\">\(Phrase.attendedTimes(line.attended, Phrase.day(last).text))</span>"
}

/// A session attended: its day, and what was directed at it.
private func attendForm(
  _ line: SteeringLine,
  _ address: Path,
  _ values: [String: String],
  _ objections: [Objection],
  _ frame: Frame
) -> HTML {
  let scope = line.fact.id?.description ?? ""
  let isSent = values["step"] == "attend" && values["steering"] == scope
  return """
    <details\(flag: isSent, "open")><summary>\(Phrase.recordAttendance)\
    <span class="unseen"> <bdi lang="vi">\(line.unitName), \(line.personName)</bdi></span></summary>\
    <form class="form" method="post" action="\(path: address)">\
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", AccountForm.newRequest()))\
    \(Form.hidden("steering", scope))\
    \(FormField("day", Phrase.attendedOn.text, kind: .day, value: isSent ? values["day"] ?? "" : frame.viewpoint.today.description, error: isSent ? objections.said(.day) : nil, scope: scope).html)\
    \(FormField("text", Phrase.attendanceText.text, kind: .words, value: isSent ? values["text"] ?? "" : "", error: isSent ? objections.said(.text) : nil, scope: scope).html)\
    <button class="button" name="step" value="attend">\(Phrase.raiseIt)</button></form></details>
    """
}

private func endForm(_ line: SteeringLine, _ address: Path, _ frame: Frame) -> HTML {
  """
  <form method="post" action="\(path: address)">\(Form.hidden("token", frame.viewer.token))\
  \(Form.hidden("request", AccountForm.newRequest()))\(Form.hidden("steering", line.fact.id?.description ?? ""))\
  <button class="button small" name="step" value="end">\(Phrase.endSteering)\
  <span class="unseen"> <bdi lang="vi">\(line.unitName), \(line.personName)</bdi></span></button></form>
  """
}

private func assignForm(_ model: SteeringPage, _ frame: Frame) -> HTML? {
  guard model.mayAssign, !model.units.isEmpty else { return nil }
  guard !model.people.isEmpty else {
    return "<p class=\"quiet\">\(Phrase.noStandingCommittee)</p>"
  }
  let isSent = model.values["step"] == "assign"
  let steered = Set(model.lines.map { $0.steering.unit.description })
  // Those whom nobody steers yet first.
  let units =
    model.units.filter { !steered.contains($0.key) } + model.units.filter { steered.contains($0.key) }
  func field(_ name: Field, _ label: Phrase, _ kind: FormField.Kind, isRequired: Bool = true) -> HTML {
    FormField(
      name.rawValue,
      label.text,
      kind: kind,
      value: isSent ? model.values[name.rawValue] ?? "" : "",
      error: isSent ? model.objections.said(name) : nil,
      isRequired: isRequired,
      scope: "assign"
    ).html
  }
  let blank = FormField.Choice("", Phrase.notChosen.text)
  let unitKind = FormField.Kind.choice([blank] + units.map { .init($0.key, $0.name) })
  let personKind = FormField.Kind.choice([blank] + model.people.map { .init($0.key, $0.name) })
  return """
    <section class="panel no-print" aria-labelledby="assign"><header><h2 id="assign">\(Phrase.assignSteering)</h2></header>
    <form class="form narrow inside" method="post" action="\(path: .steering(model.key, of: model.unit.key))">\
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))\
    \(field(.unit, .steeredUnit, unitKind))\(field(.person, .steeredBy, personKind))\
    \(field(.ground, .steeringGround, .text, isRequired: false))
    <div class="actions"><button class="button primary" name="step" value="assign">\(Phrase.assignSteering)</button></div></form></section>
    """
}

/// The reviews one person steers, and where they still have to be.
func ownSteeringView(_ model: OwnSteering, in frame: Frame) -> HTML {
  let tally = model.lines.tally
  let items = model.lines.map { line -> HTML in
    let path = frame.viewpoint.review(line.steering.round.description, .organisation(line.steering.unit))
    let unit: HTML =
      frame.viewpoint.opens.reviews
      ? "<a href=\"\(path: path)\"><bdi lang=\"vi\">\(line.unitName)</bdi></a>"
      : "<b><bdi lang=\"vi\">\(line.unitName)</bdi></b>"
    let form: HTML? =
      model.isOwn && frame.viewpoint.isNow
      ? attendForm(line, .steering(byPerson: model.person.key), model.values, model.objections, frame) : nil
    return """
      <li>\(unit) \(attendedView(line))<span class="detail"><bdi lang="vi">\(line.roundTitle)</bdi>\
      \(line.steering.ground.map { " · <bdi lang=\"vi\">\($0)</bdi>" as HTML })</span>\(form)</li>
      """
  }
  return page(
    frame,
    title: .mySteering,
    content: """
      <div class="heading"><div><h1>\(model.isOwn ? Phrase.mySteering : .steeringTitle)</h1>\
      <p><bdi lang="vi">\(model.person.name)</bdi>. \(Phrase.mySteeringMeaning.leading)</p></div></div>
      \(model.objections.said(besides: steeringFields).map(messageView))
      <section class="panel" aria-labelledby="own"><header><h2 id="own">\(Phrase.steeringTitle)</h2>\
      \(model.lines.isEmpty ? nil : "<span class=\"aside\">\(Phrase.steeringCount(tally.attended, of: tally.assigned))</span>" as HTML)</header>
      \(items.isEmpty ? emptyView(.nobodySteers, why: .nobodySteersMeaning) : "<ul class=\"found\">\(items, \.self)</ul>")</section>
      """
  )
}
