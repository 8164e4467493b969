import Basics
import Demonstration
import Phrases
import Records
import Rules
import Sheets
import Storage

/// The lists of the fictional province as an office would have had them when its history begins.
struct DemonstrationLists {
  let opening: Opening

  /// Takes them over as any office takes over its own.
  func takeOver(_ office: Office) async throws {
    let folder = try LooseFolder()
    try write(to: folder.path)
    let operation = ImportLists(
      try ListSource(path: folder.path, name: "Sơn Giang 2015"),
      scratch: try Place.scratch()
    )
    let report = try await operation.run(office, as: .console("demo"), request: "demonstration:lists")
    guard report.refused.isEmpty else {
      throw Failure.refused(
        report.refused.prefix(20).map { "\($0.place.file):\($0.place.row) \(Phrase.refusal($0.refusal))" }
      )
    }
  }

  private func write(to folder: String) throws {
    try write(.units, to: folder, opening.units) { unit in
      [
        unit.code, unit.name, unit.kind.rawValue, unit.sector?.rawValue ?? "", unit.parent ?? "",
        "\(unit.from)", "", unit.decision ?? "",
      ]
    }
    try write(.members, to: folder, opening.people) { person in
      [
        person.code, person.name, "\(person.born)", person.sex.rawValue, person.ethnicity,
        "\(person.decided)",
        "\(person.admitted)", person.official.map { "\($0)" } ?? "", "", "", person.card ?? "",
        person.decision,
      ]
    }
    let ties = try CSVWriter(path: "\(folder)/affiliations.csv")
    try ties.write(ListKind.affiliations.columns.map(\.field.rawValue))
    for tie in opening.homes {
      try ties.write([tie.person, tie.unit, tie.role.rawValue, "\(tie.from)", "", ""])
    }
    for tie in opening.affiliations {
      try ties.write([tie.person, tie.unit, tie.role.rawValue, "\(tie.from)", "", ""])
    }
    try ties.close()
    try write(.posts, to: folder, opening.posts) { post in
      [post.person, post.unit, post.function.rawValue, "\(post.from)", "", ""]
    }
  }

  private func write<Rows: Sequence>(
    _ kind: ListKind,
    to folder: String,
    _ rows: Rows,
    _ cells: (Rows.Element) -> [String]
  ) throws {
    let list = try CSVWriter(path: "\(folder)/\(kind.rawValue).csv")
    try list.write(kind.columns.map(\.field.rawValue))
    for row in rows { try list.write(cells(row)) }
    try list.close()
  }
}
