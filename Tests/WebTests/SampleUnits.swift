import Basics
import Markup
import Web

/// A fictional province in which the pages are shown and tested.
enum Sample {
  static let today = day("2026-11-20")
  static let province = UnitLink("01J8PRVNCE000", "Tỉnh ủy Sơn Giang")
  static let commune = UnitLink("01J8THVNGM000", "Đảng bộ xã Thượng Lâm")
  static let school = UnitLink("01J8TRVNGC000", "Chi bộ Trường liên cấp")
  static let made = Moment(day: today, hour: 14, minute: 5)

  /// A day as tests write it; a misspelt one stands out as the first day there is.
  static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .earliest }

  static func span(_ from: String, _ until: String? = nil) -> Span {
    Span(from: day(from), until: until.map(day)) ?? .always
  }

  static func frame(
    _ module: Module?,
    _ path: Path,
    query: Query = Query(),
    on: CivilDate = today,
    known: Viewpoint.Known? = nil,
    theme: Theme = .system,
    message: Message? = nil
  ) -> Frame {
    Frame(
      viewer: Viewer(
        name: "Lê Thu Hà",
        role: "Ban Tổ chức Tỉnh ủy",
        unit: province,
        readsJournal: true,
        theme: theme,
        token: "tok-7f3c"
      ),
      viewpoint: Viewpoint(today: today, on: on, known: known),
      module: module,
      path: path,
      query: query,
      message: message,
      days: [DayOffer(day("2026-12-01"), "Hợp nhất bốn chi bộ")],
      made: made
    )
  }

  static let communes = [
    "Bản Chang", "Bến Thượng", "Cẩm Lũng", "Đồng Quế", "Hòn Mây", "Khe Sát", "Mường Lống", "Nậm Hua",
    "Phú Sơn",
    "Tân Hòa", "Thượng Lâm", "Yên Phú",
  ]

  /// All 107 committees, their members adding up to the province's.
  static let committees: [UnitRow] = {
    var rows: [UnitRow] = []
    var left = MemberCounts(total: 131_548, official: 128_402, probationary: 3_146, women: 52_619)
    var admitted = 1_903
    for index in 0..<107 {
      let base = communes[index % communes.count]
      let round = index / communes.count
      let kind = index % 5 == 1 ? "phường" : "xã"
      let name = "Đảng bộ \(kind) \(base)" + (round == 0 ? "" : " \(round + 1)")
      let isLast = index == 106
      let total = isLast ? left.total : 350 + (index * 7919) % 1450 + (index % 17 == 0 ? 1800 : 0)
      let probationary = isLast ? left.probationary : total * (12 + index % 19) / 1000
      let women = isLast ? left.women : total * (310 + (index * 37) % 180) / 1000
      let joined = isLast ? admitted : (index == 40 ? 0 : total * (8 + index % 11) / 1000)
      let counts = MemberCounts(
        total: total,
        official: total - probationary,
        probationary: probationary,
        women: women
      )
      left = MemberCounts(
        total: left.total - counts.total,
        official: left.official - counts.official,
        probationary: left.probationary - counts.probationary,
        women: left.women - counts.women
      )
      admitted -= joined
      rows.append(
        UnitRow(
          unit: UnitLink("01J8C\(1000 + index)AAAA", name),
          kind: "superiorCommittee",
          sector: nil,
          counts: counts,
          admitted: max(joined, 0)
        )
      )
    }
    return rows.sorted {
      VietnameseName.plainSortKey($0.unit.name) < VietnameseName.plainSortKey($1.unit.name)
    }
  }()

  static let ledger = MovementLedger(
    unit: province,
    from: day("2026-01-01"),
    until: day("2026-11-21"),
    opening: 130_212,
    came: [
      .init("admitted", 1_903), .init("takenOver", 0), .init("transferredIn", 1_284), .init("readmitted", 9),
      .init("reorganisedIn", 0),
    ],
    went: [
      .init("transferredOut", 1_121), .init("died", 512), .init("left", 18), .init("deleted", 168),
      .init("expelled", 41), .init("reorganisedOut", 0),
    ],
    closing: 131_548
  )

  static var board: Board {
    let admitted = [120, 107, 156, 143, 196, 182, 139, 161, 289, 171, 239]
    return Board(
      unit: province,
      units: Board.UnitCounts(
        superiorCommittees: 107,
        baseOrganisations: 931,
        baseCommittees: 420,
        baseCells: 511,
        cells: 3_942
      ),
      counts: MemberCounts(total: 131_548, official: 128_402, probationary: 3_146, women: 52_619),
      ledger: ledger,
      balancesBelow: true,
      rows: committees,
      months: admitted.enumerated().map { month, count in
        Board.Month(
          from: today.startOfYear.adding(months: month),
          until: today.startOfYear.adding(months: month + 1),
          admitted: count
        )
      }
    )
  }

  static let decision = DecisionLink(
    key: "01J8DEC214QDT",
    number: "214-QĐ/TU",
    signed: day("2025-06-26"),
    issuer: "Tỉnh ủy Sơn Giang"
  )

  static let recorded = Recorded(Moment(day: day("2025-07-01"), hour: 8, minute: 2), by: "lthu.ha")

  static let cells: [(name: String, sector: String, members: Int)] = [
    ("Bản Nà Lò", "residential", 38), ("Bản Nà Ngần", "residential", 31), ("Bản Pom Khốc", "residential", 29),
    ("Bản Chiềng Đi", "residential", 42), ("Bản Suối Lìn", "residential", 27),
    ("Bản Co Chàm", "residential", 33),
    ("Bản Tà Số", "residential", 24), ("Bản Lũng Xá", "residential", 19), ("Trường Tiểu học", "school", 36),
    ("Trường THCS", "school", 28), ("Trạm Y tế", "health", 22), ("Cơ quan xã", "agency", 41),
    ("Công an xã", "police", 17), ("Quân sự xã", "armedForces", 25),
  ]

  static func unitPage(past: Bool) -> UnitPage {
    let rows = cells.enumerated().map { index, cell in
      UnitRow(
        unit: UnitLink("01J8CE\(100 + index)CELL", "Chi bộ \(cell.name)"),
        kind: "cell",
        sector: cell.sector,
        counts: MemberCounts(
          total: cell.members,
          official: cell.members - index % 3,
          probationary: index % 3,
          women: cell.members * (25 + index * 2) / 100
        ),
        admitted: index % 3
      )
    }
    let closing = rows.reduce(0) { $0 + $1.counts.total }
    return UnitPage(
      unit: commune,
      code: "TL",
      kind: "baseCommittee",
      sector: "residential",
      existence: past ? span("1996-02-03", "2025-07-01") : span("1996-02-03"),
      path: [province, UnitLink("01J8BAVSVN000", "Huyện ủy Bảo Sơn")],
      tree: tree(rows),
      counts: rows.map(\.counts).reduce(MemberCounts(total: 0, official: 0, probationary: 0, women: 0)) {
        MemberCounts(
          total: $0.total + $1.total,
          official: $0.official + $1.official,
          probationary: $0.probationary + $1.probationary,
          women: $0.women + $1.women
        )
      },
      ledger: MovementLedger(
        unit: commune,
        from: day(past ? "2024-01-01" : "2026-01-01"),
        until: day(past ? "2025-01-01" : "2026-11-21"),
        opening: closing - 7,
        came: [
          .init("admitted", 9), .init("takenOver", 0), .init("transferredIn", 6), .init("readmitted", 0),
          .init("reorganisedIn", 0),
        ],
        went: [
          .init("transferredOut", 4), .init("died", 3), .init("left", 0), .init("deleted", 1),
          .init("expelled", 0),
          .init("reorganisedOut", 0),
        ],
        closing: closing
      ),
      below: rows,
      posts: [
        PostHolder(
          post: "secretary",
          person: PersonLink("01J8PSVN00001", "Hoàng Văn Sơn"),
          since: day("2020-05-18"),
          source: .decision(
            DecisionLink(key: "k1", number: "07-QĐ/HU", signed: day("2020-05-22"), issuer: "Huyện ủy Bảo Sơn")
          )
        ),
        PostHolder(
          post: "deputySecretary",
          person: PersonLink("01J8PYEN00001", "Quàng Thị Yến"),
          since: day("2020-05-18"),
          source: .list(name: "posts.csv", row: 204)
        ),
      ],
      history: [
        LifeEvent(
          day: day("2025-07-01"),
          code: "mergedInto",
          value: "Đảng bộ xã Thượng Lâm (mới)",
          source: .decision(decision),
          recorded: recorded
        ),
        LifeEvent(
          day: day("2004-01-01"),
          code: "named",
          value: "Đảng bộ xã Thượng Lâm",
          source: .list(name: "units.csv", row: 88),
          recorded: nil
        ),
        LifeEvent(
          day: day("1996-02-03"),
          code: "founded",
          value: "Đảng bộ xã Thượng",
          source: .list(name: "units.csv", row: 87),
          recorded: nil
        ),
      ],
      ending: past
        ? UnitPage.Ending(
          last: day("2025-06-30"),
          successors: [UnitLink("01J8THVNGM002", "Đảng bộ xã Thượng Lâm (mới)")],
          source: .decision(decision)
        ) : nil
    )
  }

  private static func tree(_ rows: [UnitRow]) -> TreeNode {
    let cells = rows.map { TreeNode(unit: $0.unit, members: $0.counts.total, hasUnitsBelow: false) }
    let district = TreeNode(
      unit: UnitLink("01J8BAVSVN000", "Huyện ủy Bảo Sơn"),
      members: 8_114,
      hasUnitsBelow: true,
      below: [
        TreeNode(unit: UnitLink("t1", "Đảng bộ thị trấn Bảo Sơn"), members: 1_020, hasUnitsBelow: true),
        TreeNode(unit: UnitLink("t2", "Đảng bộ xã Bản Mây"), members: 421, hasUnitsBelow: true),
        TreeNode(unit: commune, members: 412, hasUnitsBelow: true, below: cells),
        TreeNode(unit: UnitLink("t3", "Đảng bộ xã Phú Sơn"), members: 398, hasUnitsBelow: true),
      ]
    )
    return TreeNode(
      unit: province,
      members: 129_874,
      hasUnitsBelow: true,
      below: [
        TreeNode(unit: UnitLink("t4", "Thành ủy Tân Giang"), members: 21_306, hasUnitsBelow: true),
        district,
        TreeNode(unit: UnitLink("t5", "Huyện ủy Mường Lống"), members: 9_470, hasUnitsBelow: true),
      ]
    )
  }
}
