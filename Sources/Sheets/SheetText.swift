/// The text of a sheet's cell, in which characters that XML cannot hold are written as `_x000D_`.
enum SheetText {
  /// Whether the text can be taken as it is, but for the spaces around it; so nearly all can.
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var last: UInt8 = 0
    for byte in bytes {
      if byte == 0x78, last == 0x5F { return false }
      if byte == 0x7F || (last == 0xC2 && byte < 0xA0) { return false }
      last = byte
    }
    return !CellText.mayNeedComposing(bytes)
  }

  /// The text as people see it, and the first control character in it.
  static func clean(_ bytes: UnsafeBufferPointer<UInt8>) -> (text: String, control: UInt32?) {
    if isPlain(bytes) { return (String(decoding: CellText.trimmed(bytes), as: UTF8.self), nil) }
    return unescaped(bytes).withUnsafeBufferPointer { unescaped in
      let trimmed = CellText.trimmed(unescaped)
      let text = CellText.composed(trimmed) ?? String(decoding: trimmed, as: UTF8.self)
      return (text, CellText.controlCharacter(in: trimmed))
    }
  }

  /// The text with each `_xHHHH_` as the character it stands for.
  private static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var units: [UInt16] = []
    var index = 0
    while index < bytes.count {
      if let unit = escapedUnit(bytes, at: index) {
        units.append(unit)
        index += 7
        continue
      }
      flush(&units, to: &result)
      result.append(bytes[index])
      index += 1
    }
    flush(&units, to: &result)
    return result
  }

  private static func flush(_ units: inout [UInt16], to result: inout [UInt8]) {
    guard !units.isEmpty else { return }
    result.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
    units.removeAll()
  }

  /// Whether a character is written as `_x000D_` somewhere in the text.
  static func holdsEscape(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.indices.contains { escapedUnit(bytes, at: $0) != nil }
  }

  /// The character, in UTF-16, that is written as `_x000D_` at `index`; `nil` when none is.
  static func escapedUnit(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt16? {
    guard
      index + 7 <= bytes.count,
      bytes[index] == 0x5F, bytes[index + 1] == 0x78, bytes[index + 6] == 0x5F
    else { return nil }
    let digits = bytes[(index + 2)..<(index + 6)]
    guard digits.allSatisfy({ $0 != 0x2B && $0 != 0x2D }) else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
