public import Basics

/// Something in a rulebook's file that cannot stand: where, and why.
public struct RulebookFault: Error, Hashable, Sendable {
  public let file: String
  public let line: Int
  /// The heading of the column, in a table.
  public let column: String?
  public let reason: Reason

  public init(file: String, line: Int, column: String? = nil, _ reason: Reason) {
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
  }

  public enum Reason: Error, Hashable, Sendable {
    // The file cannot be read as a rulebook.
    case notYAML(String)
    case missing(String)
    case unknownKey(String)
    case expected(String)
    case blank
    case tooLong(Int)
    case notADay(String)
    case endsBeforeItBegins
    case unknownValue(String, allowed: [String])
    case repeatedName(String)

    // What a clause asks cannot be read.
    case unknownFact(String)
    case unreadable(String)
    case noComparison
    case unfinished
    case notANumber(String)
    /// More decimals than a bound may have.
    case tooFine(String)
    /// A share that does not say of what.
    case shareOfNothing(String)
    case derivedFromLater(String)

    // It can be read, and cannot be meant.
    case unknownOutcome(String)
    case unknownSubject(String)
    case emptyOutcome(String)
    /// What is asked together can never be so.
    case contradiction(String)
    /// A higher level asks less than a lower one.
    case levelsCrossed(String, String)
    /// Nothing is said about the numbers in between.
    case gap(Quantity, Quantity)
    case overlap(Quantity, Quantity)
    /// A bound that no such number can pass, or that every one does.
    case boundOutOfReach(String, Quantity)
    case outsideItsDays(Span)
    case overlapsVersion(String, Span)
    case verifiedWithoutSource
    /// A place kept open must say that its text was not found.
    case openAndNotMarked
    case optionalLevel
    case nothingAsked
    case wrongCap
    case outsideYear(CivilDate, Int)
    case differentName(String)
  }
}
