package import Basics
package import Rules
package import Storage

/// Somebody who is to be allotted when a unit is divided: a member at home in it, or who seeks admission to it.
package struct AllotmentPerson: Hashable, Sendable {
  package let code: String
  package let name: String
  /// `nil` for who seeks admission.
  package let official: CivilDate?
  package let born: LooseDate?
  package let isMember: Bool
}

/// A function held in one of some units.
package struct AllotmentPost: Hashable, Sendable {
  package let person: String
  package let name: String
  package let post: String
  /// The code of the unit.
  package let unit: String
  package let unitName: String
  package let since: CivilDate
}

/// A unit that a plan may name, as it stands on the plan's day.
package struct PlanUnit: Hashable, Sendable {
  package let code: String
  package let name: String
  package let kind: UnitKind
  package let sector: Sector?
  /// The code of what it stands under.
  package let parent: String?
  /// The members at home in it itself.
  package let members: Int

  package init(
    code: String,
    name: String,
    kind: UnitKind,
    sector: Sector? = nil,
    parent: String? = nil,
    members: Int = 0
  ) {
    self.code = code
    self.name = name
    self.kind = kind
    self.sector = sector
    self.parent = parent
    self.members = members
  }
}

/// Reads what the forms of a plan offer: units and people as they are on its day.
package struct AllotmentStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// All units below a unit on a day, itself first, each with its code and what it stands under.
  package func units(below unit: ID<Unit>, on day: CivilDate) throws -> [PlanUnit] {
    var members: [ID<Unit>: Int] = [:]
    try db.each(
      """
      SELECT r.unit, count(*) FROM ancestry a JOIN roll r ON r.unit = a.unit AND \(asOf("r", AsOf(day)))
      WHERE a.ancestor = \(unit) AND \(asOf("a", AsOf(day))) GROUP BY r.unit
      """
    ) { row in members[try row[0]] = try row[1] }
    return try db.rows(
      """
      SELECT u.id, u.code, n.name, k.kind, s.sector, o.code FROM ancestry a
      JOIN unit u ON u.id = a.unit
      JOIN unit_kind k ON k.unit = u.id AND \(asOf("k", AsOf(day)))
      JOIN unit_name n ON n.unit = u.id AND \(asOf("n", AsOf(day)))
      LEFT JOIN unit_sector s ON s.unit = u.id AND \(asOf("s", AsOf(day)))
      LEFT JOIN unit_parent p ON p.unit = u.id AND \(asOf("p", AsOf(day)))
      LEFT JOIN unit o ON o.id = p.parent
      WHERE a.ancestor = \(unit) AND \(asOf("a", AsOf(day))) ORDER BY a.depth, n.sort_key, u.code
      """
    ) { row in
      PlanUnit(
        code: try row[1],
        name: try row[2],
        kind: try row[3],
        sector: try row[4],
        parent: try row[5],
        members: members[try row[0]] ?? 0
      )
    }
  }

  /// What units are called on a day, by their codes; what they were called last, when they are not there then.
  package func names(of codes: [String], on day: CivilDate) throws -> [String: String] {
    var names: [String: String] = [:]
    for few in Set(codes).sorted().chunks(of: 200) {
      try db.each(
        """
        SELECT u.code, n.name FROM unit u JOIN unit_name n ON n.unit = u.id AND \(known("n"))
        WHERE u.code IN (\(SQL.join(few.map { "\($0)" }, ", "))) AND n.start_on <= \(day) ORDER BY n.start_on
        """
      ) { row in names[try row[0]] = try row[1] }
    }
    return names
  }

  /// The members at home in some units themselves on a day, in the order of the register, then those who seek
  /// admission there.
  package func people(in units: [ID<Unit>], on day: CivilDate) throws -> [AllotmentPerson] {
    guard !units.isEmpty else { return [] }
    let list = SQL.join(units.map { "\($0)" }, ", ")
    let members = try db.rows(
      """
      SELECT o.code, p.name, r.official_on, p.born FROM roll r
      JOIN person o ON o.id = r.person
      JOIN particulars p ON p.person = r.person AND \(asOf("p", AsOf(day)))
      WHERE r.unit IN (\(list)) AND \(asOf("r", AsOf(day))) ORDER BY p.sort_key, o.code
      """
    ) { row in
      AllotmentPerson(
        code: try row[0],
        name: try row[1],
        official: try row[2],
        born: try row[3],
        isMember: true
      )
    }
    let candidates = try db.rows(
      """
      SELECT o.code, p.name, p.born FROM candidacy c
      JOIN person o ON o.id = c.person
      JOIN particulars p ON p.person = c.person AND \(asOf("p", AsOf(day)))
      WHERE c.unit IN (\(list)) AND \(known("c")) AND (c.end_on IS NULL OR c.end_on > \(day))
      ORDER BY p.sort_key, o.code
      """
    ) { row in
      AllotmentPerson(code: try row[0], name: try row[1], official: nil, born: try row[2], isMember: false)
    }
    return members + candidates
  }

  /// The functions held in some units on a day, or to be held later, unit by unit.
  package func posts(in units: [String], on day: CivilDate) throws -> [AllotmentPost] {
    guard !units.isEmpty else { return [] }
    return try db.rows(
      """
      SELECT o.code, p.name, h.post, u.code, n.name, h.start_on FROM post h
      JOIN unit u ON u.id = h.unit
      JOIN unit_name n ON n.unit = u.id AND \(asOf("n", AsOf(day)))
      JOIN person o ON o.id = h.person
      JOIN particulars p ON p.person = h.person AND \(asOf("p", AsOf(day)))
      WHERE u.code IN (\(SQL.join(units.map { "\($0)" }, ", "))) AND \(known("h"))
        AND (h.end_on IS NULL OR h.end_on > \(day))
      ORDER BY h.post, n.sort_key, u.code, p.sort_key, o.code
      """
    ) { row in
      AllotmentPost(
        person: try row[0],
        name: try row[1],
        post: try row[2],
        unit: try row[3],
        unitName: try row[4],
        since: try row[5]
      )
    }
  }
}
