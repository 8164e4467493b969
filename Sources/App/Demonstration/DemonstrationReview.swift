import Basics
import Demonstration
import Records
import Rules
import Storage

/// The review of one year in the fictional province, told on the days on which it was done: everybody has a task from
/// January on, told of in November; a round from the cells up in December, steered from above, published before the
/// year is over.
///
/// Whoever moved in mid-year is reviewed where they came to, units that merged as what they became.
struct DemonstrationReview: Sendable {
  /// What is done, in the order of its days.
  enum Step: Int, CaseIterable, Sendable {
    case assign, assignAgain, assignQuarter, tellQuarter, openQuarter, rateQuarter
    case tell, open, steer, recognise, selfReview, attend, rate, publish, object

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
        case .steer: (12, 3)
        case .recognise: (12, 5)
        case .selfReview: (12, 8)
        case .attend: (12, 17)
        case .rate: (12, 18)
        case .publish: (12, 28)
        case .object: (13, 9)
        }
      let start = CivilDate(year: year + (month > 12 ? 1 : 0), month: (month - 1) % 12 + 1, day: day)
      return start ?? DemonstrationPlan.takenOver
    }
  }

  let year: Int
  let seed: UInt64
  /// The cell where a newcomer looks around: its members have their tasks and their own words.
  let looked: ID<Rules.Unit>?
  private var done = 0
  private var tasks: DemonstrationYearTasks
  private var steering: [ReviewSteering] = []
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
    tasks = DemonstrationYearTasks(year, seed: seed, ending: ending)
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
      case .assign, .assignAgain: try tasks.assign(below: root, raters)
      case .assignQuarter:
        if let base = try base(on: day, db) { try tasks.assignQuarter(in: base, raters) }
      case .tellQuarter:
        if let base = try base(on: day, db) { try tasks.tell(.quarter, below: base, raters) }
      case .openQuarter:
        if let base = try base(on: day, db) { rounds[.quarter] = try open(.quarter, base, raters) }
      case .tell: try tasks.tell(.year, below: root, raters)
      case .open: rounds[.year] = try open(.year, root, raters)
      case .steer:
        if let round = rounds[.year] {
          let own = try looked.map { try TreeStore(db: db).path(to: $0, AsOf(day)).map(\.unit) }
          let steers = DemonstrationSteering(raters: raters, seed: seed)
          steering = try steers.assign(in: round, root, around: own ?? [])
        }
      case .attend: try DemonstrationSteering(raters: raters, seed: seed).attend(steering)
      case .recognise:
        if let base = try base(on: day, db) {
          let models = DemonstrationModels(
            db: db,
            desk: try desk(day),
            officer: actor,
            root: root,
            day: day,
            seed: seed,
            regulations: regulations
          )
          count += try models.conclude(in: base)
        }
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
}
