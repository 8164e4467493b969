package import Basics
package import Rules

/// Who reaches which badge of years in the Party on a day of award, in a unit and below.
package struct BadgePage: Sendable {
  /// One kind of badge on the day: how many, and the money.
  package struct Kind: Sendable {
    package var years: Int
    package var count: Int
    /// For one person; `nil` where no text was found.
    package var money: Int?
    package var confidence: Confidence

    package init(years: Int, count: Int, money: Int?, confidence: Confidence) {
      self.years = years
      self.count = count
      self.money = money
      self.confidence = confidence
    }
  }

  package struct Row: Sendable {
    package var person: PersonLink
    package var born: LooseDate?
    package var cell: UnitLink
    package var decided: CivilDate
    package var years: Int
    package var money: Int?
    package var wasReadmitted: Bool
    package var awarded: (day: CivilDate, number: String?)?

    package init(
      person: PersonLink,
      born: LooseDate?,
      cell: UnitLink,
      decided: CivilDate,
      years: Int,
      money: Int?,
      wasReadmitted: Bool,
      awarded: (day: CivilDate, number: String?)? = nil
    ) {
      self.person = person
      self.born = born
      self.cell = cell
      self.decided = decided
      self.years = years
      self.money = money
      self.wasReadmitted = wasReadmitted
      self.awarded = awarded
    }
  }

  /// What somebody wrote and could not be recorded.
  package struct Draft: Sendable {
    package var values: [String: String] = [:]
    package var ticked: Set<String> = []
    package var objections: [Objection] = []

    package init() {}
  }

  package var unit: UnitLink
  package var path: [UnitLink]
  package var day: CivilDate
  /// Whether a rule is known for the day.
  package var hasRule: Bool
  package var start: Confidence?
  package var kinds: [Kind]
  /// The one kind that is shown; `nil` for all.
  package var badge: Int?
  package var count: Int
  package var rows: [Row]
  package var firstSerial: Int
  package var previous: String?
  package var next: String?
  /// The awards to come, each with how many reach each badge.
  package var upcoming: [(day: CivilDate, counts: [Int: Int])]
  package var mayAward: Bool
  package var request: String
  package var draft: Draft?

  package init(
    unit: UnitLink,
    path: [UnitLink],
    day: CivilDate,
    hasRule: Bool,
    start: Confidence?,
    kinds: [Kind],
    badge: Int?,
    count: Int,
    rows: [Row],
    firstSerial: Int = 1,
    previous: String? = nil,
    next: String? = nil,
    upcoming: [(day: CivilDate, counts: [Int: Int])],
    mayAward: Bool,
    request: String
  ) {
    self.unit = unit
    self.path = path
    self.day = day
    self.hasRule = hasRule
    self.start = start
    self.kinds = kinds
    self.badge = badge
    self.count = count
    self.rows = rows
    self.firstSerial = firstSerial
    self.previous = previous
    self.next = next
    self.upcoming = upcoming
    self.mayAward = mayAward
    self.request = request
  }
}

/// How long somebody has been in the Party, which badge comes next, and which they have.
package struct Seniority: Sendable {
  /// How long they were suspended, and whether that counts.
  package struct Suspension: Sendable {
    package var days: Int
    package var leftOut: Int
    /// What the regulations say; `nil` when no rule is known for the day.
    package var clause: MemberWay.ClauseTold?

    package init(days: Int, leftOut: Int, clause: MemberWay.ClauseTold?) {
      self.days = days
      self.leftOut = leftOut
      self.clause = clause
    }
  }

  /// From the decision to admit; `nil` when it is not on record.
  package var decided: CivilDate?
  package var isOfficial: Bool
  package var years: Int?
  package var next: (years: Int, day: CivilDate)?
  package var awards: [(years: Int, day: CivilDate, number: String?)]
  /// How sure the start of the count is.
  package var confidence: Confidence?
  package var suspension: Suspension?

  package init(
    decided: CivilDate?,
    isOfficial: Bool,
    years: Int?,
    next: (years: Int, day: CivilDate)?,
    awards: [(years: Int, day: CivilDate, number: String?)],
    confidence: Confidence?,
    suspension: Suspension? = nil
  ) {
    self.decided = decided
    self.isOfficial = isOfficial
    self.years = years
    self.next = next
    self.awards = awards
    self.confidence = confidence
    self.suspension = suspension
  }
}
