package import Basics

/// A person behind a figure, and the day on which they were counted when it is of a period.
package struct CountedPerson: Sendable {
  package var person: PersonLink
  package var born: LooseDate?
  package var sex: String
  package var unit: UnitLink
  package var on: CivilDate?
  /// Whether their file and their cell open to the reader.
  package var opens = true

  package init(person: PersonLink, born: LooseDate?, sex: String, unit: UnitLink, on: CivilDate?) {
    self.person = person
    self.born = born
    self.sex = sex
    self.unit = unit
    self.on = on
  }
}

/// A unit behind a figure, and the unit above it.
package struct CountedUnit: Sendable {
  package var unit: UnitLink
  package var kind: String
  package var parent: UnitLink?
  package var members: Int

  package init(unit: UnitLink, kind: String, parent: UnitLink?, members: Int) {
    self.unit = unit
    self.kind = kind
    self.parent = parent
    self.members = members
  }
}
