import Basics
import Markup
import Phrases
import Rules

/// The minutes as they are printed, and beside them what can be done next.
func minutesView(_ model: MinutesPage, in frame: Frame) -> HTML {
  let meeting = model.meeting
  let title: Phrase = .minutesOf(Phrase.meetingKind(meeting.meeting.kind.rawValue).text, meeting.day)
  return page(
    frame,
    title: title,
    content: """
      <div class="heading"><div>\(crumbs(meeting.path, frame.viewpoint))<h1>\(Phrase.minutesTitle)</h1>\
      <p><a href="\(path: frame.viewpoint.meeting(meeting.key))">\(Phrase.meetingKind(meeting.meeting.kind.rawValue)), \
      \(Phrase.day(meeting.day))</a></p></div><div class="actions">\
      <button class="button" type="button" data-print hidden>\(Phrase.print)</button></div></div>
      \(model.objections.said(besides: [.text]).map(messageView))
      <div class="columns wide-narrow"><article class="office-paper" lang="vi">\(letter(model))\(text(model))\
      \(signatures(model))\(trail(model))</article>
      <div class="stack no-print">\(writing(model, frame))\(signing(model, frame))\(adding(model, frame))</div></div>
      """
  )
}

private func letter(_ model: MinutesPage) -> HTML {
  let meeting = model.meeting
  let call = meeting.call
  let state = meeting.meeting
  let times = [state.opened, state.closed].compactMap { $0?.description }.joined(separator: " – ")
  return """
    <div class="letter"><p>\(model.above.map { "<bdi>\($0.name)</bdi><br>" as HTML })<b><bdi>\(meeting.unit.name)</bdi></b>\
    <br>*</p><p><b>\(Phrase.partyOnPaper)</b><br><i>\(Phrase.dayOnPaper(meeting.day))</i></p></div>
    <h2 class="act">\(Phrase.minutesOnPaper)</h2>
    <p class="act-of">\(Phrase.meetingKind(state.kind.rawValue))\(state.theme.map { "<br>\($0)" as HTML })</p>
    <dl class="pairs"><dt>\(Phrase.meetingTime)</dt><dd>\(times.isEmpty ? state.begins.description : times), \
    \(Phrase.day(meeting.day))\(state.minutes.map { " (\(Phrase.minutesLong($0)))" as HTML })</dd>\
    \(state.place.map { "<dt>\(Phrase.meetingFormField("place"))</dt><dd>\($0)</dd>" as HTML })\
    <dt>\(Phrase.meetingFormField("mode"))</dt><dd>\(Phrase.meetingMode(state.mode.rawValue))</dd>\
    \(meeting.chair.map { "<dt>\(Phrase.meetingFormField("chair"))</dt><dd><bdi>\($0.name)</bdi></dd>" as HTML })\
    \(meeting.taker.map { "<dt>\(Phrase.meetingFormField("taker"))</dt><dd><bdi>\($0.name)</bdi></dd>" as HTML })\
    \(model.guests.isEmpty ? nil : """
      <dt>\(Phrase.guestsTitle)</dt><dd>\(model.guests.map(\.name).joined(separator: ", "))</dd>
      """)</dl>
    \(turnoutTable(call))
    """
}

/// The roll call in one row, as minutes have it.
func turnoutTable(_ call: RollCall) -> HTML {
  let columns: [(Phrase, String)] = [
    (
      .rollShort,
      String(
        Attending.allCases.filter { $0 != .temporary && !$0.isGuest }.reduce(0) {
          $0 + (call.listed[$1] ?? 0)
        }
      )
    ),
    (.exemptShort, String((call.listed[.exempt] ?? 0) + (call.listed[.suspended] ?? 0))),
    (.awayShort, String(call.listed[.away] ?? 0)), (.hereShort, String(call.listed[.temporary] ?? 0)),
    (.obligedShort, String(call.obliged)), (.attendanceMark("present"), String(call.present)),
    (.attendanceMark("excused"), String(call.excused)), (.attendanceMark("absent"), String(call.unexcused)),
    (.rateShort, Phrase.percent(call.present, of: call.obliged).text),
  ]
  return """
    <div class="scroll" tabindex="0" role="group" aria-label="\(Phrase.turnoutTitle)"><table class="table turnout">\
    <caption class="unseen">\(Phrase.turnoutTitle)</caption><thead><tr>\
    \(columns, { "<th scope=\"col\" class=\"num\">\($0.0)</th>" })</tr></thead><tbody><tr>\
    \(columns, { "<td class=\"num\">\($0.1)</td>" })</tr></tbody></table></div>
    """
}

/// The text, a paragraph for each of its lines; a line that begins with a number stands out.
private func text(_ model: MinutesPage) -> HTML {
  guard let minutes = model.minutes else {
    return "<p class=\"quiet no-print\">\(Phrase.minutesNotWritten)</p>"
  }
  let added = model.addenda.map { added -> HTML in
    let who = added.writer.map { ", \($0)" } ?? ""
    return
      "<div class=\"addendum\"><b>\(Phrase.minutesAddendumOn(momentText(added.at)))\(who)</b><p>\(added.text)</p></div>"
  }
  return """
    <div class="minutes-text">\(minutesParagraphs(minutes.text))</div>\(added, \.self)\(laterOutputs(model, minutes))
    """
}

/// What was registered of the meeting and does not stand in its text: minutes that are signed do not change.
private func laterOutputs(_ model: MinutesPage, _ minutes: Minutes) -> HTML? {
  let later = model.meeting.outputs.map(\.value).filter { !minutes.text.contains($0.title) }
  guard !later.isEmpty else { return nil }
  return """
    <div class="addendum"><b>\(Phrase.outputsOnPaper)</b><ul class="plain-list">\(later, { output in
      "<li>\(Phrase.outputLine(output))\(output.link.map { " – \($0)" as HTML })</li>"
    })</ul></div>
    """
}

/// The text of minutes as paragraphs.
func minutesParagraphs(_ text: String) -> HTML {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
  return "\(lines, { isHeading($0) ? "<h3>\($0)</h3>" : "<p>\($0)</p>" })"
}

private func isHeading(_ line: String) -> Bool {
  let number = line.prefix { $0.isASCII && $0.isNumber }
  return !number.isEmpty && line.dropFirst(number.count).hasPrefix(". ")
}

private func signatures(_ model: MinutesPage) -> HTML {
  func place(_ title: Phrase, _ person: PersonLink?, _ signature: Minutes.Signature?) -> HTML {
    let words: Phrase? = signature.map { $0.isOnPaper ? .signedOnPaper : .signedHere }
    return """
      <p><b>\(title)</b><br><i>\(words ?? .signAndName)</i><br><br><b>\
      \(person.map { "<bdi>\($0.name)</bdi>" as HTML })</b></p>
      """
  }
  return """
    <div class="letter signs">\(place(.minutesTakerSign, model.meeting.taker, model.minutes?.takerSigned))\
    \(place(.minutesChairSign, model.meeting.chair, model.minutes?.chairSigned))</div>
    """
}

/// What the paper is held against: the text's digest, also as a picture for a camera.
private func trail(_ model: MinutesPage) -> HTML? {
  guard let hash = model.minutes?.hash else { return nil }
  let code = qrDrawing("chibo:\(model.meeting.key):\(hash)", label: .minutesCode)
  return """
    <div class="trail">\(code)<p>\(Phrase.minutesCode)<br><code>\(hash)</code></p></div>
    """
}

// MARK: What can be done

private func writing(_ model: MinutesPage, _ frame: Frame) -> HTML? {
  let meeting = model.meeting
  guard meeting.mayKeep, meeting.isUnsigned, [.open, .closed].contains(meeting.meeting.stage) else {
    return nil
  }
  return """
    <section class="panel" aria-labelledby="write"><header><h2 id="write">\(Phrase.writeMinutes)</h2></header>
    <form class="form inside" method="post" action="\(path: .meeting(meeting.key, "minutes"))" \
    data-draft="\(meeting.request)">\(Form.hidden("token", frame.viewer.token))\
    \(Form.hidden("request", meeting.request))
    <div class="field\(model.objections.said(.text) == nil ? "" as HTML : " wrong")">\
    <label for="text">\(Phrase.minutesText)</label><p class="hint" id="text-hint">\(Phrase.minutesHint)</p>\
    <textarea id="text" name="text" rows="18" aria-describedby="text-hint">
    \(model.text ?? MinutesProposal(model).text)</textarea>\(model.objections.said(.text).map { "<p class=\"error\">\($0)</p>" as HTML })</div>
    <div class="actions"><button class="button primary" name="step" value="write">\(Phrase.keepMinutes)</button></div>
    </form></section>
    """
}

private func signing(_ model: MinutesPage, _ frame: Frame) -> HTML? {
  guard !model.signs.isEmpty || !model.enters.isEmpty, let hash = model.hash else { return nil }
  func form(_ signer: MinutesSigner, onPaper: Bool) -> HTML {
    let words: Phrase = onPaper ? .enterSignature(signer.rawValue) : .signAs(signer.rawValue)
    return """
      <form method="post" action="\(path: .meeting(model.meeting.key, "minutes"))">\
      \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", AccountForm.newRequest()))\
      \(Form.hidden("signer", signer.rawValue))\(Form.hidden("hash", hash))\
      \(onPaper ? Form.hidden("paper", "yes") : nil)\
      <button class="\(onPaper ? "button" : "button primary" as HTML)" name="step" value="sign">\(words)</button></form>
      """
  }
  return """
    <section class="panel" aria-labelledby="sign"><header><h2 id="sign">\(Phrase.signMinutes)</h2></header>
    <div class="inside stack"><p class="quiet">\(Phrase.signMinutesMeaning)</p>\
    \(model.signs, { form($0, onPaper: false) })\(model.enters, { form($0, onPaper: true) })</div></section>
    """
}

private func adding(_ model: MinutesPage, _ frame: Frame) -> HTML? {
  guard model.meeting.mayKeep, model.minutes?.isFrozen == true else { return nil }
  return """
    <section class="panel" aria-labelledby="add"><header><h2 id="add">\(Phrase.addToMinutes)</h2></header>
    <form class="form inside" method="post" action="\(path: .meeting(model.meeting.key, "minutes"))">\
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.meeting.request))
    \(FormField("text", Phrase.addToMinutesLabel.text, kind: .words, error: model.objections.said(.text)).html)
    <div class="actions"><button class="button" name="step" value="add">\(Phrase.addToMinutes)</button></div>
    </form></section>
    """
}
