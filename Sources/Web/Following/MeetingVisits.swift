import Basics
import Markup
import Phrases
import Records
import Rules

/// Who of the committees above was to come to a meeting, and what they left: on the page of the meeting.
struct MeetingVisits: Sendable {
  struct Row: Sendable {
    var person: PersonLink
    var mark: AttendanceMark?
    var note: String?
  }

  var key: String
  var rows: [Row]
  var items: [VisitItemLine]
  /// Whether the notes are the reader's to see; a member of the cell sees who is invited.
  var seesNotes: Bool
  /// Whether the reader may leave a note: as the follower, or for one.
  var mayWrite: Bool
  /// Whether what was found may be closed here.
  var mayClose: Bool
}

extension Visit {
  func visits(of reading: MeetingReading, seesPeople: Bool) throws -> MeetingVisits {
    let unit = reading.meeting.unit
    let followers = reading.list.filter { $0.attendee.attending == .follower }
    let store = FollowingStore(db: db)
    let isFollower = visitor.person.map { own in followers.contains { $0.attendee.person == own } } ?? false
    let isHeld = reading.meeting.stage == .open || reading.meeting.stage == .closed
    let seesNotes = seesPeople || isFollower
    let notes = seesNotes && isHeld ? try store.notes(of: reading.id, asOf.knowledge) : []
    let deeds = try deeds(on: unit)
    return MeetingVisits(
      key: reading.id.description,
      rows: followers.map { line in
        MeetingVisits.Row(
          person: PersonLink(line.attendee.person.description, line.name),
          mark: reading.marks[line.attendee.person]?.mark,
          note: notes.first { $0.value.follower == line.attendee.person }?.value.text
        )
      },
      items: seesNotes && isHeld ? try store.items(.meeting(reading.id), asOf) : [],
      seesNotes: seesNotes,
      mayWrite: viewpoint.isNow && isHeld && !followers.isEmpty
        && (isFollower || deeds.contains(.assignFollowers)),
      mayClose: viewpoint.isNow && (isFollower || deeds.contains(.keepMeetings))
    )
  }
}

/// Who came from above, their notes, and what is to be mended.
func meetingVisitsView(_ model: MeetingVisits, _ viewpoint: Viewpoint) -> HTML? {
  guard !model.rows.isEmpty || !model.items.isEmpty else { return nil }
  return """
    <section class="panel" aria-labelledby="visitors"><header><h2 id="visitors">\(Phrase.followedFromAbove)</h2></header>
    <ul class="inside ways">\(model.rows, { row in
      """
      <li><bdi lang="vi">\(row.person.name)</bdi> \
      \(row.mark.map { "<span class=\"detail\">\(Phrase.attendanceMark($0.rawValue))</span>" as HTML })\
      \(model.seesNotes ? row.note.map(noteView) : nil)</li>
      """
    })</ul>
    \(model.items.isEmpty ? nil : """
      <h3 class="inside">\(Phrase.visitItems)</h3>\(itemsList(model.items, viewpoint, mayClose: model.mayClose))
      """)
    \(model.mayWrite ? """
      <p class="inside actions"><a class="button" href="\(path: .meeting(model.key, "visit"))">\(Phrase.leaveVisitNote)</a>\
      <a class="button" href="\(path: .meeting(model.key, "visit", "items"))">\(Phrase.addVisitItem)</a></p>
      """ : nil)</section>
    """
}

private func noteView(_ text: String) -> HTML {
  "\(text.split(separator: "\n").map(String.init), { "<p lang=\"vi\">\($0)</p>" })"
}
