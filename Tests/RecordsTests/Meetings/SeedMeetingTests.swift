import Basics
import Records
import RulebookFiles
import Rules
import Storage
import TestWorld
import Testing

/// What articles tell of the meetings of cells, with made-up names: S004-01, -03, -06, -12, -17 and S000-36.
@Suite("Meetings of cells as the articles tell of them")
struct SeedMeetingTests {
  /// A cell of 52 members: two for whom attendance is not counted, and fifty who are obliged to come.
  private struct Cell {
    let world: World
    let unit: ID<Unit>
    let people: [ID<Person>]

    init() async throws {
      world = try await World.small()
      let cell = try await world.found(
        "SM",
        "Chi bộ khu phố Suối Mây",
        .cell,
        under: world.unit("B1"),
        on: "2010-01-01"
      )
      var people: [ID<Person>] = []
      for number in 1...52 {
        let name = "Người Số \(number)"
        people.append(try await world.admit(name, to: cell, on: "2015-02-03", official: "2016-02-03"))
      }
      (unit, self.people) = (cell, people)
      try await world.carryOut(
        ExemptMember(person: people[0], .full, for: .age, span: Span(open: "2024-01-01"))
      )
      let away = BeginRole(
        person: people[1],
        unit: world.unit("C4"),
        role: .temporary,
        span: .from("2024-01-01", until: "2026-01-01")
      )
      try await world.carryOut(away)
    }

    /// A meeting on a day of 2025, agreed by the committee two days before, some excused.
    func meet(
      _ kind: MeetingKind,
      on day: CivilDate,
      mode: MeetingMode = .inPerson,
      away: Int = 2
    ) async throws -> ID<FactMark> {
      let meeting = try await world.call(kind, of: unit, on: day) { draft in
        draft.mode = mode
        if kind.countsForQuarter { draft.theme = "Chi bộ 35: việc của khu phố" }
      }
      let before = try await world.call(.preparation, of: unit, on: day.adding(days: -2)) { draft in
        draft.prepares = meeting
      }
      try await world.hold(before, of: unit, on: day.adding(days: -2), minutes: 45)
      let excused = people[2..<(2 + away)].map { ($0, AttendanceMark.excused) }
      try await world.hold(meeting, of: unit, on: day, minutes: 95, Dictionary(uniqueKeysWithValues: excused))
      return meeting
    }

    func reading(_ meeting: ID<FactMark>) async throws -> MeetingReading {
      try #require(try await world.read { try MeetingStore(db: $0).reading(meeting) })
    }
  }

  @Test(
    "S004-01, S004-03, S004-06: 52 members, the committee meets before, more than 90 % of those obliged come"
  )
  func monthly() async throws {
    let cell = try await Cell()
    let world = cell.world
    let unit = cell.unit
    #expect(try await world.members(unit, on: "2025-03-05") == 52)
    var (obliged, present) = (0, 0)
    for month in 1...10 {
      let day = try #require(CivilDate(year: 2025, month: month, day: 5))
      let meeting = try await cell.meet(.regular, on: day, away: month % 4)
      let reading = try await cell.reading(meeting)
      #expect(reading.rollCall.obliged == 50 && reading.rollCall.listed.values.reduce(0, +) == 52)
      #expect(reading.preparations.map(\.span.start) == [day.adding(days: -2)])
      #expect(reading.facts(world.clock.clock).hasCommitteeMet == true)
      let turnout = try #require(reading.meeting.turnout)
      obliged += turnout.obliged
      present += turnout.present
    }
    // 500 were to come; 0 + 1 + 2 + 3 were excused in turn, and again.
    #expect(obliged == 500 && present == 500 - 15)
    #expect(present * 10 > obliged * 9)
    let months = try await world.read { db in
      try MeetingLists(db: db).months(below: unit, in: 2025, AsOf("2025-10-31"))
    }
    #expect(months.map(\.present).reduce(0, +) == present && months.count == 10)
    #expect(try await world.integrityFaults() == [])
  }

  @Test("S004-12, S004-17: a theme in each quarter, and one to three outputs of each, or it is flagged")
  func thematic() async throws {
    let cell = try await Cell()
    let world = cell.world
    let unit = cell.unit
    let library = ShippedRules.folder.library
    let kinds = try #require(library.version(of: "outputs", on: "2025-05-20")?.words("kinds"))
    let held: [(day: CivilDate, outputs: Int)] = [
      ("2025-02-20", 1), ("2025-05-20", 2), ("2025-08-20", 3), ("2025-10-20", 0),
    ]
    for (day, count) in held {
      let meeting = try await cell.meet(.thematic, on: day)
      for number in 0..<count {
        let output = MeetingOutput(kinds[number], title: "Sản phẩm \(number) của \(day)")
        try await world.carryOut(RegisterOutput(meeting, output))
      }
    }
    let lines = try await world.read { db in
      guard let period = Period(year: 2025) else { return [OutputLine]() }
      return try MeetingLists(db: db).thematic(below: unit, period, AsOf("2025-11-01"))
    }
    let judge = library.judge("outputs", of: "outputs", on: "2025-11-01")
    let verdicts = lines.reversed().map { judge?.verdict(OutputProgramme.facts($0.outputs.count)) }
    #expect(verdicts.map { $0?.outcomeName } == ["met", "met", "met", "notMet"])
    #expect(verdicts.last??.unmet.map(\.name) == ["outputs.least"])
    #expect(verdicts.last??.unmet.first?.confidence == .stated)
    var (year, short) = (MeetingYear(2025, due: 1...12), MeetingYear(2025, due: 1...12))
    let months = try await world.read { db in
      try MeetingLists(db: db).months(below: unit, in: 2025, AsOf("2025-11-01"))
    }
    for month in months { year.add(month.kind, inMonth: month.month) }
    for month in months where month.month != 8 { short.add(month.kind, inMonth: month.month) }
    let quarters = library.judge("meeting", of: "quarters", on: "2025-12-31")
    #expect(year.missedQuarters == [] && quarters?.verdict(year.facts).outcomeName == "met")
    #expect(short.missedQuarters == [3] && quarters?.verdict(short.facts).outcomeName == "notMet")
  }

  @Test(
    "S000-36: a large cell meets by sub-groups and online once it is allowed, with attendance of each way"
  )
  func otherWays() async throws {
    let cell = try await Cell()
    let world = cell.world
    let unit = cell.unit
    let above = try await world.officer(in: world.unit("B1"), named: "above")
    for mode in [MeetingMode.bySubgroups, .online] {
      let day: CivilDate = mode == .online ? "2025-09-05" : "2025-08-05"
      let draft = MeetingDraft(.regular, mode, on: day, at: .evening)
      #expect(
        try await world.refusals(of: CallMeeting(of: unit, draft))
          == [Objection(.mode, .modeNotAllowed(mode))]
      )
      let permission = MeetingPermission(mode, ground: "03-HD/TW")
      let allow = AllowMeetingMode(of: unit, permission, span: Span(open: "2025-08-01"))
      try await world.carryOut(allow, by: above)
      let meeting = try await cell.meet(.regular, on: day, mode: mode, away: mode == .online ? 4 : 1)
      let reading = try await cell.reading(meeting)
      #expect(reading.meeting.mode == mode)
      #expect(reading.meeting.turnout?.present == (mode == .online ? 46 : 49))
    }
  }
}
