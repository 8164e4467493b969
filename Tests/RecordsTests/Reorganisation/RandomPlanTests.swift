import Basics
import Glibc
import Records
import RulebookFiles
import Rules
import Storage
import TestWorld
import Testing

@Suite("Random plans in random provinces")
struct RandomPlanTests {
  /// How many provinces are drawn, with ten plans tried in each; the long run draws many more.
  private static let provinces = getenv("CHIBO_PLANS").flatMap { Int(String(cString: $0)) } ?? 200

  private static let plansEach = 10

  /// What the record says of every unit on some days: counts, by the plain record.
  private static func counts(_ world: World, on days: [CivilDate]) async throws -> [[FigureName: Int]] {
    try await world.read { db in
      let plain = try PlainRecord(db)
      return plain.units.flatMap { unit in days.map { plain.figures(of: unit, on: $0, nil) } }
    }
  }

  /// How many member-days there are in the whole record within ten years.
  private static func memberDays(_ world: World) async throws -> Int {
    try await world.read { db in
      let plain = try PlainRecord(db)
      var days = 0
      for person in plain.people {
        for home in plain.homes[person] ?? [] {
          days += home.start.days(until: min(home.end ?? "2030-01-01", "2030-01-01"))
        }
      }
      return days
    }
  }

  /// Whom each of some officers may read on a day.
  private static func reach(_ world: World, _ accounts: [ID<Account>]) async throws -> [Set<Int64>] {
    let today = world.clock.clock.today
    return try await world.read { db in
      let people: [Int64] = try db.rows("SELECT id FROM person ORDER BY id") { try $0[0] }
      let reach = Reach(db: db, today: today)
      return try accounts.map { account in
        Set(
          try people.filter { person in
            guard let unit = try reach.unit(of: ID(person)) else { return false }
            return try reach.allows(account, .readPerson, on: unit)
          }
        )
      }
    }
  }

  @Test(
    "nobody is lost or counted twice, no past day changes, the ledgers balance, undone all is as before",
    arguments: 1...max(1, provinces / plansEach)
  )
  func plans(seed: Int) async throws {
    let world = try await World.random(seed: seed, deeds: 60)
    var random = RandomPlans(seed: seed + 7000)
    try await furnish(world, &random)
    var carriedOut = 0
    for _ in 0..<RandomPlanTests.plansEach {
      let day = ("2018-01-01" as CivilDate).adding(days: random.below(900))
      let sight = try await RandomPlans.sight(world, on: day)
      let plan = random.next(sight, on: day)
      if plan.steps.isEmpty { continue }
      if try await check(plan, world, seed: seed) { carriedOut += 1 }
    }
    #expect(carriedOut >= 3, "seed \(seed)")
  }

  /// Gives units what a plan has to pass on: functions, other ties, candidates, transfers under way.
  private func furnish(_ world: World, _ random: inout RandomPlans) async throws {
    let (units, people) = try await world.read { db in
      (
        try db.rows("SELECT id FROM unit ORDER BY id") { try $0[0] as ID<Unit> },
        try db.rows("SELECT id FROM person ORDER BY id") { try $0[0] as ID<Person> }
      )
    }
    for (number, person) in people.enumerated() {
      let (unit, day) = (
        units[random.below(units.count)], ("2015-01-01" as CivilDate).adding(days: random.below(1500))
      )
      let post = KnownPost.allCases[random.below(KnownPost.allCases.count)].rawValue
      let roles: [AffiliationRole] = [.temporary, .host, .residence]
      let deeds: [any Operation] = [
        HoldPost(person: person, unit: unit, post: post, span: Span(open: day)),
        BeginRole(person: person, unit: unit, role: roles[number % 3], span: Span(open: day)),
        BeginCandidacy(
          particulars: Particulars(name: "Lê Thử \(number)", born: LooseDate("1999-05-04"), sex: .woman),
          unit: unit,
          since: day,
          CandidacyDraft(source: .worker, schooling: .lowerSecondary, introducer: person)
        ),
        AskTransfer(
          person: person,
          to: units[random.below(units.count)],
          event: .move,
          happened: day,
          day: day
        ),
      ]
      for deed in deeds { _ = try await world.refusals(of: deed) }
    }
    #expect(try await world.integrityFaults() == [])
  }

  /// - Returns: whether the plan was carried out, and then undone.
  private func check(_ plan: ReorganisationPlan, _ world: World, seed: Int) async throws -> Bool {
    let day = plan.effective
    let words = "seed \(seed), \(PlanWriter.text(plan))"
    let sheet = try await world.read { db in
      try ReorganisationStore(db: db).sheet(of: plan, ShippedRules.folder.library, today: World.today)
    }
    let before = try await world.live()
    let past: [CivilDate] = [day.adding(days: -1), day.adding(days: -200), "2012-06-01"]
    let (old, days) = (
      try await RandomPlanTests.counts(world, on: past), try await RandomPlanTests.memberDays(world)
    )
    let units = try await world.read { try PlainRecord($0).units.count }
    do {
      try await world.office.carryOut(plan, body: PlanWriter.text(plan), by: World.console)
    } catch is Refused {
      #expect(try await world.live() == before, "\(words)")
      return false
    }
    #expect(sheet.allBlocking == [], "\(words)")
    #expect(sheet.isBalanced, "\(words)")
    #expect(try await world.integrityFaults() == [], "\(words)")
    let now = try await RandomPlanTests.counts(world, on: past)
    #expect(Array(now.prefix(units * past.count)) == old, "\(words)")
    #expect(try await RandomPlanTests.memberDays(world) == days, "\(words)")
    try await world.read { db throws in
      let plain = try PlainRecord(db)
      guard let period = Period(from: day.adding(days: -1), until: day.adding(days: 2)) else { return }
      for unit in plain.units {
        let ledger = try LedgerStore(db: db).ledger(of: ID(unit), period)
        #expect(ledger.difference == 0, "\(words)")
        #expect(PlainLedger(ledger) == plain.ledger(of: unit, period), "unit \(unit), \(words)")
      }
      // What the sheet foretold is what is there.
      let after = try ReorganisationStore(db: db).tree(on: day, for: []).holdings
      #expect(after.units == sheet.after.units, "\(words)")
      #expect(after.members == sheet.after.members, "\(words)")
      #expect(after.posts == sheet.after.posts, "\(words)")
      #expect(after.openMatters <= sheet.after.openMatters, "\(words)")
    }
    let head = try await world.head()
    let made = try await world.read { db in try ReorganisationStore(db: db).plan(of: head) }
    try await world.office.undo(try #require(made), why: nil, by: World.console)
    #expect(try await world.live() == before, "\(words)")
    #expect(try await world.integrityFaults() == [], "\(words)")
    return true
  }
}
