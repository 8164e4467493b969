/// The tables of meetings.
extension JournaledTable {
  static let meeting = dated(
    43,
    "meeting",
    [
      "unit", "kind", "mode", "stage", "begins", "place", "theme", "chair", "taker", "prepares",
      "slot_reason",
      "why", "opened", "closed", "obliged", "present", "unexcused",
    ],
    [("unit", .unit), ("chair", .person), ("taker", .person)]
  )
  static let meetingItem = dated(
    44,
    "meeting_item",
    ["meeting", "unit", "place", "part", "title", "note", "done"],
    [("unit", .unit)]
  )
  static let attendance = dated(
    45,
    "attendance",
    ["meeting", "unit", "person", "mark", "reason"],
    [("unit", .unit), ("person", .person)]
  )
  static let meetingVote = dated(
    46,
    "meeting_vote",
    [
      "meeting", "unit", "item", "proposal", "manner", "officials", "present", "agreed", "against",
      "abstained",
    ],
    [("unit", .unit)]
  )
  static let minutes = dated(
    47,
    "minutes",
    ["meeting", "unit", "body", "taker", "taker_paper", "chair", "chair_paper", "hash"],
    [("unit", .unit), ("taker", .person), ("chair", .person)]
  )
  static let minutesAddendum = dated(
    48,
    "minutes_addendum",
    ["meeting", "unit", "body"],
    [("unit", .unit)]
  )
  static let meetingScore = dated(
    49,
    "meeting_score",
    ["meeting", "unit", "scorer", "criterion", "met", "note"],
    [("unit", .unit)]
  )
  static let meetingPaper = dated(
    50,
    "meeting_paper",
    ["meeting", "unit", "kind", "title", "file", "name"],
    [("unit", .unit)]
  )
  static let meetingPermission = dated(
    51,
    "meeting_permission",
    ["unit", "mode", "ground"],
    [("unit", .unit)]
  )
  static let following = dated(
    64,
    "following",
    ["unit", "follower", "ground"],
    [("unit", .unit), ("follower", .person)]
  )
  static let visitNote = dated(
    65,
    "visit_note",
    ["meeting", "unit", "follower", "body"],
    [("unit", .unit), ("follower", .person)]
  )
  static let visitItem = dated(
    66,
    "visit_item",
    ["item", "meeting", "unit", "follower", "what", "answerer", "due", "closed", "outcome"],
    [("unit", .unit), ("follower", .person), ("answerer", .person)]
  )
  static let meetingOutput = dated(
    68,
    "meeting_output",
    ["meeting", "unit", "kind", "title", "link"],
    [("unit", .unit)]
  )
  static let meetingBallot = dated(
    69,
    "meeting_ballot",
    ["meeting", "unit", "vote", "person", "ballot"],
    [("unit", .unit), ("person", .person)]
  )
  static let minutesTemplate = dated(
    70,
    "minutes_template",
    ["unit", "body"],
    [("unit", .unit)]
  )
}
