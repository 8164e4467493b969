/// Matters that are not over, by kind.
public struct OpenMatters: Hashable, Sendable {
  public var candidates = 0
  public var transfers = 0
  public var cases = 0
  /// Tasks still to be done.
  public var tasks = 0
  /// Assessments by models that nobody has decided.
  public var assessments = 0

  public init() {}

  public var count: Int { candidates + transfers + cases + tasks + assessments }
}
