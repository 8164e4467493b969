public import Basics

/// How one was rated in the shorter rounds of a year, the earliest first: by month, quarter and half-year.
///
/// A rating counts once its round is published. The year is not their sum: they are facts a regulation may read, and
/// points from which an evaluator may start.
public struct PeriodRatings: Hashable, Sendable {
  /// One rating within the year, with the round it was given in.
  public struct Rating: Hashable, Sendable {
    public let round: ID<FactMark>
    public let term: ReviewTerm
    public let days: Span
    public let rating: ReviewClass
    public let points: ReviewMark.Points?

    public init(
      round: ID<FactMark>,
      term: ReviewTerm,
      days: Span,
      rating: ReviewClass,
      points: ReviewMark.Points? = nil
    ) {
      self.round = round
      self.term = term
      self.days = days
      self.rating = rating
      self.points = points
    }
  }

  public let ratings: [Rating]

  public init(_ ratings: [Rating] = []) {
    self.ratings = ratings.sorted { one, other in
      let ends = (one.days.end ?? one.days.start, other.days.end ?? other.days.start)
      if ends.0 != ends.1 { return ends.0 < ends.1 }
      // Of two that end on one day the shorter comes first: the fourth quarter before the second half-year.
      return one.days.start != other.days.start
        ? one.days.start > other.days.start : one.round.number < other.round.number
    }
  }

  public var isEmpty: Bool { ratings.isEmpty }

  /// How many stand in a class.
  public func count(_ rating: ReviewClass) -> Int { ratings.count { $0.rating == rating } }

  /// The lowest of them.
  public var worst: ReviewClass? { ratings.map(\.rating).min() }

  /// The latest of them.
  public var last: ReviewClass? { ratings.last?.rating }

  /// The mean of the points of those that have any, cut to hundredths.
  public var average: ReviewMark.Points? {
    let all = ratings.compactMap(\.points)
    guard !all.isEmpty else { return nil }
    func mean(_ part: (ReviewMark.Points) -> Quantity) -> Quantity {
      let hundredth: Int64 = 10_000
      let sum = all.reduce(Quantity.zero) { $0 + part($1) }
      return Quantity(millionths: sum.millionths / Int64(all.count) / hundredth * hundredth)
    }
    return ReviewMark.Points(general: mean(\.general), results: mean(\.results))
  }

  /// What regulations may read of them.
  public var facts: [String: Quantity] {
    var facts = ["periods.rated": Quantity(ratings.count)]
    for rating in ReviewClass.allCases { facts["periods.\(rating.rawValue)"] = Quantity(count(rating)) }
    if let average { facts["periods.score"] = average.score }
    return facts
  }
}
