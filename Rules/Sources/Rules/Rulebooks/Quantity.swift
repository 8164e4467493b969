public import Basics

/// A number that a rule reads: counts, points, shares and sums, exact to a millionth.
///
/// A rule compares at the bound itself (12 of 40 is 30 %, and 30 % is enough), so numbers are never
/// binary fractions. What has more than six decimals keeps a last digit that is odd: such a number is
/// never equal to a bound, and lies on the right side of it.
///
///     Quantity("27.5")! < Quantity(30)   // true
///     Quantity("1/3")                    // nil: a number as it is written in a list, nothing else
public struct Quantity: Hashable, Comparable, Sendable {
  /// How many millionths it is.
  public let millionths: Int64

  public init(millionths: Int64) {
    self.millionths = millionths
  }

  /// A whole number, held within what can be written.
  public init(_ whole: Int) {
    self.init(clamping: Int128(whole) * Int128(Quantity.unit))
  }

  /// The largest number there is; what would be more stays here.
  public static let largest = Quantity(millionths: .max)

  public static let zero = Quantity(millionths: 0)

  static let unit: Int64 = 1_000_000

  /// Reads `-12`, `27.5` or `1e3`; `nil` for anything else, and for what is too large to be exact.
  public init?(_ text: some StringProtocol) {
    var rest = text.utf8[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    while let byte = rest.first {
      rest = rest.dropFirst()
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte - UInt8(ascii: "0"))
      case UInt8(ascii: ".") where point == nil && !digits.isEmpty && !rest.isEmpty: point = digits.count
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        let isSmall = rest.first == UInt8(ascii: "-")
        if isSmall || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        guard rest.count <= 4, let power = Int(digits: String(decoding: rest, as: UTF8.self)) else {
          return nil
        }
        exponent = isSmall ? -power : power
        rest = rest.dropFirst(rest.count)
      default: return nil
      }
    }
    guard !digits.isEmpty, digits.count <= 400, point != digits.count else { return nil }
    // The place of the last millionth among the digits.
    let last = (point ?? digits.count) + exponent + 6
    var value: Int128 = 0
    for index in 0..<max(last, 0) {
      value = value * 10 + Int128(index < digits.count ? digits[index] : 0)
      guard value <= Int128(Int64.max) else { return nil }
    }
    let isCut = digits.dropFirst(max(last, 0)).contains { $0 != 0 }
    if isCut, value % 2 == 0 { value += 1 }
    self.init(clamping: isNegative ? -value : value)
  }

  init(clamping value: Int128) {
    millionths = Int64(clamping: value)
  }

  /// A division that never falls on a bound it does not reach: what is cut off leaves an odd last digit.
  static func quotient(_ dividend: Int128, _ divisor: Int128) -> Quantity {
    let (quotient, rest) = dividend.quotientAndRemainder(dividingBy: divisor)
    guard rest != 0, quotient % 2 == 0 else { return Quantity(clamping: quotient) }
    return Quantity(clamping: quotient + ((dividend < 0) == (divisor < 0) ? 1 : -1))
  }

  public static func < (one: Quantity, other: Quantity) -> Bool { one.millionths < other.millionths }

  public static func + (one: Quantity, other: Quantity) -> Quantity {
    Quantity(clamping: Int128(one.millionths) + Int128(other.millionths))
  }

  public static func - (one: Quantity, other: Quantity) -> Quantity {
    Quantity(clamping: Int128(one.millionths) - Int128(other.millionths))
  }

  public static func * (one: Quantity, other: Quantity) -> Quantity {
    quotient(Int128(one.millionths) * Int128(other.millionths), Int128(unit))
  }

  /// `nil` when divided by nothing.
  public static func / (one: Quantity, other: Quantity) -> Quantity? {
    guard other.millionths != 0 else { return nil }
    return quotient(Int128(one.millionths) * Int128(unit), Int128(other.millionths))
  }

  /// So many hundredths of it.
  public func share(_ percent: Quantity) -> Quantity {
    Quantity.quotient(Int128(millionths) * Int128(percent.millionths), 100 * Int128(Quantity.unit))
  }

  /// The whole number at or below it.
  public var floor: Quantity {
    let rest = millionths % Quantity.unit
    return Quantity(
      millionths: rest == 0 ? millionths : millionths - rest - (millionths < 0 ? Quantity.unit : 0)
    )
  }

  public var isWhole: Bool { millionths % Quantity.unit == 0 }

  /// The whole number it is, its fraction cut off.
  public var whole: Int { Int(millionths / Quantity.unit) }
}

extension Quantity: CustomStringConvertible {
  /// `12`, `27.5`: no more decimals than it has.
  public var description: String {
    let size = millionths.magnitude
    let unit = UInt64(Quantity.unit)
    var fraction = String(size % unit)
    fraction = String(repeating: "0", count: 6 - fraction.count) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    return (millionths < 0 ? "-" : "") + String(size / unit) + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The number to so many decimals, for people: cut, never rounded over a bound.
  public func text(decimals: Int) -> String {
    let full = description
    guard let point = full.firstIndex(of: "."),
      let end = full.index(point, offsetBy: decimals + 1, limitedBy: full.endIndex)
    else { return full }
    var text = String(full[..<end])
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }
}

extension Quantity {
  /// A day as a number, so that days can be compared like everything else.
  public init(_ day: CivilDate) {
    self.init(Int(day.number))
  }

  /// The day it stands for; `nil` when there is no such day.
  public var day: CivilDate? {
    guard isWhole, (Int(CivilDate.earliest.number)...Int(CivilDate.latest.number)).contains(whole) else {
      return nil
    }
    return CivilDate(number: Int32(whole))
  }
}
