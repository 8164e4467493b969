public import Basics

public enum Sex: String, Hashable, Sendable, CaseIterable {
  case man = "M"
  case woman = "F"
}

/// Why somebody stopped being a member.
public enum LeavingReason: String, Hashable, Sendable, CaseIterable {
  case died
  /// On request.
  case left
  /// Taken off the roll; not a form of discipline.
  case deleted
  case expelled
  /// To an organisation outside this record.
  case transferred
}

/// What ties a person to a unit.
public enum AffiliationRole: String, Hashable, Sendable, CaseIterable {
  /// Counts in the roll, exactly one at a time.
  case home
  case temporary
  /// Joins this unit's meetings too.
  case host
  /// Keeps contact where they live.
  case residence
}

/// Functions in a body that have a name everywhere; others are free text.
public enum KnownPost: String, Hashable, Sendable, CaseIterable {
  case secretary, deputySecretary, standingMember, committeeMember, inspectionHead, inspectionMember
}

/// What is known of a person, apart from membership.
public struct Particulars: Hashable, Sendable {
  public var name: String
  public var born: LooseDate?
  public var sex: Sex?
  public var ethnicity: String?
  /// The number of the membership card.
  public var card: String?

  public init(
    name: String,
    born: LooseDate? = nil,
    sex: Sex? = nil,
    ethnicity: String? = nil,
    card: String? = nil
  ) {
    self.name = name
    self.born = born
    self.sex = sex
    self.ethnicity = ethnicity
    self.card = card
  }
}

/// One time in the organisation.
///
/// Its span runs from the ceremony to the first day no longer a member.
public struct Term: Hashable, Sendable {
  /// `nil` while it is not in the record yet.
  public var membership: ID<Membership>?
  /// The day of the decision to admit.
  public var decided: CivilDate?
  /// The first day as an official member; until then on probation.
  public var official: CivilDate?
  public var reason: LeavingReason?

  public init(
    membership: ID<Membership>? = nil,
    decided: CivilDate? = nil,
    official: CivilDate? = nil,
    reason: LeavingReason? = nil
  ) {
    self.membership = membership
    self.decided = decided
    self.official = official
    self.reason = reason
  }
}

public struct Affiliation: Hashable, Sendable {
  public var unit: ID<Unit>
  public var role: AffiliationRole

  public init(_ unit: ID<Unit>, _ role: AffiliationRole) {
    self.unit = unit
    self.role = role
  }
}

/// A function held in a body of a unit.
public struct Post: Hashable, Sendable {
  public var unit: ID<Unit>
  /// A `KnownPost` by its code, or free text.
  public var post: String

  public init(_ unit: ID<Unit>, _ post: String) {
    self.unit = unit
    self.post = post
  }
}

/// Everything the record knows of one person, each fact with its days.
public struct Life: Hashable, Sendable {
  public let person: ID<Person>
  public let code: String
  public var particulars: [Fact<Particulars>]
  public var terms: [Fact<Term>]
  public var affiliations: [Fact<Affiliation>]
  public var posts: [Fact<Post>]
  /// Exemptions and suspensions.
  public var states: [Fact<MemberState>]

  public init(
    person: ID<Person>,
    code: String,
    particulars: [Fact<Particulars>] = [],
    terms: [Fact<Term>] = [],
    affiliations: [Fact<Affiliation>] = [],
    posts: [Fact<Post>] = [],
    states: [Fact<MemberState>] = []
  ) {
    self.person = person
    self.code = code
    self.particulars = particulars
    self.terms = terms
    self.affiliations = affiliations
    self.posts = posts
    self.states = states
  }

  /// The exemption or suspension in which the person is on a day.
  public func state(_ kind: StateKind, on day: CivilDate) -> Fact<MemberState>? {
    states.first { $0.value.kind == kind && $0.span.contains(day) }
  }

  public func term(on day: CivilDate) -> Fact<Term>? {
    terms.first { $0.span.contains(day) }
  }

  public func home(on day: CivilDate) -> Fact<Affiliation>? {
    affiliations.first { $0.value.role == .home && $0.span.contains(day) }
  }
}
