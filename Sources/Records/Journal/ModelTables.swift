/// The tables of models and of working regulations.
extension JournaledTable {
  static let modelAssessment = dated(
    76,
    "model_assessment",
    [
      "assessment", "unit", "subject", "family", "book", "year", "profile", "stage", "sent", "verified",
      "verifier", "decider", "recognised", "by_model", "signer", "number", "decided", "reason", "back",
    ],
    [("unit", .unit), ("subject", .unit), ("verifier", .unit), ("decider", .unit)]
  )
  static let modelMark = dated(
    77,
    "model_mark",
    ["assessment", "unit", "item", "step", "level", "articles", "note"],
    [("unit", .unit)]
  )
  static let workingRegulation = dated(
    78,
    "working_regulation",
    [
      "regulation", "unit", "number", "edition", "adopted", "approver", "approved", "approval", "file",
      "name",
    ],
    [("unit", .unit), ("approver", .unit)]
  )
}
