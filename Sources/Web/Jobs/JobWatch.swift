import Basics
package import Records

/// Watches the work that other servers do, and says which of it was left behind.
///
/// Clocks of machines differ: a heartbeat is never compared with the time, only with what was seen of it before,
/// and how long ago that was is told by this machine's own clock. While somebody holds the writer's lock, for a
/// long import say, no heart beats: so only time in which the lock was to be had at once counts as silence.
package struct JobWatch: Sendable {
  private struct Seen {
    let pulse: JobPulse
    /// When it was first seen so with the lock at hand, which has been at hand ever since.
    var since: Int64?
  }

  /// The lock is at hand when it comes as quickly as this, in milliseconds.
  package static let prompt: Int64 = 2_000

  private var seen: [ID<Job>: Seen] = [:]
  private var last: Int64?

  package init() {}

  /// Looks at the work that runs.
  /// - Returns: whether any of it was no livelier than the time before, and is worth looking at with the lock.
  package mutating func look(_ pulses: [JobPulse], at now: Int64) -> Bool {
    // Whoever has not looked for long knows nothing of the time between.
    if let last, now - last > JobStore.silence || now < last { seen = [:] }
    last = now
    var isStill = false
    var next: [ID<Job>: Seen] = [:]
    for pulse in pulses {
      if let before = seen[pulse.job], before.pulse == pulse {
        next[pulse.job] = before
        isStill = true
      } else {
        next[pulse.job] = Seen(pulse: pulse)
      }
    }
    seen = next
    return isStill
  }

  /// Looks again with the lock, which was to be had at once.
  /// - Returns: the work that was left behind.
  package mutating func confirm(_ pulses: [JobPulse], at now: Int64) -> [JobPulse] {
    guard look(pulses, at: now) else { return [] }
    return pulses.filter { pulse in
      guard let since = seen[pulse.job]?.since else {
        seen[pulse.job]?.since = now
        return false
      }
      return now - since >= JobStore.silence
    }
  }

  /// The lock was not to be had: the silence so far proves nothing.
  package mutating func forget() {
    for job in seen.keys { seen[job]?.since = nil }
  }
}
