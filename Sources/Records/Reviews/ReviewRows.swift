package import Basics
package import Rules
import Storage

extension ReviewTerm: Coded {}
extension ReviewClass: Coded {}
extension ReviewStep: Coded {}
extension ReviewMatter.Kind: Coded {}
extension Cap.Base: Coded {}

// The columns of each table of reviews: how they are read, and how a fact is written.

extension ReviewSubject {
  private enum Sort: String, Coded, CaseIterable {
    case person, organisation, collective
  }

  /// The three columns that say of whom something is.
  static let columns: SQL = "t.about, t.person, t.subject"

  init(_ row: Row, from first: Int) throws {
    let sort: Sort = try row[first]
    self =
      switch sort {
      case .person: .person(try row[first + 1])
      case .organisation: .organisation(try row[first + 2])
      case .collective: .collective(try row[first + 2])
      }
  }

  var row: [SQLValue] {
    let sort: Sort =
      switch self {
      case .person: .person
      case .organisation: .organisation
      case .collective: .collective
      }
    return [sort.sqlValue, person.sqlValue, unit.sqlValue]
  }

  /// The rows of this subject alone, in the table called `t`.
  var alone: SQL {
    switch self {
    case .person(let person): "t.person = \(person)"
    case .organisation(let unit): "t.subject = \(unit) AND t.about = 'organisation'"
    case .collective(let unit): "t.subject = \(unit) AND t.about = 'collective'"
    }
  }
}

extension ReviewRound {
  static let columns: SQL = """
    t.round, t.unit, t.term, t.title, t.begins, t.ends, t.counted, t.self_by, t.evaluate_by, t.decide_by,
    t.publish_by, t.percent, t.base, t.frozen, t.hash
    """
  static let width = 15

  init(_ row: Row, from first: Int) throws {
    guard let days = Span(from: try row[first + 4], until: try row[first + 5] as CivilDate) else {
      throw StorageError.unreadable("span")
    }
    let base: Cap.Base? = try row[first + 12]
    self.init(
      key: try row[first],
      unit: try row[first + 1],
      term: try row[first + 2],
      title: try row[first + 3],
      days: days,
      counted: try row[first + 6],
      deadlines: Deadlines(
        selfReview: try row[first + 7],
        evaluation: try row[first + 8],
        decision: try row[first + 9],
        publication: try row[first + 10]
      ),
      cap: try base.map { ChosenCap(try row[first + 11], of: $0) },
      frozen: try row[first + 13],
      hash: try row[first + 14]
    )
  }

  var row: [SQLValue] {
    [
      key.sqlValue, unit.sqlValue, term.sqlValue, title.sqlValue, days.start.sqlValue, days.end.sqlValue,
      counted.sqlValue, deadlines.selfReview.sqlValue, deadlines.evaluation.sqlValue,
      deadlines.decision.sqlValue, deadlines.publication.sqlValue, (cap?.percent).sqlValue,
      (cap?.base).sqlValue, frozen.sqlValue, hash.sqlValue,
    ]
  }
}

extension ReviewMark {
  static let columns: SQL = """
    t.round, t.unit, \(ReviewSubject.columns), t.step, t.writer, t.rating, t.general, t.results, t.agreed, t.voters,
    t.body, t.reason, t.by_rule, t.passed
    """
  static let width = 16

  init(_ row: Row, from first: Int) throws {
    let general: Quantity? = try row[first + 8]
    let agreed: Int? = try row[first + 10]
    self.init(
      round: try row[first],
      subject: try ReviewSubject(row, from: first + 2),
      step: try row[first + 5],
      body: try row[first + 1],
      writer: try row[first + 6],
      rating: try row[first + 7],
      points: try general.map { Points(general: $0, results: try row[first + 9]) },
      vote: try agreed.map { Vote($0, of: try row[first + 11]) },
      text: try row[first + 12],
      reason: try row[first + 13],
      byRule: try row[first + 14],
      isPassed: try row[first + 15] as Int == 1
    )
  }

  var row: [SQLValue] {
    [round.sqlValue, body.sqlValue] + subject.row
      + [
        step.sqlValue, writer.sqlValue, rating.sqlValue, (points?.general).sqlValue,
        (points?.results).sqlValue, (vote?.agreed).sqlValue, (vote?.voters).sqlValue, text.sqlValue,
        reason.sqlValue, byRule.sqlValue, (isPassed ? 1 : 0).sqlValue,
      ]
  }
}

/// That a unit sent its reviews up; when they came back, why.
package struct ReviewsSent: Hashable, Sendable {
  package var round: ID<FactMark>
  package var unit: ID<Unit>
  package var back: String?

  static let columns: SQL = "t.round, t.unit, t.back"
  static let width = 3

  init(round: ID<FactMark>, unit: ID<Unit>, back: String? = nil) {
    self.round = round
    self.unit = unit
    self.back = back
  }

  init(_ row: Row, from first: Int) throws {
    self.init(round: try row[first], unit: try row[first + 1], back: try row[first + 2])
  }

  var row: [SQLValue] { [round.sqlValue, unit.sqlValue, back.sqlValue] }
}

/// Something a regulation asks that the record does not count, and a unit stated of a subject.
package struct ReviewStatement: Hashable, Sendable {
  package var round: ID<FactMark>
  package var subject: ReviewSubject
  package var unit: ID<Unit>
  /// The fact's name in the regulations.
  package var name: String
  package var quantity: Quantity
  package var note: String?

  static let columns: SQL = "t.round, t.unit, \(ReviewSubject.columns), t.name, t.quantity, t.note"
  static let width = 8

  package init(
    round: ID<FactMark>,
    subject: ReviewSubject,
    unit: ID<Unit>,
    name: String,
    quantity: Quantity,
    note: String?
  ) {
    self.round = round
    self.subject = subject
    self.unit = unit
    self.name = name
    self.quantity = quantity
    self.note = note
  }

  init(_ row: Row, from first: Int) throws {
    self.init(
      round: try row[first],
      subject: try ReviewSubject(row, from: first + 2),
      unit: try row[first + 1],
      name: try row[first + 5],
      quantity: try row[first + 6],
      note: try row[first + 7]
    )
  }

  var row: [SQLValue] {
    [round.sqlValue, unit.sqlValue] + subject.row + [name.sqlValue, quantity.sqlValue, note.sqlValue]
  }
}

extension ReviewMatter {
  static let columns: SQL = """
    t.round, t.unit, \(ReviewSubject.columns), t.matter, t.kind, t.writer, t.body, t.due, t.answered, t.answer
    """
  static let width = 12

  init(_ row: Row, from first: Int) throws {
    let answered: CivilDate? = try row[first + 10]
    self.init(
      key: try row[first + 5],
      round: try row[first],
      subject: try ReviewSubject(row, from: first + 2),
      kind: try row[first + 6],
      unit: try row[first + 1],
      person: try row[first + 7],
      text: try row[first + 8],
      due: try row[first + 9],
      answer: try answered.map { Answer(try row[first + 11], on: $0) }
    )
  }

  var row: [SQLValue] {
    [round.sqlValue, unit.sqlValue] + subject.row
      + [
        key.sqlValue, kind.sqlValue, person.sqlValue, text.sqlValue, due.sqlValue, (answer?.day).sqlValue,
        (answer?.text).sqlValue,
      ]
  }
}
