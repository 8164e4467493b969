package import Basics
package import Rules
import Storage

// What a page of the roll, and a list made of it, tells of each member.
extension RollStore {
  /// The lines of a page: the people first, in the order of an index, then what is shown of each.
  ///
  /// What only a list tells (the decision, the leaving to come) is left out of them.
  func lines(
    _ question: RollQuestion,
    _ plan: Plan,
    from start: (key: String, person: ID<Person>)?,
    backwards: Bool,
    limit: Int
  ) throws -> [RollLine] {
    let asOf = question.asOf
    let order: SQL = backwards ? "ORDER BY r.sort_key DESC, r.person DESC" : "ORDER BY r.sort_key, r.person"
    let beyond: SQL =
      start.map { start in
        backwards
          ? " AND (r.sort_key, r.person) < (\(start.key), \(start.person))"
          : " AND (r.sort_key, r.person) > (\(start.key), \(start.person))"
      } ?? ""
    let narrow: SQL = question.isNarrow ? " AND \(question.condition)" : ""
    let wanted: SQL = "\(Records.asOf("r", asOf))\(beyond)\(narrow)"
    let source: SQL =
      switch plan {
      case .byUnit(let units) where units.count == 1:
        // The first day is denied rather than asked for, so that the register gives the order, not the days.
        """
        roll r
        LEFT JOIN person o ON o.id = r.person
        LEFT JOIN particulars p ON p.person = r.person AND \(Records.asOf("p", asOf))
        WHERE r.unit = \(units[0]) AND \(known("r", asOf.knowledge)) AND NOT r.start_on > \(asOf.day)
          AND (r.end_on IS NULL OR r.end_on > \(asOf.day))\(beyond)\(narrow) \(order) LIMIT \(limit)
        """
      case .byUnit:
        found(
          """
          ancestry a JOIN roll r ON r.unit = a.unit
          WHERE a.ancestor = \(question.unit) AND \(Records.asOf("a", asOf)) AND \(wanted) \(order) LIMIT \(limit)
          """,
          asOf,
          order
        )
      case .byWord(let word): found(among(word.people, question, wanted, order, limit), asOf, order)
      case .among:
        found(among(candidates(question) ?? "SELECT 0", question, wanted, order, limit), asOf, order)
      case .byName:
        found("roll r WHERE \(wanted) AND \(isBelow(question)) \(order) LIMIT \(limit)", asOf, order)
      }
    let lines = try db.rows(
      """
      SELECT r.person, o.code, p.name, r.born, r.sex, r.ethnicity, p.card, r.unit,
        (SELECT h.post FROM post h WHERE h.person = r.person AND \(Records.asOf("h", asOf))
          ORDER BY h.start_on DESC LIMIT 1),
        r.admitted_on, r.official_on
      FROM \(source)
      """,
      RollStore.pageLine
    )
    return try stated(try tied(try named(lines, asOf), question), asOf)
  }

  private func among(
    _ few: SQL,
    _ question: RollQuestion,
    _ wanted: SQL,
    _ order: SQL,
    _ limit: Int
  ) -> SQL {
    """
    (\(few)) f JOIN roll r ON r.person = f.person
    WHERE \(isBelow(question)) AND \(wanted) \(order) LIMIT \(limit)
    """
  }

  /// The stays of the few people a page begins with.
  ///
  /// Left joins, which no engine turns round: the whole roll is never read for them.
  private func found(_ people: SQL, _ asOf: AsOf, _ order: SQL) -> SQL {
    """
    (SELECT r.person AS person FROM \(people)) s
    LEFT JOIN roll r ON r.person = s.person AND \(Records.asOf("r", asOf))
    LEFT JOIN person o ON o.id = s.person
    LEFT JOIN particulars p ON p.person = s.person AND \(Records.asOf("p", asOf))
    \(order)
    """
  }

  /// The lines with the names of their units: asked once for each unit, not for each line.
  private func named(_ lines: [RollLine], _ asOf: AsOf) throws -> [RollLine] {
    let units = Set(lines.map(\.unit)).sorted()
    guard !units.isEmpty else { return [] }
    var names: [ID<Unit>: String] = [:]
    let list = SQL.join(units.map { "\($0)" }, ", ")
    try db.each(
      "SELECT n.unit, n.name FROM unit_name n WHERE n.unit IN (\(list)) AND \(Records.asOf("n", asOf))"
    ) { row in names[try row[0]] = try row[1] }
    return lines.map { line in
      var line = line
      line.unitName = names[line.unit] ?? ""
      return line
    }
  }

  /// The lines with the units in which another tie than the home was found, where one was asked for.
  private func tied(_ lines: [RollLine], _ question: RollQuestion) throws -> [RollLine] {
    guard let role = question.role, !lines.isEmpty else { return lines }
    var ties: [ID<Person>: [String]] = [:]
    let list = SQL.join(lines.map { "\($0.person)" }, ", ")
    try db.each(
      """
      SELECT c.person, n.name FROM affiliation c
      JOIN ancestry b ON b.unit = c.unit AND b.ancestor = \(question.unit) AND \(asOf("b", question.asOf))
      JOIN unit_name n ON n.unit = c.unit AND \(asOf("n", question.asOf))
      WHERE c.person IN (\(list)) AND c.role = \(role) AND \(asOf("c", question.asOf)) ORDER BY c.start_on, c.id
      """
    ) { row in ties[try row[0], default: []].append(try row[1]) }
    return lines.map { line in
      var line = line
      line.ties = ties[line.person] ?? []
      return line
    }
  }

  /// The lines with who is excused or suspended on the day; a suspension is told before an exemption.
  private func stated(_ lines: [RollLine], _ asOf: AsOf) throws -> [RollLine] {
    guard !lines.isEmpty else { return lines }
    var states: [ID<Person>: StateKind] = [:]
    let list = SQL.join(lines.map { "\($0.person)" }, ", ")
    try db.each(
      """
      SELECT s.person, s.state FROM member_state s
      WHERE s.person IN (\(list)) AND \(Records.asOf("s", asOf)) ORDER BY s.state
      """
    ) { row in states[try row[0]] = try row[1] }
    if states.isEmpty { return lines }
    return lines.map { line in
      var line = line
      line.state = states[line.person]
      return line
    }
  }

  private static func pageLine(_ row: Row) throws -> RollLine {
    RollLine(
      person: try row[0],
      code: try row[1],
      name: try row[2],
      born: try row[3],
      sex: try row[4],
      ethnicity: try row[5],
      card: try row[6],
      unit: try row[7],
      unitName: "",
      post: try row[8],
      decided: nil,
      admitted: try row[9],
      official: try row[10],
      left: nil,
      reason: nil,
      cited: nil
    )
  }

  /// Every line of a roll, in the order of the register, one after the other.
  package func eachLine(_ question: RollQuestion, _ body: (RollLine) throws -> Void) throws {
    let asOf = question.asOf
    try db.each(
      """
      \(RollStore.columns(asOf))
      FROM \(everyone(question)) \(RollStore.joins(asOf))
      WHERE \(Records.asOf("r", asOf)) AND \(question.condition)
      ORDER BY r.sort_key, r.person
      """
    ) { try body(try RollStore.line($0)) }
  }

  /// Whom a list names one by one; `nil` when it holds everybody at home, or too many to be told singly.
  package func named(_ question: RollQuestion, limit: Int = 5000) throws -> [ID<Person>]? {
    guard question.isNarrow else { return nil }
    let people: [ID<Person>] = try db.rows(
      """
      SELECT r.person FROM \(everyone(question))
      WHERE \(Records.asOf("r", question.asOf)) AND \(question.condition) ORDER BY r.person LIMIT \(limit + 1)
      """
    ) { try $0[0] }
    return people.count > limit && question.role == nil ? nil : people
  }

  /// Of some units those that stand on a day under one of others: whose people may be opened.
  package func standing(_ units: [ID<Unit>], under others: [ID<Unit>], _ asOf: AsOf) throws -> Set<ID<Unit>> {
    guard !units.isEmpty, !others.isEmpty else { return [] }
    let list = SQL.join(units.map { "\($0)" }, ", ")
    let above = SQL.join(others.map { "\($0)" }, ", ")
    return Set(
      try db.rows(
        """
        SELECT DISTINCT a.unit FROM ancestry a
        WHERE a.unit IN (\(list)) AND a.ancestor IN (\(above)) AND \(Records.asOf("a", asOf))
        """
      ) { try $0[0] }
    )
  }

  /// All at home in the unit and below; or those tied to it otherwise.
  private func everyone(_ question: RollQuestion) -> SQL {
    if question.role != nil, let few = candidates(question) {
      return "(\(few)) f JOIN roll r ON r.person = f.person"
    }
    return """
      ancestry a JOIN roll r ON r.unit = a.unit AND a.ancestor = \(question.unit) AND \(Records.asOf("a", question.asOf))
      """
  }

  private static func columns(_ asOf: AsOf) -> SQL {
    """
    SELECT r.person, o.code, p.name, p.born, p.sex, p.ethnicity, p.card, r.unit, n.name,
      (SELECT h.post FROM post h WHERE h.person = r.person AND \(Records.asOf("h", asOf))
        ORDER BY h.start_on DESC LIMIT 1),
      t.decided_on, r.admitted_on, r.official_on, t.end_on, t.reason, t.cited
    """
  }

  private static func joins(_ asOf: AsOf) -> SQL {
    """
    JOIN person o ON o.id = r.person
    JOIN particulars p ON p.person = r.person AND \(Records.asOf("p", asOf))
    JOIN unit_name n ON n.unit = r.unit AND \(Records.asOf("n", asOf))
    JOIN membership_term t ON t.person = r.person AND \(Records.asOf("t", asOf))
    """
  }

  private static func line(_ row: Row) throws -> RollLine {
    RollLine(
      person: try row[0],
      code: try row[1],
      name: try row[2],
      born: try row[3],
      sex: try row[4],
      ethnicity: try row[5],
      card: try row[6],
      unit: try row[7],
      unitName: try row[8],
      post: try row[9],
      decided: try row[10],
      admitted: try row[11],
      official: try row[12],
      left: try row[13],
      reason: try row[14],
      cited: try row[15]
    )
  }
}
