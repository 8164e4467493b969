public import Basics

/// How long a time a review looks back on.
public enum ReviewTerm: String, Hashable, Sendable, CaseIterable {
  case month, quarter, halfYear, year
  /// From one congress to the next.
  case term

  /// Those that are rated within a year, and are facts of the yearly review.
  public static let withinYear: [ReviewTerm] = [.month, .quarter, .halfYear]
}

/// The word a regulation has for whom it judges.
public enum ReviewSort: String, Hashable, Sendable, CaseIterable {
  case organisation, collective, leader, individual
}

/// Whom a review is of: a person, a unit, or the committee that leads a unit.
public enum ReviewSubject: Hashable, Sendable {
  case person(ID<Person>)
  case organisation(ID<Unit>)
  case collective(ID<Unit>)

  public var person: ID<Person>? {
    if case .person(let person) = self { person } else { nil }
  }

  public var unit: ID<Unit>? {
    switch self {
    case .person: nil
    case .organisation(let unit), .collective(let unit): unit
    }
  }
}

/// A class of the yearly review, the highest first.
public enum ReviewClass: String, Hashable, Sendable, CaseIterable, Comparable {
  case excellent, good, completed, notCompleted

  private var rank: Int { ReviewClass.allCases.firstIndex(of: self) ?? 0 }

  public static func < (one: ReviewClass, other: ReviewClass) -> Bool {
    one.rank > other.rank
  }
}

/// What is done about a subject, in its order.
public enum ReviewStep: String, Hashable, Sendable, CaseIterable {
  case selfReview
  /// What others are asked to say: where the member lives, unions, the cell's members.
  case comment
  /// An evaluator's proposal, passed up to the next.
  case evaluation
  /// What bodies that advise whoever decides found when they checked.
  case appraisal
  case decision
}

/// A review of all who are at home in a unit and below, and of the units themselves, over a time.
public struct ReviewRound: Hashable, Sendable {
  /// The round's own number in the record.
  public var key: ID<FactMark>
  /// The unit that holds it.
  public var unit: ID<Unit>
  public var term: ReviewTerm
  public var title: String
  /// The time looked back on: from its first day, to the first day after it.
  public var days: Span
  /// The day whose roll, tree and posts say who is reviewed, where, and by whom: everybody once.
  public var counted: CivilDate
  public var deadlines: Deadlines
  /// How many of those rated may be rated highest; `nil` where nobody has set it.
  public var cap: ChosenCap?
  /// The entry up to which it is known, from the day it was published: it does not change any more.
  public var frozen: Int64?
  /// The digest of all its results as they were published.
  public var hash: String?

  /// By when each step is done; the last day of each.
  public struct Deadlines: Hashable, Sendable {
    public var selfReview: CivilDate?
    public var evaluation: CivilDate?
    public var decision: CivilDate?
    public var publication: CivilDate?

    public init(
      selfReview: CivilDate? = nil,
      evaluation: CivilDate? = nil,
      decision: CivilDate? = nil,
      publication: CivilDate? = nil
    ) {
      self.selfReview = selfReview
      self.evaluation = evaluation
      self.decision = decision
      self.publication = publication
    }

    /// In the order of the steps.
    public var all: [CivilDate?] { [selfReview, evaluation, decision, publication] }
  }

  /// The share a round takes, and of whom: where a text leaves it open, the unit that holds the round says.
  public struct ChosenCap: Hashable, Sendable {
    public var percent: Quantity
    public var base: Cap.Base

    public init(_ percent: Quantity, of base: Cap.Base) {
      self.percent = percent
      self.base = base
    }
  }

  public init(
    key: ID<FactMark>,
    unit: ID<Unit>,
    term: ReviewTerm,
    title: String,
    days: Span,
    counted: CivilDate,
    deadlines: Deadlines = Deadlines(),
    cap: ChosenCap? = nil,
    frozen: Int64? = nil,
    hash: String? = nil
  ) {
    self.key = key
    self.unit = unit
    self.term = term
    self.title = title
    self.days = days
    self.counted = counted
    self.deadlines = deadlines
    self.cap = cap
    self.frozen = frozen
    self.hash = hash
  }

  /// By which day a step is to be done; `nil` where the round says no day for it.
  public func deadline(of step: ReviewStep) -> CivilDate? {
    switch step {
    case .selfReview: deadlines.selfReview
    case .comment, .evaluation: deadlines.evaluation
    case .appraisal, .decision: deadlines.decision
    }
  }

  /// The last day of the time looked back on.
  public var last: CivilDate { days.end?.adding(days: -1) ?? counted }

  /// Why a round cannot be so: the days follow each other, and its roll is not counted after it is over.
  public var objections: [Objection] {
    var objections: [Objection] = []
    if !days.contains(counted) { objections.append(Objection(.day, .dayOutsideFact(days))) }
    let fields: [Field] = [.selfBy, .evaluateBy, .decideBy, .publishBy]
    var before: CivilDate?
    for (field, deadline) in zip(fields, deadlines.all) {
      guard let deadline else { continue }
      if let before, deadline < before { objections.append(Objection(field, .beforeDay(before))) }
      before = deadline
    }
    if let cap, cap.percent <= .zero || cap.percent > Quantity(100) {
      objections.append(Objection(.percent, .notAnAmount(cap.percent.description)))
    }
    return objections
  }
}
