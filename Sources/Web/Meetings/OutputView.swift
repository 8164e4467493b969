import Basics
import Markup
import Phrases
import RulebookFiles
import Rules

/// What a thematic meeting made: each with its kind, title and link, and what the programme still asks for.
func outputsView(_ model: MeetingPage, _ frame: Frame) -> HTML? {
  guard model.programme != nil || !model.outputs.isEmpty else { return nil }
  let mayWrite = model.mayKeep && model.programme != nil
  return """
    <section class="panel" aria-labelledby="outputs"><header><h2 id="outputs">\(Phrase.outputsTitle)</h2>\
    <span class="aside">\(Phrase.number(model.outputs.count))</span></header>
    \(model.outputVerdict.map { outputVerdict($0) })
    \(model.outputs.isEmpty ? "<p class=\"inside quiet\">\(Phrase.noOutputs)</p>" : """
      <ul class="inside outputs">\(model.outputs, { outputItem($0, model, frame, mayWrite: mayWrite) })</ul>
      """)\(mayWrite ? outputForm(model, frame) : nil)</section>
    """
}

/// Whether there are as many as the programme asks for, with its clauses.
private func outputVerdict(_ verdict: Verdict) -> HTML {
  let isMet = verdict.outcomeName == "met"
  let words: Phrase =
    verdict.isUndetermined ? .undetermined : verdict.outcomeTitle.map { Phrase($0) } ?? .undetermined
  return """
    <div class="inside"><p><span class="\(isMet ? "state good" : "state watch" as HTML)">\(words)</span>\
    \(isMet ? verdict.findings.map(\.clause) : verdict.unmet, { clause in
      """
      <span class="detail">\(Phrase(clause.text)) · § \(clause.number) · \
      \(confidenceView(clause.confidence, clause.sources))</span>
      """
    })</p></div>
    """
}

private func outputItem(
  _ fact: Fact<MeetingOutput>,
  _ model: MeetingPage,
  _ frame: Frame,
  mayWrite: Bool
) -> HTML {
  let output = fact.value
  let withdraw: HTML? =
    mayWrite
    ? fact.id.map { id in
      """
      <form method="post" action="\(path: .meeting(model.key, "outputs"))">\(Form.hidden("token", frame.viewer.token))\
      \(Form.hidden("request", AccountForm.newRequest()))\(Form.hidden("output", id.description))\
      <button class="button small" name="step" value="drop" aria-label="\(Phrase.withdrawOutputNamed(output.title))">\
      \(Phrase.withdrawOutput)</button></form>
      """
    } : nil
  return "<li><div>\(outputTold(output))</div>\(withdraw)</li>"
}

/// An output in a line, with its address to be copied: no page of this site leads elsewhere.
func outputTold(_ output: MeetingOutput) -> HTML {
  """
  <bdi lang="vi">\(output.title)</bdi> <span class="detail"><bdi lang="vi">\(output.kind)</bdi>\
  \(output.link.map { " · <span class=\"code\">\($0)</span>" as HTML })</span>
  """
}

private func outputForm(_ model: MeetingPage, _ frame: Frame) -> HTML {
  let kinds = (model.programme?.kinds ?? []).map { FormField.Choice($0, $0) }
  let isWrong = model.objections.said(.link, .kind) != nil
  return """
    <details class="more inside"\(flag: isWrong, "open")><summary>\(Phrase.registerOutput)</summary>
    <form class="form" method="post" action="\(path: .meeting(model.key, "outputs"))" data-draft>\
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", AccountForm.newRequest()))
    <p class="hint">\(Phrase.outputMeaning)</p>
    <div class="fields">\(FormField("kind", Phrase.outputKind.text, kind: .choice(kinds), error: model.objections.said(.kind), scope: "output").html)\
    \(FormField("title", Phrase.outputTitle.text, error: isWrong ? nil : model.objections.said(.title), autocomplete: "off", scope: "output").html)\
    \(FormField("link", Phrase.outputLink.text, hint: Phrase.outputLinkHint.text, error: model.objections.said(.link), isRequired: false, autocomplete: "off", scope: "output").html)</div>
    <div class="actions"><button class="button" name="step" value="register">\(Phrase.registerOutput)</button></div></form></details>
    """
}
