package import Basics
package import Records
import Synchronization

/// A clock that stands still until a test moves it, forwards or backwards.
package final class HandClock: Sendable {
  private let moment: Mutex<Int64>

  package init(_ day: CivilDate) {
    // Eight in the morning of the day in Việt Nam.
    moment = Mutex(Int64(day.number) * 86_400_000 + 3_600_000)
  }

  package init(moment: Int64) {
    self.moment = Mutex(moment)
  }

  package var now: Int64 { moment.withLock { $0 } }

  package func step(milliseconds: Int64) { moment.withLock { $0 += milliseconds } }

  package func step(days: Int) { step(milliseconds: Int64(days) * 86_400_000) }

  /// Goes to eight in the morning of a day, before or after now.
  package func set(_ day: CivilDate) {
    moment.withLock { $0 = Int64(day.number) * 86_400_000 + 3_600_000 }
  }

  /// The clock as the record sees it.
  package var clock: Clock { Clock { self.now } }
}
