package import Basics
package import Rules
import Storage

/// The record of another installation as it is before it comes in.
package struct OtherRecord: Sendable {
  package let installation: Int64
  /// Its own number and those of all installations whose identities it holds.
  package let numbers: Set<Int64>
  /// Its last entry, and the hash of it.
  package let entries: Int64
  package let head: [UInt8]
  /// The units at the top on the day.
  package let roots: [Root]
  /// The codes of all its units.
  let codes: Set<String>
  /// What its units hold on the day.
  let places: [ID<Unit>: ReorganisedTree.Place]
  /// The plans of reorganisation in the making.
  let plans: [String]
  let journalFaults: Int
  let checkFaults: Int
  /// How many accounts can sign in there, and how many rights hold.
  let accounts: Int
  let grants: Int
  /// What may stand before a code that is taken here: no code there begins so.
  let prefixes: [String]

  package struct Root: Hashable, Sendable {
    package let unit: ID<Unit>
    package let code: String
    package let kind: UnitKind
  }

  /// Looks through it all, the journal and everything that must be true too.
  init(_ db: any Connection, on day: CivilDate) throws {
    installation = try db.value("SELECT number FROM installation WHERE id = 1") ?? 0
    numbers = try OtherRecord.numbers(db)
    let journal = try JournalCheck(db: db).run()
    (entries, head, journalFaults) = (journal.entries, journal.head, journal.faults.count)
    checkFaults = try IntegrityChecks(db: db).run().count
    let tree = try ReorganisationStore(db: db).tree(on: day, for: [])
    places = OtherRecord.byUnit(tree)
    roots = places.values.filter { $0.parent == nil }.compactMap { place in
      place.id.map { Root(unit: $0, code: place.code, kind: place.kind) }
    }.sorted { $0.code < $1.code }
    codes = Set(try db.rows("SELECT u.code FROM unit u") { try $0[0] as String })
    plans = try db.rows(
      """
      SELECT d.title FROM reorganisation_draft d WHERE \(known("d")) AND d.state IN ('draft', 'submitted')
      ORDER BY d.start_on, d.id
      """
    ) { try $0[0] }
    accounts = try db.count("SELECT count(*) FROM credential")
    grants = try db.count("SELECT count(*) FROM access_grant g WHERE \(known("g"))")
    let origin = roots.first?.code ?? ""
    prefixes = try (1...9).map { $0 == 1 ? "\(origin)-" : "\(origin)-\($0)-" }
      .filter { try OtherRecord.isFree($0, db) }
  }

  /// The numbers of all installations whose identities a record holds, and its own.
  static func numbers(_ db: any Connection) throws -> Set<Int64> {
    var numbers: Set<Int64> = []
    for table in ["unit", "person", "membership", "decision", "account"] as [StaticString] {
      // An identity holds the number of whoever drew it, above the running number.
      try db.each("SELECT DISTINCT (t.id >> 11) & 1023 FROM \(name: table) t") { numbers.insert(try $0[0]) }
    }
    try db.each("SELECT number FROM installation WHERE id = 1") { numbers.insert(try $0[0]) }
    return numbers
  }

  /// What each unit of a day holds, by its identity.
  static func byUnit(_ tree: ReorganisedTree) -> [ID<Unit>: ReorganisedTree.Place] {
    tree.places.values.reduce(into: [:]) { found, place in
      if let unit = place.id { found[unit] = place }
    }
  }

  /// Whether no code of a unit or a person, and no account, begins so.
  static func isFree(_ prefix: String, _ db: any Connection) throws -> Bool {
    let next = String(prefix.dropLast()) + "."
    return try !db.exists(
      """
      SELECT u.code FROM unit u WHERE u.code >= \(prefix) AND u.code < \(next)
      UNION ALL SELECT o.code FROM person o WHERE o.code >= \(prefix) AND o.code < \(next)
      UNION ALL SELECT a.name FROM account a WHERE a.name >= \(prefix) AND a.name < \(next)
      """
    )
  }

  /// What keeps it from coming in under a unit, as far as it can be told before: the unit it is about with the reason.
  func obstacles(under code: String, on day: CivilDate, in db: any Connection) throws -> [Obstacle] {
    let own: Int64? = try db.value("SELECT number FROM installation WHERE id = 1")
    if installation == own { return [Obstacle(nil, .absorption(.sameInstallation(Int(installation))))] }
    let shared = numbers.intersection(try OtherRecord.numbers(db)).sorted()
    if !shared.isEmpty { return [Obstacle(nil, .absorption(.alreadyHere(shared.map(Int.init))))] }
    var found: [Obstacle] = []
    if journalFaults + checkFaults > 0 {
      found.append(Obstacle(nil, .absorption(.notSound(journal: journalFaults, checks: checkFaults))))
    }
    found += try placement(under: code, on: day, db)
    if let plan = plans.first, try !taken(in: db).isEmpty {
      found.append(Obstacle(roots.first?.code, .absorption(.planAwaits(plan))))
    }
    return found
  }

  private func placement(
    under code: String,
    on day: CivilDate,
    _ db: any Connection
  ) throws -> [Obstacle] {
    guard let root = roots.first, roots.count == 1 else {
      return [Obstacle(nil, .absorption(.notOneRoot(roots.count)))]
    }
    let store = UnitStore(db: db)
    guard let parent = try store.unit(code: code), let life = try store.life(parent) else {
      return [Obstacle(code, .unknownUnit(code))]
    }
    guard let kind = life.kind(on: day) else {
      return [Obstacle(code, .unitAbsent(unit: code, exists: life.existence, needed: Span(open: day)))]
    }
    if root.kind.parents.contains(kind) { return [] }
    let allowed = root.kind.parents.compactMap { $0 }
    return [
      Obstacle(root.code, .absorption(.wrongPlace(root: root.kind, under: kind, allowed: allowed)))
    ]
  }

  /// The codes of its units that are taken in a record.
  func taken(in db: any Connection) throws -> [String] {
    var taken: [String] = []
    for few in codes.sorted().chunks(of: 400) {
      let list = SQL.join(few.map { "\($0)" }, ", ")
      taken += try db.rows("SELECT u.code FROM unit u WHERE u.code IN (\(list)) ORDER BY u.code") {
        try $0[0] as String
      }
    }
    return taken
  }
}

/// What keeps a record from coming in, and the unit it is about.
package struct Obstacle: Hashable, Sendable {
  package let unit: String?
  package let refusal: Refusal

  init(_ unit: String?, _ refusal: Refusal) {
    self.unit = unit
    self.refusal = refusal
  }
}
