package import Storage

/// The served engine: a record on a PostgreSQL server, for several processes and machines.
///
/// Readers each see one state of the record. Writers take one lock before anything else, so that there is one at
/// a time over all processes, and the sequence of the journal is the order in which they committed.
package final class PostgresDatabase: Database {
  package let address: String
  let place: PostgresAddress
  private let readers: PostgresLanes
  let writers: PostgresLanes

  /// Whether the database itself was made for what is being built in it.
  let isMade: Bool

  /// Whether an address is one of a server.
  package static func isAddress(_ text: String) -> Bool {
    text.hasPrefix("postgres://") || text.hasPrefix("postgresql://")
  }

  init(_ place: PostgresAddress, readers: Int, isMade: Bool = false) {
    self.place = place
    self.isMade = isMade
    address = place.shown
    self.readers = PostgresLanes(place, most: readers, waits: true)
    // A second one, so that somebody who waits for the lock too long is told so.
    writers = PostgresLanes(place, most: 2, waits: true)
  }

  /// Connects to the database of an address.
  ///
  ///
  /// `url`: as libpq takes it, `postgres://user@host/name?…`; several hosts for a primary and its standbys.
  /// `create`: whether a database that is not there is made.
  /// `readers`: how many may read at once.
  package static func open(
    _ url: String,
    create: Bool = false,
    readers: Int = 4
  ) async throws -> PostgresDatabase {
    let place = try PostgresAddress(url)
    if try await !isThere(place) {
      guard create else { throw StorageError.missing(place.shown) }
      try await PostgresDatabase.make(place)
    }
    let database = PostgresDatabase(place, readers: readers)
    if !create {
      let isEmpty: Bool
      do {
        isEmpty = try await database.read { try $0.tables().isEmpty }
      } catch {
        try database.close()
        throw error
      }
      if isEmpty {
        try database.close()
        throw StorageError.missing(place.shown)
      }
    }
    return database
  }

  /// Whether a server has a record, or anything else, under this address.
  package static func exists(_ url: String) async throws -> Bool {
    let place = try PostgresAddress(url)
    guard try await isThere(place) else { return false }
    let database = PostgresDatabase(place, readers: 1)
    defer { try? database.close() }
    return try await database.read { try !$0.tables().isEmpty }
  }

  /// The key of the lock that writers of a record take.
  private static let begin = """
    BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock(x'636869626f'::bigint)
    """

  package func read<Value: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value {
    try await readers.run { lane in
      try lane.transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", isLasting: false) { link in
        try body(PostgresConnection(link))
      }
    }
  }

  package func write<Value: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value {
    try await writers.run { lane in
      try lane.transaction(PostgresDatabase.begin, isLasting: true) { link in
        let connection = PostgresConnection(link)
        let value = try body(connection)
        try connection.flush()
        return value
      }
    }
  }

  package func close() throws {
    readers.close()
    writers.close()
  }
}
