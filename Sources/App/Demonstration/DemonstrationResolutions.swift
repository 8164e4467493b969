import Basics
import Demonstration
import Records
import Rules
import Storage

/// The resolutions of the fictional province and of its committees, sent down; who received and studied them, who is
/// silent; and the tasks given to carry them out.
struct DemonstrationResolutions {
  let db: any Connection
  let desk: Desk
  let officer: Actor
  let root: ID<Rules.Unit>
  let day: CivilDate
  let seed: UInt64

  /// A unit to which something is sent.
  private struct Receiver {
    let unit: ID<Rules.Unit>
    let code: String
    let since: CivilDate
    let sector: Sector?
    let members: Int
  }

  private func on(_ before: Int) -> CivilDate { day.adding(days: -before) }

  private func carryOut(_ operation: any Operation) throws -> ID<FactMark>? {
    try desk.carryOut(Errand(operation, by: officer)).result.map { ID($0) }
  }

  /// Gives how many deeds it took.
  func fill(_ committees: [DemonstrationCommittee]) throws -> Int {
    let above = try committees.compactMap { try receiver($0.unit, nil, members: 15) }
    let bases = try [FigureName.baseCommittees, .baseCells].flatMap { figure in
      try FigureRows(db: db).units(figure, below: root, AsOf(day)).compactMap {
        try receiver($0.unit.unit, $0.unit.sector, members: 15)
      }
    }
    let cells = try committees.map { committee in
      try committee.cells.compactMap { try receiver($0.unit, $0.sector, members: $0.lines.count) }
    }
    let year = day.year
    var count = 0
    let theme = "Chủ đề năm \(year): kỷ cương, sâu sát cơ sở, việc nào xong việc đó"
    count += try lay(.yearTheme, theme, 310, above, 94)
    let programme = try enter(.workProgramme, "Chương trình công tác năm \(year)", on(305), "01-CTr/TU")
    count += 1 + (try send(programme, above, 90))
    let forests = try enter(
      .resolution,
      "Phát triển kinh tế lâm nghiệp gắn với giữ rừng đến năm \(year + 4)",
      on(210),
      "07-NQ/TU"
    )
    count += 1 + (try send(forests, bases, 82))
    count += try lay(.directive, "Phòng, chống thiên tai mùa mưa bão năm \(year)", 150, bases, 78)
    let meetings = "Chất lượng sinh hoạt chi bộ: những việc làm ngay"
    count += try lay(.conclusion, meetings, 80, cells.flatMap(\.self), 80)
    count += try lay(.resolution, "Chuyển đổi số trong công tác của cấp ủy", 24, above, 55)
    count += try programmes(above, under: programme)
    count += try tasks(bases, under: forests)
    for (place, some) in cells.enumerated() where place % 12 == 5 || place == 0 {
      count += try work(of: above.first { $0.unit == committees[place].unit }, some)
    }
    return count
  }

  private func receiver(_ unit: ID<Rules.Unit>, _ sector: Sector?, members: Int) throws -> Receiver? {
    let (code, existence) = try UnitStore(db: db).existence(unit)
    guard let existence, existence.start < on(12) else { return nil }
    return Receiver(unit: unit, code: code, since: existence.start, sector: sector, members: max(members, 3))
  }

  private func enter(
    _ kind: ResolutionKind,
    _ title: String,
    _ laid: CivilDate,
    _ number: String,
    of unit: ID<Rules.Unit>? = nil,
    under parent: ID<FactMark>? = nil
  ) throws -> ID<FactMark>? {
    let draft = ResolutionDraft(kind, title, on: laid, number: number, parent: parent)
    return try carryOut(EnterResolution(of: unit ?? root, draft))
  }

  /// Enters a resolution of the province and sends it down.
  private func lay(
    _ kind: ResolutionKind,
    _ title: String,
    _ before: Int,
    _ receivers: [Receiver],
    _ heard: Int
  ) throws -> Int {
    let sign = [ResolutionKind.directive: "CT", .conclusion: "KL", .yearTheme: "TB"][kind] ?? "NQ"
    let resolution = try enter(kind, title, on(before), "\(3 + before % 17)-\(sign)/TU")
    return 1 + (try send(resolution, receivers, heard))
  }

  /// Sends a resolution to units; of so many in a hundred something is heard.
  ///
  /// Those founded later get it soon after.
  private func send(_ resolution: ID<FactMark>?, _ receivers: [Receiver], _ heard: Int) throws -> Int {
    guard let resolution, let fact = try ResolutionStore(db: db).facts(resolution).first?.fact else {
      return 0
    }
    let sent = fact.span.start.adding(days: 2)
    var count = 0
    let later = receivers.map(\.since).filter { $0 > sent }.max()?.adding(days: 6)
    let (old, young) = (receivers.filter { $0.since <= sent }, receivers.filter { $0.since > sent })
    for (some, on) in [(old, sent), (young, later ?? day)] {
      // Whoever came from another committee since is not among them.
      let group = try some.filter { try stands($0.unit, below: fact.value.unit, on: on) }
      guard !group.isEmpty, on <= day.adding(days: -3) else { continue }
      _ = try carryOut(SendResolution(resolution, to: .units(group.map(\.unit)), on: on))
      count += 1
      for receiver in group {
        count += try answer(resolution, of: receiver, since: on, heard)
      }
    }
    return count
  }

  private func stands(_ unit: ID<Rules.Unit>, below upper: ID<Rules.Unit>, on day: CivilDate) throws -> Bool {
    try upper == root || TreeStore(db: db).path(to: unit, AsOf(day)).contains { $0.unit == upper }
  }

  private func answer(
    _ resolution: ID<FactMark>,
    of receiver: Receiver,
    since sent: CivilDate,
    _ heard: Int
  ) throws -> Int {
    let lot = TaskWords.lot(receiver.code, seed &+ UInt64(sent.number))
    func part(_ number: Int) -> Int { TaskWords.lot(lot, number) }
    guard part(1) % 100 < heard else { return 0 }
    let received = sent.adding(days: 1 + part(2) % 9)
    guard received <= day else { return 0 }
    _ = try carryOut(AnswerResolution(resolution, of: receiver.unit, .received(received)))
    let studied = received.adding(days: 5 + part(3) % 26)
    guard part(4) % 100 < 72, studied <= day else { return 1 }
    let there = receiver.members - part(5) % max(receiver.members / 8, 1)
    let place = part(6) % 4 == 0 ? "Hội nghị học tập chung" : "Sinh hoạt chi bộ"
    let study = ResolutionSent.Study(day: studied, place: place, members: there, all: receiver.members)
    _ = try carryOut(AnswerResolution(resolution, of: receiver.unit, .studied(study)))
    let reported = studied.adding(days: 20 + part(7) % 25)
    guard part(8) % 100 < 18, reported <= day else { return 2 }
    let text = "Đã quán triệt đến toàn thể đảng viên; đã phân công người theo dõi từng việc."
    let report = ResolutionSent.Report(day: reported, text: text)
    _ = try carryOut(AnswerResolution(resolution, of: receiver.unit, .reported(report)))
    return 3
  }

  // MARK: Tasks

  /// Each committee's own programme of the year, with its tasks.
  private func programmes(_ committees: [Receiver], under parent: ID<FactMark>?) throws -> Int {
    let tasks = DemonstrationTasks(desk: desk, actor: officer, day: day)
    var count = 0
    for committee in committees {
      let lot = TaskWords.lot(committee.code, seed)
      let laid = max(committee.since.adding(days: 9), on(285))
      let concerned = try parent.map { try ResolutionStore(db: db).concerns($0, committee.unit, on: laid) }
      let programme = try enter(
        .workProgramme,
        "Chương trình công tác năm \(day.year) của Ban Thường vụ",
        laid,
        "02-CTr/ĐU",
        of: committee.unit,
        under: concerned == true ? parent : nil
      )
      count += 1
      for number in 0..<3 {
        let words = TaskWords.ofCommittees
        let place = DemonstrationTasks.Place(unit: committee.unit, resolution: programme, since: laid)
        let task = words[(TaskWords.lot(lot, 40) + number) % words.count]
        count += try tasks.give(task, to: place, TaskWords.lot(committee.code, seed &+ UInt64(50 + number)))
      }
    }
    return count
  }

  /// What organisations of the base do under a resolution of the province: two of three have given themselves a task.
  private func tasks(_ bases: [Receiver], under resolution: ID<FactMark>?) throws -> Int {
    let tasks = DemonstrationTasks(desk: desk, actor: officer, day: day)
    return try bases.reduce(0) { count, base in
      let lot = TaskWords.lot(base.code, seed)
      guard TaskWords.lot(lot, 60) % 3 < 2 else { return count }
      let words = TaskWords.ofBases(base.sector.flatMap { PlannedUnit.Sector(rawValue: $0.rawValue) })
      let concerned = try resolution.map { try ResolutionStore(db: db).concerns($0, base.unit, on: day) }
      let place = DemonstrationTasks.Place(
        unit: base.unit,
        resolution: concerned == true ? resolution : nil,
        since: max(base.since, on(190))
      )
      return try count + tasks.give(words[TaskWords.lot(lot, 61) % words.count], to: place, lot)
    }
  }

  /// A committee's resolution for its cells, and what the cells do.
  private func work(of committee: Receiver?, _ cells: [Receiver]) throws -> Int {
    guard let committee else { return 0 }
    let laid = max(committee.since.adding(days: 15), on(100))
    guard laid < on(20) else { return 0 }
    let resolution = try enter(
      .resolution,
      "Mỗi chi bộ một việc cụ thể, mỗi đảng viên một phần việc",
      laid,
      "11-NQ/ĐU",
      of: committee.unit
    )
    var count = 1 + (try send(resolution, cells, 86))
    let tasks = DemonstrationTasks(desk: desk, actor: officer, day: day)
    for cell in cells {
      let lot = TaskWords.lot(cell.code, seed)
      let words = TaskWords.ofCells(cell.sector.flatMap { PlannedUnit.Sector(rawValue: $0.rawValue) })
      let concerned = try resolution.map { try ResolutionStore(db: db).concerns($0, cell.unit, on: day) }
      for number in 0..<(1 + TaskWords.lot(lot, 70) % 2) {
        let place = DemonstrationTasks.Place(
          unit: cell.unit,
          resolution: concerned == true ? resolution : nil,
          since: max(cell.since, laid)
        )
        let word = words[(TaskWords.lot(lot, 71) + number) % words.count]
        count += try tasks.give(word, to: place, TaskWords.lot(cell.code, seed &+ UInt64(80 + number)))
      }
    }
    return count
  }
}
