import Basics
import Rules
import Storage

/// States of a subject what a regulation asks and the record does not count.
package struct StateForReview: Operation {
  package static let operation = "stateForReview"
  package var statement: ReviewStatement

  package init(_ statement: ReviewStatement) {
    self.statement = statement
  }

  package var said: [(name: String, value: String?)] {
    [
      ("round", statement.round.description), ("person", statement.subject.person?.description),
      ("subject", statement.subject.unit?.description), ("unit", statement.unit.description),
      ("name", statement.name), ("quantity", statement.quantity.description), ("note", statement.note),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let round = try work.openRound(statement.round).value
    try work.require(.keepReviews, on: statement.unit)
    let sheet = ReviewSheet(db: work.db, round, by: try work.regulations(for: round.unit))
    guard let line = try sheet.line(statement.subject) else { throw Refused(nil, .notInRound) }
    if let own = try work.person, statement.subject == .person(own) { throw Refused(nil, .ownReview) }
    guard line.way.names(statement.unit) else { throw Refused(nil, .notAnEvaluator) }
    var objections: [Objection] = []
    let asked = sheet.stated(line.way.sort)
    if let fact = asked.first(where: { $0.name == statement.name }) {
      if fact.sort.bounds?.contains(statement.quantity) == false {
        objections.append(Objection(.quantity, .notAnAmount(statement.quantity.description)))
      }
    } else {
      objections.append(Objection(.subject, .unknownValue(statement.name, allowed: asked.map(\.name))))
    }
    if let note = statement.note { objections += Written.text(note, .note, limit: 1000) }
    try objections.raise()
    for old in try ReviewStore(db: work.db).statements(of: statement.subject, in: round.key)
    where old.value.name == statement.name {
      if old.value == statement { throw Refused(nil, .nothingChanges) }
      if let id = old.id { try work.supersede(.reviewStatement, id) }
    }
    let id: ID<FactMark> = work.draw()
    try work.write(.reviewStatement, id, Span(open: work.today), statement.row)
    return id.number
  }
}
