public import Basics

/// The forms of discipline a member can be given, the lightest first.
public enum DisciplineForm: String, Hashable, Sendable, CaseIterable {
  case reprimand, warning
  /// Posts are taken away.
  case removal
  /// The membership ends.
  case expulsion
}

/// A discipline as it was decided: what a second person confirms before it is a fact.
public struct Discipline: Hashable, Sendable {
  public var form: DisciplineForm
  /// The unit whose body decided.
  public var body: ID<Unit>
  /// The day of the violation: from it the limitation is counted.
  public var violated: CivilDate?
  /// The post taken away, as `CODE@UNIT`; all of them when it is not said.
  public var post: String?
  public var vote: Vote?
  public var note: String?

  /// How it was voted on below and above.
  public struct Vote: Hashable, Sendable {
    public var agreed: Int
    public var officials: Int
    public var above: Int?
    public var aboveAll: Int?

    public init(_ agreed: Int, of officials: Int, above: Int? = nil, of aboveAll: Int? = nil) {
      self.agreed = agreed
      self.officials = officials
      self.above = above
      self.aboveAll = aboveAll
    }
  }

  public init(
    _ form: DisciplineForm,
    by body: ID<Unit>,
    violated: CivilDate? = nil,
    post: String? = nil,
    vote: Vote? = nil,
    note: String? = nil
  ) {
    self.form = form
    self.body = body
    self.violated = violated
    self.post = post
    self.vote = vote
    self.note = note
  }

  /// The facts the rules read of it.
  ///
  /// - Parameters:
  ///   - day: the first day on which it counts.
  ///   - isOfficial: whether the member is an official one on that day.
  /// - Returns: the facts by their names; what is not known is left out.
  public func facts(on day: CivilDate, isOfficial: Bool) -> [String: Quantity] {
    var facts: [String: Quantity] = [
      "discipline.reprimand": Quantity(form == .reprimand ? 1 : 0),
      "discipline.removal": Quantity(form == .removal ? 1 : 0),
      "discipline.expulsion": Quantity(form == .expulsion ? 1 : 0),
      "discipline.official": Quantity(isOfficial ? 1 : 0),
      "discipline.decided": Quantity(day),
    ]
    if let violated { facts["discipline.violated"] = Quantity(violated) }
    if let vote {
      facts["discipline.votes"] = Quantity(vote.agreed)
      facts["discipline.voters"] = Quantity(vote.officials)
      if let above = vote.above { facts["discipline.votesAbove"] = Quantity(above) }
      if let all = vote.aboveAll { facts["discipline.votersAbove"] = Quantity(all) }
    }
    return facts
  }
}

/// A discipline somebody entered and nobody has confirmed yet: not a fact.
public struct DisciplineMatter: Hashable, Sendable {
  public var discipline: Discipline
  /// The days on which it would count.
  public var span: Span
  public var decision: DecisionText
  /// Whose hand entered it; `nil` for the console.
  public var enteredBy: ID<Account>?

  public init(_ discipline: Discipline, _ span: Span, under decision: DecisionText, by account: ID<Account>?)
  {
    self.discipline = discipline
    self.span = span
    self.decision = decision
    enteredBy = account
  }
}
