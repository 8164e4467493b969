import Basics
import Records
import RulebookFiles
import Rules
import Storage
import TestWorld
import Testing

@Suite("Tasks")
struct TaskTests {
  private static func draft(
    _ what: String,
    _ measure: TaskMeasure,
    due: CivilDate = "2025-12-31"
  ) -> (World) -> AssignTask {
    { world in
      AssignTask(TaskDraft(what, of: world.unit("C1"), from: "2025-10-01", due: due, measure))
    }
  }

  @Test("a task nobody could count is refused with the words that say nothing, unless it has a number")
  func vague() async throws {
    let world = try await World.small()
    let general = Self.draft("Đẩy mạnh tuyên truyền,  NÂNG CAO chất lượng", .evidence("Báo cáo"))(world)
    #expect(
      try await world.refusals(of: general)
        == [Objection(.text, .vague(["đẩy mạnh", "nâng cao"], number: "S001-14"))]
    )
    let shown = Self.draft("Họp dân", .evidence("Nhận thức được nâng cao"))(world)
    #expect(
      try await world.refusals(of: shown) == [Objection(.counted, .vague(["nâng cao"], number: "S001-14"))]
    )
    let counted = Self.draft("Đẩy mạnh tuyên truyền", .quantity(Quantity(12), of: "buổi"))(world)
    #expect(try await world.refusals(of: counted) == [])
    let late = Self.draft("Họp dân", .evidence("Biên bản"), due: "2025-09-30")(world)
    #expect(try await world.refusals(of: late) == [Objection(.due, .beforeDay("2025-10-01"))])
    let empty = Self.draft("Họp dân", .quantity(.zero, of: "buổi"))(world)
    #expect(try await world.refusals(of: empty) == [Objection(.target, .notAnAmount("0"))])
    // Part of a longer word is not the word.
    let other = Self.draft("Nâng caoốc", .evidence("Biên bản"))(world)
    #expect(try await world.refusals(of: other) == [])
  }

  @Test("an office's own list of vague words holds below it, and nowhere else")
  func ownWords() async throws {
    let world = try await World.small()
    let text = try #require(ShippedRules.folder.texts["tasks"])
      .replacing("rulebook: tasks\n", with: "rulebook: tasks-own\n")
      .replacing("words: [đẩy mạnh,", with: "words: [cơ bản,")
    try await world.carryOut(
      PutRulebookInForce(unit: world.unit("B1"), text: text),
      under: DecisionText(number: "5-HD/ĐU", signed: "2025-09-05")
    )
    let basic = Self.draft("Cơ bản xong đường thôn", .evidence("Biên bản"))(world)
    #expect(
      try await world.refusals(of: basic) == [Objection(.text, .vague(["cơ bản"], number: "S001-14"))]
    )
    #expect(try await world.refusals(of: Self.draft("Đẩy mạnh", .evidence("Biên bản"))(world)) == [])
    var elsewhere = basic
    elsewhere.draft.unit = world.unit("C3")
    #expect(try await world.refusals(of: elsewhere) == [])
  }

  @Test(
    "what is told of a task works out how it stands: not begun, under way, late, done on time, late or beyond"
  )
  func standing() async throws {
    let world = try await World.small()
    let planted = try await world.assign(
      "Trồng lại rừng sau bão số 3",
      to: "C1",
      due: "2025-06-30",
      .quantity(Quantity(10), of: "ha")
    )
    #expect(try await world.standing(planted, on: "2025-02-01")?.state == .notBegun)
    try await world.tell(planted, 4, on: "2025-03-10")
    #expect(try await world.standing(planted, on: "2025-03-10")?.state == .underWay)
    #expect(try await world.standing(planted, on: "2025-07-01")?.state == .late)
    try await world.tell(planted, 12, on: "2025-06-20")
    let done = try #require(try await world.standing(planted, on: "2025-07-01"))
    #expect(done.state == .beyond && done.doneOn == "2025-06-20" && done.quantity == Quantity(12))
    // Counted again, there was less: it was not done after all, and is so later.
    try await world.tell(planted, 9, on: "2025-07-05")
    #expect(try await world.standing(planted, on: "2025-07-06")?.state == .late)
    try await world.tell(planted, 11, on: "2025-07-10")
    let late = try #require(try await world.standing(planted, on: "2025-08-01"))
    #expect(late.state == .doneLate && late.doneOn == "2025-07-10")
    // As of an earlier day it is as it was then.
    #expect(try await world.standing(planted, on: "2025-07-01")?.state == .beyond)
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }

  @Test("of passing a policy on to households only their number is kept")
  func households() async throws {
    let world = try await World.small()
    let task = try await world.assign("Tuyên truyền chống lừa đảo trên mạng", to: "C1", .households(40))
    let named = TellProgress(task, TaskProgress(Quantity(12), note: "Nhà ông Bảy"), on: "2025-03-10")
    #expect(try await world.refusals(of: named) == [Objection(.note, .householdsOnlyCounted)])
    try await world.tell(task, 40, on: "2025-03-12")
    #expect(try await world.standing(task, on: "2025-03-12")?.state == .onTime)
  }

  @Test("a task done without a number needs what was agreed to show it")
  func evidence() async throws {
    let world = try await World.small()
    let task = try await world.assign("Ban hành quy ước thôn", to: "C1")
    let bare = TellProgress(task, TaskProgress(Quantity(1)), on: "2025-03-10")
    #expect(try await world.refusals(of: bare) == [Objection(.note, .blank)])
    try await world.tell(task, 1, on: "2025-03-10", note: "Biên bản họp thôn")
    #expect(try await world.standing(task, on: "2025-03-10")?.state == .onTime)
  }

  @Test("whoever answers for a task tells of it themselves, and of no other's")
  func ownTask() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    let mine = try await world.assign("Họp tổ dân phố", to: "C1", by: an, .quantity(Quantity(4), of: "buổi"))
    let others = try await world.assign("Dọn kênh", to: "C1", .quantity(Quantity(2), of: "km"))
    let account = try await world.account("an", for: an)
    let tell = TellProgress(mine, TaskProgress(Quantity(2)), on: "2025-03-10")
    #expect(try await world.refusals(of: tell, by: .account(account)) == [])
    let notMine = TellProgress(others, TaskProgress(Quantity(2)), on: "2025-03-10")
    #expect(
      try await world.refusals(of: notMine, by: .account(account))
        == [Objection(nil, .notAllowed(.keepResolutions))]
    )
    #expect(try await world.tasks(.person(an), on: "2025-04-01").map(\.task.key) == [mine])
    let stranger = AssignTask(
      TaskDraft(
        "Việc khác",
        of: world.unit("C2"),
        by: an,
        from: "2025-01-02",
        due: "2025-06-30",
        .evidence("Biên bản")
      )
    )
    #expect(
      try await world.refusals(of: stranger)
        == [Objection(.person, .notAtHome(person: "Nguyễn An", unit: "C2"))]
    )
  }

  @Test("a task carried over is left undone, and what is left of it is due later; one done is not carried")
  func carried() async throws {
    let world = try await World.small()
    let task = try await world.assign("Làm đường", to: "C1", .quantity(Quantity(5), of: "km"))
    try await world.tell(task, 3, on: "2025-05-10")
    let ending = AssignedTask.Ending(.carriedOver, on: "2025-07-01", reason: "Mưa lũ kéo dài")
    #expect(
      try await world.refusals(of: EndTask(task, ending, due: "2025-06-30"))
        == [Objection(.due, .beforeDay("2025-07-01"))]
    )
    let next = ID<FactMark>(
      try await world.carryOut(EndTask(task, ending, due: "2025-12-31")).result ?? 0
    )
    #expect(try await world.standing(task, on: "2025-07-02")?.state == .carriedOver)
    let line = try #require(try await world.tasks(.task(next), on: "2025-07-02").first)
    #expect(line.task.measure == .quantity(Quantity(2), of: "km") && line.task.carries == task)
    let closed = TellProgress(task, TaskProgress(Quantity(4)), on: "2025-07-02")
    #expect(try await world.refusals(of: closed) == [Objection(nil, .taskIs(.carriedOver))])
    try await world.tell(next, 2, on: "2025-08-01")
    let drop = AssignedTask.Ending(.givenUp, on: "2025-08-02", reason: "Không cần nữa")
    #expect(try await world.refusals(of: EndTask(next, drop)) == [Objection(nil, .taskIs(.onTime))])
  }
}
