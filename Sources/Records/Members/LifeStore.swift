package import Basics
package import Rules
package import Storage

/// Reads the lives of people and writes what changes in them.
package struct LifeStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// The identity of a person's code, even of one whose facts were all annulled.
  package func person(code: String) throws -> ID<Person>? {
    try db.value("SELECT id FROM person WHERE code = \(code)")
  }

  /// Everything known of one person; `nil` when there is no such person.
  package func life(_ person: ID<Person>, _ knowledge: Knowledge = .now) throws -> Life? {
    try LifeBatch(db: db, knowledge).lives(of: [person]).first
  }

  static func fact<Value>(_ value: Value, _ row: Row) throws -> Fact<Value> {
    guard let span = Span(from: try row[1], until: try row[2]) else { throw StorageError.unreadable("span") }
    return Fact(value, span, id: try row[0], cited: try row[3], line: try row[4])
  }
}

/// The codes and days of units, each asked for once.
struct Existences {
  let db: any Connection
  private(set) var known: [ID<Unit>: (code: String, existence: Span?)] = [:]

  init(db: any Connection) {
    self.db = db
  }

  mutating func look(_ unit: ID<Unit>) throws {
    if known[unit] == nil { known[unit] = try UnitStore(db: db).existence(unit) }
  }
}

extension LifeStore {
  /// Writes what changed in a person's life, then their stays on the roll.
  ///
  /// Throws `Refused` with everything in the changed life that cannot be true.
  func save(_ new: Life, from old: Life?, _ work: Work) throws {
    var new = new
    for index in new.terms.indices where new.terms[index].value.membership == nil {
      let membership: ID<Membership> = work.draw()
      try work.insert(.membership, membership, [new.person.sqlValue])
      new.terms[index].value.membership = membership
    }
    try demandSound(new)
    let person = new.person
    try work.save(.particulars, from: old?.particulars ?? [], to: new.particulars) {
      LifeStore.row(person, $0)
    }
    try work.save(.term, from: old?.terms ?? [], to: new.terms) { LifeStore.row(person, $0) }
    try saveTies(new, from: old, work)
    try work.save(.state, from: old?.states ?? [], to: new.states) { LeavingStore.row(person, $0) }
    if old?.particulars != new.particulars { try index(new, as: person) }
    try refreshRoll(new, work)
  }

  /// Writes what changed in a person's ties to units.
  func saveTies(_ new: Life, from old: Life?, _ work: Work) throws {
    let person = new.person
    try work.save(.affiliation, from: old?.affiliations ?? [], to: new.affiliations) {
      LifeStore.row(person, $0)
    }
    try work.save(.post, from: old?.posts ?? [], to: new.posts) { LifeStore.row(person, $0) }
  }

  /// The tables of people, which an import fills.
  static let tables: [StaticString] = [
    "person", "membership", "particulars", "membership_term", "affiliation", "post", "roll",
  ]

  /// Writes a whole new life that is known to be sound, as fast as the engine takes it; not the words it is
  /// found by.
  ///
  /// `known`: the identity of the person's code, when there is one already.
  func writeNew(_ life: Life, known: ID<Person>?, _ work: Work) throws -> ID<Person> {
    let person: ID<Person> = known ?? work.draw()
    if known == nil { try work.insert(.person, person, [life.code.sqlValue]) }
    var life = life
    for index in life.terms.indices {
      let membership: ID<Membership> = work.draw()
      try work.insert(.membership, membership, [person.sqlValue])
      life.terms[index].value.membership = membership
    }
    for fact in life.particulars {
      try work.write(.particulars, work.draw(), fact.span, LifeStore.row(person, fact))
    }
    for fact in life.terms { try work.write(.term, work.draw(), fact.span, LifeStore.row(person, fact)) }
    for fact in life.affiliations {
      try work.write(.affiliation, work.draw(), fact.span, LifeStore.row(person, fact))
    }
    for fact in life.posts { try work.write(.post, work.draw(), fact.span, LifeStore.row(person, fact)) }
    for stay in life.rollSpans() {
      try work.write(.roll, work.draw(), stay.span, LifeStore.rollRow(person, stay))
    }
    return person
  }

  /// Lets the person be found by every word of every name.
  func index(_ life: Life, as person: ID<Person>) throws {
    for word in Set(life.particulars.flatMap { VietnameseName.nameWords($0.value.name) }).sorted() {
      try db.execute(
        """
        INSERT INTO name_word (word, person) VALUES (\(word), \(person))
        ON CONFLICT (word, person) DO NOTHING
        """
      )
    }
  }

  /// Refuses a life that cannot be true.
  func demandSound(_ life: Life) throws {
    var existences = Existences(db: db)
    try demandSound(life, &existences)
  }

  /// Refuses a life that cannot be true; the days of units are asked for once for many lives.
  func demandSound(_ life: Life, _ existences: inout Existences) throws {
    for unit in Set(life.affiliations.map(\.value.unit) + life.posts.map(\.value.unit)) {
      try existences.look(unit)
    }
    let known = existences.known
    let findings = life.findings { known[$0] ?? ($0.description, nil) }
    try findings.map(\.objection).raise()
  }

  /// Works out a person's stays on the roll again and writes what differs.
  func refreshRoll(_ life: Life, _ work: Work) throws {
    let recorded = try LifeBatch(db: db).stays(of: [life.person])[life.person] ?? []
    try refreshRoll(life, from: recorded, work)
  }

  /// Writes what differs from the stays as they are recorded; those have, in place of the name, its sort key.
  func refreshRoll(_ life: Life, from recorded: [(ID<FactMark>, RollSpan)], _ work: Work) throws {
    var missing = life.rollSpans()
    for (id, stay) in recorded {
      if let index = missing.firstIndex(where: { LifeStore.sameRow($0, stay) }) {
        missing.remove(at: index)
      } else {
        try work.supersede(.roll, id)
      }
    }
    for stay in missing {
      try work.write(.roll, work.draw(), stay.span, LifeStore.rollRow(life.person, stay))
    }
  }

  private static func sameRow(_ wanted: RollSpan, _ recorded: RollSpan) -> Bool {
    var wanted = wanted
    wanted.name = VietnameseName.sortKey(wanted.name)
    return wanted == recorded
  }

  static let stayColumns: SQL = """
    r.id, r.start_on, r.end_on, r.unit, r.membership, r.admitted_on, r.official_on, r.sex, r.born, r.ethnicity,
    r.sort_key, r.arrival, r.reason
    """

  static func stay(_ row: Row) throws -> (ID<FactMark>, RollSpan) {
    guard let span = Span(from: try row[1], until: try row[2]) else {
      throw StorageError.unreadable("span")
    }
    let stay = RollSpan(
      span: span,
      unit: try row[3],
      membership: try row[4],
      admitted: try row[5],
      official: try row[6],
      sex: try row[7],
      born: try row[8],
      ethnicity: try row[9],
      name: try row[10],
      arrival: try row[11],
      reason: try row[12]
    )
    return (try row[0], stay)
  }
}

// The columns of each table for a fact.
extension LifeStore {
  static func row(_ person: ID<Person>, _ fact: Fact<Particulars>) -> [SQLValue] {
    let value = fact.value
    return [
      person.sqlValue, value.name.sqlValue, VietnameseName.sortKey(value.name).sqlValue,
      VietnameseName.searchKey(value.name).sqlValue, value.born.sqlValue, value.sex.sqlValue,
      value.ethnicity.sqlValue, value.card.sqlValue, fact.cited.sqlValue, fact.line.sqlValue,
    ]
  }

  static func row(_ person: ID<Person>, _ fact: Fact<Term>) -> [SQLValue] {
    let value = fact.value
    return [
      value.membership.sqlValue, person.sqlValue, value.decided.sqlValue, value.official.sqlValue,
      value.reason.sqlValue, fact.cited.sqlValue, fact.line.sqlValue,
    ]
  }

  static func row(_ person: ID<Person>, _ fact: Fact<Affiliation>) -> [SQLValue] {
    let value = fact.value
    return [
      person.sqlValue, value.unit.sqlValue, value.role.sqlValue, fact.cited.sqlValue, fact.line.sqlValue,
    ]
  }

  static func row(_ person: ID<Person>, _ fact: Fact<Post>) -> [SQLValue] {
    let value = fact.value
    return [
      person.sqlValue, value.unit.sqlValue, value.post.sqlValue, fact.cited.sqlValue, fact.line.sqlValue,
    ]
  }

  static func rollRow(_ person: ID<Person>, _ stay: RollSpan) -> [SQLValue] {
    [
      person.sqlValue, stay.unit.sqlValue, stay.membership.sqlValue, stay.admitted.sqlValue,
      stay.official.sqlValue, stay.sex.sqlValue, stay.born.sqlValue, stay.ethnicity.sqlValue,
      VietnameseName.sortKey(stay.name).sqlValue, stay.arrival.sqlValue, stay.reason.sqlValue,
    ]
  }
}
