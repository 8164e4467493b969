/// The tables of what is prepared before a meeting.
extension JournaledTable {
  static let itemMatter = dated(
    59,
    "item_matter",
    ["meeting", "unit", "item", "kind", "matter", "outcome"],
    [("unit", .unit)]
  )
  static let theme = dated(
    60,
    "theme",
    [
      "theme", "unit", "form", "source", "origin", "proposer", "title", "why", "state", "meeting", "reason",
    ],
    [("unit", .unit), ("origin", .unit), ("proposer", .person)]
  )
  static let meetingComment = dated(
    61,
    "meeting_comment",
    ["meeting", "unit", "item", "paper", "author", "body"],
    [("unit", .unit), ("author", .person)]
  )
  static let meetingGuest = dated(
    62,
    "meeting_guest",
    ["meeting", "unit", "guest", "name", "note"],
    [("unit", .unit), ("guest", .person)]
  )
}
