import Basics
import Records
import Rules
import TestWorld
import Testing

@Suite("The classes of a unit over the years")
struct ReviewHistoryTests {
  @Test("a unit goes on with the classes of those merged into it, through every merger (S000-33)")
  func throughMergers() async throws {
    let world = try await World.small()
    let subject = ReviewSubject.organisation(world.unit("C2"))
    let task = try await world.assign(
      "Ra mắt mô hình",
      to: "C2",
      from: "2025-10-01",
      due: "2025-10-31",
      .quantity(Quantity(2), of: "mô hình")
    )
    try await world.tell(task, 2, on: "2025-10-10")
    let round = try await world.openRound(of: world.unit("B1"))
    try await world.carryOut(world.mark(round, subject, .evaluation, by: "C2", .good, points: 80))
    try await world.carryOut(world.mark(round, subject, .decision, by: "B1", .good, points: 80))
    for (from, into, day) in [("C2", "C1", "2025-11-02"), ("C1", "C3", "2025-11-04")]
      as [(String, String, CivilDate)]
    {
      let merge = ReorganisationStep.merge(units: [from], into: into, name: nil, posts: .end)
      try await world.carryOut(Reorganise([PlannedStep(merge)], on: day, body: "steps:"))
    }
    func classes(_ subject: ReviewSubject) async throws -> [PastClass] {
      try await world.read { try ReviewStore(db: $0).decisions(of: subject) }
    }
    let heir = try await classes(.organisation(world.unit("C3")))
    #expect(heir.map(\.subject) == [subject])
    #expect(heir.map(\.rating) == [.good])
    // Those who lead a unit are another subject, and a unit that took nothing over has nothing of others.
    #expect(try await classes(.collective(world.unit("C3"))) == [])
    #expect(try await classes(.organisation(world.unit("C4"))) == [])
  }
}
