import Basics
import Phrases
import Records
import Rules

/// A meeting as calendars take it in: RFC 5545, at the moments of the organisation's time.
struct CalendarEntry: Sendable {
  let text: String

  init(_ reading: MeetingReading, key: String, unit: String, clock: Clock, made: Int64) {
    let meeting = reading.meeting
    let begins = clock.start(of: reading.day) + Int64(meeting.begins.minutes) * 60_000
    let kind = Phrase.meetingKind(meeting.kind.rawValue).text
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Chibo//Meetings//VI", "METHOD:PUBLISH", "BEGIN:VEVENT",
      "UID:\(key)@chibo", "DTSTAMP:\(CalendarEntry.instant(made))",
      "DTSTART:\(CalendarEntry.instant(begins))",
      // How long it will be nobody knows; two hours are kept for it.
      "DTEND:\(CalendarEntry.instant(begins + 7_200_000))",
      "SUMMARY:\(CalendarEntry.escaped("\(kind), \(unit)"))",
    ]
    if let place = meeting.place { lines.append("LOCATION:\(CalendarEntry.escaped(place))") }
    let agenda = reading.items.map { "\($0.value.place). \($0.value.title)" }.joined(separator: "\n")
    let papers = reading.papers.map(\.paper.title).joined(separator: "; ")
    let guests = reading.guests.map(\.value.name).joined(separator: "; ")
    let parts = [
      meeting.theme, agenda.isEmpty ? nil : agenda,
      papers.isEmpty ? nil : "\(Phrase.papersTitle): \(papers)",
      guests.isEmpty ? nil : "\(Phrase.invitedGuests): \(guests)",
    ]
    let words = parts.compactMap(\.self).joined(separator: "\n")
    if !words.isEmpty { lines.append("DESCRIPTION:\(CalendarEntry.escaped(words))") }
    if meeting.stage == .cancelled { lines.append("STATUS:CANCELLED") }
    lines += ["END:VEVENT", "END:VCALENDAR"]
    text = lines.map { CalendarEntry.folded($0) + "\r\n" }.joined()
  }

  /// A moment as UTC, to the second.
  private static func instant(_ moment: Int64) -> String {
    let day = CivilDate(number: Int32(clamping: moment / 86_400_000)).parts
    let seconds = Int(moment / 1000 % 86_400)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(day.year)\(two(day.month))\(two(day.day))T"
      + "\(two(seconds / 3600))\(two(seconds / 60 % 60))\(two(seconds % 60))Z"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
      .replacing("\r\n", with: "\\n").replacing("\n", with: "\\n")
  }

  /// No line is longer than 75 bytes; what is goes on behind a blank.
  private static func folded(_ line: String) -> String {
    var result = ""
    var length = 0
    for character in line {
      let size = character.utf8.count
      if length + size > 75 {
        result += "\r\n "
        length = 1
      }
      result.append(character)
      length += size
    }
    return result
  }
}
