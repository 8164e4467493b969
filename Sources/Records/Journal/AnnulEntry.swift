import Basics
import Rules
import Storage

/// Takes back an entry of the journal, as if it had not been made: its versions are superseded, those it
/// superseded are written again.
///
/// Nothing is deleted; the annulment is an entry too and can be annulled.
///
/// Refused, with the list, when later entries stand on it.
package struct AnnulEntry: Operation {
  package static let operation = "annul"
  package var entry: Int64
  /// Why, in words; a form asks for it.
  package var why: String?

  package init(entry: Int64, why: String? = nil) {
    self.entry = entry
    self.why = why
  }

  package var said: [(name: String, value: String?)] { [("entry", String(entry)), ("why", why)] }

  /// Deeds that hold no facts, or on which everything stands.
  private static let lasting: Set<String> = [
    AddAccount.operation, LockAccount.operation, ResetPassword.operation, UnlockAccount.operation,
    SignOutEverywhere.operation, EnrolSecondFactor.operation, RemoveSecondFactor.operation,
    RequireSecondFactor.operation,
  ]

  /// Whether what an operation does cannot be taken back.
  package static func isLasting(_ operation: String) -> Bool { lasting.contains(operation) }

  package func perform(_ work: Work) throws -> Int64? {
    let operation: String? = try work.db.value("SELECT operation FROM entry WHERE seq = \(entry)")
    guard let operation, entry < work.entry else { throw Refused(.entry, .unknownEntry(Int(entry))) }
    if AnnulEntry.lasting.contains(operation) { throw Refused(.entry, .cannotAnnul(operation)) }
    let earlier: Int64? = try work.db.value(
      """
      SELECT a.seq FROM entry a WHERE a.annuls = \(entry) AND NOT EXISTS (
        SELECT 1 FROM entry b WHERE b.annuls = a.seq) LIMIT 1
      """
    )
    if let earlier { throw Refused(.entry, .alreadyAnnulled(by: Int(earlier))) }
    let annulment = Annulment(db: work.db, entry: entry)
    let subjects = try annulment.subjects()
    try authorise(subjects, work)
    try annulment.standing().map { Objection(.entry, .standsOn(entry: Int($0.seq), operation: $0.operation)) }
      .raise()

    work.annuls = entry
    for table in JournaledTable.all where table.isDated && !table.isDerived {
      for id in try annulment.living(table) { try work.supersede(table, id) }
      try annulment.restore(table, work)
    }
    let units = UnitStore(db: work.db)
    if !subjects.units.isEmpty {
      try units.refreshAncestry(of: subjects.units, work)
      try units.demandSound(subjects.units)
    }
    let lives = LifeStore(db: work.db)
    for person in subjects.people {
      guard let life = try lives.life(person) else { continue }
      try lives.demandSound(life)
      try IdentifierStore(db: work.db).demandSound(person, work)
      try TransferStore(db: work.db).demandOnePending(person)
      try DuesStore(db: work.db).demandSound(person)
      try BadgeStore(db: work.db).demandSound(person)
      try CandidacyStore(db: work.db).demandSound(person)
      try lives.refreshRoll(life, work)
    }
    return entry
  }

  private func authorise(_ subjects: Annulment.Subjects, _ work: Work) throws {
    if subjects.isEmpty { try work.requireEverywhere(.annul) }
    if subjects.touchesRights { try work.requireEverywhere(.grantRights) }
    for unit in subjects.units {
      // A unit's own name and place are for the level above, also to take back.
      try work.require(.annul, on: unit)
      try work.require(.changeUnit, on: unit)
    }
    for person in subjects.people { try work.require(.annul, on: person) }
    for unit in subjects.homes { try work.require(.annul, on: unit) }
  }
}

/// What taking back one entry touches.
struct Annulment {
  let db: any Connection
  let entry: Int64

  struct Subjects {
    var units: [ID<Unit>] = []
    var people: [ID<Person>] = []
    /// The units that people come to, or leave, by it.
    var homes: [ID<Unit>] = []
    var touchesRights = false

    var isEmpty: Bool { units.isEmpty && people.isEmpty && !touchesRights }
  }

  /// The facts whose living version is the entry's, or a copy that restores the entry's.
  func living(_ table: JournaledTable) throws -> [ID<FactMark>] {
    try db.rows(
      """
      SELECT id FROM \(name: table.name) WHERE recorded = \(entry) AND superseded IS NULL
      UNION SELECT id FROM \(name: table.name) WHERE restores = \(entry) AND superseded IS NULL
      ORDER BY id
      """
    ) { try $0[0] }
  }

  /// Writes again the versions that the entry superseded.
  func restore(_ table: JournaledTable, _ work: Work) throws {
    let rows = try db.rows(
      """
      SELECT id, start_on, end_on, recorded, restores, \(names: table.columns) FROM \(name: table.name)
      WHERE superseded = \(entry) ORDER BY id, recorded
      """
    ) { row in
      let values = (5..<(5 + table.columns.count)).map { row.source.value($0) }
      return (
        id: try row[0] as ID<FactMark>, start: try row[1] as CivilDate, end: try row[2] as CivilDate?,
        origin: try (row[4] as Int64?) ?? (row[3] as Int64), values: values
      )
    }
    for row in rows {
      guard let span = Span(from: row.start, until: row.end) else { continue }
      try work.write(table, row.id, span, row.values, restores: row.origin)
    }
  }

  /// The later entries that stand on this one: they superseded a version of it, or refer to something it
  /// made.
  func standing() throws -> [(seq: Int64, operation: String)] {
    var seqs: Set<Int64> = []
    for table in JournaledTable.all where table.isDated && !table.isDerived {
      let written: [ID<FactMark>] = try db.rows(
        "SELECT DISTINCT id FROM \(name: table.name) WHERE recorded = \(entry)"
      ) { try $0[0] }
      let living = Set(try living(table))
      for id in written where !living.contains(id) {
        // Whoever wrote, or took away, the newest version of this fact.
        let newest: Int64? = try db.value(
          """
          SELECT coalesce(superseded, recorded) FROM \(name: table.name) WHERE id = \(id)
          ORDER BY recorded DESC LIMIT 1
          """
        )
        if let newest, newest != entry { seqs.insert(newest) }
      }
      for (column, identity) in table.references {
        let made = identity.table
        let found: [Int64] = try db.rows(
          """
          SELECT DISTINCT t.recorded FROM \(name: made.name) i
          JOIN \(name: table.name) t ON t.\(name: column) = i.id
          WHERE i.recorded = \(entry) AND t.superseded IS NULL AND t.recorded <> \(entry)
            AND coalesce(t.restores, 0) <> \(entry)
          """
        ) { try $0[0] }
        seqs.formUnion(found)
      }
    }
    return try seqs.sorted().map { seq in
      (seq, try db.value("SELECT operation FROM entry WHERE seq = \(seq)") ?? "")
    }
  }

  /// What a column of the rows of a table holds that change; `nobody`: of those alone that name nobody there.
  private func touched(_ table: JournaledTable, _ column: StaticString, nobody: StaticString? = nil) -> SQL {
    let named: SQL = nobody.map { "\(name: $0) IS NULL" } ?? "\(name: column) IS NOT NULL"
    return """
      SELECT \(name: column) FROM \(name: table.name) WHERE recorded = \(entry) AND \(named)
      UNION SELECT \(name: column) FROM \(name: table.name) WHERE superseded = \(entry) AND \(named)
      UNION SELECT \(name: column) FROM \(name: table.name) WHERE restores = \(entry) AND \(named)
      """
  }

  /// The units and people whose facts change.
  func subjects() throws -> Subjects {
    var subjects = Subjects()
    var units: Set<ID<Unit>> = []
    var people: Set<ID<Person>> = []
    for table in JournaledTable.all where table.isDated && !table.isDerived {
      guard
        let owner = table.references.first(where: {
          $0.identity == .person || $0.identity == .unit || $0.identity == .account
        })
      else { continue }
      // A fact is of the person it names so; one that only mentions people is its unit's.
      let person = table.references.first { $0.identity == .person && "\($0.column)" == "person" }
      let column = person?.column ?? owner.column
      let ids: [Int64] = try db.rows(touched(table, column)) { try $0[0] }
      if person != nil {
        people.formUnion(ids.map { ID($0) })
        // What is said of a unit where others are said of people is the unit's that says it.
        if let unit = table.references.first(where: { "\($0.column)" == "unit" })?.column {
          units.formUnion(try db.rows(touched(table, unit, nobody: column)) { try $0[0] as ID<Unit> })
        }
      } else if owner.identity == .account {
        if !ids.isEmpty { subjects.touchesRights = true }
      } else {
        units.formUnion(ids.map { ID($0) })
      }
    }
    subjects.units = units.sorted()
    subjects.people = people.sorted()
    subjects.homes = try db.rows(
      """
      SELECT unit FROM affiliation WHERE role = 'home' AND recorded = \(entry)
      UNION SELECT unit FROM affiliation WHERE role = 'home' AND superseded = \(entry)
      UNION SELECT unit FROM affiliation WHERE role = 'home' AND restores = \(entry)
      ORDER BY unit
      """
    ) { try $0[0] }
    return subjects
  }
}
