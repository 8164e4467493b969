import Basics
import Records
import Rules
import TestWorld
import Testing

@Suite("Contact where members live")
struct ResidenceTests {
  private let day: CivilDate = "2025-10-01"

  private func counts(
    _ world: World,
    _ unit: String,
    on day: CivilDate = "2025-10-01"
  ) async throws -> [ResidenceQuestion.Group: Int] {
    let question = ResidenceQuestion(world.unit(unit), year: 2025, AsOf(day))
    return try await world.read { db in
      let store = ResidenceStore(db: db)
      let counts = try store.counts(question)
      for (group, count) in counts {
        // A number is the size of the list it opens to.
        #expect(try store.page(question, group, 0..<100).count == count)
      }
      return counts
    }
  }

  private func introduce(_ world: World, _ name: String, to unit: String) async throws {
    let tie = BeginRole(
      person: world.person(name),
      unit: world.unit(unit),
      role: .residence,
      span: Span(open: "2025-05-20")
    )
    try await world.carryOut(tie)
  }

  @Test("those who keep contact, those exempt and those without make up the roll, of a unit and below")
  func coverage() async throws {
    let world = try await World.small()
    try await introduce(world, "Trần Đình Đạo", to: "C1")
    try await introduce(world, "Võ Y Ly", to: "C4")
    #expect(try await counts(world, "T1") == [.kept: 2, .none: 1, .exempt: 0, .commented: 0])
    let cells = ExemptFromResidence(
      unit: world.unit("HL"),
      sector: .residential,
      ground: "Sinh hoạt tại nơi cư trú",
      span: Span(open: "2025-06-01")
    )
    try await world.carryOut(cells)
    #expect(try await counts(world, "HL") == [.kept: 2, .none: 1, .exempt: 7, .commented: 0])
    #expect(try await counts(world, "QN") == [.kept: 2, .none: 3, .exempt: 7, .commented: 0])
    // Before it was stated nobody was exempt.
    #expect(
      try await counts(world, "HL", on: "2025-05-31") == [.kept: 2, .none: 8, .exempt: 0, .commented: 0]
    )
    #expect(try await world.refusals(of: cells) == [Objection(.sector, .alreadyThere)])
    // Nobody is counted where they live.
    #expect(try await world.members(world.unit("C4"), on: day) == 2)
    #expect(try await world.integrityFaults() == [])
  }

  @Test("the comment of a year is asked for once and given once; only its day and number are kept")
  func comment() async throws {
    let world = try await World.small()
    let dao = world.person("Trần Đình Đạo")
    let ask = AskResidenceComment(person: dao, year: 2025, day: day)
    #expect(try await world.refusals(of: ask) == [Objection(.day, .noSuchRole)])
    try await introduce(world, "Trần Đình Đạo", to: "C1")
    try await world.carryOut(ask)
    #expect(try await world.refusals(of: ask).map(\.field) == [.year])
    let early = ReceiveResidenceComment(person: dao, year: 2025, day: "2025-09-01")
    #expect(try await world.refusals(of: early) == [Objection(.day, .beforeDay(day))])
    let given = try await world.carryOut(
      ReceiveResidenceComment(person: dao, year: 2025, day: "2025-10-20", number: "3-NX")
    )
    #expect(try await counts(world, "T1", on: "2025-10-19")[.commented] == 0)
    #expect(try await counts(world, "T1", on: "2025-10-20")[.commented] == 1)
    let again = ReceiveResidenceComment(person: dao, year: 2025, day: "2025-10-21")
    #expect(try await world.refusals(of: again) == [Objection(.year, .alreadyThere)])
    try await world.carryOut(AnnulEntry(entry: given.entry))
    #expect(try await counts(world, "T1", on: "2025-10-20")[.commented] == 0)
    let question = ResidenceQuestion(world.unit("T1"), year: 2025, AsOf("2025-10-20"))
    let line = try await world.read { try ResidenceStore(db: $0).page(question, .kept, 0..<9).first }
    #expect(line?.state == .asked && line?.day == day && line?.residenceName == "Chi bộ thôn Ẩm Hồ")
    #expect(try await world.journalFaults() == [])
  }
}
