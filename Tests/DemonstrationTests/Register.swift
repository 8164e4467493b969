import Basics
import Demonstration

/// A second, plain keeping of the province: it believes nothing, notes what it is told and what is wrong with it.
struct Register {
  struct UnitEntry {
    var kind: PlannedUnit.Kind
    var name: String
    var parent: String?
    var children: Set<String> = []
    var people: Set<String> = []
  }

  struct PersonEntry {
    var admitted: CivilDate
    var official: CivilDate?
    var home: String?
    var homeSince: CivilDate
    var left: CivilDate?
    var reason: PlannedLeaving?
    var posts: Set<String> = []
    var contact: String?
    var card: String?
  }

  struct Held: Hashable {
    var person: String
    var function: PlannedPost.Function
  }

  var units: [String: UnitEntry] = [:]
  var ended: Set<String> = []
  var people: [String: PersonEntry] = [:]
  var posts: [String: [Held: CivilDate]] = [:]
  var contacts: [String: Set<String>] = [:]
  var contactSince: [String: CivilDate] = [:]
  var cards: Set<String> = []
  var numbers: [String: PlannedDecision] = [:]
  var day = DemonstrationPlan.takenOver
  var problems: [String] = []
  /// How many were admitted on days of the nine months of 2025, and had a home on the day.
  var admittedIn2025 = 0
  var total: Int { units.values.reduce(0) { $0 + $1.people.count } }

  init(_ opening: Opening) {
    for unit in opening.units {
      note(unit.from <= day, "\(unit.code) is founded after the lists")
      found(unit)
    }
    for person in opening.people {
      note(people[person.code] == nil, "\(person.code) is listed twice")
      checkParticulars(person)
      note(person.admitted < day, "\(person.code) is admitted after the lists")
      note(
        person.official.map { $0 <= day } ?? (person.admitted.adding(months: 12) > day),
        "official \(person.code)"
      )
      people[person.code] = PersonEntry(
        admitted: person.admitted,
        official: person.official,
        homeSince: day,
        card: person.card
      )
      if let card = person.card { note(cards.insert(card).inserted, "card \(card) twice") }
    }
    for home in opening.homes {
      note(people[home.person]?.home == nil && home.from == day, "home of \(home.person)")
      settle(home.person, home.unit)
    }
    for contact in opening.affiliations { begin(contact.person, contact.unit, contact.from) }
    for post in opening.posts {
      note(post.from <= day, "post of \(post.person) begins later")
      note(
        people[post.person]?.official.map { $0 <= post.from } ?? false,
        "probationary holder \(post.person)"
      )
      take(post.person, post.unit, post.function, on: post.from)
    }
  }

  mutating func note(_ holds: Bool, _ problem: @autoclosure () -> String) {
    if !holds { problems.append("\(day): \(problem())") }
  }

  mutating func checkParticulars(_ person: PlannedPerson) {
    note(
      person.code.utf8.count == 12 && person.code.utf8.allSatisfy { (48...57).contains($0) },
      "code \(person.code)"
    )
    note(person.decided <= person.admitted, "\(person.code) decided after the ceremony")
    note(person.born.latest.adding(months: 17 * 12) <= person.admitted, "\(person.code) admitted under age")
    note(person.card?.utf8.count ?? 8 == 8, "card of \(person.code)")
    note(
      (person.card != nil) == (person.official != nil),
      "\(person.code): only official members have a card"
    )
    note(!person.name.isEmpty && !person.name.contains("  "), "name \(person.name)")
    note(
      person.official.map { $0 == person.admitted.adding(months: 12) } ?? true,
      "probation of \(person.code)"
    )
  }

  mutating func found(_ unit: PlannedUnit) {
    note(units[unit.code] == nil && !ended.contains(unit.code), "unit \(unit.code) twice")
    units[unit.code] = UnitEntry(kind: unit.kind, name: unit.name, parent: unit.parent)
    if let parent = unit.parent { units[parent]?.children.insert(unit.code) }
    checkParent(of: unit.code)
  }

  mutating func checkParent(of code: String) {
    guard let unit = units[code] else { return note(false, "no unit \(code)") }
    let parent = unit.parent.flatMap { units[$0]?.kind }
    let allowed: [PlannedUnit.Kind?] =
      switch unit.kind {
      case .province: [nil]
      case .superiorCommittee: [.province]
      case .baseCommittee, .baseCell: [.superiorCommittee, .province]
      case .sectionCommittee: [.baseCommittee]
      case .cell: [.baseCommittee, .sectionCommittee]
      }
    note(allowed.contains(parent), "\(code) under a \(String(describing: parent))")
    note(unit.parent == nil || parent != nil, "\(code) under no unit")
  }

  mutating func settle(_ person: String, _ unit: String) {
    let kind = units[unit]?.kind
    note(kind == .cell || kind == .baseCell, "\(person) has a home in \(unit)")
    note(people[person] != nil, "nobody is \(person)")
    units[unit]?.people.insert(person)
    people[person]?.home = unit
  }

  mutating func begin(_ person: String, _ unit: String, _ day: CivilDate) {
    note(units[unit] != nil && people[person]?.home != unit, "contact of \(person) in \(unit)")
    note(people[person]?.home != nil && people[person]?.contact == nil, "second contact of \(person)")
    people[person]?.contact = unit
    contacts[unit, default: []].insert(person)
    contactSince[person] = day
  }

  mutating func take(_ person: String, _ unit: String, _ function: PlannedPost.Function, on from: CivilDate) {
    let holders = posts[unit, default: [:]]
    if function == .secretary || function == .deputySecretary || function == .inspectionHead {
      note(!holders.keys.contains { $0.function == function }, "a second \(function) of \(unit)")
    }
    note(!holders.keys.contains { $0.person == person }, "\(person) has two posts in \(unit)")
    note(isBelow(person, unit), "\(person) is no member of \(unit)")
    posts[unit, default: [:]][Held(person: person, function: function)] = from
    people[person]?.posts.insert(unit)
  }

  func isBelow(_ person: String, _ unit: String) -> Bool {
    var current = people[person]?.home
    while let code = current {
      if code == unit { return true }
      current = units[code]?.parent
    }
    return false
  }

  /// Everything that must be so at the end of any day.
  mutating func checkDay() {
    for (unit, held) in posts {
      for holder in held.keys where !isBelow(holder.person, unit) {
        note(false, "\(holder.person) holds a post in \(unit) and is no member of it")
      }
    }
    for (code, person) in people {
      note((person.home == nil) == (person.left != nil), "home of \(code)")
      note(person.home.map { units[$0] != nil } ?? true, "\(code) lives in a unit that is no more")
    }
    for code in units.keys { checkParent(of: code) }
  }
}
