import Basics
import Hummingbird
import Records
import Rules
import Sheets

/// The register of a unit's resolutions, a resolution, and the register as a file.
struct ResolutionPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/resolutions", use: register)
    routes.files(of: "resolutions", use: registerFile)
    routes.get("/resolutions/:resolution", use: resolution)
  }

  /// `GET /units/:unit/resolutions?after=50`.
  @Sendable func register(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .units) { visit in
      try visit.resolutionRegister(key)
    } _: { model, frame in
      registerView(model, in: frame)
    }
  }

  /// `GET /resolutions/:resolution`.
  @Sendable func resolution(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("resolution") ?? ""
    return try await reception.page(request, .units) { visit in
      try visit.resolutionPage(key)
    } _: { model, frame in
      resolutionView(model, in: frame)
    }
  }

  @Sendable func registerFile(
    _ request: Request,
    _ key: String,
    _ format: ExportFormat
  ) async throws -> Response {
    try await reception.take(request, format) { visit in
      let unit = try visit.unit(key)
      try visit.require(.readResolutions, on: unit)
      try visit.require(.exportLists, on: unit)
      let code = try visit.standing(of: unit).last?.code ?? ""
      let name = "resolutions-\(code)-\(visit.asOf.day)"
      return TakenList(try visit.exportRegister(unit, format, name), name: name)
    }
  }
}

extension Visit {
  fileprivate func exportRegister(
    _ unit: ID<Unit>,
    _ format: ExportFormat,
    _ title: String
  ) throws -> ExportFile.Finished {
    let columns = [
      XLSXColumn("number", width: 18), XLSXColumn("kind", width: 16), XLSXColumn("title", width: 60),
      XLSXColumn("day", content: .day), XLSXColumn("unitName", width: 40), XLSXColumn("step", width: 14),
      XLSXColumn("silentDays", content: .number), XLSXColumn("studied", content: .day),
      XLSXColumn("members", content: .number), XLSXColumn("all", content: .number),
      XLSXColumn("tasks", content: .number), XLSXColumn("late", content: .number),
      XLSXColumn("percent", content: .number), XLSXColumn("sent", content: .number),
      XLSXColumn("silent", content: .number),
    ]
    let file = try ExportFile(format, title: title, columns: columns, created: moment)
    let rows = try registerRows(unit)
    for row in rows {
      let (resolution, answer) = (row.line.resolution, row.answer)
      func number(_ number: Int?) -> ListCell { number.map { .number($0) } ?? .text(nil) }
      try file.write([
        .text(resolution.number), .text(resolution.kind.rawValue), .text(resolution.title),
        .day(row.line.fact.span.start), .text(row.line.unitName),
        .text(answer?.step(on: asOf.day).rawValue), number(answer?.silence(on: asOf.day)),
        .day(answer?.study?.day), number(answer?.study?.members), number(answer?.study?.all),
        .number(row.rollUp.total), .number(row.rollUp[.late]), number(row.rollUp.percent),
        .number(row.sent), .number(row.silent),
      ])
    }
    try logList(of: unit, on: asOf.day, count: rows.count, named: [])
    return try file.finish()
  }
}
