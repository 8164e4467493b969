import Basics
import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import Rules
import Sheets
import Storage

/// The working regulation of a unit, and the register of those below: entered, approved, taken away.
struct RegulationPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/working-regulations", use: register)
    routes.post("/units/:unit/working-regulations", use: take)
    routes.files(of: "working-regulations", use: file)
    routes.get("/units/:unit/working-regulations/:file", use: paper)
  }

  /// `GET /units/:unit/working-regulations?state=outdated`.
  @Sendable func register(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .units) {
      try $0.regulationRegister(key)
    } _: {
      regulationView($0, in: $1)
    }
  }

  /// `POST` with `step`: `enter` (with `number`, `title`, `day`, `from`, `scan`), `approve` (with `regulation`, `day`,
  /// `number`).
  @Sendable func take(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.form(request, filesUpTo: FormBody.scanLimit) { sent, token, visitor in
      let form = AccountForm(pairs: sent.pairs, token: token, visitor: visitor)
      guard let unit = ID<Rules.Unit>(key) else { return try await reception.fault(request, .absent) }
      do {
        let file = sent.files.first { $0.field == Field.scan.rawValue }
        guard let deed = try await deed(unit, form, file) else {
          return try await reception.fault(request, .absent)
        }
        let receipt = try await reception.carryOut(deed, form)
        return Answer.see(Path.regulations(key).after(receipt))
      } catch let refused as Refused {
        let place = Path.regulations(key)
        return try await reception.page(answering: request, at: place, .units, .unprocessableContent) {
          var page = try $0.regulationRegister(key)
          page.objections = refused.objections
          page.values = Dictionary(form.pairs.map { ($0.name, $0.value) }) { first, _ in first }
          return page
        } _: {
          regulationView($0, in: $1)
        }
      } catch let fault as PageFault {
        return try await reception.fault(request, fault)
      }
    }
  }

  private func deed(
    _ unit: ID<Rules.Unit>,
    _ form: AccountForm,
    _ file: SentFile?
  ) async throws -> (any Operation)? {
    func day(_ field: Field) throws(Refused) -> CivilDate {
      let text = form.text(field.rawValue)
      guard let day = CivilDate(text) else { throw Refused(field, text.isEmpty ? .blank : .notADay(text)) }
      return day
    }
    func words(_ field: Field) -> String? {
      let text = form.text(field.rawValue)
      return text.isEmpty ? nil : text
    }
    switch form.text("step") {
    case "enter":
      // Nothing is kept for whoever may not enter it.
      let today = reception.clock.today
      let may = try await reception.database.read { db in
        try Reach(db: db, today: today).allows(form.visitor.account, .keepModels, on: unit)
      }
      if !may { throw PageFault.notYours }
      var deed = EnterRegulation(
        of: unit,
        form.text("number"),
        edition: words(.title),
        adopted: try day(.day),
        from: try day(.from)
      )
      if let file {
        deed.file = try await reception.keep(scan: file).hash
        deed.name = String(file.name.prefix(200))
      }
      return deed
    case "approve":
      guard let regulation = ID<FactMark>(form.text("regulation")) else { return nil }
      return ApproveRegulation(regulation, on: try day(.day), number: words(.number))
    default: return nil
    }
  }

  /// `GET /units/:unit/working-regulations/:hash`: the text itself, for whoever may read of it.
  @Sendable func paper(_ request: Request, _ context: PageContext) async throws -> Response {
    let (key, text) = (context.parameters.get("unit") ?? "", context.parameters.get("file") ?? "")
    return try await reception.answer(request) { visit in
      let unit = try visit.unit(key)
      try visit.require(.readModels, on: unit)
      let kept = try RegulationStore(db: visit.db).regulations(of: unit, visit.asOf.knowledge)
      guard let hash = FileHash(text), let found = kept.first(where: { $0.value.file == hash }),
        let file = try FileStore(db: visit.db).file(hash)
      else { throw PageFault.absent }
      return (file: file, name: found.value.name ?? "")
    } _: { found, _, _ in
      reception.give(found.file, as: found.name)
    }
  }

  @Sendable func file(_ request: Request, _ key: String, _ format: ExportFormat) async throws -> Response {
    try await reception.take(request, format) { visit in
      let unit = try visit.unit(key)
      try visit.require(.readModels, on: unit)
      try visit.require(.exportLists, on: unit)
      let state: RegulationState? = try visit.choice("state")
      let chosen = try visit.regulationStandings(unit).units.filter { state == nil || $0.state == state }
      let lines = try visit.judgedLines(chosen, of: unit)
      let name = "working-regulations-\(try visit.standing(of: unit).last?.code ?? "")-\(visit.asOf.day)"
      let columns = [
        XLSXColumn("code", width: 16), XLSXColumn("unitName", width: 40), XLSXColumn("kind", width: 20),
        XLSXColumn("state", width: 16), XLSXColumn("number", width: 20), XLSXColumn("edition", width: 30),
        XLSXColumn("adopted", content: .day), XLSXColumn("from", content: .day),
        XLSXColumn("approved", content: .day), XLSXColumn("reason", width: 50),
      ]
      let file = try ExportFile(format, title: name, columns: columns, created: visit.moment)
      func day(_ day: CivilDate?) -> ListCell { day.map { .day($0) } ?? .text(nil) }
      for judged in lines {
        let line = judged.line
        let regulation = line.kept?.regulation
        try file.write([
          .text(line.code), .text(line.name), .text(line.kind.rawValue), .text(judged.state.rawValue),
          .text(regulation?.number), .text(regulation?.edition), day(regulation?.adopted), day(line.from),
          day(regulation?.approval?.day), .text(judged.why.map { Phrase($0.text).text }),
        ])
      }
      try visit.logList(of: unit, on: visit.asOf.day, count: lines.count, named: [])
      return TakenList(try file.finish(), name: name)
    }
  }
}
