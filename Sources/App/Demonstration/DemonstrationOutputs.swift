import Basics
import Demonstration
import Records
import Rules
import Storage

/// What the thematic meetings of the fictional province registered that are part of a programme: most did, some have
/// not yet.
struct DemonstrationOutputs {
  let db: any Connection
  let desk: Desk
  let actor: Actor
  let seed: UInt64
  let regulations: RulebookLibrary

  /// Those of the meetings of the last year in and below a unit, the newest first; gives how many deeds it took.
  func fill(below root: ID<Rules.Unit>, on day: CivilDate) throws -> Int {
    guard let year = Period(from: day.adding(months: -12), until: day.adding(days: 1)) else { return 0 }
    var meetings: [(meeting: ThematicMeeting, theme: String)] = []
    try MeetingLists(db: db).eachThematic(below: root, year, AsOf(day)) { meeting, theme in
      guard meeting.outputs == 0, let theme, programme(on: meeting.day, meeting.kind, theme) != nil else {
        return
      }
      meetings.append((meeting, theme))
    }
    return try meetings.reduce(0) { count, held in
      let meeting = held.meeting
      return try count
        + register(meeting.meeting, of: meeting.unit, meeting.kind, held.theme, held: meeting.day)
    }
  }

  /// What one meeting registered; gives how many deeds it took.
  func register(
    _ meeting: ID<FactMark>,
    of unit: ID<Rules.Unit>,
    _ kind: MeetingKind,
    _ theme: String,
    held day: CivilDate
  ) throws -> Int {
    guard let programme = programme(on: day, kind, theme), let code = try UnitStore(db: db).code(of: unit)
    else { return 0 }
    let lot = TaskWords.lot(code, seed &+ UInt64(day.number))
    let made = OutputWords.outputs(theme, code, kinds: programme.kinds, lot)
    for output in made {
      let output = MeetingOutput(output.kind, title: output.title, link: output.link)
      _ = try desk.carryOut(Errand(RegisterOutput(meeting, output), by: actor))
    }
    return made.count
  }

  private func programme(on day: CivilDate, _ kind: MeetingKind, _ theme: String) -> OutputProgramme? {
    let programme = regulations.version(of: OutputProgramme.family, on: day).map(OutputProgramme.init)
    return programme?.asks(kind, theme: theme) == true ? programme : nil
  }
}
