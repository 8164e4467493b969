import PostgresStorage
import Records
import SQLiteStorage
import Storage

/// The named organisation in one database that several processes serve, perhaps on several machines: each has
/// connections and a clock of its own.
package final class SharedRecord: Sendable {
  /// The record as each of the processes has it.
  package let worlds: [World]
  private let folder: LooseFolder

  /// Opens it for as many processes as there are clocks, which are ahead of the organisation's by so many
  /// milliseconds.
  package init(ahead: [Int64] = [0, 0]) async throws {
    let small = try await World.small()
    let folder = try LooseFolder()
    let open = try await SharedRecord.place(small.database, in: folder)
    var worlds: [World] = []
    for ahead in ahead {
      let clock = HandClock(moment: small.clock.now + ahead)
      worlds.append(World(try await open(), clock, units: small.unitsByCode, people: small.peopleByName))
    }
    self.worlds = worlds
    self.folder = folder
  }

  /// Puts a copy of a record where several processes can reach it.
  /// - Returns: how each of them opens it.
  private static func place(
    _ database: any Database,
    in folder: LooseFolder
  ) async throws -> () async throws -> any Database {
    if let database = database as? SQLiteDatabase {
      let path = folder.path + "/record.sqlite"
      try await database.copy(to: path)
      return { try SQLiteDatabase(path: path) }
    }
    guard let copy = try await TestEngine.copy(of: database) as? ServedDatabase else {
      preconditionFailure("not one of ours")
    }
    // It is there for as long as this one is held.
    return { SharedDatabase(try await PostgresDatabase.open(copy.url), beside: copy) }
  }

  deinit {
    for world in worlds { try? world.database.close() }
  }
}

/// Connections of one more process to a database on a server.
private final class SharedDatabase: DatabaseAround {
  let inner: any Database
  private let first: ServedDatabase

  init(_ inner: any Database, beside first: ServedDatabase) {
    self.inner = inner
    self.first = first
  }
}
