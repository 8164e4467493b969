package import Basics
package import Rules
import Storage

/// How dues came to the cell.
package enum DuesChannel: String, Hashable, Sendable, CaseIterable {
  case cash, portal
}

/// Dues of one member for one month, as the cell received them.
package struct DuesPayment: Hashable, Sendable {
  /// The cell that was the home on the month's first day.
  package var unit: ID<Unit>
  /// In whole đồng.
  package var amount: Int
  package var paid: CivilDate
  package var channel: DuesChannel

  package init(unit: ID<Unit>, amount: Int, paid: CivilDate, channel: DuesChannel) {
    self.unit = unit
    self.amount = amount
    self.paid = paid
    self.channel = channel
  }
}

/// What a unit passed on to the level above of the dues of a month.
package struct DuesPassed: Hashable, Sendable {
  package var amount: Int
  package var day: CivilDate

  package init(amount: Int, day: CivilDate) {
    self.amount = amount
    self.day = day
  }
}

extension DuesCategory: Coded {}
extension DuesChannel: Coded {}

/// One row of a month's sheet: a member who owes dues in a cell, and what was received.
package struct DuesLine: Hashable, Sendable {
  package let person: ID<Person>
  package let name: String
  /// The home on the first day of the month.
  package let unit: ID<Unit>
  package let unitName: String
  package let basis: DuesBasis?
  package let payment: Fact<DuesPayment>?
  /// The good reason somebody recorded for not paying.
  package let reason: String?
  /// How the member stood on the first day of the month.
  package let states: [StateKind]
}
