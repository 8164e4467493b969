import Basics
package import Rules
package import Storage

extension ResolutionKind: Coded {}
extension TaskMeasure.Kind: Coded {}
extension TaskEnding: Coded {}

extension Quantity: Bindable, Readable {
  package var sqlValue: SQLValue { .integer(millionths) }
  package static var sqlNull: SQLValue { .integer(nil) }

  package static func read(_ row: Row, _ column: Int) throws -> Quantity {
    Quantity(millionths: try Int64.read(row, column))
  }
}

// The columns of each table of resolutions and tasks: how they are read, and how a fact is written.

extension Resolution {
  static let columns: SQL =
    "t.resolution, t.unit, t.kind, t.number, t.title, t.body, t.basis, t.meeting, t.vote, t.parent"
  static let width = 10

  init(_ row: Row, from first: Int) throws {
    self.init(
      key: try row[first],
      unit: try row[first + 1],
      kind: try row[first + 2],
      number: try row[first + 3],
      title: try row[first + 4],
      text: try row[first + 5],
      basis: try row[first + 6],
      meeting: try row[first + 7],
      vote: try row[first + 8],
      parent: try row[first + 9]
    )
  }

  var row: [SQLValue] {
    [
      key.sqlValue, unit.sqlValue, kind.sqlValue, number.sqlValue, title.sqlValue, text.sqlValue,
      basis.sqlValue, meeting.sqlValue, vote.sqlValue, parent.sqlValue,
    ]
  }
}

extension ResolutionSent {
  static let columns: SQL =
    "t.resolution, t.unit, t.received, t.studied, t.place, t.members, t.members_all, t.reported, t.report"
  static let width = 9

  init(_ row: Row, from first: Int) throws {
    let studied: CivilDate? = try row[first + 3]
    let reported: CivilDate? = try row[first + 7]
    self.init(
      resolution: try row[first],
      unit: try row[first + 1],
      received: try row[first + 2],
      study: try studied.map {
        Study(day: $0, place: try row[first + 4], members: try row[first + 5], all: try row[first + 6])
      },
      report: try reported.map { Report(day: $0, text: try row[first + 8]) }
    )
  }

  var row: [SQLValue] {
    [
      resolution.sqlValue, unit.sqlValue, received.sqlValue, (study?.day).sqlValue, (study?.place).sqlValue,
      (study?.members).sqlValue, (study?.all).sqlValue, (report?.day).sqlValue, (report?.text).sqlValue,
    ]
  }
}

extension TaskMeasure {
  init(_ kind: Kind, target: Quantity, counted: String?) {
    self =
      switch kind {
      case .quantity: .quantity(target, of: counted ?? "")
      case .households: .households(target.whole)
      case .evidence: .evidence(counted ?? "")
      }
  }

  /// What is counted, or what will show that it is done; nothing is said of households.
  package var counted: String? {
    switch self {
    case .quantity(_, let unit): unit
    case .households: nil
    case .evidence(let evidence): evidence
    }
  }
}

extension AssignedTask {
  static let columns: SQL = """
    t.task, t.unit, t.answerer, t.resolution, t.what, t.begins, t.due, t.measure, t.target, t.counted, t.weight,
    t.carries, t.ending, t.ended, t.reason
    """
  static let width = 15

  init(_ row: Row, from first: Int) throws {
    let ending: TaskEnding? = try row[first + 12]
    self.init(
      key: try row[first],
      unit: try row[first + 1],
      answerer: try row[first + 2],
      resolution: try row[first + 3],
      what: try row[first + 4],
      begins: try row[first + 5],
      due: try row[first + 6],
      measure: TaskMeasure(try row[first + 7], target: try row[first + 8], counted: try row[first + 9]),
      weight: try row[first + 10],
      carries: try row[first + 11],
      ending: try ending.map { Ending($0, on: try row[first + 13], reason: try row[first + 14]) }
    )
  }

  var row: [SQLValue] {
    [
      key.sqlValue, unit.sqlValue, answerer.sqlValue, resolution.sqlValue, what.sqlValue, begins.sqlValue,
      due.sqlValue, measure.kind.sqlValue, measure.target.sqlValue, measure.counted.sqlValue,
      weight.sqlValue, carries.sqlValue, (ending?.kind).sqlValue, (ending?.day).sqlValue,
      (ending?.reason).sqlValue,
    ]
  }
}
