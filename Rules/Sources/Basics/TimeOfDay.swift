/// A time on the clock of the organisation's place, to the minute: when a meeting begins, opens, closes.
///
///     TimeOfDay("19:30")!.description   // 19:30
@frozen
public struct TimeOfDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Minutes since midnight, 0 … 1439.
  public let minutes: Int

  /// - Returns: `nil` for what is no time of a day.
  public init?(minutes: Int) {
    guard (0..<TimeOfDay.minutesADay).contains(minutes) else { return nil }
    self.minutes = minutes
  }

  /// Reads `19:30` or `7:05`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      let hour = Int(digits: parts[0]), let minute = Int(digits: parts[1]), minute < 60
    else { return nil }
    self.init(minutes: hour * 60 + minute)
  }

  public var description: String {
    let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  /// How many minutes pass until another time; what is earlier on the clock is on the next day.
  public func minutes(until other: TimeOfDay) -> Int {
    let passed = other.minutes - minutes
    return passed < 0 ? passed + TimeOfDay.minutesADay : passed
  }

  public static func < (one: TimeOfDay, other: TimeOfDay) -> Bool { one.minutes < other.minutes }

  private static var minutesADay: Int { 1440 }
}
