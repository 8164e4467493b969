import Basics
import Records
import Rules
import Storage
import TestWorld

/// Every error that is planted, and the record it is planted into.
enum PlantedErrors {
  /// The small organisation with an empty cell E1, a member taken over ten years after their admission, and
  /// one who has left.
  static let ground = Task {
    let world = try await World.small()
    try await world.found(
      "E1",
      "Chi bộ trống",
      .cell,
      under: world.unit("B1"),
      sector: .school,
      on: "2010-01-01"
    )
    try await world.admit(
      "Lý Tiếp Nhận",
      code: "TAKEN",
      born: "1960",
      to: world.unit("C1"),
      on: "2000-05-05",
      homeFrom: "2010-05-05"
    )
    let gone = try await world.admit("Lý Đã Đi", code: "GONE", to: world.unit("C1"), on: "2001-05-05")
    try await world.end(gone, .left, on: "2011-05-05")
    return world
  }

  static func units(_ world: World) async throws -> [String: ID<Unit>] {
    try await world.read { db in
      let rows = try db.rows("SELECT code, id FROM unit") { (try $0[0] as String, try $0[1] as ID<Unit>) }
      return Dictionary(uniqueKeysWithValues: rows)
    }
  }

  static func people(_ world: World) async throws -> [String: ID<Person>] {
    try await world.read { db in
      let rows = try db.rows("SELECT code, id FROM person") { (try $0[0] as String, try $0[1] as ID<Person>) }
      return Dictionary(uniqueKeysWithValues: rows)
    }
  }

  static let all: [PlantedError] = ofFacts + ofJournals + ofUnits + ofPeople + ofWays + ofCandidates + derived

  private static let ofFacts = [
    PlantedError(check: .oneVersion, name: "two versions of a sector", subject: "9000000000000000") {
      db,
      record in
      for entry in [record.entry - 1, record.entry] {
        try db.execute(
          """
          INSERT INTO unit_sector (id, start_on, recorded, unit, sector)
          VALUES (\(record.fact), '2020-01-01', \(entry), \(record.unit("QN")), 'agency')
          """
        )
      }
    },
    PlantedError(check: .reference, name: "a sector of no unit", subject: "9000000000000000") { db, record in
      try db.execute(
        """
        INSERT INTO unit_sector (id, start_on, recorded, unit, sector)
        VALUES (\(record.fact), '2020-01-01', \(record.entry), 1, 'agency')
        """
      )
    },
    PlantedError(check: .reference, name: "an account of nobody", subject: "9000000000000000") { db, record in
      try db.execute(
        """
        INSERT INTO account (id, name, display_name, person, recorded)
        VALUES (\(record.fact), 'x', 'x', 1, \(record.entry))
        """
      )
    },
  ]

  private static let ofUnits = [
    PlantedError(check: .oneKind, name: "two kinds at once", subject: "E1") { db, record in
      try db.execute(
        """
        INSERT INTO unit_kind (id, start_on, recorded, unit, kind)
        VALUES (\(record.fact), '2015-01-01', \(record.entry), \(record.unit("E1")), 'cell')
        """
      )
    },
    PlantedError(check: .oneKind, name: "a year without a kind", subject: "E1") { db, record in
      try db.execute("UPDATE unit_kind SET end_on = '2015-01-01' WHERE unit = \(record.unit("E1"))")
      try db.execute(
        """
        INSERT INTO unit_kind (id, start_on, recorded, unit, kind)
        VALUES (\(record.fact), '2016-01-01', \(record.entry), \(record.unit("E1")), 'cell')
        """
      )
    },
    PlantedError(check: .oneName, name: "a name too late", subject: "E1") { db, record in
      try db.execute("UPDATE unit_name SET start_on = '2010-01-02' WHERE unit = \(record.unit("E1"))")
    },
    PlantedError(check: .oneName, name: "a name too short", subject: "E1") { db, record in
      try db.execute("UPDATE unit_name SET end_on = '2020-01-01' WHERE unit = \(record.unit("E1"))")
    },
    PlantedError(check: .oneParent, name: "two parents at once", subject: "E1") { db, record in
      try db.execute(
        """
        INSERT INTO unit_parent (id, start_on, recorded, unit, parent)
        VALUES (\(record.fact), '2010-01-01', \(record.entry), \(record.unit("E1")), \(record.unit("B1")))
        """
      )
    },
    PlantedError(check: .rightParent, name: "a sub-group under a committee", subject: "E1") { db, record in
      try db.execute("UPDATE unit_kind SET kind = 'subgroup' WHERE unit = \(record.unit("E1"))")
    },
    PlantedError(check: .rightParent, name: "under a cell for a year", subject: "E1") { db, record in
      try db.execute(
        "UPDATE unit_kind SET kind = 'subgroup', end_on = '2011-01-01' WHERE unit = \(record.unit("E1"))"
      )
      try db.execute(
        """
        INSERT INTO unit_kind (id, start_on, recorded, unit, kind)
        VALUES (\(record.fact), '2011-01-01', \(record.entry), \(record.unit("E1")), 'cell')
        """
      )
    },
    PlantedError(check: .rightParent, name: "under nothing from a day on", subject: "E1") { db, record in
      try db.execute("UPDATE unit_parent SET end_on = '2020-01-01' WHERE unit = \(record.unit("E1"))")
      try db.execute(
        "UPDATE ancestry SET end_on = '2020-01-01' WHERE unit = \(record.unit("E1")) AND depth > 0"
      )
    },
  ]

  private static let ofPeople = [
    PlantedError(check: .oneMembership, name: "two memberships at once", subject: "TAKEN") { db, record in
      try db.execute(
        """
        INSERT INTO membership_term (id, start_on, end_on, recorded, membership, person)
        SELECT \(record.fact), '1999-01-01', '2001-01-01', \(record.entry), t.membership, t.person
        FROM membership_term t WHERE t.person = \(record.person("TAKEN"))
        """
      )
    },
    PlantedError(check: .oneParticulars, name: "nameless at the ceremony", subject: "TAKEN") { db, record in
      try db.execute(
        "UPDATE particulars SET start_on = '2005-01-01' WHERE person = \(record.person("TAKEN"))"
      )
    },
    PlantedError(check: .recognition, name: "official on the day of leaving", subject: "GONE") { db, record in
      try db.execute(
        "UPDATE membership_term SET official_on = '2011-05-05' WHERE person = \(record.person("GONE"))"
      )
      try db.execute("UPDATE roll SET official_on = '2011-05-05' WHERE person = \(record.person("GONE"))")
    },
    PlantedError(check: .oneHome, name: "at home in two cells", subject: "QN1004") { db, record in
      try db.execute(
        """
        INSERT INTO affiliation (id, start_on, recorded, person, unit, role)
        VALUES (\(record.fact), '2020-01-01', \(record.entry), \(record.person("QN1004")), \(record.unit("C2")), 'home')
        """
      )
      try db.execute(
        """
        INSERT INTO roll (id, start_on, recorded, person, unit, membership, admitted_on, official_on, sex, born,
          ethnicity, sort_key, arrival)
        SELECT \(record.fact + 1), '2020-01-01', \(record.entry), r.person, \(record.unit("C2")), r.membership,
          r.admitted_on, r.official_on, r.sex, r.born, r.ethnicity, r.sort_key, 'transferred'
        FROM roll r WHERE r.person = \(record.person("QN1004"))
        """
      )
    },
    PlantedError(check: .noGap, name: "a home that ends before the membership", subject: "QN1004") {
      db,
      record in
      try db.execute("UPDATE affiliation SET end_on = '2020-01-01' WHERE person = \(record.person("QN1004"))")
      try db.execute("UPDATE roll SET end_on = '2020-01-01' WHERE person = \(record.person("QN1004"))")
    },
    PlantedError(check: .homeInMembership, name: "at home before the ceremony", subject: "TAKEN") {
      db,
      record in
      try db.execute(
        """
        INSERT INTO affiliation (id, start_on, end_on, recorded, person, unit, role)
        VALUES (\(record.fact), '2000-02-01', '2000-03-01', \(record.entry), \(record.person("TAKEN")),
          \(record.unit("C1")), 'home')
        """
      )
    },
    PlantedError(check: .tieInMembership, name: "a tie that outlasts the membership", subject: "GONE") {
      db,
      record in
      try db.execute(
        """
        INSERT INTO affiliation (id, start_on, recorded, person, unit, role)
        VALUES (\(record.fact), '2010-06-01', \(record.entry), \(record.person("GONE")), \(record.unit("E1")), 'host')
        """
      )
    },
    PlantedError(check: .tieInMembership, name: "a post years after leaving", subject: "GONE") { db, record in
      try db.execute(
        """
        INSERT INTO post (id, start_on, end_on, recorded, person, unit, post)
        VALUES (\(record.fact), '2015-01-01', '2016-01-01', \(record.entry), \(record.person("GONE")),
          \(record.unit("E1")), 'secretary')
        """
      )
    },
    PlantedError(check: .oneIdentifier, name: "one handbook for two", subject: "TAKEN") { db, record in
      for (number, code) in [(Int64(0), "QN1004"), (Int64(1), "TAKEN")] {
        try db.execute(
          """
          INSERT INTO identifier (id, start_on, recorded, person, system, value)
          VALUES (\(record.fact + number), '2020-01-01', \(record.entry), \(record.person(code)), 'handbook', 'ST-77')
          """
        )
      }
    },
    PlantedError(check: .oneTransfer, name: "two transfers under way", subject: "QN1004") { db, record in
      for number: Int64 in [0, 1] {
        try PlantedErrors.transfer(record.fact + number, of: record.person("QN1004"), db, record)
        try PlantedErrors.step(record.fact + number, "asked", of: record.person("QN1004"), db, record)
      }
    },
    PlantedError(check: .oneTransfer, name: "received and given up on one day", subject: "QN1004") {
      db,
      record in
      try PlantedErrors.transfer(record.fact, of: record.person("QN1004"), db, record)
      try PlantedErrors.step(record.fact, "received", of: record.person("QN1004"), db, record)
      try PlantedErrors.step(
        record.fact,
        "withdrawn",
        of: record.person("QN1004"),
        db,
        record,
        as: record.fact + 1
      )
    },
    PlantedError(check: .oneDues, name: "dues of one month twice", subject: "TAKEN") { db, record in
      for number in [Int64(0), 1] {
        try db.execute(
          """
          INSERT INTO dues_payment (id, start_on, end_on, recorded, person, unit, amount, paid_on, channel)
          VALUES (\(record.fact + number), '2020-01-01', '2020-02-01', \(record.entry), \(record.person("TAKEN")),
            \(record.unit("C1")), 5000, '2020-01-15', 'cash')
          """
        )
      }
    },
    PlantedError(check: .oneBadge, name: "one badge twice, years apart", subject: "TAKEN") { db, record in
      for (number, day) in [(Int64(0), "2020-02-03"), (1, "2024-05-19")] {
        try db.execute(
          """
          INSERT INTO badge_award (id, start_on, recorded, person, years)
          VALUES (\(record.fact + number), \(CivilDate(day) ?? .earliest), \(record.entry),
            \(record.person("TAKEN")), 30)
          """
        )
      }
    },
    PlantedError(check: .unitThere, name: "a post before the founding", subject: "QN1004") { db, record in
      try db.execute(
        """
        INSERT INTO post (id, start_on, end_on, recorded, person, unit, post)
        VALUES (\(record.fact), '2009-12-31', '2012-01-01', \(record.entry), \(record.person("QN1004")),
          \(record.unit("E1")), 'secretary')
        """
      )
    },
    PlantedError(check: .unitThere, name: "a temporary tie before the founding", subject: "QN1004") {
      db,
      record in
      try db.execute(
        """
        INSERT INTO affiliation (id, start_on, recorded, person, unit, role)
        VALUES (\(record.fact), '2009-12-31', \(record.entry), \(record.person("QN1004")), \(record.unit("E1")),
          'temporary')
        """
      )
    },
  ]

  private static let derived = [
    PlantedError(check: .ancestry, name: "one step too many", subject: "E1") { db, record in
      try db.execute("UPDATE ancestry SET depth = 9 WHERE unit = \(record.unit("E1")) AND depth = 2")
    },
    PlantedError(check: .ancestry, name: "an ancestor missing", subject: "E1") { db, record in
      try db.execute("DELETE FROM ancestry WHERE unit = \(record.unit("E1")) AND depth = 3")
    },
    PlantedError(check: .roll, name: "another birth date on the roll", subject: "TAKEN") { db, record in
      try db.execute("UPDATE roll SET born = '1961' WHERE person = \(record.person("TAKEN"))")
    },
    PlantedError(check: .roll, name: "missing on the roll", subject: "TAKEN") { db, record in
      try db.execute("DELETE FROM roll WHERE person = \(record.person("TAKEN"))")
    },
    PlantedError(check: .findable, name: "a word nobody finds", subject: "TAKEN") { db, record in
      try db.execute("DELETE FROM name_word WHERE person = \(record.person("TAKEN")) AND word = 'tiep'")
    },
  ]
}
