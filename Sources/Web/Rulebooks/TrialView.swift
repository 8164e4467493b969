import Basics
import Markup
import Phrases
import Rules

/// The judge tried by hand: the facts on one side, the verdict with its findings beside them.
func trialView(_ trial: Trial, in frame: Frame) -> HTML {
  let book = trial.book
  let viewpoint = frame.viewpoint
  let title = Phrase.judgeByHand
  let isInForce = book.span.contains(viewpoint.on)
  return page(
    frame,
    title: title,
    content: """
      <div class="heading"><div><nav aria-label="\(Phrase.rulebooks)"><ol class="crumbs"><li>\
      <a href="\(path: viewpoint.rulebooks)">\(Phrase.rulebooks)</a></li><li>\
      <a href="\(path: viewpoint.rulebook(book.name))">\(Phrase(book.title))</a></li></ol></nav>\
      <h1>\(title)</h1><p>\(Phrase.judgeByHandMeaning)</p></div></div>
      \(isInForce ? nil : notInForce(book))
      \(isInForce ? subjectChoices(trial, frame) : nil)
      \(isInForce ? body(trial, frame) : nil)
      """
  )
}

private func notInForce(_ book: Rulebook) -> HTML {
  """
  <div class="message warning" role="note"><p>\(Phrase.notInForceThen(Phrase.span(book.span).text))</p></div>
  """
}

private func subjectChoices(_ trial: Trial, _ frame: Frame) -> HTML? {
  guard trial.subjects.count > 1 else { return nil }
  return """
    <nav class="chips" aria-label="\(Phrase.subjectJudged)">\(trial.subjects, { subjectChoice($0, trial, frame) })\
    </nav>
    """
}

private func subjectChoice(_ subject: String, _ trial: Trial, _ frame: Frame) -> HTML {
  let isCurrent = subject == trial.subject
  var query = frame.query.without("subject")
  query.append("subject", subject)
  return """
    <a class="\(isCurrent ? "chip on" : "chip" as HTML)" href="\(path: frame.here(query))"\
    \(attribute: "aria-current", isCurrent ? "true" : nil)>\(subjectName(subject, trial.book))</a>
    """
}

private func subjectName(_ subject: String, _ book: Rulebook) -> Phrase {
  if let known = Phrase.reviewed(subject) { return known }
  let rule = book.rule(for: subject) ?? book.rules.first { $0.name == subject }
  return rule.map { Phrase($0.title) } ?? Phrase(verbatim: subject)
}

private func body(_ trial: Trial, _ frame: Frame) -> HTML {
  """
  <div class="columns side-main"><section class="panel" aria-labelledby="stated"><header>\
  <h2 id="stated">\(Phrase.factsRead)</h2></header>
  <form class="form inside" method="get" action="\(path: frame.path)#verdict">
  \(Form.hidden("subject", trial.subject))\
  \(frame.viewpoint.kept.pairs, { Form.hidden($0) })\
  \(unitField(trial))
  \(trial.facts, { factField($0, trial) })
  <div class="actions"><button class="button primary">\(Phrase.judgeVerb)</button></div></form></section>
  <div class="stack">\(trial.verdict.map { verdictView($0, trial, frame.viewpoint) } ?? notJudged())</div></div>
  """
}

private func notJudged() -> HTML {
  "<section class=\"panel\">\(emptyView(.notJudgedYet, why: .notJudgedYetMeaning))</section>"
}

/// Whose figures fill in what nobody writes, where the regulation reads figures of the record.
private func unitField(_ trial: Trial) -> HTML? {
  guard trial.facts.contains(where: { $0.name.hasPrefix("members.") }) else { return nil }
  return FormField(
    "unit",
    Phrase.unitJudged.text,
    kind: .text,
    value: trial.unitWritten,
    hint: trial.unit?.name ?? Phrase.unitCodeHint.text,
    isRequired: false,
    autocomplete: "off"
  ).html
}

private func factField(_ fact: RuleFact, _ trial: Trial) -> HTML {
  let recorded = trial.recorded[fact.name].map { "\(Phrase.number($0)) \(Phrase.fromTheRecord)" }
  let hint = recorded ?? (fact.sort == .yesNo ? Phrase.yesOrNo : Phrase.factSort(fact.sort)).text
  return FormField(
    fact.name,
    Phrase(fact.title).leading.text,
    kind: fact.sort == .day ? .day : .text,
    value: trial.written[fact.name] ?? "",
    hint: hint,
    error: trial.unreadable.contains(fact.name) ? Phrase.unreadableFact.text : nil,
    isRequired: false,
    autocomplete: "off"
  ).html
}

private func verdictView(_ verdict: Verdict, _ trial: Trial, _ viewpoint: Viewpoint) -> HTML {
  let findings = verdict.findings
  let rule = trial.book.rule(for: trial.subject)
  let telling = ConditionTelling(book: trial.book)
  let words =
    verdict.outcome.flatMap { place in rule.map { Phrase($0.outcomes[place].title).text } }
    .map { Phrase.resultOfRules($0) } ?? .undetermined
  let names = verdict.missing.map { name in
    trial.book.facts.first { $0.name == name }.map { Phrase($0.title).text }
      ?? (name == "calendar" ? Phrase.missingCalendar.text : name)
  }
  let missing: HTML? = names.isEmpty ? nil : "<p>\(Phrase.missingFacts(names.joined(separator: ", ")))</p>"
  return """
    <div id="verdict" class="\(verdict.isUndetermined ? "message warning" : "message" as HTML)" role="status">\
    <p><b>\(words)</b></p>\(missing)<p class="quiet">\(Phrase.proposalOnly)</p></div>
    \(valuesView(verdict.values))
    <section class="panel rules" aria-labelledby="findings"><header><h2 id="findings">\(Phrase.result)</h2></header>\
    \(Table(
      caption: Phrase.result.text,
      columns: [
        Column(Phrase.outcome.text), Column(Phrase.clause.text), Column(Phrase.seen.text),
        Column(Phrase.result.text), Column(Phrase.confidence.text),
      ],
      rows: findings
    ) { finding, page in
      let clause = finding.clause
      page.markup("<tr><th scope=\"row\">")
      page.piece(rule.map { partView(clause.part, $0) } ?? "")
      page.markup("</th><td>")
      page.text(telling.told(clause.condition))
      page.markup("<span class=\"detail\">§ ")
      page.text(clause.number)
      page.markup("</span></td><td>")
      page.piece(observedView(finding, trial, viewpoint))
      page.markup("</td><td>")
      page.piece(truthView(finding))
      page.markup("</td><td>")
      page.piece(confidenceView(clause.confidence, clause.sources))
      page.markup("</td></tr>\n")
    }.html)</section>
    """
}

private func valuesView(_ values: [Verdict.Value]) -> HTML? {
  guard !values.isEmpty else { return nil }
  return """
    <section class="panel" aria-labelledby="values"><header><h2 id="values">\(Phrase.workedOut)</h2></header>\
    <dl class="inside pairs">\(values, { "<dt>\(Phrase($0.fact.title).leading)</dt><dd>\(valueText($0))</dd>" })</dl>\
    </section>
    """
}

private func valueText(_ value: Verdict.Value) -> Phrase {
  if value.fact.sort == .day, let day = value.amount.day { return .day(day) }
  if value.amount.isWhole { return .number(value.amount.whole) }
  return Phrase(verbatim: value.text)
}

/// What was seen: a figure of the record opens to the rows behind it.
private func observedView(_ finding: Verdict.Finding, _ trial: Trial, _ viewpoint: Viewpoint) -> HTML {
  guard let observed = finding.observed else { return "<span class=\"faint\">–</span>" }
  if let unit = trial.unit, let place = finding.clause.condition.facts.first,
    finding.clause.condition.facts.count == 1
  {
    let name = trial.book.facts[place].name
    if let count = trial.recorded[name], trial.written[name] == nil {
      return HTML(reserving: 128) { $0.figure(count, viewpoint.figure(name, of: unit.key)) }
    }
  }
  return "\(seenText(observed, finding, trial.book.facts))"
}

/// What was seen, the facts called by their titles.
func seenText(_ observed: String, _ finding: Verdict.Finding, _ facts: [RuleFact]) -> String {
  var text = observed
  for place in finding.clause.condition.facts {
    text = text.replacing(facts[place].name + " ", with: Phrase(facts[place].title).text + " ")
  }
  return text.replacing("% of ", with: Phrase.percentOf.text)
    .replacing(#/(\d)\.(\d)/#) { "\($0.1)\(Phrase.decimalMark.text)\($0.2)" }
}

func truthView(_ finding: Verdict.Finding) -> HTML {
  switch (finding.truth, finding.isGround) {
  case (.unknown, _): "<span class=\"state ring\">\(Phrase.notShown)</span>"
  case (.met, false): "<span>\(Phrase.metWord)</span>"
  case (.notMet, false): "<span class=\"state watch\">\(Phrase.notMetWord)</span>"
  case (.met, true): "<span class=\"state bad\">\(Phrase.groundMet)</span>"
  case (.notMet, true): "<span class=\"quiet\">\(Phrase.groundNotMet)</span>"
  }
}
