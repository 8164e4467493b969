package import Basics
package import Rules
import Storage

/// Founds a unit: from a day on it exists, with a kind, a name and a place in the tree.
package struct FoundUnit: Operation {
  package static let operation = "foundUnit"
  package var code: String
  package var name: String
  package var kind: UnitKind
  package var sector: Sector?
  package var parent: ID<Unit>?
  package var day: CivilDate

  package init(code: String, name: String, kind: UnitKind, sector: Sector?, parent: ID<Unit>?, day: CivilDate)
  {
    self.code = code
    self.name = name
    self.kind = kind
    self.sector = sector
    self.parent = parent
    self.day = day
  }

  package var said: [(name: String, value: String?)] {
    [
      ("code", code), ("name", name), ("kind", kind.rawValue), ("sector", sector?.rawValue),
      ("parent", parent?.description), ("day", day.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    if let parent { try work.require(.foundUnit, on: parent) } else { try work.requireEverywhere(.foundUnit) }
    let store = UnitStore(db: work.db)
    var objections = Written.text(code, .code) + Written.text(name, .name)
    if try store.unit(code: code) != nil { objections.append(Objection(.code, .codeTaken(code))) }
    try objections.raise()

    let unit = try store.begin(code, work)
    let span = Span(open: day)
    let life = UnitLife(
      unit: unit,
      code: code,
      kinds: [Fact(kind, span, cited: work.cited)],
      names: [Fact(name, span, cited: work.cited)],
      sectors: sector.map { [Fact($0, span, cited: work.cited)] } ?? [],
      parents: parent.map { [Fact($0, span, cited: work.cited)] } ?? []
    )
    try store.save(life, from: nil, work)
    return unit.number
  }
}

/// Gives a unit another name from a day on.
package struct RenameUnit: Operation {
  package static let operation = "renameUnit"
  package var unit: ID<Unit>
  package var name: String
  package var day: CivilDate

  package init(unit: ID<Unit>, name: String, day: CivilDate) {
    self.unit = unit
    self.name = name
    self.day = day
  }

  package var said: [(name: String, value: String?)] {
    [("unit", unit.description), ("name", name), ("day", day.description)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.renameUnit, on: unit)
    try Written.text(name, .name).raise()
    try work.change(unit) { life in
      if life.name(on: day) == name { throw Refused(.name, .nothingChanges) }
      guard life.names.set(name, from: day, cited: work.cited) != nil else {
        throw work.absent(life, on: day)
      }
    }
    return unit.number
  }
}

/// Gives a unit another kind or sector from a day on.
package struct ChangeUnit: Operation {
  package static let operation = "changeUnit"
  package var unit: ID<Unit>
  package var kind: UnitKind?
  /// The sector from then on; `nil` leaves it as it is.
  package var sector: Sector?
  package var day: CivilDate

  package init(unit: ID<Unit>, kind: UnitKind? = nil, sector: Sector? = nil, day: CivilDate) {
    self.unit = unit
    self.kind = kind
    self.sector = sector
    self.day = day
  }

  package var said: [(name: String, value: String?)] {
    [
      ("unit", unit.description), ("kind", kind?.rawValue), ("sector", sector?.rawValue),
      ("day", day.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.changeUnit, on: unit)
    try work.change(unit) { life in
      let before = life
      guard let existence = life.existence, existence.contains(day) else { throw work.absent(life, on: day) }
      if let kind, life.kind(on: day) != kind { _ = life.kinds.set(kind, from: day, cited: work.cited) }
      if let sector, life.sectors.first(where: { $0.span.contains(day) })?.value != sector {
        life.sectors.put(sector, from: day, within: existence, cited: work.cited)
      }
      if life == before { throw Refused(.kind, .nothingChanges) }
    }
    return unit.number
  }
}

/// Puts a unit, with all below it, under another parent from a day on.
package struct MoveUnit: Operation {
  package static let operation = "moveUnit"
  package var unit: ID<Unit>
  package var parent: ID<Unit>
  package var day: CivilDate

  package init(unit: ID<Unit>, under parent: ID<Unit>, day: CivilDate) {
    self.unit = unit
    self.parent = parent
    self.day = day
  }

  package var said: [(name: String, value: String?)] {
    [("unit", unit.description), ("parent", parent.description), ("day", day.description)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.moveUnit, on: unit)
    try work.require(.foundUnit, on: parent)
    let store = UnitStore(db: work.db)
    let isBelow = try work.db.exists(
      """
      SELECT 1 FROM ancestry a WHERE a.unit = \(parent) AND a.ancestor = \(unit) AND \(known("a"))
        AND (a.end_on IS NULL OR a.end_on > \(day))
      """
    )
    if isBelow, let code = try store.code(of: parent) { throw Refused(.parent, .ownAncestor(code)) }
    try work.change(unit) { life in
      guard let existence = life.existence, existence.contains(day) else { throw work.absent(life, on: day) }
      if life.parent(on: day) == parent { throw Refused(.parent, .nothingChanges) }
      life.parents.put(parent, from: day, within: existence, cited: work.cited)
    }
    return unit.number
  }
}

/// Ends an empty unit on a day: nobody and nothing may still be in it.
///
/// Its successors are named.
package struct EndUnit: Operation {
  package static let operation = "endUnit"
  package var unit: ID<Unit>
  package var successors: [ID<Unit>]
  /// The first day it no longer exists.
  package var day: CivilDate

  package init(unit: ID<Unit>, successors: [ID<Unit>] = [], day: CivilDate) {
    self.unit = unit
    self.successors = successors
    self.day = day
  }

  package var said: [(name: String, value: String?)] {
    let named = successors.map(\.description).joined(separator: " ")
    return [
      ("unit", unit.description), ("successors", named.isEmpty ? nil : named), ("day", day.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.endUnit, on: unit)
    let store = UnitStore(db: work.db)
    let below = try work.db.count(
      """
      SELECT count(DISTINCT p.unit) FROM unit_parent p
      WHERE p.parent = \(unit) AND \(known("p")) AND (p.end_on IS NULL OR p.end_on > \(day))
      """
    )
    if below > 0 { throw Refused(.day, .stillHasUnits(below, on: day)) }
    let candidates = try work.db.count(
      """
      SELECT count(*) FROM candidacy c
      WHERE c.unit = \(unit) AND \(known("c")) AND (c.end_on IS NULL OR c.end_on > \(day))
      """
    )
    if candidates > 0 { throw Refused(.day, .stillHasCandidates(candidates, on: day)) }
    for successor in successors {
      let (code, existence) = try store.existence(successor)
      if successor == unit || !(existence?.contains(day) ?? false) {
        throw Refused(.successor, .unitAbsent(unit: code, exists: existence, needed: Span(open: day)))
      }
    }
    try work.handTasksOn(from: unit, to: successors.first, on: day)
    try work.change(unit) { life in
      try life.end(on: day)
    }
    for successor in successors {
      try work.write(.lineage, work.draw(), Span(open: day), [unit.sqlValue, successor.sqlValue])
    }
    return unit.number
  }
}

extension UnitLife {
  /// Ends everything that is true of the unit on a day.
  mutating func end(on day: CivilDate) throws(Refused) {
    guard let existence, existence.contains(day), existence.start < day else {
      throw Refused(.day, .unitAbsent(unit: code, exists: existence, needed: Span(open: day)))
    }
    try laterFacts(than: day).map { Objection(.day, .laterFact($0)) }.raise()
    kinds.end(on: day)
    names.end(on: day)
    sectors.end(on: day)
    parents.end(on: day)
  }

  /// What begins on a day or after it, and would contradict an end on it.
  fileprivate func laterFacts(than day: CivilDate) -> [Refusal.LaterFact] {
    kinds.filter { $0.span.start >= day }.map { Refusal.LaterFact(.kind, $0.span) }
      + names.filter { $0.span.start >= day }.map { Refusal.LaterFact(.name, $0.span) }
      + parents.filter { $0.span.start >= day }.map { Refusal.LaterFact(.parent, $0.span) }
  }
}

extension Array {
  /// Makes a value true from a day on, also where nothing was true on that day.
  mutating func put<Value>(_ value: Value, from day: CivilDate, within existence: Span?, cited: String?)
  where Element == Fact<Value> {
    if set(value, from: day, cited: cited) != nil { return }
    let next = map(\.span.start).filter { $0 > day }.min()
    if let span = Span(from: day, until: Span.earlier(next, existence?.end)) {
      append(Fact(value, span, cited: cited))
    }
  }

  /// Ends all facts on a day; those that would begin on it or later are gone.
  mutating func end<Value>(on day: CivilDate) where Element == Fact<Value> {
    self = compactMap { fact in
      var fact = fact
      guard let span = fact.span.cut(at: day) else { return nil }
      fact.span = span
      return fact
    }
  }
}

extension Work {
  /// Changes one unit's life and writes what differs.
  func change(_ unit: ID<Unit>, _ body: (inout UnitLife) throws -> Void) throws {
    let store = UnitStore(db: db)
    guard let old = try store.life(unit), old.existence != nil else {
      throw Refused(.unit, .unknownUnit(unit.description))
    }
    var new = old
    try body(&new)
    try store.save(new, from: old, self)
  }

  func absent(_ life: UnitLife, on day: CivilDate) -> Refused {
    Refused(.day, .unitAbsent(unit: life.code, exists: life.existence, needed: Span(open: day)))
  }
}
