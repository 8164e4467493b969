package import Basics
package import Records
import RulebookFiles
package import Rules
import SQLiteStorage
package import Storage

/// A small organisation in a database of its own, with an office whose clock a test moves.
///
///     let world = try await World.small()
///     let an = try await world.admit("Đỗ Thị Ân", to: world.unit("C1"), on: "2024-03-01")
package final class World: Sendable {
  package let database: any Database
  package let clock: HandClock
  package let office: Office
  private let units: [String: ID<Unit>]
  private let people: [String: ID<Person>]

  init(
    _ database: any Database,
    _ clock: HandClock,
    units: [String: ID<Unit>] = [:],
    people: [String: ID<Person>] = [:]
  ) {
    self.database = database
    self.clock = clock
    self.units = units
    self.people = people
    office = Office(database, clock: clock.clock, regulations: ShippedRules.folder.library)
  }

  /// The day on which a world begins.
  package static let today: CivilDate = "2025-11-03"

  /// A record with its tables and nothing in it.
  package static func empty() async throws -> World {
    let database = try await TestEngine.copy(of: blank.value)
    return World(database, HandClock(today))
  }

  /// The record of another installation, with its tables and nothing in it.
  package static func installation(_ number: Int64) async throws -> World {
    let database = try await TestEngine.empty("installation \(number)")
    try await Installation.prepare(database, number: number)
    return World(database, HandClock(today))
  }

  private static let blank = Task {
    let database = try await TestEngine.empty("blank")
    try await Installation.prepare(database, number: 7)
    return database
  }

  private static let template = Task { try await SmallOrganisation.found() }

  /// The named organisation of `SmallOrganisation`, made through the deeds.
  package static func small() async throws -> World {
    try await template.value.copy()
  }

  /// The same record in a database of its own; its clock goes on from here.
  ///
  /// It need not watch references, for a test that plants what the schema would refuse.
  package func copy(watchesReferences: Bool = true) async throws -> World {
    let copy = try await TestEngine.copy(of: database, watchesReferences: watchesReferences)
    return World(copy, HandClock(moment: clock.now), units: units, people: people)
  }

  /// A unit of the named organisation by its code.
  package func unit(_ code: String) -> ID<Unit> {
    guard let unit = units[code] else { preconditionFailure("no unit \(code) in this world") }
    return unit
  }

  /// A person of the named organisation by their name.
  package func person(_ name: String) -> ID<Person> {
    guard let person = people[name] else { preconditionFailure("nobody called \(name) in this world") }
    return person
  }

  package var unitsByCode: [String: ID<Unit>] { units }
  package var peopleByName: [String: ID<Person>] { people }

  /// Room for what an import puts in order.
  package static let scratch: @Sendable () throws -> any Scratchpad = { try SQLiteScratchpad() }

  package func read<Value: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value {
    try await database.read(body)
  }

  /// Writes past every deed and rule, as somebody with a tool of their own might.
  package func tamper(_ body: @escaping @Sendable (any Connection) throws -> Void) async throws {
    try await database.write(body)
  }

  // MARK: Deeds

  package static let console = Actor.console("tester")

  @discardableResult
  package func carryOut(
    _ operation: any Operation,
    by actor: Actor = World.console,
    under decision: DecisionText? = nil,
    request: String? = nil
  ) async throws -> Receipt {
    try await office.carryOut(Errand(operation, by: actor, under: decision, request: request))
  }

  /// Why a deed is refused; empty when it is carried out.
  package func refusals(
    of operation: any Operation,
    by actor: Actor = World.console,
    under decision: DecisionText? = nil
  ) async throws -> [Objection] {
    do {
      try await carryOut(operation, by: actor, under: decision)
      return []
    } catch let refused as Refused {
      return refused.objections
    }
  }

  /// Why a deed would be refused; empty when it would be carried out.
  ///
  /// Nothing is left of it either way.
  package func refusals(
    ofTrying operation: any Operation,
    by actor: Actor = World.console
  ) async throws
    -> [Objection]
  {
    do {
      try await office.rehearse([Errand(operation, by: actor)]) { _, _ in }
      return []
    } catch let refused as Refused {
      return refused.objections
    }
  }
}
