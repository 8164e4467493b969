/// A day as spreadsheets count it: a number of days since the beginning of 1900, or of 1904.
///
/// The count from 1900 has a 29 February 1900 that never was, its day 60; every later day is one too many
/// because of it.
enum SerialDay {
  /// The last day a spreadsheet knows, 31 December 9999.
  private static let last = 2_958_465
  private static let neverWas = 60
  /// How many days the count from 1904 is behind the one from 1900.
  private static let behind = 1462

  /// The day as `yyyy-mm-dd`, without the time of day; `nil` when the number stands for no day.
  static func iso(_ serial: Double, from1904: Bool) -> String? {
    guard serial.isFinite, serial >= 0, serial < Double(last + 1) else { return nil }
    var day = Int(serial)
    if from1904 {
      day += behind
    } else if day == 0 || day == neverWas {
      return nil
    }
    guard day <= last else { return nil }
    let (year, month, dayOfMonth) = civil(day < neverWas ? day - 1 : day - 2)
    return String(unsafeUninitializedCapacity: 10) { text in
      write(year, 4, to: text, at: 0)
      text[4] = UInt8(ascii: "-")
      write(month, 2, to: text, at: 5)
      text[7] = UInt8(ascii: "-")
      write(dayOfMonth, 2, to: text, at: 8)
      return 10
    }
  }

  /// The number, counted from 1900, of a day written `yyyy-mm-dd`; `nil` when there is no such day in
  /// spreadsheets.
  static func serial(iso: String) -> Int? {
    let parts = iso.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2] else { return nil }
    let numbers = parts.compactMap { part in
      part.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? part.reduce(0) { $0 * 10 + Int($1) - 0x30 } : nil
    }
    guard numbers.count == 3, numbers[0] >= 1900 else { return nil }
    let count = days(year: numbers[0], month: numbers[1], day: numbers[2])
    guard count >= 0, civil(count) == (numbers[0], numbers[1], numbers[2]) else { return nil }
    return count + 1 < neverWas ? count + 1 : count + 2
  }

  /// The days from 1 January 1900, by the Gregorian calendar.
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let yearFromMarch = month > 2 ? year : year - 1
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let leaps = yearFromMarch / 4 - yearFromMarch / 100 + yearFromMarch / 400
    return yearFromMarch * 365 + leaps + (153 * monthFromMarch + 2) / 5 + day - firstOf1900
  }

  /// 1 January 1900 in days from 1 March of the year 0, counted from 1.
  private static let firstOf1900 = 1899 * 365 + 1899 / 4 - 1899 / 100 + 1899 / 400 + (153 * 10 + 2) / 5 + 1

  /// The date that many days after 1 January 1900.
  private static func civil(_ days: Int) -> (Int, Int, Int) {
    let count = days + firstOf1900 - 1
    let era = count / 146_097
    let dayOfEra = count % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  private static func write(
    _ number: Int,
    _ width: Int,
    to text: UnsafeMutableBufferPointer<UInt8>,
    at start: Int
  ) {
    var rest = number
    for index in stride(from: start + width - 1, through: start, by: -1) {
      text[index] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
      rest /= 10
    }
  }
}
