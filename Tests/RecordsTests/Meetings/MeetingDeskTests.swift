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
}
