import Basics
import Records
import Rules
import Storage
import TestWorld

extension PlantedErrors {
  /// Errors about candidates.
  static let ofCandidates = [
    PlantedError(check: .candidateOrMember, name: "a candidate who is a member", subject: "QN1004") {
      db,
      record in
      try db.execute(
        """
        INSERT INTO candidacy (id, start_on, recorded, candidacy, person, unit, source)
        VALUES (\(record.fact), '2020-01-01', \(record.entry), \(record.fact), \(record.person("QN1004")),
          \(record.unit("C1")), 'worker')
        """
      )
    },
    PlantedError(check: .candidateOrMember, name: "admitted, and no member", subject: "GONE") { db, record in
      try db.execute(
        """
        INSERT INTO candidacy (id, start_on, end_on, recorded, candidacy, person, unit, source, outcome)
        VALUES (\(record.fact), '2020-01-01', '2021-01-01', \(record.entry), \(record.fact),
          \(record.person("GONE")), \(record.unit("C1")), 'worker', 'admitted')
        """
      )
    },
    PlantedError(check: .stepOfCandidacy, name: "a step of nobody's candidacy", subject: "QN1004") {
      db,
      record in
      try db.execute(
        """
        INSERT INTO candidate_step (id, start_on, recorded, candidacy, person, step)
        VALUES (\(record.fact), '2020-01-01', \(record.entry), \(record.fact), \(record.person("QN1004")), 'cv')
        """
      )
    },
  ]
}
