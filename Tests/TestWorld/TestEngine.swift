import Glibc
import PostgresStorage
import SQLiteStorage
package import Storage
import Synchronization

/// The engine on which the tests run: SQLite in memory, or the PostgreSQL server that the environment names.
package enum TestEngine {
  /// The address of a server on which databases may be made, when the tests are to run on one.
  package static let server: String? = getenv("CHIBO_TEST_POSTGRES").map { String(cString: $0) }

  package static var isServed: Bool { server != nil }

  private static let count = Mutex(0)

  /// An empty database of one test's own.
  package static func empty(_ name: String) async throws -> any Database {
    guard let server else { return try SQLiteDatabase(inMemory: name) }
    let url = try address(on: server)
    return ServedDatabase(try await PostgresDatabase.open(url, create: true, readers: 2), url)
  }

  /// A database that begins as a copy of another one.
  ///
  /// It watches that a row refers only to what is there, unless a test is to plant one that does not.
  package static func copy(
    of database: any Database,
    watchesReferences: Bool = true
  ) async throws -> any Database {
    if let database = database as? ServedDatabase {
      let url = try address(on: database.url)
      let copy = ServedDatabase(try await database.copied(to: url), url)
      if !watchesReferences { try await copy.forgetReferences() }
      return copy
    }
    guard let database = database as? SQLiteDatabase else { preconditionFailure("not one of ours") }
    return try SQLiteDatabase(
      inMemory: "world",
      copyOf: database,
      watchesReferences: watchesReferences
    )
  }

  /// The address of a database on the same server that nobody has.
  private static func address(on server: String) throws -> String {
    let number = count.withLock { count in
      count += 1
      return count
    }
    let halves = server.split(separator: "?", maxSplits: 1)
    guard let slash = halves[0].lastIndex(of: "/") else { throw StorageError.missing(server) }
    let place = "\(halves[0][..<slash])/t\(getpid())_\(number)"
    return halves.count == 2 ? "\(place)?\(halves[1])" : place
  }
}

/// A database on a server that is removed with the last who holds it.
package final class ServedDatabase: DatabaseAround {
  private let served: PostgresDatabase
  package let url: String

  init(_ served: PostgresDatabase, _ url: String) {
    self.served = served
    self.url = url
  }

  deinit {
    let (served, url) = (served, url)
    Task.detached {
      try? served.close()
      try? await PostgresDatabase.remove(url)
    }
  }

  package var inner: any Database { served }

  fileprivate func copied(to url: String) async throws -> PostgresDatabase {
    try await served.copied(to: url, readers: 2)
  }

  /// Lets rows refer to what is not there.
  fileprivate func forgetReferences() async throws {
    try await write { db in
      _ = try db.execute(
        """
        DO $$ DECLARE found record; BEGIN
          FOR found IN SELECT t.relname AS place, k.conname AS name
            FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid WHERE k.contype = 'f'
          LOOP EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I', found.place, found.name); END LOOP;
        END $$
        """
      )
    }
  }
}
