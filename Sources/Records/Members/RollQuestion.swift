package import Basics
package import Rules
import Storage

/// What is asked of a roll: whose, as of when, which members, from where on.
package struct RollQuestion: Hashable, Sendable {
  /// Probationary or official, excused or suspended.
  package enum Standing: String, CaseIterable, Hashable, Sendable {
    case official, probationary, exempt, suspended
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

  /// Bands of whole years since admission.
  package enum PartyAgeBand: String, CaseIterable, Hashable, Sendable {
    case upTo9 = "0-9"
    case upTo19 = "10-19"
    case upTo29 = "20-29"
    case upTo39 = "30-39"
    case upTo49 = "40-49"
    case over49 = "50+"

    package var years: ClosedRange<Int> {
      switch self {
      case .upTo9: 0...9
      case .upTo19: 10...19
      case .upTo29: 20...29
      case .upTo39: 30...39
      case .upTo49: 40...49
      case .over49: 50...200
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
  package var partyAge: PartyAgeBand?
  /// Those at home in a unit of this kind, or sector.
  package var kind: UnitKind?
  package var sector: Sector?
  /// On probation, and due for recognition before this day.
  package var dueBefore: CivilDate?
  /// Instead of those at home: the people so tied to the unit or below, wherever their home is.
  package var role: AffiliationRole?
  /// Of those at home: who is so tied to any unit besides.
  package var tie: AffiliationRole?
  /// Only these people.
  package var people: [ID<Person>]?

  /// Whether the members asked for are told apart by more than their unit.
  package var isNarrow: Bool {
    !search.isEmpty || standing != nil || sex != nil || ethnicity != nil || age != nil || post != nil
      || partyAge != nil || kind != nil || sector != nil || dueBefore != nil || role != nil || tie != nil
      || people != nil
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
    case .official: parts.append(MemberStanding.official.condition(on: day))
    case .probationary: parts.append(MemberStanding.probationary.condition(on: day))
    case .exempt, .suspended:
      let state = standing == .exempt ? StateKind.exempt : .suspended
      parts.append(
        """
        EXISTS (SELECT 1 FROM member_state s WHERE s.person = r.person AND s.state = \(state) AND \(Records.asOf("s", asOf)))
        """
      )
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
    if let partyAge {
      let latest = day.adding(months: -12 * partyAge.years.lowerBound)
      let earliest = day.adding(months: -12 * (partyAge.years.upperBound + 1))
      parts.append("r.admitted_on <= \(latest) AND r.admitted_on > \(earliest)")
    }
    if let kind {
      parts.append(
        "EXISTS (SELECT 1 FROM unit_kind k WHERE k.unit = r.unit AND k.kind = \(kind) AND \(Records.asOf("k", asOf)))"
      )
    }
    if let sector {
      parts.append(
        """
        EXISTS (SELECT 1 FROM unit_sector s WHERE s.unit = r.unit AND s.sector = \(sector) AND \(Records.asOf("s", asOf)))
        """
      )
    }
    if let dueBefore {
      parts.append(
        """
        (r.official_on IS NULL OR r.official_on > \(day))
          AND (r.official_on < \(dueBefore) OR r.official_on IS NULL AND r.admitted_on < \(RollQuestion.yearBefore(dueBefore)))
        """
      )
    }
    if let tie { parts.append(tie.isHeld(asOf)) }
    if let people {
      let list = people.isEmpty ? "0" : SQL.join(people.map { "\($0)" }, ", ")
      parts.append("r.person IN (\(list))")
    }
    parts += SearchWord.words(of: search).map(\.condition)
    return parts.isEmpty ? "1 = 1" : SQL.join(parts, " AND ")
  }

  /// The first day whose anniversary is this day or later: of 29 February, the 28th a year before is not.
  private static func yearBefore(_ day: CivilDate) -> CivilDate {
    var before = day.adding(months: -12)
    while before.adding(months: 12) < day { before = before.adding(days: 1) }
    return before
  }
}
