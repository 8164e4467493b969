import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Transfers with two sides")
struct TwoSidedTransferTests {
  private let day: CivilDate = "2025-10-01"

  private func ask(
    _ world: World,
    _ name: String = "Nguyễn An",
    to unit: String? = "C4",
    outside: String? = nil,
    kind: TransferKind = .official,
    until: CivilDate? = nil,
    by actor: Actor = World.console
  ) async throws -> ID<Transfer> {
    let deed = AskTransfer(
      person: world.person(name),
      to: unit.map(world.unit),
      outside: outside,
      kind: kind,
      event: kind == .temporary ? .study : .newJob,
      happened: "2025-09-15",
      until: until,
      day: day
    )
    return ID(try await world.carryOut(deed, by: actor).result ?? 0)
  }

  private func sent(_ world: World, _ transfer: ID<Transfer>, on day: CivilDate = "2025-10-10") async throws {
    try await world.carryOut(SendTransfer(transfer, letter: "12-GT/CB", day: day))
  }

  private func states(_ world: World, _ transfer: ID<Transfer>) async throws -> [String] {
    try await world.read { db in
      try TransferStore(db: db).transfer(transfer)?.steps.map { "\($0.value.state) \($0.span)" } ?? []
    }
  }

  @Test("asked, sent, received: each step on its day, and the home changes with the last alone")
  func way() async throws {
    let world = try await World.small()
    let transfer = try await ask(world)
    try await sent(world, transfer)
    // However slow the other side is, they count where they leave.
    #expect(try await world.members(world.unit("C1"), on: "2025-10-30") == 3)
    #expect(try await world.members(world.unit("C4"), on: "2025-10-30") == 2)
    try await world.carryOut(ReceiveTransfer(transfer, presented: "2025-10-20", day: "2025-11-01"))
    #expect(
      try await states(world, transfer) == [
        "asked 2025-10-01…2025-10-10", "sent 2025-10-10…2025-11-01", "received 2025-11-01…",
      ]
    )
    #expect(try await world.members(world.unit("C1"), on: "2025-10-31") == 3)
    #expect(try await world.members(world.unit("C1"), on: "2025-11-01") == 2)
    #expect(try await world.members(world.unit("C4"), on: "2025-11-01") == 3)
    for offset in 0..<60 {
      let on = day.adding(days: offset)
      #expect(try await world.members(world.unit("QN"), on: on) == 12, "\(on)")
    }
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }

  @Test("steps on one day replace each other and lose nothing of what each left behind")
  func oneDay() async throws {
    let world = try await World.small()
    let transfer = try await ask(world)
    try await sent(world, transfer, on: day)
    try await world.carryOut(ReceiveTransfer(transfer, presented: day, day: day))
    #expect(try await states(world, transfer) == ["received 2025-10-01…"])
    let line = try await world.read { try TransferLists(db: $0).line(transfer, AsOf("2025-10-01")) }
    #expect(line?.step.letter == "12-GT/CB")
    #expect(line?.step.sent == day && line?.request.asked == day)
  }

  @Test("an annulled reception brings the home and the waiting letter back")
  func annulled() async throws {
    let world = try await World.small()
    let transfer = try await ask(world)
    try await sent(world, transfer)
    let before = try await world.live()
    let received = try await world.carryOut(
      ReceiveTransfer(transfer, presented: "2025-10-20", day: "2025-10-21")
    )
    let sending = try await world.head() - 1
    let standing = try await world.refusals(of: AnnulEntry(entry: sending))
    #expect(standing.first?.refusal == .standsOn(entry: Int(received.entry), operation: "receiveTransfer"))
    try await world.carryOut(AnnulEntry(entry: received.entry))
    #expect(try await world.live() == before)
    #expect(try await world.integrityFaults() == [])
  }

  @Test("an organisation outside ends the membership here on arrival, as transferred")
  func outside() async throws {
    let world = try await World.small()
    let transfer = try await ask(world, to: nil, outside: "Đảng bộ thành phố Hà Nội")
    try await sent(world, transfer)
    #expect(try await world.members(world.unit("C1"), on: "2025-10-30") == 3)
    try await world.carryOut(ReceiveTransfer(transfer, presented: "2025-10-20", day: "2025-10-25"))
    #expect(try await world.members(world.unit("C1"), on: "2025-10-25") == 2)
    let term = try await world.life(world.person("Nguyễn An"))?.terms.first
    #expect(term?.span.end == "2025-10-25" && term?.value.reason == .transferred)
    #expect(try await world.integrityFaults() == [])
  }

  @Test("for a time they take part there until the day stated, and count at home only")
  func temporary() async throws {
    let world = try await World.small()
    let transfer = try await ask(world, kind: .temporary, until: "2026-03-01")
    try await sent(world, transfer)
    try await world.carryOut(ReceiveTransfer(transfer, presented: "2025-10-20", day: "2025-10-20"))
    #expect(try await world.members(world.unit("C1"), on: "2025-12-01") == 3)
    #expect(try await world.members(world.unit("C4"), on: "2025-12-01") == 2)
    let c4 = world.unit("C4")
    func stays(_ on: CivilDate) async throws -> Int {
      try await world.read { try TransferLists(db: $0).stayCount(in: c4, AsOf(on)) }
    }
    #expect(try await stays("2025-12-01") == 1)
    #expect(try await stays("2026-02-28") == 1)
    // It ends by itself on its day.
    #expect(try await stays("2026-03-01") == 0)
    let listed = try await world.read { try TransferLists(db: $0).stays(in: c4, AsOf("2025-12-01"), 0..<9) }
    #expect(listed.first?.event == .study)
    #expect(listed.first?.homeName == "Chi bộ thôn Ẩm Hồ")
  }

  @Test("a committee that was asked lets a cell below it take them, and no other")
  func cellBelow() async throws {
    let world = try await World.small()
    let transfer = try await ask(world, to: "B3")
    try await sent(world, transfer)
    let elsewhere = ReceiveTransfer(
      transfer,
      in: world.unit("C3"),
      presented: "2025-10-20",
      day: "2025-10-20"
    )
    #expect(try await world.refusals(of: elsewhere).first?.field == .unit)
    try await world.carryOut(
      ReceiveTransfer(transfer, in: world.unit("C4"), presented: "2025-10-20", day: "2025-10-20")
    )
    #expect(try await world.members(world.unit("C4"), on: "2025-10-20") == 3)
  }

  @Test("while one is not over, another and a plain transfer are refused; leaving closes it")
  func meanwhile() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    let transfer = try await ask(world)
    let pending = [Objection(nil, .transferPending(since: day))]
    let second = AskTransfer(
      person: an,
      to: world.unit("C3"),
      event: .move,
      happened: "2025-09-01",
      day: "2025-10-05"
    )
    #expect(try await world.refusals(of: second) == pending)
    let plain = TransferMember(person: an, to: world.unit("C2"), day: "2025-10-05")
    #expect(try await world.refusals(of: plain) == pending)
    try await world.end(an, .died, on: "2025-10-15")
    #expect(try await states(world, transfer) == ["asked 2025-10-01…2025-10-15", "lapsed 2025-10-15…"])
    #expect(try await world.integrityFaults() == [])
  }

  @Test("returned or given up it is over, and may be asked for anew")
  func givenUp() async throws {
    let world = try await World.small()
    let transfer = try await ask(world)
    try await sent(world, transfer)
    try await world.carryOut(ReturnTransfer(transfer, reason: "Sai đơn vị", day: "2025-10-12"))
    let late = ReceiveTransfer(transfer, presented: "2025-10-13", day: "2025-10-13")
    #expect(try await world.refusals(of: late).first?.refusal == .transferNotWaiting(.returned))
    let again = try await ask(world, to: "C3")
    try await world.carryOut(WithdrawTransfer(again, reason: "Không đi nữa", day: "2025-10-20"))
    #expect(try await states(world, again) == ["asked 2025-10-01…2025-10-20", "withdrawn 2025-10-20…"])
    // An annulled withdrawal would leave two that are not over.
    let withdrawal = try await world.head()
    _ = try await ask(world, to: "C2")
    let refused = try await world.refusals(of: AnnulEntry(entry: withdrawal))
    #expect(refused.first?.refusal == .transferPending(since: day))
  }

  @Test("what is asked for must make sense: days, places, an end for a time")
  func refused() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    func objections(_ change: (inout AskTransfer) -> Void) async throws -> [Field?] {
      var deed = AskTransfer(
        person: an,
        to: world.unit("C4"),
        event: .newJob,
        happened: "2025-09-15",
        day: day
      )
      change(&deed)
      return try await world.refusals(ofTrying: deed).map(\.field)
    }
    #expect(try await objections { _ in } == [])
    #expect(try await objections { $0.target = nil } == [.unit])
    #expect(try await objections { $0.target = world.unit("C1") } == [.unit])
    #expect(try await objections { $0.outside = "Hà Nội" } == [.outside])
    #expect(try await objections { $0.day = "2026-01-01" } == [.day])
    #expect(try await objections { $0.happened = "2025-10-02" } == [.happened])
    #expect(try await objections { $0.kind = .temporary } == [.until])
    #expect(try await objections { $0.until = "2026-01-01" } == [.until])
    #expect(try await objections { $0.person = ID(12) } == [.person])
    let transfer = try await ask(world)
    let early = SendTransfer(transfer, letter: "1", day: "2025-09-30")
    #expect(try await world.refusals(of: early) == [Objection(.day, .beforeDay(day))])
    let ahead = SendTransfer(transfer, letter: "1", day: "2025-12-30")
    #expect(try await world.refusals(of: ahead).map(\.field) == [.day])
    let unsent = ReceiveTransfer(transfer, presented: "2025-10-20", day: "2025-10-20")
    #expect(try await world.refusals(of: unsent).first?.refusal == .transferNotWaiting(.asked))
    try await sent(world, transfer)
    let tooEarly = ReceiveTransfer(transfer, presented: "2025-10-09", day: "2025-10-08")
    #expect(try await world.refusals(of: tooEarly).map(\.field) == [.presented, .day])
  }

  @Test("each side does its own step and no other: the member, the cell they leave, the cell they come to")
  func sides() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    let member = Actor.account(try await world.account("an", for: an))
    let other = Actor.account(try await world.account("dao", for: world.person("Trần Đình Đạo")))
    let source = try await world.officer(.secretary, in: world.unit("C1"), named: "bt.c1")
    let target = try await world.officer(.secretary, in: world.unit("C4"), named: "bt.c4")
    let third = try await world.officer(.secretary, in: world.unit("C3"), named: "bt.c3")
    let deed = AskTransfer(person: an, to: world.unit("C4"), event: .newJob, happened: "2025-09-15", day: day)
    func may(_ operation: any Operation, _ actor: Actor) async throws -> Bool {
      let refusals = try await world.refusals(ofTrying: operation, by: actor)
      return !refusals.contains { if case .notAllowed = $0.refusal { true } else { false } }
    }
    for (actor, allowed) in [(member, true), (source, true), (target, true), (third, false), (other, false)] {
      #expect(try await may(deed, actor) == allowed)
    }
    let transfer = try await ask(world, by: member)
    let sending = SendTransfer(transfer, letter: "1", day: day)
    for (actor, allowed) in [(member, false), (source, true), (target, false), (third, false)] {
      #expect(try await may(sending, actor) == allowed)
    }
    let giving = WithdrawTransfer(transfer, reason: "Thôi", day: day)
    for (actor, allowed) in [(member, true), (source, true), (target, false), (third, false)] {
      #expect(try await may(giving, actor) == allowed)
    }
    try await world.carryOut(sending, by: source)
    let receiving = ReceiveTransfer(transfer, presented: "2025-10-20", day: "2025-10-20")
    let returning = ReturnTransfer(transfer, reason: "Sai", day: "2025-10-20")
    for (actor, allowed) in [(member, false), (source, false), (target, true), (third, false)] {
      #expect(try await may(receiving, actor) == allowed)
      #expect(try await may(returning, actor) == allowed)
    }
  }

  @Test("each side lists what waits, for whom; the other side knows of it only once the letter is out")
  func lists() async throws {
    let world = try await World.small()
    let transfer = try await ask(world)
    func list(
      _ unit: String,
      _ side: TransferQuestion.Side,
      _ pending: Bool,
      _ on: CivilDate
    ) async throws -> [String] {
      let question = TransferQuestion(world.unit(unit), side, isPending: pending, AsOf(on))
      return try await world.read { db in
        let lists = TransferLists(db: db)
        let lines = try lists.page(question, 0..<50)
        #expect(try lists.count(question) == lines.count)
        return lines.map { "\($0.name) \($0.step.state)" }
      }
    }
    #expect(try await list("C1", .leaving, true, "2025-10-02") == ["Nguyễn An asked"])
    #expect(try await list("C4", .coming, true, "2025-10-02") == [])
    try await sent(world, transfer)
    #expect(try await list("HL", .leaving, true, "2025-10-12") == ["Nguyễn An sent"])
    #expect(try await list("DH", .coming, true, "2025-10-12") == ["Nguyễn An sent"])
    #expect(try await list("DH", .leaving, true, "2025-10-12") == [])
    try await world.carryOut(ReceiveTransfer(transfer, presented: "2025-10-20", day: "2025-10-20"))
    #expect(try await list("DH", .coming, true, "2025-10-20") == [])
    #expect(try await list("DH", .coming, false, "2025-10-20") == ["Nguyễn An received"])
    // The day before it still waited.
    #expect(try await list("DH", .coming, true, "2025-10-19") == ["Nguyễn An sent"])
  }
}
