import Basics
import Rules
import Storage

/// Reads the lives of many people with a fixed number of questions.
struct LifeBatch {
  let db: any Connection
  private let knowledge: Knowledge

  /// How many people are read at once: enough to spare the questions, few enough for memory to stay flat.
  static let size = 400

  init(db: any Connection, _ knowledge: Knowledge = .now) {
    self.db = db
    self.knowledge = knowledge
  }

  /// The lives of those of some people that there are, in their order.
  func lives(of people: some Collection<ID<Person>>) throws -> [Life] {
    guard !people.isEmpty else { return [] }
    let list = SQL.join(people.map { "\($0)" }, ", ")
    var lives: [ID<Person>: Life] = [:]
    try db.each("SELECT o.id, o.code FROM person o WHERE o.id IN (\(list))") { row in
      let person: ID<Person> = try row[0]
      lives[person] = Life(person: person, code: try row[1])
    }
    try each("particulars", "t.name, t.born, t.sex, t.ethnicity, t.card", list) { person, row in
      let value = Particulars(
        name: try row[6],
        born: try row[7],
        sex: try row[8],
        ethnicity: try row[9],
        card: try row[10]
      )
      lives[person]?.particulars.append(try LifeStore.fact(value, row))
    }
    try each("membership_term", "t.membership, t.decided_on, t.official_on, t.reason", list) { person, row in
      let value = Term(membership: try row[6], decided: try row[7], official: try row[8], reason: try row[9])
      lives[person]?.terms.append(try LifeStore.fact(value, row))
    }
    try each("affiliation", "t.unit, t.role", list) { person, row in
      lives[person]?.affiliations.append(try LifeStore.fact(Affiliation(try row[6], try row[7]), row))
    }
    try each("post", "t.unit, t.post", list) { person, row in
      lives[person]?.posts.append(try LifeStore.fact(Post(try row[6], try row[7]), row))
    }
    try each("member_state", LeavingStore.stateColumns, list) { person, row in
      lives[person]?.states.append(try LifeStore.fact(try LeavingStore.state(row, from: 6), row))
    }
    return people.compactMap { lives[$0] }
  }

  /// The facts of one table about some people, in order of day; the person stands before what is asked for.
  private func each(
    _ table: StaticString,
    _ columns: SQL,
    _ people: SQL,
    _ body: (ID<Person>, Row) throws -> Void
  ) throws {
    try db.each(
      """
      SELECT t.id, t.start_on, t.end_on, t.cited, t.line, t.person, \(columns) FROM \(name: table) t
      WHERE t.person IN (\(people)) AND \(known("t", knowledge)) ORDER BY t.start_on, t.id
      """
    ) { row in try body(try row[5], row) }
  }

  /// Their stays on the roll as they are recorded, in order of day.
  func stays(of people: some Collection<ID<Person>>) throws -> [ID<Person>: [(ID<FactMark>, RollSpan)]] {
    guard !people.isEmpty else { return [:] }
    let list = SQL.join(people.map { "\($0)" }, ", ")
    var stays: [ID<Person>: [(ID<FactMark>, RollSpan)]] = [:]
    try db.each(
      """
      SELECT \(LifeStore.stayColumns), r.person FROM roll r
      WHERE r.person IN (\(list)) AND \(known("r", knowledge)) ORDER BY r.start_on
      """
    ) { row in stays[try row[13], default: []].append(try LifeStore.stay(row)) }
    return stays
  }
}
