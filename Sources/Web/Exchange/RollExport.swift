import Basics
import Hummingbird
import Markup
import Records
import Rules

/// A roll taken away as a file: written down as a reading in the transaction that reads it.
struct RollExport: Sendable {
  let reception: Reception

  private struct Taken: Sendable {
    let file: ExportFile.Finished
    let name: String
  }

  /// `GET /units/:unit/roll.csv?q=…&person=…&person=…`: those the filters leave; of them the marked ones, when
  /// any are marked.
  func answer(_ request: Request, _ key: String, _ format: ExportFormat) async throws -> Response {
    try await reception.answer(request, isLogged: true) { visit in
      let unit = try visit.unit(key)
      try visit.require(.readRoll, on: unit)
      try visit.require(.exportLists, on: unit)
      let path = try visit.standing(of: unit)
      let (question, _) = try visit.rollQuestion(unit)
      let marked = try visit.marked()
      let file = try visit.export(question, as: format, title: path.last?.name ?? "", only: marked)
      return Taken(file: file, name: "roll-\(path.last?.code ?? "")-\(visit.asOf.day)")
    } _: { taken, _, _ in
      taken.file.response(taken.name, format)
    }
  }
}

extension Visit {
  /// The numbers of the members whose rows were marked, `nil` when none were.
  fileprivate func marked() throws -> Set<String>? {
    let keys = asked.values("person")
    guard !keys.isEmpty else { return nil }
    let people = try keys.map { key in
      guard let person = ID<Person>(key) else { throw PageFault.value(name: "person", key) }
      return person
    }
    return Set(try NameStore(db: db).codes(of: people).values)
  }

  /// Writes a roll into a file, and down that it was taken away.
  func export(
    _ question: RollQuestion,
    as format: ExportFormat,
    title: String,
    only codes: Set<String>? = nil
  ) throws -> ExportFile.Finished {
    let file = try ExportFile(format, title: title, columns: ExportRoll.columns, created: moment)
    var count = 0
    _ = try ExportRoll(db: db, question: question).run { cells in
      if let codes {
        guard case .text(let code?) = cells[0], codes.contains(code) else { return }
      }
      count += 1
      try file.write(cells)
    }
    try ReadingStore(db: db).log(
      visitor.account,
      exported: question.unit,
      on: question.asOf.day,
      count: count,
      at: moment
    )
    return try file.finish()
  }
}
