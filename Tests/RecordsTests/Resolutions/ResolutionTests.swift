import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Resolutions and their cascade")
struct ResolutionTests {
  private static func cascade(
    _ world: World,
    _ key: ID<FactMark>,
    on day: CivilDate
  ) async throws -> [CascadeLine] {
    let root = world.unit("QN")
    return try await world.read { db in
      let asOf = AsOf(day)
      let tasks = try TaskStore(db: db).lines(TaskQuestion(.resolution(key), asOf))
      let links = try ResolutionStore(db: db).links(below: root, asOf)
      return try CascadeStore(db: db).lines(.of(key), tasks: tasks, links: links, asOf)
    }
  }

  @Test(
    "a resolution sent to every cell tells who studied it, how many of how many, how late, and who is silent, first"
  )
  func studied() async throws {
    let world = try await World.small()
    let key = try await world.resolve("Xây dựng nông thôn mới", by: "HL", on: "2025-06-02")
    try await world.carryOut(SendResolution(key, to: .cells, on: "2025-06-05"))
    let again = SendResolution(key, to: .cells, on: "2025-06-06")
    #expect(try await world.refusals(of: again) == [Objection(.scope, .nobodyToSendTo)])
    let study = ResolutionSent.Study(
      day: "2025-06-20",
      place: "Hội nghị chi bộ tháng 6, bí thư quán triệt",
      members: 30,
      all: 34
    )
    try await world.carryOut(AnswerResolution(key, of: world.unit("C1"), .received("2025-06-06")))
    try await world.carryOut(AnswerResolution(key, of: world.unit("C1"), .studied(study)))
    try await world.carryOut(AnswerResolution(key, of: world.unit("T1"), .received("2025-07-01")))
    let lines = try await Self.cascade(world, key, on: "2025-07-05")
    #expect(lines.map(\.unit) == ["C2", "C3", "C1", "T1"].map { world.unit($0) })
    #expect(lines[0].answer.step(on: "2025-07-05") == .silent)
    #expect(lines[0].answer.silence(on: "2025-07-05") == 30)
    #expect(lines[2].answer.step(on: "2025-07-05") == .studied)
    #expect(lines[2].answer.lag(on: "2025-07-05") == 15)
    #expect(lines[2].answer.study == study)
    #expect(lines[3].answer.step(on: "2025-07-05") == .received)
    // On an earlier day nobody had said anything.
    #expect(
      try await Self.cascade(world, key, on: "2025-06-05").allSatisfy {
        $0.answer.silence(on: "2025-06-05") == 0
      }
    )
    let stranger = AnswerResolution(key, of: world.unit("C4"), .received("2025-06-06"))
    #expect(try await world.refusals(of: stranger) == [Objection(nil, .notSentHere)])
    var impossible = study
    impossible.members = 35
    #expect(
      try await world.refusals(of: AnswerResolution(key, of: world.unit("C1"), .studied(impossible)))
        == [Objection(.members, .moreThan(35, of: 34))]
    )
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }

  @Test(
    "a village cell's own resolution carries out the superior's, and its tasks roll up to it by their weight"
  )
  func concrete() async throws {
    let world = try await World.small()
    let above = try await world.resolve("Giảm nghèo bền vững", by: "B1", on: "2025-02-03")
    try await world.carryOut(
      SendResolution(above, to: .units([world.unit("C1"), world.unit("C2")]), on: "2025-02-05")
    )
    let own = try await world.resolve("Trồng dâu nuôi tằm", by: "C1", on: "2025-03-03", under: above)
    let area = try await world.assign(
      "Trồng mới dâu",
      to: "C1",
      under: own,
      from: "2025-03-05",
      .quantity(Quantity(4), of: "ha"),
      weight: 3
    )
    let done = try await world.assign("Mở lớp kỹ thuật", to: "C1", under: own, from: "2025-03-05")
    try await world.tell(area, 3, on: "2025-04-10")
    try await world.tell(done, 1, on: "2025-04-12", note: "Danh sách lớp")
    let lines = try await world.tasks(.resolution(above), on: "2025-05-02")
    #expect(Set(lines.map(\.task.key)) == [area, done])
    var rollUp = TaskRollUp()
    for line in lines { rollUp.add(line.task, line.standing) }
    // Three quarters, thrice, and one whole: 3.25 of 4.
    #expect(rollUp.percent == 81)
    #expect(rollUp[.underWay] == 1 && rollUp[.onTime] == 1)
    let cascade = try await Self.cascade(world, above, on: "2025-05-02")
    #expect(cascade.map(\.unit) == [world.unit("C2"), world.unit("C1")])
    #expect(cascade[1].answer.concrete == "2025-03-03")
    #expect(cascade[1].answer.lastWord(by: "2025-05-02") == "2025-04-12")
    let stranger = EnterResolution(
      of: world.unit("C3"),
      ResolutionDraft(.resolution, "Không liên quan", on: "2025-03-03", parent: above)
    )
    #expect(try await world.refusals(of: stranger) == [Objection(.parent, .resolutionNotAbove)])
  }

  @Test(
    "a committee's resolution sets each organisation below a target of its own, and counts each by itself"
  )
  func targets() async throws {
    let world = try await World.small()
    let key = try await world.resolve("Chỉ tiêu ngành năm 2025", by: "HL", on: "2025-01-06")
    try await world.carryOut(SendResolution(key, to: .bases, on: "2025-01-07"))
    for (unit, target, reached) in [("B1", 40, 44), ("B2", 30, 15)] {
      let task = try await world.assign(
        "Giảm hộ nghèo",
        to: unit,
        under: key,
        .quantity(Quantity(target), of: "hộ")
      )
      try await world.tell(task, reached, on: "2025-06-20")
    }
    let rollUps = try await world.read { db in
      let asOf = AsOf("2025-07-02")
      let tasks = try TaskStore(db: db).lines(TaskQuestion(.resolution(key), asOf))
      return try CascadeStore(db: db).branches(of: key, tasks: tasks, asOf)
    }
    #expect(rollUps[world.unit("B1")]?.counts == [.beyond: 1])
    #expect(rollUps[world.unit("B2")]?.counts == [.late: 1])
    #expect(rollUps[world.unit("B2")]?.percent == 50)
    #expect(rollUps[world.unit("T1")] == nil)
  }

  @Test("whoever keeps a cell keeps its resolutions and no other's, and sends none from above")
  func rights() async throws {
    let world = try await World.small()
    let above = try await world.resolve("Chủ đề năm 2025", by: "B1", on: "2025-01-02", .yearTheme)
    let secretary = try await world.officer(.secretary, in: world.unit("C1"), named: "bithu")
    let own = EnterResolution(
      of: world.unit("C1"),
      ResolutionDraft(.workProgramme, "Chương trình năm 2025", on: "2025-01-10", parent: above)
    )
    #expect(try await world.refusals(of: own, by: secretary) == [])
    let other = EnterResolution(
      of: world.unit("C2"),
      ResolutionDraft(.resolution, "Của chi bộ khác", on: "2025-01-10")
    )
    let refused = [Objection(nil, .notAllowed(.keepResolutions))]
    #expect(try await world.refusals(of: other, by: secretary) == refused)
    let send = SendResolution(above, to: .cells, on: "2025-01-11")
    #expect(try await world.refusals(of: send, by: secretary) == refused)
  }

  @Test("a resolution corrected keeps its number; one passed tomorrow is not entered")
  func corrected() async throws {
    let world = try await World.small()
    let key = try await world.resolve("Nghị quyết tháng 5", by: "C1", on: "2025-05-05")
    let draft = ResolutionDraft(.conclusion, "Kết luận tháng 5", on: "2025-05-06", number: "2-KL/CB")
    try await world.carryOut(ChangeResolution(key, draft))
    #expect(try await world.refusals(of: ChangeResolution(key, draft)) == [Objection(nil, .nothingChanges)])
    let line = try await world.read { try ResolutionStore(db: $0).resolution(key, AsOf("2025-06-01")) }
    #expect(line?.resolution.kind == .conclusion && line?.fact.span.start == "2025-05-06")
    let tomorrow = World.today.adding(days: 1)
    let early = EnterResolution(
      of: world.unit("C1"),
      ResolutionDraft(.resolution, "Ngày mai", on: tomorrow)
    )
    #expect(try await world.refusals(of: early) == [Objection(.day, .notYet(tomorrow))])
  }

  @Test("a silent unit is reminded once a day, and nobody that has been heard of is")
  func reminded() async throws {
    let world = try await World.small()
    let key = try await world.resolve("Chuyển đổi số", by: "B1", on: "2025-10-01")
    try await world.carryOut(SendResolution(key, to: .cells, on: "2025-10-02"))
    try await world.carryOut(AnswerResolution(key, of: world.unit("C1"), .received("2025-10-05")))
    let (heard, silent) = (
      RemindUnit(world.unit("C1"), of: key), RemindUnit(world.unit("C2"), of: key, "Sớm")
    )
    #expect(try await world.refusals(of: heard) == [Objection(nil, .notSilent)])
    let stranger = RemindUnit(world.unit("C4"), of: key)
    #expect(try await world.refusals(of: stranger) == [Objection(nil, .notSentHere)])
    let secretary = try await world.officer(.secretary, in: world.unit("C1"), named: "secretary")
    #expect(
      try await world.refusals(of: silent, by: secretary)
        == [Objection(nil, .notAllowed(.keepResolutions))]
    )
    let desk = try await world.officer(in: world.unit("B1"), named: "desk")
    try await world.carryOut(silent, by: desk)
    #expect(try await world.refusals(of: silent, by: desk) == [Objection(nil, .nothingChanges)])
    let reminders = try await world.read { try ResolutionStore(db: $0).reminders(.sentTo(world.unit("C2"))) }
    #expect(reminders.map(\.day) == [World.today] && reminders.map(\.note) == ["Sớm"])
    #expect(reminders.first?.writer != nil)
    #expect(try await world.journalFaults() == [])
  }
}
