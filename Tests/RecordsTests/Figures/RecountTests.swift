import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Figures and ledgers, counted a second time")
struct RecountTests {
  @Test("every figure of every unit is what a plain count over the raw rows gives", arguments: 1...10)
  func figures(seed: Int) async throws {
    let world = try await World.random(seed: seed, deeds: 90)
    var random = RandomDeeds(seed: seed + 1000)
    for _ in 0..<4 {
      let day = random.day()
      let period = random.period()
      try await world.read { db throws in
        let plain = try PlainRecord(db)
        for unit in plain.units {
          let counted = try FigureStore(db: db).figures(of: ID(unit), AsOf(day), period: period, ties: true)
          let expected = plain.figures(of: unit, on: day, period)
            .merging(plain.tieFigures(of: unit, on: day)) { $1 }
          #expect(counted == expected, "unit \(unit) on \(day), \(period)")
        }
      }
    }
  }

  @Test("every figure is the size of the rows it opens to", arguments: 1...4)
  func figuresOpen(seed: Int) async throws {
    let world = try await World.random(seed: seed, deeds: 90)
    var random = RandomDeeds(seed: seed + 2000)
    let day = random.day()
    let period = random.period()
    try await world.read { db throws in
      for unit in try PlainRecord(db).units {
        let figures = try FigureStore(db: db)
          .figures(of: ID(unit), AsOf(day), period: period, ties: true, work: true)
        for figure in FigureName.allCases {
          let count = try FigureStore(db: db).count(figure, ID(unit), AsOf(day), period)
          #expect(count == figures[figure], "\(figure)")
          if figure.countsUnits {
            #expect(
              try FigureRows(db: db).units(figure, below: ID(unit), AsOf(day)).count == count,
              "\(figure)"
            )
          } else if figure.needsPeriod {
            #expect(
              try FigureRows(db: db).people(figure, ID(unit), AsOf(day), period).count == count,
              "\(figure)"
            )
          }
        }
      }
    }
  }

  @Test("every ledger balances, and is what walking every day of every person gives", arguments: 1...10)
  func ledgers(seed: Int) async throws {
    let world = try await World.random(seed: seed, deeds: 80)
    var random = RandomDeeds(seed: seed + 3000)
    for _ in 0..<2 {
      let period = random.period()
      try await world.read { db throws in
        let plain = try PlainRecord(db)
        for unit in plain.units {
          let ledger = try LedgerStore(db: db).ledger(of: ID(unit), period)
          #expect(ledger.difference == 0, "unit \(unit), \(period)")
          #expect(PlainLedger(ledger) == plain.ledger(of: unit, period), "unit \(unit), \(period)")
        }
      }
    }
  }

  @Test(
    "the ledgers of official members and of those on probation balance, and are what comparing days gives",
    arguments: 1...6
  )
  func ledgersByStanding(seed: Int) async throws {
    let world = try await World.random(seed: seed, deeds: 80)
    var random = RandomDeeds(seed: seed + 6000)
    let period = random.period()
    try await world.read { db throws in
      let plain = try PlainRecord(db)
      let store = LedgerStore(db: db)
      for unit in plain.units {
        let whole = try store.ledger(of: ID(unit), period)
        var parts: [Ledger] = []
        for standing in MemberStanding.allCases {
          let ledger = try store.ledger(of: ID(unit), period, standing: standing)
          #expect(ledger.difference == 0, "unit \(unit), \(period), \(standing)")
          #expect(PlainLedger(ledger) == plain.ledger(of: unit, period, standing), "unit \(unit), \(period)")
          parts.append(ledger)
        }
        #expect(parts.map(\.opening).reduce(0, +) == whole.opening)
        #expect(parts.map(\.closing).reduce(0, +) == whole.closing)
        for (below, ledger) in try store.ledgersBelow(ID(unit), period, standing: .official) {
          #expect(try store.ledger(of: below, period, standing: .official) == ledger)
        }
      }
    }
  }

  @Test("the ledgers of all units below one are the ledgers of each", arguments: 1...4)
  func ledgersBelow(seed: Int) async throws {
    let world = try await World.random(seed: seed, deeds: 80)
    var random = RandomDeeds(seed: seed + 4000)
    let period = random.period()
    try await world.read { db throws in
      for unit in try PlainRecord(db).units {
        for (below, ledger) in try LedgerStore(db: db).ledgersBelow(ID(unit), period) {
          #expect(try LedgerStore(db: db).ledger(of: below, period) == ledger)
        }
      }
    }
  }

  @Test("figures and ledgers as known earlier are those of that time", arguments: 1...6)
  func knownEarlier(seed: Int) async throws {
    let world = try await World.random(seed: seed, deeds: 90)
    var random = RandomDeeds(seed: seed + 5000)
    let head = Int(try await world.head())
    for _ in 0..<3 {
      let entry = Int64(random.pick(Array(1...head)) ?? 1)
      let day = random.day()
      let period = random.period()
      try await world.read { db throws in
        let plain = try PlainRecord(db, .entry(entry))
        for unit in plain.units {
          let figures = try FigureStore(db: db).figures(
            of: ID(unit),
            AsOf(day, .entry(entry)),
            period: period
          )
          #expect(figures == plain.figures(of: unit, on: day, period), "as known at \(entry)")
        }
      }
    }
  }
}
