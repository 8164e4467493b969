/// The identity of one thing in the record, of kind `Of`.
///
/// An identity is 64 bits: the moment it was drawn, the installation that drew it and a running number,
/// in that order, so that identities sort by age and two installations never draw the same one. It is
/// shown as 13 letters and digits.
///
///     ID<Person>("01J8Q4M3T5V9K")
@frozen
public struct ID<Of>: Hashable, Comparable, Sendable {
  public let number: Int64

  @inlinable
  public init(_ number: Int64) {
    self.number = number
  }

  @inlinable
  public static func < (one: Self, other: Self) -> Bool {
    one.number < other.number
  }
}

extension ID: LosslessStringConvertible {
  /// Reads 13 letters and digits; small letters, and O, I, L for 0, 1, 1, are understood.
  public init?(_ text: String) {
    guard let number = Crockford.number(text) else { return nil }
    self.init(number)
  }

  public var description: String { Crockford.text(number) }
}

/// Numbers written in Crockford's base 32: no letter that can be taken for a digit.
public enum Crockford {
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// Thirteen letters and digits for 64 bits.
  public static func text(_ number: Int64) -> String {
    let bits = UInt64(bitPattern: number)
    return String(unsafeUninitializedCapacity: 13) { buffer in
      for index in 0..<13 {
        buffer[index] = alphabet[Int(bits >> UInt64(60 - index * 5) & 31)]
      }
      return 13
    }
  }

  /// The number behind thirteen letters and digits, `nil` when they are not that.
  public static func number(_ text: String) -> Int64? {
    guard text.utf8.count == 13 else { return nil }
    var bits: UInt64 = 0
    for (index, letter) in text.utf8.enumerated() {
      guard let value = value(of: letter) else { return nil }
      if index == 0, value > 15 { return nil }
      bits = bits << 5 | value
    }
    return Int64(bitPattern: bits)
  }

  private static func value(of letter: UInt8) -> UInt64? {
    let upper = (97...122).contains(letter) ? letter - 32 : letter
    switch upper {
    case UInt8(ascii: "O"): return 0
    case UInt8(ascii: "I"), UInt8(ascii: "L"): return 1
    default: return alphabet.firstIndex(of: upper).map(UInt64.init)
    }
  }
}
