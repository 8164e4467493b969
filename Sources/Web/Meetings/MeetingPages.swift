import Basics
import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import Rules
import Storage

/// Meetings: the list of a unit, the form by which one is called, the page of one.
struct MeetingPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/meetings", use: list)
    routes.get("/units/:unit/meetings/new", use: begin)
    routes.post("/units/:unit/meetings/new", use: call)
    routes.get("/meetings/:meeting", use: show)
    routes.get("/meetings/:meeting/change", use: edit)
    routes.post("/meetings/:meeting/change", use: change)
    routes.get("/meetings/:meeting/invitation", use: invitation)
    routes.get("/meetings/:meeting/invitation.ics", use: calendar)
    routes.get("/meetings/:meeting/papers/:file", use: paper)
  }

  /// `GET /units/:unit/meetings?year=2026`.
  @Sendable func list(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .meetings) {
      try $0.meetingYear(key)
    } _: {
      meetingYearView($0, in: $1)
    }
  }

  /// `GET /units/:unit/meetings/new`: the form by which a meeting is called.
  @Sendable func begin(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .meetings) {
      try $0.meetingForm(newIn: key, nil)
    } _: {
      meetingFormView($0, in: $1)
    }
  }

  /// `POST /units/:unit/meetings/new`.
  @Sendable func call(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.sent(request) { form in
      guard let unit = ID<Unit>(key) else { return try await reception.fault(request, .absent) }
      let chosen = Set(form.all("matter").compactMap { AgendaMatter($0) })
      let day = CivilDate(form.text("day"))
      let taken = try await reception.taken(request, form) { visit in
        try visit.taken(chosen, of: unit, on: day ?? visit.today)
      }
      let theme = ID<FactMark>(form.text("fromList"))
      return try await written(request, form, at: .newMeeting(key)) {
        CallMeeting(of: unit, $0, taken, on: $0.kind.countsForQuarter ? theme : nil)
      } read: {
        try $0.meetingForm(newIn: key, $1)
      }
    }
  }

  /// `GET /meetings/:meeting`.
  @Sendable func show(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("meeting") ?? ""
    return try await reception.page(request, .meetings) {
      try $0.meetingPage(key)
    } _: {
      meetingView($0, in: $1)
    }
  }

  /// `GET /meetings/:meeting/change`.
  @Sendable func edit(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("meeting") ?? ""
    return try await reception.page(request, .meetings) {
      try $0.meetingForm(changing: key, nil)
    } _: {
      meetingFormView($0, in: $1)
    }
  }

  /// `POST /meetings/:meeting/change`.
  @Sendable func change(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("meeting") ?? ""
    return try await reception.sent(request) { form in
      guard let meeting = ID<FactMark>(key) else { return try await reception.fault(request, .absent) }
      return try await written(request, form, at: .meeting(key, "change")) {
        ChangeMeeting(meeting, $0)
      } read: {
        try $0.meetingForm(changing: key, $1)
      }
    }
  }

  /// Carries out what the form of a meeting says, or gives it back with what is wrong in it.
  private func written(
    _ request: Request,
    _ form: AccountForm,
    at place: Path,
    _ deed: (MeetingDraft) -> any Operation,
    read: @escaping @Sendable (Visit, MeetingForm.Written?) throws -> MeetingForm
  ) async throws -> Response {
    var written = MeetingForm.Written(form)
    do {
      let receipt = try await reception.carryOut(deed(try written.draft()), form)
      return Answer.see(Path.meeting(ID<FactMark>(receipt.result ?? 0).description).after(receipt))
    } catch let refused as Refused {
      written.objections = refused.objections
    }
    let kept = written
    return try await reception.page(answering: request, at: place, .meetings, .unprocessableContent) {
      try read($0, kept)
    } _: {
      meetingFormView($0, in: $1)
    }
  }

  /// `GET /meetings/:meeting/invitation`: as it is handed out on paper.
  @Sendable func invitation(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("meeting") ?? ""
    return try await reception.page(request, .meetings) {
      try $0.meetingPage(key)
    } _: {
      invitationView($0, in: $1)
    }
  }

  /// `GET /meetings/:meeting/invitation.ics`: for the calendar of whoever is invited.
  @Sendable func calendar(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("meeting") ?? ""
    return try await reception.answer(request) { visit in
      let reading = try visit.meetingReading(key)
      let name = try visit.standing(of: reading.meeting.unit, on: reading.day).last?.name ?? ""
      return CalendarEntry(reading, key: key, unit: name, clock: visit.clock, made: visit.moment)
    } _: { entry, _, _ in
      Response(
        status: .ok,
        headers: [
          .contentType: "text/calendar; charset=utf-8", .contentTypeOptions: "nosniff",
          .cacheControl: "private, no-store", .contentDisposition: "attachment; filename=\"sinh-hoat.ics\"",
        ],
        body: ResponseBody(byteBuffer: ByteBuffer(string: entry.text))
      )
    }
  }

  /// `GET /meetings/:meeting/papers/:file`; opening it is written down.
  @Sendable func paper(_ request: Request, _ context: PageContext) async throws -> Response {
    let (key, text) = (context.parameters.get("meeting") ?? "", context.parameters.get("file") ?? "")
    return try await reception.answer(request, isLogged: true) { visit in
      let reading = try visit.meetingReading(key)
      guard let hash = FileHash(text), let paper = reading.papers.first(where: { $0.file == hash }),
        let file = try FileStore(db: visit.db).file(hash)
      else { throw PageFault.absent }
      let reader = try visit.reader(of: reading.meeting.unit)
      try ReadingStore(db: visit.db).log(reader, opened: paper.id, at: visit.moment)
      return (file: file, name: paper.name)
    } _: { found, _, _ in
      reception.give(found.file, as: found.name)
    }
  }
}
