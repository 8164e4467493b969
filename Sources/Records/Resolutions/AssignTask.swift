package import Basics
package import Rules
import Storage

/// What is said of a task when it is given.
package struct TaskDraft: Hashable, Sendable {
  package var unit: ID<Unit>
  package var answerer: ID<Person>?
  package var resolution: ID<FactMark>?
  package var what: String
  package var begins: CivilDate
  package var due: CivilDate
  package var measure: TaskMeasure
  package var weight: Int

  package init(
    _ what: String,
    of unit: ID<Unit>,
    by answerer: ID<Person>? = nil,
    under resolution: ID<FactMark>? = nil,
    from begins: CivilDate,
    due: CivilDate,
    _ measure: TaskMeasure,
    weight: Int = 1
  ) {
    self.what = what
    self.unit = unit
    self.answerer = answerer
    self.resolution = resolution
    self.begins = begins
    self.due = due
    self.measure = measure
    self.weight = weight
  }

  var said: [(name: String, value: String?)] {
    [
      ("unit", unit.description), ("person", answerer?.description),
      ("resolution", resolution?.description), ("text", what), ("from", begins.description),
      ("due", due.description), ("measure", measure.kind.rawValue), ("target", measure.target.description),
      ("counted", measure.counted), ("weight", String(weight)),
    ]
  }

  func task(
    _ key: ID<FactMark>,
    carries: ID<FactMark>? = nil
  ) -> AssignedTask {
    AssignedTask(
      key: key,
      unit: unit,
      answerer: answerer,
      resolution: resolution,
      what: what,
      begins: begins,
      due: due,
      measure: measure,
      weight: weight,
      carries: carries
    )
  }
}

/// Gives a unit, or a member of it, a task: refused when nobody could count whether it is done.
package struct AssignTask: Operation {
  package static let operation = "assignTask"
  package var draft: TaskDraft

  package init(_ draft: TaskDraft) {
    self.draft = draft
  }

  package var said: [(name: String, value: String?)] { draft.said }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.keepResolutions, on: draft.unit)
    let key: ID<FactMark> = work.draw()
    let task = draft.task(key)
    let giving = try TaskGiving(to: draft.unit, work)
    try giving.objections(to: task).raise()
    try giving.keep(task)
    return key.number
  }
}

/// Corrects a task that has not ended; the unit stays the one that answers for it.
package struct ChangeTask: Operation {
  package static let operation = "changeTask"
  package var key: ID<FactMark>
  package var draft: TaskDraft

  package init(_ key: ID<FactMark>, _ draft: TaskDraft) {
    self.key = key
    self.draft = draft
  }

  package var said: [(name: String, value: String?)] { [("task", key.description)] + draft.said }

  package func perform(_ work: Work) throws -> Int64? {
    let old = try work.openTask(key)
    try work.require(.keepResolutions, on: old.value.unit)
    var new = old
    new.value = draft.task(key, carries: old.value.carries)
    new.value.unit = old.value.unit
    try work.objections(to: new.value).raise()
    if new == old { throw Refused(nil, .nothingChanges) }
    try work.save(.task, from: [old], to: [new], \.value.row)
    return key.number
  }
}

extension Work {
  /// A task that has not been ended, as somebody answers for it now.
  func openTask(_ key: ID<FactMark>) throws -> Fact<AssignedTask> {
    guard let found = try TaskStore(db: db).facts(key).last else {
      throw Refused(nil, .unknownValue(key.description, allowed: []))
    }
    if let ending = found.value.ending {
      throw Refused(nil, .taskIs(ending.kind == .givenUp ? .givenUp : .carriedOver))
    }
    return found
  }

  /// Why a task cannot be given so.
  func objections(to task: AssignedTask) throws -> [Objection] {
    try TaskGiving(to: task.unit, self).objections(to: task)
  }
}
