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

  /// The ledger of a unit.
  ///
  /// On days on which it does not exist it has no members.
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
    for movement in try movements(of: unit, period, knowledge) { ledger.count(movement) }
    return ledger
  }

  /// The ledgers of all units directly below a unit on the last day of the period, in a fixed number of
  /// questions, however many there are.
  package func ledgersBelow(
    _ unit: ID<Unit>,
    _ period: Period,
    _ knowledge: Knowledge = .now
  ) throws -> [ID<Unit>: Ledger] {
    let below: SQL = """
      a.ancestor IN (SELECT c.unit FROM ancestry c
        WHERE c.ancestor = \(unit) AND c.depth = 1 AND \(asOf("c", AsOf(period.last, knowledge))))
      """
    func members(on day: CivilDate) throws -> [ID<Unit>: Int] {
      var counts: [ID<Unit>: Int] = [:]
      try db.each(
        """
        SELECT a.ancestor, count(r.person) FROM ancestry a LEFT JOIN roll r
          ON r.unit = a.unit AND \(asOf("r", AsOf(day, knowledge)))
        WHERE \(below) AND \(asOf("a", AsOf(day, knowledge))) GROUP BY a.ancestor
        """
      ) { row in counts[try row[0]] = try row[1] }
      return counts
    }
    let opening = try members(on: period.from.adding(days: -1))
    var ledgers: [ID<Unit>: Ledger] = [:]
    for (child, closing) in try members(on: period.last) {
      ledgers[child] = Ledger(
        period: period,
        opening: opening[child] ?? 0,
        inflows: [:],
        outflows: [:],
        closing: closing
      )
    }
    for (child, movement) in try movements(ofEach: below, period, knowledge) {
      ledgers[child]?.count(movement)
    }
    return ledgers
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
    try movements(ofEach: "a.ancestor = \(unit)", period, knowledge).map(\.movement)
      .sorted { ($0.day, $0.person) < ($1.day, $1.person) }
  }

  /// Everybody who came to or went from each of some units: those whose rows of the ancestry, called `a`,
  /// meet the condition.
  private func movements(
    ofEach units: SQL,
    _ period: Period,
    _ knowledge: Knowledge
  ) throws -> [(unit: ID<Unit>, movement: Movement)] {
    var arrivals: [Key: [Piece]] = [:]
    try db.each(
      """
      SELECT r.person, r.start_on, r.unit, r.arrival, a.ancestor
      FROM ancestry a JOIN roll r ON r.unit = a.unit
      WHERE \(units) AND \(known("a", knowledge)) AND \(known("r", knowledge))
        AND r.start_on >= \(period.from) AND r.start_on < \(period.until)
        AND a.start_on <= r.start_on AND (a.end_on IS NULL OR a.end_on > r.start_on)
      """
    ) { row in
      let piece = Piece(unit: try row[2], arrival: try row[3], reason: nil, byTree: false)
      let key = Key(of: try row[4], person: try row[0], day: try row[1])
      arrivals[key, default: []].append(piece)
    }
    // Their unit came under this one while they were in it.
    try db.each(
      """
      SELECT r.person, a.start_on, r.unit, a.ancestor
      FROM ancestry a JOIN roll r ON r.unit = a.unit
      WHERE \(units) AND \(known("a", knowledge)) AND \(known("r", knowledge))
        AND a.start_on >= \(period.from) AND a.start_on < \(period.until)
        AND r.start_on < a.start_on AND (r.end_on IS NULL OR r.end_on > a.start_on)
      """
    ) { row in
      let piece = Piece(unit: try row[2], arrival: nil, reason: nil, byTree: true)
      let key = Key(of: try row[3], person: try row[0], day: try row[1])
      arrivals[key, default: []].append(piece)
    }
    var movements = try departures(ofEach: units, period, knowledge, cancelling: &arrivals)
    for (key, pieces) in arrivals {
      for piece in pieces {
        let movement = Movement(person: key.person, day: key.day, kind: .in(piece.inflow), unit: piece.unit)
        movements.append((key.of, movement))
      }
    }
    return movements
  }

  private func departures(
    ofEach units: SQL,
    _ period: Period,
    _ knowledge: Knowledge,
    cancelling arrivals: inout [Key: [Piece]]
  ) throws -> [(unit: ID<Unit>, movement: Movement)] {
    var movements: [(unit: ID<Unit>, movement: Movement)] = []
    func leave(_ key: Key, _ piece: Piece) {
      // Only a move has two sides; somebody who left and was admitted again the same day did both.
      if piece.reason == nil, let index = arrivals[key]?.firstIndex(where: \.isMove) {
        arrivals[key]?.remove(at: index)
      } else {
        let movement = Movement(person: key.person, day: key.day, kind: .out(piece.outflow), unit: piece.unit)
        movements.append((key.of, movement))
      }
    }
    try db.each(
      """
      SELECT r.person, r.end_on, r.unit, r.reason, a.ancestor, CASE WHEN r.reason IS NULL THEN (
        SELECT count(*) FROM roll n WHERE n.unit = r.unit AND n.start_on = r.end_on AND \(known("n", knowledge))
          AND n.person = r.person AND n.arrival = 'continued') ELSE 0 END
      FROM ancestry a JOIN roll r ON r.unit = a.unit
      WHERE \(units) AND \(known("a", knowledge)) AND \(known("r", knowledge))
        AND r.end_on >= \(period.from) AND r.end_on < \(period.until)
        AND a.start_on < r.end_on AND (a.end_on IS NULL OR a.end_on >= r.end_on)
      """
    ) { row in
      leave(
        Key(of: try row[4], person: try row[0], day: try row[1]),
        // A stay that goes on in the same unit can only have gone with it.
        Piece(unit: try row[2], arrival: nil, reason: try row[3], byTree: try row[5] as Int > 0)
      )
    }
    try db.each(
      """
      SELECT r.person, a.end_on, r.unit, a.ancestor
      FROM ancestry a JOIN roll r ON r.unit = a.unit
      WHERE \(units) AND \(known("a", knowledge)) AND \(known("r", knowledge))
        AND a.end_on >= \(period.from) AND a.end_on < \(period.until)
        AND r.start_on < a.end_on AND (r.end_on IS NULL OR r.end_on > a.end_on)
      """
    ) { row in
      leave(
        Key(of: try row[3], person: try row[0], day: try row[1]),
        Piece(unit: try row[2], arrival: nil, reason: nil, byTree: true)
      )
    }
    return movements
  }

  private struct Key: Hashable {
    /// The unit whose roll it is about.
    let of: ID<Unit>
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
      case .continued: .reorganisedIn
      case .transferred, nil: .transferredIn
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

extension Ledger {
  /// Enters one movement.
  fileprivate mutating func count(_ movement: Movement) {
    switch movement.kind {
    case .in(let flow): inflows[flow, default: 0] += 1
    case .out(let flow): outflows[flow, default: 0] += 1
    }
  }
}
