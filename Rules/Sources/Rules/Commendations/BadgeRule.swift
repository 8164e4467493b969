public import Basics

/// A badge of years in the Party, as the rule of an award day has it.
public struct Badge: Hashable, Sendable {
  public let years: Int
  public let title: Wording
  /// The money that goes with it; `nil` where no text was found.
  public let money: Int?
  public let clause: Clause
  /// How sure the amount is.
  public let moneyConfidence: Confidence
}

/// Who reaches which badge on which day, turned from a judge of one person into days of decisions.
///
/// A province has too many members to judge one by one: the bands of the rule say from which days of
/// decision a badge is reached, and only those are looked up.
public struct BadgeRule: Sendable {
  /// The day of award.
  public let day: CivilDate
  /// The day of award before it.
  public let before: CivilDate
  /// The badges there are, the first one first.
  public let badges: [Badge]
  /// How sure it is from which day years are counted.
  public let start: Rulebook.Slot?
  /// Whether time suspended counts.
  public let partyAge: PartyAgeRule?

  /// More years than anybody has been in the Party.
  private static let longest = 120

  /// `nil` when no rule is known on that day.
  public init?(_ library: RulebookLibrary, on day: CivilDate) {
    guard let judge = library.judge("charter", of: "badge", on: day) else { return nil }
    let days = Self.days(judge, of: [day.year - 1, day.year])
    self.day = day
    before = days.last { $0 < day } ?? day.adding(months: -12)
    start = judge.book.slots.first { $0.name == "partyAge" }
    partyAge = PartyAgeRule(library, on: day)
    let salary = judge.book.slots.first { $0.name == "badge.baseSalary" }
    var badges: [Badge] = []
    var last = judge.verdict(Self.facts(years: 0)).outcomeName
    for years in 1...Self.longest {
      let verdict = judge.verdict(Self.facts(years: years))
      guard verdict.outcomeName != last else { continue }
      last = verdict.outcomeName
      guard let place = verdict.outcome,
        let clause = verdict.findings.first(where: { $0.truth == .met && $0.clause.part.outcome == place })?
          .clause
      else { continue }
      let money = verdict.values.first { $0.fact.name == "badge.money" }?.amount.floor.whole
      badges.append(
        Badge(
          years: years,
          title: judge.rule.outcomes[place].title,
          money: money,
          clause: clause,
          moneyConfidence: money == nil ? .notFound : salary?.confidence ?? clause.confidence
        )
      )
    }
    self.badges = badges
  }

  private static func facts(years: Int) -> [String: Quantity] {
    ["badge.official": Quantity(1), "badge.years": Quantity(years)]
  }

  /// The days of award of some years, in order, as the rule has them.
  private static func days(_ judge: Judge, of years: [Int]) -> [CivilDate] {
    years.flatMap { year -> [CivilDate] in
      guard let first = CivilDate(year: year, month: 1, day: 1) else { return [] }
      return judge.verdict(["badge.newYear": Quantity(first)]).values
        .filter { $0.fact.name.hasPrefix("badge.award") && $0.fact.name != "badge.award" }
        .compactMap(\.amount.day)
    }.sorted()
  }

  /// The days of award from a day on, so many; none when no rule is known.
  public static func awards(_ library: RulebookLibrary, from day: CivilDate, count: Int) -> [CivilDate] {
    var found: [CivilDate] = []
    var year = day.year
    while found.count < count, year < day.year + count + 1 {
      if let last = CivilDate(year: year, month: 12, day: 31),
        let judge = library.judge("charter", of: "badge", on: last)
      {
        found += days(judge, of: [year]).filter { $0 >= day }
      }
      year += 1
    }
    return Array(found.prefix(count))
  }

  /// The last day of decision from which so many years have passed on a day.
  static func latest(_ years: Int, on day: CivilDate) -> CivilDate {
    // A leap day may stand a day to either side.
    var decided = day.adding(months: -12 * years).adding(days: 1)
    while day.years(since: decided) < years { decided = decided.adding(days: -1) }
    return decided
  }

  /// The days of decision of those who reach a badge on this day of award, and had not on the one before:
  /// after the first day, up to the last.
  public func decisions(for badge: Badge) -> (after: CivilDate, upTo: CivilDate) {
    (Self.latest(badge.years, on: before), Self.latest(badge.years, on: day))
  }

  /// Whether days suspended are left out, so that the day of decision alone does not tell who reaches a badge.
  public var leavesOut: Bool { partyAge?.leavesOut ?? false }

  /// The highest badge somebody of that decision has reached on the day of award, or on an earlier one.
  public func reached(
    by decided: CivilDate,
    suspended: [Span] = [],
    on day: CivilDate? = nil
  ) -> Badge? {
    let day = day ?? self.day
    let start = partyAge?.start(decided, suspended, on: day) ?? decided
    return badges.last { $0.years <= day.years(since: start) }
  }

  /// The badge somebody of that decision has not reached yet on the day of award.
  public func next(after decided: CivilDate) -> Badge? {
    badges.first { $0.years > day.years(since: decided) }
  }

  /// The badge somebody who was suspended reaches on this very day of award.
  public func newly(by decided: CivilDate, suspended: [Span]) -> Badge? {
    guard let now = reached(by: decided, suspended: suspended) else { return nil }
    let earlier = reached(by: decided, suspended: suspended, on: before)
    return earlier.map { $0.years < now.years } ?? true ? now : nil
  }

  /// The badge somebody of that decision reaches on this very day of award.
  public func newly(by decided: CivilDate) -> Badge? {
    badges.last { badge in
      let days = decisions(for: badge)
      return decided > days.after && decided <= days.upTo
    }
  }
}
