import Basics
import Rules
import Storage

extension AgendaMatter.Kind: Coded {}
extension MatterOutcome: Coded {}
extension ProposedTheme.Form: Coded {}
extension ProposedTheme.Source: Coded {}
extension ProposedTheme.State: Coded {}

// The columns of what is prepared before a meeting: how they are read, and how a fact is written.

extension ItemMatter {
  static let columns: SQL = "t.item, t.kind, t.matter, t.outcome"
  static let width = 4

  init(_ row: Row, from first: Int) throws {
    self.init(
      try row[first],
      AgendaMatter(try row[first + 1], try row[first + 2]),
      outcome: try row[first + 3]
    )
  }

  var row: [SQLValue] {
    [item.sqlValue, matter.kind.sqlValue, .integer(matter.number), outcome.sqlValue]
  }
}

extension ProposedTheme {
  static let columns: SQL = """
    t.theme, t.unit, t.form, t.source, t.origin, t.proposer, t.title, t.why, t.state, t.meeting, t.reason
    """
  static let width = 11

  init(_ row: Row, from first: Int) throws {
    self.init(
      key: try row[first],
      unit: try row[first + 1],
      form: try row[first + 2],
      source: try row[first + 3],
      origin: try row[first + 4],
      proposer: try row[first + 5],
      title: try row[first + 6],
      why: try row[first + 7],
      state: try row[first + 8],
      meeting: try row[first + 9],
      reason: try row[first + 10]
    )
  }

  var row: [SQLValue] {
    [
      key.sqlValue, unit.sqlValue, form.sqlValue, source.sqlValue, origin.sqlValue, proposer.sqlValue,
      title.sqlValue, why.sqlValue, state.sqlValue, meeting.sqlValue, reason.sqlValue,
    ]
  }
}

extension MeetingComment {
  static let columns: SQL = "t.item, t.paper, t.author, t.body"
  static let width = 4

  init(_ row: Row, from first: Int) throws {
    self.init(
      item: try row[first],
      paper: try row[first + 1],
      by: try row[first + 2],
      try row[first + 3]
    )
  }

  var row: [SQLValue] { [item.sqlValue, paper.sqlValue, author.sqlValue, text.sqlValue] }
}

extension MeetingGuest {
  static let columns: SQL = "t.guest, t.name, t.note"
  static let width = 3

  init(_ row: Row, from first: Int) throws {
    self.init(try row[first + 1], note: try row[first + 2], person: try row[first])
  }

  var row: [SQLValue] { [person.sqlValue, name.sqlValue, note.sqlValue] }
}
