/// What the record knows of a subject over a time, as the regulations ask for it.
public struct ReviewFacts: Hashable, Sendable {
  /// How many tasks stand how.
  public var tasks: [TaskState: Int] = [:]
  public var limitations = 0
  public var remedied = 0
  /// Disciplines of the person in the time.
  public var disciplines = 0
  /// Units directly below, those of them disciplined, and those rated lowest in the round.
  public var units = 0
  public var unitsDisciplined = 0
  public var unitsNotCompleted = 0
  /// Members of the leading collective who were disciplined.
  public var peopleDisciplined = 0
  /// How the subject was rated in the shorter rounds of the year.
  public var periods = PeriodRatings()
  /// Models by which the unit was recognised in the time, and works its thematic programmes registered.
  public var modelsRecognised = 0
  public var outputsRegistered = 0
  /// What is not in the record and somebody stated, by its name in the regulations.
  public var stated: [String: Quantity] = [:]

  public init() {}

  /// The facts a judge reads, for what the regulations call the subject.
  ///
  /// Without the points given so far, the `score`, nothing can be said of a class.
  public func facts(_ sort: ReviewSort, score: Quantity?) -> [String: Quantity] {
    var facts: [String: Quantity] = [:]
    for figure in TaskFigure.allCases {
      facts[figure.rawValue] = Quantity(tasks.reduce(0) { $0 + (figure.counts($1.key) ? $1.value : 0) })
    }
    facts["limitations.noted"] = Quantity(limitations)
    facts["limitations.remedied"] = Quantity(remedied)
    switch sort {
    case .individual:
      facts["person.disciplined"] = Quantity(disciplines)
    case .leader:
      facts["person.disciplined"] = Quantity(disciplines)
      facts["units.subordinate"] = Quantity(units)
      facts["units.notCompleted"] = Quantity(unitsNotCompleted)
    case .organisation, .collective:
      facts["units.subordinate"] = Quantity(units)
      facts["units.disciplined"] = Quantity(unitsDisciplined)
      facts["units.notCompleted"] = Quantity(unitsNotCompleted)
      facts["people.disciplined"] = Quantity(peopleDisciplined)
      facts["models.recognised"] = Quantity(modelsRecognised)
      facts["outputs.registered"] = Quantity(outputsRegistered)
    }
    if let score { facts["review.score"] = score }
    facts.merge(periods.facts) { counted, _ in counted }
    // What the record counts goes before what somebody states.
    return facts.merging(stated) { counted, _ in counted }
  }

  public var assigned: Int { tasks.values.reduce(0, +) }
}

/// How far a subject has come in a round.
public enum ReviewState: String, Hashable, Sendable, CaseIterable {
  // What needs somebody first.
  /// Nothing was assigned, and nothing can be rated.
  case assignFirst
  /// Nobody is there to evaluate.
  case noEvaluator
  case open
  case reviewedSelf
  /// Evaluated by some, and waiting for the next.
  case evaluated
  case decided

  /// Worked out from what was said.
  public init(_ way: ReviewItinerary, assigned: Int, _ marks: [ReviewMark]) {
    let passed = marks.filter(\.isPassed)
    self =
      if passed.contains(where: { $0.step == .decision }) {
        .decided
      } else if assigned == 0 {
        .assignFirst
      } else if way.evaluations.isEmpty || way.evaluations.contains(where: { $0.trouble == .nobody }) {
        .noEvaluator
      } else if passed.contains(where: { $0.step == .evaluation }) {
        .evaluated
      } else if passed.contains(where: { $0.step == .selfReview }) {
        .reviewedSelf
      } else {
        .open
      }
  }
}

extension [ReviewMark] {
  /// The class as it stands: of the last who said one.
  public var standing: ReviewClass? { inOrder.last { $0.rating != nil && $0.isPassed }?.rating }

  /// The points as they stand, general and of results.
  public var points: ReviewMark.Points? { inOrder.last { $0.points != nil && $0.isPassed }?.points }

  /// The points as they stand.
  public var score: Quantity? { points?.score }

  /// The decision; `nil` before there is one.
  public var decision: ReviewMark? { last { $0.step == .decision && $0.isPassed } }

  /// In the order of the steps, and within one as they were said.
  private var inOrder: [ReviewMark] {
    let order = ReviewStep.allCases
    return order.flatMap { step in filter { $0.step == step } }
  }
}
