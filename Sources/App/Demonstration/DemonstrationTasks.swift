import Basics
import Demonstration
import Records
import Rules
import Storage

/// Gives a unit of the fictional province a task and tells how far it has come.
///
/// The same each time: it follows from a lasting number of the unit.
struct DemonstrationTasks {
  let desk: Desk
  let actor: Actor
  let day: CivilDate

  /// Whom a task is given to, and under what.
  struct Place {
    let unit: ID<Rules.Unit>
    var answerer: ID<Person>?
    var resolution: ID<FactMark>?
    /// The first day on which the unit could be given it.
    var since: CivilDate
  }

  private func carryOut(_ operation: any Operation) throws -> Int64? {
    try desk.carryOut(Errand(operation, by: actor)).result
  }

  /// Gives how many deeds it took.
  func give(_ words: TaskWords.Task, to place: Place, _ lot: UInt64) throws -> Int {
    func part(_ number: Int) -> Int { TaskWords.lot(lot, number) }
    let begins = max(place.since, day.adding(days: -(150 + part(1) % 90)))
    let around = [-70, -28, -9, 26, 55][part(2) % 5] + part(11) % 13 - 6
    let due = max(begins.adding(days: 10), day.adding(days: around))
    let measure = DemonstrationTasks.measure(words.measure, part(3))
    let draft = TaskDraft(
      words.text,
      of: place.unit,
      by: place.answerer,
      under: place.resolution,
      from: begins,
      due: due,
      measure,
      weight: 1 + part(4) % 3
    )
    guard let task = try carryOut(AssignTask(draft)).map({ ID<FactMark>($0) }) else { return 0 }
    let target = measure.target
    let way = part(5) % 100
    var count = 1
    func tell(_ hundredths: Int, on told: CivilDate, note: String) throws {
      let quantity = DemonstrationTasks.part(of: target, hundredths)
      let note: String? = if case .households = measure { nil } else { note }
      let on = min(max(told, begins), day)
      _ = try carryOut(TellProgress(task, TaskProgress(quantity, note: note), on: on))
      count += 1
    }
    // So many in a hundred have not begun; so many were given up.
    if way < 10 { return count }
    if way >= 96 {
      let reason = TaskWords.reasons[part(6) % TaskWords.reasons.count]
      let ended = max(begins, day.adding(days: -5 - part(7) % 30))
      let ending = AssignedTask.Ending(.givenUp, on: ended, reason: reason)
      _ = try carryOut(EndTask(task, ending))
      return count + 1
    }
    let isEvidence = if case .evidence = measure { true } else { false }
    let middle = begins.adding(days: max(begins.days(until: min(due, day)) / 2, 1))
    if !isEvidence { try tell(30 + part(8) % 40, on: middle, note: "Đã làm được một phần, đúng tiến độ") }
    if way < 26 || due > day && way < 45 { return count }
    let end = way < 36 ? due.adding(days: 4 + part(9) % 9) : due.adding(days: -2 - part(9) % 6)
    guard end <= day else { return count }
    let beyond = way >= 74 && !isEvidence && target > Quantity(3)
    try tell(beyond ? 115 + part(10) % 30 : 100, on: end, note: beyond ? "Vượt chỉ tiêu" : "Đã hoàn thành")
    return count
  }

  static func measure(_ words: TaskWords.Task.Measure, _ lot: Int) -> TaskMeasure {
    switch words {
    case .quantity(let range, let unit): .quantity(Quantity(range.lowerBound + lot % range.count), of: unit)
    case .households(let range): .households(range.lowerBound + lot % range.count)
    case .evidence(let evidence): .evidence(evidence)
    }
  }

  /// So many hundredths of a target, in whole numbers.
  static func part(of target: Quantity, _ hundredths: Int) -> Quantity {
    let whole = target.whole * hundredths
    return Quantity(hundredths > 100 ? whole / 100 + 1 : hundredths == 100 ? target.whole : whole / 100)
  }
}
