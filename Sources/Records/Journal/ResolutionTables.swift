/// The tables of resolutions and tasks.
extension JournaledTable {
  static let resolution = dated(
    55,
    "resolution",
    ["resolution", "unit", "kind", "number", "title", "body", "basis", "meeting", "vote", "parent"],
    [("unit", .unit)]
  )
  static let resolutionSent = dated(
    56,
    "resolution_sent",
    [
      "resolution", "unit", "received", "studied", "place", "members", "members_all", "reported", "report",
    ],
    [("unit", .unit)]
  )
  static let task = dated(
    57,
    "task",
    [
      "task", "unit", "answerer", "resolution", "what", "begins", "due", "measure", "target", "counted",
      "weight", "carries", "ending", "ended", "reason",
    ],
    [("unit", .unit), ("answerer", .person)]
  )
  static let taskProgress = dated(
    58,
    "task_progress",
    ["task", "unit", "quantity", "note", "file", "name"],
    [("unit", .unit)]
  )
  static let resolutionReminder = dated(
    67,
    "resolution_reminder",
    ["resolution", "unit", "note"],
    [("unit", .unit)]
  )
}
