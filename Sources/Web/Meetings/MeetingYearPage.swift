import Basics
import Markup
import Phrases
import Records
import Rules

/// The meetings of a unit in a year: of a cell each of them; of a committee which of its cells met in which month.
struct MeetingYearPage: Sendable {
  /// A unit directly below with its cells, month by month.
  struct Row: Sendable {
    let unit: UnitLink
    var cells = 0
    /// For January to December: of how many cells a meeting was due, and how many held one.
    var months: [(met: Int, due: Int)]
    /// Of how many cells a thematic meeting was held in each quarter that is over.
    var quarters: [(met: Int, due: Int)]
    var obliged = 0
    var present = 0
  }

  let unit: UnitLink
  let path: [UnitLink]
  let year: Int
  let isCell: Bool
  let lines: [MeetingLine]
  /// What the cell held; `nil` for a committee.
  let held: MeetingYear?
  let verdicts: [(title: Wording, verdict: Verdict)]
  let rows: [Row]
  let coming: [MeetingLine]
  let permissions: [Fact<MeetingPermission>]
  let mayCall: Bool
  /// Whether the reader says how the cell may meet, and what they wrote of it.
  let mayAllow: Bool
  var modes = ModeForm()
  /// Whether the reader words the minutes of the unit and what stands below it.
  let mayWord: Bool
}

extension Visit {
  func meetingYear(_ key: String) throws -> MeetingYearPage {
    let unit = try unit(key)
    let path = try standing(of: unit)
    let isOwn = standing.home?.key == key
    if try !isOwn && !follows(unit) { try require(.readMeetings, on: unit) }
    let deeds = try deeds(on: unit)
    let year = try askedYear()
    let isCell = path.last?.kind == .cell || path.last?.kind == .baseCell
    let lists = MeetingLists(db: db)
    let months = Month.over(in: year, on: min(asOf.day, today))
    var held: MeetingYear?
    var verdicts: [(title: Wording, verdict: Verdict)] = []
    if isCell, let since = try UnitStore(db: db).existence(unit).existence?.start {
      var meetings = MeetingYear(year, due: Visit.due(months, since: since))
      for month in try lists.months(below: unit, in: year, asOf) where month.unit == unit {
        for _ in 0..<month.count { meetings.add(month.kind, inMonth: month.month) }
      }
      held = meetings
      let library = try regulations(for: unit)
      for subject in ["months", "quarters"] where year < asOf.day.year || subject == "months" {
        guard let last = months.last?.next.start.adding(days: -1),
          let judge = library.judge("meeting", of: subject, on: last)
        else { continue }
        verdicts.append((judge.rule.title, judge.verdict(meetings.facts)))
      }
    }
    let period = Period(year: year)
    return MeetingYearPage(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      year: year,
      isCell: isCell,
      lines: try isCell ? period.map { try lists.meetings(of: unit, $0, asOf.knowledge) } ?? [] : [],
      held: held,
      verdicts: verdicts,
      rows: try isCell ? [] : meetingBoard(unit, year),
      coming: try isCell
        ? []
        : kept(.comingMeetings(unit, today)) { try lists.coming(below: unit, from: today, limit: 20) },
      permissions: try isCell ? MeetingStore(db: db).permissions(of: unit) : [],
      mayCall: isCell && viewpoint.isNow && deeds.contains(.keepMeetings),
      mayAllow: isCell && viewpoint.isNow && deeds.contains(.allowMeetingModes),
      mayWord: viewpoint.isNow && deeds.contains(.fileDecisions)
    )
  }

  /// The year an address names; without one, that of the day shown.
  func askedYear() throws -> Int {
    guard let text = asked.value("year") else { return asOf.day.year }
    guard let number = Int(digits: text), (1930...9998).contains(number) else {
      throw PageFault.value(name: "year", text)
    }
    return number
  }

  /// The months in which a meeting of a cell was due: those over since it was there from their first day.
  private static func due(_ months: [Month], since: CivilDate) -> ClosedRange<Int>? {
    let due = months.filter { $0.start >= since }.map { $0.start.parts.month }
    guard let first = due.first, let last = due.last else { return nil }
    return first...last
  }

  /// Which cells below a unit met in which month and quarter of a year, by the unit directly below.
  func meetingBoard(_ unit: ID<Unit>, _ year: Int) throws -> [MeetingYearPage.Row] {
    let months = Month.over(in: year, on: min(asOf.day, today))
    return try kept(.meetingBoard(unit, year, asOf)) { try board(unit, year, months) }
  }

  private func board(_ unit: ID<Unit>, _ year: Int, _ months: [Month]) throws -> [MeetingYearPage.Row] {
    let lists = MeetingLists(db: db)
    var counts: [ID<Unit>: MeetingYear] = [:]
    var turnouts: [ID<Unit>: (obliged: Int, present: Int)] = [:]
    let cells = try lists.cells(below: unit, asOf)
    for cell in cells { counts[cell.unit] = MeetingYear(year, due: Visit.due(months, since: cell.since)) }
    try lists.eachHeld(below: unit, in: year, asOf) { cell, day, kind, turnout in
      counts[cell]?.add(kind, inMonth: day.parts.month)
      turnouts[cell, default: (0, 0)].obliged += turnout.obliged
      turnouts[cell, default: (0, 0)].present += turnout.present
    }
    let branches = Array(Set(cells.map { $0.branch ?? $0.unit }))
    let names = try NameStore(db: db).names(of: branches, asOf.knowledge).mapValues { known in
      known.value(around: asOf.day) ?? ""
    }
    var order: [ID<Unit>] = []
    var rows: [ID<Unit>: MeetingYearPage.Row] = [:]
    for cell in cells {
      guard let held = counts[cell.unit] else { continue }
      let branch = cell.branch ?? cell.unit
      if rows[branch] == nil {
        order.append(branch)
        rows[branch] = MeetingYearPage.Row(
          unit: UnitLink(branch.description, names[branch] ?? cell.name),
          months: Array(repeating: (0, 0), count: 12),
          quarters: Array(repeating: (0, 0), count: 4)
        )
      }
      rows[branch]?.cells += 1
      for month in 1...12 where held.due?.contains(month) == true {
        rows[branch]?.months[month - 1].due += 1
        if held.months[month - 1] > 0 { rows[branch]?.months[month - 1].met += 1 }
      }
      for quarter in 1...4 where held.isOver(quarter) {
        rows[branch]?.quarters[quarter - 1].due += 1
        if held.quarters[quarter - 1] > 0 { rows[branch]?.quarters[quarter - 1].met += 1 }
      }
      let turnout = turnouts[cell.unit] ?? (0, 0)
      rows[branch]?.obliged += turnout.obliged
      rows[branch]?.present += turnout.present
    }
    let sorted = order.sorted {
      VietnameseName.sortKey(names[$0] ?? "") < VietnameseName.sortKey(names[$1] ?? "")
    }
    return sorted.compactMap { rows[$0] }
  }
}
