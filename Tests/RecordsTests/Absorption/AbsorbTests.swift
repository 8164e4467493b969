import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Another installation brought in")
struct AbsorbTests {
  static let day: CivilDate = "2025-11-01"

  /// Ours: a centre with a province, with codes, a card, an identifier and people that the other has too.
  static func ours() async throws -> World {
    let world = try await World.installation(8)
    let centre = try await world.found("TW", "Trung ương", .centre, on: "2000-01-01")
    let province = try await world.found(
      "AG",
      "Đảng bộ tỉnh An Thử",
      .province,
      under: centre,
      on: "2000-01-01"
    )
    let district = try await world.found(
      "HL",
      "Đảng bộ huyện Hòa Lạc",
      .superiorCommittee,
      under: province,
      on: "2000-01-01"
    )
    let cell = try await world.found("T1", "Chi bộ Trường A", .baseCell, under: district, on: "2000-01-01")
    try await world.admit(
      "Phan Thử",
      code: "QN1001",
      born: "1960",
      to: cell,
      on: "1990-05-19",
      homeFrom: "2000-01-01"
    )
    let twin = try await world.admit("Nguyễn An", code: "A2", born: "1957-05-12", to: cell, on: "2001-05-19")
    let handbook = Identifier(system: "handbook", value: "ST-0077")
    try await world.carryOut(
      RecordIdentifier(person: twin, identifier: handbook, span: Span(open: "2024-01-01"))
    )
    try await world.carryOut(
      HoldPost(person: twin, unit: cell, post: "secretary", span: Span(open: "2024-03-01"))
    )
    return world
  }

  /// The other one: every table of it has rows; its plan in the making is given up.
  static let other = Task {
    let world = try await JournalTests.lived()
    let plan: ID<FactMark>? = try await world.read { db in
      try db.value("SELECT id FROM reorganisation_draft WHERE superseded IS NULL")
    }
    if let plan { try await world.carryOut(TakePlanOn(plan, to: .withdrawn, why: "Sắp bàn giao")) }
    return world
  }

  static func absorb(
    _ other: World,
    into world: World,
    under unit: String = "TW",
    on day: CivilDate = day,
    isDryRun: Bool = false
  ) async throws -> AbsorptionReport {
    try await Absorption(of: other.database, into: world.office, under: unit, on: day)
      .run(by: World.console, isDryRun: isDryRun)
  }

  /// What a unit answers on a day.
  struct Answer: Hashable {
    let unit: ID<Unit>
    let day: CivilDate
    let figures: [FigureName: Int]
    let ledger: Ledger
  }

  /// Every unit with its figures and its ledger, on many days.
  static func answers(
    _ world: World,
    _ units: [ID<Unit>],
    _ knowledge: Knowledge = .now,
    until last: CivilDate = day
  ) async throws -> [Answer] {
    let days =
      (["2001-01-01", "2005-03-04", "2016-01-01", "2023-01-01", "2024-06-01", "2025-06-02"] as [CivilDate])
      .filter { $0 < last } + [last.adding(days: -1)]
    return try await world.read { db in
      try units.flatMap { unit in
        try days.map { day in
          let figures = try FigureStore(db: db).figures(of: unit, AsOf(day, knowledge), ties: true)
          let period = try #require(Period(from: "2000-06-01", until: day))
          let ledger = try LedgerStore(db: db).ledger(of: unit, period, knowledge)
          return Answer(unit: unit, day: day, figures: figures, ledger: ledger)
        }
      }
    }
  }

  static func units(_ world: World) async throws -> [ID<Unit>] {
    try await world.read { db in try db.rows("SELECT id FROM unit ORDER BY id") { try $0[0] } }
  }

  @Test("every unit of it answers on every past day as it did there, and ours as they did")
  func sameAnswers() async throws {
    let (world, other) = (try await AbsorbTests.ours(), try await AbsorbTests.other.value)
    let (mine, theirs) = (try await AbsorbTests.units(world), try await AbsorbTests.units(other))
    let before = (try await AbsorbTests.answers(world, mine), try await AbsorbTests.answers(other, theirs))
    let head = try await world.head()
    let report = try await AbsorbTests.absorb(other, into: world)
    #expect(report.blocking == [])
    #expect(report.entry == head + 1)
    #expect(try await AbsorbTests.answers(world, mine) == before.0)
    #expect(try await AbsorbTests.answers(world, theirs) == before.1)
    // As known before, none of it was there.
    #expect(try await AbsorbTests.answers(world, mine, .entry(head)) == before.0)
    let unknown = try await AbsorbTests.answers(world, theirs, .entry(head))
    #expect(unknown.allSatisfy { $0.figures[.total] == 0 && $0.ledger.closing == 0 })
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }

  @Test("what both held is what all hold; from the day on the unit above has them all, as reorganised")
  func balance() async throws {
    let (world, other) = (try await AbsorbTests.ours(), try await AbsorbTests.other.value)
    let centre = try #require(try await world.read { try UnitStore(db: $0).unit(code: "TW") })
    let (mine, theirs) = (
      try await world.members(centre, on: AbsorbTests.day),
      try await other.members(other.unit("QN"), on: AbsorbTests.day)
    )
    let report = try await AbsorbTests.absorb(other, into: world)
    #expect(report.isBalanced)
    #expect(report.before == report.after)
    #expect(report.after.members == mine + theirs)
    #expect(report.after.openMatters > 0)
    #expect(try await world.members(centre, on: AbsorbTests.day.adding(days: -1)) == mine)
    #expect(try await world.members(centre, on: AbsorbTests.day) == mine + theirs)
    let period = try #require(Period(from: AbsorbTests.day, until: "2025-11-02"))
    let ledger = try await world.read { try LedgerStore(db: $0).ledger(of: centre, period) }
    #expect(ledger.inflows == [.reorganisedIn: theirs])
    #expect(ledger.closing == mine + theirs)
  }

  @Test("every fact that was known there is known here, row by row, and nothing else came")
  func everyRow() async throws {
    let (world, other) = (try await AbsorbTests.ours(), try await AbsorbTests.other.value)
    let entry = try #require(try await AbsorbTests.absorb(other, into: world).entry)
    for table in JournaledTable.all where AbsorbedTable.way(of: "\(table.name)") == .known {
      // Codes that were taken are told apart elsewhere.
      if ["unit", "person", "absorbed_journal", "absorbed_entry"].contains("\(table.name)") { continue }
      let days: SQL = table.isDated ? "start_on, end_on, " : ""
      func rows(_ world: World, _ condition: SQL) async throws -> Set<String> {
        let columns: SQL = "id, \(days)\(names: table.columns)"
        let count = table.columns.count + (table.isDated ? 3 : 1)
        return Set(
          try await world.read { db in
            try db.rows("SELECT \(columns) FROM \(name: table.name) WHERE \(condition)") { row in
              (0..<count).map { "\(row.source.value($0))" }.joined(separator: "|")
            }
          }
        )
      }
      let there = try await rows(other, table.isDated ? "superseded IS NULL" : "1 = 1")
      let here = try await rows(world, "recorded = \(entry)")
      #expect(
        there.subtracting(here).count == (table.name.description == "identifier" ? 1 : 0),
        "\(table.name)"
      )
      // The top unit stands under ours, and so does all below it.
      let more = ["unit_parent", "ancestry"].contains("\(table.name)")
      #expect(more || here.subtracting(there).isEmpty, "\(table.name)")
      #expect(!there.isEmpty, "\(table.name) was empty there")
    }
  }

  @Test("codes that are taken get the origin before them; people who may be one are listed, and both stay")
  func alike() async throws {
    let (world, other) = (try await AbsorbTests.ours(), try await AbsorbTests.other.value)
    let report = try await AbsorbTests.absorb(other, into: world)
    #expect(
      Set(report.renamed) == [
        Renamed(kind: .unit, from: "HL", to: "QN-HL"), Renamed(kind: .unit, from: "T1", to: "QN-T1"),
        Renamed(kind: .person, from: "QN1001", to: "QN-QN1001"),
      ]
    )
    #expect(report.alike.map(\.here.code) == ["QN1001", "A2"])
    #expect(report.alike.map(\.reasons) == [[.code], [.identifier]])
    #expect(report.advisory.contains(.identifiersStayed(1)))
    let life = try await world.life(world.read { try LifeStore(db: $0).person(code: "QN-QN1001") } ?? ID(0))
    #expect(life?.particulars.last?.value.name == "Đặng Thùy Ước")
    #expect(try await world.read { try UnitStore(db: $0).unit(code: "QN-HL") } == other.unit("HL"))
  }

  @Test("the same name and birth, and the same card, are signs of one person")
  func signs() async throws {
    let (world, other) = (try await AbsorbTests.ours(), try await World.installation(9))
    let province = try await other.found("KG", "Đảng bộ tỉnh Kiên Thử", .province, on: "2000-01-01")
    for (name, born) in [("Nguyễn An", "1957-05-12"), ("Nguyễn Ân", "1957-05-12"), ("Nguyễn An", "1957")] {
      try await other.admit(name, born: born, to: province, on: "2002-05-19")
    }
    let carded = try #require(try await world.read { try LifeStore(db: $0).person(code: "QN1001") })
    try await world.carryOut(
      CorrectParticulars(person: carded, particulars: Particulars(name: "Phan Thử", card: "55.001"))
    )
    let moved = try await other.admit("Phan Văn Thử", to: province, on: "2003-05-19")
    try await other.carryOut(
      CorrectParticulars(person: moved, particulars: Particulars(name: "Phan Văn Thử", card: "55.001"))
    )
    let report = try await AbsorbTests.absorb(other, into: world)
    #expect(report.alike.map(\.reasons) == [[.card], [.birth]])
    #expect(report.alike.map(\.here.code) == ["QN1001", "A2"])
    #expect(report.after.members == 6)
  }

  @Test("dry, it says the same and writes nothing")
  func dry() async throws {
    let (world, other) = (try await AbsorbTests.ours(), try await AbsorbTests.other.value)
    let (head, live) = (try await world.head(), try await world.live())
    let tried = try await AbsorbTests.absorb(other, into: world, isDryRun: true)
    #expect(try await world.head() == head)
    #expect(try await world.live() == live)
    #expect(try await world.read { try AbsorbedJournals(db: $0).all() } == [])
    let done = try await AbsorbTests.absorb(other, into: world)
    #expect(tried.renamed == done.renamed)
    #expect(tried.alike == done.alike)
    #expect((tried.before, tried.after) == (done.before, done.after))
    #expect(tried.advisory == done.advisory)
  }

  @Test("taken back, everything answers as before; the taking back taken back, it is here again")
  func annulled() async throws {
    let (world, other) = (try await AbsorbTests.ours(), try await AbsorbTests.other.value)
    let live = try await world.live()
    let entry = try #require(try await AbsorbTests.absorb(other, into: world).entry)
    let whole = try await world.live()
    let back = try await world.carryOut(AnnulEntry(entry: entry))
    #expect(try await world.live() == live)
    #expect(try await world.integrityFaults() == [])
    // It cannot come twice: what it made is still known by its number.
    #expect(
      try await AbsorbTests.absorb(other, into: world).blocking.map(\.refusal) == [
        .absorption(.alreadyHere([7]))
      ]
    )
    try await world.carryOut(AnnulEntry(entry: back.entry))
    #expect(try await world.live() == whole)
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }

  @Test("organisations that came about by chance answer here as there")
  func random() async throws {
    var taken = 0
    for seed in 1...10 {
      let other = try await World.random(seed: seed, deeds: 60)
      let world = try await World.installation(8)
      try await world.found("TW", "Trung ương", .centre, on: "1990-01-01")
      let (theirs, today) = (try await AbsorbTests.units(other), World.today)
      let before = try await AbsorbTests.answers(other, theirs, until: today)
      let report = try await AbsorbTests.absorb(other, into: world, on: today)
      guard report.blocking.isEmpty else {
        #expect(report.entry == nil)
        #expect(try await AbsorbTests.units(world).count == 1)
        continue
      }
      taken += 1
      #expect(report.isBalanced, "\(seed)")
      #expect(try await AbsorbTests.answers(world, theirs, until: today) == before, "\(seed)")
      #expect(try await world.integrityFaults() == [], "\(seed)")
      #expect(try await world.journalFaults() == [], "\(seed)")
    }
    #expect(taken > 3)
  }
}
