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

/// What is striking about the classes and points given in a group: to be looked at, and no fault by itself.
public struct ReviewOutliers: Hashable, Sendable {
  /// What strikes of all of them together.
  public let found: [Kind]
  /// What strikes of one of them.
  public let odd: [ReviewSubject: [Odd]]

  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Everybody has the highest class.
    case allExcellent
    /// Everybody has the same points.
    case allTheSame
  }

  public enum Odd: Hashable, Sendable {
    /// The points lie far above, or below, the share of tasks done on time.
    case aboveFigures(score: Quantity, onTime: Quantity)
    case belowFigures(score: Quantity, onTime: Quantity)
    /// The points lie far from those of the others, half of whom have between `low` and `high`.
    case awayFromOthers(score: Quantity, low: Quantity, high: Quantity)

    /// The word pages have for it.
    public var code: String {
      switch self {
      case .aboveFigures: "aboveFigures"
      case .belowFigures: "belowFigures"
      case .awayFromOthers: "awayFromOthers"
      }
    }
  }

  /// So many points of a hundred beside so many tasks of a hundred are far apart from this on.
  public static let farFromFigures = Quantity(30)
  /// The least distance from the middle half that strikes, however close together that lies.
  public static let farFromOthers = Quantity(10)

  /// `rated`: those of one group, each once.
  public init(_ rated: [ReviewDot]) {
    var found: [Kind] = []
    let scores = rated.compactMap(\.score)
    // Of a few it says nothing.
    if rated.count >= 3, rated.allSatisfy({ $0.rating == .excellent }) { found.append(.allExcellent) }
    if scores.count >= 3, scores.count == rated.count, Set(scores).count == 1 { found.append(.allTheSame) }
    self.found = found
    var odd: [ReviewSubject: [Odd]] = [:]
    let middle = ReviewOutliers.middle(of: scores)
    for dot in rated {
      guard let score = dot.score else { continue }
      if let onTime = dot.figure {
        if score >= onTime + ReviewOutliers.farFromFigures {
          odd[dot.subject, default: []].append(.aboveFigures(score: score, onTime: onTime))
        } else if onTime >= score + ReviewOutliers.farFromFigures {
          odd[dot.subject, default: []].append(.belowFigures(score: score, onTime: onTime))
        }
      }
      if let middle {
        let half = (middle.high - middle.low).share(Quantity(150))
        let reach = max(half, ReviewOutliers.farFromOthers)
        if score < middle.low - reach || score > middle.high + reach {
          odd[dot.subject, default: []].append(
            .awayFromOthers(score: score, low: middle.low, high: middle.high)
          )
        }
      }
    }
    self.odd = odd
  }

  /// Between which points the middle half of the scores lies; `nil` of fewer than five.
  public static func middle(of scores: [Quantity]) -> (low: Quantity, high: Quantity)? {
    guard scores.count >= 5 else { return nil }
    let sorted = scores.sorted()
    let half = sorted.count / 2
    return (median(sorted.prefix(half)), median(sorted.suffix(half)))
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
