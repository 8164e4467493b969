public import Basics

/// One who was rated, as a dot among those rated beside them.
public struct ReviewDot: Hashable, Sendable {
  public let subject: ReviewSubject
  public let rating: ReviewClass
  public let score: Quantity?
  /// How many tasks were assigned, and how many of them were done on time.
  public let assigned: Int
  public let onTime: Int

  public init(
    _ subject: ReviewSubject,
    _ rating: ReviewClass,
    score: Quantity?,
    assigned: Int,
    onTime: Int
  ) {
    self.subject = subject
    self.rating = rating
    self.score = score
    self.assigned = assigned
    self.onTime = onTime
  }

  /// How many of a hundred tasks were done on time; `nil` where nothing was assigned.
  public var figure: Quantity? {
    (Quantity(onTime) * Quantity(100)) / Quantity(assigned)
  }
}

/// What an office finds worth a look among the classes its units give: a rulebook of the family `review-hints`.
///
/// Its bounds are laid down by no text, so every office writes its own.
public struct ReviewHints: Sendable {
  public let book: Rulebook
  /// What it asks of the points of one, and of a whole group.
  let ofOne: Judge?
  let ofGroup: Judge?

  /// - Returns: `nil` where no such rulebook is in force on the day.
  public init?(_ library: RulebookLibrary, on day: CivilDate) {
    guard let book = library.version(of: "review-hints", on: day) else { return nil }
    self.book = book
    ofOne = library.judge("review-hints", of: "score", on: day)
    ofGroup = library.judge("review-hints", of: "group", on: day)
  }

  /// The clauses in force on its day, in the order of the rulebook.
  public var clauses: [Clause] { (ofOne?.clauses ?? []) + (ofGroup?.clauses ?? []) }
}

/// What is striking about the classes and points given in a group: to be looked at, and no fault by itself.
public struct ReviewOutliers: Hashable, Sendable {
  /// What strikes of all of them together.
  public let found: [Clause]
  /// What strikes of one of them.
  public let odd: [ReviewSubject: [Odd]]

  /// That a clause finds the points of one worth a look, with what it saw.
  public struct Odd: Hashable, Sendable {
    public let clause: Clause
    public let score: Quantity
    /// How many of a hundred tasks were done on time; `nil` where nothing was assigned.
    public let onTime: Quantity?
    /// Half of the group have points between these; `nil` where too few have any.
    public let middle: Middle?
  }

  /// The points between which the middle half of a group lies.
  public struct Middle: Hashable, Sendable {
    public let low: Quantity
    public let high: Quantity
  }

  /// - Parameters:
  ///   - rated: Those of one group, each once.
  ///   - hints: What is worth a look; without it, nothing is.
  public init(_ rated: [ReviewDot], by hints: ReviewHints?) {
    let scores = rated.compactMap(\.score)
    let middle = ReviewOutliers.middle(of: scores)
    var group: [String: Quantity] = [
      "group.rated": Quantity(rated.count),
      "group.excellent": Quantity(rated.count { $0.rating == .excellent }),
      "group.scored": Quantity(scores.count), "group.scores": Quantity(Set(scores).count),
    ]
    found = hints?.ofGroup.map { $0.verdict(group).hints } ?? []
    group["middle.low"] = middle?.low
    group["middle.high"] = middle?.high
    var odd: [ReviewSubject: [Odd]] = [:]
    for dot in rated {
      guard let score = dot.score, let judge = hints?.ofOne else { continue }
      var facts = group
      facts["review.score"] = score
      facts["tasks.onTimePercent"] = dot.figure
      let clauses = judge.verdict(facts).hints
      if clauses.isEmpty { continue }
      odd[dot.subject] = clauses.map { Odd(clause: $0, score: score, onTime: dot.figure, middle: middle) }
    }
    self.odd = odd
  }

  /// Between which points the middle half of the scores lies; `nil` of fewer than two.
  public static func middle(of scores: [Quantity]) -> Middle? {
    guard scores.count >= 2 else { return nil }
    let sorted = scores.sorted()
    let half = sorted.count / 2
    return Middle(low: median(sorted.prefix(half)), high: median(sorted.suffix(half)))
  }

  /// The score in the middle, half of them below it and half above; `nil` of none.
  public static func median(of scores: [Quantity]) -> Quantity? {
    scores.isEmpty ? nil : median(scores.sorted()[...])
  }

  private static func median(_ sorted: ArraySlice<Quantity>) -> Quantity {
    let (low, high) = (
      sorted[sorted.startIndex + (sorted.count - 1) / 2], sorted[sorted.startIndex + sorted.count / 2]
    )
    return (low + high) / Quantity(2) ?? low
  }
}

extension Verdict {
  /// The clauses by which something is worth a look; those whose facts are missing say nothing.
  fileprivate var hints: [Clause] {
    outcomeName == "look"
      ? findings.filter { $0.truth == .met && $0.level?.name == "look" }.map(\.clause) : []
  }
}
