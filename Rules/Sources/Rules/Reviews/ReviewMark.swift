public import Basics

/// What one evaluator, or the subject, said in a step: a class, points, words.
public struct ReviewMark: Hashable, Sendable {
  public var round: ID<FactMark>
  public var subject: ReviewSubject
  public var step: ReviewStep
  /// The unit whose body says it; of a member's own review, the unit where they are reviewed.
  public var body: ID<Unit>
  /// The person who says it for themselves alone: the subject, or the head who evaluates deputies.
  public var writer: ID<Person>?
  public var rating: ReviewClass?
  public var points: Points?
  public var vote: Vote?
  public var text: String?
  /// Why the class is another than the rules give.
  public var reason: String?
  /// What the rules gave when it was said.
  public var byRule: ReviewClass?
  /// Whether it was passed on to whoever comes next; until then it is the writer's draft.
  public var isPassed: Bool

  /// The points of a review: general criteria, and results of tasks.
  public struct Points: Hashable, Sendable {
    public var general: Quantity
    public var results: Quantity

    public init(general: Quantity, results: Quantity) {
      self.general = general
      self.results = results
    }

    public var score: Quantity { general + results }
  }

  /// How many of those who could agreed to the class.
  public struct Vote: Hashable, Sendable {
    public var agreed: Int
    public var voters: Int

    public init(_ agreed: Int, of voters: Int) {
      self.agreed = agreed
      self.voters = voters
    }
  }

  public init(
    round: ID<FactMark>,
    subject: ReviewSubject,
    step: ReviewStep,
    body: ID<Unit>,
    writer: ID<Person>? = nil,
    rating: ReviewClass? = nil,
    points: Points? = nil,
    vote: Vote? = nil,
    text: String? = nil,
    reason: String? = nil,
    byRule: ReviewClass? = nil,
    isPassed: Bool = true
  ) {
    self.round = round
    self.subject = subject
    self.step = step
    self.body = body
    self.writer = writer
    self.rating = rating
    self.points = points
    self.vote = vote
    self.text = text
    self.reason = reason
    self.byRule = byRule
    self.isPassed = isPassed
  }
}
