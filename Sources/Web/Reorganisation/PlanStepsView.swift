import Basics
import Markup
import Phrases
import Records
import Rules

/// The steps of a plan on its page: a sentence each, with what its units hold before and after, and, where the reader
/// may write, what can be done with it.
struct PlanSteps: Sendable {
  let key: String
  let plan: ReorganisationPlan
  let names: [String: String]
  /// The entry of the version shown.
  let version: Int64
  /// Whether it is a draft that the reader may write.
  let isOpen: Bool
  /// What each step does, as far as it could be held against the record.
  var balances: [StepBalance] = []

  func name(_ code: String) -> String { names[code] ?? code }
}

extension Visit {
  /// The steps of a plan for its page; `nil` when its text cannot be read.
  func steps(_ key: String, _ body: String, version: Int64, isOpen: Bool) throws -> PlanSteps? {
    guard let plan = try? PlanReader.sound(body, isDraft: true) else { return nil }
    let names = try AllotmentStore(db: db).names(of: plan.codes, on: plan.effective)
    return PlanSteps(key: key, plan: plan, names: plan.named(over: names), version: version, isOpen: isOpen)
  }
}

/// The list of steps with the ways to write them.
func planStepsView(_ model: PlanSteps, in frame: Frame) -> HTML {
  let plan = model.plan
  let lines = plan.steps.enumerated().map { index, planned in line(model, index, planned) }
  let list: HTML =
    lines.isEmpty
    ? "<p class=\"inside quiet\">\(Phrase.noPlanSteps)</p>"
    : "<ol class=\"plan-steps\">\(lines, \.self)</ol>"
  return """
    <section class="panel" aria-labelledby="plan-steps"><header><h2 id="plan-steps">\(Phrase.planSteps)</h2>\
    <span class="aside">\(Phrase.planEffective) \(Phrase.day(plan.effective))</span></header>
    <p class="inside">\(decision(plan.decision))\
    \(model.isOpen ? " <a href=\"\(path: .plan(model.key, "particulars"))\">\(Phrase.editPlanParticulars)</a>" as HTML : nil)</p>
    \(model.isOpen && !lines.isEmpty ? """
      <form method="post" action="\(path: .plan(model.key, "order"))">\(Form.hidden("token", frame.viewer.token))\
      \(Form.hidden("request", AccountForm.newRequest()))\(Form.hidden("version", String(model.version)))\(list)</form>
      """ : list)
    \(model.isOpen ? adding(model) : nil)</section>
    """
}

private func decision(_ decision: PlannedDecision?) -> HTML {
  guard let decision else { return "<span class=\"quiet\">\(Phrase.noPlanDecision)</span>" }
  let signer = [decision.issuer, decision.signer].compactMap(\.self).joined(separator: ", ")
  return """
    <span class="decision"><b>\(decision.number)</b> · \(Phrase.day(decision.signed))\
    \(signer.isEmpty ? nil : " · \(signer)" as HTML)</span>
    """
}

private func line(_ model: PlanSteps, _ index: Int, _ planned: PlannedStep) -> HTML {
  let number = index + 1
  let balance = model.balances.indices.contains(index) ? model.balances[index] : nil
  let flow = balance.flatMap { balance -> Phrase? in
    let (before, after) = (balance.before.members, balance.after.members)
    return balance.blocking.isEmpty && before + after > 0 ? .planFlow(before, after) : nil
  }
  var details: [Phrase] = details(planned.step, model)
  if let own = planned.decision, own != model.plan.decision { details.append(.planUnder(own.number)) }
  let blocking = balance?.blocking ?? []
  return """
    <li><div class="said"><b>\(Phrase.planSentence(planned.step, model.name))</b>\
    \(flow.map { " <span class=\"quiet\">\($0)</span>" as HTML })\
    \(details.isEmpty ? nil : "<span class=\"detail\">\(details.map(\.text).joined(separator: " · "))</span>" as HTML)\
    \(blocking, { "<span class=\"state bad\">\($0.unit ?? "") \(Phrase.refusal($0.refusal))</span>" as HTML })</div>\
    \(model.isOpen ? controls(model, number, planned.step) : nil)</li>
    """
}

/// Who goes where, and who holds which post on.
private func details(_ step: ReorganisationStep, _ model: PlanSteps) -> [Phrase] {
  func shares(_ allotment: Allotment, isPeople: Bool) -> [Phrase] {
    let named = allotment.heirs.compactMap { heir -> Phrase? in
      let count = allotment.named.count { $0.unit == heir }
      return count == 0 ? nil : .planShare(count, to: model.name(heir), isPeople: isPeople)
    }
    return named + (allotment.rest.map { [.planRest(to: model.name($0), isPeople: isPeople)] } ?? [])
  }
  let posts = step.postsKept.map { Phrase.planPostKept($0.post, $0.person, model.name($0.unit)) }
  switch step {
  case .split(_, _, let units, let people, _):
    return shares(people, isPeople: true) + shares(units, isPeople: false) + posts
  case .dissolve(_, let units, let people):
    return shares(people, isPeople: true) + shares(units, isPeople: false)
  default: return posts
  }
}

private func controls(_ model: PlanSteps, _ number: Int, _ step: ReorganisationStep) -> HTML {
  func link(_ path: Path, _ words: Phrase) -> HTML {
    """
    <a class="button small" href="\(path: path)">\(words)<span class="unseen"> \(Phrase.planStep(number))</span></a>
    """
  }
  func press(_ name: String, _ words: Phrase) -> HTML {
    """
    <button class="button small" name="do" value="\(name + ":" + String(number))">\(words)\
    <span class="unseen"> \(Phrase.planStep(number))</span></button>
    """
  }
  func part(_ name: String, _ words: Phrase) -> HTML { link(.planStep(model.key, number, name), words) }
  let parts: HTML? =
    switch step {
    case .split:
      "\(part("people", .allotPeople))\(part("units", .allotUnits))\(part("posts", .choosePosts))"
    case .dissolve: "\(part("people", .allotPeople))\(part("units", .allotUnits))"
    case .merge: part("posts", .choosePosts)
    default: nil
    }
  return """
    <div class="actions">\(parts)\(link(.planStep(model.key, number), .editPlanStep))\
    \(number > 1 ? press("up", .planStepUp) : nil)\
    \(number < model.plan.steps.count ? press("down", .planStepDown) : nil)\(press("remove", .removePlanStep))</div>
    """
}

/// What can be added: a form for each kind of step.
private func adding(_ model: PlanSteps) -> HTML {
  let kinds = StepForm.Kind.allCases.map { kind -> HTML in
    let path = Path.newPlanStep(model.key).with("kind", kind.rawValue)
    return "<a class=\"button\" href=\"\(path: path)\">\(Phrase.planStepName(kind.rawValue))</a>"
  }
  return """
    <div class="inside"><h3 id="add-step">\(Phrase.addPlanStep)</h3>\
    <div class="actions" role="group" aria-labelledby="add-step">\(kinds, \.self)</div></div>
    """
}
