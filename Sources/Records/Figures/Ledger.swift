import Basics

/// A way into a unit's roll.
package enum Inflow: String, CaseIterable, Hashable, Sendable {
  /// A member already, whose first known home is here.
  case takenOver
  case admitted
  case transferredIn
  case readmitted
  /// Their unit came under this one.
  case reorganisedIn
}

/// A way out of a unit's roll.
package enum Outflow: String, CaseIterable, Hashable, Sendable {
  case transferredOut
  case died
  case left
  case deleted
  case expelled
  /// Their unit left this one.
  case reorganisedOut
}

/// The movement of a unit's roll over a period: opening + in − out = closing, always.
package struct Ledger: Hashable, Sendable {
  package var period: Period
  /// Members on the day before the period.
  package var opening: Int
  package var inflows: [Inflow: Int]
  package var outflows: [Outflow: Int]
  /// Members on the last day of the period.
  package var closing: Int

  /// What is missing from the balance: 0 when it holds.
  package var difference: Int {
    opening + inflows.values.reduce(0, +) - outflows.values.reduce(0, +) - closing
  }
}
