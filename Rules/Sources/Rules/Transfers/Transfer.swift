public import Basics

/// One asking for a transfer, from the day it is asked for to the day it is over.
public enum Transfer {}

/// Whether a member moves their home, or takes part elsewhere for a time and stays counted at home.
public enum TransferKind: String, Hashable, Sendable, CaseIterable {
  case official, temporary
}

/// What made the transfer necessary: the day of it begins the term for asking.
public enum TransferEvent: String, Hashable, Sendable, CaseIterable {
  case newJob, retirement, move, study
}

/// On whose side a transfer was asked for.
public enum TransferAsker: String, Hashable, Sendable, CaseIterable {
  case member, source, target
}

/// How far a transfer has come.
public enum TransferState: String, Hashable, Sendable, CaseIterable {
  /// Waits for the letter of introduction of the side they leave.
  case asked
  /// The letter is out: waits for the side they come to.
  case sent
  case received
  /// The side they come to did not take them.
  case returned
  /// Given up before it was done.
  case withdrawn
  /// Overtaken: the membership ended first, or both sides became one unit.
  case lapsed
  /// Its units were reorganised: asked for anew, as it stands, between those that took over.
  case passedOn

  public var isPending: Bool { self == .asked || self == .sent }
}

/// What was asked for; it never changes.
public struct TransferRequest: Hashable, Sendable {
  public var person: ID<Person>
  /// The home on the day it was asked for.
  public var source: ID<Unit>
  /// Where to: a unit of this record, or an organisation outside it by its name.
  public var target: ID<Unit>?
  public var outside: String?
  public var kind: TransferKind
  public var event: TransferEvent
  /// The day of the event.
  public var happened: CivilDate
  /// The first day no longer there, for a transfer for a time.
  public var until: CivilDate?
  public var asked: CivilDate
  public var asker: TransferAsker
  public var note: String?

  public init(
    person: ID<Person>,
    source: ID<Unit>,
    target: ID<Unit>?,
    outside: String?,
    kind: TransferKind,
    event: TransferEvent,
    happened: CivilDate,
    until: CivilDate?,
    asked: CivilDate,
    asker: TransferAsker,
    note: String?
  ) {
    self.person = person
    self.source = source
    self.target = target
    self.outside = outside
    self.kind = kind
    self.event = event
    self.happened = happened
    self.until = until
    self.asked = asked
    self.asker = asker
    self.note = note
  }
}

/// How far a transfer has come, with what each step on the way left behind.
public struct TransferStep: Hashable, Sendable {
  public var state: TransferState
  /// The letter of introduction: its number and its day.
  public var letter: String?
  public var sent: CivilDate?
  /// The day on which the letter was handed in.
  public var presented: CivilDate?
  /// Why it was returned or given up.
  public var reason: String?

  public init(
    _ state: TransferState,
    letter: String? = nil,
    sent: CivilDate? = nil,
    presented: CivilDate? = nil,
    reason: String? = nil
  ) {
    self.state = state
    self.letter = letter
    self.sent = sent
    self.presented = presented
    self.reason = reason
  }
}
