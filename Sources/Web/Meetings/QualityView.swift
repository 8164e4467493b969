import Basics
import Markup
import Phrases
import RulebookFiles
import Rules

/// What the regulation of the day says of a meeting that is over: each clause with what was required and seen.
func qualityView(_ model: MeetingPage, _ frame: Frame) -> HTML? {
  guard model.meeting.stage == .closed, model.meeting.kind != .preparation else { return nil }
  return """
    <section class="panel rules" aria-labelledby="quality"><header><h2 id="quality">\(Phrase.meetingQuality)</h2>\
    \(model.rulebook.map { "<span class=\"aside\">\(Phrase($0.title))</span>" as HTML })</header>
    \(model.judged.isEmpty ? "<p class=\"inside quiet\">\(Phrase.noRuleThatDay)</p>" : "\(model.judged, { judgedView($0, model) })")
    \(model.mayKeep ? scoreForm(model, .own, frame) : nil)\(model.mayScore ? scoreForm(model, .superior, frame) : nil)
    </section>
    """
}

private func judgedView(_ judged: MeetingPage.Judged, _ model: MeetingPage) -> HTML {
  let verdict = judged.verdict
  let isMet = verdict.outcomeName == "met"
  let words: Phrase =
    verdict.isUndetermined ? .undetermined : verdict.outcomeTitle.map { Phrase($0) } ?? .undetermined
  let tone: HTML = verdict.isUndetermined ? "state ring" : isMet ? "state good" : "state bad"
  let facts = model.rulebook?.facts ?? []
  let missing = verdict.missing.map { name in
    facts.first { $0.name == name }.map { Phrase($0.title).text } ?? name
  }
  return """
    <div class="inside"><p><b>\(Phrase.meetingScorer(judged.scorer.rawValue))</b>: <span class="\(tone)">\(words)</span></p>\
    \(missing.isEmpty ? nil : "<p class=\"quiet\">\(Phrase.missingFacts(missing.joined(separator: ", ")))</p>")\
    <p class="quiet">\(Phrase.proposalOnly)</p></div>
    \(Table(
      caption: Phrase.meetingScorer(judged.scorer.rawValue).text,
      columns: [
        Column(Phrase.clause.text), Column(Phrase.seen.text), Column(Phrase.result.text),
        Column(Phrase.confidence.text),
      ],
      rows: verdict.findings,
      isDense: true
    ) { finding, page in
      page.markup("<tr><th scope=\"row\">")
      page.write(Phrase(finding.clause.text))
      page.markup("<span class=\"detail\">§ ")
      page.text(finding.clause.number)
      page.markup("</span></th><td>")
      page.text(seen(finding, verdict, facts))
      page.markup("</td><td>")
      page.piece(truthView(finding))
      page.markup("</td><td>")
      page.piece(confidenceView(finding.clause.confidence, finding.clause.sources))
      page.markup("</td></tr>\n")
    }.html)
    """
}

/// What was seen, the facts called by their titles.
private func seen(_ finding: Verdict.Finding, _ verdict: Verdict, _ facts: [RuleFact]) -> String {
  guard let observed = finding.observed else {
    // A condition of several parts: each fact it reads that is known.
    let known = finding.clause.condition.facts.compactMap { place -> String? in
      guard facts.indices.contains(place), let amount = verdict.facts[place] else { return nil }
      let words =
        facts[place].sort == .yesNo ? (amount == .zero ? Phrase.noWord : .yesWord).text : "\(amount)"
      return "\(Phrase(facts[place].title).text): \(words)"
    }
    return known.isEmpty ? "–" : known.joined(separator: "; ")
  }
  return seenText(observed, finding, facts)
}

private func scoreForm(_ model: MeetingPage, _ scorer: MeetingScorer, _ frame: Frame) -> HTML {
  let known = model.scores.filter { $0.scorer == scorer }
  func answer(_ criterion: String) -> String {
    known.first { $0.criterion == criterion }.map { $0.isMet ? "yes" : "no" } ?? ""
  }
  let choices = [
    FormField.Choice("", Phrase.notChosen.text), FormField.Choice("yes", Phrase.metWord.text),
    FormField.Choice("no", Phrase.notMetWord.text),
  ]
  let note = known.compactMap(\.note).first ?? ""
  let title: Phrase = scorer == .own ? .scoreOwn : .scoreFromAbove
  return """
    <details class="more inside"\(flag: known.isEmpty && scorer == .own, "open")><summary>\(title)</summary>
    <form class="form" method="post" action="\(path: .meeting(model.key, "scores"))" data-draft>\
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", AccountForm.newRequest()))\
    \(Form.hidden("scorer", scorer.rawValue))
    <div class="fields">\(MeetingScore.criteria, { criterion in
      scoreField(criterion, scorer, choices, answer(criterion))
    })</div>
    \(FormField("note", Phrase.scoreNote.text, value: note, error: model.objections.said(.note), isRequired: false, autocomplete: "off", scope: scorer.rawValue).html)
    <div class="actions"><button class="button">\(title)</button></div></form></details>
    """
}

/// One criterion; two forms of a page may ask the same, so each has names of its own for its labels.
private func scoreField(
  _ criterion: String,
  _ scorer: MeetingScorer,
  _ choices: [FormField.Choice],
  _ value: String
) -> HTML {
  let id = "\(scorer.rawValue)-\(criterion)"
  return """
    <div class="field"><label for="\(id)">\(Phrase.meetingCriterion(criterion))</label>\
    <select id="\(id)" name="\(criterion)">\(choices, { choice in
      "<option value=\"\(choice.value)\"\(flag: choice.value == value, "selected")>\(choice.label)</option>"
    })</select></div>
    """
}

/// The invitation on paper: when, where, what about, with which papers.
func invitationView(_ model: MeetingPage, in frame: Frame) -> HTML {
  let meeting = model.meeting
  let kind = Phrase.meetingKind(meeting.kind.rawValue)
  let above = model.path.dropLast().last
  func pair(_ title: Phrase, _ value: String?) -> HTML? {
    value.map { "<dt>\(title)</dt><dd>\($0)</dd>" }
  }
  return page(
    frame,
    title: .invitation,
    content: """
      <div class="heading"><div>\(crumbs(model.path, frame.viewpoint))<h1>\(Phrase.invitation)</h1>\
      <p><a href="\(path: frame.viewpoint.meeting(model.key))">\(kind), \(Phrase.day(model.day))</a></p></div>\
      <div class="actions"><a class="button" href="\(path: .meeting(model.key, "invitation.ics"))">\(Phrase.addToCalendar)</a>\
      <button class="button" type="button" data-print hidden>\(Phrase.print)</button></div></div>
      <article class="office-paper" lang="vi"><div class="letter"><p>\(above.map { "<bdi>\($0.name)</bdi><br>" as HTML })\
      <b><bdi>\(model.unit.name)</bdi></b><br>*</p><p><b>\(Phrase.partyOnPaper)</b><br>\
      <i>\(Phrase.dayOnPaper(frame.made.day))</i></p></div>
      <h2 class="act">\(Phrase.invitationOnPaper)</h2><p class="act-of">\(kind)</p>
      <dl class="pairs">\(pair(.meetingTime, "\(meeting.begins.description), \(Phrase.day(model.day))"))\
      \(pair(.meetingFormField("place"), meeting.place))\
      \(pair(.meetingFormField("mode"), Phrase.meetingMode(meeting.mode.rawValue).text))\
      \(pair(.meetingFormField("theme"), meeting.theme))\(pair(.meetingFormField("chair"), model.chair?.name))</dl>
      <h3>\(Phrase.agendaTitle)</h3><ol class="plain-list">\(model.items, { "<li>\($0.value.title)</li>" })</ol>
      \(model.papers.isEmpty ? nil : """
        <h3>\(Phrase.papersTitle)</h3><ul class="plain-list">\(model.papers, { "<li>\($0.title)</li>" })</ul>
        """)
      \(model.guests.isEmpty ? nil : """
        <h3>\(Phrase.invitedGuests)</h3><ul class="plain-list">\(model.guests, { guest in
          "<li><bdi>\(guest.value.name)</bdi>\(guest.value.note.map { ", \($0)" as HTML })</li>"
        })</ul>
        """)
      <p>\(Phrase.invitationTo)</p>
      <div class="letter signs"><p></p><p><b>\(Phrase.minutesChairSign)</b><br><i>\(Phrase.signAndName)</i><br><br><b>\
      \(model.chair.map { "<bdi>\($0.name)</bdi>" as HTML })</b></p></div></article>
      """
  )
}
