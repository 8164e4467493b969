import Basics
import Records
import Rules
import Storage

/// Who seeks admission, and who is changing cells, in one committee of the fictional province when its history
/// ends.
///
/// The same each time: names, days and steps follow from the place of a cell and of a person in it.
struct DemonstrationRecruits {
  let db: any Connection
  let desk: Desk
  let officer: Actor
  let day: CivilDate

  private static let families = [
    "Nguyễn", "Lò", "Hoàng", "Cà", "Vì", "Trần", "Quàng", "Bạc", "Tòng", "Lường",
  ]
  private static let given = [
    "Hà", "Sơn", "Mai", "Tuấn", "Dung", "Khánh", "Lan", "Phúc", "Yến", "Thắng", "Chi",
  ]

  /// Takes up candidates and asks for transfers in the cells of a committee; gives how many deeds it took.
  func fill(cells: [ID<Rules.Unit>]) throws -> Int {
    var count = 0
    for (place, cell) in cells.enumerated() {
      for number in 0..<(1 + place % 3) { count += try candidate(place * 5 + number, in: cell) }
      if place % 4 == 1, place + 1 < cells.count, let mover = try officials(of: cell, on: day).last {
        count += try transfer(mover, to: cells[place + 1], place)
      }
    }
    return count
  }

  /// The official members of a cell on a day, those excused left out.
  private func officials(of cell: ID<Rules.Unit>, on day: CivilDate) throws -> [ID<Person>] {
    let question = RollQuestion(unit: cell, asOf: AsOf(day))
    return try RollStore(db: db).page(question, members: 50, limit: 50).lines
      .filter { line in line.state == nil && line.official.map { $0 <= day } ?? false }.map(\.person)
  }

  private func carryOut(_ operation: any Operation) throws -> Int64? {
    try desk.carryOut(Errand(operation, by: officer)).result
  }

  /// One candidate, and as many steps as the time since allowed.
  private func candidate(_ number: Int, in cell: ID<Rules.Unit>) throws -> Int {
    func pick(_ words: [String], _ step: Int) -> String { words[number * step % words.count] }
    let since = day.adding(days: -(40 + number * 67 % 420))
    // Whoever introduces and helps was there, and is there still.
    let there = Set(try officials(of: cell, on: day))
    let officials = try officials(of: cell, on: since).filter(there.contains)
    guard officials.count >= 4 else { return 0 }
    let isWoman = number % 2 == 0
    let name = "\(pick(Self.families, 3)) \(isWoman ? "Thị" : "Văn") \(pick(Self.given, 7))"
    let source = RecruitSource.allCases[number * 4 % RecruitSource.allCases.count]
    let born = day.adding(months: -12 * (19 + number * 5 % 21) - number % 11)
    let begun = BeginCandidacy(
      particulars: Particulars(
        name: name,
        born: LooseDate(born.description),
        sex: isWoman ? .woman : .man,
        ethnicity: "Kinh"
      ),
      unit: cell,
      since: since,
      CandidacyDraft(
        source: source,
        schooling: .lowerSecondary,
        introducer: officials[0],
        secondIntroducer: officials[1]
      )
    )
    guard let person = try carryOut(begun).map({ ID<Person>($0) }) else { return 0 }
    let steps: [(step: CandidateStep, after: Int)] = [
      (CandidateStep(.helper, helper: officials[2]), 7),
      (CandidateStep(.course, number: "\(100 + number)/GCN"), 45),
      (CandidateStep(.application), 70), (CandidateStep(.cv), 75),
      (CandidateStep(.check, checked: .own, answered: since.adding(days: 120)), 95),
      (CandidateStep(.massOpinion, body: "Đoàn Thanh niên"), 130),
      (CandidateStep(.residenceOpinion, body: "Chi ủy nơi cư trú"), 140),
      (
        CandidateStep(
          .cellVote,
          officials: officials.count,
          present: officials.count,
          votes: officials.count
        ),
        180
      ),
    ]
    let done = steps.filter { since.adding(days: max($0.after, 125)) < day || $0.after < 90 }
      .filter { since.adding(days: $0.after) < day }
    for (step, after) in done {
      _ = try carryOut(RecordCandidateStep(person: person, step, on: since.adding(days: after)))
    }
    return 1 + done.count
  }

  /// A transfer that waits: for its letter, or for the cell it goes to.
  private func transfer(_ person: ID<Person>, to cell: ID<Rules.Unit>, _ place: Int) throws -> Int {
    let asked = day.adding(days: -18)
    let request = AskTransfer(
      person: person,
      to: cell,
      event: .newJob,
      happened: day.adding(days: -25),
      day: asked
    )
    guard let transfer = try carryOut(request).map({ ID<Transfer>($0) }) else { return 0 }
    guard place % 8 == 1 else { return 1 }
    _ = try carryOut(SendTransfer(transfer, letter: "\(10 + place)-GT/ĐU", day: day.adding(days: -6)))
    return 2
  }
}
