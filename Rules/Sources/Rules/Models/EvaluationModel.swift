public import Basics

/// A model by which units are assessed once a year, as its rulebook says it: "four good cell", "five good, four no".
///
/// Its criteria are graded and its vetoes found or not; a unit meets it when every criterion asked of its profile
/// reaches its least grade and no veto is found. Who recognises is one of the units above.
///
///     let profile = model.profile(of: .cell, in: .residential)
///     model.verdict(on: marks, facts, for: profile, by: book).outcome   // .recognised
public struct EvaluationModel: Hashable, Sendable {
  /// Where the text says how the result follows.
  public let number: String
  /// How the result follows, in words.
  public let text: Wording
  public let confidence: Confidence
  public let sources: [String]
  /// The grade a criterion has to reach where it names none itself.
  public let least: CriterionGrade
  public let profiles: [ModelProfile]
  public let criteria: [ModelCriterion]
  public let vetoes: [ModelVeto]
  /// What members may not do, by its articles: the vetoes refer to them.
  public let prohibitions: [Prohibition]
  /// The kinds of unit that recognise: of those above a unit, the nearest of such a kind.
  public let deciders: [UnitKind]

  public init(
    number: String,
    text: Wording,
    confidence: Confidence,
    sources: [String],
    least: CriterionGrade,
    profiles: [ModelProfile],
    criteria: [ModelCriterion],
    vetoes: [ModelVeto],
    prohibitions: [Prohibition],
    deciders: [UnitKind]
  ) {
    self.number = number
    self.text = text
    self.confidence = confidence
    self.sources = sources
    self.least = least
    self.profiles = profiles
    self.criteria = criteria
    self.vetoes = vetoes
    self.prohibitions = prohibitions
    self.deciders = deciders
  }

  /// The profile of a unit; `nil` when the model is not for units like it.
  public func profile(of kind: UnitKind, in sector: Sector?) -> ModelProfile? {
    profiles.first { $0.takes(kind, in: sector) }
  }

  /// The criteria asked of a profile.
  public func criteria(of profile: String) -> [ModelCriterion] {
    criteria.filter { $0.profiles.isEmpty || $0.profiles.contains(profile) }
  }

  /// The vetoes of a profile.
  public func vetoes(of profile: String) -> [ModelVeto] {
    vetoes.filter { $0.profiles.isEmpty || $0.profiles.contains(profile) }
  }

  /// Where anything it says can be read.
  public var allSources: [String] {
    sources + criteria.flatMap(\.sources) + vetoes.flatMap(\.sources) + prohibitions.flatMap(\.sources)
  }

  /// The kinds of unit it is for.
  public var kinds: Set<UnitKind> { Set(profiles.flatMap(\.kinds)) }

  /// The grade a criterion has to reach.
  public func least(of criterion: ModelCriterion) -> CriterionGrade { criterion.least ?? least }

  /// The kinds of evidence of the record that its criteria and vetoes ask for, in the order of the figures.
  public var figures: [ModelFigure] {
    let asked = Set(criteria.flatMap(\.evidence) + vetoes.flatMap(\.evidence))
    return ModelFigure.allCases.filter(asked.contains)
  }
}

/// For which units criteria are written: one model has several, by kind and by sector.
public struct ModelProfile: Hashable, Sendable {
  public let name: String
  public let text: Wording
  public let kinds: [UnitKind]
  /// The sectors it is of; none for any.
  public let sectors: [Sector]
  public let confidence: Confidence

  public init(
    name: String,
    text: Wording,
    kinds: [UnitKind],
    sectors: [Sector],
    confidence: Confidence
  ) {
    self.name = name
    self.text = text
    self.kinds = kinds
    self.sectors = sectors
    self.confidence = confidence
  }

  func takes(_ kind: UnitKind, in sector: Sector?) -> Bool {
    kinds.contains(kind) && (sectors.isEmpty || sector.map(sectors.contains) ?? false)
  }
}

/// How far a criterion is reached, the lowest first; as rulebooks write grades, 0 to 3.
public enum CriterionGrade: String, Hashable, Sendable, CaseIterable, Comparable {
  case poor, average, good, excellent

  /// 0 … 3.
  public var rank: Int { CriterionGrade.allCases.firstIndex(of: self) ?? 0 }

  public init?(rank: Int) {
    guard CriterionGrade.allCases.indices.contains(rank) else { return nil }
    self = CriterionGrade.allCases[rank]
  }

  public static func < (one: CriterionGrade, other: CriterionGrade) -> Bool { one.rank < other.rank }
}

/// One thing a model asks for, graded; what of the record speaks for it.
public struct ModelCriterion: Hashable, Sendable {
  public let name: String
  /// Where it stands: `Bốn tốt, nhóm 2`.
  public let number: String
  public let text: Wording
  public let confidence: Confidence
  public let sources: [String]
  /// The profiles it is asked of; none for all.
  public let profiles: [String]
  /// The grade it has to reach, where it is another than the model's.
  public let least: CriterionGrade?
  /// What of the record is laid beside it.
  public let evidence: [ModelFigure]
  /// What the record has to show besides the grade, and how it is written.
  public let required: Requirement?

  /// A condition on the facts of the rulebook.
  public struct Requirement: Hashable, Sendable {
    public let condition: Condition
    public let text: String

    public init(condition: Condition, text: String) {
      self.condition = condition
      self.text = text
    }
  }

  public init(
    name: String,
    number: String,
    text: Wording,
    confidence: Confidence,
    sources: [String],
    profiles: [String],
    least: CriterionGrade?,
    evidence: [ModelFigure],
    required: Requirement?
  ) {
    self.name = name
    self.number = number
    self.text = text
    self.confidence = confidence
    self.sources = sources
    self.profiles = profiles
    self.least = least
    self.evidence = evidence
    self.required = required
  }
}

/// Something that, found, keeps a unit from being recognised whatever its grades.
public struct ModelVeto: Hashable, Sendable {
  public let name: String
  public let number: String
  public let text: Wording
  public let confidence: Confidence
  public let sources: [String]
  public let profiles: [String]
  public let evidence: [ModelFigure]
  /// The articles of what members may not do to which it is tied.
  public let articles: [Int]

  public init(
    name: String,
    number: String,
    text: Wording,
    confidence: Confidence,
    sources: [String],
    profiles: [String],
    evidence: [ModelFigure],
    articles: [Int]
  ) {
    self.name = name
    self.number = number
    self.text = text
    self.confidence = confidence
    self.sources = sources
    self.profiles = profiles
    self.evidence = evidence
    self.articles = articles
  }
}

/// One article of what members may not do, by its number.
public struct Prohibition: Hashable, Sendable {
  public let article: Int
  public let text: Wording
  public let confidence: Confidence
  public let sources: [String]

  public init(article: Int, text: Wording, confidence: Confidence, sources: [String]) {
    self.article = article
    self.text = text
    self.confidence = confidence
    self.sources = sources
  }
}

/// A number of the record that is laid beside a criterion, by the name rulebooks give it.
public enum ModelFigure: String, Hashable, Sendable, CaseIterable {
  /// Whether the unit's working regulation is there and up to date.
  case workingRegulation = "workingRegulation.current"
  case resolutionsAdopted = "resolutions.adopted"
  case resolutionsReceived = "resolutions.received"
  case resolutionsStudied = "resolutions.studied"
  case tasksAssigned = "tasks.assigned"
  case tasksDone = "tasks.done"
  case tasksOnTime = "tasks.onTime"
  case meetingsRegular = "meetings.regular"
  case meetingsThematic = "meetings.thematic"
  case attendanceObliged = "attendance.obliged"
  case attendancePresent = "attendance.present"
  case outputsRegistered = "outputs.registered"
  case membersDisciplined = "members.disciplined"
  case unitsDisciplined = "units.disciplined"
}

extension RulebookLibrary {
  /// The families of the models in force on a day, in the order of their names.
  public func models(on day: CivilDate) -> [Rulebook] {
    families.compactMap { version(of: $0, on: day) }.filter { $0.model != nil }
  }
}
