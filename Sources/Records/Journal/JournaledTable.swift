import Storage

/// What a column of the record refers to.
package enum Identity: String, CaseIterable, Sendable {
  case unit, person, membership, decision, account, transfer, reorganisation
}

/// One table of the record as the journal sees it: which rows it holds, what they refer to.
package struct JournaledTable: Sendable {
  /// Its place in `all`.
  package let number: Int
  package let name: StaticString
  /// The columns after the system's own, in the order of the schema.
  package let columns: [StaticString]
  /// Which of them refer to which identity.
  package let references: [(column: StaticString, identity: Identity)]
  /// Whether rows have days and versions; identities have neither.
  package let isDated: Bool
  /// Whether its rows follow from others and are worked out, never entered.
  package let isDerived: Bool

  /// The system's columns of a dated table.
  package static let system: [StaticString] = [
    "id", "start_on", "end_on", "recorded", "superseded", "restores",
  ]

  /// All columns that never change once written, in the order in which they are written: what a digest is
  /// made of.
  var lasting: [StaticString] {
    JournaledTable.written(isDated) + columns
  }

  /// The system's columns as they are written, before the table's own.
  static func written(_ isDated: Bool) -> [StaticString] {
    isDated ? ["id", "start_on", "end_on", "recorded", "restores"] : ["id", "recorded"]
  }

  static func identity(
    _ number: Int,
    _ name: StaticString,
    _ columns: [StaticString],
    _ references: [(column: StaticString, identity: Identity)] = []
  ) -> JournaledTable {
    JournaledTable(
      number: number,
      name: name,
      columns: columns,
      references: references,
      isDated: false,
      isDerived: false
    )
  }

  static func dated(
    _ number: Int,
    _ name: StaticString,
    _ columns: [StaticString],
    _ references: [(column: StaticString, identity: Identity)],
    isDerived: Bool = false
  ) -> JournaledTable {
    JournaledTable(
      number: number,
      name: name,
      columns: columns,
      references: references,
      isDated: true,
      isDerived: isDerived
    )
  }

  static let unit = identity(0, "unit", ["code"])
  static let person = identity(1, "person", ["code"])
  static let membership = identity(2, "membership", ["person"], [("person", .person)])
  static let decision = identity(
    3,
    "decision",
    ["number", "signed_on", "issuer", "signer", "basis"],
    [("issuer", .unit)]
  )
  static let account = identity(4, "account", ["name", "display_name", "person"], [("person", .person)])

  static let unitKind = dated(5, "unit_kind", ["unit", "kind", "cited", "line"], [("unit", .unit)])
  static let unitName = dated(
    6,
    "unit_name",
    ["unit", "name", "sort_key", "search_key", "cited", "line"],
    [("unit", .unit)]
  )
  static let unitSector = dated(7, "unit_sector", ["unit", "sector", "cited", "line"], [("unit", .unit)])
  static let unitParent = dated(
    8,
    "unit_parent",
    ["unit", "parent", "cited", "line"],
    [("unit", .unit), ("parent", .unit)]
  )
  static let lineage = dated(9, "lineage", ["unit", "successor"], [("unit", .unit), ("successor", .unit)])
  static let particulars = dated(
    10,
    "particulars",
    ["person", "name", "sort_key", "search_key", "born", "sex", "ethnicity", "card", "cited", "line"],
    [("person", .person)]
  )
  static let term = dated(
    11,
    "membership_term",
    ["membership", "person", "decided_on", "official_on", "reason", "cited", "line"],
    [("membership", .membership), ("person", .person)]
  )
  static let affiliation = dated(
    12,
    "affiliation",
    ["person", "unit", "role", "cited", "line"],
    [("person", .person), ("unit", .unit)]
  )
  static let post = dated(
    13,
    "post",
    ["person", "unit", "post", "cited", "line"],
    [("person", .person), ("unit", .unit)]
  )
  static let grant = dated(
    14,
    "access_grant",
    ["account", "role", "unit"],
    [("account", .account), ("unit", .unit)]
  )
  static let ancestry = dated(
    15,
    "ancestry",
    ["unit", "ancestor", "depth"],
    [("unit", .unit), ("ancestor", .unit)],
    isDerived: true
  )
  static let roll = dated(
    16,
    "roll",
    [
      "person", "unit", "membership", "admitted_on", "official_on", "sex", "born", "ethnicity", "sort_key",
      "arrival", "reason",
    ],
    [("person", .person), ("unit", .unit), ("membership", .membership)],
    isDerived: true
  )

  static let scan = identity(
    17,
    "decision_scan",
    ["decision", "file", "name"],
    [("decision", .decision)]
  )
  static let identifier = dated(
    18,
    "identifier",
    ["person", "system", "value", "cited", "line"],
    [("person", .person)]
  )

  static let rulebookVersion = dated(
    19,
    "rulebook_version",
    ["unit", "family", "name", "body", "cited", "line"],
    [("unit", .unit)]
  )

  /// Every table of the record.
  ///
  /// Their order is the order of digests and never changes; new ones come last.
  package static let all: [JournaledTable] = [
    unit, person, membership, decision, account, unitKind, unitName, unitSector, unitParent, lineage,
    particulars, term, affiliation, post, grant, ancestry, roll, scan, identifier,
    rulebookVersion,
    transfer, transferStep,
    state, leavingCase, warning, matter, discipline, errorReport,
    residenceComment, residenceExemption,
    duesBasis, duesPayment, duesPassed, duesReason, badgeAward,
    candidacy, candidateStep, recognitionVote,
    reorganisation, reorganisationStep,
    unitMatter, unitDiscipline,
    reorganisationDraft,
    meeting, meetingItem, attendance, meetingVote, minutes, minutesAddendum, meetingScore, meetingPaper,
    meetingPermission,
    handover,
    absorbedJournal, absorbedEntry,
    resolution, resolutionSent, task, taskProgress,
    itemMatter, theme, meetingComment, meetingGuest,
    following, visitNote, visitItem, resolutionReminder,
    meetingOutput, meetingBallot, minutesTemplate,
    reviewRound, reviewMark, reviewSent, reviewStatement, reviewMatter,
    reviewSteering, reviewListing,
    modelAssessment, modelMark, workingRegulation,
  ]

  /// One more than the largest number of a table.
  static let room = (all.map(\.number).max() ?? -1) + 1

  /// The table of a number.
  static func numbered(_ number: Int) -> JournaledTable? { all.first { $0.number == number } }
}

extension Identity {
  var table: JournaledTable {
    switch self {
    case .unit: .unit
    case .person: .person
    case .membership: .membership
    case .decision: .decision
    case .account: .account
    case .transfer: .transfer
    case .reorganisation: .reorganisation
    }
  }
}
