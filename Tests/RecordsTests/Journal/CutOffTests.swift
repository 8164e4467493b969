import Records
import Rules
import Storage
import Synchronization
import TestWorld
import Testing

@Suite("A deed whose answer was cut off")
struct CutOffTests {
  private func rename(_ world: World, _ name: String) -> RenameUnit {
    RenameUnit(unit: world.unit("C1"), name: name, day: "2024-01-01")
  }

  @Test("is asked about by its request, and not guessed", arguments: [true, false])
  func cutOff(isWritten: Bool) async throws {
    let world = try await World.small()
    let office = Office(CutOffDatabase(world.database, isWritten: isWritten), clock: world.clock.clock)
    let before = try await world.head()
    func errand(_ request: String?) -> Errand {
      Errand(rename(world, "Chi bộ khác"), by: .console("test"), request: request)
    }
    if isWritten {
      let receipt = try await office.carryOut(errand("form-1"))
      #expect(receipt.entry == before + 1)
      #expect(try await world.head() == before + 1)
      // Sent again it is still the one deed.
      #expect(try await world.office.carryOut(errand("form-1")).entry == receipt.entry)
    } else {
      await #expect(throws: StorageError.disconnected("db")) { try await office.carryOut(errand("form-1")) }
      #expect(try await world.head() == before)
      #expect(try await world.office.carryOut(errand("form-1")).entry == before + 1)
    }
  }

  @Test("is asked about although nobody named it")
  func unnamed() async throws {
    let world = try await World.small()
    let office = Office(CutOffDatabase(world.database, isWritten: true), clock: world.clock.clock)
    let before = try await world.head()
    let receipt = try await office.carryOut(Errand(rename(world, "Chi bộ khác"), by: .console("test")))
    #expect(receipt.entry == before + 1)
    #expect(try await world.head() == before + 1)
  }
}

/// A record of which the first writing is cut off at its end: written, or not.
private final class CutOffDatabase: DatabaseAround {
  let inner: any Database
  private let isWritten: Bool
  private let isCut = Mutex(false)

  init(_ inner: any Database, isWritten: Bool) {
    self.inner = inner
    self.isWritten = isWritten
  }

  func write<Value: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value {
    let isFirst = isCut.withLock { isCut in
      defer { isCut = true }
      return !isCut
    }
    guard isFirst else { return try await inner.write(body) }
    if isWritten { _ = try await inner.write(body) }
    throw StorageError.uncertain("db")
  }
}
