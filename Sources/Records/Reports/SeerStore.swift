package import Basics
package import Rules
package import Storage

/// A role in a unit by which accounts may open files, and how many have it.
package struct Seer: Hashable, Sendable {
  package let role: Role
  package let unitName: String
  package let count: Int
}

/// Finds who may open the files of a unit, by role and unit, not by name.
package struct SeerStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// The grants in force today that let files of a unit be opened, from the widest reach to the narrowest.
  package func seers(of unit: ID<Unit>, today: CivilDate) throws -> [Seer] {
    let rows = try db.rows(
      """
      SELECT g.role, n.name, count(DISTINCT g.account), max(a.depth) FROM ancestry a
      JOIN access_grant g ON g.unit = a.ancestor AND \(asOf("g", AsOf(today)))
      JOIN unit_name n ON n.unit = a.ancestor AND \(asOf("n", AsOf(today)))
      WHERE a.unit = \(unit) AND \(asOf("a", AsOf(today)))
      GROUP BY g.role, n.name, a.ancestor ORDER BY max(a.depth) DESC, n.name, g.role
      """
    ) { row in Seer(role: try row[0], unitName: try row[1], count: try row[2]) }
    return rows.filter { Rights.allows($0.role, .readPerson, on: .own) }
  }
}
