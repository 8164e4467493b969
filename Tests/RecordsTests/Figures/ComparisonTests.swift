import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Two days beside each other, and a figure over many days")
struct ComparisonTests {
  private static let figures: [FigureName] = [.total, .official, .probationary, .women]

  /// Whether a person belongs to a figure of a unit on a day, by the raw rows.
  private static func holds(
    _ figure: FigureName,
    _ person: Int64,
    _ unit: Int64,
    _ day: CivilDate,
    _ plain: PlainRecord
  ) -> Bool {
    guard plain.counts(person, in: unit, on: day) else { return false }
    let official = plain.terms[person]?.first { $0.holds(day) }?.value.official.map { $0 <= day } ?? false
    return switch figure {
    case .official: official
    case .probationary: !official
    case .women: plain.women[person]?.first { $0.holds(day) }?.value ?? false
    default: true
    }
  }

  @Test("who came and who went between two days is the difference of those counted on them", arguments: 1...8)
  func people(seed: Int) async throws {
    let world = try await World.random(seed: seed, deeds: 90)
    var random = RandomDeeds(seed: seed + 6000)
    for _ in 0..<3 {
      let period = random.period()
      let (then, later) = (period.from, period.until)
      try await world.read { db throws in
        let plain = try PlainRecord(db)
        for unit in plain.units {
          for figure in ComparisonTests.figures {
            let apart = try ComparisonStore(db: db).people(figure, ID(unit), from: AsOf(then), to: later)
            func counted(_ day: CivilDate) -> Set<Int64> {
              Set(plain.people.filter { ComparisonTests.holds(figure, $0, unit, day, plain) })
            }
            let (before, after) = (counted(then), counted(later))
            #expect(apart.then == before.count, "\(figure) of \(unit) on \(then)")
            #expect(apart.later == after.count, "\(figure) of \(unit) on \(later)")
            #expect(Set(apart.came.map(\.person.number)) == after.subtracting(before))
            #expect(Set(apart.went.map(\.person.number)) == before.subtracting(after))
            for row in apart.came + apart.went {
              #expect(row.day.map { then < $0 && $0 <= later } ?? true, "\(figure) of \(unit)")
            }
            // Whoever is new on the roll came onto it: by something the ledger tells.
            if figure == .total { #expect((apart.came + apart.went).allSatisfy { $0.reason != nil }) }
          }
        }
      }
    }
  }

  @Test("a comparison says why: admitted, came by transfer, became official, died")
  func reasons() async throws {
    let world = try await World.small()
    let (c1, c2) = (world.unit("C1"), world.unit("C2"))
    let new = try await world.admit(
      "Đỗ Thị Ân",
      sex: .woman,
      to: c1,
      on: "2024-03-01",
      official: "2025-03-01"
    )
    try await world.transfer(world.person("Lò Thị Hạnh"), to: c1, on: "2024-06-01")
    try await world.end(world.person("Nguyễn An"), .died, on: "2024-09-01")
    try await world.transfer(world.person("Nguyễn Ân"), to: c2, on: "2024-10-01")
    try await world.read { db throws in
      let store = ComparisonStore(db: db)
      let apart = try store.people(.total, c1, from: AsOf("2023-12-31"), to: "2024-12-31")
      #expect(
        apart.came.map(\.reason) == [.movement(.in(.admitted)), .movement(.in(.transferredIn))]
      )
      #expect(apart.came.map(\.day) == ["2024-03-01", "2024-06-01"])
      #expect(apart.went.map(\.reason) == [.movement(.out(.died)), .movement(.out(.transferredOut))])
      let official = try store.people(.official, c1, from: AsOf("2024-12-31"), to: "2025-06-30")
      #expect(official.came.map(\.person) == [new])
      #expect(official.came.map(\.reason) == [.official])
      #expect(official.came.map(\.day) == ["2025-03-01"])
      let probationary = try store.people(.probationary, c1, from: AsOf("2024-12-31"), to: "2025-06-30")
      #expect(probationary.went.map(\.reason) == [.official])
    }
  }

  @Test(
    "units that came and went are the difference of those counted, each with what happened",
    arguments: 1...6
  )
  func units(seed: Int) async throws {
    let world = try await World.random(seed: seed, deeds: 90)
    var random = RandomDeeds(seed: seed + 7000)
    let period = random.period()
    let (then, later) = (period.from, period.until)
    try await world.read { db throws in
      let plain = try PlainRecord(db)
      let store = ComparisonStore(db: db)
      for unit in plain.units {
        for figure in FigureName.allCases where figure.countsUnits {
          let apart = try store.units(figure, ID(unit), from: AsOf(then), to: later)
          let counted = [then, later].map { day in
            figure.countsTies
              ? plain.tieFigures(of: unit, on: day)[figure] : plain.figures(of: unit, on: day, nil)[figure]
          }
          let (before, after) = (counted[0], counted[1])
          #expect(apart.then == before && apart.later == after)
          #expect(apart.then + apart.came.count - apart.went.count == apart.later)
          let turns = try store.turns(
            of: apart.went.map(\.unit.unit),
            after: then,
            until: later,
            .now
          )
          for went in apart.went {
            let isGone = !plain.exists(went.unit.unit.number, on: later)
            #expect((turns[went.unit.unit]?.kind == .ended) == isGone)
          }
        }
      }
    }
  }

  @Test("a figure over many days is the figure of each, for a unit and for each unit below", arguments: 1...6)
  func series(seed: Int) async throws {
    let world = try await World.random(seed: seed, deeds: 90)
    var random = RandomDeeds(seed: seed + 8000)
    let days = (0..<7).map { _ in random.day() }
    let period = random.period()
    try await world.read { db throws in
      let store = SeriesStore(db: db)
      let figures = FigureStore(db: db)
      let plain = try PlainRecord(db)
      for unit in plain.units {
        let expected = days.map { plain.figures(of: unit, on: $0, nil) }
        for figure in ComparisonTests.figures {
          #expect(
            try store.counts(figure, of: ID(unit), on: days, .now) == expected.map { $0[figure] ?? 0 },
            "\(figure) of \(unit)"
          )
        }
        let tied = days.map { plain.tieFigures(of: unit, on: $0) }
        for figure in FigureName.allCases where figure.countsTies && !figure.countsUnits {
          #expect(
            try store.counts(figure, of: ID(unit), on: days, .now) == tied.map { $0[figure] ?? 0 },
            "\(figure) of \(unit)"
          )
        }
        let below = try store.membersBelow(ID(unit), AsOf(days[0]), on: days)
        for child in try TreeStore(db: db).below(ID(unit), AsOf(days[0])) {
          let counts = days.map { day in
            plain.people.count { plain.counts($0, in: child.unit.unit.number, on: day) }
          }
          // A unit without anybody on any of the days has no line.
          #expect(below[child.unit.unit] ?? days.map { _ in 0 } == counts)
        }
        for figure in FigureName.allCases {
          let asOf = AsOf(figure.needsPeriod ? period.last : days[0])
          let counts = try figures.countsBelow(figure, ID(unit), asOf, figure.needsPeriod ? period : nil)
          for child in try TreeStore(db: db).below(ID(unit), asOf) {
            let one = try figures.count(figure, child.unit.unit, asOf, period)
            #expect(counts[child.unit.unit] ?? 0 == one, "\(figure) of \(child.unit.name)")
          }
        }
      }
    }
  }
}
