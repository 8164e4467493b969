import Basics
import Hummingbird
import Markup
import Records
import Rules

/// A roll taken away as a file: written down as a reading in the transaction that reads it.
struct RollExport: Sendable {
  let reception: Reception

  /// `GET /units/:unit/roll.csv?q=…&person=…&person=…`: those the filters leave; of them the marked ones, when
  /// any are marked.
  @Sendable func answer(_ request: Request, _ key: String, _ format: ExportFormat) async throws -> Response {
    try await reception.take(request, format) { visit in
      let unit = try visit.unit(key)
      try visit.require(.readRoll, on: unit)
      try visit.require(.exportLists, on: unit)
      let path = try visit.standing(of: unit)
      var (question, _) = try visit.rollQuestion(unit)
      if let marked = try visit.markedPeople() { question.people = marked }
      let file = try visit.export(question, as: format, title: path.last?.name ?? "")
      return TakenList(file, name: "roll-\(path.last?.code ?? "")-\(visit.asOf.day)")
    }
  }
}

extension Visit {
  /// Writes a roll into a file, and down that it was taken away.
  func export(
    _ question: RollQuestion,
    as format: ExportFormat,
    title: String
  ) throws -> ExportFile.Finished {
    let file = try ExportFile(format, title: title, columns: ExportRoll.columns, created: moment)
    var count = 0
    _ = try ExportRoll(db: db, question: question).run { cells in
      count += 1
      try file.write(cells)
    }
    try logList(question, count: count)
    return try file.finish()
  }

  /// Writes down that a list of people was taken away, as a file or on paper.
  func logList(_ question: RollQuestion, count: Int) throws {
    try logList(
      of: question.unit,
      on: question.asOf.day,
      count: count,
      named: try RollStore(db: db).named(question)
    )
  }
}
