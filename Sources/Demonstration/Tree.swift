import Basics

/// Who is under whom, and who decides for whom.
extension History {
  /// Whether a unit is another one or anywhere below it.
  func isWithin(_ unit: Int32, _ above: Int32) -> Bool {
    var current = unit
    while current >= 0 {
      if current == above { return true }
      current = units[Int(current)].parent
    }
    return false
  }

  /// The grassroots organisation to which a unit belongs, or the unit itself higher up.
  func base(of unit: Int32) -> Int32 {
    var current = unit
    while units[Int(current)].kind == .cell || units[Int(current)].kind == .sectionCommittee {
      current = units[Int(current)].parent
    }
    return current
  }

  /// The committee under the province to which a unit belongs; the province itself above them.
  func superior(of unit: Int32) -> Int32 {
    var current = base(of: unit)
    if units[Int(current)].kind == .baseCommittee || units[Int(current)].kind == .baseCell {
      current = units[Int(current)].parent
    }
    return current
  }

  /// The body that decides about a unit's own leading body: the nearest committee above it.
  func body(above unit: Int32) -> Int32 {
    let parent = units[Int(unit)].parent
    if parent < 0 { return unit }
    return units[Int(parent)].kind == .sectionCommittee ? units[Int(parent)].parent : parent
  }

  /// A decision of a unit's body, taken at most so many days before this one.
  mutating func decide(_ issuer: Int32, within days: Int = 6) -> PlannedDecision {
    decide(issuer, signed: day.adding(days: -random.below(days)), by: day)
  }

  /// A decision of a unit's body.
  ///
  /// Numbers begin anew each year, so none is signed in the year before.
  mutating func decide(_ issuer: Int32, signed: CivilDate, by day: CivilDate) -> PlannedDecision {
    let (signer, since) = signer(of: issuer)
    let first = max(day.startOfYear, units[Int(issuer)].from, CivilDate(number: since))
    let onWorkday = Calendar.isWeekend(signed) ? signed.adding(days: -2) : signed
    if units[Int(issuer)].numberYear != day.year {
      units[Int(issuer)].numberYear = day.year
      units[Int(issuer)].number = 0
    }
    units[Int(issuer)].number += 1
    return PlannedDecision(
      number: "\(units[Int(issuer)].number)-QĐ/\(units[Int(issuer)].suffix)",
      signed: min(day, max(first, onWorkday)),
      issuer: units[Int(issuer)].code,
      signer: signer >= 0 ? population.name(signer) : "Ban Thường vụ"
    )
  }

  /// Who signs for a unit: its secretary, in the secretary's absence the next in its body, or the body above.
  private func signer(of unit: Int32) -> (person: Int32, since: Int32) {
    var current = unit
    while current >= 0 {
      for seat in units[Int(current)].seats where seats[seat].holder >= 0 {
        return (seats[seat].holder, seats[seat].since)
      }
      current = units[Int(current)].parent
    }
    return (-1, 0)
  }

  /// A home somewhere in the province that can use another member.
  mutating func homeInNeed() -> Int32 {
    var best: Int32 = -1
    for _ in 0..<3 {
      let home = someHome()
      if best < 0 || isEmptier(home, best) { best = home }
    }
    return best
  }

  mutating func someHome() -> Int32 {
    while true {
      let home = homes[random.below(homes.count)]
      if units[Int(home)].exists { return home }
    }
  }

  func isEmptier(_ one: Int32, _ other: Int32) -> Bool {
    units[Int(one)].size * units[Int(other)].weight < units[Int(other)].size * units[Int(one)].weight
  }

  /// A home below a unit, found by going down the tree; `nil` where the way ends in a committee without cells.
  mutating func someHome(below unit: Int32) -> Int32? {
    var current = unit
    while !units[Int(current)].isHome {
      let children = units[Int(current)].children
      if children.isEmpty { return nil }
      current = children[random.below(children.count)]
    }
    return current
  }

  /// Some member of a unit that is a home.
  mutating func someMember(of home: Int32) -> Int32? {
    guard units[Int(home)].size > 0 else { return nil }
    var person = units[Int(home)].first
    for _ in 0..<random.below(units[Int(home)].size) { person = population[person].next }
    return person
  }

  mutating func someMember() -> Int32 {
    population.living[random.below(population.living.count)]
  }
}
