import Basics
import Markup
import Phrases
import Records
import Rules

/// What signing a plan brings about, and the form in which it is signed; of one that took effect, what it brought
/// about, and the form in which it is undone.
func planSigningView(_ model: PlanDesk, _ frame: Frame) -> HTML? {
  guard model.state != .withdrawn, model.plan != nil else { return nil }
  let day = model.sight?.outlook.day
  let title: Phrase = day.map { .planOnDay($0, isDone: model.state == .carriedOut) } ?? .plan
  let follows = model.sight.map { consequencesView($0, model.unit, frame.viewpoint) }
  return """
    <section class="panel deciding" aria-labelledby="signing"><header><h2 id="signing">\(title)</h2></header>
    <div class="inside stack">\(follows)\(act(model, frame))</div></section>
    """
}

private func act(_ model: PlanDesk, _ frame: Frame) -> HTML? {
  // While it is being signed nothing else is done to it.
  if let job = model.job, !job.state.isOver { return nil }
  switch model.state {
  case .submitted: return signing(model, frame)
  case .carriedOut: return undoing(model, frame)
  case .draft, .withdrawn: return nil
  }
}

/// Why it is sent back, given up or undone.
func planReason(_ model: PlanDesk) -> HTML {
  FormField(
    "why",
    (model.state == .carriedOut ? Phrase.planWhyUndone : .planWhy).text,
    kind: .text,
    value: model.draft.why,
    error: model.draft.objections.said(.reason),
    isRequired: false,
    autocomplete: "off"
  ).html
}

/// The number of the decision, typed by the hand that signs.
private func number(_ model: PlanDesk, _ sight: PlanSight?) -> HTML {
  let number = sight?.numbers.first ?? model.draft.title
  return FormField(
    "number",
    (sight?.numbers.isEmpty ?? true ? Phrase.planTypeTitle : .planTypeNumber).text,
    kind: .text,
    value: model.draft.number,
    hint: number,
    error: model.draft.isWrongNumber ? Phrase.planWrongNumber(number).text : nil,
    isRequired: false,
    autocomplete: "off"
  ).html
}

private func opening(_ model: PlanDesk, _ frame: Frame) -> HTML {
  """
  <form class="form" method="post" action="\(path: model.plan.map { .plan($0) } ?? .closed)">\
  \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))
  """
}

private func signing(_ model: PlanDesk, _ frame: Frame) -> HTML? {
  guard model.mayWrite else { return nil }
  let isSound = model.sheet.map { $0.isBalanced && $0.allBlocking.isEmpty } ?? false
  let sign: HTML
  if !model.maySign {
    sign = "<p class=\"quiet\">\(Phrase.secondPersonSigns)</p>"
  } else if !isSound {
    sign = "<p class=\"quiet\">\(Phrase.planCannotSign)</p>"
  } else {
    sign = """
      \(number(model, model.sight))<div class="actions">\
      <button class="button primary" name="step" value="sign">\
      \(model.sight.map { Phrase.signPlanFor($0.outlook.day) } ?? .signPlan)</button></div>
      """
  }
  return """
    \(opening(model, frame))\(sign)
    <details class="more"\(flag: model.draft.objections.said(.reason) != nil, "open")>\
    <summary>\(Phrase.planReturnOrGiveUp)</summary><div class="form">\(planReason(model))\
    <div class="actions"><button class="button" name="step" value="return">\(Phrase.returnPlan)</button>\
    <button class="button" name="step" value="withdraw">\(Phrase.giveUpPlan)</button></div></div></details></form>
    """
}

private func undoing(_ model: PlanDesk, _ frame: Frame) -> HTML? {
  guard model.mayWrite else { return nil }
  guard model.mayUndo else { return "<p class=\"quiet\">\(Phrase.secondPersonUndoes)</p>" }
  let standing = model.draft.objections.compactMap { objection -> HTML? in
    guard case .standsOn(let entry, let operation) = objection.refusal else { return nil }
    return """
      <li><a href="\(path: frame.viewpoint.entry(entry))">\(Phrase.planEntry(entry))</a> \
      \(Phrase.operation(operation))</li>
      """
  }
  let isOpen = model.draft.isWrongNumber || !model.draft.objections.isEmpty
  let list: HTML? =
    standing.isEmpty
    ? nil
    : """
    <div class="message refused" role="status"><p><b>\(Phrase.planStandsOn(standing.count))</b></p>\
    <p>\(Phrase.planStandsOnMeaning)</p><ol class="reasons">\(standing, \.self)</ol></div>
    """
  return """
    <details class="more"\(flag: isOpen, "open")><summary>\(Phrase.undoPlan)</summary>\
    \(list)\(opening(model, frame))<p class="quiet">\(Phrase.undoPlanMeaning)</p>
    \(planReason(model))\(number(model, model.sight))
    <div class="actions"><button class="button" name="step" value="undo">\(Phrase.undoPlan)</button></div>
    </form></details>
    """
}

/// How far the signing of a large plan is, or that it came to nothing.
func planJobView(_ model: PlanDesk) -> HTML? {
  guard let job = model.job, let plan = model.plan else { return nil }
  if job.state.isOver {
    return messageView(
      Message(
        .refused,
        Phrase.planJobFailed.text,
        link: model.isOwnJob ? (Phrase.planJobWhy.text, .job(job.key)) : nil
      )
    )
  }
  return """
    <section class="group" aria-labelledby="progress"><header><h2 id="progress">\(Phrase.jobKind(job.kind))</h2></header>
    <div\(attribute: "data-progress", model.isOwnJob ? Path.job(job.key, "progress").text : nil) aria-live="polite">\
    \(progressView(job))</div>
    <p class="quiet">\(Phrase.jobGoesOn)</p>
    <div class="actions"><a class="button" href="\(path: .plan(plan))" data-without-script>\(Phrase.seeProgress)</a></div>
    </section>
    """
}

/// What follows, line by line, beside the button.
private func consequencesView(_ sight: PlanSight, _ unit: UnitLink, _ viewpoint: Viewpoint) -> HTML {
  let outlook = sight.outlook
  var (ended, begun): ([UnitKind: Int], [UnitKind: Int]) = ([:], [:])
  var (moved, renamed, changed) = (0, 0, 0)
  for change in outlook.changes {
    for turn in change.turns {
      switch turn {
      case .begins: begun[change.kind, default: 0] += 1
      case .ends: ended[change.kind, default: 0] += 1
      case .moves: moved += 1
      case .renamed: renamed += 1
      case .kind, .sector: changed += 1
      }
    }
  }
  let elsewhere = outlook.bands.filter { $0.from != $0.to }.reduce(PlanOutlook.Amount()) { $0 + $1.amount }
  let kept = outlook.passages.filter { $0.arePosts && $0.heir != nil && $0.heir != $0.unit }
    .reduce(0) { $0 + $1.amount.posts }
  var lines: [HTML] = UnitKind.allCases.compactMap { kind in
    ended[kind].map { "<b>\(Phrase.unitCount($0, kind.rawValue))</b> \(Phrase.planEnd)" }
  }
  lines += UnitKind.allCases.compactMap { kind in
    begun[kind].map { "<b>\(Phrase.unitCount($0, kind.rawValue))</b> \(Phrase.planBegin)" }
  }
  for (count, words) in [
    (moved, Phrase.planMovedUnits(moved)), (renamed, .planRenamedUnits(renamed)),
    (changed, .planChangedUnits(changed)),
    (outlook.moved, .planMovedMembers(outlook.moved)),
    (outlook.postsEnded, .planEndedPosts(outlook.postsEnded)),
    (kept, .planKeptPosts(kept)), (elsewhere.candidates, .planMovedCandidates(elsewhere.candidates)),
    (elsewhere.transfers, .planMovedTransfers(elsewhere.transfers)),
    (elsewhere.cases, .planMovedCases(elsewhere.cases)),
    (elsewhere.assessments, .planMovedAssessments(elsewhere.assessments)),
  ] where count > 0 { lines.append("\(words)") }
  if !outlook.vacant.isEmpty {
    let vacancies: HTML? =
      sight.isDone
      ? " <a href=\"\(path: viewpoint.moved(to: max(outlook.day, viewpoint.today)).vacancies(unit.key))\">\(Phrase.planStillVacant)</a>"
      : nil
    lines.append(
      "<span class=\"state watch\"><span>\(Phrase.planVacant(outlook.vacant.count))</span></span>\(vacancies)"
    )
  }
  lines.append("\(Phrase.planFiguresStay(outlook.day))")
  if !sight.isDone { lines.append("\(Phrase.planCanBeUndone)") }
  return "<ul class=\"reasons\">\(lines, { "<li>\($0)</li>" })</ul>"
}
