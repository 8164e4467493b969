import Basics
import Hummingbird
import Records
import Rules

/// A list that somebody takes away as a file, and the file's name without its ending.
struct TakenList: Sendable {
  let file: ExportFile.Finished
  let name: String

  init(_ file: ExportFile.Finished, name: String) {
    self.file = file
    self.name = name
  }
}

extension Reception {
  /// Answers with a list taken away: written down as a reading in the transaction that reads it.
  func take(
    _ request: Request,
    _ format: ExportFormat,
    _ read: @escaping @Sendable (Visit) throws -> TakenList
  ) async throws -> Response {
    try await answer(request, isLogged: true, read) { taken, _, _ in taken.file.response(taken.name, format) }
  }
}

extension RouterMethods<PageContext> {
  /// The address of a unit's list with the ending of each kind of file: `/units/:unit/roll.csv`.
  ///
  /// `use` is given the unit's key.
  func files(
    of list: String,
    use: @escaping @Sendable (Request, String, ExportFormat) async throws -> Response
  ) {
    for format in ExportFormat.allCases {
      get("/units/:unit/\(list).\(format.rawValue)") { request, context in
        try await use(request, context.parameters.get("unit") ?? "", format)
      }
    }
  }
}

extension Visit {
  /// Writes down that a list of people of a unit was taken away, as a file or on paper, and who is on it.
  func logList(of unit: ID<Unit>, on day: CivilDate, count: Int, named: [ID<Person>]?) throws {
    try ReadingStore(db: db).log(
      try reader(of: unit),
      exported: unit,
      on: day,
      count: count,
      named: named,
      at: moment
    )
  }
}
