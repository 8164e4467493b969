import Basics
import Records
import Rules
import Storage

/// Transfers as no deed would make them.
extension PlantedErrors {
  static func transfer(
    _ id: Int64,
    of person: ID<Person>,
    _ db: any Connection,
    _ record: PlantedRecord
  ) throws {
    try db.execute(
      """
      INSERT INTO transfer (id, recorded, person, source, target, kind, event, happened_on, asked_on, asker)
      VALUES (\(id), \(record.entry), \(person), \(record.unit("C1")), \(record.unit("C2")), 'official', 'move',
        '2020-01-01', '2020-01-01', 'member')
      """
    )
  }

  static func step(
    _ transfer: Int64,
    _ state: String,
    of person: ID<Person>,
    _ db: any Connection,
    _ record: PlantedRecord,
    as fact: Int64? = nil
  ) throws {
    try db.execute(
      """
      INSERT INTO transfer_step (id, start_on, recorded, transfer, person, state)
      VALUES (\(fact ?? transfer), '2020-01-01', \(record.entry), \(transfer), \(person), \(state))
      """
    )
  }
}
