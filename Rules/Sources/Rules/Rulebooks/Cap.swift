/// How many of those rated may be rated highest: a share of a number that each text counts differently.
public struct Cap: Hashable, Sendable {
  public let outcome: String
  public let percent: Quantity
  public let base: Base
  public let clause: String
  public let text: Wording
  public let confidence: Confidence

  /// Of whom the share is taken.
  public enum Base: String, Hashable, Sendable, CaseIterable {
    /// Those rated exactly good.
    case good
    /// Those rated good or better.
    case goodOrBetter
  }

  public init(
    outcome: String,
    percent: Quantity,
    base: Base,
    clause: String,
    text: Wording,
    confidence: Confidence
  ) {
    self.outcome = outcome
    self.percent = percent
    self.base = base
    self.clause = clause
    self.text = text
    self.confidence = confidence
  }
}

/// What a cap leaves of the proposals for the highest level.
public struct Capped: Hashable, Sendable {
  /// How many these numbers allow.
  public let allowed: Int
  /// How many are proposed beyond that.
  public let over: Int
  /// The largest number for which the cap holds when all the others proposed become good.
  public let finalExcellent: Int
  public let finalGood: Int

  /// Applies a cap; `nil` for a number below nothing, or one too large to be counted.
  ///
  ///     Capped(percent: Quantity(20), base: .good, good: 48, excellent: 12)
  ///     // 9 allowed, 3 over; and when 2 become good, 10 of 50 may stay
  ///
  /// - Parameters:
  ///   - percent: The share, in hundredths.
  ///   - base: Of whom it is taken.
  ///   - good: How many are rated exactly good.
  ///   - excellent: How many are proposed as excellent.
  public init?(percent: Quantity, base: Cap.Base, good: Int, excellent: Int) {
    let most = 1_000_000_000
    guard percent >= .zero, percent <= Quantity(most), (0...most).contains(good),
      (0...most).contains(excellent)
    else { return nil }
    let share = Int128(percent.millionths)
    let whole = Int128(100 * Quantity.unit)
    let all = Int128(good + excellent)
    let counted = base == .good ? Int128(good) : all
    allowed = Int(share * counted / whole)
    over = max(excellent - allowed, 0)
    // E ≤ share of those good in the end, and those are all but E; or of all, who stay as many.
    let last = base == .good ? share * all / (whole + share) : share * all / whole
    finalExcellent = Int(min(Int128(excellent), last))
    finalGood = good + excellent - finalExcellent
  }
}
