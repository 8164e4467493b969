import Basics
import Markup
import Phrases
import Records
import Rules

/// What the rules ask of a subject, class by class: each clause with what was seen of it, and what more would meet it.
func reviewTestsView(_ verdict: Verdict, _ model: ReviewSubjectPage, _ frame: Frame) -> HTML {
  var groups: [ReviewTests] = []
  for finding in verdict.findings {
    if let last = groups.last, last.level == finding.level, last.isGround == finding.isGround {
      groups[groups.count - 1].findings.append(finding)
    } else {
      groups.append(ReviewTests(level: finding.level, isGround: finding.isGround, findings: [finding]))
    }
  }
  let reached = verdict.outcomeName.flatMap(ReviewClass.init(rawValue:))
  let tasks = tasksPath(model, frame)
  return HTML { page in
    for group in groups {
      page.piece(
        """
        <details class="tests"\(flag: group.isWorthReading(reached), "open")><summary>\
        \(group.level.map { Phrase($0.title) } ?? .precondition) <small>\(group.sum)</small></summary>
        <ul>\(group.findings, { testView($0, verdict, model.facts, tasks) })</ul></details>
        """
      )
    }
  }
}

/// The clauses of one class: those all of which it takes, or the grounds of which one is enough.
private struct ReviewTests {
  let level: Outcome?
  let isGround: Bool
  var findings: [Verdict.Finding]

  /// How many are met, or which ground there is, and of how many too little is known.
  var sum: Phrase {
    let met = findings.count { $0.truth == .met }
    return isGround
      ? .groundsMet(met, unknown: findings.count { $0.truth == .unknown })
      : .testsMet(met, of: findings.count)
  }

  /// Why it came out so, and why not higher; what stands below the class given is kept folded.
  func isWorthReading(_ reached: ReviewClass?) -> Bool {
    if isGround || level == nil { return findings.contains { $0.truth == (isGround ? .met : .notMet) } }
    guard let reached, let own = level.flatMap({ ReviewClass(rawValue: $0.name) }) else { return true }
    return own >= reached
  }
}

private func testView(
  _ finding: Verdict.Finding,
  _ verdict: Verdict,
  _ facts: [RuleFact],
  _ tasks: Path
) -> HTML {
  let clause = finding.clause
  let text = Phrase(clause.text)
  let asked: HTML =
    switch (finding.truth, finding.isGround) {
    case (_, true): "\(text)"
    case (.met, false):
      "<span class=\"state good\">\(text)<span class=\"unseen\">: \(Phrase.metWord)</span></span>"
    case (.notMet, false):
      "<span class=\"state watch\">\(text)<span class=\"unseen\">: \(Phrase.notMetWord)</span></span>"
    case (.unknown, false): "<span class=\"state ring\">\(text)</span>"
    }
  let seen = seenInShort(finding, verdict, facts)
  let opens = clause.condition.facts.contains {
    facts.indices.contains($0) && facts[$0].name.hasPrefix("tasks.")
  }
  let value: HTML? = seen.map { words in
    opens && tasks.isOpen ? "<a class=\"figure\" href=\"\(path: tasks)\">\(words)</a>" : "\(words)"
  }
  let truth: HTML? = finding.isGround || seen == nil ? " \(truthView(finding))" : nil
  let lacking = finding.lacking.map { more -> HTML in
    "\(Phrase.lacking(Phrase.quantity(more.amount).text, Phrase(more.fact.title).text)). "
  }
  return """
    <li><span>\(asked)</span><span class="seen">\(value)\(truth)</span>\
    <small>\(lacking)§ \(clause.number) · \(confidenceView(clause.confidence, clause.sources))</small></li>
    """
}

/// What was seen: of one count beside another, the one of the other.
private func seenInShort(_ finding: Verdict.Finding, _ verdict: Verdict, _ facts: [RuleFact]) -> String? {
  if case .compare(.fact(let part), _, .fact(let whole)) = finding.clause.condition,
    let one = verdict.facts[part], let all = verdict.facts[whole]
  {
    return Phrase.countOf(Phrase.quantity(one).text, Phrase.quantity(all).text).text
  }
  return finding.observed.map { seenText($0, finding, facts) }
}

/// Where the tasks that were counted are listed.
private func tasksPath(_ model: ReviewSubjectPage, _ frame: Frame) -> Path {
  let query = Query().with("from", model.round.days.start.description)
    .with("until", model.round.last.adding(days: 1).description).with("of", TaskFigure.assigned.rawValue)
  switch model.line.subject {
  case .person(let person): return frame.viewpoint.tasks(ofPerson: person.description, query)
  case .organisation(let unit), .collective(let unit): return frame.viewpoint.tasks(unit.description, query)
  }
}
