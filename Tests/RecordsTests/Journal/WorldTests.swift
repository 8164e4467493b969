import Basics
import Records
import Rules
import TestWorld
import Testing

@Suite("The small organisation")
struct WorldTests {
  @Test("stands on its feet: its members are counted, nothing is amiss, its journal holds")
  func isSound() async throws {
    let world = try await World.small()
    #expect(try await world.members(world.unit("QN"), on: World.today) == 12)
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }
}
