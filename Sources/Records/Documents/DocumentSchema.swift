import Storage

extension Migration {
  /// Files as content: lists handed in, scans, lists made here.
  ///
  /// Who may see one is decided by what refers to it.
  static let documents = Migration(
    "0005 documents",
    [
      """
      CREATE TABLE file (
        hash BYTEA NOT NULL,
        size BIGINT NOT NULL CHECK (size >= 0),
        type TEXT NOT NULL,
        kept BIGINT NOT NULL,
        PRIMARY KEY (hash)
      )
      """,
      "CREATE INDEX file_by_moment ON file (kept)",
      """
      CREATE TABLE file_chunk (
        hash   BYTEA NOT NULL REFERENCES file (hash),
        number BIGINT NOT NULL CHECK (number >= 0),
        bytes  BYTEA NOT NULL,
        PRIMARY KEY (hash, number)
      )
      """,
    ]
  )
}
