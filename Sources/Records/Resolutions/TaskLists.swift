package import Basics
package import Rules
import Storage

/// Gives a unit and members of it their tasks at once, as its meeting went through them: all of them or none.
package struct AssignTasks: Operation {
  package static let operation = "assignTasks"
  package var unit: ID<Unit>
  /// Each of this unit.
  package var drafts: [TaskDraft]

  package init(of unit: ID<Unit>, _ drafts: [TaskDraft]) {
    self.unit = unit
    self.drafts = drafts
  }

  package var said: [(name: String, value: String?)] {
    [("unit", unit.description), ("tasks", drafts.map { AssignTasks.said($0) }.joined(separator: "; "))]
  }

  private static func said(_ draft: TaskDraft) -> String {
    let measure = draft.measure
    return [
      draft.answerer?.description ?? "", draft.what, "\(draft.begins)", "\(draft.due)",
      measure.kind.rawValue, measure.target.description, measure.counted ?? "", String(draft.weight),
      draft.resolution?.description ?? "",
    ]
    .joined(separator: " ")
  }

  /// Gives the key of the first; those of the others follow it in the order given.
  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.keepResolutions, on: unit)
    let giving = try TaskGiving(to: unit, work)
    let tasks = drafts.map { $0.task(work.draw()) }
    guard let first = tasks.first else { throw Refused(nil, .nothingChanges) }
    var objections: [Objection] = []
    for task in tasks {
      if task.unit != unit { throw Refused(.unit, .unknownValue(task.unit.description, allowed: [])) }
      objections += try giving.objections(to: task).named(after: task, work)
    }
    try objections.raise()
    for task in tasks { try giving.keep(task) }
    return first.key.number
  }
}

/// Tells how far several tasks of a unit have come, as its meeting went through them: all of it or nothing.
package struct TellTasks: Operation {
  package static let operation = "tellTasks"

  /// What is told of one of them.
  package struct Line: Hashable, Sendable {
    package var task: ID<FactMark>
    package var day: CivilDate
    package var progress: TaskProgress

    package init(_ task: ID<FactMark>, _ progress: TaskProgress, on day: CivilDate) {
      self.task = task
      self.progress = progress
      self.day = day
    }
  }

  package var unit: ID<Unit>
  package var lines: [Line]

  package init(of unit: ID<Unit>, _ lines: [Line]) {
    self.unit = unit
    self.lines = lines
  }

  package var said: [(name: String, value: String?)] {
    let told = lines.map { line in
      [line.task.description, "\(line.day)", line.progress.quantity.description, line.progress.note ?? ""]
        .joined(separator: " ")
    }
    return [("unit", unit.description), ("tasks", told.joined(separator: "; "))]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.keepResolutions, on: unit)
    guard let first = lines.first else { throw Refused(nil, .nothingChanges) }
    var objections: [Objection] = []
    var ready: [(telling: TellProgress, task: AssignedTask)] = []
    for line in lines {
      let task = try work.openTask(line.task).value
      if task.unit != unit { throw Refused(.unit, .unknownValue(line.task.description, allowed: [])) }
      let telling = TellProgress(line.task, line.progress, on: line.day)
      objections += try telling.objections(to: task, work).named(after: task, work)
      ready.append((telling, task))
    }
    try objections.raise()
    for (telling, task) in ready { try telling.keep(task, work) }
    return first.task.number
  }
}

extension [Objection] {
  /// Of many tasks it is said whose it is that something stands against.
  fileprivate func named(after task: AssignedTask, _ work: Work) throws -> [Objection] {
    guard let person = task.answerer, !isEmpty else { return self }
    let name = try work.name(of: person)
    return map { Objection($0.field, .ofSubject(.person(person), name: name, $0.refusal)) }
  }
}

extension TaskStore {
  /// A member who can be given a task of a unit.
  package struct Member: Hashable, Sendable {
    package let person: ID<Person>
    package let name: String
  }

  /// Those at home in a unit itself, as on the roll.
  package func members(of unit: ID<Unit>, _ asOf: AsOf) throws -> [Member] {
    try db.rows(
      """
      SELECT r.person, v.name FROM roll r
      JOIN particulars v ON v.person = r.person AND \(Records.asOf("v", asOf))
      WHERE r.unit = \(unit) AND \(Records.asOf("r", asOf)) ORDER BY r.sort_key, r.person
      """
    ) { row in Member(person: try row[0], name: try row[1]) }
  }
}
