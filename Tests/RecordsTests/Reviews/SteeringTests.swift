import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Who steers a review, and who sends it")
struct SteeringTests {
  private static func steering(
    _ world: World,
    _ round: ID<FactMark>,
    _ unit: String,
    _ person: ID<Person>,
    by body: String = "HL"
  ) -> AssignSteering {
    AssignSteering(
      ReviewSteering(round: round, unit: world.unit(unit), body: world.unit(body), person: person)
    )
  }

  private static func attendance(
    _ world: World,
    _ round: ID<FactMark>,
    _ unit: String,
    _ person: ID<Person>,
    on day: CivilDate
  ) -> RaiseMatter {
    RaiseMatter(
      ReviewMatter(
        key: ID(0),
        round: round,
        subject: .organisation(world.unit(unit)),
        kind: .attendance,
        unit: world.unit("HL"),
        person: person,
        text: "Gợi ý kiểm điểm sâu việc chậm giải ngân"
      ),
      on: day
    )
  }

  @Test(
    "members of the standing committee steer assigned units, and their sessions are counted (S003-24, -25)"
  )
  func steered() async throws {
    let world = try await World.small()
    let (dao, hanh) = (world.person("Trần Đình Đạo"), world.person("Lò Thị Hạnh"))
    let round = try await world.openRound(of: world.unit("HL"))
    let early = Self.steering(world, round, "B1", dao)
    #expect(try await world.refusals(of: early) == [Objection(.person, .notOfStandingCommittee)])
    try await world.seat(dao, in: "HL", .standingMember)
    try await world.seat(hanh, in: "HL", .committeeMember)
    // A member of the committee who does not stand in its standing committee steers nothing.
    let ordinary = try await world.refusals(of: Self.steering(world, round, "B1", hanh))
    #expect(ordinary.map(\.refusal) == [.notOfStandingCommittee])
    // Nor does anybody steer their own committee, or a unit that is not below it.
    #expect(
      try await world.refusals(of: Self.steering(world, round, "HL", dao)).map(\.refusal)
        == [.notOfStandingCommittee]
    )
    #expect(
      try await world.refusals(of: Self.steering(world, round, "B3", dao)).map(\.refusal) == [.notInRound]
    )
    let id = ID<FactMark>(try await world.carryOut(Self.steering(world, round, "B1", dao)).result ?? 0)
    try await world.carryOut(Self.steering(world, round, "B2", dao))
    #expect(try await world.refusals(of: early) == [Objection(.person, .alreadyThere)])

    let own = try await world.account("dao", for: dao)
    let visit = Self.attendance(world, round, "B1", dao, on: "2025-10-20")
    try await world.carryOut(visit, by: .account(own))
    #expect(try await world.refusals(of: visit) == [Objection(.day, .alreadyThere)])
    let ahead = Self.attendance(world, round, "B1", dao, on: "2025-12-20")
    #expect(try await world.refusals(of: ahead).map(\.field) == [.day])
    // Whoever is of no committee above was not there for it.
    let stranger = Self.attendance(world, round, "B1", world.person("Hà Thị Ánh"), on: "2025-10-20")
    #expect(try await world.refusals(of: stranger) == [Objection(.person, .notFromAbove)])
    // Where they steer nothing, nobody enters it for themselves.
    let elsewhere = Self.attendance(world, round, "T1", dao, on: "2025-10-20")
    #expect(
      try await world.refusals(of: elsewhere, by: .account(own)) == [
        Objection(nil, .notAllowed(.keepReviews))
      ]
    )
    let lines = try await world.read { db in
      let known = try #require(try ReviewStore(db: db).round(round)?.value)
      return try SteeringStore(db: db).lines(in: known, below: world.unit("HL"), AsOf(World.today))
    }
    #expect(Set(lines.map(\.steering.unit)) == [world.unit("B1"), world.unit("B2")])
    #expect(lines.first { $0.steering.unit == world.unit("B1") }?.attended == 1)
    #expect(lines.first { $0.steering.unit == world.unit("B1") }?.lastAttended == "2025-10-20")
    #expect(lines.first { $0.steering.unit == world.unit("B2") }?.attended == 0)
    try await world.carryOut(EndSteering(id))
    #expect(try await world.refusals(of: EndSteering(id)) == [Objection(nil, .nothingChanges)])
    let left = try await world.read { db in
      try SteeringStore(db: db).lines(by: dao, AsOf("2025-11-04")).map(\.steering.unit)
    }
    #expect(left == [world.unit("B2")])
    #expect(try await world.journalFaults() == [])
    #expect(try await world.integrityFaults() == [])
  }

  @Test("only whoever holds a round assigns who steers, and lists its results", arguments: Role.allCases)
  func rights(_ role: Role) async throws {
    let world = try await World.small()
    let dao = world.person("Trần Đình Đạo")
    try await world.seat(dao, in: "B1", .standingMember)
    let round = try await world.openRound(of: world.unit("B1"))
    let steering = Self.steering(world, round, "C1", dao, by: "B1")
    let published = try await world.openRound(
      of: world.unit("B1"),
      .quarter,
      days: .from("2025-01-01", until: "2025-04-01"),
      counted: "2025-03-31"
    )
    try await world.carryOut(PublishRound(published))
    for (unit, isThere) in [("B1", true), ("HL", true), ("C1", false), ("B2", false)] {
      let actor = try await world.officer(role, in: world.unit(unit), named: "\(role).\(unit)")
      let expected: [Objection] =
        isThere && Rights.allows(role, .holdReviews, on: .own)
        ? [] : [Objection(nil, .notAllowed(.holdReviews))]
      #expect(try await world.refusals(ofTrying: steering, by: actor) == expected, "\(role) \(unit)")
      let listing = ListResults(published, to: .cell)
      #expect(try await world.refusals(ofTrying: listing, by: actor) == expected, "\(role) \(unit)")
    }
    // What is not published is not listed.
    #expect(try await world.refusals(of: ListResults(round, to: .base)) == [Objection(nil, .reviewsNotSent)])
    try await world.carryOut(ListResults(published, to: .base))
    #expect(
      try await world.refusals(of: ListResults(published, to: .base)) == [Objection(nil, .nothingChanges)]
    )
    try await world.carryOut(ListResults(published, to: .cell))
    let listing = try await world.read { try SteeringStore(db: $0).listing(of: published)?.value.audience }
    #expect(listing == .cell)
    try await world.carryOut(ListResults(published, to: nil))
    #expect(try await world.read { try SteeringStore(db: $0).listing(of: published) } == nil)
  }

  @Test("a unit with nothing to rate counts as sent, and counts no more once a task is assigned")
  func quiet() async throws {
    let world = try await World.small()
    let round = try await world.openRound(of: world.unit("HL"))
    func quiet(_ codes: [String]) async throws -> Set<ID<Unit>> {
      let units = codes.map { world.unit($0) }
      return try await world.sheet(round) { try $0.quietUnits(among: units) }
    }
    let all = ["B1", "B2", "T1", "C1", "C2", "C3"]
    #expect(try await quiet(all) == Set(all.map { world.unit($0) }))
    #expect(try await world.refusals(ofTrying: PublishRound(round)) == [])
    try await world.work(of: world.person("Nguyễn An"), in: "C1")
    // The cell, and everybody above it.
    #expect(try await quiet(all) == Set(["B2", "T1", "C2", "C3"].map { world.unit($0) }))
    let refused = try await world.refusals(of: SendReviews(round, of: world.unit("B1")))
    #expect(refused.first == Objection(nil, .waitsForUnits(["C1"])))
    // Whoever leads a unit that has a task is rated by it where they are at home.
    try await world.seat(world.person("Trần Đình Đạo"), in: "C1", .secretary)
    #expect(try await quiet(all) == Set(["B2", "C2", "C3"].map { world.unit($0) }))
    try await world.assign("Việc quý", to: "C3", by: world.person("Hồ Văn Ía"), due: "2025-06-30")
    // A task of another year gives this one nothing to rate.
    try await world.assign("Việc năm sau", to: "C2", from: "2026-01-02", due: "2026-09-30")
    #expect(try await quiet(all) == [world.unit("C2")])
    // A member's tasks of the time come with them.
    let moved = TransferMember(person: world.person("Hồ Văn Ía"), to: world.unit("C2"), day: "2025-10-01")
    try await world.carryOut(moved)
    #expect(try await quiet(all) == [])
  }

  @Test("no unit that counts as sent has anybody whom it could rate", arguments: 0..<10)
  func quietIsSound(_ seed: Int) async throws {
    let world = try await World.small()
    var numbers = SeededNumbers(seed: seed)
    let cells = ["C1", "C2", "C3", "T1"]
    let people = ["Nguyễn An", "Nguyễn Ấn", "Lò Thị Hạnh", "Trần Đình Đạo", "Hồ Văn Ía"].map {
      world.person($0)
    }
    for _ in 0..<3 {
      guard let cell = cells.randomElement(using: &numbers),
        let person = people.randomElement(using: &numbers)
      else { continue }
      switch Int.random(in: 0..<3, using: &numbers) {
      case 0:
        let evidence = TaskMeasure.evidence("Biên bản")
        let draft = TaskDraft(
          "Việc",
          of: world.unit(cell),
          by: person,
          from: "2025-01-02",
          due: "2025-09-30",
          evidence
        )
        _ = try await world.refusals(of: AssignTask(draft))
      case 1:
        let span = Span(open: "2025-01-01")
        let deed = HoldPost(person: person, unit: world.unit(cell), post: "secretary", span: span)
        _ = try await world.refusals(of: deed)
      default:
        _ = try await world.refusals(
          of: TransferMember(person: person, to: world.unit(cell), day: "2025-03-01")
        )
      }
    }
    let round = try await world.openRound(of: world.unit("HL"))
    for code in ["B1", "B2", "C1", "C2", "C3", "T1"] {
      let unit = world.unit(code)
      let (isQuiet, waiting) = try await world.sheet(round) { sheet in
        (try sheet.quietUnits(among: [unit]).contains(unit), try sheet.desk(of: unit).waiting.count)
      }
      #expect(!isQuiet || waiting == 0, "\(code) \(seed)")
    }
  }
}
