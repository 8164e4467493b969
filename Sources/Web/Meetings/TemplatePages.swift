import Basics
import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import Rules

/// How an office words the minutes of the cells below it: written or sent as a file, tried, put in force from a day on.
struct TemplatePages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/minutes-template", use: show)
    routes.post("/units/:unit/minutes-template", use: take)
  }

  /// `GET /units/:unit/minutes-template`.
  @Sendable func show(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .meetings) {
      try $0.templatePage(key, nil)
    } _: {
      templateView($0, in: $1)
    }
  }

  /// `POST /units/:unit/minutes-template` with `text` or a file `scan`, `from`, `meeting`, and `step`: `preview`,
  /// `record` or `drop`.
  @Sendable func take(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.form(request, filesUpTo: MinutesTemplate.limit * 4) { sent, token, visitor in
      let form = AccountForm(pairs: sent.pairs, token: token, visitor: visitor)
      var draft = TemplatePage.Draft(form)
      if let file = sent.files.first(where: { $0.field == Field.scan.rawValue }), file.bytes.size > 0 {
        do {
          draft.text = try TemplatePages.text(of: file)
        } catch let refused as Refused {
          draft.objections += refused.objections
        }
      }
      if draft.objections.isEmpty, form.text("step") != "preview" {
        do {
          guard let unit = ID<Unit>(key) else { return try await reception.fault(request, .absent) }
          guard let from = CivilDate(draft.from) else { throw Refused(.from, .notADay(draft.from)) }
          let text = form.text("step") == "drop" ? nil : draft.text
          let deed = PutTemplateInForce(unit: unit, text: text, from: from)
          let receipt = try await reception.carryOut(deed, form)
          return Answer.see(Path.minutesTemplate(key).after(receipt))
        } catch let refused as Refused {
          draft.objections = refused.objections
        }
      }
      draft.judge()
      let kept = draft
      return try await reception.page(
        answering: request,
        at: .minutesTemplate(key),
        .meetings,
        kept.objections.isEmpty ? .ok : .unprocessableContent
      ) {
        try $0.templatePage(key, kept)
      } _: {
        templateView($0, in: $1)
      }
    }
  }

  /// The text of a file that was sent: UTF-8, with or without its mark.
  private static func text(of file: SentFile) throws -> String {
    if file.bytes.size > MinutesTemplate.limit * 4 {
      throw Refused(.scan, .tooLong(limit: MinutesTemplate.limit))
    }
    var bytes = try file.bytes.read(at: 0, count: file.bytes.size)[...]
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { bytes = bytes.dropFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self), !text.contains("\0") else {
      throw Refused(.scan, .wrongFile(file.name))
    }
    return text.replacing("\r\n", with: "\n")
  }
}

/// The page on which an office words minutes.
struct TemplatePage: Sendable {
  struct Draft: Sendable {
    var text: String
    var from: String
    var meeting: String
    var objections: [Objection] = []

    init(text: String, from: String) {
      (self.text, self.from, meeting) = (text, from, "")
    }

    init(_ form: AccountForm) {
      text = form.exact("text").replacing("\r\n", with: "\n")
      (from, meeting) = (form.text("from"), form.text("meeting"))
    }

    /// Says what is wrong in the text, unless that is said already.
    mutating func judge() {
      if objections.contains(where: { $0.field == .text }) { return }
      do {
        _ = try MinutesTemplate(text)
      } catch {
        objections.append(Objection(.text, .unsoundTemplate(line: error.line, error.fault)))
      }
    }
  }

  let unit: UnitLink
  let path: [UnitLink]
  /// Whose wording is in use today; `nil`: the shipped one.
  let whose: UnitLink?
  let versions: [Fact<OfficeTemplate>]
  let draft: Draft
  /// The meetings it can be tried with.
  let meetings: [MeetingLine]
  /// The one it is tried with, when the text is sound.
  let preview: MinutesPage?
  let request: String
}

extension Visit {
  fileprivate func templatePage(_ key: String, _ draft: TemplatePage.Draft?) throws -> TemplatePage {
    let unit = try unit(key)
    try require(.fileDecisions, on: unit)
    let path = try standing(of: unit, on: today)
    let store = TemplateStore(db: db)
    let now = try store.inForce(for: unit, AsOf(today))
    let name = try now.map { now in
      let names = try NameStore(db: db).names(of: [now.unit], .now)
      return UnitLink(now.unit.description, names[now.unit]?.value(around: today) ?? "")
    }
    let meetings = try MeetingLists(db: db).held(below: unit, until: today, limit: 20)
    var known =
      draft ?? TemplatePage.Draft(text: now?.text ?? MinutesTemplate.shipped, from: today.description)
    if !meetings.contains(where: { $0.id.description == known.meeting }) {
      known.meeting = meetings.first?.id.description ?? ""
    }
    let isSound = !known.objections.contains { $0.field == .text }
    return TemplatePage(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      whose: name,
      versions: try store.versions(of: unit),
      draft: known,
      meetings: meetings,
      preview: isSound && !known.meeting.isEmpty ? try minutesPage(known.meeting) : nil,
      request: AccountForm.newRequest()
    )
  }
}
