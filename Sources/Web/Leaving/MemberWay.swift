package import Basics
package import Rules

/// What a person's file says of their way besides homes and posts: excused, suspended, on the way out, disciplined,
/// and the times they were a member.
package struct MemberWay: Sendable {
  /// A fact, its days, and by what it stands in the record.
  package struct Line<Value: Sendable>: Sendable {
    package var value: Value
    package var span: Span
    package var unit: UnitLink?
    package var source: Source?

    package init(_ value: Value, _ span: Span, unit: UnitLink? = nil, source: Source? = nil) {
      self.value = value
      self.span = span
      self.unit = unit
      self.source = source
    }
  }

  /// A clause of the regulations as a page cites it.
  package struct ClauseTold: Sendable {
    package var number: String
    package var text: Wording
    package var isVerified: Bool

    package init(_ clause: Clause) {
      number = clause.number
      text = clause.text
      isVerified = clause.confidence != .unverified && clause.confidence != .notFound
    }
  }

  /// What the rules say of a vote: whether it carried, and by which clause.
  package struct VoteTold: Sendable {
    package var outcome: Wording?
    package var clause: ClauseTold?

    package init(outcome: Wording?, clause: ClauseTold?) {
      self.outcome = outcome
      self.clause = clause
    }
  }

  /// A matter that waits, and who entered it.
  package struct Pending: Sendable {
    package var matter: DisciplineMatter
    package var unit: UnitLink?
    package var enteredBy: String
    /// Whether the reader is who entered it.
    package var isOwnEntry: Bool

    package init(_ matter: DisciplineMatter, unit: UnitLink?, enteredBy: String, isOwnEntry: Bool) {
      self.matter = matter
      self.unit = unit
      self.enteredBy = enteredBy
      self.isOwnEntry = isOwnEntry
    }
  }

  package var states: [Line<MemberState>] = []
  package var cases: [Line<LeavingCase>] = []
  package var warnings: [Line<CellWarning>] = []
  /// Empty too when they are not the reader's to see.
  package var disciplines: [Line<Discipline>] = []
  package var pending: Pending?
  /// The clause of the ground of each case, by its name.
  package var grounds: [String: ClauseTold] = [:]
  /// What the rules say of the votes of cases, case by case; `nil` where no rule is known for the day.
  package var votes: [VoteTold?] = []
  /// Every membership, when there was more than one, or the last has ended.
  package var memberships: [Line<Term>] = []
  /// From when admission again can be considered, and by which clause.
  package var readmission: (day: CivilDate, clause: ClauseTold?)?
  /// What of it belongs in the timeline.
  package var events: [LifeEvent] = []

  package init() {}
}

/// What is told to a member alone: what they reported of their record, and who may see it.
package struct OwnRecord: Sendable {
  /// An account's role and unit by which it may open the file, and how many have it.
  package struct Seer: Sendable {
    package var role: String
    package var unit: String
    package var count: Int

    package init(role: String, unit: String, count: Int) {
      self.role = role
      self.unit = unit
      self.count = count
    }
  }

  package var reports: [Dated<ErrorReport>]
  package var seers: [Seer]
  package var page = OwnPage()

  package init(reports: [Dated<ErrorReport>], seers: [Seer]) {
    self.reports = reports
    self.seers = seers
  }
}
