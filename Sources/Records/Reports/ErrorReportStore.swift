package import Basics
package import Rules
package import Storage

/// Reads what members report of their own record.
package struct ErrorReportStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  static func report(_ row: Row, from first: Int) throws -> ErrorReport {
    ErrorReport(
      try row[first],
      right: try row[first + 1],
      note: try row[first + 2],
      state: try row[first + 3],
      answer: try row[first + 4]
    )
  }

  /// What a person reported, the newest first.
  package func reports(of person: ID<Person>, _ knowledge: Knowledge = .now) throws -> [Fact<ErrorReport>] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, t.cited, t.line, t.topic, t.correct, t.note, t.state, t.answer
      FROM error_report t WHERE t.person = \(person) AND \(known("t", knowledge))
      ORDER BY t.start_on DESC, t.id DESC
      """
    ) { row in try LifeStore.fact(try ErrorReportStore.report(row, from: 5), row) }
  }

  /// One report, and whose record it is about.
  package func report(
    _ id: ID<FactMark>
  ) throws -> (person: ID<Person>, report: Fact<ErrorReport>)? {
    try db.first(
      """
      SELECT t.id, t.start_on, t.end_on, t.cited, t.line, t.topic, t.correct, t.note, t.state, t.answer, t.person
      FROM error_report t WHERE t.id = \(id) AND \(known("t"))
      """
    ) { row in (try row[10], try LifeStore.fact(try ErrorReportStore.report(row, from: 5), row)) }
  }

  static func row(_ person: ID<Person>, _ fact: Fact<ErrorReport>) -> [SQLValue] {
    let report = fact.value
    return [
      person.sqlValue, report.topic.sqlValue, report.right.sqlValue, report.note.sqlValue,
      report.state.sqlValue, report.answer.sqlValue, fact.cited.sqlValue, fact.line.sqlValue,
    ]
  }
}
