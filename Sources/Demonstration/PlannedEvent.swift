package import Basics

/// A numbered, dated, signed act of a body that carries one or more deeds.
///
/// Events that stand one after another with an equal decision are carried by the same sheet of paper. Within one
/// issuing unit and one year of signing no number is given twice.
package struct PlannedDecision: Hashable, Sendable {
  /// As it stands on the paper: `123-QĐ/HU`.
  package var number: String
  /// Never after the day on which its deed takes effect.
  package var signed: CivilDate
  /// The code of the unit whose body decided.
  package var issuer: String
  /// The full name of the one who signed.
  package var signer: String
}

/// Something that happens in the province on a day.
package struct PlannedEvent: Hashable, Sendable {
  /// The day on which it takes effect.
  package var day: CivilDate
  /// `nil` where no body decides: a death, a correction of particulars, a residence contact.
  package var decision: PlannedDecision?
  package var deed: PlannedDeed
}

/// What happens, with everything that carrying it out needs.
///
/// Units and people are given by their codes.
package enum PlannedDeed: Hashable, Sendable {
  case unitFounded(PlannedUnit)
  case unitRenamed(unit: String, name: String)
  case unitMoved(unit: String, under: String)
  case sectorChanged(unit: String, sector: PlannedUnit.Sector)
  /// The unit has neither units nor people left; those it was merged into go on in its place.
  case unitEnded(unit: String, into: [String])
  /// New people, each with the cell that becomes the first home.
  case admitted([PlannedArrival])
  /// Somebody who left years ago begins a second membership.
  case readmitted(PlannedArrival)
  /// Members of another province come with a membership that began there.
  case takenOver([PlannedArrival])
  case recognised([PlannedRecognition])
  case homesMoved(people: [String], from: String, to: String)
  case membershipsEnded(people: [String], reason: PlannedLeaving)
  case postTaken(person: String, unit: String, function: PlannedPost.Function)
  case postLeft(person: String, unit: String, function: PlannedPost.Function)
  case affiliationBegun(person: String, unit: String, role: PlannedAffiliation.Role)
  case affiliationEnded(person: String, unit: String, role: PlannedAffiliation.Role)
  case birthCorrected(person: String, born: LooseDate)
  case nameCorrected(person: String, name: String)
}

/// A person with the home that begins on the day of the event.
package struct PlannedArrival: Hashable, Sendable {
  package var person: PlannedPerson
  /// The code of the cell.
  package var home: String
}

/// A probationary member who becomes an official one on the day of the event, and receives a card.
package struct PlannedRecognition: Hashable, Sendable {
  package var person: String
  package var card: String
}

/// Why a membership ends; the raw value is the word of the lists.
package enum PlannedLeaving: String, Sendable, CaseIterable {
  case died, left, deleted, expelled, transferred
}
