import Basics
import Records
import Rules
import TestWorld
import Testing

@Suite("What cells did with the meeting that was due")
struct MeetingDeskTests {
  @Test(
    "each cell stands where a plain recount puts it, month by month and quarter by quarter, however it is sorted"
  )
  func recounted() async throws {
    let world = try await World.small()
    var numbers = SeededNumbers(seed: 5)
    let (an, hanh) = (world.person("Nguyễn An"), world.person("Nguyễn Ân"))
    let young = try await world.found("E1", "Chi bộ mới", .cell, under: world.unit("B1"), on: "2025-02-10")
    var expected: [String: [Int: MeetingProgress]] = [:]
    var thematic: [String: [Int: MeetingProgress]] = [:]
    for month in 1...6 {
      for code in ["C1", "C2", "C3"] where numbers.chance(75) {
        let day = CivilDate("2025-01-04").adding(months: month - 1).adding(days: numbers.below(20))
        let kind: MeetingKind = numbers.chance(30) ? .combined : .regular
        let meeting = try await world.call(kind, of: code, on: day) { draft in
          if code == "C1" { (draft.chair, draft.taker) = (an, hanh) }
        }
        try await world.hold(meeting, of: code, on: day)
        let state = try await take(world, meeting, isFiled: code == "C1" && numbers.chance(70), &numbers)
        expected[code, default: [:]][month] = state
        if kind == .combined, thematic[code]?[(month + 2) / 3] == nil {
          thematic[code, default: [:]][(month + 2) / 3] = state
        }
      }
    }
    let today: CivilDate = "2025-06-15"
    for (isThematic, times) in [(false, Array(1...6)), (true, [1, 2])] {
      for time in times {
        let length = isThematic ? 3 : 1
        let from = CivilDate("2025-01-01").adding(months: (time - 1) * length)
        let period = try #require(Period(from: from, until: from.adding(months: length)))
        let known = isThematic ? thematic : expected
        let unheld: MeetingProgress = period.until <= today ? .missed : .awaited
        var wanted = ["C1", "C2", "C3", "T1"].map { (world.unit($0), known[$0]?[time] ?? unheld) }
        wanted.append((young, from < "2025-02-10" ? .notDue : unheld))
        try await compare(world, period, isThematic, today, wanted)
      }
    }
  }

  private func take(
    _ world: World,
    _ meeting: ID<FactMark>,
    isFiled: Bool,
    _ numbers: inout SeededNumbers
  ) async throws -> MeetingProgress {
    guard isFiled else { return .unsigned }
    try await world.carryOut(WriteMinutes(meeting, "Biên bản"))
    for signer in MinutesSigner.allCases {
      let sign = SignMinutes(meeting, as: signer, isOnPaper: true, hash: MinutesHash.of("Biên bản"))
      try await world.carryOut(sign)
    }
    var state = MeetingProgress.unscored
    if numbers.chance(60) {
      try await world.carryOut(ScoreMeeting(meeting, [MeetingScore(.own, "order.kept", isMet: true)]))
      state = .scored
      if numbers.chance(50) {
        try await world.carryOut(ScoreMeeting(meeting, [MeetingScore(.superior, "order.kept", isMet: false)]))
        state = .confirmed
      }
    }
    return state
  }

  private func compare(
    _ world: World,
    _ period: Period,
    _ isThematic: Bool,
    _ today: CivilDate,
    _ wanted: [(ID<Unit>, MeetingProgress)]
  ) async throws {
    let unit = world.unit("HL")
    let states = Dictionary(uniqueKeysWithValues: wanted)
    for order in MeetingDeskQuestion.Order.allCases {
      for isDescending in [false, true] {
        let question = MeetingDeskQuestion(
          unit,
          period,
          isThematic: isThematic,
          AsOf("2025-06-15"),
          today: today,
          order: order,
          isDescending: isDescending
        )
        let (counts, lines, paged) = try await world.read { db in
          let store = MeetingDeskStore(db: db)
          let pages = try [0, 2, 4].flatMap { try store.lines(question, from: $0, limit: 2) }
          return (try store.counts(question), try store.lines(question, limit: 100), pages)
        }
        #expect(lines == paged)
        #expect(Dictionary(uniqueKeysWithValues: lines.map { ($0.unit, $0.state) }) == states)
        #expect(counts == Dictionary(wanted.map { ($0.1, 1) }, uniquingKeysWith: +))
        if order == .state {
          let ranks = lines.map(\.state.rawValue)
          #expect(ranks == (isDescending ? ranks.sorted(by: >) : ranks.sorted()))
        }
      }
    }
    for state in MeetingProgress.allCases {
      var question = MeetingDeskQuestion(
        unit,
        period,
        isThematic: isThematic,
        AsOf("2025-06-15"),
        today: today
      )
      question.state = state
      let narrowed = question
      let lines = try await world.read { try MeetingDeskStore(db: $0).lines(narrowed, limit: 100) }
      #expect(Set(lines.map(\.unit)) == Set(wanted.filter { $0.1 == state }.map(\.0)))
    }
  }

  @Test("cells of one name are told apart by the organisation of the base they stand in")
  func told() async throws {
    let world = try await World.small()
    for (code, above) in [("E1", "B1"), ("E2", "B2")] {
      try await world.found(code, "Chi bộ thôn 1", .cell, under: world.unit(above), on: "2020-01-01")
    }
    let period = try #require(Period(from: "2025-10-01", until: "2025-11-01"))
    let question = MeetingDeskQuestion(
      world.unit("QN"),
      period,
      isThematic: false,
      AsOf("2025-11-03"),
      today: "2025-11-03",
      order: .name
    )
    let lines = try await world.read { try MeetingDeskStore(db: $0).lines(question, limit: 100) }
    let alike = lines.filter { $0.unitName == "Chi bộ thôn 1" }.compactMap(\.aboveName)
    #expect(Set(alike) == ["Đảng bộ xã Trường Sơn", "Đảng bộ xã Ô Lâu"])
    let school = lines.first { $0.unit == world.unit("T1") }
    #expect(school?.aboveName == "Đảng bộ huyện Hoàn Lĩnh")
  }

  @Test(
    "the boards of a province ask as many questions as those of a cell, each by index",
    arguments: QueryPlanTests.knowledges
  )
  func questions(knowledge: Knowledge) async throws {
    var counts: [Int] = []
    for code in ["QN", "C1"] {
      let desk = try await QueryPlanTests.Desk(code)
      for cell in ["C1", "C2", "C3"] {
        try await desk.world.met(cell, on: "2025-10-05")
        try await desk.world.met(cell, on: "2025-10-12", .thematic)
      }
      let (unit, asOf) = (desk.unit, AsOf("2025-11-03", knowledge))
      let period = try #require(Period(from: "2025-10-01", until: "2025-11-01"))
      _ = try await desk.database.read { db in
        let question = MeetingDeskQuestion(unit, period, isThematic: false, asOf, today: "2025-11-03")
        _ = try MeetingDeskStore(db: db).lines(question, limit: 50)
        _ = try MeetingLists(db: db).thematic(below: unit, period, asOf)
        let attendance = AttendanceStore(db: db)
        _ = try attendance.counts(below: unit, period, asOf)
        _ = try attendance.held(by: unit, period, knowledge)
        _ = try attendance.marks(of: unit, period, knowledge)
        _ = try attendance.marks(of: desk.world.person("Nguyễn An"), period, knowledge)
        _ = try TaskStore(db: db).counted(TaskQuestion(.below(unit), asOf))
        return try WorkFigureStore(db: db).figures(unit, asOf, nil).count
      }
      #expect(desk.scans == [])
      counts.append(desk.database.statements.count)
    }
    #expect(counts[0] == counts[1])
  }
}
