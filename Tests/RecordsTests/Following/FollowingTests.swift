import Basics
import Records
import Rules
import TestWorld
import Testing

@Suite("Following cells from above")
struct FollowingTests {
  @Test("only somebody who holds a post in a committee above follows a cell, and once at a time")
  func assigned() async throws {
    let world = try await World.small()
    let (dao, an) = (world.person("Trần Đình Đạo"), world.person("Nguyễn An"))
    func deed(_ person: ID<Person>, _ unit: String, from day: CivilDate = "2025-01-01") -> AssignFollower {
      AssignFollower(person, to: world.unit(unit), span: Span(open: day))
    }
    try await world.seat(an, in: "C1", .secretary)
    #expect(try await world.refusals(of: deed(an, "C1")) == [Objection(.person, .notOfCommitteeAbove)])
    try await world.seat(dao, in: "HL")
    #expect(try await world.refusals(of: deed(dao, "C4")) == [Objection(.person, .notOfCommitteeAbove)])
    #expect(try await world.refusals(of: deed(dao, "B1")) == [Objection(.unit, .notACell)])
    let following = try await world.follow("C1", by: dao, from: "2025-01-01")
    #expect(try await world.refusals(of: deed(dao, "C1")) == [Objection(.from, .alreadyThere)])
    try await world.carryOut(EndFollowing(following, on: "2025-07-01"))
    try await world.follow("C1", by: dao, from: "2025-08-01")
    let spans = try await world.read { try FollowingStore(db: $0).facts(of: world.unit("C1")).map(\.span) }
    #expect(spans == [.from("2025-01-01", until: "2025-07-01"), Span(open: "2025-08-01")])
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }

  @Test("whoever follows a cell is on the list of its meetings on those days, and is never counted")
  func listed() async throws {
    let world = try await World.small()
    let dao = world.person("Trần Đình Đạo")
    try await world.seat(dao, in: "HL")
    try await world.follow("C1", by: dao, from: "2025-03-01", until: "2025-09-01")
    let cell = world.unit("C1")
    func attending(_ day: CivilDate) async throws -> Attending? {
      try await world.read { db in
        try AttendeeStore(db: db).list(of: cell, AsOf(day)).first { $0.attendee.person == dao }?.attendee
          .attending
      }
    }
    #expect(try await attending("2025-02-28") == nil)
    #expect(try await attending("2025-03-01") == .follower)
    #expect(try await attending("2025-08-31") == .follower)
    #expect(try await attending("2025-09-01") == nil)
    let without = try await world.met("C1", on: "2025-02-05")
    let with = try await world.met("C1", on: "2025-03-05", .regular, [dao: .present])
    let turnouts = try await world.read { db in
      try [without, with].map { try MeetingStore(db: db).meeting($0)?.value.turnout }
    }
    #expect(turnouts[0] == turnouts[1])
    let call = try await world.read { try MeetingStore(db: $0).reading(with)?.rollCall }
    #expect(call?.guests == 1)
  }

  @Test("a note is the follower's to leave, of a meeting they were assigned to and did not miss")
  func noted() async throws {
    let world = try await World.small()
    let (dao, dung) = (world.person("Trần Đình Đạo"), world.person("Trần Đình Dao"))
    try await world.seat(dao, in: "HL")
    try await world.follow("C1", by: dao, from: "2025-03-01")
    let before = try await world.met("C1", on: "2025-02-05")
    let first = try await world.met("C1", on: "2025-03-05")
    let second = try await world.met("C1", on: "2025-04-05", .regular, [dao: .excused])
    let own = Actor.account(try await world.account("dao", for: dao))
    let other = Actor.account(try await world.account("dung", for: dung))
    func leave(_ meeting: ID<FactMark>) -> LeaveVisitNote {
      LeaveVisitNote(meeting, of: dao, "Chuẩn bị kỹ, nhiều đồng chí phát biểu")
    }
    #expect(
      try await world.refusals(of: leave(first), by: other) == [Objection(nil, .notAllowed(.assignFollowers))]
    )
    #expect(try await world.refusals(of: leave(before), by: own) == [Objection(nil, .notItsFollower)])
    #expect(try await world.refusals(of: leave(second), by: own) == [Objection(.text, .markedAway)])
    try await world.carryOut(leave(first), by: own)
    let called = try await world.call(of: "C1", on: "2025-05-05")
    #expect(try await world.refusals(of: leave(called), by: own) == [Objection(nil, .meetingIs(.called))])
    // Written anew it takes the place of the first.
    try await world.carryOut(LeaveVisitNote(first, of: dao, "Bổ sung"), by: own)
    let notes = try await world.read { try FollowingStore(db: $0).notes(of: first).map(\.value.text) }
    #expect(notes == ["Bổ sung"])
  }

  @Test(
    "what a follower found is closed by them, by whoever answers for it or by the cell, with a day and a note"
  )
  func mended() async throws {
    let world = try await World.small()
    let (dao, an) = (world.person("Trần Đình Đạo"), world.person("Nguyễn An"))
    try await world.seat(dao, in: "HL")
    try await world.follow("C1", by: dao, from: "2025-03-01")
    let meeting = try await world.met("C1", on: "2025-03-05")
    let own = Actor.account(try await world.account("dao", for: dao))
    let answering = Actor.account(try await world.account("an", for: an))
    let stranger = Actor.account(try await world.account("la", for: world.person("Vũ Ỷ Lan")))
    let hanh = AddVisitItem(meeting, of: dao, "Sổ", by: world.person("Lò Thị Hạnh"), due: "2025-04-01")
    #expect(try await world.refusals(of: hanh, by: own) == [Objection(.person, .notOnRollCall)])
    let add = AddVisitItem(meeting, of: dao, "Bổ sung sổ biên bản", by: an, due: "2025-04-01")
    let item = ID<FactMark>(try await world.carryOut(add, by: own).result ?? 0)
    let early = CloseVisitItem(item, VisitItem.Closing(on: "2025-03-01", "Xong"))
    let close = CloseVisitItem(item, VisitItem.Closing(on: "2025-03-20", "Đã bổ sung"))
    #expect(try await world.refusals(of: early, by: own) == [Objection(.day, .beforeDay("2025-03-05"))])
    #expect(
      try await world.refusals(of: close, by: stranger) == [Objection(nil, .notAllowed(.keepMeetings))]
    )
    try await world.carryOut(close, by: answering)
    #expect(try await world.refusals(of: close, by: own) == [Objection(nil, .noneOpen)])
    let lines = try await world.read { try FollowingStore(db: $0).items(.person(an), AsOf("2025-06-01")) }
    #expect(lines.map(\.item.closing) == [VisitItem.Closing(on: "2025-03-20", "Đã bổ sung")])
    #expect(lines.map(\.found) == ["2025-03-05"])
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }

  @Test(
    "whoever follows a cell that merges follows the one that takes over, and what was found is its to mend"
  )
  func heirs() async throws {
    let world = try await World.small()
    let dao = world.person("Trần Đình Đạo")
    try await world.seat(dao, in: "HL")
    try await world.follow("C1", by: dao, from: "2025-03-01")
    let meeting = try await world.met("C1", on: "2025-03-05")
    let own = Actor.account(try await world.account("dao", for: dao))
    try await world.carryOut(LeaveVisitNote(meeting, of: dao, "Tốt"), by: own)
    let item = AddVisitItem(meeting, of: dao, "Bổ sung sổ", due: "2026-01-01")
    try await world.carryOut(item, by: own)
    let step = ReorganisationStep.merge(units: ["C1"], into: "C2", name: nil, posts: .end)
    let plan = ReorganisationPlan(effective: "2025-11-01", steps: [PlannedStep(step)])
    try await world.office.carryOut(plan, body: PlanWriter.text(plan), by: World.console)
    let (old, heir) = (world.unit("C1"), world.unit("C2"))
    func followed(_ day: CivilDate) async throws -> [ID<Unit>] {
      try await world.read { try FollowingStore(db: $0).lines(by: dao, AsOf(day)).map(\.following.unit) }
    }
    #expect(try await followed("2025-10-31") == [old])
    #expect(try await followed("2025-11-01") == [heir])
    let items = try await world.read { try FollowingStore(db: $0).items(.unit(heir), AsOf("2025-11-02")) }
    #expect(items.map(\.item.what) == ["Bổ sung sổ"] && items.map(\.found) == ["2025-03-05"])
    let notes = try await world.read { try FollowingStore(db: $0).notes(of: meeting) }
    #expect(notes.map(\.value.unit) == [old])
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }

  @Test("a follower of a cell that ends goes on with the one named as its heir")
  func ended() async throws {
    let world = try await World.small()
    let dao = world.person("Trần Đình Đạo")
    try await world.seat(dao, in: "HL")
    let cell = try await world.found("E1", "Chi bộ trống", .cell, under: world.unit("B1"), on: "2020-01-01")
    try await world.carryOut(AssignFollower(dao, to: cell, span: Span(open: "2025-01-01")))
    try await world.end(cell, into: [world.unit("C1")], on: "2025-06-01")
    let followed = try await world.read { db in
      try ["2025-05-31", "2025-06-01"].map { day in
        try FollowingStore(db: db).lines(by: dao, AsOf(day)).map(\.following.unit)
      }
    }
    #expect(followed == [[cell], [world.unit("C1")]])
  }
}
