package import Basics
package import Rules
package import Storage

/// Reads the roll of a unit and below, in the order of the register.
///
/// A page is found by one of two plans: by unit, drawing from the registers of the few units below; or by
/// name, walking the register of all until the page is full. Which is cheaper depends on the unit's size.
package struct RollStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// How a page is found.
  package enum Plan: Hashable, Sendable {
    /// Draws from the registers of these units.
    case byUnit([ID<Unit>])
    /// Walks the register of everybody.
    case byName
    /// Looks up the people with a rare word in their names.
    case byWord(SearchWord)
    /// Looks up the people who are named one by one, or tied to the unit otherwise than by a home.
    case among
  }

  /// A page of the roll.
  ///
  ///
  /// `members`: how many members the unit has on the day, as far as known: it chooses the plan.
  /// `everybody`: how many stays are known in all, as far as known: it chooses the plan, too.
  /// `cursor`: where the page begins; `nil` for the first one.
  package func page(
    _ question: RollQuestion,
    members: Int,
    everybody: Int? = nil,
    from cursor: RollCursor? = nil,
    limit: Int = 50
  ) throws -> RollSlice {
    let start: (key: String, person: ID<Person>)? = try cursor.flatMap { cursor in
      let key: String? = try db.value(
        """
        SELECT r.sort_key FROM roll r WHERE r.person = \(cursor.person) AND \(asOf("r", question.asOf)) LIMIT 1
        """
      )
      return key.map { ($0, cursor.person) }
    }
    let isBackwards = start != nil && cursor?.isBackwards ?? false
    let plan = try plan(question, members: members, everybody: everybody)
    var lines = try lines(question, plan, from: start, backwards: isBackwards, limit: limit + 1)
    let hasMore = lines.count > limit
    if hasMore { lines.removeLast() }
    if isBackwards { lines.reverse() }
    let first: Int =
      if let cursor, start != nil {
        isBackwards ? max(cursor.serial - lines.count, 1) : cursor.serial + 1
      } else {
        1
      }
    return RollSlice(
      lines: lines,
      firstSerial: first,
      hasBefore: isBackwards ? hasMore : start != nil,
      hasAfter: isBackwards ? true : hasMore
    )
  }

  /// How many members a question finds.
  package func count(_ question: RollQuestion) throws -> Int {
    let few = try candidates(question) ?? rareWord(question.search).map(\.people)
    if let few {
      return try db.count(
        """
        SELECT count(*) FROM (\(few)) f
        JOIN roll r ON r.person = f.person AND \(asOf("r", question.asOf))
        WHERE \(isBelow(question)) AND \(question.condition)
        """
      )
    }
    return try db.count(
      """
      SELECT count(*) FROM ancestry a JOIN roll r ON r.unit = a.unit
      WHERE a.ancestor = \(question.unit) AND \(asOf("a", question.asOf)) AND \(asOf("r", question.asOf))
        AND \(question.condition)
      """
    )
  }

  /// How many stays are known, up to 200,001: what "everybody" costs to walk.
  package func everybody() throws -> Int {
    try db.count("SELECT count(*) FROM (SELECT 1 FROM roll r WHERE \(known("r")) LIMIT 200001) f")
  }

  /// The plan a page is found by.
  package func plan(_ question: RollQuestion, members: Int, everybody: Int? = nil) throws -> Plan {
    if candidates(question) != nil { return .among }
    if let word = try rareWord(question.search) { return .byWord(word) }
    let units = try unitsBelow(question)
    if question.asOf.knowledge != .now || units.count <= 64 { return .byUnit(units) }
    // By name, about (all ÷ members) rows are walked for each one found; by unit, every member is read.
    let all = try everybody ?? self.everybody()
    let walked = 50 * (all / max(members, 1))
    return members < 3 * walked ? .byUnit(units) : .byName
  }

  /// A word of a search that few people have, `nil` when every word is common.
  private func rareWord(_ search: String) throws -> SearchWord? {
    let limit = 2000
    var rarest: (word: SearchWord, count: Int)?
    for word in SearchWord.words(of: search) {
      var count = 0
      for place in word.places where count < limit {
        count += try db.count("SELECT count(*) FROM (\(place) LIMIT \(limit)) f")
      }
      if count < rarest?.count ?? limit { rarest = (word, count) }
    }
    return rarest?.word
  }

  /// The few people among whom those asked for are, where the question says so itself.
  func candidates(_ question: RollQuestion) -> SQL? {
    if let role = question.role {
      return """
        SELECT DISTINCT c.person AS person FROM ancestry b JOIN affiliation c ON c.unit = b.unit
        WHERE b.ancestor = \(question.unit) AND \(asOf("b", question.asOf)) AND c.role = \(role)
          AND \(asOf("c", question.asOf))
        """
    }
    guard let people = question.people else { return nil }
    let list = people.isEmpty ? "0" : SQL.join(people.map { "\($0)" }, ", ")
    return "SELECT o.id AS person FROM person o WHERE o.id IN (\(list))"
  }

  /// The units below, the unit among them, that exist on the day.
  private func unitsBelow(_ question: RollQuestion) throws -> [ID<Unit>] {
    try db.rows(
      """
      SELECT a.unit FROM ancestry a WHERE a.ancestor = \(question.unit) AND \(asOf("a", question.asOf))
      """
    ) { try $0[0] }
  }

  /// The home is in the unit or below; those asked for by another tie may be at home anywhere.
  func isBelow(_ question: RollQuestion) -> SQL {
    if question.role != nil { return "1 = 1" }
    // With an offset it is looked up for each row that is walked: no engine turns the walk round into a join.
    return """
      EXISTS (SELECT 1 FROM ancestry a
        WHERE a.unit = r.unit AND a.ancestor = \(question.unit) AND \(asOf("a", question.asOf)) LIMIT 1 OFFSET 0)
      """
  }
}
