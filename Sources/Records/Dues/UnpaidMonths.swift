package import Basics
package import Rules
package import Storage

/// Somebody whose unpaid months of a year are for the cell to consider.
package struct UnpaidMember: Hashable, Sendable {
  package let person: ID<Person>
  package let name: String
  package let unit: ID<Unit>
  package let unitName: String
  package var months: [Month]
}

/// Finds months of a year without dues and without a good reason.
///
/// A month counts once its cell has received dues of somebody for it, so that a month nobody has entered
/// yet puts nobody on a list.
package struct UnpaidMonths {
  package let db: any Connection
  /// The regulations that say who owes nothing for a month.
  private let library: RulebookLibrary

  package init(db: any Connection, by library: RulebookLibrary) {
    self.db = db
    self.library = library
  }

  /// The unpaid months of each person of some, of those months that are over.
  private func unpaid(_ people: SQL, _ months: [Month], _ knowledge: Knowledge) -> SQL {
    let list: SQL = SQL.join(
      months.map { month in
        let excusing = DuesRule(library, for: month).excusing
        let (suspended, exempt) = (excusing.contains(.suspended) ? 1 : 0, excusing.contains(.exempt) ? 1 : 0)
        return """
          SELECT \(month.start) AS first_day, CAST(\(suspended) AS BIGINT) AS suspended,
            CAST(\(exempt) AS BIGINT) AS exempt
          """
      },
      " UNION ALL "
    )
    return """
      SELECT q.person AS person, m.first_day AS first_day FROM (\(people)) q CROSS JOIN (\(list)) m
      JOIN roll r ON r.person = q.person AND \(known("r", knowledge)) AND r.start_on <= m.first_day
        AND (r.end_on IS NULL OR r.end_on > m.first_day)
      WHERE EXISTS (SELECT 1 FROM dues_payment k WHERE k.unit = r.unit AND k.start_on = m.first_day
          AND \(known("k", knowledge)))
        AND NOT EXISTS (SELECT 1 FROM dues_payment y WHERE y.person = q.person AND y.start_on = m.first_day
          AND \(known("y", knowledge)))
        AND NOT EXISTS (SELECT 1 FROM dues_reason x WHERE x.person = q.person AND x.start_on = m.first_day
          AND \(known("x", knowledge)))
        AND NOT EXISTS (SELECT 1 FROM dues_basis b WHERE b.person = q.person AND b.category = 'exempt'
          AND \(known("b", knowledge)) AND b.start_on <= m.first_day
          AND (b.end_on IS NULL OR b.end_on > m.first_day))
        AND NOT EXISTS (SELECT 1 FROM member_state s WHERE s.person = q.person AND \(known("s", knowledge))
          AND s.start_on <= m.first_day AND (s.end_on IS NULL OR s.end_on > m.first_day)
          AND (s.state = 'suspended' AND m.suspended = 1 OR s.state = 'exempt' AND m.exempt = 1))
      """
  }

  /// The unpaid months of one person.
  package func months(of person: ID<Person>, among months: [Month], _ knowledge: Knowledge) throws -> [Month]
  {
    guard !months.isEmpty else { return [] }
    let one: SQL = "SELECT o.id AS person FROM person o WHERE o.id = \(person)"
    return try db.rows("\(unpaid(one, months, knowledge)) ORDER BY m.first_day") {
      Month(of: try $0[1] as CivilDate)
    }
  }

  /// Those at home in a unit or below on a day who left at least so many of some months unpaid.
  ///
  /// Only who paid too few of the months at all is looked at month by month.
  package func people(
    of unit: ID<Unit>,
    _ asOf: AsOf,
    among months: [Month],
    atLeast fewest: Int
  ) throws -> [UnpaidMember] {
    guard months.count >= fewest, let first = months.first, let last = months.last else { return [] }
    let here: SQL = """
      SELECT h.person AS person FROM ancestry a JOIN roll h ON h.unit = a.unit AND \(Records.asOf("h", asOf))
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf)) AND (
        SELECT count(*) FROM dues_payment z WHERE z.person = h.person AND z.start_on >= \(first.start)
          AND z.start_on <= \(last.start) AND \(known("z", asOf.knowledge))) <= \(months.count - fewest)
      """
    let unpaid = unpaid(here, months, asOf.knowledge)
    var found: [UnpaidMember] = []
    try db.each(
      """
      SELECT u.person, u.first_day, h.unit,
        (SELECT p.name FROM particulars p WHERE p.person = u.person AND \(Records.asOf("p", asOf)) LIMIT 1),
        (SELECT n.name FROM unit_name n WHERE n.unit = h.unit AND \(Records.asOf("n", asOf)) LIMIT 1)
      FROM (\(unpaid)) u JOIN roll h ON h.person = u.person AND \(Records.asOf("h", asOf))
      ORDER BY h.sort_key, u.person, u.first_day
      """
    ) { row in
      let month = Month(of: try row[1] as CivilDate)
      let person: ID<Person> = try row[0]
      if found.last?.person == person {
        found[found.count - 1].months.append(month)
      } else {
        found.append(
          UnpaidMember(
            person: person,
            name: try (row[3] as String?) ?? "",
            unit: try row[2],
            unitName: try (row[4] as String?) ?? "",
            months: [month]
          )
        )
      }
    }
    return found.filter { $0.months.count >= fewest }
  }
}
