import Basics
import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import Rules
import Sheets

/// What thematic meetings made: registered at a meeting, counted over a year, taken away as a file.
struct OutputPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.post("/meetings/:meeting/outputs", use: take)
    routes.get("/units/:unit/outputs", use: year)
    routes.files(of: "outputs", use: file)
  }

  /// `POST /meetings/:meeting/outputs` with `step`: `register` (with `kind`, `title`, `link`), `drop` (with `output`).
  @Sendable func take(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("meeting") ?? ""
    return try await reception.sent(request) { form in
      do {
        guard let meeting = ID<FactMark>(key), let deed = OutputPages.deed(meeting, form) else {
          return try await reception.fault(request, .absent)
        }
        let receipt = try await reception.carryOut(deed, form)
        return Answer.see(Path.meeting(key).after(receipt))
      } catch let refused as Refused {
        return try await reception.page(
          answering: request,
          at: .meeting(key),
          .meetings,
          .unprocessableContent
        ) {
          try $0.meetingPage(key, refused.objections)
        } _: {
          meetingView($0, in: $1)
        }
      }
    }
  }

  private static func deed(_ meeting: ID<FactMark>, _ form: AccountForm) -> (any Operation)? {
    switch form.text("step") {
    case "register":
      let link = form.text("link")
      let output = MeetingOutput(
        form.text("kind"),
        title: form.text("title"),
        link: link.isEmpty ? nil : link
      )
      return RegisterOutput(meeting, output)
    case "drop": return ID(form.text("output")).map { WithdrawOutput(meeting, $0) }
    default: return nil
    }
  }

  /// `GET /units/:unit/outputs?year=2025&state=missing`.
  @Sendable func year(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .meetings) {
      try $0.outputYear(key)
    } _: {
      outputYearView($0, in: $1)
    }
  }

  /// The same as a file: a row for each output, and one for each meeting without any.
  @Sendable func file(_ request: Request, _ key: String, _ format: ExportFormat) async throws -> Response {
    try await reception.take(request, format) { visit in
      let unit = try visit.unit(key)
      try visit.require(.readMeetings, on: unit)
      try visit.require(.exportLists, on: unit)
      let (year, state) = (try visit.askedYear(), try visit.askedState())
      let lines = try visit.outputLines(visit.outputRegister(unit, year).marks(state))
      let name = "outputs-\(try visit.standing(of: unit).last?.code ?? "")-\(year)"
      let columns = [
        XLSXColumn("unitName", width: 40), XLSXColumn("day", content: .day), XLSXColumn("meeting", width: 14),
        XLSXColumn("theme", width: 50), XLSXColumn("kind", width: 20), XLSXColumn("title", width: 50),
        XLSXColumn("link", width: 40), XLSXColumn("enough", width: 8),
      ]
      let file = try ExportFile(format, title: name, columns: columns, created: visit.moment)
      for judged in lines {
        let line = judged.line
        let outputs: [MeetingOutput?] = line.outputs.isEmpty ? [nil] : line.outputs
        for output in outputs {
          try file.write([
            .text(line.unitName), .day(line.day), .text(line.kind.rawValue), .text(line.theme),
            .text(output?.kind), .text(output?.title), .text(output?.link),
            .text(judged.isEnough ? "yes" : "no"),
          ])
        }
      }
      try visit.logList(of: unit, on: visit.asOf.day, count: lines.count, named: [])
      return TakenList(try file.finish(), name: name)
    }
  }
}
