package import Basics
package import Rules
package import Storage

/// Somebody in the record who may be the person about to be admitted.
package struct ProbableDuplicate: Hashable, Sendable {
  /// What the asker may know of them.
  package enum Whereabouts: Hashable, Sendable {
    /// In reach: who it is, and the unit they are asked for at.
    case known(
      person: ID<Person>,
      code: String,
      name: String,
      born: LooseDate?,
      unit: ID<Unit>?,
      unitName: String
    )
    /// Outside the asker's reach: only which committee to ask.
    case elsewhere(committee: String?)
  }

  package let grade: DuplicateGrade
  /// Why, the surest first.
  package let reasons: [DuplicateReason]
  package let whereabouts: Whereabouts
}

/// Looks for people who may be the one about to be admitted, the most probable first.
///
/// A fixed number of questions by index, however large the record is; nobody outside the asker's reach is named.
package struct DuplicateStore {
  package let db: any Connection
  package let today: CivilDate
  /// Who asks; `nil` for the console, which may see everybody.
  package let account: ID<Account>?

  package init(db: any Connection, today: CivilDate, account: ID<Account>?) {
    self.db = db
    self.today = today
    self.account = account
  }

  private struct Found {
    var code: String
    var particulars: Particulars
    var reasons: [DuplicateReason]
    var grade: DuplicateGrade
  }

  /// The people who may be the one with these particulars and identifiers.
  ///
  /// `but`: somebody who is known to be the very person, and is left out.
  package func find(
    _ particulars: Particulars,
    identifiers: [Identifier] = [],
    but same: ID<Person>? = nil,
    limit: Int = 10
  ) throws -> [ProbableDuplicate] {
    var found: [ID<Person>: Found] = [:]
    try namesakes(particulars, &found)
    try holders(identifiers, &found)
    if let same { found[same] = nil }
    let ordered = found.sorted { ($0.value.grade, $0.key) < ($1.value.grade, $1.key) }.prefix(limit)
    return try told(ordered.map { ($0.key, $0.value) })
  }

  // MARK: Who may be meant

  /// Those who share the card, the name and the birth, or nearly so.
  private func namesakes(_ asked: Particulars, _ found: inout [ID<Person>: Found]) throws {
    var clues: [SQL] = []
    if let card = asked.card, !Identifier.plain(card).isEmpty {
      // Cards are kept as they were written: with the spaces that group their digits, or without.
      clues += Set([card, Identifier.plain(card)]).sorted().map { "p.card = \($0)" }
    }
    if let born = asked.born {
      let key = VietnameseName.searchKey(asked.name)
      if born.day != nil { clues.append("p.born = \(born.description)") }
      // A year alone, and a month, agree with every day in them.
      let year = LooseDate(year: born.year)?.description ?? born.description
      let month = String(born.description.prefix(7))
      let all: [String] = Set([year, month, born.description]).sorted()
      clues += all.map { "p.born = \($0) AND p.search_key = \(key)" }
      if born.day == nil {
        let prefix = born.description
        clues.append("p.born > \(prefix) AND p.born < \(prefix + "\u{7f}") AND p.search_key = \(key)")
      }
    }
    guard !clues.isEmpty else { return }
    let rows = SQL.join(
      clues.map { clue in
        """
        SELECT p.id, p.person, p.name, p.born, p.sex, p.ethnicity, p.card FROM particulars p
        WHERE \(clue) AND \(known("p"))
        """
      },
      " UNION "
    )
    try db.each(
      """
      SELECT f.person, o.code, f.name, f.born, f.sex, f.ethnicity, f.card FROM (\(rows)) f
      JOIN person o ON o.id = f.person ORDER BY f.person, f.id LIMIT 2000
      """
    ) { row in
      let other = Particulars(
        name: try row[2],
        born: try row[3],
        sex: try row[4],
        ethnicity: try row[5],
        card: try row[6]
      )
      let reasons = Duplicates.reasons(asked, other)
      guard let grade = Duplicates.grade(reasons, asked, other) else { return }
      let person: ID<Person> = try row[0]
      if let kept = found[person], kept.grade <= grade { return }
      found[person] = Found(code: try row[1], particulars: other, reasons: reasons, grade: grade)
    }
  }

  /// Those whom another system calls the same.
  private func holders(_ identifiers: [Identifier], _ found: inout [ID<Person>: Found]) throws {
    guard !identifiers.isEmpty else { return }
    let any = SQL.join(
      identifiers.prefix(8).map { "(i.value = \($0.value) AND i.system = \($0.system))" },
      " OR "
    )
    try db.each(
      """
      SELECT i.person, o.code, i.system, p.name, p.born, p.sex, p.ethnicity, p.card FROM identifier i
      JOIN person o ON o.id = i.person
      JOIN particulars p ON p.person = i.person AND \(asOf("p", AsOf(today)))
      WHERE (\(any)) AND \(known("i")) ORDER BY i.person, i.id
      """
    ) { row in
      let person: ID<Person> = try row[0]
      let reason = DuplicateReason.identifier(system: try row[2])
      let particulars = Particulars(
        name: try row[3],
        born: try row[4],
        sex: try row[5],
        ethnicity: try row[6],
        card: try row[7]
      )
      let new = Found(code: try row[1], particulars: particulars, reasons: [], grade: .certain)
      var kept = found[person] ?? new
      if !kept.reasons.contains(reason) { kept.reasons.insert(reason, at: 0) }
      kept.grade = .certain
      found[person] = kept
    }
  }

  // MARK: What of them may be told

  private func told(_ found: [(person: ID<Person>, Found)]) throws -> [ProbableDuplicate] {
    guard !found.isEmpty else { return [] }
    let homes = try NameStore(db: db).homes(of: found.map(\.person), today: today)
    let units = Set(homes.values).sorted()
    let reached = try reached(units)
    let names = try NameStore(db: db).names(of: units, .now)
    let committees = try committees(above: units.filter { !reached.contains($0) })
    return found.map { person, found in
      let home = homes[person]
      let mayKnow = home.map(reached.contains) ?? (account == nil)
      return ProbableDuplicate(
        grade: found.grade,
        reasons: found.reasons,
        whereabouts: mayKnow
          ? .known(
            person: person,
            code: found.code,
            name: found.particulars.name,
            born: found.particulars.born,
            unit: home,
            unitName: home.flatMap { names[$0]?.value(around: today) } ?? ""
          ) : .elsewhere(committee: home.flatMap { committees[$0] })
      )
    }
  }

  /// Of some units those whose people the asker may read.
  private func reached(_ units: [ID<Unit>]) throws -> Set<ID<Unit>> {
    guard let account else { return Set(units) }
    guard !units.isEmpty else { return [] }
    var standing: Set<ID<Unit>> = []
    var reached: Set<ID<Unit>> = []
    let list = SQL.join(units.map { "\($0)" }, ", ")
    try db.each(
      """
      SELECT a.unit, a.depth, g.role FROM ancestry a
      LEFT JOIN access_grant g ON g.unit = a.ancestor AND g.account = \(account) AND \(asOf("g", AsOf(today)))
      WHERE a.unit IN (\(list)) AND \(asOf("a", AsOf(today)))
      """
    ) { row in
      let unit: ID<Unit> = try row[0]
      standing.insert(unit)
      guard let role: Role = try row[2] else { return }
      let depth: Int = try row[1]
      let relation: Relation = depth == 0 ? .own : .below
      if Rights.allows(role, .readPerson, on: relation) { reached.insert(unit) }
    }
    // A unit that has ended is asked for at its successors: a rare one, and no more than asked for.
    for unit in units where !standing.contains(unit) {
      if try Reach(db: db, today: today).allows(account, .readPerson, on: unit) { reached.insert(unit) }
    }
    return reached
  }

  /// The committee to ask about the people of each of some units: the one above the grassroots, else the nearest.
  private func committees(above units: [ID<Unit>]) throws -> [ID<Unit>: String] {
    guard !units.isEmpty else { return [:] }
    var found: [ID<Unit>: (name: String, rank: Int)] = [:]
    let list = SQL.join(units.map { "\($0)" }, ", ")
    try db.each(
      """
      SELECT a.unit, k.kind, n.name, a.depth FROM ancestry a
      JOIN unit_kind k ON k.unit = a.ancestor AND \(asOf("k", AsOf(today)))
      JOIN unit_name n ON n.unit = a.ancestor AND \(asOf("n", AsOf(today)))
      WHERE a.unit IN (\(list)) AND \(asOf("a", AsOf(today)))
      """
    ) { row in
      let kind: UnitKind = try row[1]
      let rank: Int
      switch kind {
      case .superiorCommittee: rank = 0
      case .baseCommittee, .baseCell: rank = 1
      case .sectionCommittee: rank = 2
      default: rank = 10 + (try row[3] as Int)
      }
      let unit: ID<Unit> = try row[0]
      if rank < found[unit]?.rank ?? .max { found[unit] = (try row[2], rank) }
    }
    return found.mapValues(\.name)
  }
}
