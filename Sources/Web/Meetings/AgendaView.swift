import Basics
import Markup
import Phrases
import Rules

/// The agenda: each item with what was said of it, and the form by which it is noted, done, moved or dropped.
func agendaView(_ model: MeetingPage, _ frame: Frame) -> HTML? {
  let mayWrite = model.mayKeep && model.isUnsigned && model.meeting.stage != .cancelled
  guard mayWrite || !model.items.isEmpty else { return nil }
  let current = model.meeting.stage == .open ? model.current?.id : nil
  // The order is the regulation's: where that is not verified, it says so once.
  let parts = Set(model.items.compactMap(\.value.part))
  let isUnverified =
    model.rulebook?.agenda.contains { parts.contains($0.name) && $0.confidence.isUnverified } == true
  return """
    <section class="panel" aria-labelledby="agenda"><header><h2 id="agenda">\(Phrase.agendaTitle)</h2>\
    <span class="aside">\(isUnverified ? confidenceView(.unverified) : "\(Phrase.number(model.items.count))")</span></header>
    <ol class="items">\(model.items, { item in
      itemView(item, model, frame, isCurrent: item.id == current, mayWrite: mayWrite)
    })</ol>
    \(mayWrite ? newItem(model, frame) : nil)</section>
    """
}

private func itemView(
  _ item: Fact<MeetingItem>,
  _ model: MeetingPage,
  _ frame: Frame,
  isCurrent: Bool,
  mayWrite: Bool
) -> HTML {
  let value = item.value
  let state: HTML? =
    value.isDone
    ? "<span class=\"state good\">\(Phrase.itemDone)</span>"
    : isCurrent ? "<b class=\"state ring\">\(Phrase.itemNow)</b>" : nil
  let note: HTML? = value.note.map { "<p class=\"note\">\($0)</p>" }
  let line: HTML = "<span>\(value.place). \(value.title)</span> \(state)"
  let matter = item.id.flatMap { model.matters[$0] }
  let said = model.comments.filter { $0.about == item.id && model.readers != nil }
  let about: HTML = "\(matterView(matter, model, frame.viewpoint))\(commentsOn(said))"
  guard mayWrite, let id = item.id else { return "<li><p>\(line)</p>\(note)\(about)</li>" }
  let isHeld = model.meeting.stage == .open || model.meeting.stage == .closed
  // What the regulation asks of every meeting is not kept for the next.
  let settles = isHeld && matter?.outcome != .kept && (matter != nil || value.part == nil)
  return """
    <li\(flag: isCurrent, "data-current")><details\(flag: isCurrent, "open")><summary>\(line)</summary>\
    <form class="form inside" method="post" action="\(path: .meeting(model.key, "items"))" data-draft>\
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", AccountForm.newRequest()))\
    \(Form.hidden("item", id.description))
    <div class="field"><label for="n-\(id.description)">\(Phrase.itemNote)</label>\
    <textarea id="n-\(id.description)" name="note" rows="4">\(value.note ?? "")</textarea></div>
    <details class="more"><summary>\(Phrase.itemChange)</summary><div class="fields">
    <div class="field"><label for="t-\(id.description)">\(Phrase.itemTitle)</label>\
    <input id="t-\(id.description)" name="title" value="\(value.title)" autocomplete="off" required></div>
    <div class="field"><label for="p-\(id.description)">\(Phrase.itemPlace)</label>\
    <input id="p-\(id.description)" name="place" value="\(value.place)" inputmode="numeric" autocomplete="off"></div></div>
    <button class="button small" name="step" value="drop">\(Phrase.dropItem)</button></details>
    <div class="actions"><button class="button" name="step" value="put">\(Phrase.keepNote)</button>\
    \(value.isDone ? nil : """
      <button class="button\(isCurrent ? " primary" : "" as HTML)" name="step" \
      value="\(matter == nil ? "done" : "closed" as HTML)">\(matter == nil ? Phrase.itemFinished : .closeMatter)</button>
      """)\(settles ? """
      <button class="button" name="step" value="kept">\(Phrase.keepMatter)</button>
      """ : nil)</div></form></details>\(note)\(about)</li>
    """
}

/// What an item is about, and what became of it.
private func matterView(_ matter: ItemMatter?, _ model: MeetingPage, _ viewpoint: Viewpoint) -> HTML? {
  guard let matter else { return nil }
  let kind = Phrase.agendaMatter(matter.matter.kind.rawValue)
  let path = viewpoint.matter(matter.matter, in: model.unit.key)
  let outcome: HTML? = matter.outcome.map { outcome in
    let tone: HTML = outcome == .kept ? "state ring" : "state good"
    return " <span class=\"\(tone)\">\(Phrase.matterOutcome(outcome.rawValue))</span>"
  }
  return """
    <p class="matter">\(path.isOpen ? "<a href=\"\(path: path)\">\(kind)</a>" as HTML : "\(kind)")\(outcome)</p>
    """
}

private func newItem(_ model: MeetingPage, _ frame: Frame) -> HTML {
  """
  <details class="more inside"><summary>\(Phrase.addItem)</summary>
  <form class="form" method="post" action="\(path: .meeting(model.key, "items"))">\
  \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", AccountForm.newRequest()))
  <div class="fields">\(FormField("title", Phrase.itemTitle.text, error: model.objections.said(.title), autocomplete: "off", scope: "item").html)\
  \(FormField("place", Phrase.itemPlace.text, hint: Phrase.itemPlaceHint.text, isRequired: false, autocomplete: "off", scope: "item").html)</div>
  <div class="actions"><button class="button" name="step" value="put">\(Phrase.addItem)</button></div></form></details>
  """
}

/// What was put to the vote, and how it went.
func votesView(_ model: MeetingPage, _ frame: Frame) -> HTML? {
  let isHeld = model.meeting.stage == .open || model.meeting.stage == .closed
  let mayWrite = model.mayKeep && model.isUnsigned && isHeld
  guard mayWrite || !model.votes.isEmpty else { return nil }
  return """
    <section class="panel" aria-labelledby="votes"><header><h2 id="votes">\(Phrase.votesTitle)</h2>\
    <span class="aside">\(Phrase.number(model.votes.count))</span></header>
    \(mayWrite ? waitingVotes(model) : nil)\(model.votes.isEmpty ? nil : "<ul class=\"inside votes\">\(model.votes, { voteView($0, model, mayWrite: mayWrite) })</ul>")
    \(mayWrite ? namedVoteLink(model) : nil)\(mayWrite ? voteForm(model, frame) : nil)</section>
    """
}

/// Where script says which votes wait on the device, and which the server gave back.
private func waitingVotes(_ model: MeetingPage) -> HTML {
  """
  <div class="inside" role="status" data-votes="\(model.key)" data-waiting="\(Phrase.marksWaiting)" \
  data-refused="\(Phrase.marksRefused)" data-door="\(Phrase.votesNeedSignIn)" data-drop="\(Phrase.dropVote)" \
  data-mend="\(Phrase.mendVote)" hidden></div>
  """
}

private func voteView(_ told: MeetingPage.VoteTold, _ model: MeetingPage, mayWrite: Bool) -> HTML {
  let vote = told.vote
  let isCarried = told.verdict?.outcomeName == "carried"
  let clause = told.verdict?.findings.first
  return """
    <li><b>\(vote.proposal)</b> \(told.verdict.flatMap(\.outcomeTitle).map { title in
      "<span class=\"\(isCarried ? "state good" : "state bad" as HTML)\">\(Phrase(title))</span>" as HTML
    })<span class="detail">\(Phrase.voteNumbers(vote))</span>\
    \(model.seesPeople ? ballotsView(told) : nil)\
    \(mayWrite && vote.manner == .named ? changeLink(told, model) : nil)\
    \(clause.map { finding in
      """
      <span class="detail">\(Phrase(finding.clause.text)) · § \(finding.clause.number) · \
      \(confidenceView(finding.clause.confidence, finding.clause.sources))</span>
      """
    })</li>
    """
}

private func voteForm(_ model: MeetingPage, _ frame: Frame) -> HTML {
  // Whoever votes by name is written down one by one, on a form of its own.
  let manners = VoteManner.allCases.filter { $0 != .named }.map {
    FormField.Choice($0.rawValue, Phrase.voteManner($0.rawValue).text)
  }
  let items =
    [FormField.Choice("", Phrase.noItem.text)]
    + model.items.compactMap { item in
      item.id.map { FormField.Choice($0.description, "\(item.value.place). \(item.value.title)") }
    }
  func number(_ name: String, _ field: Field, _ value: Int?, isRequired: Bool = true) -> HTML {
    FormField(
      name,
      Phrase.voteField(name).text,
      value: value.map(String.init) ?? "",
      error: model.objections.said(field),
      isRequired: isRequired,
      autocomplete: "off",
      scope: "vote"
    ).html
  }
  let officials = model.rows.count { $0.isOfficial }
  let isWrong = model.objections.said(.votes, .present, .officials, .agreed, .title) != nil
  return """
    <details class="more inside"\(flag: isWrong, "open")><summary>\(Phrase.recordVote)</summary>
    <form class="form" method="post" action="\(path: .meeting(model.key, "votes"))" data-draft data-vote="\(model.key)">\
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", AccountForm.newRequest()))
    <p class="message warning" role="alert" data-vote-refused hidden></p>
    \(FormField("title", Phrase.proposal.text, error: model.objections.said(.title), autocomplete: "off", scope: "vote").html)
    <div class="fields">\(FormField("item", Phrase.itemOfVote.text, kind: .choice(items), value: model.current?.id?.description ?? "", isRequired: false, scope: "vote").html)\
    \(FormField("manner", Phrase.voteMannerTitle.text, kind: .choice(manners), value: "hands", scope: "vote").html)\
    \(number("officials", .officials, officials))\(number("present", .present, model.call.voters))\
    \(number("agreed", .agreed, nil))\(number("against", .votes, nil, isRequired: false))\
    \(number("abstained", .votes, nil, isRequired: false))</div>
    <div class="actions"><button class="button primary">\(Phrase.recordVote)</button></div></form></details>
    """
}
