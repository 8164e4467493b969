import Basics

/// What is done to units.
extension History {
  /// Carries out the deeds that were settled for the day, and those that had to wait for it.
  mutating func runScript() {
    let waiting = postponed
    postponed = []
    for entry in waiting { run(entry) }
    while nextDeed < script.count, script[nextDeed].day <= day {
      run(script[nextDeed])
      nextDeed += 1
    }
    sheet = nil
  }

  private mutating func run(_ entry: ScriptedDeed) {
    switch entry.deed {
    case .found(let unit, let parent): found(unit, under: parent, entry.sheet)
    case .rename(let unit, let name):
      guard units[Int(unit)].exists, units[Int(unit)].name != name else { return }
      units[Int(unit)].name = name
      happen(.unitRenamed(unit: units[Int(unit)].code, name: name), decide(superior(of: unit), entry.sheet))
    case .move(let unit, let parent): move(unit, under: parent, entry.sheet)
    case .changeSector(let unit, let sector):
      guard units[Int(unit)].exists, units[Int(unit)].sector != sector else { return }
      units[Int(unit)].sector = sector
      happen(
        .sectorChanged(unit: units[Int(unit)].code, sector: sector),
        decide(superior(of: unit), entry.sheet)
      )
    case .merge(let unit, let other):
      if population.members(of: units[Int(unit)]).contains(where: { population[$0].touched == day.number }) {
        postponed.append(entry)
      } else {
        merge(unit, into: other)
      }
    case .end(let unit, let successors):
      if units[Int(unit)].children.isEmpty, units[Int(unit)].size == 0 {
        end(unit, into: successors, decide(body(above: unit), entry.sheet))
      } else {
        postponed.append(entry)
      }
    }
  }

  /// The decision of a sheet, or a new one.
  private mutating func decide(_ issuer: Int32, _ number: Int32) -> PlannedDecision {
    if number != 0, let sheet, sheet.number == number, sheet.issuer == issuer { return sheet.decision }
    let decision = decide(issuer)
    if number != 0 { sheet = (number, issuer, decision) }
    return decision
  }

  private mutating func found(_ unit: Int32, under parent: Int32, _ number: Int32) {
    let decision = decide(superior(of: parent), number)
    let place = Int(unit)
    units[place].exists = true
    units[place].parent = parent
    units[place].from = day
    units[Int(parent)].children.append(unit)
    let row = PlannedUnit(
      code: units[place].code,
      name: units[place].name,
      kind: units[place].kind,
      sector: units[place].sector,
      parent: units[Int(parent)].code,
      from: day,
      decision: decision.number
    )
    happen(.unitFounded(row), decision)
    if units[place].isHome {
      homes.append(unit)
      takeFirstMembers(unit, decision)
    }
    seats.add(unit, to: &units)
    for (index, seat) in units[place].seats.enumerated() {
      // A new body is designated: its secretary at once, the others in the days after.
      let wait = index == 0 ? 0 : random.below(index == 1 ? 3 : 20)
      vacancies[day.number + Int32(wait), default: []].append(seat)
    }
  }

  /// A new cell begins with members of the largest beside it.
  private mutating func takeFirstMembers(_ unit: Int32, _ decision: PlannedDecision) {
    let beside = units[Int(units[Int(unit)].parent)].children.filter { $0 != unit && units[Int($0)].isHome }
    guard let source = beside.max(by: { (units[Int($0)].size, $1) < (units[Int($1)].size, $0) }) else {
      return
    }
    let free = population.members(of: units[Int(source)])
      .filter { population[$0].touched != day.number && population[$0].seats == 0 }
    let count = min(units[Int(source)].size - 7, units[Int(unit)].weight / 2, free.count)
    guard count >= 3 else { return }
    rehome(Array(free.prefix(count)), from: source, to: unit, decision)
  }

  private mutating func move(_ unit: Int32, under parent: Int32, _ number: Int32) {
    let old = units[Int(unit)].parent
    guard units[Int(unit)].exists, units[Int(parent)].exists, old != parent else { return }
    let crossing = superior(of: unit) != superior(of: parent)
    let decision = decide(crossing ? ProvinceBuilder.province : superior(of: unit), number)
    // Those who sit in a body that the unit leaves can sit in it no longer.
    var above = old
    while above >= 0 {
      if !isWithin(parent, above) {
        for seat in units[Int(above)].seats where seats[seat].holder >= 0 {
          if isWithin(population[seats[seat].holder].home, unit) { leave(seat, decision) }
        }
      }
      above = units[Int(above)].parent
    }
    units[Int(old)].children.removeAll { $0 == unit }
    units[Int(parent)].children.append(unit)
    units[Int(unit)].parent = parent
    happen(.unitMoved(unit: units[Int(unit)].code, under: units[Int(parent)].code), decision)
  }

  private mutating func merge(_ unit: Int32, into other: Int32) {
    let decision = decide(superior(of: unit))
    let people = population.members(of: units[Int(unit)])
    for seat in units[Int(unit)].seats where seats[seat].holder >= 0 { leave(seat, decision) }
    if !people.isEmpty { rehome(people, from: unit, to: other, decision) }
    let largest = units[Int(other)].kind == .baseCell ? 25 : 50
    units[Int(other)].weight = min(largest, units[Int(other)].weight + units[Int(unit)].weight)
    end(unit, into: [other], decision)
  }

  /// An empty unit ends, and with it its posts and the contacts that people had in it.
  private mutating func end(_ unit: Int32, into successors: [Int32], _ decision: PlannedDecision) {
    for seat in units[Int(unit)].seats {
      if seats[seat].holder >= 0 { leave(seat, decision) }
      seats.close(seat)
    }
    for contact in contacts.contacts(of: unit) { end(contact, decision) }
    let parent = Int(units[Int(unit)].parent)
    units[parent].children.removeAll { $0 == unit }
    units[Int(unit)].exists = false
    happen(.unitEnded(unit: units[Int(unit)].code, into: successors.map { units[Int($0)].code }), decision)
  }
}
