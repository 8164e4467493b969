public import Basics

// swift-format-ignore: AvoidRetroactiveConformances
// A day is written as a text in tests and nowhere else.
extension CivilDate: @retroactive ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let day = CivilDate(text) else { preconditionFailure("\(text) is not a day") }
    self = day
  }
}

extension Span {
  /// The days from one until another, for tests that know they are in order.
  package static func from(_ start: CivilDate, until end: CivilDate? = nil) -> Span {
    guard let span = Span(from: start, until: end) else { preconditionFailure("\(start) … is no span") }
    return span
  }
}
