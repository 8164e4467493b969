import Basics
import Demonstration
import Records
import Rules
import Storage

/// The tasks of one year in the fictional province: every committee, organisation of the base and cell has one, and so
/// has every member, given by the cell in one list and told of in one.
///
/// By them everybody is rated.
struct DemonstrationYearTasks {
  let year: Int
  let seed: UInt64
  /// Whoever has a task of the year.
  private var busy: Set<ReviewSubject> = []
  /// The units that end in the year, by their codes: a task given to them would be nobody's.
  private let ending: Set<String>

  init(_ year: Int, seed: UInt64, ending: Set<String>) {
    self.year = year
    self.seed = seed
    self.ending = ending
  }

  // MARK: Given

  /// What one unit gives in one list: itself a task, and its members theirs.
  private struct List {
    let unit: ID<Rules.Unit>
    let code: String
    let words: [TaskWords.Task]
    var members: [RollLine] = []
    var ofMembers: [TaskWords.Task] = []
    var term = ReviewTerm.year
  }

  /// Whoever has none yet in and below a unit gets one for the year.
  mutating func assign(below root: ID<Rules.Unit>, _ raters: DemonstrationRatings) throws {
    let (db, asOf) = (raters.db, AsOf(raters.day))
    let rows = FigureRows(db: db)
    var cells = 0
    for (place, counted) in try rows.units(.superiorCommittees, below: root, asOf).enumerated() {
      let unit = counted.unit.unit
      try give(List(unit: unit, code: counted.unit.code, words: TaskWords.ofCommittees), raters)
      let committee = try DemonstrationCommittee(unit, place: place, after: cells, on: raters.day, db)
      cells += committee.cells.count
      let upper =
        try rows.units(.baseCommittees, below: unit, asOf).map(\.unit) + sections(below: unit, db, asOf)
      for base in upper {
        try give(
          List(unit: base.unit, code: base.code, words: TaskWords.ofBases(planned(base.sector))),
          raters
        )
      }
      let single = try rows.units(.baseCells, below: unit, asOf)
      let codes = Dictionary(
        try (rows.units(.cells, below: unit, asOf) + single).map { ($0.unit.unit, $0.unit.code) },
        uniquingKeysWith: { first, _ in first }
      )
      // A cell that is its own organisation of the base has that one's task.
      let bases = Set(single.map(\.unit.unit))
      for cell in committee.cells {
        let words = TaskWords.ofCells(planned(cell.sector))
        let own = bases.contains(cell.unit) ? TaskWords.ofBases(planned(cell.sector)) : words
        var list = List(unit: cell.unit, code: codes[cell.unit] ?? "", words: own)
        (list.members, list.ofMembers) = (cell.lines, words)
        try give(list, raters)
      }
    }
  }

  /// An organisation of the base, its cells and their members take on something for the quarter.
  mutating func assignQuarter(in base: ID<Rules.Unit>, _ raters: DemonstrationRatings) throws {
    let committee = try DemonstrationCommittee(base, place: 0, after: 0, on: raters.day, raters.db)
    let words = TaskWords.ofBases(nil)
    try give(List(unit: base, code: String(base.number), words: words, term: .quarter), raters)
    for cell in committee.cells {
      let words = TaskWords.ofCells(planned(cell.sector))
      var list = List(unit: cell.unit, code: String(cell.unit.number), words: words, term: .quarter)
      (list.members, list.ofMembers) = (cell.lines, words)
      try give(list, raters)
    }
  }

  /// The section committees below a unit, each of which leads cells.
  private func sections(
    below unit: ID<Rules.Unit>,
    _ db: any Connection,
    _ asOf: AsOf
  ) throws -> [TreeUnit] {
    var seen: Set<ID<Rules.Unit>> = []
    let tree = TreeStore(db: db)
    return try FigureRows(db: db).units(.cells, below: unit, asOf).compactMap { cell in
      guard let parent = cell.parent, seen.insert(parent).inserted else { return nil }
      return try tree.unit(parent, asOf).flatMap { $0.kind == .sectionCommittee ? $0 : nil }
    }
  }

  private func planned(_ sector: Sector?) -> PlannedUnit.Sector? {
    sector.flatMap { PlannedUnit.Sector(rawValue: $0.rawValue) }
  }

  private mutating func give(_ list: List, _ raters: DemonstrationRatings) throws {
    guard !ending.contains(list.code) else { return }
    var drafts: [TaskDraft] = []
    if takes(.organisation(list.unit), list.term) {
      drafts.append(draft(list.words, list, list.code, nil, on: raters.day))
    }
    for line in list.members where takes(.person(line.person), list.term) {
      drafts.append(draft(list.ofMembers, list, line.code, line.person, on: raters.day))
    }
    if !drafts.isEmpty { try raters.carryOut(AssignTasks(of: list.unit, drafts)) }
  }

  /// Whether somebody is to get a task: of the year one, of a quarter one more.
  private mutating func takes(_ subject: ReviewSubject, _ term: ReviewTerm) -> Bool {
    term != .year || busy.insert(subject).inserted
  }

  private func draft(
    _ words: [TaskWords.Task],
    _ list: List,
    _ code: String,
    _ person: ID<Person>?,
    on day: CivilDate
  ) -> TaskDraft {
    let lot = TaskWords.lot(code, seed &+ UInt64(year) &+ (list.term == .year ? 0 : 9))
    let word = words[TaskWords.lot(lot, 90) % words.count]
    return TaskDraft(
      word.text,
      of: list.unit,
      by: person,
      from: day.adding(days: -5),
      due: due(list.term),
      DemonstrationTasks.measure(word.measure, TaskWords.lot(lot, 91))
    )
  }

  private func due(_ term: ReviewTerm) -> CivilDate {
    let (month, day) = term == .year ? (11, 20) : (9, 22)
    return CivilDate(year: year, month: month, day: day) ?? DemonstrationPlan.takenOver
  }

  // MARK: Told

  /// What became of the tasks of a term in and below a unit, told list by list by whoever answers for them now.
  ///
  /// A third did more than was asked; in one unit of five some did it late or not at all, elsewhere hardly anybody.
  func tell(_ term: ReviewTerm, below root: ID<Rules.Unit>, _ raters: DemonstrationRatings) throws {
    let asOf = AsOf(raters.day)
    let rows = FigureRows(db: raters.db)
    let below = try [FigureName.superiorCommittees, .baseCommittees, .baseCells, .cells].flatMap {
      try rows.units($0, below: root, asOf).map(\.unit.unit)
    }
    let sections = try sections(below: root, raters.db, asOf).map(\.unit)
    let due = due(term)
    guard let last = Period(from: due, until: due.adding(days: 1)) else { return }
    for unit in [root] + below + sections {
      let tasks = try TaskStore(db: raters.db).lines(TaskQuestion(.own(unit), asOf, due: last)).map(\.task)
      let told = tasks.filter { $0.unit == unit && $0.ending == nil }.map { line(of: $0) }
      if !told.isEmpty { try raters.carryOut(TellTasks(of: unit, told)) }
    }
  }

  private func line(of task: AssignedTask) -> TellTasks.Line {
    let way = TaskWords.lot(TaskWords.lot(String(task.key.number), seed), 92) % 100
    let isWeak = TaskWords.lot(TaskWords.lot(String(task.unit.number), seed), 93) % 5 == 0
    let (undone, late) = isWeak ? (8, 22) : (0, 1)
    let target = task.measure.target
    let hundredths = way < undone ? 40 : way >= 62 && target > Quantity(3) ? 135 : 100
    let quantity = DemonstrationTasks.part(of: target, hundredths)
    let day = way >= undone && way < late ? task.due.adding(days: 4) : task.due.adding(days: -8)
    // Of households only the number is kept.
    let words = hundredths < 100 ? "Làm được một phần" : "Đã hoàn thành"
    let note: String? = if case .households = task.measure { nil } else { words }
    return TellTasks.Line(task.key, TaskProgress(quantity, note: note), on: max(day, task.begins))
  }
}
