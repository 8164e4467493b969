import Basics
import Rules
import Storage

// The columns of each table of following: how they are read, and how a fact is written.

extension Following {
  static let columns: SQL = "t.unit, t.follower, t.ground"
  static let width = 3

  init(_ row: Row, from first: Int) throws {
    self.init(try row[first + 1], of: try row[first], ground: try row[first + 2])
  }

  var row: [SQLValue] { [unit.sqlValue, follower.sqlValue, ground.sqlValue] }
}

extension VisitNote {
  static let columns: SQL = "t.meeting, t.unit, t.follower, t.body"
  static let width = 4

  init(_ row: Row, from first: Int) throws {
    self.init(of: try row[first + 2], at: try row[first], in: try row[first + 1], try row[first + 3])
  }

  var row: [SQLValue] { [meeting.sqlValue, unit.sqlValue, follower.sqlValue, text.sqlValue] }
}

extension VisitItem {
  static let columns: SQL =
    "t.item, t.meeting, t.unit, t.follower, t.what, t.answerer, t.due, t.closed, t.outcome"
  static let width = 9

  init(_ row: Row, from first: Int) throws {
    let closed: CivilDate? = try row[first + 7]
    self.init(
      key: try row[first],
      meeting: try row[first + 1],
      unit: try row[first + 2],
      follower: try row[first + 3],
      what: try row[first + 4],
      answerer: try row[first + 5],
      due: try row[first + 6],
      closing: try closed.map { Closing(on: $0, try row[first + 8]) }
    )
  }

  var row: [SQLValue] {
    [
      key.sqlValue, meeting.sqlValue, unit.sqlValue, follower.sqlValue, what.sqlValue, answerer.sqlValue,
      due.sqlValue, (closing?.day).sqlValue, (closing?.note).sqlValue,
    ]
  }
}
