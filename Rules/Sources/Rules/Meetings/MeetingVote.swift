public import Basics

/// How a vote of a meeting is cast.
public enum VoteManner: String, Hashable, Sendable, CaseIterable {
  case hands
  /// Each by name.
  case named
  /// On paper: what was counted is entered.
  case secret
}

/// A proposal put to the vote, and how it was decided.
public struct MeetingVote: Hashable, Sendable {
  /// The item of the agenda it belongs to.
  public var item: ID<FactMark>?
  public var proposal: String
  public var manner: VoteManner
  /// The members with a vote, present or not.
  public var officials: Int
  /// Those of them who were there.
  public var present: Int
  public var agreed: Int
  public var against: Int
  public var abstained: Int

  public init(
    item: ID<FactMark>? = nil,
    proposal: String,
    manner: VoteManner,
    officials: Int,
    present: Int,
    agreed: Int,
    against: Int,
    abstained: Int
  ) {
    self.item = item
    self.proposal = proposal
    self.manner = manner
    self.officials = officials
    self.present = present
    self.agreed = agreed
    self.against = against
    self.abstained = abstained
  }

  /// What the judge of a vote reads.
  public var facts: [String: Quantity] {
    ["vote.officials": Quantity(officials), "vote.agreed": Quantity(agreed)]
  }

  /// Why such numbers cannot be.
  public func objections() -> [Objection] {
    var objections: [Objection] = []
    if officials < 1 { objections.append(Objection(.officials, .notAnAmount(String(officials)))) }
    if present > officials { objections.append(Objection(.present, .moreThan(present, of: officials))) }
    let cast = agreed + against + abstained
    if cast > present { objections.append(Objection(.votes, .moreThan(cast, of: present))) }
    return objections
  }
}

/// How somebody voted by name.
public enum Ballot: String, Hashable, Sendable, CaseIterable {
  case agreed
  case against
  case abstained
}

/// One voice of a vote by name.
public struct NamedBallot: Hashable, Sendable {
  public var person: ID<Person>
  public var ballot: Ballot

  public init(_ person: ID<Person>, _ ballot: Ballot) {
    self.person = person
    self.ballot = ballot
  }
}

extension MeetingVote {
  /// A vote by name in its numbers, of those on the list of a meeting who have a vote.
  public init(
    item: ID<FactMark>? = nil,
    proposal: String,
    of list: [Attendee],
    present: Int,
    _ ballots: [ID<Person>: Ballot]
  ) {
    func count(_ ballot: Ballot) -> Int { ballots.values.count { $0 == ballot } }
    self.init(
      item: item,
      proposal: proposal,
      manner: .named,
      officials: list.count { $0.isOfficial },
      present: present,
      agreed: count(.agreed),
      against: count(.against),
      abstained: count(.abstained)
    )
  }
}
