public import Basics

/// The minutes of a meeting as they are being written, signed, and then no longer changed.
public struct Minutes: Hashable, Sendable {
  public var text: String
  /// Who signed them as the one who wrote them; the account that signed, or entered that the paper is signed.
  public var takerSigned: Signature?
  public var chairSigned: Signature?
  /// What stands for the whole text once both have signed: nothing of it changes from then on.
  public var hash: String?

  public init(
    text: String,
    takerSigned: Signature? = nil,
    chairSigned: Signature? = nil,
    hash: String? = nil
  ) {
    self.text = text
    self.takerSigned = takerSigned
    self.chairSigned = chairSigned
    self.hash = hash
  }

  public var isFrozen: Bool { hash != nil }

  /// A name under the minutes.
  public struct Signature: Hashable, Sendable {
    public var person: ID<Person>
    /// Whether it is on the paper, and somebody else entered that.
    public var isOnPaper: Bool

    public init(_ person: ID<Person>, isOnPaper: Bool) {
      self.person = person
      self.isOnPaper = isOnPaper
    }
  }
}

/// As whom somebody signs minutes.
public enum MinutesSigner: String, Hashable, Sendable, CaseIterable {
  case taker
  case chair
}

/// What is wrong in a template from which minutes begin.
public enum TemplateFault: Hashable, Sendable {
  /// A part that is begun and not ended.
  case notEnded(String)
  /// The end of a part that was not begun, or not the last one begun.
  case notBegun(String)
  /// A place that names nothing a meeting has.
  case unknownName(String)
  /// A place that is not closed.
  case unfinished
  /// Parts within parts within parts, more deeply than any minutes need.
  case tooDeep(limit: Int)
  /// A sign of the notation that templates here do without.
  case notTaken(String)
}
