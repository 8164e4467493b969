/// What stands between the cells of a text list: offices save with a comma, a semicolon, or a tab.
enum Delimiter: UInt8, CaseIterable {
  case comma = 0x2C
  case semicolon = 0x3B
  case tab = 0x09

  /// The delimiter that occurs most often, outside quotes, in the first line that is not blank.
  ///
  /// A comma when none occurs; `nil` when `text` ends before that line does, and is not complete.
  static func detected(in text: UnsafeBufferPointer<UInt8>, complete: Bool) -> Delimiter? {
    var counts: [UInt8: Int] = [:]
    var inQuotes = false
    var hasText = false
    var cellHasText = false
    for byte in text {
      switch byte {
      case UInt8(ascii: "\"") where inQuotes || !cellHasText:
        inQuotes.toggle()
        hasText = true
      case 0x0A, 0x0D:
        if hasText, !inQuotes { return mostFrequent(counts) }
      case comma.rawValue, semicolon.rawValue, tab.rawValue:
        if !inQuotes { counts[byte, default: 0] += 1 }
        cellHasText = false
      case 0x20:
        continue
      default:
        hasText = true
        cellHasText = true
      }
    }
    return complete ? mostFrequent(counts) : nil
  }

  private static func mostFrequent(_ counts: [UInt8: Int]) -> Delimiter {
    var best = Delimiter.comma
    func count(_ delimiter: Delimiter) -> Int { counts[delimiter.rawValue, default: 0] }
    for delimiter in allCases where count(delimiter) > count(best) { best = delimiter }
    return best
  }
}
