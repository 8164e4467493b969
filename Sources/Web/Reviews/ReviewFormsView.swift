import Basics
import Markup
import Phrases
import Records
import Rules

/// The fields whose errors stand by them.
let reviewFields: [Field] = [
  .rating, .general, .results, .agreed, .votes, .text, .reason, .quantity, .note, .due, .day,
]

/// What the reader can say of a subject, state, raise.
func formsView(_ model: ReviewSubjectPage, _ frame: Frame) -> HTML {
  """
  \(model.turns.enumerated().map { turnForm($1, model, frame, isFirst: $0 == 0) }, \.self)\
  \(stateForm(model, frame))\(raiseForm(model, frame))
  """
}

private func head(_ model: ReviewSubjectPage, _ frame: Frame) -> HTML {
  "\(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", AccountForm.newRequest()))"
}

private func turnForm(
  _ turn: ReviewSubjectPage.Turn,
  _ model: ReviewSubjectPage,
  _ frame: Frame,
  isFirst: Bool
) -> HTML {
  let scope = "\(turn.step.rawValue)-\(turn.body.key)"
  let isSent = model.values["step"] == turn.step.rawValue && model.values["unit"] == turn.body.key
  func value(_ field: Field, _ known: String?) -> String {
    isSent ? model.values[field.rawValue] ?? "" : known ?? ""
  }
  func field(_ name: Field, _ label: Phrase, _ kind: FormField.Kind, _ known: String?) -> HTML {
    FormField(
      name.rawValue,
      label.text,
      kind: kind,
      value: value(name, known),
      error: isSent ? model.objections.said(name) : nil,
      isRequired: false,
      scope: scope
    ).html
  }
  let known = turn.known
  let rates = turn.step != .appraisal && turn.step != .comment
  let ratings =
    [FormField.Choice("", Phrase.notChosen.text)]
    + ReviewClass.allCases.map { .init($0.rawValue, Phrase.reviewClass($0.rawValue).text) }
  let points: HTML? =
    rates
    ? """
    <div class="pair">\(field(.general, .pointsGeneral, .text, known?.points?.general.description))\
    \(field(.results, .pointsResults, .text, known?.points?.results.description))</div>
    """ : nil
  let votes: HTML? =
    turn.step == .evaluation && turn.writer == nil
    ? """
    <div class="pair">\(field(.agreed, .votesAgreed, .text, known?.vote.map { String($0.agreed) }))\
    \(field(.votes, .votesAll, .text, known?.vote.map { String($0.voters) }))</div>
    """ : nil
  let reason: HTML? =
    turn.step == .evaluation || turn.step == .decision
    ? field(.reason, .whyOtherwise, .words, known?.reason) : nil
  let draft: HTML? =
    turn.writer != nil && turn.step == .evaluation
    ? "<button class=\"button\" name=\"passed\" value=\"no\">\(Phrase.keepDraft)</button>" : nil
  return """
    <section class="panel" aria-labelledby="t-\(scope)"><header><h2 id="t-\(scope)">\
    \(Phrase.reviewStep(turn.step.rawValue))</h2><span class="aside"><bdi lang="vi">\(turn.body.name)</bdi></span></header>
    <form class="form inside" method="post" action="\(path: .review(model.key, model.line.subject))" data-draft>\
    \(head(model, frame))\(Form.hidden("step", turn.step.rawValue))\(Form.hidden("unit", turn.body.key))\
    \(turn.writer.map { Form.hidden("writer", $0) })
    \(rates ? field(.rating, .reviewRating, .choice(ratings), known?.rating?.rawValue) : nil)\(points)\(votes)\
    \(field(.text, turn.step == .selfReview ? .selfReviewText : .reviewText, .words, known?.text))\(reason)
    <div class="actions"><button class="\(isFirst ? "button primary" : "button" as HTML)">\
    \(turn.step == .decision ? Phrase.decideRating : .passOn)</button>\(draft)</div></form></section>
    """
}

/// What the regulations ask and the record does not count.
private func stateForm(_ model: ReviewSubjectPage, _ frame: Frame) -> HTML? {
  let told = model.statements.map { statement -> HTML in
    let title =
      model.facts.first { $0.name == statement.name }.map { Phrase($0.title).text } ?? statement.name
    return """
      <li>\(title): <b>\(Phrase.quantity(statement.quantity))</b>\
      \(statement.note.map { "<p><bdi lang=\"vi\">\($0)</bdi></p>" as HTML })</li>
      """
  }
  guard let body = model.states, !model.asked.isEmpty else {
    return told.isEmpty
      ? nil
      : """
      <section class="panel" aria-labelledby="stated"><header><h2 id="stated">\(Phrase.statedTitle)</h2></header>
      <ul class="found">\(told, \.self)</ul></section>
      """
  }
  let isSent = model.values["step"] == "state"
  let choices = model.asked.map { FormField.Choice($0.name, Phrase($0.title).text) }
  return """
    <details class="panel story"\(flag: isSent, "open")><summary>\(Phrase.statedTitle)</summary>
    \(told.isEmpty ? nil : "<ul class=\"found\">\(told, \.self)</ul>")
    <form class="form inside" method="post" action="\(path: .review(model.key, model.line.subject))">\(head(model, frame))\
    \(Form.hidden("unit", body.key))\
    \(FormField("name", Phrase.statedWhat.text, kind: .choice(choices), value: isSent ? model.values["name"] ?? "" : "", scope: "state").html)\
    \(FormField("quantity", Phrase.statedQuantity.text, value: isSent ? model.values["quantity"] ?? "" : "", error: isSent ? model.objections.said(.quantity) : nil, scope: "state").html)\
    \(FormField("note", Phrase.statedNote.text, value: isSent ? model.values["note"] ?? "" : "", error: isSent ? model.objections.said(.note) : nil, isRequired: false, scope: "state").html)
    <button class="button" name="step" value="state">\(Phrase.stateIt)</button></form></details>
    """
}

/// A suggestion, a limitation, a remedy plan, an objection.
private func raiseForm(_ model: ReviewSubjectPage, _ frame: Frame) -> HTML? {
  let forms = model.raises.map { kind, unit -> HTML in
    let isSent = model.values["step"] == "matter" && model.values["kind"] == kind.rawValue
    let scope = kind.rawValue
    let due: HTML? =
      kind == .objection || kind == .attendance
      ? nil
      : FormField(
        "due",
        Phrase.matterDue.text,
        kind: .day,
        value: isSent ? model.values["due"] ?? "" : "",
        error: isSent ? model.objections.said(.due) : nil,
        isRequired: false,
        scope: scope
      ).html
    return """
      <details class="panel story"\(flag: isSent, "open")><summary>\(Phrase.reviewMatter(kind.rawValue))</summary>
      <form class="form inside" method="post" action="\(path: .review(model.key, model.line.subject))">\(head(model, frame))\
      \(Form.hidden("kind", kind.rawValue))\(Form.hidden("unit", unit.key))\
      \(FormField("text", Phrase.matterText.text, kind: .words, value: isSent ? model.values["text"] ?? "" : "", error: isSent ? model.objections.said(.text) : nil, scope: scope).html)\
      \(due)<button class="button" name="step" value="matter">\(Phrase.raiseIt)</button></form></details>
      """
  }
  return forms.isEmpty ? nil : "\(forms, \.self)"
}

/// What was raised, with what came of it.
func mattersView(_ model: ReviewSubjectPage, _ frame: Frame) -> HTML? {
  guard !model.matters.isEmpty else { return nil }
  let today = frame.viewpoint.today
  let items = model.matters.map { matter -> HTML in
    let value = matter.fact.value
    let due: HTML? = value.due.map { due in
      value.isLate(on: today)
        ? " <span class=\"state bad\">\(Phrase.matterDue) \(Phrase.day(due))</span>"
        : " <small>\(Phrase.matterDue) \(Phrase.day(due))</small>"
    }
    let answer: HTML? =
      value.answer.map { "<p><b>\(Phrase.day($0.day))</b>: <bdi lang=\"vi\">\($0.text)</bdi></p>" }
      ?? (matter.mayAnswer ? answerForm(value, model, frame) : nil)
    return """
      <li><b>\(Phrase.reviewMatter(value.kind.rawValue))</b>\
      \(matter.person.map { ": <bdi lang=\"vi\">\($0)</bdi>" as HTML })\(due)<p><bdi lang="vi">\(value.text)</bdi></p>\(answer)\
      <small><bdi lang="vi">\(matter.unit)</bdi>, \(Phrase.day(matter.fact.span.start))</small></li>
      """
  }
  return """
    <section class="panel" aria-labelledby="matters"><header><h2 id="matters">\(Phrase.reviewMattersTitle)</h2></header>
    <ul class="found">\(items, \.self)</ul></section>
    """
}

private func answerForm(_ matter: ReviewMatter, _ model: ReviewSubjectPage, _ frame: Frame) -> HTML {
  let scope = matter.key.description
  let isSent = model.values["matter"] == scope
  return """
    <details\(flag: isSent, "open")><summary>\(Phrase.answerIt)</summary><form class="form" method="post" \
    action="\(path: .review(model.key, model.line.subject))">\(head(model, frame))\(Form.hidden("matter", scope))\
    \(FormField("text", Phrase.matterAnswer.text, kind: .words, value: isSent ? model.values["text"] ?? "" : "", error: isSent ? model.objections.said(.text) : nil, scope: scope).html)\
    \(FormField("day", Phrase.onDay.text, kind: .day, value: isSent ? model.values["day"] ?? "" : frame.viewpoint.today.description, error: isSent ? model.objections.said(.day) : nil, scope: scope).html)
    <button class="button" name="step" value="answer">\(Phrase.answerIt)</button></form></details>
    """
}
