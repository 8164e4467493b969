import Basics
import Records
import Rules
import TestWorld
import Testing

@Suite("Transfers of several at once")
struct SeveralTransferTests {
  @Test("several go at once or none, and each who cannot is named with why")
  func several() async throws {
    let world = try await World.small()
    let (an, uoc) = (world.person("Nguyễn An"), world.person("Đặng Thùy Ước"))
    let (c2, c4) = (world.unit("C2"), world.unit("C4"))
    try await world.carryOut(TransferMembers([.init(an, to: c2), .init(uoc, to: c4)], day: "2025-10-01"))
    let entry = try await world.head()
    #expect(try await world.members(world.unit("C1"), on: "2025-10-01") == 1)
    #expect(try await world.members(c2, on: "2025-10-01") == 3)
    #expect(try await world.members(c4, on: "2025-10-01") == 3)
    let again = TransferMembers([.init(an, to: c2), .init(uoc, to: c2)], day: "2025-10-05")
    let refused = try await world.refusals(of: again)
    #expect(refused == [Objection(.person, .ofPerson(an, name: "Nguyễn An", .alreadyThere))])
    #expect(try await world.members(c4, on: "2025-10-05") == 3)
    try await world.carryOut(AnnulEntry(entry: entry))
    #expect(try await world.members(world.unit("C1"), on: "2025-10-01") == 3)
    #expect(try await world.integrityFaults() == [])
  }
}
