import Basics
import Records
import RulebookFiles
import Rules
import Storage
import TestWorld
import Testing

@Suite("Outputs of thematic meetings, votes by name, ways to meet")
struct OutputTests {
  private static let theme = "Chi bộ 35: giữ rừng đầu nguồn"

  /// A thematic meeting of C1 that was held, with everybody there.
  private static func held(_ world: World, theme: String = theme) async throws -> ID<FactMark> {
    let meeting = try await world.call(.thematic, of: "C1", on: "2025-06-10") { $0.theme = theme }
    try await world.hold(meeting, of: "C1", on: "2025-06-10")
    return meeting
  }

  private static func lines(_ world: World, below unit: String) async throws -> [OutputLine] {
    let unit = world.unit(unit)
    return try await world.read { db in
      guard let period = Period(year: 2025) else { return [] }
      return try MeetingLists(db: db).thematic(below: unit, period, AsOf("2025-12-31"))
    }
  }

  @Test(
    "a thematic meeting of the programme takes three outputs of its kinds, and refuses a fourth by the clause"
  )
  func registered() async throws {
    let world = try await World.small()
    let meeting = try await Self.held(world)
    func output(_ number: Int) -> RegisterOutput {
      RegisterOutput(meeting, MeetingOutput("bài viết", title: "Bài số \(number)"))
    }
    let video = MeetingOutput("video ngắn", title: "Giữ rừng", link: "https://example.vn/giu-rung")
    let first = ID<FactMark>(try await world.carryOut(RegisterOutput(meeting, video)).result ?? 0)
    #expect(
      try await world.refusals(of: RegisterOutput(meeting, video)) == [Objection(.title, .alreadyThere)]
    )
    for number in 2...3 { try await world.carryOut(output(number)) }
    let fourth = try await world.refusals(of: output(4))
    guard case .againstClause(let number, _) = fourth.first?.refusal else {
      Issue.record("a fourth output was taken: \(fourth)")
      return
    }
    #expect(number.contains("S004-17"))
    try await world.carryOut(WithdrawOutput(meeting, first))
    #expect(try await world.refusals(of: output(4)) == [])
    let known = try await world.read { try MeetingStore(db: $0).outputs(of: meeting).map(\.value.title) }
    #expect(known == ["Bài số 2", "Bài số 3", "Bài số 4"])
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }

  @Test("an output is a kind the programme names, a title and an address; other meetings are asked for none")
  func refused() async throws {
    let world = try await World.small()
    let meeting = try await Self.held(world)
    func refusals(_ output: MeetingOutput) async throws -> [Refusal] {
      try await world.refusals(of: RegisterOutput(meeting, output)).map(\.refusal)
    }
    #expect(try await refusals(MeetingOutput("bài viết", title: "")) == [.blank])
    for link in ["javascript:alert(1)", "https://", "https://a b", "ftp://example.vn/x", "//example.vn"] {
      #expect(
        try await refusals(MeetingOutput("bài viết", title: "Bài", link: link)) == [.notALink(link)],
        "\(link)"
      )
    }
    let unknown = try await refusals(MeetingOutput("ý kiến của dân", title: "Bài"))
    guard case .unknownValue(_, let kinds) = unknown.first else {
      Issue.record("\(unknown)")
      return
    }
    #expect(kinds.contains("podcast"))
    let regular = try await world.call(of: "C1", on: "2025-07-03")
    try await world.hold(regular, of: "C1", on: "2025-07-03")
    let other = try await Self.held(world, theme: "Hiến đất làm đường")
    for meeting in [regular, other] {
      let register = RegisterOutput(meeting, MeetingOutput("bài viết", title: "Bài"))
      #expect(try await world.refusals(of: register) == [Objection(nil, .noOutputsAsked)])
    }
    let nameless = RecordMeetingVote(
      meeting,
      MeetingVote(
        item: nil,
        proposal: "Nghị quyết",
        manner: .named,
        officials: 3,
        present: 3,
        agreed: 3,
        against: 0,
        abstained: 0
      )
    )
    #expect(try await world.refusals(of: nameless) == [Objection(.votes, .namesNeeded)])
    let stranger = try await world.officer(.secretary, in: world.unit("C2"), named: "other")
    let register = RegisterOutput(meeting, MeetingOutput("bài viết", title: "Bài"))
    #expect(
      try await world.refusals(of: register, by: stranger) == [Objection(nil, .notAllowed(.keepMeetings))]
    )
  }

  @Test("an office with another programme puts its own version in force: its names, its kinds, its bounds")
  func ownProgramme() async throws {
    let world = try await World.small()
    let shipped = try #require(ShippedRules.folder.texts["outputs-2024"])
    let own = shipped.replacing("words: [Chi bộ 35]", with: "words: [Học và làm theo Bác]")
      .replacing("outputs.registered <= 3", with: "outputs.registered <= 1")
    let paper = DecisionText(number: "7-QĐ/TU", signed: "2025-01-02", issuer: world.unit("QN"))
    try await world.carryOut(PutRulebookInForce(unit: world.unit("QN"), text: own), under: paper)
    let old = try await Self.held(world)
    let one = RegisterOutput(old, MeetingOutput("podcast", title: "Chuyện bản"))
    #expect(try await world.refusals(of: one) == [Objection(nil, .noOutputsAsked)])
    let meeting = try await world.call(.thematic, of: "C1", on: "2025-08-12") { draft in
      draft.theme = "Học và làm theo Bác trong chi bộ"
    }
    try await world.hold(meeting, of: "C1", on: "2025-08-12")
    try await world.carryOut(RegisterOutput(meeting, MeetingOutput("podcast", title: "Chuyện bản")))
    let second = RegisterOutput(meeting, MeetingOutput("bài viết", title: "Bài"))
    #expect(try await world.refusals(of: second).count == 1)
  }

  @Test("the outputs of a year are those of the meetings behind them, by cell and for every unit above it")
  func counted() async throws {
    let world = try await World.small()
    let meeting = try await Self.held(world)
    for title in ["Một", "Hai"] {
      try await world.carryOut(RegisterOutput(meeting, MeetingOutput("bài viết", title: title)))
    }
    let other = try await world.call(.combined, of: "C2", on: "2025-09-09") { $0.theme = Self.theme }
    try await world.hold(other, of: "C2", on: "2025-09-09")
    let cancelled = try await world.call(.thematic, of: "C2", on: "2025-10-09") { $0.theme = Self.theme }
    try await world.carryOut(CancelMeeting(cancelled, why: "Bão"))
    let all = try await Self.lines(world, below: "QN")
    #expect(all.map(\.meeting) == [other, meeting])
    #expect(all.map { $0.outputs.map(\.title) } == [[], ["Một", "Hai"]])
    #expect(try await Self.lines(world, below: "C1").map(\.meeting) == [meeting])
  }

  // MARK: Votes by name

  @Test(
    "a vote by name is counted from its names, put right until somebody signs, and by nobody who is not there"
  )
  func named() async throws {
    let world = try await World.small()
    let cell = world.unit("C1")
    let list = try await world.read { try AttendeeStore(db: $0).list(of: cell, AsOf("2025-06-10")) }
    let voters = list.filter(\.attendee.isOfficial).map(\.attendee.person)
    let meeting = try await Self.held(world)
    let all = voters.map { NamedBallot($0, .agreed) }
    let deed = RecordNamedVote(meeting, "Nghị quyết chuyên đề", all)
    let vote = ID<FactMark>(try await world.carryOut(deed).result ?? 0)
    func votes() async throws -> (vote: MeetingVote?, names: [NamedBallot]) {
      try await world.read { db in
        let store = MeetingStore(db: db)
        return (try store.votes(of: meeting).first?.value, try store.ballots(of: meeting)[vote] ?? [])
      }
    }
    let first = try await votes()
    #expect(first.vote?.manner == .named && first.vote?.agreed == voters.count)
    #expect(first.vote?.officials == voters.count && Set(first.names) == Set(all))
    let judge = ShippedRules.folder.library.judge("meeting", of: "vote", on: "2025-06-10")
    #expect(first.vote.map { judge?.verdict($0.facts).outcomeName } == "carried")
    // One says otherwise, and the first was not counted.
    var changed = Array(all.dropFirst())
    changed[0].ballot = .against
    let put = RecordNamedVote(meeting, changing: vote, "Nghị quyết chuyên đề", changed)
    try await world.carryOut(put)
    let second = try await votes()
    #expect(second.vote?.agreed == voters.count - 2 && second.vote?.against == 1)
    #expect(Set(second.names) == Set(changed))
    #expect(try await world.refusals(of: put) == [Objection(nil, .nothingChanges)])
    let stranger = RecordNamedVote(meeting, "Khác", [NamedBallot(world.person("Lò Thị Hạnh"), .agreed)])
    #expect(try await world.refusals(of: stranger) == [Objection(.person, .noVoteHere)])
    let nobody = RecordNamedVote(meeting, "Khác", [])
    #expect(try await !world.refusals(of: nobody).isEmpty)
    let away = CallRoll(meeting, [CallRoll.Tap(Attendance(voters[0], .excused), saw: .present)])
    try await world.carryOut(away)
    let late = RecordNamedVote(meeting, "Khác", [NamedBallot(voters[0], .agreed)])
    #expect(try await world.refusals(of: late) == [Objection(.person, .noVoteHere)])
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }

  // MARK: Ways to meet

  @Test("a way to meet that is taken back ends on its day, and one taken back from its first day never was")
  func takenBack() async throws {
    let world = try await World.small()
    let cell = world.unit("C1")
    let above = try await world.officer(in: world.unit("B1"), named: "above")
    let own = try await world.officer(.secretary, in: cell, named: "own")
    let allow = AllowMeetingMode(
      of: cell,
      MeetingPermission(.online, ground: "03-HD/TW"),
      span: Span(open: "2025-01-01")
    )
    let id = ID<FactMark>(try await world.carryOut(allow, by: above).result ?? 0)
    let end = EndMeetingMode(of: cell, id, from: "2025-10-01")
    #expect(try await world.refusals(of: end, by: own) == [Objection(nil, .notAllowed(.allowMeetingModes))])
    try await world.carryOut(end, by: above)
    func mayMeet(on day: CivilDate) async throws -> Bool {
      try await world.read { try MeetingStore(db: $0).mayMeet(.online, cell, on: day) }
    }
    #expect(try await mayMeet(on: "2025-09-30"))
    #expect(try await !mayMeet(on: "2025-10-01"))
    #expect(try await !world.refusals(of: EndMeetingMode(of: cell, id, from: "2025-11-01")).isEmpty)
    try await world.carryOut(EndMeetingMode(of: cell, id, from: "2025-01-01"), by: above)
    #expect(try await !mayMeet(on: "2025-03-01"))
    // Once it is gone it can be allowed anew.
    #expect(try await world.refusals(of: allow, by: above) == [])
    #expect(try await world.journalFaults() == [])
  }
}
