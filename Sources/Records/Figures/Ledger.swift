package import Basics
package import Rules
import Storage

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

/// What a member is on a day: official, or on probation.
package enum MemberStanding: String, CaseIterable, Hashable, Sendable {
  case official, probationary

  /// The rows of the roll, called `r`, of such members on a day.
  func condition(on day: CivilDate) -> SQL {
    switch self {
    case .official: "r.official_on <= \(day)"
    case .probationary: "(r.official_on IS NULL OR r.official_on > \(day))"
    }
  }
}

/// One person coming onto, or going off, a unit's roll on a day.
package struct Movement: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case `in`(Inflow)
    case out(Outflow)
    /// Recognised as an official member, here on that day and the day before.
    case recognised
  }

  package let person: ID<Person>
  /// The first day on the roll, or the first day no longer on it.
  package let day: CivilDate
  package let kind: Kind
  /// The unit of the home.
  package let unit: ID<Unit>
  /// What they were: on the day they came, on the last day before they went.
  package let standing: MemberStanding

  /// Whether it is of such a member; everybody is when nothing is asked.
  package func isOf(_ standing: MemberStanding?) -> Bool {
    standing.map { $0 == self.standing } ?? true
  }
}

/// The movement of a unit's roll over a period: opening + in − out = closing, always.
///
/// Kept for official members or for those on probation alone, whoever is recognised goes from the one to the other.
package struct Ledger: Hashable, Sendable {
  package var period: Period
  /// Whom it is about; `nil` for all members.
  package var standing: MemberStanding?
  /// Members on the day before the period.
  package var opening: Int
  package var inflows: [Inflow: Int]
  package var outflows: [Outflow: Int]
  /// Recognised as official members while in the unit: they come to the official, and go from those on probation.
  package var recognised = 0
  /// Members on the last day of the period.
  package var closing: Int

  package init(period: Period, standing: MemberStanding?, opening: Int, closing: Int) {
    self.period = period
    self.standing = standing
    self.opening = opening
    inflows = [:]
    outflows = [:]
    self.closing = closing
  }

  /// What is missing from the balance: 0 when it holds.
  package var difference: Int {
    let passed =
      switch standing {
      case .official: recognised
      case .probationary: -recognised
      case nil: 0
      }
    return opening + inflows.values.reduce(0, +) - outflows.values.reduce(0, +) + passed - closing
  }

  /// Enters one movement, unless it is of others.
  mutating func count(_ movement: Movement) {
    switch movement.kind {
    case .in(let flow) where movement.isOf(standing): inflows[flow, default: 0] += 1
    case .out(let flow) where movement.isOf(standing): outflows[flow, default: 0] += 1
    case .recognised: recognised += 1
    default: break
    }
  }
}
