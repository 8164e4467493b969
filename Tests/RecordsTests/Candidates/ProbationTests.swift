import Basics
import Records
import RulebookFiles
import Rules
import Storage
import TestWorld
import Testing

@Suite("Probation and recognition")
struct ProbationTests {
  private func people(_ world: World, on day: CivilDate) async throws -> [String] {
    try await world.read { try ProbationStore(db: $0).members(of: world.unit("QN"), AsOf(day)).map(\.name) }
  }

  @Test("on any day those on probation are listed, the first ceremony first, and nobody before or after")
  func listed() async throws {
    let world = try await World.small()
    #expect(try await people(world, on: "2025-03-01").isEmpty)
    #expect(try await people(world, on: "2025-06-01") == ["Vũ Ỷ Lan", "Võ Y Ly"])
    let late = RecogniseMember(person: world.person("Vũ Ỷ Lan"), day: "2026-03-26")
    world.clock.set("2026-06-10")
    try await world.carryOut(late)
    // Decided in June, official as of March: the list of April no longer holds her.
    #expect(try await people(world, on: "2026-04-10") == ["Võ Y Ly"])
    #expect(try await people(world, on: "2026-03-25") == ["Vũ Ỷ Lan", "Võ Y Ly"])
  }

  @Test("another day than the rule's needs a reason, so that nobody's probation changes by accident")
  func deviating() async throws {
    let world = try await World.small()
    let ly = world.person("Võ Y Ly")
    #expect(
      try await world.refusals(of: RecogniseMember(person: ly, day: "2026-06-01")) == [
        Objection(.official, .officialOtherwise(by: "2026-05-19"))
      ]
    )
    let head = try await world.head()
    try await world.carryOut(RecogniseMember(person: ly, day: "2026-06-01", why: "gia hạn theo kết luận"))
    let said = try await world.read { try JournalStore(db: $0).entry(head + 1)?.line.said }
    #expect(said?.contains("gia hạn theo kết luận") == true)
  }

  @Test("votes are kept, on members on probation only, and each can be taken back")
  func votes() async throws {
    let world = try await World.small()
    let lan = world.person("Vũ Ỷ Lan")
    world.clock.set("2026-06-10")
    var last: Int64 = 0
    for day in ["2026-04-01", "2026-05-01", "2026-06-01"] as [CivilDate] {
      last = try await world.carryOut(RecordRecognitionVote(person: lan, on: day, officials: 9, votes: 5))
        .entry
    }
    let judges = RecognitionJudges(ShippedRules.folder.library, on: "2026-06-10")
    let failed = {
      try await world.read { db in
        try ProbationStore(db: db).votes(in: world.unit("QN"), AsOf("2026-06-10"))[lan, default: []]
          .count { judges.isCarried($0.value) == false }
      }
    }
    #expect(try await failed() == 3)
    #expect(judges.isForSuperior(failed: try await failed()))
    try await world.carryOut(AnnulEntry(entry: last, why: "ghi nhầm"))
    #expect(try await failed() == 2)
    #expect(
      try await world.refusals(
        of: RecordRecognitionVote(
          person: world.person("Nguyễn An"),
          on: "2026-06-01",
          officials: 9,
          votes: 5
        )
      ) == [Objection(.day, .noProbation(on: "2026-06-01"))]
    )
    #expect(try await world.journalFaults() == [])
  }
}
