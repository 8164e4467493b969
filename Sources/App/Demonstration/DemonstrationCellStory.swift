import Basics
import Demonstration
import Records
import Rules
import Storage

/// The meetings of one cell of the fictional province, told deed by deed on the days on which each was done: called,
/// prepared by the committee, its paper handed out, held, written down, signed, scored.
///
/// They begin on the same day whenever the history ends, so that a longer history has the shorter one in it.
struct DemonstrationCellStory: Sendable {
  /// The first day on which the cell keeps its meetings here.
  static let begins = CivilDate(number: 19_723)

  private enum Step: Int, Sendable {
    case call, handOut, prepare, hold, write, sign, register, score
  }

  private struct Planned: Sendable {
    let day: CivilDate
    let step: Step
    let meeting: HeldMeeting
    let preparation: HeldMeeting?
    let number: Int
  }

  let cell: ID<Rules.Unit>
  private let seed: UInt64
  private var steps: [Planned] = []
  private var next = 0
  private var meetings: [CivilDate: ID<FactMark>] = [:]
  private var preparations: [CivilDate: ID<FactMark>] = [:]

  /// `until`: nothing is planned that would be done after it.
  init(_ cell: ID<Rules.Unit>, _ code: String, _ sector: Sector?, seed: UInt64, until: CivilDate) {
    self.cell = cell
    self.seed = seed
    let planned = sector.flatMap { PlannedUnit.Sector(rawValue: $0.rawValue) }
    let year = CellYear(code, planned, members: 12, seed: seed, until: until.adding(months: 12))
    var (month, number) = (DemonstrationCellStory.begins, 0)
    while month <= until {
      let held = year.month(month)
      for meeting in held where meeting.kind != .preparation {
        let preparation = held.first { $0.prepares == meeting.day }
        func plan(_ step: Step, _ after: Int) {
          let day = meeting.day.adding(days: after)
          let planned = Planned(
            day: day,
            step: step,
            meeting: meeting,
            preparation: preparation,
            number: number
          )
          steps.append(planned)
        }
        plan(.call, -8)
        // Now and then a paper comes on the day itself.
        plan(.handOut, number % 7 == 5 ? 0 : -3)
        if preparation != nil { plan(.prepare, -2) }
        plan(.hold, 0)
        plan(.write, 2)
        plan(.sign, number % 6 == 4 ? 11 : 4)
        if meeting.theme != nil { plan(.register, 8) }
        plan(.score, 9)
        number += 1
      }
      month = month.adding(months: 1)
    }
    steps = steps.filter { $0.day <= until }
      .sorted { ($0.day, $0.step.rawValue) < ($1.day, $1.step.rawValue) }
  }

  /// Does all that is due by a day and was not done; gives how many deeds it took.
  mutating func goOn(
    through day: CivilDate,
    _ db: any Connection,
    as actor: Actor,
    _ regulations: RulebookLibrary,
    _ desk: (CivilDate) throws -> Desk
  ) throws -> Int {
    var count = 0
    while next < steps.count, steps[next].day <= day {
      let step = steps[next]
      next += 1
      let keeper = MeetingKeeper(db: db, desk: try desk(step.day), actor: actor, cell: cell)
      switch step.step {
      case .call:
        guard let meeting = try keeper.call(step.meeting, preparing: nil) else { continue }
        meetings[step.meeting.day] = meeting
        if let preparation = step.preparation {
          preparations[step.meeting.day] = try keeper.call(preparation, preparing: meeting)
        }
      default:
        guard let meeting = meetings[step.meeting.day] else { continue }
        switch step.step {
        case .handOut: try keeper.handOut(to: meeting, step.meeting.day, on: step.day)
        case .prepare:
          guard let held = step.preparation, let id = preparations[step.meeting.day] else { continue }
          try keeper.prepare(held, id)
        case .hold: try keeper.hold(step.meeting, meeting, step.number)
        case .write: try keeper.write(step.meeting, meeting)
        case .sign: try keeper.sign(step.meeting, meeting)
        case .register:
          let outputs = DemonstrationOutputs(
            db: db,
            desk: try desk(step.day),
            actor: actor,
            seed: seed,
            regulations: regulations
          )
          if let kind = MeetingKind(rawValue: step.meeting.kind.rawValue), let theme = step.meeting.theme {
            count += try outputs.register(meeting, of: cell, kind, theme, held: step.meeting.day)
          }
        case .score: try keeper.score(step.meeting.superior, .superior, meeting)
        case .call: continue
        }
      }
      count += keeper.count
    }
    return count
  }
}
