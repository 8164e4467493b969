public import Basics

/// All units as they stand on the day of a plan, and then, step after step, as the plan leaves them.
///
/// It holds no people but those a plan names: a unit's other members all go the same way.
public struct ReorganisedTree: Sendable {
  /// One unit as the steps so far leave it.
  public struct Place: Hashable, Sendable {
    public let code: String
    /// `nil` while it is only planned.
    public let id: ID<Unit>?
    public var kind: UnitKind
    public var name: String
    public var sector: Sector?
    /// The parent's code.
    public var parent: String?
    public var members: Int
    /// Of the members, the official ones.
    public var officials: Int
    /// How often each function is held.
    public var posts: [String: Int]
    public var openMatters: Int

    public init(
      code: String,
      id: ID<Unit>?,
      kind: UnitKind,
      name: String,
      sector: Sector? = nil,
      parent: String? = nil,
      members: Int = 0,
      officials: Int = 0,
      posts: [String: Int] = [:],
      openMatters: Int = 0
    ) {
      self.code = code
      self.id = id
      self.kind = kind
      self.name = name
      self.sector = sector
      self.parent = parent
      self.members = members
      self.officials = officials
      self.posts = posts
      self.openMatters = openMatters
    }
  }

  /// Where what an original unit held is now, by the code of the unit.
  public struct Whereabouts: Hashable, Sendable {
    /// All members that no step names; candidates and other open matters with them.
    public var people: String?
    /// The functions; `nil`: ended.
    public var posts: String?
  }

  public let day: CivilDate
  public internal(set) var places: [String: Place]
  /// Where the units were on the day, before any step.
  public let origin: [String: Place]
  /// Everybody a step names, by code.
  public internal(set) var named: [String: Named]
  public internal(set) var whereabouts: [String: Whereabouts] = [:]
  /// The functions of those whom a step names for them.
  public internal(set) var seats: [Seat]
  /// The functions that end for everybody but those named.
  public internal(set) var vacated: Set<Office> = []
  /// Who took over from whom, in order: each pair once.
  public internal(set) var lineage: [Succession] = []
  /// The days of units that are not there on the day, to say so.
  let others: [String: Span]
  var below: [String: Set<String>] = [:]
  /// Whose people and posts are in a unit now: the original units, by where they came to.
  private var tenants: [String: Set<String>] = [:]
  private var postTenants: [String: Set<String>] = [:]

  /// - Parameters:
  ///   - day: the day of the plan.
  ///   - places: the units of the day.
  ///   - named: the people whom the plan names, by code.
  ///   - seats: the functions held by those whom the plan names for them.
  ///   - others: the days of units that do not exist on the day.
  public init(
    on day: CivilDate,
    _ places: [Place],
    named: [String: Named],
    seats: [Seat] = [],
    others: [String: Span]
  ) {
    self.day = day
    self.named = named
    self.seats = seats
    self.others = others
    origin = Dictionary(places.map { ($0.code, $0) }) { first, _ in first }
    self.places = origin
    for place in places {
      if let parent = place.parent { below[parent, default: []].insert(place.code) }
    }
  }

  /// Somebody whom a step names: a member, or a candidate.
  public struct Named: Hashable, Sendable {
    public var unit: String
    public let isMember: Bool
    public let isOfficial: Bool
    /// What is not over and goes with them.
    public let openMatters: Int

    public init(in unit: String, isMember: Bool, isOfficial: Bool, openMatters: Int) {
      self.unit = unit
      self.isMember = isMember
      self.isOfficial = isOfficial
      self.openMatters = openMatters
    }
  }

  /// A unit and one that took over from it.
  public struct Succession: Hashable, Sendable {
    public let unit: String
    public let heir: String
  }

  /// Those that took over from a unit and still stand after the steps, the first to be named first.
  public func standingHeirs(of unit: String) -> [String] {
    var heirs: [String] = []
    var seen: Set<String> = [unit]
    func follow(_ code: String) {
      for heir in lineage where heir.unit == code && seen.insert(heir.heir).inserted {
        if places[heir.heir] != nil { heirs.append(heir.heir) } else { follow(heir.heir) }
      }
    }
    follow(unit)
    return heirs
  }

  /// What units and all below them hold.
  public func holdings(of roots: [String]) -> Holdings {
    var holdings = Holdings()
    var seen: Set<String> = []
    var waiting = roots
    while let code = waiting.popLast() {
      guard seen.insert(code).inserted, let place = places[code] else { continue }
      holdings = holdings + place.holdings
      waiting += below[code] ?? []
    }
    return holdings
  }

  /// What all units hold.
  public var holdings: Holdings { places.values.reduce(Holdings()) { $0 + $1.holdings } }

  /// Whether a unit is another one, or stands under it.
  func isBelow(_ code: String, _ ancestor: String) -> Bool {
    var next: String? = code
    var steps = 0
    while let unit = next, steps < 64 {
      if unit == ancestor { return true }
      next = places[unit]?.parent
      steps += 1
    }
    return false
  }

  // MARK: What steps are made of

  mutating func put(_ unit: String, under parent: String?) {
    if let old = places[unit]?.parent { below[old]?.remove(unit) }
    places[unit]?.parent = parent
    if let parent { below[parent, default: []].insert(unit) }
  }

  /// All of a unit's people but those already sent elsewhere by name, and its open matters, go to another.
  mutating func sendRest(of unit: String, to heir: String) {
    guard unit != heir, let place = places[unit] else { return }
    places[heir]?.members += place.members
    places[heir]?.officials += place.officials
    places[heir]?.openMatters += place.openMatters
    places[unit]?.members = 0
    places[unit]?.officials = 0
    places[unit]?.openMatters = 0
    for (person, at) in named where at.unit == unit { named[person]?.unit = heir }
    for original in originals(in: unit, tenants, \.people) {
      whereabouts[original, default: Whereabouts(people: original, posts: original)].people = heir
      tenants[heir, default: []].insert(original)
    }
    tenants[unit] = []
  }

  mutating func send(_ code: String, _ person: Named, to heir: String) {
    guard person.unit != heir else { return }
    for (unit, sign) in [(person.unit, -1), (heir, 1)] {
      places[unit]?.members += person.isMember ? sign : 0
      places[unit]?.officials += person.isOfficial ? sign : 0
      places[unit]?.openMatters += sign * person.openMatters
    }
    named[code]?.unit = heir
  }

  /// The functions held in a unit end, or are held on in another.
  mutating func sendPosts(of unit: String, to heir: String?) {
    guard unit != heir, let place = places[unit] else { return }
    if let heir { places[heir]?.posts.merge(place.posts) { $0 + $1 } }
    places[unit]?.posts = [:]
    for original in originals(in: unit, postTenants, \.posts) {
      whereabouts[original, default: Whereabouts(people: original, posts: original)].posts = heir
      if let heir { postTenants[heir, default: []].insert(original) }
    }
    postTenants[unit] = []
    for index in seats.indices where seats[index].unit == unit { seats[index].unit = heir }
  }

  /// Nobody holds a function in a unit any longer, but for those whom a step names.
  mutating func vacate(_ post: String, in unit: String) {
    for original in originals(in: unit, postTenants, \.posts) { vacated.insert(Office(post, of: original)) }
    places[unit]?.posts[post] = nil
  }

  /// The original units, itself among them, of which something is in a unit now.
  private func originals(
    in unit: String,
    _ tenants: [String: Set<String>],
    _ kept: KeyPath<Whereabouts, String?>
  ) -> Set<String> {
    let isKept = whereabouts[unit].map { $0[keyPath: kept] == unit } ?? true
    let own: Set<String> = origin[unit] != nil && isKept ? [unit] : []
    return (tenants[unit] ?? []).union(own)
  }

  mutating func end(_ unit: String, heirs: [String]) {
    put(unit, under: nil)
    places[unit] = nil
    for heir in heirs where heir != unit { succeed(unit, by: heir) }
  }

  mutating func succeed(_ unit: String, by heir: String) {
    let succession = Succession(unit: unit, heir: heir)
    if !lineage.contains(succession) { lineage.append(succession) }
  }
}

extension ReorganisedTree.Place {
  var holdings: Holdings {
    Holdings(units: 1, members: members, posts: posts.values.reduce(0, +), openMatters: openMatters)
  }
}
