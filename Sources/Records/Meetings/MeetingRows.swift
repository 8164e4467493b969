package import Basics
import Rules
package import Storage

extension MeetingKind: Coded {}
extension MeetingMode: Coded {}
extension MeetingStage: Coded {}
extension AttendanceMark: Coded {}
extension VoteManner: Coded {}
extension MeetingScorer: Coded {}
extension MeetingPaper.Kind: Coded {}
extension Ballot: Coded {}

extension TimeOfDay: Bindable, Readable {
  package var sqlValue: SQLValue { .integer(Int64(minutes)) }
  package static var sqlNull: SQLValue { .integer(nil) }

  package static func read(_ row: Row, _ column: Int) throws -> TimeOfDay {
    let minutes = try Int.read(row, column)
    guard let time = TimeOfDay(minutes: minutes) else { throw StorageError.unreadable(String(minutes)) }
    return time
  }
}

// The columns of each table of a meeting: how they are read, and how a fact is written.

extension Meeting {
  static let columns: SQL = """
    t.unit, t.kind, t.mode, t.stage, t.begins, t.place, t.theme, t.chair, t.taker, t.prepares, t.slot_reason,
    t.why, t.opened, t.closed, t.obliged, t.present, t.unexcused
    """
  static let width = 17

  init(_ row: Row, from first: Int) throws {
    let obliged: Int? = try row[first + 14]
    self.init(
      unit: try row[first],
      kind: try row[first + 1],
      mode: try row[first + 2],
      stage: try row[first + 3],
      begins: try row[first + 4],
      place: try row[first + 5],
      theme: try row[first + 6],
      chair: try row[first + 7],
      taker: try row[first + 8],
      prepares: try row[first + 9],
      slotReason: try row[first + 10],
      why: try row[first + 11],
      opened: try row[first + 12],
      closed: try row[first + 13],
      turnout: try obliged.map {
        Turnout(obliged: $0, present: try row[first + 15], unexcused: try row[first + 16])
      }
    )
  }

  var row: [SQLValue] {
    [
      unit.sqlValue, kind.sqlValue, mode.sqlValue, stage.sqlValue, begins.sqlValue, place.sqlValue,
      theme.sqlValue, chair.sqlValue, taker.sqlValue, prepares.sqlValue, slotReason.sqlValue, why.sqlValue,
      opened.sqlValue, closed.sqlValue, (turnout?.obliged).sqlValue, (turnout?.present).sqlValue,
      (turnout?.unexcused).sqlValue,
    ]
  }
}

extension MeetingItem {
  static let columns: SQL = "t.place, t.part, t.title, t.note, t.done"
  static let width = 5

  init(_ row: Row, from first: Int) throws {
    self.init(
      place: try row[first],
      part: try row[first + 1],
      title: try row[first + 2],
      note: try row[first + 3],
      isDone: try row[first + 4] as Int == 1
    )
  }

  var row: [SQLValue] {
    [place.sqlValue, part.sqlValue, title.sqlValue, note.sqlValue, (isDone ? 1 : 0).sqlValue]
  }
}

extension Attendance {
  static let columns: SQL = "t.person, t.mark, t.reason"
  static let width = 3

  init(_ row: Row, from first: Int) throws {
    self.init(try row[first], try row[first + 1], reason: try row[first + 2])
  }

  var row: [SQLValue] { [person.sqlValue, mark.sqlValue, reason.sqlValue] }
}

extension MeetingVote {
  static let columns: SQL =
    "t.item, t.proposal, t.manner, t.officials, t.present, t.agreed, t.against, t.abstained"
  static let width = 8

  init(_ row: Row, from first: Int) throws {
    self.init(
      item: try row[first],
      proposal: try row[first + 1],
      manner: try row[first + 2],
      officials: try row[first + 3],
      present: try row[first + 4],
      agreed: try row[first + 5],
      against: try row[first + 6],
      abstained: try row[first + 7]
    )
  }

  var row: [SQLValue] {
    [
      item.sqlValue, proposal.sqlValue, manner.sqlValue, officials.sqlValue, present.sqlValue,
      agreed.sqlValue,
      against.sqlValue, abstained.sqlValue,
    ]
  }
}

extension Minutes {
  static let columns: SQL = "t.body, t.taker, t.taker_paper, t.chair, t.chair_paper, t.hash"
  static let width = 6

  init(_ row: Row, from first: Int) throws {
    func signature(_ column: Int) throws -> Signature? {
      guard let person: ID<Person> = try row[column] else { return nil }
      return Signature(person, isOnPaper: try row[column + 1] as Int == 1)
    }
    self.init(
      text: try row[first],
      takerSigned: try signature(first + 1),
      chairSigned: try signature(first + 3),
      hash: try row[first + 5]
    )
  }

  var row: [SQLValue] {
    func columns(_ signature: Signature?) -> [SQLValue] {
      [(signature?.person).sqlValue, signature.map { $0.isOnPaper ? 1 : 0 }.sqlValue]
    }
    return [text.sqlValue] + columns(takerSigned) + columns(chairSigned) + [hash.sqlValue]
  }
}

extension MeetingScore {
  static let columns: SQL = "t.scorer, t.criterion, t.met, t.note"
  static let width = 4

  init(_ row: Row, from first: Int) throws {
    self.init(
      try row[first],
      try row[first + 1],
      isMet: try row[first + 2] as Int == 1,
      note: try row[first + 3]
    )
  }

  var row: [SQLValue] { [scorer.sqlValue, criterion.sqlValue, (isMet ? 1 : 0).sqlValue, note.sqlValue] }
}

extension MeetingOutput {
  static let columns: SQL = "t.kind, t.title, t.link"
  static let width = 3

  init(_ row: Row, from first: Int) throws {
    self.init(try row[first], title: try row[first + 1], link: try row[first + 2])
  }

  var row: [SQLValue] { [kind.sqlValue, title.sqlValue, link.sqlValue] }
}

extension NamedBallot {
  static let columns: SQL = "t.person, t.ballot"
  static let width = 2

  init(_ row: Row, from first: Int) throws {
    self.init(try row[first], try row[first + 1])
  }

  var row: [SQLValue] { [person.sqlValue, ballot.sqlValue] }
}
