package import Basics
package import Rules
package import Storage

/// Answers whether an account may do a deed on a unit or a person.
///
/// A grant counts if it is in force today. A unit is in reach if it stands under the granted unit today;
/// one that has ended is where its successors are, or, without any, where it stood last.
package struct Reach {
  let db: any Connection
  let today: CivilDate

  package init(db: any Connection, today: CivilDate) {
    self.db = db
    self.today = today
  }

  /// The roles in force today that reach a unit, and how the unit stands to the one granted.
  package func roles(of account: ID<Account>, on unit: ID<Unit>) throws -> [(role: Role, relation: Relation)]
  {
    let direct = try standing(account, unit, on: today)
    if !direct.isEmpty { return direct }
    return try elsewhen(account, unit, depth: 0)
  }

  /// Whether the account may do the deed on the unit.
  package func allows(_ account: ID<Account>, _ deed: Deed, on unit: ID<Unit>) throws -> Bool {
    try roles(of: account, on: unit).contains { Rights.allows($0.role, deed, on: $0.relation) }
  }

  /// Whether the account may do the deed at a root of the tree.
  package func allowsEverywhere(_ account: ID<Account>, _ deed: Deed) throws -> Bool {
    let roots: [ID<Unit>] = try db.rows(
      """
      SELECT k.unit FROM unit_kind k
      WHERE \(asOf("k", AsOf(today))) AND k.kind IN ('centre', 'province') AND NOT EXISTS (
        SELECT 1 FROM unit_parent p WHERE p.unit = k.unit AND \(asOf("p", AsOf(today))))
      """
    ) { try $0[0] }
    return try roots.contains { try allows(account, deed, on: $0) }
  }

  /// The units for which the account has a role that allows the deed on what stands below.
  package func granted(_ account: ID<Account>, _ deed: Deed) throws -> [(unit: ID<Unit>, role: Role)] {
    let grants = try db.rows(
      """
      SELECT g.unit, g.role FROM access_grant g
      WHERE g.account = \(account) AND \(asOf("g", AsOf(today))) ORDER BY g.start_on, g.id
      """
    ) { row in (unit: try row[0] as ID<Unit>, role: try row[1] as Role) }
    return grants.filter { Rights.allows($0.role, deed, on: .own) }
  }

  /// The unit a person is to be asked for: the home of today, else the last one, else the first to come; of
  /// somebody who never was a member, the cell that prepares their admission.
  package func unit(of person: ID<Person>) throws -> ID<Unit>? {
    let now: ID<Unit>? = try db.value(
      "SELECT r.unit FROM roll r WHERE r.person = \(person) AND \(asOf("r", AsOf(today))) LIMIT 1"
    )
    if let now { return now }
    let past: ID<Unit>? = try db.value(
      """
      SELECT r.unit FROM roll r WHERE r.person = \(person) AND \(known("r")) AND r.start_on <= \(today)
      ORDER BY r.start_on DESC LIMIT 1
      """
    )
    if let past { return past }
    let later: ID<Unit>? = try db.value(
      "SELECT r.unit FROM roll r WHERE r.person = \(person) AND \(known("r")) ORDER BY r.start_on LIMIT 1"
    )
    return try later ?? CandidacyStore(db: db).unit(of: person)
  }

  private func standing(
    _ account: ID<Account>,
    _ unit: ID<Unit>,
    on day: CivilDate
  ) throws -> [(role: Role, relation: Relation)] {
    try db.rows(
      """
      SELECT g.role, a.depth FROM access_grant g
      JOIN ancestry a ON a.unit = \(unit) AND a.ancestor = g.unit AND \(asOf("a", AsOf(day)))
      WHERE g.account = \(account) AND \(asOf("g", AsOf(today)))
      """
    ) { row in (role: try row[0], relation: try row[1] as Int == 0 ? .own : .below) }
  }

  /// The reach of a unit that does not exist today.
  private func elsewhen(
    _ account: ID<Account>,
    _ unit: ID<Unit>,
    depth: Int
  ) throws -> [(role: Role, relation: Relation)] {
    guard let existence = try UnitStore(db: db).existence(unit).existence else { return [] }
    guard let end = existence.end, end <= today else {
      return existence.start > today ? try standing(account, unit, on: existence.start) : []
    }
    let successors: [ID<Unit>] = try db.rows(
      "SELECT l.successor FROM lineage l WHERE l.unit = \(unit) AND \(known("l")) ORDER BY l.successor"
    ) { try $0[0] }
    if successors.isEmpty || depth > 32 { return try standing(account, unit, on: end.adding(days: -1)) }
    // All successors must be in reach; the weakest of them decides what may be done.
    var shared: [(role: Role, relation: Relation)]?
    for successor in successors {
      var roles = try standing(account, successor, on: today)
      if roles.isEmpty { roles = try elsewhen(account, successor, depth: depth + 1) }
      shared =
        shared.map { kept in
          kept.compactMap { one in
            let same = roles.filter { $0.role == one.role }.map(\.relation)
            if same.contains(one.relation) { return one }
            return same.isEmpty ? nil : (role: one.role, relation: .own)
          }
        } ?? roles
    }
    return shared ?? []
  }
}

extension Work {
  /// Refuses the deed unless this account may do it on the unit.
  func require(_ deed: Deed, on unit: ID<Unit>) throws {
    guard let account else { return }
    guard try Reach(db: db, today: today).allows(account, deed, on: unit) else {
      throw Refused(nil, .notAllowed(deed))
    }
  }

  /// Refuses the deed unless this account may do it on the person, where they belong now.
  func require(_ deed: Deed, on person: ID<Person>) throws {
    guard account != nil else { return }
    guard let unit = try Reach(db: db, today: today).unit(of: person) else {
      return try requireEverywhere(deed)
    }
    try require(deed, on: unit)
  }

  /// Refuses the deed unless this account may do it at a root of the tree.
  func requireEverywhere(_ deed: Deed) throws {
    guard let account else { return }
    guard try Reach(db: db, today: today).allowsEverywhere(account, deed) else {
      throw Refused(nil, .notAllowed(deed))
    }
  }
}
