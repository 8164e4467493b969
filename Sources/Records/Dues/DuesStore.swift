package import Basics
package import Rules
package import Storage

/// Reads on what dues stand, what was received for a month, and what was passed on.
package struct DuesStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  // MARK: One person

  /// On what a person's dues stand, in order of day.
  package func bases(
    of person: ID<Person>,
    _ knowledge: Knowledge = .now
  ) throws -> [Fact<DuesBasis>] {
    try facts("dues_basis", "t.category, t.income, t.region, t.ground", "person", person.number, knowledge) {
      DuesBasis(try $0[5], income: try $0[6], region: try $0[7], ground: try $0[8])
    }
  }

  /// What a person paid, month by month.
  package func payments(
    of person: ID<Person>,
    _ knowledge: Knowledge = .now
  ) throws -> [Fact<DuesPayment>] {
    try facts("dues_payment", "t.unit, t.amount, t.paid_on, t.channel", "person", person.number, knowledge) {
      DuesPayment(unit: try $0[5], amount: try $0[6], paid: try $0[7], channel: try $0[8])
    }
  }

  /// The good reasons recorded for months a person did not pay.
  package func reasons(
    of person: ID<Person>,
    _ knowledge: Knowledge = .now
  ) throws -> [Fact<String>] {
    try facts("dues_reason", "t.reason", "person", person.number, knowledge) { try $0[5] }
  }

  /// The states a person was in, in order of day.
  package func states(of person: ID<Person>, _ knowledge: Knowledge = .now) throws -> [Fact<StateKind>] {
    try facts("member_state", "t.state", "person", person.number, knowledge) { try $0[5] }
  }

  /// The months of a year in which a person owed dues, each with the home on its first day.
  package func homes(
    of person: ID<Person>,
    in year: Int,
    _ knowledge: Knowledge
  ) throws -> [(month: Month, unit: ID<Unit>)] {
    guard let first = CivilDate(year: year, month: 1, day: 1) else { return [] }
    let spans = try db.rows(
      """
      SELECT r.start_on, r.end_on, r.unit FROM roll r
      WHERE r.person = \(person) AND \(known("r", knowledge)) ORDER BY r.start_on
      """
    ) { row in
      (span: Span(from: try row[0], until: try row[1]) ?? .always, unit: try row[2] as ID<Unit>)
    }
    return (0..<12).compactMap { number in
      let month = Month(of: first.adding(months: number))
      return spans.first { $0.span.contains(month.start) }.map { (month, $0.unit) }
    }
  }

  /// Refuses when dues stand twice in the record for one month, or on two bases.
  func demandSound(_ person: ID<Person>) throws {
    func isTwice(_ spans: [Span]) -> Bool { zip(spans, spans.dropFirst()).contains { $0.overlaps($1) } }
    let isTwice = try [
      payments(of: person).map(\.span), reasons(of: person).map(\.span), bases(of: person).map(\.span),
    ].contains(where: isTwice)
    if isTwice { throw Refused(.month, .alreadyThere) }
  }

  private func facts<Value>(
    _ table: StaticString,
    _ columns: SQL,
    _ owner: StaticString,
    _ id: Int64,
    _ knowledge: Knowledge,
    _ value: (Row) throws -> Value
  ) throws -> [Fact<Value>] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, t.cited, t.line, \(columns) FROM \(name: table) t
      WHERE t.\(name: owner) = \(id) AND \(known("t", knowledge)) ORDER BY t.start_on, t.id
      """
    ) { row in
      guard let span = Span(from: try row[1], until: try row[2]) else {
        throw StorageError.unreadable("span")
      }
      return Fact(try value(row), span, id: try row[0], cited: try row[3], line: try row[4])
    }
  }

  // MARK: A month of a unit

  /// The stays on the roll of some branches that owe dues of a month, with their basis and payment: those at home
  /// in a unit on the month's first day, official or not.
  private func stays(in branches: SQL, _ month: Month, _ knowledge: Knowledge) -> SQL {
    let first = AsOf(month.start, knowledge)
    return """
      FROM ancestry a JOIN roll r ON r.unit = a.unit AND \(asOf("r", first))
      LEFT JOIN dues_basis b ON b.person = r.person AND \(asOf("b", first))
      LEFT JOIN dues_payment y ON y.person = r.person AND y.start_on = \(month.start) AND \(known("y", knowledge))
      WHERE \(branches) AND \(asOf("a", first))
      """
  }

  /// Whether a member of the roll is, on the month's first day, in a state in which nothing is owed.
  ///
  /// Few members are in any: they are found first, and looked up among.
  private func excused(_ rule: DuesRule, _ month: Month, _ knowledge: Knowledge) -> SQL {
    let states = rule.excusing
    guard !states.isEmpty else { return "1 = 0" }
    return """
      r.person IN (SELECT s.person FROM member_state s
        WHERE s.state IN (\(SQL.join(states.map { "\($0)" }, ", "))) AND \(asOf("s", AsOf(month.start, knowledge))))
      """
  }

  /// The sheet of a month: everybody whose home a unit itself is on its first day, in the order of the register.
  package func sheet(
    of unit: ID<Unit>,
    _ month: Month,
    _ knowledge: Knowledge,
    _ range: Range<Int>? = nil
  ) throws -> [DuesLine] {
    try lines(in: "a.unit = \(unit) AND a.ancestor = \(unit)", "1 = 1", month, knowledge, range)
  }

  /// Everybody a figure of a unit and below counts by the rule of the month, in the order of the register.
  package func lines(
    _ figure: DuesFigure,
    of unit: ID<Unit>,
    _ month: Month,
    _ rule: DuesRule,
    _ knowledge: Knowledge,
    _ range: Range<Int>? = nil
  ) throws -> [DuesLine] {
    let counted = DuesStore.condition(figure, excused(rule, month, knowledge))
    return try lines(in: "a.ancestor = \(unit)", counted, month, knowledge, range)
  }

  private func lines(
    in branch: SQL,
    _ condition: SQL,
    _ month: Month,
    _ knowledge: Knowledge,
    _ range: Range<Int>?
  ) throws -> [DuesLine] {
    let first = AsOf(month.start, knowledge)
    let stretch: SQL = range.map { "LIMIT \($0.count) OFFSET \($0.lowerBound)" } ?? ""
    let states = SQL.join(
      StateKind.allCases.map { state in
        """
        (SELECT count(*) FROM member_state s WHERE s.person = q.person AND s.state = \(state)
          AND \(asOf("s", first)))
        """
      },
      ", "
    )
    return try db.rows(
      """
      SELECT q.person,
        (SELECT p.name FROM particulars p WHERE p.person = q.person AND \(asOf("p", first)) LIMIT 1), q.unit,
        (SELECT n.name FROM unit_name n WHERE n.unit = q.unit AND \(asOf("n", first)) LIMIT 1),
        q.category, q.income, q.region, q.ground, q.payment, q.paid_in, q.amount, q.paid_on, q.channel, q.cited,
        (SELECT x.reason FROM dues_reason x WHERE x.person = q.person AND x.start_on = \(month.start)
          AND \(known("x", knowledge)) LIMIT 1), \(states)
      FROM (SELECT r.person AS person, r.unit AS unit, r.sort_key AS sort_key, b.category AS category,
          b.income AS income, b.region AS region, b.ground AS ground, y.id AS payment, y.unit AS paid_in,
          y.amount AS amount, y.paid_on AS paid_on, y.channel AS channel, y.cited AS cited
        \(stays(in: branch, month, knowledge)) AND \(condition) ORDER BY r.sort_key, r.person \(stretch)) q
      ORDER BY q.sort_key, q.person
      """
    ) { row in
      let payment: Fact<DuesPayment>? = try (row[8] as ID<FactMark>?).map { id in
        let paid = DuesPayment(unit: try row[9], amount: try row[10], paid: try row[11], channel: try row[12])
        return Fact(paid, month.span, id: id, cited: try row[13])
      }
      return DuesLine(
        person: try row[0],
        name: try (row[1] as String?) ?? "",
        unit: try row[2],
        unitName: try (row[3] as String?) ?? "",
        basis: try DuesStore.basis(row, 4),
        payment: payment,
        reason: try row[14],
        states: try StateKind.allCases.enumerated().filter { try row[15 + $0.offset] as Int > 0 }
          .map(\.element)
      )
    }
  }

  private static func basis(_ row: Row, _ place: Int, hasGround: Bool = true) throws -> DuesBasis? {
    guard let category: DuesCategory = try row[place] else { return nil }
    return DuesBasis(
      category,
      income: try row[place + 1],
      region: try row[place + 2],
      ground: hasGround ? try row[place + 3] : nil
    )
  }

  /// The rows a figure counts, of all who are on the roll.
  private static func condition(_ figure: DuesFigure, _ excused: SQL) -> SQL {
    let owes: SQL = "(b.category IS NULL OR b.category <> 'exempt') AND NOT (\(excused))"
    return switch figure {
    case .owing: owes
    case .paid: "y.id IS NOT NULL"
    case .open: "\(owes) AND y.id IS NULL"
    case .exempt: "b.category = 'exempt'"
    case .excused: "(b.category IS NULL OR b.category <> 'exempt') AND \(excused)"
    case .undeclared: "b.category IS NULL AND NOT (\(excused))"
    }
  }

  /// The sums of a month of a unit and below: those alike are reckoned once.
  package func sums(
    of unit: ID<Unit>,
    _ month: Month,
    _ rule: DuesRule,
    _ knowledge: Knowledge
  ) throws -> DuesSums {
    try sums(in: "a.ancestor = \(unit)", month, rule, knowledge)[unit] ?? DuesSums()
  }

  /// The sums of each unit directly below.
  package func sumsBelow(
    _ unit: ID<Unit>,
    _ month: Month,
    _ rule: DuesRule,
    _ knowledge: Knowledge
  ) throws -> [ID<Unit>: DuesSums] {
    let below: SQL = """
      a.ancestor IN (SELECT c.unit FROM ancestry c
        WHERE c.ancestor = \(unit) AND c.depth = 1 AND \(asOf("c", AsOf(month.start, knowledge))))
      """
    return try sums(in: below, month, rule, knowledge)
  }

  private func sums(
    in branches: SQL,
    _ month: Month,
    _ rule: DuesRule,
    _ knowledge: Knowledge
  ) throws -> [ID<Unit>: DuesSums] {
    var sums: [ID<Unit>: DuesSums] = [:]
    var amounts: [DuesBasis?: Int?] = [:]
    let excused = excused(rule, month, knowledge)
    try db.each(
      """
      SELECT g.ancestor, g.category, g.income, g.region, g.excused, count(*), count(g.payment),
        CAST(coalesce(sum(g.amount), 0) AS BIGINT)
      FROM (SELECT a.ancestor AS ancestor, b.category AS category, b.income AS income, b.region AS region,
          CASE WHEN \(excused) THEN 1 ELSE 0 END AS excused, y.id AS payment, y.amount AS amount
        \(stays(in: branches, month, knowledge))) g
      GROUP BY g.ancestor, g.category, g.income, g.region, g.excused
      """
    ) { row in
      let basis = try DuesStore.basis(row, 1, hasGround: false)
      let amount = amounts[basis] ?? rule.reckoning(basis).amount
      amounts[basis] = amount
      sums[try row[0], default: DuesSums()].add(
        basis,
        isExcused: try row[4] as Int > 0,
        amount: amount,
        people: try row[5],
        paid: try row[6],
        received: try row[7]
      )
    }
    return sums
  }

  /// What a unit and each of those directly below it passed on of a month.
  package func passed(
    by unit: ID<Unit>,
    andBelow month: Month,
    _ knowledge: Knowledge
  ) throws -> [ID<Unit>: Fact<DuesPassed>] {
    var found: [ID<Unit>: Fact<DuesPassed>] = [:]
    try db.each(
      """
      SELECT t.unit, t.id, t.amount, t.passed_on, t.cited FROM ancestry c
      JOIN dues_passed t ON t.unit = c.unit AND t.start_on = \(month.start) AND \(known("t", knowledge))
      WHERE c.ancestor = \(unit) AND c.depth <= 1 AND \(asOf("c", AsOf(month.start, knowledge)))
      """
    ) { row in
      let passed = DuesPassed(amount: try row[2], day: try row[3])
      found[try row[0]] = Fact(passed, month.span, id: try row[1], cited: try row[4])
    }
    return found
  }
}
