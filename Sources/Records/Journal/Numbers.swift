package import Basics
import Storage

/// Draws identities, in order of time and unique across installations.
///
/// 42 bits of milliseconds since 2020, 10 of the installation, 11 of a running number. Under the writer
/// lock every one is greater than the last one stored, whatever the clock does.
package struct Numbers {
  static let epoch: Int64 = 1_577_836_800_000

  private(set) var last: Int64
  let installation: Int64

  init(_ db: any Connection, now: Int64) throws {
    let stored = try db.first("SELECT number, last_number FROM installation WHERE id = 1") { row in
      (try row[0] as Int64, try row[1] as Int64)
    }
    guard let (installation, last) = stored else { throw StorageError.notADatabase("") }
    self.installation = installation
    let first = (max(now - Numbers.epoch, 0) << 21) | (installation << 11)
    self.last = max(last, first)
  }

  /// The next identity.
  package mutating func draw<Of>() -> ID<Of> {
    let running = last & 0x7ff
    if running < 0x7ff {
      last += 1
    } else {
      last = (((last >> 21) + 1) << 21) | (installation << 11)
    }
    return ID(last)
  }

  func save(_ db: any Connection) throws {
    try db.execute("UPDATE installation SET last_number = \(last) WHERE id = 1")
  }
}
