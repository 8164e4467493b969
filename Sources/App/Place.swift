import Glibc
import PostgresStorage
import Records
import SQLiteStorage
import Storage

/// Where a record is, as the person at the console names it: the path of a file, or the address of a server.
///
/// The only place that knows that there are two engines.
enum Place {
  case file(String)
  case server(String)

  init(_ text: String) {
    self = PostgresDatabase.isAddress(text) ? .server(text) : .file(text)
  }

  /// Whether there is anything at this place.
  func exists() async throws -> Bool {
    switch self {
    case .file(let path): access(path, F_OK) == 0
    case .server(let url): try await PostgresDatabase.exists(url)
    }
  }

  /// The database at this place.
  func open(readers: Int = 4) async throws -> any Database {
    switch self {
    case .file(let path): try SQLiteDatabase(path: path, readers: readers)
    case .server(let url): try await PostgresDatabase.open(url, readers: readers)
    }
  }

  /// The database at this place, only to be read.
  func openReading() async throws -> any Database {
    switch self {
    case .file(let path): try SQLiteDatabase(reading: path)
    case .server(let url): try await PostgresDatabase.open(url, readers: 1)
    }
  }

  /// A new, empty database at this place.
  func make() async throws -> any Database {
    switch self {
    case .file(let path): try SQLiteDatabase(path: path, create: true)
    case .server(let url): try await PostgresDatabase.open(url, create: true)
    }
  }

  /// A new record that nobody can use before it is finished.
  func build() async throws -> NewRecord {
    switch self {
    case .file(let path):
      let database = try SQLiteDatabase(building: path)
      return NewRecord(
        database: database,
        finish: { try database.finish() },
        abandon: { database.abandon() }
      )
    case .server(let url):
      let database = try await PostgresDatabase.build(url)
      return NewRecord(
        database: database,
        finish: { try await database.finish() },
        abandon: { await database.abandon() }
      )
    }
  }

  /// Writes a copy of a record to a new file, as of one moment, while it is used.
  static func copy(_ database: any Database, to path: String) async throws {
    if let database = database as? SQLiteDatabase { return try await database.copy(to: path) }
    if access(path, F_OK) == 0 { throw StorageError.cannotOpen(path, reason: "exists") }
    try await Place.file(path).build().filled { copy in
      let proof = try await MoveRecord(from: database, to: copy).run(on: Clock.system.today) { _ in }
      guard proof.differences.isEmpty else { throw Failure.refused(proof.differences) }
    }
  }

  /// Room for work of the moment, on this machine, whatever the engine of the record.
  static func scratch() throws -> any Scratchpad { try SQLiteScratchpad() }
}

/// A record in the making: finished, it is there; given up, it leaves nothing.
struct NewRecord {
  let database: any Database
  let finish: () async throws -> Void
  let abandon: () async -> Void

  /// Fills the record and finishes it; whatever is thrown on the way, nothing of it stays.
  func filled<Value>(_ fill: (any Database) async throws -> Value) async throws -> Value {
    do {
      let value = try await fill(database)
      try await finish()
      return value
    } catch {
      await abandon()
      throw error
    }
  }
}
