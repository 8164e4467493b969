/// A value on its way into or out of the record: an integer, a text, bytes or a day, each with its own
/// null, so that an engine always knows the type of what it is given.
package enum SQLValue: Hashable, Sendable {
  case integer(Int64?)
  case text(String?)
  case bytes([UInt8]?)
  /// A day as `2025-09-30`.
  case day(String?)
}

/// Anything that can stand as a value in SQL.
package protocol Bindable {
  var sqlValue: SQLValue { get }
  static var sqlNull: SQLValue { get }
}

extension Int64: Bindable {
  package var sqlValue: SQLValue { .integer(self) }
  package static var sqlNull: SQLValue { .integer(nil) }
}

extension Int: Bindable {
  package var sqlValue: SQLValue { .integer(Int64(self)) }
  package static var sqlNull: SQLValue { .integer(nil) }
}

extension String: Bindable {
  package var sqlValue: SQLValue { .text(self) }
  package static var sqlNull: SQLValue { .text(nil) }
}

extension [UInt8]: Bindable {
  package var sqlValue: SQLValue { .bytes(self) }
  package static var sqlNull: SQLValue { .bytes(nil) }
}

extension Optional: Bindable where Wrapped: Bindable {
  package var sqlValue: SQLValue { self?.sqlValue ?? Wrapped.sqlNull }
  package static var sqlNull: SQLValue { Wrapped.sqlNull }
}

extension SQLValue: Bindable {
  package var sqlValue: SQLValue { self }
  package static var sqlNull: SQLValue { .text(nil) }
}
