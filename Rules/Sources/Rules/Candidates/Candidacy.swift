public import Basics

/// Where somebody who seeks admission comes from.
public enum RecruitSource: String, Hashable, Sendable, CaseIterable {
  case student, worker, cooperative, privateEnterprise, agency, school, armedForces, retired, other
}

/// How a candidacy ended.
public enum CandidacyOutcome: String, Hashable, Sendable, CaseIterable {
  /// The ceremony was held: a member on probation from that day.
  case admitted
  /// On the candidate's own wish.
  case withdrawn
  /// By the cell, with its reason.
  case givenUp
}

/// What schooling a candidate has, as far as an admission asks for it.
public enum Schooling: String, Hashable, Sendable, CaseIterable {
  case lowerSecondary
  /// Less, within an exception: mountains, islands, minorities, very difficult areas.
  case exception
  case below
}

/// Somebody who seeks admission to a cell; not a member, and never counted as one.
///
/// Its span runs from the day the cell takes them up to the ceremony, or to the day it was given up.
public struct Candidacy: Hashable, Sendable {
  public var person: ID<Person>
  /// The cell that prepares the admission.
  public var unit: ID<Unit>
  public var source: RecruitSource
  public var schooling: Schooling?
  /// The members who introduce.
  public var introducer: ID<Person>?
  public var secondIntroducer: ID<Person>?
  /// The resolution of the youth organisation or a union, in place of a second member.
  public var resolution: String?
  /// The membership that ended, for somebody who was a member before.
  public var earlier: ID<Membership>?
  /// Whether a minor sentence was expunged; only of somebody who was a member before.
  public var isExpunged: Bool?
  public var outcome: CandidacyOutcome?
  /// Why it was given up, or why somebody was admitted though something was missing.
  public var why: String?

  public init(
    person: ID<Person>,
    unit: ID<Unit>,
    source: RecruitSource,
    schooling: Schooling? = nil,
    introducer: ID<Person>? = nil,
    secondIntroducer: ID<Person>? = nil,
    resolution: String? = nil,
    earlier: ID<Membership>? = nil,
    isExpunged: Bool? = nil,
    outcome: CandidacyOutcome? = nil,
    why: String? = nil
  ) {
    self.person = person
    self.unit = unit
    self.source = source
    self.schooling = schooling
    self.introducer = introducer
    self.secondIntroducer = secondIntroducer
    self.resolution = resolution
    self.earlier = earlier
    self.isExpunged = isExpunged
    self.outcome = outcome
    self.why = why
  }
}

/// One thing done on the way to an admission.
public struct CandidateStep: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The certificate of the awareness course.
    case course
    /// An official member assigned to help.
    case helper
    case application
    /// The candidate's own CV.
    case cv
    /// One part of the verification of the CV: asked, and answered.
    case check
    case massOpinion, residenceOpinion
    case cellVote, committeeVote
    case decision

    /// Whether it is an act of the committee, which its own office writes down.
    public var isOfCommittee: Bool { self == .committeeVote || self == .decision }
  }

  /// Of whom a part of the CV is verified.
  public enum Checked: String, Hashable, Sendable, CaseIterable {
    case own, father, mother, spouse, spouseParents, children, others
  }

  public var kind: Kind
  /// Of whom, for a check.
  public var checked: Checked?
  /// Which member helps.
  public var helper: ID<Person>?
  /// Whose opinion, or who was asked.
  public var body: String?
  /// Of the certificate, the resolution, the decision.
  public var number: String?
  /// The day a check was answered.
  public var answered: CivilDate?
  /// Of a vote: the official members there are, those present, those in favour.
  public var officials: Int?
  public var present: Int?
  public var votes: Int?

  public init(
    _ kind: Kind,
    checked: Checked? = nil,
    helper: ID<Person>? = nil,
    body: String? = nil,
    number: String? = nil,
    answered: CivilDate? = nil,
    officials: Int? = nil,
    present: Int? = nil,
    votes: Int? = nil
  ) {
    self.kind = kind
    self.checked = checked
    self.helper = helper
    self.body = body
    self.number = number
    self.answered = answered
    self.officials = officials
    self.present = present
    self.votes = votes
  }

  /// What is wrong in itself with how a step was written down.
  public func objections(on day: CivilDate, today: CivilDate) -> [Objection] {
    var objections: [Objection] = []
    if day > today { objections.append(Objection(.day, .notYet(day))) }
    switch kind {
    case .check where checked == nil: objections.append(Objection(.subject, .blank))
    case .helper where helper == nil: objections.append(Objection(.person, .blank))
    case .massOpinion where body == nil: objections.append(Objection(.body, .blank))
    case .decision where number == nil: objections.append(Objection(.number, .blank))
    case .cellVote, .committeeVote: objections += Vote.objections(officials, present, votes)
    default: break
    }
    if let answered {
      if answered < day {
        objections.append(Objection(.answered, .endNotAfterStart(start: day, end: answered)))
      }
      if answered > today { objections.append(Objection(.answered, .notYet(answered))) }
    }
    return objections
  }
}

/// A vote of a cell or a committee in numbers.
public enum Vote {
  /// What cannot be of three numbers: those who could vote, those who were there, those in favour.
  public static func objections(_ officials: Int?, _ present: Int?, _ votes: Int?) -> [Objection] {
    guard let officials else { return [Objection(.officials, .blank)] }
    guard let votes else { return [Objection(.votes, .blank)] }
    var objections: [Objection] = []
    if officials < 1 { objections.append(Objection(.officials, .blank)) }
    if let present, present > officials {
      objections.append(Objection(.present, .moreThan(present, of: officials)))
    }
    if votes > present ?? officials {
      objections.append(Objection(.votes, .moreThan(votes, of: present ?? officials)))
    }
    return objections
  }
}
