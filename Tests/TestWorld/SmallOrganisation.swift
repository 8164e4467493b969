import Basics
import Records
import Rules
import Storage

/// The organisation of the tests: a province, two committees under it, five organisations of the base and
/// their cells, and a dozen people whose names are hard to sort.
enum SmallOrganisation {
  private struct Place {
    let code: String
    let name: String
    let kind: UnitKind
    var sector: Sector?
    var parent: String?
  }

  private static let places = [
    Place(code: "QN", name: "Đảng bộ tỉnh Quảng Nguyên", kind: .province),
    Place(code: "HL", name: "Đảng bộ huyện Hoàn Lĩnh", kind: .superiorCommittee, parent: "QN"),
    Place(code: "DH", name: "Đảng bộ thành phố Đông Hà", kind: .superiorCommittee, parent: "QN"),
    Place(
      code: "B1",
      name: "Đảng bộ xã Trường Sơn",
      kind: .baseCommittee,
      sector: .residential,
      parent: "HL"
    ),
    Place(code: "B2", name: "Đảng bộ xã Ô Lâu", kind: .baseCommittee, sector: .residential, parent: "HL"),
    Place(code: "B3", name: "Đảng bộ phường Ái Tử", kind: .baseCommittee, sector: .residential, parent: "DH"),
    Place(code: "T1", name: "Chi bộ Trường THCS Đèo Ngang", kind: .baseCell, sector: .school, parent: "HL"),
    Place(code: "C1", name: "Chi bộ thôn Ẩm Hồ", kind: .cell, sector: .residential, parent: "B1"),
    Place(code: "C2", name: "Chi bộ bản Đòng", kind: .cell, sector: .residential, parent: "B1"),
    Place(code: "C3", name: "Chi bộ thôn Ưu Điềm", kind: .cell, sector: .residential, parent: "B2"),
    Place(code: "C4", name: "Chi bộ khu phố 4", kind: .cell, sector: .residential, parent: "B3"),
  ]

  private struct Resident {
    let name: String
    let born: String
    let sex: Sex
    let unit: String
    let admitted: CivilDate
    let official: CivilDate?
  }

  private static let residents = [
    Resident(
      name: "Đặng Thùy Ước",
      born: "1971-04-30",
      sex: .woman,
      unit: "C1",
      admitted: "2001-05-19",
      official: "2002-05-19"
    ),
    Resident(
      name: "Lò Thị Hạnh",
      born: "1983",
      sex: .woman,
      unit: "C2",
      admitted: "2009-02-03",
      official: "2010-02-03"
    ),
    Resident(
      name: "H'Ngun Niê",
      born: "1990-11",
      sex: .woman,
      unit: "C2",
      admitted: "2015-09-02",
      official: "2016-09-02"
    ),
    Resident(
      name: "Nguyễn An",
      born: "1957-05-12",
      sex: .man,
      unit: "C1",
      admitted: "2000-02-03",
      official: "2001-02-03"
    ),
    Resident(
      name: "Nguyễn Ân",
      born: "1964-01-01",
      sex: .man,
      unit: "C1",
      admitted: "2003-07-01",
      official: "2004-07-01"
    ),
    Resident(
      name: "Nguyễn Ấn",
      born: "1979-12-31",
      sex: .man,
      unit: "C3",
      admitted: "2005-01-07",
      official: "2006-01-07"
    ),
    Resident(
      name: "Hà Thị Ánh",
      born: "1988-08-08",
      sex: .woman,
      unit: "C4",
      admitted: "2012-12-22",
      official: "2013-12-22"
    ),
    Resident(
      name: "Hồ Văn Ía",
      born: "1995-02-28",
      sex: .man,
      unit: "C3",
      admitted: "2024-02-29",
      official: "2025-02-28"
    ),
    Resident(
      name: "Trần Đình Đạo",
      born: "1968-10-15",
      sex: .man,
      unit: "T1",
      admitted: "2004-11-20",
      official: "2005-11-20"
    ),
    Resident(
      name: "Trần Đình Dao",
      born: "1969",
      sex: .man,
      unit: "T1",
      admitted: "2004-11-20",
      official: "2005-11-20"
    ),
    Resident(
      name: "Võ Y Ly",
      born: "1999-06-01",
      sex: .woman,
      unit: "T1",
      admitted: "2025-05-19",
      official: nil
    ),
    Resident(
      name: "Vũ Ỷ Lan",
      born: "2001-03-26",
      sex: .woman,
      unit: "C4",
      admitted: "2025-03-26",
      official: nil
    ),
  ]

  static func found() async throws -> World {
    let database = try await TestEngine.empty("template")
    try await Installation.prepare(database, number: 7)
    let clock = HandClock(World.today)
    let maker = World(database, clock)
    var units: [String: ID<Unit>] = [:]
    for place in places {
      units[place.code] = try await maker.found(
        place.code,
        place.name,
        place.kind,
        under: place.parent.flatMap { units[$0] },
        sector: place.sector,
        on: "2000-01-01"
      )
      clock.step(milliseconds: 60_000)
    }
    var people: [String: ID<Person>] = [:]
    for (number, resident) in residents.enumerated() {
      people[resident.name] = try await maker.admit(
        resident.name,
        code: "QN\(1001 + number)",
        born: resident.born,
        sex: resident.sex,
        to: units[resident.unit] ?? ID(0),
        on: resident.admitted,
        official: resident.official
      )
      clock.step(milliseconds: 60_000)
    }
    return World(database, clock, units: units, people: people)
  }
}
