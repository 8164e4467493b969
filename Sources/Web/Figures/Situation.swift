import Basics
import Records
import Rules

// The numbers of a unit on the day shown, each counted once for every state of the journal.
extension Visit {
  /// The figures of a unit on the day shown.
  func figures(of unit: ID<Unit>) throws -> [FigureName: Int] {
    try kept(.figures(unit, asOf, nil)) { try FigureStore(db: db).figures(of: unit, asOf) }
  }

  func counts(of unit: ID<Unit>) throws -> MemberCounts {
    let figures = try figures(of: unit)
    return MemberCounts(
      total: figures[.total] ?? 0,
      official: figures[.official] ?? 0,
      probationary: figures[.probationary] ?? 0,
      women: figures[.women] ?? 0
    )
  }

  func ledger(
    of unit: UnitLink,
    _ id: ID<Unit>,
    _ period: Period,
    _ standing: MemberStanding? = nil
  ) throws
    -> MovementLedger
  {
    let ledger = try kept(.ledger(id, period, asOf.knowledge, standing)) {
      try LedgerStore(db: db).ledger(of: id, period, asOf.knowledge, standing: standing)
    }
    return MovementLedger(ledger, of: unit)
  }

  func ledgersBelow(
    _ unit: ID<Unit>,
    _ period: Period,
    _ standing: MemberStanding? = nil
  ) throws -> [ID<Unit>: Ledger] {
    try kept(.ledgersBelow(unit, period, asOf.knowledge, standing)) {
      try LedgerStore(db: db).ledgersBelow(unit, period, asOf.knowledge, standing: standing)
    }
  }

  /// The units directly below, by name.
  func below(_ unit: ID<Unit>, on day: CivilDate? = nil, _ period: Period?) throws -> [UnitBelow] {
    let asOf = AsOf(day ?? asOf.day, asOf.knowledge)
    return try kept(.unitsBelow(unit, asOf, period)) {
      try TreeStore(db: db).below(unit, asOf, period: period)
    }
  }

  /// The days of a small line of members: a year ago, the last twelve ends of months, the day shown.
  private var trendDays: [CivilDate] {
    [asOf.day.adding(months: -12)] + Visit.monthEnds(12, before: asOf.day) + [asOf.day]
  }

  /// The members of each unit directly below over the last year.
  func trends(below unit: ID<Unit>) throws -> [ID<Unit>: [Int]] {
    try kept(.seriesBelow(unit, asOf)) {
      try SeriesStore(db: db).membersBelow(unit, asOf, on: trendDays)
    }
  }

  /// The members of a unit over the last year.
  func trend(of unit: ID<Unit>) throws -> [Int] {
    try kept(.series(.total, unit, trendDays, asOf.knowledge)) {
      try SeriesStore(db: db).counts(.total, of: unit, on: trendDays, asOf.knowledge)
    }
  }

  /// The rows of a table of the units below, in the order the page was asked for.
  func rows(_ below: [UnitBelow], _ order: UnitOrder, trends: [ID<Unit>: [Int]]) -> [UnitRow] {
    let rows = below.map { UnitRow($0, trends[$0.unit.unit] ?? []) }
    func size(_ row: UnitRow) -> Int {
      switch order.key {
      case .name: 0
      case .members: row.counts.total
      case .official: row.counts.official
      case .probationary: row.counts.probationary
      case .women: row.counts.women
      case .admitted: row.admitted
      }
    }
    if order.key == .name { return order.isDescending ? rows.reversed() : rows }
    // Equal numbers stay in the order of names.
    let numbered = rows.enumerated().sorted { one, other in
      let (a, b) = (size(one.element), size(other.element))
      if a == b { return one.offset < other.offset }
      return order.isDescending ? a > b : a < b
    }
    return numbered.map(\.element)
  }

  /// The order the page was asked for.
  func order() throws -> UnitOrder {
    guard let name = asked.value("sort") else { return UnitOrder() }
    guard let key = UnitOrder.Key(rawValue: name) else { throw PageFault.value(name: "sort", name) }
    return UnitOrder(key, isDescending: asked.value("way") == "down")
  }
}

extension UnitRow {
  init(_ below: UnitBelow, _ trend: [Int]) {
    self.init(
      unit: below.unit.link,
      kind: below.unit.kind.rawValue,
      sector: below.unit.sector?.rawValue,
      counts: MemberCounts(
        total: below.members,
        official: below.official,
        probationary: below.members - below.official,
        women: below.women
      ),
      admitted: below.admitted,
      trend: trend
    )
  }
}

extension MovementLedger {
  init(_ ledger: Ledger, of unit: UnitLink) {
    let suffix = ledger.standing.map { "." + $0.rawValue } ?? ""
    let recognised = Movement("recognised", ledger.recognised)
    self.init(
      unit: unit,
      standing: ledger.standing?.rawValue,
      from: ledger.period.from,
      until: ledger.period.until,
      opening: ledger.opening,
      came: Inflow.allCases.map { Movement($0.rawValue + suffix, ledger.inflows[$0] ?? 0) }
        + (ledger.standing == .official ? [recognised] : []),
      went: (ledger.standing == .probationary ? [recognised] : [])
        + Outflow.allCases.map { Movement($0.rawValue + suffix, ledger.outflows[$0] ?? 0) },
      closing: ledger.closing
    )
  }
}
