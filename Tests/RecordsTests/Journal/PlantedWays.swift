import Basics
import Records
import Rules
import Storage

extension PlantedErrors {
  /// Errors in states, ways out and disciplines.
  static let ofWays = [
    PlantedError(check: .stateInMembership, name: "exempt years after leaving", subject: "GONE") {
      db,
      record in
      try db.execute(
        """
        INSERT INTO member_state (id, start_on, end_on, recorded, person, state)
        VALUES (\(record.fact), '2015-01-01', '2016-01-01', \(record.entry), \(record.person("GONE")), 'exempt')
        """
      )
    },
    PlantedError(check: .stateInMembership, name: "exempt beyond the leaving", subject: "GONE") {
      db,
      record in
      try db.execute(
        """
        INSERT INTO member_state (id, start_on, recorded, person, state)
        VALUES (\(record.fact), '2010-01-01', \(record.entry), \(record.person("GONE")), 'exempt')
        """
      )
    },
    PlantedError(check: .stateInMembership, name: "suspended twice", subject: "QN1004") { db, record in
      for number in [Int64(0), 1] {
        try db.execute(
          """
          INSERT INTO member_state (id, start_on, recorded, person, state)
          VALUES (\(record.fact + number), '2020-01-01', \(record.entry), \(record.person("QN1004")), 'suspended')
          """
        )
      }
    },
    PlantedError(check: .oneOpenCase, name: "two ways out at once", subject: "QN1004") { db, record in
      for number in [Int64(0), 1] {
        try db.execute(
          """
          INSERT INTO leaving_case (id, start_on, recorded, person, reason)
          VALUES (\(record.fact + number), '2020-01-01', \(record.entry), \(record.person("QN1004")), 'left')
          """
        )
      }
    },
    PlantedError(check: .oneOpenCase, name: "two matters that wait", subject: "QN1004") { db, record in
      for number in [Int64(0), 1] {
        try db.execute(
          """
          INSERT INTO discipline_matter (id, start_on, recorded, person, form, body, number, signed_on)
          VALUES (\(record.fact + number), '2020-01-01', \(record.entry), \(record.person("QN1004")), 'reprimand',
            \(record.unit("B1")), '1-QĐ', '2020-01-01')
          """
        )
      }
    },
    PlantedError(check: .leavingDone, name: "let go, and still a member", subject: "QN1004") { db, record in
      try db.execute(
        """
        INSERT INTO leaving_case (id, start_on, recorded, person, reason, ended_on, outcome)
        VALUES (\(record.fact), '2020-01-01', \(record.entry), \(record.person("QN1004")), 'left', '2020-03-01',
          'carriedOut')
        """
      )
    },
    PlantedError(check: .leavingDone, name: "expelled, and still a member", subject: "QN1004") { db, record in
      try db.execute(
        """
        INSERT INTO discipline (id, start_on, recorded, person, form, body, entered_by)
        SELECT \(record.fact), '2020-01-01', \(record.entry), \(record.person("QN1004")), 'expulsion',
          \(record.unit("B1")), min(a.id) FROM account a
        """
      )
    },
    PlantedError(check: .twoPeople, name: "confirmed by who entered it", subject: "QN1004") { db, record in
      try db.execute(
        """
        INSERT INTO discipline (id, start_on, recorded, person, form, body, entered_by, confirmed_by)
        SELECT \(record.fact), '2020-01-01', \(record.entry), \(record.person("QN1004")), 'reprimand',
          \(record.unit("B1")), min(a.id), min(a.id) FROM account a
        """
      )
    },
    PlantedError(check: .twoPeople, name: "a unit's confirmed by who entered it", subject: "B1") {
      db,
      record in
      try db.execute(
        """
        INSERT INTO unit_discipline (id, start_on, recorded, unit, form, body, entered_by, confirmed_by)
        SELECT \(record.fact), '2020-01-01', \(record.entry), \(record.unit("B1")), 'warning',
          \(record.unit("QN")), min(a.id), min(a.id) FROM account a
        """
      )
    },
    PlantedError(check: .unitDiscipline, name: "a unit that disciplined itself", subject: "B1") {
      db,
      record in
      try db.execute(
        """
        INSERT INTO unit_discipline (id, start_on, recorded, unit, form, body, entered_by)
        SELECT \(record.fact), '2020-01-01', \(record.entry), \(record.unit("B1")), 'warning',
          \(record.unit("B1")), min(a.id) FROM account a
        """
      )
    },
    PlantedError(check: .unitDiscipline, name: "a unit disciplined before it was", subject: "B1") {
      db,
      record in
      try db.execute(
        """
        INSERT INTO unit_discipline (id, start_on, recorded, unit, form, body, entered_by)
        SELECT \(record.fact), '1800-01-01', \(record.entry), \(record.unit("B1")), 'warning',
          \(record.unit("QN")), min(a.id) FROM account a
        """
      )
    },
    PlantedError(check: .unitDiscipline, name: "two matters about a unit", subject: "B1") { db, record in
      for number in [Int64(0), 1] {
        try db.execute(
          """
          INSERT INTO unit_discipline_matter (id, start_on, recorded, unit, form, body, number, signed_on)
          VALUES (\(record.fact + number), '2020-01-01', \(record.entry), \(record.unit("B1")), 'reprimand',
            \(record.unit("QN")), '1-QĐ', '2020-01-01')
          """
        )
      }
    },
  ]
}
