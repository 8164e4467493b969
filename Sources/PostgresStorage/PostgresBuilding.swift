import Storage

/// A record in the making: it stands apart until it is finished.
extension PostgresDatabase {
  /// The schema in which a record is made: nobody looks there for one.
  static let apart = "chibo_unfinished"

  /// A new record, made where nobody sees it and put in its place when it is finished.
  ///
  /// What an earlier attempt left is removed.
  package static func build(_ url: String) async throws -> PostgresDatabase {
    var place = try PostgresAddress(url)
    let isMade = try await !isThere(place)
    if isMade {
      try await make(place)
    } else if try await exists(url) {
      throw StorageError.cannotOpen(place.shown, reason: "exists")
    }
    try await within(place) { link in
      try link.command("DROP SCHEMA IF EXISTS \(apart) CASCADE; CREATE SCHEMA \(apart)")
    }
    place.isBuilding = true
    return PostgresDatabase(place, readers: 4, isMade: isMade)
  }

  /// Puts a record that was built into its place, lasting.
  package func finish() async throws {
    try await writers.run { lane in
      try lane.transaction("BEGIN", isLasting: true) { link in
        try link.command("SET LOCAL synchronous_commit = on")
        for table in try PostgresConnection(link).tables() {
          try link.command("ALTER TABLE \(PostgresDialect.quoted(table.name)) SET SCHEMA public")
        }
        try link.command("DROP SCHEMA \(PostgresDatabase.apart)")
      }
    }
    try close()
    // Else indexes alone answer nothing before the server gets round to it.
    var open = place
    open.isBuilding = false
    try await PostgresDatabase.within(open) { link in
      try link.command("SET statement_timeout = 0")
      try link.command("VACUUM (ANALYZE)")
    }
  }

  /// Gives up a record that was being built.
  package func abandon() async {
    try? close()
    if isMade {
      try? await PostgresDatabase.remove(place)
    } else {
      var open = place
      open.isBuilding = false
      try? await PostgresDatabase.within(open) { link in
        try link.command("DROP SCHEMA IF EXISTS \(PostgresDatabase.apart) CASCADE")
      }
    }
  }
}
