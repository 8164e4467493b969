import Basics

/// What kind of people come to a unit: their sex, people, age, and since when they have been members.
struct Newcomers {
  var random: SplitMix

  /// Somebody admitted on a day.
  mutating func member(of unit: Unit, admitted: CivilDate) -> Member {
    let age = ageAtAdmission()
    // Two days more than the years, so that nobody is admitted on the eve of the eighteenth birthday.
    let days = age * 1461 / 4 + 2 + random.below(363)
    return Member(
      born: admitted.number - Int32(days),
      admitted: admitted.number,
      ethnicity: ethnicity(in: unit),
      isFemale: random.chance(women(in: unit, admitted: admitted.year))
    )
  }

  /// Somebody who was a member already when the lists were taken over.
  mutating func member(of unit: Unit, takenOver day: CivilDate) -> Member {
    while true {
      let admitted = day.adding(days: -tenure())
      var member = member(of: unit, admitted: admitted)
      let age = member.age(on: day)
      if age > 93 || unit.sector != .residential && unit.sector != .cooperative && age > 61 { continue }
      if member.born < -9000 {
        // Old papers often have no more than a year.
        let known = random.below(100)
        member.vagueness = known < 9 ? 2 : known < 15 ? 1 : 0
      }
      return member
    }
  }

  /// Somebody who comes from another province.
  mutating func member(of unit: Unit, comingOn day: CivilDate) -> Member {
    var member = member(
      of: unit,
      admitted: day.adding(days: -random.within(440...440 + random.within(300...9000)))
    )
    member.isOfficial = true
    return member
  }

  /// How many days a member of 2015 has been one.
  private mutating func tenure() -> Int {
    let bands = [(18, 0), (21, 10), (19, 20), (17, 30), (16, 40), (7, 50), (2, 60)]
    var place = random.below(100)
    for (share, years) in bands {
      place -= share
      if place < 0 { return years * 3653 / 10 + 1 + random.below(years == 60 ? 2900 : 3652) }
    }
    return 3000
  }

  private mutating func ageAtAdmission() -> Int {
    switch random.below(100) {
    case ..<7: random.within(18...20)
    case ..<58: random.within(21...28)
    case ..<84: random.within(29...35)
    case ..<95: random.within(36...42)
    default: random.within(43...55)
    }
  }

  private mutating func ethnicity(in unit: Unit) -> Ethnicity {
    let place = random.below(100)
    if unit.people != .kinh {
      if place < 62 { return unit.people }
      if place < 76 { return Ethnicity.ofTheMountains[random.below(Ethnicity.ofTheMountains.count)] }
      return .kinh
    }
    if place < 8 { return Ethnicity.ofTheMountains[random.below(Ethnicity.ofTheMountains.count)] }
    return place < 10 ? .hoa : .kinh
  }

  private func women(in unit: Unit, admitted year: Int) -> Int {
    switch unit.sector {
    case .armedForces: 9
    case .borderGuard: 5
    case .police: 14
    case .school: 68
    case .health: 61
    default: year < 1976 ? 24 : year < 1990 ? 30 : year < 2005 ? 40 : 49
    }
  }
}
