import Basics
import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import Rules

/// How a cell may meet besides in person: allowed by an office above from a day on, and taken back.
struct MeetingModePages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.post("/units/:unit/meetings/modes", use: take)
  }

  /// `POST /units/:unit/meetings/modes` with `step`: `allow` (with `mode`, `ground`, `from`, `until`), `end` (with
  /// `permission`, `from`).
  @Sendable func take(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.sent(request) { form in
      var written = ModeForm(form)
      do {
        guard let unit = ID<Unit>(key) else { return try await reception.fault(request, .absent) }
        let receipt = try await reception.carryOut(try written.deed(unit, form), form)
        return Answer.see(Path("units", key, "meetings").after(receipt))
      } catch let refused as Refused {
        written.objections = refused.objections
      }
      let kept = written
      let place = Path.meetingModes(key)
      return try await reception.page(answering: request, at: place, .meetings, .unprocessableContent) {
        var model = try $0.meetingYear(key)
        model.modes = kept
        return model
      } _: {
        meetingYearView($0, in: $1)
      }
    }
  }
}

/// What was written in the form by which a way to meet is allowed.
struct ModeForm: Sendable {
  var mode = MeetingMode.online.rawValue
  var ground = ""
  var from = ""
  var until = ""
  /// The permission that was to be taken back.
  var permission: String?
  var objections: [Objection] = []

  init() {}

  init(_ form: AccountForm) {
    if form.text("step") == "end" {
      permission = form.text("permission")
    } else {
      (mode, ground, until) = (form.text("mode"), form.text("ground"), form.text("until"))
    }
    from = form.text("from")
  }

  fileprivate func deed(_ unit: ID<Unit>, _ form: AccountForm) throws(Refused) -> any Operation {
    var objections: [Objection] = []
    func day(_ text: String, _ field: Field) -> CivilDate? {
      let day = CivilDate(text)
      if day == nil { objections.append(Objection(field, text.isEmpty ? .blank : .notADay(text))) }
      return day
    }
    let start = day(from, .from)
    if let permission {
      guard let start else { throw Refused(objections) }
      guard let id = ID<FactMark>(permission) else { throw Refused(nil, .noSuchStep) }
      return EndMeetingMode(of: unit, id, from: start)
    }
    let end = until.isEmpty ? nil : day(until, .until)
    guard let mode = MeetingMode(rawValue: mode) else {
      throw Refused(.mode, .unknownValue(mode, allowed: MeetingMode.allCases.map(\.rawValue)))
    }
    try objections.raise()
    guard let start else { throw Refused(objections) }
    guard let span = Span(from: start, until: end) else {
      throw Refused(.until, .endNotAfterStart(start: start, end: end ?? start))
    }
    return AllowMeetingMode(of: unit, MeetingPermission(mode, ground: ground), span: span)
  }
}

/// How a cell may meet, with the forms of whoever says so.
func modesView(_ model: MeetingYearPage, _ frame: Frame) -> HTML? {
  guard !model.permissions.isEmpty || model.mayAllow else { return nil }
  return """
    <section class="panel" aria-labelledby="modes"><header><h2 id="modes">\(Phrase.allowedModes)</h2></header>
    \(model.permissions.isEmpty ? "<p class=\"inside quiet\">\(Phrase.noModes)</p>" : """
      <ul class="inside ways">\(model.permissions, { permissionView($0, model, frame) })</ul>
      """)\(model.mayAllow ? allowForm(model, frame) : nil)</section>
    """
}

private func permissionView(
  _ fact: Fact<MeetingPermission>,
  _ model: MeetingYearPage,
  _ frame: Frame
) -> HTML {
  let isOver = fact.span.end.map { $0 <= frame.viewpoint.today } ?? false
  let key = fact.id?.description ?? ""
  let isAsked = model.modes.permission == key
  let said = isAsked ? model.modes.objections : []
  let end: HTML? =
    model.mayAllow && !isOver
    ? """
    <details class="more"\(flag: isAsked, "open")><summary>\(Phrase.endMode)</summary>
    <form class="form" method="post" action="\(path: .meetingModes(model.unit.key))">\
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", AccountForm.newRequest()))\
    \(Form.hidden("permission", key))\(said.said(besides: [.from]).map(messageView))
    \(FormField("from", Phrase.endModeFrom.text, kind: .day, value: isAsked ? model.modes.from : frame.viewpoint.today.description, error: said.said(.from), scope: "end-\(key)").html)
    <div class="actions"><button class="button" name="step" value="end">\(Phrase.endMode)</button></div></form></details>
    """ : nil
  return """
    <li>\(Phrase.meetingMode(fact.value.mode.rawValue)) · \(Phrase.span(fact.span)) <span class="detail">\(fact.value.ground)</span>\
    \(end)</li>
    """
}

private func allowForm(_ model: MeetingYearPage, _ frame: Frame) -> HTML {
  let written = model.modes
  let isAsked = written.permission == nil
  let said = isAsked ? written.objections : []
  let modes = MeetingMode.allCases.filter(\.needsPermission).map {
    FormField.Choice($0.rawValue, Phrase.meetingMode($0.rawValue).text)
  }
  func field(_ name: Field, _ kind: FormField.Kind, _ value: String, isRequired: Bool = true) -> HTML {
    FormField(
      name.rawValue,
      Phrase.modeField(name.rawValue).text,
      kind: kind,
      value: value,
      error: said.said(name),
      isRequired: isRequired,
      autocomplete: "off",
      scope: "allow"
    ).html
  }
  return """
    <details class="more inside"\(flag: !said.isEmpty, "open")><summary>\(Phrase.allowMode)</summary>
    <form class="form" method="post" action="\(path: .meetingModes(model.unit.key))" data-draft>\
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", AccountForm.newRequest()))\
    \(said.said(besides: [.mode, .ground, .from, .until]).map(messageView))
    <div class="fields">\(field(.mode, .choice(modes), written.mode))\(field(.ground, .text, written.ground))\
    \(field(.from, .day, isAsked && !written.from.isEmpty ? written.from : frame.viewpoint.today.description))\
    \(field(.until, .day, written.until, isRequired: false))</div>
    <div class="actions"><button class="button" name="step" value="allow">\(Phrase.allowModeButton)</button></div>
    </form></details>
    """
}
