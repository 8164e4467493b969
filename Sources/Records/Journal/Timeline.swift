package import Basics
package import Rules
package import Storage

/// By what something stands in the record: an entry, and the decision it carried out or the list row it
/// was taken over from.
package struct Citation: Hashable, Sendable {
  package let entry: Int64
  package let moment: Int64
  package let operation: String
  package let account: String
  package let decision: FiledDecision?
  /// The line of the list, for what was taken over.
  package let line: Int?
}

/// One version of a fact: what was known of it between two entries.
package struct Version<Value: Hashable & Sendable>: Hashable, Sendable {
  package let fact: Fact<Value>
  package let by: Citation
  /// The entry that replaced it; `nil` while it is what we know.
  package let superseded: Int64?
}

/// Every version of the facts of a person or a unit, as far as known at a moment, oldest first.
package struct Timeline {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// The versions written up to an entry: those replaced by then among them.
  private func upTo(_ knowledge: Knowledge) -> SQL {
    switch knowledge {
    case .now: "1 = 1"
    case .entry(let entry): "t.recorded <= \(entry)"
    }
  }

  private func versions<Value>(
    _ table: StaticString,
    _ columns: SQL,
    of owner: StaticString,
    _ id: Int64,
    _ knowledge: Knowledge,
    _ value: (Row) throws -> Value
  ) throws -> [Version<Value>] {
    // any knowledge: a timeline shows what was known before, too.
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, t.cited, t.line, t.recorded, t.superseded,
        e.moment, e.operation, a.display_name, d.id, d.number, d.signed_on, d.issuer, d.signer, d.basis,
        (SELECT n.name FROM unit_name n WHERE n.unit = d.issuer AND \(known("n"))
          ORDER BY n.start_on DESC LIMIT 1),
        \(columns)
      FROM \(name: table) t
      JOIN entry e ON e.seq = t.recorded
      JOIN account a ON a.id = e.account
      LEFT JOIN decision d ON d.id = e.decision
      WHERE t.\(name: owner) = \(id) AND \(upTo(knowledge))
      ORDER BY t.start_on, t.id, t.recorded
      """
    ) { row in
      guard let span = Span(from: try row[1], until: try row[2]) else {
        throw StorageError.unreadable("span")
      }
      let line: Int? = try row[4]
      let operation: String = try row[8]
      let replaced: Int64? = try row[6]
      return Version(
        fact: Fact(try value(row), span, id: try row[0], cited: try row[3], line: line),
        by: Citation(
          entry: try row[5],
          moment: try row[7],
          operation: operation,
          account: try row[9],
          decision: try Timeline.decision(row),
          line: operation == ImportLists.operation ? line : nil
        ),
        superseded: replaced.flatMap { replaced in
          if case .entry(let last) = knowledge, replaced > last { return nil }
          return replaced
        }
      )
    }
  }

  private static func decision(_ row: Row) throws -> FiledDecision? {
    guard let id: ID<Decision> = try row[10] else { return nil }
    let text = DecisionText(
      number: try row[11],
      signed: try row[12],
      issuer: try row[13],
      signer: try row[14],
      basis: try row[15]
    )
    return FiledDecision(id: id, text: text, issuerName: try row[16])
  }

  // MARK: A person

  package func particulars(_ person: ID<Person>, _ known: Knowledge) throws -> [Version<Particulars>] {
    try versions(
      "particulars",
      "t.name, t.born, t.sex, t.ethnicity, t.card",
      of: "person",
      person.number,
      known
    ) {
      Particulars(
        name: try $0[17],
        born: try $0[18],
        sex: try $0[19],
        ethnicity: try $0[20],
        card: try $0[21]
      )
    }
  }

  package func terms(_ person: ID<Person>, _ known: Knowledge) throws -> [Version<Term>] {
    try versions(
      "membership_term",
      "t.membership, t.decided_on, t.official_on, t.reason",
      of: "person",
      person.number,
      known
    ) { Term(membership: try $0[17], decided: try $0[18], official: try $0[19], reason: try $0[20]) }
  }

  package func affiliations(_ person: ID<Person>, _ known: Knowledge) throws -> [Version<Affiliation>] {
    try versions("affiliation", "t.unit, t.role", of: "person", person.number, known) {
      Affiliation(try $0[17], try $0[18])
    }
  }

  package func posts(_ person: ID<Person>, _ known: Knowledge) throws -> [Version<Post>] {
    try versions("post", "t.unit, t.post", of: "person", person.number, known) {
      Post(try $0[17], try $0[18])
    }
  }

  package func identifiers(_ person: ID<Person>, _ known: Knowledge) throws -> [Version<Identifier>] {
    try versions("identifier", "t.system, t.value", of: "person", person.number, known) {
      Identifier(system: try $0[17], value: try $0[18])
    }
  }

  package func states(_ person: ID<Person>, _ known: Knowledge) throws -> [Version<MemberState>] {
    try versions("member_state", LeavingStore.stateColumns, of: "person", person.number, known) {
      try LeavingStore.state($0, from: 17)
    }
  }

  package func leavingCases(_ person: ID<Person>, _ known: Knowledge) throws -> [Version<LeavingCase>] {
    try versions("leaving_case", LeavingStore.caseColumns, of: "person", person.number, known) {
      try LeavingStore.leavingCase($0, from: 17)
    }
  }

  package func warnings(_ person: ID<Person>, _ known: Knowledge) throws -> [Version<CellWarning>] {
    try versions("member_warning", "t.number, t.ground, t.note", of: "person", person.number, known) {
      CellWarning(try $0[17], ground: try $0[18], note: try $0[19])
    }
  }

  package func disciplines(_ person: ID<Person>, _ known: Knowledge) throws -> [Version<Discipline>] {
    try versions("discipline", DisciplineStore.columns, of: "person", person.number, known) {
      try DisciplineStore.discipline($0, from: 17)
    }
  }

  /// The steps of a person's transfers.
  package func transfers(_ person: ID<Person>, _ known: Knowledge) throws -> [Version<TransferFact>] {
    func of(_ column: StaticString) -> SQL {
      "(SELECT x.\(name: column) FROM transfer x WHERE x.id = t.transfer)"
    }
    return try versions(
      "transfer_step",
      "t.state, t.letter, \(of("kind")), \(of("source")), \(of("target")), \(of("outside"))",
      of: "person",
      person.number,
      known
    ) {
      TransferFact(
        state: try $0[17],
        letter: try $0[18],
        kind: try $0[19],
        source: try $0[20],
        target: try $0[21],
        outside: try $0[22]
      )
    }
  }

  package func candidacies(_ person: ID<Person>, _ known: Knowledge) throws -> [Version<Candidacy>] {
    try versions(
      "candidacy",
      """
      t.candidacy, t.person, t.unit, t.source, t.schooling, t.introducer, t.second_introducer, t.resolution,
      t.earlier, t.expunged, t.outcome, t.why
      """,
      of: "person",
      person.number,
      known
    ) { try CandidacyStore.candidacy($0, at: 17) }
  }

  package func candidateSteps(_ person: ID<Person>, _ known: Knowledge) throws -> [Version<CandidateStep>] {
    try versions(
      "candidate_step",
      "t.step, t.checked, t.helper, t.body, t.number, t.answered_on, t.officials, t.present, t.votes",
      of: "person",
      person.number,
      known
    ) { try CandidacyStore.step($0, at: 17) }
  }

  package func recognitionVotes(_ person: ID<Person>, _ known: Knowledge) throws -> [Version<RecognitionVote>]
  {
    try versions(
      "recognition_vote",
      "t.person, t.unit, t.officials, t.present, t.votes",
      of: "person",
      person.number,
      known
    ) {
      RecognitionVote(
        person: try $0[17],
        unit: try $0[18],
        officials: try $0[19],
        present: try $0[20],
        votes: try $0[21]
      )
    }
  }

  package func badges(_ person: ID<Person>, _ known: Knowledge) throws -> [Version<BadgeAward>] {
    try versions("badge_award", "t.years, t.number", of: "person", person.number, known) {
      BadgeAward(years: try $0[17], number: try $0[18])
    }
  }

  // MARK: A unit

  package func names(_ unit: ID<Unit>, _ known: Knowledge) throws -> [Version<String>] {
    try versions("unit_name", "t.name", of: "unit", unit.number, known) { try $0[17] }
  }

  package func kinds(_ unit: ID<Unit>, _ known: Knowledge) throws -> [Version<UnitKind>] {
    try versions("unit_kind", "t.kind", of: "unit", unit.number, known) { try $0[17] }
  }

  package func sectors(_ unit: ID<Unit>, _ known: Knowledge) throws -> [Version<Sector>] {
    try versions("unit_sector", "t.sector", of: "unit", unit.number, known) { try $0[17] }
  }

  package func disciplines(of unit: ID<Unit>, _ known: Knowledge) throws -> [Version<UnitDiscipline>] {
    try versions("unit_discipline", UnitDisciplineStore.columns, of: "unit", unit.number, known) {
      try UnitDisciplineStore.discipline($0, from: 17)
    }
  }

  package func parents(_ unit: ID<Unit>, _ known: Knowledge) throws -> [Version<ID<Unit>>] {
    try versions("unit_parent", "t.parent", of: "unit", unit.number, known) { try $0[17] }
  }

  /// The posts of a unit, and whose they were.
  package func holders(_ unit: ID<Unit>, _ known: Knowledge) throws -> [Version<Holding>] {
    try versions("post", "t.person, t.post", of: "unit", unit.number, known) {
      Holding(person: try $0[17], post: try $0[18])
    }
  }
}

/// A post of a unit, seen from the unit: who holds it.
package struct Holding: Hashable, Sendable {
  package let person: ID<Person>
  package let post: String
}
