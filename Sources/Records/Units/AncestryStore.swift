import Basics
import Rules
import Storage

extension UnitStore {
  /// Works out the ancestors of units and of all below them again, and writes what differs.
  ///
  /// The only routine that writes `ancestry`.
  func refreshAncestry(of units: [ID<Unit>], _ work: Work) throws {
    var affected: Set<ID<Unit>> = []
    for unit in units {
      affected.insert(unit)
      affected.formUnion(try branch(unit))
    }
    var lives: [ID<Unit>: UnitLife] = [:]
    func life(_ id: ID<Unit>) -> UnitLife? {
      if let known = lives[id] { return known }
      let found = try? self.life(id)
      lives[id] = found
      return found
    }
    let lineages = Lineages(
      existence: { life($0)?.existence },
      parents: { life($0)?.parents.map { Dated($0.value, $0.span) } ?? [] }
    )
    for unit in affected.sorted() {
      let wanted = lineages.ancestors(of: unit)
      try replaceAncestry(of: unit, with: wanted, work)
    }
  }

  private func replaceAncestry(of unit: ID<Unit>, with wanted: [Dated<Descent>], _ work: Work) throws {
    let current = try ancestry(of: unit)
    var missing = wanted
    for (id, row) in current {
      if let index = missing.firstIndex(of: row) {
        missing.remove(at: index)
      } else {
        try work.supersede(.ancestry, id)
      }
    }
    for row in missing {
      try work.write(.ancestry, work.draw(), row.span, UnitStore.ancestryRow(unit, row.value))
    }
  }

  static func ancestryRow(_ unit: ID<Unit>, _ descent: Descent) -> [SQLValue] {
    [unit.sqlValue, descent.ancestor.sqlValue, descent.depth.sqlValue]
  }

  /// The ancestors of a unit as they are recorded.
  func ancestry(of unit: ID<Unit>) throws -> [(ID<FactMark>, Dated<Descent>)] {
    try db.rows(
      """
      SELECT a.id, a.start_on, a.end_on, a.ancestor, a.depth FROM ancestry a
      WHERE a.unit = \(unit) AND \(known("a")) ORDER BY a.depth, a.start_on, a.id
      """
    ) { row in
      guard let span = Span(from: try row[1], until: try row[2]) else {
        throw StorageError.unreadable("span")
      }
      return (try row[0], Dated(Descent(try row[3], depth: try row[4]), span))
    }
  }
}
