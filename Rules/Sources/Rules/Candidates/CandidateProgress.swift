public import Basics

/// How far somebody has come on the way to an admission: what is there, what is missing, and since when.
///
/// What is asked, and in which order, is the rulebook's `candidate`; nothing of it stands here.
public struct CandidateProgress: Sendable {
  /// One thing a regulation asks before an admission.
  public struct Requirement: Sendable {
    public let clause: Clause
    /// The step it asks for, by which it is recorded; none for what the candidacy itself says.
    public let step: CandidateStep.Kind?
    public let isMet: Bool
    /// The day it was done last, met or not: a certificate that has run out was issued once.
    public let day: CivilDate?

    /// Its name without that of its rule: `course`.
    public var code: String { clause.name.split(separator: ".").last.map(String.init) ?? clause.name }
  }

  /// The certificate of the awareness course on the day asked about.
  public struct Certificate: Hashable, Sendable {
    public let issued: CivilDate
    public let until: CivilDate?
    /// `valid`, `expiring` or `expired`; none when no rule is known.
    public let state: String?
  }

  public let requirements: [Requirement]
  public let certificate: Certificate?
  /// Since when it waits: the last day on which anything was done, or the certificate ran out.
  public let waitingSince: CivilDate

  public var missing: [Requirement] { requirements.filter { !$0.isMet } }
  /// What comes next; none when all is there and the ceremony can be held.
  public var next: Requirement? { requirements.first { !$0.isMet } }
  /// Whether the rules find nothing missing; never when no rule is known.
  public var isComplete: Bool { !requirements.isEmpty && next == nil }

  /// `steps`: each with the day it was done; those after `day` do not count yet.
  public init(
    _ candidacy: Candidacy,
    since: CivilDate,
    steps: [(day: CivilDate, step: CandidateStep)],
    isBaseCell: Bool,
    on day: CivilDate,
    by judges: CandidateJudges
  ) {
    let done = steps.filter { $0.day <= day }
    let facts = CandidateProgress.facts(candidacy, done, isBaseCell: isBaseCell, on: day)
    let findings = judges.candidate?.verdict(facts).findings ?? []
    requirements = findings.map { finding in
      let code = finding.clause.name.split(separator: ".").last.map(String.init) ?? ""
      let kind = CandidateStep.Kind(rawValue: code)
      let days = done.filter { $0.step.kind == kind }.map { $0.step.answered ?? $0.day }
      return Requirement(
        clause: finding.clause,
        step: kind,
        isMet: finding.truth == .met,
        day: days.max()
      )
    }
    var waiting = done.map { $0.step.answered.map { $0 <= day ? $0 : since } ?? $0.day }.max() ?? since
    waiting = max(waiting, since)
    if let issued = done.filter({ $0.step.kind == .course }).map(\.day).max() {
      let verdict = judges.certificate?.verdict([
        "candidate.certificate": Quantity(issued), "candidate.considered": Quantity(day),
      ])
      let until = verdict?.values.first { $0.fact.name == "candidate.certificateUntil" }?.amount.day
      certificate = Certificate(issued: issued, until: until, state: verdict?.outcomeName)
      if let until, until < day, until > waiting, !done.contains(where: { $0.step.kind == .cellVote }) {
        waiting = until
      }
    } else {
      certificate = nil
    }
    waitingSince = waiting
  }

  /// What the rules read of a candidate.
  private static func facts(
    _ candidacy: Candidacy,
    _ done: [(day: CivilDate, step: CandidateStep)],
    isBaseCell: Bool,
    on day: CivilDate
  ) -> [String: Quantity] {
    func count(_ kind: CandidateStep.Kind) -> Int { done.count { $0.step.kind == kind } }
    func last(_ kind: CandidateStep.Kind) -> (day: CivilDate, step: CandidateStep)? {
      done.filter { $0.step.kind == kind }.max { $0.day < $1.day }
    }
    let checks = done.filter { $0.step.kind == .check }
    let answered = checks.count { check in check.step.answered.map { $0 <= day } ?? false }
    let introducers = [candidacy.introducer, candidacy.secondIntroducer].compactMap(\.self).count
    let vote = last(.cellVote)
    var facts: [String: Quantity] = [
      // A certificate must be good on the day the cell considers, not for ever after.
      "candidate.considered": Quantity(vote?.day ?? day),
      "candidate.introducers": Quantity(introducers),
      "candidate.unionResolution": Quantity(candidacy.resolution == nil ? 0 : 1),
      "candidate.helpers": Quantity(count(.helper)),
      "candidate.application": Quantity(min(count(.application), 1)),
      "candidate.cv": Quantity(min(count(.cv), 1)),
      "candidate.checksAnswered": Quantity(answered),
      "candidate.checksOpen": Quantity(checks.count - answered),
      "candidate.massOpinions": Quantity(count(.massOpinion)),
      "candidate.residenceOpinions": Quantity(count(.residenceOpinion)),
      "candidate.baseCell": Quantity(isBaseCell ? 1 : 0),
      "candidate.decision": Quantity(min(count(.decision), 1)),
    ]
    facts["candidate.certificate"] = last(.course).map { Quantity($0.day) }
    facts["candidate.cellOfficials"] = vote?.step.officials.map { Quantity($0) }
    facts["candidate.cellVotes"] = vote?.step.votes.map { Quantity($0) }
    let committee = last(.committeeVote)
    facts["candidate.committeeOfficials"] = committee?.step.officials.map { Quantity($0) }
    facts["candidate.committeeVotes"] = committee?.step.votes.map { Quantity($0) }
    return facts
  }
}

/// The rules about candidates in force on a day, made once for as many candidates as there are.
public struct CandidateJudges: Sendable {
  public let candidate: Judge?
  public let certificate: Judge?
  let admission: Judge?
  let readmission: Judge?

  public init(_ library: RulebookLibrary, on day: CivilDate) {
    candidate = library.judge("admission", of: "candidate", on: day)
    certificate = library.judge("admission", of: "certificate", on: day)
    admission = library.judge("charter", of: "admission", on: day)
    readmission = library.judge("charter", of: "readmission", on: day)
  }

  /// Age, schooling and vote, as far as they are known.
  public func conditions(
    of candidacy: Candidacy,
    born: LooseDate?,
    steps: [(day: CivilDate, step: CandidateStep)],
    on day: CivilDate
  ) -> Verdict? {
    let vote = steps.filter { $0.step.kind == .cellVote && $0.day <= day }.max { $0.day < $1.day }
    var facts: [String: Quantity] = ["admission.considered": Quantity(vote?.day ?? day)]
    if let born, born.day != nil { facts["admission.born"] = Quantity(born.earliest) }
    if let schooling = candidacy.schooling {
      facts["admission.lowerSecondary"] = Quantity(schooling == .lowerSecondary ? 1 : 0)
      facts["admission.exception"] = Quantity(schooling == .exception ? 1 : 0)
    }
    facts["admission.officials"] = vote?.step.officials.map { Quantity($0) }
    facts["admission.votes"] = vote?.step.votes.map { Quantity($0) }
    return admission?.verdict(facts)
  }

  /// Whether enough months have passed for somebody who was a member before.
  public func readmission(
    of candidacy: Candidacy,
    left: CivilDate,
    applied: CivilDate
  ) -> Verdict? {
    var facts = ["readmission.left": Quantity(left), "readmission.applied": Quantity(applied)]
    // Nobody has said that there was a sentence.
    facts["readmission.expunged"] = Quantity(candidacy.isExpunged == true ? 1 : 0)
    return readmission?.verdict(facts)
  }
}
