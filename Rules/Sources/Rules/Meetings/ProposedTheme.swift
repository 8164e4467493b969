public import Basics

/// Something proposed for the meetings of a cell, by itself or from above, and what became of it.
public struct ProposedTheme: Hashable, Sendable {
  /// What it is proposed for.
  public enum Form: String, Hashable, Sendable, CaseIterable {
    /// To have a thematic meeting on.
    case theme
    /// To be raised at a meeting.
    case matter
  }

  /// Who proposes.
  public enum Source: String, Hashable, Sendable, CaseIterable {
    case member, committee, above
  }

  public enum State: String, Hashable, Sendable, CaseIterable {
    case proposed
    /// For a meeting that is called.
    case chosen
    case dealtWith
    case setAside

    /// Whether somebody in the cell put an end to it, and can take it up again.
    public var isOver: Bool { self == .dealtWith || self == .setAside }
  }

  /// Its own number in the record: the same in all cells it was proposed to.
  public var key: ID<FactMark>
  /// The cell it is proposed to.
  public var unit: ID<Unit>
  public var form: Form
  public var source: Source
  /// The unit in whose name it is proposed: the cell itself, or one above it.
  public var origin: ID<Unit>
  public var proposer: ID<Person>?
  public var title: String
  public var why: String?
  public var state: State
  /// The meeting it was chosen for.
  public var meeting: ID<FactMark>?
  /// Why it was set aside, or how it was dealt with without a meeting.
  public var reason: String?

  public init(
    key: ID<FactMark>,
    unit: ID<Unit>,
    form: Form,
    source: Source,
    origin: ID<Unit>,
    proposer: ID<Person>? = nil,
    title: String,
    why: String? = nil,
    state: State = .proposed,
    meeting: ID<FactMark>? = nil,
    reason: String? = nil
  ) {
    self.key = key
    self.unit = unit
    self.form = form
    self.source = source
    self.origin = origin
    self.proposer = proposer
    self.title = title
    self.why = why
    self.state = state
    self.meeting = meeting
    self.reason = reason
  }
}
