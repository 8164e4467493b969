import Basics

/// Lays out every unit the province will ever have, and the deeds on units, before the history begins.
///
/// The structure of 30 September 2025 is laid out first, for its numbers are known; what was there before the
/// reform, and what was merged or founded on the way, is derived from it.
struct ProvinceBuilder {
  let measure: Measure
  var units: [Unit] = []
  var script: [ScriptedDeed] = []
  var places: PlaceNames
  var random: SplitMix
  /// The running number of the unit in its district's codes.
  var running: [Int32: Int] = [:]
  var lastSheet: Int32 = 0
  /// How many bodies of a sector have a name by now.
  var bodies: [PlannedUnit.Sector: Int] = [:]
  /// The committee of the offices of each district, until the reform.
  var offices: [Int32: Int32] = [:]

  static let province: Int32 = 0

  /// A committee under the province after the reform, and where its units were before.
  struct Superior {
    var unit: Int32
    /// The district, bloc or the committee itself to which its units belonged until the reform.
    var before: Int32
    var kind: Territory
    var place: String
    var before2025: String
    var people: Ethnicity
    var sector: PlannedUnit.Sector
  }

  enum Territory: Sendable {
    case commune, ward, zone, agency

    var title: String {
      switch self {
      case .commune: "xã"
      case .ward: "phường"
      case .zone: "đặc khu"
      case .agency: ""
      }
    }
  }

  init(measure: Measure, seed: UInt64) {
    self.measure = measure
    random = SplitMix(seed: SplitMix.mark(seed, 1))
    places = PlaceNames(random: SplitMix(seed: SplitMix.mark(seed, 2)))
  }

  mutating func build() {
    let code = places.reserve("SG")
    let province = add(code, "Đảng bộ tỉnh Sơn Giang (hư cấu)", .province, .other, -1, year: 1947)
    units[Int(province)].suffix = "TU"
    let superiors = addTerritories() + addAgencies()
    let committees = Measure.shares(of: measure.baseCommittees, by: superiors.map(committeeWeight))
    let baseCells = Measure.shares(of: measure.baseCells, by: superiors.map(baseCellWeight))
    var bases: [Base] = []
    for (index, superior) in superiors.enumerated() {
      bases += addCommittees(committees[index], of: superior)
    }
    let cells = Measure.shares(of: measure.cells, by: bases.map(\.weight))
    for (index, base) in bases.enumerated() { addCells(cells[index], of: base, isFirst: index == 0) }
    for (index, superior) in superiors.enumerated() { addBaseCells(baseCells[index], of: superior, index) }
    endOldCommittees(superiors)
    addChanges()
    for index in units.indices where units[index].exists && units[index].parent >= 0 {
      units[Int(units[index].parent)].children.append(Int32(index))
    }
    // Deeds of one day keep the order in which they were laid out: found, move, end.
    script = script.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(
      \.element
    )
  }

  /// A unit of the opening lists.
  mutating func add(
    _ code: String,
    _ name: String,
    _ kind: PlannedUnit.Kind,
    _ sector: PlannedUnit.Sector,
    _ parent: Int32,
    year: Int
  ) -> Int32 {
    let day = CivilDate(year: year, month: random.within(1...12), day: random.within(1...28)) ?? .earliest
    // A unit is never older than the one it is under.
    let from = parent >= 0 ? max(day, units[Int(parent)].from) : day
    return append(
      Unit(code: code, name: name, kind: kind, sector: sector, parent: parent, from: from, exists: true)
    )
  }

  /// A unit that is founded later; where it begins is for its deed to say.
  mutating func addLater(
    _ code: String,
    _ name: String,
    _ kind: PlannedUnit.Kind,
    _ sector: PlannedUnit.Sector,
    on day: CivilDate
  ) -> Int32 {
    append(Unit(code: code, name: name, kind: kind, sector: sector, parent: -1, from: day, exists: false))
  }

  private mutating func append(_ unit: Unit) -> Int32 {
    units.append(unit)
    return Int32(units.count - 1)
  }

  mutating func sheet() -> Int32 {
    lastSheet += 1
    return lastSheet
  }

  /// A code under a district's: `LS-D03`.
  mutating func code(under unit: Int32, _ letter: String) -> String {
    let number = running[unit, default: 0] + 1
    running[unit] = number
    return places.reserve("\(units[Int(unit)].code)-\(letter)\(number < 10 ? "0" : "")\(number)")
  }

  /// The name of the next body of the province's agencies and forces.
  mutating func nextBody(_ sector: PlannedUnit.Sector) -> String {
    let index = bodies[sector, default: 0]
    bodies[sector] = index + 1
    return BodyNames.body(sector, index)
  }

  /// A working day of one of the years.
  mutating func day(in years: ClosedRange<Int>) -> CivilDate {
    let day = CivilDate(year: random.within(years), month: random.within(1...12), day: random.within(2...28))
    return Calendar.workday(day ?? Calendar.takenOver.adding(days: 30))
  }

  private func committeeWeight(_ superior: Superior) -> Int {
    switch superior.kind {
    case .commune: 10
    case .ward: 12
    case .zone: 7
    case .agency: superior.sector == .police || superior.sector == .armedForces ? 30 : 23
    }
  }

  private func baseCellWeight(_ superior: Superior) -> Int {
    switch superior.kind {
    case .commune: 10
    case .ward: 13
    case .zone: 8
    case .agency: 34
    }
  }
}
