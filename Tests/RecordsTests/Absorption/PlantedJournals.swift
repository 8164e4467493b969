import Records
import Rules
import Storage

/// Errors in the journals of other installations that were brought in.
extension PlantedErrors {
  static let ofJournals = [
    PlantedError(check: .absorbedJournal, name: "a journal that came without its entries", subject: "QN") {
      db,
      record in
      try db.execute(
        """
        INSERT INTO absorbed_journal (id, recorded, installation, origin, entries, head)
        VALUES (\(record.fact), \(record.entry), 9, \(record.unit("QN")), 3, \([UInt8](repeating: 1, count: 32)))
        """
      )
    }
  ]
}
