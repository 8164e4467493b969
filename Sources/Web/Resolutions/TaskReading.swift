import Basics
import Markup
import Records
import Rules
import Storage

/// The tasks of a unit and below, or those one person answers for.
struct TaskDesk: Sendable {
  /// Whose they are.
  enum Of: Sendable {
    case unit(UnitLink, path: [UnitLink])
    case person(PersonLink)
  }

  var of: Of
  /// Narrowed to those of a resolution.
  var resolution: (key: String, title: String)?
  /// Narrowed to what a review counts over a period.
  var figure: TaskFigure?
  var period: Period
  var state: TaskState?
  /// Narrowed to a month in which they are due, or were done.
  var due: Month?
  var done: Month?
  /// How many stand how, before the list is narrowed to one state.
  var rollUp: TaskRollUp
  var figures: [TaskFigure: Int]
  var rows: [TaskLine]
  var count: Int
  var mayKeep: Bool
  var firstSerial: Int
  var previous: String?
  var next: String?
}

/// A task: what, who, by when, how counted; all that was told of it.
struct TaskPage: Sendable {
  var line: TaskLine
  var path: [UnitLink]
  var told: [ToldProgress]
  var successor: String?
  var opensResolution: Bool
  var opensPerson: Bool
  var mayKeep: Bool
  var mayTell: Bool
  var meetings: [MatterMeeting] = []

  var key: String { line.task.key.description }
}

/// What a list of tasks was asked for.
struct TaskFilter: Sendable {
  var state: TaskState?
  var figure: TaskFigure?
  var resolution: ID<FactMark>?
  var period: Period
  /// Only the unit's own, and not those of units below.
  var isOwn: Bool
  /// Narrowed to what is open and due in a month, or was done in one.
  var due: Month?
  var done: Month?

  init(_ visit: Visit) throws {
    state = try visit.choice("state")
    figure = try visit.choice("of")
    isOwn = visit.asked.value("scope") == "own"
    period = try visit.period() ?? Period(year: visit.asOf.day.year) ?? visit.yearSoFar
    func month(_ name: String) throws -> Month? {
      guard let text = visit.asked.value(name) else { return nil }
      guard let month = Month(text) else { throw PageFault.value(name: name, text) }
      return month
    }
    due = try month("due")
    done = try month("done")
    if let text = visit.asked.value("resolution") {
      guard let key = ID<FactMark>(text) else { throw PageFault.value(name: "resolution", text) }
      resolution = key
    }
  }
}

extension Visit {
  /// The tasks a list is asked for, before it is narrowed to one state, and after.
  func tasks(
    of scope: TaskQuestion.Scope,
    _ filter: TaskFilter
  ) throws -> (all: [TaskLine], shown: [TaskLine]) {
    let lines: [TaskLine]
    if let figure = filter.figure {
      lines = try TaskStore(db: db).reviewed(scope, filter.period, asOf)
        .filter { figure.counts($0.standing.state) }
    } else {
      lines = try taskLines(TaskQuestion(scope, asOf))
    }
    var all = lines
    if let resolution = filter.resolution {
      let under = Set(try taskLines(TaskQuestion(.resolution(resolution), asOf)).map(\.task.key))
      all = lines.filter { under.contains($0.task.key) }
    }
    if let due = filter.due { all = all.filter { $0.counted.isDue(in: due) } }
    if let done = filter.done {
      all = all.filter { $0.standing.doneOn.map(done.span.contains) ?? false }
    }
    let order = TaskState.allCases
    func rank(_ line: TaskLine) -> Int { order.firstIndex(of: line.standing.state) ?? 0 }
    // What needs somebody first; within it what is due first, as it was read.
    let sorted = all.enumerated().sorted { one, other in
      (rank(one.element), one.offset) < (rank(other.element), other.offset)
    }.map(\.element)
    return (all, filter.state.map { state in sorted.filter { $0.standing.state == state } } ?? sorted)
  }

  func unitTasks(_ key: String) throws -> TaskDesk {
    let unit = try unit(key)
    try require(.readResolutions, on: unit)
    let path = try standing(of: unit)
    let link = path.last?.link ?? UnitLink(key, "")
    let filter = try TaskFilter(self)
    // What a review counts is the unit's own.
    let isOwn = filter.isOwn || filter.figure != nil
    var desk = try desk(.unit(link, path: crumbs(path)), isOwn ? .own(unit) : .below(unit), filter)
    desk.figures = try TaskStore(db: db).figures(.own(unit), filter.period, asOf)
    desk.mayKeep = try viewpoint.isNow && allows(.keepResolutions, on: unit)
    return desk
  }

  /// The tasks of somebody: their own to see, and to those who keep their unit's resolutions.
  func personTasks(_ key: String) throws -> TaskDesk {
    guard let person = ID<Person>(key), let life = try LifeStore(db: db).life(person) else {
      throw PageFault.absent
    }
    if visitor.person != person {
      guard let home = try Reach(db: db, today: today).unit(of: person) else { throw PageFault.absent }
      try require(.readResolutions, on: home)
    }
    let filter = try TaskFilter(self)
    let link = PersonLink(key, life.particulars.last?.value.name ?? "")
    var desk = try desk(.person(link), .person(person), filter)
    desk.figures = try TaskStore(db: db).figures(.person(person), filter.period, asOf)
    return desk
  }

  private func desk(
    _ of: TaskDesk.Of,
    _ scope: TaskQuestion.Scope,
    _ filter: TaskFilter
  ) throws -> TaskDesk {
    let (all, shown) = try tasks(of: scope, filter)
    var rollUp = TaskRollUp()
    for line in all { rollUp.add(line.task, line.standing) }
    let stretch = try Stretch(shown.count, asked)
    return TaskDesk(
      of: of,
      resolution: try filter.resolution.flatMap { key in
        try ResolutionStore(db: db).resolution(key, asOf).map { (key.description, $0.resolution.title) }
      },
      figure: filter.figure,
      period: filter.period,
      state: filter.state,
      due: filter.due,
      done: filter.done,
      rollUp: rollUp,
      figures: [:],
      rows: Array(shown[stretch.range]),
      count: shown.count,
      mayKeep: false,
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next
    )
  }

  /// A task the visitor may read: of a unit in their reach, or their own.
  func readableTask(_ key: String) throws -> TaskLine {
    guard let id = ID<FactMark>(key), let line = try TaskStore(db: db).line(id, asOf) else {
      throw PageFault.absent
    }
    if let own = visitor.person, own == line.task.answerer { return line }
    guard try allows(.readResolutions, on: line.task.unit) else { throw PageFault.absent }
    return line
  }

  func taskPage(_ key: String) throws -> TaskPage {
    let line = try readableTask(key)
    let task = line.task
    let store = TaskStore(db: db)
    let reads = try allows(.readResolutions, on: task.unit)
    let path = try kept(.path(task.unit, asOf)) { try TreeStore(db: db).path(to: task.unit, asOf) }
    let mayKeep = try viewpoint.isNow && task.ending == nil && allows(.keepResolutions, on: task.unit)
    let isOwn = visitor.person.map { $0 == task.answerer } ?? false
    let opens = try task.resolution.map { try readableResolution($0) != nil } ?? false
    var page = TaskPage(
      line: line,
      path: reads ? crumbs(path) : [],
      told: try store.progress(of: task.key, asOf.knowledge),
      successor: try store.successor(of: task.key, asOf.knowledge)?.description,
      opensResolution: opens,
      opensPerson: try task.answerer.map { try allowsReading($0) } ?? false,
      mayKeep: mayKeep,
      mayTell: mayKeep || (isOwn && viewpoint.isNow && task.ending == nil)
    )
    page.meetings = try meetings(about: AgendaMatter(.task, task.key.number))
    return page
  }
}
