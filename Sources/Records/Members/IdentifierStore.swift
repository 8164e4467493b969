package import Basics
package import Rules
package import Storage

/// Reads what other systems call people, and holds it to belonging to one person at a time.
package struct IdentifierStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// The identifiers of a person, in order of day.
  package func identifiers(
    of person: ID<Person>,
    _ knowledge: Knowledge = .now
  ) throws -> [Fact<Identifier>] {
    try db.rows(
      """
      SELECT i.id, i.start_on, i.end_on, i.cited, i.line, i.system, i.value FROM identifier i
      WHERE i.person = \(person) AND \(known("i", knowledge)) ORDER BY i.start_on, i.id
      """
    ) { row in
      guard let span = Span(from: try row[1], until: try row[2]) else {
        throw StorageError.unreadable("span")
      }
      let value = Identifier(system: try row[5], value: try row[6])
      return Fact(value, span, id: try row[0], cited: try row[3], line: try row[4])
    }
  }

  /// The people whom some system calls, or once called, exactly so: what is written in a find box.
  package func people(called written: String, limit: Int = 20) throws -> [ID<Person>] {
    let value = Identifier.plain(written)
    // Shorter ones are numbers of ours, or beginnings of words.
    guard value.utf8.count >= 6, value.contains(where: \.isNumber) else { return [] }
    return try db.rows(
      """
      SELECT DISTINCT i.person FROM identifier i WHERE i.value = \(value) AND \(known("i"))
      ORDER BY i.person LIMIT \(limit)
      """
    ) { try $0[0] }
  }

  /// Somebody else who has this identifier on one of these days.
  func holder(of identifier: Identifier, but person: ID<Person>, during span: Span) throws -> ID<Person>? {
    let end: SQL = span.end.map { "i.start_on < \($0)" } ?? "1 = 1"
    return try db.value(
      """
      SELECT i.person FROM identifier i
      WHERE i.value = \(identifier.value) AND i.system = \(identifier.system) AND i.person <> \(person)
        AND \(known("i")) AND (i.end_on IS NULL OR i.end_on > \(span.start)) AND \(end)
      ORDER BY i.start_on LIMIT 1
      """
    )
  }

  /// Refuses when an identifier of a person is somebody else's on one of its days.
  func demandSound(_ person: ID<Person>, _ work: Work) throws {
    for fact in try identifiers(of: person) { try demandFree(fact.value, person, fact.span, work) }
  }

  /// Refuses an identifier that is somebody else's: named only to those who may see that person.
  func demandFree(_ identifier: Identifier, _ person: ID<Person>, _ span: Span, _ work: Work) throws {
    guard let holder = try holder(of: identifier, but: person, during: span) else { return }
    let reach = Reach(db: db, today: work.today)
    let mayKnow =
      try work.account.map { account in
        try reach.unit(of: holder).map { try reach.allows(account, .readPerson, on: $0) } ?? false
      } ?? true
    let life = mayKnow ? try LifeStore(db: db).life(holder) : nil
    let name = life.map { life in life.particulars.last.map { "\($0.value.name), \(life.code)" } ?? life.code
    }
    throw Refused(.value, .identifierTaken(value: identifier.value, by: name))
  }

  /// The columns of the table for a fact.
  static func row(_ person: ID<Person>, _ fact: Fact<Identifier>) -> [SQLValue] {
    [
      person.sqlValue, fact.value.system.sqlValue, fact.value.value.sqlValue, fact.cited.sqlValue,
      fact.line.sqlValue,
    ]
  }
}
