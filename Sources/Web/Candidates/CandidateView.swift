import Basics
package import Markup
import Phrases
import Rules

/// How far one candidate has come: what comes next, each step with what is missing, the conditions.
package func candidateView(_ file: CandidateFile, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  return page(
    frame,
    title: Phrase(verbatim: file.person.name),
    content: """
      <div class="heading"><div>\(crumbs(file.path, viewpoint))
      <h1><bdi class="name" lang="vi">\(file.person.name)</bdi></h1>
      <p>\(Phrase.candidateOf(file.unit.name, file.span.start))</p></div>
      <div class="actions">\(deedMenu(file.offers))\
      <a class="button" href="\(path: viewpoint.person(file.person.key))">\(Phrase.personFile)</a>\
      <a class="button" href="\(path: viewpoint.candidates(file.unit.key))">\(Phrase.allCandidates)</a>\
      <button class="button" type="button" data-print hidden>\(Phrase.print)</button></div></div>
      \(ended(file))\(file.requirements.isEmpty ? ruleNotice() : nil)
      \(next(file))
      <div class="columns wide-narrow">
      <section class="panel" aria-labelledby="steps"><header><h2 id="steps">\(Phrase.candidateSteps)</h2>\
      <span class="aside">\(Phrase.ofSteps(file.done, file.requirements.count))</span></header>
      <ol class="steps">\(file.requirements, { requirement($0, file) })</ol></section>
      <div class="stack">\(about(file, viewpoint))\(conditions(file))\(matterMeetingsView(file.meetings, viewpoint))</div></div>
      """
  )
}

private func ended(_ file: CandidateFile) -> HTML? {
  guard let end = file.span.end, let outcome = file.candidacy.outcome else { return nil }
  return """
    <div class="message" role="note"><p><b>\(Phrase.candidacyEnded(outcome.rawValue, end))</b></p>\
    \(file.candidacy.why.map(paragraph))</div>
    """
}

/// The one thing to do now, with its button.
private func next(_ file: CandidateFile) -> HTML? {
  guard file.candidacy.outcome == nil, !file.requirements.isEmpty else { return nil }
  let next = file.requirements.first { $0.isNext }
  // A check that was asked for waits for its answer, not for another one.
  let waiting = next?.entries.first { $0.step.kind == .check && $0.step.answered == nil }
  let path = waiting?.path ?? next?.path ?? file.ceremony
  let words = waiting == nil ? next.map(nextForm) ?? .candidateForm("ceremony") : .recordAnswer
  let button: HTML? =
    path.isOpen ? "<a class=\"button primary\" href=\"\(path: path)\">\(words)</a>" : nil
  let above: HTML? =
    !path.isOpen && isAbove(next?.code ?? "ceremony")
    ? "<p class=\"hint\">\(Phrase.committeeGoesOn)</p>" : nil
  return """
    <section class="panel" aria-labelledby="next"><header><h2 id="next">\(Phrase.nextStep)</h2>\
    <span class="aside">\(Phrase.waitingSince) \(Phrase.day(file.waitingSince))</span></header>
    <div class="inside stack"><p><b>\(nextWords(next?.code, hasRule: true))</b></p>\
    \(next.map { clauseLine($0.clause) })\(above)\(button.map { "<p class=\"actions\">\($0)</p>" as HTML })</div></section>
    """
}

private func nextForm(_ next: CandidateFile.Requirement) -> Phrase {
  .candidateForm(next.code == "introduction" ? "change" : next.code)
}

/// What a clause asks, where it stands, and that it is not verified when it is not.
func clauseLine(_ clause: Clause) -> HTML {
  let doubt: HTML? =
    clause.confidence.isVerified ? nil : " <span class=\"state watch\">\(Phrase.unverifiedRule)</span>"
  return "<p class=\"quiet\">\(Phrase(clause.text)) <small>§ \(clause.number)</small>\(doubt)</p>"
}

private func requirement(_ requirement: CandidateFile.Requirement, _ file: CandidateFile) -> HTML {
  let isRepeated = ["check", "massOpinion", "helper", "residenceOpinion"].contains(requirement.code)
  let link: HTML? =
    requirement.path.isOpen && (!requirement.isMet || isRepeated)
    ? """
    <a class="button small" href="\(path: requirement.path)">\
    \(requirement.entries.isEmpty ? Phrase.recordThis : .recordAgain)\
    <span class="unseen"> \(Phrase.candidateStep(requirement.code))</span></a>
    """ : nil
  return """
    <li class="\(requirement.isMet ? "met" : "open" as HTML)"><div><b>\(Phrase.candidateStep(requirement.code))</b> \
    \(stateOf(requirement))\(clauseLine(requirement.clause))\
    \(introducers(requirement, file))\
    \(requirement.entries.isEmpty
      ? nil : "<ul class=\"entries\">\(requirement.entries, entry)</ul>" as HTML)</div>\(link)</li>
    """
}

private func stateOf(_ requirement: CandidateFile.Requirement) -> HTML? {
  if requirement.isMet { return nil }
  return requirement.entries.isEmpty
    ? "<span class=\"state ring\">\(Phrase.missingYet)</span>"
    : "<span class=\"state watch\">\(Phrase.notEnough)</span>"
}

private func introducers(_ requirement: CandidateFile.Requirement, _ file: CandidateFile) -> HTML? {
  guard requirement.code == "introduction" else { return nil }
  var words = file.introducers.map(\.name)
  if let resolution = file.candidacy.resolution {
    words.append("\(Phrase.unionResolution) \(Phrase.numbered(resolution))")
  }
  return words.isEmpty ? nil : "<p>\(words.joined(separator: " · "))</p>"
}

private func entry(_ entry: CandidateFile.Entry) -> HTML {
  let step = entry.step
  var words: [String] = []
  if let checked = step.checked { words.append(Phrase.checkedOf(checked.rawValue).text) }
  if let helper = entry.helper { words.append(helper) }
  if let body = step.body { words.append(body) }
  if let number = step.number { words.append(Phrase.numbered(number).text) }
  if let votes = step.votes, let officials = step.officials {
    words.append(Phrase.votesOf(votes, officials, step.present).text)
  }
  words.append(
    step.kind == .check
      ? Phrase.askedOn(entry.day, answered: step.answered).text : Phrase.doneOn(entry.day).text
  )
  let link: HTML? =
    entry.path.isOpen
    ? """
     <a href="\(path: entry.path)">\(Phrase.correctStep)<span class="unseen"> \
    \(Phrase.candidateStep(step.kind.rawValue)), \(Phrase.day(entry.day))</span></a>
    """ : nil
  return "<li>\(words.joined(separator: ", "))\(link)</li>"
}

private func about(_ file: CandidateFile, _ viewpoint: Viewpoint) -> HTML {
  let known = file.particulars
  let certificate = file.certificate.map { certificate in
    Phrase.certificateState(certificate.state ?? "", until: certificate.until)
  }
  let pairs: [(Phrase, HTML)?] = [
    (Phrase.cell, unitLink(file.unit, viewpoint)),
    (Phrase.candidateField("begin", "code"), "\(file.code)"),
    known.born.map { (Phrase.born, "\(Phrase.birth($0))") },
    known.sex.map { (Phrase.sexTitle, "\(Phrase.sex($0.rawValue))") },
    known.ethnicity.map { (Phrase.ethnicity, "\($0)") },
    (Phrase.sourceOfRecruit, "\(Phrase.recruitSource(file.candidacy.source.rawValue))"),
    file.candidacy.schooling.map { (Phrase.schoolingTitle, "\(Phrase.schooling($0.rawValue))") },
    certificate.map { (Phrase.certificateTitle, "\($0)") },
    file.earlier.map { (Phrase.wasMember, earlier($0)) },
  ]
  return """
    <section class="panel" aria-labelledby="about"><header><h2 id="about">\(Phrase.aboutCandidate)</h2></header>
    <dl class="inside pairs">\(pairs.compactMap(\.self), { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" })</dl></section>
    """
}

private func earlier(
  _ earlier: (left: CivilDate, earliest: CivilDate?, isTooEarly: Bool, clause: Clause?)
) -> HTML {
  let again: HTML? = earlier.earliest.map { day in
    earlier.isTooEarly
      ? "<span class=\"state watch\">\(Phrase.earliestAgain(day))</span>" : "\(Phrase.earliestAgain(day))"
  }
  return "\(Phrase.reason("left")) \(Phrase.day(earlier.left)) \(again)\(earlier.clause.map(clauseLine))"
}

private func conditions(_ file: CandidateFile) -> HTML? {
  guard !file.conditions.isEmpty else { return nil }
  return """
    <section class="panel" aria-labelledby="conditions">\
    <header><h2 id="conditions">\(Phrase.candidateConditions)</h2></header>
    <ul class="steps">\(file.conditions, condition)</ul></section>
    """
}

private func condition(_ finding: Verdict.Finding) -> HTML {
  let state: HTML =
    switch finding.truth {
    case .met: "<span>\(Phrase.metWord)</span>"
    case .notMet: "<span class=\"state watch\">\(Phrase.notMetWord)</span>"
    case .unknown: "<span class=\"state ring\">\(Phrase.notShown)</span>"
    }
  return "<li><div>\(state)\(clauseLine(finding.clause))</div></li>"
}
