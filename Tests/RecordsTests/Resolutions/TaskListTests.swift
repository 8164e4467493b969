import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Tasks given and told of in one list")
struct TaskListTests {
  private func draft(
    _ what: String,
    in world: World,
    by person: String? = nil,
    _ target: Int = 10
  ) -> TaskDraft {
    TaskDraft(
      what,
      of: world.unit("C1"),
      by: person.map { world.person($0) },
      from: "2025-10-01",
      due: "2025-10-31",
      .quantity(Quantity(target), of: "buổi")
    )
  }

  @Test("a cell gives itself and its members their tasks at once, or none while one of them is refused")
  func together() async throws {
    let world = try await World.small()
    let cell = world.unit("C1")
    let own = draft("Dọn đường thôn", in: world)
    let (an, stranger) = (
      draft("Trồng cây", in: world, by: "Nguyễn An"), draft("Trồng cây", in: world, by: "Lò Thị Hạnh")
    )
    let nothing = draft("Trồng cây", in: world, by: "Nguyễn Ân", 0)
    let refused = try await world.refusals(of: AssignTasks(of: cell, [own, an, stranger, nothing]))
    // Each refusal names whose task it is.
    #expect(refused.count == 2)
    guard
      case .ofSubject(.person(world.person("Lò Thị Hạnh")), "Lò Thị Hạnh", .notAtHome) = refused.first?
        .refusal,
      case .ofSubject(.person(world.person("Nguyễn Ân")), _, .notAnAmount("0")) = refused.last?.refusal
    else {
      Issue.record("\(refused)")
      return
    }
    #expect(
      try await world.tasks(.own(cell), on: "2025-10-15").isEmpty,
      "one was given though another was refused"
    )
    #expect(try await world.refusals(of: AssignTasks(of: cell, [])).map(\.refusal) == [.nothingChanges])
    var elsewhere = own
    elsewhere.unit = world.unit("C2")
    #expect(try await world.refusals(of: AssignTasks(of: cell, [own, elsewhere])).count == 1)

    let receipt = try await world.carryOut(AssignTasks(of: cell, [own, an]))
    let given = try await world.tasks(.own(cell), on: "2025-10-15").map(\.task)
    #expect(given.map(\.answerer) == [nil, world.person("Nguyễn An")])
    #expect(given.first?.key.number == receipt.result)
    // Each is as if it had been given alone.
    let alone = ID<FactMark>(try await world.carryOut(AssignTask(an)).result ?? 0)
    let third = try #require(try await world.tasks(.task(alone), on: "2025-10-15").first)
    var same = third.task
    same.key = given[1].key
    #expect(same == given[1])
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }

  @Test(
    "how far the tasks of a cell have come is told in one list, all of it or nothing, and only by its own"
  )
  func told() async throws {
    let world = try await World.small()
    let cell = world.unit("C1")
    let drafts = [draft("Dọn đường thôn", in: world), draft("Trồng cây", in: world, by: "Nguyễn An")]
    try await world.carryOut(AssignTasks(of: cell, drafts))
    let keys = try await world.tasks(.own(cell), on: "2025-10-15").map(\.task.key)
    let done = TellTasks.Line(keys[0], TaskProgress(Quantity(12)), on: "2025-10-20")
    var early = TellTasks.Line(keys[1], TaskProgress(Quantity(4)), on: "2025-09-20")
    let refused = try await world.refusals(of: TellTasks(of: cell, [done, early]))
    guard refused.count == 1, case .ofSubject(_, "Nguyễn An", .beforeDay) = refused[0].refusal else {
      Issue.record("\(refused)")
      return
    }
    #expect(try await world.standing(keys[0], on: "2025-10-31")?.state == .notBegun)
    early.day = "2025-10-05"
    let other = world.unit("C2")
    #expect(try await world.refusals(of: TellTasks(of: other, [done])).map(\.field) == [.unit])
    let stranger = try await world.account("stranger")
    try await world.grant(.secretary, in: other, to: stranger)
    await #expect(throws: (any Error).self) {
      try await world.carryOut(TellTasks(of: cell, [done]), by: .account(stranger))
    }
    await #expect(throws: (any Error).self) {
      try await world.carryOut(AssignTasks(of: cell, drafts), by: .account(stranger))
    }
    try await world.carryOut(TellTasks(of: cell, [done, early]))
    #expect(try await world.standing(keys[0], on: "2025-10-31")?.state == .beyond)
    #expect(try await world.standing(keys[1], on: "2025-10-31")?.quantity == Quantity(4))
    // A task that was ended is told of no more.
    let ending = AssignedTask.Ending(.givenUp, on: "2025-10-10", reason: "Không còn cần")
    try await world.carryOut(EndTask(keys[1], ending))
    #expect(
      try await world.refusals(of: TellTasks(of: cell, [done, early])).map(\.refusal) == [.taskIs(.givenUp)]
    )
    #expect(try await world.journalFaults() == [])
  }
}
