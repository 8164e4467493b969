import Basics
import Markup
import Phrases
import Rules

/// The roll call for a thumb: everybody with three large words, and two more behind them.
///
/// Without script it is one form with one button; with it every tap is kept on the phone and sent by itself.
func rollCallView(_ model: MeetingPage, _ frame: Frame) -> HTML {
  let called = model.rows.filter { $0.attending.isObliged || $0.attending.isGuest }
  let others = model.rows.filter { !$0.attending.isObliged && !$0.attending.isGuest }
  return """
    <section class="panel" aria-labelledby="roll-call"><header><h2 id="roll-call">\(Phrase.rollCall)</h2>\
    <span class="aside"><span data-uncalled>\(model.call.uncalled)</span> \(Phrase.stillToCallShort)</span></header>
    <form class="roll-call" method="post" action="\(path: .meeting(model.key, "roll"))" data-roll-call="\(model.key)" data-entry="\(String(model.entry))" \
    data-sent="\(Phrase.marksSent)" data-waiting="\(Phrase.marksWaiting)" data-conflict="\(Phrase.markConflict)" \
    data-refused="\(Phrase.marksRefused)" data-again="\(Phrase.markAgain)" data-door="\(Phrase.marksNeedSignIn)">\
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))
    <p class="sending" role="status" data-sending></p>
    \(called, { row($0) })
    <div class="inside actions"><button class="button primary" data-by-hand>\(Phrase.recordMarks)</button></div>
    </form>\(othersView(others))</section>
    """
}

private func row(_ row: MeetingPage.Row) -> HTML {
  let key = row.person.key
  func choice(_ mark: AttendanceMark) -> HTML {
    """
    <label class="\(HTML(stringLiteral: tone(mark)))" for="m-\(key)-\(mark.rawValue)"><input type="radio" \
    id="m-\(key)-\(mark.rawValue)" name="m-\(key)" value="\(mark.rawValue)"\(flag: row.mark == mark, "checked")><span>\(Phrase.attendanceButton(mark.rawValue))</span></label>
    """
  }
  var notes: [String] = []
  if let subgroup = row.subgroup { notes.append(subgroup) }
  if row.attending != .home { notes.append(Phrase.attending(row.attending.rawValue).text) }
  if row.attending == .home && !row.isOfficial { notes.append(Phrase.noVote.text) }
  let isApart = row.mark == .late || row.mark == .left
  return """
    <fieldset class="call" data-person="\(key)"\(attribute: "data-obliged", row.attending.isObliged ? nil : "no")\(attribute: "data-saw", row.mark?.rawValue)>\
    <legend><span class="unseen">\(row.person.name)</span></legend>\
    <p class="rowline"><span class="called">\(HTML(reserving: 64) { $0.name(row.person.name) })</span>\
    <small>\(notes.joined(separator: " · "))</small></p>\
    \(row.mark.map { Form.hidden("s-\(key)", $0.rawValue) })\(row.reason.map { Form.hidden("k-\(key)", $0) })\
    <div class="pick">\(choice(.present))\(choice(.excused))\(choice(.absent))</div>\
    <details class="more"\(flag: isApart, "open")><summary>\(Phrase.otherMarks)</summary>\
    <div class="pick">\(choice(.late))\(choice(.left))</div></details>\
    <label class="why" for="r-\(key)">\(Phrase.whyAway)<input type="text" id="r-\(key)" name="r-\(key)" value="\(row.reason ?? "")" maxlength="200" \
    autocomplete="off"></label><p class="conflict" role="alert" hidden></p></fieldset>
    """
}

private func tone(_ mark: AttendanceMark) -> StaticString {
  switch mark {
  case .present, .late, .left: "yes"
  case .excused: "excused"
  case .absent: "no"
  }
}

private func othersView(_ rows: [MeetingPage.Row]) -> HTML? {
  guard !rows.isEmpty else { return nil }
  return """
    <details class="more inside"><summary>\(Phrase.notExpected(rows.count))</summary><ul class="ways">\(rows, {
      "<li><bdi lang=\"vi\">\($0.person.name)</bdi> <span class=\"detail\">\(Phrase.attending($0.attending.rawValue))</span></li>"
    })</ul></details>
    """
}

/// Who was there, for those who do not call the roll; a member sees the numbers.
func rollView(_ model: MeetingPage, _ viewpoint: Viewpoint) -> HTML? {
  guard model.meeting.kind != .preparation, model.meeting.stage != .cancelled else { return nil }
  guard model.seesPeople else {
    return model.meeting.stage == .called
      ? nil : "<section class=\"panel\">\(turnoutTable(model.call))</section>"
  }
  let rows = model.rows
  let state: (MeetingPage.Row) -> HTML = { row in
    guard let mark = row.mark else {
      return
        "<span class=\"faint\">\(row.attending.isObliged ? Phrase.notCalledYet : .attending(row.attending.rawValue))</span>"
    }
    let words = Phrase.attendanceMark(mark.rawValue)
    let told: HTML =
      switch mark {
      case .present, .late, .left: "\(words)"
      case .excused: "<span class=\"state ring\">\(words)</span>"
      case .absent: "<span class=\"state bad\">\(words)</span>"
      }
    return "\(told)\(row.reason.map { "<span class=\"detail\">\($0)</span>" as HTML })"
  }
  return """
    <section class="panel" aria-labelledby="roll-call"><header><h2 id="roll-call">\(Phrase.rollCall)</h2>\
    <span class="aside">\(Phrase.ofObliged(model.call.obliged))</span></header>\
    \(Table(
      caption: Phrase.rollCall.text,
      columns: [Column(Phrase.name.text), Column(Phrase.stateTitle.text)],
      rows: rows,
      isDense: true
    ) { row, page in
      page.markup("<tr><th scope=\"row\">")
      page.person(row.person, viewpoint)
      if let subgroup = row.subgroup {
        page.markup(" <span class=\"detail\">")
        page.text(subgroup)
        page.markup("</span>")
      }
      page.markup("</th><td>")
      page.piece(state(row))
      page.markup("</td></tr>\n")
    }.html)</section>
    """
}
