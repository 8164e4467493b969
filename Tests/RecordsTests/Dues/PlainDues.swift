import Basics
import Rules

/// Regulation 01 and the share of Decision 342 written out by hand, in whole đồng: no rulebook, no expression.
enum PlainDues {
  private static let wages = [5_310_000, 4_730_000, 4_140_000, 3_700_000]

  /// What is owed for a month; `nil` where nothing can be said.
  static func owed(_ basis: DuesBasis, _ year: Int, _ month: Int) -> Int? {
    if basis.category == .exempt { return 0 }
    // The regulation was signed on 3 February 2026: of that month it is the rule on the last day.
    if year < 2026 || year == 2026 && month == 1 {
      return basis.category == .insured ? basis.income.map { $0 / 100 } : nil
    }
    let wage = basis.region.map { wages[$0 - 1] }
    switch basis.category {
    case .insured, .onLeave: return basis.income.map { $0 / 100 }
    case .pensioner: return basis.income.map { $0 / 200 }
    case .student: return 5_000
    case .working: return wage.map { $0 * (year < 2028 ? 3 : 5) / 1_000 }
    case .retired: return wage.map { $0 * (year < 2028 ? 2 : 3) / 1_000 }
    case .exempt: return 0
    }
  }
}

/// The badges written out by hand.
enum PlainBadges {
  static let years = [30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90]
  /// Tenths of a base salary.
  static let money = [15, 20, nil, 30, 35, 50, 60, 80, 100, 150, nil, nil]

  /// The badge of somebody of a decision, as the calendar alone has it.
  static func reached(_ decided: CivilDate, on day: CivilDate) -> Int? {
    let (year, month, date) = decided.parts
    let now = day.parts
    let whole = now.year - year - ((now.month, now.day) < (month, date) ? 1 : 0)
    return years.last { $0 <= whole }
  }

  static let awards = [(2, 3), (5, 19), (9, 2), (11, 7)]
}
