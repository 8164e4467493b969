import Basics
import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import Rules
import Storage

/// The minutes of a meeting: written, signed by two, printed; corrections stand below.
struct MinutesPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/meetings/:meeting/minutes", use: show)
    routes.post("/meetings/:meeting/minutes", use: take)
  }

  /// `GET /meetings/:meeting/minutes`.
  @Sendable func show(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("meeting") ?? ""
    return try await reception.page(request, .meetings) {
      try $0.minutesPage(key)
    } _: {
      minutesView($0, in: $1)
    }
  }

  /// `POST /meetings/:meeting/minutes` with `step`: `write` (with `text`), `sign` (with `signer`, `paper`, `hash`),
  /// `add` (with `text`).
  @Sendable func take(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("meeting") ?? ""
    return try await reception.sent(request) { form in
      let text = form.exact("text").replacing("\r\n", with: "\n")
      do {
        guard let meeting = ID<FactMark>(key), let deed = MinutesPages.deed(meeting, form, text) else {
          return try await reception.fault(request, .absent)
        }
        let receipt = try await reception.carryOut(deed, form)
        return Answer.see(Path.meeting(key, "minutes").after(receipt))
      } catch let refused as Refused {
        let typed = form.text("step") == "write" ? text : nil
        let place = Path.meeting(key, "minutes")
        return try await reception.page(answering: request, at: place, .meetings, .unprocessableContent) {
          var page = try $0.minutesPage(key)
          page.objections = refused.objections
          if let typed { page.text = typed }
          return page
        } _: {
          minutesView($0, in: $1)
        }
      }
    }
  }

  private static func deed(
    _ meeting: ID<FactMark>,
    _ form: AccountForm,
    _ text: String
  ) -> (any Operation)? {
    switch form.text("step") {
    case "write": return WriteMinutes(meeting, text)
    case "add": return AddToMinutes(meeting, text)
    case "sign":
      guard let signer = MinutesSigner(rawValue: form.text("signer")) else { return nil }
      return SignMinutes(meeting, as: signer, isOnPaper: form.text("paper") == "yes", hash: form.text("hash"))
    default: return nil
    }
  }
}

/// The minutes of a meeting as a page shows them.
struct MinutesPage: Sendable {
  let meeting: MeetingPage
  /// The unit above the cell, as it stands on the letter.
  let above: UnitLink?
  let minutes: Minutes?
  /// What the form holds; `nil`: what is proposed from the record.
  var text: String?
  let addenda: [(text: String, writer: String?, at: Moment)]
  /// As whom the reader can sign, and for whom they can enter that they signed on paper.
  let signs: [MinutesSigner]
  let enters: [MinutesSigner]
  let hash: String?
  let guests: [PersonLink]
  /// The office's own wording of minutes on the day of the meeting; `nil`: the one that is shipped.
  var template: String?
  var objections: [Objection] = []
}

extension Visit {
  func minutesPage(_ key: String) throws -> MinutesPage {
    let reading = try meetingReading(key)
    let page = try meetingPage(of: reading)
    let minutes = reading.minutes
    let open = reading.meeting.stage == .closed && minutes != nil && minutes?.isFrozen == false
    func isUnsigned(_ signer: MinutesSigner) -> Bool {
      (signer == .taker ? minutes?.takerSigned : minutes?.chairSigned) == nil
    }
    func person(_ signer: MinutesSigner) -> ID<Person>? {
      signer == .taker ? reading.meeting.taker : reading.meeting.chair
    }
    let waiting = open && viewpoint.isNow ? MinutesSigner.allCases.filter(isUnsigned) : []
    let path = try standing(of: reading.meeting.unit, on: reading.day)
    let guests = reading.list.filter { line in
      line.attendee.attending.isGuest && reading.marks[line.attendee.person]?.mark.isPresent == true
    }
    return MinutesPage(
      meeting: page,
      above: path.dropLast().last?.link,
      minutes: minutes,
      text: minutes?.text,
      addenda: reading.addenda.map { ($0.text, $0.writer, time($0.moment)) },
      signs: waiting.filter { person($0) != nil && person($0) == visitor.person },
      enters: page.mayKeep ? waiting.filter { person($0) != nil && person($0) != visitor.person } : [],
      hash: minutes.map { MinutesHash.of($0.text) },
      guests: guests.map { PersonLink($0.attendee.person.description, $0.name) },
      template: try TemplateStore(db: db).inForce(
        for: reading.meeting.unit,
        AsOf(reading.day, asOf.knowledge)
      )?
      .text
    )
  }
}
