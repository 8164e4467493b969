import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Own versions of regulations")
struct OwnRulebookTests {
  private let decision = DecisionText(number: "7-QĐ/HU", signed: "2026-01-05")

  private func put(_ world: World, _ unit: String, _ text: String, cited: Bool = true) async throws -> Receipt
  {
    let errand = Errand(
      PutRulebookInForce(unit: world.unit(unit), text: text),
      by: .console("test"),
      under: cited ? decision : nil
    )
    return try await world.office.carryOut(errand)
  }

  private func names(_ world: World, _ unit: String) async throws -> [String] {
    let day = world.clock.clock.today
    return try await world.read { db in
      try OwnRulebookStore(db: db).holding(for: world.unit(unit), AsOf(day)).map(\.name)
    }
  }

  @Test("an own version holds for its unit and below, and for nobody beside it")
  func reach() async throws {
    let world = try await World.small()
    _ = try await put(world, "B1", SampleRulebook.text("review-own", from: "2026-01-01"))
    #expect(try await names(world, "B1") == ["review-own"])
    #expect(try await names(world, "C1") == ["review-own"])
    #expect(try await names(world, "HL").isEmpty)
  }

  @Test("a later version ends the earlier one where it begins, and an annulment brings it back")
  func succession() async throws {
    let world = try await World.small()
    _ = try await put(world, "B1", SampleRulebook.text("review-own", from: "2026-01-01"))
    let second = try await put(world, "B1", SampleRulebook.text("review-own-2", from: "2026-03-01"))
    let ends = {
      try await world.read { db in
        try db.rows("SELECT end_on FROM rulebook_version v WHERE name = 'review-own' AND \(known("v"))") {
          try $0[0] as CivilDate?
        }
      }
    }
    #expect(try await ends() == [CivilDate("2026-03-01")])
    try await world.carryOut(AnnulEntry(entry: second.entry, why: "thử"))
    #expect(try await ends() == [nil])
  }

  @Test("it is put in force by a decision only, and only when every word of it can stand")
  func refusals() async throws {
    let world = try await World.small()
    await #expect(throws: Refused.self) {
      _ = try await put(world, "B1", SampleRulebook.text("review-own", from: "2026-01-01"), cited: false)
    }
    await #expect(throws: Refused.self) {
      _ = try await put(world, "B1", SampleRulebook.text("review-own", from: "2026-01-01", bound: 170))
    }
    _ = try await put(world, "B1", SampleRulebook.text("review-own", from: "2026-01-01"))
    await #expect(throws: Refused.self) {
      _ = try await put(world, "B1", SampleRulebook.text("review-own", from: "2026-01-01"))
    }
  }
}
