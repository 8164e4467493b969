import Basics
import Markup
import Phrases
import Records
import Rules

/// The form by which a member reports an error in their own record.
func reportFormView(_ model: ReportForm, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let message = model.objections.said(besides: [.topic, .right, .note]).map(messageView)
  let topics = ErrorReport.Topic.allCases.map { topic in
    FormField.Choice(topic.rawValue, Phrase.reportTopic(topic.rawValue).leading.text)
  }
  return page(
    frame,
    title: .reportError,
    content: """
      <div class="heading"><div><h1>\(Phrase.reportError)</h1>\
      <p>\(personLink(model.person, viewpoint)). \(Phrase.reportMeaning)</p></div></div>
      \(message)
      <div class="columns wide-narrow">
      <form class="form deed panel" method="post" action="\(path: .reportError(model.person.key))" data-draft>
      \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))
      <div class="fields">
      \(FormField(
        "topic", Phrase.whatIsWrong.text,
        kind: .choice([FormField.Choice("", Phrase.choose.text)] + topics), value: model.topic,
        error: model.objections.said(.topic)
      ).html)
      \(FormField(
        "right", Phrase.whatIsRight.text, kind: .text, value: model.right,
        hint: Phrase.whatIsRightHint.text, error: model.objections.said(.right), autocomplete: "off"
      ).html)
      \(FormField(
        "note", "\(Phrase.reportNote) (\(Phrase.optional))", kind: .words, value: model.note,
        hint: Phrase.reportNoteHint.text, error: model.objections.said(.note), isRequired: false
      ).html)
      </div>
      <div class="actions"><button class="button primary">\(Phrase.sendReport)</button>
      <a class="button" href="\(path: viewpoint.person(model.person.key))">\(Phrase.notDoing)</a></div></form>
      <section class="group" aria-labelledby="recorded"><header>\
      <h2 id="recorded">\(Phrase.inTheRecord)</h2></header>
      <dl class="pairs">\(model.recorded, { recordedPair($0.topic, $0.value) })</dl></section></div>
      """
  )
}

private func recordedPair(_ topic: ErrorReport.Topic, _ value: String) -> HTML {
  "<dt>\(Phrase.reportTopic(topic.rawValue).leading)</dt><dd>\(recordedWords(topic, value))</dd>"
}

/// What the record says of a topic, in words where it is a code or a day.
private func recordedWords(_ topic: ErrorReport.Topic, _ value: String) -> HTML {
  if value.isEmpty { return "<span class=\"faint\">\(Phrase.notStated.leading)</span>" }
  return switch topic {
  case .born: "\(LooseDate(value).map { Phrase.birth($0) } ?? Phrase(verbatim: value))"
  case .sex: "\(Phrase.sex(value))"
  case .admitted, .official: "\(CivilDate(value).map { Phrase.day($0) } ?? Phrase(verbatim: value))"
  case .post: "\(Phrase.post(value).leading)"
  default: "<bdi lang=\"vi\">\(value)</bdi>"
  }
}

/// A report before the officer who answers it: what the record says, what the member says, and two ways on.
func reportAnswerView(_ model: ReportAnswer, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let report = model.report.value
  let message = model.objections.said(besides: [.answer]).map(messageView)
  return page(
    frame,
    title: .reportTitle,
    content: """
      <div class="heading"><div>\(crumbs(model.path, viewpoint))<h1>\(Phrase.reportTitle)</h1>\
      <p class="subject">\(personLink(model.person, viewpoint))</p></div></div>
      \(message)
      <section class="panel" aria-labelledby="said"><header>\
      <h2 id="said">\(Phrase.reportTopic(report.topic.rawValue).leading)</h2>\
      <span class="aside">\(Phrase.day(model.report.span.start))</span></header>
      <dl class="pairs inside"><dt>\(Phrase.inTheRecord)</dt><dd>\(recordedWords(report.topic, model.recorded ?? ""))</dd>\
      <dt>\(Phrase.isSaidRight)</dt><dd><b><bdi lang="vi">\(report.right)</bdi></b></dd>\
      \(report.note.map { "<dt>\(Phrase.reportNote)</dt><dd><bdi lang=\"vi\">\($0)</bdi></dd>" as HTML })\
      <dt>\(Phrase.stateTitle)</dt><dd>\(Phrase.reportState(report.state.rawValue).leading)</dd>\
      \(report.answer.map { "<dt>\(Phrase.answerTitle)</dt><dd><bdi lang=\"vi\">\($0)</bdi></dd>" as HTML })</dl></section>
      \(report.state == .open ? answerForm(model, frame) : nil)
      """
  )
}

private func answerForm(_ model: ReportAnswer, _ frame: Frame) -> HTML {
  """
  <form class="form deed panel" method="post" action="\(path: .report(model.key))" data-draft>
  \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))
  \(model.correction.map { "<p class=\"actions\"><a class=\"button primary\" href=\"\(path: $0)\">\(Phrase.acceptReport)</a></p>" as HTML })
  <div class="fields">\(FormField(
    "answer", Phrase.answerTitle.text, kind: .words, value: model.answer, hint: Phrase.answerHint.text,
    error: model.objections.said(.answer), isRequired: false
  ).html)</div>
  <div class="actions"><button class="button" name="step" value="accept">\(Phrase.acceptOnly)</button>
  <button class="button" name="step" value="decline">\(Phrase.declineReport)</button></div></form>
  """
}
