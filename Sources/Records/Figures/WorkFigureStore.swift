package import Basics
package import Rules
package import Storage

/// What a figure of tasks or resolutions counts once: a task, or a resolution in a unit it was sent to.
package struct WorkCounted: Hashable, Sendable {
  /// The number of the task or the resolution.
  package let key: ID<FactMark>
  package let unit: ID<Unit>
  /// Who answers for a task, where it is one person.
  package let person: ID<Person>?
  /// The last day of a task; when a resolution was sent.
  package let day: CivilDate
  /// How a task stands; `nil` of a resolution.
  package let state: TaskState?
  /// How far a unit has come with a resolution; `nil` of a task.
  package let step: CascadeStep?

  /// The same task or resolution of the same unit, however it stands.
  package struct Mark: Hashable, Sendable {
    package let key: ID<FactMark>
    package let unit: ID<Unit>
  }

  package var mark: Mark { Mark(key: key, unit: unit) }
}

/// Counts the figures of tasks and resolutions, by the very lists that boards and reviews read.
package struct WorkFigureStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// The days within which tasks are due that a figure counts where nothing else is asked: the year of the day.
  package static func period(around day: CivilDate) -> Period {
    guard let year = Period(year: day.year) else { preconditionFailure("the year of a day is a year") }
    return year
  }

  /// What a figure of a unit and below counts on a day, by day; tasks are those due within the period.
  package func counted(
    _ figure: FigureName,
    _ unit: ID<Unit>,
    _ asOf: AsOf,
    _ period: Period?
  ) throws -> [WorkCounted] {
    figure.countsTasks ? try tasks(figure, unit, asOf, period) : try resolutions(figure, unit, asOf)
  }

  /// All figures of tasks and resolutions of a unit and below on a day: its tasks and resolutions are read once.
  package func figures(_ unit: ID<Unit>, _ asOf: AsOf, _ period: Period?) throws -> [FigureName: Int] {
    let days = period ?? WorkFigureStore.period(around: asOf.day)
    let states = try TaskStore(db: db).counted(TaskQuestion(.below(unit), asOf, due: days))
      .map(\.standing.state)
    let answers = try cascade(unit, asOf).map(\.answer)
    var figures: [FigureName: Int] = [:]
    for figure in FigureName.allCases where figure.countsWork {
      figures[figure] =
        figure.countsTasks
        ? states.count { figure.counts($0) } : answers.count { figure.counts($0, on: asOf.day) }
    }
    return figures
  }

  /// Every resolution sent to a unit or below, with what became of it there.
  private func cascade(_ unit: ID<Unit>, _ asOf: AsOf) throws -> [CascadeLine] {
    let tasks = try TaskStore(db: db).counted(TaskQuestion(.below(unit), asOf))
    let links = try ResolutionStore(db: db).links(below: unit, asOf)
    return try CascadeStore(db: db).lines(.sentBelow(unit), counted: tasks, links: links, asOf)
  }

  private func tasks(
    _ figure: FigureName,
    _ unit: ID<Unit>,
    _ asOf: AsOf,
    _ period: Period?
  ) throws -> [WorkCounted] {
    let days = period ?? WorkFigureStore.period(around: asOf.day)
    return try TaskStore(db: db).counted(TaskQuestion(.below(unit), asOf, due: days))
      .filter { figure.counts($0.standing.state) }.map { task in
        WorkCounted(
          key: task.key,
          unit: task.unit,
          person: task.answerer,
          day: task.due,
          state: task.standing.state,
          step: nil
        )
      }
  }

  private func resolutions(
    _ figure: FigureName,
    _ unit: ID<Unit>,
    _ asOf: AsOf
  ) throws -> [WorkCounted] {
    try cascade(unit, asOf).filter { figure.counts($0.answer, on: asOf.day) }.map { line in
      WorkCounted(
        key: line.resolution,
        unit: line.unit,
        person: nil,
        day: line.answer.sent,
        state: nil,
        step: line.answer.step(on: asOf.day)
      )
    }.sorted { ($0.day, $0.key, $0.unit) < ($1.day, $1.key, $1.unit) }
  }

  /// A figure of each unit directly below: those without any left out.
  package func countsBelow(
    _ figure: FigureName,
    _ unit: ID<Unit>,
    _ asOf: AsOf,
    _ period: Period?
  ) throws -> [ID<Unit>: Int] {
    let branches = try ResolutionStore(db: db).branches(below: unit, asOf)
    return try counted(figure, unit, asOf, period).reduce(into: [:]) { counts, counted in
      if let branch = branches[counted.unit] { counts[branch, default: 0] += 1 }
    }
  }

  /// A figure on two days: how many then and later, what came to it between them and what went from it.
  package func apart(
    _ figure: FigureName,
    _ unit: ID<Unit>,
    from then: AsOf,
    to later: CivilDate
  ) throws -> FigureApart<WorkCounted> {
    let one = try counted(figure, unit, then, nil)
    let other = try counted(figure, unit, AsOf(later, then.knowledge), nil)
    let (before, after) = (Set(one.map(\.mark)), Set(other.map(\.mark)))
    return FigureApart(
      then: one.count,
      later: other.count,
      came: other.filter { !before.contains($0.mark) },
      went: one.filter { !after.contains($0.mark) }
    )
  }

  /// What some tasks or resolutions are called.
  package func titles(
    of counted: [WorkCounted],
    _ figure: FigureName,
    _ knowledge: Knowledge
  ) throws -> [ID<FactMark>: String] {
    if counted.isEmpty { return [:] }
    var titles: [ID<FactMark>: String] = [:]
    let list = SQL.join(Set(counted.map(\.key)).sorted().map { "\($0)" }, ", ")
    let question: SQL =
      figure.countsTasks
      ? """
      SELECT t.task, t.what FROM task t WHERE t.task IN (\(list)) AND \(known("t", knowledge)) ORDER BY t.start_on
      """
      : """
      SELECT t.resolution, t.title FROM resolution t
      WHERE t.resolution IN (\(list)) AND \(known("t", knowledge)) ORDER BY t.start_on
      """
    try db.each(question) { row in titles[try row[0]] = try row[1] }
    return titles
  }
}

extension FigureName {
  /// Whether it counts a task that stands so.
  fileprivate func counts(_ state: TaskState) -> Bool {
    if self == .tasksDue { return state.isOpen && state != .late }
    return TaskFigure(rawValue: rawValue)?.counts(state) ?? false
  }

  /// Whether it counts a resolution of which a unit has said so much by a day.
  fileprivate func counts(_ answer: CascadeAnswer, on day: CivilDate) -> Bool {
    switch self {
    case .resolutionsSent: true
    case .resolutionsReceived: answer.step(on: day) != .silent
    case .resolutionsStudied: answer.study.map { $0.day <= day } ?? false
    case .resolutionsConcrete: answer.concrete.map { $0 <= day } ?? false
    default: false
    }
  }
}
