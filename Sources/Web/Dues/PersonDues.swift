package import Basics
package import Rules

/// A member's own dues: on what they stand, what is owed and why, and the months of a year.
package struct PersonDues: Sendable {
  /// A month of the year in which the member owed dues.
  package struct Line: Sendable {
    package enum State: String, Sendable {
      case paid, less, open, excused, exempt, owesNothing, notKept, notYet
    }

    package var month: Month
    package var unit: UnitLink
    package var reckoning: DuesReckoning
    package var paid: (amount: Int, day: CivilDate, channel: String)?
    package var reason: String?
    package var state: State

    package init(
      month: Month,
      unit: UnitLink,
      reckoning: DuesReckoning,
      paid: (amount: Int, day: CivilDate, channel: String)?,
      reason: String?,
      state: State
    ) {
      self.month = month
      self.unit = unit
      self.reckoning = reckoning
      self.paid = paid
      self.reason = reason
      self.state = state
    }
  }

  /// What somebody wrote and could not be recorded.
  package struct Draft: Sendable {
    package var values: [String: String] = [:]
    package var objections: [Objection] = []
    /// Whether it is a reason, and not a declaration.
    package var isReason = false

    package init() {}
  }

  package var person: PersonLink
  package var path: [UnitLink]
  package var year: Int
  package var month: Month
  /// On what the dues stand, as declared, the latest first.
  package var bases: [Dated<DuesBasis>]
  package var reckoning: DuesReckoning
  package var lines: [Line]
  /// The clause that speaks of as many unpaid months; `nil` when none does.
  package var flag: (months: Int, clause: Clause)?
  package var isOwn: Bool
  package var mayDeclare: Bool
  package var mayExcuse: Bool
  package var request: String
  package var draft: Draft?

  package init(
    person: PersonLink,
    path: [UnitLink],
    year: Int,
    month: Month,
    bases: [Dated<DuesBasis>],
    reckoning: DuesReckoning,
    lines: [Line],
    flag: (months: Int, clause: Clause)? = nil,
    isOwn: Bool,
    mayDeclare: Bool,
    mayExcuse: Bool,
    request: String
  ) {
    self.person = person
    self.path = path
    self.year = year
    self.month = month
    self.bases = bases
    self.reckoning = reckoning
    self.lines = lines
    self.flag = flag
    self.isOwn = isOwn
    self.mayDeclare = mayDeclare
    self.mayExcuse = mayExcuse
    self.request = request
  }
}
