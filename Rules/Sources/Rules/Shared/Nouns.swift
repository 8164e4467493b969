public import Basics

/// An organisation of any level.
public enum Unit {}
/// A human being, once, whatever roles they have.
public enum Person {}
/// One time in the organisation, from admission to leaving.
public enum Membership {}
/// A numbered, dated, signed act of a body: the only thing that changes the record.
public enum Decision {}
/// Somebody, or something, that may sign in and do deeds.
public enum Account {}
/// One dated fact of the record, the same in all its versions.
public enum FactMark {}

/// A dated fact: what is true, on which days, and what it cites.
public struct Fact<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The fact's identity; `nil` while it is not in the record yet.
  public var id: ID<FactMark>?
  public var span: Span
  public var value: Value
  /// The decision by which it began, as free text: a number, or what a list says.
  public var cited: String?
  /// The line of the list it was taken over from.
  public var line: Int?

  public init(_ value: Value, _ span: Span, id: ID<FactMark>? = nil, cited: String? = nil, line: Int? = nil) {
    self.id = id
    self.span = span
    self.value = value
    self.cited = cited
    self.line = line
  }
}

extension Array {
  /// Makes `value` true from `day` on, for as long as what was true on that day would have been.
  ///
  /// What was true before keeps its days up to `day`.
  /// - Returns: the index of the fact that now holds from `day`; `nil` when nothing was true on that day.
  public mutating func set<Value>(_ value: Value, from day: CivilDate, cited: String?) -> Int?
  where Element == Fact<Value> {
    guard let index = firstIndex(where: { $0.span.contains(day) }) else { return nil }
    let old = self[index]
    guard let earlier = old.span.cut(at: day), let later = Span(from: day, until: old.span.end) else {
      self[index].value = value
      self[index].cited = cited
      self[index].line = nil
      return index
    }
    self[index].span = earlier
    insert(Fact(value, later, cited: cited), at: index + 1)
    return index + 1
  }
}
