public import Basics

/// That a member of a standing committee steers how a unit below prepares and holds its review in one round.
public struct ReviewSteering: Hashable, Sendable {
  public var round: ID<FactMark>
  /// The unit whose review is steered.
  public var unit: ID<Unit>
  /// The unit above it of whose standing committee the person is.
  public var body: ID<Unit>
  public var person: ID<Person>
  /// By what they were assigned.
  public var ground: String?

  /// Who is of a standing committee.
  public static let posts: [KnownPost] = [.secretary, .deputySecretary, .standingMember]

  public init(
    round: ID<FactMark>,
    unit: ID<Unit>,
    body: ID<Unit>,
    person: ID<Person>,
    ground: String? = nil
  ) {
    self.round = round
    self.unit = unit
    self.body = body
    self.person = person
    self.ground = ground
  }
}

/// Which members read the published results of a round, as the unit that holds it says; by itself nobody but the
/// person reviewed and those above.
public struct ReviewListing: Hashable, Sendable {
  public var round: ID<FactMark>
  /// The unit that holds the round.
  public var unit: ID<Unit>
  public var audience: Audience

  public enum Audience: String, Hashable, Sendable, CaseIterable {
    /// Members read the results of their own cell.
    case cell
    /// Members read the results of the whole base organisation they are in.
    case base
  }

  public init(round: ID<FactMark>, unit: ID<Unit>, audience: Audience) {
    self.round = round
    self.unit = unit
    self.audience = audience
  }
}
