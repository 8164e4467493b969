package import Basics
package import Rules
package import Storage

/// Reads the roll of a unit and below, in the order of the register.
///
/// A page is found by one of two plans: by unit, drawing from the registers of the few units below; or by
/// name, walking the register of all until the page is full. Which is cheaper depends on the unit's size.
package struct RollStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// How a page is found.
  package enum Plan: Hashable, Sendable {
    /// Draws from the registers of these units.
    case byUnit([ID<Unit>])
    /// Walks the register of everybody.
    case byName
    /// Looks up the people with a rare word in their names.
    case byWord(SearchWord)
  }

  /// A page of the roll.
  ///
  ///
  /// `members`: how many members the unit has on the day, as far as known: it chooses the plan.
  /// `everybody`: how many stays are known in all, as far as known: it chooses the plan, too.
  /// `cursor`: where the page begins; `nil` for the first one.
  package func page(
    _ question: RollQuestion,
    members: Int,
    everybody: Int? = nil,
    from cursor: RollCursor? = nil,
    limit: Int = 50
  ) throws -> RollSlice {
    let start: (key: String, person: ID<Person>)? = try cursor.flatMap { cursor in
      let key: String? = try db.value(
        """
        SELECT r.sort_key FROM roll r WHERE r.person = \(cursor.person) AND \(asOf("r", question.asOf)) LIMIT 1
        """
      )
      return key.map { ($0, cursor.person) }
    }
    let isBackwards = start != nil && cursor?.isBackwards ?? false
    let plan = try plan(question, members: members, everybody: everybody)
    var lines = try lines(question, plan, from: start, backwards: isBackwards, limit: limit + 1)
    let hasMore = lines.count > limit
    if hasMore { lines.removeLast() }
    if isBackwards { lines.reverse() }
    let first: Int =
      if let cursor, start != nil {
        isBackwards ? max(cursor.serial - lines.count, 1) : cursor.serial + 1
      } else {
        1
      }
    return RollSlice(
      lines: lines,
      firstSerial: first,
      hasBefore: isBackwards ? hasMore : start != nil,
      hasAfter: isBackwards ? true : hasMore
    )
  }

  /// How many members a question finds.
  package func count(_ question: RollQuestion) throws -> Int {
    if let word = try rareWord(question.search) {
      return try db.count(
        """
        SELECT count(*) FROM (\(word.people)) f
        JOIN roll r ON r.person = f.person AND \(asOf("r", question.asOf))
        WHERE \(isBelow(question)) AND \(question.condition)
        """
      )
    }
    return try db.count(
      """
      SELECT count(*) FROM ancestry a JOIN roll r ON r.unit = a.unit
      WHERE a.ancestor = \(question.unit) AND \(asOf("a", question.asOf)) AND \(asOf("r", question.asOf))
        AND \(question.condition)
      """
    )
  }

  /// How many stays are known, up to 200,001: what "everybody" costs to walk.
  package func everybody() throws -> Int {
    try db.count("SELECT count(*) FROM (SELECT 1 FROM roll r WHERE \(known("r")) LIMIT 200001) f")
  }

  /// The plan a page is found by.
  package func plan(_ question: RollQuestion, members: Int, everybody: Int? = nil) throws -> Plan {
    if let word = try rareWord(question.search) { return .byWord(word) }
    let units = try unitsBelow(question)
    if question.asOf.knowledge != .now || units.count <= 64 { return .byUnit(units) }
    // By name, about (all ÷ members) rows are walked for each one found; by unit, every member is read.
    let all = try everybody ?? self.everybody()
    let walked = 50 * (all / max(members, 1))
    return members < 3 * walked ? .byUnit(units) : .byName
  }

  /// A word of a search that few people have, `nil` when every word is common.
  private func rareWord(_ search: String) throws -> SearchWord? {
    let limit = 2000
    var rarest: (word: SearchWord, count: Int)?
    for word in SearchWord.words(of: search) {
      var count = 0
      for place in word.places where count < limit {
        count += try db.count("SELECT count(*) FROM (\(place) LIMIT \(limit)) f")
      }
      if count < rarest?.count ?? limit { rarest = (word, count) }
    }
    return rarest?.word
  }

  /// The units below, the unit among them, that exist on the day.
  private func unitsBelow(_ question: RollQuestion) throws -> [ID<Unit>] {
    try db.rows(
      """
      SELECT a.unit FROM ancestry a WHERE a.ancestor = \(question.unit) AND \(asOf("a", question.asOf))
      """
    ) { try $0[0] }
  }

  private func isBelow(_ question: RollQuestion) -> SQL {
    """
    EXISTS (SELECT 1 FROM ancestry a
      WHERE a.unit = r.unit AND a.ancestor = \(question.unit) AND \(asOf("a", question.asOf)))
    """
  }

  /// The lines of a page: the people first, in the order of an index, then what is shown of each.
  ///
  /// What only a list tells (the decision, the leaving to come) is left out of them.
  private func lines(
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
      case .byWord(let word):
        found(
          """
          (\(word.people)) f JOIN roll r ON r.person = f.person
          WHERE \(isBelow(question)) AND \(wanted) \(order) LIMIT \(limit)
          """,
          asOf,
          order
        )
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
    return try named(lines, asOf)
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
      FROM ancestry a JOIN roll r ON r.unit = a.unit \(RollStore.joins(asOf))
      WHERE a.ancestor = \(question.unit) AND \(Records.asOf("a", asOf)) AND \(Records.asOf("r", asOf))
        AND \(question.condition)
      ORDER BY r.sort_key, r.person
      """
    ) { try body(try RollStore.line($0)) }
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
