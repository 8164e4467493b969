/// A statement, or a piece of one, with its values apart from its text.
///
/// Its literals are `StaticString`s: no text made while the program runs can become SQL. A value is
/// interpolated and bound; a fragment is interpolated and becomes part of the text.
///
///     let grown: SQL = "born < \(day)"
///     "SELECT count(*) FROM roll WHERE unit = \(unit) AND \(grown)"
package struct SQL: Sendable, ExpressibleByStringInterpolation {
  package enum Piece: Hashable, Sendable {
    case text(String)
    case value(SQLValue)
  }

  package private(set) var pieces: [Piece]

  package init(stringLiteral value: StaticString) {
    pieces = [.text(value.description)]
  }

  package init(stringInterpolation: Interpolation) {
    pieces = stringInterpolation.pieces
  }

  /// A statement made of the names an engine gave.
  init(shape text: String) {
    pieces = [.text(text)]
  }

  package static let nothing: SQL = ""

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var pieces: [Piece] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(interpolationCount * 2 + 1)
    }

    package mutating func appendLiteral(_ text: StaticString) {
      pieces.append(.text(text.description))
    }

    package mutating func appendInterpolation(_ value: some Bindable) {
      pieces.append(.value(value.sqlValue))
    }

    package mutating func appendInterpolation<Value: Bindable>(_ value: Value?) {
      pieces.append(.value(value?.sqlValue ?? Value.sqlNull))
    }

    package mutating func appendInterpolation(_ fragment: SQL) {
      pieces += fragment.pieces
    }

    /// The name of a table or a column.
    package mutating func appendInterpolation(name: StaticString) {
      pieces.append(.text(name.description))
    }

    /// The names of columns, with commas between them.
    package mutating func appendInterpolation(names: [StaticString]) {
      pieces.append(.text(names.map(\.description).joined(separator: ", ")))
    }
  }

  package static func += (one: inout SQL, other: SQL) {
    one.pieces += other.pieces
  }

  package static func + (one: SQL, other: SQL) -> SQL {
    var sum = one
    sum += other
    return sum
  }

  /// Fragments with `separator` between them.
  package static func join(_ fragments: [SQL], _ separator: SQL) -> SQL {
    var result = SQL.nothing
    for (index, fragment) in fragments.enumerated() {
      if index > 0 { result += separator }
      result += fragment
    }
    return result
  }

  /// The text an engine is given, each value replaced by what `placeholder` gives for its number (from 1),
  /// and the values in order.
  package func rendered(_ placeholder: (Int) -> String) -> (text: String, values: [SQLValue]) {
    var text = ""
    var values: [SQLValue] = []
    text.reserveCapacity(512)
    for piece in pieces {
      switch piece {
      case .text(let literal): text += literal
      case .value(let value):
        values.append(value)
        text += placeholder(values.count)
      }
    }
    return (text, values)
  }
}
