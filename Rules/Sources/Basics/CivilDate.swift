/// A day of the calendar, without a time or a time zone.
///
/// Everything the organisation records happens on a day: a ceremony, a decision, the first day of a
/// new name. A day is an argument everywhere; nothing here knows what today is.
///
///     let day = CivilDate(year: 2024, month: 2, day: 29)!
///     day.adding(months: 12)   // 2025-02-28
///     "\(day)"                 // "2024-02-29"
@frozen
public struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970.
  public let number: Int32

  /// The day so many days after 1 January 1970.
  @inlinable
  public init(number: Int32) {
    self.number = number
  }

  /// A day by its parts, `nil` when the calendar has no such day or the year is not 1 … 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard day >= 1, day <= CivilDate.days(inMonth: month, of: year) else { return nil }
    self.init(number: CivilDate.number(year, month, day))
  }

  /// The first day there is, 1 January of the year 1: "since always".
  public static let earliest = CivilDate(number: number(1, 1, 1))
  /// The last day that can be written, 31 December 9999.
  public static let latest = CivilDate(number: number(9999, 12, 31))

  @inlinable
  public static func < (one: CivilDate, other: CivilDate) -> Bool {
    one.number < other.number
  }

  /// The day so many days later, or earlier for a negative count, held within the years 1 … 9999.
  @inlinable
  public func adding(days: Int) -> CivilDate {
    let sum = Int(number) + days
    return CivilDate(number: Int32(clamping: min(max(sum, -719_162), 2_932_896)))
  }

  /// The same day of a later (or earlier) month, or that month's last day where it is shorter.
  public func adding(months: Int) -> CivilDate {
    let (year, month, day) = parts
    let index = year * 12 + (month - 1) + months
    let newYear = index >= 0 ? index / 12 : (index - 11) / 12
    let newMonth = index - newYear * 12 + 1
    guard newYear >= 1 else { return .earliest }
    guard newYear <= 9999 else { return .latest }
    let last = CivilDate.days(inMonth: newMonth, of: newYear)
    return CivilDate(number: CivilDate.number(newYear, newMonth, min(day, last)))
  }

  /// How many days lie between, positive when `other` is later.
  @inlinable
  public func days(until other: CivilDate) -> Int {
    Int(other.number) - Int(number)
  }

  /// Year, month and day of the month.
  public var parts: (year: Int, month: Int, day: Int) {
    // Days counted in eras of 400 years that begin on 1 March, so that the leap day comes last.
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  public var year: Int { parts.year }

  /// How many whole years have passed since `birth` on this day.
  public func years(since birth: CivilDate) -> Int {
    let (year, month, day) = parts
    let (birthYear, birthMonth, birthDay) = birth.parts
    let reached = (month, day) >= (birthMonth, birthDay)
    return year - birthYear - (reached ? 0 : 1)
  }

  /// The first day of this day's year.
  public var startOfYear: CivilDate {
    CivilDate(number: CivilDate.number(parts.year, 1, 1))
  }

  /// The number of days in a month, leap years counted.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }
}

extension CivilDate: LosslessStringConvertible {
  /// Reads `2025-09-30`, and nothing else.
  public init?(_ text: some StringProtocol) {
    var text = String(text)
    let day: CivilDate? = text.withUTF8 { CivilDate(iso: $0) }
    guard let day else { return nil }
    self = day
  }

  /// Reads the ten bytes of `2025-09-30`.
  public init?(iso bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 10, bytes[4] == 45, bytes[7] == 45 else { return nil }
    func digits(_ range: Range<Int>) -> Int? {
      var value = 0
      for index in range {
        let digit = Int(bytes[index]) - 48
        guard (0...9).contains(digit) else { return nil }
        value = value * 10 + digit
      }
      return value
    }
    guard let year = digits(0..<4), let month = digits(5..<7), let day = digits(8..<10) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads a day as lists write it: `2025-09-30` or `30/9/2025`.
  public init?(list text: some StringProtocol) {
    if let day = CivilDate(text) {
      self = day
      return
    }
    let pieces = text.split(separator: "/", omittingEmptySubsequences: false)
    guard pieces.count == 3, pieces[0].count <= 2, pieces[1].count <= 2, pieces[2].count == 4 else {
      return nil
    }
    guard let day = Int(digits: pieces[0]), let month = Int(digits: pieces[1]),
      let year = Int(digits: pieces[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// `2025-09-30`.
  public var description: String {
    String(unsafeUninitializedCapacity: 10) { buffer in
      writeISO(into: buffer)
      return 10
    }
  }

  /// Writes the ten bytes of `2025-09-30` to the start of `buffer`.
  public func writeISO(into buffer: UnsafeMutableBufferPointer<UInt8>) {
    let (year, month, day) = parts
    func put(_ value: Int, at index: Int) {
      buffer[index] = UInt8(48 + value / 10)
      buffer[index + 1] = UInt8(48 + value % 10)
    }
    put(year / 100, at: 0)
    put(year % 100, at: 2)
    buffer[4] = 45
    put(month, at: 5)
    buffer[7] = 45
    put(day, at: 8)
  }
}

extension Int {
  /// A whole number written in ASCII digits only: no sign, no spaces.
  public init?(digits text: some StringProtocol) {
    guard !text.isEmpty, text.utf8.count <= 18, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    self.init(text)
  }
}
