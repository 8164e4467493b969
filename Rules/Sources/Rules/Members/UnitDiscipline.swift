public import Basics

/// The forms of discipline an organisation can be given, the lightest first.
public enum UnitDisciplineForm: String, Hashable, Sendable, CaseIterable {
  case reprimand, warning
  /// It is to be dissolved: the decision alone, for a reorganisation of its own ends the unit.
  case dissolution
}

/// A discipline of an organisation as it was decided: what a second person confirms before it is a fact.
public struct UnitDiscipline: Hashable, Sendable {
  public var form: UnitDisciplineForm
  /// The unit whose body decided: one above.
  public var body: ID<Unit>
  /// The day of the violation: from it the limitation is counted.
  public var violated: CivilDate?
  public var note: String?

  public init(_ form: UnitDisciplineForm, by body: ID<Unit>, violated: CivilDate? = nil, note: String? = nil)
  {
    self.form = form
    self.body = body
    self.violated = violated
    self.note = note
  }

  /// The facts the rules read of it, from its first day.
  public func facts(on day: CivilDate) -> [String: Quantity] {
    var facts: [String: Quantity] = [
      "unitDiscipline.reprimand": Quantity(form == .reprimand ? 1 : 0),
      "unitDiscipline.warning": Quantity(form == .warning ? 1 : 0),
      "unitDiscipline.dissolution": Quantity(form == .dissolution ? 1 : 0),
      "unitDiscipline.decided": Quantity(day),
    ]
    if let violated { facts["unitDiscipline.violated"] = Quantity(violated) }
    return facts
  }
}

/// A discipline of an organisation that somebody entered and nobody has confirmed yet: not a fact.
public struct UnitDisciplineMatter: Hashable, Sendable {
  public var discipline: UnitDiscipline
  /// The days on which it would count.
  public var span: Span
  public var decision: DecisionText
  /// Whose hand entered it; `nil` for the console.
  public var enteredBy: ID<Account>?

  public init(
    _ discipline: UnitDiscipline,
    _ span: Span,
    under decision: DecisionText,
    by account: ID<Account>?
  ) {
    self.discipline = discipline
    self.span = span
    self.decision = decision
    enteredBy = account
  }
}
