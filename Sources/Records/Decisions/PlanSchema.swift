import Storage

extension Migration {
  /// The order in which decisions are listed, and the journal by operation.
  static let lists = Migration(
    "0013 lists of decisions",
    [
      "CREATE INDEX decision_by_day ON decision (signed_on, id)",
      "CREATE INDEX entry_by_operation ON entry (operation, seq)",
    ]
  )

  /// The papers of decisions, as files.
  static let scans = Migration(
    "0010 scans",
    [
      """
      CREATE TABLE decision_scan (
        id       BIGINT PRIMARY KEY,
        decision BIGINT NOT NULL REFERENCES decision (id),
        file     BYTEA NOT NULL REFERENCES file (hash),
        name     TEXT NOT NULL CHECK (name <> ''),
        recorded BIGINT NOT NULL REFERENCES entry (seq)
      )
      """,
      "CREATE INDEX decision_scan_by_decision ON decision_scan (decision, id)",
      "CREATE INDEX decision_scan_by_file ON decision_scan (file)",
      "CREATE INDEX decision_scan_by_entry ON decision_scan (recorded, id)",
    ]
  )

  /// The days still to come on which something that was recorded begins or ends.
  static let plans = Migration(
    "0009 plans",
    [
      """
      CREATE TABLE takes_effect (
        day   DATE NOT NULL,
        entry BIGINT NOT NULL REFERENCES entry (seq),
        PRIMARY KEY (day, entry)
      )
      """
    ] + dated.map(PlanSchema.backfill)
  )

  private static let dated: [StaticString] = [
    "unit_kind", "unit_name", "unit_sector", "unit_parent", "lineage", "particulars", "membership_term",
    "affiliation", "post", "access_grant",
  ]
}

/// What a record that is older than its list of plans brings along.
private enum PlanSchema {
  /// The plans of one table: whatever was recorded before these words were written and lies after them.
  static func backfill(_ table: StaticString) -> SQL {
    """
    INSERT INTO takes_effect (day, entry)
    SELECT start_on, recorded FROM \(name: table) WHERE superseded IS NULL AND start_on > '2026-11-21'
    UNION SELECT end_on, recorded FROM \(name: table) WHERE superseded IS NULL AND end_on > '2026-11-21'
    ON CONFLICT (day, entry) DO NOTHING
    """
  }
}
