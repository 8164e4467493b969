public import Basics

/// Something in the record that an item of an agenda is about: a task, a candidate, a resolution from above.
public struct AgendaMatter: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case task
    /// Somebody who seeks admission, by the person.
    case candidate
    /// A member on probation who is due, by the person.
    case recognition
    case transfer
    /// A resolution from above.
    case resolution
    /// A theme or a matter from the cell's list.
    case theme
    /// A round of review whose next step is the cell's.
    case review
    /// An item of an earlier agenda that was kept for next time.
    case item
  }

  public var kind: Kind
  /// The number of the matter in the record.
  public var number: Int64

  public init(_ kind: Kind, _ number: Int64) {
    self.kind = kind
    self.number = number
  }
}

extension AgendaMatter: LosslessStringConvertible {
  /// Reads what ``description`` writes: the kind and the number.
  public init?(_ text: String) {
    let parts = text.split(separator: "-")
    guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])),
      let number = Crockford.number(String(parts[1]))
    else { return nil }
    self.init(kind, number)
  }

  public var description: String { "\(kind.rawValue)-\(Crockford.text(number))" }
}

/// What became of a matter at a meeting.
public enum MatterOutcome: String, Hashable, Sendable, CaseIterable {
  case closed
  /// It stands on the next agenda again.
  case kept
}

/// That an item of an agenda is about a matter, and what became of it.
public struct ItemMatter: Hashable, Sendable {
  public var item: ID<FactMark>
  public var matter: AgendaMatter
  public var outcome: MatterOutcome?

  public init(_ item: ID<FactMark>, _ matter: AgendaMatter, outcome: MatterOutcome? = nil) {
    self.item = item
    self.matter = matter
    self.outcome = outcome
  }
}

/// What somebody says of an item or a paper before the meeting.
public struct MeetingComment: Hashable, Sendable {
  public var item: ID<FactMark>?
  public var paper: ID<FactMark>?
  public var author: ID<Person>
  public var text: String

  public init(item: ID<FactMark>? = nil, paper: ID<FactMark>? = nil, by author: ID<Person>, _ text: String) {
    self.item = item
    self.paper = paper
    self.author = author
    self.text = text
  }
}

/// Somebody who is not of the cell and is invited to one of its meetings.
public struct MeetingGuest: Hashable, Sendable {
  /// Who it is in the record, where they are in it.
  public var person: ID<Person>?
  public var name: String
  /// Their function and whence they come.
  public var note: String?

  public init(_ name: String, note: String? = nil, person: ID<Person>? = nil) {
    self.person = person
    self.name = name
    self.note = note
  }
}
