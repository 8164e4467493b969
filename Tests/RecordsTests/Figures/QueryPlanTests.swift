import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("How questions are answered")
struct QueryPlanTests {
  /// The small world, and a database beside it that explains every question.
  struct Desk {
    let world: World
    let database: RecordingDatabase
    let unit: ID<Unit>

    init(_ code: String = "HL") async throws {
      world = try await World.small()
      database = RecordingDatabase(world.database, explains: true)
      unit = world.unit(code)
    }

    /// The steps that read the whole of a table of the record, with their questions.
    var scans: [String] {
      database.plans.flatMap { plan in
        plan.steps.filter { isScan($0, plan) }.map { "\($0) in \(plan.statement)" }
      }
    }

    private func isScan(_ step: String, _ plan: QueryPlan) -> Bool {
      let words = step.split(separator: " ")
      // What had been recorded by an entry is as good as all of it; a server chooses by sizes that no test has.
      let isAllRecorded = step.hasSuffix("_by_entry (recorded<?)")
      guard words.count > 1, words[0] == "SCAN" || isAllRecorded else { return false }
      let alias = String(words[1])
      let text = " " + plan.statement.split(whereSeparator: \.isWhitespace).joined(separator: " ") + " "
      let isTable = QueryPlanTests.tables.contains { text.contains(" \($0) \(alias) ") || $0 == alias }
      // Walking an index in its order until the page is full is not reading the whole.
      let walks =
        step.contains("USING") && text.contains(" LIMIT ")
        && !plan.steps.contains { $0.contains("TEMP B-TREE FOR ORDER BY") }
      return isTable && !walks
    }
  }

  fileprivate static let tables =
    JournaledTable.all.map { "\($0.name)" } + [
      "name_word", "entry", "payload", "credential", "sign_in", "reading",
      "second_factor", "recovery_code", "pending_sign_in", "throttle", "setting", "saved_filter",
    ]

  static let knowledges: [Knowledge] = [.now, .entry(15)]

  @Test("a question that reads a whole table is noticed, under its own name and under an alias")
  func noticed() async throws {
    let desk = try await Desk()
    try await desk.database.read { db throws in
      _ = try db.count("SELECT count(*) FROM roll r WHERE r.ethnicity = 'Kinh'")
      _ = try db.count("SELECT count(*) FROM particulars WHERE born = '1957' LIMIT 1")
    }
    #expect(desk.scans.count == 2)
  }

  @Test(
    "figures of a unit, on a day and over a period, by index, now and as known earlier",
    arguments: knowledges
  )
  func figures(knowledge: Knowledge) async throws {
    let desk = try await Desk()
    let (unit, period) = (desk.unit, Period(from: "2024-01-01", until: "2025-01-01"))
    _ = try await desk.database.read {
      try FigureStore(db: $0).figures(of: unit, AsOf("2025-01-01", knowledge), period: period)
    }
    #expect(desk.scans == [])
    #expect(desk.database.plans.count <= 6)
  }

  @Test("ledgers by index, in a fixed number of questions", arguments: knowledges)
  func ledgers(knowledge: Knowledge) async throws {
    var counts: [Int] = []
    for code in ["QN", "C1"] {
      let desk = try await Desk(code)
      let unit = desk.unit
      let period = try #require(Period(from: "2024-01-01", until: "2025-01-01"))
      _ = try await desk.database.read { try LedgerStore(db: $0).ledger(of: unit, period, knowledge) }
      _ = try await desk.database.read { try LedgerStore(db: $0).ledgersBelow(unit, period, knowledge) }
      #expect(desk.scans == [])
      counts.append(desk.database.statements.count)
    }
    #expect(counts[0] == counts[1])
  }

  @Test(
    "the tree below, the path above, posts held, by index, in a fixed number of questions",
    arguments: knowledges
  )
  func tree(knowledge: Knowledge) async throws {
    var counts: [Int] = []
    for code in ["QN", "C1"] {
      let desk = try await Desk(code)
      let (unit, asOf) = (desk.unit, AsOf("2025-01-01", knowledge))
      _ = try await desk.database.read { db in
        let store = TreeStore(db: db)
        _ = try store.below(unit, asOf, period: Period(from: "2024-01-01", until: "2025-01-01"))
        _ = try store.path(to: unit, asOf)
        _ = try store.unit(unit, asOf)
        _ = try store.holders(unit, asOf)
        return try store.find("chi bo", below: unit, asOf).count
      }
      #expect(desk.scans == [])
      counts.append(desk.database.statements.count)
    }
    #expect(counts[0] == counts[1])
  }

  @Test(
    "a page of the roll by each of its plans, forwards and backwards, now and as known earlier",
    arguments: knowledges
  )
  func roll(knowledge: Knowledge) async throws {
    let desk = try await Desk("QN")
    let province = desk.unit
    let cell = desk.world.unit("C1")
    let an = desk.world.person("Nguyễn An")
    for (unit, search) in [(province, ""), (cell, ""), (province, "nguyen"), (province, "1004")] {
      var question = RollQuestion(unit: unit, asOf: AsOf("2025-01-01", knowledge))
      question.search = search
      for cursor in [
        nil, RollCursor(person: an, serial: 2), RollCursor(person: an, serial: 2, isBackwards: true),
      ] {
        for members in [1, 1_000_000] {
          let asked = question
          _ = try await desk.database.read {
            try RollStore(db: $0).page(asked, members: members, everybody: 1, from: cursor)
          }
        }
      }
    }
    #expect(desk.scans == [])
  }

  @Test(
    "a page by name walks the register in its order and stops",
    .enabled(if: !TestEngine.isServed, "a server chooses by sizes that no test has")
  )
  func byName() async throws {
    let world = try await RollPageTests.wide.value.copy()
    let database = RecordingDatabase(world.database, explains: true)
    let unit = try await world.read {
      try $0.value("SELECT id FROM unit WHERE code = 'QN'", as: ID<Unit>.self) ?? ID(0)
    }
    let question = RollQuestion(unit: unit, asOf: AsOf("2025-01-01"))
    try await database.read { db throws in
      #expect(try RollStore(db: db).plan(question, members: 1_000_000, everybody: 1) == .byName)
      _ = try RollStore(db: db).page(question, members: 1_000_000, everybody: 1)
    }
    let walks = database.plans.flatMap(\.steps).filter { $0.hasPrefix("SCAN r ") }
    #expect(walks.allSatisfy { $0.contains("roll_name") } && !walks.isEmpty, "\(walks)")
  }

  @Test("reach, a visitor, a timeline, a life, readings: by index")
  func others() async throws {
    let desk = try await Desk("C1")
    let account = try await desk.world.account("an")
    try await desk.world.grant(.officer, in: desk.world.unit("HL"), to: account)
    let (unit, an) = (desk.unit, desk.world.person("Nguyễn An"))
    _ = try await desk.database.read { db in
      let reach = Reach(db: db, today: World.today)
      _ = try reach.allows(account, .admit, on: unit)
      _ = try reach.granted(account, .readRoll)
      _ = try reach.unit(of: an)
      _ = try SignIns.visitor([1, 2, 3], db, now: 5)
      let timeline = Timeline(db: db)
      _ = try timeline.particulars(an, .now)
      _ = try timeline.terms(an, .now)
      _ = try timeline.affiliations(an, .entry(15))
      _ = try timeline.posts(an, .now)
      _ = try timeline.names(unit, .now)
      _ = try timeline.parents(unit, .now)
      _ = try LifeStore(db: db).life(an)
      _ = try UnitStore(db: db).life(unit)
      _ = try ReadingStore(db: db).readings(of: an)
      _ = try ReadingStore(db: db).count(of: an, since: 5)
      _ = try SavedFilters(db: db).all(of: account)
      _ = try IdentifierStore(db: db).people(called: "0123456")
      _ = try IdentifierStore(db: db).identifiers(of: an)
      for role in [AffiliationRole.temporary, .residence] {
        var question = RollQuestion(unit: unit, asOf: AsOf("2025-01-01"))
        question.role = role
        _ = try RollStore(db: db).page(question, members: 10)
        _ = try RollStore(db: db).count(question)
      }
      _ = try JournalStore(db: db).lines(before: 10)
      return try AccountStore(db: db).grants(account, on: World.today).count
    }
    #expect(desk.scans == [])
  }

  @Test(
    "two days compared, a figure over months, kinds, vacancies, levels: by index, in a fixed number of questions",
    arguments: knowledges
  )
  func beside(knowledge: Knowledge) async throws {
    var counts: [Int] = []
    let days: [CivilDate] = ["2024-01-31", "2024-02-29", "2025-01-01"]
    for code in ["QN", "B1"] {
      let desk = try await Desk(code)
      let (unit, asOf) = (desk.unit, AsOf("2025-01-01", knowledge))
      _ = try await desk.database.read { db in
        let comparison = ComparisonStore(db: db)
        _ = try comparison.people(.official, unit, from: AsOf("2024-01-01", knowledge), to: asOf.day)
        _ = try comparison.units(.cells, unit, from: AsOf("2024-01-01", knowledge), to: asOf.day)
        _ = try comparison.turns(of: [unit], after: "2024-01-01", until: asOf.day, knowledge)
        for figure in [.women, .seconded, .inContact, .guests] as [FigureName] {
          _ = try SeriesStore(db: db).counts(figure, of: unit, on: days, knowledge)
        }
        _ = try FigureStore(db: db).figures(of: unit, asOf, ties: true)
        _ = try SeriesStore(db: db).membersBelow(unit, asOf, on: days)
        let period = Period(from: "2024-01-01", until: "2025-01-01")
        for figure in FigureName.allCases {
          _ = try FigureStore(db: db).countsBelow(figure, unit, asOf, period)
        }
        _ = try KindStore(db: db).counts(below: unit, asOf)
        _ = try KindStore(db: db).members(of: unit, asOf)
        for isOfHomes in [false, true] {
          let question = KindQuestion(
            unit: unit,
            asOf: asOf,
            kind: .cell,
            sector: .one(.residential),
            isOfHomes: isOfHomes
          )
          _ = try KindStore(db: db).count(question)
          _ = try KindStore(db: db).units(question, 0..<50)
        }
        _ = try VacancyStore(db: db).count(below: unit, asOf)
        _ = try VacancyStore(db: db).units(below: unit, asOf, 0..<50)
        _ = try TreeLevels(db: db).existing([unit], asOf)
        return try TreeLevels(db: db).below(unit, asOf, levels: 2).count
      }
      #expect(desk.scans == [])
      counts.append(desk.database.statements.count)
    }
    #expect(counts[0] == counts[1])
  }

  @Test("a deed asks a number of questions that does not grow with the roll")
  func deeds() async throws {
    var counts: [Int] = []
    for extra in [0, 30] {
      let world = try await World.small()
      for number in 0..<extra {
        try await world.admit("Đỗ Thị \(number)", to: world.unit("C1"), on: "2020-01-01")
      }
      let database = RecordingDatabase(world.database, explains: true)
      let office = Office(database, clock: world.clock.clock)
      let deed = TransferMember(person: world.person("Nguyễn An"), to: world.unit("C2"), day: "2024-01-01")
      try await office.carryOut(Errand(deed, by: World.console))
      counts.append(database.statements.count)
    }
    #expect(counts[0] == counts[1])
  }
}
