/// A function that somebody holds on in a unit that takes over, however many held it in what came together there.
///
/// Of those who hold it in the unit itself and in the units that end, only those named go on: where two cells become
/// one, the secretary of one stays and that of the other leaves the post.
public struct PostKept: Hashable, Sendable {
  public var post: String
  /// The code of who holds it on.
  public var person: String
  /// The unit in which it is held from then on.
  public var unit: String

  public init(_ post: String, by person: String, in unit: String) {
    self.post = post
    self.person = person
    self.unit = unit
  }
}

extension ReorganisedTree {
  /// A function held by somebody whom a step names for it.
  public struct Seat: Hashable, Sendable {
    /// The code of who holds it.
    public let person: String
    public let post: String
    /// The unit in which it is held on the day, before any step.
    public let origin: String
    /// Where it is held as the steps leave it; `nil`: ended.
    public internal(set) var unit: String?

    public init(_ post: String, of person: String, in unit: String) {
      self.person = person
      self.post = post
      origin = unit
      self.unit = unit
    }
  }

  /// A function of a unit as it stood before any step.
  public struct Office: Hashable, Sendable {
    public let unit: String
    public let post: String

    public init(_ post: String, of unit: String) {
      self.unit = unit
      self.post = post
    }
  }

  /// Those named hold their functions on in the heirs; whoever else held these there, or brought them along, does not.
  mutating func keep(_ kept: [PostKept], from givers: [String], in heirs: [String]) -> [Hindrance] {
    var found: [Hindrance] = []
    var chosen: [Int] = []
    for one in kept {
      if !heirs.contains(one.unit) {
        found.append(Hindrance(one.unit, .notAHeir(one.unit)))
        continue
      }
      guard let seat = seat(of: one, in: [one.unit] + givers) else {
        found.append(Hindrance(one.unit, .notAHolder(person: one.person, post: one.post)))
        continue
      }
      if chosen.contains(seat) { found.append(Hindrance(one.unit, .allottedTwice(one.person))) }
      chosen.append(seat)
    }
    guard found.isEmpty else { return found }
    for single in KnownPost.single {
      for heir in heirs where kept.count(where: { $0.post == single.rawValue && $0.unit == heir }) > 1 {
        found.append(Hindrance(heir, .twoHolders(single)))
      }
    }
    for one in kept {
      vacate(one.post, in: one.unit)
      for index in seats.indices
      where seats[index].unit == one.unit && seats[index].post == one.post && !chosen.contains(index) {
        seats[index].unit = nil
      }
    }
    for (index, one) in zip(chosen, kept) {
      if let old = seats[index].unit, old != one.unit {
        let left = (places[old]?.posts[one.post] ?? 0) - 1
        places[old]?.posts[one.post] = left > 0 ? left : nil
      }
      seats[index].unit = one.unit
      places[one.unit]?.posts[one.post, default: 0] += 1
    }
    return found
  }

  /// Where in the list the function stands that somebody is to hold on: rather the one they hold in the heir itself.
  private func seat(of kept: PostKept, in units: [String]) -> Int? {
    for unit in units {
      let found = seats.firstIndex { $0.person == kept.person && $0.post == kept.post && $0.unit == unit }
      if let found { return found }
    }
    return nil
  }
}
