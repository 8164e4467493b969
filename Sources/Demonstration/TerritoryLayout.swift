import Basics

/// The committees under the province: those of territories, before and after the reform of July 2025.
extension ProvinceBuilder {
  /// The districts of the old order, and the communes, wards and special zones that follow them.
  mutating func addTerritories() -> [Superior] {
    let count = measure.territories
    let districtCount = max(1, (count * 12 + 47) / 95)
    var districts: [(unit: Int32, name: String, mountain: Bool, urban: Bool)] = []
    for index in 0..<districtCount {
      let urban = districtCount >= 3 && index % 3 == 1
      let mountain = districtCount >= 3 && index % 3 == 0
      // Towns and districts of the plain and of the mountains share one stock of names.
      let place = places.next(mountain: false)
      let title = urban ? (index % 6 == 1 ? "thành phố" : "thị xã") : "huyện"
      let unit = add(
        places.code(place),
        "Đảng bộ \(title) \(place)",
        .superiorCommittee,
        .residential,
        ProvinceBuilder.province,
        year: random.within(1948...1996)
      )
      units[Int(unit)].suffix = urban ? "ThU" : "HU"
      districts.append((unit, "\(title) \(place)", mountain, urban))
    }
    let kinds = territoryKinds((0..<count).map { districts[$0 * districtCount / count].urban })
    return (0..<count).map { index in
      let district = districts[index * districtCount / count]
      let mountain = districtCount >= 3 ? district.mountain : index % 3 == 0
      let place = places.next(mountain: mountain && kinds[index] == .commune)
      let unit = addLater(
        places.code(place),
        "Đảng bộ \(kinds[index].title) \(place)",
        .superiorCommittee,
        .residential,
        on: Calendar.reform
      )
      return Superior(
        unit: unit,
        before: district.unit,
        kind: kinds[index],
        place: place,
        before2025: district.name,
        people: mountain ? Ethnicity.ofTheMountains[index % Ethnicity.ofTheMountains.count] : .kinh,
        sector: .residential
      )
    }
  }

  /// Wards go to the towns first, special zones to the far end of the province, the rest are communes.
  private func territoryKinds(_ urban: [Bool]) -> [Territory] {
    var kinds = Array(repeating: Territory.commune, count: urban.count)
    let townsFirst = urban.indices.filter { urban[$0] } + urban.indices.reversed().filter { !urban[$0] }
    for index in townsFirst.prefix(measure.wards) { kinds[index] = .ward }
    for index in kinds.indices.reversed().filter({ kinds[$0] == .commune }).prefix(measure.zones) {
      kinds[index] = .zone
    }
    return kinds
  }

  /// The committees of agencies and forces: some have always been there, the others follow the two blocs.
  mutating func addAgencies() -> [Superior] {
    var blocs: [Bool: Int32] = [:]
    return (0..<measure.agencies).map { index in
      let agency = Agency.all[index % Agency.all.count]
      let number = index / Agency.all.count
      let title = number == 0 ? agency.title : "\(agency.title) số \(number + 1)"
      let name = "Đảng bộ \(title)"
      let code = places.reserve(agency.code)
      guard let business = agency.bloc else {
        let unit = add(
          code,
          name,
          .superiorCommittee,
          agency.sector,
          ProvinceBuilder.province,
          year: random.within(1955...1998)
        )
        return superior(unit, before: unit, title, agency.sector)
      }
      let bloc =
        blocs[business]
        ?? add(
          places.reserve(business ? "KDN" : "KCQ"),
          business ? "Đảng bộ Khối Doanh nghiệp tỉnh" : "Đảng bộ Khối các cơ quan tỉnh",
          .superiorCommittee,
          business ? .enterprise : .agency,
          ProvinceBuilder.province,
          year: random.within(1985...2001)
        )
      blocs[business] = bloc
      let unit = addLater(code, name, .superiorCommittee, agency.sector, on: Calendar.reform)
      return superior(unit, before: bloc, title, agency.sector)
    }
  }

  private func superior(
    _ unit: Int32,
    before: Int32,
    _ title: String,
    _ sector: PlannedUnit.Sector
  ) -> Superior {
    Superior(
      unit: unit,
      before: before,
      kind: .agency,
      place: title,
      before2025: "tỉnh",
      people: .kinh,
      sector: sector
    )
  }
}

/// A committee of agencies or forces under the province.
private struct Agency {
  let code: String
  let title: String
  let sector: PlannedUnit.Sector
  /// The bloc its units belonged to before the reform: of agencies (`false`), of enterprises (`true`), or none.
  let bloc: Bool?

  static let all = [
    Agency(code: "CQD", title: "các cơ quan Đảng tỉnh", sector: .agency, bloc: false),
    Agency(code: "CA", title: "Công an tỉnh", sector: .police, bloc: nil),
    Agency(code: "UBT", title: "Ủy ban nhân dân tỉnh", sector: .agency, bloc: false),
    Agency(code: "QS", title: "Quân sự tỉnh", sector: .armedForces, bloc: nil),
    Agency(code: "BP", title: "Bộ đội Biên phòng tỉnh", sector: .borderGuard, bloc: nil),
    Agency(code: "YT", title: "ngành Y tế tỉnh", sector: .health, bloc: false),
    Agency(code: "DNT", title: "các doanh nghiệp tỉnh", sector: .enterprise, bloc: true),
    Agency(code: "DH", title: "Trường Đại học Sơn Giang", sector: .school, bloc: nil),
    Agency(code: "KKT", title: "Khu kinh tế và các khu công nghiệp tỉnh", sector: .enterprise, bloc: true),
    Agency(code: "GD", title: "ngành Giáo dục tỉnh", sector: .school, bloc: false),
    Agency(code: "NL", title: "các công ty nông, lâm nghiệp", sector: .enterprise, bloc: true),
    Agency(code: "NH", title: "các ngân hàng tỉnh", sector: .enterprise, bloc: true),
  ]
}
