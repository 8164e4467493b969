import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Dues received and passed on")
struct DuesTests {
  private let library = ShippedRules.library

  private static func month(_ text: String) -> Month { Month(text) ?? Month(of: .earliest) }

  /// The small organisation in October 2026, in which three members of C1 declared.
  private static func world() async throws -> World {
    let world = try await World.small()
    world.clock.set("2026-10-20")
    for (name, basis) in [
      ("Nguyễn An", DuesBasis(.pensioner, income: 6_000_000)),
      ("Nguyễn Ân", DuesBasis(.insured, income: 10_000_000)),
      ("Đặng Thùy Ước", DuesBasis(.exempt, ground: "Ốm nặng")),
    ] {
      try await world.carryOut(
        DeclareDues(person: world.person(name), basis: basis, from: month("2026-01"))
      )
    }
    return world
  }

  @discardableResult
  private func receive(
    _ world: World,
    _ text: String,
    _ amounts: [String: Int?],
    unit: String = "C1"
  ) async throws -> Receipt {
    let lines = amounts.keys.sorted().map { name in
      ReceiveDues.Line(person: world.person(name), amount: amounts[name] ?? nil, day: "2026-10-05")
    }
    return try await world.carryOut(
      ReceiveDues(unit: world.unit(unit), month: Self.month(text), lines: lines)
    )
  }

  private func sums(
    _ world: World,
    _ unit: String,
    _ text: String,
    _ knowledge: Knowledge = .now
  ) async throws
    -> DuesSums
  {
    let (library, month, id) = (library, Self.month(text), world.unit(unit))
    return try await world.read {
      try DuesStore(db: $0).sums(of: id, month, DuesRule(library, for: month), knowledge)
    }
  }

  @Test("what is owed, received and open adds up for a cell and for all above it")
  func sums() async throws {
    let world = try await Self.world()
    try await receive(world, "2026-09", ["Nguyễn An": 30_000])
    for unit in ["C1", "B1", "HL", "QN"] {
      let sums = try await sums(world, unit, "2026-09")
      let everybody = ["C1": 3, "B1": 5, "HL": 10, "QN": 12][unit] ?? 0
      #expect(sums[.exempt] == 1 && sums[.paid] == 1, "\(unit)")
      #expect(sums[.owing] == everybody - 1 && sums[.open] == everybody - 2, "\(unit)")
      #expect(sums.received == 30_000 && sums.owed == 130_000, "\(unit)")
      #expect(sums.unknown == everybody - 3 && sums[.undeclared] == everybody - 3, "\(unit)")
    }
    #expect(try await sums(world, "C3", "2026-09").received == 0)
  }

  @Test("every figure opens to as many people as it counts, and is what a plain count over the facts gives")
  func opens() async throws {
    let world = try await Self.world()
    try await receive(world, "2026-09", ["Nguyễn An": 30_000, "Nguyễn Ân": 90_000])
    for unit in ["C1", "B1", "QN", "C4"] {
      let sums = try await sums(world, unit, "2026-09")
      let id = world.unit(unit)
      for figure in DuesFigure.allCases {
        let rule = DuesRule(library, for: Self.month("2026-09"))
        let lines = try await world.read {
          try DuesStore(db: $0).lines(figure, of: id, Self.month("2026-09"), rule, .now)
        }
        #expect(lines.count == sums[figure], "\(unit) \(figure)")
      }
    }
    // Counted by hand, person by person.
    var received = 0
    for person in world.peopleByName.values {
      let paid = try await world.read { try DuesStore(db: $0).payments(of: person) }
      received += paid.filter { $0.span.start == "2026-09-01" }.reduce(0) { $0 + $1.value.amount }
    }
    #expect(try await sums(world, "QN", "2026-09").received == received)
  }

  @Test("dues are owed where the home was on the month's first day, whoever moved since")
  func firstDay() async throws {
    let world = try await Self.world()
    try await world.transfer(world.person("Nguyễn An"), to: world.unit("C2"), on: "2026-09-02")
    #expect(try await sums(world, "C1", "2026-09")[.owing] == 2)
    #expect(try await sums(world, "C1", "2026-10")[.owing] == 1)
    #expect(try await sums(world, "C2", "2026-10")[.owing] == 3)
    await #expect(throws: Refused.self) { try await receive(world, "2026-10", ["Nguyễn An": 30_000]) }
    try await receive(world, "2026-09", ["Nguyễn An": 30_000])
  }

  @Test("setting an amount right supersedes it, an annulment brings the first back, and both were known then")
  func corrections() async throws {
    let world = try await Self.world()
    let first = try await receive(world, "2026-09", ["Nguyễn An": 20_000, "Nguyễn Ân": 100_000])
    let second = try await receive(world, "2026-09", ["Nguyễn An": 30_000, "Nguyễn Ân": nil])
    #expect(try await sums(world, "C1", "2026-09").received == 30_000)
    #expect(try await sums(world, "C1", "2026-09", .entry(first.entry)).received == 120_000)
    try await world.carryOut(AnnulEntry(entry: second.entry, why: "thử"))
    #expect(try await sums(world, "C1", "2026-09").received == 120_000)
    #expect(try await world.journalFaults() == [])
    #expect(try await world.integrityFaults() == [])
  }

  @Test("what would stand twice in the record after an annulment is refused")
  func twice() async throws {
    let world = try await Self.world()
    try await receive(world, "2026-09", ["Nguyễn An": 20_000])
    let taken = try await receive(world, "2026-09", ["Nguyễn An": nil])
    try await receive(world, "2026-09", ["Nguyễn An": 30_000])
    let refusals = try await world.refusals(of: AnnulEntry(entry: taken.entry, why: "thử"))
    #expect(refusals == [Objection(.month, .alreadyThere)])
  }

  @Test("a payment of nothing, of a day to come, or without any change is refused")
  func refusals() async throws {
    let world = try await Self.world()
    let an = world.person("Nguyễn An")
    func tried(_ amount: Int?, _ day: CivilDate) async throws -> [Objection] {
      let line = ReceiveDues.Line(person: an, amount: amount, day: day)
      return try await world.refusals(
        of: ReceiveDues(unit: world.unit("C1"), month: Self.month("2026-09"), lines: [line])
      )
    }
    #expect(try await tried(0, "2026-10-01") == [Objection(.amount, .notAnAmount("0"))])
    #expect(try await tried(5_000, "2026-10-21") == [Objection(.day, .dayAhead("2026-10-21"))])
    #expect(try await tried(nil, "2026-10-01") == [Objection(nil, .nothingChanges)])
  }

  @Test("what was passed on is one amount a month and unit, set right by recording it again")
  func passed() async throws {
    let world = try await Self.world()
    let (cell, base) = (world.unit("C1"), world.unit("B1"))
    let month = Self.month("2026-09")
    for amount in [60_000, 65_000] {
      let passed = DuesPassed(amount: amount, day: "2026-10-06")
      try await world.carryOut(PassDuesOn(unit: cell, month: month, passed: passed))
    }
    let found = try await world.read { try DuesStore(db: $0).passed(by: base, andBelow: month, .now) }
    #expect(found[cell]?.value.amount == 65_000 && found[base] == nil)
    #expect(try await world.integrityFaults() == [])
  }

  @Test("the journal says who kept the sheet and who declared, and nowhere what anybody earns")
  func silence() async throws {
    let world = try await Self.world()
    try await receive(world, "2026-09", ["Nguyễn An": 30_000])
    let payloads: [String] = try await world.read { db in
      try db.rows("SELECT body FROM payload WHERE body IS NOT NULL") { try $0[0] }
    }
    #expect(!payloads.contains { $0.contains("6000000") || $0.contains("30000") })
    #expect(payloads.contains { $0.contains("pensioner") })
  }

  // MARK: Unpaid months

  private func unpaid(_ world: World, _ unit: String) async throws -> [String: Int] {
    let id = world.unit(unit)
    let found = try await world.read { db in
      try UnpaidMonths(db: db, by: ShippedRules.library).people(
        of: id,
        AsOf("2026-10-20"),
        among: Month.over(in: 2026, on: "2026-10-20"),
        atLeast: 3
      )
    }
    return Dictionary(uniqueKeysWithValues: found.map { ($0.name, $0.months.count) })
  }

  @Test("who left three months of the year unpaid is on the list; two, an exemption or a good reason are not")
  func threeMonths() async throws {
    let world = try await Self.world()
    let other = try await world.admit("Lò Văn Pán", to: world.unit("C1"), on: "2020-01-01")
    for text in ["2026-03", "2026-04"] { try await receive(world, text, ["Nguyễn An": 30_000]) }
    #expect(try await unpaid(world, "C1").isEmpty)
    try await receive(world, "2026-05", ["Nguyễn An": 30_000])
    #expect(try await unpaid(world, "C1") == ["Nguyễn Ân": 3, "Lò Văn Pán": 3])
    #expect(try await unpaid(world, "QN") == ["Nguyễn Ân": 3, "Lò Văn Pán": 3])
    try await world.carryOut(ExcuseUnpaidDues(person: other, month: Self.month("2026-04"), reason: "Đi viện"))
    #expect(try await unpaid(world, "C1") == ["Nguyễn Ân": 3])
    try await world.carryOut(ExcuseUnpaidDues(person: other, month: Self.month("2026-04"), reason: ""))
    #expect(try await unpaid(world, "C1").count == 2)
    // The months stay theirs wherever they go.
    try await world.transfer(other, to: world.unit("C4"), on: "2026-09-15")
    #expect(try await unpaid(world, "C4") == ["Lò Văn Pán": 3])
    #expect(try await unpaid(world, "C1") == ["Nguyễn Ân": 3])
  }

  // MARK: Whose it is

  @Test("a member declares for themselves, a secretary for their cell; nobody excuses themselves")
  func whose() async throws {
    let world = try await Self.world()
    let an = world.person("Nguyễn An")
    let own = try await world.account("an", for: an)
    let secretary = try await world.officer(.secretary, in: world.unit("C1"), named: "c1")
    let elsewhere = try await world.officer(.secretary, in: world.unit("C3"), named: "c3")
    let month = Self.month("2026-10")
    func refusals(_ basis: DuesBasis, _ actor: Actor) async throws -> [Objection] {
      try await world.refusals(ofTrying: DeclareDues(person: an, basis: basis, from: month), by: actor)
    }
    let refused = [Objection(nil, .notAllowed(.keepDues))]
    #expect(try await refusals(DuesBasis(.student), .account(own)) == [])
    #expect(try await refusals(DuesBasis(.exempt, ground: "tự miễn"), .account(own)) == refused)
    #expect(try await refusals(DuesBasis(.student), secretary) == [])
    #expect(try await refusals(DuesBasis(.student), elsewhere) == refused)
    let excuse = ExcuseUnpaidDues(person: an, month: month, reason: "Đi xa")
    #expect(try await world.refusals(ofTrying: excuse, by: .account(own)) == refused)
    try await world.grant(.secretary, in: world.unit("C1"), to: own)
    #expect(try await world.refusals(ofTrying: excuse, by: .account(own)) == refused)
  }

  @Test("a new declaration holds from its month on, and the earlier one up to it")
  func declarations() async throws {
    let world = try await Self.world()
    let an = world.person("Nguyễn An")
    try await world.carryOut(
      DeclareDues(person: an, basis: DuesBasis(.pensioner, income: 8_000_000), from: Self.month("2026-07"))
    )
    let bases = try await world.read { try DuesStore(db: $0).bases(of: an) }
    #expect(bases.map(\.span) == [.from("2026-01-01", until: "2026-07-01"), .from("2026-07-01")])
    #expect(try await sums(world, "C1", "2026-06").owed == 130_000)
    #expect(try await sums(world, "C1", "2026-07").owed == 140_000)
  }
}
