import Basics

/// Which days an office works on and holds ceremonies on.
enum Calendar {
  /// The day on which the lists were taken over.
  static let takenOver = CivilDate(number: 16_436)
  /// The day of the two-level reform, 1 July 2025.
  static let reform = CivilDate(number: 20_270)
  /// The day on which the size of everything is known exactly, 30 September 2025.
  static let measured = CivilDate(number: 20_361)

  static func isWeekend(_ day: CivilDate) -> Bool {
    let weekday = (Int(day.number) + 4) % 7
    return weekday == 0 || weekday == 6
  }

  /// The day itself, or the Monday after it.
  static func workday(_ day: CivilDate) -> CivilDate {
    isWeekend(day) ? workday(day.adding(days: 1)) : day
  }

  /// How many more ceremonies are held on a day than on another: most of them before the four anniversaries.
  static func ceremonies(on day: CivilDate) -> Int {
    if isWeekend(day) { return 0 }
    let (year, month, number) = day.parts
    let usual = SplitMix.mark(UInt64(year), UInt64(day.number)) % 3 == 0 ? 12 : 1
    for (anniversaryMonth, anniversaryDay) in [(2, 3), (5, 19), (9, 2), (11, 7)] {
      guard let anniversary = CivilDate(year: year, month: anniversaryMonth, day: anniversaryDay) else {
        continue
      }
      let before = day.days(until: anniversary)
      if (0...21).contains(before) { return usual * 4 }
    }
    return month == 1 && number == 1 ? 0 : usual
  }

  /// How many transfers fall on a day: the reform of July 2025 moved many people's work.
  static func transfers(on day: CivilDate) -> Int {
    if isWeekend(day) { return 0 }
    let since = reform.days(until: day)
    if (0..<31).contains(since) { return 60 }
    return (31..<76).contains(since) ? 20 : 10
  }
}
