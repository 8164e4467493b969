package import Basics
package import Rules
package import Storage

/// Works out who came and went.
package struct LedgerStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// The ledger of a unit.
  ///
  /// On days on which it does not exist it has no members.
  package func ledger(
    of unit: ID<Unit>,
    _ period: Period,
    _ knowledge: Knowledge = .now,
    standing: MemberStanding? = nil
  ) throws -> Ledger {
    let figures = FigureStore(db: db)
    func members(on day: CivilDate) throws -> Int {
      try db.count("SELECT count(*) \(figures.rows(standing.figure, unit, AsOf(day, knowledge), nil))")
    }
    var ledger = Ledger(
      period: period,
      standing: standing,
      opening: try members(on: period.from.adding(days: -1)),
      closing: try members(on: period.last)
    )
    let movements = try movements(
      ofEach: "a.ancestor = \(unit)",
      period,
      knowledge,
      recognised: standing != nil
    )
    for (_, movement) in movements { ledger.count(movement) }
    return ledger
  }

  /// The ledgers of all units directly below a unit on the last day of the period, in a fixed number of
  /// questions, however many there are.
  package func ledgersBelow(
    _ unit: ID<Unit>,
    _ period: Period,
    _ knowledge: Knowledge = .now,
    standing: MemberStanding? = nil
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
          ON r.unit = a.unit AND \(asOf("r", AsOf(day, knowledge))) AND \(standing.condition(on: day))
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
        standing: standing,
        opening: opening[child] ?? 0,
        closing: closing
      )
    }
    let movements = try movements(ofEach: below, period, knowledge, recognised: standing != nil)
    for (child, movement) in movements { ledgers[child]?.count(movement) }
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
    try movements(ofEach: "a.ancestor = \(unit)", period, knowledge, recognised: true).map(\.movement)
      .sorted { ($0.day, $0.person) < ($1.day, $1.person) }
  }

  /// Everybody who came to or went from each of some units: those whose rows of the ancestry, called `a`,
  /// meet the condition; and everybody recognised there, when that is asked.
  private func movements(
    ofEach units: SQL,
    _ period: Period,
    _ knowledge: Knowledge,
    recognised: Bool
  ) throws -> [(unit: ID<Unit>, movement: Movement)] {
    var arrivals: [Key: [Piece]] = [:]
    try db.each(
      """
      SELECT r.person, r.start_on, r.unit, r.arrival, a.ancestor, r.official_on,
        CASE WHEN r.arrival = 'transferred' THEN (
          SELECT count(*) FROM roll o JOIN lineage l ON l.unit = o.unit AND l.successor = r.unit
            AND l.start_on = r.start_on AND \(known("l", knowledge))
          WHERE o.person = r.person AND o.end_on = r.start_on AND \(known("o", knowledge))) ELSE 0 END
      FROM ancestry a JOIN roll r ON r.unit = a.unit
      WHERE \(units) AND \(known("a", knowledge)) AND \(known("r", knowledge))
        AND r.start_on >= \(period.from) AND r.start_on < \(period.until)
        AND a.start_on <= r.start_on AND (a.end_on IS NULL OR a.end_on > r.start_on)
      """
    ) { row in
      let key = Key(of: try row[4], person: try row[0], day: try row[1])
      let standing = Piece.standing(try row[5], on: key.day)
      // A home that changed because its unit was taken over by this one.
      let inherited = try row[6] as Int > 0
      let piece = Piece(
        unit: try row[2],
        standing: standing,
        arrival: try row[3],
        reason: nil,
        byTree: inherited
      )
      arrivals[key, default: []].append(piece)
    }
    // Their unit came under this one while they were in it.
    try db.each(
      """
      SELECT r.person, a.start_on, r.unit, a.ancestor, r.official_on
      FROM ancestry a JOIN roll r ON r.unit = a.unit
      WHERE \(units) AND \(known("a", knowledge)) AND \(known("r", knowledge))
        AND a.start_on >= \(period.from) AND a.start_on < \(period.until)
        AND r.start_on < a.start_on AND (r.end_on IS NULL OR r.end_on > a.start_on)
      """
    ) { row in
      let key = Key(of: try row[3], person: try row[0], day: try row[1])
      let standing = Piece.standing(try row[4], on: key.day)
      let piece = Piece(unit: try row[2], standing: standing, arrival: nil, reason: nil, byTree: true)
      arrivals[key, default: []].append(piece)
    }
    var movements = try departures(ofEach: units, period, knowledge, cancelling: &arrivals)
    for (key, pieces) in arrivals {
      for piece in pieces {
        movements.append((key.of, piece.movement(.in(piece.inflow), key)))
      }
    }
    guard recognised else { return movements }
    // Recognised while they were there already; whoever came that day came as an official member.
    try db.each(
      """
      SELECT r.person, r.official_on, r.unit, a.ancestor
      FROM ancestry a JOIN roll r ON r.unit = a.unit
      WHERE \(units) AND \(known("a", knowledge)) AND \(known("r", knowledge))
        AND r.official_on >= \(period.from) AND r.official_on < \(period.until)
        AND r.start_on <= r.official_on AND (r.end_on IS NULL OR r.end_on > r.official_on)
        AND a.start_on <= r.official_on AND (a.end_on IS NULL OR a.end_on > r.official_on)
      """
    ) { row in
      let key = Key(of: try row[3], person: try row[0], day: try row[1])
      guard arrivals[key]?.isEmpty ?? true else { return }
      let piece = Piece(unit: try row[2], standing: .official, arrival: nil, reason: nil, byTree: false)
      movements.append((key.of, piece.movement(.recognised, key)))
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
        movements.append((key.of, piece.movement(.out(piece.outflow), key)))
      }
    }
    try db.each(
      """
      SELECT r.person, r.end_on, r.unit, r.reason, a.ancestor, CASE WHEN r.reason IS NULL THEN (
        SELECT count(*) FROM roll n WHERE n.unit = r.unit AND n.start_on = r.end_on AND \(known("n", knowledge))
          AND n.person = r.person AND n.arrival = 'continued')
        + (SELECT count(*) FROM roll n JOIN lineage l ON l.unit = r.unit AND l.successor = n.unit
            AND l.start_on = r.end_on AND \(known("l", knowledge))
          WHERE n.person = r.person AND n.start_on = r.end_on AND \(known("n", knowledge))) ELSE 0 END, r.official_on
      FROM ancestry a JOIN roll r ON r.unit = a.unit
      WHERE \(units) AND \(known("a", knowledge)) AND \(known("r", knowledge))
        AND r.end_on >= \(period.from) AND r.end_on < \(period.until)
        AND a.start_on < r.end_on AND (a.end_on IS NULL OR a.end_on >= r.end_on)
      """
    ) { row in
      let key = Key(of: try row[4], person: try row[0], day: try row[1])
      let standing = Piece.standing(try row[6], on: key.day.adding(days: -1))
      // A stay that goes on in the same unit can only have gone with it; so has one in the unit that took over.
      let goesOn = try row[5] as Int > 0
      leave(
        key,
        Piece(unit: try row[2], standing: standing, arrival: nil, reason: try row[3], byTree: goesOn)
      )
    }
    try db.each(
      """
      SELECT r.person, a.end_on, r.unit, a.ancestor, r.official_on
      FROM ancestry a JOIN roll r ON r.unit = a.unit
      WHERE \(units) AND \(known("a", knowledge)) AND \(known("r", knowledge))
        AND a.end_on >= \(period.from) AND a.end_on < \(period.until)
        AND r.start_on < a.end_on AND (r.end_on IS NULL OR r.end_on > a.end_on)
      """
    ) { row in
      let key = Key(of: try row[3], person: try row[0], day: try row[1])
      let standing = Piece.standing(try row[4], on: key.day.adding(days: -1))
      leave(key, Piece(unit: try row[2], standing: standing, arrival: nil, reason: nil, byTree: true))
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
    let standing: MemberStanding
    let arrival: Arrival?
    let reason: LeavingReason?
    let byTree: Bool

    /// Whether it is one side of a move between two units of this record.
    var isMove: Bool { byTree || arrival == .transferred || arrival == .continued }

    static func standing(_ official: CivilDate?, on day: CivilDate) -> MemberStanding {
      official.map { $0 <= day } ?? false ? .official : .probationary
    }

    func movement(_ kind: Movement.Kind, _ key: Key) -> Movement {
      Movement(person: key.person, day: key.day, kind: kind, unit: unit, standing: standing)
    }

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

extension MemberStanding? {
  /// The figure that counts such members.
  fileprivate var figure: FigureName {
    switch self {
    case .official: .official
    case .probationary: .probationary
    case nil: .total
    }
  }

  /// The rows of the roll, called `r`, of such members.
  fileprivate func condition(on day: CivilDate) -> SQL { self?.condition(on: day) ?? "1 = 1" }
}
