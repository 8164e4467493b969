import Foundation

/// The text of a cell as it is taken from a file: trimmed, composed, and looked through.
///
/// People see no difference between a name followed by a space and one without, nor between a letter with
/// its tone in one character or in three. Lists must not either.
enum CellText {
  /// The cell without spaces and no-break spaces around it.
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = bytes.count
    while start < end {
      let width = blankWidth(bytes, at: start, end: end)
      if width == 0 { break }
      start += width
    }
    while end > start {
      if bytes[end - 1] == 0x20 {
        end -= 1
      } else if end - start >= 2, blankWidth(bytes, at: end - 2, end: end) == 2 {
        end -= 2
      } else if end - start >= 3, blankWidth(bytes, at: end - 3, end: end) == 3 {
        end -= 3
      } else {
        break
      }
    }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  /// The bytes of the blank at `index`: a space (1), U+00A0 (2), U+2007, U+202F or U+FEFF (3), or none (0).
  private static func blankWidth(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at index: Int,
    end: Int
  ) -> Int {
    switch bytes[index] {
    case 0x20:
      return 1
    case 0xC2 where end - index >= 2:
      return bytes[index + 1] == 0xA0 ? 2 : 0
    case 0xE2 where end - index >= 3 && bytes[index + 1] == 0x80:
      return bytes[index + 2] == 0x87 || bytes[index + 2] == 0xAF ? 3 : 0
    case 0xEF where end - index >= 3 && bytes[index + 1] == 0xBB:
      return bytes[index + 2] == 0xBF ? 3 : 0
    default:
      return 0
    }
  }

  /// The composed text of `bytes`; `nil` when they are no UTF-8.
  static func composed(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    return mayNeedComposing(bytes) ? text.precomposedStringWithCanonicalMapping : text
  }

  /// Whether a letter outside the ranges known to be composed already occurs.
  ///
  /// Known are ASCII, U+0080…02FF and the Vietnamese letters U+1E00…1EFF, which is nearly every cell.
  static func mayNeedComposing(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0..<0x80: index += 1
      case 0x80..<0xCC: index += 2
      case 0xE1 where index + 1 < bytes.count && (0xB8...0xBB).contains(bytes[index + 1]): index += 3
      default: return true
      }
    }
    return false
  }

  /// The first control character other than tab and line ends, by its number in Unicode.
  static func controlCharacter(in bytes: UnsafeBufferPointer<UInt8>) -> UInt32? {
    var last: UInt8 = 0
    for byte in bytes {
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return UInt32(byte) }
      if byte == 0x7F { return 0x7F }
      if last == 0xC2, byte >= 0x80, byte < 0xA0 { return UInt32(byte) }
      last = byte
    }
    return nil
  }
}
