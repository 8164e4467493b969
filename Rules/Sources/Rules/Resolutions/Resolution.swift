public import Basics

/// What a unit lays down for itself and for those below it.
public enum ResolutionKind: String, Hashable, Sendable, CaseIterable {
  case resolution
  case conclusion
  case directive
  /// What is to be done within a term or a year, task by task.
  case workProgramme
  /// What a year stands under; the plans of units are made under it.
  case yearTheme
}

/// A resolution of a unit: what it laid down, on what it rests, and what it carries out of a superior's.
public struct Resolution: Hashable, Sendable {
  /// The resolution's own number in the record, the same whoever sees to it after a reorganisation.
  public var key: ID<FactMark>
  public var unit: ID<Unit>
  public var kind: ResolutionKind
  /// As it stands on the paper: `14-NQ/CB`.
  public var number: String?
  public var title: String
  public var text: String?
  public var basis: String?
  /// The meeting at which it was passed, and the vote.
  public var meeting: ID<FactMark>?
  public var vote: ID<FactMark>?
  /// The superior's, or the unit's own earlier one, that it carries out.
  public var parent: ID<FactMark>?

  public init(
    key: ID<FactMark>,
    unit: ID<Unit>,
    kind: ResolutionKind,
    number: String? = nil,
    title: String,
    text: String? = nil,
    basis: String? = nil,
    meeting: ID<FactMark>? = nil,
    vote: ID<FactMark>? = nil,
    parent: ID<FactMark>? = nil
  ) {
    self.key = key
    self.unit = unit
    self.kind = kind
    self.number = number
    self.title = title
    self.text = text
    self.basis = basis
    self.meeting = meeting
    self.vote = vote
    self.parent = parent
  }
}

/// A resolution sent to a unit below, and what that unit has said of it since.
public struct ResolutionSent: Hashable, Sendable {
  public var resolution: ID<FactMark>
  public var unit: ID<Unit>
  public var received: CivilDate?
  public var study: Study?
  public var report: Report?

  /// That its members studied it: when, before whom or where, and how many of how many.
  public struct Study: Hashable, Sendable {
    public var day: CivilDate
    public var place: String
    public var members: Int
    public var all: Int

    public init(day: CivilDate, place: String, members: Int, all: Int) {
      self.day = day
      self.place = place
      self.members = members
      self.all = all
    }

    /// Why such numbers cannot be.
    public func objections() -> [Objection] {
      if all < 1 { return [Objection(.all, .notAnAmount(String(all)))] }
      return members > all ? [Objection(.members, .moreThan(members, of: all))] : []
    }
  }

  /// What it told the level above of carrying it out.
  public struct Report: Hashable, Sendable {
    public var day: CivilDate
    public var text: String

    public init(day: CivilDate, text: String) {
      self.day = day
      self.text = text
    }
  }

  public init(
    resolution: ID<FactMark>,
    unit: ID<Unit>,
    received: CivilDate? = nil,
    study: Study? = nil,
    report: Report? = nil
  ) {
    self.resolution = resolution
    self.unit = unit
    self.received = received
    self.study = study
    self.report = report
  }
}

/// How far a unit has come with a resolution that was sent to it.
public enum CascadeStep: String, Hashable, Sendable, CaseIterable {
  /// Nothing has been heard since it was sent.
  case silent
  case received
  case studied
  /// The unit has a resolution or a task of its own under it.
  case madeConcrete
  case reported
}

/// A unit that a resolution was sent to, with the days of all it said since.
public struct CascadeAnswer: Hashable, Sendable {
  public var sent: CivilDate
  public var received: CivilDate?
  public var study: ResolutionSent.Study?
  /// Since when it has a resolution or a task of its own under it.
  public var concrete: CivilDate?
  public var report: ResolutionSent.Report?
  /// When it last told how far a task under it has come.
  public var progress: CivilDate?

  public init(
    sent: CivilDate,
    received: CivilDate? = nil,
    study: ResolutionSent.Study? = nil,
    concrete: CivilDate? = nil,
    report: ResolutionSent.Report? = nil,
    progress: CivilDate? = nil
  ) {
    self.sent = sent
    self.received = received
    self.study = study
    self.concrete = concrete
    self.report = report
    self.progress = progress
  }

  /// The last step it has gone; one that was left out does not hold it back.
  public func step(on day: CivilDate) -> CascadeStep {
    func isPast(_ known: CivilDate?) -> Bool { known.map { $0 <= day } ?? false }
    if isPast(report?.day) { return .reported }
    if isPast(concrete) { return .madeConcrete }
    if isPast(study?.day) { return .studied }
    return isPast(received) || isPast(progress) ? .received : .silent
  }

  /// When it was last heard of, by a day; `nil` when it never was.
  public func lastWord(by day: CivilDate) -> CivilDate? {
    [received, study?.day, concrete, report?.day, progress].compactMap(\.self).filter { $0 <= day }.max()
  }

  /// How many days it took from sending to study; from sending until now where it was not studied.
  public func lag(on day: CivilDate) -> Int {
    let end = study.map { min($0.day, day) } ?? day
    return max(sent.days(until: end), 0)
  }

  /// How many days nothing has been heard.
  public func silence(on day: CivilDate) -> Int { max((lastWord(by: day) ?? sent).days(until: day), 0) }
}
