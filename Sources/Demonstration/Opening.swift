import Basics

/// The lists an office would have had on 1 January 2015.
///
/// The homes of people admitted long before are known from that day on only. Every list is a stream: its rows are made
/// when they are asked for.
package struct Opening: Sendable {
  let history: History

  /// How many people are in the lists.
  package var count: Int { history.population.members.count }

  /// The units, each after the one it is under.
  package var units: some Sequence<PlannedUnit> & Sendable {
    let order: [PlannedUnit.Kind] = [
      .province, .superiorCommittee, .baseCommittee, .baseCell, .sectionCommittee, .cell,
    ]
    let places = order.flatMap { kind in
      history.units.indices.filter { history.units[$0].kind == kind && history.units[$0].exists }
    }
    return PlannedRows(count: places.count) { [history] index in
      let unit = history.units[places[index]]
      let number = 1 + SplitMix.mark(history.population.seed &+ 11, UInt64(places[index])) % 380
      return PlannedUnit(
        code: unit.code,
        name: unit.name,
        kind: unit.kind,
        sector: unit.sector,
        parent: unit.parent < 0 ? nil : history.units[Int(unit.parent)].code,
        from: unit.from,
        decision: unit.parent < 0 ? nil : "\(number)-QĐ/TU"
      )
    }
  }

  package var people: some Sequence<PlannedPerson> & Sendable {
    PlannedRows(count: count) { [history] index in
      let person = Int32(index)
      let (decided, number) = history.oldDecision(of: person)
      return history.population.row(person, decided: decided, decision: number)
    }
  }

  /// The home of everybody, from 1 January 2015 on.
  package var homes: some Sequence<PlannedAffiliation> & Sendable {
    PlannedRows(count: count) { [history] index in
      PlannedAffiliation(
        person: history.population.code(Int32(index)),
        unit: history.units[Int(history.population.members[index].home)].code,
        role: .home,
        from: Calendar.takenOver
      )
    }
  }

  /// The roles beside a home.
  package var affiliations: some Sequence<PlannedAffiliation> & Sendable {
    PlannedRows(count: history.contacts.current.count) { [history] index in
      let contact = history.contacts.current[index]
      return PlannedAffiliation(
        person: history.population.code(contact.person),
        unit: history.units[Int(contact.unit)].code,
        role: contact.role,
        from: CivilDate(number: contact.since)
      )
    }
  }

  package var posts: some Sequence<PlannedPost> & Sendable {
    let held = history.seats.all.filter { $0.holder >= 0 }
    return PlannedRows(count: held.count) { [history] index in
      PlannedPost(
        person: history.population.code(held[index].holder),
        unit: history.units[Int(held[index].unit)].code,
        function: held[index].function,
        from: CivilDate(number: held[index].since)
      )
    }
  }
}

/// The rows of one list, each made when its turn comes.
struct PlannedRows<Row: Sendable>: Sequence, IteratorProtocol, Sendable {
  let count: Int
  let row: @Sendable (Int) -> Row
  private var place = 0

  init(count: Int, row: @escaping @Sendable (Int) -> Row) {
    self.count = count
    self.row = row
  }

  var underestimatedCount: Int { count - place }

  mutating func next() -> Row? {
    guard place < count else { return nil }
    place += 1
    return row(place - 1)
  }
}
