import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

/// One error of a kind, and how it is planted into a sound record.
struct PlantedError: Sendable, CustomTestStringConvertible {
  let check: IntegrityCheck
  let name: String
  /// The subject that is to be found.
  let subject: String
  let plant: @Sendable (any Connection, PlantedRecord) throws -> Void

  var testDescription: String { "\(check): \(name)" }
}

/// The identities an error is planted with.
struct PlantedRecord: Sendable {
  let units: [String: ID<Unit>]
  let people: [String: ID<Person>]
  let fact: Int64
  let entry: Int64

  func unit(_ code: String) -> ID<Unit> { units[code] ?? ID(0) }
  func person(_ name: String) -> ID<Person> { people[name] ?? ID(0) }
}

@Suite("Planted errors")
struct PlantedErrorTests {
  @Test("each is found by its own check, and by no other", arguments: PlantedErrors.all)
  func found(error: PlantedError) async throws {
    let world = try await PlantedErrors.ground.value.copy(watchesReferences: false)
    let record = PlantedRecord(
      units: world.unitsByCode.merging(try await PlantedErrors.units(world)) { one, _ in one },
      people: world.peopleByName.merging(try await PlantedErrors.people(world)) { one, _ in one },
      fact: 9_000_000_000_000_000,
      entry: try await world.head()
    )
    #expect(try await world.integrityFaults() == [])
    try await world.tamper { try error.plant($0, record) }
    let faults = try await world.integrityFaults()
    #expect(Set(faults.map(\.check)) == [error.check], "\(faults)")
    #expect(Set(faults.map(\.subject)) == [error.subject], "\(faults)")
  }

  @Test("there is a planted error for every check")
  func complete() {
    #expect(Set(PlantedErrors.all.map(\.check)) == Set(IntegrityCheck.allCases))
  }
}
