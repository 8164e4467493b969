import Storage

extension Migration {
  /// The journals of other installations whose records were brought in: whole, in order, beside our own.
  static let absorbedJournals = Migration(
    "0026 absorbed journals",
    [
      """
      CREATE TABLE absorbed_journal (
        id           BIGINT PRIMARY KEY,
        recorded     BIGINT NOT NULL REFERENCES entry (seq),
        installation BIGINT NOT NULL,
        origin       BIGINT NOT NULL REFERENCES unit (id),
        entries      BIGINT NOT NULL CHECK (entries > 0),
        head         BYTEA NOT NULL
      )
      """,
      "CREATE INDEX absorbed_journal_by_entry ON absorbed_journal (recorded, id)",
      """
      CREATE TABLE absorbed_entry (
        id        BIGINT PRIMARY KEY,
        recorded  BIGINT NOT NULL REFERENCES entry (seq),
        journal   BIGINT NOT NULL REFERENCES absorbed_journal (id),
        seq       BIGINT NOT NULL,
        moment    BIGINT NOT NULL,
        account   BIGINT NOT NULL,
        author    TEXT,
        operation TEXT NOT NULL,
        decision  BIGINT,
        request   TEXT,
        annuls    BIGINT,
        result    BIGINT,
        payload   BYTEA NOT NULL,
        rows      BYTEA NOT NULL,
        previous  BYTEA NOT NULL,
        hash      BYTEA NOT NULL
      )
      """,
      "CREATE INDEX absorbed_entry_by_entry ON absorbed_entry (recorded, id)",
      "CREATE UNIQUE INDEX absorbed_entry_seq ON absorbed_entry (journal, seq)",
      """
      CREATE TABLE absorbed_payload (
        entry BIGINT PRIMARY KEY REFERENCES absorbed_entry (id),
        body  TEXT
      )
      """,
    ]
  )
}

/// The tables of journals that were brought in.
extension JournaledTable {
  static let absorbedJournal = identity(
    53,
    "absorbed_journal",
    ["installation", "origin", "entries", "head"],
    [("origin", .unit)]
  )
  static let absorbedEntry = identity(
    54,
    "absorbed_entry",
    [
      "journal", "seq", "moment", "account", "author", "operation", "decision", "request", "annuls", "result",
      "payload", "rows", "previous", "hash",
    ]
  )
}
