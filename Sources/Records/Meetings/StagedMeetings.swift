import Rules
import Storage

/// The rows of the lists of meetings, put in order of cell on disk, so that a province is read one cell at a time.
struct StagedMeetings {
  let db: any Connection

  /// The rows of one cell, meetings and attendance apart, each in order of day.
  struct Cell {
    let code: String
    var meetings: [ListRow] = []
    var attendance: [ListRow] = []
  }

  init(_ db: any Connection) throws {
    self.db = db
    try db.execute(
      """
      CREATE TABLE staged_meeting (
        unit TEXT NOT NULL, list BIGINT NOT NULL, day TEXT NOT NULL, line BIGINT NOT NULL, cells TEXT NOT NULL
      )
      """
    )
  }

  func inserter() throws -> any Inserter {
    try db.inserter("staged_meeting", ["unit", "list", "day", "line", "cells"])
  }

  static func values(_ row: ListRow) -> [SQLValue] {
    [
      row[.unit].sqlValue, row.kind.number.sqlValue, row[.day].sqlValue, row.line.sqlValue,
      row.cells.joined(separator: "\u{1f}").sqlValue,
    ]
  }

  func eachCell(_ body: (Cell) throws -> Void) throws {
    var cell: Cell?
    try db.each("SELECT unit, list, line, cells FROM staged_meeting ORDER BY unit, list, day, line") { row in
      let code: String = try row[0]
      if code != cell?.code {
        if let cell { try body(cell) }
        cell = Cell(code: code)
      }
      let cells = (try row[3] as String).split(separator: "\u{1f}", omittingEmptySubsequences: false)
      let kind = ListKind.allCases[try row[1] as Int]
      let read = ListRow(kind: kind, line: try row[2], cells: cells.map(String.init))
      if kind == .meetings { cell?.meetings.append(read) } else { cell?.attendance.append(read) }
    }
    if let cell { try body(cell) }
  }
}
