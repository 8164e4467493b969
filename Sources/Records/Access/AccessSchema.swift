import Storage

extension Migration {
  /// Rights, which are dated facts; and passwords, sign-ins and the log of readings, which are not.
  static let access = Migration(
    "0004 access",
    Schema.dated(
      "access_grant",
      """
      account BIGINT NOT NULL REFERENCES account (id), role TEXT NOT NULL,
      unit BIGINT NOT NULL REFERENCES unit (id)
      """
    ) + [
      "CREATE INDEX access_grant_now ON access_grant (account, start_on) WHERE superseded IS NULL",
      "CREATE INDEX access_grant_unit ON access_grant (unit) WHERE superseded IS NULL",
      """
      CREATE TABLE credential (
        account      BIGINT PRIMARY KEY REFERENCES account (id),
        password     TEXT NOT NULL,
        changed      BIGINT NOT NULL,
        failures     BIGINT NOT NULL,
        failed_at    BIGINT,
        locked       BIGINT NOT NULL CHECK (locked IN (0, 1)),
        signed_in_at BIGINT
      )
      """,
      """
      CREATE TABLE sign_in (
        token    BYTEA NOT NULL,
        account  BIGINT NOT NULL REFERENCES account (id),
        began    BIGINT NOT NULL,
        expires  BIGINT NOT NULL,
        language TEXT NOT NULL,
        PRIMARY KEY (token)
      )
      """,
      "CREATE INDEX sign_in_by_account ON sign_in (account)",
      "CREATE INDEX sign_in_by_end ON sign_in (expires)",
      """
      CREATE TABLE reading (
        id      BIGINT PRIMARY KEY,
        account BIGINT NOT NULL REFERENCES account (id),
        moment  BIGINT NOT NULL,
        kind    TEXT NOT NULL,
        person  BIGINT REFERENCES person (id),
        unit    BIGINT REFERENCES unit (id),
        on_day  DATE,
        count   BIGINT
      )
      """,
      "CREATE INDEX reading_by_person ON reading (person, moment) WHERE person IS NOT NULL",
      "CREATE INDEX reading_by_unit ON reading (unit, moment) WHERE unit IS NOT NULL",
    ]
  )
}
