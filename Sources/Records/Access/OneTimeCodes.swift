import COath
import CSodium
import Glibc

/// The codes of a second factor: six digits that change every thirty seconds (RFC 6238).
///
///     let secret = OneTimeCodes.secret()
///     OneTimeCodes.code(secret, step: 59)   // what the app on the phone shows then
package enum OneTimeCodes {
  package static let digits = 6
  package static let seconds: Int64 = 30
  /// 160 bits, as the standard asks of HMAC-SHA-1.
  private static let size = 20
  /// Steps to either side that are taken too, for clocks that are a little off.
  private static let window: Int64 = 1

  private static let isReady = oath_init() == OATH_OK.rawValue

  /// A new secret.
  package static func secret() -> [UInt8] { Array(Passwords.token().prefix(size)) }

  /// A secret as it is typed into an app: letters and digits of base 32.
  package static func text(_ secret: [UInt8]) -> String {
    var out: UnsafeMutablePointer<CChar>?
    var count = 0
    let made = secret.withUnsafeBytes { bytes in
      oath_base32_encode(bytes.bindMemory(to: CChar.self).baseAddress, bytes.count, &out, &count)
    }
    guard made == OATH_OK.rawValue, let out else { return "" }
    defer { free(out) }
    return String(cString: out)
  }

  /// The secret behind its letters and digits, `nil` unless it is one of ours by its length.
  package static func secret(_ text: String) -> [UInt8]? {
    guard text.utf8.count == size * 8 / 5 else { return nil }
    var out: UnsafeMutablePointer<CChar>?
    var count = 0
    guard oath_base32_decode(text, text.utf8.count, &out, &count) == OATH_OK.rawValue, let out else {
      return nil
    }
    defer { free(out) }
    let bytes = UnsafeBufferPointer(start: out, count: count).map { UInt8(bitPattern: $0) }
    return bytes.count == size ? bytes : nil
  }

  /// The step in which a moment lies.
  package static func step(at moment: Int64) -> Int64 { moment / 1000 / seconds }

  /// The code of a step.
  package static func code(_ secret: [UInt8], step: Int64) -> String? {
    guard isReady, step >= 0 else { return nil }
    var out = [CChar](repeating: 0, count: digits + 1)
    let made = secret.withUnsafeBytes { bytes in
      oath_hotp_generate(
        bytes.bindMemory(to: CChar.self).baseAddress,
        bytes.count,
        UInt64(step),
        UInt32(digits),
        false,
        // Truncation as the standard has it, told by the largest size there is.
        -1,
        &out
      )
    }
    guard made == OATH_OK.rawValue else { return nil }
    return String(decoding: out.prefix(digits).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The step whose code this is, around a moment and later than the last one used; `nil` for a wrong code.
  package static func step(of code: String, _ secret: [UInt8], at moment: Int64, after last: Int64) -> Int64?
  {
    let given = Array(code.utf8)
    guard given.count == digits else { return nil }
    let now = step(at: moment)
    var found: Int64?
    for step in max(now - window, last + 1)...max(now + window, last + 1) {
      guard step <= now + window, let right = OneTimeCodes.code(secret, step: step) else { continue }
      if sodium_memcmp(Array(right.utf8), given, digits) == 0, found == nil { found = step }
    }
    return found
  }
}

/// Codes written on paper for the day the phone is lost: each opens the door once.
package enum RecoveryCodes {
  package static let count = 10
  private static let length = 16

  /// New codes, in groups of four.
  package static func make() -> [String] {
    (0..<count).map { _ in
      let letters = Array(Passwords.readable().prefix(length))
      return stride(from: 0, to: letters.count, by: 4).map {
        String(letters[$0..<min($0 + 4, letters.count)])
      }
      .joined(separator: "-")
    }
  }

  /// What of a code is kept: it has too many letters to be guessed from that.
  package static func kept(_ code: String) -> [UInt8] {
    Digest.of("recovery:" + plain(code))
  }

  /// Whether a text could be a recovery code rather than six digits.
  static func isOne(_ text: String) -> Bool { plain(text).utf8.count == length }

  private static func plain(_ code: String) -> String {
    String(code.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
  }
}
