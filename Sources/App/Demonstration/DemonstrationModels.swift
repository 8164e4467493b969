import Basics
import Demonstration
import Records
import Rules
import Storage

/// How the units of the fictional province stand by models in the year before its last and in the last, and by which
/// regulations they work: most up to date, some older than the rules they follow, a few without any.
///
/// The same each time: it follows from a lasting number of each unit.
struct DemonstrationModels {
  let db: any Connection
  let desk: Desk
  let officer: Actor
  let root: ID<Rules.Unit>
  let day: CivilDate
  let seed: UInt64
  let regulations: RulebookLibrary

  /// As many units grade themselves, at most: in a large province a part of its committees tries the models.
  private static let most = 800

  private func carryOut(_ operation: any Operation) throws -> ID<FactMark> {
    ID(try desk.carryOut(Errand(operation, by: officer)).result ?? 0)
  }

  /// Gives how many deeds it took.
  func fill(_ committees: [DemonstrationCommittee]) throws -> Int {
    let before = try JournalStore(db: db).head()
    let rows = FigureRows(db: db)
    let bases = try rows.units(.baseCommittees, below: root, AsOf(day)).map(\.unit.unit)
    let cells = committees.flatMap(\.cells).map(\.unit)
    for unit in [root] + committees.map(\.unit) + bases + cells { try regulate(unit) }
    let every = (cells.count + bases.count) / DemonstrationModels.most + 1
    for committee in committees where committee.place % every == 0 {
      let below = try rows.units(.baseCommittees, below: committee.unit, AsOf(day)).map(\.unit.unit)
      for unit in committee.cells.map(\.unit) { try assess(unit, "four-good-cell") }
      for unit in below { try assess(unit, "four-good-committee") }
    }
    return Int(try JournalStore(db: db).head() - before)
  }

  private func lot(_ unit: ID<Rules.Unit>, _ number: Int) throws -> (UInt64, UnitLife)? {
    guard let life = try UnitStore(db: db).life(unit) else { return nil }
    return (TaskWords.lot(life.code, seed &+ UInt64(number)), life)
  }

  /// All in an organisation of the base are assessed for the year at once, before their reviews: each to the end.
  ///
  /// Gives how many deeds it took.
  func conclude(in base: ID<Rules.Unit>) throws -> Int {
    let before = try JournalStore(db: db).head()
    let cells = try [FigureName.cells, .baseCells].flatMap {
      try FigureRows(db: db).units($0, below: base, AsOf(day)).map(\.unit.unit)
    }
    for unit in cells { try assess(unit, "four-good-cell", day.year, isOver: true) }
    try assess(base, "four-good-committee", day.year, isOver: true)
    return Int(try JournalStore(db: db).head() - before)
  }

  // MARK: Working regulations

  private func regulate(_ unit: ID<Rules.Unit>) throws {
    guard let (lot, life) = try lot(unit, 300), let since = life.existence?.start else { return }
    func part(_ number: Int) -> Int { TaskWords.lot(lot, number) }
    let way = part(1) % 100
    if way < 7, unit != root { return }
    let changed = regulations.version(of: "charter", on: day)?.span.start ?? since
    let old = max(since, changed.adding(days: -400 - part(2) % 900)).adding(days: 12)
    let isOld = way < 24 && old < changed && unit != root
    let fresh = max(since, changed).adding(days: 10 + part(3) % 60)
    let adopted = min(isOld ? old : fresh, day)
    let sign = life.kind(on: day) == .cell || life.kind(on: day) == .baseCell ? "CB" : "ĐU"
    let number = "\(1 + part(4) % 9)-QC/\(unit == root ? "TU" : sign)"
    var deed = EnterRegulation(
      of: unit,
      number,
      edition: isOld ? nil : "Thông qua theo Điều lệ và quy định thi hành mới",
      adopted: adopted,
      from: adopted
    )
    if part(5) % 6 == 0 {
      let paper = DemonstrationPaper(title: "Quy chế làm việc \(number)").bytes
      let hash = try FileHash(of: paper)
      let moment = Clock.system.start(of: day)
      _ = try FileStore(db: db).keep(paper, hash, type: "application/pdf", at: moment)
      (deed.file, deed.name) = (hash, "quy-che-lam-viec.pdf")
    }
    let regulation = try carryOut(deed)
    // So many in a hundred are still with the committee above.
    if unit == root || !isOld && way >= 92 { return }
    let approved = min(adopted.adding(days: 3 + part(6) % 20), day)
    _ = try carryOut(ApproveRegulation(regulation, on: approved, number: "\(10 + part(7) % 80)-CV"))
  }

  // MARK: Assessments

  private func assess(_ unit: ID<Rules.Unit>, _ family: String) throws {
    for year in [day.year - 1, day.year] { try assess(unit, family, year, isOver: year < day.year) }
  }

  /// `isOver`: whatever was begun is decided.
  private func assess(_ unit: ID<Rules.Unit>, _ family: String, _ year: Int, isOver: Bool) throws {
    guard let (lot, life) = try lot(unit, year) else { return }
    let last = ModelAssessment.day(of: year, today: day)
    guard let book = regulations.version(of: family, on: last), let model = book.model,
      let kind = life.kind(on: last),
      let profile = model.profile(of: kind, in: life.sectors.last?.value),
      try ModelStore(db: db).assessment(of: unit, family, year) == nil
    else { return }
    try assess(unit, year, book, model, profile.name, lot, isOver: isOver)
  }

  /// How far a unit's assessment has come: of the year before all that were begun are decided.
  private func assess(
    _ unit: ID<Rules.Unit>,
    _ year: Int,
    _ book: Rulebook,
    _ model: EvaluationModel,
    _ profile: String,
    _ lot: UInt64,
    isOver: Bool
  ) throws {
    func part(_ number: Int) -> Int { TaskWords.lot(lot, number) }
    let isLast = !isOver
    let way = part(1) % 100
    if way < (isLast ? 14 : 7) { return }
    let key = try carryOut(BeginAssessment(of: unit, by: book.family, year))
    let isWeak = part(2) % 9 == 0
    let criteria = model.criteria(of: profile)
    let own = criteria.enumerated().map { place, criterion in
      let grade: CriterionGrade = part(10 + place) % 3 == 0 ? .excellent : .good
      let note = place == 0 ? "Chi ủy đã thống nhất trong sinh hoạt chi bộ" : nil
      return ModelMark(criterion.name, .own, level: grade.rank, note: note)
    }
    if isLast, way < 22 {
      _ = try carryOut(ScoreModel(key, Array(own.prefix(2))))
      return
    }
    _ = try carryOut(ScoreModel(key, own, isSent: true))
    if isLast, way < 28 {
      _ = try carryOut(
        ReturnModel(key, because: "Bổ sung minh chứng cho nhóm 2: số buổi sinh hoạt chuyên đề")
      )
      return
    }
    if isLast, way < 42 { return }
    let verified = own.enumerated().map { place, mark in
      let isLower = isWeak && place == part(3) % own.count
      let level = isLower ? CriterionGrade.average.rank : mark.level
      return ModelMark(mark.item, .verified, level: level, note: isLower ? "Chưa đủ minh chứng" : nil)
    }
    _ = try carryOut(VerifyModel(key, verified))
    if isLast, way < 54 { return }
    try decide(key, unit, year, book, model, profile, verified, part(4))
  }

  private func decide(
    _ key: ID<FactMark>,
    _ unit: ID<Rules.Unit>,
    _ year: Int,
    _ book: Rulebook,
    _ model: EvaluationModel,
    _ profile: String,
    _ verified: [ModelMark],
    _ lot: Int
  ) throws {
    let last = ModelAssessment.day(of: year, today: day)
    let figures = try ModelEvidence(db: db, by: regulations).figures(of: unit, in: year, AsOf(last))
    let levels = Dictionary(verified.map { ($0.item, $0.level) }) { first, _ in first }
    let outcome = model.verdict(on: levels, figures.facts, for: profile, by: book).outcome
    var isRecognised = outcome != .notRecognised
    var reason: String?
    switch outcome {
    case .recognised where lot % 23 == 0:
      isRecognised = false
      reason = "Còn đơn thư đang được xem xét, chưa công nhận năm nay"
    case .notRecognised where lot % 11 == 0:
      isRecognised = true
      reason = "Đã khắc phục xong trước khi xét, tập thể thống nhất công nhận"
    case nil: reason = "Sổ sinh hoạt giấy đã được kiểm tra, đủ căn cứ"
    default: break
    }
    let signers = ["Hoàng Văn Lực", "Trần Thị Mai Hoa", "Lý Quang Bảo", "Nông Thị Thắm"]
    let decided = year == day.year ? day : min(day, last.adding(days: 20 + lot % 20))
    let deed = DecideModel(
      key,
      isRecognised,
      signer: signers[lot % signers.count],
      number: "\(11 + lot % 60)-QĐ",
      on: decided,
      reason: reason
    )
    _ = try carryOut(deed)
  }
}
