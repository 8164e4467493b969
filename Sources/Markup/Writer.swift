extension HTML {
  /// Where the bytes of a page are collected.
  ///
  /// Everything but `markup` escapes or encodes.
  package struct Writer {
    var bytes: [UInt8] = []

    init(reserving capacity: Int) {
      bytes.reserveCapacity(capacity)
    }

    /// Tags, as they stand in the source.
    package mutating func markup(_ literal: StaticString) {
      if literal.hasPointerRepresentation {
        bytes.append(
          contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
        )
      } else {
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
      }
    }

    /// Text, escaped for an element and for a quoted attribute alike.
    package mutating func text(_ text: String) {
      var text = text
      text.withUTF8 { escape($0) }
    }

    package mutating func text(_ text: Substring) {
      var text = text
      text.withUTF8 { escape($0) }
    }

    /// A whole number in ASCII digits, as machines read it: no thousands marked.
    package mutating func number(_ number: Int) {
      if number < 0 { bytes.append(UInt8(ascii: "-")) }
      var rest = number.magnitude
      guard rest > 9 else {
        bytes.append(UInt8(ascii: "0") + UInt8(rest))
        return
      }
      let start = bytes.count
      while rest > 0 {
        bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
        rest /= 10
      }
      bytes[start...].reverse()
    }

    /// A number with one decimal, given in tenths: lengths and places in a drawing.
    package mutating func tenths(_ value: Int) {
      if value < 0 { bytes.append(UInt8(ascii: "-")) }
      let size = Int(value.magnitude)
      number(size / 10)
      guard size % 10 != 0 else { return }
      bytes.append(UInt8(ascii: "."))
      bytes.append(UInt8(ascii: "0") + UInt8(size % 10))
    }

    package mutating func piece(_ piece: HTML) {
      bytes.append(contentsOf: piece.bytes)
    }

    package mutating func write(_ value: some Writable) {
      value.write(into: &self)
    }

    package mutating func path(_ path: Path) {
      escape(path.bytes)
    }

    /// An attribute with a value, with a space before it.
    package mutating func attribute(_ name: StaticString, _ value: String) {
      bytes.append(UInt8(ascii: " "))
      markup(name)
      markup("=\"")
      text(value)
      bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ source: [UInt8]) {
      source.withUnsafeBufferPointer { escape($0) }
    }

    /// Copies runs of plain bytes whole and replaces the five signs that mean something in HTML.
    private mutating func escape(_ source: UnsafeBufferPointer<UInt8>) {
      var start = 0
      var index = 0
      while index < source.count {
        if isSign(source[index]), let entity = entity(for: source[index]) {
          bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
          markup(entity)
          start = index + 1
        }
        index += 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
    }

    /// Whether a byte cannot stand as it is: the bits of the mask are those of 0 and of `"`, `&`, `'`, `<`, `>`.
    private func isSign(_ byte: UInt8) -> Bool {
      byte < 64 && 0x5000_00C4_0000_0001 as UInt64 &>> UInt64(byte) & 1 == 1
    }

    private func entity(for byte: UInt8) -> StaticString? {
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&quot;"
      case UInt8(ascii: "'"): "&#39;"
      case 0: "\u{FFFD}"
      default: nil
      }
    }
  }
}
