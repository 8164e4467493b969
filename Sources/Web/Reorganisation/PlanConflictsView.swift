import Basics
import Markup
import Phrases
import Records
import Rules

/// What stands in the way of a plan and what there is to see to, each with what to do next.
func planConflictsView(_ sheet: BalanceSheet, _ sight: PlanSight?, _ viewpoint: Viewpoint) -> HTML? {
  let blocking = sheet.allBlocking
  guard !blocking.isEmpty || !sheet.advisory.isEmpty else { return nil }
  let links = unitLinks(sight, isDone: sight?.isDone ?? false)
  let (near, far) = (sheet.advisory.prefix(mostShown), sheet.advisory.dropFirst(mostShown).prefix(300))
  return """
    <section class="panel" aria-labelledby="conflicts"><header><h2 id="conflicts">\(Phrase.planConflicts)</h2>\
    <span class="aside">\(Phrase.planConflictCount(blocking.count, sheet.advisory.count))</span></header>
    <ol class="inside conflicts">\(blocking.prefix(60), { blockingView($0, links, viewpoint) })\
    \(near, { adviceView($0, links, viewpoint) })</ol>
    \(far.isEmpty ? nil : """
      <details class="more inside"><summary>\(Phrase.planMoreAdvice(sheet.advisory.count - mostShown))</summary>\
      <ol class="conflicts">\(far, { adviceView($0, links, viewpoint) })</ol></details>
      """)</section>
    """
}

private let mostShown = 8

/// The units the plan names that have a page, by code.
private func unitLinks(_ sight: PlanSight?, isDone: Bool) -> [String: UnitLink] {
  guard let outlook = sight?.outlook else { return [:] }
  var links: [String: UnitLink] = [:]
  for line in outlook.before + outlook.after {
    links[line.code] = UnitLink(
      line.mark == .begins && !isDone ? "" : line.unit?.description ?? "",
      line.name
    )
  }
  return links
}

private func subject(_ code: String, _ links: [String: UnitLink], _ viewpoint: Viewpoint) -> HTML {
  guard let link = links[code] else { return "<span class=\"code\">\(code)</span>" }
  let name = link.key.isEmpty ? "<bdi lang=\"vi\">\(link.name)</bdi>" : unitLink(link, viewpoint)
  return "\(name) <span class=\"code\">\(code)</span>"
}

private func blockingView(_ finding: PlanFinding, _ links: [String: UnitLink], _ viewpoint: Viewpoint) -> HTML
{
  let step: HTML? = finding.step.map { "\(Phrase.planStep($0)) " }
  let unit: HTML? = finding.unit.map { "\(subject($0, links, viewpoint)): " }
  return """
    <li><p><span class="state bad">\(Phrase.planBlocks)</span></p>\
    <p>\(step)\(unit)<b>\(Phrase.refusal(finding.refusal))</b></p>\
    <p class="quiet">\(Phrase.planRemedy(finding.refusal))</p></li>
    """
}

private func adviceView(_ advice: PlanAdvice, _ links: [String: UnitLink], _ viewpoint: Viewpoint) -> HTML {
  let unit = subject(advice.unit, links, viewpoint)
  switch advice.matter {
  case .rule(let objection):
    let seen = objection.seen.map { "\(Phrase($0.fact.title)) \($0.text)" }.joined(separator: ", ")
    return """
      <li><p><span class="state watch">\(Phrase.planAdvises)</span></p><p>\(unit): <b>\(seen)</b></p>\
      \(clauseLine(objection.clause))<p class="quiet">\(Phrase.planRuleRemedy)</p></li>
      """
  case .noSecretary, .rightsEnd:
    return """
      <li><p><span class="state watch">\(Phrase.planAdvises)</span></p>\
      <p>\(unit): <b>\(Phrase.planAdvice(advice.matter))</b></p>\
      <p class="quiet">\(advice.matter == .noSecretary ? Phrase.planSecretaryRemedy : .planRightsRemedy)</p></li>
      """
  }
}
