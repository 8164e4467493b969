import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Ways out of the organisation")
struct LeavingTests {
  private static let decision = DecisionText(number: "41-QĐ/HU", signed: "2025-10-20")

  private static func open(_ world: World, _ person: ID<Person>) async throws -> LeavingCase? {
    try await world.read { try LeavingStore(db: $0).openCase(of: person)?.value }
  }

  @Test("a deletion is heard, voted on and decided, in this order, and only the decision ends the membership")
  func deletion() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    for day: CivilDate in ["2025-07-02", "2025-08-02"] {
      try await world.carryOut(
        WarnMember(person: an, ground: "deletion.dues", note: "Chưa đóng đảng phí", day: day)
      )
    }
    let warnings = try await world.read { try LeavingStore(db: $0).warnings(of: an) }
    #expect(warnings.map(\.value.number) == [1, 2])
    try await world.carryOut(
      OpenLeaving(person: an, .deleted, ground: "deletion.dues", day: "2025-09-01")
    )
    #expect(try await Self.open(world, an)?.waitsFor == .hearing)
    let decide = DecideLeaving(person: an, day: "2025-10-25")
    #expect(
      try await world.refusals(of: decide, under: Self.decision) == [Objection(nil, .waitsFor(.hearing))]
    )
    let vote = VoteOnLeaving(person: an, day: "2025-09-20", agreed: 2, of: 3)
    #expect(try await world.refusals(of: vote) == [Objection(nil, .waitsFor(.hearing))])
    try await world.carryOut(HearMember(person: an, day: "2025-09-10", said: "Đi làm xa, không đóng được"))
    #expect(try await Self.open(world, an)?.waitsFor == .vote)
    try await world.carryOut(vote)
    #expect(try await Self.open(world, an)?.waitsFor == .decision)
    #expect(try await world.life(an)?.term(on: "2025-10-25") != nil)
    #expect(try await world.refusals(of: decide) == [Objection(.number, .blank)])
    let done = try await world.carryOut(decide, under: Self.decision)
    let life = try await world.life(an)
    #expect(life?.terms.last?.span.end == "2025-10-25" && life?.terms.last?.value.reason == .deleted)
    let cases = try await world.read { try LeavingStore(db: $0).cases(of: an) }
    #expect(cases.first?.value.ending?.outcome == .carriedOut && cases.first?.cited == "41-QĐ/HU")
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
    // One errand, one entry: taken back, both the case and the membership are as before.
    try await world.carryOut(AnnulEntry(entry: done.entry))
    #expect(try await world.life(an)?.term(on: "2025-11-01") != nil)
    #expect(try await Self.open(world, an)?.waitsFor == .decision)
    #expect(try await world.integrityFaults() == [])
  }

  @Test("somebody who asks to leave is voted on; a death is only reported")
  func otherWays() async throws {
    let world = try await World.small()
    let (an, on) = (world.person("Nguyễn An"), world.person("Nguyễn Ân"))
    try await world.carryOut(
      OpenLeaving(person: an, .left, occurred: "2025-09-01", note: "Xin ra khỏi Đảng", day: "2025-09-03")
    )
    #expect(try await Self.open(world, an)?.waitsFor == .vote)
    try await world.carryOut(VoteOnLeaving(person: an, day: "2025-09-20", agreed: 3, of: 3))
    try await world.carryOut(DecideLeaving(person: an, day: "2025-10-25"), under: Self.decision)
    #expect(try await world.life(an)?.terms.last?.value.reason == .left)
    try await world.carryOut(OpenLeaving(person: on, .died, occurred: "2025-09-30", day: "2025-10-05"))
    // It happened before it was reported, and takes no decision.
    try await world.carryOut(DecideLeaving(person: on, day: "2025-10-01"))
    #expect(try await world.life(on)?.terms.last?.span.end == "2025-10-01")
    #expect(try await world.integrityFaults() == [])
  }

  @Test("a way out can be closed without anybody leaving, and another opened after it")
  func closed() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    try await world.carryOut(OpenLeaving(person: an, .left, occurred: "2025-09-01", day: "2025-09-01"))
    let again = OpenLeaving(person: an, .left, occurred: "2025-09-02", day: "2025-09-02")
    #expect(try await world.refusals(of: again) == [Objection(nil, .stillOpen(since: "2025-09-01"))])
    #expect(
      try await world.refusals(of: EndMembership(person: an, reason: .left, day: "2025-10-01")) == [
        Objection(nil, .stillOpen(since: "2025-09-01"))
      ]
    )
    try await world.carryOut(CloseLeaving(person: an, day: "2025-09-10", why: "Rút đơn"))
    #expect(try await world.life(an)?.term(on: "2025-11-01") != nil)
    #expect(try await world.refusals(of: again) == [])
    let close = CloseLeaving(person: world.person("Nguyễn Ân"), day: "2025-09-10", why: "Rút đơn")
    #expect(try await world.refusals(of: close) == [Objection(nil, .noneOpen)])
  }

  @Test("a deletion names a clause of the regulations of the day; other ways out name their day")
  func grounds() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    let none = OpenLeaving(person: an, .deleted, day: "2025-09-01")
    #expect(try await world.refusals(of: none) == [Objection(.ground, .blank)])
    let made = OpenLeaving(person: an, .deleted, ground: "deletion.mood", day: "2025-09-01")
    let refused = try await world.refusals(of: made)
    guard case .unknownValue("deletion.mood", let allowed) = refused.first?.refusal else {
      Issue.record("\(refused)")
      return
    }
    #expect(allowed.count == 6)
    #expect(
      try await world.refusals(of: OpenLeaving(person: an, .left, day: "2025-09-01")) == [
        Objection(.occurred, .blank)
      ]
    )
    let more = VoteOnLeaving(person: an, day: "2025-09-01", agreed: 4, of: 3)
    #expect(try await world.refusals(of: more) == [Objection(.agreed, .moreThanAll(agreed: 4, all: 3))])
    // Before the first regulation that is known, the ground is taken as it is.
    let old = OpenLeaving(person: an, .deleted, ground: "deletion.dues", day: "2001-09-01")
    #expect(try await world.refusals(ofTrying: old) == [])
  }

  @Test("the secretary of a cell proposes and does not decide")
  func secretary() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    let secretary = try await world.officer(.secretary, in: world.unit("C1"), named: "bithu")
    let steps: [any Operation] = [
      WarnMember(person: an, ground: nil, note: "Vắng ba kỳ", day: "2025-08-01"),
      OpenLeaving(person: an, .deleted, ground: "deletion.meetings", day: "2025-09-01"),
      HearMember(person: an, day: "2025-09-02", said: nil),
      VoteOnLeaving(person: an, day: "2025-09-03", agreed: 3, of: 3),
    ]
    for step in steps { try await world.carryOut(step, by: secretary) }
    let decide = DecideLeaving(person: an, day: "2025-10-01")
    #expect(
      try await world.refusals(of: decide, by: secretary, under: Self.decision) == [
        Objection(nil, .notAllowed(.endMembership))
      ]
    )
    let other = OpenLeaving(
      person: world.person("Lò Thị Hạnh"),
      .left,
      occurred: "2025-09-01",
      day: "2025-09-01"
    )
    #expect(
      try await world.refusals(of: other, by: secretary) == [Objection(nil, .notAllowed(.proposeLeaving))]
    )
  }

  @Test("156 deletions of two years open by ground to the people and the decisions")
  func campaign() async throws {
    let world = try await World.small()
    let grounds = ["deletion.meetings", "deletion.dues", "deletion.card", "deletion.progress"]
    var random = SeededNumbers(seed: 156)
    for number in 0..<156 {
      let cell = ["C1", "C2", "C3", "C4"][number % 4]
      let person = try await world.admit("Phạm Văn \(number)", to: world.unit(cell), on: "2010-05-19")
      let day = ("2022-01-10" as CivilDate).adding(days: random.below(700))
      try await world.carryOut(
        OpenLeaving(person: person, .deleted, ground: grounds[number % 3 + number % 2], day: day)
      )
      try await world.carryOut(HearMember(person: person, day: day.adding(days: 5), said: nil))
      try await world.carryOut(
        VoteOnLeaving(person: person, day: day.adding(days: 7), agreed: 5, of: 7)
      )
      try await world.carryOut(
        DecideLeaving(person: person, day: day.adding(days: 21)),
        under: DecisionText(number: "\(number)-QĐ/TU", signed: day.adding(days: 20))
      )
    }
    let period = try #require(Period(from: "2022-01-01", until: "2024-01-01"))
    let lines = try await world.read { db in
      try LeavingLists(db: db).leavings(of: world.unit("QN"), AsOf(period.last), period)
    }
    #expect(lines.count == 156 && lines.allSatisfy { $0.reason == .deleted })
    #expect(Set(lines.compactMap(\.ground)) == Set(grounds))
    let byGround = Dictionary(grouping: lines, by: \.ground).mapValues(\.count)
    #expect(byGround.values.reduce(0, +) == 156)
    let decisions = try await world.read {
      try LeavingLists(db: $0).decisions(Set(lines.compactMap(\.decision)))
    }
    #expect(decisions.count == 156)
    let parts = try await world.read { db in
      try ["C1", "C2", "C3", "C4"].map { cell in
        try LeavingLists(db: db).leavings(of: world.unit(cell), AsOf(period.last), period).count
      }
    }
    #expect(parts == [39, 39, 39, 39])
    #expect(try await world.integrityFaults() == [])
  }
}
