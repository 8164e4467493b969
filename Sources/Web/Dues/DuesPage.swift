package import Basics
package import Rules

/// The dues of a month of a unit and below, in people and in đồng.
package struct DuesTotals: Sendable {
  /// By the codes of figures: `owing`, `paid`, `open`, `exempt`, `undeclared`.
  package var counts: [String: Int]
  package var owed: Int
  /// Of how many it is not known how much they owe.
  package var unknown: Int
  package var received: Int
  /// What the unit passed on to the level above; `nil` while nobody has recorded it.
  package var passed: Int?

  package init(counts: [String: Int], owed: Int, unknown: Int, received: Int, passed: Int?) {
    self.counts = counts
    self.owed = owed
    self.unknown = unknown
    self.received = received
    self.passed = passed
  }
}

/// The dues of a unit in a month: sums, the units below, and the sheet of its own members.
package struct DuesPage: Sendable {
  /// A member on the sheet.
  package struct Row: Sendable {
    package var person: PersonLink
    package var category: String?
    package var reckoning: DuesReckoning
    /// What stands in the field of the amount.
    package var amount: String
    package var isTicked: Bool
    /// When it was received and how, once it is recorded.
    package var received: (day: CivilDate, channel: String)?
    package var reason: String?

    package init(
      person: PersonLink,
      category: String?,
      reckoning: DuesReckoning,
      amount: String,
      isTicked: Bool,
      received: (day: CivilDate, channel: String)? = nil,
      reason: String? = nil
    ) {
      self.person = person
      self.category = category
      self.reckoning = reckoning
      self.amount = amount
      self.isTicked = isTicked
      self.received = received
      self.reason = reason
    }
  }

  /// What somebody wrote and could not be recorded.
  package struct Draft: Sendable {
    package var values: [String: String] = [:]
    package var ticked: Set<String> = []
    package var objections: [Objection] = []
    /// Whether it is about passing on, and not about the sheet.
    package var isPassing = false

    package init() {}
  }

  package var unit: UnitLink
  package var path: [UnitLink]
  package var month: Month
  package var totals: DuesTotals
  package var below: [(unit: UnitLink, totals: DuesTotals)]
  package var rows: [Row]
  /// The number of the regulation of the month; `nil` when none is known.
  package var regulation: String?
  package var mayKeep: Bool
  package var request: String
  package var draft: Draft?

  package init(
    unit: UnitLink,
    path: [UnitLink],
    month: Month,
    totals: DuesTotals,
    below: [(unit: UnitLink, totals: DuesTotals)],
    rows: [Row],
    regulation: String?,
    mayKeep: Bool,
    request: String
  ) {
    self.unit = unit
    self.path = path
    self.month = month
    self.totals = totals
    self.below = below
    self.rows = rows
    self.regulation = regulation
    self.mayKeep = mayKeep
    self.request = request
  }

  /// Whether nothing was recorded of the month yet.
  var isNew: Bool { !rows.contains { $0.received != nil } }
}

/// Whom a figure about dues counts, fifty at a time.
package struct DuesPeoplePage: Sendable {
  package struct Row: Sendable {
    package var person: PersonLink
    package var unit: UnitLink
    package var category: String?
    package var reckoning: DuesReckoning
    package var paid: Int?
    package var day: CivilDate?

    package init(
      person: PersonLink,
      unit: UnitLink,
      category: String?,
      reckoning: DuesReckoning,
      paid: Int?,
      day: CivilDate?
    ) {
      self.person = person
      self.unit = unit
      self.category = category
      self.reckoning = reckoning
      self.paid = paid
      self.day = day
    }
  }

  package var unit: UnitLink
  package var path: [UnitLink]
  package var month: Month
  package var figure: String
  package var count: Int
  package var rows: [Row]
  package var firstSerial: Int
  package var previous: String?
  package var next: String?

  package init(
    unit: UnitLink,
    path: [UnitLink],
    month: Month,
    figure: String,
    count: Int,
    rows: [Row],
    firstSerial: Int = 1,
    previous: String? = nil,
    next: String? = nil
  ) {
    self.unit = unit
    self.path = path
    self.month = month
    self.figure = figure
    self.count = count
    self.rows = rows
    self.firstSerial = firstSerial
    self.previous = previous
    self.next = next
  }
}

/// Whose unpaid months of a year are for the cell to consider.
package struct UnpaidPage: Sendable {
  package struct Row: Sendable {
    package var person: PersonLink
    package var unit: UnitLink
    package var months: [Month]

    package init(person: PersonLink, unit: UnitLink, months: [Month]) {
      self.person = person
      self.unit = unit
      self.months = months
    }
  }

  package var unit: UnitLink
  package var path: [UnitLink]
  package var year: Int
  /// The fewest months the rule speaks of, and its clause; `nil` when no rule is known.
  package var rule: (fewest: Int, clause: Clause)?
  package var count: Int
  package var rows: [Row]
  package var firstSerial: Int
  package var previous: String?
  package var next: String?

  package init(
    unit: UnitLink,
    path: [UnitLink],
    year: Int,
    rule: (fewest: Int, clause: Clause)?,
    count: Int,
    rows: [Row],
    firstSerial: Int = 1,
    previous: String? = nil,
    next: String? = nil
  ) {
    self.count = count
    self.firstSerial = firstSerial
    self.previous = previous
    self.next = next
    self.unit = unit
    self.path = path
    self.year = year
    self.rule = rule
    self.rows = rows
  }
}
