import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

/// Something that happens to a member of cell C1, or to one who comes to it.
enum Event: String, CaseIterable, Sendable {
  case admitted, takenOver, leaves, leavesAndReturns, transfersOut, transfersIn, transfersAlong, renamed

  /// The deeds of the event on a day.
  func operations(in world: World, on day: CivilDate) -> [any Operation] {
    let an = world.person("Nguyễn An")
    let cell = world.unit("C1")
    let newcomer = Particulars(name: "Đỗ Thị Ân", sex: .woman)
    return switch self {
    case .admitted: [AdmitMember(particulars: newcomer, unit: cell, admitted: day)]
    case .takenOver: [AdmitMember(particulars: newcomer, unit: cell, admitted: "2015-01-01", homeFrom: day)]
    case .leaves: [EndMembership(person: an, reason: .died, day: day)]
    case .leavesAndReturns:
      [
        EndMembership(person: an, reason: .left, day: day),
        AdmitMember(person: an, particulars: newcomer, unit: cell, admitted: day),
      ]
    case .transfersOut: [TransferMember(person: an, to: world.unit("C4"), day: day)]
    case .transfersIn: [TransferMember(person: world.person("Hà Thị Ánh"), to: cell, day: day)]
    case .transfersAlong: [TransferMember(person: an, to: world.unit("C3"), day: day)]
    case .renamed: [CorrectParticulars(person: an, particulars: newcomer, from: day)]
    }
  }
}

/// What becomes of the cell, or of the committee above it, on the day.
enum Reorganisation: String, CaseIterable, Sendable {
  case cellToNeighbour, cellElsewhere, committeeElsewhere, thereAndBack

  func operations(in world: World, on day: CivilDate) -> [any Operation] {
    let (cell, base) = (world.unit("C1"), world.unit("B1"))
    return switch self {
    case .cellToNeighbour: [MoveUnit(unit: cell, under: world.unit("B2"), day: day)]
    case .cellElsewhere: [MoveUnit(unit: cell, under: world.unit("B3"), day: day)]
    case .committeeElsewhere: [MoveUnit(unit: base, under: world.unit("DH"), day: day)]
    case .thereAndBack:
      [
        MoveUnit(unit: cell, under: world.unit("B3"), day: day),
        MoveUnit(unit: cell, under: base, day: day.adding(days: 1)),
      ]
    }
  }
}

@Suite("People and units that move on the same day, or a day apart")
struct SameDayTests {
  private static let day: CivilDate = "2024-07-01"

  @Test(
    "every figure and every ledger over every few days around is what counting by hand gives",
    arguments: Event.allCases,
    Reorganisation.allCases
  )
  func everyOrder(event: Event, reorganisation: Reorganisation) async throws {
    for shift in -1...1 {
      for isToldFirst in [true, false] {
        let world = try await World.small()
        let happens = event.operations(in: world, on: SameDayTests.day.adding(days: shift))
        let moves = reorganisation.operations(in: world, on: SameDayTests.day)
        for operation in isToldFirst ? happens + moves : moves + happens {
          try await world.carryOut(operation)
        }
        try await SameDayTests.compare(world, "\(event) \(shift) \(reorganisation)")
        #expect(try await world.integrityFaults() == [])
      }
    }
  }

  private static func compare(_ world: World, _ name: String) async throws {
    try await world.read { db throws in
      let plain = try PlainRecord(db)
      for start in -2...2 {
        for length in 1...3 {
          let from = day.adding(days: start)
          guard let period = Period(from: from, until: from.adding(days: length)) else { continue }
          for unit in plain.units {
            let ledger = try LedgerStore(db: db).ledger(of: ID(unit), period)
            #expect(ledger.difference == 0, "\(name), \(period)")
            #expect(PlainLedger(ledger) == plain.ledger(of: unit, period), "\(name), \(unit), \(period)")
            let figures = try FigureStore(db: db).figures(of: ID(unit), AsOf(from), period: period)
            #expect(figures == plain.figures(of: unit, on: from, period), "\(name), \(unit), \(period)")
          }
        }
      }
    }
  }
}
