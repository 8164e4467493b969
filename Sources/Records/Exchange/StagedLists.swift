import Basics
import Rules
import Storage

/// The rows of the lists about people, put in order of person on disk, so that a province, or a country,
/// is read one person at a time.
struct StagedLists {
  let db: any Connection

  init(_ db: any Connection) throws {
    self.db = db
    try db.execute(
      """
      CREATE TABLE staged (
        person TEXT NOT NULL, list BIGINT NOT NULL, day TEXT NOT NULL, line BIGINT NOT NULL, cells TEXT NOT NULL
      )
      """
    )
    try db.execute("CREATE TABLE staged_word (word TEXT NOT NULL, person BIGINT NOT NULL)")
  }

  func inserter() throws -> any Inserter {
    try db.inserter("staged", ["person", "list", "day", "line", "cells"])
  }

  /// Keeps the words of new people's names, to be written in order in one go.
  func wordInserter() throws -> any Inserter {
    try db.inserter("staged_word", ["word", "person"])
  }

  func eachWord(_ body: (String, Int64) throws -> Void) throws {
    try db.each("SELECT word, person FROM staged_word ORDER BY word, person") { row in
      try body(try row[0], try row[1])
    }
  }

  static func values(_ row: ListRow) -> [SQLValue] {
    let day = row.kind == .members ? row[.admitted] : row[.from]
    return [
      row[.person].sqlValue, row.kind.number.sqlValue, day.sqlValue, row.line.sqlValue,
      row.cells.joined(separator: "\u{1f}").sqlValue,
    ]
  }

  /// Gives the rows of each person together, people in order of their codes.
  func eachPerson(_ body: (String, [ListRow]) throws -> Void) throws {
    var person = ""
    var rows: [ListRow] = []
    try db.each("SELECT person, list, line, cells FROM staged ORDER BY person, list, day, line") { row in
      let code: String = try row[0]
      if code != person {
        if !rows.isEmpty { try body(person, rows) }
        rows.removeAll(keepingCapacity: true)
        person = code
      }
      let kind = ListKind.allCases[try row[1] as Int]
      let cells: [String] = row.source.withText(3) { bytes in
        bytes.split(separator: 0x1f, omittingEmptySubsequences: false).map {
          String(decoding: $0, as: UTF8.self)
        }
      }
      rows.append(ListRow(kind: kind, line: try row[2], cells: cells))
    }
    if !rows.isEmpty { try body(person, rows) }
  }
}
