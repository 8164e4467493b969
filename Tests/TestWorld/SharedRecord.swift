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
    worlds = try ahead.map { ahead in
      World(
        try open(),
        HandClock(moment: small.clock.now + ahead),
        units: small.unitsByCode,
        people: small.peopleByName
      )
    }
    self.folder = folder
  }

  /// Puts a copy of a record where several processes can reach it.
  /// - Returns: how each of them opens it.
  private static func place(
    _ database: any Database,
    in folder: LooseFolder
  ) async throws -> () throws -> SQLiteDatabase {
    let path = folder.path + "/record.sqlite"
    try await database.copy(to: path)
    return { try SQLiteDatabase(path: path) }
  }

  deinit {
    for world in worlds { try? world.database.close() }
  }
}
