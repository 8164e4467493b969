/// The tables of reviews.
extension JournaledTable {
  static let reviewRound = dated(
    71,
    "review_round",
    [
      "round", "unit", "term", "title", "begins", "ends", "counted", "self_by", "evaluate_by", "decide_by",
      "publish_by", "percent", "base", "frozen", "hash",
    ],
    [("unit", .unit)]
  )
  static let reviewMark = dated(
    72,
    "review_mark",
    [
      "round", "unit", "about", "person", "subject", "step", "writer", "rating", "general", "results",
      "agreed",
      "voters", "body", "reason", "by_rule", "passed",
    ],
    [("unit", .unit), ("person", .person), ("subject", .unit), ("writer", .person)]
  )
  static let reviewSent = dated(73, "review_sent", ["round", "unit", "back"], [("unit", .unit)])
  static let reviewStatement = dated(
    74,
    "review_statement",
    ["round", "unit", "about", "person", "subject", "name", "quantity", "note"],
    [("unit", .unit), ("person", .person), ("subject", .unit)]
  )
  static let reviewMatter = dated(
    75,
    "review_matter",
    [
      "round", "unit", "about", "person", "subject", "matter", "kind", "writer", "body", "due", "answered",
      "answer",
    ],
    [("unit", .unit), ("person", .person), ("subject", .unit), ("writer", .person)]
  )
  static let reviewSteering = dated(
    80,
    "review_steering",
    ["round", "unit", "body", "person", "ground"],
    [("unit", .unit), ("body", .unit), ("person", .person)]
  )
  static let reviewListing = dated(81, "review_listing", ["round", "unit", "audience"], [("unit", .unit)])
}
