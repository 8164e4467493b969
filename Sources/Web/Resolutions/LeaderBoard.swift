import Basics
import Hummingbird
import Markup
import Records
import Rules

/// What a leader looks at: the resolutions sent down and who is silent, tasks by unit, and the months of a year.
struct LeaderBoard: Sendable {
  /// A resolution of the unit with how many of the units below have come how far.
  struct Sent: Sendable {
    var line: ResolutionLine
    var steps: [CascadeStep: Int]
    var rollUp: TaskRollUp

    var key: String { line.resolution.key.description }
  }

  /// A unit from which nothing was heard on a resolution.
  struct Silent: Sendable {
    var cascade: CascadeLine
    var title: String
    var reminder: Reminder?
  }

  /// A unit directly below, or the unit itself: its tasks, and its meetings and tasks of each month.
  struct Branch: Sendable {
    var unit: UnitLink
    var rollUp = TaskRollUp()
    /// Open and due in the month of the day shown.
    var due = 0
    /// How many tasks were done in each month of the year.
    var done = Array(repeating: 0, count: 12)
    var months = Array(repeating: (met: 0, due: 0), count: 12)
  }

  var unit: UnitLink
  var path: [UnitLink]
  var year: Int
  var month: Month
  var sent: [Sent]
  var silent: [Silent]
  /// How many are silent altogether.
  var silentCount: Int
  var branches: [Branch]
  var mayRemind: Bool
}

/// The year themes and work programmes of a unit and those below it.
struct ProgrammeList: Sendable {
  struct Row: Sendable {
    var line: ResolutionLine
    var rollUp: TaskRollUp

    var key: String { line.resolution.key.description }
  }

  var unit: UnitLink
  var path: [UnitLink]
  var year: Int
  var rows: [Row]
  var count: Int
  var firstSerial: Int
  var previous: String?
  var next: String?
}

/// The board of the leader, and the list of programmes.
struct LeaderBoardPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/board", use: board)
    routes.get("/units/:unit/programmes", use: programmes)
  }

  /// `GET /units/:unit/board?year=2025`.
  @Sendable func board(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .units) {
      try $0.leaderBoard(key)
    } _: {
      leaderBoardView($0, in: $1)
    }
  }

  /// `GET /units/:unit/programmes?year=2025`.
  @Sendable func programmes(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .units) {
      try $0.programmeList(key)
    } _: {
      programmesView($0, in: $1)
    }
  }
}

extension Visit {
  /// How the tasks under each resolution stand, those of what carries it out included.
  func rollUps(_ tasks: [CountedTask], _ links: [ResolutionLink]) -> [ID<FactMark>: TaskRollUp] {
    let ascent = Ascent(links)
    var rollUps: [ID<FactMark>: TaskRollUp] = [:]
    for task in tasks where task.resolution != nil {
      for key in ascent.all(of: task.resolution) { rollUps[key, default: TaskRollUp()].add(task) }
    }
    return rollUps
  }

  /// The tasks of a unit and below, for whoever counts them.
  func countedTasks(_ question: TaskQuestion) throws -> [CountedTask] {
    try kept(.countedTasks(question)) { try TaskStore(db: db).counted(question) }
  }

  func leaderBoard(_ key: String) throws -> LeaderBoard {
    let unit = try unit(key)
    try require(.readResolutions, on: unit)
    try require(.readMeetings, on: unit)
    let year = try askedYear()
    var board = try kept(.leaderBoard(unit, year, asOf)) { try leaderBoard(unit, year) }
    let path = try standing(of: unit)
    board.path = crumbs(path)
    board.mayRemind = try viewpoint.isNow && allows(.keepResolutions, on: unit)
    return board
  }

  private func leaderBoard(_ unit: ID<Unit>, _ year: Int) throws -> LeaderBoard {
    let store = ResolutionStore(db: db)
    let tasks = try countedTasks(TaskQuestion(.below(unit), asOf))
    let links = try store.links(below: unit, asOf)
    let cascade = try CascadeStore(db: db).lines(.sentBy(unit), counted: tasks, links: links, asOf)
    let rollUps = rollUps(tasks, links)
    let reminders = try store.reminders(.sentBy(unit), asOf.knowledge).filter { $0.day <= asOf.day }
    let own = try store.own(of: unit, asOf)
    let titles = Dictionary(own.map { ($0.resolution.key, $0.resolution.title) }) { first, _ in first }
    let byResolution = Dictionary(grouping: cascade, by: \.resolution)
    let silent = cascade.filter { $0.answer.step(on: asOf.day) == .silent }
    return LeaderBoard(
      unit: try standing(of: unit).last?.link ?? UnitLink(unit.description, ""),
      path: [],
      year: year,
      month: Month(of: asOf.day),
      sent: own.compactMap { line in
        guard let units = byResolution[line.resolution.key] else { return nil }
        let steps = Dictionary(units.map { ($0.answer.step(on: asOf.day), 1) }, uniquingKeysWith: +)
        return LeaderBoard.Sent(
          line: line,
          steps: steps,
          rollUp: rollUps[line.resolution.key] ?? TaskRollUp()
        )
      },
      silent: silent.prefix(50).map { line in
        LeaderBoard.Silent(
          cascade: line,
          title: titles[line.resolution] ?? "",
          reminder: reminders.first { $0.resolution == line.resolution && $0.unit == line.unit }
        )
      },
      silentCount: silent.count,
      branches: try branches(of: unit, year, tasks),
      mayRemind: false
    )
  }

  /// The tasks and months of each unit directly below, and of the unit itself where it answers for tasks.
  private func branches(
    of unit: ID<Unit>,
    _ year: Int,
    _ tasks: [CountedTask]
  ) throws -> [LeaderBoard.Branch] {
    let places = try ResolutionStore(db: db).branches(below: unit, asOf)
    let (month, meetings) = (Month(of: asOf.day), try meetingBoard(unit, year))
    var rows: [String: LeaderBoard.Branch] = [:]
    var order: [String] = []
    for meeting in meetings {
      order.append(meeting.unit.key)
      rows[meeting.unit.key] = LeaderBoard.Branch(unit: meeting.unit, months: meeting.months)
    }
    let others = Set(Set(tasks.map(\.unit)).map { (places[$0] ?? unit).description }).subtracting(order)
    let names = try NameStore(db: db).names(of: others.compactMap { ID<Unit>($0) }, asOf.knowledge)
    for key in others.sorted() {
      let name = ID<Unit>(key).flatMap { names[$0]?.value(around: asOf.day) } ?? ""
      order.append(key)
      rows[key] = LeaderBoard.Branch(unit: UnitLink(key, name))
    }
    for (branch, tasks) in Dictionary(grouping: tasks, by: { places[$0.unit] ?? unit }) {
      guard var row = rows[branch.description] else { continue }
      for task in tasks {
        row.rollUp.add(task)
        if task.isDue(in: month) { row.due += 1 }
        if let day = task.standing.doneOn, day.year == year { row.done[day.parts.month - 1] += 1 }
      }
      rows[branch.description] = row
    }
    return order.compactMap { rows[$0] }
  }

  func programmeList(_ key: String) throws -> ProgrammeList {
    let unit = try unit(key)
    try require(.readResolutions, on: unit)
    let path = try standing(of: unit)
    let year = try askedYear()
    let store = ResolutionStore(db: db)
    let lines = try Period(year: year).map { try store.programmes(below: unit, in: $0, asOf) } ?? []
    let rollUps = rollUps(
      try countedTasks(TaskQuestion(.below(unit), asOf)),
      try store.links(below: unit, asOf)
    )
    let stretch = try Stretch(lines.count, asked)
    return ProgrammeList(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      year: year,
      rows: lines[stretch.range].map { line in
        ProgrammeList.Row(line: line, rollUp: rollUps[line.resolution.key] ?? TaskRollUp())
      },
      count: lines.count,
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next
    )
  }
}
