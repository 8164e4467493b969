public import Basics

/// A state in which a member still counts and does not take part as others do.
public enum StateKind: String, Hashable, Sendable, CaseIterable {
  /// Excused from work and meetings, asked for by the member and decided by the cell.
  case exempt
  /// Kept from the activities by a decision.
  case suspended
}

/// How far an exemption goes.
public enum ExemptionExtent: String, Hashable, Sendable, CaseIterable {
  /// From work and meetings, for as long as its ground lasts.
  case full
  /// From meetings, for a time.
  case temporary
}

/// Why a member is excused.
public enum ExemptionGround: String, Hashable, Sendable, CaseIterable {
  case age
  case health
  /// Work that keeps moving, from where they cannot come back.
  case mobileWork
  case other
}

/// A member excused, or suspended, on the days of a span.
public struct MemberState: Hashable, Sendable {
  public var kind: StateKind
  public var extent: ExemptionExtent?
  public var ground: ExemptionGround?
  /// The day on which the member asked for it.
  public var asked: CivilDate?
  /// The unit whose body decided.
  public var body: ID<Unit>?

  public init(
    _ kind: StateKind,
    extent: ExemptionExtent? = nil,
    ground: ExemptionGround? = nil,
    asked: CivilDate? = nil,
    body: ID<Unit>? = nil
  ) {
    self.kind = kind
    self.extent = extent
    self.ground = ground
    self.asked = asked
    self.body = body
  }
}
