/// What a rulebook says in words: in Vietnamese, and in English.
public struct Wording: Hashable, Sendable {
  public let vi: String
  public let en: String

  public init(vi: String, en: String) {
    self.vi = vi
    self.en = en
  }
}
