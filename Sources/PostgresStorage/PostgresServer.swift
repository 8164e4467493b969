import Storage

/// What is done about a database as a whole, on its server.
extension PostgresDatabase {
  /// Whether the server has a database of this name; asked of another one, as one that is not there cannot be.
  static func isThere(_ place: PostgresAddress) async throws -> Bool {
    let lanes = PostgresLanes(place, most: 1)
    defer { lanes.close() }
    do {
      return try await lanes.run { lane in try lane.transaction("BEGIN", isLasting: false) { _ in true } }
    } catch let error as StorageError {
      guard case .server(_, .unreachable, _) = error, let name = place.name,
        let found = try? await names(place.naming("postgres")), !found.contains(name)
      else { throw error }
      return false
    }
  }

  private static func names(_ place: PostgresAddress) async throws -> [String] {
    let lanes = PostgresLanes(place, most: 1)
    defer { lanes.close() }
    return try await lanes.run { lane in
      try lane.transaction("BEGIN", isLasting: false) { link in
        try PostgresConnection(link).rows("SELECT datname FROM pg_database") { try $0[0] }
      }
    }
  }

  /// Makes a database whose texts are UTF-8 and in order of their bytes, or that begins as a copy of another one.
  static func make(_ place: PostgresAddress, copyOf template: String? = nil) async throws {
    let name = PostgresDialect.quoted(place.name ?? "")
    let kind =
      template.map { "TEMPLATE \(PostgresDialect.quoted($0))" }
      ?? "TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'"
    try await beside(place) { link in try link.command("CREATE DATABASE \(name) \(kind)") }
  }

  /// Makes a database that begins as a copy of this one, whose connections end first and are made anew.
  package func copied(to url: String, readers: Int = 4) async throws -> PostgresDatabase {
    let copy = try PostgresAddress(url)
    let name = place.name ?? ""
    try await PostgresDatabase.beside(place) { link in
      _ = try link.execute(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1",
        [.text(name)]
      )
    }
    try await PostgresDatabase.make(copy, copyOf: name)
    return PostgresDatabase(copy, readers: readers)
  }

  /// Removes a database with all that is in it, whoever uses it.
  package static func remove(_ url: String) async throws {
    try await remove(try PostgresAddress(url))
  }

  static func remove(_ place: PostgresAddress) async throws {
    let name = PostgresDialect.quoted(place.name ?? "")
    try await beside(place) { link in try link.command("DROP DATABASE IF EXISTS \(name) WITH (FORCE)") }
  }

  /// Does something about a database from beside it.
  static func beside(
    _ place: PostgresAddress,
    _ body: @escaping @Sendable (PostgresLink) throws -> Void
  ) async throws {
    try await within(place.naming("postgres"), body)
  }

  /// Does something in a database outside every transaction.
  static func within(
    _ place: PostgresAddress,
    _ body: @escaping @Sendable (PostgresLink) throws -> Void
  ) async throws {
    let lanes = PostgresLanes(place, most: 1)
    defer { lanes.close() }
    try await lanes.run { _ in
      let link = try PostgresLink(place)
      defer { link.close() }
      do {
        try body(link)
      } catch StorageError.engine(_, let message, _) {
        throw StorageError.server(place.shown, .mayNotCreate, reason: message)
      }
    }
  }
}
