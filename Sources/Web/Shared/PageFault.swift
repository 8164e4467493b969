import Basics

/// Why a page is not shown as it was asked for.
enum PageFault: Error, Sendable {
  /// Nobody is signed in.
  case signedOut
  /// Nothing is there, or nothing that this visitor may know of.
  case absent
  /// The unit is in reach, the deed is not theirs.
  case notYours
  /// When the unit did exist, and the day on which it was asked for.
  case unitAbsent(UnitLink, Span, on: CivilDate)
  case day(String)
  case knowledge(String)
  case period(String, String)
  case value(name: String, String)
}
