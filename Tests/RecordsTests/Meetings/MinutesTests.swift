import Basics
import Records
import RulebookFiles
import Rules
import Storage
import TestWorld
import Testing

@Suite("Minutes, votes and scores of meetings")
struct MinutesTests {
  /// A meeting of C1 that is over, led by one and written down by another, each with an account.
  private struct Held {
    let world: World
    let meeting: ID<FactMark>
    let chair: Actor
    let taker: Actor

    init() async throws {
      world = try await World.small()
      let (an, second) = (world.person("Nguyễn An"), world.person("Nguyễn Ân"))
      chair = .account(try await world.account("chair", for: an))
      taker = .account(try await world.account("taker", for: second))
      meeting = try await world.call(of: "C1", on: "2025-11-03") { draft in
        draft.chair = an
        draft.taker = second
      }
      try await world.hold(meeting, of: "C1", on: "2025-11-03")
    }

    func sign(_ signer: MinutesSigner, onPaper: Bool = false, _ text: String = text) -> SignMinutes {
      SignMinutes(meeting, as: signer, isOnPaper: onPaper, hash: MinutesHash.of(text))
    }

    func minutes() async throws -> Minutes? {
      try await world.read { try MeetingStore(db: $0).minutes(of: meeting)?.value }
    }

    static let text = "Chi bộ họp đúng giờ.\n\nKết luận: tu sửa đường thôn."
  }

  @Test(
    "minutes are the same for ever once the taker and the chair have signed what they read; corrections stand below"
  )
  func signed() async throws {
    let held = try await Held()
    let world = held.world
    let write = WriteMinutes(held.meeting, Held.text)
    let stranger = Actor.account(try await world.account("nobody", for: world.person("Lò Thị Hạnh")))
    #expect(try await world.refusals(of: write, by: stranger) == [Objection(nil, .notAllowed(.keepMeetings))])
    try await world.carryOut(write)
    let unread = held.sign(.taker, "Khác")
    #expect(try await !world.refusals(of: unread, by: held.taker).isEmpty)
    #expect(
      try await world.refusals(of: held.sign(.chair), by: held.taker)
        == [Objection(nil, .notAllowed(.keepMeetings))]
    )
    try await world.carryOut(held.sign(.taker), by: held.taker)
    #expect(try await held.minutes()?.isFrozen == false)
    #expect(
      try await world.refusals(of: WriteMinutes(held.meeting, "Khác")) == [Objection(nil, .minutesSigned)]
    )
    try await world.carryOut(held.sign(.chair), by: held.chair)
    #expect(try await held.minutes()?.hash == MinutesHash.of(Held.text))
    let vote = RecordMeetingVote(
      held.meeting,
      MeetingVote(
        proposal: "Muộn",
        manner: .hands,
        officials: 3,
        present: 3,
        agreed: 3,
        against: 0,
        abstained: 0
      )
    )
    for late in [vote as any Operation, ReopenMeeting(held.meeting), PutItem(held.meeting, title: "Thêm")] {
      #expect(try await world.refusals(of: late) == [Objection(nil, .minutesSigned)])
    }
    try await world.carryOut(AddToMinutes(held.meeting, "Bà Ước đến lúc 19:40."))
    let added = try await world.read { try MeetingStore(db: $0).addenda(of: held.meeting).map(\.text) }
    #expect(added == ["Bà Ước đến lúc 19:40."])
    #expect(try await held.minutes()?.text == Held.text)
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }

  @Test("a signature on paper is entered by whoever keeps the cell's meetings, and says that it is one")
  func paper() async throws {
    let held = try await Held()
    let world = held.world
    try await world.carryOut(WriteMinutes(held.meeting, Held.text))
    let secretary = try await world.officer(.secretary, in: world.unit("C1"), named: "secretary")
    try await world.carryOut(held.sign(.taker, onPaper: true), by: secretary)
    try await world.carryOut(held.sign(.chair), by: held.chair)
    let minutes = try #require(try await held.minutes())
    #expect(minutes.takerSigned?.isOnPaper == true && minutes.chairSigned?.isOnPaper == false)
    #expect(minutes.isFrozen)
  }

  @Test("a vote counts no more hands than there are, and is carried by more than half of those with a vote")
  func votes() async throws {
    let held = try await Held()
    let world = held.world
    func vote(_ agreed: Int, _ against: Int, of officials: Int, present: Int) -> RecordMeetingVote {
      let vote = MeetingVote(
        proposal: "Nghị quyết tháng",
        manner: .hands,
        officials: officials,
        present: present,
        agreed: agreed,
        against: against,
        abstained: 0
      )
      return RecordMeetingVote(held.meeting, vote)
    }
    #expect(
      try await world.refusals(of: vote(4, 0, of: 3, present: 3)) == [Objection(.votes, .moreThan(4, of: 3))]
    )
    #expect(
      try await world.refusals(of: vote(2, 0, of: 3, present: 4)) == [
        Objection(.present, .moreThan(4, of: 3))
      ]
    )
    try await world.carryOut(vote(2, 1, of: 3, present: 3))
    let kept = try await world.read { try MeetingStore(db: $0).votes(of: held.meeting) }
    let judge = ShippedRules.folder.library.judge("meeting", of: "vote", on: "2025-11-03")
    #expect(kept.map { judge?.verdict($0.value.facts).outcomeName } == ["carried"])
    #expect(judge?.verdict(vote(15, 15, of: 30, present: 30).vote.facts).outcomeName == "notCarried")
  }

  @Test("the cell scores itself, a committee above scores beside it, and neither in the other's place")
  func scores() async throws {
    let held = try await Held()
    let world = held.world
    let own = ScoreMeeting(held.meeting, [MeetingScore(.own, "order.kept", isMet: true)])
    let above = ScoreMeeting(
      held.meeting,
      [MeetingScore(.superior, "order.kept", isMet: false, note: "Muộn")]
    )
    let secretary = try await world.officer(.secretary, in: world.unit("C1"), named: "secretary")
    let officer = try await world.officer(in: world.unit("B1"), named: "officer")
    try await world.carryOut(own, by: secretary)
    #expect(
      try await world.refusals(of: above, by: secretary) == [Objection(nil, .notAllowed(.scoreMeetings))]
    )
    try await world.carryOut(above, by: officer)
    let facts = try await world.judged(held.meeting, by: .own).facts
    let seen = try await world.judged(held.meeting, by: .superior).facts
    #expect(facts["order.kept"] == Quantity(1) && seen["order.kept"] == Quantity(0))
    let unknown = ScoreMeeting(held.meeting, [MeetingScore(.own, "attendance.present", isMet: true)])
    #expect(try await !world.refusals(of: unknown).isEmpty)
  }

  @Test("a cell without a meeting in October misses a month, and one without a theme in summer a quarter")
  func year() async throws {
    var year = MeetingYear(2025, due: 1...12)
    for month in 1...12 where month != 10 { year.add(month % 4 == 1 ? .combined : .regular, inMonth: month) }
    #expect(year.missed == [10] && year.missedQuarters == [4])
    #expect(year.facts["months.held"] == Quantity(11))
    let judge = ShippedRules.folder.library.judge("meeting", of: "months", on: "2025-12-31")
    #expect(judge?.verdict(year.facts).outcomeName == "notMet")
    year.add(.regular, inMonth: 10)
    #expect(judge?.verdict(year.facts).outcomeName == "met")
  }

  @Test(
    "a meeting called for a day on which the cell is merged is its heir's; those held stay whose they were"
  )
  func merged() async throws {
    let held = try await Held()
    let world = held.world
    let coming = try await world.call(of: "C1", on: "2025-12-03")
    let text = "effective: 2025-12-01\nsteps:\n  - merge: {units: [C1], into: C2}\n"
    try await world.office.carryOut(PlanReader.read(text, name: "plan"), body: text, by: World.console)
    let units = try await world.read { db in
      try [held.meeting, coming].map { try MeetingStore(db: db).meeting($0)?.value.unit }
    }
    #expect(units == [world.unit("C1"), world.unit("C2")])
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }
}
