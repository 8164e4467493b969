import Basics

/// How people change their home within the province, keep contacts elsewhere, and have their particulars put right.
extension History {
  /// Transfers within the province: now and then a few colleagues together.
  mutating func moveHomes(_ count: Int) {
    var left = count
    while left > 0 {
      guard let person = somebodyMoving() else { return }
      let from = population[person].home
      guard let to = destination(of: person) else {
        left -= 1
        continue
      }
      var people = [person]
      if left > 1, random.chance(14) {
        let colleagues = population.members(of: units[Int(from)]).filter {
          $0 != person && population[$0].touched != day.number && population[$0].seats == 0
        }
        people += colleagues.prefix(min(left - 1, 1 + random.below(3), max(0, units[Int(from)].size - 8)))
      }
      rehome(people, from: from, to: to, decide(superior(of: from), within: 9))
      left -= people.count
    }
  }

  /// The homes of several people pass from one unit to another.
  mutating func rehome(_ people: [Int32], from: Int32, to: Int32, _ decision: PlannedDecision) {
    for person in people {
      for seat in seats.held(by: person) where !isWithin(to, seats[seat].unit) { leave(seat, decision) }
      if let contact = contacts.contact(of: person), contact.unit == to { end(contact, decision) }
      population.move(person, to: to, of: &units)
      population[person].touched = day.number
    }
    let codes = people.map(population.code)
    happen(.homesMoved(people: codes, from: units[Int(from)].code, to: units[Int(to)].code), decision)
  }

  /// Those who retire move first, others with their work.
  private mutating func somebodyMoving() -> Int32? {
    var any: Int32?
    for attempt in 0..<300 {
      let person = someMember()
      let member = population[person]
      let home = units[Int(member.home)]
      guard member.touched != day.number else { continue }
      if home.size <= 6, attempt < 250 { continue }
      any = any ?? person
      let age = member.age(on: day)
      if age >= 60, home.sector != .residential { return person }
      if attempt >= 8 || age > 70, let any { return any }
    }
    return any
  }

  /// Where somebody moves to: who retires goes to the cell of a village, half of the others stay near.
  private mutating func destination(of person: Int32) -> Int32? {
    let from = population[person].home
    let retires = population[person].age(on: day) >= 60 && units[Int(from)].sector != .residential
    let near = random.chance(60) ? superior(of: from) : ProvinceBuilder.province
    var best: Int32?
    for attempt in 0..<24 {
      guard let home = near == ProvinceBuilder.province ? someHome() : someHome(below: near), home != from
      else { continue }
      if retires, units[Int(home)].sector != .residential, attempt < 20 { continue }
      if let found = best {
        if isEmptier(home, found) { best = home }
        return best
      }
      best = home
    }
    return best
  }

  /// Somebody who works elsewhere keeps contact where they live, or a soldier joins a village's meetings.
  mutating func beginContact() {
    for _ in 0..<60 {
      let person = someMember()
      let home = population[person].home
      let unit = someHome()
      let sector = units[Int(home)].sector
      guard sector != .residential, units[Int(unit)].sector == .residential, unit != home else { continue }
      guard contacts.contact(of: person) == nil, population[person].isOfficial else { continue }
      let isGuest = sector == .borderGuard || sector == .armedForces
      let contact = Contacts.Contact(
        person: person,
        unit: unit,
        role: isGuest ? .host : .residence,
        since: day.number
      )
      contacts.begin(contact)
      let (code, place) = (population.code(person), units[Int(unit)].code)
      happen(.affiliationBegun(person: code, unit: place, role: contact.role), nil)
      return
    }
  }

  mutating func endSomeContact() {
    guard !contacts.current.isEmpty else { return }
    let contact = contacts.current[random.below(contacts.current.count)]
    if contact.since < day.number { end(contact, nil) }
  }

  mutating func end(_ contact: Contacts.Contact, _ decision: PlannedDecision?) {
    contacts.end(contact)
    let (person, unit) = (population.code(contact.person), units[Int(contact.unit)].code)
    happen(.affiliationEnded(person: person, unit: unit, role: contact.role), decision)
  }

  /// The file of somebody is put right: a date of birth, or now and then the spelling of the name.
  mutating func correct() {
    if random.chance(30) {
      for _ in 0..<40 {
        let person = someMember()
        guard let name = Spelling.corrected(population.name(person)) else { continue }
        population.names[person] = name
        happen(.nameCorrected(person: population.code(person), name: name), nil)
        return
      }
    }
    let person = someMember()
    if population[person].vagueness > 0 {
      population[person].vagueness = 0
    } else {
      let born = CivilDate(number: population[person].born)
      let earlier = born.adding(days: -1 - random.below(20))
      population[person].born = (earlier.year == born.year ? earlier : born.adding(days: 1)).number
    }
    happen(.birthCorrected(person: population.code(person), born: population.born(person)), nil)
  }
}
