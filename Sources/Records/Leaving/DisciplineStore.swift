package import Basics
package import Rules
package import Storage

/// Reads disciplines, and those that wait for a second person.
package struct DisciplineStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  static let columns: SQL = """
    t.form, t.body, t.violated_on, t.post, t.agreed, t.officials, t.above, t.above_all, t.note
    """
  static let width = 9

  static func discipline(_ row: Row, from first: Int) throws -> Discipline {
    let vote: Discipline.Vote? = try (row[first + 4] as Int?).map { agreed in
      Discipline.Vote(
        agreed,
        of: try row[first + 5],
        above: try row[first + 6],
        of: try row[first + 7]
      )
    }
    return Discipline(
      try row[first],
      by: try row[first + 1],
      violated: try row[first + 2],
      post: try row[first + 3],
      vote: vote,
      note: try row[first + 8]
    )
  }

  /// The days of a matter are those on which the discipline would count.
  static let matterColumns: SQL = "\(columns), \(entering)"
  static let matterWidth = 16

  static func matter(_ row: Row, from first: Int) throws -> DisciplineMatter {
    let discipline = try discipline(row, from: first)
    let entered = try entered(row, from: first + width, by: discipline.body)
    return DisciplineMatter(discipline, entered.span, under: entered.decision, by: entered.account)
  }

  /// How a matter was entered, a member's or a unit's: under which decision, by whom, for which days.
  static let entering: SQL = "t.number, t.signed_on, t.signer, t.basis, t.entered_by, t.start_on, t.end_on"

  static func entered(
    _ row: Row,
    from first: Int,
    by body: ID<Unit>
  ) throws -> (decision: DecisionText, account: ID<Account>?, span: Span) {
    guard let span = Span(from: try row[first + 5], until: try row[first + 6]) else {
      throw StorageError.unreadable("span")
    }
    let decision = DecisionText(
      number: try row[first],
      signed: try row[first + 1],
      issuer: body,
      signer: try row[first + 2],
      basis: try row[first + 3]
    )
    return (decision, try row[first + 4], span)
  }

  /// The disciplines of a person that are facts, the oldest first.
  package func disciplines(
    of person: ID<Person>,
    _ knowledge: Knowledge = .now
  ) throws -> [Fact<Discipline>] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, t.cited, t.line, \(DisciplineStore.columns)
      FROM discipline t WHERE t.person = \(person) AND \(known("t", knowledge)) ORDER BY t.start_on, t.id
      """
    ) { row in try LifeStore.fact(try DisciplineStore.discipline(row, from: 5), row) }
  }

  /// What was entered about a person and waits for a second person.
  package func matter(
    of person: ID<Person>,
    _ knowledge: Knowledge = .now
  ) throws -> Fact<DisciplineMatter>? {
    try db.first(
      """
      SELECT t.id, t.start_on, t.end_on, t.cited, t.line, \(DisciplineStore.matterColumns)
      FROM discipline_matter t WHERE t.person = \(person) AND \(known("t", knowledge)) ORDER BY t.id
      """
    ) { row in try LifeStore.fact(try DisciplineStore.matter(row, from: 5), row) }
  }

  static func said(_ discipline: Discipline) -> [SQLValue] {
    [
      discipline.form.sqlValue, discipline.body.sqlValue, discipline.violated.sqlValue,
      discipline.post.sqlValue, (discipline.vote?.agreed).sqlValue, (discipline.vote?.officials).sqlValue,
      (discipline.vote?.above).sqlValue, (discipline.vote?.aboveAll).sqlValue, discipline.note.sqlValue,
    ]
  }

  static func row(_ person: ID<Person>, _ fact: Fact<DisciplineMatter>) -> [SQLValue] {
    let matter = fact.value
    let decision: [SQLValue] = [
      matter.decision.number.sqlValue, matter.decision.signed.sqlValue, matter.decision.signer.sqlValue,
      matter.decision.basis.sqlValue, matter.enteredBy.sqlValue,
    ]
    return [person.sqlValue] + said(matter.discipline) + decision + [fact.cited.sqlValue, fact.line.sqlValue]
  }
}
