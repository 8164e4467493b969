import Basics
import Records
import RulebookFiles
import Rules
import Storage
import TestWorld
import Testing

/// Years in which people are admitted, transferred, seconded, given posts in several units, and leave, while units are
/// founded, moved, merged and divided: whoever is there on the day counted is reviewed, once, in the right place.
@Suite("A round over a random year")
struct RandomReviewTests {
  private static let year = Span.from("2024-01-01", until: "2025-01-01")

  /// A random province with a year of reorganisations in it, and its round counted on a random day of that year.
  private static func round(
    _ seed: Int
  ) async throws -> (world: World, key: ID<FactMark>, counted: CivilDate, numbers: SeededNumbers) {
    let world = try await World.empty()
    var deeds = RandomDeeds(seed: seed, from: "2016-01-01")
    for _ in 0..<90 { _ = try await world.refusals(of: try await deeds.next(in: world)) }
    var numbers = SeededNumbers(seed: seed + 500)
    try await furnish(world, &numbers)
    var plans = RandomPlans(seed: seed + 9000)
    for _ in 0..<6 {
      let day = year.start.adding(days: plans.below(330))
      let plan = plans.next(try await RandomPlans.sight(world, on: day), on: day)
      if plan.steps.isEmpty { continue }
      _ = try await world.refusals(of: Reorganise(plan.steps, on: day, body: "steps:"))
    }
    let counted = year.start.adding(days: numbers.below(366))
    let province = try await world.read { db in
      try db.rows("SELECT u.id FROM unit u ORDER BY u.id LIMIT 1") { try $0[0] as ID<Unit> }
    }
    let top = try #require(province.first)
    return (world, try await world.openRound(of: top, days: year, counted: counted), counted, numbers)
  }

  /// Gives people posts in several units, and lends some of them to others.
  private static func furnish(_ world: World, _ numbers: inout SeededNumbers) async throws {
    let (units, people) = try await world.read { db in
      (
        try db.rows("SELECT id FROM unit ORDER BY id") { try $0[0] as ID<Unit> },
        try db.rows("SELECT id FROM person ORDER BY id") { try $0[0] as ID<Person> }
      )
    }
    for _ in 0..<25 {
      guard let unit = units.randomElement(using: &numbers),
        let person = people.randomElement(using: &numbers)
      else { return }
      let start = year.start.adding(days: numbers.below(500) - 200)
      let span = Span.from(
        start,
        until: numbers.chance(50) ? start.adding(days: 1 + numbers.below(400)) : nil
      )
      let post = KnownPost.allCases.randomElement(using: &numbers) ?? .secretary
      let role = [AffiliationRole.temporary, .host, .residence].randomElement(using: &numbers) ?? .host
      let deed: any Operation =
        numbers.chance(70)
        ? HoldPost(person: person, unit: unit, post: post.rawValue, span: span)
        : BeginRole(person: person, unit: unit, role: role, span: span)
      _ = try await world.refusals(of: deed)
    }
  }

  /// Everybody reviewed, and every unit, looked for plainly in the rows themselves.
  private struct Plain {
    var homes: [ID<Person>: ID<Unit>] = [:]
    var units: Set<ReviewSubject> = []
    private let plain: PlainRecord
    private let day: CivilDate

    init(_ db: any Connection, below top: ID<Unit>, on day: CivilDate) throws {
      self.day = day
      plain = try PlainRecord(db)
      var leading: [Int64: Set<Int64>] = [:]
      try db.each("SELECT unit, person, post, start_on, end_on FROM post WHERE superseded IS NULL") { row in
        let (start, end): (CivilDate, CivilDate?) = (try row[3], try row[4])
        let post: String = try row[2]
        let leads = ["secretary", "deputySecretary", "standingMember", "committeeMember"].contains(post)
        if leads, start <= day, end.map({ day < $0 }) ?? true {
          leading[try row[0], default: []].insert(try row[1])
        }
      }
      let within = plain.units.filter { unit in
        ([unit] + above(unit)).contains(top.number) && kind(unit) != nil
      }
      for person in plain.people {
        guard let home = plain.homes[person]?.first(where: { $0.holds(day) })?.value, within.contains(home)
        else { continue }
        homes[ID(person)] = ID(home)
      }
      for unit in within where kind(unit) != "subgroup" {
        units.insert(.organisation(ID(unit)))
        if (leading[unit] ?? []).count > 1 { units.insert(.collective(ID(unit))) }
      }
    }

    func kind(_ unit: Int64) -> String? { plain.kinds[unit]?.first { $0.holds(day) }?.value }

    func above(_ unit: Int64) -> [Int64] {
      guard let parent = plain.parents[unit]?.first(where: { $0.holds(day) })?.value else { return [] }
      return [parent] + above(parent)
    }

    /// The base organisation a unit is, or is in.
    func base(of unit: ID<Unit>) -> ID<Unit>? {
      ([unit.number] + above(unit.number)).first { ["baseCommittee", "baseCell"].contains(kind($0)) }
        .map { ID($0) }
    }
  }

  @Test(
    "nobody is reviewed twice or left out, and everybody where they are on the day counted",
    arguments: 0..<24
  )
  func everybodyOnce(_ seed: Int) async throws {
    let (world, key, counted, _) = try await Self.round(seed)
    let library = ShippedRules.library
    let (lines, plain) = try await world.read { db in
      let round = try #require(try ReviewStore(db: db).round(key)?.value)
      var lines: [ReviewLine] = []
      try ReviewResults(db: db, round, by: library).each { lines.append($0) }
      return (lines, try Plain(db, below: round.unit, on: counted))
    }
    #expect(Set(lines.map(\.subject)).count == lines.count, "somebody is reviewed twice")
    var homes: [ID<Person>: ID<Unit>] = [:]
    for line in lines {
      if let person = line.subject.person { homes[person] = line.unit }
    }
    #expect(homes == plain.homes)
    #expect(Set(lines.map(\.subject).filter { $0.person == nil }) == plain.units)
    // A member without a post is evaluated by their cell and decided about by their base organisation, found by hand.
    for line in lines where line.subject.person != nil && line.way.sort == .individual {
      // A base cell is both, and speaks once.
      let base = plain.base(of: line.unit)
      let bodies = base == line.unit ? [base] : [line.unit, base]
      #expect(line.way.evaluations.map(\.body) == bodies, "\(line.name)")
    }
  }

  @Test(
    "what a body has before it is whatever names it, and the order of what is read never matters",
    arguments: 24..<36
  )
  func desks(_ seed: Int) async throws {
    let (world, key, _, drawn) = try await Self.round(seed)
    var numbers = drawn
    let library = ShippedRules.library
    let (lines, units) = try await world.read { db in
      let round = try #require(try ReviewStore(db: db).round(key)?.value)
      var lines: [ReviewLine] = []
      try ReviewResults(db: db, round, by: library).each { lines.append($0) }
      return (lines, Set(lines.compactMap(\.subject.unit)))
    }
    let cap = ReviewRound.ChosenCap(Quantity(20), of: .good)
    for body in units.sorted() {
      let (desk, tree) = try await world.sheet(key) { sheet in
        let desk = try sheet.desk(of: body)
        return (desk.lines, desk.tree)
      }
      #expect(
        Set(desk.map(\.subject)) == Set(lines.filter { $0.way.names(body) }.map(\.subject)),
        "seed \(seed)"
      )
      #expect(Set(desk.map(\.subject)).count == desk.count, "seed \(seed)")
      // Proposed at random, the groups and their caps are the same whichever line comes first.
      let rated = desk.map { line in
        var mark = ReviewMark(round: key, subject: line.subject, step: .decision, body: body)
        mark.rating = ReviewClass.allCases.randomElement(using: &numbers)
        return line.saying(mark, on: World.today)
      }
      let straight = ReviewDesk(of: body, rated, in: tree)
      let turned = ReviewDesk(of: body, rated.shuffled(using: &numbers), in: tree)
      #expect(straight.standings(under: cap) == turned.standings(under: cap), "seed \(seed)")
      #expect(straight.waiting.count == turned.waiting.count && straight.next?.count == turned.next?.count)
    }
    // Of one person, the posts may be read in any order.
    for line in lines where line.posts.count > 1 {
      guard let person = line.subject.person else { continue }
      let tree = try await world.sheet(key) { try $0.desk(of: line.unit).tree }
      let routes = try #require(library.version(of: "evaluators", on: "2024-12-31")).routes
      let ways = (0..<6).map { _ in
        ReviewItinerary(
          of: person,
          at: line.unit,
          holding: line.posts.shuffled(using: &numbers),
          by: routes,
          in: tree
        )
      }
      #expect(Set(ways).count == 1, "seed \(seed)")
    }
  }

  @Test("a list said in another order says the same of everybody", arguments: 0..<6)
  func listOrder(_ seed: Int) async throws {
    var numbers = SeededNumbers(seed: seed)
    let template = try await World.small()
    let cell = template.unit("C1")
    let people = ["Nguyễn An", "Nguyễn Ân", "Đặng Thùy Ước"].map(template.person)
    for person in people { try await template.work(of: person, in: "C1", done: 3 + numbers.below(2)) }
    let round = try await template.openRound(of: template.unit("B1"))
    let lines = people.map { person in
      var mark = ReviewMark(round: round, subject: .person(person), step: .evaluation, body: cell)
      mark.points = .init(
        general: Quantity(20 + numbers.below(11)),
        results: Quantity(55 + numbers.below(16))
      )
      return RateSubjects.Line(mark, takesRule: true)
    }
    var said: Set<[ReviewSubject: ReviewClass?]> = []
    for _ in 0..<3 {
      let world = try await template.copy()
      let turned = lines.shuffled(using: &numbers)
      try await world.carryOut(RateSubjects(round, by: cell, turned))
      said.insert(
        try await world.sheet(round) { sheet in
          Dictionary(try sheet.lines(.evaluated(by: cell)).map { ($0.subject, $0.rating) }) { one, _ in one }
        }
      )
    }
    #expect(said.count == 1)
  }
}
