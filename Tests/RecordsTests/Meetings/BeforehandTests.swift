import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("What is said and read before a meeting")
struct BeforehandTests {
  @Test("whoever is invited says something beforehand and takes it back until the meeting opens")
  func comments() async throws {
    let world = try await World.small()
    let (an, hanh) = (world.person("Nguyễn An"), world.person("Lò Thị Hạnh"))
    let member = Actor.account(try await world.account("an", for: an))
    let guest = Actor.account(try await world.account("hanh", for: hanh))
    let meeting = try await world.call(of: "C1", on: "2025-11-03")
    let item = try #require(try await world.read({ try MeetingStore(db: $0).items(of: meeting).first?.id }))
    let comment = CommentBefore(meeting, item: item, "Nên bàn trước\nvề rừng")
    let key = ID<FactMark>(try await world.carryOut(comment, by: member).result ?? 0)
    #expect(try await world.refusals(of: comment, by: guest) == [Objection(nil, .notOnRollCall)])
    try await world.carryOut(
      InviteGuest(MeetingGuest("Lò Thị Hạnh", note: "Phó bí thư", person: hanh), to: meeting)
    )
    try await world.carryOut(comment, by: guest)
    let twice = InviteGuest(MeetingGuest("Lò Thị Hạnh", person: hanh), to: meeting)
    #expect(try await world.refusals(of: twice) == [Objection(.name, .alreadyThere)])
    // Of nothing on the agenda, of another's words, after it opened: no.
    let aimless = CommentBefore(meeting, item: ID(1), "X")
    #expect(try await world.refusals(of: aimless, by: member) == [Objection(nil, .noSuchStep)])
    let back = TakeBackComment(meeting, key)
    #expect(try await world.refusals(of: back, by: guest) == [Objection(nil, .noSuchStep)])
    try await world.carryOut(back, by: member)
    let left = try await world.read { try PreparationStore(db: $0).comments(of: meeting) }
    #expect(left.map(\.name) == ["Lò Thị Hạnh"])
    try await world.carryOut(OpenMeeting(meeting, at: .evening))
    #expect(try await world.refusals(of: comment, by: member) == [Objection(nil, .meetingIs(.open))])
    let own = try #require(left.first?.id)
    #expect(try await world.refusals(of: TakeBackComment(meeting, own), by: guest).count == 1)
  }

  @Test("opening a paper is written down once an hour, and the first time counts")
  func openings() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    let account = try await world.account("an", for: an)
    let meeting = try await world.call(of: "C1", on: "2025-11-06")
    let bytes = Array("%PDF-1.7 tài liệu".utf8)
    let hash = try FileHash(of: bytes)
    try await world.tamper { _ = try FileStore(db: $0).keep(bytes, hash, type: "application/pdf", at: 0) }
    let hand = HandOutPaper(meeting, MeetingPaper(.paper, "Tài liệu"), hash, name: "a.pdf")
    let paper = ID<FactMark>(try await world.carryOut(hand).result ?? 0)
    let first = world.clock.now
    for _ in 0...2 {
      let moment = world.clock.now
      try await world.tamper { db in
        try ReadingStore(db: db).log(Reader(account, known: 1), opened: paper, at: moment)
      }
      world.clock.step(milliseconds: 3_000_000)
    }
    let openings = try await world.read { try ReadingStore(db: $0).openings(of: meeting) }
    #expect(openings == [PaperOpening(paper: paper, person: an, moment: first)])
    let count = try await world.read { try $0.count("SELECT count(*) FROM reading WHERE kind = 'paper'") }
    #expect(count == 2)
    // It is nobody's file that was opened.
    let seen = try await world.read { try ReadingStore(db: $0).readings(of: an) }
    #expect(seen.isEmpty)
  }
}
