/// Who scores a meeting.
public enum MeetingScorer: String, Hashable, Sendable, CaseIterable {
  /// The cell itself.
  case own
  /// A committee above it.
  case superior
}

/// What somebody says of a meeting that no count shows.
public struct MeetingScore: Hashable, Sendable {
  public var scorer: MeetingScorer
  /// The fact of the rulebook, such as `order.kept`.
  public var criterion: String
  public var isMet: Bool
  public var note: String?

  public init(_ scorer: MeetingScorer, _ criterion: String, isMet: Bool, note: String? = nil) {
    self.scorer = scorer
    self.criterion = criterion
    self.isMet = isMet
    self.note = note
  }

  /// What is asked of a scorer; everything else of a meeting is counted.
  public static let criteria = [
    "order.kept", "principles.kept", "conclusions.carriedOut", "meeting.smallCell",
  ]
}

/// What the record shows of a meeting, for its judge.
public struct MeetingFacts: Hashable, Sendable {
  public var meeting: Meeting
  public var roll: RollCall
  /// Whole minutes between handing out the last paper and the beginning; `nil` when there was none.
  public var papersLead: Int?
  /// `nil` where it is not known.
  public var hasDraftResolution: Bool?
  /// Whether the committee met before, for this meeting; `nil` where it is not known.
  public var hasCommitteeMet: Bool?
  public var areMinutesComplete: Bool
  public var scores: [MeetingScore]

  public init(
    _ meeting: Meeting,
    _ roll: RollCall,
    papersLead: Int?,
    hasDraftResolution: Bool?,
    hasCommitteeMet: Bool?,
    areMinutesComplete: Bool,
    scores: [MeetingScore]
  ) {
    self.meeting = meeting
    self.roll = roll
    self.papersLead = papersLead
    self.hasDraftResolution = hasDraftResolution
    self.hasCommitteeMet = hasCommitteeMet
    self.areMinutesComplete = areMinutesComplete
    self.scores = scores
  }

  /// The facts as one scorer sees them: what is counted, and what they say of the rest.
  public func facts(by scorer: MeetingScorer) -> [String: Quantity] {
    var facts = roll.facts
    facts["meeting.minutes"] = meeting.minutes.map { Quantity($0) }
    facts["meeting.combined"] = Quantity(meeting.kind == .combined ? 1 : 0)
    facts["papers.leadHours"] = papersLead.map { Quantity(millionths: Int64($0) * 1_000_000 / 60) }
    facts["preparation.committeeMet"] = hasCommitteeMet.map { Quantity($0 ? 1 : 0) }
    facts["preparation.draftResolution"] = hasDraftResolution.map { Quantity($0 ? 1 : 0) }
    facts["minutes.complete"] = Quantity(areMinutesComplete ? 1 : 0)
    for score in scores where score.scorer == scorer {
      facts[score.criterion] = Quantity(score.isMet ? 1 : 0)
    }
    return facts
  }
}

/// The meetings a cell held in a year, by month: which months and quarters are missed.
public struct MeetingYear: Hashable, Sendable {
  public let year: Int
  /// How many meetings stand for each month, from January.
  public private(set) var months = Array(repeating: 0, count: 12)
  /// How many thematic meetings there were in each quarter.
  public private(set) var quarters = Array(repeating: 0, count: 4)
  /// The months in which a meeting is due: those in which the cell was there and that are over.
  public let due: ClosedRange<Int>?

  /// The year of a cell in which a meeting was due in these months, 1 … 12; `nil` for none.
  public init(_ year: Int, due: ClosedRange<Int>?) {
    self.year = year
    self.due = due
  }

  /// Takes in a meeting that was held.
  public mutating func add(_ kind: MeetingKind, inMonth month: Int) {
    if kind.countsForMonth { months[month - 1] += 1 }
    if kind.countsForQuarter { quarters[(month - 1) / 3] += 1 }
  }

  /// The months in which a meeting was due and none was held.
  public var missed: [Int] { (due.map(Array.init) ?? []).filter { months[$0 - 1] == 0 } }

  /// The quarters that are over, of which every month was due, without a thematic meeting.
  public var missedQuarters: [Int] {
    (1...4).filter { isOver($0) && quarters[$0 - 1] == 0 }
  }

  /// Whether a quarter is over, and a meeting was due in each of its months.
  public func isOver(_ quarter: Int) -> Bool {
    due.map { $0.contains(quarter * 3 - 2) && $0.contains(quarter * 3) } ?? false
  }

  /// What the judge of a year's months reads.
  public var facts: [String: Quantity] {
    let months = due?.count ?? 0
    var facts = ["months.due": Quantity(months), "months.held": Quantity(months - missed.count)]
    for quarter in 1...4 { facts["thematic.quarter\(quarter)"] = Quantity(quarters[quarter - 1]) }
    return facts
  }
}
