package import Basics
package import Rules

/// One member on a roll.
package struct RollLine: Hashable, Sendable {
  package let person: ID<Person>
  package let code: String
  package let name: String
  package let born: LooseDate?
  package let sex: Sex?
  package let ethnicity: String?
  package let card: String?
  package let unit: ID<Unit>
  package internal(set) var unitName: String
  package let post: String?
  /// This, the leaving and what it cites are told where a list is made, and left out of a page.
  package let decided: CivilDate?
  package let admitted: CivilDate
  package let official: CivilDate?
  package let left: CivilDate?
  package let reason: LeavingReason?
  package let cited: String?
  /// Where a question by another tie than the home finds them: the units, by name.
  package internal(set) var ties: [String] = []
  /// Excused or suspended on the day.
  package internal(set) var state: StateKind?
}

/// Where a page of a roll begins: after, or before, one member.
package struct RollCursor: Hashable, Sendable {
  package let person: ID<Person>
  /// The member's number in the register.
  package let serial: Int
  package let isBackwards: Bool

  package init(person: ID<Person>, serial: Int, isBackwards: Bool = false) {
    self.person = person
    self.serial = serial
    self.isBackwards = isBackwards
  }
}

/// One page of a roll.
package struct RollSlice: Hashable, Sendable {
  package var lines: [RollLine]
  /// The number of the first line in the register, from 1.
  package var firstSerial: Int
  package var hasBefore: Bool
  package var hasAfter: Bool
}
