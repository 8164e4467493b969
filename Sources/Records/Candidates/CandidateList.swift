package import Basics
package import Rules
package import Storage

/// A candidate as a list shows them: who, of which cell, and how far they have come.
package struct CandidateLine: Sendable {
  package let number: ID<FactMark>
  package let candidacy: Candidacy
  package let since: CivilDate
  package let code: String
  package let particulars: Particulars
  package let unitName: String
  package let progress: CandidateProgress
}

/// Reads the candidates of a unit and below: two questions, however many they are.
package struct CandidateList {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// How many there are on a day.
  package func count(in unit: ID<Unit>, _ asOf: AsOf) throws -> Int {
    try db.count(
      """
      SELECT count(*) FROM ancestry a JOIN candidacy c ON c.unit = a.unit AND \(Records.asOf("c", asOf))
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf))
      """
    )
  }

  /// Everybody who is a candidate on a day, by name, with what the rules find missing.
  package func candidates(
    in unit: ID<Unit>,
    _ asOf: AsOf,
    by judges: CandidateJudges
  ) throws -> [CandidateLine] {
    let steps = try steps(in: unit, asOf)
    return try db.rows(
      """
      SELECT c.start_on, o.code, p.name, p.born, p.sex, p.ethnicity, n.name, k.kind, \(CandidacyStore.columns)
      FROM ancestry a
      JOIN candidacy c ON c.unit = a.unit AND \(Records.asOf("c", asOf))
      JOIN person o ON o.id = c.person
      JOIN particulars p ON p.person = c.person AND \(Records.asOf("p", asOf))
      JOIN unit_name n ON n.unit = c.unit AND \(Records.asOf("n", asOf))
      JOIN unit_kind k ON k.unit = c.unit AND \(Records.asOf("k", asOf))
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf))
      ORDER BY p.sort_key, c.person
      """
    ) { row in
      let candidacy = try CandidacyStore.candidacy(row, at: 8)
      let number: ID<FactMark> = try row[8]
      let since: CivilDate = try row[0]
      return CandidateLine(
        number: number,
        candidacy: candidacy,
        since: since,
        code: try row[1],
        particulars: Particulars(
          name: try row[2],
          born: try row[3],
          sex: try row[4],
          ethnicity: try row[5]
        ),
        unitName: try row[6],
        progress: CandidateProgress(
          candidacy,
          since: since,
          steps: steps[number] ?? [],
          isBaseCell: try row[7] as UnitKind == .baseCell,
          on: asOf.day,
          by: judges
        )
      )
    }
  }

  private func steps(
    in unit: ID<Unit>,
    _ asOf: AsOf
  ) throws -> [ID<FactMark>: [(day: CivilDate, step: CandidateStep)]] {
    var found: [ID<FactMark>: [(day: CivilDate, step: CandidateStep)]] = [:]
    try db.each(
      """
      SELECT s.candidacy, s.start_on, \(CandidacyStore.stepColumns)
      FROM ancestry a
      JOIN candidacy c ON c.unit = a.unit AND \(Records.asOf("c", asOf))
      JOIN candidate_step s ON s.candidacy = c.candidacy AND \(known("s", asOf.knowledge))
        AND s.start_on <= \(asOf.day)
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf))
      ORDER BY s.start_on, s.id
      """
    ) { row in
      found[try row[0], default: []].append((try row[1], try CandidacyStore.step(row, at: 2)))
    }
    return found
  }
}
