/// The row a query stands on, as an engine gives it: columns from 0.
package protocol RowSource: AnyObject {
  var columnCount: Int { get }
  func isNull(_ column: Int) -> Bool
  func integer(_ column: Int) -> Int64
  func text(_ column: Int) -> String
  func bytes(_ column: Int) -> [UInt8]
  /// The bytes of a text or day while they last, without making a string.
  func withText<Result>(
    _ column: Int,
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result
  /// What type of value stands in the column.
  func type(_ column: Int) -> ColumnType
  /// What stands in the column, whatever its type, for copies.
  func value(_ column: Int) -> SQLValue
}

/// What a column of a row holds.
package enum ColumnType: Sendable {
  case null, integer, text, bytes
}

/// One row of an answer, good only until the next one is asked for.
///
///     db.rows("SELECT id, name FROM …") { row in Unit(id: try row[0], name: try row[1]) }
package struct Row {
  package let source: any RowSource

  package init(_ source: any RowSource) {
    self.source = source
  }

  package subscript<Value: Readable>(_ column: Int) -> Value {
    get throws { try Value.read(self, column) }
  }
}

/// Anything that can be read from a column.
package protocol Readable {
  static func read(_ row: Row, _ column: Int) throws -> Self
}

extension Int64: Readable {
  package static func read(_ row: Row, _ column: Int) throws -> Int64 {
    if row.source.isNull(column) { throw StorageError.unexpectedNull(column: column) }
    return row.source.integer(column)
  }
}

extension Int: Readable {
  package static func read(_ row: Row, _ column: Int) throws -> Int {
    Int(try Int64.read(row, column))
  }
}

extension String: Readable {
  package static func read(_ row: Row, _ column: Int) throws -> String {
    if row.source.isNull(column) { throw StorageError.unexpectedNull(column: column) }
    return row.source.text(column)
  }
}

extension [UInt8]: Readable {
  package static func read(_ row: Row, _ column: Int) throws -> [UInt8] {
    if row.source.isNull(column) { throw StorageError.unexpectedNull(column: column) }
    return row.source.bytes(column)
  }
}

extension Optional: Readable where Wrapped: Readable {
  package static func read(_ row: Row, _ column: Int) throws -> Wrapped? {
    row.source.isNull(column) ? nil : try Wrapped.read(row, column)
  }
}
