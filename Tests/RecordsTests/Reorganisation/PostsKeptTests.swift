import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Who holds a post on when units come together or are divided")
struct PostsKeptTests {
  private static let day: CivilDate = "2025-11-01"

  /// Two cells with a secretary each, and a deputy in the one that ends.
  private func world() async throws -> World {
    let world = try await World.small()
    for (name, unit, post) in [
      ("Nguyễn An", "C1", "secretary"), ("Nguyễn Ân", "C1", "deputySecretary"),
      ("Lò Thị Hạnh", "C2", "secretary"),
    ] {
      let deed = HoldPost(
        person: world.person(name),
        unit: world.unit(unit),
        post: post,
        span: Span(open: "2020-01-01")
      )
      try await world.carryOut(deed)
    }
    return world
  }

  private func code(_ name: String, _ world: World) async throws -> String {
    try await world.life(world.person(name))?.code ?? ""
  }

  private func plan(_ step: ReorganisationStep) -> ReorganisationPlan {
    ReorganisationPlan(effective: PostsKeptTests.day, steps: [PlannedStep(step)])
  }

  private func carryOut(_ world: World, _ plan: ReorganisationPlan) async throws {
    try await world.office.carryOut(plan, body: PlanWriter.text(plan), by: World.console)
  }

  /// Who holds a post in a unit on the day of the plan.
  private func holders(_ post: String, _ unit: String, _ world: World) async throws -> [ID<Person>] {
    try await world.read { db in
      try TreeStore(db: db).holders(world.unit(unit), AsOf(PostsKeptTests.day))
        .filter { $0.post == post }.map(\.person)
    }
  }

  @Test(
    "of two secretaries the one who is chosen holds on, from whichever unit, and the other leaves the post"
  )
  func secretary() async throws {
    for (chosen, other) in [("Nguyễn An", "Lò Thị Hạnh"), ("Lò Thị Hạnh", "Nguyễn An")] {
      let world = try await world()
      let kept = PostKept("secretary", by: try await code(chosen, world), in: "C2")
      let plan = plan(.merge(units: ["C1"], into: "C2", name: nil, posts: .keep([kept])))
      let sheet = try await world.read {
        try ReorganisationStore(db: $0).sheet(of: plan, world.office.regulations, today: World.today)
      }
      #expect(sheet.allBlocking.isEmpty && sheet.steps[0].after.posts == 1)
      try await carryOut(world, plan)
      #expect(try await holders("secretary", "C2", world) == [world.person(chosen)])
      #expect(try await holders("deputySecretary", "C2", world) == [])
      let left = try await world.life(world.person(other))?.posts.last
      #expect(left?.span.end == PostsKeptTests.day)
      #expect(try await world.integrityFaults() == [])
      #expect(try await world.journalFaults() == [])
    }
  }

  @Test("undone, everybody holds again what they held")
  func undone() async throws {
    let world = try await world()
    let before = try await world.live()
    let kept = PostKept("secretary", by: try await code("Nguyễn An", world), in: "C2")
    try await carryOut(world, plan(.merge(units: ["C1"], into: "C2", name: nil, posts: .keep([kept]))))
    try await world.carryOut(AnnulEntry(entry: try await world.head()))
    #expect(try await holders("secretary", "C2", world) == [world.person("Lò Thị Hạnh")])
    #expect(try await holders("secretary", "C1", world) == [world.person("Nguyễn An")])
    #expect(try await world.live() == before)
  }

  @Test("two chosen for a post of one, and somebody who never held it, stand in the way")
  func blocked() async throws {
    let world = try await world()
    let (an, hanh) = (try await code("Nguyễn An", world), try await code("Lò Thị Hạnh", world))
    func blocking(_ kept: [PostKept]) async throws -> [Refusal] {
      let plan = plan(.merge(units: ["C1"], into: "C2", name: nil, posts: .keep(kept)))
      return try await world.read {
        try ReorganisationStore(db: $0).sheet(of: plan, world.office.regulations, today: World.today)
          .allBlocking.map(\.refusal)
      }
    }
    let two = [PostKept("secretary", by: an, in: "C2"), PostKept("secretary", by: hanh, in: "C2")]
    #expect(try await blocking(two) == [.twoHolders(.secretary)])
    let none = [PostKept("deputySecretary", by: hanh, in: "C2")]
    #expect(try await blocking(none) == [.notAHolder(person: hanh, post: "deputySecretary")])
    let elsewhere = [PostKept("secretary", by: an, in: "C3")]
    #expect(try await blocking(elsewhere) == [.notAHeir("C3")])
  }

  @Test("of a unit that is divided each holds their post on where the plan says")
  func divided() async throws {
    let world = try await world()
    let (an, deputy) = (try await code("Nguyễn An", world), try await code("Nguyễn Ân", world))
    let kept = [PostKept("secretary", by: an, in: "C3"), PostKept("deputySecretary", by: deputy, in: "C2")]
    let rest = Allotment(rest: "C2")
    let step = ReorganisationStep.split(
      unit: "C1",
      into: ["C2", "C3"],
      units: Allotment(),
      people: rest,
      posts: .keep(kept)
    )
    try await carryOut(world, plan(step))
    #expect(try await holders("secretary", "C3", world) == [world.person("Nguyễn An")])
    #expect(try await holders("secretary", "C2", world) == [world.person("Lò Thị Hạnh")])
    #expect(try await holders("deputySecretary", "C2", world) == [world.person("Nguyễn Ân")])
    #expect(try await world.integrityFaults() == [])
  }

  @Test("a plan written as text or as a workbook is the same plan when it is read again")
  func written() async throws {
    let decision = PlannedDecision(
      number: "12-QĐ/TU",
      signed: "2025-10-01",
      issuer: "QN",
      signer: "Lò Văn Ai"
    )
    let own = PlannedDecision(number: "13-QĐ/TU", signed: "2025-10-02")
    let people = Allotment(named: [.init("P1", to: "KA"), .init("P2", to: "KA")], rest: "KB")
    let plan = ReorganisationPlan(
      effective: PostsKeptTests.day,
      under: decision,
      steps: [
        PlannedStep(
          .found(code: "KA", name: "Chi bộ A", kind: .cell, sector: .school, parent: "B1"),
          under: decision
        ),
        PlannedStep(
          .merge(
            units: ["C1", "C4"],
            into: "C2",
            name: "Chi bộ: mới",
            posts: .keep([PostKept("secretary", by: "P9", in: "C2"), PostKept("Ủy viên", by: "P8", in: "C2")])
          ),
          under: own
        ),
        PlannedStep(
          .split(
            unit: "C3",
            into: ["KA", "KB"],
            units: Allotment(named: [.init("C7", to: "KA")], rest: "KB"),
            people: people,
            posts: .keep([
              PostKept("secretary", by: "P1", in: "KA"), PostKept("secretary", by: "P5", in: "KB"),
            ])
          ),
          under: decision
        ),
        PlannedStep(
          .dissolve(unit: "C8", units: Allotment(), people: Allotment(rest: "C2")),
          under: decision
        ),
        PlannedStep(.change(unit: "B2", kind: .baseCell, sector: nil), under: decision),
        PlannedStep(.move(unit: "B3", under: "HL"), under: decision),
        PlannedStep(.rename(unit: "B3", name: "Tên mới"), under: decision),
        PlannedStep(.merge(units: ["X1"], into: "X2", name: nil, posts: .pass(to: "X2")), under: decision),
      ]
    )
    #expect(try PlanReader.read(PlanWriter.text(plan), name: "plan") == plan)
    let folder = try LooseFolder()
    for vietnamese in [true, false] {
      let path = folder.path + "/plan-\(vietnamese).xlsx"
      try PlanBookWriter.write(plan, to: path, vietnamese: vietnamese)
      #expect(try PlanReader.read(book: path) == plan)
    }
    // The short form of a merger: the heir is where posts are held on.
    let short = "effective: 2025-11-01\nsteps:\n  - merge: {units: [C1], into: C2, posts: {bí thư: P1}}\n"
    #expect(
      try PlanReader.read(short, name: "plan").steps[0].step.postsKept == [
        PostKept("secretary", by: "P1", in: "C2")
      ]
    )
  }
}
