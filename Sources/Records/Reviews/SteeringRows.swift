import Basics
import Rules
import Storage

extension ReviewListing.Audience: Coded {}

// The columns of who steers a review, and of whom results are listed to: how they are read, and how a fact is written.

extension ReviewSteering {
  static let columns: SQL = "t.round, t.unit, t.body, t.person, t.ground"
  static let width = 5

  init(_ row: Row, from first: Int) throws {
    self.init(
      round: try row[first],
      unit: try row[first + 1],
      body: try row[first + 2],
      person: try row[first + 3],
      ground: try row[first + 4]
    )
  }

  var row: [SQLValue] {
    [round.sqlValue, unit.sqlValue, body.sqlValue, person.sqlValue, ground.sqlValue]
  }
}

extension ReviewListing {
  static let columns: SQL = "t.round, t.unit, t.audience"
  static let width = 3

  init(_ row: Row, from first: Int) throws {
    self.init(round: try row[first], unit: try row[first + 1], audience: try row[first + 2])
  }

  var row: [SQLValue] { [round.sqlValue, unit.sqlValue, audience.sqlValue] }
}
