package import Basics
package import Rules
package import Storage

/// Reads the lives of units and writes what changes in them.
package struct UnitStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// Units by their codes: one question for all of them.
  package func units(codes: [String]) throws -> [String: ID<Unit>] {
    guard !codes.isEmpty else { return [:] }
    let list = SQL.join(codes.map { "\($0)" }, ", ")
    var units: [String: ID<Unit>] = [:]
    try db.each("SELECT u.code, u.id FROM unit u WHERE u.code IN (\(list))") { row in
      units[try row[0]] = try row[1]
    }
    return units
  }

  /// The unit with this code, if it ever had a fact that is still known.
  package func unit(code: String) throws -> ID<Unit>? {
    try db.value(
      """
      SELECT u.id FROM unit u
      WHERE u.code = \(code) AND EXISTS (SELECT 1 FROM unit_kind k WHERE k.unit = u.id AND \(known("k")))
      """
    )
  }

  /// The identity of a code, even of a unit whose facts were all annulled.
  package func identity(code: String) throws -> ID<Unit>? {
    try db.value("SELECT id FROM unit WHERE code = \(code)")
  }

  package func code(of unit: ID<Unit>) throws -> String? {
    try db.value("SELECT code FROM unit WHERE id = \(unit)")
  }

  /// Everything known of one unit; `nil` when there is no such unit.
  package func life(_ unit: ID<Unit>, _ knowledge: Knowledge = .now) throws -> UnitLife? {
    guard let code = try code(of: unit) else { return nil }
    var life = UnitLife(unit: unit, code: code)
    life.kinds = try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, t.cited, t.line, t.kind FROM unit_kind t
      WHERE t.unit = \(unit) AND \(known("t", knowledge)) ORDER BY t.start_on
      """,
      UnitStore.fact
    )
    life.names = try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, t.cited, t.line, t.name FROM unit_name t
      WHERE t.unit = \(unit) AND \(known("t", knowledge)) ORDER BY t.start_on
      """,
      UnitStore.fact
    )
    life.sectors = try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, t.cited, t.line, t.sector FROM unit_sector t
      WHERE t.unit = \(unit) AND \(known("t", knowledge)) ORDER BY t.start_on
      """,
      UnitStore.fact
    )
    life.parents = try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, t.cited, t.line, t.parent FROM unit_parent t
      WHERE t.unit = \(unit) AND \(known("t", knowledge)) ORDER BY t.start_on
      """,
      UnitStore.fact
    )
    return life
  }

  private static func fact<Value: Readable & Hashable & Sendable>(_ row: Row) throws -> Fact<Value> {
    guard let span = Span(from: try row[1], until: try row[2]) else { throw StorageError.unreadable("span") }
    return Fact(try row[5], span, id: try row[0], cited: try row[3], line: try row[4])
  }

  /// Code and days of existence of a unit.
  package func existence(_ unit: ID<Unit>) throws -> (code: String, existence: Span?) {
    let code = try code(of: unit) ?? unit.description
    let spans: [Span] = try db.rows(
      "SELECT k.start_on, k.end_on FROM unit_kind k WHERE k.unit = \(unit) AND \(known("k"))"
    ) { row in
      guard let span = Span(from: try row[0], until: try row[1]) else {
        throw StorageError.unreadable("span")
      }
      return span
    }
    guard let start = spans.map(\.start).min() else { return (code, nil) }
    let end = spans.contains { $0.end == nil } ? nil : spans.compactMap(\.end).max()
    return (code, Span(from: start, until: end))
  }

  /// The units that stand, stood or will stand directly under a unit.
  package func children(of unit: ID<Unit>) throws -> [ID<Unit>] {
    try db.rows(
      "SELECT DISTINCT p.unit FROM unit_parent p WHERE p.parent = \(unit) AND \(known("p")) ORDER BY p.unit"
    ) { try $0[0] }
  }

  /// The unit and every unit that ever stood, or will stand, below it.
  func branch(_ unit: ID<Unit>) throws -> [ID<Unit>] {
    try db.rows(
      "SELECT DISTINCT a.unit FROM ancestry a WHERE a.ancestor = \(unit) AND \(known("a")) ORDER BY a.unit"
    ) { try $0[0] }
  }
}

extension UnitStore {
  /// The identity of a code, made when there is none yet.
  func begin(_ code: String, _ work: Work) throws -> ID<Unit> {
    if let known = try identity(code: code) { return known }
    let unit: ID<Unit> = work.draw()
    try work.insert(.unit, unit, [code.sqlValue])
    return unit
  }

  /// Writes what changed in a unit's life, then the ancestors of all it touches.
  ///
  /// Throws `Refused` with everything in the changed life, or in the lives that lean on it, that cannot be
  /// true.
  func save(_ new: UnitLife, from old: UnitLife?, _ work: Work) throws {
    try writeFacts(new, from: old, work)
    try demandSound(new.unit)
    let treeChanged =
      old?.parents.map(\.treeShape) != new.parents.map(\.treeShape) || old?.existence != new.existence
    if treeChanged { try refreshAncestry(of: [new.unit], work) }
  }

  /// Writes what changed, and nothing that follows from it.
  func writeFacts(_ new: UnitLife, from old: UnitLife?, _ work: Work) throws {
    try work.save(.unitKind, from: old?.kinds ?? [], to: new.kinds) {
      UnitStore.row(new.unit, $0, $0.value.sqlValue)
    }
    try work.save(.unitName, from: old?.names ?? [], to: new.names) { fact in
      [
        new.unit.sqlValue, fact.value.sqlValue, VietnameseName.plainSortKey(fact.value).sqlValue,
        VietnameseName.searchKey(fact.value).sqlValue, fact.cited.sqlValue, fact.line.sqlValue,
      ]
    }
    try work.save(.unitSector, from: old?.sectors ?? [], to: new.sectors) {
      UnitStore.row(new.unit, $0, $0.value.sqlValue)
    }
    try work.save(.unitParent, from: old?.parents ?? [], to: new.parents) {
      UnitStore.row(new.unit, $0, $0.value.sqlValue)
    }
  }

  static func row<Value>(_ unit: ID<Unit>, _ fact: Fact<Value>, _ value: SQLValue) -> [SQLValue] {
    [unit.sqlValue, value, fact.cited.sqlValue, fact.line.sqlValue]
  }

  /// Refuses a unit, or one below it, that could not be as it is now known.
  func demandSound(_ unit: ID<Unit>) throws { try demandSound([unit]) }

  /// Refuses units, and those below them, that could not be as they are now known.
  func demandSound(_ units: [ID<Unit>]) throws {
    var lives: [ID<Unit>: UnitLife?] = [:]
    func look(_ id: ID<Unit>) -> UnitLife? {
      if let known = lives[id] { return known }
      let found = try? life(id)
      lives[id] = .some(found)
      return found
    }
    var objections: [Objection] = []
    var seen: Set<ID<Unit>> = []
    for unit in units {
      guard let life = look(unit) else { continue }
      if seen.insert(unit).inserted { objections += life.findings(look).map(\.objection) }
      for child in try children(of: unit) where seen.insert(child).inserted {
        guard let below = look(child) else { continue }
        objections += below.findings(look).map(\.objection)
      }
      objections += try leftovers(unit, life.existence)
    }
    try objections.raise()
  }

  /// What would still be in a unit on days on which it does not exist; `nil` when it exists on none.
  private func leftovers(_ unit: ID<Unit>, _ existence: Span?) throws -> [Objection] {
    let outside: SQL =
      switch (existence?.start, existence?.end) {
      case (nil, _): "1 = 1"
      case (.some(let start), nil): "t.start_on < \(start)"
      case (.some(let start), .some(let end)):
        "(t.start_on < \(start) OR t.end_on IS NULL OR t.end_on > \(end))"
      }
    var found: [Objection] = []
    let members = try db.rows(
      """
      SELECT t.start_on FROM affiliation t WHERE t.unit = \(unit) AND \(known("t")) AND \(outside)
      ORDER BY t.start_on
      """
    ) { try $0[0] as CivilDate }
    if let first = members.first {
      found.append(Objection(.day, .stillHasMembers(members.count, on: existence?.end ?? first)))
    }
    let posts = try db.rows(
      "SELECT t.start_on FROM post t WHERE t.unit = \(unit) AND \(known("t")) AND \(outside) ORDER BY t.start_on"
    ) { try $0[0] as CivilDate }
    if let first = posts.first {
      found.append(Objection(.day, .stillHasPosts(posts.count, on: existence?.end ?? first)))
    }
    if let end = existence?.end {
      let disciplined: CivilDate? = try db.value(
        """
        SELECT t.start_on FROM unit_discipline t WHERE t.unit = \(unit) AND t.start_on >= \(end) AND \(known("t"))
        ORDER BY t.start_on LIMIT 1
        """
      )
      if let disciplined { found.append(Objection(.day, .wasDisciplined(on: disciplined))) }
    }
    return found
  }
}

extension Fact where Value == ID<Unit> {
  /// What of it the tree depends on.
  fileprivate var treeShape: Dated<ID<Unit>> { Dated(value, span) }
}
