import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Dues of members who are suspended or exempt")
struct DuesStateTests {
  private static func month(_ text: String) -> Month { Month(text) ?? Month(of: .earliest) }

  /// The small organisation in October 2026: Nguyễn An suspended from the middle of July to the middle of
  /// September, Nguyễn Ân exempt from meetings since the middle of July.
  private static func world() async throws -> World {
    let world = try await World.small()
    world.clock.set("2026-10-20")
    let (an, on) = (world.person("Nguyễn An"), world.person("Nguyễn Ân"))
    for (person, income) in [(an, 6_000_000), (on, 10_000_000)] {
      let basis = DuesBasis(.insured, income: income)
      try await world.carryOut(DeclareDues(person: person, basis: basis, from: month("2026-01")))
    }
    let span = Span.from("2026-07-15", until: "2026-09-16")
    try await world.carryOut(SuspendMember(person: an, by: world.unit("B1"), span: span))
    try await world.carryOut(ExemptMember(person: on, .full, for: .age, span: .from("2026-07-15")))
    return world
  }

  private func sums(_ world: World, _ unit: String, _ text: String) async throws -> DuesSums {
    let (month, id) = (Self.month(text), world.unit(unit))
    let rule = DuesRule(ShippedRules.library, for: month)
    return try await world.read { try DuesStore(db: $0).sums(of: id, month, rule, .now) }
  }

  @Test("the rule says of each state what is owed, and is shown as unverified")
  func rule() throws {
    for text in ["2025-12", "2026-06"] {
      let rule = DuesRule(ShippedRules.library, for: Self.month(text))
      let basis = DuesBasis(.insured, income: 10_000_000)
      #expect(rule.excusing == [.suspended])
      #expect(rule.reckoning(basis, in: [.suspended]).result == .excused)
      #expect(rule.reckoning(nil, in: [.suspended, .exempt]).amount == 0)
      #expect(rule.reckoning(basis, in: [.exempt]).amount == 100_000)
      for state in StateKind.allCases {
        #expect(rule.reckoning(basis, in: [state]).standing?.confidence == .unverified)
      }
      #expect(rule.reckoning(basis).standing == nil)
      let excused = DuesBasis(.exempt, ground: "Ốm nặng")
      #expect(rule.reckoning(excused, in: [.suspended]).result == .exempt("Ốm nặng"))
    }
    #expect(DuesRule(ShippedRules.library, for: Self.month("2009-06")).excusing.isEmpty)
  }

  @Test(
    "who is suspended on the first day of a month owes nothing for it; half a month before or after changes nothing",
    arguments: [
      ("2026-06", 160_000, 0), ("2026-07", 160_000, 0), ("2026-08", 100_000, 1), ("2026-09", 100_000, 1),
      ("2026-10", 160_000, 0),
    ]
  )
  func halfMonths(text: String, owed: Int, excused: Int) async throws {
    let world = try await Self.world()
    for unit in ["C1", "B1", "HL", "QN"] {
      let sums = try await sums(world, unit, text)
      #expect(sums.owed == owed && sums[.excused] == excused, "\(unit)")
    }
    #expect(try await sums(world, "C2", text)[.excused] == 0)
  }

  @Test("every figure opens to as many people as it counts, and the figures make up everybody")
  func opens() async throws {
    let world = try await Self.world()
    let month = Self.month("2026-08")
    let rule = DuesRule(ShippedRules.library, for: month)
    for unit in ["C1", "B1", "QN"] {
      let (sums, id) = (try await sums(world, unit, "2026-08"), world.unit(unit))
      var found: [DuesFigure: [DuesLine]] = [:]
      for figure in DuesFigure.allCases {
        found[figure] = try await world.read { db in
          try DuesStore(db: db).lines(figure, of: id, month, rule, .now)
        }
        #expect(found[figure]?.count == sums[figure], "\(unit) \(figure)")
      }
      #expect(found[.excused]?.map(\.name) == ["Nguyễn An"])
      #expect(found[.excused]?.first?.states == [.suspended])
      let everybody = ["C1": 3, "B1": 5, "QN": 12][unit]
      #expect(sums[.owing] + sums[.exempt] + sums[.excused] == everybody)
    }
    let sheet = try await world.read { try DuesStore(db: $0).sheet(of: world.unit("C1"), month, .now) }
    #expect(Set(sheet.map(\.states)) == [[.suspended], [.exempt], []])
  }

  @Test("a month for which a suspended member owes nothing is no unpaid month; one of an exempt member is")
  func unpaid() async throws {
    let world = try await Self.world()
    let (an, on) = (world.person("Nguyễn An"), world.person("Nguyễn Ân"))
    let uoc = world.person("Đặng Thùy Ước")
    // Somebody of the cell paid, so that these months count.
    for text in ["2026-07", "2026-08", "2026-09"] {
      let line = ReceiveDues.Line(person: uoc, amount: 5_000, day: "2026-10-05")
      let deed = ReceiveDues(unit: world.unit("C1"), month: Self.month(text), lines: [line])
      try await world.carryOut(deed)
    }
    let months = Month.over(in: 2026, on: "2026-10-20")
    func unpaid(_ person: ID<Person>) async throws -> [String] {
      try await world.read { db in
        try UnpaidMonths(db: db, by: ShippedRules.library).months(of: person, among: months, .now)
      }.map(\.description)
    }
    #expect(try await unpaid(an) == ["2026-07"])
    #expect(try await unpaid(on) == ["2026-07", "2026-08", "2026-09"])
    let unit = world.unit("QN")
    let flagged = try await world.read { db in
      try UnpaidMonths(db: db, by: ShippedRules.library)
        .people(of: unit, AsOf("2026-10-20"), among: months, atLeast: 3)
    }
    #expect(flagged.map(\.person) == [on])
  }

  @Test("a suspension taken back owes again")
  func annulled() async throws {
    let world = try await Self.world()
    let cc = world.person("Đặng Thùy Ước")
    let span = Span.from("2026-08-01", until: "2026-09-01")
    let entry = try await world.carryOut(SuspendMember(person: cc, by: nil, span: span)).entry
    #expect(try await sums(world, "C1", "2026-08")[.excused] == 2)
    #expect(try await sums(world, "C1", "2026-09")[.excused] == 1)
    try await world.carryOut(AnnulEntry(entry: entry))
    #expect(try await sums(world, "C1", "2026-08")[.excused] == 1)
  }
}
