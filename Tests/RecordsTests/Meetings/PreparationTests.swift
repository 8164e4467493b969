import Basics
import Records
import RulebookFiles
import Rules
import Storage
import TestWorld
import Testing

@Suite("Preparing a meeting of a cell")
struct PreparationTests {
  private static func due(
    _ world: World,
    on day: CivilDate,
    besides meeting: ID<FactMark>? = nil
  ) async throws -> [DueMatter] {
    let (cell, today) = (world.unit("C1"), world.clock.clock.today)
    return try await world.read { db in
      try DueMatters(db: db, for: cell, today: today) { unit in
        try OwnRulebookStore(db: db).library(over: ShippedRules.library, for: unit, AsOf(today))
      }
      .matters(on: day, besides: meeting)
    }
  }

  private static func items(_ world: World, _ meeting: ID<FactMark>) async throws -> [Fact<MeetingItem>] {
    try await world.read { try MeetingStore(db: $0).items(of: meeting) }
  }

  private static func matter(_ kind: AgendaMatter.Kind, _ key: ID<FactMark>) -> AgendaMatter {
    AgendaMatter(kind, key.number)
  }

  private static func taken(_ due: [DueMatter]) -> [TakenMatter] {
    due.map { TakenMatter($0.matter, "Việc \($0.matter)") }
  }

  @Test(
    "what is due at a meeting: tasks late or due before the next, a candidate's step, a transfer, what came from above"
  )
  func everythingDue() async throws {
    let world = try await World.small()
    let late = try await world.assign("Thu gom rác", to: "C1", due: "2025-09-30")
    let soon = try await world.assign("Trồng cây", to: "C1", due: "2025-12-20")
    let far = try await world.assign("Kè mương", to: "C1", due: "2026-06-30")
    let done = try await world.assign("Góp sách", to: "C1", due: "2025-10-30")
    try await world.tell(done, 1, on: "2025-10-01", note: "Đã giao")
    try await world.assign("Việc chi bộ khác", to: "C2", due: "2025-09-30")
    let hoa = try await world.candidate("Lê Thị Hoa", in: world.unit("C1"), since: "2025-08-01")
    let resolution = try await world.resolve("Nghị quyết đảng ủy", by: "B1", on: "2025-10-01")
    try await world.carryOut(SendResolution(resolution, to: .cells, on: "2025-10-02"))
    let ask = AskTransfer(
      person: world.person("Nguyễn Ân"),
      to: world.unit("C4"),
      event: .newJob,
      happened: "2025-10-20",
      day: "2025-10-25"
    )
    let transfer = try await world.carryOut(ask).result ?? 0
    let matters = try await Self.due(world, on: "2025-11-06").map(\.matter)
    #expect(matters.prefix(2) == [Self.matter(.task, late), Self.matter(.task, soon)])
    #expect(matters.contains(Self.matter(.resolution, resolution)))
    #expect(matters.contains(AgendaMatter(.candidate, hoa.number)))
    #expect(matters.contains(AgendaMatter(.transfer, transfer)))
    #expect(matters.count == 5)
    // A meeting called before the task is due leaves it to that one.
    try await world.call(of: "C1", on: "2025-11-20")
    let earlier = try await Self.due(world, on: "2025-11-06").map(\.matter)
    #expect(!earlier.contains(Self.matter(.task, soon)) && !earlier.contains(Self.matter(.task, far)))
    // Studied, it is nothing to put on an agenda any more.
    let study = ResolutionSent.Study(day: "2025-11-01", place: "Nhà văn hóa", members: 2, all: 3)
    try await world.carryOut(AnswerResolution(resolution, of: world.unit("C1"), .studied(study)))
    #expect(
      try await !Self.due(world, on: "2025-11-06").map(\.matter).contains(
        Self.matter(.resolution, resolution)
      )
    )
  }

  @Test("what is put on an agenda stands behind its part, once, and only what is the cell's")
  func puts() async throws {
    let world = try await World.small()
    let late = try await world.assign("Thu gom rác", to: "C1", due: "2025-09-30")
    let strange = try await world.assign("Việc chi bộ khác", to: "C2", due: "2025-09-30")
    let hoa = try await world.candidate("Lê Thị Hoa", in: world.unit("C1"), since: "2025-08-01")
    let due = try await Self.due(world, on: "2025-11-06")
    let draft = MeetingDraft(.regular, on: "2025-11-06", at: .evening)
    let call = CallMeeting(of: world.unit("C1"), draft, Self.taken(due))
    let meeting = ID<FactMark>(try await world.carryOut(call).result ?? 0)
    let items = try await Self.items(world, meeting).map(\.value)
    #expect(items.map(\.place) == Array(1...items.count))
    let report = try #require(items.firstIndex { $0.part == "report" })
    let personnel = try #require(items.firstIndex { $0.part == "personnel" })
    #expect(items[report + 1].title == "Việc \(Self.matter(.task, late))")
    #expect(items[personnel + 1].title == "Việc \(AgendaMatter(.candidate, hoa.number))")
    #expect(try await Self.due(world, on: "2025-11-06", besides: meeting).isEmpty)
    #expect(
      try await world.refusals(of: PutMatters(meeting, Self.taken(due))) == [Objection(nil, .nothingChanges)]
    )
    let other = TakenMatter(Self.matter(.task, strange), "Việc người khác")
    #expect(try await world.refusals(of: PutMatters(meeting, [other])).count == 1)
    // Taken off the agenda it is due again, and a meeting moved takes it along.
    let task = try #require(
      try await Self.items(world, meeting).first { $0.value.title.hasPrefix("Việc task") }
    )
    try await world.carryOut(DropItem(meeting, try #require(task.id)))
    #expect(
      try await Self.due(world, on: "2025-11-06", besides: meeting).map(\.matter) == [
        Self.matter(.task, late)
      ]
    )
    try await world.carryOut(ChangeMeeting(meeting, MeetingDraft(.regular, on: "2025-11-07", at: .evening)))
    let about = try await world.read { try PreparationStore(db: $0).matters(of: meeting) }
    #expect(about.map(\.span) == [("2025-11-07" as CivilDate).alone])
  }

  @Test(
    "a task left open at a meeting is on the next agenda until it is done; an own item only when it is kept"
  )
  func carriesOver() async throws {
    let world = try await World.small()
    let task = try await world.assign("Kè mương", to: "C1", due: "2026-06-30")
    let meeting = try await world.call(of: "C1", on: "2025-10-06")
    let taken = TakenMatter(Self.matter(.task, task), "Kè mương")
    try await world.carryOut(PutMatters(meeting, [taken]))
    for title in ["Mừng thọ", "Thăm hỏi"] { try await world.carryOut(PutItem(meeting, title: title)) }
    try await world.carryOut(OpenMeeting(meeting, at: .evening))
    let items = try await Self.items(world, meeting)
    func item(_ title: String) throws -> ID<FactMark> {
      try #require(items.first { $0.value.title == title }?.id)
    }
    try await world.carryOut(SettleItem(meeting, try item("Mừng thọ"), .kept, note: "Chưa đủ quỹ"))
    try await world.carryOut(SettleItem(meeting, try item("Thăm hỏi"), .closed))
    let again = SettleItem(meeting, try item("Thăm hỏi"), .closed)
    #expect(try await world.refusals(of: again) == [Objection(nil, .nothingChanges)])
    let cell = world.unit("C1")
    let list = try await world.read { try AttendeeStore(db: $0).list(of: cell, AsOf("2025-10-06")) }
    let taps = list.filter { $0.attendee.attending.isObliged }.map { line in
      CallRoll.Tap(Attendance(line.attendee.person, .present), saw: nil)
    }
    try await world.carryOut(CallRoll(meeting, taps))
    try await world.carryOut(CloseMeeting(meeting, at: .evening))
    let due = try await Self.due(world, on: "2025-11-06")
    #expect(due.map(\.content).contains(.item(title: "Mừng thọ")))
    #expect(due.count == 2 && due.allSatisfy { $0.carried == "2025-10-06" })
    let here = try await world.read { db in
      try PreparationStore(db: db).meetings(about: taken.matter, below: cell, AsOf(World.today))
    }
    #expect(here.map(\.day) == ["2025-10-06"] && here.first?.outcome == nil)
    // Done, it stays away; closed at a meeting, it is not asked for again.
    try await world.tell(task, 1, on: "2025-10-20", note: "Nghiệm thu")
    let left = try await Self.due(world, on: "2025-11-06")
    #expect(left.map(\.content) == [.item(title: "Mừng thọ")])
    let next = try await world.call(of: "C1", on: "2025-11-03")
    try await world.carryOut(PutMatters(next, Self.taken(left)))
    #expect(try await Self.due(world, on: "2025-11-03", besides: next).isEmpty)
  }

  @Test("a theme is proposed by a member, chosen for a thematic meeting, and dealt with once that is held")
  func themes() async throws {
    let world = try await World.small()
    let cell = world.unit("C1")
    let an = Actor.account(try await world.account("an", for: world.person("Nguyễn An")))
    let propose = ProposeTheme(in: cell, .theme, "Giữ rừng đầu nguồn", why: "Mùa khô tới")
    let key = ID<FactMark>(try await world.carryOut(propose, by: an).result ?? 0)
    func theme() async throws -> ProposedTheme? {
      try await world.read { try PreparationStore(db: $0).theme(key, in: cell).first?.value }
    }
    let proposed = try await theme()
    #expect(proposed?.source == .member && proposed?.proposer == world.person("Nguyễn An"))
    // Not to another cell, and not what is for the secretary to say.
    #expect(try await !world.refusals(of: ProposeTheme(in: world.unit("C2"), .theme, "X"), by: an).isEmpty)
    #expect(try await !world.refusals(of: SettleTheme(key, of: cell, .setAside, reason: "x"), by: an).isEmpty)
    let reasonless = SettleTheme(key, of: cell, .setAside)
    #expect(try await world.refusals(of: reasonless) == [Objection(.reason, .blank)])
    let draft = MeetingDraft(.thematic, on: "2025-11-03", at: .evening)
    let call = CallMeeting(of: cell, draft, on: key)
    let meeting = ID<FactMark>(try await world.carryOut(call).result ?? 0)
    let chosen = try await theme()
    #expect(chosen?.state == .chosen && chosen?.meeting == meeting)
    let held = try await world.read { try MeetingStore(db: $0).meeting(meeting)?.value }
    #expect(held?.theme == "Giữ rừng đầu nguồn")
    let aside = SettleTheme(key, of: cell, .setAside, reason: "x")
    #expect(try await world.refusals(of: aside) == [Objection(nil, .nothingChanges)])
    try await world.hold(meeting, of: "C1", on: "2025-11-03")
    #expect(try await theme()?.state == .dealtWith)
    try await world.carryOut(ReopenMeeting(meeting))
    #expect(try await theme()?.state == .chosen)
  }

  @Test("a theme goes back to the list when its meeting is cancelled; a matter kept for next time does too")
  func backToTheList() async throws {
    let world = try await World.small()
    let cell = world.unit("C1")
    func propose(_ form: ProposedTheme.Form) async throws -> ID<FactMark> {
      ID(try await world.carryOut(ProposeTheme(in: cell, form, "Đề xuất")).result ?? 0)
    }
    func state(_ key: ID<FactMark>) async throws -> ProposedTheme.State? {
      try await world.read { try PreparationStore(db: $0).theme(key, in: cell).first?.value.state }
    }
    let theme = try await propose(.theme)
    let draft = MeetingDraft(.thematic, on: "2025-11-20", at: .evening)
    let call = CallMeeting(of: cell, draft, on: theme)
    let cancelled = ID<FactMark>(try await world.carryOut(call).result ?? 0)
    try await world.carryOut(CancelMeeting(cancelled, why: "Bão"))
    #expect(try await state(theme) == .proposed)
    let matter = try await propose(.matter)
    let meeting = try await world.call(of: "C1", on: "2025-11-03")
    try await world.carryOut(PutMatters(meeting, Self.taken(try await Self.due(world, on: "2025-11-03"))))
    let states = [try await state(matter), try await state(theme)]
    #expect(states == [.chosen, .proposed])
    try await world.carryOut(OpenMeeting(meeting, at: .evening))
    let item = try #require(
      try await Self.items(world, meeting).first { $0.value.title.hasPrefix("Việc theme") }
    )
    try await world.carryOut(SettleItem(meeting, try #require(item.id), .kept))
    let list = try await world.read { try AttendeeStore(db: $0).list(of: cell, AsOf("2025-11-03")) }
    let taps = list.filter { $0.attendee.attending.isObliged }.map { line in
      CallRoll.Tap(Attendance(line.attendee.person, .present), saw: nil)
    }
    try await world.carryOut(CallRoll(meeting, taps))
    try await world.carryOut(CloseMeeting(meeting, at: .evening))
    #expect(try await state(matter) == .proposed)
    #expect(
      try await Self.due(world, on: "2025-12-03").map(\.matter) == [AgendaMatter(.theme, matter.number)]
    )
  }

  @Test(
    "a committee proposes to all cells below it, or to those of some units; an heir has what its cells had"
  )
  func fromAbove() async throws {
    let world = try await World.small()
    let officer = try await world.officer(in: world.unit("HL"), named: "hl")
    let all = ProposeTheme(in: world.unit("HL"), .theme, "Chuyển đổi số")
    try await world.carryOut(all, by: officer)
    let some = ProposeTheme(in: world.unit("HL"), .matter, "Đường làng", to: [world.unit("B1")])
    try await world.carryOut(some, by: officer)
    let stranger = ProposeTheme(in: world.unit("HL"), .matter, "X", to: [world.unit("QN")])
    #expect(try await world.refusals(of: stranger, by: officer).map(\.field) == [.units])
    #expect(
      try await !world.refusals(of: ProposeTheme(in: world.unit("QN"), .theme, "X"), by: officer).isEmpty
    )
    let (above, one, other) = (world.unit("HL"), world.unit("C1"), world.unit("C2"))
    let told = try await world.read { try PreparationStore(db: $0).themes(from: above, AsOf(World.today)) }
    let cells = try await world.read { db in
      try MeetingLists(db: db).cells(below: above, AsOf(World.today)).map(\.unit)
    }
    #expect(told.count { $0.theme.title == "Chuyển đổi số" } == cells.count && cells.count > 2)
    #expect(Set(told.filter { $0.theme.title == "Đường làng" }.map(\.theme.unit)) == [one, other])
    #expect(told.allSatisfy { $0.theme.source == .above && $0.originName == told.first?.originName })
    let merged = ReorganisationStep.merge(units: ["C1"], into: "C2", name: nil, posts: .end)
    try await world.carryOut(Reorganise([PlannedStep(merged)], on: "2025-11-05", body: "steps:"))
    let here = try await world.read { try PreparationStore(db: $0).themes(of: other, AsOf("2025-11-06")) }
    #expect(here.map(\.theme.title).sorted() == ["Chuyển đổi số", "Đường làng"])
  }

  @Test(
    "a cell that ends hands its themes and the meetings it called to the one that succeeds it, and only then"
  )
  func ended() async throws {
    let world = try await World.small()
    let heir = world.unit("C1")
    let cell = try await world.found("E1", "Chi bộ bản Mới", .cell, under: world.unit("B1"), on: "2020-01-01")
    func propose(_ form: ProposedTheme.Form, _ title: String) async throws -> ID<FactMark> {
      ID(try await world.carryOut(ProposeTheme(in: cell, form, title)).result ?? 0)
    }
    let (theme, matter) = (try await propose(.theme, "Giữ rừng"), try await propose(.matter, "Đường làng"))
    let draft = MeetingDraft(.thematic, on: "2025-11-20", at: .evening)
    let meeting = ID<FactMark>(try await world.carryOut(CallMeeting(of: cell, draft, on: theme)).result ?? 0)
    let alone = EndUnit(unit: cell, day: "2025-11-10")
    #expect(
      try await world.refusals(of: alone) == [Objection(.successor, .stillHasMatters(1, on: "2025-11-10"))]
    )
    try await world.carryOut(EndUnit(unit: cell, successors: [heir], day: "2025-11-10"))
    let (before, after) = try await world.read { db in
      let store = PreparationStore(db: db)
      return (try store.themes(of: cell, AsOf("2025-11-09")), try store.themes(of: heir, AsOf("2025-11-11")))
    }
    #expect(Set(before.map(\.theme.key)) == [theme, matter])
    #expect(Set(after.map(\.theme.key)) == [theme, matter])
    #expect(after.first { $0.theme.key == theme }?.theme.meeting == meeting)
    #expect(
      try await world.read { try PreparationStore(db: $0).themes(of: cell, AsOf("2025-11-11")) }.isEmpty
    )
    let held = try await world.read { try MeetingStore(db: $0).meeting(meeting)?.value }
    #expect(held?.unit == heir && held?.stage == .called)
    // The heir goes on with them: what is held there is dealt with.
    world.clock.step(milliseconds: 17 * 86_400_000)
    try await world.hold(meeting, of: "C1", on: "2025-11-20")
    let state = try await world.read {
      try PreparationStore(db: $0).theme(theme, in: heir).first?.value.state
    }
    #expect(state == .dealtWith)
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }
}
