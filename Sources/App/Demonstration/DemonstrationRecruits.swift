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
  private static let women = (
    middles: ["Thị", "Thị Thu", "Thị Ngọc", "Thị Thanh", "Thùy"],
    given: ["Hà", "Mai", "Dung", "Lan", "Yến", "Chi", "Hòa", "Nhung", "Thảo", "Trang", "Hiền"]
  )
  private static let men = (
    middles: ["Văn", "Đức", "Minh", "Quang", "Xuân", "Hữu", "Công"],
    given: ["Sơn", "Tuấn", "Khánh", "Phúc", "Thắng", "Kiên", "Việt", "Dũng", "Hùng", "Thành", "Long", "Nam"]
  )

  /// Takes up candidates in most cells of a committee; gives how many deeds it took.
  func fill(_ committee: DemonstrationCommittee) throws -> Int {
    try committee.cells.reduce(0) { count, cell in
      // Where there is hardly anybody to introduce, nobody is taken up for now.
      guard cell.place % 5 < 3, cell.lines.count >= 6 else { return count }
      return try count
        + (0..<(cell.place % 10 == 0 ? 2 : 1)).reduce(0) {
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
    // Neighbouring cells have nothing in common: a number that jumps about.
    let lot = number * 7919 % 104_729
    func pick(_ words: [String], _ part: Int) -> String { words[lot / part % words.count] }
    let since = day.adding(days: -(30 + lot % 430))
    let officials = try officials(cell, since: since)
    guard officials.count >= 4,
      try UnitStore(db: db).existence(cell.unit).existence?.contains(since) == true
    else { return 0 }
    let isWoman = number % 5 < 2
    let names = isWoman ? Self.women : Self.men
    let sources = cell.sector.map(Self.sources) ?? RecruitSource.allCases
    let begun = BeginCandidacy(
      particulars: Particulars(
        name: "\(pick(Self.families, 1)) \(pick(names.middles, 13)) \(pick(names.given, 91))",
        born: LooseDate(day.adding(days: -(19 * 366 + lot % 7600)).description),
        sex: isWoman ? .woman : .man,
        ethnicity: number % 3 == 0 ? "Thái" : "Kinh"
      ),
      unit: cell.unit,
      since: since,
      CandidacyDraft(
        source: sources[lot / 7 % sources.count],
        schooling: .lowerSecondary,
        introducer: officials[0],
        secondIntroducer: officials[1]
      )
    )
    guard let person = try carryOut(begun).map({ ID<Person>($0) }) else { return 0 }
    let steps = steps(number, since, officials).prefix { since.adding(days: $0.after) < day }
    let done = number % 9 == 4 ? steps.prefix(2 + number % 3) : steps
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
    // Some cells are quick, others take more than a year.
    func after(_ days: Int) -> Int { days * (4 + number % 7) / 5 }
    // A check is written down when it was answered.
    let checked = since.adding(days: after(116))
    return [
      (CandidateStep(.helper, helper: officials[2]), after(8)),
      (CandidateStep(.course, number: "\(100 + number)/GCN"), after(45)),
      (CandidateStep(.application), after(80)), (CandidateStep(.cv), after(90)),
      (CandidateStep(.check, checked: .own, answered: checked), after(116)),
      (CandidateStep(.massOpinion, body: "Đoàn Thanh niên"), after(150)),
      (CandidateStep(.residenceOpinion, body: "Chi ủy nơi cư trú"), after(165)),
      (CandidateStep(.cellVote, officials: all, present: all, votes: all), after(210)),
      (CandidateStep(.committeeVote, officials: 15, present: 15, votes: 15), after(250)),
      (CandidateStep(.decision, number: "\(700 + number)-QĐ/ĐU"), after(285)),
    ]
  }

  /// Where those come from whom a cell of a sector takes up.
  private static func sources(_ sector: Sector) -> [RecruitSource] {
    switch sector {
    case .residential: [.cooperative, .student, .other, .cooperative, .privateEnterprise]
    case .enterprise, .cooperative: [.privateEnterprise, .worker, .cooperative, .privateEnterprise]
    case .school, .health: [.school, .student, .agency]
    case .armedForces, .borderGuard, .police: [.armedForces]
    case .agency, .other: [.agency, .worker, .other]
    }
  }
}
