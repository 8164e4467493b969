import Storage

extension Migration {
  /// The second factor of sign-ins, what slows guessing down, and the settings of the installation.
  ///
  /// Nothing here is a dated fact: who was asked for what is in the journal, the secrets are not.
  static let accounts = Migration(
    "0006 accounts",
    [
      """
      CREATE TABLE second_factor (
        account   BIGINT PRIMARY KEY REFERENCES account (id),
        secret    BYTEA NOT NULL,
        since     BIGINT NOT NULL,
        last_step BIGINT NOT NULL
      )
      """,
      """
      CREATE TABLE recovery_code (
        account BIGINT NOT NULL REFERENCES account (id),
        code    BYTEA NOT NULL,
        used_at BIGINT,
        PRIMARY KEY (account, code)
      )
      """,
      """
      CREATE TABLE pending_sign_in (
        token    BYTEA NOT NULL,
        account  BIGINT NOT NULL REFERENCES account (id),
        expires  BIGINT NOT NULL,
        language TEXT NOT NULL,
        PRIMARY KEY (token)
      )
      """,
      "CREATE INDEX pending_sign_in_by_account ON pending_sign_in (account)",
      "CREATE INDEX pending_sign_in_by_end ON pending_sign_in (expires)",
      """
      CREATE TABLE throttle (
        subject   BYTEA NOT NULL,
        failures  BIGINT NOT NULL,
        failed_at BIGINT NOT NULL,
        PRIMARY KEY (subject)
      )
      """,
      "CREATE INDEX throttle_by_moment ON throttle (failed_at)",
      """
      CREATE TABLE setting (
        name     TEXT PRIMARY KEY,
        value    TEXT NOT NULL,
        recorded BIGINT NOT NULL REFERENCES entry (seq)
      )
      """,
    ]
  )
}
