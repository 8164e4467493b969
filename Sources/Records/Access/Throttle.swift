package import Basics
package import Rules
package import Storage

/// Slows guessing down: after five failures one waits, longer each time, five minutes at most.
///
/// A try counts as failed before anything is compared, so that many guesses at one moment do not slip
/// through together; the right one clears the count. Names that do not exist are counted like those that
/// do, under a digest of the name, so that waiting tells nobody which is which.
package struct Throttle {
  /// What is being guessed at.
  package enum Subject: Hashable, Sendable {
    /// The password of whoever signs in under this name.
    case name(String)
    /// The codes of an account's second factor.
    case codes(ID<Account>)
  }

  /// The failures counted for a subject.
  package struct Failures: Hashable, Sendable {
    package let count: Int
    package let last: Int64
  }

  private static let free = 5
  private static let longest: Int64 = 300
  /// Failures older than this are forgotten.
  private static let memory: Int64 = 86_400_000

  let db: any Connection
  let now: Int64

  package init(db: any Connection, now: Int64) {
    self.db = db
    self.now = now
  }

  /// Counts a try as failed, unless one must wait.
  /// - Returns: the seconds to wait; `nil` when the try may go on.
  func begin(_ subject: Subject) throws -> Int? {
    if let failures = try failures(subject), failures.count >= Throttle.free {
      let pause = min(Int64(1) << Int64(min(failures.count - Throttle.free, 9)), Throttle.longest) * 1000
      // Counted on a machine whose clock is ahead, it is still no longer than the pause.
      let left = min(failures.last + pause - now, pause)
      if left > 0 { return Int((left + 999) / 1000) }
    }
    try db.execute("DELETE FROM throttle WHERE failed_at <= \(now - Throttle.memory)")
    try db.execute(
      """
      INSERT INTO throttle (subject, failures, failed_at) VALUES (\(Throttle.key(subject)), 1, \(now))
      ON CONFLICT (subject) DO UPDATE SET failures = throttle.failures + 1, failed_at = \(now)
      """
    )
    return nil
  }

  /// The try was the right one: nothing is counted any more.
  func clear(_ subject: Subject) throws {
    try db.execute("DELETE FROM throttle WHERE subject = \(Throttle.key(subject))")
  }

  package func failures(_ subject: Subject) throws -> Failures? {
    try db.first("SELECT failures, failed_at FROM throttle WHERE subject = \(Throttle.key(subject))") { row in
      Failures(count: try row[0], last: try row[1])
    }
  }

  private static func key(_ subject: Subject) -> [UInt8] {
    switch subject {
    case .name(let name): Digest.of("name:" + name)
    case .codes(let account): Digest.of("codes:" + account.description)
    }
  }
}
