public import Basics

/// Who may read what was said of a subject before a round is published.
///
/// Before it, each evaluator sees what reached them; nobody sees what is said of themselves, but their own words.
public struct ReviewReader: Sendable {
  public let person: ID<Person>?
  /// Whether they keep the reviews of a unit: of the body that says something, or of one above.
  public let keeps: @Sendable (ID<Unit>) -> Bool

  public init(person: ID<Person>?, keeps: @escaping @Sendable (ID<Unit>) -> Bool) {
    self.person = person
    self.keeps = keeps
  }

  public func mayRead(_ mark: ReviewMark, isPublished: Bool) -> Bool {
    if let person, mark.writer == person { return true }
    // A draft is the writer's alone.
    if !mark.isPassed, mark.writer != nil { return false }
    if let person, mark.subject == .person(person) {
      return mark.step == .selfReview || (isPublished && mark.step != .appraisal)
    }
    return keeps(mark.body)
  }
}
