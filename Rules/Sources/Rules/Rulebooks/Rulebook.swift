public import Basics

/// A regulation in one of its versions, as data: what it asks, of whom, since when, and how sure we are.
///
/// The judge applies it and says why. A version holds on the days of its span; the one before and the one
/// after are rulebooks of the same family.
///
///     let book = library.version(of: "review", on: endOf2025)   // Regulation 366-QĐ/TW
public struct Rulebook: Hashable, Sendable {
  /// Its name, the same as its file's: `review-2025`.
  public var name: String
  /// What its versions have in common: `review`.
  public var family: String
  public var title: Wording
  /// The texts it stands on.
  public var documents: [Document] = []
  /// The days on which it is in force.
  public var span: Span
  /// The version it replaces.
  public var replaces: String?
  public var scope = Scope()
  public var facts: [RuleFact] = []
  public var rules: [Rule] = []
  public var caps: [Cap] = []
  /// The order of a meeting, for the kinds of meeting of which it says one.
  public var agenda: [AgendaPart] = []
  /// Who evaluates whom.
  public var routes: [ReviewRoute] = []
  /// Words that mean something to its rules.
  public var words: [WordList] = []
  /// What was looked for in its text and not found: places an office can fill.
  public var slots: [Slot] = []
  /// The model by which units are assessed, where it holds one.
  public var model: EvaluationModel?
  /// Where it stands in its file, for whoever mends it.
  public var line = 1

  public init(name: String, family: String, title: Wording, span: Span) {
    self.name = name
    self.family = family
    self.title = title
    self.span = span
  }

  /// A text a rulebook stands on: its number, its day, where it can be read.
  public struct Document: Hashable, Sendable {
    public let number: String
    public let day: CivilDate?
    public let source: String?

    public init(number: String, day: CivilDate?, source: String?) {
      self.number = number
      self.day = day
      self.source = source
    }
  }

  /// For whom a rulebook is written: a province or all, kinds of unit or all.
  public struct Scope: Hashable, Sendable {
    public var province: String?
    public var kinds: [UnitKind] = []

    public init() {}
  }

  /// What a text is known to hold without its words being known.
  public struct Slot: Hashable, Sendable {
    public let name: String
    public let text: Wording
    public let confidence: Confidence
    public let source: String?

    public init(name: String, text: Wording, confidence: Confidence, source: String?) {
      self.name = name
      self.text = text
      self.confidence = confidence
      self.source = source
    }
  }

  /// A part of the order of a meeting.
  public struct AgendaPart: Hashable, Sendable {
    public let name: String
    public let text: Wording
    /// The kinds of meeting it is of.
    public let kinds: [MeetingKind]
    public let confidence: Confidence
    public let source: String?

    public init(
      name: String,
      text: Wording,
      kinds: [MeetingKind],
      confidence: Confidence,
      source: String?
    ) {
      self.name = name
      self.text = text
      self.kinds = kinds
      self.confidence = confidence
      self.source = source
    }
  }

  /// Words that mean something to its rules, such as those that name no quantity.
  public struct WordList: Hashable, Sendable {
    public let name: String
    public let text: Wording
    public let words: [String]
    public let confidence: Confidence
    public let source: String?

    public init(name: String, text: Wording, words: [String], confidence: Confidence, source: String?) {
      self.name = name
      self.text = text
      self.words = words
      self.confidence = confidence
      self.source = source
    }
  }

  /// The words of a list; none where it has no such list.
  public func words(_ list: String) -> [String] { words.first { $0.name == list }?.words ?? [] }

  /// Where a fact stands among its facts.
  public var places: [String: Int] {
    Dictionary(facts.enumerated().map { ($0.element.name, $0.offset) }) { first, _ in first }
  }

  /// The rule for a subject: the one that names it, else the one for any.
  public func rule(for subject: String) -> Rule? {
    rules.first { $0.subjects.contains(subject) } ?? rules.first { $0.subjects.isEmpty }
  }

  /// Every clause of every rule, with the rule it is of.
  public var clauses: [(rule: Rule, clause: Clause)] {
    rules.flatMap { rule in rule.clauses.map { (rule, $0) } }
  }
}

/// A named number a rule reads: a figure of the record, or what a person states.
public struct RuleFact: Hashable, Sendable {
  public let name: String
  public let title: Wording
  public let sort: FactSort
  /// What it is worked out from, by the days on which it is so; what is stated goes before.
  public var derived: [Dated<Expression>] = []

  public init(name: String, title: Wording, sort: FactSort) {
    self.name = name
    self.title = title
    self.sort = sort
  }
}

/// What a number counts or measures.
public enum FactSort: String, Hashable, Sendable, CaseIterable {
  case count
  case points
  case percent
  case yesNo
  /// Poor, average, good, excellent: 0 … 3.
  case grade
  case day
  case money
  case minutes
  case hours

  /// What it can be at all.
  public var bounds: ClosedRange<Quantity>? {
    switch self {
    case .points, .percent: .zero...Quantity(100)
    case .yesNo: .zero...Quantity(1)
    case .grade: .zero...Quantity(3)
    case .day: nil
    case .count, .money, .minutes, .hours: .zero...Quantity.largest
    }
  }
}

/// Who is judged by what, and what can come of it.
public struct Rule: Hashable, Sendable {
  public let name: String
  public let title: Wording
  /// Whom it judges; none for whoever is named.
  public let subjects: [String]
  /// What can come of it, the highest first.
  public let outcomes: [Outcome]
  /// What it is when no level is met; none when people decide.
  public var otherwise: Int?
  public var clauses: [Clause] = []

  public init(name: String, title: Wording, subjects: [String], outcomes: [Outcome]) {
    self.name = name
    self.title = title
    self.subjects = subjects
    self.outcomes = outcomes
  }
}

/// What can come of a rule: a level, an answer.
public struct Outcome: Hashable, Sendable {
  public let name: String
  public let title: Wording

  public init(name: String, title: Wording) {
    self.name = name
    self.title = title
  }
}

/// One thing a regulation asks, with where it says so and how sure we are of it.
public struct Clause: Hashable, Sendable {
  /// Its name, the same in every version: `excellent.score`.
  public var name: String
  /// Where it stands: `366-QĐ/TW, Điều 8`.
  public var number: String
  public var text: Wording
  public var confidence: Confidence
  public var sources: [String]
  /// The days on which it is in force, within those of its rulebook.
  public var span: Span
  /// Of which of its rule's subjects it asks this; none for all.
  public var subjects: [String]
  public var part: Part
  public var condition: Condition
  /// The condition as it is written.
  public var required: String
  /// Whether nobody need know its facts: an extra ground, a precondition of later years.
  public var isOptional: Bool
  /// What follows when its level is reached: an amount, a day.
  public var gives: [Gift]
  public var line: Int

  /// What a clause does.
  public enum Part: Hashable, Sendable {
    /// Nothing is judged unless it is met.
    case precondition
    /// Met, it alone brings the outcome about.
    case ground(Int)
    /// An outcome is reached when all of its conditions are met.
    case level(Int)
  }

  /// What a level says about a fact.
  public struct Gift: Hashable, Sendable {
    public let fact: Int
    public let amount: Expression

    public init(fact: Int, amount: Expression) {
      self.fact = fact
      self.amount = amount
    }
  }

  public init(
    name: String,
    number: String,
    text: Wording,
    confidence: Confidence,
    sources: [String],
    span: Span,
    subjects: [String],
    part: Part,
    condition: Condition,
    required: String,
    isOptional: Bool,
    gives: [Gift],
    line: Int
  ) {
    self.name = name
    self.number = number
    self.text = text
    self.confidence = confidence
    self.sources = sources
    self.span = span
    self.subjects = subjects
    self.part = part
    self.condition = condition
    self.required = required
    self.isOptional = isOptional
    self.gives = gives
    self.line = line
  }
}
