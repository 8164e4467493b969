import Basics
import Markup
import Phrases
import Records
import Rules

/// The form by which a meeting is called, or changed before it opens.
struct MeetingForm: Sendable {
  /// What the fields hold, as typed.
  struct Written: Sendable {
    var kind = MeetingKind.regular.rawValue
    var mode = MeetingMode.inPerson.rawValue
    var day = ""
    var begins = "19:30"
    var place = ""
    var theme = ""
    var chair = ""
    var taker = ""
    var prepares = ""
    var reason = ""
    var fromList = ""
    /// What is due and ticked; `nil`: all of it.
    var matters: Set<AgendaMatter>?
    var objections: [Objection] = []

    init() {}

    init(_ form: AccountForm) {
      kind = form.text("kind")
      mode = form.text("mode")
      day = form.text("day")
      begins = form.text("begins")
      place = form.text("place")
      theme = form.text("theme")
      chair = form.text("chair")
      taker = form.text("taker")
      prepares = form.text("prepares")
      reason = form.text("reason")
      fromList = form.text("fromList")
      matters = Set(form.all("matter").compactMap { AgendaMatter($0) })
    }

    init(_ meeting: Meeting, on day: CivilDate) {
      kind = meeting.kind.rawValue
      mode = meeting.mode.rawValue
      self.day = day.description
      begins = meeting.begins.description
      place = meeting.place ?? ""
      theme = meeting.theme ?? ""
      chair = meeting.chair?.description ?? ""
      taker = meeting.taker?.description ?? ""
      prepares = meeting.prepares?.description ?? ""
      reason = meeting.slotReason ?? ""
    }

    /// The meeting the fields make.
    /// - Throws: what in them cannot be read, by the field.
    func draft() throws(Refused) -> MeetingDraft {
      var objections: [Objection] = []
      func read<Word: RawRepresentable<String>>(_ text: String, _ field: Field, _: Word.Type) -> Word? {
        if let word = Word(rawValue: text) { return word }
        objections.append(Objection(field, .unknownValue(text, allowed: [])))
        return nil
      }
      func text(_ written: String) -> String? { written.isEmpty ? nil : written }
      let kind = read(kind, .kind, MeetingKind.self)
      let mode = read(mode, .mode, MeetingMode.self)
      let day = CivilDate(day)
      if day == nil { objections.append(Objection(.day, self.day.isEmpty ? .blank : .notADay(self.day))) }
      let begins = TimeOfDay(begins)
      if begins == nil { objections.append(Objection(.begins, .unknownValue(self.begins, allowed: []))) }
      guard let kind, let mode, let day, let begins else { throw Refused(objections) }
      return MeetingDraft(
        kind,
        mode,
        on: day,
        at: begins,
        place: text(place),
        theme: text(theme),
        chair: ID(chair),
        taker: ID(taker),
        prepares: ID(prepares),
        slotReason: text(reason)
      )
    }
  }

  let unit: UnitLink
  let path: [UnitLink]
  /// The meeting that is changed; `nil` for a new one.
  let meeting: String?
  var written: Written
  /// Those who can lead or write, by name.
  let people: [FormField.Choice]
  /// The meetings ahead that a committee meeting can prepare.
  let ahead: [FormField.Choice]
  /// What is due, for a new one.
  var due: [DueMatter] = []
  /// The themes proposed to the cell, for a new one.
  var themes: [FormField.Choice] = []
  let request: String
}

extension Visit {
  func meetingForm(newIn key: String, _ written: MeetingForm.Written?) throws -> MeetingForm {
    let unit = try unit(key)
    try require(.keepMeetings, on: unit)
    let list = try AttendeeStore(db: db).list(of: unit, AsOf(today))
    var first = MeetingForm.Written()
    first.day = today.description
    let leader = try holders(of: unit).first { $0.post == KnownPost.secretary.rawValue }
    first.chair = leader?.person.key ?? ""
    var form = try meetingForm(unit, nil, written ?? first, list)
    form.due = try due(in: unit, on: CivilDate(form.written.day) ?? today)
    form.themes = try PreparationStore(db: db).themes(of: unit, asOf)
      .filter { $0.theme.form == .theme && $0.theme.state == .proposed }
      .map { FormField.Choice($0.theme.key.description, $0.theme.title) }
    return form
  }

  func meetingForm(changing key: String, _ written: MeetingForm.Written?) throws -> MeetingForm {
    let reading = try meetingReading(key)
    try require(.keepMeetings, on: reading.meeting.unit)
    let now = MeetingForm.Written(reading.meeting, on: reading.day)
    return try meetingForm(reading.meeting.unit, key, written ?? now, reading.list)
  }

  private func meetingForm(
    _ unit: ID<Unit>,
    _ meeting: String?,
    _ written: MeetingForm.Written,
    _ list: [AttendeeLine]
  ) throws -> MeetingForm {
    let path = try standing(of: unit, on: today)
    let ahead = try MeetingLists(db: db).coming(below: unit, from: today, limit: 20).filter { line in
      line.meeting.unit == unit && line.meeting.kind != .preparation && line.id.description != meeting
    }
    return MeetingForm(
      unit: path.last?.link ?? UnitLink(unit.description, ""),
      path: crumbs(path),
      meeting: meeting,
      written: written,
      people: list.filter { $0.attendee.attending.isObliged }.map { line in
        FormField.Choice(line.attendee.person.description, line.name)
      },
      ahead: ahead.map { line in
        let words = "\(Phrase.meetingKind(line.meeting.kind.rawValue)) \(Phrase.day(line.day))"
        return FormField.Choice(line.id.description, words)
      },
      request: AccountForm.newRequest()
    )
  }
}

/// The form of a meeting.
func meetingFormView(_ model: MeetingForm, in frame: Frame) -> HTML {
  let written = model.written
  let objections = written.objections
  let title: Phrase = model.meeting == nil ? .callMeeting : .changeMeeting
  let fields: [Field] = [.kind, .mode, .day, .begins, .place, .theme, .chair, .taker, .reason]
  func field(
    _ name: Field,
    _ kind: FormField.Kind,
    _ value: String,
    hint: Phrase? = nil,
    isRequired: Bool = false
  ) -> HTML {
    FormField(
      name.rawValue,
      Phrase.meetingFormField(name.rawValue).text,
      kind: kind,
      value: value,
      hint: hint?.text,
      error: objections.said(name),
      isRequired: isRequired,
      autocomplete: "off"
    ).html
  }
  func choices<Word: RawRepresentable<String> & CaseIterable>(
    _: Word.Type,
    _ words: (String) -> Phrase
  ) -> FormField.Kind {
    .choice(Word.allCases.map { FormField.Choice($0.rawValue, words($0.rawValue).text) })
  }
  let nobody = FormField.Choice("", Phrase.notChosen.text)
  let prepares = FormField(
    "prepares",
    Phrase.preparesMeeting.text,
    kind: .choice([nobody] + model.ahead),
    value: written.prepares,
    hint: Phrase.preparesHint.text,
    isRequired: false
  ).html
  let action: Path = model.meeting.map { .meeting($0, "change") } ?? .newMeeting(model.unit.key)
  let fromList = FormField(
    "fromList",
    Phrase.themeFromList.text,
    kind: .choice([nobody] + model.themes),
    value: written.fromList,
    hint: Phrase.themeFromListHint.text,
    isRequired: false
  ).html
  let due: HTML = """
    <fieldset><legend>\(Phrase.dueTitle)</legend>\
    \(dueList(model.due, ticked: written.matters, model.unit.key, frame.viewpoint))</fieldset>
    """
  return page(
    frame,
    title: title,
    content: """
      <div class="heading"><div>\(crumbs(model.path, frame.viewpoint))<h1>\(title)</h1>\
      <p class="subject"><bdi lang="vi">\(model.unit.name)</bdi></p></div></div>
      \(objections.said(besides: fields).map(messageView))
      <form class="form panel narrow deed" method="post" action="\(path: action)" data-draft="\(model.request)">
      \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))
      <div class="fields">
      \(field(.kind, choices(MeetingKind.self, Phrase.meetingKind), written.kind, isRequired: true))
      \(field(.day, .day, written.day, isRequired: true))
      \(field(.begins, .time, written.begins, isRequired: true))
      \(field(.place, .text, written.place))
      \(field(.theme, .text, written.theme, hint: .themeHint))\(model.themes.isEmpty ? nil : fromList)
      \(field(.mode, choices(MeetingMode.self, Phrase.meetingMode), written.mode, hint: .modeHint, isRequired: true))
      \(field(.chair, .choice([nobody] + model.people), written.chair))
      \(field(.taker, .choice([nobody] + model.people), written.taker))
      \(field(.reason, .text, written.reason, hint: .slotHint))
      \(model.ahead.isEmpty ? nil : prepares)
      </div>\(model.due.isEmpty ? nil : due)
      <div class="actions"><button class="button primary">\(title)</button></div>
      </form>
      \(model.meeting.map { cancelForm($0, model.request, frame) })
      """
  )
}

private func cancelForm(_ meeting: String, _ request: String, _ frame: Frame) -> HTML {
  """
  <details class="more"><summary>\(Phrase.cancelMeeting)</summary>
  <form class="form narrow" method="post" action="\(path: .meeting(meeting, "stage"))">
  \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", AccountForm.newRequest()))
  \(FormField("why", Phrase.cancelWhy.text, kind: .text, autocomplete: "off").html)
  <div class="actions"><button class="button danger" name="step" value="cancel">\(Phrase.cancelMeeting)</button></div>
  </form></details>
  """
}
