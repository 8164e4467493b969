public import Basics

/// The comment that the organisation where a member lives gives on them each year: that it was given, not what it
/// says.
public struct ResidenceComment: Hashable, Sendable {
  public enum State: String, Hashable, Sendable, CaseIterable {
    case asked, received
  }

  /// The organisation where they live.
  public var unit: ID<Unit>
  public var year: Int
  public var state: State
  /// The number of the paper.
  public var number: String?

  public init(_ unit: ID<Unit>, year: Int, _ state: State, number: String? = nil) {
    self.unit = unit
    self.year = year
    self.state = state
    self.number = number
  }
}

/// Members who need not keep contact where they live, as an office stated: all at home in its unit and below, or those
/// of one sector.
public struct ResidenceExemption: Hashable, Sendable {
  public var sector: Sector?
  public var ground: String

  public init(sector: Sector?, ground: String) {
    self.sector = sector
    self.ground = ground
  }
}
