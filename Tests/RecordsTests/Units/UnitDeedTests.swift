import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Founding, naming and changing units")
struct UnitDeedTests {
  private func name(
    _ world: World,
    _ unit: ID<Unit>,
    _ day: CivilDate,
    _ known: Knowledge = .now
  ) async throws -> String? {
    try await world.read { try TreeStore(db: $0).unit(unit, AsOf(day, known))?.name }
  }

  @Test("a unit is there from its day on, not before, under all that stand above it")
  func founding() async throws {
    let world = try await World.small()
    let paper = DecisionText(number: "07-QĐ/HU", signed: "2024-04-01")
    let deed = FoundUnit(
      code: "C9",
      name: "Chi bộ mới",
      kind: .cell,
      sector: .health,
      parent: world.unit("B1"),
      day: "2024-05-01"
    )
    let unit = ID<Unit>(try await world.carryOut(deed, under: paper).result ?? 0)
    #expect(try await name(world, unit, "2024-04-30") == nil)
    #expect(try await name(world, unit, "2024-05-01") == "Chi bộ mới")
    let path = try await world.read { try TreeStore(db: $0).path(to: unit, AsOf("2030-01-01")).map(\.code) }
    #expect(path == ["QN", "HL", "B1", "C9"])
    #expect(try await world.read { try TreeStore(db: $0).path(to: unit, AsOf("2024-04-30")) } == [])
    let life = try #require(try await world.life(unit))
    #expect(
      life.kinds.map(\.cited) + life.names.map(\.cited) + life.parents.map(\.cited)
        == Array(repeating: "07-QĐ/HU", count: 3)
    )
    #expect(life.sectors.map(\.value) == [.health])
  }

  @Test("a code taken, a blank name: both at once; a wrong kind of parent, or none; a parent not there yet")
  func refusedFounding() async throws {
    let world = try await World.small()
    func refusals(
      _ code: String,
      _ name: String,
      _ kind: UnitKind,
      _ parent: String?,
      _ day: CivilDate
    ) async throws -> [Objection] {
      let above = parent.map { world.unit($0) }
      return try await world.refusals(
        of: FoundUnit(code: code, name: name, kind: kind, sector: nil, parent: above, day: day)
      )
    }
    #expect(
      try await refusals("C1", "", .cell, "B1", "2024-01-01") == [
        Objection(.name, .blank), Objection(.code, .codeTaken("C1")),
      ]
    )
    #expect(
      try await refusals("C9", "x", .cell, "HL", "2024-01-01") == [
        Objection(.parent, .wrongParent(kind: .cell, parent: .superiorCommittee))
      ]
    )
    #expect(
      try await refusals("C9", "x", .cell, nil, "2024-01-01") == [
        Objection(.parent, .wrongParent(kind: .cell, parent: nil))
      ]
    )
    #expect(
      try await refusals("C9", "x", .cell, "B1", "1999-01-01") == [
        Objection(.parent, .parentAbsent(unit: "B1", from: "1999-01-01"))
      ]
    )
    #expect(try await refusals("P2", "x", .province, nil, "2024-01-01") == [])
  }

  @Test("every kind stands under exactly the kinds it may", arguments: UnitKind.allCases)
  func kinds(kind: UnitKind) async throws {
    let world = try await World.small()
    try await world.found(
      "SC",
      "Đảng bộ bộ phận",
      .sectionCommittee,
      under: world.unit("B1"),
      on: "2000-01-01"
    )
    let parents = try await world.read { db in
      try db.rows("SELECT u.id, k.kind FROM unit u JOIN unit_kind k ON k.unit = u.id") {
        (try $0[0] as ID<Unit>, try $0[1] as UnitKind)
      }
    }
    for (parent, above) in parents {
      let deed = FoundUnit(
        code: "NEW",
        name: "Mới",
        kind: kind,
        sector: nil,
        parent: parent,
        day: "2024-01-01"
      )
      let isFounded = try await world.refusals(ofTrying: deed).isEmpty
      #expect(isFounded == kind.parents.contains(above), "\(kind) under \(above)")
    }
  }

  @Test("a name changes on its day; a name told afterwards is not what was known before")
  func renaming() async throws {
    let world = try await World.small()
    let unit = world.unit("C1")
    let head = try await world.head()
    try await world.rename(unit, "Chi bộ thôn Một", on: "2024-01-01")
    try await world.rename(unit, "Chi bộ thôn Không", on: "2020-01-01")
    #expect(try await name(world, unit, "2019-12-31") == "Chi bộ thôn Ẩm Hồ")
    #expect(try await name(world, unit, "2020-01-01") == "Chi bộ thôn Không")
    #expect(try await name(world, unit, "2024-01-01") == "Chi bộ thôn Một")
    #expect(try await name(world, unit, "2024-01-01", .entry(head)) == "Chi bộ thôn Ẩm Hồ")
    #expect(
      try await world.refusals(of: RenameUnit(unit: unit, name: "Chi bộ thôn Một", day: "2025-01-01")) == [
        Objection(.name, .nothingChanges)
      ]
    )
    #expect(
      try await world.refusals(of: RenameUnit(unit: unit, name: "x", day: "1999-01-01")).map(\.field) == [
        .day
      ]
    )
    #expect(
      try await world.refusals(of: RenameUnit(unit: ID(1), name: "x", day: "2024-01-01")).map(\.field) == [
        .unit
      ]
    )
  }

  @Test("a kind changes on its day, when all that stands below may still stand there")
  func changing() async throws {
    let world = try await World.small()
    let unit = world.unit("T1")
    try await world.carryOut(ChangeUnit(unit: unit, kind: .baseCommittee, sector: .agency, day: "2024-01-01"))
    let kinds = try await world.read { db in
      try ["2023-12-31", "2024-01-01"].map { day in
        try CivilDate(day).flatMap { try TreeStore(db: db).unit(unit, AsOf($0)) }.map {
          "\($0.kind) \($0.sector?.rawValue ?? "")"
        }
      }
    }
    #expect(kinds == ["baseCell school", "baseCommittee agency"])
    let base = ChangeUnit(unit: world.unit("B1"), kind: .baseCell, day: "2024-01-01")
    let wrong = Objection(.parent, .wrongParent(kind: .cell, parent: .baseCell))
    #expect(try await world.refusals(of: base) == [wrong, wrong])
    let nothing = ChangeUnit(unit: unit, kind: .baseCommittee, sector: .agency, day: "2025-01-01")
    #expect(try await world.refusals(of: nothing) == [Objection(.kind, .nothingChanges)])
    let early = ChangeUnit(unit: unit, sector: .police, day: "1999-12-31")
    #expect(try await world.refusals(of: early).map(\.field) == [.day])
  }

  @Test("units are found by the beginnings of their words, without marks, and by their codes")
  func finding() async throws {
    let world = try await World.small()
    let province = world.unit("QN")
    func find(_ words: String) async throws -> [String] {
      try await world.read {
        try TreeStore(db: $0).find(words, below: province, AsOf("2025-01-01")).map(\.code).sorted()
      }
    }
    #expect(try await find("am ho") == ["C1"])
    #expect(try await find("ĐÒNG") == ["C2", "DH"])
    #expect(try await find("c3") == ["C3"])
    #expect(try await find("xa") == ["B1", "B2"])
    #expect(try await find("zzz") == [])
    #expect(try await find(" ") == [])
  }
}

@Suite("Moving and ending units")
struct UnitEndTests {
  @Test("a committee that moves takes everything below along, from the day")
  func moving() async throws {
    let world = try await World.small()
    try await world.move(world.unit("B1"), under: world.unit("DH"), on: "2024-07-01")
    #expect(try await world.members(world.unit("HL"), on: "2024-06-30") == 9)
    #expect(try await world.members(world.unit("HL"), on: "2024-07-01") == 4)
    #expect(try await world.members(world.unit("DH"), on: "2024-07-01") == 6)
    #expect(try await world.members(world.unit("QN"), on: "2024-07-01") == 10)
    let period = try #require(Period(from: "2024-07-01", until: "2024-07-02"))
    let (from, to) = (world.unit("HL"), world.unit("DH"))
    let ledgers = try await world.read { db in
      [try LedgerStore(db: db).ledger(of: from, period), try LedgerStore(db: db).ledger(of: to, period)]
    }
    #expect(ledgers[0].outflows == [.reorganisedOut: 5])
    #expect(ledgers[1].inflows == [.reorganisedIn: 5])
    #expect(ledgers.map(\.difference) == [0, 0])
  }

  @Test("it is refused under itself, under what stands below, where it is, and under a wrong kind")
  func refusedMoves() async throws {
    let world = try await World.small()
    func refusals(
      _ unit: String,
      _ parent: String,
      _ day: CivilDate = "2024-01-01"
    ) async throws -> [Objection] {
      try await world.refusals(of: MoveUnit(unit: world.unit(unit), under: world.unit(parent), day: day))
    }
    #expect(try await refusals("B1", "B1") == [Objection(.parent, .ownAncestor("B1"))])
    #expect(try await refusals("B1", "C1") == [Objection(.parent, .ownAncestor("C1"))])
    #expect(try await refusals("B1", "HL") == [Objection(.parent, .nothingChanges)])
    #expect(
      try await refusals("C1", "HL") == [
        Objection(.parent, .wrongParent(kind: .cell, parent: .superiorCommittee))
      ]
    )
    #expect(try await refusals("C1", "B2", "1999-01-01").map(\.field) == [.day])
  }

  @Test("an empty unit ends on its day, and names its successors")
  func ending() async throws {
    let world = try await World.small()
    let unit = try await world.found("E1", "Chi bộ cũ", .cell, under: world.unit("B1"), on: "2010-01-01")
    try await world.end(unit, into: [world.unit("C1"), world.unit("C2")], on: "2024-01-01")
    func cells(_ day: CivilDate) async throws -> Int? {
      try await world.read { [base = world.unit("B1")] in
        try FigureStore(db: $0).unitFigures(below: base, AsOf(day))[.cells]
      }
    }
    #expect(try await cells("2023-12-31") == 3)
    #expect(try await cells("2024-01-01") == 2)
    let successors = try await world.read { try TreeStore(db: $0).successors(unit) }
    #expect(successors == [world.unit("C1"), world.unit("C2")].sorted())
    let admission = AdmitMember(particulars: Particulars(name: "An"), unit: unit, admitted: "2023-01-01")
    #expect(try await world.refusals(of: admission).map(\.field) == [.unit])
    let short = BeginRole(
      person: world.person("Nguyễn An"),
      unit: unit,
      role: .temporary,
      span: .from("2023-01-01", until: "2024-01-01")
    )
    #expect(try await world.refusals(of: short) == [])
  }

  @Test("it does not end with units, members or posts in it, nor into a unit that is not there")
  func refusedEnds() async throws {
    let world = try await World.small()
    func refusals(
      _ code: String,
      into: [ID<Unit>] = [],
      _ day: CivilDate = "2024-01-01"
    ) async throws -> [Objection] {
      try await world.refusals(of: EndUnit(unit: world.unit(code), successors: into, day: day))
    }
    #expect(try await refusals("B1") == [Objection(.day, .stillHasUnits(2, on: "2024-01-01"))])
    #expect(try await refusals("C1") == [Objection(.day, .stillHasMembers(3, on: "2024-01-01"))])
    let empty = try await world.found("E1", "Chi bộ cũ", .cell, under: world.unit("B1"), on: "2010-01-01")
    try await world.carryOut(
      HoldPost(
        person: world.person("Nguyễn An"),
        unit: empty,
        post: "secretary",
        span: Span(open: "2020-01-01")
      )
    )
    #expect(
      try await world.refusals(of: EndUnit(unit: empty, day: "2024-01-01")) == [
        Objection(.day, .stillHasPosts(1, on: "2024-01-01"))
      ]
    )
    try await world.carryOut(
      LeavePost(person: world.person("Nguyễn An"), unit: empty, post: "secretary", day: "2023-01-01")
    )
    #expect(
      try await world.refusals(of: EndUnit(unit: empty, successors: [empty], day: "2024-01-01")).map(\.field)
        == [.successor]
    )
    #expect(try await world.refusals(of: EndUnit(unit: empty, day: "2010-01-01")).map(\.field) == [.day])
    #expect(try await world.refusals(of: EndUnit(unit: empty, day: "2024-01-01")) == [])
    #expect(try await world.refusals(of: EndUnit(unit: empty, day: "2025-01-01")).map(\.field) == [.day])
  }

  @Test("an end is refused with what begins on its day or later: a name, a place, a kind")
  func laterFacts() async throws {
    let world = try await World.small()
    let unit = try await world.found("E1", "Chi bộ cũ", .cell, under: world.unit("B1"), on: "2010-01-01")
    try await world.rename(unit, "Chi bộ khác", on: "2025-01-01")
    try await world.move(unit, under: world.unit("B2"), on: "2024-01-01")
    let expected: [Objection] = [
      Objection(.day, .laterFact(.init(.name, Span(open: "2025-01-01")))),
      Objection(.day, .laterFact(.init(.parent, Span(open: "2024-01-01")))),
    ]
    #expect(try await world.refusals(of: EndUnit(unit: unit, day: "2024-01-01")) == expected)
    #expect(try await world.refusals(of: EndUnit(unit: unit, day: "2025-01-02")) == [])
  }
}
