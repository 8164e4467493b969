public import Basics

/// What a meeting of a cell is for.
public enum MeetingKind: String, Hashable, Sendable, CaseIterable {
  /// The monthly one.
  case regular
  /// On one theme, at least once a quarter; it does not stand in for the monthly one.
  case thematic
  /// The monthly one and a theme in one session.
  case combined
  case extraordinary
  /// The cell's committee agrees the content before a meeting.
  case preparation

  /// Whether it is the meeting of a month.
  public var countsForMonth: Bool { self == .regular || self == .combined }
  /// Whether it is a thematic meeting of a quarter.
  public var countsForQuarter: Bool { self == .thematic || self == .combined }
}

/// How those who take part come together.
public enum MeetingMode: String, Hashable, Sendable, CaseIterable {
  case inPerson
  case online
  case hybrid
  /// Sub-group by sub-group, in a cell with many members.
  case bySubgroups

  /// Whether a cell needs to have been allowed it by a committee above.
  public var needsPermission: Bool { self != .inPerson }
}

/// How far a meeting has come.
public enum MeetingStage: String, Hashable, Sendable, CaseIterable {
  /// Called: members know when and where.
  case called
  case open
  case closed
  case cancelled
}

/// A meeting of a cell, or of its committee, on one day.
public struct Meeting: Hashable, Sendable {
  public var unit: ID<Unit>
  public var kind: MeetingKind
  public var mode: MeetingMode
  public var stage: MeetingStage
  /// When it is to begin.
  public var begins: TimeOfDay
  public var place: String?
  /// What a thematic one is about.
  public var theme: String?
  public var chair: ID<Person>?
  /// Who writes the minutes.
  public var taker: ID<Person>?
  /// The meeting whose content this one agrees, of a committee's.
  public var prepares: ID<FactMark>?
  /// Why it is held at a time of its own, such as an evening or a holiday.
  public var slotReason: String?
  /// Why it was cancelled.
  public var why: String?
  /// When it really began.
  public var opened: TimeOfDay?
  public var closed: TimeOfDay?
  /// What the roll call came to when it was closed.
  public var turnout: Turnout?

  public init(
    unit: ID<Unit>,
    kind: MeetingKind,
    mode: MeetingMode = .inPerson,
    stage: MeetingStage = .called,
    begins: TimeOfDay,
    place: String? = nil,
    theme: String? = nil,
    chair: ID<Person>? = nil,
    taker: ID<Person>? = nil,
    prepares: ID<FactMark>? = nil,
    slotReason: String? = nil,
    why: String? = nil,
    opened: TimeOfDay? = nil,
    closed: TimeOfDay? = nil,
    turnout: Turnout? = nil
  ) {
    self.unit = unit
    self.kind = kind
    self.mode = mode
    self.stage = stage
    self.begins = begins
    self.place = place
    self.theme = theme
    self.chair = chair
    self.taker = taker
    self.prepares = prepares
    self.slotReason = slotReason
    self.why = why
    self.opened = opened
    self.closed = closed
    self.turnout = turnout
  }

  /// How long it was; `nil` while it is not over.
  public var minutes: Int? {
    guard let opened, let closed else { return nil }
    return opened.minutes(until: closed)
  }
}

/// A roll call in the three numbers that stay with its meeting.
public struct Turnout: Hashable, Sendable {
  public let obliged: Int
  public let present: Int
  /// Away without a reason.
  public let unexcused: Int

  public init(obliged: Int, present: Int, unexcused: Int) {
    self.obliged = obliged
    self.present = present
    self.unexcused = unexcused
  }
}

/// One thing on the agenda of a meeting, and what was said of it.
public struct MeetingItem: Hashable, Sendable {
  /// Its place in the order, from 1.
  public var place: Int
  /// The part of the regulation's agenda it is; `nil` for one of the cell's own.
  public var part: String?
  public var title: String
  public var note: String?
  public var isDone: Bool

  public init(place: Int, part: String? = nil, title: String, note: String? = nil, isDone: Bool = false) {
    self.place = place
    self.part = part
    self.title = title
    self.note = note
    self.isDone = isDone
  }
}

/// A paper handed out before a meeting.
public struct MeetingPaper: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case paper
    case draftResolution
  }

  public var kind: Kind
  public var title: String

  public init(_ kind: Kind, _ title: String) {
    self.kind = kind
    self.title = title
  }
}

/// That a cell may meet online, in part online, or by sub-groups, on the days of a span.
public struct MeetingPermission: Hashable, Sendable {
  public var mode: MeetingMode
  public var ground: String

  public init(_ mode: MeetingMode, ground: String) {
    self.mode = mode
    self.ground = ground
  }
}
