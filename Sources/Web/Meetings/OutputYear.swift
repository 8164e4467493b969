import Basics
import Records
import Rules

/// What the thematic meetings of a programme made in a year, in and below a unit.
struct OutputYear: Sendable {
  /// A meeting of the programme, and whether it made as much as that asks for.
  struct Judged: Sendable {
    let line: OutputLine
    let isEnough: Bool
  }

  /// All the meetings of a year the programme asks, in few bytes, and their numbers by the unit directly below.
  struct Register: Sendable {
    /// A meeting, and whether it made enough.
    struct Mark: Sendable {
      let meeting: ThematicMeeting
      let isEnough: Bool
    }

    var marks: [Mark] = []
    var rows: [Row] = []

    /// Those in one state, the newest first.
    func marks(_ state: State) -> [Mark] {
      state == .all ? marks : marks.filter { $0.isEnough == (state == .enough) }
    }
  }

  /// Which meetings are listed.
  enum State: String, CaseIterable {
    case all, enough, missing
  }

  /// A unit directly below, with its meetings counted.
  struct Row: Sendable {
    let unit: UnitLink
    var asked = 0
    var enough = 0
    var outputs = 0
  }

  let unit: UnitLink
  let path: [UnitLink]
  let year: Int
  let state: State
  let isCell: Bool
  /// The programme of the year's last day; `nil` when there was none.
  let programme: Rulebook?
  let rows: [Row]
  let sum: Row
  let lines: [Judged]
  let count: Int
  let firstSerial: Int
  let previous: String?
  let next: String?
}

extension Visit {
  func askedState() throws -> OutputYear.State {
    guard let text = asked.value("state") else { return .all }
    guard let state = OutputYear.State(rawValue: text) else { throw PageFault.value(name: "state", text) }
    return state
  }

  /// The meetings of a year whose programme asks for outputs, by the programme that holds for the unit asked about.
  func outputRegister(_ unit: ID<Unit>, _ year: Int) throws -> OutputYear.Register {
    try kept(.outputs(unit, year, asOf)) {
      guard let period = Period(year: year) else { return OutputYear.Register() }
      let library = try regulations(for: unit)
      var programmes: [CivilDate: OutputProgrammes.Known?] = [:]
      var known = OutputProgrammes()
      var register = OutputYear.Register()
      try MeetingLists(db: db).eachThematic(below: unit, period, asOf) { meeting, theme in
        let programme = programmes[meeting.day] ?? known.programme(library, on: meeting.day)
        programmes[meeting.day] = .some(programme)
        guard let programme, known.asks(programme, meeting.kind, theme) else { return }
        let isEnough = known.isEnough(programme, meeting.outputs)
        register.marks.append(OutputYear.Register.Mark(meeting: meeting, isEnough: isEnough))
      }
      register.rows = try outputRows(unit, register.marks)
      return register
    }
  }

  /// Some meetings as a list tells them.
  func outputLines(_ marks: [OutputYear.Register.Mark]) throws -> [OutputYear.Judged] {
    let lines = try MeetingLists(db: db).outputs(of: marks.map(\.meeting), asOf)
    return zip(lines, marks).map { OutputYear.Judged(line: $0, isEnough: $1.isEnough) }
  }

  func outputYear(_ key: String) throws -> OutputYear {
    let unit = try unit(key)
    try require(.readMeetings, on: unit)
    let path = try standing(of: unit)
    let (year, state) = (try askedYear(), try askedState())
    let register = try outputRegister(unit, year)
    let isCell = path.last?.kind.isCell ?? false
    let chosen = register.marks(state)
    let stretch = try Stretch(chosen.count, asked)
    let link = path.last?.link ?? UnitLink(key, "")
    var sum = OutputYear.Row(unit: link)
    for row in register.rows { sum.add(row) }
    let lastDay = Period(year: year)?.until.adding(days: -1) ?? asOf.day
    return OutputYear(
      unit: link,
      path: crumbs(path),
      year: year,
      state: state,
      isCell: isCell,
      programme: try regulations(for: unit).version(of: OutputProgramme.family, on: lastDay),
      rows: isCell ? [] : register.rows,
      sum: sum,
      lines: try outputLines(Array(chosen[stretch.range])),
      count: chosen.count,
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next
    )
  }

  /// The meetings counted for each unit directly below that has any, by name.
  private func outputRows(
    _ unit: ID<Unit>,
    _ marks: [OutputYear.Register.Mark]
  ) throws -> [OutputYear.Row] {
    let branches = try ResolutionStore(db: db).branches(below: unit, asOf)
    var rows: [ID<Unit>: OutputYear.Row] = [:]
    for mark in marks {
      let branch = branches[mark.meeting.unit] ?? mark.meeting.unit
      rows[branch, default: OutputYear.Row(unit: UnitLink(branch.description, ""))].add(mark)
    }
    let names = try NameStore(db: db).names(of: Array(rows.keys), asOf.knowledge)
    return rows.map { branch, row in
      var named = OutputYear.Row(
        unit: UnitLink(branch.description, names[branch]?.value(around: asOf.day) ?? "")
      )
      named.add(row)
      return named
    }.sorted {
      (VietnameseName.sortKey($0.unit.name), $0.unit.key)
        < (VietnameseName.sortKey($1.unit.name), $1.unit.key)
    }
  }
}

extension OutputYear.Row {
  fileprivate mutating func add(_ mark: OutputYear.Register.Mark) {
    asked += 1
    if mark.isEnough { enough += 1 }
    outputs += mark.meeting.outputs
  }

  fileprivate mutating func add(_ other: OutputYear.Row) {
    asked += other.asked
    enough += other.enough
    outputs += other.outputs
  }
}

/// The programmes of a year while its meetings are walked: a theme or a number that was judged is not judged again.
private struct OutputProgrammes {
  struct Known {
    let place: Int
    let programme: OutputProgramme
    let judge: Judge?
  }

  private struct Theme: Hashable {
    let place: Int
    let text: String?
  }

  private var found: [Known] = []
  private var asked: [Theme: Bool] = [:]
  private var enough: [[Int: Bool]] = []

  /// The programme in force on a day.
  mutating func programme(_ library: RulebookLibrary, on day: CivilDate) -> Known? {
    guard let book = library.version(of: OutputProgramme.family, on: day) else { return nil }
    if let known = found.first(where: { $0.programme.book.name == book.name }) { return known }
    let judge = library.judge(OutputProgramme.family, of: OutputProgramme.family, on: day)
    let known = Known(place: found.count, programme: OutputProgramme(book), judge: judge)
    found.append(known)
    enough.append([:])
    return known
  }

  mutating func asks(_ known: Known, _ kind: MeetingKind, _ theme: String?) -> Bool {
    let theme = Theme(place: known.place, text: theme)
    if let told = asked[theme] { return told }
    // All of them count for a quarter: the theme alone decides.
    let told = known.programme.asks(kind, theme: theme.text)
    asked[theme] = told
    return told
  }

  mutating func isEnough(_ known: Known, _ outputs: Int) -> Bool {
    if let told = enough[known.place][outputs] { return told }
    let told = known.judge?.verdict(OutputProgramme.facts(outputs)).outcomeName == "met"
    enough[known.place][outputs] = told
    return told
  }
}
