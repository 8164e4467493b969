package import Basics
package import Rules
package import Storage

/// One person coming onto, or going off, a unit's roll on a day.
package struct Movement: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case `in`(Inflow)
    case out(Outflow)
  }

  package let person: ID<Person>
  /// The first day on the roll, or the first day no longer on it.
  package let day: CivilDate
  package let kind: Kind
  /// The unit of the home.
  package let unit: ID<Unit>
}

/// Works out who came and went.
package struct LedgerStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// The ledger of a unit. On days on which it does not exist it has no members.
  package func ledger(of unit: ID<Unit>, _ period: Period, _ knowledge: Knowledge = .now) throws -> Ledger {
    let figures = FigureStore(db: db)
    func members(on day: CivilDate) throws -> Int {
      try db.count("SELECT count(*) \(figures.rows(.total, unit, AsOf(day, knowledge), nil))")
    }
    var ledger = Ledger(
      period: period,
      opening: try members(on: period.from.adding(days: -1)),
      inflows: [:],
      outflows: [:],
      closing: try members(on: period.last)
    )
    for movement in try movements(of: unit, period, knowledge) {
      switch movement.kind {
      case .in(let flow): ledger.inflows[flow, default: 0] += 1
      case .out(let flow): ledger.outflows[flow, default: 0] += 1
      }
    }
    return ledger
  }

  /// Everybody who came or went in the period, in order of day.
  ///
  /// A person is on the roll of a unit while their home is in it or below. A stay that ends where another
  /// begins on the same day is a move inside and cancels.
  package func movements(
    of unit: ID<Unit>,
    _ period: Period,
    _ knowledge: Knowledge = .now
  ) throws -> [Movement] {
    var arrivals: [Key: [Piece]] = [:]
    try db.each(
      """
      SELECT r.person, r.start_on, a.start_on, r.unit, r.arrival
      FROM ancestry a JOIN roll r ON r.unit = a.unit
      WHERE a.ancestor = \(unit) AND \(known("a", knowledge)) AND \(known("r", knowledge))
        AND r.start_on >= \(period.from) AND r.start_on < \(period.until)
        AND a.start_on <= r.start_on AND (a.end_on IS NULL OR a.end_on > r.start_on)
      """
    ) { row in
      let piece = Piece(unit: try row[3], arrival: try row[4], reason: nil, byTree: false)
      arrivals[Key(person: try row[0], day: try row[1]), default: []].append(piece)
    }
    // Their unit came under this one while they were in it.
    try db.each(
      """
      SELECT r.person, a.start_on, r.unit
      FROM ancestry a JOIN roll r ON r.unit = a.unit
      WHERE a.ancestor = \(unit) AND \(known("a", knowledge)) AND \(known("r", knowledge))
        AND a.start_on >= \(period.from) AND a.start_on < \(period.until)
        AND r.start_on < a.start_on AND (r.end_on IS NULL OR r.end_on > a.start_on)
      """
    ) { row in
      let piece = Piece(unit: try row[2], arrival: nil, reason: nil, byTree: true)
      arrivals[Key(person: try row[0], day: try row[1]), default: []].append(piece)
    }
    var movements = try departures(of: unit, period, knowledge, cancelling: &arrivals)
    for (key, pieces) in arrivals {
      for piece in pieces {
        movements.append(Movement(person: key.person, day: key.day, kind: .in(piece.inflow), unit: piece.unit))
      }
    }
    return movements.sorted { ($0.day, $0.person) < ($1.day, $1.person) }
  }

  private func departures(
    of unit: ID<Unit>,
    _ period: Period,
    _ knowledge: Knowledge,
    cancelling arrivals: inout [Key: [Piece]]
  ) throws -> [Movement] {
    var movements: [Movement] = []
    func leave(_ key: Key, _ piece: Piece) {
      // Only a move has two sides; somebody who left and was admitted again the same day did both.
      if piece.reason == nil, let index = arrivals[key]?.firstIndex(where: \.isMove) {
        arrivals[key]?.remove(at: index)
      } else {
        movements.append(Movement(person: key.person, day: key.day, kind: .out(piece.outflow), unit: piece.unit))
      }
    }
    try db.each(
      """
      SELECT r.person, r.end_on, r.unit, r.reason
      FROM ancestry a JOIN roll r ON r.unit = a.unit
      WHERE a.ancestor = \(unit) AND \(known("a", knowledge)) AND \(known("r", knowledge))
        AND r.end_on >= \(period.from) AND r.end_on < \(period.until)
        AND a.start_on < r.end_on AND (a.end_on IS NULL OR a.end_on >= r.end_on)
      """
    ) { row in
      leave(
        Key(person: try row[0], day: try row[1]),
        Piece(unit: try row[2], arrival: nil, reason: try row[3], byTree: false)
      )
    }
    try db.each(
      """
      SELECT r.person, a.end_on, r.unit
      FROM ancestry a JOIN roll r ON r.unit = a.unit
      WHERE a.ancestor = \(unit) AND \(known("a", knowledge)) AND \(known("r", knowledge))
        AND a.end_on >= \(period.from) AND a.end_on < \(period.until)
        AND r.start_on < a.end_on AND (r.end_on IS NULL OR r.end_on > a.end_on)
      """
    ) { row in
      leave(
        Key(person: try row[0], day: try row[1]),
        Piece(unit: try row[2], arrival: nil, reason: nil, byTree: true)
      )
    }
    return movements
  }

  private struct Key: Hashable {
    let person: ID<Person>
    let day: CivilDate
  }

  private struct Piece {
    let unit: ID<Unit>
    let arrival: Arrival?
    let reason: LeavingReason?
    let byTree: Bool

    /// Whether it is one side of a move between two units of this record.
    var isMove: Bool { byTree || arrival == .transferred || arrival == .continued }

    var inflow: Inflow {
      if byTree { return .reorganisedIn }
      return switch arrival {
      case .admitted: .admitted
      case .readmitted: .readmitted
      case .takenOver: .takenOver
      default: .transferredIn
      }
    }

    var outflow: Outflow {
      if byTree { return .reorganisedOut }
      return switch reason {
      case .died: .died
      case .left: .left
      case .deleted: .deleted
      case .expelled: .expelled
      case .transferred, nil: .transferredOut
      }
    }
  }
}
