import Basics
import Rules
import Storage

/// Tasks being given to a unit and its members on a day: whether each may be given so, and that it is kept.
///
/// What is of the unit is asked once, however many it is given.
struct TaskGiving {
  let work: Work
  let unit: ID<Unit>
  private let code: String
  private let existence: Span?
  private let words: VagueWords
  private let judge: Judge?

  init(to unit: ID<Unit>, _ work: Work) throws {
    self.work = work
    self.unit = unit
    (code, existence) = try UnitStore(db: work.db).existence(unit)
    let library = try work.regulations(for: unit)
    words = VagueWords(library.version(of: "tasks", on: work.today)?.words("vague") ?? [])
    judge = library.judge("tasks", of: "task", on: work.today)
  }

  /// Why a task cannot be given so.
  func objections(to task: AssignedTask) throws -> [Objection] {
    var objections = Written.text(task.what, .text)
    if let counted = task.measure.counted { objections += Written.text(counted, .counted) }
    if existence?.contains(work.today) != true {
      let needed = Span(open: work.today)
      return objections + [Objection(.unit, .unitAbsent(unit: code, exists: existence, needed: needed))]
    }
    objections += task.objections(words, by: judge)
    if let resolution = task.resolution,
      try !ResolutionStore(db: work.db).concerns(resolution, unit, on: work.today)
    {
      objections.append(Objection(.resolution, .notSentHere))
    }
    if let person = task.answerer, try !isMember(person) {
      objections.append(Objection(.person, .notAtHome(person: try work.name(of: person), unit: code)))
    }
    return objections
  }

  /// It is the unit's from the day it was given, or from the day it began before that.
  func keep(_ task: AssignedTask) throws {
    let start = max(min(work.today, task.begins), existence?.start ?? .earliest)
    try work.write(.task, work.draw(), Span(open: start), task.row)
  }

  /// Whether somebody is at home in the unit or below it today.
  private func isMember(_ person: ID<Person>) throws -> Bool {
    let day = AsOf(work.today)
    return try work.db.exists(
      """
      SELECT 1 FROM roll r
      JOIN ancestry a ON a.unit = r.unit AND a.ancestor = \(unit) AND \(asOf("a", day))
      WHERE r.person = \(person) AND \(asOf("r", day))
      """
    )
  }
}

extension Work {
  /// What somebody is called at last; their number, where nobody is known by it.
  func name(of person: ID<Person>) throws -> String {
    try LifeStore(db: db).life(person)?.particulars.last?.value.name ?? person.description
  }
}
