package import Basics
package import Rules
package import Storage

/// Somebody who became a candidate or a member in a period, with what reports tell them apart by.
package struct Recruit: Hashable, Sendable {
  package let person: ID<Person>
  package let name: String
  package let unitName: String
  /// The day it happened.
  package let day: CivilDate
  package let sex: Sex?
  package let born: LooseDate?
  package let ethnicity: String?
  /// Where they come from; not known of those admitted without a candidacy in the record.
  package let source: RecruitSource?
}

/// Which of the two a report counts.
package enum RecruitList: String, Hashable, Sendable, CaseIterable {
  /// Taken up as candidates in the period.
  case begun
  /// Admitted in the period: the figure `members.admitted`.
  case admitted
}

/// Reads who became a candidate and who was admitted in a period, in the unit they were of on that day.
package struct RecruitStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  package func recruits(
    _ list: RecruitList,
    of unit: ID<Unit>,
    _ period: Period,
    _ knowledge: Knowledge
  ) throws -> [Recruit] {
    let rows: SQL =
      switch list {
      case .begun:
        """
        SELECT c.person, p.name, n.name, c.start_on, p.sex, p.born, p.ethnicity, c.source, p.sort_key
        FROM ancestry a JOIN candidacy c ON c.unit = a.unit AND \(known("c", knowledge))
          AND c.start_on >= \(period.from) AND c.start_on < \(period.until)
          AND a.start_on <= c.start_on AND (a.end_on IS NULL OR a.end_on > c.start_on)
          AND NOT EXISTS (SELECT 1 FROM candidacy e WHERE e.candidacy = c.candidacy AND e.start_on < c.start_on
            AND \(known("e", knowledge)))
        \(names("c", knowledge))
        WHERE a.ancestor = \(unit) AND \(known("a", knowledge))
        """
      case .admitted:
        """
        SELECT r.person, p.name, n.name, r.start_on, p.sex, p.born, p.ethnicity, c.source, p.sort_key
        FROM ancestry a JOIN roll r ON r.unit = a.unit AND \(known("r", knowledge))
          AND r.start_on >= \(period.from) AND r.start_on < \(period.until)
          AND r.arrival IN ('admitted', 'readmitted')
          AND a.start_on <= r.start_on AND (a.end_on IS NULL OR a.end_on > r.start_on)
        \(names("r", knowledge))
        LEFT JOIN candidacy c ON c.person = r.person AND c.outcome = 'admitted' AND c.end_on = r.start_on
          AND \(known("c", knowledge))
        WHERE a.ancestor = \(unit) AND \(known("a", knowledge))
        """
      }
    return try db.rows("\(rows) ORDER BY 4, 9, 1") { row in
      Recruit(
        person: try row[0],
        name: try row[1],
        unitName: try row[2],
        day: try row[3],
        sex: try row[4],
        born: try row[5],
        ethnicity: try row[6],
        source: try row[7]
      )
    }
  }

  /// The name of the person and of the unit on the day the row begins.
  private func names(_ row: StaticString, _ knowledge: Knowledge) -> SQL {
    """
    JOIN particulars p ON p.person = \(name: row).person AND \(known("p", knowledge))
      AND p.start_on <= \(name: row).start_on AND (p.end_on IS NULL OR p.end_on > \(name: row).start_on)
    JOIN unit_name n ON n.unit = \(name: row).unit AND \(known("n", knowledge))
      AND n.start_on <= \(name: row).start_on AND (n.end_on IS NULL OR n.end_on > \(name: row).start_on)
    """
  }
}
