import Basics
import Markup
import Web

/// Fictional members of the sample province.
extension Sample {
  static let names = [
    "Lường Thị Giang", "Bùi Việt Hà", "Mùa Thị Hà", "Đinh Công Hải", "Quàng Văn Hành", "Lò Thị Hạnh",
    "Nguyễn Thị Hạnh", "Vì Thị Hạnh", "Hà Quang Hào", "Phạm Thị Hảo", "Sồng A Hậu", "Lò Văn Hiên",
    "Trần Thị Hiền",
    "Giàng A Hiếu", "Hoàng Văn Hinh", "Lường Thị Hoa", "Đỗ Thanh Hòa", "Vàng Thị Hoài", "Quàng Văn Hoan",
    "Nguyễn Huy Hoàng", "Tòng Thị Hồng", "Lê Văn Huân", "Cà Thị Huệ", "Hà Mạnh Hùng", "Mùa A Khua",
    "Lò Thị Kim Lan", "Nguyễn Phan Liên", "Đặng Thùy Linh", "Sùng A Lử", "Trịnh Công Minh",
  ]

  static let states = [
    "official", "official", "probationary", "official", "exempt", "official", "temporarilyAway",
  ]
  static let peoples = ["Thái", "Mường", "Mông", "Kinh", "Tày"]

  static let rollRows: [RollRow] = names.enumerated().map { index, name in
    let state = states[index % states.count]
    let admitted = day("1986-05-19").adding(months: (index * 53) % 470).adding(days: index)
    return RollRow(
      person: PersonLink("01J8MEM\(100 + index)AAA", name),
      card: index == 8 ? nil : "8\(index % 10) \(214 + index * 7) \(118 + index * 13)",
      born: index == 4
        ? LooseDate(year: 1958)
        : index == 14
          ? LooseDate(year: 1955, month: 3) : LooseDate(admitted.adding(days: -9_000 - index * 31)),
      sex: name.contains("Thị") || index == 26 ? "F" : "M",
      ethnicity: peoples[index % peoples.count],
      cell: UnitLink("01J8CE\(100 + index % 14)CELL", cells[index % 14].name),
      post: index % 7 == 5 ? "secretary" : index % 9 == 1 ? "deputySecretary" : nil,
      admitted: state == "probationary" ? day("2026-02-03") : admitted,
      official: state == "probationary" ? nil : admitted.adding(months: 12),
      due: state == "probationary" ? day("2027-02-03") : nil,
      state: state
    )
  }

  static let rollOffers = [
    RollOffer(.state, ["official", "probationary", "exempt", "suspended"]),
    RollOffer(.sex, ["F", "M"]),
    RollOffer(.ethnicity, peoples),
    RollOffer(.age, ["18-30", "31-40", "41-50", "51-60", "61+"]),
    RollOffer(.role, ["home", "temporary", "host", "residence"]),
    RollOffer(.post, ["secretary", "deputySecretary", "committeeMember"]),
  ]

  static func roll(searching search: String = "", filters: [RollFilter] = [], rows: [RollRow]? = nil) -> Roll
  {
    let shown = rows ?? rollRows
    return Roll(
      unit: commune,
      path: [province, commune],
      counts: MemberCounts(total: 1_246, official: 1_209, probationary: 37, women: 488),
      search: search,
      filters: filters,
      offers: rollOffers,
      matching: shown.isEmpty ? 0 : search.isEmpty && filters.isEmpty ? 1_246 : shown.count,
      firstSerial: search.isEmpty && filters.isEmpty ? 341 : 1,
      rows: shown,
      previous: search.isEmpty ? "b-310" : nil,
      next: search.isEmpty ? "a-371" : nil,
      advice: filters.first.map { Roll.Advice(filter: $0, found: 12) }
    )
  }

  static let cellPath = [province, commune, school]

  static var person: PersonFile {
    let first = UnitLink("01J8CE100CELL", "Chi bộ Bản Nà Lò")
    let primary = UnitLink("01J8CE108CELL", "Chi bộ Trường Tiểu học")
    return PersonFile(
      person: PersonLink("01J8MEM105AAA", "Lò Thị Hạnh"),
      path: cellPath,
      standing: "official",
      particulars: PersonFile.Particulars(
        card: "85 279 983",
        born: LooseDate(day("1984-03-12")),
        sex: "F",
        ethnicity: "Thái",
        admitted: day("2009-05-19"),
        official: day("2010-05-19")
      ),
      membershipAge: (17, 6),
      life: PersonFile.Life(
        states: [
          Dated("probationary", span("2009-05-19", "2010-05-19")), Dated("official", span("2010-05-19")),
        ],
        homes: [
          Dated(first, span("2009-05-19", "2013-09-02")), Dated(primary, span("2013-09-02", "2025-07-01")),
          Dated(school, span("2025-07-01")),
        ],
        others: [Dated((role: "residence", unit: first), span("2013-09-02"))],
        posts: [
          Dated((post: "deputySecretary", unit: primary), span("2015-05-20", "2020-05-27")),
          Dated((post: "secretary", unit: primary), span("2020-05-27", "2025-07-01")),
          Dated((post: "secretary", unit: school), span("2025-07-01")),
          Dated((post: "committeeMember", unit: commune), span("2025-07-01")),
        ]
      ),
      timeline: timeline,
      looks: [
        Look(
          who: "Lê Thu Hà",
          role: "Ban Tổ chức Tỉnh ủy",
          moment: made,
          purpose: "Duyệt kế hoạch luân chuyển"
        ),
        Look(
          who: "Vũ Đình Lộc",
          role: "theo dõi xã Thượng Lâm",
          moment: Moment(day: today, hour: 9, minute: 12),
          purpose: nil
        ),
      ],
      looksInYear: 23
    )
  }

  static let timeline = [
    LifeEvent(
      day: day("2027-01-15"),
      code: "postBegan",
      value: "deputySecretary",
      place: "Đảng bộ phường Tân Hòa",
      source: .decision(
        DecisionLink(key: "k9", number: "31-QĐ/TU", signed: day("2026-10-12"), issuer: "Tỉnh ủy Sơn Giang")
      ),
      recorded: Recorded(Moment(day: day("2026-10-14"), hour: 16, minute: 40), by: "lthu.ha"),
      isPlanned: true
    ),
    LifeEvent(
      day: day("2025-08-16"),
      code: "born",
      value: "12/03/1984",
      source: nil,
      recorded: Recorded(Moment(day: day("2025-08-16"), hour: 10, minute: 3), by: "vdinh.loc"),
      corrects: "12/05/1984"
    ),
    LifeEvent(
      day: day("2025-07-01"),
      code: "home",
      value: "Chi bộ Trường liên cấp",
      source: .decision(decision),
      recorded: recorded
    ),
    LifeEvent(
      day: day("2020-05-27"),
      code: "postBegan",
      value: "secretary",
      place: "Chi bộ Trường Tiểu học",
      source: .decision(
        DecisionLink(key: nil, number: "12-QĐ/ĐU", signed: day("2020-05-29"), issuer: "Đảng ủy xã Thượng Lâm")
      ),
      recorded: nil
    ),
    LifeEvent(
      day: day("2010-05-19"),
      code: "official",
      value: "",
      source: .list(name: "members.csv", row: 17),
      recorded: Recorded(Moment(day: day("2025-01-06"), hour: 7, minute: 0), by: "console:root")
    ),
    LifeEvent(
      day: day("2009-05-19"),
      code: "admitted",
      value: "Chi bộ Bản Nà Lò",
      source: .list(name: "members.csv", row: 17),
      recorded: Recorded(Moment(day: day("2025-01-06"), hour: 7, minute: 0), by: "console:root")
    ),
  ]

  static var figureOfPeople: FigurePage {
    FigurePage(
      code: "ledger.admitted",
      unit: province,
      path: [province],
      time: .period(from: day("2026-01-01"), until: day("2026-11-21")),
      count: 1_903,
      rows: .people(
        rollRows.map {
          CountedPerson(person: $0.person, born: $0.born, sex: $0.sex, unit: $0.cell, on: day("2026-02-03"))
        }
      ),
      next: "a-31"
    )
  }

  static var figureOfUnits: FigurePage {
    FigurePage(
      code: "units.baseOrganisations",
      unit: province,
      path: [],
      time: .day(today),
      count: 931,
      rows: .units(
        committees.prefix(24).map {
          CountedUnit(unit: $0.unit, kind: "baseCommittee", parent: province, members: $0.counts.total)
        }
      ),
      next: "a-25"
    )
  }

  static var emptyFigure: FigurePage {
    FigurePage(
      code: "ledger.expelled",
      unit: commune,
      path: [province, commune],
      time: .period(from: day("2026-01-01"), until: day("2026-11-21")),
      count: 0,
      rows: .people([])
    )
  }

  static var journal: JournalPage {
    let operations = ["moveUnit", "transfer", "admit", "holdPost", "import", "correctParticulars"]
    return JournalPage(
      chain: .holds(entries: 48_213, at: made, head: String(repeating: "5e", count: 32)),
      entries: (0..<24).map { index in
        JournalRow(
          sequence: 48_213 - index,
          moment: Moment(
            day: today.adding(days: -index / 4),
            hour: 16 - index % 8,
            minute: (index * 17) % 60
          ),
          account: index % 5 == 4 ? "console:root" : "lthu.ha",
          operation: operations[index % operations.count],
          summary: index % 2 == 0 ? "Chi bộ Bản Mây 1, Chi bộ Bản Mây 2" : "Lò Thị Hạnh",
          decision: index % 6 == 4 ? nil : decision,
          hash: "7f3ca91e5b20d6c48e1f3a90\(index)"
        )
      },
      next: "48189"
    )
  }

  static var entry: EntryPage {
    EntryPage(
      line: journal.entries[0],
      payload: [("units", "BM1, BM2"), ("name", "Chi bộ <Bản Mây>")],
      hashBefore: journal.entries[1].hash,
      annuls: 47_002
    )
  }

  static var decisionPage: DecisionPage {
    DecisionPage(
      decision: decision,
      effective: day("2025-07-01"),
      signer: "Nguyễn Quốc Bảo",
      basis: "Nghị quyết về sắp xếp đơn vị cấp xã",
      changes: [
        .init(
          subject: .unit(commune),
          event: LifeEvent(
            day: day("2025-07-01"),
            code: "mergedInto",
            value: "Đảng bộ xã Thượng Lâm (mới)",
            source: nil,
            recorded: nil
          )
        ),
        .init(subject: .person(PersonLink("01J8MEM105AAA", "Lò Thị Hạnh")), event: timeline[2]),
      ]
    )
  }
}
