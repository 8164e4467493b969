package import Basics
package import Rules
package import Storage

/// A badge that was awarded: of how many years, and its number.
package struct BadgeAward: Hashable, Sendable {
  package var years: Int
  package var number: String?

  package init(years: Int, number: String? = nil) {
    self.years = years
    self.number = number
  }
}

/// Somebody who reaches a badge on a day of award.
package struct BadgeCandidate: Hashable, Sendable {
  package let person: ID<Person>
  package let name: String
  package let code: String
  package let born: LooseDate?
  package let sex: Sex?
  package let unit: ID<Unit>
  package let unitName: String
  /// The day of the decision to admit, from which years are counted.
  package let decided: CivilDate
  package let official: CivilDate
  package let badge: Badge
  /// Whether there was an earlier membership, which the count leaves out.
  package let wasReadmitted: Bool
  /// The award, when it is recorded.
  package let award: Fact<BadgeAward>?
}

/// How many reach a badge on a day of award.
package struct BadgeCount: Hashable, Sendable {
  package let day: CivilDate
  package let badge: Badge
  package let count: Int
}

/// Finds who reaches which badge, by the days of decision that the bands of the rule leave.
package struct BadgeStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// From how many members on a unit is large: there the days of decision are walked, in a smaller one its register.
  package static let large = 2_000

  /// The official members of a branch whose decision lies in some days: FROM and WHERE, the membership as `t`.
  private func members(
    of unit: ID<Unit>,
    _ asOf: AsOf,
    isLarge: Bool,
    decided days: (after: CivilDate, upTo: CivilDate),
    with joins: SQL = ""
  ) -> SQL {
    // any knowledge: the tables alone, in the order in which they are gone through; what is known is asked below.
    let walked: SQL = "membership_term t CROSS JOIN roll r CROSS JOIN ancestry a"
    // any knowledge: the same the other way round.
    let drawn: SQL = "ancestry a CROSS JOIN roll r CROSS JOIN membership_term t"
    return """
      FROM \(isLarge ? walked : drawn) \(joins)
      WHERE r.person = t.person AND \(Records.asOf("r", asOf))
        AND a.unit = r.unit AND a.ancestor = \(unit) AND \(Records.asOf("a", asOf))
        AND t.decided_on > \(days.after) AND t.decided_on <= \(days.upTo) AND \(Records.asOf("t", asOf))
        AND t.official_on <= \(asOf.day)
      """
  }

  /// Who reaches a badge on a day of award in a unit and below, the higher badges first, then by the register.
  ///
  /// `asOf`: the day whose roll is read, no later than the award. `members`: how many the unit has, as far as known.
  package func candidates(
    of unit: ID<Unit>,
    _ rule: BadgeRule,
    _ asOf: AsOf,
    members count: Int,
    badge years: Int? = nil
  ) throws -> [BadgeCandidate] {
    let suspended = rule.leavesOut ? try SuspendedMembers(db: db).spans(asOf.knowledge) : [:]
    return try rule.badges.reversed().filter { years == nil || $0.years == years }.flatMap { badge in
      let days = rule.decisions(for: badge)
      let found = try candidates(of: unit, badge, asOf, isLarge: count >= BadgeStore.large, decided: days)
      guard !suspended.isEmpty else { return found }
      // Of those who were suspended the day of decision alone does not tell.
      let all = try candidates(
        of: unit,
        badge,
        asOf,
        isLarge: true,
        decided: (.earliest, days.upTo),
        only: suspended.keys.sorted()
      )
      let late = all.filter { candidate in
        rule.newly(by: candidate.decided, suspended: suspended[candidate.person] ?? [])?.years == badge.years
      }
      return found.filter { suspended[$0.person] == nil } + late
    }
  }

  /// The official members of a branch decided on within some days, with the award of a badge where it is recorded;
  /// of a few people, when they are named.
  private func candidates(
    of unit: ID<Unit>,
    _ badge: Badge,
    _ asOf: AsOf,
    isLarge: Bool,
    decided days: (after: CivilDate, upTo: CivilDate),
    only people: [ID<Person>]? = nil
  ) throws -> [BadgeCandidate] {
    let some: SQL = people.map { " AND t.person IN (\(SQL.join($0.map { "\($0)" }, ", ")))" } ?? ""
    let joins: SQL = """
      JOIN person o ON o.id = t.person
      JOIN particulars p ON p.person = t.person AND \(Records.asOf("p", asOf))
      LEFT JOIN badge_award w ON w.person = t.person AND w.years = \(badge.years)
        AND \(known("w", asOf.knowledge))
      """
    return try db.rows(
      """
      SELECT t.person, p.name, o.code, p.born, p.sex, r.unit,
        (SELECT n.name FROM unit_name n WHERE n.unit = r.unit AND \(Records.asOf("n", asOf)) LIMIT 1),
        t.decided_on, t.official_on,
        (SELECT count(*) FROM membership_term e WHERE e.person = t.person AND e.start_on < t.start_on
          AND \(known("e", asOf.knowledge))),
        w.id, w.start_on, w.number, w.cited
      \(members(of: unit, asOf, isLarge: isLarge, decided: days, with: joins))\(some)
      ORDER BY r.sort_key, t.person
      """
    ) { row in
      let award: Fact<BadgeAward>? = try (row[10] as ID<FactMark>?).map { id in
        let value = BadgeAward(years: badge.years, number: try row[12])
        return Fact(value, Span(open: try row[11]), id: id, cited: try row[13])
      }
      return BadgeCandidate(
        person: try row[0],
        name: try row[1],
        code: try row[2],
        born: try row[3],
        sex: try row[4],
        unit: try row[5],
        unitName: try (row[6] as String?) ?? "",
        decided: try row[7],
        official: try row[8],
        badge: badge,
        wasReadmitted: try row[9] as Int > 0,
        award: award
      )
    }
  }

  /// How many reach each badge on each of some days of award.
  package func counts(
    of unit: ID<Unit>,
    _ rules: [BadgeRule],
    _ asOf: AsOf,
    members count: Int
  ) throws -> [BadgeCount] {
    let isLarge = count >= BadgeStore.large
    var wanted: [(day: CivilDate, badge: Badge, after: CivilDate, upTo: CivilDate)] = []
    for rule in rules {
      for badge in rule.badges {
        let days = rule.decisions(for: badge)
        wanted.append((rule.day, badge, days.after, days.upTo))
      }
    }
    // The awards follow each other, so the days of one badge are one run: a question for each.
    var byDecision: [CivilDate: Int] = [:]
    for (_, same) in Dictionary(grouping: wanted, by: \.badge.years).sorted(by: { $0.key < $1.key }) {
      guard let after = same.map(\.after).min(), let upTo = same.map(\.upTo).max() else { continue }
      try db.each(
        """
        SELECT t.decided_on, count(*) \(members(of: unit, asOf, isLarge: isLarge, decided: (after, upTo))) GROUP BY t.decided_on
        """
      ) { row in byDecision[try row[0]] = try row[1] }
    }
    let late = try suspendedCounts(of: unit, rules, asOf, &byDecision)
    return wanted.map { one in
      let count = byDecision.reduce(0) { sum, decision in
        decision.key > one.after && decision.key <= one.upTo ? sum + decision.value : sum
      }
      let more = late[one.day]?[one.badge.years] ?? 0
      return BadgeCount(day: one.day, badge: one.badge, count: count + more)
    }
  }

  /// Where the rule leaves days suspended out: those who were suspended, person by person, taken out of the days of
  /// decision and counted where they belong, by award and badge.
  private func suspendedCounts(
    of unit: ID<Unit>,
    _ rules: [BadgeRule],
    _ asOf: AsOf,
    _ byDecision: inout [CivilDate: Int]
  ) throws -> [CivilDate: [Int: Int]] {
    guard rules.contains(where: \.leavesOut) else { return [:] }
    let suspended = try SuspendedMembers(db: db).spans(asOf.knowledge)
    guard !suspended.isEmpty else { return [:] }
    let list = SQL.join(suspended.keys.sorted().map { "\($0)" }, ", ")
    let decided = try db.rows(
      """
      SELECT t.person, t.decided_on
      \(members(of: unit, asOf, isLarge: true, decided: (.earliest, asOf.day))) AND t.person IN (\(list))
      """
    ) { row in (person: try row[0] as ID<Person>, day: try row[1] as CivilDate) }
    var late: [CivilDate: [Int: Int]] = [:]
    for (person, day) in decided {
      if let count = byDecision[day] { byDecision[day] = count - 1 }
      for rule in rules {
        guard let badge = rule.newly(by: day, suspended: suspended[person] ?? []) else { continue }
        late[rule.day, default: [:]][badge.years, default: 0] += 1
      }
    }
    return late
  }

  /// Refuses when somebody has one badge twice.
  func demandSound(_ person: ID<Person>) throws {
    let years = try awards(of: person).map(\.value.years)
    if Set(years).count < years.count { throw Refused(.badge, .alreadyThere) }
  }

  /// The badges a person was awarded.
  package func awards(of person: ID<Person>, _ knowledge: Knowledge = .now) throws -> [Fact<BadgeAward>] {
    try db.rows(
      """
      SELECT w.id, w.start_on, w.end_on, w.cited, w.line, w.years, w.number FROM badge_award w
      WHERE w.person = \(person) AND \(known("w", knowledge)) ORDER BY w.start_on, w.id
      """
    ) { row in
      guard let span = Span(from: try row[1], until: try row[2]) else {
        throw StorageError.unreadable("span")
      }
      let value = BadgeAward(years: try row[5], number: try row[6])
      return Fact(value, span, id: try row[0], cited: try row[3], line: try row[4])
    }
  }
}
