public import Basics

/// That somebody of a committee above follows a cell and comes to its meetings, on the days of a span.
public struct Following: Hashable, Sendable {
  public var unit: ID<Unit>
  public var follower: ID<Person>
  /// By what they were assigned.
  public var ground: String?

  public init(_ follower: ID<Person>, of unit: ID<Unit>, ground: String? = nil) {
    self.unit = unit
    self.follower = follower
    self.ground = ground
  }
}

/// What a follower saw of a meeting: of its work only, never of what somebody thinks.
public struct VisitNote: Hashable, Sendable {
  public var meeting: ID<FactMark>
  public var unit: ID<Unit>
  public var follower: ID<Person>
  public var text: String

  public init(of follower: ID<Person>, at meeting: ID<FactMark>, in unit: ID<Unit>, _ text: String) {
    self.meeting = meeting
    self.unit = unit
    self.follower = follower
    self.text = text
  }
}

/// Something to be mended that a follower wrote down at a meeting, until it is closed.
public struct VisitItem: Hashable, Sendable {
  /// Names it, whichever unit sees to it by and by.
  public var key: ID<FactMark>
  public var meeting: ID<FactMark>
  public var unit: ID<Unit>
  /// Who wrote it down.
  public var follower: ID<Person>
  public var what: String
  /// Who answers for it; `nil`: the cell as a whole.
  public var answerer: ID<Person>?
  public var due: CivilDate
  public var closing: Closing?

  /// That it is mended: when, and what was done.
  public struct Closing: Hashable, Sendable {
    public var day: CivilDate
    public var note: String

    public init(on day: CivilDate, _ note: String) {
      self.day = day
      self.note = note
    }
  }

  public init(
    key: ID<FactMark>,
    meeting: ID<FactMark>,
    unit: ID<Unit>,
    follower: ID<Person>,
    what: String,
    answerer: ID<Person>? = nil,
    due: CivilDate,
    closing: Closing? = nil
  ) {
    self.key = key
    self.meeting = meeting
    self.unit = unit
    self.follower = follower
    self.what = what
    self.answerer = answerer
    self.due = due
    self.closing = closing
  }

  /// Whether it was to be closed before a day and is not.
  public func isLate(on day: CivilDate) -> Bool { closing == nil && due < day }
}

/// What became of a meeting that a follower was to come to.
///
/// The mark of the roll call decides; where nobody marked them, the note they left does.
public enum VisitState: String, Hashable, Sendable, CaseIterable {
  /// Came, and no note is left yet.
  case noNote
  case absent
  /// Came, and left a note.
  case noted

  public var isAttended: Bool { self != .absent }
}

/// What is counted of the meetings followers were to come to, over a period.
public enum VisitFigure: String, Hashable, Sendable, CaseIterable {
  case assigned = "visits.assigned"
  case attended = "visits.attended"
  case absent = "visits.absent"
  case noNote = "visits.noNote"

  public var states: [VisitState] {
    VisitState.allCases.filter { state in
      switch self {
      case .assigned: true
      case .attended: state.isAttended
      case .absent: state == .absent
      case .noNote: state == .noNote
      }
    }
  }
}
