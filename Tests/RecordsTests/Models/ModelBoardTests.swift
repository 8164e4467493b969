import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Boards of models and working regulations")
struct ModelBoardTests {
  /// A world whose tree and sectors changed over four years, with assessments decided in each of them.
  private static func changed() async throws -> World {
    let world = try await World.small()
    // A unit without a sector that is given one, one that goes under another committee, one that is new.
    try await world.found("E1", "Chi bộ mới", .cell, under: world.unit("B2"), on: "2023-05-10")
    try await world.carryOut(ChangeUnit(unit: world.unit("C2"), sector: .school, day: "2024-03-01"))
    try await world.move(world.unit("C3"), under: world.unit("B1"), on: "2023-02-01")
    try await world.move(world.unit("C3"), under: world.unit("B2"), on: "2024-02-01")
    try await world.move(world.unit("C4"), under: world.unit("B1"), on: "2025-02-01")
    for (code, year) in [("C1", 2024), ("C2", 2024), ("C3", 2024), ("T1", 2024), ("C2", 2025), ("C4", 2025)] {
      try await decide(world, code, year, isRecognised: code != "T1")
    }
    _ = try await world.assess("C3", 2025)
    _ = try await world.assess("C1", by: "five-good-four-no", 2025)
    return world
  }

  private static func decide(
    _ world: World,
    _ code: String,
    _ year: Int,
    isRecognised: Bool
  ) async throws {
    let key = try await world.verified(code, year)
    let day = World.today
    try await world.carryOut(
      DecideModel(key, isRecognised, signer: "Lò Văn Chính", on: day, reason: "Đã xem sổ")
    )
  }

  private static let years = [2022, 2023, 2024, 2025].map {
    ModelYearDay($0, ModelAssessment.day(of: $0, today: World.today))
  }

  private static var model: EvaluationModel? {
    ShippedRules.library.version(of: "four-good-cell", on: World.today)?.model
  }

  /// The units of a year climbed one by one, and what was written of each, read row by row.
  private struct Recount: Sendable {
    let plain: PlainRecord
    let sectors: [(unit: Int64, start: CivilDate, end: CivilDate?, sector: String)]
    let names: [(unit: Int64, start: CivilDate, end: CivilDate?, key: String, code: String)]
    let assessments: [(subject: Int64, year: Int, family: String, stage: String, recognised: Int?)]

    init(_ db: any Connection) throws {
      plain = try PlainRecord(db)
      // any knowledge: the plain rows of today
      sectors = try db.rows(
        "SELECT s.unit, s.start_on, s.end_on, s.sector FROM unit_sector s WHERE s.superseded IS NULL"
      ) { (try $0[0], try $0[1], try $0[2], try $0[3]) }
      names = try db.rows(
        """
        SELECT n.unit, n.start_on, n.end_on, n.sort_key, x.code FROM unit_name n JOIN unit x ON x.id = n.unit
        WHERE n.superseded IS NULL
        """
      ) { (try $0[0], try $0[1], try $0[2], try $0[3], try $0[4]) }
      assessments = try db.rows(
        """
        SELECT t.subject, t.year, t.family, t.stage, t.recognised FROM model_assessment t
        WHERE t.superseded IS NULL
        """
      ) { (try $0[0], try $0[1], try $0[2], try $0[3], try $0[4]) }
    }

    func kind(_ unit: Int64, _ day: CivilDate) -> String? {
      plain.kinds[unit]?.first { $0.holds(day) }?.value
    }

    func sector(_ unit: Int64, _ day: CivilDate) -> String? {
      sectors.first { $0.unit == unit && $0.start <= day && ($0.end.map { day < $0 } ?? true) }?.sector
    }

    /// As units stand in every list: by the key of their name, then by their code.
    func order(_ unit: Int64, _ day: CivilDate) -> String {
      let name = names.first { $0.unit == unit && $0.start <= day && ($0.end.map { day < $0 } ?? true) }
      return "\(name?.key ?? "") \(name?.code ?? "")"
    }

    func units(_ root: Int64, _ day: CivilDate) -> [Int64] {
      plain.units.filter { plain.isIn($0, root, on: day) }
    }

    func isRecognised(_ unit: Int64, _ year: Int) -> Bool {
      assessments.contains {
        $0.subject == unit && $0.year == year && $0.family == "four-good-cell" && $0.recognised == 1
      }
    }
  }

  @Test("the shares of four years are those of each year's own tree, climbed and counted unit by unit")
  func rates() async throws {
    let world = try await ModelBoardTests.changed()
    let recount = try await world.read { try Recount($0) }
    for code in ["QN", "HL", "B1", "B2", "C3", "T1"] {
      let root = world.unit(code)
      let found = try await world.read {
        try ModelStore(db: $0).rates(below: root, "four-good-cell", ModelBoardTests.years)
      }
      for year in ModelBoardTests.years {
        var wanted: [[String?]: [Int]] = [:]
        for unit in recount.units(root.number, year.day) {
          let sort = [recount.kind(unit, year.day), recount.sector(unit, year.day)]
          let counts = wanted[sort] ?? [0, 0]
          wanted[sort] = [counts[0] + 1, counts[1] + (recount.isRecognised(unit, year.year) ? 1 : 0)]
        }
        let rates = found[year.year] ?? []
        let counted = Dictionary(
          rates.map { ([$0.kind.rawValue, $0.sector?.rawValue], [$0.units, $0.recognised]) }
        ) { one, _ in one }
        #expect(counted == wanted, "\(code) in \(year.year)")
        #expect(rates.count == wanted.count)
      }
    }
  }

  @Test("a board lists the units of its year by name, each under its branch and with its own assessment")
  func board() async throws {
    let world = try await ModelBoardTests.changed()
    let recount = try await world.read { try Recount($0) }
    let model = try #require(ModelBoardTests.model)
    for year in ModelBoardTests.years {
      let asOf = AsOf(year.day)
      let root = world.unit("HL")
      let (board, lines) = try await world.read { db in
        let store = ModelStore(db: db)
        let board = try store.board(below: root, year.year, asOf)
        return (board, try store.lines(of: board.standings("four-good-cell", by: model), asOf))
      }
      let standings = board.standings("four-good-cell", by: model)
      let units = recount.units(root.number, year.day).filter {
        ["cell", "baseCell"].contains(recount.kind($0, year.day))
      }
      #expect(Set(standings.map(\.unit.number)) == Set(units) && standings.count == units.count)
      #expect(lines.map(\.unit) == standings.map(\.unit) && lines.map(\.state) == standings.map(\.state))
      let order = units.sorted { recount.order($0, year.day) < recount.order($1, year.day) }
      #expect(standings.map(\.unit.number) == order)
      for standing in standings {
        let number = standing.unit.number
        #expect((standing.state == .recognised) == recount.isRecognised(number, year.year))
        #expect(
          (standing.state == .nothing)
            == !recount.assessments.contains {
              $0.subject == number && $0.year == year.year && $0.family == "four-good-cell"
            }
        )
        let branch = try #require(standing.branch)
        #expect(recount.plain.isIn(number, branch.number, on: year.day))
        #expect(recount.plain.parents[branch.number]?.first { $0.holds(year.day) }?.value == root.number)
        #expect(board.branches.contains { $0.unit == branch })
      }
    }
    let own = world.unit("C3")
    let alone = try await world.read { try ModelStore(db: $0).board(below: own, 2025, AsOf(World.today)) }
    #expect(alone.standings("four-good-cell", by: model).map(\.branch) == [nil])
    #expect(alone.most(of: ["five-good-four-no", "four-good-cell"]) == "four-good-cell")
  }

  @Test("the register gives every unit the state that its own page would give it")
  func register() async throws {
    let world = try await ModelBoardTests.changed()
    _ = try await world.regulate("C1", adopted: "2025-08-01", approved: "2025-08-12")
    _ = try await world.regulate("B1", adopted: "2024-01-01")
    _ = try await world.regulate("QN", adopted: "2025-08-01")
    let (root, asOf) = (world.unit("QN"), AsOf(World.today))
    let (all, alone, lines) = try await world.read { db in
      let store = RegulationStore(db: db)
      let all = try store.standings(below: root, asOf)
      return (
        all, try all.map { try store.standing(of: $0.unit, asOf)?.facts }, try store.lines(of: all, asOf)
      )
    }
    #expect(all.map(\.facts) == alone)
    #expect(
      lines.map(\.unit) == all.map(\.unit)
        && lines.map { $0.kept?.regulation.adopted } == all.map(\.facts.adopted)
    )
    // At the top there is nobody to approve.
    #expect(all.filter { !$0.facts.needsApproval }.map(\.unit) == [root])
    #expect(lines.filter { $0.above == nil }.map(\.unit) == [root])
  }

  @Test(
    "boards are answered by index, in the same number of questions for a province and for a cell",
    arguments: QueryPlanTests.knowledges
  )
  func plans(knowledge: Knowledge) async throws {
    let model = try #require(ModelBoardTests.model)
    var counts: [Int] = []
    for code in ["QN", "C1"] {
      let desk = try await QueryPlanTests.Desk(code)
      _ = try await desk.world.assess("C1")
      _ = try await desk.world.regulate("C1", adopted: "2025-08-01")
      let (unit, asOf) = (desk.unit, AsOf(World.today, knowledge))
      _ = try await desk.database.read { db in
        let store = ModelStore(db: db)
        let board = try store.board(below: unit, 2025, asOf)
        _ = try store.rates(below: unit, "four-good-cell", ModelBoardTests.years, knowledge)
        let regulations = RegulationStore(db: db)
        _ = try regulations.branches(below: unit, asOf)
        _ = try regulations.standings(below: unit, asOf)
        return board.standings("four-good-cell", by: model).count
      }
      #expect(desk.scans == [])
      counts.append(desk.database.statements.count)
    }
    #expect(counts[0] == counts[1] && counts[0] == 7)
  }

  @Test(
    "what a board walks is read from indexes alone",
    .enabled(if: !TestEngine.isServed, "a server chooses by sizes that no test has")
  )
  func covered() async throws {
    let desk = try await QueryPlanTests.Desk("QN")
    let (unit, asOf) = (desk.unit, AsOf(World.today))
    _ = try await desk.database.read { db in
      _ = try ModelStore(db: db).board(below: unit, 2025, asOf)
      _ = try ModelStore(db: db).rates(below: unit, "four-good-cell", ModelBoardTests.years)
      return try RegulationStore(db: db).standings(below: unit, asOf).count
    }
    for plan in desk.database.plans where !plan.statement.contains("n.name") {
      let steps = plan.steps.filter {
        $0.hasPrefix("SEARCH") && !$0.contains("PRIMARY KEY") && !$0.contains("lineage")
      }
      #expect(steps.allSatisfy { $0.contains("COVERING INDEX") }, "\(steps) in \(plan.statement)")
    }
  }

  @Test("a regulation entered by mistake is annulled from its entry, and the one before is in force again")
  func mistaken() async throws {
    let world = try await World.small()
    let cell = world.unit("C1")
    let first = try await world.regulate("C1", "1-QC", adopted: "2024-01-01", approved: "2024-01-09")
    let wrong = try await world.regulate("C1", "2-QC", adopted: "2025-08-01", approved: "2025-08-12")
    let above = try await world.officer(.officer, in: world.unit("B1"), named: "above")
    let own = try await world.officer(.officer, in: cell, named: "own")
    let entries = { try await world.read { try RegulationStore(db: $0).lastEntries(of: cell) } }
    let approval = try #require(try await entries()[wrong])
    // What it stands on cannot go first: neither the entry before its approval, nor the one it took the place of.
    let earlier = try #require(try await entries()[first])
    #expect(try await world.refusals(of: AnnulEntry(entry: earlier, why: "Nhầm"), by: above) != [])
    #expect(try await world.refusals(of: AnnulEntry(entry: approval, why: "Nhầm"), by: own) != [])
    try await world.carryOut(AnnulEntry(entry: approval, why: "Nhầm số"), by: above)
    let entry = try #require(try await entries()[wrong])
    #expect(entry < approval)
    try await world.carryOut(AnnulEntry(entry: entry, why: "Nhầm số"), by: above)
    let kept = try await world.read { try RegulationStore(db: $0).regulations(of: cell) }
    #expect(kept.map(\.value.regulation.key) == [first] && kept.map(\.span.end) == [nil])
    #expect(kept.first?.value.regulation.approval?.day == "2024-01-09")
    let again = EnterRegulation(of: cell, "3-QC", adopted: "2025-08-01", from: "2025-08-01")
    #expect(try await world.refusals(of: again, by: own) == [])
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }
}
