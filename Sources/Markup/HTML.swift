/// A piece of a page, as UTF-8 bytes, in which every value was escaped on its way in.
///
/// Pages are written as HTML with values in between. Only what stands in the source is markup: the
/// literal type is `StaticString`, so no text that arrives at run time can become a tag.
///
///     let row: HTML = "<td>\(person.name)</td><td>\(count)</td>"
///     let link: HTML = "<a href=\"\(path: .unit(code))\">\(unit.name)</a>"
///
/// Addresses are written with `path:` alone, which takes a ``Path`` and nothing else.
package struct HTML: Sendable {
  package private(set) var bytes: [UInt8]

  /// Nothing at all.
  package init() {
    bytes = []
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether nothing was written.
  package var isEmpty: Bool { bytes.isEmpty }

  /// The piece as text, for tests and files.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// A piece written step by step, for long tables: no row makes a piece of its own.
  package init(reserving capacity: Int = 256, _ write: (inout Writer) -> Void) {
    var writer = Writer(reserving: capacity)
    write(&writer)
    bytes = writer.bytes
  }

  package mutating func append(_ piece: HTML) {
    bytes.append(contentsOf: piece.bytes)
  }
}

extension HTML: ExpressibleByStringInterpolation {
  package init(stringLiteral literal: StaticString) {
    bytes = literal.withUTF8Buffer { Array($0) }
  }

  package init(stringInterpolation: Interpolation) {
    bytes = stringInterpolation.writer.bytes
  }

  /// Collects the literals of the source and the values between them.
  package struct Interpolation: StringInterpolationProtocol {
    var writer: Writer

    package init(literalCapacity: Int, interpolationCount: Int) {
      writer = Writer(reserving: literalCapacity + interpolationCount * 24)
    }

    package mutating func appendLiteral(_ literal: StaticString) {
      writer.markup(literal)
    }

    /// Text, escaped for an element and for a quoted attribute alike.
    package mutating func appendInterpolation(_ text: String) {
      writer.text(text)
    }

    package mutating func appendInterpolation(text: String) {
      writer.text(text)
    }

    package mutating func appendInterpolation(_ number: Int) {
      writer.number(number)
    }

    package mutating func appendInterpolation(_ piece: HTML) {
      writer.piece(piece)
    }

    /// A piece that may be absent.
    package mutating func appendInterpolation(_ piece: HTML?) {
      if let piece { writer.piece(piece) }
    }

    package mutating func appendInterpolation(_ value: some Writable) {
      value.write(into: &writer)
    }

    /// One piece for each value, in order.
    package mutating func appendInterpolation<Values: Sequence>(
      _ values: Values,
      _ view: (Values.Element) -> HTML
    ) {
      for value in values { writer.piece(view(value)) }
    }

    /// What each value writes, in order, without a piece of its own.
    package mutating func appendInterpolation<Values: Sequence>(
      _ values: Values,
      into write: (Values.Element, inout Writer) -> Void
    ) {
      for value in values { write(value, &writer) }
    }

    /// An address on this site: the only thing that may stand in `href`, `src` and `action`.
    package mutating func appendInterpolation(path: Path) {
      writer.path(path)
    }

    /// An attribute without a value, with a space before it, when the flag is set.
    package mutating func appendInterpolation(flag: Bool, _ name: StaticString) {
      guard flag else { return }
      writer.markup(" ")
      writer.markup(name)
    }

    /// An attribute with a value, with a space before it, when there is a value.
    package mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
      guard let value else { return }
      writer.attribute(name, value)
    }
  }
}

/// A value that knows how it is written into a page: a phrase, a day, a name.
package protocol Writable {
  func write(into writer: inout HTML.Writer)
}
