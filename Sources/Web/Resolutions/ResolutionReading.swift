import Basics
import Records
import Rules
import Storage

/// A resolution in the register of a unit.
struct RegisterRow: Sendable {
  var line: ResolutionLine
  /// How far the unit has come with it, where it is a superior's.
  var answer: CascadeAnswer?
  var rollUp: TaskRollUp
  /// When the unit was last reminded of it, while it is silent.
  var reminder: Reminder?
  /// The units it was sent to, and those of them that are silent, where it is the unit's own.
  var sent = 0
  var silent = 0

  var key: String { line.resolution.key.description }
}

/// The resolutions of a unit: those from above on which it is silent first, then the others, the newest first.
struct ResolutionRegister: Sendable {
  var unit: UnitLink
  var path: [UnitLink]
  var rows: [RegisterRow]
  var count: Int
  var isCell: Bool
  var mayKeep: Bool
  var takesFiles: Bool
  var firstSerial: Int
  var previous: String?
  var next: String?
}

/// A unit that a resolution was sent to, on the page of the resolution.
struct CascadeRow: Sendable {
  var line: CascadeLine
  var rollUp: TaskRollUp
  var mayAnswer: Bool
  /// When it was last reminded.
  var reminder: Reminder?
  var mayRemind: Bool
}

/// A resolution with its tasks, and what became of it in the units it was sent to.
struct ResolutionPage: Sendable {
  var line: ResolutionLine
  var path: [UnitLink]
  var parent: (key: String, title: String)?
  /// The meeting it was passed at; without a key where that does not open to the visitor.
  var meeting: (key: String?, day: CivilDate)?
  var children: [(key: String, line: ResolutionLine)]
  var tasks: [TaskLine]
  var rollUp: TaskRollUp
  var rows: [CascadeRow]
  var sent: Int
  var silent: Int
  /// The step to which the units below are narrowed, and how many of them there are.
  var step: CascadeStep?
  var shown: Int
  var mayKeep: Bool
  /// Whether all of it is the visitor's to see, and not only what was sent to their own.
  var seesAll: Bool
  var meetings: [MatterMeeting] = []
  var firstSerial: Int
  var previous: String?
  var next: String?

  var key: String { line.resolution.key.description }
}

extension Visit {
  func taskLines(_ question: TaskQuestion) throws -> [TaskLine] {
    try kept(.tasks(question)) { try TaskStore(db: db).lines(question) }
  }

  /// Every resolution of the register of a unit.
  func registerRows(_ unit: ID<Unit>) throws -> [RegisterRow] {
    let store = ResolutionStore(db: db)
    let cascades = CascadeStore(db: db)
    let tasks = try countedTasks(TaskQuestion(.below(unit), asOf))
    let links = try store.links(below: unit, asOf)
    let rollUps = rollUps(tasks, links)
    let answers = try cascades.lines(.sentTo(unit), counted: tasks, links: links, asOf)
    let sent = Dictionary(
      grouping: try cascades.lines(.sentBy(unit), counted: tasks, links: links, asOf),
      by: \.resolution
    )
    let received = try store.received(by: unit, asOf)
    let reminders = try store.reminders(.sentTo(unit), asOf.knowledge)
    let above = answers.compactMap { answer -> RegisterRow? in
      guard let line = received.first(where: { $0.resolution.key == answer.resolution }) else { return nil }
      return RegisterRow(
        line: line,
        answer: answer.answer,
        rollUp: rollUps[answer.resolution] ?? TaskRollUp(),
        reminder: reminders.first { $0.resolution == answer.resolution && $0.day <= asOf.day }
      )
    }
    let own = try store.own(of: unit, asOf).map { line in
      let key = line.resolution.key
      let units = sent[key] ?? []
      return RegisterRow(
        line: line,
        rollUp: rollUps[key] ?? TaskRollUp(),
        sent: units.count,
        silent: units.count { $0.answer.step(on: asOf.day) == .silent }
      )
    }
    let silent = above.filter { $0.answer?.step(on: asOf.day) == .silent }
    let others = (above.filter { $0.answer?.step(on: asOf.day) != .silent } + own)
      .sorted { $0.line.fact.span.start > $1.line.fact.span.start }
    return silent + others
  }

  func resolutionRegister(_ key: String) throws -> ResolutionRegister {
    let unit = try unit(key)
    try require(.readResolutions, on: unit)
    let path = try standing(of: unit)
    let rows = try kept(.register(unit, asOf)) { try registerRows(unit) }
    let stretch = try Stretch(rows.count, asked)
    return ResolutionRegister(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      rows: Array(rows[stretch.range]),
      count: rows.count,
      isCell: path.last?.kind.isCell ?? false,
      mayKeep: try viewpoint.isNow && allows(.keepResolutions, on: unit),
      takesFiles: try allows(.exportLists, on: unit),
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next
    )
  }

  /// A resolution that the visitor may read: of a unit in their reach, or sent to one.
  func readableResolution(_ key: String) throws -> (line: ResolutionLine, seesAll: Bool) {
    guard let id = ID<FactMark>(key), let found = try readableResolution(id) else { throw PageFault.absent }
    return found
  }

  /// The same; `nil` where there is none that opens to the visitor.
  func readableResolution(_ id: ID<FactMark>) throws -> (line: ResolutionLine, seesAll: Bool)? {
    let store = ResolutionStore(db: db)
    guard let line = try store.resolution(id, asOf) else { return nil }
    if try allows(.readResolutions, on: line.resolution.unit) { return (line, true) }
    return try store.wasSent(id, below: places(allowing: .readResolutions), asOf) ? (line, false) : nil
  }

  /// The units for which the visitor has a role that allows a deed.
  private func places(allowing deed: Deed) -> [ID<Unit>] {
    standing.places.filter { Rights.allows($0.role, deed, on: .own) }.map(\.unit)
  }

  private func passed(at meeting: ID<FactMark>) throws -> (key: String?, day: CivilDate)? {
    guard let fact = try MeetingStore(db: db).meeting(meeting, asOf.knowledge) else { return nil }
    return (try allows(.readMeetings, on: fact.value.unit) ? meeting.description : nil, fact.span.start)
  }

  /// What became of a resolution in the units it was sent to.
  private struct Cascade: Sendable {
    let links: [ResolutionLink]
    let lines: [CascadeLine]
    let branches: [ID<Unit>: TaskRollUp]
  }

  private func standing(of resolution: Resolution, _ tasks: [TaskLine]) throws -> Cascade {
    let store = CascadeStore(db: db)
    let links = try ResolutionStore(db: db).links(below: resolution.unit, asOf)
    return Cascade(
      links: links,
      lines: try store.lines(.of(resolution.key), tasks: tasks, links: links, asOf),
      branches: try store.branches(of: resolution.key, tasks: tasks, asOf)
    )
  }

  func resolutionPage(_ key: String) throws -> ResolutionPage {
    let (line, seesAll) = try readableResolution(key)
    let store = ResolutionStore(db: db)
    let resolution = line.resolution
    var tasks = try taskLines(TaskQuestion(.resolution(resolution.key), asOf))
    let known = try kept(.cascade(resolution.key, asOf)) { try standing(of: resolution, tasks) }
    let (links, branches) = (known.links, known.branches)
    var cascade = known.lines
    let mayKeep = try viewpoint.isNow && seesAll && allows(.keepResolutions, on: resolution.unit)
    var answering: Set<ID<Unit>> = []
    if !seesAll {
      // Of a superior's resolution a unit sees what concerns itself and those below it.
      let read = try store.reached(below: places(allowing: .readResolutions), asOf)
      cascade = cascade.filter { read.contains($0.unit) }
      tasks = tasks.filter { read.contains($0.task.unit) }
      if viewpoint.isNow {
        answering = try store.reached(below: places(allowing: .keepResolutions), asOf)
      }
    }
    var rollUp = TaskRollUp()
    for line in tasks { rollUp.add(line.task, line.standing) }
    let (sent, silent) = (cascade.count, cascade.count { $0.answer.step(on: asOf.day) == .silent })
    let step: CascadeStep? = try choice("step")
    if let step { cascade = cascade.filter { $0.answer.step(on: asOf.day) == step } }
    let reminders = try store.reminders(.of(resolution.key), asOf.knowledge).filter { $0.day <= asOf.day }
    let stretch = try Stretch(cascade.count, asked)
    let children = links.filter { $0.parent == resolution.key && seesAll }.prefix(50)
    let path = try kept(.path(resolution.unit, asOf)) {
      try TreeStore(db: db).path(to: resolution.unit, asOf)
    }
    return ResolutionPage(
      line: line,
      path: seesAll ? crumbs(path) : [],
      parent: try resolution.parent.flatMap { parent in
        try readableResolution(parent).map { (parent.description, $0.line.resolution.title) }
      },
      meeting: try resolution.meeting.flatMap { try passed(at: $0) },
      children: try children.compactMap { link in
        try store.resolution(link.resolution, asOf).map { (link.resolution.description, $0) }
      },
      tasks: tasks,
      rollUp: rollUp,
      rows: cascade[stretch.range].map { line in
        CascadeRow(
          line: line,
          rollUp: branches[line.unit] ?? TaskRollUp(),
          mayAnswer: mayKeep || answering.contains(line.unit),
          reminder: reminders.first { $0.unit == line.unit },
          mayRemind: mayKeep && line.answer.step(on: asOf.day) == .silent
        )
      },
      sent: sent,
      silent: silent,
      step: step,
      shown: cascade.count,
      mayKeep: mayKeep,
      seesAll: seesAll,
      meetings: try meetings(about: AgendaMatter(.resolution, resolution.key.number)),
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next
    )
  }
}
