package import Basics
package import Rules
package import Storage

/// Somebody on the list of a roll call, as they are called.
package struct AttendeeLine: Hashable, Sendable {
  package var attendee: Attendee
  package let code: String
  package let name: String
  /// The sub-group they belong to, where the cell has any.
  package let subgroup: String?
}

/// Reads who is called at the meetings of a cell on a day: a constant number of questions, whatever its size.
package struct AttendeeStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// Everybody on the list, by name: those at home, those here for a time, those lent to the cell, and those of a
  /// committee above who follow it.
  package func list(of unit: ID<Unit>, _ asOf: AsOf) throws -> [AttendeeLine] {
    let states = try states(in: unit, asOf)
    let away = try away(from: unit, asOf)
    let homes = try db.rows(
      """
      SELECT r.person, o.code, p.name, r.official_on, r.unit, n.name, r.sort_key
      FROM ancestry a
      JOIN roll r ON r.unit = a.unit AND \(Records.asOf("r", asOf))
      JOIN person o ON o.id = r.person
      JOIN particulars p ON p.person = r.person AND \(Records.asOf("p", asOf))
      JOIN unit_name n ON n.unit = r.unit AND \(Records.asOf("n", asOf))
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf))
      """
    ) { row in
      let person: ID<Person> = try row[0]
      let attending: Attending =
        if let state = states[person] {
          state == .suspended ? .suspended : .exempt
        } else {
          away.contains(person) ? .away : .home
        }
      return try line(row, attending, in: unit, asOf)
    }
    let tied = try ties(to: unit, asOf, besides: Set(homes.map(\.line.attendee.person)))
    let known = Set((homes + tied).map(\.line.attendee.person))
    return (homes + tied + (try followers(of: unit, asOf, besides: known)))
      .sorted { ($0.key, $0.line.attendee.person) < ($1.key, $1.line.attendee.person) }.map(\.line)
  }

  private func line(
    _ row: Row,
    _ attending: Attending,
    in unit: ID<Unit>,
    _ asOf: AsOf
  ) throws -> (line: AttendeeLine, key: String) {
    let official: CivilDate? = try row[3]
    let place: ID<Unit> = try row[4]
    let isOfficial = official.map { $0 <= asOf.day } ?? false
    let attendee = Attendee(try row[0], attending, isOfficial: isOfficial && attending.isObliged)
    let subgroup: String? = place == unit ? nil : try row[5]
    return (
      AttendeeLine(attendee: attendee, code: try row[1], name: try row[2], subgroup: subgroup), try row[6]
    )
  }

  /// Those who are at home elsewhere and take part here.
  private func ties(
    to unit: ID<Unit>,
    _ asOf: AsOf,
    besides homes: Set<ID<Person>>
  ) throws -> [(line: AttendeeLine, key: String)] {
    var found: [ID<Person>: (line: AttendeeLine, key: String)] = [:]
    try db.each(
      """
      SELECT f.person, o.code, p.name, r.official_on, f.unit, n.name, r.sort_key, f.role
      FROM ancestry a
      JOIN affiliation f ON f.unit = a.unit AND f.role IN ('temporary', 'host') AND \(Records.asOf("f", asOf))
      JOIN roll r ON r.person = f.person AND \(Records.asOf("r", asOf))
      JOIN person o ON o.id = f.person
      JOIN particulars p ON p.person = f.person AND \(Records.asOf("p", asOf))
      JOIN unit_name n ON n.unit = f.unit AND \(Records.asOf("n", asOf))
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf))
      """
    ) { row in
      let person: ID<Person> = try row[0]
      if homes.contains(person) || found[person]?.line.attendee.attending == .temporary { return }
      let role: AffiliationRole = try row[7]
      found[person] = try line(row, role == .temporary ? .temporary : .guest, in: unit, asOf)
    }
    return Array(found.values)
  }

  /// Those of a committee above who follow the cell.
  private func followers(
    of unit: ID<Unit>,
    _ asOf: AsOf,
    besides others: Set<ID<Person>>
  ) throws -> [(line: AttendeeLine, key: String)] {
    var found: [ID<Person>: (line: AttendeeLine, key: String)] = [:]
    try db.each(
      """
      SELECT f.follower, o.code, p.name, r.official_on, f.unit, '', r.sort_key
      FROM following f
      JOIN roll r ON r.person = f.follower AND \(Records.asOf("r", asOf))
      JOIN person o ON o.id = f.follower
      JOIN particulars p ON p.person = f.follower AND \(Records.asOf("p", asOf))
      WHERE f.unit = \(unit) AND \(Records.asOf("f", asOf))
      """
    ) { row in
      let person: ID<Person> = try row[0]
      if !others.contains(person) { found[person] = try line(row, .follower, in: unit, asOf) }
    }
    return Array(found.values)
  }

  /// Of those at home here, who is elsewhere for a time.
  private func away(from unit: ID<Unit>, _ asOf: AsOf) throws -> Set<ID<Person>> {
    Set(
      try db.rows(
        """
        SELECT f.person FROM ancestry a
        JOIN roll r ON r.unit = a.unit AND \(Records.asOf("r", asOf))
        JOIN affiliation f ON f.person = r.person AND f.role = 'temporary' AND \(Records.asOf("f", asOf))
        WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf)) AND NOT EXISTS (
          SELECT 1 FROM ancestry b WHERE b.unit = f.unit AND b.ancestor = \(unit) AND \(Records.asOf("b", asOf)))
        """
      ) { try $0[0] }
    )
  }

  /// Of those at home here, who is excused or suspended; of somebody who is both, that they are suspended.
  private func states(in unit: ID<Unit>, _ asOf: AsOf) throws -> [ID<Person>: StateKind] {
    var found: [ID<Person>: StateKind] = [:]
    try db.each(
      """
      SELECT s.person, s.state FROM ancestry a
      JOIN roll r ON r.unit = a.unit AND \(Records.asOf("r", asOf))
      JOIN member_state s ON s.person = r.person AND \(Records.asOf("s", asOf))
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf))
      """
    ) { row in
      let person: ID<Person> = try row[0]
      if found[person] != .suspended { found[person] = try row[1] }
    }
    return found
  }
}
