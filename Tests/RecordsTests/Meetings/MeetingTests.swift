import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Meetings of cells")
struct MeetingTests {
  private static func list(_ world: World, _ unit: String, on day: CivilDate) async throws -> [AttendeeLine] {
    let cell = world.unit(unit)
    return try await world.read { try AttendeeStore(db: $0).list(of: cell, AsOf(day)) }
  }

  private static func meeting(_ world: World, _ id: ID<FactMark>) async throws -> Meeting? {
    try await world.read { try MeetingStore(db: $0).meeting(id)?.value }
  }

  @Test(
    "of 52 on the roll, 4 exempt and 2 away, 46 are obliged; 42 of them make 91.3 %, and one away without reason fails it"
  )
  func turnout() async throws {
    let world = try await World.small()
    let cell = try await world.found(
      "LT",
      "Chi bộ khu Lạc Thanh",
      .cell,
      under: world.unit("B1"),
      on: "2010-01-01"
    )
    var people: [ID<Person>] = []
    for number in 1...52 {
      people.append(
        try await world.admit("Người Số \(number)", to: cell, on: "2015-02-03", official: "2016-02-03")
      )
    }
    for person in people[..<4] {
      try await world.carryOut(ExemptMember(person: person, .full, for: .age, span: Span(open: "2024-01-01")))
    }
    for person in people[4..<6] {
      let away = BeginRole(
        person: person,
        unit: world.unit("C4"),
        role: .temporary,
        span: .from("2024-01-01", until: "2026-01-01")
      )
      try await world.carryOut(away)
    }
    let draft = MeetingDraft(.regular, on: "2024-10-03", at: .evening)
    let meeting = ID<FactMark>(try await world.carryOut(CallMeeting(of: cell, draft)).result ?? 0)
    let before = MeetingDraft(.preparation, on: "2024-10-01", at: .evening, prepares: meeting)
    let preparation = ID<FactMark>(try await world.carryOut(CallMeeting(of: cell, before)).result ?? 0)
    try await world.carryOut(OpenMeeting(preparation, at: .evening))
    try await world.carryOut(CloseMeeting(preparation, at: .evening))
    // Nobody is called at a meeting of the committee: there is nothing to count.
    #expect(try await Self.meeting(world, preparation)?.turnout == nil)
    try await world.carryOut(OpenMeeting(meeting, at: .evening))
    let early = try await world.refusals(of: CloseMeeting(meeting, at: .evening))
    #expect(early == [Objection(nil, .stillToCall(46))])
    let taps = people[6...].enumerated().map { place, person in
      let mark: AttendanceMark = place < 42 ? .present : place == 42 ? .absent : .excused
      return CallRoll.Tap(Attendance(person, mark), saw: nil)
    }
    try await world.carryOut(CallRoll(meeting, taps))
    let end = try #require(TimeOfDay("21:05"))
    try await world.carryOut(CloseMeeting(meeting, at: end))
    let held = try #require(try await Self.meeting(world, meeting))
    #expect(held.turnout == Turnout(obliged: 46, present: 42, unexcused: 1))
    #expect(held.minutes == 95)
    let (facts, verdict) = try await world.judged(meeting, by: .own)
    #expect(facts["preparation.committeeMet"] == Quantity(1))
    #expect(verdict.findings.first { $0.clause.name == "attendance.share" }?.truth == .met)
    #expect(verdict.findings.first { $0.clause.name == "attendance.reason" }?.truth == .notMet)
    let listed = try await Self.list(world, "C4", on: "2024-10-03")
    #expect(listed.filter { $0.attendee.attending == .temporary }.count == 2)
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }

  @Test("who is excused, away, suspended or lent to the cell is on the list, and not obliged")
  func listed() async throws {
    let world = try await World.small()
    let (an, second) = (world.person("Nguyễn An"), world.person("Nguyễn Ân"))
    let day: CivilDate = "2025-06-10"
    try await world.carryOut(
      SuspendMember(person: second, by: world.unit("B1"), span: Span(open: "2025-06-01"))
    )
    let guest = world.person("Lò Thị Hạnh")
    try await world.carryOut(
      BeginRole(person: guest, unit: world.unit("C1"), role: .host, span: Span(open: "2025-06-01"))
    )
    let list = try await Self.list(world, "C1", on: day)
    func attending(_ person: ID<Person>) -> Attending? {
      list.first { $0.attendee.person == person }?.attendee.attending
    }
    #expect(attending(an) == .home)
    #expect(attending(second) == .suspended)
    #expect(attending(guest) == .guest)
    let call = RollCall(list.map(\.attendee), [an: .present, guest: .present, second: .present])
    #expect(call.present == 1 && call.guests == 2)
    #expect(call.obliged == list.count - 2)
  }

  @Test(
    "a mark made over one that somebody else has changed meanwhile leaves theirs; the same mark twice is one"
  )
  func conflict() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    let meeting = try await world.call(of: "C1", on: "2025-10-03")
    try await world.carryOut(OpenMeeting(meeting, at: .evening))
    func tap(_ mark: AttendanceMark, saw: AttendanceMark?) -> CallRoll {
      CallRoll(meeting, [CallRoll.Tap(Attendance(an, mark), saw: saw)])
    }
    func mark() async throws -> AttendanceMark? {
      try await world.read { try MeetingStore(db: $0).marks(of: meeting).first?.value.mark }
    }
    try await world.carryOut(tap(.present, saw: nil), request: "one")
    try await world.carryOut(tap(.excused, saw: .present))
    // A phone that was cut off had seen nothing, and says present: what was said since stands.
    try await world.carryOut(tap(.absent, saw: nil))
    #expect(try await mark() == .excused)
    // And its earlier batch, sent again, changes nothing.
    try await world.carryOut(tap(.present, saw: nil), request: "one")
    #expect(try await mark() == .excused)
    try await world.carryOut(tap(.late, saw: .excused))
    #expect(try await mark() == .late)
    let stranger = world.person("Lò Thị Hạnh")
    let other = CallRoll(meeting, [CallRoll.Tap(Attendance(stranger, .present), saw: nil)])
    #expect(try await world.refusals(of: other) == [Objection(.person, .notOnRollCall)])
  }

  @Test(
    "a cell meets online only from the day a committee above allows it, and nobody allows it to themselves"
  )
  func permission() async throws {
    let world = try await World.small()
    let cell = world.unit("C1")
    let draft = MeetingDraft(.regular, .online, on: "2025-10-03", at: .evening)
    #expect(
      try await world.refusals(of: CallMeeting(of: cell, draft))
        == [Objection(.mode, .modeNotAllowed(.online))]
    )
    let allow = AllowMeetingMode(
      of: cell,
      MeetingPermission(.online, ground: "03-HD/TW"),
      span: .from("2025-10-01", until: "2025-12-01")
    )
    let own = try await world.officer(in: cell, named: "own")
    #expect(
      try await world.refusals(of: allow, by: own) == [Objection(nil, .notAllowed(.allowMeetingModes))]
    )
    let above = try await world.officer(in: world.unit("B1"), named: "above")
    try await world.carryOut(allow, by: above)
    #expect(try await world.refusals(of: CallMeeting(of: cell, draft)) == [])
    let later = MeetingDraft(.regular, .online, on: "2025-12-03", at: .evening)
    #expect(
      try await world.refusals(of: CallMeeting(of: cell, later))
        == [Objection(.mode, .modeNotAllowed(.online))]
    )
  }

  @Test(
    "the agenda begins as the regulation of the day says; what is put on it, moved and dropped keeps its order"
  )
  func agenda() async throws {
    let world = try await World.small()
    let meeting = try await world.call(.combined, of: "C1", on: "2025-11-03") { $0.theme = "Làm đường" }
    func titles() async throws -> [String] {
      try await world.read { try MeetingStore(db: $0).items(of: meeting).map(\.value.title) }
    }
    let first = try await titles()
    #expect(first.count == 12 && first.contains("Làm đường"))
    let own = PutItem(meeting, title: "Mừng thọ đảng viên", place: 3)
    let item = ID<FactMark>(try await world.carryOut(own).result ?? 0)
    #expect(try await titles()[2] == "Mừng thọ đảng viên")
    try await world.carryOut(PutItem(meeting, item, title: "Mừng thọ đảng viên cao tuổi", place: 1))
    #expect(try await titles().first == "Mừng thọ đảng viên cao tuổi")
    try await world.carryOut(DropItem(meeting, item))
    #expect(try await titles() == first)
    let places = try await world.read { try MeetingStore(db: $0).items(of: meeting).map(\.value.place) }
    #expect(places == Array(1...12))
    // It goes along when the day changes.
    var draft = MeetingDraft(.combined, on: "2025-11-02", at: .evening, theme: "Làm đường")
    draft.place = "Nhà văn hóa thôn"
    try await world.carryOut(ChangeMeeting(meeting, draft))
    let days = try await world.read { try MeetingStore(db: $0).items(of: meeting).map(\.span.start) }
    #expect(Set(days) == ["2025-11-02"])
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }

  @Test(
    "a meeting that is not over its day does not open, a cancelled one neither, and none is called in a committee"
  )
  func stages() async throws {
    let world = try await World.small()
    let tomorrow = World.today.adding(days: 1)
    let meeting = try await world.call(of: "C1", on: tomorrow)
    #expect(
      try await world.refusals(of: OpenMeeting(meeting, at: .evening)) == [Objection(nil, .notYet(tomorrow))]
    )
    try await world.carryOut(CancelMeeting(meeting, why: "Bão số 3"))
    #expect(
      try await world.refusals(of: OpenMeeting(meeting, at: .evening))
        == [Objection(nil, .meetingIs(.cancelled))]
    )
    let committee = CallMeeting(of: world.unit("B1"), MeetingDraft(.regular, on: tomorrow, at: .evening))
    #expect(try await world.refusals(of: committee) == [Objection(.unit, .notACell)])
    let themeless = CallMeeting(of: world.unit("C1"), MeetingDraft(.thematic, on: tomorrow, at: .evening))
    #expect(try await world.refusals(of: themeless) == [Objection(.theme, .blank)])
  }
}
