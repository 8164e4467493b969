import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Figures of tasks")
struct TaskFigureTests {
  private static let year: Period = {
    guard let year = Period(year: 2025) else { preconditionFailure("2025 is a year") }
    return year
  }()

  @Test(
    "the figures a review reads agree with a plain recount of what was told, whatever the day",
    arguments: 1...4
  )
  func recounted(seed: Int) async throws {
    let world = try await World.small()
    var random = SeededNumbers(seed: seed)
    let answerers: [ID<Person>?] = [nil, world.person("Nguyễn An")]
    var told: [ID<FactMark>: (due: CivilDate, target: Int, person: ID<Person>?, said: [(CivilDate, Int)])] =
      [:]
    for number in 0..<24 {
      let target = 1 + random.below(5)
      let due = CivilDate("2024-10-01").adding(days: random.below(450))
      let person = answerers[random.below(2)]
      let key = try await world.assign(
        "Việc \(number)",
        to: "C1",
        by: person,
        from: "2024-09-01",
        due: due,
        .quantity(Quantity(target), of: "buổi")
      )
      var said: [(CivilDate, Int)] = []
      for _ in 0..<random.below(4) {
        let day = CivilDate("2024-09-02").adding(days: random.below(425))
        if said.contains(where: { $0.0 == day }) { continue }
        said.append((day, random.below(target + 3)))
        try await world.tell(key, said[said.count - 1].1, on: day)
      }
      told[key] = (due, target, person, said)
    }
    for day in [CivilDate("2025-03-31"), "2025-07-15", "2025-11-03"] {
      for person in answerers {
        let scope: TaskQuestion.Scope = person.map { .person($0) } ?? .own(world.unit("C1"))
        var plain: [TaskFigure: Int] = [.assigned: 0, .done: 0, .onTime: 0, .beyond: 0, .late: 0]
        for task in told.values {
          guard "2025-01-01" <= task.due, task.due < "2026-01-01" else { continue }
          if let person, task.person != person { continue }
          plain[.assigned, default: 0] += 1
          // Day by day: done from the day after which it was never again less than asked.
          let heard = task.said.filter { $0.0 <= day }.sorted { $0.0 < $1.0 }
          let last = heard.last?.1 ?? 0
          guard last >= task.target else {
            if task.due < day { plain[.late, default: 0] += 1 }
            continue
          }
          let short = heard.last { $0.1 < task.target }?.0 ?? "2000-01-01"
          let done = try #require(heard.first { $0.0 > short }).0
          plain[.done, default: 0] += 1
          if done <= task.due {
            plain[.onTime, default: 0] += 1
            if last > task.target { plain[.beyond, default: 0] += 1 }
          } else {
            plain[.late, default: 0] += 1
          }
        }
        let figures = try await world.read { db in
          try TaskStore(db: db).figures(scope, Self.year, AsOf(day))
        }
        #expect(figures == plain, "seed \(seed), \(day)")
        let counted = try await world.read { db in
          try TaskStore(db: db).reviewed(scope, Self.year, AsOf(day)).count
        }
        #expect(counted == plain[.assigned])
      }
    }
  }

  @Test("when a cell is merged its open tasks are its heir's, and what was due before stays whose it was")
  func passedOn() async throws {
    let world = try await World.small()
    let above = try await world.resolve("Chương trình năm", by: "B1", on: "2025-01-02", .workProgramme)
    try await world.carryOut(SendResolution(above, to: .cells, on: "2025-01-03"))
    let own = try await world.resolve("Nghị quyết năm", by: "C2", on: "2025-01-10", under: above)
    let past = try await world.assign("Quý I", to: "C2", under: own, due: "2025-03-31")
    try await world.tell(past, 1, on: "2025-03-10", note: "Biên bản")
    let open = try await world.assign(
      "Cả năm",
      to: "C2",
      under: own,
      due: "2025-12-20",
      .quantity(Quantity(3), of: "mô hình")
    )
    try await world.tell(open, 1, on: "2025-05-10")
    let orphaned = EndUnit(unit: world.unit("C2"), day: "2025-10-01")
    let members = try await world.refusals(of: orphaned)
    #expect(members == [Objection(.successor, .stillHasMatters(1, on: "2025-10-01"))])
    let merged = ReorganisationStep.merge(units: ["C2"], into: "C1", name: nil, posts: .end)
    try await world.carryOut(Reorganise([PlannedStep(merged)], on: "2025-10-01", body: "steps:"))
    let heir = world.unit("C1")
    let lines = try await world.tasks(.own(heir), on: "2025-10-02")
    #expect(Set(lines.map(\.task.key)) == [past, open])
    #expect(lines.first { $0.task.key == open }?.standing.quantity == Quantity(1))
    #expect(try await world.tasks(.own(world.unit("C2")), on: "2025-10-02") == [])
    // Nobody's task is nobody's, and the resolution still reaches both.
    let all = try await world.tasks(.resolution(above), on: "2025-10-02")
    #expect(Set(all.map(\.task.key)) == [past, open])
    let orphans = try await world.read { db in
      // any knowledge: a unit that is no more has none that is true.
      try db.count(
        """
        SELECT count(*) FROM task t WHERE \(asOf("t", AsOf("2025-10-02"))) AND NOT EXISTS (
          SELECT 1 FROM unit_kind k WHERE k.unit = t.unit AND \(asOf("k", AsOf("2025-10-02"))))
        """
      )
    }
    #expect(orphans == 0)
    let figures = try await world.read { db in
      try TaskStore(db: db).figures(.own(world.unit("C2")), Self.year, AsOf("2025-10-02"))
    }
    #expect(figures[.assigned] == 1 && figures[.onTime] == 1)
    let links = try await world.read { try ResolutionStore(db: $0).links(below: heir, AsOf("2025-10-02")) }
    let cascade = try await world.read { db in
      try CascadeStore(db: db).lines(.of(above), tasks: all, links: links, AsOf("2025-10-02"))
    }
    #expect(cascade.count { $0.unit == heir } == 1)
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }
}
