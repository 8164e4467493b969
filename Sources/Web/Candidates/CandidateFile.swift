package import Basics
package import Markup
import Records
package import Rules

/// All that the record says of one candidate: what is there, what is missing, what can be done.
package struct CandidateFile: Sendable {
  /// One thing the rule asks, with how it was done.
  package struct Requirement: Sendable {
    package var code: String
    package var clause: Clause
    package var isMet: Bool
    package var isNext: Bool
    package var entries: [Entry]
    /// The form by which it is recorded; closed when it is not the reader's.
    package var path: Path

    package init(code: String, clause: Clause, isMet: Bool, isNext: Bool, entries: [Entry], path: Path) {
      self.code = code
      self.clause = clause
      self.isMet = isMet
      self.isNext = isNext
      self.entries = entries
      self.path = path
    }
  }

  /// A step that was recorded.
  package struct Entry: Sendable {
    package var day: CivilDate
    package var step: CandidateStep
    /// The name of the member who helps.
    package var helper: String?
    /// The form that puts it right.
    package var path: Path

    package init(day: CivilDate, step: CandidateStep, helper: String?, path: Path) {
      self.day = day
      self.step = step
      self.helper = helper
      self.path = path
    }
  }

  package var person: PersonLink
  package var code: String
  package var path: [UnitLink]
  package var unit: UnitLink
  package var candidacy: Candidacy
  package var span: Span
  package var particulars: Particulars
  package var introducers: [PersonLink]
  package var requirements: [Requirement]
  package var certificate: CandidateProgress.Certificate?
  package var waitingSince: CivilDate
  /// What is found of age, schooling and vote.
  package var conditions: [Verdict.Finding]
  /// The day a membership ended before, and from when somebody may be admitted again.
  package var earlier: (left: CivilDate, earliest: CivilDate?, isTooEarly: Bool, clause: Clause?)?
  package var offers: [DeedOffer]
  /// The meetings at which they were spoken of.
  var meetings: [MatterMeeting] = []
  /// The form of the ceremony, for whom it is to record.
  package var ceremony: Path

  package init(
    person: PersonLink,
    code: String,
    path: [UnitLink],
    unit: UnitLink,
    candidacy: Candidacy,
    span: Span,
    particulars: Particulars,
    introducers: [PersonLink],
    requirements: [Requirement],
    certificate: CandidateProgress.Certificate?,
    waitingSince: CivilDate,
    conditions: [Verdict.Finding],
    offers: [DeedOffer],
    ceremony: Path
  ) {
    self.person = person
    self.code = code
    self.path = path
    self.unit = unit
    self.candidacy = candidacy
    self.span = span
    self.particulars = particulars
    self.introducers = introducers
    self.requirements = requirements
    self.certificate = certificate
    self.waitingSince = waitingSince
    self.conditions = conditions
    self.offers = offers
    self.ceremony = ceremony
  }

  var done: Int { requirements.count { $0.isMet } }
  var isComplete: Bool { !requirements.isEmpty && done == requirements.count }
}
