import Basics
import Hummingbird
import Markup
import Records
import Rules
import Sheets

/// What the cells below a unit have done with the meeting of a month, or with the thematic one of a quarter.
struct MeetingDesk: Sendable {
  /// The month or quarter asked about.
  enum Time: Hashable, Sendable {
    case month(Month)
    case quarter(Int, Int)

    var period: Period? {
      switch self {
      case .month(let month): Period(from: month.start, until: month.next.start)
      case .quarter(let quarter, let year):
        CivilDate(year: year, month: quarter * 3 - 2, day: 1).flatMap { start in
          Period(from: start, until: start.adding(months: 3))
        }
      }
    }

    /// How an address names it.
    var pair: (name: String, value: String) {
      switch self {
      case .month(let month): ("month", month.description)
      case .quarter(let quarter, let year): ("quarter", "\(year)-\(quarter)")
      }
    }

    /// The one before or after.
    func moved(by step: Int) -> Time? {
      switch self {
      case .month(let month): return .month(Month(of: month.start.adding(months: step)))
      case .quarter(let quarter, let year):
        let number = year * 4 + quarter - 1 + step
        return .quarter(number % 4 + 1, number / 4)
      }
    }
  }

  struct Row: Sendable {
    var line: MeetingDeskLine
    /// How many days after the meeting both had signed, or how long it has waited for that.
    var days: Int?
    /// Whether the regulation has a bound for that, and it was passed.
    var isLate: Bool
  }

  var unit: UnitLink
  var path: [UnitLink]
  var time: Time
  var question: MeetingDeskQuestion
  var counts: [MeetingProgress: Int]
  var rows: [Row]
  var count: Int
  var takesFiles: Bool
  var firstSerial: Int
  var previous: String?
  var next: String?
}

extension Viewpoint {
  /// What the cells below a unit have done with the meeting of a month or quarter.
  func meetingDesk(_ unit: String, _ time: MeetingDesk.Time, _ query: Query = Query()) -> Path {
    guard opens.meetings else { return .closed }
    return Path("units", unit, "meetings", "cells").with(time.pair.name, time.pair.value).keeping(query)
      .keeping(kept)
  }

  /// The same as a file.
  func meetingDeskFile(_ unit: String, _ format: String, _ query: Query) -> Path {
    opens.files && opens.meetings
      ? Path("units", unit, "cell-meetings." + format).keeping(query).keeping(kept) : .closed
  }
}

extension Visit {
  /// The month or quarter an address names; without one, the last month that is over.
  private func deskTime() throws -> MeetingDesk.Time {
    if let text = asked.value("quarter") {
      let parts = text.split(separator: "-").compactMap { Int(digits: String($0)) }
      guard parts.count == 2, (1...4).contains(parts[1]), (1930...9998).contains(parts[0]) else {
        throw PageFault.value(name: "quarter", text)
      }
      return .quarter(parts[1], parts[0])
    }
    guard let text = asked.value("month") else { return .month(Month(of: asOf.day).previous) }
    guard let month = Month(text) else { throw PageFault.value(name: "month", text) }
    return .month(month)
  }

  private func deskQuestion(_ unit: ID<Unit>, _ time: MeetingDesk.Time) throws -> MeetingDeskQuestion {
    var state: MeetingProgress?
    if let text = asked.value("state") {
      guard let found = MeetingProgress(code: text) else { throw PageFault.value(name: "state", text) }
      state = found
    }
    let isThematic = if case .quarter = time { true } else { false }
    return MeetingDeskQuestion(
      unit,
      time.period ?? yearSoFar,
      isThematic: isThematic,
      asOf,
      today: min(today, asOf.day),
      state: state,
      order: try choice("sort") ?? .state,
      isDescending: asked.value("way") == "down"
    )
  }

  func meetingDesk(_ key: String) throws -> MeetingDesk {
    let unit = try unit(key)
    try require(.readMeetings, on: unit)
    let path = try standing(of: unit)
    let time = try deskTime()
    let question = try deskQuestion(unit, time)
    let store = MeetingDeskStore(db: db)
    var all = question
    (all.state, all.order, all.isDescending) = (nil, .state, false)
    let cells = try kept(.meetingDesk(all)) { try store.cells(all) }
    let chosen = cells.chosen(question)
    let stretch = try Stretch(chosen.count, asked)
    let judge = try regulations(for: unit)
      .judge("meeting", of: "filing", on: question.period.last)
    let lines = try store.lines(Array(chosen[stretch.range]), question)
    return MeetingDesk(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      time: time,
      question: question,
      counts: cells.counts,
      rows: lines.map { deskRow($0, judge) },
      count: chosen.count,
      takesFiles: try allows(.exportLists, on: unit),
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next
    )
  }

  private func deskRow(_ line: MeetingDeskLine, _ judge: Judge?) -> MeetingDesk.Row {
    guard let meeting = line.meeting else { return MeetingDesk.Row(line: line, isLate: false) }
    let filed = meeting.filed.map { time($0).day } ?? min(today, asOf.day)
    let days = max(meeting.day.days(until: filed), 0)
    let verdict = judge?.verdict(["minutes.days": Quantity(days)])
    return MeetingDesk.Row(line: line, days: days, isLate: verdict?.outcomeName == "notMet")
  }

  func exportDesk(_ key: String, _ format: ExportFormat) throws -> TakenList {
    let unit = try unit(key)
    try require(.readMeetings, on: unit)
    try require(.exportLists, on: unit)
    let time = try deskTime()
    let question = try deskQuestion(unit, time)
    let name = "cell-meetings-\(try standing(of: unit).last?.code ?? "")-\(time.pair.value)"
    let columns = [
      XLSXColumn("unitName", width: 44), XLSXColumn("parentName", width: 44), XLSXColumn("state", width: 14),
      XLSXColumn("day", content: .day),
      XLSXColumn("obliged", content: .number), XLSXColumn("present", content: .number),
      XLSXColumn("filed", content: .day), XLSXColumn("filedDays", content: .number),
      XLSXColumn("ownMet", content: .number), XLSXColumn("ownAll", content: .number),
      XLSXColumn("superiorMet", content: .number), XLSXColumn("superiorAll", content: .number),
    ]
    let file = try ExportFile(format, title: name, columns: columns, created: moment)
    let lines = try MeetingDeskStore(db: db).lines(question, limit: 100_000)
    func number(_ number: Int?) -> ListCell { number.map { .number($0) } ?? .text(nil) }
    for line in lines {
      let meeting = line.meeting
      let filed = meeting?.filed.map { self.time($0).day }
      let days = meeting.flatMap { meeting in filed.map { max(meeting.day.days(until: $0), 0) } }
      try file.write([
        .text(line.unitName), .text(line.aboveName), .text(line.state.code), .day(meeting?.day),
        number(meeting?.turnout?.obliged), number(meeting?.turnout?.present), .day(filed), number(days),
        number(meeting?.own.met), number(meeting?.own.all), number(meeting?.superior.met),
        number(meeting?.superior.all),
      ])
    }
    try logList(of: unit, on: asOf.day, count: lines.count, named: [])
    return TakenList(try file.finish(), name: name)
  }
}

/// The page of what cells have done with their meetings, and its file.
struct MeetingDeskPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/meetings/cells", use: desk)
    routes.files(of: "cell-meetings") { request, key, format in
      try await reception.take(request, format) { try $0.exportDesk(key, format) }
    }
  }

  /// `GET /units/:unit/meetings/cells?month=2025-10&state=missed&sort=day&way=down`, or `quarter=2025-3`.
  @Sendable func desk(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .meetings) {
      try $0.meetingDesk(key)
    } _: {
      meetingDeskView($0, in: $1)
    }
  }
}
