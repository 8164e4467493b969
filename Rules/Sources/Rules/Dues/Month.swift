public import Basics

/// A month for which dues are owed.
///
///     Month("2026-10")?.span   // 2026-10-01…2026-11-01
public struct Month: Hashable, Comparable, Sendable {
  public let start: CivilDate

  /// The month a day lies in.
  public init(of day: CivilDate) {
    start = day.adding(days: 1 - day.parts.day)
  }

  /// Reads `2026-10`, or any day of the month.
  public init?(_ text: some StringProtocol) {
    guard let day = CivilDate(text) ?? CivilDate("\(text)-01") else { return nil }
    self.init(of: day)
  }

  public var next: Month { Month(of: start.adding(months: 1)) }
  public var previous: Month { Month(of: start.adding(months: -1)) }
  public var last: CivilDate { next.start.adding(days: -1) }
  public var number: Int { start.parts.month }
  public var year: Int { start.year }

  /// Its days; what is said of a month holds on them.
  public var span: Span { Span(from: start, until: next.start) ?? Span(open: start) }

  public static func < (one: Month, other: Month) -> Bool { one.start < other.start }

  /// The months of a year up to the one before a day's: those that are over.
  public static func over(in year: Int, on day: CivilDate) -> [Month] {
    guard let first = CivilDate(year: year, month: 1, day: 1) else { return [] }
    var months: [Month] = []
    var month = Month(of: first)
    while month.year == year, month.next.start <= day {
      months.append(month)
      month = month.next
    }
    return months
  }
}

extension Month: CustomStringConvertible {
  /// `2026-10`.
  public var description: String { String(start.description.dropLast(3)) }
}
