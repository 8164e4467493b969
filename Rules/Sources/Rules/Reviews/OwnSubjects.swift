public import Basics

/// What of a round somebody has no word in but their own review: themselves, and the units they lead.
///
/// A unit says of itself what it has to say, its leaders for it; what those above say of it, none of them says.
public struct OwnSubjects: Hashable, Sendable {
  /// `nil` for whoever is nobody reviewed, such as the console.
  public let person: ID<Person>?
  /// The units they lead on the day counted.
  public let led: Set<ID<Unit>>

  public init(of person: ID<Person>?, leading led: Set<ID<Unit>>) {
    self.person = person
    self.led = led
  }

  /// Whether they would rate themselves, were they to speak of the subject for a body.
  public func hold(_ subject: ReviewSubject, ratedBy body: ID<Unit>) -> Bool {
    guard let unit = subject.unit else { return person != nil && subject.person == person }
    return unit != body && led.contains(unit)
  }
}
