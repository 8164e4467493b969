package import Basics
package import Rules
package import Storage

/// Why somebody is counted on one of two days and not on the other.
package enum ApartReason: Hashable, Sendable {
  /// They came onto the unit's roll, or went off it.
  case movement(Movement.Kind)
  /// They became official.
  case official
}

/// A person counted on one of two days and not on the other.
package struct PersonApart: Hashable, Sendable {
  package let person: ID<Person>
  /// The unit of the home on the day they are counted on.
  package let unit: ID<Unit>
  package let reason: ApartReason?
  /// The day of the reason.
  package let day: CivilDate?
}

/// A figure on two days: how many then and later, who came between them and who went.
package struct FigureApart<Row: Hashable & Sendable>: Hashable, Sendable {
  package var then: Int
  package var later: Int
  package var came: [Row]
  package var went: [Row]
}

/// Compares a figure on two days as sets: what is counted on the one and not on the other.
package struct ComparisonStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  private struct Counted {
    let unit: ID<Unit>
    let official: CivilDate?
  }

  /// The people of a figure on two days, those who came or went in order of day, with why as far as known.
  ///
  /// Somebody who went and came back between the two days is counted on both, and is in neither list.
  package func people(
    _ figure: FigureName,
    _ unit: ID<Unit>,
    from then: AsOf,
    to later: CivilDate
  ) throws -> FigureApart<PersonApart> {
    let one = try counted(figure, unit, then)
    let other = try counted(figure, unit, AsOf(later, then.knowledge))
    var movements: [Movement] = []
    if let period = Period(from: then.day.adding(days: 1), until: later.adding(days: 1)) {
      movements = try LedgerStore(db: db).movements(of: unit, period, then.knowledge)
    }
    var arrivals: [ID<Person>: Movement] = [:]
    var departures: [ID<Person>: Movement] = [:]
    for movement in movements {
      switch movement.kind {
      case .in: arrivals[movement.person] = movement
      case .out: departures[movement.person] = movement
      case .recognised: break
      }
    }
    func apart(
      _ side: [ID<Person>: Counted],
      _ rest: [ID<Person>: Counted],
      _ why: [ID<Person>: Movement]
    )
      -> [PersonApart]
    {
      side.filter { rest[$0.key] == nil }.map { person, counted in
        if figure != .guests, let movement = why[person] {
          return PersonApart(
            person: person,
            unit: counted.unit,
            reason: .movement(movement.kind),
            day: movement.day
          )
        }
        // Who came into a state or took up a tie did so for a reason of its own.
        let becomes = figure.countsStates || figure.countsTies ? nil : counted.official
        let official = becomes.flatMap { then.day < $0 && $0 <= later ? $0 : nil }
        return PersonApart(
          person: person,
          unit: counted.unit,
          reason: official.map { _ in .official },
          day: official
        )
      }.sorted { ($0.day ?? .latest, $0.person) < ($1.day ?? .latest, $1.person) }
    }
    return FigureApart(
      then: one.count,
      later: other.count,
      came: apart(other, one, arrivals),
      went: apart(one, other, departures)
    )
  }

  private func counted(_ figure: FigureName, _ unit: ID<Unit>, _ asOf: AsOf) throws -> [ID<Person>: Counted] {
    var counted: [ID<Person>: Counted] = [:]
    try db.each(
      "SELECT r.person, r.unit, r.official_on \(FigureStore(db: db).rows(figure, unit, asOf, nil))"
    ) { row in counted[try row[0]] = Counted(unit: try row[1], official: try row[2]) }
    return counted
  }

  /// The units of a figure on two days, by name.
  package func units(
    _ figure: FigureName,
    _ unit: ID<Unit>,
    from then: AsOf,
    to later: CivilDate
  ) throws -> FigureApart<UnitCounted> {
    let rows = FigureRows(db: db)
    let one = try rows.units(figure, below: unit, then)
    let other = try rows.units(figure, below: unit, AsOf(later, then.knowledge))
    let (before, after) = (Set(one.map(\.unit.unit)), Set(other.map(\.unit.unit)))
    return FigureApart(
      then: one.count,
      later: other.count,
      came: other.filter { !before.contains($0.unit.unit) },
      went: one.filter { !after.contains($0.unit.unit) }
    )
  }

  /// What happened to each of some units after one day and until another: founded, ended, became another
  /// kind, or moved; the last of it.
  package func turns(
    of units: [ID<Unit>],
    after day: CivilDate,
    until last: CivilDate,
    _ knowledge: Knowledge
  ) throws -> [ID<Unit>: UnitTurn] {
    guard !units.isEmpty else { return [:] }
    let list = SQL.join(units.map { "\($0)" }, ", ")
    func within(_ date: CivilDate?) -> CivilDate? { date.flatMap { day < $0 && $0 <= last ? $0 : nil } }
    var turns: [ID<Unit>: UnitTurn] = [:]
    try db.each(
      """
      SELECT t.unit, t.start_on FROM unit_parent t WHERE t.unit IN (\(list)) AND \(known("t", knowledge))
      ORDER BY t.start_on
      """
    ) { row in
      if let moved = within(try row[1]) { turns[try row[0]] = UnitTurn(kind: .moved, day: moved) }
    }
    var ends: [ID<Unit>: CivilDate] = [:]
    try db.each(
      """
      SELECT t.unit, t.start_on, t.end_on FROM unit_kind t WHERE t.unit IN (\(list)) AND \(known("t", knowledge))
      ORDER BY t.start_on
      """
    ) { row in
      let unit: ID<Unit> = try row[0]
      let start: CivilDate = try row[1]
      let continues = ends[unit] == start
      if let began = within(start) {
        turns[unit] = UnitTurn(kind: continues ? .becameKind : .founded, day: began)
      }
      ends[unit] = try row[2] as CivilDate?
    }
    for (unit, end) in ends {
      if let ended = within(end) { turns[unit] = UnitTurn(kind: .ended, day: ended) }
    }
    return turns
  }
}

/// What happened to a unit between two days.
package struct UnitTurn: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case founded, ended, becameKind, moved
  }

  package let kind: Kind
  package let day: CivilDate
}
