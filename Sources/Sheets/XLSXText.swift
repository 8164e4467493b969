/// The text of a cell as a book must hold it.
enum XLSXText {
  /// The text with what a book would take for an escaped character, `_x0041_`, escaped itself.
  static func escaped(_ text: String) -> String {
    var text = text
    guard text.withUTF8({ SheetText.holdsEscape($0) }) else { return text }
    var result: [UInt8] = []
    text.withUTF8 { bytes in
      for index in bytes.indices {
        if SheetText.escapedUnit(bytes, at: index) != nil { result.append(contentsOf: "_x005F".utf8) }
        result.append(bytes[index])
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The first character that no book can hold: U+0000, U+FFFE or U+FFFF.
  static func forbidden(in text: String) -> UInt32? {
    var text = text
    return text.withUTF8 { bytes in
      var earlier: (UInt8, UInt8) = (0, 0)
      for byte in bytes {
        if byte == 0 { return 0 }
        if byte >= 0xBE, earlier == (0xEF, 0xBF) { return 0xFFC0 + UInt32(byte) - 0x80 }
        earlier = (earlier.1, byte)
      }
      return nil
    }
  }
}
