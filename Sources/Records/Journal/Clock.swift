package import Basics
import Glibc

/// The one place that knows what time it is.
///
/// Everything else is told: a day is an argument, a moment belongs to an entry.
package struct Clock: Sendable {
  /// Milliseconds since 1 January 1970, UTC.
  package let now: @Sendable () -> Int64
  /// Minutes the organisation's day is ahead of UTC.
  ///
  /// Việt Nam has kept one time since 1975.
  package let minutesAhead: Int64
  /// Milliseconds on a clock that nobody sets: only how many went by means anything, on this machine alone.
  package let elapsed: @Sendable () -> Int64

  package init(
    minutesAhead: Int64 = 420,
    now: @escaping @Sendable () -> Int64,
    elapsed: (@Sendable () -> Int64)? = nil
  ) {
    self.now = now
    self.minutesAhead = minutesAhead
    self.elapsed = elapsed ?? now
  }

  /// The clock of this machine.
  package static let system = Clock(
    now: { milliseconds(CLOCK_REALTIME) },
    elapsed: { milliseconds(CLOCK_BOOTTIME) }
  )

  private static func milliseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// The organisation's day now.
  package var today: CivilDate { day(of: now()) }

  /// The organisation's day at a moment.
  package func day(of moment: Int64) -> CivilDate {
    let local = moment + minutesAhead * 60_000
    let days = local >= 0 ? local / 86_400_000 : (local - 86_399_999) / 86_400_000
    return CivilDate(number: Int32(clamping: days))
  }

  /// The moment a day begins.
  package func start(of day: CivilDate) -> Int64 {
    Int64(day.number) * 86_400_000 - minutesAhead * 60_000
  }

  /// A moment as `2025-09-30T14:05:09.123+07:00`.
  package func text(_ moment: Int64) -> String {
    let local = moment + minutesAhead * 60_000
    let day = day(of: moment)
    let rest = local - Int64(day.number) * 86_400_000
    func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let millis = rest % 1000
    let padded = millis < 10 ? "00\(millis)" : millis < 100 ? "0\(millis)" : "\(millis)"
    let time = "\(two(rest / 3_600_000)):\(two(rest / 60_000 % 60)):\(two(rest / 1000 % 60)).\(padded)"
    let ahead = abs(minutesAhead)
    let zone = "\(minutesAhead < 0 ? "-" : "+")\(two(ahead / 60)):\(two(ahead % 60))"
    return "\(day)T\(time)\(zone)"
  }

  /// The moment a text names: `2025-09-30`, its end; `2025-09-30T14:05`, `…:09`, `…:09.123`, with a zone
  /// or in the organisation's time.
  package func moment(_ text: String) -> Int64? {
    guard let day = CivilDate(String(text.prefix(10))) else { return nil }
    var rest = text.dropFirst(10)
    if rest.isEmpty { return start(of: day.adding(days: 1)) - 1 }
    guard rest.removeFirst() == "T" else { return nil }
    var ahead = minutesAhead
    if rest.hasSuffix("Z") {
      ahead = 0
      rest.removeLast()
    } else if let sign = rest.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      let zone = rest[rest.index(after: sign)...].split(separator: ":")
      guard zone.count == 2, let hours = Int(digits: zone[0]), let minutes = Int(digits: zone[1]) else {
        return nil
      }
      ahead = Int64(hours * 60 + minutes) * (rest[sign] == "-" ? -1 : 1)
      rest = rest[..<sign]
    }
    let pieces = rest.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(pieces.count), let hour = Int(digits: pieces[0]),
      let minute = Int(digits: pieces[1]),
      hour < 24, minute < 60
    else { return nil }
    var millis = (hour * 60 + minute) * 60_000
    if pieces.count == 3 {
      let seconds = pieces[2].split(separator: ".", omittingEmptySubsequences: false)
      guard let second = Int(digits: seconds[0]), second < 60 else { return nil }
      millis += second * 1000
      if seconds.count == 2 {
        guard seconds[1].count == 3, let fraction = Int(digits: seconds[1]) else { return nil }
        millis += fraction
      }
    }
    return Int64(day.number) * 86_400_000 - ahead * 60_000 + Int64(millis)
  }
}
