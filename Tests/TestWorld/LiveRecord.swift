import Records
package import Storage

/// Everything that is known now, as texts: the living rows of every dated table without their identities
/// and entries, sorted.
///
/// Two records that answer every question of today alike have the same.
package struct LiveRecord: Hashable, Sendable {
  /// The rows by table.
  package let tables: [String: [String]]

  /// What is known now, or was when `entry` was the last one.
  package init(_ db: any Connection, asKnownAt entry: Int64? = nil) throws {
    let known: SQL =
      entry.map { "recorded <= \($0) AND (superseded IS NULL OR superseded > \($0))" } ?? "superseded IS NULL"
    var tables: [String: [String]] = [:]
    for table in JournaledTable.all where table.isDated {
      let rows: [String] = try db.rows(
        """
        SELECT start_on, end_on, \(names: table.columns) FROM \(name: table.name) WHERE \(known)
        """
      ) { row in
        (0..<(table.columns.count + 2)).map { LiveRecord.text(row.source.value($0)) }.joined(separator: "|")
      }
      if !rows.isEmpty { tables["\(table.name)"] = rows.sorted() }
    }
    self.tables = tables
  }

  private static func text(_ value: SQLValue) -> String {
    switch value {
    case .integer(let number): number.map(String.init) ?? "–"
    case .text(let text), .day(let text): text ?? "–"
    case .bytes(let bytes): bytes?.hex ?? "–"
    }
  }
}

extension World {
  package func live() async throws -> LiveRecord {
    try await read { try LiveRecord($0) }
  }
}
