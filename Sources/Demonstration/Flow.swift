import Basics

/// A stream of things that happen year after year, and how many of them a year brings.
enum Flow: Int, CaseIterable, Sendable {
  /// Admissions, those for the second time among them.
  case admitted
  case readmitted
  case takenOver
  case died
  case deleted
  case expelled
  case left
  case transferredOut
  case moved
  case postLeft
  case affiliationBegun
  case affiliationEnded
  case corrected

  /// How many a year brings in a province of the full size.
  func amount(in year: Int) -> Int {
    switch self {
    case .admitted: Flow.admissions[year] ?? 2140
    case .readmitted: year < 2018 ? 0 : 6
    case .takenOver: 900
    case .died: 1080 + 10 * (min(year, 2040) - 2015)
    case .deleted: Flow.deletions[year] ?? 140
    case .expelled: 40
    case .left: 30
    case .transferredOut: 800
    case .moved: year == 2025 ? 3100 : 2000
    case .postLeft: year % 5 == 0 ? 2000 : 800
    case .affiliationBegun: 60
    case .affiliationEnded: 40
    case .corrected: 300
    }
  }

  /// How much of a year's amount falls on a day, against other days.
  func weight(on day: CivilDate) -> Int {
    switch self {
    case .admitted: Calendar.ceremonies(on: day)
    case .died: day.parts.month <= 2 || day.parts.month == 12 ? 12 : 10
    case .moved, .transferredOut, .takenOver: Calendar.transfers(on: day)
    case .postLeft: Calendar.isWeekend(day) ? 0 : (4...6).contains(day.parts.month) ? 30 : 10
    default: Calendar.isWeekend(day) ? 0 : 10
    }
  }

  private static let admissions: [Int: Int] = [
    2015: 2350, 2016: 2480, 2017: 2520, 2018: 2300, 2019: 2180, 2020: 2050, 2021: 1720, 2022: 1960,
    2023: 2140,
    2024: 2230, 2025: 2120,
  ]
  private static let deletions: [Int: Int] = [
    2015: 120, 2018: 130, 2019: 180, 2020: 150, 2022: 270, 2023: 250,
  ]
}

/// How many of each flow happen on each day, known before anything happens.
///
/// The amounts are the same whatever people do, so the size of the province on the day it was taken over follows
/// from its size on 30 September 2025. Days are asked for in order.
struct FlowSchedule: Sendable {
  private let measure: Measure
  private var year = 0
  /// Of each flow: the amounts of the years up to this one at full size, and what was dealt out of them.
  private var amounts: [Int]
  private var dealt: [Int]
  private var stretches: [Stretch] = []

  /// A part of a year with a number of deeds to spread over its days.
  private struct Stretch {
    let count: Int
    let weight: Int
    let until: CivilDate
    var passed = 0
    var done = 0
  }

  init(measure: Measure) {
    self.measure = measure
    amounts = Array(repeating: 0, count: Flow.allCases.count)
    dealt = amounts
  }

  /// How many of each flow the day brings, by the flows' raw values.
  mutating func counts(on day: CivilDate) -> [Int] {
    if day.year != year { begin(day.year) }
    var counts = Array(repeating: 0, count: Flow.allCases.count)
    for flow in Flow.allCases {
      if day >= stretches[flow.rawValue].until { beginRest(of: flow, on: day) }
      stretches[flow.rawValue].passed += flow.weight(on: day)
      let stretch = stretches[flow.rawValue]
      let due = stretch.weight > 0 ? stretch.count * stretch.passed / stretch.weight : 0
      counts[flow.rawValue] = due - stretch.done
      stretches[flow.rawValue].done = due
    }
    return counts
  }

  private mutating func begin(_ year: Int) {
    self.year = year
    stretches = Flow.allCases.map { flow in
      let start = CivilDate(year: year, month: 1, day: 1) ?? .earliest
      let first = max(start, Calendar.takenOver.adding(days: 1))
      let before = dealt[flow.rawValue]
      amounts[flow.rawValue] += flow.amount(in: year)
      dealt[flow.rawValue] = scaled(amounts[flow.rawValue], of: flow)
      let count = max(0, dealt[flow.rawValue] - before)
      if flow == .admitted, year == Calendar.measured.year {
        let end = Calendar.measured.adding(days: 1)
        return stretch(flow, measure.admittedIn2025, first, end)
      }
      return stretch(flow, count, first, CivilDate(year: year + 1, month: 1, day: 1) ?? .latest)
    }
  }

  /// The last quarter of 2025, after the nine months whose admissions are known.
  private mutating func beginRest(of flow: Flow, on day: CivilDate) {
    let rest = scaled(flow.amount(in: day.year) - 1513, of: flow)
    let end = CivilDate(year: day.year + 1, month: 1, day: 1) ?? .latest
    stretches[flow.rawValue] = stretch(flow, rest, day, end)
  }

  private func stretch(_ flow: Flow, _ count: Int, _ first: CivilDate, _ end: CivilDate) -> Stretch {
    var weight = 0
    for number in first.number..<end.number { weight += flow.weight(on: CivilDate(number: number)) }
    return Stretch(count: count, weight: weight, until: end)
  }

  /// An amount in proportion to the province; of a rare flow, one by the end of the ten years all the same.
  private func scaled(_ amount: Int, of flow: Flow) -> Int {
    let whole = FlowSchedule.whole[flow.rawValue]
    let (numerator, denominator) =
      whole * measure.people < Measure.full ? (1, max(1, whole)) : (measure.people, Measure.full)
    return (amount * numerator + denominator / 2) / denominator
  }

  /// The amounts of 2015 to 2025 together, at full size.
  private static let whole = Flow.allCases.map { flow in
    (2015...2025).reduce(0) { $0 + flow.amount(in: $1) }
  }

  /// By how many the province grows from the taking over up to and including 30 September 2025.
  static func growth(measure: Measure) -> Int {
    var schedule = FlowSchedule(measure: measure)
    var growth = 0
    for number in (Calendar.takenOver.number + 1)...Calendar.measured.number {
      let counts = schedule.counts(on: CivilDate(number: number))
      for flow: Flow in [.admitted, .takenOver] { growth += counts[flow.rawValue] }
      for flow: Flow in [.died, .deleted, .expelled, .left, .transferredOut] {
        growth -= counts[flow.rawValue]
      }
    }
    return growth
  }
}
