package import Basics
package import Rules
import Storage

/// What is asked of a roll: whose, as of when, which members, from where on.
package struct RollQuestion: Hashable, Sendable {
  /// Probationary or official.
  package enum Standing: String, CaseIterable, Hashable, Sendable {
    case official, probationary
  }

  /// Bands of age that a roll can be asked for, in whole years.
  package enum AgeBand: String, CaseIterable, Hashable, Sendable {
    case upTo30 = "18-30"
    case upTo40 = "31-40"
    case upTo50 = "41-50"
    case upTo60 = "51-60"
    case over60 = "61+"

    package var years: ClosedRange<Int> {
      switch self {
      case .upTo30: 0...30
      case .upTo40: 31...40
      case .upTo50: 41...50
      case .upTo60: 51...60
      case .over60: 61...200
      }
    }
  }

  package var unit: ID<Unit>
  package var asOf: AsOf
  /// Words of names, or numbers; any order, without marks.
  package var search: String = ""
  package var standing: Standing?
  package var sex: Sex?
  package var ethnicity: String?
  package var age: AgeBand?
  /// Holders of this post, in any body.
  package var post: String?
  /// Whether the members asked for are told apart by more than their unit.
  package var isNarrow: Bool {
    !search.isEmpty || standing != nil || sex != nil || ethnicity != nil || age != nil || post != nil
  }

  package init(unit: ID<Unit>, asOf: AsOf) {
    self.unit = unit
    self.asOf = asOf
  }

  /// The members asked for among the rows of the roll called `r`.
  var condition: SQL {
    var parts: [SQL] = []
    let day = asOf.day
    switch standing {
    case .official: parts.append("r.official_on <= \(day)")
    case .probationary: parts.append("(r.official_on IS NULL OR r.official_on > \(day))")
    case nil: break
    }
    if let sex { parts.append("r.sex = \(sex)") }
    if let ethnicity { parts.append("r.ethnicity = \(ethnicity)") }
    if let age {
      // Born on or before the youngest's birthday, after the day that would make them older than the oldest.
      let latest = day.adding(months: -12 * age.years.lowerBound)
      let earliest = day.adding(months: -12 * (age.years.upperBound + 1))
      parts.append("r.born <= \(latest.description) AND r.born > \(earliest.description)")
    }
    if let post {
      parts.append(
        """
        EXISTS (SELECT 1 FROM post h WHERE h.person = r.person AND h.post = \(post) AND \(Records.asOf("h", asOf)))
        """
      )
    }
    parts += SearchWord.words(of: search).map(\.condition)
    return parts.isEmpty ? "1 = 1" : SQL.join(parts, " AND ")
  }
}

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
