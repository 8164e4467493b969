import Basics

/// The grassroots committees and the cells under them.
extension ProvinceBuilder {
  /// A grassroots committee of 2025, and where its cells were before.
  struct Base {
    var unit: Int32
    var superior: Superior
    /// The committee that held the cells until the reform; the committee itself where that is unchanged.
    var before: Int32
    var nature: Nature
    var place: String
    var weight: Int

    enum Nature { case villages, office, body }
  }

  mutating func addCommittees(_ count: Int, of superior: Superior) -> [Base] {
    (0..<count).map { index in
      if superior.kind == .agency { return addBody(of: superior) }
      if index == 0, count > 1 { return addOffice(of: superior) }
      return addVillages(first: index <= 1, of: superior)
    }
  }

  /// The committee of an old commune or ward, which goes on as the committee of a group of villages.
  private mutating func addVillages(first: Bool, of superior: Superior) -> Base {
    let urban = superior.kind == .ward
    let place = first ? superior.place : places.next(mountain: superior.people != .kinh)
    let unit = add(
      code(under: superior.before, "X"),
      "Đảng bộ \(urban ? "phường" : "xã") \(place)",
      .baseCommittee,
      .residential,
      superior.before,
      year: random.within(1950...2005)
    )
    settle(unit, superior)
    reformed(unit, superior)
    if !urban, random.chance(5) {
      script.append(
        ScriptedDeed(day: day(in: 2016...2023), deed: .rename(unit: unit, name: "Đảng bộ thị trấn \(place)"))
      )
    }
    let name = "Đảng bộ \(urban ? "liên khu phố" : "liên thôn") \(place)"
    script.append(ScriptedDeed(day: Calendar.reform, deed: .rename(unit: unit, name: name)))
    let weight = random.within(9...16)
    return Base(unit: unit, superior: superior, before: unit, nature: .villages, place: place, weight: weight)
  }

  /// The committee of a commune's offices, founded in the reform with cells of the district's offices.
  private mutating func addOffice(of superior: Superior) -> Base {
    let district = superior.before
    let old =
      offices[district]
      ?? add(
        code(under: district, "Q"),
        "Đảng bộ các cơ quan \(superior.before2025)",
        .baseCommittee,
        .agency,
        district,
        year: random.within(1976...2008)
      )
    offices[district] = old
    let unit = addLater(
      code(under: superior.unit, "Q"),
      "Đảng bộ các cơ quan \(superior.kind.title) \(superior.place)",
      .baseCommittee,
      .agency,
      on: Calendar.reform
    )
    settle(unit, superior)
    found(unit, under: superior.unit)
    return Base(
      unit: unit,
      superior: superior,
      before: old,
      nature: .office,
      place: superior.place,
      weight: 5
    )
  }

  /// A committee of a department, regiment, faculty or company.
  private mutating func addBody(of superior: Superior) -> Base {
    let title = nextBody(superior.sector)
    let unit = add(
      code(under: superior.before, "D"),
      "Đảng bộ \(title)",
      .baseCommittee,
      superior.sector,
      superior.before,
      year: random.within(1976...2010)
    )
    settle(unit, superior)
    if superior.before != superior.unit { reformed(unit, superior) }
    let weight = random.within(5...11)
    return Base(unit: unit, superior: superior, before: unit, nature: .body, place: title, weight: weight)
  }

  /// The cells of a committee; part of them came from another committee, merged in 2020 or in the reform.
  mutating func addCells(_ count: Int, of base: Base, isFirst: Bool) {
    var merged: Int32 = -1
    var mergedOn = Calendar.reform
    if base.nature == .villages, count >= 5, isFirst || random.chance(38) {
      mergedOn = isFirst || random.chance(72) ? Calendar.reform : day(in: 2019...2020)
      merged = addMerged(into: base)
    }
    let sheet = sheet()
    let sections = merged < 0 && base.before == base.unit && count >= 13 ? addSections(of: base) : []
    for index in 0..<count {
      let title =
        base.nature == .villages
        ? BodyNames.village(index, urban: base.superior.kind == .ward, people: base.superior.people)
        : BodyNames.section(base.superior.sector, index)
      let fromMerged = merged >= 0 && index % 5 >= 3
      var parent = fromMerged ? merged : base.before
      if !sections.isEmpty, index >= count / 3 { parent = sections[index % sections.count] }
      let sector = title.sector ?? base.superior.sector
      let year = random.within(1960...2012)
      let later = index > 0 && parent == base.unit && random.chance(4)
      let cell =
        later
        ? addLater(
          code(under: base.before, "B"),
          "Chi bộ \(title.name)",
          .cell,
          sector,
          on: day(in: 2015...2024)
        )
        : add(code(under: base.before, "B"), "Chi bộ \(title.name)", .cell, sector, parent, year: year)
      units[Int(cell)].weight = ProvinceBuilder.cellWeights[random.below(ProvinceBuilder.cellWeights.count)]
      settle(cell, base.superior)
      if later {
        found(cell, under: base.unit)
      } else if parent != base.unit, sections.isEmpty {
        let day = fromMerged ? mergedOn : Calendar.reform
        script.append(ScriptedDeed(day: day, deed: .move(unit: cell, under: base.unit), sheet: sheet))
        if base.nature == .office {
          let name = "Chi bộ \(BodyNames.communeOffice(index)) \(base.superior.kind.title) \(base.place)"
          script.append(ScriptedDeed(day: day, deed: .rename(unit: cell, name: name), sheet: sheet))
        }
      } else if base.nature == .villages, random.chance(8) {
        addMergedCell(into: cell, under: parent, title.name)
      }
    }
    if merged >= 0 {
      script.append(ScriptedDeed(day: mergedOn, deed: .end(unit: merged, into: [base.unit])))
    }
  }

  /// An old commune whose cells pass to a neighbour.
  private mutating func addMerged(into base: Base) -> Int32 {
    let superior = base.superior
    let place = places.next(mountain: superior.people != .kinh)
    let unit = add(
      code(under: superior.before, "X"),
      "Đảng bộ \(superior.kind == .ward ? "phường" : "xã") \(place)",
      .baseCommittee,
      .residential,
      superior.before,
      year: random.within(1950...2005)
    )
    settle(unit, superior)
    return unit
  }

  private mutating func addSections(of base: Base) -> [Int32] {
    (1...2).map { number in
      let unit = add(
        code(under: base.before, "P"),
        "Đảng bộ bộ phận số \(number)",
        .sectionCommittee,
        base.superior.sector,
        base.unit,
        year: random.within(1990...2012)
      )
      settle(unit, base.superior)
      return unit
    }
  }

  /// A small village whose cell is merged with its neighbour's, most of them in 2018 to 2020.
  private mutating func addMergedCell(into cell: Int32, under parent: Int32, _ title: String) {
    let old = add(
      code(under: parent, "C"),
      "Chi bộ \(title) 2",
      .cell,
      units[Int(cell)].sector,
      parent,
      year: random.within(1970...2012)
    )
    units[Int(old)].weight = random.within(8...12)
    units[Int(cell)].weight = min(units[Int(cell)].weight, 26)
    units[Int(old)].people = units[Int(cell)].people
    units[Int(old)].urban = units[Int(cell)].urban
    let years = random.chance(70) ? 2018...2020 : 2015...2024
    script.append(ScriptedDeed(day: day(in: years), deed: .merge(unit: old, into: cell)))
  }

  /// Where the unit lies, as its committee.
  mutating func settle(_ unit: Int32, _ superior: Superior) {
    units[Int(unit)].people = superior.people
    units[Int(unit)].urban = superior.kind == .ward
  }

  mutating func found(_ unit: Int32, under parent: Int32) {
    let day = units[Int(unit)].from
    script.append(ScriptedDeed(day: day, deed: .found(unit: unit, under: parent)))
  }

  /// On the day of the reform the unit moves under the new committee, all of its moves by one decision.
  mutating func reformed(_ unit: Int32, _ superior: Superior) {
    let deed = ScriptedDeed.Deed.move(unit: unit, under: superior.unit)
    script.append(ScriptedDeed(day: Calendar.reform, deed: deed, sheet: -superior.unit))
  }

  /// What cells have: half of them 24 to 33 members.
  private static let cellWeights = [
    9, 12, 15, 17, 19, 21, 22, 24, 25, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 36, 38, 41, 45, 49,
  ]
}
