package import Basics
package import Rules
package import Storage

/// Names with their days, for pages that speak of many people or units on many days.
package struct NameStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// What was true of each of some people, in order of day: one question for all of them.
  package func particulars(
    of people: [ID<Person>],
    _ knowledge: Knowledge
  ) throws -> [ID<Person>: [Dated<Particulars>]] {
    guard !people.isEmpty else { return [:] }
    var found: [ID<Person>: [Dated<Particulars>]] = [:]
    let list = SQL.join(people.map { "\($0)" }, ", ")
    try db.each(
      """
      SELECT p.person, p.start_on, p.end_on, p.name, p.born, p.sex, p.ethnicity, p.card FROM particulars p
      WHERE p.person IN (\(list)) AND \(known("p", knowledge)) ORDER BY p.start_on, p.id
      """
    ) { row in
      guard let span = Span(from: try row[1], until: try row[2]) else {
        throw StorageError.unreadable("span")
      }
      let value = Particulars(
        name: try row[3],
        born: try row[4],
        sex: try row[5],
        ethnicity: try row[6],
        card: try row[7]
      )
      found[try row[0], default: []].append(Dated(value, span))
    }
    return found
  }

  /// The names of each of some units, in order of day: one question for all of them.
  package func names(of units: [ID<Unit>], _ knowledge: Knowledge) throws -> [ID<Unit>: [Dated<String>]] {
    guard !units.isEmpty else { return [:] }
    var found: [ID<Unit>: [Dated<String>]] = [:]
    let list = SQL.join(units.map { "\($0)" }, ", ")
    try db.each(
      """
      SELECT n.unit, n.start_on, n.end_on, n.name FROM unit_name n
      WHERE n.unit IN (\(list)) AND \(known("n", knowledge)) ORDER BY n.start_on, n.id
      """
    ) { row in
      guard let span = Span(from: try row[1], until: try row[2]) else {
        throw StorageError.unreadable("span")
      }
      found[try row[0], default: []].append(Dated(try row[3], span))
    }
    return found
  }

  /// The numbers of some people.
  package func codes(of people: [ID<Person>]) throws -> [ID<Person>: String] {
    guard !people.isEmpty else { return [:] }
    var found: [ID<Person>: String] = [:]
    let list = SQL.join(people.map { "\($0)" }, ", ")
    try db.each("SELECT o.id, o.code FROM person o WHERE o.id IN (\(list))") { row in
      found[try row[0]] = try row[1]
    }
    return found
  }

  /// The unit each of some people belongs to today, else belonged to last, else will belong to first.
  package func homes(of people: [ID<Person>], today: CivilDate) throws -> [ID<Person>: ID<Unit>] {
    guard !people.isEmpty else { return [:] }
    var found: [ID<Person>: ID<Unit>] = [:]
    let list = SQL.join(people.map { "\($0)" }, ", ")
    try db.each(
      """
      SELECT r.person, r.unit, r.start_on FROM roll r
      WHERE r.person IN (\(list)) AND \(known("r")) ORDER BY r.start_on
      """
    ) { row in
      let person: ID<Person> = try row[0]
      if try found[person] == nil || row[2] <= today { found[person] = try row[1] }
    }
    return found
  }
}

extension Array {
  /// What is true on a day; before its first day the first, after its last the last.
  package func value<Value>(around day: CivilDate) -> Value? where Element == Dated<Value> {
    (last { $0.span.start <= day } ?? first)?.value
  }
}
