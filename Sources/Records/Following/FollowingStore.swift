package import Basics
package import Rules
package import Storage

/// Somebody who follows a cell, by name.
package struct FollowingLine: Hashable, Sendable {
  package let fact: Fact<Following>
  package let unitName: String
  package let followerName: String

  package var following: Following { fact.value }
}

/// Something a follower found, by the names of who wrote it down and who answers for it.
package struct VisitItemLine: Hashable, Sendable {
  package let item: VisitItem
  /// The day of the meeting at which it was found.
  package let found: CivilDate
  package let unitName: String
  package let followerName: String
  package let answererName: String?
}

/// Reads who follows which cell, and what they left of its meetings.
package struct FollowingStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// Every assignment to follow a unit, the first to begin first.
  package func facts(of unit: ID<Unit>, _ knowledge: Knowledge = .now) throws -> [Fact<Following>] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, \(Following.columns) FROM following t
      WHERE t.unit = \(unit) AND \(known("t", knowledge)) ORDER BY t.start_on, t.id
      """
    ) { row in try MeetingStore.fact(row) { try Following($0, from: 3) } }
  }

  package func fact(_ id: ID<FactMark>, _ knowledge: Knowledge = .now) throws -> Fact<Following>? {
    try db.first(
      """
      SELECT t.id, t.start_on, t.end_on, \(Following.columns) FROM following t
      WHERE t.id = \(id) AND \(known("t", knowledge))
      """
    ) { row in try MeetingStore.fact(row) { try Following($0, from: 3) } }
  }

  /// Whether somebody follows a unit on a day.
  package func follows(_ person: ID<Person>, _ unit: ID<Unit>, _ asOf: AsOf) throws -> Bool {
    try db.exists(
      """
      SELECT 1 FROM following t
      WHERE t.follower = \(person) AND t.unit = \(unit) AND \(Records.asOf("t", asOf))
      """
    )
  }

  /// Whether somebody holds a post in a committee above a unit.
  package func isAbove(_ person: ID<Person>, _ unit: ID<Unit>, on day: CivilDate) throws -> Bool {
    try db.exists(
      """
      SELECT 1 FROM post h JOIN ancestry a ON a.ancestor = h.unit AND a.unit = \(unit) AND a.unit <> a.ancestor
        AND \(asOf("a", AsOf(day)))
      WHERE h.person = \(person) AND \(asOf("h", AsOf(day)))
      """
    )
  }

  /// Who follows a unit and those below it on a day or later, by unit.
  package func lines(below unit: ID<Unit>, _ asOf: AsOf) throws -> [FollowingLine] {
    try lines(
      """
      ancestry a JOIN following t ON t.unit = a.unit
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf)) AND \(known("t", asOf.knowledge))
        AND (t.end_on IS NULL OR t.end_on > \(asOf.day))
      """,
      asOf
    )
  }

  /// Which units somebody follows on a day.
  package func lines(by person: ID<Person>, _ asOf: AsOf) throws -> [FollowingLine] {
    try lines("following t WHERE t.follower = \(person) AND \(Records.asOf("t", asOf))", asOf)
  }

  private func lines(_ source: SQL, _ asOf: AsOf) throws -> [FollowingLine] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, \(Following.columns), (
          SELECT n.name FROM unit_name n WHERE n.unit = t.unit AND \(known("n", asOf.knowledge))
            AND n.start_on <= \(asOf.day) ORDER BY n.start_on DESC LIMIT 1),
        (SELECT p.name FROM particulars p WHERE p.person = t.follower AND \(known("p", asOf.knowledge))
          ORDER BY p.start_on DESC LIMIT 1)
      FROM \(source) ORDER BY t.unit, t.start_on, t.id
      """
    ) { row in
      let (unit, follower): (String?, String?) = (try row[6], try row[7])
      return FollowingLine(
        fact: try MeetingStore.fact(row) { try Following($0, from: 3) },
        unitName: unit ?? "",
        followerName: follower ?? ""
      )
    }
  }

  // MARK: What they left

  /// The notes left of a meeting.
  package func notes(of meeting: ID<FactMark>, _ knowledge: Knowledge = .now) throws -> [Fact<VisitNote>] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, \(VisitNote.columns) FROM visit_note t
      WHERE t.meeting = \(meeting) AND \(known("t", knowledge)) ORDER BY t.id
      """
    ) { row in try MeetingStore.fact(row) { try VisitNote($0, from: 3) } }
  }

  /// All units that saw to something found, one after the other.
  package func facts(ofItem item: ID<FactMark>, _ knowledge: Knowledge = .now) throws -> [Fact<VisitItem>] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, \(VisitItem.columns) FROM visit_item t
      WHERE t.item = \(item) AND \(known("t", knowledge)) ORDER BY t.start_on, t.id
      """
    ) { row in try MeetingStore.fact(row) { try VisitItem($0, from: 3) } }
  }

  /// Whose things found a list holds.
  package enum Items: Hashable, Sendable {
    case meeting(ID<FactMark>)
    /// Those a person wrote down or answers for.
    case person(ID<Person>)
    case unit(ID<Unit>)
    case item(ID<FactMark>)
  }

  /// What was found, as whoever sees to it on the day has it; what is due first before the others.
  package func items(_ whose: Items, _ asOf: AsOf) throws -> [VisitItemLine] {
    let condition: SQL =
      switch whose {
      case .meeting(let meeting): "t.meeting = \(meeting)"
      case .person(let person): "(t.follower = \(person) OR t.answerer = \(person))"
      case .unit(let unit): "t.unit = \(unit)"
      case .item(let item): "t.item = \(item)"
      }
    func name(_ column: StaticString) -> SQL {
      """
      (SELECT p.name FROM particulars p WHERE p.person = t.\(name: column) AND \(known("p", asOf.knowledge))
        ORDER BY p.start_on DESC LIMIT 1)
      """
    }
    // any knowledge: the day of a meeting is what it was last put on.
    return try db.rows(
      """
      SELECT \(VisitItem.columns), (
          SELECT max(m.start_on) FROM meeting m WHERE m.id = t.meeting AND m.superseded IS NULL),
        (SELECT n.name FROM unit_name n WHERE n.unit = t.unit AND \(known("n", asOf.knowledge))
          AND n.start_on <= \(asOf.day) ORDER BY n.start_on DESC LIMIT 1),
        \(name("follower")), \(name("answerer"))
      FROM visit_item t WHERE \(condition) AND \(Records.asOf("t", asOf)) ORDER BY t.due, t.item
      """
    ) { row in
      let first = VisitItem.width
      let item = try VisitItem(row, from: 0)
      let (found, unit, follower): (CivilDate?, String?, String?) = (
        try row[first], try row[first + 1], try row[first + 2]
      )
      return VisitItemLine(
        item: item,
        found: found ?? item.due,
        unitName: unit ?? "",
        followerName: follower ?? "",
        answererName: try row[first + 3]
      )
    }
  }
}
