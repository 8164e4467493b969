public import Basics

/// What becomes of one person's ties when units end or are divided on a day.
public struct Inheritance: Sendable {
  public enum Fate: Hashable, Sendable {
    case stays
    case ends
    case passes(to: ID<Unit>)
  }

  public let day: CivilDate
  /// The home in a unit; it never ends, it passes on.
  public let home: @Sendable (ID<Unit>) -> Fate
  /// Any other tie to it.
  public let tie: @Sendable (ID<Unit>) -> Fate
  /// A function held in it, by its name.
  public let post: @Sendable (ID<Unit>, String) -> Fate
  /// The number of the decision, for facts to cite.
  public let cited: String?

  public init(
    on day: CivilDate,
    home: @escaping @Sendable (ID<Unit>) -> Fate,
    tie: @escaping @Sendable (ID<Unit>) -> Fate,
    post: @escaping @Sendable (ID<Unit>, String) -> Fate,
    cited: String?
  ) {
    self.day = day
    self.home = home
    self.tie = tie
    self.post = post
    self.cited = cited
  }
}

extension Life {
  /// Passes on what ties a person to units that end or are divided.
  /// - Throws: `Refused`, with every fact that begins later and would contradict it.
  public mutating func passOn(_ inheritance: Inheritance) throws(Refused) {
    let day = inheritance.day
    try later(inheritance).raise()
    var arrived: Set<ID<Unit>> = []
    for index in affiliations.indices where affiliations[index].value.role == .home {
      let fact = affiliations[index]
      guard fact.span.reaches(day), case .passes(let heir) = inheritance.home(fact.value.unit) else {
        continue
      }
      pass(index, to: Affiliation(heir, .home), inheritance)
      arrived.insert(heir)
    }
    affiliations.joinHomes()
    for index in affiliations.indices.reversed() where affiliations[index].value.role != .home {
      let fact = affiliations[index]
      guard fact.span.reaches(day) else { continue }
      switch inheritance.tie(fact.value.unit) {
      case .stays:
        // A guest until then where they come to be at home.
        if arrived.contains(fact.value.unit),
          home(on: max(day, fact.span.start))?.value.unit == fact.value.unit
        {
          affiliations.end(index, on: day)
        }
      case .ends: affiliations.end(index, on: day)
      case .passes(let heir):
        // Nobody is a guest at home, and nobody twice a guest.
        let value = Affiliation(heir, fact.value.role)
        let isAtHome = home(on: max(day, fact.span.start))?.value.unit == heir
        let isThere = affiliations.contains { $0.value == value && $0.span.reaches(day) }
        if isAtHome || isThere {
          affiliations.end(index, on: day)
        } else {
          pass(index, to: value, inheritance)
        }
      }
    }
    for index in posts.indices.reversed() {
      let fact = posts[index]
      guard fact.span.reaches(day) else { continue }
      switch inheritance.post(fact.value.unit, fact.value.post) {
      case .stays: continue
      case .ends: posts.end(index, on: day)
      case .passes(let heir):
        let value = Post(heir, fact.value.post)
        if posts.contains(where: { $0.value == value && $0.span.reaches(day) }) {
          posts.end(index, on: day)
        } else {
          posts.pass(index, to: value, inheritance)
        }
      }
    }
  }

  /// Homes and functions that would only begin after the day, in units that are no more.
  private func later(_ inheritance: Inheritance) -> [Objection] {
    let homes = affiliations.filter {
      $0.value.role == .home && $0.span.start > inheritance.day && inheritance.home($0.value.unit) != .stays
    }
    let posts = posts.filter {
      $0.span.start > inheritance.day && inheritance.post($0.value.unit, $0.value.post) != .stays
    }
    return homes.map { Objection(.day, .laterFact(.init(.home, $0.span))) }
      + posts.map { Objection(.day, .laterFact(.init(.post, $0.span))) }
  }

  private mutating func pass(_ index: Int, to value: Affiliation, _ inheritance: Inheritance) {
    affiliations.pass(index, to: value, inheritance)
  }
}

extension Span {
  /// Whether it still holds on a day, or will.
  fileprivate func reaches(_ day: CivilDate) -> Bool { end.map { $0 > day } ?? true }
}

extension Array {
  fileprivate mutating func pass<Value>(_ index: Int, to value: Value, _ inheritance: Inheritance)
  where Element == Fact<Value> {
    let fact = self[index]
    if let before = fact.span.cut(at: inheritance.day), before != fact.span,
      let after = Span(from: inheritance.day, until: fact.span.end)
    {
      self[index].span = before
      append(Fact(value, after, cited: inheritance.cited))
    } else {
      self[index].value = value
      self[index].cited = inheritance.cited
      self[index].line = nil
    }
  }

  /// Ends a fact; one that would only begin on the day, or later, is gone.
  fileprivate mutating func end<Value>(_ index: Int, on day: CivilDate) where Element == Fact<Value> {
    if let span = self[index].span.cut(at: day) { self[index].span = span } else { remove(at: index) }
  }
}

extension [Fact<Affiliation>] {
  /// Homes in one unit that follow each other without a gap are one.
  fileprivate mutating func joinHomes() {
    for index in indices.reversed() {
      guard index < count, self[index].value.role == .home else { continue }
      let fact = self[index]
      guard let before = firstIndex(where: { $0.value == fact.value && $0.span.end == fact.span.start }),
        let joined = Span(from: self[before].span.start, until: fact.span.end)
      else { continue }
      self[before].span = joined
      remove(at: index)
    }
  }
}
