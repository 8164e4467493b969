import GRDB
package import Storage

/// Room for work of the moment in a file that SQLite deletes by itself; its pages stay in memory while
/// they fit.
package final class SQLiteScratchpad: Scratchpad {
  private let queue: DatabaseQueue

  package init() throws {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536")
    }
    queue = try DatabaseQueue(path: "", configuration: configuration)
  }

  package func use<Value>(_ body: (any Connection) throws -> Value) throws -> Value {
    do {
      return try queue.write { db in try body(SQLiteConnection(db)) }
    } catch let error as DatabaseError {
      throw StorageError(error)
    }
  }
}
