import GRDB
import GRDBSQLite
import Storage

/// One run of one statement, from its first row to its last.
final class SQLiteRun: RowSource, Storage.Cursor {
  private let kept: Statement
  private let db: GRDB.Database
  private let text: String
  private let handle: OpaquePointer
  private(set) var columnCount = 0
  private var isFinished = false

  init(_ statement: Statement, _ db: GRDB.Database, _ text: String) {
    kept = statement
    handle = statement.sqliteStatement
    self.db = db
    self.text = text
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
    columnCount = Int(sqlite3_column_count(handle))
  }

  deinit { finish() }

  /// Lets go of the statement, once: it may be somebody else's by then.
  func finish() {
    if isFinished { return }
    isFinished = true
    sqlite3_reset(handle)
  }

  func bind(_ values: [SQLValue]) throws {
    for (offset, value) in values.enumerated() {
      let index = Int32(offset + 1)
      let code =
        switch value {
        case .integer(.some(let number)): sqlite3_bind_int64(handle, index, number)
        case .text(.some(let text)), .day(.some(let text)): bind(text, at: index)
        case .bytes(.some(let bytes)): bind(bytes, at: index)
        default: sqlite3_bind_null(handle, index)
        }
      if code != SQLITE_OK { throw failure(code) }
    }
  }

  /// Binds a row whose texts, then whose days, lie one after the other in `texts`, and runs.
  func insert(_ values: [SQLValue], _ texts: UnsafeBufferPointer<UInt8>) throws {
    var text = 0
    var day = values.reduce(0) { if case .text(let text) = $1 { $0 + (text?.utf8.count ?? 0) } else { $0 } }
    for (offset, value) in values.enumerated() {
      let index = Int32(offset + 1)
      let code: Int32
      switch value {
      case .integer(.some(let number)):
        code = sqlite3_bind_int64(handle, index, number)
      case .text(.some(let string)):
        code = bind(texts, text, string.utf8.count, at: index)
        text += string.utf8.count
      case .day(.some(let string)):
        code = bind(texts, day, string.utf8.count, at: index)
        day += string.utf8.count
      case .bytes(.some(let bytes)):
        code = bind(bytes, at: index)
      default:
        code = sqlite3_bind_null(handle, index)
      }
      if code != SQLITE_OK { throw failure(code) }
    }
    try step()
  }

  private func bind(_ texts: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int, at index: Int32) -> Int32
  {
    guard count > 0, let base = texts.baseAddress else {
      return sqlite3_bind_text(handle, index, "", 0, SQLiteRun.transient)
    }
    return (base + start).withMemoryRebound(to: CChar.self, capacity: count) {
      // No destructor: it lasts until the statement has run.
      sqlite3_bind_text(handle, index, $0, Int32(count), nil)
    }
  }

  /// Runs once, for a statement that gives no rows.
  func step() throws {
    let code = sqlite3_step(handle)
    sqlite3_reset(handle)
    if code != SQLITE_DONE, code != SQLITE_ROW { throw failure(code) }
  }

  func next() throws -> Storage.Row? {
    if isFinished { return nil }
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return Storage.Row(self)
    case SQLITE_DONE:
      finish()
      return nil
    case let code:
      let error = failure(code)
      finish()
      throw error
    }
  }

  func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  func integer(_ column: Int) -> Int64 {
    sqlite3_column_int64(handle, Int32(column))
  }

  func text(_ column: Int) -> String {
    withText(column) { String(decoding: $0, as: UTF8.self) }
  }

  func withText<Result>(
    _ column: Int,
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let start = sqlite3_column_text(handle, Int32(column))
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return try body(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  func bytes(_ column: Int) -> [UInt8] {
    guard let start = sqlite3_column_blob(handle, Int32(column)) else { return [] }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  func type(_ column: Int) -> ColumnType {
    switch sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_INTEGER: .integer
    case SQLITE_TEXT: .text
    case SQLITE_NULL: .null
    default: .bytes
    }
  }

  func value(_ column: Int) -> SQLValue {
    switch type(column) {
    case .integer: .integer(integer(column))
    case .text: .text(text(column))
    case .null: .text(nil)
    case .bytes: .bytes(bytes(column))
    }
  }

  private func bind(_ text: String, at index: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        // An empty string has no address of its own; a null one would be NULL.
        guard let start = characters.baseAddress else {
          return sqlite3_bind_text(handle, index, "", 0, SQLiteRun.transient)
        }
        return sqlite3_bind_text(handle, index, start, Int32(characters.count), SQLiteRun.transient)
      }
    }
  }

  private func bind(_ bytes: [UInt8], at index: Int32) -> Int32 {
    if bytes.isEmpty { return sqlite3_bind_zeroblob(handle, index, 0) }
    return bytes.withUnsafeBytes {
      sqlite3_bind_blob(handle, index, $0.baseAddress, Int32($0.count), SQLiteRun.transient)
    }
  }

  /// SQLite's mark for "copy what is bound": a cast in C, so not imported.
  private static var transient: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  private func failure(_ code: Int32) -> StorageError {
    let message = sqlite3_errmsg(db.sqliteConnection).map { String(cString: $0) }
    let extended = sqlite3_extended_errcode(db.sqliteConnection)
    return StorageError(
      DatabaseError(resultCode: ResultCode(rawValue: extended), message: message, sql: text)
    )
  }
}

/// Many rows for one table through one prepared statement.
///
/// The texts of a row are laid side by side in one buffer that lasts until the row is in: SQLite need not
/// copy them.
final class SQLiteInserter: Inserter {
  private let run: SQLiteRun
  private var texts: [UInt8] = []

  init(_ run: SQLiteRun) {
    self.run = run
  }

  func insert(_ values: [SQLValue]) throws {
    texts.removeAll(keepingCapacity: true)
    for case .text(.some(let text)) in values { texts.append(contentsOf: text.utf8) }
    for case .day(.some(let day)) in values { texts.append(contentsOf: day.utf8) }
    try texts.withUnsafeBufferPointer { try run.insert(values, $0) }
  }
}
