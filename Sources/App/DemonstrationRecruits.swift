import Basics
import Records
import Rules
import Storage

/// Who seeks admission in the cells of the fictional province when its history ends.
///
/// The same each time: names, days and steps follow from the place of a cell and of a person in it.
struct DemonstrationRecruits {
  let db: any Connection
  let desk: Desk
  let officer: Actor
  let day: CivilDate

  private static let families = [
    "Nguyễn", "Lò", "Hoàng", "Cà", "Vì", "Trần", "Quàng", "Bạc", "Tòng", "Lường", "Vừ", "Giàng", "Phạm",
  ]
  private static let middles = (
    women: ["Thị", "Thị Thu", "Thị Ngọc", "Thị Thanh", "Thùy"],
    men: ["Văn", "Đức", "Minh", "Quang", "A", "Xuân", "Hữu"]
  )
  private static let given = [
    "Hà", "Sơn", "Mai", "Tuấn", "Dung", "Khánh", "Lan", "Phúc", "Yến", "Thắng", "Chi", "Hòa", "Nhung", "Kiên",
    "Thảo", "Việt", "Trang",
  ]

  /// Takes up candidates in most cells of a committee; gives how many deeds it took.
  func fill(_ committee: DemonstrationCommittee) throws -> Int {
    try committee.cells.reduce(0) { count, cell in
      // Where there is hardly anybody to introduce, nobody is taken up for now.
      guard cell.place % 5 < 3, cell.lines.count >= 6 else { return count }
      return try count + (0..<(cell.place % 10 == 0 ? 2 : 1)).reduce(0) {
        try $0 + candidate(cell.place * 2 + $1, in: cell)
      }
    }
  }

  private func carryOut(_ operation: any Operation) throws -> Int64? {
    try desk.carryOut(Errand(operation, by: officer)).result
  }

  /// Official members of a cell who were so on a day already.
  private func officials(_ cell: DemonstrationCommittee.Cell, since day: CivilDate) throws -> [ID<Person>] {
    let now = Set(cell.lines.filter { $0.state == nil }.map(\.person))
    let question = RollQuestion(unit: cell.unit, asOf: AsOf(day))
    return try RollStore(db: db).page(question, members: 50, limit: 60).lines
      .filter { line in now.contains(line.person) && line.official.map { $0 <= day } ?? false }.map(\.person)
  }

  /// One candidate, and as many steps as the time since allowed; of some nothing was done for long.
  private func candidate(_ number: Int, in cell: DemonstrationCommittee.Cell) throws -> Int {
    func pick(_ words: [String], _ step: Int) -> String { words[number * step / 2 % words.count] }
    let since = day.adding(days: -(40 + number * 67 % 420))
    let officials = try officials(cell, since: since)
    guard officials.count >= 4,
      try UnitStore(db: db).existence(cell.unit).existence?.contains(since) == true
    else { return 0 }
    let isWoman = number % 5 < 2
    let middles = isWoman ? Self.middles.women : Self.middles.men
    let sources = cell.sector.map(Self.sources) ?? RecruitSource.allCases
    let begun = BeginCandidacy(
      particulars: Particulars(
        name: "\(pick(Self.families, 3)) \(pick(middles, 5)) \(pick(Self.given, 7))",
        born: LooseDate(day.adding(days: -(19 * 366 + number * 211 % 7600)).description),
        sex: isWoman ? .woman : .man,
        ethnicity: number % 3 == 0 ? "Thái" : "Kinh"
      ),
      unit: cell.unit,
      since: since,
      CandidacyDraft(
        source: sources[number / 3 % sources.count],
        schooling: .lowerSecondary,
        introducer: officials[0],
        secondIntroducer: officials[1]
      )
    )
    guard let person = try carryOut(begun).map({ ID<Person>($0) }) else { return 0 }
    let steps = steps(number, since, officials).filter { since.adding(days: max($0.after, 125)) < day || $0.after < 90 }
      .filter { since.adding(days: $0.after) < day }
    let done = number % 9 == 4 ? steps.prefix(2 + number % 3) : steps[...]
    for (step, after) in done {
      _ = try carryOut(RecordCandidateStep(person: person, step, on: since.adding(days: after)))
    }
    return 1 + done.count
  }

  /// The steps, and how many days after the beginning each was done.
  private func steps(
    _ number: Int,
    _ since: CivilDate,
    _ officials: [ID<Person>]
  ) -> [(step: CandidateStep, after: Int)] {
    let all = officials.count
    return [
      (CandidateStep(.helper, helper: officials[2]), 7),
      (CandidateStep(.course, number: "\(100 + number)/GCN"), 45),
      (CandidateStep(.application), 70), (CandidateStep(.cv), 75),
      (CandidateStep(.check, checked: .own, answered: since.adding(days: 120)), 95),
      (CandidateStep(.massOpinion, body: "Đoàn Thanh niên"), 130),
      (CandidateStep(.residenceOpinion, body: "Chi ủy nơi cư trú"), 140),
      (CandidateStep(.cellVote, officials: all, present: all, votes: all), 180),
    ]
  }

  /// Where those come from whom a cell of a sector takes up.
  private static func sources(_ sector: Sector) -> [RecruitSource] {
    switch sector {
    case .residential: [.cooperative, .student, .other, .cooperative, .retired]
    case .enterprise, .cooperative: [.privateEnterprise, .worker, .cooperative, .privateEnterprise]
    case .school, .health: [.school, .student, .agency]
    case .armedForces, .borderGuard, .police: [.armedForces]
    case .agency, .other: [.agency, .worker, .other]
    }
  }
}
