public import Basics

/// When a member's probation ends, by when the cell must consider, and from which day they are official.
///
///     Probation(since: "2025-03-10", considered: "2026-05-20", by: library)   // official as of 2026-03-10
public struct Probation: Hashable, Sendable {
  public let ceremony: CivilDate
  /// The end of the months of probation.
  public let due: CivilDate
  /// The last day on which the cell considers in time; none while that year's calendar is not known.
  public let latest: CivilDate?
  /// `tooEarly`, `onTime` or `late`, considered on the day asked about.
  public let outcome: String?
  /// From which day the member is official, whenever it is decided.
  public let official: CivilDate
  /// The clause it stands on, and whether it is verified.
  public let clause: String?
  public let isVerified: Bool

  /// `nil` when no rule is known for that day.
  public init?(since ceremony: CivilDate, considered: CivilDate, by library: RulebookLibrary) {
    guard let judge = library.judge("charter", of: "probation", on: considered) else { return nil }
    self.init(since: ceremony, considered: considered, by: judge)
  }

  public init?(since ceremony: CivilDate, considered: CivilDate, by judge: Judge) {
    let verdict = judge.verdict([
      "probation.ceremony": Quantity(ceremony), "probation.considered": Quantity(considered),
    ])
    func day(_ name: String) -> CivilDate? {
      verdict.values.first { $0.fact.name == name }?.amount.day
    }
    guard let due = day("probation.due") else { return nil }
    self.ceremony = ceremony
    self.due = due
    latest = day("probation.latest")
    outcome = verdict.outcomeName ?? (considered < due ? "tooEarly" : nil)
    official = day("probation.official") ?? due
    let clause = verdict.findings.first { $0.truth == .met }?.clause
    self.clause = clause?.number
    isVerified = verdict.findings.allSatisfy { finding in
      finding.clause.confidence.isVerified
    }
  }
}

/// A vote of a cell on recognising a member on probation.
public struct RecognitionVote: Hashable, Sendable {
  public var person: ID<Person>
  public var unit: ID<Unit>
  public var officials: Int
  public var present: Int?
  public var votes: Int

  public init(person: ID<Person>, unit: ID<Unit>, officials: Int, present: Int?, votes: Int) {
    self.person = person
    self.unit = unit
    self.officials = officials
    self.present = present
    self.votes = votes
  }
}

/// The rules about votes on recognition in force on a day.
public struct RecognitionJudges: Sendable {
  private let vote: Judge?
  private let matter: Judge?

  public init(_ library: RulebookLibrary, on day: CivilDate) {
    vote = library.judge("admission", of: "recognitionVote", on: day)
    matter = library.judge("admission", of: "recognitionMatter", on: day)
  }

  /// Whether a vote was carried; `nil` when no rule is known.
  public func isCarried(_ cast: RecognitionVote) -> Bool? {
    vote?.verdict([
      "recognition.officials": Quantity(cast.officials), "recognition.votes": Quantity(cast.votes),
    ])
    .outcomeName.map { $0 == "carried" }
  }

  /// Whether so many votes that failed make it a matter for the direct superior.
  public func isForSuperior(failed: Int) -> Bool {
    matter?.verdict(["recognition.failed": Quantity(failed)]).outcomeName == "superior"
  }
}
