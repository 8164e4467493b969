package import Basics

/// An organisation of any level, as the list of units has it.
package struct PlannedUnit: Hashable, Sendable {
  /// The level of an organisation; the raw value is the word of the lists.
  package enum Kind: String, Sendable, CaseIterable {
    case province, superiorCommittee, baseCommittee, baseCell, sectionCommittee, cell
  }

  /// Where the members of a unit live or work; the raw value is the word of the lists.
  package enum Sector: String, Sendable, CaseIterable {
    case residential, agency, school, health, enterprise, cooperative, armedForces, borderGuard, police, other
  }

  package var code: String
  package var name: String
  package var kind: Kind
  package var sector: Sector?
  /// The code of the unit above; `nil` for the province.
  package var parent: String?
  package var from: CivilDate
  /// The decision that founded it, as the old papers cite it.
  package var decision: String?
}

/// A person and one membership, as the list of members has it.
package struct PlannedPerson: Hashable, Sendable {
  /// The raw value is the word of the lists.
  package enum Sex: String, Sendable {
    case male = "M"
    case female = "F"
  }

  /// Twelve digits, the person's own for good.
  package var code: String
  package var name: String
  package var born: LooseDate
  package var sex: Sex
  package var ethnicity: String
  /// The day of the decision to admit.
  package var decided: CivilDate
  /// The day of the ceremony, on which membership starts.
  package var admitted: CivilDate
  /// The first day as an official member; `nil` while probationary.
  package var official: CivilDate?
  /// Eight digits; only official members have one.
  package var card: String?
  /// The number of the decision to admit.
  package var decision: String
}

/// A person in a unit from a day on: home, or a role beside it.
package struct PlannedAffiliation: Hashable, Sendable {
  /// The raw value is the word of the lists.
  package enum Role: String, Sendable {
    case home, residence, host
  }

  package var person: String
  package var unit: String
  package var role: Role
  package var from: CivilDate
}

/// A function in the leading body of a unit, held by a person from a day on.
package struct PlannedPost: Hashable, Sendable {
  /// The raw value is the word of the lists.
  package enum Function: String, Sendable, CaseIterable {
    case secretary, deputySecretary, standingMember, committeeMember, inspectionHead
  }

  package var person: String
  package var unit: String
  package var function: Function
  package var from: CivilDate
}
