import Basics
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

extension CivilDate {
  /// PostgreSQL counts days from 1 January 2000, in days since 1970.
  private static let epoch: Int32 = 10_957

  /// The day of PostgreSQL's number.
  init(served number: Int32) {
    self.init(number: number + CivilDate.epoch)
  }

  var served: Int32 { number - CivilDate.epoch }
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
      guard let day = CivilDate(text) else { throw StorageError.constraint("not a day: \(text)") }
      if framed { add(Int32(4)) }
      add(day.served)
      return 4
    case .integer(nil), .text(nil), .bytes(nil), .day(nil):
      if framed { add(Int32(-1)) }
      return nil
    }
  }
}
