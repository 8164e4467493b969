import Basics
import Demonstration
import Records
import Rules
import Storage

/// The review of one year in the fictional province, told on the days on which it was done: tasks given in January and
/// told in November, a round from the cells up in December, published before the year is over.
///
/// Whoever moved in mid-year is reviewed where they came to, units that merged as what they became.
struct DemonstrationReview: Sendable {
  /// What is done, in the order of its days.
  enum Step: Int, CaseIterable, Sendable {
    case assign, assignAgain, assignQuarter, tellQuarter, openQuarter, rateQuarter, tell, open, selfReview,
      rate
    case publish, object

    func day(in year: Int) -> CivilDate {
      let (month, day) =
        switch self {
        case .assign: (1, 20)
        case .assignAgain: (7, 22)
        case .assignQuarter: (7, 24)
        case .tellQuarter: (9, 27)
        case .openQuarter: (9, 29)
        case .rateQuarter: (10, 12)
        case .tell: (11, 27)
        case .open: (12, 1)
        case .selfReview: (12, 8)
        case .rate: (12, 18)
        case .publish: (12, 28)
        case .object: (13, 9)
        }
      let start = CivilDate(year: year + (month > 12 ? 1 : 0), month: (month - 1) % 12 + 1, day: day)
      return start ?? DemonstrationPlan.takenOver
    }
  }

  /// A task given for the year, by which whoever answers for it is rated.
  private struct Given: Sendable {
    let task: ID<FactMark>
    let measure: TaskMeasure
    let lot: UInt64
    let term: ReviewTerm
  }

  let year: Int
  let seed: UInt64
  /// The cell where a newcomer looks around: its members have their tasks and their own words.
  let looked: ID<Rules.Unit>?
  private var done = 0
  private var given: [Given] = []
  /// Whoever has a task of the year.
  private var busy: Set<ReviewSubject> = []
  /// The units that end in the year, by their codes: a task given to them would be nobody's.
  private let ending: Set<String>
  private var rounds: [ReviewTerm: ID<FactMark>] = [:]

  /// Of the year in which the province merged its districts and communes; `nil` where the history ends before it.
  ///
  /// The same year however long the history is, so that a longer one has the shorter one in it.
  init?(_ plan: DemonstrationPlan, looked: ID<Rules.Unit>?) {
    year = 2025
    guard let end = CivilDate(year: year, month: 12, day: 31), plan.until.year >= year,
      let whole = DemonstrationPlan(people: plan.measure.people, seed: plan.seed, until: end)
    else { return nil }
    seed = plan.seed
    self.looked = looked
    var ending: Set<String> = []
    for event in whole.events where event.day.year == year {
      if case .unitEnded(let code, _) = event.deed { ending.insert(code) }
    }
    self.ending = ending
  }

  /// Does all that is due by a day and was not done; gives how many deeds it took.
  mutating func goOn(
    through day: CivilDate,
    _ db: any Connection,
    as actor: Actor,
    _ regulations: RulebookLibrary,
    _ desk: (CivilDate) throws -> Desk
  ) throws -> Int {
    var count = 0
    while done < Step.allCases.count, Step.allCases[done].day(in: year) <= day {
      let step = Step.allCases[done]
      done += 1
      let day = step.day(in: year)
      guard let root = try TreeStore(db: db).roots(AsOf(day)).first else { continue }
      let raters = DemonstrationRatings(
        db: db,
        desk: try desk(day),
        actor: actor,
        day: day,
        seed: seed &+ UInt64(year),
        regulations: regulations
      )
      switch step {
      // In summer those have their turn who came to be, or came, since.
      case .assign, .assignAgain: try assign(below: root, raters)
      case .assignQuarter:
        if let base = try base(on: day, db) { try assignQuarter(in: base, raters) }
      case .tellQuarter: try tell(.quarter, raters)
      case .openQuarter:
        if let base = try base(on: day, db) { rounds[.quarter] = try open(.quarter, base, raters) }
      case .tell: try tell(.year, raters)
      case .open: rounds[.year] = try open(.year, root, raters)
      case .selfReview:
        if let round = rounds[.year], let looked { try raters.reviewThemselves(in: round, at: looked) }
      case .rateQuarter:
        try rounds[.quarter].map {
          try raters.rate($0)
          try raters.publish($0)
        }
      case .rate: try rounds[.year].map { try raters.rate($0) }
      case .publish: try rounds[.year].map { try raters.publish($0) }
      case .object: try rounds[.year].map { try raters.object(to: $0, at: looked) }
      }
      count += raters.count
    }
    return count
  }

  /// The organisation of the base in which the looked cell stands.
  private func base(on day: CivilDate, _ db: any Connection) throws -> ID<Rules.Unit>? {
    guard let looked else { return nil }
    return try TreeStore(db: db).path(to: looked, AsOf(day))
      .last { $0.kind == .baseCommittee || $0.kind == .baseCell }?.unit
  }

  private func open(
    _ term: ReviewTerm,
    _ unit: ID<Rules.Unit>,
    _ raters: DemonstrationRatings
  ) throws -> ID<FactMark>? {
    let start = CivilDate(year: year, month: 1, day: 1) ?? raters.day
    let isYear = term == .year
    let end = start.adding(months: isYear ? 12 : 9)
    let begun = raters.day
    // Without its rulebooks the program knows of nobody who evaluates.
    guard raters.hasRegulation, let days = Span(from: isYear ? start : start.adding(months: 6), until: end)
    else { return nil }
    let draft = RoundDraft(
      term,
      isYear ? "Kiểm điểm, xếp loại năm \(year)" : "Đánh giá quý III năm \(year)",
      days,
      counted: begun,
      deadlines: ReviewRound.Deadlines(
        selfReview: begun.adding(days: 9),
        evaluation: begun.adding(days: 19),
        decision: begun.adding(days: 24),
        publication: begun.adding(days: 30)
      ),
      cap: isYear ? ReviewRound.ChosenCap(Quantity(20), of: .goodOrBetter) : nil
    )
    return try raters.carryOut(OpenRound(of: unit, draft)).map { ID($0) }
  }

  // MARK: The tasks of the year

  private mutating func assign(below root: ID<Rules.Unit>, _ raters: DemonstrationRatings) throws {
    let (db, asOf) = (raters.db, AsOf(raters.day))
    let rows = FigureRows(db: db)
    let own = try looked.flatMap { looked in
      try TreeStore(db: db).path(to: looked, asOf).last { $0.kind == .superiorCommittee }?.unit
    }
    var cells = 0
    for (place, counted) in try rows.units(.superiorCommittees, below: root, asOf).enumerated() {
      let unit = counted.unit.unit
      try give(TaskWords.ofCommittees, to: unit, counted.unit.code, raters)
      let committee = try DemonstrationCommittee(unit, place: place, after: cells, on: raters.day, db)
      cells += committee.cells.count
      let codes = Dictionary(
        try [FigureName.cells, .baseCells].flatMap { try rows.units($0, below: unit, asOf) }
          .map { ($0.unit.unit, $0.unit.code) },
        uniquingKeysWith: { first, _ in first }
      )
      var bases: Set<ID<Rules.Unit>> = []
      let organisations = try [FigureName.baseCommittees, .baseCells].flatMap {
        try rows.units($0, below: unit, asOf)
      }
      for base in organisations {
        let words = TaskWords.ofBases(planned(base.unit.sector))
        bases.insert(base.unit.unit)
        try give(words, to: base.unit.unit, base.unit.code, raters)
      }
      // Members have tasks of their own where the committee keeps them: in one of twelve, and where one looks around.
      let keeps = place % 12 == 5 || unit == own
      for cell in committee.cells {
        let words = TaskWords.ofCells(planned(cell.sector))
        let code = codes[cell.unit] ?? ""
        // A cell that is its own base organisation has its task already.
        if !bases.contains(cell.unit) { try give(words, to: cell.unit, code, raters) }
        guard keeps else { continue }
        for line in cell.lines where !ending.contains(code) {
          try give(words, to: cell.unit, line.code, raters, line.person)
        }
      }
    }
  }

  private func planned(_ sector: Sector?) -> PlannedUnit.Sector? {
    sector.flatMap { PlannedUnit.Sector(rawValue: $0.rawValue) }
  }

  private mutating func give(
    _ words: [TaskWords.Task],
    to unit: ID<Rules.Unit>,
    _ code: String,
    _ raters: DemonstrationRatings,
    _ person: ID<Person>? = nil,
    _ term: ReviewTerm = .year
  ) throws {
    guard !ending.contains(code) else { return }
    if term == .year, !busy.insert(person.map { .person($0) } ?? .organisation(unit)).inserted { return }
    let lot = TaskWords.lot(code, seed &+ UInt64(year) &+ (term == .year ? 0 : 9))
    let word = words[TaskWords.lot(lot, 90) % words.count]
    let measure = DemonstrationTasks.measure(word.measure, TaskWords.lot(lot, 91))
    let draft = TaskDraft(
      word.text,
      of: unit,
      by: person,
      from: raters.day.adding(days: -5),
      due: due(term),
      measure
    )
    guard let task = try raters.carryOut(AssignTask(draft)) else { return }
    given.append(Given(task: ID(task), measure: measure, lot: lot, term: term))
  }

  private func due(_ term: ReviewTerm) -> CivilDate {
    let (month, day) = term == .year ? (11, 20) : (9, 22)
    return CivilDate(year: year, month: month, day: day) ?? DemonstrationPlan.takenOver
  }

  /// The organisation where one looks around, and its cells and members, take on something for the quarter.
  private mutating func assignQuarter(in base: ID<Rules.Unit>, _ raters: DemonstrationRatings) throws {
    let committee = try DemonstrationCommittee(base, place: 0, after: 0, on: raters.day, raters.db)
    try give(TaskWords.ofBases(nil), to: base, String(base.number), raters, nil, .quarter)
    for cell in committee.cells {
      let words = TaskWords.ofCells(planned(cell.sector))
      try give(words, to: cell.unit, String(cell.unit.number), raters, nil, .quarter)
      for line in cell.lines { try give(words, to: cell.unit, line.code, raters, line.person, .quarter) }
    }
  }

  /// Four in a hundred did not do it, seven did it late, three of ten did more than was asked.
  private func tell(_ term: ReviewTerm, _ raters: DemonstrationRatings) throws {
    let due = due(term)
    for given in given where given.term == term {
      let way = TaskWords.lot(given.lot, 92) % 100
      let target = given.measure.target
      let hundredths = way < 4 ? 40 : way >= 70 && target > Quantity(3) ? 135 : 100
      let quantity = DemonstrationTasks.part(of: target, hundredths)
      let day = way >= 4 && way < 11 ? due.adding(days: 4) : due.adding(days: -8)
      // Of households only the number is kept.
      let words = hundredths < 100 ? "Làm được một phần" : "Đã hoàn thành"
      let note: String? = if case .households = given.measure { nil } else { words }
      try raters.tell(given.task, TaskProgress(quantity, note: note), on: day)
    }
  }
}
