package import Basics
package import Rules
package import Storage

/// A task in a list, and how it stands on the day asked about.
package struct TaskLine: Hashable, Sendable {
  package let task: AssignedTask
  /// Since when its unit answers for it.
  package let since: CivilDate
  package let unitName: String
  package let answererName: String?
  package let resolutionTitle: String?
  package let standing: TaskStanding
}

/// A task in as few words as counting needs: whose, of which resolution, by when, and how it stands.
package struct CountedTask: Hashable, Sendable {
  package let key: ID<FactMark>
  package let unit: ID<Unit>
  package let answerer: ID<Person>?
  package let resolution: ID<FactMark>?
  package let due: CivilDate
  package let target: Quantity
  package let weight: Int
  /// Since when its unit answers for it.
  package let since: CivilDate
  package let standing: TaskStanding

  /// Whether it is still to be done, and in this month.
  package func isDue(in month: Month) -> Bool {
    standing.state.isOpen && standing.state != .late && month.span.contains(due)
  }
}

extension TaskLine {
  package var counted: CountedTask {
    CountedTask(
      key: task.key,
      unit: task.unit,
      answerer: task.answerer,
      resolution: task.resolution,
      due: task.due,
      target: task.measure.target,
      weight: task.weight,
      since: since,
      standing: standing
    )
  }
}

extension TaskRollUp {
  package mutating func add(_ task: CountedTask) {
    add(weight: task.weight, target: task.target, task.standing)
  }
}

/// Something told of a task, with the file that shows it.
package struct ToldProgress: Hashable, Sendable {
  package let id: ID<FactMark>
  package let day: CivilDate
  package let progress: TaskProgress
  package let file: FileHash?
  package let name: String?
  package let writer: String?
}

/// Which tasks a list holds.
package struct TaskQuestion: Hashable, Sendable {
  package enum Scope: Hashable, Sendable {
    case own(ID<Unit>)
    case below(ID<Unit>)
    case person(ID<Person>)
    /// Those of a resolution, and of all that carry it out.
    case resolution(ID<FactMark>)
    case task(ID<FactMark>)
  }

  package var scope: Scope
  package var asOf: AsOf
  /// Only those due within it that were given by the day, answered for by whoever did on the last day of each.
  package var due: Period?

  package init(_ scope: Scope, _ asOf: AsOf, due: Period? = nil) {
    self.scope = scope
    self.asOf = asOf
    self.due = due
  }
}

/// Reads tasks, and works out how each stands: two questions, however many there are.
package struct TaskStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// The tasks asked about, those due first before the others.
  package func lines(_ question: TaskQuestion) throws -> [TaskLine] {
    let asOf = question.asOf
    let source = TaskStore.source(question)
    let rows = try db.rows(
      """
      SELECT t.start_on, (
          SELECT n.name FROM unit_name n WHERE n.unit = t.unit AND \(known("n", asOf.knowledge))
            AND n.start_on <= \(asOf.day) ORDER BY n.start_on DESC LIMIT 1),
        (SELECT p.name FROM particulars p WHERE p.person = t.answerer AND \(known("p", asOf.knowledge))
          ORDER BY p.start_on DESC LIMIT 1),
        (SELECT r.title FROM resolution r WHERE r.resolution = t.resolution AND \(known("r", asOf.knowledge))
          ORDER BY r.start_on DESC LIMIT 1),
        \(AssignedTask.columns)
      FROM \(source) ORDER BY t.due, t.task
      """
    ) { row in
      (
        task: try AssignedTask(row, from: 4), since: try row[0] as CivilDate, unit: try row[1] as String?,
        answerer: try row[2] as String?, resolution: try row[3] as String?
      )
    }
    if rows.isEmpty { return [] }
    let told = try told(source, asOf.knowledge)
    return rows.map { row in
      TaskLine(
        task: row.task,
        since: row.since,
        unitName: row.unit ?? "",
        answererName: row.answerer,
        resolutionTitle: row.resolution,
        standing: TaskStanding(row.task, told[row.task.key] ?? [], on: asOf.day)
      )
    }
  }

  /// The same tasks without their words, for whoever counts them: by the day on which they are due.
  package func counted(_ question: TaskQuestion) throws -> [CountedTask] {
    let asOf = question.asOf
    let source = TaskStore.source(question)
    let told = try told(source, asOf.knowledge)
    return try db.rows(
      """
      SELECT t.task, t.unit, t.answerer, t.resolution, t.due, t.target, t.weight, t.start_on, t.ending, t.ended
      FROM \(source) ORDER BY t.due, t.task
      """
    ) { row in
      let key: ID<FactMark> = try row[0]
      let (due, target): (CivilDate, Quantity) = (try row[4], try row[5])
      let ending: TaskEnding? = try row[8]
      return CountedTask(
        key: key,
        unit: try row[1],
        answerer: try row[2],
        resolution: try row[3],
        due: due,
        target: target,
        weight: try row[6],
        since: try row[7],
        standing: TaskStanding(
          target: target,
          due: due,
          ending: try ending.map { ($0, try row[9]) },
          told[key] ?? [],
          on: asOf.day
        )
      )
    }
  }

  /// How far each of some tasks was told to have come, in the order in which it was told.
  private func told(
    _ source: SQL,
    _ knowledge: Knowledge
  ) throws -> [ID<FactMark>: [(day: CivilDate, quantity: Quantity)]] {
    var told: [ID<FactMark>: [(day: CivilDate, quantity: Quantity)]] = [:]
    try db.each(
      """
      SELECT p.task, p.start_on, p.quantity FROM task_progress p
      WHERE p.task IN (SELECT t.task FROM \(source)) AND \(known("p", knowledge))
      ORDER BY p.start_on, p.id
      """
    ) { row in
      let key: ID<FactMark> = try row[0]
      told[key, default: []].append((try row[1], try row[2]))
    }
    return told
  }

  /// The rows of tasks, called `t`, one for each that is asked about.
  private static func source(_ question: TaskQuestion) -> SQL {
    let asOf = question.asOf
    let span: SQL =
      question.due.map { period in
        """
        \(known("t", asOf.knowledge)) AND t.due >= \(period.from) AND t.due < \(period.until)
          AND t.start_on <= t.due AND (t.end_on IS NULL OR t.end_on > t.due) AND t.start_on <= \(asOf.day)
        """
      } ?? Records.asOf("t", asOf)
    return switch question.scope {
    case .own(let unit): "task t WHERE t.unit = \(unit) AND \(span)"
    case .person(let person): "task t WHERE t.answerer = \(person) AND \(span)"
    case .task(let key): "task t WHERE t.task = \(key) AND \(span)"
    case .below(let unit):
      """
      ancestry a JOIN task t ON t.unit = a.unit
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf)) AND \(span)
      """
    case .resolution(let key):
      """
      task t WHERE t.resolution IN (
        WITH RECURSIVE under (resolution) AS (
          SELECT CAST(\(key) AS BIGINT)
          UNION SELECT r.resolution FROM resolution r JOIN under u ON r.parent = u.resolution
          WHERE \(known("r", asOf.knowledge)))
        SELECT u.resolution FROM under u) AND \(span)
      """
    }
  }

  /// A task as it stands on a day; of one whose unit is no more, as it stood last.
  package func line(_ key: ID<FactMark>, _ asOf: AsOf) throws -> TaskLine? {
    if let line = try lines(TaskQuestion(.task(key), asOf)).first { return line }
    guard let last = try facts(key, asOf.knowledge).last else { return nil }
    return try lines(TaskQuestion(.task(key), AsOf(last.span.start, asOf.knowledge))).first
  }

  /// All who answered for a task one after the other.
  package func facts(_ key: ID<FactMark>, _ knowledge: Knowledge = .now) throws -> [Fact<AssignedTask>] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, \(AssignedTask.columns) FROM task t
      WHERE t.task = \(key) AND \(known("t", knowledge)) ORDER BY t.start_on, t.id
      """
    ) { row in try MeetingStore.fact(row) { try AssignedTask($0, from: 3) } }
  }

  /// The task that goes on with one that was carried over.
  package func successor(of key: ID<FactMark>, _ knowledge: Knowledge = .now) throws -> ID<FactMark>? {
    try db.value("SELECT t.task FROM task t WHERE t.carries = \(key) AND \(known("t", knowledge)) LIMIT 1")
  }

  /// What was told of a task, the newest first.
  package func progress(of key: ID<FactMark>, _ knowledge: Knowledge = .now) throws -> [ToldProgress] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.quantity, t.note, t.file, t.name, c.display_name FROM task_progress t
      JOIN entry e ON e.seq = t.recorded LEFT JOIN account c ON c.id = e.account
      WHERE t.task = \(key) AND \(known("t", knowledge)) ORDER BY t.start_on DESC, t.id DESC
      """
    ) { row in
      ToldProgress(
        id: try row[0],
        day: try row[1],
        progress: TaskProgress(try row[2], note: try row[3]),
        file: try row[4],
        name: try row[5],
        writer: try row[6]
      )
    }
  }

  // MARK: Figures

  /// The tasks of a unit or a person that a review of a period counts: those that were due in it.
  ///
  /// A task is that of whoever answered for it on its last day.
  package func reviewed(_ scope: TaskQuestion.Scope, _ period: Period, _ asOf: AsOf) throws -> [TaskLine] {
    try lines(TaskQuestion(scope, asOf, due: period))
  }

  /// The figures of a review, by the names the regulations give them.
  package func figures(
    _ scope: TaskQuestion.Scope,
    _ period: Period,
    _ asOf: AsOf
  ) throws -> [TaskFigure: Int] {
    let states = try counted(TaskQuestion(scope, asOf, due: period)).map(\.standing.state)
    return Dictionary(
      uniqueKeysWithValues: TaskFigure.allCases.map { figure in
        (figure, states.count { figure.counts($0) })
      }
    )
  }
}
