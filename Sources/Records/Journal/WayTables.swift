/// The tables of a member's way: before admission, transfers, states, dues, leaving.
extension JournaledTable {
  static let transfer = identity(
    20,
    "transfer",
    [
      "person", "source", "target", "outside", "kind", "event", "happened_on", "until_on", "asked_on",
      "asker",
      "note",
    ],
    [("person", .person), ("source", .unit), ("target", .unit)]
  )
  static let transferStep = dated(
    21,
    "transfer_step",
    ["transfer", "person", "state", "letter", "sent_on", "presented_on", "reason", "cited", "line"],
    [("transfer", .transfer), ("person", .person)]
  )
  static let state = dated(
    22,
    "member_state",
    ["person", "state", "extent", "ground", "asked_on", "body", "cited", "line"],
    [("person", .person), ("body", .unit)]
  )
  static let leavingCase = dated(
    23,
    "leaving_case",
    [
      "person", "reason", "ground", "occurred_on", "note", "heard_on", "heard", "voted_on", "agreed",
      "officials",
      "ended_on", "outcome", "why", "cited", "line",
    ],
    [("person", .person)]
  )
  static let warning = dated(
    24,
    "member_warning",
    ["person", "number", "ground", "note", "cited", "line"],
    [("person", .person)]
  )
  static let matter = dated(
    25,
    "discipline_matter",
    [
      "person", "form", "body", "violated_on", "post", "agreed", "officials", "above", "above_all", "note",
      "number", "signed_on", "signer", "basis", "entered_by", "cited", "line",
    ],
    [("person", .person), ("body", .unit), ("entered_by", .account)]
  )
  static let discipline = dated(
    26,
    "discipline",
    [
      "person", "form", "body", "violated_on", "post", "agreed", "officials", "above", "above_all", "note",
      "entered_by", "confirmed_by", "cited", "line",
    ],
    [("person", .person), ("body", .unit), ("entered_by", .account), ("confirmed_by", .account)]
  )
  static let errorReport = dated(
    27,
    "error_report",
    ["person", "topic", "correct", "note", "state", "answer", "cited", "line"],
    [("person", .person)]
  )

  static let residenceComment = dated(
    28,
    "residence_comment",
    ["person", "unit", "year", "state", "number", "cited", "line"],
    [("person", .person), ("unit", .unit)]
  )
  static let residenceExemption = dated(
    29,
    "residence_exemption",
    ["unit", "sector", "ground", "cited", "line"],
    [("unit", .unit)]
  )
  static let duesBasis = dated(
    30,
    "dues_basis",
    ["person", "category", "income", "region", "ground", "cited", "line"],
    [("person", .person)]
  )
  static let duesPayment = dated(
    31,
    "dues_payment",
    ["person", "unit", "amount", "paid_on", "channel", "cited", "line"],
    [("person", .person), ("unit", .unit)]
  )
  static let duesPassed = dated(
    32,
    "dues_passed",
    ["unit", "amount", "passed_on", "cited", "line"],
    [("unit", .unit)]
  )
  static let duesReason = dated(
    33,
    "dues_reason",
    ["person", "reason", "cited", "line"],
    [("person", .person)]
  )
  static let badgeAward = dated(
    34,
    "badge_award",
    ["person", "years", "number", "cited", "line"],
    [("person", .person)]
  )
  static let candidacy = dated(
    35,
    "candidacy",
    [
      "candidacy", "person", "unit", "source", "schooling", "introducer", "second_introducer", "resolution",
      "earlier", "expunged", "outcome", "why", "cited", "line",
    ],
    [
      ("person", .person), ("unit", .unit), ("introducer", .person), ("second_introducer", .person),
      ("earlier", .membership),
    ]
  )
  static let candidateStep = dated(
    36,
    "candidate_step",
    [
      "candidacy", "person", "step", "checked", "helper", "body", "number", "answered_on", "officials",
      "present", "votes", "cited", "line",
    ],
    [("person", .person), ("helper", .person)]
  )
  static let recognitionVote = dated(
    37,
    "recognition_vote",
    ["person", "unit", "officials", "present", "votes", "cited", "line"],
    [("person", .person), ("unit", .unit)]
  )
  static let unitMatter = dated(
    40,
    "unit_discipline_matter",
    [
      "unit", "form", "body", "violated_on", "note", "number", "signed_on", "signer", "basis", "entered_by",
      "cited", "line",
    ],
    [("unit", .unit), ("body", .unit), ("entered_by", .account)]
  )
  static let unitDiscipline = dated(
    41,
    "unit_discipline",
    ["unit", "form", "body", "violated_on", "note", "entered_by", "confirmed_by", "cited", "line"],
    [("unit", .unit), ("body", .unit), ("entered_by", .account), ("confirmed_by", .account)]
  )
}
