import Glibc

/// A number of a sheet as people read it: digits, never an exponent, and no more of them than the
/// spreadsheet shows.
///
///     NumberText.plain("1.23456789012E+11")      // 123456789012
///     NumberText.plain("0.30000000000000004")    // 0.3
enum NumberText {
  /// The digits a spreadsheet keeps of a number.
  private static let digits = 15

  /// The number written plainly; as it is when it is no number.
  static func plain(_ text: String) -> String {
    if let whole = wholeDigits(text) { return whole }
    guard let value = Double(text), value.isFinite else { return text }
    if value == 0 { return "0" }
    return expanded(value)
  }

  /// Whether the number is one to fifteen digits that can be taken as they are.
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, first != 0x30 || bytes.count == 1 else { return false }
    return bytes.count <= digits && bytes.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// The digits of a whole number in plain writing, without zeros before it.
  private static func wholeDigits(_ text: String) -> String? {
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    let digits = text.utf8.dropFirst(isNegative ? 1 : 0)
    guard !digits.isEmpty, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    let significant = digits.drop { $0 == 0x30 }
    guard !significant.isEmpty else { return "0" }
    return (isNegative ? "-" : "") + String(decoding: significant, as: UTF8.self)
  }

  private static func expanded(_ value: Double) -> String {
    var buffer = [CChar](repeating: 0, count: 40)
    _ = withVaList([Int32(digits - 1), abs(value)]) { vsnprintf(&buffer, buffer.count, "%.*e", $0) }
    let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    guard let mark = bytes.firstIndex(of: UInt8(ascii: "e")) else { return "\(value)" }
    var shown = bytes[..<mark].filter { $0 >= 0x30 && $0 <= 0x39 }
    let exponent = Int(String(decoding: bytes[(mark + 1)...], as: UTF8.self)) ?? 0
    while shown.last == 0x30 { shown.removeLast() }
    let zero = UInt8(ascii: "0")
    if exponent < 0 { shown.insert(contentsOf: repeatElement(zero, count: -exponent), at: 0) }
    let whole = max(exponent, 0) + 1
    if shown.count < whole { shown.append(contentsOf: repeatElement(zero, count: whole - shown.count)) }
    if shown.count > whole { shown.insert(UInt8(ascii: "."), at: whole) }
    return (value < 0 ? "-" : "") + String(decoding: shown, as: UTF8.self)
  }
}
