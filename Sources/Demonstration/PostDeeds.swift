import Basics

/// How posts are left and filled.
extension History {
  /// The holder leaves the post; a successor follows within days or weeks.
  mutating func leave(_ seat: Int32, _ decision: PlannedDecision?) {
    let holder = seats[seat].holder
    let unit = units[Int(seats[seat].unit)].code
    seats.vacate(seat)
    population[holder].seats -= 1
    happen(.postLeft(person: population.code(holder), unit: unit, function: seats[seat].function), decision)
    // Vacancies of one day must not all be filled on one day.
    vacancies[day.number + Int32(4 + random.below(random.chance(80) ? 25 : 70)), default: []].append(seat)
  }

  mutating func fillVacancies() {
    for seat in vacancies.removeValue(forKey: day.number) ?? [] {
      let (unit, function) = (seats[seat].unit, seats[seat].function)
      guard !seats[seat].isGone, units[Int(unit)].exists, seats[seat].holder < 0 else { continue }
      guard let person = candidate(for: unit, function, by: day) else {
        vacancies[day.number + 20 + Int32(random.below(20)), default: []].append(seat)
        continue
      }
      let decision = decide(body(above: unit), within: 4)
      seats.take(seat, person, on: day.number)
      population[person].seats += 1
      population[person].touched = day.number
      let code = units[Int(unit)].code
      happen(.postTaken(person: population.code(person), unit: code, function: function), decision)
    }
  }

  /// Now and then somebody gives up a post: most often in the spring of a congress year.
  mutating func leaveSomePost() {
    for _ in 0..<60 {
      let seat = Int32(random.below(seats.all.count))
      guard seats[seat].holder >= 0, seats[seat].since < day.number else { continue }
      leave(seat, decide(body(above: seats[seat].unit)))
      return
    }
  }

  /// The posts as the lists have them: held since some day of the term that ends in 2015.
  mutating func fillAtOpening(_ seat: Int32) {
    let (unit, function) = (seats[seat].unit, seats[seat].function)
    let isVacant = random.below(1000) < (function == .secretary ? 8 : 35)
    guard !isVacant, let person = candidate(for: unit, function, by: Calendar.takenOver) else {
      vacancies[Calendar.takenOver.number + 3 + Int32(random.below(40)), default: []].append(seat)
      return
    }
    let official = CivilDate(number: population[person].admitted).adding(months: 12)
    let first = max(official.number, units[Int(unit)].from.number, Calendar.takenOver.number - 1670)
    let last = Calendar.takenOver.number
    let since = first + Int32(random.below(max(1, Int(last - first))))
    seats.take(seat, person, on: since)
    population[person].seats += 1
  }

  /// An official member of the unit or a unit below it, who has no post in it and not too many elsewhere.
  private mutating func candidate(
    for unit: Int32,
    _ function: PlannedPost.Function,
    by day: CivilDate
  ) -> Int32? {
    if units[Int(unit)].isHome {
      let people = population.members(of: units[Int(unit)]).filter { isEligible($0, for: unit) }
      let grown = people.filter { (24...66).contains(population[$0].age(on: day)) }
      if !grown.isEmpty { return grown[random.below(grown.count)] }
      return people.isEmpty ? nil : people[random.below(people.count)]
    }
    for _ in 0..<60 {
      guard let home = someHome(below: unit), let person = someMember(of: home) else { continue }
      if isEligible(person, for: unit), (30...62).contains(population[person].age(on: day)) { return person }
    }
    return nil
  }

  private func isEligible(_ person: Int32, for unit: Int32) -> Bool {
    let member = population[person]
    return member.isOfficial && member.seats < 3 && (member.seats == 0 || !seats.holds(person, in: unit))
  }
}
