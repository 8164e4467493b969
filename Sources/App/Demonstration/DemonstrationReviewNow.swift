import Basics
import Demonstration
import Records
import Rules
import Storage

/// The review of the quarter under way where a newcomer looks around: its members have their tasks, most have reviewed
/// themselves, and the cell is to say its word.
struct DemonstrationReviewNow {
  let raters: DemonstrationRatings
  let cell: ID<Rules.Unit>
  let seed: UInt64

  /// Gives how many deeds it took.
  func fill() throws -> Int {
    let (db, day) = (raters.db, raters.day)
    let path = try TreeStore(db: db).path(to: cell, AsOf(day))
    let base = path.last { $0.kind == .baseCommittee || $0.kind == .baseCell }
    let month = day.parts.month
    guard raters.hasRegulation, let base,
      let start = CivilDate(year: day.year, month: month - (month - 1) % 3, day: 1),
      let quarter = Span(from: start, until: start.adding(months: 3))
    else { return 0 }
    // The history may have opened this quarter's itself.
    let known = try ReviewStore(db: db).rounds(of: base.unit, AsOf(day)).map(\.value)
    if known.contains(where: { $0.term == .quarter && $0.days.overlaps(quarter) }) { return 0 }
    let last = start.adding(months: 3).adding(days: -1)
    let question = RollQuestion(unit: cell, asOf: AsOf(day))
    let lines = try RollStore(db: db).page(question, members: 50, limit: 60).lines
    let sector = try UnitStore(db: db).life(cell)?.sectors.last?.value
    let words = TaskWords.ofCells(sector.flatMap { PlannedUnit.Sector(rawValue: $0.rawValue) })
    for line in lines where line.admitted <= start {
      let lot = TaskWords.lot(line.code, seed &+ UInt64(start.number))
      let word = words[TaskWords.lot(lot, 1) % words.count]
      let measure = DemonstrationTasks.measure(word.measure, TaskWords.lot(lot, 2))
      let draft = TaskDraft(word.text, of: cell, by: line.person, from: start, due: last, measure)
      guard let task = try raters.carryOut(AssignTask(draft)), TaskWords.lot(lot, 3) % 5 > 0 else { continue }
      let isBeyond = measure.target > Quantity(3) && TaskWords.lot(lot, 4) % 3 == 0
      let quantity = DemonstrationTasks.part(of: measure.target, isBeyond ? 130 : 100)
      let note: String? = if case .households = measure { nil } else { "Đã hoàn thành" }
      try raters.tell(ID(task), TaskProgress(quantity, note: note), on: max(start, day.adding(days: -3)))
    }
    let title = "Đánh giá quý \(["I", "II", "III", "IV"][(month - 1) / 3]) năm \(day.year)"
    let deadlines = ReviewRound.Deadlines(
      selfReview: max(day, last.adding(days: -9)),
      evaluation: max(day, last.adding(days: -2)),
      decision: last.adding(days: 5),
      publication: last.adding(days: 10)
    )
    let draft = RoundDraft(.quarter, title, quarter, counted: day, deadlines: deadlines)
    guard let round = try raters.carryOut(OpenRound(of: base.unit, draft)) else { return raters.count }
    try raters.reviewThemselves(in: ID(round), at: cell, but: 4)
    let steering = DemonstrationSteering(raters: raters, seed: seed)
    _ = try steering.assign(ID(round), base.unit, [cell], DemonstrationSteering.groundOfBase)
    return raters.count
  }
}
