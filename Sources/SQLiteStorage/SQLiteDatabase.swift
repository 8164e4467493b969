import GRDB
import GRDBSQLite
import Glibc
package import Storage

package import struct Storage.SQL

/// The embedded engine: a record in one file, without a server.
///
/// GRDB keeps the connections (one writer, a few readers, write-ahead log) and their transactions;
/// statements run on SQLite's own interface, which is several times quicker for many rows.
package final class SQLiteDatabase: Storage.Database {
  package let address: String
  private let writer: any DatabaseWriter

  /// Opens the file at `path`.
  ///
  ///
  /// `path`: where the file is, or is to be.
  /// `create`: whether a file that is not there is made.
  /// `readers`: how many may read at once.
  package init(path: String, create: Bool = false, readers: Int = 4) throws {
    address = path
    part = nil
    if !create, access(path, F_OK) != 0 { throw StorageError.missing(path) }
    try SQLiteDatabase.demandWritable(path)
    var configuration = SQLiteDatabase.configuration
    configuration.maximumReaderCount = readers
    do {
      writer = try DatabasePool(path: path, configuration: configuration)
    } catch {
      throw SQLiteDatabase.opening(path, error)
    }
  }

  /// Opens the file at `path` to read it, and never writes into it.
  package init(reading path: String) throws {
    address = path
    part = nil
    if access(path, F_OK) != 0 { throw StorageError.missing(path) }
    if access(path, R_OK) != 0 { throw StorageError.cannotOpen(path, reason: "permission") }
    var configuration = SQLiteDatabase.configuration
    configuration.readonly = true
    do {
      writer = try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      throw SQLiteDatabase.opening(path, error)
    }
  }

  /// A database that lives in memory and ends with the process, for tests.
  package init(inMemory name: String) throws {
    address = name
    part = nil
    writer = try DatabaseQueue(configuration: SQLiteDatabase.configuration)
  }

  /// A database in memory that begins as a copy of another one, for tests.
  ///
  /// It watches that a row refers only to what is there, unless a test is to plant one that does not.
  package init(
    inMemory name: String,
    copyOf template: SQLiteDatabase,
    watchesReferences: Bool = true
  ) throws {
    address = name
    part = nil
    var configuration = SQLiteDatabase.configuration
    configuration.foreignKeysEnabled = watchesReferences
    let queue = try DatabaseQueue(configuration: configuration)
    try template.writer.backup(to: queue)
    writer = queue
  }

  /// A new record that is built beside its place and put there when it is finished: nobody sees it half
  /// done, so that nothing need be written twice.
  ///
  /// Given up, it leaves nothing.
  package init(building path: String) throws {
    address = path
    part = path + ".part"
    if access(path, F_OK) == 0 { throw StorageError.cannotOpen(path, reason: "exists") }
    try SQLiteDatabase.demandWritable(path)
    SQLiteDatabase.remove(path + ".part")
    var configuration = Configuration()
    // Looked at once, at the end, over everything.
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { db in
      try db.execute(
        sql: "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -131072"
      )
      try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
    }
    do {
      writer = try DatabaseQueue(path: path + ".part", configuration: configuration)
    } catch {
      SQLiteDatabase.remove(path + ".part")
      throw SQLiteDatabase.opening(path, error)
    }
  }

  /// Where a record stands while it is built; `nil` for one that is there.
  private let part: String?

  /// Puts a record that was built into its place, on the disk.
  package func finish() throws {
    guard let part else { return }
    do {
      try writer.writeWithoutTransaction { db in try db.checkForeignKeys() }
    } catch let error as DatabaseError {
      throw StorageError(error)
    }
    try writer.close()
    try SQLiteDatabase.place(part, at: address)
  }

  /// Gives up a record that was being built.
  package func abandon() {
    guard let part else { return }
    try? writer.close()
    SQLiteDatabase.remove(part)
  }

  /// Removes a file that nobody uses, with whatever SQLite left beside it.
  package static func remove(_ path: String) {
    for suffix in ["", "-journal", "-wal", "-shm"] { unlink(path + suffix) }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { db in
      // FULL: a deed that was answered is on the disk. The cache is per connection: small.
      try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -8192")
      try db.execute(sql: "PRAGMA recursive_triggers = OFF")
    }
    return configuration
  }

  package func read<Value: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value {
    do {
      return try await writer.read { db in try body(SQLiteConnection(db)) }
    } catch let error as DatabaseError {
      throw StorageError(error)
    }
  }

  package func write<Value: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value {
    do {
      return try await writer.write { db in
        let connection = SQLiteConnection(db)
        defer { connection.forgetBulk() }
        return try body(connection)
      }
    } catch let error as DatabaseError {
      throw StorageError(error)
    }
  }

  package func close() throws {
    if let pool = writer as? DatabasePool {
      // The file alone is then the whole record, unless somebody else uses it: the last one sees to it.
      pool.writeWithoutTransaction { db in _ = try? db.checkpoint(.truncate) }
    }
    try writer.close()
  }

  package func copy(to address: String) async throws {
    if access(address, F_OK) == 0 { throw StorageError.cannotOpen(address, reason: "exists") }
    // Written beside its place, so that what stands under its name is whole.
    let part = address + ".copy"
    SQLiteDatabase.remove(part)
    defer { SQLiteDatabase.remove(part) }
    do {
      let target = try DatabaseQueue(path: part)
      defer { try? target.close() }
      try writer.backup(to: target)
      // One plain file: no log beside it.
      try await target.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA journal_mode = DELETE")
      }
    } catch {
      throw SQLiteDatabase.opening(address, error)
    }
    try SQLiteDatabase.place(part, at: address)
  }

  /// Puts a finished file into its place, on the disk.
  private static func place(_ part: String, at address: String) throws {
    let descriptor = open(part, O_RDONLY)
    guard descriptor >= 0, fsync(descriptor) == 0, Glibc.close(descriptor) == 0, rename(part, address) == 0
    else {
      throw StorageError.cannotOpen(address, reason: String(cString: strerror(errno)))
    }
  }

  private static func demandWritable(_ path: String) throws {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/"
    )
    let place = folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder
    if access(place, F_OK) != 0 { throw StorageError.cannotOpen(path, reason: "folder") }
    if access(place, W_OK) != 0 { throw StorageError.cannotOpen(path, reason: "permission") }
    if access(path, F_OK) == 0, access(path, R_OK | W_OK) != 0 {
      throw StorageError.cannotOpen(path, reason: "permission")
    }
  }

  private static func opening(_ path: String, _ error: any Error) -> StorageError {
    guard let error = error as? DatabaseError else {
      return (error as? StorageError) ?? .cannotOpen(path, reason: "\(error)")
    }
    return switch StorageError(error) {
    case .corrupt, .notADatabase: .notADatabase(path)
    case .engine(_, let message, _): .cannotOpen(path, reason: message)
    case let known: known
    }
  }
}

extension StorageError {
  /// What SQLite said, in our words.
  init(_ error: DatabaseError) {
    let message = error.message ?? ""
    self =
      switch error.resultCode {
      case .SQLITE_FULL: .full
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
      case .SQLITE_READONLY: .readOnly
      case .SQLITE_CONSTRAINT: .constraint(message)
      case .SQLITE_CORRUPT: .corrupt(message)
      case .SQLITE_NOTADB: .notADatabase("")
      case .SQLITE_IOERR where message.contains("full"): .full
      default: .engine(code: Int(error.extendedResultCode.rawValue), message: message, sql: error.sql ?? "")
      }
  }
}
