/// What a member says is wrong in their own record: a task for an officer, whose answer the member sees.
public struct ErrorReport: Hashable, Sendable {
  /// Which line of the record it is about.
  public enum Topic: String, Hashable, Sendable, CaseIterable {
    case name, born, sex, ethnicity, card, admitted, official, unit, post, other
  }

  public enum State: String, Hashable, Sendable, CaseIterable {
    case open
    /// The member was right: it was corrected.
    case accepted
    /// It stays as it is, for a reason.
    case declined
  }

  public var topic: Topic
  /// What is right, in the member's words.
  public var right: String
  public var note: String?
  public var state: State
  /// What the officer answered.
  public var answer: String?

  public init(
    _ topic: Topic,
    right: String,
    note: String? = nil,
    state: State = .open,
    answer: String? = nil
  ) {
    self.topic = topic
    self.right = right
    self.note = note
    self.state = state
    self.answer = answer
  }
}
