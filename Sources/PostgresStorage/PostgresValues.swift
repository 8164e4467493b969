import CLibPQ
import Storage

/// PostgreSQL's numbers for the types of the common dialect, and its binary form of their values.
enum PostgresType {
  static let integer: Oid = 20
  static let text: Oid = 25
  static let bytes: Oid = 17
  static let day: Oid = 1082

  static func of(_ value: SQLValue) -> Oid {
    switch value {
    case .integer: integer
    case .text: text
    case .bytes: bytes
    case .day: day
    }
  }

  /// What a column of an answer holds; `nil` for what the common dialect does not know.
  static func kind(_ type: Oid) -> TableShape.Kind? {
    switch type {
    // bigint, integer, smallint, boolean
    case 20, 23, 21, 16: .integer
    // text, varchar, bpchar, name, unknown
    case 25, 1043, 1042, 19, 705: .text
    case 17: .bytes
    case 1082: .day
    default: nil
    }
  }
}

/// Days as PostgreSQL counts them: from 1 January 2000.
enum PostgresDay {
  /// 1 January 2000, counted from 1 March of the year 0.
  private static let epoch = 730_425

  /// The number of a day written as `2025-09-30`; `nil` when it does not exist.
  static func number(_ text: String) -> Int32? {
    let digits = Array(text.utf8)
    guard digits.count == 10, digits[4] == 45, digits[7] == 45 else { return nil }
    func value(_ range: Range<Int>) -> Int? {
      var sum = 0
      for index in range {
        guard (48...57).contains(digits[index]) else { return nil }
        sum = sum * 10 + Int(digits[index] - 48)
      }
      return sum
    }
    guard let year = value(0..<4), let month = value(5..<7), let day = value(8..<10) else { return nil }
    let number = count(year, month, day)
    guard written(number).elementsEqual(digits) else { return nil }
    return number
  }

  /// A day of the calendar counted from 1 January 2000.
  private static func count(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
    // A year that begins in March has its leap day at its end.
    let shifted = month > 2 ? year : year - 1
    let months = (month + 9) % 12
    let (century, rest) = (shifted / 400, shifted % 400)
    let ofYear = (153 * months + 2) / 5 + day - 1
    return Int32(century * 146_097 + rest * 365 + rest / 4 - rest / 100 + ofYear - epoch)
  }

  /// A day's number written as `2025-09-30`.
  static func written(_ number: Int32) -> [UInt8] {
    let days = Int(number) + epoch
    let century = days >= 0 ? days / 146_097 : (days - 146_096) / 146_097
    let rest = days - century * 146_097
    let year = (rest - rest / 1460 + rest / 36_524 - rest / 146_096) / 365
    let ofYear = rest - (365 * year + year / 4 - year / 100)
    let months = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * months + 2) / 5 + 1
    let month = months < 10 ? months + 3 : months - 9
    let full = year + century * 400 + (month <= 2 ? 1 : 0)
    func digit(_ value: Int) -> UInt8 { UInt8(truncatingIfNeeded: 48 + value % 10) }
    return [
      digit(full / 1000), digit(full / 100), digit(full / 10), digit(full), 45, digit(month / 10),
      digit(month),
      45, digit(day / 10), digit(day),
    ]
  }
}

/// Values in PostgreSQL's binary form, one after the other.
struct PostgresBytes {
  private(set) var bytes: [UInt8] = []

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func add(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Adds a value, with its length before it when asked.
  /// - Returns: its length; `nil` for a null.
  @discardableResult
  mutating func add(_ value: SQLValue, framed: Bool, as kind: TableShape.Kind? = nil) throws -> Int? {
    switch value {
    case .integer(.some(let number)):
      if framed { add(Int32(8)) }
      add(number)
      return 8
    case .text(.some(let text)):
      if kind == .day { return try add(.day(text), framed: framed) }
      let count = text.utf8.count
      if framed { add(Int32(count)) }
      bytes.append(contentsOf: text.utf8)
      return count
    case .bytes(.some(let data)):
      if framed { add(Int32(data.count)) }
      bytes += data
      return data.count
    case .day(.some(let text)):
      guard let number = PostgresDay.number(text) else {
        throw StorageError.constraint("not a day: \(text)")
      }
      if framed { add(Int32(4)) }
      add(number)
      return 4
    case .integer(nil), .text(nil), .bytes(nil), .day(nil):
      if framed { add(Int32(-1)) }
      return nil
    }
  }
}
