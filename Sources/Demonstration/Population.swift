import Basics

/// A person of the demonstration as they stand on the day the history has reached.
///
/// What can be told from the running number (name, code, card) is not kept.
struct Member: Sendable {
  var born: Int32
  var admitted: Int32
  /// The unit of the home, and the neighbours in its list of members; -1 for none.
  var home: Int32 = -1
  var next: Int32 = -1
  var previous: Int32 = -1
  /// The place among the living members, -1 for one who has left.
  var place: Int32 = -1
  /// The last day on which something happened that nothing else may follow on the same day.
  var touched: Int32 = 0
  var ethnicity: Ethnicity
  var isFemale: Bool
  var isOfficial = false
  /// How much of the date of birth is known: 0 the day, 1 the month, 2 the year.
  var vagueness: UInt8 = 0
  var seats: UInt8 = 0
  /// 0 in the first membership, 1 in the second.
  var membership: UInt8 = 0

  /// How old the person is on a day, in years.
  func age(on day: CivilDate) -> Int { (Int(day.number) - Int(born)) * 4 / 1461 }
}

/// Everybody who is or was a member, and in which unit each has their home.
struct Population: Sendable {
  private(set) var members: [Member] = []
  /// Those who are members now, in no order that means anything.
  private(set) var living: [Int32] = []
  /// Names put right, which can no longer be told from the number.
  var names: [Int32: String] = [:]
  let seed: UInt64
  private let namer: PersonNames

  init(seed: UInt64) {
    self.seed = seed
    namer = PersonNames(seed: SplitMix.mark(seed, 3))
  }

  subscript(person: Int32) -> Member {
    _read { yield members[Int(person)] }
    _modify { yield &members[Int(person)] }
  }

  mutating func reserve(_ count: Int) {
    members.reserveCapacity(count)
    living.reserveCapacity(count)
  }

  mutating func append(_ member: Member) -> Int32 {
    members.append(member)
    return Int32(members.count - 1)
  }

  /// The person becomes a member whose home is the unit.
  mutating func enter(_ person: Int32, _ unit: Int32, of units: inout [Unit]) {
    self[person].place = Int32(living.count)
    living.append(person)
    link(person, unit, &units)
  }

  /// The person is a member no longer.
  mutating func leave(_ person: Int32, of units: inout [Unit]) {
    unlink(person, &units)
    let place = Int(self[person].place)
    let last = living.removeLast()
    if last != person {
      living[place] = last
      self[last].place = Int32(place)
    }
    self[person].place = -1
  }

  /// The home passes to another unit.
  mutating func move(_ person: Int32, to unit: Int32, of units: inout [Unit]) {
    unlink(person, &units)
    link(person, unit, &units)
  }

  /// The members of a unit, those who came last first.
  func members(of unit: Unit) -> [Int32] {
    var people: [Int32] = []
    people.reserveCapacity(unit.size)
    var person = unit.first
    while person >= 0 {
      people.append(person)
      person = self[person].next
    }
    return people
  }

  private mutating func link(_ person: Int32, _ unit: Int32, _ units: inout [Unit]) {
    let first = units[Int(unit)].first
    self[person].home = unit
    self[person].next = first
    self[person].previous = -1
    if first >= 0 { self[first].previous = person }
    units[Int(unit)].first = person
    units[Int(unit)].size += 1
  }

  private mutating func unlink(_ person: Int32, _ units: inout [Unit]) {
    let (unit, next, previous) = (Int(self[person].home), self[person].next, self[person].previous)
    if previous >= 0 { self[previous].next = next } else { units[unit].first = next }
    if next >= 0 { self[next].previous = previous }
    units[unit].size -= 1
    self[person].home = -1
  }

  func name(_ person: Int32) -> String {
    if let corrected = names[person] { return corrected }
    let member = self[person]
    return namer.name(
      of: Int(person),
      sex: member.isFemale ? .female : .male,
      ethnicity: member.ethnicity,
      bornIn: birthYear(person)
    )
  }

  /// Twelve digits: the province's three and nine that tell nothing of the order in which people came.
  func code(_ person: Int32) -> String {
    "068" + digits((Int(person) &* 618_033_989 &+ 271_828_183) % 1_000_000_000, 9)
  }

  /// Eight digits, others for a second membership.
  func card(_ person: Int32) -> String {
    let number = Int(person) * 2 + Int(self[person].membership)
    return digits((number &* 61_803_399 &+ 14_142_135) % 100_000_000, 8)
  }

  func born(_ person: Int32) -> LooseDate {
    let member = self[person]
    let date = CivilDate(number: member.born)
    let (year, month, _) = date.parts
    switch member.vagueness {
    case 1: return LooseDate(year: year, month: month) ?? LooseDate(date)
    case 2: return LooseDate(year: year) ?? LooseDate(date)
    default: return LooseDate(date)
    }
  }

  /// The person as the list of members has them on a day.
  func row(_ person: Int32, decided: CivilDate, decision: String) -> PlannedPerson {
    let member = self[person]
    let admitted = CivilDate(number: member.admitted)
    return PlannedPerson(
      code: code(person),
      name: name(person),
      born: born(person),
      sex: member.isFemale ? .female : .male,
      ethnicity: member.ethnicity.title,
      decided: decided,
      admitted: admitted,
      official: member.isOfficial ? admitted.adding(months: 12) : nil,
      card: member.isOfficial ? card(person) : nil,
      decision: decision
    )
  }

  /// A number that belongs to a person for good.
  func mark(_ person: Int32, _ purpose: UInt64) -> Int {
    Int(SplitMix.mark(seed &+ purpose, UInt64(person)) >> 33)
  }

  private func birthYear(_ person: Int32) -> Int { CivilDate(number: self[person].born).year }

  private func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: count - text.utf8.count) + text
  }
}
