/// The days on which a fact is true: from `start` up to, but not including, `end`.
///
/// Every dated fact has a span (a membership, a post held, a unit's name), so every question "as of a
/// day" asks one thing of each: does its span contain the day? A fact that ends and one that begins on
/// the same day neither overlap nor leave a gap.
///
///     let post = Span(from: may2021, until: may2024)!
///     post.contains(lastOfApril2024)   // true
///     post.contains(firstOfMay2024)    // false: the successor's day
@frozen
public struct Span: Hashable, Sendable {
  /// The first day the fact is true.
  public let start: CivilDate
  /// The first day the fact is no longer true; `nil` while it still is.
  public let end: CivilDate?

  /// - Returns: `nil` unless `end` is after `start`. A fact true on no day is no fact.
  @inlinable
  public init?(from start: CivilDate, until end: CivilDate? = nil) {
    if let end, end <= start { return nil }
    self.start = start
    self.end = end
  }

  /// All days there are.
  public static let always = Span(open: .earliest)

  /// From a day on, with no end in sight.
  @inlinable
  public init(open start: CivilDate) {
    self.start = start
    end = nil
  }

  @inlinable
  public func contains(_ day: CivilDate) -> Bool {
    guard let end else { return start <= day }
    return start <= day && day < end
  }

  /// Whether every day of `other` is a day of this span.
  @inlinable
  public func contains(_ other: Span) -> Bool {
    guard start <= other.start else { return false }
    guard let end else { return true }
    guard let otherEnd = other.end else { return false }
    return otherEnd <= end
  }

  @inlinable
  public func overlaps(_ other: Span) -> Bool {
    if let end, end <= other.start { return false }
    if let otherEnd = other.end, otherEnd <= start { return false }
    return true
  }

  /// The days both spans have, `nil` when there are none.
  @inlinable
  public func intersection(_ other: Span) -> Span? {
    Span(from: max(start, other.start), until: Span.earlier(end, other.end))
  }

  /// The same span ended no later than `day`; `nil` when nothing is left of it.
  @inlinable
  public func cut(at day: CivilDate) -> Span? {
    Span(from: start, until: Span.earlier(end, day))
  }

  /// The earlier of two ends, an open one being the latest.
  @inlinable
  public static func earlier(_ one: CivilDate?, _ other: CivilDate?) -> CivilDate? {
    guard let one else { return other }
    guard let other else { return one }
    return min(one, other)
  }
}

extension Span: CustomStringConvertible {
  /// `2020-02-01…` while open, `2020-02-01…2021-02-01` when ended.
  public var description: String {
    "\(start)…\(end.map { "\($0)" } ?? "")"
  }
}

/// A value with the days on which it holds.
@frozen
public struct Dated<Value> {
  public var span: Span
  public var value: Value

  @inlinable
  public init(_ value: Value, _ span: Span) {
    self.value = value
    self.span = span
  }
}

extension Dated: Sendable where Value: Sendable {}
extension Dated: Equatable where Value: Equatable {}
extension Dated: Hashable where Value: Hashable {}

extension Sequence {
  /// The spans in order of day, with neighbours of one value joined into one span.
  public func joined<Value: Equatable>() -> [Dated<Value>] where Element == Dated<Value> {
    var result: [Dated<Value>] = []
    for piece in sorted(by: { $0.span.start < $1.span.start }) {
      if let last = result.last, last.value == piece.value, last.span.end == piece.span.start {
        result[result.count - 1] = Dated(
          last.value,
          Span(from: last.span.start, until: piece.span.end) ?? last.span
        )
      } else {
        result.append(piece)
      }
    }
    return result
  }
}
