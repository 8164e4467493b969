public import Basics

/// Which days are worked, year by year: a term of so many working days is counted by it.
///
/// Saturdays and Sundays are free unless the year's calendar says that one is worked in exchange; other
/// days are worked unless it says that they are free. A year without a calendar is not guessed at.
///
///     calendar.day(30, after: due)   // the thirtieth working day after it
public struct WorkCalendar: Hashable, Sendable {
  /// The years whose calendar is known.
  public private(set) var years: Set<Int> = []
  private var free: Set<CivilDate> = []
  private var worked: Set<CivilDate> = []

  public init() {}

  /// Adds the calendar of a year.
  public mutating func add(year: Int, free: some Sequence<CivilDate>, worked: some Sequence<CivilDate>) {
    years.insert(year)
    self.free.formUnion(free)
    self.worked.formUnion(worked)
  }

  /// The same with another's years put in the place of its own.
  public func with(_ other: WorkCalendar) -> WorkCalendar {
    var result = self
    result.free = free.filter { !other.years.contains($0.year) }.union(other.free)
    result.worked = worked.filter { !other.years.contains($0.year) }.union(other.worked)
    result.years.formUnion(other.years)
    return result
  }

  public func isWorked(_ day: CivilDate) -> Bool {
    if worked.contains(day) { return true }
    return !free.contains(day) && !day.isWeekend
  }

  /// The day on which a term of working days ends, the first day after `start` being the first of them.
  /// - Returns: `nil` when the term runs into a year whose calendar is not known.
  public func day(_ count: Int, after start: CivilDate) -> CivilDate? {
    guard count >= 0, count <= 3000 else { return nil }
    var day = start
    var left = count
    while left > 0 {
      day = day.adding(days: 1)
      guard years.contains(day.year) else { return nil }
      if isWorked(day) { left -= 1 }
    }
    return day
  }

  /// The first year of a term that has no calendar.
  public func unknownYear(_ count: Int, after start: CivilDate) -> Int? {
    guard day(count, after: start) == nil else { return nil }
    return (start.adding(days: 1).year...9999).first { !years.contains($0) }
  }
}

extension CivilDate {
  /// Whether it is a Saturday or a Sunday.
  public var isWeekend: Bool {
    // 1 January 1970 was a Thursday.
    let weekday = (Int(number) % 7 + 7 + 3) % 7
    return weekday >= 5
  }
}
