package import Basics
package import Rules
package import Storage

/// One entry in the making: the transaction, who acts, which entry it will be, and the pens to write with.
package final class Work {
  package let db: any Connection
  package let entry: Int64
  package let moment: Int64
  package let today: CivilDate
  /// `nil` for the console, which may do everything.
  package let account: ID<Account>?
  package let decision: ID<Decision>?
  /// The number of the decision, for facts to cite.
  package let cited: String?
  /// The regulations as shipped.
  let shipped: RulebookLibrary

  private var numbers: Numbers
  private var touched: Set<Int> = []
  private var fresh: Set<Int64> = []
  /// Whether versions written by this very entry may be changed again: not while writing in bulk.
  private(set) var isBulk = false
  var annuls: Int64?

  init(
    db: any Connection,
    entry: Int64,
    moment: Int64,
    today: CivilDate,
    account: ID<Account>?,
    decision: ID<Decision>?,
    cited: String?,
    regulations: RulebookLibrary,
    numbers: Numbers
  ) {
    self.db = db
    self.entry = entry
    self.moment = moment
    self.today = today
    self.account = account
    self.decision = decision
    self.cited = cited
    shipped = regulations
    self.numbers = numbers
  }

  package func draw<Of>(_ type: Of.Type = Of.self) -> ID<Of> {
    numbers.draw()
  }

  /// The regulations as they hold for a unit today.
  func regulations(for unit: ID<Unit>) throws -> RulebookLibrary {
    try OwnRulebookStore(db: db).library(over: shipped, for: unit, AsOf(today))
  }

  func finish() throws {
    for day in ahead.sorted() {
      try db.execute("INSERT INTO takes_effect (day, entry) VALUES (\(day), \(entry))")
    }
    try numbers.save(db)
  }

  /// The days still to come on which something of this entry begins or ends.
  private var ahead: Set<CivilDate> = []

  private func note(_ span: Span) {
    if span.start > today { ahead.insert(span.start) }
    if let end = span.end, end > today { ahead.insert(end) }
  }

  /// From now on only new identities and facts are written, in order of identity within each table, and
  /// nothing is taken back: digests are made while writing.
  func beginBulk() throws {
    isBulk = true
    try db.expectBulk()
  }

  /// The digests of what was written in bulk, table by table, while that is all that was written.
  private var running: [(digest: Digest, last: Int64)?] = Array(
    repeating: nil,
    count: JournaledTable.room
  )

  /// Goes on with a table's digest; a row out of order makes it be read back at the end instead.
  private func digest(_ table: JournaledTable, _ id: Int64, _ values: [SQLValue]) {
    guard isBulk, !readBack.contains(table.number) else { return }
    let (digest, last) = running[table.number] ?? (Digest(), .min)
    guard id > last else {
      readBack.insert(table.number)
      return
    }
    for value in values { digest.add(value) }
    running[table.number] = (digest, id)
  }

  private var readBack: Set<Int> = []

  // MARK: Writing

  /// A new identity.
  func insert<Of>(_ table: JournaledTable, _ id: ID<Of>, _ values: [SQLValue]) throws {
    touched.insert(table.number)
    let all = [id.sqlValue, entry.sqlValue] + values
    digest(table, id.number, all)
    try inserter(table).insert(all)
  }

  /// A new fact, or the next version of one.
  func write(
    _ table: JournaledTable,
    _ id: ID<FactMark>,
    _ span: Span,
    _ values: [SQLValue],
    restores: Int64? = nil
  ) throws {
    touched.insert(table.number)
    if !isBulk { fresh.insert(id.number) }
    if !table.isDerived { note(span) }
    var all: [SQLValue] = []
    all.reserveCapacity(values.count + 5)
    all.append(.integer(id.number))
    all.append(span.start.sqlValue)
    all.append(span.end.sqlValue)
    all.append(.integer(entry))
    all.append(.integer(restores))
    all += values
    digest(table, id.number, all)
    try inserter(table).insert(all)
  }

  /// What this fact said is no longer what we know.
  func supersede(_ table: JournaledTable, _ id: ID<FactMark>) throws {
    touched.insert(table.number)
    readBack.insert(table.number)
    if fresh.contains(id.number) {
      // Written by this very entry: nobody has seen it.
      try db.execute("DELETE FROM \(name: table.name) WHERE id = \(id) AND recorded = \(entry)")
    }
    try db.execute(
      """
      UPDATE \(name: table.name) SET superseded = \(entry)
      WHERE id = \(id) AND superseded IS NULL AND recorded < \(entry)
      """
    )
  }

  private var inserters: [(any Inserter)?] = Array(repeating: nil, count: JournaledTable.room)

  private func inserter(_ table: JournaledTable) throws -> any Inserter {
    if let kept = inserters[table.number] { return kept }
    let made = try db.inserter(table.name, table.lasting)
    inserters[table.number] = made
    return made
  }

  /// The digests of all that this entry wrote.
  func digests() throws -> RowDigests {
    var digests = RowDigests()
    for number in touched.sorted() {
      let kept = readBack.contains(number) ? nil : running[number]?.digest.finish()
      guard let digest = try kept ?? JournaledTable.numbered(number)?.digest(of: entry, db) else { continue }
      digests.add(table: number, digest)
    }
    return digests
  }

  // MARK: Saving facts

  /// Writes the difference between what was known of some facts and what is to be known.
  ///
  /// `encode`: the table's own columns for a fact.
  func save<Value>(
    _ table: JournaledTable,
    from old: [Fact<Value>],
    to new: [Fact<Value>],
    _ encode: (Fact<Value>) -> [SQLValue]
  ) throws {
    var before: [ID<FactMark>: Fact<Value>] = [:]
    for fact in old {
      if let id = fact.id { before[id] = fact }
    }
    for fact in new {
      if let id = fact.id, let earlier = before.removeValue(forKey: id) {
        guard earlier != fact else { continue }
        try supersede(table, id)
        try write(table, id, fact.span, encode(fact))
      } else {
        try write(table, fact.id ?? draw(), fact.span, encode(fact))
      }
    }
    for id in before.keys.sorted() { try supersede(table, id) }
  }
}
