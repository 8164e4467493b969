/// What is striking about the classes a body gave: to be looked at, and no fault by itself.
public struct ReviewOutliers: Hashable, Sendable {
  public let found: [Kind]

  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Everybody has the highest class.
    case allExcellent
    /// Everybody has the same points.
    case allTheSame
  }

  /// `rated`: the class and the points of each who was rated.
  public init(_ rated: [(rating: ReviewClass, score: Quantity?)]) {
    var found: [Kind] = []
    let scores = rated.compactMap(\.score)
    // Of a few it says nothing.
    if rated.count >= 3, rated.allSatisfy({ $0.rating == .excellent }) { found.append(.allExcellent) }
    if scores.count >= 3, scores.count == rated.count, Set(scores).count == 1 { found.append(.allTheSame) }
    self.found = found
  }
}
