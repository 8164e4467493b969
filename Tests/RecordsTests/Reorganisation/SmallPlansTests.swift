import Basics
import Glibc
import Records
import RulebookFiles
import Rules
import Storage
import TestWorld
import Testing

@Suite("Every tree of up to four units with up to three people, and every step on it")
struct SmallPlansTests {
  /// Whether every step is tried with every way the people can live; else one step in so many, each with one way,
  /// other ones on every tree.
  private static let isWhole = getenv("CHIBO_PLANS") != nil

  private static let oneIn = 37

  private static let day: CivilDate = "2020-02-01"

  private static func code(_ unit: Int) -> String { "U\(unit)" }

  /// Every step there is on a tree.
  private static func steps(_ tree: SmallTree) -> [ReorganisationStep] {
    var steps: [ReorganisationStep] = []
    for unit in tree.kinds.indices.map(code) {
      steps.append(.rename(unit: unit, name: "Tên mới"))
      for kind in UnitKind.allCases { steps.append(.change(unit: unit, kind: kind, sector: nil)) }
      for other in tree.kinds.indices.map(code) {
        steps.append(.move(unit: unit, under: other))
        steps.append(.merge(units: [unit], into: other, name: nil, posts: .end))
        steps.append(.dissolve(unit: unit, units: Allotment(rest: other), people: Allotment(rest: other)))
        steps.append(.dissolve(unit: unit, units: Allotment(), people: Allotment(rest: other)))
        for third in tree.kinds.indices.map(code) {
          let people = Allotment(named: [Allotment.Share("P0", to: other)], rest: third)
          steps.append(
            .split(
              unit: unit,
              into: [other, third],
              units: Allotment(rest: third),
              people: people,
              posts: .end
            )
          )
          let rest = Allotment(rest: other)
          steps.append(.split(unit: unit, into: [other, third], units: rest, people: rest, posts: .end))
        }
      }
      for kind in UnitKind.allCases {
        steps.append(.found(code: "N", name: "Đơn vị mới", kind: kind, sector: nil, parent: unit))
      }
    }
    return steps
  }

  /// Where three people may live: the units of each, in every way that differs.
  private static func settlings(_ units: Int) -> [[Int]] {
    (0..<units).flatMap { one in
      (one..<units).flatMap { two in (two..<units).map { [one, two, $0] } }
    }
  }

  @Test("a step is refused or loses nobody, and undone it leaves nothing behind", arguments: SmallTree.all)
  func everyStep(tree: SmallTree) async throws {
    let ground = try await World.empty()
    var units: [ID<Unit>] = []
    for (number, kind) in tree.kinds.enumerated() {
      let parent = tree.parents[number].map { units[$0] }
      units.append(
        try await ground.found(
          SmallPlansTests.code(number),
          "Đơn vị \(number)",
          kind,
          under: parent,
          on: "2010-01-01"
        )
      )
    }
    let settlings = SmallPlansTests.settlings(units.count)
    let turn = tree.testDescription.unicodeScalars.reduce(0) { $0 &+ Int($1.value) }
    for (index, step) in SmallPlansTests.steps(tree).enumerated() {
      if !SmallPlansTests.isWhole, (index + turn) % SmallPlansTests.oneIn != 0 { continue }
      let chosen = SmallPlansTests.isWhole ? settlings : [settlings[(index + turn) % settlings.count]]
      for settling in chosen {
        try await check(step, ground, settling.enumerated().map { admission($0.offset, units[$0.element]) })
      }
    }
  }

  private func admission(_ number: Int, _ unit: ID<Unit>) -> Errand {
    let deed = AdmitMember(
      code: "P\(number)",
      particulars: Particulars(name: "Nguyễn Thử \(number)"),
      unit: unit,
      admitted: "2012-01-01",
      official: number == 2 ? nil : "2013-01-01"
    )
    return Errand(deed, by: World.console)
  }

  private func check(_ step: ReorganisationStep, _ world: World, _ people: [Errand]) async throws {
    let plan = ReorganisationPlan(effective: SmallPlansTests.day, steps: [PlannedStep(step)])
    let deed = Errand(Reorganise(plan.steps, on: plan.effective), by: World.console)
    let sheet = try await world.office.rehearse(people) { db, _ in
      try ReorganisationStore(db: db).sheet(of: plan, ShippedRules.folder.library, today: World.today)
    }
    let before = try await world.head() + Int64(people.count)
    let undone: Bool
    do {
      undone = try await world.office.rehearse(people + [deed]) { (db, _) throws -> Bool in
        try SmallPlansTests.demandWhole(db, before: before, step)
        return true
      }
    } catch is Refused {
      undone = false
    }
    #expect(undone == sheet.allBlocking.isEmpty, "\(step)")
    guard undone else { return }
    #expect(sheet.isBalanced, "\(step)")
    let annulment = Errand(AnnulEntry(entry: before + 1), by: World.console)
    try await world.office.rehearse(people + [deed, annulment]) { (db, _) throws -> Void in
      #expect(try LiveRecord(db) == LiveRecord(db, asKnownAt: before), "\(step)")
    }
  }

  /// Nobody lost, no past day changed, one home on every day, every ledger balanced.
  private static func demandWhole(_ db: any Connection, before: Int64, _ step: ReorganisationStep) throws {
    let (old, new) = (try PlainRecord(db, .entry(before)), try PlainRecord(db))
    for day in ["2011-12-31", "2012-06-01", SmallPlansTests.day.adding(days: -1)] as [CivilDate] {
      for unit in old.units {
        #expect(new.figures(of: unit, on: day, nil) == old.figures(of: unit, on: day, nil), "\(step)")
      }
    }
    for person in new.people {
      for day in [SmallPlansTests.day, "2024-01-01"] as [CivilDate] {
        #expect(new.homes[person]?.count { $0.holds(day) } == 1, "\(step)")
        #expect(new.home(person, on: day).map { new.exists($0, on: day) } == true, "\(step)")
      }
    }
    guard let period = Period(from: SmallPlansTests.day, until: SmallPlansTests.day.adding(days: 1)) else {
      return
    }
    for unit in new.units {
      let ledger = try LedgerStore(db: db).ledger(of: ID(unit), period)
      #expect(ledger.difference == 0, "\(step)")
      #expect(PlainLedger(ledger) == new.ledger(of: unit, period), "\(step)")
    }
    #expect(try IntegrityChecks(db: db).run() == [], "\(step)")
  }
}
