package import Storage

/// A new record: the schema, and the number that makes its identities its own.
package enum Installation {
  /// Prepares an empty database.
  ///
  /// One that has been prepared stays as it is.
  ///
  /// `number`: 0 … 1023, different for every installation that exchanges lists; drawn when `nil`.
  package static func prepare(_ database: any Database, number: Int64? = nil) async throws {
    try await database.migrate(Schema.migrations)
    let number = number ?? Passwords.installationNumber()
    try await database.write { db in
      _ = try db.execute(
        """
        INSERT INTO installation (id, number, last_number) VALUES (1, \(number), 0)
        ON CONFLICT (id) DO NOTHING
        """
      )
    }
  }
}
