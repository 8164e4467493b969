/// How sure we are of a rule: verified in its source, or not.
public enum Confidence: String, Hashable, Sendable, CaseIterable {
  case verified = "V"
  case verifiedOld = "V-old"
  case stated = "S"
  case unverified = "U"
  /// Looked for and not found: a place kept open, never an invention.
  case notFound = "NF"

  /// Whether its words were read in the text itself, still in force or since replaced.
  public var isVerified: Bool { self == .verified || self == .verifiedOld }

  /// Whether it is shown as unverified wherever it is shown.
  public var isUnverified: Bool { self == .unverified || self == .notFound }
}
