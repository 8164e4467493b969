package import Basics
package import Rules
import Storage

/// How many units of a kind and sector there are, and how many of them were recognised by a model in a year.
package struct ModelRate: Hashable, Sendable {
  package let kind: UnitKind
  package let sector: Sector?
  package var units = 0
  package var recognised = 0
}

/// A year with the day on which its units are counted.
package struct ModelYearDay: Hashable, Sendable {
  package let year: Int
  package let day: CivilDate

  package init(_ year: Int, _ day: CivilDate) {
    self.year = year
    self.day = day
  }
}

extension ModelStore {
  /// The units in and below one by kind and sector, with those recognised, year by year: the same that a board of each
  /// year lists one by one.
  ///
  /// One walk over the units of all the years, and one over what was recognised.
  package func rates(
    below unit: ID<Unit>,
    _ family: String,
    _ years: [ModelYearDay],
    _ knowledge: Knowledge = .now
  ) throws -> [Int: [ModelRate]] {
    guard let first = years.map(\.day).min(), let last = years.map(\.day).max(),
      let from = years.map(\.year).min(), let to = years.map(\.year).max()
    else { return [:] }
    var recognised: [Int: Set<ID<Unit>>] = [:]
    try db.each(
      """
      SELECT t.year, t.subject FROM ancestry a
      JOIN model_assessment t ON t.subject = a.unit AND t.year >= \(from) AND t.year <= \(to)
        AND t.family = \(family) AND t.recognised = 1 AND \(known("t", knowledge))
      WHERE a.ancestor = \(unit) AND \(ModelStore.between("a", first, last, knowledge))
      """
    ) { row in recognised[try row[0], default: []].insert(try row[1]) }
    var counts = ModelCounts(years: years, recognised: recognised)
    try db.each(
      """
      SELECT a.unit, a.start_on, a.end_on, k.kind, k.start_on, k.end_on, s.sector, s.start_on, s.end_on
      FROM ancestry a
      JOIN unit_kind k ON k.unit = a.unit AND \(ModelStore.between("k", first, last, knowledge))
      LEFT JOIN unit_sector s ON s.unit = a.unit AND \(ModelStore.between("s", first, last, knowledge))
      WHERE a.ancestor = \(unit) AND \(ModelStore.between("a", first, last, knowledge)) ORDER BY a.unit
      """
    ) { row in
      let sector: Sector? = try row[6]
      try counts.take(
        row[0],
        below: (row[1], row[2]),
        (row[3], (row[4], row[5])),
        sector.map { ($0, (try row[7], try row[8])) }
      )
    }
    return counts.finish()
  }

  /// What was true on some day between two.
  private static func between(
    _ alias: StaticString,
    _ first: CivilDate,
    _ last: CivilDate,
    _ knowledge: Knowledge
  ) -> SQL {
    """
    \(known(alias, knowledge)) AND \(name: alias).start_on <= \(last)
      AND (\(name: alias).end_on IS NULL OR \(name: alias).end_on > \(first))
    """
  }
}

/// Counts units on several days at once, unit after unit: of each, on which of the days it was what.
private struct ModelCounts {
  typealias Days = (start: CivilDate, end: CivilDate?)

  private struct Sort: Hashable {
    let kind: UnitKind
    let sector: Sector?
  }

  let years: [ModelYearDay]
  let recognised: [Int: Set<ID<Unit>>]
  private var rates: [[Sort: ModelRate]]
  private var unit: ID<Unit>?
  /// Of the unit, the days on which it was of a kind, or of a sector: the n-th bit stands for the n-th day.
  private var kinds: [(kind: UnitKind, days: Int)] = []
  private var sectors: [(sector: Sector, days: Int)] = []

  init(years: [ModelYearDay], recognised: [Int: Set<ID<Unit>>]) {
    self.years = years
    self.recognised = recognised
    rates = Array(repeating: [:], count: years.count)
  }

  /// A stretch of days of a unit; those of one unit follow each other.
  mutating func take(
    _ next: ID<Unit>,
    below: Days,
    _ kind: (UnitKind, Days),
    _ sector: (Sector, Days)?
  ) {
    if next != unit { count() }
    unit = next
    kinds.append((kind.0, days(below) & days(kind.1)))
    if let sector { sectors.append((sector.0, days(sector.1))) }
  }

  mutating func finish() -> [Int: [ModelRate]] {
    count()
    var found: [Int: [ModelRate]] = [:]
    for (place, year) in years.enumerated() { found[year.year] = Array(rates[place].values) }
    return found
  }

  private func days(_ span: Days) -> Int {
    var days = 0
    for (place, year) in years.enumerated() where span.start <= year.day {
      if span.end.map({ year.day < $0 }) ?? true { days |= 1 << place }
    }
    return days
  }

  /// Counts the unit once on each day, by what it was then.
  private mutating func count() {
    guard let unit else { return }
    var counted = 0
    for (kind, days) in kinds where days & ~counted != 0 {
      for place in years.indices where (days & ~counted) & (1 << place) != 0 {
        let sort = Sort(kind: kind, sector: sectors.first { $0.days & (1 << place) != 0 }?.sector)
        var rate = rates[place][sort] ?? ModelRate(kind: kind, sector: sort.sector)
        rate.units += 1
        if recognised[years[place].year]?.contains(unit) == true { rate.recognised += 1 }
        rates[place][sort] = rate
      }
      counted |= days
    }
    kinds.removeAll(keepingCapacity: true)
    sectors.removeAll(keepingCapacity: true)
  }
}
