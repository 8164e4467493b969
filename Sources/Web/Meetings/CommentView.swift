import Basics
import Markup
import Phrases
import Records
import Rules

/// What was said beforehand of an item or a paper, for whoever keeps the meeting, and one's own.
func commentsOn(_ comments: [MeetingPage.Comment]) -> HTML? {
  guard !comments.isEmpty else { return nil }
  return """
    <ul class="said">\(comments, { comment in
      """
      <li><p>\(comment.text)</p><small><bdi lang="vi">\(comment.name)</bdi> · \(momentText(comment.at))</small></li>
      """
    })</ul>
    """
}

/// One's own comments, to be taken back until the meeting opens, and the form for another.
func ownCommentsView(_ model: MeetingPage, _ frame: Frame) -> HTML? {
  let own = model.comments.filter(\.isOwn)
  guard model.mayComment || !own.isEmpty else { return nil }
  let titles = Dictionary(
    model.items.compactMap { item in item.id.map { ($0, item.value.title) } }
      + model.papers.map { ($0.id, $0.title) }
  ) { first, _ in first }
  return """
    <section class="panel" aria-labelledby="comments"><header><h2 id="comments">\(Phrase.commentsTitle)</h2></header>
    \(own.isEmpty ? nil : "<ul class=\"inside said\">\(own, { ownComment($0, titles[$0.about] ?? "", model, frame) })</ul>")\
    \(model.mayComment ? commentForm(model, frame) : nil)</section>
    """
}

private func ownComment(
  _ comment: MeetingPage.Comment,
  _ about: String,
  _ model: MeetingPage,
  _ frame: Frame
) -> HTML {
  let back: HTML = """
    <form method="post" action="\(path: .meeting(model.key, "comments"))">\
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", AccountForm.newRequest()))\
    \(Form.hidden("comment", comment.key))\
    <button class="button small" name="step" value="back">\(Phrase.takeBack)</button></form>
    """
  return """
    <li><small>\(about)</small><p>\(comment.text)</p><small>\(momentText(comment.at))</small>\
    \(model.mayComment ? back : nil)</li>
    """
}

private func commentForm(_ model: MeetingPage, _ frame: Frame) -> HTML {
  let items = model.items.compactMap { item in
    item.id.map { FormField.Choice("item-\($0)", "\(item.value.place). \(item.value.title)") }
  }
  let papers = model.papers.map { paper in
    FormField.Choice("paper-\(paper.id)", "\(Phrase.paperKind(paper.kind.rawValue)): \(paper.title)")
  }
  let about = FormField(
    "about",
    Phrase.commentAbout.text,
    kind: .choice(items + papers),
    scope: "comment"
  )
  let text = FormField(
    "text",
    Phrase.commentText.text,
    kind: .words,
    value: model.typedComment ?? "",
    hint: Phrase.commentHint.text,
    error: model.objections.said(.text),
    scope: "comment"
  )
  return """
    <form class="form inside" method="post" action="\(path: .meeting(model.key, "comments"))" data-draft>\
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", AccountForm.newRequest()))
    \(about.html)\(text.html)
    <div class="actions"><button class="button">\(Phrase.sendComment)</button></div></form>
    """
}

/// Those invited who are not of the cell.
func guestsView(_ model: MeetingPage, _ frame: Frame) -> HTML? {
  let mayInvite =
    model.mayKeep && model.isUnsigned && (model.meeting.stage == .called || model.meeting.stage == .open)
  guard mayInvite || !model.guests.isEmpty else { return nil }
  func hidden() -> HTML {
    "\(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", AccountForm.newRequest()))"
  }
  let list: HTML? =
    model.guests.isEmpty
    ? nil
    : """
    <ul class="inside said">\(model.guests, { guest in
      """
      <li><p><bdi lang="vi">\(guest.value.name)</bdi></p>\
      \(guest.value.note.map { "<small>\($0)</small>" as HTML })\
      \(mayInvite ? """
        <form method="post" action="\(path: .meeting(model.key, "guests"))">\(hidden())\
        \(Form.hidden("guest", guest.id?.description ?? ""))\
        <button class="button small" name="step" value="drop">\(Phrase.dropGuest)</button></form>
        """ : nil)</li>
      """
    })</ul>
    """
  let isWrong = model.objections.said(.name, .code) != nil
  let form: HTML = """
    <details class="more inside"\(flag: isWrong, "open")><summary>\(Phrase.inviteGuest)</summary>
    <form class="form" method="post" action="\(path: .meeting(model.key, "guests"))">\(hidden())
    \(FormField("name", Phrase.guestName.text, error: model.objections.said(.name), autocomplete: "off", scope: "guest").html)\
    \(FormField("note", Phrase.guestNote.text, isRequired: false, autocomplete: "off", scope: "guest").html)\
    \(FormField("code", Phrase.guestCode.text, hint: Phrase.guestCodeHint.text, error: model.objections.said(.code), isRequired: false, autocomplete: "off", scope: "guest").html)
    <div class="actions"><button class="button">\(Phrase.inviteGuest)</button></div></form></details>
    """
  return """
    <section class="panel" aria-labelledby="guests"><header><h2 id="guests">\(Phrase.invitedGuests)</h2>\
    <span class="aside">\(Phrase.number(model.guests.count))</span></header>\(list)\(mayInvite ? form : nil)</section>
    """
}
