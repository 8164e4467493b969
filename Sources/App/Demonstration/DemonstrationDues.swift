import Basics
import Records
import Rules
import Storage

/// The dues of one committee of the fictional province in the year of its last day: who declared what, what its
/// cells received month by month, and what they passed on.
///
/// The same each time: what somebody earns and whether they pay follows from their place on the roll.
struct DemonstrationDues {
  let unit: ID<Rules.Unit>
  let until: CivilDate
  let clock: Clock
  let regulations: RulebookLibrary

  /// Gives how many deeds it took.
  func fill(_ database: any Database) async throws -> Int {
    let (unit, until) = (unit, until)
    // Months for which the rule knows every kind of dues.
    let months = Month.over(in: until.year, on: until).filter { month in
      DuesRule(regulations, for: month).reckoning(DuesBasis(.student)).amount != nil
    }
    guard let first = months.first, let last = months.last else { return 0 }
    let homes = try await database.read { db -> [ID<Rules.Unit>] in
      let rule = DuesRule(regulations, for: last)
      let lines = try DuesStore(db: db).lines(.owing, of: unit, last, rule, .now)
      return Array(Set(lines.map(\.unit))).sorted()
    }
    var deeds = 0
    for (place, home) in homes.enumerated() {
      let (clock, regulations) = (clock, regulations)
      deeds += try await database.write { db in
        let desk = try Desk(db, clock, regulations)
        let cell = Cell(db: db, desk: desk, home: home, place: place, regulations: regulations, today: until)
        return try cell.declare(from: first) + months.reduce(0) { try $0 + cell.keep($1) }
      }
    }
    return deeds
  }

  /// One cell whose dues are kept.
  private struct Cell {
    let db: any Connection
    let desk: Desk
    let home: ID<Rules.Unit>
    let place: Int
    let regulations: RulebookLibrary
    let today: CivilDate

    private func carryOut(_ operation: any Operation) throws {
      _ = try desk.carryOut(Errand(operation, by: .console("demo")))
    }

    /// Most have declared: salaries, pensions, the land they work; a few have not.
    func declare(from month: Month) throws -> Int {
      var count = 0
      for (number, line) in try DuesStore(db: db).sheet(of: home, month, .now).enumerated() {
        // In a large cell a few have not.
        if number > 18, number % 29 == 1 { continue }
        let basis = Cell.basis(number * 7 + place * 3)
        try carryOut(DeclareDues(person: line.person, basis: basis, from: month))
        count += 1
      }
      return count
    }

    private static func basis(_ number: Int) -> DuesBasis {
      let spread = number * 37 % 100
      return switch spread {
      case ..<34: DuesBasis(.insured, income: 5_400_000 + spread * 210_000)
      case ..<62: DuesBasis(.pensioner, income: 3_600_000 + spread * 95_000)
      case ..<88: DuesBasis(.working, region: 4)
      case ..<93: DuesBasis(.retired, region: 4)
      case ..<95: DuesBasis(.student)
      case ..<96: DuesBasis(.exempt, ground: "Ốm đau dài ngày, chi bộ đã thống nhất")
      default: DuesBasis(.onLeave, income: 6_300_000)
      }
    }

    /// A month's sheet, and what went to the level above; somebody in forty pays late or not at all.
    func keep(_ month: Month) throws -> Int {
      let rule = DuesRule(regulations, for: month)
      let day = min(month.start.adding(days: 4 + place % 9), today)
      let lines = try DuesStore(db: db).sheet(of: home, month, .now)
      let paid = lines.enumerated().compactMap { number, line -> ReceiveDues.Line? in
        guard let amount = rule.reckoning(line.basis, in: line.states).amount, amount > 0 else { return nil }
        // Half of those in arrears owe two months of the summer, half of them three.
        let arrears = (number * 11 + place * 5) % 80
        let owed = arrears == 0 ? 6...8 : arrears == 40 ? 7...8 : 0...0
        if owed.contains(month.number) || (number + place * 7 + month.number * 3) % 97 == 0 { return nil }
        let channel: DuesChannel = (number + place) % 3 == 0 ? .portal : .cash
        return ReceiveDues.Line(person: line.person, amount: amount, channel: channel, day: day)
      }
      guard !paid.isEmpty else { return 0 }
      try carryOut(ReceiveDues(unit: home, month: month, lines: paid))
      let sum = paid.compactMap(\.amount).reduce(0, +)
      let passed = DuesPassed(amount: sum / 2_000 * 1_000, day: min(day.adding(days: 5), today))
      try carryOut(PassDuesOn(unit: home, month: month, passed: passed))
      return 2
    }
  }
}
