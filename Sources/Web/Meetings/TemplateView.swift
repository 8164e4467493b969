import Basics
import Markup
import Phrases
import Records
import Rules

/// How an office words minutes: the text, what it makes of a meeting, the names it can use, its versions.
func templateView(_ model: TemplatePage, in frame: Frame) -> HTML {
  page(
    frame,
    title: .minutesTemplateOf(model.unit.name),
    content: """
      <div class="heading"><div>\(crumbs(model.path, frame.viewpoint))<h1>\(Phrase.minutesTemplate)</h1>\
      <p class="subject"><bdi lang="vi">\(model.unit.name)</bdi></p>\
      <p>\(model.whose.map { Phrase.templateInForce($0.name) } ?? .templateInForceShipped)</p>\
      <p class="quiet">\(Phrase.templateMeaning)</p></div></div>
      \(model.draft.objections.said(besides: [.text, .from, .scan]).map(messageView))
      <div class="columns wide-narrow"><div class="stack">\(form(model, frame))\(preview(model))</div>
      <div class="stack">\(names())\(shipped())\(versions(model, frame))</div></div>
      """
  )
}

private func form(_ model: TemplatePage, _ frame: Frame) -> HTML {
  let draft = model.draft
  let error = draft.objections.said(.text)
  let meetings = model.meetings.map { line in
    FormField.Choice(
      line.id.description,
      "\(Phrase.day(line.day).text), \(Phrase.meetingKind(line.meeting.kind.rawValue).text), \(line.unitName)"
    )
  }
  let described = error == nil ? nil : "text-error"
  return """
    <form class="panel" method="post" enctype="multipart/form-data" \
    action="\(path: .minutesTemplate(model.unit.key))" data-draft><div class="form inside">\
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))
    <div class="\(error == nil ? "field" : "field wrong" as HTML)"><label for="text">\(Phrase.templateText)</label>\
    <textarea id="text" name="text" class="told-code" rows="18" spellcheck="false" autocomplete="off"\
    \(attribute: "aria-describedby", described)>
    \(draft.text)</textarea>\(error.map { "<p class=\"error\" id=\"text-error\">\($0)</p>" as HTML })</div>
    <div class="fields">\(FormField("scan", Phrase.templateFile.text, kind: .file(".txt,.mustache"), error: draft.objections.said(.scan), isRequired: false).html)\
    \(FormField("from", Phrase.templateFrom.text, kind: .day, value: draft.from, error: draft.objections.said(.from)).html)\
    \(meetings.isEmpty ? nil : FormField("meeting", Phrase.previewMeeting.text, kind: .choice(meetings), value: draft.meeting, isRequired: false).html)</div>
    <div class="actions"><button class="button" name="step" value="preview">\(Phrase.previewTemplate)</button>\
    <button class="button primary" name="step" value="record">\(Phrase.putTemplateInForce)</button>\
    \(model.whose?.key == model.unit.key ? """
      <button class="button danger" name="step" value="drop">\(Phrase.dropTemplate)</button>
      """ : nil)</div></div></form>
    """
}

private func preview(_ model: TemplatePage) -> HTML? {
  guard let minutes = model.preview else { return nil }
  let text = MinutesProposal(minutes, template: model.draft.text).text
  return """
    <section class="panel" aria-labelledby="preview"><header><h2 id="preview">\(Phrase.previewTemplate)</h2>\
    <span class="aside">\(Phrase.day(minutes.meeting.day)), <bdi lang="vi">\(minutes.meeting.unit.name)</bdi></span></header>
    <article class="inside minutes-text" lang="vi">\(minutesParagraphs(text))</article></section>
    """
}

private func names() -> HTML {
  let single = MinutesValues.single.map { ($0, Phrase.templateValue($0), nil as String?) }
  let parts = MinutesValues.parts.map { part, within in
    (part, Phrase.templateValue(part), within == ["."] ? nil : within.joined(separator: ", "))
  }
  return """
    <section class="panel" aria-labelledby="names"><header><h2 id="names">\(Phrase.templateNames)</h2></header>
    <p class="inside hint">\(Phrase.templateNamesHint)</p>
    <dl class="inside pairs">\(single + parts, { name, words, within in
      """
      <dt class="code">\(name)</dt><dd>\(words)\
      \(within.map { "<span class=\"detail\">\(Phrase.templateWithin($0))</span>" as HTML })</dd>
      """
    })</dl></section>
    """
}

private func shipped() -> HTML {
  """
  <section class="panel" aria-labelledby="shipped"><header><h2 id="shipped">\(Phrase.showShipped)</h2></header>
  <div class="scroll" tabindex="0" role="group" aria-label="\(Phrase.showShipped)">\
  <pre class="inside told-code">\(MinutesTemplate.shipped)</pre></div></section>
  """
}

private func versions(_ model: TemplatePage, _ frame: Frame) -> HTML? {
  guard !model.versions.isEmpty else { return nil }
  return """
    <section class="panel" aria-labelledby="versions"><header><h2 id="versions">\(Phrase.templateVersions)</h2></header>
    <ul class="inside ways">\(model.versions.reversed(), { fact in
      """
      <li><details class="more"><summary>\(Phrase.span(fact.span))</summary>\
      <pre class="told-code">\(fact.value.text)</pre></details></li>
      """
    })</ul></section>
    """
}
