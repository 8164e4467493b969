import Basics

/// How people come to be members, official members, and members no longer.
extension History {
  /// Those who complete twelve months today, each grassroots organisation's by one decision.
  mutating func recognise() {
    let due = (probations.removeValue(forKey: day.number) ?? []).filter { person in
      let member = population[person]
      return member.place >= 0 && !member.isOfficial
        && CivilDate(number: member.admitted).adding(months: 12) == day
    }
    for (unit, people) in grouped(due, by: { base(of: population[$0].home) }) {
      let decision = decide(superior(of: unit), within: 3)
      for person in people {
        population[person].isOfficial = true
        population[person].touched = day.number
      }
      let recognised = people.map {
        PlannedRecognition(person: population.code($0), card: population.card($0))
      }
      happen(.recognised(recognised), decision)
    }
  }

  /// People admitted today: those of one grassroots organisation by one decision.
  mutating func admit(_ count: Int) {
    var left = count
    while left > 0 {
      if returns > 0, readmit() {
        returns -= 1
        left -= 1
        continue
      }
      let unit = base(of: homeInNeed())
      let group = min(left, units[Int(unit)].isHome ? 1 + random.below(2) : 1 + random.below(5))
      let decision = decide(superior(of: unit), within: 24)
      let arrivals = (0..<group).map { _ in
        let home = cellInNeed(of: unit)
        var newcomers = Newcomers(random: random)
        let person = population.append(newcomers.member(of: units[Int(home)], admitted: day))
        random = newcomers.random
        return arrive(person, home, decided: decision.signed, decision.number)
      }
      happen(.admitted(arrivals), decision)
      left -= group
    }
  }

  /// One who comes from another province with a membership begun there.
  mutating func takeOver() {
    let home = homeInNeed()
    var newcomers = Newcomers(random: random)
    let person = population.append(newcomers.member(of: units[Int(home)], comingOn: day))
    random = newcomers.random
    let decision = decide(superior(of: home))
    let (decided, number) = oldDecision(of: person)
    happen(.takenOver([arrive(person, home, decided: decided, number)]), decision)
  }

  /// The day and the number of the decision by which somebody was admitted who came as a member.
  func oldDecision(of person: Int32) -> (decided: CivilDate, number: String) {
    let mark = population.mark(person, 7)
    let admitted = CivilDate(number: population[person].admitted)
    return (admitted.adding(days: -3 - mark % 25), "\(1 + mark % 887)-QĐ/\(mark % 4 == 0 ? "ĐU" : "HU")")
  }

  /// One who left at least 36 months ago is admitted again; `false` when there is nobody such.
  private mutating func readmit() -> Bool {
    guard nextDeparted < departed.count else { return false }
    let (person, left) = departed[nextDeparted]
    guard CivilDate(number: left).adding(months: 36) <= day else { return false }
    nextDeparted += 1
    population[person].admitted = day.number
    population[person].isOfficial = false
    population[person].membership = 1
    let home = homeInNeed()
    let decision = decide(superior(of: home), within: 24)
    happen(.readmitted(arrive(person, home, decided: decision.signed, decision.number)), decision)
    return true
  }

  private mutating func arrive(
    _ person: Int32,
    _ home: Int32,
    decided: CivilDate,
    _ number: String
  ) -> PlannedArrival {
    population[person].touched = day.number
    population.enter(person, home, of: &units)
    if !population[person].isOfficial {
      probations[day.adding(months: 12).number, default: []].append(person)
    }
    let row = population.row(person, decided: decided, decision: number)
    return PlannedArrival(person: row, home: units[Int(home)].code)
  }

  private mutating func cellInNeed(of unit: Int32) -> Int32 {
    var best: Int32 = -1
    for _ in 0..<4 {
      guard let home = someHome(below: unit) else { continue }
      if best < 0 || isEmptier(home, best) { best = home }
    }
    return best < 0 ? homeInNeed() : best
  }

  mutating func end(one reason: PlannedLeaving) {
    guard let person = somebody(leavingFor: reason) else { return }
    let home = population[person].home
    end([person], reason, reason == .died ? nil : decide(superior(of: home)))
  }

  /// Those deleted today, each committee's by one decision.
  mutating func endDeleted(_ count: Int) {
    var people: [Int32] = []
    for _ in 0..<count {
      guard let person = somebody(leavingFor: .deleted) else { continue }
      population[person].touched = day.number
      people.append(person)
    }
    for (unit, group) in grouped(people, by: { superior(of: population[$0].home) }) {
      end(group, .deleted, decide(unit))
    }
  }

  private mutating func end(_ people: [Int32], _ reason: PlannedLeaving, _ decision: PlannedDecision?) {
    for person in people {
      for seat in seats.held(by: person) { leave(seat, decision) }
      if let contact = contacts.contact(of: person) { end(contact, decision) }
      population.leave(person, of: &units)
      let mayReturn = reason == .deleted || reason == .left
      if mayReturn, population[person].membership == 0, population[person].age(on: day) < 50 {
        departed.append((person, day.number))
      }
    }
    happen(.membershipsEnded(people: people.map(population.code), reason: reason), decision)
  }

  /// Somebody who may leave today for the reason: the old die, the young are deleted and move away.
  private mutating func somebody(leavingFor reason: PlannedLeaving) -> Int32? {
    var any: Int32?
    for attempt in 0..<600 {
      let person = someMember()
      let member = population[person]
      guard member.touched != day.number else { continue }
      if units[Int(member.home)].size <= 5, attempt < 400 { continue }
      any = any ?? person
      let age = member.age(on: day)
      switch reason {
      case .died: if random.below(300) < History.deaths(at: age) { return person }
      case .deleted:
        if (19...60).contains(age), member.seats == 0, age < 42 || random.chance(25) { return person }
      case .expelled: if (24...64).contains(age), member.isOfficial { return person }
      case .left: if (24...75).contains(age), member.seats == 0 { return person }
      case .transferred: if age < 45 || random.chance(15) { return person }
      }
    }
    return any
  }

  /// Of a thousand people of an age, how many die in a year.
  private static func deaths(at age: Int) -> Int {
    switch age {
    case ..<40: 1
    case ..<50: 3
    case ..<60: 7
    case ..<65: 12
    case ..<70: 20
    case ..<75: 32
    case ..<80: 52
    case ..<85: 85
    case ..<90: 140
    case ..<95: 220
    default: 300
    }
  }

  /// People by what they have in common, in the order in which the first of each came.
  func grouped(_ people: [Int32], by key: (Int32) -> Int32) -> [(key: Int32, people: [Int32])] {
    var groups: [(key: Int32, people: [Int32])] = []
    var places: [Int32: Int] = [:]
    for person in people {
      let key = key(person)
      if let place = places[key] {
        groups[place].people.append(person)
      } else {
        places[key] = groups.count
        groups.append((key, [person]))
      }
    }
    return groups
  }
}
