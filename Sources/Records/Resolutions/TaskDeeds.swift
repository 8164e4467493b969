package import Basics
package import Rules
import Storage

/// Tells how far a task has come: all so far, with what shows it.
///
/// Whoever answers for the task tells it themselves; whoever keeps the unit's resolutions enters it.
package struct TellProgress: Operation {
  package static let operation = "tellProgress"
  package var task: ID<FactMark>
  package var day: CivilDate
  package var progress: TaskProgress
  package var file: FileHash?
  /// What the file was called when it was handed in.
  package var name: String?

  package init(
    _ task: ID<FactMark>,
    _ progress: TaskProgress,
    on day: CivilDate,
    file: FileHash? = nil,
    name: String? = nil
  ) {
    self.task = task
    self.progress = progress
    self.day = day
    self.file = file
    self.name = name
  }

  package var said: [(name: String, value: String?)] {
    [
      ("task", task.description), ("day", day.description), ("quantity", progress.quantity.description),
      ("note", progress.note), ("file", file?.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    guard let found = try TaskStore(db: work.db).facts(task).last?.value else {
      throw Refused(nil, .unknownValue(task.description, allowed: []))
    }
    let own = try work.person
    if own == nil || own != found.answerer { try work.require(.keepResolutions, on: found.unit) }
    _ = try work.openTask(task)
    try objections(to: found, work).raise()
    try keep(found, work)
    return task.number
  }

  func keep(_ found: AssignedTask, _ work: Work) throws {
    try work.write(
      .taskProgress,
      work.draw(),
      day.alone,
      [
        task.sqlValue, found.unit.sqlValue, progress.quantity.sqlValue, progress.note.sqlValue,
        file.sqlValue, name.sqlValue,
      ]
    )
  }

  /// Why it cannot be told so.
  func objections(to task: AssignedTask, _ work: Work) throws -> [Objection] {
    var objections: [Objection] = []
    if day > work.today { objections.append(Objection(.day, .notYet(day))) }
    if day < task.begins { objections.append(Objection(.day, .beforeDay(task.begins))) }
    if let note = progress.note { objections += Written.text(note, .note, limit: 1000) }
    if progress.quantity < .zero {
      objections.append(Objection(.quantity, .notAnAmount(progress.quantity.description)))
    }
    if let file, try FileStore(db: work.db).file(file) == nil {
      objections.append(Objection(.scan, .blank))
    }
    switch task.measure {
    case .quantity: break
    case .households:
      if progress.note != nil { objections.append(Objection(.note, .householdsOnlyCounted)) }
      if file != nil { objections.append(Objection(.scan, .householdsOnlyCounted)) }
      if !progress.quantity.isWhole {
        objections.append(Objection(.quantity, .notAnAmount(progress.quantity.description)))
      }
    case .evidence:
      if progress.quantity > Quantity(1) || !progress.quantity.isWhole {
        objections.append(Objection(.quantity, .moreThan(progress.quantity.whole, of: 1)))
      }
      // What was agreed will show it.
      if progress.quantity > .zero, progress.note == nil, file == nil {
        objections.append(Objection(.note, .blank))
      }
    }
    return objections
  }
}

/// Takes back something told of a task that was wrong.
package struct DropProgress: Operation {
  package static let operation = "dropProgress"
  package var task: ID<FactMark>
  package var told: ID<FactMark>

  package init(_ task: ID<FactMark>, _ told: ID<FactMark>) {
    self.task = task
    self.told = told
  }

  package var said: [(name: String, value: String?)] {
    [("task", task.description), ("told", told.description)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let found = try work.openTask(task)
    let own = try work.person
    if own == nil || own != found.value.answerer { try work.require(.keepResolutions, on: found.value.unit) }
    guard try TaskStore(db: work.db).progress(of: task).contains(where: { $0.id == told }) else {
      throw Refused(nil, .noSuchStep)
    }
    try work.supersede(.taskProgress, told)
    return task.number
  }
}

/// Ends a task that was not done: given up, or carried over to be done later.
package struct EndTask: Operation {
  package static let operation = "endTask"
  package var task: ID<FactMark>
  package var ending: AssignedTask.Ending
  /// By when what is left is to be done, where it is carried over.
  package var due: CivilDate?

  package init(_ task: ID<FactMark>, _ ending: AssignedTask.Ending, due: CivilDate? = nil) {
    self.task = task
    self.ending = ending
    self.due = due
  }

  package var said: [(name: String, value: String?)] {
    [
      ("task", task.description), ("ending", ending.kind.rawValue), ("day", ending.day.description),
      ("reason", ending.reason), ("due", due?.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let old = try work.openTask(task)
    try work.require(.keepResolutions, on: old.value.unit)
    var objections = Written.text(ending.reason, .reason, limit: 500)
    if ending.day > work.today { objections.append(Objection(.day, .notYet(ending.day))) }
    if ending.day < old.value.begins { objections.append(Objection(.day, .beforeDay(old.value.begins))) }
    let standing = try TaskStore(db: work.db).line(task, AsOf(work.today))?.standing
    if let standing, standing.state.isDone { objections.append(Objection(nil, .taskIs(standing.state))) }
    if ending.kind == .carriedOver {
      guard let due, due > old.value.due, due > ending.day else {
        throw Refused(objections + [Objection(.due, .beforeDay(max(old.value.due, ending.day)))])
      }
    }
    try objections.raise()
    var new = old
    new.value.ending = ending
    try work.save(.task, from: [old], to: [new], \.value.row)
    guard ending.kind == .carriedOver, let due else { return task.number }
    var next = old.value
    next.key = work.draw()
    next.carries = task
    next.begins = ending.day
    next.due = due
    next.measure = next.measure.less(standing?.quantity ?? .zero)
    try work.write(.task, work.draw(), Span(open: ending.day), next.row)
    return next.key.number
  }
}

extension TaskMeasure {
  /// What is left to do.
  fileprivate func less(_ quantity: Quantity) -> TaskMeasure {
    switch self {
    case .quantity(let target, let unit): .quantity(target - quantity, of: unit)
    case .households(let count): .households(count - quantity.whole)
    case .evidence: self
    }
  }
}

extension Work {
  /// Hands the resolutions and tasks of a unit that ends, those who follow it, its meetings to come and the themes
  /// proposed to it to the one that succeeds it.
  ///
  /// A task still to be done and a meeting that is called must have somebody who takes them over; a theme nobody
  /// takes over ends with its cell.
  func handTasksOn(from unit: ID<Unit>, to heir: ID<Unit>?, on day: CivilDate) throws {
    if heir == nil {
      let last = AsOf(max(day.adding(days: -1), today))
      let tasks = try TaskStore(db: db).lines(TaskQuestion(.own(unit), last)).count {
        $0.standing.state.isOpen
      }
      let meetings = try db.count(
        """
        SELECT count(*) FROM meeting t
        WHERE t.unit = \(unit) AND t.start_on >= \(day) AND t.stage <> 'cancelled' AND \(known("t"))
        """
      )
      if tasks + meetings > 0 { throw Refused(.successor, .stillHasMatters(tasks + meetings, on: day)) }
    }
    let estate = PassingOn.Estate(day: day, unit: unit, hasEnded: true) { _ in heir }
    for passing in PassingOn.ofMeetings + PassingOn.ofResolutions + PassingOn.ofFollowing {
      try passing.carryOut(estate, self)
    }
  }
}
