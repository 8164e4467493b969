import Basics
import Markup
import Phrases
import Rules

/// What stands in a file of a member's way: ways out, discipline, warnings, and the times they were a member.
func wayView(_ file: PersonFile, _ viewpoint: Viewpoint) -> HTML {
  let way = file.way
  return """
    \(way.cases.isEmpty ? nil : casesSection(file, viewpoint))\
    \(way.warnings.isEmpty ? nil : warningsSection(way, viewpoint))\
    \(disciplineSection(file, viewpoint))\
    \(way.memberships.isEmpty ? nil : membershipsSection(way, viewpoint))
    """
}

/// Excused or suspended on the day shown: said beside the state of membership.
func stateBadges(_ file: PersonFile, _ viewpoint: Viewpoint) -> HTML {
  let states = file.way.states.filter { $0.span.contains(viewpoint.on) }
  return "\(states, { badge($0, viewpoint) })"
}

private func badge(_ line: MemberWay.Line<MemberState>, _ viewpoint: Viewpoint) -> HTML {
  let kind: HTML = line.value.kind == .suspended ? "bad" : "ring"
  let more = [
    line.value.extent.map { Phrase.stateExtent($0.rawValue).text },
    line.value.ground.map { Phrase.exemptionGround($0.rawValue).text }, Phrase.span(line.span).text,
  ].compactMap(\.self).joined(separator: ", ")
  return """
    <br><span class="state \(kind)">\(Phrase.state(line.value.kind.rawValue).leading)</span> <small>\(more)\
    \(line.source.map { " \(sourceView($0, viewpoint))" as HTML })</small>
    """
}

// MARK: Ways out

private func casesSection(_ file: PersonFile, _ viewpoint: Viewpoint) -> HTML {
  let cases = zip(file.way.cases, file.way.votes).map { (line: $0, vote: $1) }
  return """
    <section class="group" aria-labelledby="way-out"><header><h2 id="way-out">\(Phrase.fact("leavingCase"))</h2></header>
    \(cases, { caseView($0.line, $0.vote, file, viewpoint) })
    <p class="hint">\(Phrase.proposesOnly)</p></section>
    """
}

private func caseView(
  _ line: MemberWay.Line<LeavingCase>,
  _ vote: MemberWay.VoteTold?,
  _ file: PersonFile,
  _ viewpoint: Viewpoint
) -> HTML {
  let leaving = line.value
  let waits = leaving.waitsFor
  return """
    <div class="way panel"><div class="inside"><p><b>\(Phrase.reason(leaving.reason.rawValue).leading)</b> \
    \(waits.map { "<span class=\"state watch\">\(Phrase.waitsForTitle): \(Phrase.waitsFor($0))</span>" as HTML })\
    \(leaving.ending.map { "<span class=\"state ring\">\(Phrase.caseOutcome($0.outcome).leading)</span>" as HTML })</p>
    <dl class="pairs"><dt>\(Phrase.openedOn)</dt><dd>\(Phrase.day(line.span.start))</dd>\
    \(leaving.ground.map { groundPair($0, file.way) })\
    \(leaving.occurred.map { pair(.occurredTitle(leaving.reason.rawValue), "\(Phrase.day($0))") })\
    \(leaving.note.map { pair(.deedField("", "note"), "<bdi lang=\"vi\">\($0)</bdi>") })\
    \(leaving.hearing.map(hearingPair))\(leaving.vote.map { votePair($0, vote) })\
    \(leaving.ending.map { endingPair($0, line.source, viewpoint) })</dl>
    \(leaving.ending == nil ? nextDeeds(file, ["hearLeaving", "voteLeaving", "decideLeaving", "closeLeaving"]) : nil)
    </div></div>
    """
}

private func pair(_ name: Phrase, _ value: HTML) -> HTML { "<dt>\(name)</dt><dd>\(value)</dd>" }

private func groundPair(_ ground: String, _ way: MemberWay) -> HTML {
  let clause = way.grounds[ground]
  return pair(
    .groundTitle,
    """
    \(Phrase.deletionGround(ground).leading)\
    \(clause.map { "<br>\(clauseView($0))" as HTML } ?? "<br><small>\(Phrase.noRuleThatDay.leading)</small>")
    """
  )
}

/// A clause as a page cites it: what it asks, where it stands, and whether that was not verified.
func clauseView(_ clause: MemberWay.ClauseTold) -> HTML {
  """
  <small>\(Phrase(clause.text)) <span class="quiet">(\(clause.number))</span>\
  \(clause.isVerified ? nil : " <span class=\"state watch\">\(Phrase.unverifiedRule)</span>")</small>
  """
}

private func hearingPair(_ hearing: LeavingCase.Hearing) -> HTML {
  pair(
    .stepTitle(.hearing),
    """
    \(Phrase.day(hearing.day))\(hearing.said.map { "<br><q lang=\"vi\">\($0)</q>" as HTML })
    """
  )
}

private func votePair(_ vote: LeavingCase.Vote, _ told: MemberWay.VoteTold?) -> HTML {
  let verdict: HTML =
    if let told, let outcome = told.outcome {
      "<br>\(Phrase(outcome)). \(told.clause.map(clauseView))"
    } else {
      "<br><small>\(Phrase.noRuleThatDay.leading)</small>"
    }
  return pair(
    .stepTitle(.vote),
    "\(Phrase.day(vote.day)): \(Phrase.votedOf(vote.agreed, vote.officials))\(verdict)"
  )
}

private func endingPair(_ ending: LeavingCase.Ending, _ source: Source?, _ viewpoint: Viewpoint) -> HTML {
  pair(
    .stepTitle(.decision),
    """
    \(Phrase.day(ending.day)) \(source.map { sourceView($0, viewpoint) })\
    \(ending.why.map { "<br><bdi lang=\"vi\">\($0)</bdi>" as HTML })
    """
  )
}

/// The deeds that come next, as buttons: those of the menu that belong here.
private func nextDeeds(_ file: PersonFile, _ deeds: [String]) -> HTML? {
  let offers = file.deeds.filter { deeds.contains($0.deed) }
  guard !offers.isEmpty else { return nil }
  return """
    <p class="actions">\(offers, button)</p>
    """
}

/// The step that goes on stands out; the one that gives up does not.
private func button(_ offer: DeedOffer) -> HTML {
  let goesOn = offer.deed != "closeLeaving" && offer.deed != "withdrawDiscipline"
  return """
    <a class="button\(goesOn ? " primary" as HTML : "")" href="\(path: offer.path)">\(Phrase.deed(offer.deed))</a>
    """
}

private func warningsSection(_ way: MemberWay, _ viewpoint: Viewpoint) -> HTML {
  """
  <section class="group" aria-labelledby="warned"><header><h2 id="warned">\(Phrase.warningsGiven)</h2>\
  <span class="aside">\(Phrase.number(way.warnings.count))</span></header>
  <dl class="pairs">\(way.warnings, { warning($0) })</dl></section>
  """
}

private func warning(_ line: MemberWay.Line<CellWarning>) -> HTML {
  pair(
    .warningNumbered(line.value.number),
    """
    \(Phrase.day(line.span.start)). <bdi lang="vi">\(line.value.note)</bdi>\
    \(line.value.ground.map { "<br><small>\(Phrase.deletionGround($0).leading)</small>" as HTML })
    """
  )
}

// MARK: Discipline

private func disciplineSection(_ file: PersonFile, _ viewpoint: Viewpoint) -> HTML? {
  let way = file.way
  guard way.pending != nil || !way.disciplines.isEmpty else { return nil }
  return """
    <section class="group" aria-labelledby="discipline"><header><h2 id="discipline">\(Phrase.disciplineTitle)</h2>\
    </header>
    \(way.pending.map { pendingView($0, file, viewpoint) })
    \(way.disciplines.isEmpty ? nil : "<dl class=\"pairs\">\(way.disciplines, { discipline($0, viewpoint) })</dl>")
    <p class="hint">\(Phrase.disciplineSeen)</p></section>
    """
}

private func pendingView(_ pending: MemberWay.Pending, _ file: PersonFile, _ viewpoint: Viewpoint) -> HTML {
  let matter = pending.matter
  return """
    <div class="way panel"><div class="inside"><p><b>\
    \(Phrase.disciplineForm(matter.discipline.form.rawValue).leading)</b> \
    <span class="state watch">\(Phrase.isPending.leading)</span></p>
    <dl class="pairs">\(pair(.deedField("discipline", "from"), "\(Phrase.span(matter.span))"))\
    \(pair(.decision, decisionView(decision(matter, pending.unit), viewpoint)))\
    \(matter.discipline.note.map { pair(.deedField("discipline", "note"), "<bdi lang=\"vi\">\($0)</bdi>") })\
    \(pair(.enteredBy, "<bdi>\(pending.enteredBy)</bdi>"))</dl>
    <p>\(pending.isOwnEntry ? Phrase.confirmYourself : .pendingMeaning)</p>
    \(nextDeeds(file, ["confirmDiscipline", "withdrawDiscipline"]))</div></div>
    """
}

private func decision(_ matter: DisciplineMatter, _ unit: UnitLink?) -> DecisionLink {
  DecisionLink(
    key: nil,
    number: matter.decision.number,
    signed: matter.decision.signed,
    issuer: unit?.name
  )
}

private func discipline(_ line: MemberWay.Line<Discipline>, _ viewpoint: Viewpoint) -> HTML {
  pair(
    Phrase.disciplineForm(line.value.form.rawValue).leading,
    """
    \(Phrase.span(line.span))\(line.unit.map { ", \(unitLink($0, viewpoint))" as HTML })\
    \(line.value.note.map { "<br><bdi lang=\"vi\">\($0)</bdi>" as HTML })\
    \(line.source.map { "<br>\(sourceView($0, viewpoint))" as HTML })
    """
  )
}

// MARK: Times as a member

private func membershipsSection(_ way: MemberWay, _ viewpoint: Viewpoint) -> HTML {
  """
  <section class="group" aria-labelledby="times"><header><h2 id="times">\(Phrase.earlierMemberships)</h2></header>
  <dl class="pairs">\(way.memberships, membership)</dl>
  \(way.readmission.map { readmission($0.day, $0.clause) })</section>
  """
}

private func membership(_ line: MemberWay.Line<Term>) -> HTML {
  let how = line.span.end == nil ? nil : Phrase.reason((line.value.reason ?? .left).rawValue)
  return pair(Phrase.span(line.span).leading, "\(how?.leading ?? Phrase.standing("official"))")
}

private func readmission(_ day: CivilDate, _ clause: MemberWay.ClauseTold?) -> HTML {
  "<p>\(Phrase.readmissionFrom(day)) \(clause.map(clauseView))</p>"
}
