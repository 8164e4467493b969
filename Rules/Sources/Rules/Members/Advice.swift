import Basics

/// How sure we are of a rule: verified in its source, or not.
public enum Confidence: String, Hashable, Sendable, CaseIterable {
  case verified = "V"
  case verifiedOld = "V-old"
  case stated = "S"
  case unverified = "U"
  /// Looked for and not found: a place kept open, never an invention.
  case notFound = "NF"
}

/// A bound a regulation sets: a number with its clause and source, as data.
public struct Bound: Hashable, Sendable {
  public let value: Int
  public let clause: String
  public let confidence: Confidence

  public init(_ value: Int, clause: String, _ confidence: Confidence) {
    self.value = value
    self.clause = clause
    self.confidence = confidence
  }
}

/// The bounds that a list or a form is held against.
///
/// They warn; none of them refuses.
public struct Bounds: Sendable {
  public let admissionAgeFrom: Bound
  public let admissionAgeTo: Bound
  public let probationMonths: Bound
  public let cellMinimum: Bound
  public let baseCellBelow: Bound

  /// Regulation 294-QĐ/TW of 26 May 2025, in force since 1 July 2025, and the Charter of 2011.
  public static let charter = Bounds(
    admissionAgeFrom: Bound(18, clause: "232-QĐ/TW (2025)", .verified),
    admissionAgeTo: Bound(60, clause: "232-QĐ/TW (2025)", .verified),
    probationMonths: Bound(12, clause: "Điều lệ, Điều 5", .verified),
    cellMinimum: Bound(3, clause: "Điều lệ Đảng (2011)", .verified),
    baseCellBelow: Bound(30, clause: "Điều lệ Đảng (2011)", .verified)
  )
}

/// Something a rulebook would object to: shown, never refused.
public enum Advice: Hashable, Sendable {
  case ageAtAdmission(years: Int, Bound)
  case probation(months: Int, Bound)
  case fewOfficials(Int, Bound)
  case largeBaseCell(Int, Bound)
  case smallBaseCommittee(Int, Bound)
  case namesake(code: String)
  case noHome
  case unknownColumn(String)
}

extension Life {
  /// What a rulebook would object to in this life, with the membership it is about.
  public func advice(_ bounds: Bounds = .charter) -> [(term: Int, advice: Advice)] {
    var found: [(term: Int, advice: Advice)] = []
    for (index, term) in terms.enumerated() {
      let admitted = term.span.start
      if let born = particulars.first?.value.born, born.latest < admitted {
        // Warn only when every day it can mean is out of bounds.
        let oldest = admitted.years(since: born.earliest)
        let youngest = admitted.years(since: born.latest)
        if oldest < bounds.admissionAgeFrom.value {
          found.append((index, .ageAtAdmission(years: oldest, bounds.admissionAgeFrom)))
        } else if youngest > bounds.admissionAgeTo.value {
          found.append((index, .ageAtAdmission(years: youngest, bounds.admissionAgeTo)))
        }
      }
      if let official = term.value.official, official >= admitted,
        official != admitted.adding(months: bounds.probationMonths.value)
      {
        let from = admitted.parts
        let to = official.parts
        let months = (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0)
        found.append((index, .probation(months: months, bounds.probationMonths)))
      }
      let hasHome = affiliations.contains { $0.value.role == .home && term.span.contains($0.span.start) }
      if !hasHome { found.append((index, .noHome)) }
    }
    return found
  }
}
