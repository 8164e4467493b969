import Basics
import HTTPTypes
import Hummingbird
import Markup
import Records
import Rules
import Sheets
import Storage

/// What is done before a meeting: what is due is put on its agenda, members say what they think, guests are invited;
/// themes are proposed all year.
struct PreparationPages: Sendable {
  let reception: Reception

  private var hold: HoldPages { HoldPages(reception: reception) }

  func add(to routes: some RouterMethods<PageContext>) {
    routes.post("/meetings/:meeting/due", use: due)
    routes.post("/meetings/:meeting/comments", use: comment)
    routes.post("/meetings/:meeting/guests", use: guest)
    routes.get("/meetings/:meeting/readers", use: readers)
    routes.get("/units/:unit/themes", use: themes)
    routes.post("/units/:unit/themes", use: theme)
    routes.files(of: "themes", use: themesFile)
  }

  /// `POST …/due` with a `matter` for each that goes on the agenda.
  @Sendable func due(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("meeting") ?? ""
    return try await reception.sent(request) { form in
      guard let meeting = ID<FactMark>(key) else { return try await reception.fault(request, .absent) }
      let chosen = Set(form.all("matter").compactMap { AgendaMatter($0) })
      let taken = try await reception.taken(request, form) { visit in
        guard let known = try MeetingStore(db: visit.db).meeting(meeting) else { return [] }
        return try visit.taken(chosen, of: known.value.unit, on: known.span.start, besides: meeting)
      }
      return try await hold.answer(request, key) {
        try await reception.carryOut(PutMatters(meeting, taken), form)
      }
    }
  }

  /// `POST …/comments` with `about` (`item-…` or `paper-…`) and `text`; `step=back` with `comment`.
  @Sendable func comment(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("meeting") ?? ""
    return try await reception.sent(request) { form in
      guard let meeting = ID<FactMark>(key) else { return try await reception.fault(request, .absent) }
      let text = form.text("text").replacing("\r\n", with: "\n")
      let deed: any Operation
      if form.text("step") == "back" {
        guard let comment = ID<FactMark>(form.text("comment")) else {
          return try await reception.fault(request, .absent)
        }
        deed = TakeBackComment(meeting, comment)
      } else {
        let about = form.text("about").split(separator: "-", maxSplits: 1)
        let id = about.last.flatMap { ID<FactMark>(String($0)) }
        deed = CommentBefore(
          meeting,
          item: about.first == "item" ? id : nil,
          paper: about.first == "paper" ? id : nil,
          text
        )
      }
      return try await hold.answer(request, key, typed: text) { try await reception.carryOut(deed, form) }
    }
  }

  /// `POST …/guests` with `name`, `note` and, of somebody in the record, their `code`; `step=drop` with `guest`.
  @Sendable func guest(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("meeting") ?? ""
    return try await reception.sent(request) { form in
      guard let meeting = ID<FactMark>(key) else { return try await reception.fault(request, .absent) }
      return try await hold.answer(request, key) {
        if form.text("step") == "drop" {
          guard let guest = ID<FactMark>(form.text("guest")) else { throw Refused(nil, .noSuchStep) }
          return try await reception.carryOut(DropGuest(guest, of: meeting), form)
        }
        let (code, note) = (form.text("code"), form.text("note"))
        var person: ID<Person>?
        if !code.isEmpty {
          person = try await reception.database.read { try LifeStore(db: $0).person(code: code) }
          if person == nil { throw Refused(.code, .unknownPerson(code)) }
        }
        let guest = MeetingGuest(form.text("name"), note: note.isEmpty ? nil : note, person: person)
        return try await reception.carryOut(InviteGuest(guest, to: meeting), form)
      }
    }
  }

  /// `GET /meetings/:meeting/readers`: who opened which paper, and how long before.
  @Sendable func readers(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("meeting") ?? ""
    return try await reception.page(request, .meetings) {
      try $0.paperReadersPage(key)
    } _: {
      paperReadersView($0, in: $1)
    }
  }

  // MARK: Themes

  /// `GET /units/:unit/themes?state=proposed`; of a unit above with `theme` the cells one proposal went to.
  @Sendable func themes(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .meetings) {
      try $0.themePage(key)
    } _: {
      themePageView($0, in: $1)
    }
  }

  /// `POST …/themes` with `step=propose`, `kind`, `title`, `why` and `units`; or `setAside`, `dealtWith`, `proposed`
  /// for one `theme`, with `reason`.
  @Sendable func theme(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.sent(request) { form in
      guard let unit = ID<Unit>(key) else { return try await reception.fault(request, .absent) }
      do {
        let receipt = try await reception.carryOut(try themeDeed(form, unit), form)
        return Answer.see(Path.themes(key).after(receipt))
      } catch let refused as Refused {
        let written = form.text("step") == "propose" ? ThemePage.Written(form) : .init()
        return try await reception.page(
          answering: request,
          at: .themes(key),
          .meetings,
          .unprocessableContent
        ) {
          try $0.themePage(key, written, refused.objections)
        } _: {
          themePageView($0, in: $1)
        }
      }
    }
  }

  private func themeDeed(_ form: AccountForm, _ unit: ID<Unit>) throws -> any Operation {
    let step = form.text("step")
    if let state = ProposedTheme.State(rawValue: step), let theme = ID<FactMark>(form.text("theme")) {
      let reason = form.text("reason")
      return SettleTheme(theme, of: unit, state, reason: reason.isEmpty ? nil : reason)
    }
    guard let kind = ProposedTheme.Form(rawValue: form.text("kind")) else {
      throw Refused(.kind, .unknownValue(form.text("kind"), allowed: []))
    }
    let why = form.text("why").replacing("\r\n", with: " ")
    return ProposeTheme(
      in: unit,
      kind,
      form.text("title"),
      why: why.isEmpty ? nil : why,
      to: form.all("units").compactMap { ID($0) }
    )
  }

  @Sendable func themesFile(
    _ request: Request,
    _ key: String,
    _ format: ExportFormat
  ) async throws -> Response {
    try await reception.take(request, format) { visit in
      let unit = try visit.unit(key)
      try visit.require(.readMeetings, on: unit)
      try visit.require(.exportLists, on: unit)
      let code = try visit.standing(of: unit).last?.code ?? ""
      let name = "themes-\(code)-\(visit.asOf.day)"
      return TakenList(try visit.exportThemes(unit, format, name), name: name)
    }
  }
}

extension Reception {
  /// What a form chose of what is due, read as whoever sends it sees it.
  func taken(
    _ request: Request,
    _ form: AccountForm,
    _ read: @escaping @Sendable (Visit) throws -> [TakenMatter]
  ) async throws -> [TakenMatter] {
    let asked = Asked(request)
    return try await database.read { db in
      guard let arrival = try visit(asked, form.token, db), arrival.fault == nil else { return [] }
      return try read(arrival.visit)
    }
  }
}

extension Visit {
  /// Those chosen of what is due; nothing for whoever does not keep the cell's meetings.
  func taken(
    _ chosen: Set<AgendaMatter>,
    of unit: ID<Unit>,
    on day: CivilDate,
    besides meeting: ID<FactMark>? = nil
  ) throws -> [TakenMatter] {
    guard !chosen.isEmpty, try allows(.keepMeetings, on: unit) else { return [] }
    return try due(in: unit, on: day, besides: meeting).filter { chosen.contains($0.matter) }.map(\.taken)
  }

  fileprivate func exportThemes(
    _ unit: ID<Unit>,
    _ format: ExportFormat,
    _ title: String
  ) throws -> ExportFile.Finished {
    let columns = [
      XLSXColumn("title", width: 60), XLSXColumn("form", width: 10), XLSXColumn("why", width: 40),
      XLSXColumn("source", width: 12), XLSXColumn("originName", width: 40),
      XLSXColumn("proposerName", width: 28), XLSXColumn("proposed", content: .day),
      XLSXColumn("unitName", width: 40), XLSXColumn("state", width: 12),
      XLSXColumn("meeting", content: .day), XLSXColumn("reason", width: 40),
    ]
    let file = try ExportFile(format, title: title, columns: columns, created: moment)
    let kind = try standing(of: unit).last?.kind
    let lines = try themeLines(unit, isCell: kind == .cell || kind == .baseCell)
    for line in lines {
      let theme = line.theme
      try file.write([
        .text(theme.title), .text(theme.form.rawValue), .text(theme.why), .text(theme.source.rawValue),
        .text(line.originName), .text(line.proposerName), .day(line.day), .text(line.unitName),
        .text(theme.state.rawValue), .day(line.meetingDay), .text(theme.reason),
      ])
    }
    try logList(
      of: unit,
      on: asOf.day,
      count: lines.count,
      named: Array(Set(lines.compactMap(\.theme.proposer))).sorted()
    )
    return try file.finish()
  }
}
