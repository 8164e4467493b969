import Basics
import Rules
import Storage

/// A dated table as changes are told from it: whose its facts are, and how what they say is read.
struct ToldTable: Sendable {
  enum Owner: Hashable, Sendable {
    case person, unit, account
  }

  let table: JournaledTable
  let owner: Owner
  /// The columns a value is read from, after the identity, the owner and the two days.
  let values: SQL
  /// How many columns that is.
  var width = 1
  let value: @Sendable (Row) throws -> FactValue

  /// The column that says whose a fact is.
  var column: SQL {
    switch owner {
    case .person: "t.person"
    case .unit: "t.unit"
    case .account: "t.account"
    }
  }

  func subject(_ number: Int64) -> Subject {
    switch owner {
    case .person: .person(ID(number))
    case .unit: .unit(ID(number))
    case .account: .account(ID(number))
    }
  }

  /// Whether its facts can be of this subject.
  func speaks(of subject: Subject?) -> Bool {
    switch subject {
    case nil: true
    case .person: owner == .person
    case .unit: owner == .unit
    case .account: owner == .account
    }
  }

  /// Every dated table that is entered and not worked out, units before people.
  static let all: [ToldTable] =
    ofUnits + ofMeetings + ofPreparation + ofResolutions + ofReviews + ofModels
    + ofPeople

  private static let ofUnits: [ToldTable] = [
    ToldTable(table: .unitKind, owner: .unit, values: "t.kind") { .unitKind(try $0[4]) },
    ToldTable(table: .unitName, owner: .unit, values: "t.name") { .unitName(try $0[4]) },
    ToldTable(table: .unitSector, owner: .unit, values: "t.sector") { .unitSector(try $0[4]) },
    ToldTable(table: .unitParent, owner: .unit, values: "t.parent") { .unitParent(try $0[4]) },
    ToldTable(table: .rulebookVersion, owner: .unit, values: "t.name") { .rulebook(try $0[4]) },
    ToldTable(
      table: .unitMatter,
      owner: .unit,
      values: UnitDisciplineStore.matterColumns,
      width: UnitDisciplineStore.matterWidth
    ) { .unitMatter(try UnitDisciplineStore.matter($0, from: 4)) },
    ToldTable(
      table: .unitDiscipline,
      owner: .unit,
      values: UnitDisciplineStore.columns,
      width: UnitDisciplineStore.width
    ) { .unitDiscipline(try UnitDisciplineStore.discipline($0, from: 4)) },
    ToldTable(
      table: .reorganisationDraft,
      owner: .unit,
      values: DraftStore.columns,
      width: DraftStore.width
    ) { .plan(try DraftStore.draft($0, from: 4)) },
    ToldTable(
      table: .handover,
      owner: .unit,
      values: HandoverStore.columns,
      width: HandoverStore.width
    ) { .handover(try HandoverStore.item($0, from: 4)) },
    ToldTable(table: .lineage, owner: .unit, values: "t.successor") { .successor(try $0[4]) },
  ]

  private static let ofPeople: [ToldTable] = [
    ToldTable(
      table: .particulars,
      owner: .person,
      values: "t.name, t.born, t.sex, t.ethnicity, t.card",
      width: 5
    ) { row in
      .particulars(
        Particulars(
          name: try row[4],
          born: try row[5],
          sex: try row[6],
          ethnicity: try row[7],
          card: try row[8]
        )
      )
    },
    ToldTable(
      table: .term,
      owner: .person,
      values: "t.membership, t.decided_on, t.official_on, t.reason",
      width: 4
    ) { row in
      .term(Term(membership: try row[4], decided: try row[5], official: try row[6], reason: try row[7]))
    },
    ToldTable(table: .affiliation, owner: .person, values: "t.unit, t.role", width: 2) { row in
      .affiliation(Affiliation(try row[4], try row[5]))
    },
    ToldTable(table: .post, owner: .person, values: "t.unit, t.post", width: 2) { row in
      .post(Post(try row[4], try row[5]))
    },
    ToldTable(table: .identifier, owner: .person, values: "t.system, t.value", width: 2) { row in
      .identifier(Identifier(system: try row[4], value: try row[5]))
    },
    ToldTable(
      table: .transferStep,
      owner: .person,
      values: """
        t.state, t.letter, (SELECT x.kind FROM transfer x WHERE x.id = t.transfer),
        (SELECT x.source FROM transfer x WHERE x.id = t.transfer),
        (SELECT x.target FROM transfer x WHERE x.id = t.transfer),
        (SELECT x.outside FROM transfer x WHERE x.id = t.transfer)
        """,
      width: 6
    ) { row in
      .transfer(
        TransferFact(
          state: try row[4],
          letter: try row[5],
          kind: try row[6],
          source: try row[7],
          target: try row[8],
          outside: try row[9]
        )
      )
    },
    ToldTable(
      table: .state,
      owner: .person,
      values: LeavingStore.stateColumns,
      width: LeavingStore.stateWidth
    ) { .state(try LeavingStore.state($0, from: 4)) },
    ToldTable(
      table: .leavingCase,
      owner: .person,
      values: LeavingStore.caseColumns,
      width: LeavingStore.caseWidth
    ) { .leavingCase(try LeavingStore.leavingCase($0, from: 4)) },
    ToldTable(table: .warning, owner: .person, values: "t.number, t.ground, t.note", width: 3) { row in
      .warning(CellWarning(try row[4], ground: try row[5], note: try row[6]))
    },
    ToldTable(
      table: .matter,
      owner: .person,
      values: DisciplineStore.matterColumns,
      width: DisciplineStore.matterWidth
    ) { .matter(try DisciplineStore.matter($0, from: 4)) },
    ToldTable(
      table: .discipline,
      owner: .person,
      values: DisciplineStore.columns,
      width: DisciplineStore.width
    ) { .discipline(try DisciplineStore.discipline($0, from: 4)) },
    ToldTable(
      table: .errorReport,
      owner: .person,
      values: "t.topic, t.correct, t.note, t.state, t.answer",
      width: 5
    ) { .errorReport(try ErrorReportStore.report($0, from: 4)) },
    ToldTable(table: .residenceComment, owner: .person, values: "t.unit, t.year, t.state, t.number", width: 4)
    { row in
      .residenceComment(ResidenceComment(try row[4], year: try row[5], try row[6], number: try row[7]))
    },
    ToldTable(table: .residenceExemption, owner: .unit, values: "t.sector, t.ground", width: 2) { row in
      .residenceExemption(ResidenceExemption(sector: try row[4], ground: try row[5]))
    },
    ToldTable(table: .duesBasis, owner: .person, values: "t.category") { .duesBasis(try $0[4]) },
    ToldTable(table: .duesPayment, owner: .person, values: "t.unit, t.amount, t.paid_on", width: 3) { row in
      .duesPaid(try row[4], amount: try row[5], on: try row[6])
    },
    ToldTable(table: .duesReason, owner: .person, values: "t.reason") { .duesReason(try $0[4]) },
    ToldTable(table: .duesPassed, owner: .unit, values: "t.amount") { .duesPassed(try $0[4]) },
    ToldTable(table: .badgeAward, owner: .person, values: "t.years, t.number", width: 2) { row in
      .badge(BadgeAward(years: try row[4], number: try row[5]))
    },
    ToldTable(
      table: .candidacy,
      owner: .person,
      values: """
        t.candidacy, t.person, t.unit, t.source, t.schooling, t.introducer, t.second_introducer, t.resolution,
        t.earlier, t.expunged, t.outcome, t.why
        """,
      width: 12
    ) { row in .candidacy(try CandidacyStore.candidacy(row, at: 4)) },
    ToldTable(
      table: .candidateStep,
      owner: .person,
      values: """
        t.step, t.checked, t.helper, t.body, t.number, t.answered_on, t.officials, t.present, t.votes
        """,
      width: 9
    ) { row in .candidateStep(try CandidacyStore.step(row, at: 4)) },
    ToldTable(
      table: .recognitionVote,
      owner: .person,
      values: "t.person, t.unit, t.officials, t.present, t.votes",
      width: 5
    ) { row in
      .recognitionVote(
        RecognitionVote(
          person: try row[4],
          unit: try row[5],
          officials: try row[6],
          present: try row[7],
          votes: try row[8]
        )
      )
    },
    ToldTable(table: .grant, owner: .account, values: "t.role, t.unit", width: 2) { row in
      .grant(try row[4], try row[5])
    },
  ]
}
