import Basics

/// The grassroots cells, and what is changed on units over the years.
extension ProvinceBuilder {
  mutating func addBaseCells(_ count: Int, of superior: Superior, _ index: Int) {
    for number in 0..<count {
      let place = "\(superior.kind.title) \(superior.place)"
      let entry = BodyNames.baseCell(number + index)
      let isAgency = superior.kind == .agency
      let before =
        isAgency
        ? nextBody(superior.sector)
        : "\(entry.before) \(superior.before2025) (\(superior.place))"
      let sector = isAgency ? superior.sector : entry.sector
      let later = number > 0 && random.chance(6)
      let unit =
        later
        ? addLater(
          code(under: superior.before, "C"),
          "Chi bộ \(before)",
          .baseCell,
          sector,
          on: day(in: 2015...2024)
        )
        : add(
          code(under: superior.before, "C"),
          "Chi bộ \(before)",
          .baseCell,
          sector,
          superior.before,
          year: random.within(1976...2012)
        )
      units[Int(unit)].weight = random.within(9...25)
      settle(unit, superior)
      if later {
        found(unit, under: superior.before)
      } else if number > 0, random.chance(9) {
        addMergedBaseCell(into: unit, of: superior, before)
      }
      if superior.before != superior.unit {
        reformed(unit, superior)
        if !isAgency {
          let deed = ScriptedDeed.Deed.rename(unit: unit, name: "Chi bộ \(entry.after) \(place)")
          script.append(ScriptedDeed(day: Calendar.reform, deed: deed, sheet: -superior.unit))
        }
      }
    }
  }

  /// A small grassroots cell that is merged with its neighbour; every second one in the reform.
  private mutating func addMergedBaseCell(into unit: Int32, of superior: Superior, _ title: String) {
    let old = add(
      code(under: superior.before, "C"),
      "Chi bộ \(title) cơ sở 2",
      .baseCell,
      units[Int(unit)].sector,
      superior.before,
      year: random.within(1980...2012)
    )
    units[Int(old)].weight = random.within(6...9)
    units[Int(unit)].weight = min(units[Int(unit)].weight, 16)
    settle(old, superior)
    let day = random.chance(50) ? Calendar.reform : day(in: 2016...2024)
    script.append(ScriptedDeed(day: day, deed: .merge(unit: old, into: unit)))
  }

  /// The day of the reform: the new committees are founded before all else, the emptied ones end last.
  mutating func endOldCommittees(_ superiors: [Superior]) {
    let founded = superiors.filter { !units[Int($0.unit)].exists }
    let founding = founded.map { superior in
      ScriptedDeed(
        day: Calendar.reform,
        deed: .found(unit: superior.unit, under: ProvinceBuilder.province)
      )
    }
    script.insert(contentsOf: founding, at: 0)
    let districts = Set(founded.map(\.before))
    for unit in offices.values.sorted() + districts.sorted() {
      let successors = founded.filter { $0.before == unit }.map(\.unit)
      script.append(ScriptedDeed(day: Calendar.reform, deed: .end(unit: unit, into: successors)))
    }
  }

  /// New names, new sectors, and units that pass from one committee to another.
  mutating func addChanges() {
    let cells = units.indices.filter { units[$0].kind == .cell && units[$0].exists && units[$0].weight > 12 }
    guard !cells.isEmpty else { return }
    var renamed: Set<Int> = []
    // Spread over the year, so that on any day one is decided and not in effect yet.
    let yearly = measure.people < 5000 ? 1 : max(8, 8 * measure.people / Measure.full)
    for year in 2015...2060 {
      for slot in 0..<yearly {
        let number = 8 + 350 * slot / yearly + random.below(6)
        let start = CivilDate(year: year, month: 1, day: 1) ?? Calendar.takenOver
        let day = Calendar.workday(start.adding(days: number))
        addRename(of: next(of: cells, &renamed), on: day)
      }
    }
    addMoves()
    let sectors = max(2, 40 * measure.people / Measure.full)
    let bodies = cells.filter { units[$0].sector != .residential }
    for _ in 0..<sectors {
      let cell = bodies.isEmpty ? cells[random.below(cells.count)] : bodies[random.below(bodies.count)]
      let sector: PlannedUnit.Sector =
        switch units[cell].sector {
        case .cooperative: .enterprise
        case .enterprise: .cooperative
        case .agency: .other
        case .residential: .cooperative
        default: .agency
        }
      script.append(
        ScriptedDeed(day: day(in: 2016...2024), deed: .changeSector(unit: Int32(cell), sector: sector))
      )
    }
  }

  /// A cell that has had no new name yet, as long as there is one; offices get theirs in the reform.
  private mutating func next(of cells: [Int], _ renamed: inout Set<Int>) -> Int {
    for _ in 0..<200 {
      let cell = cells[random.below(cells.count)]
      if units[cell].sector != .agency, renamed.insert(cell).inserted { return cell }
    }
    return cells[random.below(cells.count)]
  }

  private mutating func addRename(of cell: Int, on day: CivilDate) {
    let name = units[cell].name
    let forms = [
      ("Trường Tiểu học", "Trường Tiểu học và Trung học cơ sở"), ("thôn ", "khu dân cư "),
      ("tổ dân phố ", "khu phố số "),
      ("khu phố ", "khu dân cư số "), ("bản ", "bản "), ("Trạm Y tế", "Điểm Trạm Y tế"), ("Phòng ", "Ban "),
    ]
    var renamed = "\(name) (mới)"
    if let (old, new) = forms.first(where: { name.hasPrefix("Chi bộ \($0.0)") }), old != new {
      renamed = "Chi bộ \(new)\(name.dropFirst("Chi bộ \(old)".count))"
    } else if name.hasPrefix("Chi bộ bản ") {
      renamed = "\(name) \(["Trên", "Dưới", "Mới", "Giữa"][random.below(4)])"
    }
    script.append(ScriptedDeed(day: day, deed: .rename(unit: Int32(cell), name: renamed)))
  }

  /// Now and then a grassroots cell passes to another committee; the reform brings it to its place.
  private mutating func addMoves() {
    var ended: Set<Int32> = []
    var settled: Set<Int32> = []
    for entry in script {
      switch entry.deed {
      case .end(let unit, _), .merge(let unit, _): ended.insert(unit)
      case .move(let unit, _) where entry.day == Calendar.reform: settled.insert(unit)
      default: break
      }
    }
    let all = units.indices.map(Int32.init)
    let superiors = all.filter { units[Int($0)].kind == .superiorCommittee }
    let old = superiors.filter { units[Int($0)].exists }
    let new = superiors.filter { !ended.contains($0) }
    let baseCells = all.filter {
      units[Int($0)].kind == .baseCell && settled.contains($0) && !ended.contains($0)
    }
    .filter { units[Int($0)].exists }
    guard !baseCells.isEmpty else { return }
    for year in 2015...2060 where year != Calendar.reform.year {
      let targets = year < Calendar.reform.year ? old : new
      for _ in 0..<max(1, 2 * measure.people / Measure.full) {
        let unit = baseCells[random.below(baseCells.count)]
        let target = targets[random.below(targets.count)]
        script.append(ScriptedDeed(day: day(in: year...year), deed: .move(unit: unit, under: target)))
      }
    }
  }
}
