import Basics
import Markup
import Phrases
import Records
import RulebookFiles
import Rules

/// A meeting: what is asked of whom before it, the roll call while it is held, what came of it afterwards.
func meetingView(_ model: MeetingPage, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let meeting = model.meeting
  let kind = Phrase.meetingKind(meeting.kind.rawValue)
  let callsRoll =
    model.mayKeep && model.isUnsigned && meeting.kind != .preparation
    && (meeting.stage == .open || meeting.stage == .closed)
  return page(
    frame,
    title: .meetingOn(kind.text, model.day),
    content: """
      <div class="heading"><div>\(crumbs(model.path, viewpoint))<h1>\(kind)</h1>\
      <p class="subject"><bdi lang="vi">\(model.unit.name)</bdi> · \(Phrase.day(model.day)), \(meeting.begins.description)</p>\
      <p>\(stageView(meeting))\(meeting.theme.map { " <b>\($0)</b>" as HTML })</p></div>
      <div class="actions">\(actions(model, viewpoint))</div></div>
      \(model.objections.said(besides: []).map(messageView))
      \(preparesNotice(model, viewpoint))
      <div class="columns wide-narrow"><div class="stack">
      \(order(model, frame, callsRoll: callsRoll), \.self)
      </div><div class="stack">\(factsView(model, viewpoint))\(papersView(model, frame))\(guestsView(model, frame))\
      \(resolutionsView(model, viewpoint))\(meetingVisitsView(model.visits, viewpoint))</div></div>
      """
  )
}

/// What the page tells, what is done next first: on a phone one thing stands below the other.
private func order(_ model: MeetingPage, _ frame: Frame, callsRoll: Bool) -> [HTML] {
  let step = stepView(model, frame)
  let roll = callsRoll ? rollCallView(model, frame) : rollView(model, frame.viewpoint)
  let (agenda, votes) = (agendaView(model, frame), votesView(model, frame))
  let parts: [HTML?] =
    switch model.meeting.stage {
    case .called, .cancelled: [step, dueView(model, frame), agenda, ownCommentsView(model, frame), roll]
    case .open:
      [quorumView(model), roll, agenda, votes, outputsView(model, frame), step, dueView(model, frame)]
    case .closed:
      [
        quorumView(model), outputsView(model, frame), qualityView(model, frame), roll, agenda, votes, step,
      ]
    }
  return parts.compactMap(\.self)
}

private func stageView(_ meeting: Meeting) -> HTML {
  let tone: HTML =
    switch meeting.stage {
    case .called: "ring"
    case .open: "good"
    case .closed: "good"
    case .cancelled: "bad"
    }
  return """
    <span class="state \(tone)">\(Phrase.meetingStage(meeting.stage.rawValue))\
    \(meeting.stage == .cancelled ? meeting.why.map { ": \($0)" as HTML } : nil)</span>
    """
}

private func actions(_ model: MeetingPage, _ viewpoint: Viewpoint) -> HTML {
  let isHeld = model.meeting.stage == .open || model.meeting.stage == .closed
  return """
    \(model.mayKeep && model.meeting.stage == .called
      ? "<a class=\"button\" href=\"\(path: .meeting(model.key, "change"))\">\(Phrase.changeMeeting)</a>" : nil)\
    \(model.meeting.stage == .called
      ? "<a class=\"button\" href=\"\(path: viewpoint.invitation(model.key))\">\(Phrase.invitation)</a>" : nil)\
    \(isHeld ? "<a class=\"button\" href=\"\(path: viewpoint.minutes(model.key))\">\(Phrase.minutesTitle)</a>" : nil)
    """
}

private func preparesNotice(_ model: MeetingPage, _ viewpoint: Viewpoint) -> HTML? {
  guard let prepares = model.prepares else { return nil }
  return
    "<p class=\"message\"><a href=\"\(path: viewpoint.meeting(prepares))\">\(Phrase.preparesThis)</a></p>"
}

/// How many are there of those obliged, and whether that is enough.
private func quorumView(_ model: MeetingPage) -> HTML? {
  guard model.meeting.kind != .preparation else { return nil }
  let call = model.call
  let isReached = model.quorum?.outcomeName == "met"
  let share = call.obliged == 0 ? 0 : call.present * 100 / call.obliged
  return """
    <section class="quorum" aria-live="polite" data-quorum data-obliged="\(call.obliged)"\
    \(attribute: "data-need", model.needed.map(String.init))>
    <p class="rowline"><span class="great"><b data-present>\(call.present)</b> <span class="quiet">\
    \(Phrase.ofObliged(call.obliged))</span></span>\(model.quorum == nil ? nil : """
      <span class="\(isReached ? "state good" : "state watch" as HTML)" data-reached="\(Phrase.quorumReached)" \
      data-missing="\(Phrase.quorumMissing)">\(isReached ? Phrase.quorumReached : .quorumMissing)</span>
      """)</p>
    <svg class="track" viewBox="0 0 100 3" preserveAspectRatio="none" role="img" \
    aria-label="\(Phrase.percent(call.present, of: call.obliged))"><rect class="track" width="100" height="3"/>\
    <rect class="fill" data-fill width="\(share)" height="3"/>\
    \(model.needed.map { need in
      "<rect class=\"need\" x=\"\(need * 100 / max(call.obliged, 1))\" width=\"0.6\" height=\"3\"/>" as HTML
    })</svg>
    <details class="more"><summary>\(Phrase.quorumWhy(model.needed, of: call.obliged))</summary><p>\(Phrase.rollMade(call))</p>\
    \(model.quorum.map { verdict in
      "<p class=\"quiet\">\(verdict.findings, { "\(Phrase($0.clause.text)) · § \($0.clause.number) · \(confidenceView($0.clause.confidence, $0.clause.sources))" })</p>"
    })</details></section>
    """
}

private func stepView(_ model: MeetingPage, _ frame: Frame) -> HTML? {
  guard model.mayKeep else { return nil }
  let meeting = model.meeting
  let (step, words, hint): (String, Phrase, Phrase)
  switch meeting.stage {
  case .called where model.day <= frame.viewpoint.today:
    (step, words, hint) = ("open", .openMeeting, .openMeetingHint)
  case .open: (step, words, hint) = ("close", .closeMeeting, .closeMeetingHint)
  case .closed where model.isUnsigned: (step, words, hint) = ("reopen", .reopenMeeting, .reopenMeetingHint)
  default: return nil
  }
  let isReopening = step == "reopen"
  // A meeting of an earlier day is written down afterwards: the clock of now says nothing of it.
  let proposed = model.day == frame.viewpoint.today ? model.now : step == "open" ? meeting.begins : model.now
  let time = FormField(
    "time",
    Phrase.meetingClock(step).text,
    kind: .time,
    value: proposed.description,
    error: model.objections.said(.begins)
  )
  return """
    <section class="panel" aria-labelledby="step"><header><h2 id="step">\(words)</h2></header>
    <form class="form inside" method="post" action="\(path: .meeting(model.key, "stage"))">\
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", AccountForm.newRequest()))
    <p class="hint">\(hint)</p>\(isReopening ? nil : time.html)
    <div class="actions"><button class="\(isReopening ? "button" : "button primary" as HTML)" name="step" \
    value="\(step)">\(words)</button></div></form></section>
    """
}

private func factsView(_ model: MeetingPage, _ viewpoint: Viewpoint) -> HTML {
  let meeting = model.meeting
  func pair(_ field: String, _ value: String?) -> HTML? {
    value.map { "<dt>\(Phrase.meetingFormField(field))</dt><dd>\($0)</dd>" }
  }
  func named(_ field: String, _ person: PersonLink?) -> HTML? {
    person.map { "<dt>\(Phrase.meetingFormField(field))</dt><dd><bdi lang=\"vi\">\($0.name)</bdi></dd>" }
  }
  return """
    <section class="panel" aria-labelledby="facts"><header><h2 id="facts">\(Phrase.meetingFacts)</h2></header>
    <dl class="pairs inside">\(pair("place", meeting.place))\
    <dt>\(Phrase.meetingFormField("mode"))</dt><dd>\(Phrase.meetingMode(meeting.mode.rawValue))</dd>\
    \(named("chair", model.chair))\(named("taker", model.taker))\(pair("reason", meeting.slotReason))\(pair("opened", meeting.opened?.description))\
    \(pair("closed", meeting.closed?.description))\
    \(meeting.minutes.map { "<dt>\(Phrase.meetingLength)</dt><dd>\(Phrase.minutesLong($0))</dd>" as HTML })\
    \(model.preparations, { preparation in
      """
      <dt>\(Phrase.meetingKind("preparation"))</dt><dd><a href="\(path: viewpoint.meeting(preparation.key))">\
      \(Phrase.day(preparation.day)), \(Phrase.meetingStage(preparation.stage.rawValue))</a></dd>
      """
    })\(model.own.map { own in
      "<dt>\(Phrase.yourMark)</dt><dd>\(own.mark.map { Phrase.attendanceMark($0.rawValue) } ?? .notCalledYet)</dd>" as HTML
    })</dl></section>
    """
}

/// What was resolved at the meeting.
private func resolutionsView(_ model: MeetingPage, _ viewpoint: Viewpoint) -> HTML? {
  guard !model.resolutions.isEmpty else { return nil }
  return """
    <section class="panel" aria-labelledby="resolved"><header><h2 id="resolved">\(Phrase.resolutionsTitle)</h2></header>
    <ul class="inside ways">\(model.resolutions, { line in
      "<li>\(resolutionName(line, line.resolution.key.description, viewpoint))</li>"
    })</ul></section>
    """
}

private func papersView(_ model: MeetingPage, _ frame: Frame) -> HTML? {
  let adds = model.mayKeep && model.isUnsigned && model.meeting.stage != .cancelled
  guard adds || !model.papers.isEmpty else { return nil }
  let kinds = MeetingPaper.Kind.allCases.map {
    FormField.Choice($0.rawValue, Phrase.paperKind($0.rawValue).text)
  }
  let list: HTML =
    model.papers.isEmpty
    ? "<p class=\"inside quiet\">\(Phrase.noPapers)</p>"
    : """
    <ul class="inside ways">\(model.papers, { paper in
      """
      <li><a href="\(path: .meeting(model.key, "papers", paper.key))">\(paper.title)</a> \
      <span class="detail">\(Phrase.paperKind(paper.kind.rawValue)) · \(momentText(paper.at)) · \
      \(Phrase.leadTime(paper.lead))</span>\(commentsOn(model.comments.filter { $0.about == paper.id && model.readers != nil }))</li>
      """
    })</ul>
    """
  return """
    <section class="panel" aria-labelledby="papers"><header><h2 id="papers">\(Phrase.papersTitle)</h2>\
    <span class="aside">\(Phrase.number(model.papers.count))</span></header>\(list)\(papersSeen(model, frame.viewpoint))
    \(adds ? """
      <details class="more inside"><summary>\(Phrase.handOutPaper)</summary>
      <form class="form" method="post" enctype="multipart/form-data" action="\(path: .meeting(model.key, "papers"))">\
      \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", AccountForm.newRequest()))
      \(FormField("title", Phrase.paperTitle.text, isRequired: false, autocomplete: "off", scope: "paper").html)
      \(FormField("kind", Phrase.paperKindTitle.text, kind: .choice(kinds), value: "paper").html)
      \(FormField("scan", Phrase.paperFile.text, kind: .file(".pdf,.jpg,.jpeg,.png"), hint: Phrase.paperFileHint.text, error: model.objections.said(.scan)).html)
      <div class="actions"><button class="button">\(Phrase.handOutPaper)</button></div></form></details>
      """ : nil)</section>
    """
}
