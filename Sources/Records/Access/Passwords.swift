import CSodium
package import Rules

/// Passwords kept as argon2id digests, and tokens nobody can guess.
package enum Passwords {
  package static let minimum = 10
  /// 19 MiB and two passes: about 13 ms of one core.
  private static let memory = 19 * 1024 * 1024
  private static let passes: UInt64 = 2

  /// Must be called once before anything else of the library is used.
  package static func prepare() -> Bool { sodium_init() >= 0 }

  /// The digest of a password, with its own salt; `nil` when memory is short.
  ///
  /// Takes its time: call it on a thread of its own, outside a transaction.
  package static func digest(_ password: String) -> String? {
    guard prepare() else { return nil }
    var out = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
    let count = UInt64(password.utf8.count)
    guard crypto_pwhash_str(&out, password, count, passes, memory) == 0 else { return nil }
    return String(decoding: out.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether a password is the one behind a digest.
  package static func matches(_ password: String, _ digest: String) -> Bool {
    guard prepare() else { return false }
    return crypto_pwhash_str_verify(digest, password, UInt64(password.utf8.count)) == 0
  }

  /// Why somebody should not take this as their password: too short, or their own name.
  package static func objections(_ password: String, of account: String) -> [Objection] {
    let isWeak = password.count < minimum || password.lowercased() == account.lowercased()
    return isWeak ? [Objection(.password, .weakPassword(minimum: minimum))] : []
  }

  /// Random bytes for a sign-in.
  package static func token() -> [UInt8] {
    guard prepare() else { return [] }
    var bytes = [UInt8](repeating: 0, count: 32)
    randombytes_buf(&bytes, bytes.count)
    return bytes
  }

  /// What of a token is kept: somebody who reads the database cannot use it.
  package static func kept(_ token: [UInt8]) -> [UInt8] {
    let digest = Digest()
    digest.add(token)
    return digest.finish()
  }

  /// A number for a new installation.
  package static func installationNumber() -> Int64 {
    guard prepare() else { return 0 }
    return Int64(randombytes_uniform(1024))
  }

  /// Twenty letters and digits that can be read aloud.
  package static func readable() -> String {
    let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
    guard prepare() else { return "" }
    return String((0..<20).map { _ in letters[Int(randombytes_uniform(UInt32(letters.count)))] })
  }
}
