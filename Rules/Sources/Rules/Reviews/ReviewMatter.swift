public import Basics

/// Something raised beside the classes of a round: what is asked, by when, and what came of it.
public struct ReviewMatter: Hashable, Sendable {
  public var key: ID<FactMark>
  public var round: ID<FactMark>
  public var subject: ReviewSubject
  public var kind: Kind
  /// The unit that raised it.
  public var unit: ID<Unit>
  /// The person who raised it, where it is one: an objection is the subject's own; of an attendance, who was there.
  public var person: ID<Person>?
  public var text: String
  public var due: CivilDate?
  public var answer: Answer?

  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A body suggests that something be reviewed.
    case suggestion
    /// Something pointed out, to be put right.
    case limitation
    /// How what was pointed out will be put right, with its report.
    case remedyPlan
    /// The person reviewed, or the unit, does not agree.
    case objection
    /// Somebody from above was there when the unit reviewed itself, on the day the fact begins.
    case attendance
  }

  /// What came of it: put right, reported, answered.
  public struct Answer: Hashable, Sendable {
    public var day: CivilDate
    public var text: String

    public init(_ text: String, on day: CivilDate) {
      self.day = day
      self.text = text
    }
  }

  public init(
    key: ID<FactMark>,
    round: ID<FactMark>,
    subject: ReviewSubject,
    kind: Kind,
    unit: ID<Unit>,
    person: ID<Person>? = nil,
    text: String,
    due: CivilDate? = nil,
    answer: Answer? = nil
  ) {
    self.key = key
    self.round = round
    self.subject = subject
    self.kind = kind
    self.unit = unit
    self.person = person
    self.text = text
    self.due = due
    self.answer = answer
  }

  public func isLate(on day: CivilDate) -> Bool { answer == nil && due.map { $0 < day } == true }
}
