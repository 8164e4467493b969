public import Basics

/// How far a unit's assessment of a year has come.
public enum ModelStage: String, Hashable, Sendable, CaseIterable {
  /// The unit grades itself.
  case drafted
  /// Sent up: locked, and with the unit above.
  case sent
  /// Back with the unit, with what is to be looked at again.
  case returned
  /// The unit above has verified every line of it.
  case verified
  case decided

  /// Whether the unit itself may still write in it.
  public var isWithUnit: Bool { self == .drafted || self == .returned }
}

/// Whose word a level is.
public enum ModelStep: String, Hashable, Sendable, CaseIterable {
  case own, verified, decided
}

/// A unit's assessment of one year by one model, from grading itself to being recognised or not.
public struct ModelAssessment: Hashable, Sendable {
  /// The assessment's own number in the record.
  public var key: ID<FactMark>
  /// The unit that answers for it now: the unit assessed, or who took over from it.
  public var unit: ID<Unit>
  /// The unit assessed.
  public var subject: ID<Unit>
  /// The family of the model's rulebooks, and the version of the year.
  public var family: String
  public var book: String
  public var year: Int
  public var profile: String
  public var stage: ModelStage
  public var sent: CivilDate?
  public var verified: CivilDate?
  /// The unit that verified it.
  public var verifier: ID<Unit>?
  public var decision: Decided?
  /// Why it came back.
  public var back: String?

  /// That it was recognised, or was not: by whom, and what the model gave.
  public struct Decided: Hashable, Sendable {
    public var unit: ID<Unit>
    public var isRecognised: Bool
    /// What the model gave when it was decided; `nil`: it left it open.
    public var byModel: ModelOutcome?
    /// The person who decided, as they sign.
    public var signer: String
    public var number: String?
    public var day: CivilDate
    /// Why it was decided otherwise than the model gives.
    public var reason: String?

    public init(
      by unit: ID<Unit>,
      _ isRecognised: Bool,
      byModel: ModelOutcome?,
      signer: String,
      number: String?,
      on day: CivilDate,
      reason: String?
    ) {
      self.unit = unit
      self.isRecognised = isRecognised
      self.byModel = byModel
      self.signer = signer
      self.number = number
      self.day = day
      self.reason = reason
    }
  }

  public init(
    key: ID<FactMark>,
    of unit: ID<Unit>,
    family: String,
    book: String,
    year: Int,
    profile: String,
    stage: ModelStage = .drafted
  ) {
    self.key = key
    self.unit = unit
    subject = unit
    self.family = family
    self.book = book
    self.year = year
    self.profile = profile
    self.stage = stage
  }

  /// The last day of its year, or today while the year goes on: the day on which rules and the tree are read.
  public static func day(of year: Int, today: CivilDate) -> CivilDate {
    let last = CivilDate(year: year, month: 12, day: 31) ?? today
    return min(last, today)
  }

  /// How it stands in a list: with `nil` for a unit that has begun nothing.
  public static func state(of assessment: ModelAssessment?) -> ModelState {
    guard let assessment else { return .nothing }
    return ModelState(assessment.stage, isRecognised: assessment.decision?.isRecognised)
  }
}

/// Where a unit stands with a model in a year, what needs somebody last.
public enum ModelState: String, Hashable, Sendable, CaseIterable {
  case recognised, notRecognised, verified, sent, returned, drafted, nothing

  /// The state of an assessment that has come so far; `isRecognised` once somebody has decided.
  public init(_ stage: ModelStage, isRecognised: Bool?) {
    if let isRecognised {
      self = isRecognised ? .recognised : .notRecognised
      return
    }
    switch stage {
    case .drafted: self = .drafted
    case .returned: self = .returned
    case .sent: self = .sent
    case .verified, .decided: self = .verified
    }
  }

  /// Whether something has reached the unit above.
  public var isSentUp: Bool {
    switch self {
    case .recognised, .notRecognised, .verified, .sent: true
    case .returned, .drafted, .nothing: false
    }
  }
}

/// The level of one criterion or veto in one step.
public struct ModelMark: Hashable, Sendable {
  /// The name of the criterion or veto.
  public var item: String
  public var step: ModelStep
  /// Of a criterion the rank of its grade; of a veto 1 where it is found, 0 where it is not.
  public var level: Int
  /// The articles that were violated, where a veto is found.
  public var articles: [Int]
  public var note: String?

  public init(_ item: String, _ step: ModelStep, level: Int, articles: [Int] = [], note: String? = nil) {
    self.item = item
    self.step = step
    self.level = level
    self.articles = articles
    self.note = note
  }
}

extension EvaluationModel {
  /// Why marks cannot be taken: something is graded that is not asked, or not as it can be graded, or left out.
  public func objections(to marks: [ModelMark], for profile: String, needsAll: Bool) -> [Objection] {
    var objections: [Objection] = []
    let (criteria, vetoes) = (criteria(of: profile), vetoes(of: profile))
    var said: Set<String> = []
    for mark in marks {
      if !said.insert(mark.item).inserted { objections.append(Objection(.mark, .alreadyThere)) }
      if criteria.contains(where: { $0.name == mark.item }) {
        if CriterionGrade(rank: mark.level) == nil || !mark.articles.isEmpty {
          objections.append(Objection(.mark, .unknownValue(String(mark.level), allowed: [])))
        }
      } else if let veto = vetoes.first(where: { $0.name == mark.item }) {
        let known = mark.articles.allSatisfy(veto.articles.contains)
        if !(0...1).contains(mark.level) || !known || mark.level == 0 && !mark.articles.isEmpty {
          objections.append(Objection(.mark, .unknownValue(mark.item, allowed: [])))
        }
      } else {
        objections.append(Objection(.mark, .unknownValue(mark.item, allowed: [])))
      }
    }
    let open = (criteria.map(\.name) + vetoes.map(\.name)).count { !said.contains($0) }
    if needsAll, open > 0 { objections.append(Objection(.mark, .notGraded(open))) }
    return objections
  }
}
