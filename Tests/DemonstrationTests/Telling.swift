import Basics
import Demonstration

/// The register is told an event: it checks it against what it knows, and notes it.
extension Register {
  mutating func tell(_ event: PlannedEvent) {
    note(event.day >= day, "an event of \(event.day) comes late")
    day = event.day
    if let decision = event.decision { check(decision) }
    tell(event.deed, event.decision)
  }

  private mutating func check(_ decision: PlannedDecision) {
    note(
      decision.signed <= day && decision.signed.year == day.year,
      "\(decision.number) signed \(decision.signed)"
    )
    note(
      !ended.contains(decision.issuer) && units[decision.issuer] != nil,
      "\(decision.issuer) decides and is not there"
    )
    note(!decision.signer.isEmpty, "\(decision.number) is not signed")
    let key = "\(decision.issuer) \(decision.signed.year) \(decision.number)"
    note(numbers[key] == nil || numbers[key] == decision, "\(key) is given twice")
    numbers[key] = decision
  }

  private mutating func tell(_ deed: PlannedDeed, _ decision: PlannedDecision?) {
    switch deed {
    case .unitFounded(let unit):
      note(unit.from == day && decision != nil, "\(unit.code) is founded on another day")
      found(unit)
    case .unitRenamed(let unit, let name):
      note(units[unit] != nil && units[unit]?.name != name && !name.isEmpty, "\(unit) renamed \(name)")
      units[unit]?.name = name
    case .unitMoved(let unit, let parent):
      guard let old = units[unit]?.parent else { return note(false, "\(unit) moved and is not there") }
      note(old != parent, "\(unit) moved to where it is")
      units[old]?.children.remove(unit)
      units[parent]?.children.insert(unit)
      units[unit]?.parent = parent
      checkParent(of: unit)
      for (body, held) in posts where held.keys.contains(where: { !isBelow($0.person, body) }) {
        note(false, "the move of \(unit) leaves strangers in \(body)")
      }
    case .sectorChanged(let unit, _): note(units[unit] != nil, "\(unit) is not there")
    case .unitEnded(let unit, _): end(unit)
    case .admitted(let arrivals):
      for arrival in arrivals {
        note(
          arrival.person.admitted == day && arrival.person.official == nil,
          "admission of \(arrival.person.code)"
        )
        note(arrival.person.decided == decision?.signed, "\(arrival.person.code) decided on another day")
        note(people[arrival.person.code] == nil, "\(arrival.person.code) is known already")
        arrive(arrival)
      }
      note(Set(arrivals.map { base(of: $0.home) }).count == 1, "one decision for several organisations")
    case .readmitted(let arrival):
      let old = people[arrival.person.code]
      note(
        old?.left.map { $0.adding(months: 36) <= day } ?? false,
        "\(arrival.person.code) comes back too soon"
      )
      note(old?.reason == .left || old?.reason == .deleted, "\(arrival.person.code) cannot come back")
      note(
        arrival.person.admitted == day && arrival.person.official == nil,
        "return of \(arrival.person.code)"
      )
      arrive(arrival)
    case .takenOver(let arrivals):
      for arrival in arrivals {
        note(
          arrival.person.official.map { $0 < day } ?? false,
          "\(arrival.person.code) comes as no official member"
        )
        note(people[arrival.person.code] == nil, "\(arrival.person.code) is known already")
        arrive(arrival)
      }
    case .recognised(let recognised):
      for entry in recognised {
        let person = people[entry.person]
        note(person?.official == nil && person?.home != nil, "\(entry.person) is recognised")
        note(person?.admitted.adding(months: 12) == day, "\(entry.person) is recognised on the wrong day")
        note(cards.insert(entry.card).inserted && entry.card.utf8.count == 8, "card \(entry.card)")
        people[entry.person]?.official = day
      }
    case .homesMoved(let moved, let from, let to): move(moved, from, to)
    case .membershipsEnded(let ended, let reason):
      note((decision == nil) == (reason == .died), "\(reason) with the wrong paper")
      for person in ended { end(person, reason) }
    case .postTaken(let person, let unit, let function):
      note(people[person]?.official != nil, "\(person) is probationary")
      take(person, unit, function, on: day)
    case .postLeft(let person, let unit, let function):
      let since = posts[unit]?.removeValue(forKey: Held(person: person, function: function))
      note(since.map { $0 < day } ?? false, "\(person) leaves no post of \(unit)")
      people[person]?.posts.remove(unit)
    case .affiliationBegun(let person, let unit, _): begin(person, unit, day)
    case .affiliationEnded(let person, let unit, _):
      note(
        people[person]?.contact == unit && contactSince[person].map { $0 < day } ?? false,
        "contact of \(person)"
      )
      people[person]?.contact = nil
      contacts[unit]?.remove(person)
    case .birthCorrected(let person, let born):
      note(people[person].map { born.latest < $0.admitted } ?? false, "birth of \(person)")
    case .nameCorrected(let person, let name):
      note(people[person] != nil && !name.isEmpty, "name of \(person)")
    }
  }

  private mutating func arrive(_ arrival: PlannedArrival) {
    let person = arrival.person
    checkParticulars(person)
    people[person.code] = PersonEntry(admitted: person.admitted, official: person.official, homeSince: day)
    if let card = person.card { note(cards.insert(card).inserted, "card \(card) twice") }
    settle(person.code, arrival.home)
    if person.admitted == day, day.year == 2025, day <= DemonstrationPlan.measured { admittedIn2025 += 1 }
  }

  private mutating func move(_ moved: [String], _ from: String, _ to: String) {
    note(from != to && !moved.isEmpty && Set(moved).count == moved.count, "move from \(from) to \(to)")
    for person in moved {
      note(people[person]?.home == from, "\(person) moves from where they are not")
      note(people[person].map { $0.homeSince < day } ?? false, "\(person) moves twice on a day")
      note(people[person]?.contact != to, "\(person) keeps contact with their own home")
      units[from]?.people.remove(person)
      settle(person, to)
      people[person]?.homeSince = day
      for unit in people[person]?.posts ?? [] {
        note(isBelow(person, unit), "\(person) takes along the post of \(unit)")
      }
    }
  }

  private mutating func end(_ person: String, _ reason: PlannedLeaving) {
    guard let entry = people[person], let home = entry.home else {
      return note(false, "\(person) left before")
    }
    note(entry.admitted < day && entry.homeSince < day, "\(person) leaves on the day of arrival")
    note(entry.official.map { $0 < day } ?? true, "\(person) leaves on the day of recognition")
    note(entry.posts.isEmpty && entry.contact == nil, "\(person) leaves with posts or contacts")
    units[home]?.people.remove(person)
    people[person]?.home = nil
    people[person]?.left = day
    people[person]?.reason = reason
  }

  private mutating func end(_ unit: String) {
    guard let entry = units[unit] else { return note(false, "\(unit) ended before") }
    note(entry.children.isEmpty && entry.people.isEmpty, "\(unit) ends and is not empty")
    note(posts[unit]?.isEmpty ?? true, "\(unit) ends with posts")
    note(contacts[unit]?.isEmpty ?? true, "\(unit) ends with contacts")
    if let parent = entry.parent { units[parent]?.children.remove(unit) }
    units[unit] = nil
    ended.insert(unit)
  }

  func base(of home: String) -> String {
    var code = home
    while let unit = units[code], unit.kind == .cell || unit.kind == .sectionCommittee,
      let parent = unit.parent
    {
      code = parent
    }
    return code
  }

  func count(_ kind: PlannedUnit.Kind) -> Int { units.values.count { $0.kind == kind } }
}
