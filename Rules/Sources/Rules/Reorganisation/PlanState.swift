public import Basics

/// How far a plan of reorganisation has come.
public enum PlanState: String, Hashable, Sendable, CaseIterable {
  /// Being worked on.
  case draft
  /// Handed in: waits for a second person to sign it.
  case submitted
  case carriedOut
  /// Given up.
  case withdrawn

  public var isOpen: Bool { self == .draft || self == .submitted }
}

/// A plan of reorganisation as an office keeps it.
public struct PlanDraft: Hashable, Sendable {
  /// The office that prepares it.
  public var unit: ID<Unit>
  public var title: String
  /// The first day on which all of it holds.
  public var effective: CivilDate
  /// The plan as it is written.
  public var body: String
  public var state: PlanState
  /// Who wrote this version, or handed it in.
  public var editor: ID<Account>?
  /// Why it was sent back, or given up.
  public var why: String?

  public init(
    unit: ID<Unit>,
    title: String,
    effective: CivilDate,
    body: String,
    state: PlanState = .draft,
    editor: ID<Account>? = nil,
    why: String? = nil
  ) {
    self.unit = unit
    self.title = title
    self.effective = effective
    self.body = body
    self.state = state
    self.editor = editor
    self.why = why
  }
}
